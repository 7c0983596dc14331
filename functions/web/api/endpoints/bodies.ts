import * as z from "zod";
import { DayText } from "../../../../core/calendar/day.ts";
import { localTime } from "../../../../core/calendar/zone.ts";
import { contactsInOffice } from "../../../../core/escalation/recipients.ts";
import { Body, BodyId, Contact, ContactRole } from "../../../../core/register/body.ts";
import { Bilingual } from "../../../../core/register/locale.ts";
import { matchesSearch } from "../../../../core/status/search.ts";
import { tagOf } from "../conditions.ts";
import { defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { pageFrom, pageOf, paging } from "../page.ts";
import { visibleBodies } from "../register.ts";
import { name } from "../schemas.ts";

const BodySummary = name(
  "BodySummary",
  z.strictObject({
    id: BodyId,
    parent: BodyId.nullable(),
    kind: Body.shape.kind,
    name: Bilingual,
    zone: z.string(),
    activeFrom: DayText,
    activeTo: DayText.nullable(),
    /** The department with all bodies under it, or the ministry, that the body is swept with. */
    scope: BodyId,
  }),
);

const BodyPage = name("BodyPage", pageOf(BodySummary));

const exampleBody = {
  id: "DP-10",
  parent: "MIA",
  kind: "department",
  name: { ru: "Департамент полиции области Абай", kk: "Абай облысының полиция департаменті" },
  zone: "Asia/Almaty",
  activeFrom: "2000-01-01",
};

const listBodies = defineEndpoint({
  method: "get",
  path: "/bodies",
  id: "listBodies",
  tag: "Register",
  summary: "The bodies that you may see, in register order.",
  params: None,
  query: z.strictObject({
    ...paging,
    /** A body's id: it and all bodies under it. */
    scope: BodyId.exactOptional(),
    /** Words of an id or name; Kazakh letters may be typed as Russian ones. */
    search: z.string().max(200).exactOptional(),
  }),
  answers: {
    200: {
      description: "One page.",
      schema: BodyPage,
      example: { items: [{ ...exampleBody, activeTo: null, scope: "DP-10" }], next: null },
    },
  },
  errors: ["unknown-body"],
  handle: async ({ query: { scope, search = "", ...wanted } }, call) => {
    const { register } = call.loaded;
    const top = scope === undefined ? null : call.body(scope);
    const found = visibleBodies(top, "read", call.caller, register).filter(({ id, name }) =>
      matchesSearch(search, { body: id, name }),
    );
    const { items, next } = pageFrom(found, ({ id }) => id, wanted);
    const summaries = items.map((body) => {
      const { id, parent, kind, name, zone, activeFrom, activeTo = null } = body;
      return { id, parent, kind, name, zone, activeFrom, activeTo, scope: register.scopeOf(body) };
    });
    return json(BodyPage, { items: summaries, next });
  },
});

const getBody = defineEndpoint({
  method: "get",
  path: "/bodies/{body}",
  id: "getBody",
  tag: "Register",
  summary: "A body with its contacts.",
  params: z.strictObject({ body: BodyId }),
  query: None,
  answers: {
    200: {
      description: "The body.",
      schema: Body,
      headers: { ETag: "The register's version, for `If-Match` of its changes." },
      example: { ...exampleBody, contacts: [] },
    },
  },
  errors: ["unknown-body", "forbidden"],
  examples: { params: { body: "DP-10" } },
  handle: async ({ params }, call) => {
    const body = call.body(params.body);
    call.require("read", body);
    return json(Body, body, { etag: tagOf(call.loaded.directory.version) });
  },
});

const OwnedContact = name("BodyContact", z.strictObject({ body: BodyId, inOffice: z.boolean(), contact: Contact }));
const ContactPage = name("ContactPage", pageOf(OwnedContact));

const listContacts = defineEndpoint({
  method: "get",
  path: "/contacts",
  id: "listContacts",
  tag: "Register",
  summary: "The contacts of the bodies that you may see, in register order.",
  params: None,
  query: z.strictObject({ ...paging, scope: BodyId.exactOptional(), role: ContactRole.exactOptional() }),
  answers: {
    200: {
      description: "One page; `inOffice` says whether letters go there today.",
      schema: ContactPage,
      example: {
        items: [
          {
            body: "DP-10",
            inOffice: true,
            contact: { role: "officer", name: "А. Ахметов", email: "officer@dp-10.example", locale: "kk" },
          },
        ],
        next: null,
      },
    },
  },
  errors: ["unknown-body"],
  handle: async ({ query: { scope, role, ...wanted } }, call) => {
    const now = call.deps.clock.calendarNow();
    const top = scope === undefined ? null : call.body(scope);
    const all = visibleBodies(top, "read", call.caller, call.loaded.register).flatMap((body) => {
      const today = localTime(now, body.zone).day;
      return body.contacts.map((contact, index) => ({ body, contact, index, today }));
    });
    const found = all.filter(({ contact }) => role === undefined || contact.role === role);
    const { items, next } = pageFrom(found, ({ body, index }) => `${body.id} ${index}`, wanted);
    const contacts = items.map(({ body, contact, today }) => {
      return { body: body.id, inOffice: contactsInOffice(body, today).includes(contact), contact };
    });
    return json(ContactPage, { items: contacts, next });
  },
});

export const bodyEndpoints: readonly Endpoint[] = [listBodies, getBody, listContacts];
