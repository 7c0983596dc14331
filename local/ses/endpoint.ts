import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { invalid, refuse, succeed } from "./answer.ts";
import { eventsOf, type Publish } from "./events.ts";
import { Fault, type Faults, refusalOf } from "./faults.ts";
import type { Mailbox } from "./mailbox.ts";
import { parseSending } from "./request.ts";

/** What an account may send; the numbers of an account that has just left the sandbox of SES. */
interface Quota {
  readonly perDay: number;
  readonly perSecond: number;
}

export interface EndpointParts {
  readonly mailbox: Mailbox;
  readonly faults: Faults;
  readonly quota: Quota;
  /** The machine's clock. */
  readonly now: () => Date;
  /** Where events of letters with a configuration set go; nowhere when absent. */
  readonly publish?: Publish | undefined;
}

type Handler = (context: Context<{ Bindings: HttpBindings }>, form: URLSearchParams) => Promise<Response> | Response;

const Control = z.strictObject({ clear: z.literal(true).optional(), plan: z.array(Fault).optional() });

/** The actions of SES v1 that Esep uses, over the Query protocol, and `/control`, which plans faults from outside. */
export function sesEndpoint(parts: EndpointParts): Hono<{ Bindings: HttpBindings }> {
  const actions = new Map<string, Handler>([
    ["SendRawEmail", (context, form) => send(parts, context, form)],
    ["GetSendQuota", () => succeed("GetSendQuota", quotaOf(parts))],
    ["GetAccountSendingEnabled", () => succeed("GetAccountSendingEnabled", { Enabled: !isPaused(parts.faults) })],
  ]);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post("/", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    // A web page can post a form to any address of this machine, but it cannot sign one.
    if (!context.req.header("authorization")?.startsWith("AWS4-HMAC-SHA256 "))
      return refuse({ status: 403, code: "MissingAuthenticationToken", message: "The request is not signed." });
    const action = form.get("Action") ?? "";
    const handler = actions.get(action);
    if (handler) return handler(context, form);
    return refuse({ status: 400, code: "InvalidAction", message: `The action ${action} is not known here.` });
  });
  app.get("/control", (context) => context.json({ planned: parts.faults.planned }));
  app.post("/control", (context) => control(parts.faults, context));
  return app;
}

async function control(faults: Faults, context: Context): Promise<Response> {
  // A JSON content type keeps other web pages out: browsers ask first, and nobody answers.
  if (context.req.header("content-type") !== "application/json") return context.json({ error: "Send JSON." }, 415);
  const parsed = Control.safeParse(await context.req.json().catch(() => undefined));
  if (!parsed.success) return context.json({ error: z.prettifyError(parsed.error) }, 400);
  if (parsed.data.clear) faults.clear();
  faults.plan(...(parsed.data.plan ?? []));
  return context.json({ planned: faults.planned });
}

async function send(
  { mailbox, faults, publish }: EndpointParts,
  context: Context<{ Bindings: HttpBindings }>,
  form: URLSearchParams,
): Promise<Response> {
  const sending = parseSending(form);
  if (!sending.success) return refuse(invalid(z.prettifyError(sending.error)));
  const { raw, ...envelope } = sending.data;
  const fault = faults.take(envelope.recipients);
  const refusal = fault && refusalOf(fault);
  if (refusal) return refuse(refusal);
  if (fault?.fault === "lose-request") return hangUp(context);
  const delivery = await mailbox.accept(raw, envelope);
  if (publish && envelope.configurationSet !== null) await say(eventsOf(delivery, fault?.fault), publish);
  if (fault?.fault === "lose-answer") return hangUp(context);
  if (fault?.fault === "delay") await sleep(fault.milliseconds);
  return succeed("SendRawEmail", { MessageId: delivery.messageId });
}

/** A letter is accepted whether or not its events can be published. */
async function say(events: ReturnType<typeof eventsOf>, publish: Publish): Promise<void> {
  try {
    for (const event of events) await publish(event);
  } catch (error) {
    console.error("An event of the mail endpoint could not be published:", error);
  }
}

/** Ends the connection without an answer. */
function hangUp(context: Context<{ Bindings: HttpBindings }>): Response {
  context.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

const isPaused = (faults: Faults): boolean => faults.planned.some(({ fault }) => fault === "account-paused");

function quotaOf({ mailbox, quota, now }: EndpointParts) {
  const dayAgo = new Date(now().getTime() - 24 * 60 * 60 * 1000).toISOString();
  const sent = mailbox.deliveries.filter(({ acceptedAt }) => acceptedAt > dayAgo).length;
  return { SentLast24Hours: sent, Max24HourSend: quota.perDay, MaxSendRate: quota.perSecond };
}
