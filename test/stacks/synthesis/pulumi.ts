import { createRequire } from "node:module";
import { join } from "node:path";

/** What the mocks are told of a resource or a call. */
interface Registration {
  readonly type: string;
  readonly name: string;
  readonly inputs: unknown;
  readonly custom?: boolean;
  readonly id?: string;
}
interface Call {
  readonly token: string;
  readonly inputs: unknown;
}
export interface Mocks {
  newResource(registration: Registration): { readonly id: string | undefined; readonly state: unknown };
  call(call: Call): unknown;
}

/** The request with which a program registers a resource; the mocks are told less. */
export interface RegisterRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getCustom(): boolean;
  getProtect(): boolean;
  getRetainondelete(): boolean;
  getObject(): unknown;
}
export interface Monitor {
  newUrn(parent: string, type: string, name: string): string;
  registerResource(request: RegisterRequest, done: unknown): unknown;
}

/** The part of Pulumi's SDK that is used here: its types lie in the platform, which the type check may not have. */
export interface Pulumi {
  readonly runtime: {
    setAllConfig(config: Readonly<Record<string, string>>): void;
    setMocks(mocks: Mocks, project: string, stack: string, preview: boolean, organization: string): Promise<void>;
    getMonitor(): Monitor;
    runInPulumiStack(program: () => Promise<unknown>): Promise<unknown>;
  };
  readonly asset: Record<"Asset" | "Archive", { isInstance(value: unknown): boolean }>;
  /** Reads the properties of a request. */
  deserialize(properties: unknown): unknown;
}

/** The platform's own copy, the one that its components use. */
export function loadPulumi(platform: string): Pulumi {
  const load = createRequire(join(platform, "package.json"));
  const { runtime, asset } = load("@pulumi/pulumi");
  return { runtime, asset, deserialize: load("@pulumi/pulumi/runtime/rpc.js").deserializeProperties };
}
