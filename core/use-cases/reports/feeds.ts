import * as z from "zod";
import type { AuditedPorts } from "../../audit/append.ts";
import { AuditActor } from "../../audit/entry.ts";
import { type AuditedOutcome, recordAudited } from "../../audit/record-audited.ts";
import type { StoredRecord } from "../../audit/stored.ts";
import { InstantNumber, localTime } from "../../calendar/zone.ts";
import { canonical } from "../../dossier/fact-path.ts";
import type { Clock, ListedRecords } from "../../ports.ts";
import { BodyId } from "../../register/body.ts";

/** A calendar that is read at an unguessable address, of a body and all bodies under it. */
export const Feed = z.strictObject({
  body: BodyId,
  /** Whose rights it is read with: it shows what this person may read at that moment. */
  by: AuditActor,
  at: InstantNumber,
  revoked: z.strictObject({ by: AuditActor, at: InstantNumber }).exactOptional(),
});
export type Feed = z.output<typeof Feed>;

/** Feeds by the hash of their address, so that who reads the store cannot read a calendar. */
export type FeedStore = ListedRecords;

export interface FeedPorts extends AuditedPorts<string> {
  readonly clock: Clock;
}

const FORMAT = 1;

/** A feed's name among all audited records. */
export const feedName = (key: string): string => `feed:${key}`;

/** The feed of stored text; null where there is none, or it cannot be read. */
export function readFeed(stored: Pick<StoredRecord, "format" | "data"> | null): Feed | null {
  if (stored?.format !== FORMAT) return null;
  try {
    return Feed.safeParse(JSON.parse(stored.data)).data ?? null;
  } catch {
    return null;
  }
}

interface Named {
  /** The hash of the feed's token. */
  readonly key: string;
  readonly actor: AuditActor;
  readonly zone: string;
  readonly request: string;
}

/** Opens a feed; that its reader may read the body is decided before, and again with every reading. */
export function openFeed(
  { body, ...named }: Named & { readonly body: string },
  ports: FeedPorts,
): Promise<AuditedOutcome | { readonly kind: "exists" }> {
  const { actor } = named;
  const by = { id: actor.id, name: actor.name };
  return change<{ readonly kind: "exists" }>(named, "open-feed", ports, (stored, at) =>
    stored ? { kind: "exists" } : { body, by, at },
  );
}

/** Closes a feed for ever; its address answers nothing from then on. */
export function revokeFeed(
  named: Named,
  ports: FeedPorts,
): Promise<AuditedOutcome | { readonly kind: "unknown" | "revoked" }> {
  const { actor } = named;
  return change<{ readonly kind: "unknown" | "revoked" }>(named, "revoke-feed", ports, (stored, at) => {
    const feed = readFeed(stored);
    if (!feed) return { kind: "unknown" };
    if (feed.revoked) return { kind: "revoked" };
    return { ...feed, revoked: { by: { id: actor.id, name: actor.name }, at } };
  });
}

function change<Refused extends { readonly kind: string }>(
  { key, actor, zone, request }: Named,
  command: "open-feed" | "revoke-feed",
  ports: FeedPorts,
  next: (stored: StoredRecord | null, at: Feed["at"]) => Feed | Refused,
): Promise<AuditedOutcome | Refused> {
  const asked = ports.hash(canonical([command, key, actor.id]));
  return recordAudited<string, Refused>(
    { key, record: feedName(key), request, isRepeatable: true, asked },
    (stored) => {
      const at = ports.clock.machineNow();
      const feed = next(stored, at);
      if ("kind" in feed) return feed;
      const by = { id: actor.id, name: actor.name };
      const { day } = localTime(ports.clock.calendarNow(), zone);
      const changes = [{ path: command === "open-feed" ? "opened" : "revoked", after: true }];
      const data = JSON.stringify(Feed.encode(feed));
      return { kind: "change", change: { by, at, day, command, reason: null, format: FORMAT, data, changes } };
    },
    ports,
  );
}
