import { answerTo } from "./calls.ts";
import { computedOf } from "./computed.ts";
import type { Resource } from "./graph.ts";
import type { plainer } from "./plain.ts";
import type { Mocks, Monitor, Pulumi, RegisterRequest } from "./pulumi.ts";

/** The cloud as a table of answers. */
export const mocksOf = (plain: ReturnType<typeof plainer>, region: string): Mocks => ({
  call: ({ token, inputs }) => answerTo(token, plain(inputs), region),
  newResource: ({ type, name, inputs, custom, id }) => {
    const given = plain(inputs);
    if (!custom) return { id: undefined, state: given };
    const { id: computedId = `${name}-id`, ...computed } = computedOf(type, name, given, region);
    const naming = type.startsWith("aws:") && given["name"] === undefined ? { name } : {};
    return { id: id || String(computedId), state: { ...naming, ...given, ...computed } };
  },
});

/**
 * Notes every resource with the options that the mocks are not told. Names get their parents' types, as the engine gives
 * them; a name that is used twice is refused, as the engine would.
 */
export function record(
  pulumi: Pulumi,
  plain: ReturnType<typeof plainer>,
  stack: string,
): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  const monitor: Monitor = pulumi.runtime.getMonitor();
  monitor.newUrn = (parent, type, name) => {
    const above = parent.split("::")[2] ?? "";
    const isTop = above === "" || above === "pulumi:pulumi:Stack";
    return `urn:pulumi:${stack}::${isTop ? type : `${above}$${type}`}::${name}`;
  };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, done) => {
    const urn = monitor.newUrn(request.getParent(), request.getType(), request.getName());
    if (resources.has(urn)) throw new Error(`Two resources have the name ${urn}.`);
    resources.set(urn, resourceOf(request, plain(pulumi.deserialize(request.getObject()))));
    return register(request, done);
  };
  return resources;
}

const resourceOf = (request: RegisterRequest, inputs: Record<string, unknown>): Resource => ({
  type: request.getType(),
  name: request.getName(),
  inputs,
  isProtected: request.getProtect(),
  isRetained: request.getRetainondelete(),
});
