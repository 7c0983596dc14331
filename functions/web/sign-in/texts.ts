import type { Locale } from "../../../core/register/locale.ts";

/** Words of the pages around sign-in. */
export interface SignInTexts {
  readonly signIn: string;
  readonly signOut: string;
  readonly again: string;
  readonly schedule: string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly unreachableTitle: string;
  readonly unreachable: string;
  readonly noGrantsTitle: string;
  readonly noGrants: string;
  readonly signedOutTitle: string;
  readonly signedOut: string;
  readonly leavingTitle: string;
  readonly leaving: string;
  readonly refusedTitle: string;
  readonly refused: string;
}

const kk: SignInTexts = {
  signIn: "Кіру",
  signOut: "Шығу",
  again: "Қайтадан кіру",
  schedule: "Кездесулер кестесі",
  failedTitle: "Кіру аяқталмады",
  failed: "Кіру тым ұзаққа созылды, басқа терезеде басталды немесе одан бас тартылды. Қайтадан кіріп көріңіз.",
  unreachableTitle: "Кіру қызметі жауап бермейді",
  unreachable: "Адамдарды растайтын қызмет қазір қолжетімсіз. Біраздан кейін қайталап көріңіз.",
  noGrantsTitle: "Сізге әзірге рұқсат берілмеген",
  noGrants: "Әкімшіге мына белгіні жіберіңіз, ол рұқсат береді:",
  signedOutTitle: "Сіз шықтыңыз",
  signedOut: "Бұл браузер енді ештеңені есте сақтамайды.",
  leavingTitle: "Шығу жүріп жатыр",
  leaving: "Кіру қызметінен де шығу",
  refusedTitle: "Сұрау қабылданбады",
  refused: "Сұрау осы жүйенің бетінен келмеген. Ештеңе өзгертілген жоқ.",
};

const ru: SignInTexts = {
  signIn: "Войти",
  signOut: "Выйти",
  again: "Войти заново",
  schedule: "График встреч",
  failedTitle: "Вход не завершен",
  failed: "Вход занял слишком много времени, был начат в другом окне или отклонен. Попробуйте войти заново.",
  unreachableTitle: "Служба входа не отвечает",
  unreachable: "Служба, которая подтверждает личность, сейчас недоступна. Повторите попытку чуть позже.",
  noGrantsTitle: "Права вам пока не предоставлены",
  noGrants: "Сообщите администратору это обозначение, он предоставит права:",
  signedOutTitle: "Вы вышли",
  signedOut: "Этот браузер больше ничего не помнит.",
  leavingTitle: "Выход",
  leaving: "Выйти и из службы входа",
  refusedTitle: "Запрос отклонен",
  refused: "Запрос пришел не со страницы этой системы. Ничего не изменено.",
};

const en: SignInTexts = {
  signIn: "Sign in",
  signOut: "Sign out",
  again: "Sign in again",
  schedule: "Schedule of meetings",
  failedTitle: "Sign-in was not completed",
  failed: "Sign-in took too long, was begun in another window, or was refused. Please sign in again.",
  unreachableTitle: "The sign-in service does not answer",
  unreachable: "The service that confirms who you are cannot be reached now. Please try again a little later.",
  noGrantsTitle: "You have no rights here yet",
  noGrants: "Give this name to an administrator, who can grant them:",
  signedOutTitle: "You are signed out",
  signedOut: "This browser remembers nothing any more.",
  leavingTitle: "Signing out",
  leaving: "Sign out of the sign-in service too",
  refusedTitle: "The request was refused",
  refused: "It did not come from a page of this system. Nothing was changed.",
};

const all: Readonly<Record<Locale, SignInTexts>> = { kk, ru, en };

export const signInTexts = (locale: Locale): SignInTexts => all[locale];
