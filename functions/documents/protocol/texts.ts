import type { Appeal } from "../../../core/dossier/appeal.ts";
import type { Signature } from "../../../core/dossier/protocol.ts";
import type { Bilingual } from "../../../core/register/locale.ts";

interface TableTexts {
  readonly title: Bilingual;
  readonly columns: readonly Bilingual[];
  readonly empty: Bilingual;
}

/** The words of the protocol, in the two languages in which it is drawn up. */
export interface ProtocolTexts {
  readonly title: Bilingual;
  readonly subtitle: Bilingual;
  readonly labels: Readonly<Record<"number" | "date" | "time" | "place" | "participants", Bilingual>>;
  readonly decisions: TableTexts;
  readonly appeals: TableTexts;
  readonly appealWords: {
    readonly kinds: Readonly<Record<Appeal["kind"], Bilingual>>;
    readonly answers: Readonly<Record<Appeal["answered"], Bilingual>>;
    readonly competences: Readonly<Record<Appeal["competence"], Bilingual>>;
  };
  readonly signatures: Bilingual;
  readonly roles: Readonly<Record<Signature["role"], Bilingual>>;
  readonly signature: Bilingual;
  readonly basis: Bilingual;
  /** Says which record the form was made from. */
  readonly version: (version: number) => Bilingual;
}

export const protocolTexts: ProtocolTexts = {
  title: { kk: "ЕСЕП ХАТТАМАСЫ", ru: "ПРОТОКОЛ ОТЧЕТА" },
  subtitle: {
    kk: "аумақтық полиция органы бастығының халық алдындағы есебі",
    ru: "отчета начальника территориального органа полиции перед населением",
  },
  labels: {
    number: { kk: "Тіркеу нөмірі", ru: "Регистрационный номер" },
    date: { kk: "Өткізілген күні", ru: "Дата проведения" },
    time: { kk: "Өткізілген уақыты", ru: "Время проведения" },
    place: { kk: "Өткізілген орны", ru: "Место проведения" },
    participants: { kk: "Қатысушылар саны", ru: "Количество участников" },
  },
  decisions: {
    title: { kk: "Қабылданған шешімдер", ru: "Принятые решения" },
    columns: [
      { kk: "Р/с №", ru: "№ п/п" },
      { kk: "Шешім", ru: "Решение" },
      { kk: "Орындау мерзімі", ru: "Срок исполнения" },
    ],
    empty: { kk: "Шешім қабылданған жоқ.", ru: "Решения не принимались." },
  },
  appeals: {
    title: {
      kk: "Азаматтардан келіп түскен шағымдар, ұсыныстар мен ескертулер",
      ru: "Поступившие жалобы, предложения и замечания граждан",
    },
    columns: [
      { kk: "Р/с №", ru: "№ п/п" },
      { kk: "Нөмірі", ru: "Номер" },
      { kk: "Түрі", ru: "Вид" },
      { kk: "Жауап", ru: "Ответ" },
      { kk: "Құзыреті", ru: "Компетенция" },
    ],
    empty: {
      kk: "Шағымдар, ұсыныстар мен ескертулер келіп түскен жоқ.",
      ru: "Жалоб, предложений и замечаний не поступило.",
    },
  },
  appealWords: {
    kinds: {
      complaint: { kk: "шағым", ru: "жалоба" },
      proposal: { kk: "ұсыныс", ru: "предложение" },
      remark: { kk: "ескерту", ru: "замечание" },
    },
    answers: {
      full: { kk: "толық көлемде берілді", ru: "дан в полном объеме" },
      partial: { kk: "ішінара берілді", ru: "дан частично" },
      none: { kk: "берілген жоқ", ru: "не дан" },
    },
    competences: {
      police: { kk: "полицияның құзыретінде", ru: "в компетенции полиции" },
      other: { kk: "полицияның құзыретіне кірмейді", ru: "не входит в компетенцию полиции" },
      mixed: { kk: "ішінара полицияның құзыретінде", ru: "частично в компетенции полиции" },
    },
  },
  signatures: { kk: "Қолдар", ru: "Подписи" },
  roles: {
    secretary: { kk: "Хатшы", ru: "Секретарь" },
    head: { kk: "Аумақтық полиция органының бастығы", ru: "Начальник территориального органа полиции" },
  },
  signature: { kk: "қолы, күні", ru: "подпись, дата" },
  basis: {
    kk: "Қазақстан Республикасы Ішкі істер министрінің 2023 жылғы 31 шілдедегі № 608 бұйрығымен бекітілген Қағидалардың 12–16-тармақтары",
    ru: "Пункты 12–16 Правил, утвержденных приказом Министра внутренних дел Республики Казахстан от 31 июля 2023 года № 608",
  },
  version: (version) => ({
    kk: `Есеп жүйесіндегі деректемелердің ${version}-нұсқасы бойынша жасалды.`,
    ru: `Составлено по версии ${version} данных в системе «Есеп».`,
  }),
};
