import type { Grant } from "../../core/register/grant.ts";
import type { GrantRecord } from "../../core/register/grant-record.ts";
import { MINISTRY } from "../register/load.ts";

/** Somebody whom the demo's sign-in page offers, without a password; no real person is named. */
export interface DemoUser {
  readonly id: string;
  readonly name: string;
  /** What the role is for, on the sign-in page and at start. */
  readonly role: string;
  readonly grants: readonly Grant[];
}

/** One user for each role. */
export const demoUsers: readonly DemoUser[] = [
  { id: "demo-admin", name: "Demo: administrator", role: "administrator of the ministry", grants: ["admin"] },
  { id: "demo-ministry", name: "Demo: ministry staff", role: "staff of the ministry", grants: [`staff@${MINISTRY}`] },
  { id: "demo-department", name: "Demo: DP-10 staff", role: "staff of a department", grants: ["staff@DP-10"] },
  { id: "demo-officer", name: "Demo: officer", role: "officer of a city body", grants: ["staff@PB-101000000"] },
  { id: "demo-viewer", name: "Demo: viewer", role: "reads a department", grants: ["viewer@DP-10"] },
];

/** The client that a machine signs in as; it may do everything, so that a newcomer needs one token only. */
export const DEMO_MACHINE = "esep-machine";

/** What the demo's users and machine may do before an administrator changes it. */
export const demoGrants: readonly GrantRecord[] = [
  ...demoUsers.map(({ id, name, grants }) => ({ subject: `user:${id}`, name, grants: [...grants] })),
  { subject: `client:${DEMO_MACHINE}`, name: "Demo: machine", grants: ["admin", `staff@${MINISTRY}`] },
];
