import * as z from "zod";
import { actions } from "../../../../core/register/grant.ts";
import { defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { name } from "../schemas.ts";
import { calendarEndpoints } from "./calendar.ts";
import { policyEndpoints } from "./policy.ts";

const Me = name(
  "Me",
  z.strictObject({
    id: z.string(),
    name: z.string(),
    grants: z.array(z.string()),
    /** What you may do somewhere. */
    actions: z.array(z.string()),
  }),
);

const getMe = defineEndpoint({
  method: "get",
  path: "/me",
  id: "getMe",
  tag: "Settings",
  summary: "Who you are to Esep, and what you may do somewhere.",
  params: None,
  query: None,
  answers: {
    200: {
      description: "You.",
      schema: Me,
      example: { id: "user:aigerim", name: "Айгерим", grants: ["staff@DP-10"], actions: ["read", "record"] },
    },
  },
  handle: async (_input, call) => {
    const { id, name, grants } = call.caller;
    const everywhere = [null, ...call.loaded.register.bodies];
    const own = actions.filter((action) => everywhere.some((body) => call.may(action, body)));
    return json(Me, { id, name, grants: [...grants], actions: own });
  },
});

export const settingEndpoints: readonly Endpoint[] = [getMe, ...policyEndpoints, ...calendarEndpoints];
