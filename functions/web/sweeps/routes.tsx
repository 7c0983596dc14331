import { Hono } from "hono";
import { plusDays } from "../../../core/calendar/day.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { isSlotBefore, slotsBetween } from "../../../core/escalation/slots.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { pageOf } from "../page.ts";
import { slotText } from "../paths.ts";
import { readerOf } from "../sign-in/reader.ts";
import { loadAll, momentOf } from "../view.ts";
import { SweepsPage } from "./page.tsx";

/** How many days back the log is shown, at most to its beginning. */
const DAYS_BACK = 9;

/** The sweep log of the latest slots. */
export function createSweepPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/sweeps", async (context) => {
    const page = pageOf(context, deps);
    const loaded = await loadAll(deps);
    if (!loaded) return context.html(<NoRegisterPage page={page} />);
    const { slot, today } = momentOf(deps.clock, loaded);
    const hasCome = (other: Slot) => !isSlotBefore(slot, other);
    const slots = [...slotsBetween(plusDays(today, -DAYS_BACK), today, loaded.directory.policy.slots)].filter(hasCome);
    const reader = readerOf(context, deps, loaded.register);
    const reportsOf = async (each: Slot) => (await deps.log.ofSlot(each)).filter(({ scope }) => reader.scope(scope));
    const rows = await Promise.all(
      slots.reverse().map(async (each) => ({ slot: each, reports: await reportsOf(each) })),
    );
    const asked = context.req.query("slot");
    const chosen = rows.find((row) => slotText(row.slot) === asked) ?? rows.find(({ reports }) => reports.length > 0);
    const shown = rows.slice(0, rows.findLastIndex(({ reports }) => reports.length > 0) + 1);
    return context.html(<SweepsPage page={page} view={{ rows: shown, chosen, register: loaded.register }} />);
  });
  return app;
}
