import * as z from "zod";
import { DayText } from "../../../../core/calendar/day.ts";
import { ObligationId } from "../../../../core/dossier/obligation-id.ts";
import type { Finding, FindingKey } from "../../../../core/order608/finding.ts";
import { BodyId } from "../../../../core/register/body.ts";
import { assessVisible } from "../assessment.ts";
import { defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { On } from "../moment.ts";
import { pageFrom, pageOf, paging } from "../page.ts";
import { CampaignText, Damage, FailedFinding, name, State } from "../schemas.ts";
import { FindingAnswer, findingTeller } from "./finding-answer.ts";

const FindingPage = name(
  "FindingPage",
  pageOf(FindingAnswer).extend({
    /** The day that the findings are for. */
    on: DayText,
    registerVersion: z.int(),
    /** The applied versions of policy and calendar that they are judged by; null before the first. */
    ...{ policyVersion: z.int().nullable(), calendarVersion: z.int().nullable() },
    /** What could not be found out, over all pages. */
    failed: z.array(FailedFinding),
    damaged: z.array(Damage),
  }),
);

const keyOf = ({ body, campaign, obligation, subject }: FindingKey): string =>
  [body, campaign, obligation, subject].join(" ");

const listFindings = defineEndpoint({
  method: "get",
  path: "/findings",
  id: "listFindings",
  tag: "Findings",
  summary: "What every obligation says of every subject, with its derivation, now or as of the end of a day.",
  params: None,
  query: z.strictObject({
    ...paging,
    scope: BodyId.exactOptional(),
    on: On.exactOptional(),
    state: State.exactOptional(),
    obligation: ObligationId.exactOptional(),
    campaign: CampaignText.exactOptional(),
  }),
  headers: ["Accept-Language"],
  answers: {
    200: {
      description: "One page, in register order.",
      schema: FindingPage,
      example: {
        items: [
          {
            ...{ body: "DP-10", campaign: 2027, obligation: "report", clause: "4", subject: "dossier" },
            ...{ due: "2027-03-31", target: "2027-03-31", state: "due", metOn: null, missing: ["held-meeting"] },
            ...{ problems: [], daysLeft: 12, beyondCure: null, recordedLate: [] },
            derivation: { kind: "fixed", of: "quarter-end", due: "2027-03-31" },
            words: {
              finding: "Report to the population: due 31 Mar 2027, 12 days left.",
              status: "due 31 Mar 2027, 12 days left",
              todo: "Hold the meeting by 31 Mar 2027.",
              missing: ["a held meeting"],
              derivation: "The first quarter ends on 31 Mar 2027.",
            },
          },
        ],
        ...{
          next: null,
          on: "2027-03-19",
          registerVersion: 1,
          policyVersion: 1,
          calendarVersion: null,
          failed: [],
          damaged: [],
        },
      },
    },
  },
  errors: ["unknown-body", "forbidden"],
  handle: async ({ query: { scope, on, state, obligation, campaign, ...wanted } }, call) => {
    const { loaded, deps, locale } = call;
    const moment = { ...(scope !== undefined && { scope }), ...(on !== undefined && { on }) };
    const assessment = await assessVisible(moment, call);
    const today = new Map(assessment.bodies.map(({ body, today }) => [body.id, today]));
    const isWanted = (finding: Finding): boolean =>
      (state === undefined || finding.state === state) &&
      (obligation === undefined || finding.obligation === obligation) &&
      (campaign === undefined || finding.campaign === campaign);
    const found = assessment.bodies.flatMap(({ findings }) => findings.filter(isWanted));
    const { items, next } = pageFrom(found, keyOf, wanted);
    const tell = findingTeller({
      ...{ records: assessment.records, workdays: deps.workdays, policy: loaded.directory.policy, locale },
      todayOf: (body) => today.get(body) ?? assessment.on,
    });
    const { version, policyVersion = null, calendarVersion = null } = loaded.directory;
    const answer = {
      ...{ items: items.map(tell), next, on: assessment.on },
      ...{ registerVersion: version, policyVersion, calendarVersion },
      failed: assessment.failed.map(({ body, campaign, obligation, subject, year }) => ({
        ...{ body, campaign, obligation, subject, year },
      })),
      damaged: [...assessment.damaged],
    };
    return json(FindingPage, answer, { "content-language": locale });
  },
});

export const findingEndpoints: readonly Endpoint[] = [listFindings];
