import { Hono } from "hono";
import { formatMinutes } from "../../../core/calendar/time.ts";
import { localTime } from "../../../core/calendar/zone.ts";
import { isMarked } from "../../../core/escalation/out-of-use.ts";
import { type PaperAddressee, paperAddressees } from "../../../core/escalation/paper.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { pageOf } from "../page.ts";
import { readablePart, readerOf } from "../sign-in/reader.ts";
import { type WatchView, watchAll } from "../view.ts";
import { PaperPage, type PaperRow } from "./page.tsx";

/** The bodies that letters do not reach by e-mail, for those who may read them. */
export function createOnPaperPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/paper", async (context) => {
    const page = pageOf(context, deps);
    const whole = await watchAll(deps);
    if (!whole) return context.html(<NoRegisterPage page={page} />);
    const { register } = whole.loaded;
    const reader = readerOf(context, deps, register);
    const view = { ...whole, assessment: readablePart(whole.assessment, reader) };
    const isOut = isMarked(await deps.outOfUse.all(), deps.identifiers.recipientKey);
    const addressees = paperAddressees(register, whole.moment.today, isOut);
    const rows = addressees.filter(({ body }) => reader.body(body.id)).map((one) => rowOf(one, view));
    const { day, minutes } = localTime(deps.clock.calendarNow(), register.ministry.zone);
    return context.html(<PaperPage page={page} view={{ moment: { day, time: formatMinutes(minutes) }, rows }} />);
  });
  return app;
}

function rowOf(addressee: PaperAddressee, { loaded: { register }, assessment }: WatchView): PaperRow {
  const { body } = addressee;
  const department = register.byId.get(register.scopeOf(body));
  const found = assessment.bodies.find((one) => one.body.id === body.id)?.findings ?? [];
  return { ...addressee, department: department === body ? undefined : department, open: found.filter(isOpen) };
}

const isOpen = ({ state }: Finding): boolean => state === "overdue" || state === "breached" || state === "due";
