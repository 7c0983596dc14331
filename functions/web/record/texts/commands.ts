import { type CommandName, isCommandName } from "../../../../core/dossier/commands/command-name.ts";
import type { Locale } from "../../../../core/register/locale.ts";

/** What a command is called: as something to do, and as something that was done. */
type CommandWords = readonly [title: string, done: string];

const kk: Readonly<Record<CommandName, CommandWords>> = {
  "approve-schedule": ["Кестенің бекітілуін енгізу", "Кестенің бекітілуі енгізілді"],
  "plan-meeting": ["Кездесуді жоспарлау", "Кездесу жоспарланды"],
  "move-meeting": ["Кездесуді ауыстыру", "Кездесу ауыстырылды"],
  "cancel-meeting": ["Кездесуді тоқтату", "Кездесу тоқтатылды"],
  "confirm-held": ["Кездесудің өткізілгенін растау", "Кездесудің өткізілгені расталды"],
  "record-invitation": ["Шақыруды енгізу", "Шақыру енгізілді"],
  "record-venue-check": ["Орынның тексерілуін енгізу", "Орынның тексерілуі енгізілді"],
  "record-content": ["Есептің мазмұнын енгізу", "Есептің мазмұны енгізілді"],
  "record-readiness": ["Дайындықты енгізу", "Дайындық енгізілді"],
  "publish-notice": ["Жарияланымды енгізу", "Жарияланым енгізілді"],
  "draw-up-protocol": ["Хаттаманы ресімдеу", "Хаттама ресімделді"],
  "sign-protocol": ["Хаттамаға қол қоюды енгізу", "Хаттамаға қол қойылды"],
  "register-records": ["Материалдарды тіркеу", "Материалдар тіркелді"],
  "receive-appeal": ["Жолданымды енгізу", "Жолданым енгізілді"],
  "register-appeal": ["Жолданымды тіркеу", "Жолданым тіркелді"],
  "extend-appeal": ["Мерзімді ұзарту", "Мерзім ұзартылды"],
  "notify-extension": ["Ұзарту туралы хабархатты енгізу", "Ұзарту туралы хабархат енгізілді"],
  "transfer-appeal": ["Шағымның жіберілуін енгізу", "Шағымның жіберілуі енгізілді"],
  "reply-appeal": ["Жауапты енгізу", "Жауап енгізілді"],
  "redirect-appeal": ["Әрі қарай жолдауды енгізу", "Әрі қарай жолдау енгізілді"],
  "notify-initiator": ["Бастамашыны хабардар етуді енгізу", "Бастамашының хабардар етілгені енгізілді"],
  "complete-decision": ["Шешімнің орындалуын енгізу", "Шешімнің орындалуы енгізілді"],
  waive: ["Бақылаудан алу", "Бақылаудан алынды"],
  "end-waiver": ["Бақылауға қайтару", "Бақылауға қайтарылды"],
  correct: ["Түзету", "Түзетілді"],
};

const ru: Readonly<Record<CommandName, CommandWords>> = {
  "approve-schedule": ["Внести утверждение графика", "Утверждение графика внесено"],
  "plan-meeting": ["Запланировать встречу", "Встреча запланирована"],
  "move-meeting": ["Перенести встречу", "Встреча перенесена"],
  "cancel-meeting": ["Отменить встречу", "Встреча отменена"],
  "confirm-held": ["Подтвердить проведение встречи", "Проведение встречи подтверждено"],
  "record-invitation": ["Внести приглашение", "Приглашение внесено"],
  "record-venue-check": ["Внести проверку места", "Проверка места внесена"],
  "record-content": ["Внести содержание отчета", "Содержание отчета внесено"],
  "record-readiness": ["Внести готовность", "Готовность внесена"],
  "publish-notice": ["Внести публикацию", "Публикация внесена"],
  "draw-up-protocol": ["Оформить протокол", "Протокол оформлен"],
  "sign-protocol": ["Внести подпись протокола", "Подпись протокола внесена"],
  "register-records": ["Зарегистрировать материалы", "Материалы зарегистрированы"],
  "receive-appeal": ["Внести обращение", "Обращение внесено"],
  "register-appeal": ["Зарегистрировать обращение", "Обращение зарегистрировано"],
  "extend-appeal": ["Продлить срок", "Срок продлен"],
  "notify-extension": ["Внести извещение о продлении", "Извещение о продлении внесено"],
  "transfer-appeal": ["Внести направление жалобы", "Направление жалобы внесено"],
  "reply-appeal": ["Внести ответ", "Ответ внесен"],
  "redirect-appeal": ["Внести перенаправление", "Перенаправление внесено"],
  "notify-initiator": ["Внести уведомление инициатора", "Уведомление инициатора внесено"],
  "complete-decision": ["Внести исполнение решения", "Исполнение решения внесено"],
  waive: ["Снять с контроля", "Снято с контроля"],
  "end-waiver": ["Вернуть на контроль", "Возвращено на контроль"],
  correct: ["Исправить", "Исправлено"],
};

const en: Readonly<Record<CommandName, CommandWords>> = {
  "approve-schedule": ["Record the approval of the schedule", "Approval of the schedule recorded"],
  "plan-meeting": ["Plan a meeting", "Meeting planned"],
  "move-meeting": ["Move the meeting", "Meeting moved"],
  "cancel-meeting": ["Cancel the meeting", "Meeting cancelled"],
  "confirm-held": ["Confirm that the meeting was held", "Meeting confirmed as held"],
  "record-invitation": ["Record the invitation", "Invitation recorded"],
  "record-venue-check": ["Record the check of the place", "Check of the place recorded"],
  "record-content": ["Record the content of the report", "Content of the report recorded"],
  "record-readiness": ["Record readiness", "Readiness recorded"],
  "publish-notice": ["Record a publication", "Publication recorded"],
  "draw-up-protocol": ["Draw up the protocol", "Protocol drawn up"],
  "sign-protocol": ["Record a signature of the protocol", "Signature of the protocol recorded"],
  "register-records": ["Register the materials", "Materials registered"],
  "receive-appeal": ["Record an appeal", "Appeal recorded"],
  "register-appeal": ["Register the appeal", "Appeal registered"],
  "extend-appeal": ["Extend the term", "Term extended"],
  "notify-extension": ["Record the notice of the extension", "Notice of the extension recorded"],
  "transfer-appeal": ["Record that the complaint was sent", "Sending of the complaint recorded"],
  "reply-appeal": ["Record the reply", "Reply recorded"],
  "redirect-appeal": ["Record the redirection", "Redirection recorded"],
  "notify-initiator": ["Record the notice to the initiator", "Notice to the initiator recorded"],
  "complete-decision": ["Record that the decision was carried out", "Decision carried out"],
  waive: ["Waive", "Waived"],
  "end-waiver": ["End the waiver", "Waiver ended"],
  correct: ["Correct", "Corrected"],
};

const all = { kk, ru, en } as const;

/** What else changes a body's record and its documents, as something that was done. */
const others: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  kk: {
    ...{ import: "Файлдан", "take-back-import": "Файлдан енгізілгендер кері қайтарылды" },
    ...{ archive: "Мұрағатқа берілді", "restore-archive": "Мұрағаттан қайтарылды" },
    ...{ "attach-evidence": "Құжат қоса тіркелді", "remove-evidence": "Құжат алып тасталды" },
    ...{ "put-back-evidence": "Құжат қайтарылды", "fix-protocol": "Хаттаманың нұсқасы бекітілді" },
    "sign-evidence": "Электрондық қолтаңба қосылды",
  },
  ru: {
    ...{ import: "Из файла", "take-back-import": "Внесенное из файла отменено" },
    ...{ archive: "Передано в архив", "restore-archive": "Возвращено из архива" },
    ...{ "attach-evidence": "Документ приложен", "remove-evidence": "Документ снят" },
    ...{ "put-back-evidence": "Документ возвращен", "fix-protocol": "Версия протокола зафиксирована" },
    "sign-evidence": "Электронная подпись приложена",
  },
  en: {
    ...{ import: "From a file", "take-back-import": "What came from a file was taken back" },
    ...{ archive: "Archived", "restore-archive": "Restored from the archive" },
    ...{ "attach-evidence": "Document attached", "remove-evidence": "Document removed" },
    ...{ "put-back-evidence": "Document put back", "fix-protocol": "Version of the protocol fixed" },
    "sign-evidence": "Electronic signature attached",
  },
};

export const commandTitle = (name: CommandName, locale: Locale): string => all[locale][name][0];
export const commandDone = (name: CommandName, locale: Locale): string => all[locale][name][1];

/** What an entry of a body's history says was done; a command that nobody has worded by its own name. */
export const wordCommand = (command: string, locale: Locale): string =>
  isCommandName(command) ? commandDone(command, locale) : (others[locale][command] ?? command);
