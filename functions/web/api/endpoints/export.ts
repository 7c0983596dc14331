import * as z from "zod";
import { Facts } from "../../../../core/dossier/facts.ts";
import { type Body, BodyId } from "../../../../core/register/body.ts";
import { contactTable, csvText, registerTable, type Table } from "../../../../core/register/csv-form.ts";
import { factsText, presentNow } from "../../../../core/use-cases/register-changes/import-runs.ts";
import { defineEndpoint, type Endpoint, None } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { visibleBodies } from "../register.ts";
import { named } from "../schemas.ts";

named.add(Facts, { id: "Facts" });

const tableEndpoint = (file: "register" | "contacts", tableOf: (bodies: readonly Body[]) => Table): Endpoint =>
  defineEndpoint({
    method: "get",
    path: `/export/${file}`,
    id: file === "register" ? "exportRegister" : "exportContacts",
    tag: "Export",
    summary: `The ${file === "register" ? "bodies" : "contacts of the bodies"} that you may see as CSV, in the form that an import takes.`,
    params: None,
    query: z.strictObject({ scope: BodyId.exactOptional() }),
    answers: { 200: { description: "The table; cells are guarded against formulas.", text: "text/csv" } },
    errors: ["unknown-body", "forbidden"],
    handle: async ({ query: { scope } }, call) => {
      const top = scope === undefined ? null : call.body(scope);
      if (top) call.require("export", top);
      const bodies = visibleBodies(top, "export", call.caller, call.loaded.register);
      return { status: 200, text: { type: "text/csv; charset=utf-8", content: csvText(tableOf(bodies)) } };
    },
  });

const exportFacts = defineEndpoint({
  method: "get",
  path: "/export/facts",
  id: "exportFacts",
  tag: "Export",
  summary: "Everything that is recorded as a facts file, in the form that an import takes.",
  params: None,
  query: None,
  answers: {
    200: { description: "The facts file.", schema: Facts, example: { bodies: [], dossiers: [] } },
  },
  errors: ["forbidden", "damaged-record"],
  handle: async (_input, call) => {
    call.require("export", call.loaded.register.ministry);
    const present = await presentNow(call.deps);
    if (present.damaged.length > 0) throw new Problem("damaged-record");
    return { status: 200, json: JSON.parse(factsText(present)) };
  },
});

export const exportEndpoints: readonly Endpoint[] = [
  tableEndpoint("register", registerTable),
  tableEndpoint("contacts", contactTable),
  exportFacts,
];
