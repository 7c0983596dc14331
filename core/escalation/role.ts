export { EscalationRole } from "../order608/role.ts"; // moved: to be removed when all imports follow
