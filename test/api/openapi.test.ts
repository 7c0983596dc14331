import { Hono } from "hono";
import { expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { commands } from "../../core/dossier/commands/all.ts";
import { endpoints } from "../../functions/web/api/endpoints.ts";
import { openApi } from "../../functions/web/api/openapi.ts";
import { problemCodes } from "../../functions/web/api/problem.ts";
import { createSessions } from "../../functions/web/sign-in/sessions.ts";
import { memorySessions } from "../support/memory/sessions.ts";
import { apiAt, inMemory } from "./support/api.ts";
import { misfit, openApiDocument, operations } from "./support/document.ts";

test("the document is served to everybody, and every endpoint stands in it once", async () => {
  const { ask } = apiAt("2027-01-15T10:00", await inMemory());
  const answer = await ask("/openapi.json", { as: null });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/json"]);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(ids.toSorted()).toEqual(endpoints.map(({ id }) => id).sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test("the session's cookie has the name that a browser gets where the app is reached by https", async () => {
  const sessions = createSessions(memorySessions(), "https://esep.example");
  const app = new Hono().get("/", async (context) => {
    await sessions.start(context, { subject: "user:u", name: "А" }, instant(0));
    return context.text("");
  });
  const set = (await app.request("/")).headers.get("set-cookie") ?? "";
  expect(openApi()).toMatchObject({ components: { securitySchemes: { session: { name: set.split("=")[0] } } } });
});

test("there is one endpoint for each command", () => {
  const paths = commands.map(({ name }) => `/dossiers/{body}/{campaign}/commands/${name}`);
  expect(Object.keys(openApiDocument.paths)).toEqual(expect.arrayContaining(paths));
});

test("every reference leads somewhere, and no schema of a machine's making has a name of its own", () => {
  const names = new Set(Object.keys(openApiDocument.components.schemas));
  const references = JSON.stringify(openApiDocument).matchAll(/"\$ref":"([^"]*)"/g);
  for (const [, reference = ""] of references) {
    expect(names).toContain(reference.replace("#/components/schemas/", ""));
  }
  expect([...names].filter((name) => name.includes("__"))).toEqual([]);
});

test("parameters of a path are those that its pattern names", () => {
  for (const { path, operation } of operations) {
    const own = operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
    expect(own).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  }
});

test("every example fits its schema, of bodies, parameters, answers and errors", () => {
  for (const { operation } of operations) {
    for (const { schema, example } of operation.parameters) {
      if (example !== undefined)
        expect([operation.operationId, misfit(schema, example)]).toEqual([operation.operationId, null]);
    }
    const answers = Object.values(operation.responses).flatMap(({ content = {} }) => Object.values(content));
    for (const { schema, example, examples = {} } of [
      ...Object.values(operation.requestBody?.content ?? {}),
      ...answers,
    ]) {
      const given = [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)];
      for (const value of given) {
        expect([operation.operationId, schema && misfit(schema, value)]).toEqual([operation.operationId, null]);
      }
    }
  }
});

test("every body, every answer in JSON and every error has an example", () => {
  for (const { operation } of operations) {
    const answers = Object.values(operation.responses).flatMap(({ content = {} }) => Object.entries(content));
    const bodies = Object.entries(operation.requestBody?.content ?? {});
    for (const [type, { example, examples }] of [...bodies, ...answers]) {
      if (type.endsWith("json")) expect([operation.operationId, example ?? examples]).not.toContain(undefined);
    }
  }
});

test("every error has a code of the table, and every code belongs to some endpoint or to the way there", () => {
  const documented = new Set(
    operations.flatMap(({ operation }) =>
      Object.values(operation.responses).flatMap(({ content }) =>
        Object.keys(content?.["application/problem+json"]?.examples ?? {}),
      ),
    ),
  );
  const onTheWay = ["not-found", "method-not-allowed"];
  expect([...documented, ...onTheWay].sort()).toEqual([...problemCodes].sort());
});

test("the check of answers bites: another type, a field too many and one too few are misfits", () => {
  const { Finding: schema = {} } = openApiDocument.components.schemas;
  const good = operations.find(({ path }) => path === "/findings")?.operation.responses["200"];
  const page = good?.content?.["application/json"]?.example as { items: Record<string, unknown>[] }; // a page of findings
  const [finding = {}] = page.items;
  const { due: _due, ...less } = finding;
  expect(misfit(schema, finding)).toBeNull();
  for (const bad of [
    { ...finding, due: 5 },
    { ...finding, more: 1 },
    less,
    { ...finding, derivation: { kind: "fixed" } },
  ]) {
    expect(misfit(schema, bad)).not.toBeNull();
  }
});
