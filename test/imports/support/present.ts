import { Dossier, type DossierText } from "../../../core/dossier/dossier.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import type { Body } from "../../../core/register/body.ts";
import { createRegister } from "../../../core/register/register.ts";
import type { Present } from "../../../core/use-cases/register-changes/import-plan.ts";

/** What is recorded, of parsed bodies and the dossiers given. */
export function presentOf(bodies: readonly Body[], texts: readonly DossierText[] = []): Present {
  const dossiers = texts.map((text) => Dossier.parse(text));
  return {
    version: 1,
    register: createRegister(bodies),
    policy: defaultPolicy,
    policyVersion: null,
    dossiers,
    withDossier: new Set(dossiers.map(({ body }) => body)),
    damaged: [],
    last: 2028,
  };
}
