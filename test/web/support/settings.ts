import { expect } from "vitest";
import { departmentText, districtText, dossierOf, meetingOn, ministryText } from "../../core/support/facts.ts";
import { faultsOf } from "./html.ts";
import { type Fields, hiddenOf, type pagesAs } from "./signed-in.ts";

/** A body with a meeting to come, so that there is something to move. */
export const facts = {
  bodies: [ministryText, departmentText, districtText],
  dossiers: [dossierOf([meetingOn("2027-03-25")], { schedule: { approvedOn: "2027-01-11" } })],
};

type Pages = ReturnType<typeof pagesAs>;

/** Looks ahead by a form, and hands on the form that applies it. */
export async function looked(pages: Pages, path: string, fields: Fields) {
  const seen = await pages.post(`${path}/preview`, fields);
  expect([seen.status, faultsOf(seen.html)]).toEqual([200, []]);
  return { ...seen, hidden: hiddenOf(seen.html, `${path}/apply`) };
}

/** The same, and applies it. */
export async function applied(pages: Pages, path: string, fields: Fields): Promise<void> {
  const { hidden } = await looked(pages, path, fields);
  const done = await pages.post(`${path}/apply`, { ...hidden, reason: "Указание 19" });
  expect([done.status, done.location]).toEqual([303, `${path}?done=applied`]);
}
