export { ObligationId } from "../dossier/obligation-id.ts"; // moved: to be removed when all imports follow
