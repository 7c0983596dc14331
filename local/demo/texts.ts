import type { BodyText } from "../../core/register/body.ts";
import type { Bilingual } from "../../core/register/locale.ts";
import type { NoticeText } from "./scene.ts";

/** Places that every kind of body can meet in. */
const COMMON_PLACES: readonly Bilingual[] = [
  { ru: "Зал заседаний акимата", kk: "Әкімдіктің мәжіліс залы" },
  { ru: "Актовый зал средней школы № 2", kk: "№ 2 орта мектептің акт залы" },
  { ru: "Дом школьников", kk: "Оқушылар үйі" },
];

const PLACES: Readonly<Record<BodyText["kind"], readonly Bilingual[]>> = {
  ministry: [],
  department: [
    { ru: "Областной драматический театр", kk: "Облыстық драма театры" },
    { ru: "Областная филармония, большой зал", kk: "Облыстық филармония, үлкен зал" },
    { ru: "Дом дружбы", kk: "Достық үйі" },
    { ru: "Актовый зал университета", kk: "Университеттің акт залы" },
  ],
  city: [
    { ru: "Городской дворец культуры", kk: "Қалалық мәдениет сарайы" },
    { ru: "Центральная городская библиотека", kk: "Қалалық орталық кітапхана" },
    { ru: "Актовый зал политехнического колледжа", kk: "Политехникалық колледждің акт залы" },
    ...COMMON_PLACES,
  ],
  district: [
    { ru: "Районный дом культуры", kk: "Аудандық мәдениет үйі" },
    { ru: "Районная библиотека, читальный зал", kk: "Аудандық кітапхана, оқу залы" },
    { ru: "Сельский клуб", kk: "Ауылдық клуб" },
    ...COMMON_PLACES,
  ],
  "city-district": [
    { ru: "Дом культуры «Демо»", kk: "«Демо» мәдениет үйі" },
    { ru: "Центр обслуживания населения, конференц-зал", kk: "Халыққа қызмет көрсету орталығы, конференц-зал" },
    ...COMMON_PLACES,
  ],
};

/** Places that a kind of body may meet in; cities with a department of their own have no region's theatre. */
export function placesOf({ kind, name }: BodyText): readonly Bilingual[] {
  return kind === "department" && name.ru.includes("город") ? PLACES.city : PLACES[kind];
}

/** A place that nobody prepared: what a mistaken notice announces. */
export const OTHER_PLACE: Bilingual = { ru: "Дворец спорта", kk: "Спорт сарайы" };

/** Made-up mass media of a region. */
export const OUTLETS: Readonly<Record<NoticeText["channel"], Bilingual>> = {
  press: { ru: "Демо-газета «Вести региона»", kk: "«Өңір хабарлары» демо-газеті" },
  broadcast: { ru: "Демо-телеканал «Регион»", kk: "«Өңір» демо-телеарнасы" },
  web: { ru: "Демо-сайт акимата", kk: "Әкімдіктің демо-сайты" },
};

/** What meetings decide (Order 608, p. 13). */
export const DECISIONS: readonly Bilingual[] = [
  {
    ru: "Усилить патрулирование у школ в вечернее время",
    kk: "Мектептер маңында кешкі уақытта патрульдеуді күшейту",
  },
  {
    ru: "Установить видеокамеры на пешеходных переходах",
    kk: "Жаяу жүргіншілер өткелдеріне бейнекамералар орнату",
  },
  {
    ru: "Внести в акимат предложение об освещении улиц",
    kk: "Көшелерді жарықтандыру туралы ұсынысты әкімдікке енгізу",
  },
  {
    ru: "Провести встречи участковых инспекторов с жителями",
    kk: "Учаскелік инспекторлардың тұрғындармен кездесулерін өткізу",
  },
  {
    ru: "Провести в школах беседы об интернет-мошенничестве",
    kk: "Мектептерде интернет-алаяқтық туралы әңгімелер өткізу",
  },
  {
    ru: "Проверить дорожные знаки на въезде в населённый пункт",
    kk: "Елді мекенге кіреберістегі жол белгілерін тексеру",
  },
  {
    ru: "Опубликовать график приёма граждан руководством",
    kk: "Басшылықтың азаматтарды қабылдау кестесін жариялау",
  },
];

/** Who signs demo protocols; no real person is named. */
export const SIGNATORIES: Readonly<Record<"secretary" | "head", Bilingual>> = {
  secretary: { ru: "Демо: секретарь", kk: "Демо: хатшы" },
  head: { ru: "Демо: начальник", kk: "Демо: бастық" },
};

export const WAIVER_REASONS = {
  flood: {
    ru: "Чрезвычайная ситуация природного характера: паводок. Отчёт перенесён.",
    kk: "Табиғи сипаттағы төтенше жағдай: су тасқыны. Есеп кейінге қалдырылды.",
  },
  reorganisation: {
    ru: "Орган реорганизуется, график утверждает департамент.",
    kk: "Орган қайта ұйымдастырылуда, кестені департамент бекітеді.",
  },
  press: {
    ru: "Региональные СМИ не выходили; население извещено через акимат.",
    kk: "Өңірлік БАҚ шыққан жоқ; халық әкімдік арқылы хабардар етілді.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
