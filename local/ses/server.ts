import { join } from "node:path";
import { type EndpointParts, sesEndpoint } from "./endpoint.ts";
import { createFaults } from "./faults.ts";
import { type InboxOptions, inboxApp } from "./inbox.tsx";
import { type Listener, listen } from "./listen.ts";
import { type Mailbox, openMailbox } from "./mailbox.ts";

export interface SesOptions {
  /** Letters are kept in `<directory>/inbox`; in memory, gone at the end, when absent. */
  readonly directory?: string;
  /** 0, the default, is any free port. */
  readonly port?: number;
  readonly quota?: EndpointParts["quota"];
  /** Where events go; nowhere when absent. */
  readonly publish?: EndpointParts["publish"];
  /** The machine's clock. */
  readonly now?: () => Date;
}

/** An SES that delivers to a mailbox on this machine and to nobody else. */
export interface Ses extends Pick<EndpointParts, "mailbox" | "faults"> {
  /** The environment variables that a Lambda function would get. */
  readonly environment: { readonly AWS_ENDPOINT_URL_SES: string };
  close(): Promise<void>;
}

/** Starts the endpoint on 127.0.0.1. Rejects with the system's EADDRINUSE for a busy port. */
export async function startSes(options: SesOptions = {}): Promise<Ses> {
  const { directory, port = 0, publish, quota = { perDay: 50_000, perSecond: 14 }, now = () => new Date() } = options;
  const mailbox = await openMailbox(directory && join(directory, "inbox"), now);
  const faults = createFaults();
  const { url, close } = await listen(sesEndpoint({ mailbox, faults, quota, now, publish }), port);
  return { mailbox, faults, environment: { AWS_ENDPOINT_URL_SES: url }, close };
}

/** Starts the inbox page on 127.0.0.1; port 0 is any free port. Rejects with the system's EADDRINUSE for a busy port. */
export const startInbox = (mailbox: Mailbox, port: number, options: InboxOptions = {}): Promise<Listener> =>
  listen(inboxApp(mailbox, options), port);
