import type { Context } from "hono";
import { type Caller, mayDo } from "../../../core/register/grant.ts";
import type { LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import { localeOf } from "../language.ts";
import { utf8Text } from "../utf8.ts";
import { loadAll } from "../view.ts";
import type { ApiDependencies } from "./dependencies.ts";
import type { Answer, Call, Endpoint, RawInput } from "./endpoint.ts";
import { Problem } from "./problem.ts";

/** Answers one request of one endpoint; throws {@link Problem}. */
export async function serve(endpoint: Endpoint, context: Context, deps: ApiDependencies): Promise<Response> {
  const caller = await deps.callerOf(context);
  if (!caller) throw new Problem("not-signed-in");
  const body = endpoint.body ? await readBody(context) : undefined;
  const loaded = await loadAll(deps);
  if (!loaded) throw new Problem("no-register");
  const raw: RawInput = { params: context.req.param(), query: queryOf(context), body };
  return responseOf(await endpoint.run(callOf(context, deps, caller, loaded), raw));
}

function callOf(context: Context, deps: ApiDependencies, caller: Caller, loaded: LoadedRegister): Call {
  const { register } = loaded;
  const may: Call["may"] = (action, body) => mayDo(action, caller, body, register);
  return {
    ...{ deps, caller, loaded, context, may },
    locale: localeOf(context),
    body: (id) => {
      const body = register.byId.get(id);
      if (!body) throw new Problem("unknown-body", { detail: `The register has no body ${id}.` });
      return body;
    },
    require: (action, body) => {
      if (!may(action, body)) throw new Problem("forbidden", { detail: `This needs the right to ${action}.` });
    },
  };
}

/** A parameter given twice is a list, which no schema takes. */
function queryOf(context: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? "") : values,
    ]),
  );
}

/** Only JSON is taken: a page of another site cannot make a browser send that without asking first. */
async function readBody(context: Context): Promise<unknown> {
  const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new Problem("unsupported-media-type");
  const text = utf8Text(await context.req.arrayBuffer());
  try {
    return JSON.parse(text ?? "");
  } catch {
    throw new Problem("invalid-json");
  }
}

function responseOf({ status, json, text, file, headers }: Answer): Response {
  if (file) {
    const disposition = `attachment; filename="${file.name}"`;
    const own = { "content-type": file.type, "content-disposition": disposition, ...headers };
    return new Response(Uint8Array.from(file.content), { status, headers: own });
  }
  if (text) return new Response(text.content, { status, headers: { "content-type": text.type, ...headers } });
  if (json === undefined) return new Response(null, { status, headers: { ...headers } });
  return new Response(JSON.stringify(json), { status, headers: { "content-type": "application/json", ...headers } });
}
