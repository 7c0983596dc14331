import { yearOf } from "../core/calendar/day.ts";
import { localTime } from "../core/calendar/zone.ts";
import type { Composer } from "../core/ports.ts";
import type { LoadedRegister } from "../core/use-cases/assess/assess.ts";
import { chainHeads } from "../core/use-cases/records/audited-records.ts";
import type { TellPorts } from "../core/use-cases/reports/tell-ministry.ts";
import type { SweepPorts } from "../core/use-cases/sweep/sweep.ts";
import type { ComposerSettings } from "./mail/composer.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** The wiring with what renders letters: for the sweep alone, so that no other function carries it. */
export function composing(wired: Wiring = wiring()) {
  const { environment, workdays } = wired;
  const composer = composerOnDemand({
    from: environment.MAIL_FROM,
    replyTo: environment.MAIL_REPLY_TO,
    appUrl: environment.APP_URL,
    demo: environment.DEMO === "yes",
    workdays,
  });
  // No campaign after the next can have been recorded.
  const heads = (loaded: LoadedRegister) =>
    chainHeads(loaded, yearOf(localTime(wired.clock.calendarNow(), loaded.register.ministry.zone).day) + 1, wired);
  return { ...wired, composer, chainHeads: heads } satisfies SweepPorts & TellPorts & Wiring;
}

/** What words and renders letters is most of the sweep's code, and most sweeps write none: it is read with the first letter. */
function composerOnDemand(settings: ComposerSettings): Composer {
  const load = async () => (await import("./mail/composer.ts")).createComposer(settings);
  return {
    compose: async (...letter) => (await load()).compose(...letter),
    composeNotice: async (...notice) => (await load()).composeNotice(...notice),
  };
}
