import type { AuditedOutcome } from "../../../core/audit/record-audited.ts";
import type { Locale } from "../../../core/register/locale.ts";

/** Words that every form needs. */
export interface FormTexts {
  readonly problem: string;
  readonly optional: string;
  readonly choose: string;
  readonly save: string;
  readonly cancel: string;
  readonly done: string;
  readonly changed: string;
  readonly busy: string;
  readonly sentBefore: string;
  readonly tooLarge: string;
  readonly forbidden: string;
}

const kk: FormTexts = {
  problem: "Мынаны түзету керек",
  optional: "міндетті емес",
  choose: "Таңдаңыз",
  save: "Сақтау",
  cancel: "Бас тарту",
  done: "Сақталды.",
  changed:
    "Бұл жазбаны сіз ашқаннан кейін басқа адам өзгертті. Енгізгеніңіз сақтаулы тұр: жаңа деректерді тексеріп, қайта жіберіңіз.",
  busy: "Дәл осы сәтте жазбаны басқалар өзгертіп жатыр. Енгізгеніңіз сақтаулы тұр: қайта жіберіңіз.",
  sentBefore: "Бұл нысан бұрын жіберілген. Мәліметтерді тексеріп, қажет болса қайта жіберіңіз.",
  tooLarge: "Жазба тым үлкен болып кетті: оған ештеңе қосылмайды. Әкімшіге жүгініңіз.",
  forbidden: "Бұған сіздің рұқсатыңыз жетпейді. Әкімшіге жүгініңіз.",
};

const ru: FormTexts = {
  problem: "Нужно исправить",
  optional: "необязательно",
  choose: "Выберите",
  save: "Сохранить",
  cancel: "Назад",
  done: "Сохранено.",
  changed:
    "После того как вы открыли эту запись, ее изменил другой человек. Введенное осталось на месте: проверьте новые данные и отправьте еще раз.",
  busy: "Запись в эту самую минуту меняют другие. Введенное осталось на месте: отправьте еще раз.",
  sentBefore: "Эта форма уже была отправлена. Проверьте сведения и при необходимости отправьте еще раз.",
  tooLarge: "Запись стала слишком большой: добавить в нее ничего нельзя. Обратитесь к администратору.",
  forbidden: "Ваших прав для этого недостаточно. Обратитесь к администратору.",
};

const en: FormTexts = {
  problem: "Please correct",
  optional: "optional",
  choose: "Choose",
  save: "Save",
  cancel: "Back",
  done: "Saved.",
  changed:
    "Somebody changed this record after you had opened it. What you typed is still here: check the new data and send it again.",
  busy: "Others are changing this record at this very moment. What you typed is still here: send it again.",
  sentBefore: "This form was sent before. Check the facts and send it again if need be.",
  tooLarge: "The record has become too large: nothing can be added to it. Ask an administrator.",
  forbidden: "Your grants do not cover this. Ask an administrator.",
};

const all: Readonly<Record<Locale, FormTexts>> = { kk, ru, en };

/** The words of forms in a language. */
export const formTexts = (locale: Locale): FormTexts => all[locale];

/** Why a request that was in order is not recorded. */
export type Hindrance = Exclude<AuditedOutcome["kind"], "recorded">;

/** The sentences that say so. */
export function hindranceTexts(locale: Locale): Readonly<Record<Hindrance, string>> {
  const { changed, busy, sentBefore, tooLarge } = formTexts(locale);
  return { conflict: changed, busy, "other-request": sentBefore, "too-large": tooLarge };
}
