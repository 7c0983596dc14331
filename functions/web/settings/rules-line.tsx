import type { Locale } from "../../../core/register/locale.ts";
import type { Page } from "../page.ts";

/** The applied versions of policy and calendar that something rests on; 0 is what was there before the first. */
interface Rules {
  readonly policy: number;
  readonly calendar: number;
}

interface RulesTexts {
  readonly rules: string;
  readonly policy: (version: number) => string;
  readonly calendar: (version: number) => string;
}

const all: Readonly<Record<Locale, RulesTexts>> = {
  kk: {
    rules: "Қандай баптаулар бойынша",
    policy: (version) => (version === 0 ? "бастапқы баптаулар" : `баптаулардың ${version}-нұсқасы`),
    calendar: (version) => (version === 0 ? "бастапқы күнтізбе" : `күнтізбенің ${version}-нұсқасы`),
  },
  ru: {
    rules: "По каким настройкам",
    policy: (version) => (version === 0 ? "исходные настройки" : `версия ${version} настроек`),
    calendar: (version) => (version === 0 ? "исходный календарь" : `версия ${version} календаря`),
  },
  en: {
    rules: "Judged by",
    policy: (version) => (version === 0 ? "the first policy" : `version ${version} of the policy`),
    calendar: (version) => (version === 0 ? "the first calendar" : `version ${version} of the calendar`),
  },
};

const Versions = ({ page, rules }: { page: Page; rules: Rules }) => {
  const texts = all[page.locale];
  return (
    <>
      <a href="/policy">{texts.policy(rules.policy)}</a>, <a href="/calendar">{texts.calendar(rules.calendar)}</a>
    </>
  );
};

/** Which versions a letter was planned by, for a list of facts. */
export const RulesLine = ({ page, rules }: { page: Page; rules: Rules }) => (
  <>
    <dt>{all[page.locale].rules}</dt>
    <dd>
      <Versions page={page} rules={rules} />
    </dd>
  </>
);

/** Which versions the findings of a page are judged by. */
export const JudgedBy = ({ page, rules }: { page: Page; rules: Rules }) => (
  <p class="quiet">
    {all[page.locale].rules}: <Versions page={page} rules={rules} />
  </p>
);
