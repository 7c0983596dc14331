import * as z from "zod";

/** SES takes letters, digits, `_` and `-` in the names and values of tags, and refuses the letter otherwise. */
const TagText = z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, "has characters that SES does not allow in tags");

/** One name and value that a letter's events carry. */
export const Tag = z.strictObject({ name: TagText, value: TagText });
export type Tag = z.output<typeof Tag>;

/** SendRawEmail as our sender uses it. */
export const Sending = z.strictObject({
  raw: z
    .base64("is not base64")
    .min(1, "is empty")
    .transform((text) => Buffer.from(text, "base64")),
  source: z.string().min(1).nullable(),
  /** The envelope; empty when the letter's own To, Cc and Bcc are meant. */
  recipients: z.array(z.string().includes("@")).max(50, "are more than 50"),
  configurationSet: z.string().min(1).nullable(),
  tags: z.array(Tag).max(50),
});
export type Sending = z.output<typeof Sending>;

/** The Query protocol writes a list as `Name.member.1`, `Name.member.2`, …, here with an optional field of each member. */
function membersOf(form: URLSearchParams, list: string, field = ""): string[] {
  const members: string[] = [];
  for (let index = 1; ; index++) {
    const member = form.get(`${list}.member.${index}${field}`);
    if (member === null) return members;
    members.push(member);
  }
}

/** Reads a form of the Query protocol. */
export function parseSending(form: URLSearchParams): z.ZodSafeParseResult<Sending> {
  const values = membersOf(form, "Tags", ".Value");
  return Sending.safeParse({
    raw: form.get("RawMessage.Data") ?? "",
    source: form.get("Source"),
    recipients: membersOf(form, "Destinations"),
    configurationSet: form.get("ConfigurationSetName"),
    tags: membersOf(form, "Tags", ".Name").map((name, index) => ({ name, value: values[index] ?? "" })),
  });
}
