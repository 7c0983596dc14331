import type { Sentence } from "../../../core/order608/clauses.ts";

/** How a number of the policy is written and typed. */
export type NumberKind = "count" | "decimal" | "time" | "month-day";

interface NumberRule {
  readonly path: string;
  readonly kind: NumberKind;
  readonly group: "campaign" | "meeting" | "appeals" | "letters";
  /** What it serves: a paragraph of the Rules or an article of the Code; none for the system's own. */
  readonly clause?: Pick<Sentence, "act" | "number">;
  /** The act itself names the number: it changes only when the act does. */
  readonly isLaw?: true;
}

type NumberOf<Act extends Sentence["act"]> = Extract<Sentence, { act: Act }>["number"];
const order = (number: NumberOf<"order608">) => ({ clause: { act: "order608", number } }) as const;
const code = (number: NumberOf<"appc">) => ({ clause: { act: "appc", number } }) as const;

/** Every number of the policy that the page shows, in its order; zone and slots belong to the schedule of the deployment. */
const numbers = [
  { path: "campaignOpens", kind: "month-day", group: "campaign", ...order("4") },
  { path: "scheduleDue", kind: "month-day", group: "campaign", ...order("8(1)") },
  { path: "scheduleEnds", kind: "month-day", group: "campaign", ...order("8(1)") },
  { path: "noticeDays", kind: "count", group: "meeting", ...order("8(2)"), isLaw: true },
  { path: "carefulDays.notice", kind: "count", group: "meeting", ...order("8(2)") },
  { path: "carefulDays.invitation", kind: "count", group: "meeting", ...order("11") },
  { path: "carefulDays.venue", kind: "count", group: "meeting", ...order("9") },
  { path: "carefulDays.content", kind: "count", group: "meeting", ...order("6") },
  { path: "carefulDays.readiness", kind: "count", group: "meeting", ...order("21") },
  { path: "protocolHours", kind: "decimal", group: "meeting", ...order("14") },
  { path: "recordsWorkingDays", kind: "count", group: "meeting", ...order("18") },
  { path: "decisionDays", kind: "count", group: "meeting", ...order("19") },
  { path: "officeCloses", kind: "time", group: "appeals", ...code("64(3)") },
  { path: "replyWorkingDays.application", kind: "count", group: "appeals", ...code("76"), isLaw: true },
  { path: "replyWorkingDays.simplified", kind: "count", group: "appeals", ...code("76"), isLaw: true },
  { path: "replyWorkingDays.complaint", kind: "count", group: "appeals", ...code("99"), isLaw: true },
  { path: "extensionMonths", kind: "count", group: "appeals", ...code("76(3)"), isLaw: true },
  { path: "extensionNoticeWorkingDays", kind: "count", group: "appeals", ...code("76(3)"), isLaw: true },
  { path: "transferWorkingDays", kind: "count", group: "appeals", ...code("91(4)"), isLaw: true },
  { path: "redirectionWorkingDays.due", kind: "count", group: "appeals", ...code("65"), isLaw: true },
  { path: "redirectionWorkingDays.target", kind: "count", group: "appeals", ...order("17") },
  { path: "recordedLateWorkingDays", kind: "count", group: "letters" },
  { path: "breachDays", kind: "count", group: "letters" },
  { path: "brake.bodies", kind: "count", group: "letters" },
  { path: "brake.share", kind: "decimal", group: "letters" },
  { path: "unknownMinutes", kind: "count", group: "letters" },
  { path: "slotMinutes", kind: "count", group: "letters" },
] as const satisfies readonly NumberRule[];

export type NumberPath = (typeof numbers)[number]["path"];
export type NumberGroup = (typeof numbers)[number]["group"];
export const groups: readonly NumberGroup[] = ["campaign", "meeting", "appeals", "letters"];

/** The rules by their widest type, where all are treated alike. */
export const allNumbers: readonly (NumberRule & { readonly path: NumberPath })[] = numbers;

/** The value at a path of a policy as it is written; empty where there is none. */
export function textAt(policy: unknown, path: string): string {
  let value = policy;
  for (const key of path.split(".")) {
    value =
      typeof value === "object" && value !== null
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined;
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const FORMS: Readonly<Record<NumberKind, RegExp>> = {
  count: /^\d{1,4}$/,
  decimal: /^\d{1,4}([.,]\d{1,3})?$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  "month-day": /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};

/** What was typed as the policy has it; undefined for what has not the form. */
export function typedValue(text: string, kind: NumberKind): string | number | undefined {
  if (!FORMS[kind].test(text)) return undefined;
  return kind === "count" || kind === "decimal" ? Number(text.replace(",", ".")) : text;
}
