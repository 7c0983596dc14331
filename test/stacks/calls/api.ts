import { acknowledgementName } from "../../../core/acknowledge.ts";
import type { LetterId } from "../../../core/escalation/ledger.ts";
import type { Endpoint } from "../../../functions/web/api/endpoint.ts";
import { endpoints } from "../../../functions/web/api/endpoints.ts";

/** One request, of the pages or of the API. */
export interface Asked {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly input?: unknown;
}

/** What is sent to the endpoints that take a body. Of the commands, which are recorded all alike, there is one. */
const inputs: Readonly<Record<string, unknown>> = {
  commandApproveSchedule: { approvedOn: "2027-01-15", number: "12-П" },
  acknowledgeLetter: { kind: "seen" },
  startSweep: {},
};

const isOneOfMany = ({ id, tag }: Endpoint): boolean => tag === "Commands" && !(id in inputs);

/** Every endpoint once, in the order of the documentation; the audit twice, of a dossier and of the answers to a letter. */
export function everyRequest(body: string, campaign: number, letter: LetterId): readonly Asked[] {
  const records = [`dossier:${body}:${campaign}`, acknowledgementName(letter)];
  return endpoints
    .filter((endpoint) => !isOneOfMany(endpoint))
    .flatMap((endpoint) => {
      const all = endpoint.path.includes("{record}") ? records : [""];
      return all.map((record) => requestOf(endpoint, { body, campaign, ...letter, record }));
    });
}

function requestOf({ method, path, id }: Endpoint, values: Readonly<Record<string, string | number>>): Asked {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing is known to put into ${path} for ${name}.`);
    return String(value);
  });
  if (method === "get") return { method: "GET", path: `/api${filled}` };
  if (!(id in inputs)) throw new Error(`Nothing is known to send to ${path}: give ${id} an input.`);
  return { method: "POST", path: `/api${filled}`, input: inputs[id] };
}
