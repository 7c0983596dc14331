import { type Day, dayInYear, formatDay } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import type { DossierText } from "../../core/dossier/dossier.ts";
import type { BodyText } from "../../core/register/body.ts";
import { type Diligence, diligenceOf } from "./conduct.ts";
import { agendaOf, meetingsOf, postponedAgenda, replacedAgenda } from "./meetings.ts";
import { asFreed, type Part, partOf } from "./parts.ts";
import { approvalDay } from "./planning.ts";
import { createRandom } from "./random.ts";
import type { Scene } from "./scene.ts";

/** Equal options give byte-equal dossiers. */
export interface DemoOptions {
  /** Any whole number; another one gives another campaign. */
  readonly seed: number;
  /** The year of the campaign; the working-day calendar must cover it. */
  readonly campaign: number;
}

/** The bodies that report: all but the ministry. */
export const territorialBodies = (bodies: readonly BodyText[]): BodyText[] =>
  bodies.filter(({ kind }) => kind !== "ministry");

/**
 * A whole campaign of made-up but plausible dossiers, in the form of a facts file, up to 30 June: most bodies keep their
 * terms, some are late, some forget. Every seventieth body or so records nothing and has no dossier. All facts are
 * written at once; who asks "as of" a day sees only what had happened by then.
 */
export function demoDossiers(bodies: readonly BodyText[], { seed, campaign }: DemoOptions): DossierText[] {
  const last = dayInYear(campaign, "06-30");
  return territorialBodies(bodies).flatMap((body, index) => {
    const part = partOf(index);
    return part === "silent" ? [] : [dossierOf(sceneOf(body, { seed, campaign }, last, diligenceFor(part)), part)];
  });
}

/** A body that is freed from its notice does all else well, so that the waiver is what one sees. */
const diligenceFor = (part: Part): Diligence | undefined => (part === "excused" ? "exemplary" : undefined);

const workdays = createWorkdays();

/** A body in a campaign, with chance of its own; its diligence is drawn unless it is given. */
export function sceneOf(body: BodyText, options: DemoOptions, last: Day, diligence?: Diligence): Scene {
  const random = createRandom(options.seed, options.campaign, body.id);
  const locale = random.chance(60) ? "kk" : "ru";
  return {
    body,
    campaign: options.campaign,
    diligence: diligence ?? diligenceOf(random),
    locale,
    last,
    random,
    workdays,
  };
}

/** Everything that one body records in a campaign. */
export function dossierOf(scene: Scene, part: Part): DossierText {
  const { body, campaign, random } = scene;
  const agenda =
    part === "replaced" ? replacedAgenda(scene) : part === "postponed" ? postponedAgenda(scene) : agendaOf(scene);
  const approved = approvalDay(scene, agenda.cancelledOn === undefined ? agenda.days[0] : agenda.days[1]);
  const meetings = meetingsOf(scene, agenda, approved ?? dayInYear(campaign, "01-05"));
  const number = `№ ${random.int(1, 60)}`;
  return asFreed(scene, part, {
    body: body.id,
    campaign,
    ...(approved !== undefined && { schedule: { approvedOn: formatDay(approved), number } }),
    meetings,
    waivers: [],
  });
}
