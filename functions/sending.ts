import { defaultPolicy } from "../core/order608/default-policy.ts";
import type { DispatchPorts, DispatchTimes } from "../core/use-cases/letters/dispatch.ts";
import { functions } from "../stacks/resources.ts";
import { paced } from "./mail/paced.ts";
import { createSender } from "./mail/sender.ts";
import { type Wiring, wiring } from "./wiring.ts";

let made: ReturnType<typeof make> | undefined;

/** The wiring with what hands letters to SES: for the dispatcher alone. Its pace is kept from call to call. */
export const sending = () => {
  made ??= make(wiring());
  return made;
};

function make(wired: Wiring) {
  const { ses, quota, environment } = wired;
  const sender = createSender(ses, {
    from: environment.MAIL_FROM,
    configurationSet: environment.MAIL_CONFIGURATION_SET,
  });
  const service = paced(sender, { quota, senders: functions.dispatch.concurrency });
  return { ...wired, service } satisfies DispatchPorts & Wiring;
}

/** How long the dispatcher's steps take; its lease outlives the function that holds it. */
export const dispatchTimes: DispatchTimes = {
  lease: functions.dispatch.timeout + 30,
  unknown: defaultPolicy.unknownMinutes * 60,
  throttled: 20,
  refused: 900,
};
