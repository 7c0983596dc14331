import fc from "fast-check";
import { type Day, formatDay, plusDays } from "../../../core/calendar/day.ts";
import { InvitationGroup } from "../../../core/dossier/meeting.ts";
import { type AppealText, type MeetingText, type NoticeText, type ProtocolText, place } from "./facts.ts";

const often = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
/** A day `min` to `max` days after another, as text. */
const after = (from: Day, min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((days) => formatDay(plusDays(from, days)));

/** An object without the keys that have no value, as optional keys want it. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  // Dropping the undefined ones leaves a type that no builtin expresses.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

const hour = fc.constantFrom("09:00", "10:00", "15:00", "17:00", "18:30", "20:00");
const subset = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<Value[]>([...values]) },
    { weight: 1, arbitrary: fc.subarray([...values]) },
  );

const noticeOf = (date: Day, startsAt: string): fc.Arbitrary<NoticeText> =>
  fc
    .record({
      publishedOn: after(date, -20, 1),
      announces: fc
        .record({
          date: often(fc.constantFrom(formatDay(date), formatDay(date), formatDay(plusDays(date, 1)))),
          startsAt: often(fc.constant(startsAt)),
          place: often(fc.constantFrom(place.ru, " мәдениет  үйі ", place.kk, "Школа")),
          schedule: often(fc.boolean()),
          questions: often(fc.constant(true)),
        })
        .map(given),
    })
    .map((notice) => ({ ...notice, channel: "press", outlet: "Газета" }));

const appealOf = (number: string, date: Day): fc.Arbitrary<AppealText> =>
  fc.integer({ min: 0, max: 3 }).chain((wait) => {
    const received = plusDays(date, Math.max(0, wait - 2));
    const later = (max: number) => after(received, 0, max);
    return fc
      .record({
        kind: fc.constantFrom("complaint", "proposal", "remark"),
        receivedAt: seldom(hour),
        answered: fc.constantFrom("none", "none", "partial", "full"),
        competence: fc.constantFrom("police", "police", "other", "mixed"),
        route: seldom(fc.constantFrom("application", "complaint", "simplified")),
        registeredOn: often(later(5)),
        extension: seldom(
          fc.integer({ min: 0, max: 30 }).chain((days) =>
            fc
              .record({ until: after(plusDays(received, days), 0, 70), notifiedOn: often(later(40)) })
              .map(({ until, notifiedOn }) => ({
                decidedOn: formatDay(plusDays(received, days)),
                until,
                ...given({ notifiedOn }),
              })),
          ),
        ),
        transferredOn: seldom(later(8)),
        repliedOn: often(later(60)),
        redirectedOn: often(later(8)),
        initiatorNotifiedOn: often(later(8)),
      })
      .map((appeal) => ({ number, receivedOn: formatDay(received), ...given(appeal) }));
  });

const protocolOf = (date: Day, appeals: readonly string[]): fc.Arbitrary<ProtocolText> =>
  fc.integer({ min: 0, max: 4 }).chain((wait) => {
    const drawnUp = plusDays(date, Math.max(0, wait - 2));
    const signature = fc.record({
      role: fc.constantFrom("secretary", "head"),
      name: fc.constant("А. А."),
      signedOn: after(drawnUp, 0, 6),
    });
    const decision = fc.record({ dueOn: seldom(after(date, 1, 60)), doneOn: often(after(date, 0, 90)) }).map(given);
    return fc
      .record({
        date: often(fc.constant(formatDay(date))),
        startsAt: often(hour),
        place: often(fc.constant(place.ru)),
        participants: often(fc.nat(300)),
        decisions: often(
          fc
            .array(decision, { maxLength: 2 })
            .map((list) => list.map((one, index) => ({ id: `d${index}`, text: "Осветить двор", ...one }))),
        ),
        appeals: often(subset(appeals)),
        signatures: fc.array(signature, { maxLength: 4 }),
      })
      .map((protocol) => ({ drawnUpOn: formatDay(drawnUp), ...given(protocol) }));
  });

/** A valid meeting on a day, prepared, held, cancelled or forgotten. */
export const meetingOf = (id: string, date: Day): fc.Arbitrary<MeetingText> =>
  fc
    .tuple(hour, fc.constantFrom("planned", "held", "held", "held", "cancelled"), fc.nat(3))
    .chain(([startsAt, status, count]) => {
      const isOff = status === "cancelled";
      const numbers = isOff ? [] : Array.from({ length: count }, (_, index) => `${id}-${index}`);
      const prepared = (min: number) => after(date, min, 1);
      const never = fc.constant(undefined);
      return fc
        .record({
          expectedParticipants: often(fc.nat(200)),
          invitation: often(
            fc.record({
              sentOn: prepared(-20),
              forDate: fc.constantFrom(formatDay(date), formatDay(date), formatDay(plusDays(date, 7))),
              groups: subset(InvitationGroup.options),
            }),
          ),
          venue: often(
            fc.record({
              checkedOn: prepared(-20),
              place: fc.constantFrom(place.ru, place.kk, "Школа"),
              hygienic: fc.boolean(),
              capacity: fc.nat(400),
            }),
          ),
          content: often(fc.record({ readyOn: prepared(-10), sections: subset([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) })),
          readiness: often(
            fc.record({
              checkedOn: prepared(-10),
              inPerson: fc.boolean(),
              clearedOfSecrets: fc.constant(true),
              orderPlanned: fc.constant(true),
            }),
          ),
          notices: fc.array(noticeOf(date, startsAt), { maxLength: 4 }),
          appeals: fc.tuple(...numbers.map((number) => appealOf(number, date))),
          cancelledOn: isOff ? after(date, -30, 0) : never,
          protocol: isOff ? never : often(protocolOf(date, numbers)),
          records: isOff ? never : often(fc.record({ number: fc.constant("7"), registeredOn: after(date, 0, 10) })),
        })
        .map((meeting) => ({ id, date: formatDay(date), startsAt, place, status, ...given(meeting) }));
    });
