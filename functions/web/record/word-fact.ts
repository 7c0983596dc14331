import { parseDay } from "../../../core/calendar/day.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import type { FactPath } from "../../../core/dossier/fact-path.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { orderClauseIds } from "../../../core/order608/clauses/order-clause.ts";
import { orderClause } from "../../../core/order608/clauses/sentence.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { catalogueOf } from "../../../core/wording/wording.ts";
import { textsOf } from "../texts/all.ts";
import { type LabelKey, labelsOf } from "./texts/labels.ts";
import { recordTexts } from "./texts/pages.ts";

/** Fields whose name depends on what they belong to. */
const within: Readonly<Record<string, LabelKey>> = {
  ...{ "schedule/number": "scheduleNumber", "records/number": "recordsNumber", "appeals/number": "appealNumber" },
  ...{ "announces/date": "announcedDate", "announces/startsAt": "announcedTime", "announces/place": "announcedPlace" },
  ...{ "announces/schedule": "announcesSchedule", "announces/questions": "announcesQuestions" },
  ...{
    "place/ru": "placeRu",
    "place/kk": "placeKk",
    "decisions/text": "decision",
    "protocol/appeals": "listedAppeals",
  },
};

/** A list's items, each by the name of one. */
const items: Readonly<Record<string, LabelKey>> = {
  ...{ meetings: "meeting", notices: "notice", signatures: "signature", appeals: "appeal", decisions: "decision" },
  ...{ waivers: "waiver" },
};

/** The name of a field, `parent` being the object or list that it belongs to. */
export function labelOf(parent: string, key: string, locale: Locale): string {
  const labels: Readonly<Record<string, string>> = { ...labelsOf(locale) };
  const own = within[`${parent}/${key}`] ?? key;
  return labels[own] ?? labels[items[key] ?? ""] ?? key;
}

/** Where something stands in a dossier: `Отчетная встреча 12.03.2027 › Обращение № A-1 › Дата ответа`. */
export function wordPath(path: FactPath, dossier: Pick<Dossier, "meetings"> | null, locale: Locale): string {
  const words: string[] = [];
  for (let index = 0; index < path.length; index++) {
    const key = path[index] ?? "";
    const name = path[index + 1];
    const isList = Object.hasOwn(items, key) && !(key === "appeals" && path[index - 1] === "protocol");
    if (isList && name !== undefined) {
      words.push(wordItem(key, name, dossier, locale));
      index++;
    } else words.push(labelOf(parentOf(path, index), key, locale));
  }
  return words.join(" › ");
}

/** The object or list above: names of list items are passed over. */
const parentOf = (path: FactPath, index: number): string => {
  const above = path[index - 1] ?? "";
  const list = path[index - 2] ?? "";
  return Object.hasOwn(items, list) && !Object.hasOwn(within, `${above}/${path[index]}`) ? list : above;
};

function wordItem(list: string, name: string, dossier: Pick<Dossier, "meetings"> | null, locale: Locale): string {
  const { subjects, time } = catalogueOf(locale);
  const label = labelOf("", list, locale);
  switch (list) {
    case "meetings": {
      const meeting = dossier?.meetings.find(({ id }) => id === name);
      return `${label} ${meeting ? time.date(meeting.date) : name}`;
    }
    case "appeals":
      return subjects.appeal(name);
    case "decisions":
      return subjects.decision(name);
    case "signatures":
      return `${label} (${wordValue(name, "role", locale)})`;
    default:
      return /^\d+$/.test(name) ? `${label} ${Number(name) + 1}` : `${label} ${name}`;
  }
}

/** Something recorded, in words: days in the reader's form, chosen values by name, parts one after another. */
export function wordValue(value: unknown, key: string, locale: Locale): string {
  const texts = recordTexts(locale);
  if (value === undefined || value === null) return texts.nothingThere;
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (Array.isArray(value)) {
    return value.length === 0 ? texts.nothingThere : value.map((item) => wordValue(item, key, locale)).join("; ");
  }
  if (typeof value === "object") {
    if ("ru" in value && "kk" in value) return `${value.kk} / ${value.ru}`;
    return Object.entries(value)
      .filter(([name, part]) => name !== "id" && !(Array.isArray(part) && part.length === 0))
      .map(([name, part]) => `${labelOf(key, name, locale)}: ${wordValue(part, name, locale)}`)
      .join("; ");
  }
  return wordText(String(value), key, locale);
}

function wordText(text: string, key: string, locale: Locale): string {
  const words = chosenWords(key, locale);
  if (words && Object.hasOwn(words, text)) return words[text] ?? text;
  const day = parseDay(text);
  if (day !== undefined) return catalogueOf(locale).time.date(day);
  return text === "dossier" && key === "subject" ? recordTexts(locale).whole : text;
}

/** The subjects of p. 6 that a report covers. */
const sections = orderClauseIds.filter((id) => id.startsWith("6("));

/** The words of values that are chosen, by the field's name. */
export function chosenWords(key: string, locale: Locale): Readonly<Record<string, string>> | null {
  const { options } = recordTexts(locale);
  const { missing, obligations } = catalogueOf(locale);
  switch (key) {
    case "channel":
    case "kind":
    case "answered":
    case "competence":
    case "route":
    case "role":
      return options[key];
    case "groups":
      return missing.invitation;
    case "sections":
      return Object.fromEntries(sections.map((id) => [id.slice("6(".length, -1), `${id} ${orderClause(id)[locale]}`]));
    case "status":
      return textsOf(locale).body.meetingStates;
    case "obligation":
      return Object.fromEntries(ObligationId.options.map((id) => [id, obligations[id].full]));
    default:
      return null;
  }
}
