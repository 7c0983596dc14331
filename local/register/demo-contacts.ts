import type { BodyText } from "../../core/register/body.ts";
import type { Bilingual } from "../../core/register/locale.ts";

type ContactText = BodyText["contacts"][number];
type Role = ContactText["role"];

/** What demo letters call the holders of a role; no real person is named. */
const TITLES: Readonly<Record<Role, Bilingual>> = {
  officer: { ru: "Демо: ответственный сотрудник", kk: "Демо: жауапты қызметкер" },
  head: { ru: "Демо: начальник", kk: "Демо: бастық" },
  staff: { ru: "Демо: штаб", kk: "Демо: штаб" },
  apex: { ru: "Демо: руководитель аппарата", kk: "Демо: аппарат басшысы" },
};

/** Demo addresses lie under `.example` (RFC 2606), which no mail can ever reach. */
const addressOf = (role: Role, body: string): string => `${role}.${body.toLowerCase()}@police.example`;

const contact = (role: Role, body: string, place: Bilingual, locale: "kk" | "ru"): ContactText => ({
  role,
  name: `${TITLES[role][locale]} (${place[locale]})`,
  email: addressOf(role, body),
  locale,
});

/** Which of a body's people the demo leaves out, so that letters fall to the next in line and administrators are told. */
function isVacant(role: Role, index: number): boolean {
  if (index % 89 === 44) return true;
  return index % 47 === (role === "head" ? 21 : 33);
}

/** Kazakh and Russian turn by turn; every ninth person gets letters in both, by two contacts with one address. */
function localesOf(role: Role, index: number): readonly ("kk" | "ru")[] {
  const turn = index + (role === "head" ? 1 : 0);
  if (turn % 9 === 4) return ["kk", "ru"];
  return turn % 3 === 0 ? ["ru"] : ["kk"];
}

/** Made-up officers and heads of a body, and the staff of a department; `index` is its place in the register. */
export function demoContacts(body: string, isDepartment: boolean, place: Bilingual, index: number): ContactText[] {
  const own: readonly Role[] = (["officer", "head"] as const).filter((role) => isDepartment || !isVacant(role, index));
  const roles: readonly Role[] = isDepartment ? [...own, "staff"] : own;
  return roles.flatMap((role) => localesOf(role, index).map((locale) => contact(role, body, place, locale)));
}

/** The staff unit and the chief of staff of the ministry, who read both official languages. */
export function demoMinistryContacts(body: string, place: Bilingual): ContactText[] {
  return [contact("staff", body, place, "kk"), contact("staff", body, place, "ru"), contact("apex", body, place, "ru")];
}
