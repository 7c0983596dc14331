import { randomUUID } from "node:crypto";
import { type Content, document } from "./xml.ts";

/** Why SES refuses: `code` is what the real service writes, which the SDK turns into the error's name. */
export interface Refusal {
  readonly status: 400 | 403 | 500;
  readonly code: string;
  readonly message: string;
}

const xml = (status: number, body: string): Response =>
  new Response(body, { status, headers: { "content-type": "text/xml; charset=utf-8" } });

/** The answer of an action that succeeded. */
export const succeed = (action: string, result: Content): Response =>
  xml(
    200,
    document(`${action}Response`, {
      [`${action}Result`]: result,
      ResponseMetadata: { RequestId: randomUUID() },
    }),
  );

/** The answer that makes the SDK throw. */
export const refuse = ({ status, code, message }: Refusal): Response =>
  xml(
    status,
    document("ErrorResponse", {
      Error: { Type: status === 500 ? "Receiver" : "Sender", Code: code, Message: message },
      RequestId: randomUUID(),
    }),
  );

/** A request that SES would not take, whatever the state of the account. */
export const invalid = (message: string): Refusal => ({ status: 400, code: "InvalidParameterValue", message });
