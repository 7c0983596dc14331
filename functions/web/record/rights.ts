import type { Context } from "hono";
import type { CommandName } from "../../../core/dossier/commands/command-name.ts";
import type { Body } from "../../../core/register/body.ts";
import { type Action, type Caller, mayDo } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import { callerOf } from "../sign-in/caller.ts";

/** What a grant must allow for a command; rights on waivers are the superior's. */
export function actionOf(command: string): Action {
  if (command === "waive" || command === "end-waiver") return "waive";
  return command === "correct" ? "correct" : "record";
}

/** What the caller may do with one body's record; whoever is not known may do nothing. */
export interface Rights {
  readonly caller: Caller | null;
  may(action: Action): boolean;
  give(command: CommandName): boolean;
}

export function rightsOf(context: Context, body: Body, register: Register): Rights {
  const caller = callerOf(context);
  const may = (action: Action): boolean => caller !== null && mayDo(action, caller, body, register);
  return { caller, may, give: (command) => may(actionOf(command)) };
}
