import { type Context, Hono } from "hono";
import { dayOf, formatDay, yearOf } from "../../../core/calendar/day.ts";
import { formatMinutes } from "../../../core/calendar/time.ts";
import { instantOf, type LocalTime } from "../../../core/calendar/zone.ts";
import { latestSlot, slotAfter } from "../../../core/escalation/slots.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { mayDo } from "../../../core/register/grant.ts";
import type { WebDependencies } from "../dependencies.ts";
import { type FormState, freshForm, readForm, withIssues } from "../forms/values.ts";
import { openToAct } from "../gate.tsx";
import { type Page, pageOf } from "../page.ts";
import { withQuery } from "../paths.ts";
import { callerOf } from "../sign-in/caller.ts";
import { loadAll } from "../view.ts";
import { readMoment, readSlots } from "./input.ts";
import type { Journey, TimeMachine } from "./machine.ts";
import { BackPage, JourneyCard, PATH, TimeMachinePage, type TimeMachineView } from "./page.tsx";
import { timeMachineTexts } from "./texts.ts";

/** The demo's clock; there are no such pages where nobody hands in a time machine. */
export function createTimeMachinePages(deps: WebDependencies, machine: TimeMachine): Hono {
  const app = new Hono();
  app.get(PATH, async (context) => {
    const page = pageOf(context, deps);
    const view = await viewOf(context, deps, machine);
    context.header("vary", "HX-Request", { append: true });
    if (!context.req.header("hx-request")) return context.html(<TimeMachinePage page={page} view={view} />);
    // At the end everything is shown anew: the forms, and what the clock in the page's head says.
    if (machine.journey()?.outcome !== "running") context.header("hx-refresh", "true");
    return context.html(<JourneyCard page={page} view={view} />);
  });
  app.post(`${PATH}/play`, (context) =>
    act(context, deps, machine, "play", (form, page) => {
      const read = readSlots(form, page);
      return "issues" in read ? read : { journey: { kind: "play", slots: read.value } };
    }),
  );
  app.post(`${PATH}/move`, (context) =>
    act(context, deps, machine, "move", (form, page) => {
      const read = readMoment(form, page);
      if ("issues" in read) return read;
      return isBefore(read.value, machine.now())
        ? { ask: backPath(read.value) }
        : { journey: { kind: "move", to: read.value } };
    }),
  );
  app.get(`${PATH}/back`, (context) => {
    const page = pageOf(context, deps);
    const { date = "", time = "" } = context.req.query();
    const read = readMoment(freshForm({ date, time }), page);
    if ("issues" in read || !isBefore(read.value, machine.now())) return context.redirect(PATH, 303);
    return context.html(<BackPage page={page} to={read.value} letters={machine.letters()} />);
  });
  app.post(`${PATH}/back`, (context) =>
    act(context, deps, machine, "move", (form, page) => {
      const read = readMoment(form, page);
      if ("issues" in read) return read;
      return { journey: { kind: isBefore(read.value, machine.now()) ? "back" : "move", to: read.value } };
    }),
  );
  app.post(`${PATH}/stop`, async (context) => {
    const opened = await openToAct("sweep", context, deps);
    if (opened instanceof Response) return opened;
    machine.stop();
    return context.redirect(PATH, 303);
  });
  return app;
}

/** What a form asks for: a journey, a question first, or nothing since something is wrong. */
type Asked =
  | { readonly journey: Journey }
  | { readonly ask: string }
  | { readonly issues: ReturnType<typeof freshForm>["issues"] };

async function act(
  context: Context,
  deps: WebDependencies,
  machine: TimeMachine,
  name: "play" | "move",
  ask: (form: FormState, page: Page) => Asked,
): Promise<Response> {
  // Moving the clock sweeps, so it is for those who may.
  const opened = await openToAct("sweep", context, deps);
  if (opened instanceof Response) return opened;
  const { page } = opened;
  const form = await readForm(context);
  const asked = ask(form, page);
  if ("ask" in asked) return context.redirect(asked.ask, 303);
  const busy = { issues: [{ name: "", message: timeMachineTexts(page.locale).busy }] };
  const refused = "issues" in asked ? asked : machine.start(asked.journey) === "busy" ? busy : null;
  if (!refused) return context.redirect(PATH, 303);
  const view = await viewOf(context, deps, machine);
  const shown = { ...view, [name]: withIssues(form, refused.issues) };
  return context.html(<TimeMachinePage page={page} view={shown} />, refused === busy ? 409 : 422);
}

const isBefore = (a: LocalTime, b: LocalTime): boolean => a.day < b.day || (a.day === b.day && a.minutes < b.minutes);

const backPath = ({ day, minutes }: LocalTime): string =>
  withQuery(`${PATH}/back`, { date: formatDay(day), time: formatMinutes(minutes) });

async function mayMove(context: Context, deps: WebDependencies): Promise<boolean> {
  const caller = callerOf(context);
  const loaded = caller && (await loadAll(deps));
  return caller !== null && loaded != null && mayDo("sweep", caller, null, loaded.register);
}

async function viewOf(context: Context, deps: WebDependencies, machine: TimeMachine): Promise<TimeMachineView> {
  const page = pageOf(context, deps);
  const now = machine.now();
  const { zone, slots } = defaultPolicy;
  const next = slotAfter(latestSlot(instantOf(now, zone), slots, zone), slots);
  const end = dayOf(yearOf(now.day), 3, 31);
  const left = machine.slotsUntil(end);
  return {
    machine,
    mayMove: await mayMove(context, deps),
    next: `${page.words.time.date(next.day)}, ${next.time}`,
    quarter: left === 0 ? null : { date: page.words.time.date(end), slots: left },
    play: freshForm({ slots: "9" }),
    move: freshForm({ date: formatDay(now.day), time: formatMinutes(now.minutes) }),
  };
}
