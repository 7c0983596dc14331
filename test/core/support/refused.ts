import { Facts, type FactsText } from "../../../core/dossier/facts.ts";
import { departmentText, districtText, dossierOf, type MeetingText, ministryText } from "./facts.ts";

/** A valid register of three bodies with the dossiers given. */
export const factsWith = (dossiers: FactsText["dossiers"] = []): FactsText => ({
  bodies: [ministryText, departmentText, districtText],
  dossiers,
});

/** Valid facts with one meeting in one dossier. */
export const factsOfMeeting = (meeting: MeetingText): FactsText => factsWith([dossierOf([meeting])]);

/** What is refused in an input, as `path: message`; an unknown key is named as a part of its path. */
export function refusedIn(input: unknown): string[] {
  const { error } = Facts.safeParse(input);
  return (error?.issues ?? []).flatMap((issue) => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
    return keys.map((key) => `${[...issue.path, ...(key === undefined ? [] : [key])].join(".")}: ${issue.message}`);
  });
}

/** The paths of what is refused. */
export const refusedPaths = (input: unknown): string[] => refusedIn(input).map((text) => text.split(": ")[0] ?? "");

/** A copy of plain data with one value changed, or taken away when the value is undefined; `path` is dotted. */
export function changed(data: unknown, path: string, value: unknown): unknown {
  const [key = "", ...rest] = path.split(".");
  const next = (inner: unknown) => (rest.length === 0 ? value : changed(inner, rest.join("."), value));
  if (Array.isArray(data)) return Object.assign([...data], { [key]: next(data[Number(key)]) });
  const { [key]: inner, ...others } = Object.fromEntries(Object.entries(Object(data)));
  const replaced = next(inner);
  return replaced === undefined ? others : { ...others, [key]: replaced };
}
