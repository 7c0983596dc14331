import type { FactsText } from "../../../core/dossier/facts.ts";
import { departmentText, districtText, dossierOf, heldOn, ministryText } from "../../core/support/facts.ts";

/** Who imports. */
export const by = { id: "user:1", name: "Айгерим" };

/** The register before. */
export const bodies = [ministryText, departmentText, districtText, { ...departmentText, id: "DP-2", contacts: [] }];

export const districts = Array.from({ length: 12 }, (_, index) => ({
  ...districtText,
  id: `PB-${index + 10}`,
  contacts: [],
}));

/** What is imported: twelve districts more, each with a meeting that was held. */
export const after: FactsText = {
  bodies: [...bodies, ...districts],
  dossiers: districts.map(({ id }) => dossierOf([heldOn("2027-03-12")], { body: id })),
};
