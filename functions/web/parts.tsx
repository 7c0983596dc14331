import type { Child } from "hono/jsx";
import { type Day, formatDay } from "../../core/calendar/day.ts";
import { formatMinutes } from "../../core/calendar/time.ts";
import { type Instant, localTime } from "../../core/calendar/zone.ts";
import type { State } from "../../core/order608/finding.ts";
import type { Bilingual } from "../../core/register/locale.ts";
import { tileOf } from "../../core/register/regions.ts";
import type { Register } from "../../core/register/register.ts";
import { capitalised, nameIn } from "../../core/wording/wording.ts";
import type { Page } from "./page.ts";

/** Signs that tell states apart without colour; their words always stand beside them, if only for screen readers. */
export const signs: Readonly<Record<State, string>> = {
  overdue: "!",
  breached: "✕",
  due: "◷",
  late: "◐",
  upcoming: "○",
  met: "✓",
  waived: "–",
};

/** A state as a coloured tag with its sign and its words. */
export const StateTag = ({ state, page, text }: { state: State; page: Page; text?: string }) => (
  <span class={`tag ${state}`}>
    <b aria-hidden="true">{signs[state]}</b> {capitalised(text ?? page.words.states[state])}
  </span>
);

/** A name as data have it; English readers get the Russian one, marked as such. */
export const Name = ({ name, page }: { name: Bilingual; page: Page }) => (
  <span lang={page.locale === "en" ? "ru" : undefined}>{nameIn(name, page.locale)}</span>
);

/** The name of a scope as a region: the map's, else its department's; its id where the register has it no more. */
export const regionName = (scope: string, register: Register): Bilingual =>
  tileOf(scope)?.name ?? register.byId.get(scope)?.name ?? { ru: scope, kk: scope };

/** The same in the page's language, as it begins a heading or a cell. */
export const regionText = (scope: string, register: Register, { locale }: Page): string =>
  capitalised(nameIn(regionName(scope, register), locale));

/** A region's name; English readers get the Russian one, marked as such. */
export const RegionName = ({ scope, register, page }: { scope: string; register: Register; page: Page }) => (
  <span lang={page.locale === "en" ? "ru" : undefined}>{regionText(scope, register, page)}</span>
);

/** Regions to choose from. */
export const regionChoices = (scopes: readonly string[], register: Register, page: Page): readonly Choice[] =>
  scopes.map((scope) => ({ value: scope, text: regionText(scope, register, page) }));

/** A day in figures; the exact one is in `datetime`. */
export const DayTime = ({ day, time, page }: { day: Day; time?: string; page: Page }) => (
  <time datetime={time === undefined ? formatDay(day) : `${formatDay(day)}T${time}`}>
    {page.words.time.date(day)}
    {time === undefined ? "" : `, ${time}`}
  </time>
);

/** A moment on the clock of a zone. */
export const MomentTime = ({ at, zone, page }: { at: Instant; zone: string; page: Page }) => {
  const { day, minutes } = localTime(at, zone);
  return <DayTime day={day} time={formatMinutes(minutes)} page={page} />;
};

/** The same in a sentence. */
export function momentText(at: Instant, zone: string, page: Page): string {
  const { day, minutes } = localTime(at, zone);
  return `${page.words.time.date(day)}, ${formatMinutes(minutes)}`;
}

/** Text for screen readers only. */
export const Hidden = ({ children }: { children: Child }) => <span class="sr">{children}</span>;

/** A table that scrolls by itself where it does not fit, by keyboard too. */
export const Scroll = ({ label, children, name }: { label: string; children: Child; name?: string }) => (
  <section class={name === undefined ? "scroll" : `scroll ${name}`} aria-label={label} tabindex={0}>
    {children}
  </section>
);

/** What is shown where there is nothing. */
export const Empty = ({ children }: { children: Child }) => <p class="empty">{children}</p>;

/** Where a notice stands, linked only where the address is one of the web. */
export const Outlet = ({ notice: { outlet, url } }: { notice: { readonly outlet: string; readonly url?: string } }) =>
  url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? (
    <a href={url} rel="noopener noreferrer">
      {outlet}
    </a>
  ) : (
    <span>{outlet}</span>
  );

/** Something to choose. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** The lines of a select. */
export const Options = ({ choices, chosen }: { choices: readonly Choice[]; chosen: string | undefined }) => (
  <>
    {choices.map(({ value, text }) => (
      <option value={value} selected={value === chosen}>
        {text}
      </option>
    ))}
  </>
);
