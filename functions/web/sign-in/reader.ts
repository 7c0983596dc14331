import type { Context } from "hono";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { mayDo } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import type { Assessment } from "../../../core/use-cases/assess/assess.ts";
import { callerOf } from "./caller.ts";
import type { SignIn } from "./sign-in.ts";

/** What the pages may show to somebody. */
export interface Reader {
  body(id: string): boolean;
  /** A department with all bodies under it, or the ministry with everything. */
  scope(id: string): boolean;
  /** A letter of a scope that may be read, or one that tells of readable bodies only. */
  letter(entry: Pick<LetterEntry, "scope" | "items" | "closed">): boolean;
}

/** By the grants of who asks; everything in a demo without sign-in. */
export function readerOf(
  context: Context,
  { signIn }: { readonly signIn?: SignIn | undefined },
  register: Register,
): Reader {
  const caller = callerOf(context);
  const isReadable = (id: string): boolean => {
    if (!signIn) return true;
    const body = register.byId.get(id);
    return caller !== null && body !== undefined && mayDo("read", caller, body, register);
  };
  return {
    body: isReadable,
    scope: isReadable,
    letter: ({ scope, items, closed }) => {
      const told = [...items, ...closed];
      return isReadable(scope) || (told.length > 0 && told.every(({ body }) => isReadable(body)));
    },
  };
}

/** The part of an assessment that tells of the bodies somebody may read. */
export function readablePart<Whole extends Assessment>(
  whole: Whole,
  { body: isReadable }: Pick<Reader, "body">,
): Whole {
  return {
    ...whole,
    bodies: whole.bodies.filter(({ body }) => isReadable(body.id)),
    failed: whole.failed.filter(({ body }) => isReadable(body)),
    settled: whole.settled.filter(({ body }) => isReadable(body)),
    damaged: whole.damaged.filter(({ body }) => isReadable(body)),
  };
}
