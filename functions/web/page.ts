import type { Context } from "hono";
import type { Day } from "../../core/calendar/day.ts";
import { formatMinutes } from "../../core/calendar/time.ts";
import { localTime } from "../../core/calendar/zone.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import type { Caller } from "../../core/register/grant.ts";
import type { Locale } from "../../core/register/locale.ts";
import type { Catalogue } from "../../core/wording/catalogue.ts";
import { catalogueOf } from "../../core/wording/wording.ts";
import type { WebDependencies } from "./dependencies.ts";
import { localeOf } from "./language.ts";
import { callerOf } from "./sign-in/caller.ts";
import { isGuest } from "./sign-in/guest.ts";
import { textsOf } from "./texts/all.ts";
import type { PageTexts } from "./texts/texts.ts";

/** What every page is made with: its language and words, its address, and what the clock shows. */
export interface Page {
  readonly locale: Locale;
  readonly texts: PageTexts;
  readonly words: Catalogue;
  readonly url: URL;
  readonly demo: boolean;
  readonly inferred: boolean;
  /** Who is signed in; undefined where nobody can. */
  readonly caller: Caller | null | undefined;
  readonly clock: { readonly day: Day; readonly time: string };
}

/** The frame of the answer to a request. */
export function pageOf(context: Context, { clock, demo, registerConfirmed, signIn }: WebDependencies): Page {
  const locale = localeOf(context);
  const { day, minutes } = localTime(clock.calendarNow(), defaultPolicy.zone);
  return {
    locale,
    texts: textsOf(locale),
    words: catalogueOf(locale),
    url: new URL(context.req.url),
    demo,
    inferred: registerConfirmed !== true,
    caller: signIn && (isGuest(callerOf(context)) ? null : callerOf(context)),
    clock: { day, time: formatMinutes(minutes) },
  };
}
