import type { Catalogue } from "./catalogue.ts";
import { derivation } from "./kk/derivation.ts";
import { letter } from "./kk/letter.ts";
import { caseDate, time } from "./kk/time.ts";
import { obligationWords } from "./obligation-words.ts";

/** Kazakh, in the words of Order 608 and of the Administrative Procedural Code. Data are never inflected. */
export const kk: Catalogue = {
  ...obligationWords("kk"),
  states: {
    waived: "бақылаудан алынды",
    met: "орындалды",
    late: "кешіктіріліп орындалды",
    breached: "бұзылды",
    overdue: "мерзімі өткен",
    due: "мерзімі аяқталуда",
    upcoming: "алда",
  },
  letterStates: {
    queued: "кезекте",
    sending: "жіберілуде",
    sent: "жіберілді",
    delivered: "жеткізілді",
    bounced: "жеткізілмеді",
    complained: "спам деп белгіленді",
    failed: "қабылданбады",
    unknown: "нәтижесі белгісіз",
    held: "кідіртілді",
    dropped: "жаңасымен ауыстырылды",
  },
  contactRoles: {
    officer: "жауапты қызметкер",
    head: "бастық",
    staff: "штаб",
    apex: "министрлік басшылығы",
  },
  levels: {
    top: "95 % және одан жоғары",
    high: "90–94 %",
    fair: "85–89 %",
    low: "75–84 %",
    bottom: "75 %-дан төмен",
    none: "дерек жоқ",
  },
  closures: {
    met: "орындалды",
    late: "кешіктіріліп орындалды",
    waived: "бақылаудан алынды",
    void: "енді қолданылмайды",
    unchecked: "тексеру мүмкін болмады",
  },
  problems: {
    "extension-not-allowed": "Мерзімді ұзарту ескерілмеді: шағымды қарау мерзімі ұзартылмайды.",
    "extension-after-due": "Мерзімді ұзарту ескерілмеді: шешім мерзім өткеннен кейін қабылданған.",
    "extension-too-long": "Мерзімді ұзарту ескерілмеді: мерзім 2 айдан астам уақытқа ұзартылған.",
  },
  roles: {
    officer: "жауапты қызметкер",
    head: "аумақтық полиция органының бастығы",
    superior: "жоғары тұрған басшылық",
    ministry: "Ішкі істер министрлігінің Штаб-департаменті",
    apex: "Ішкі істер министрлігінің басшылығы",
  },
  insteadOf: (role) => `«${role}» адресатының орнына: оның қолданыстағы мекенжайы жоқ.`,
  stages: {
    reminder: "Еске салу",
    today: "Мерзімі – бүгін",
    overdue: "Мерзімі өтті",
    breach: "Бұзылды",
    repeat: (number) => `Қайталап еске салу № ${number}`,
  },
  status: {
    daysLeft: (due, days) => `мерзімі – ${time.date(due)}, ${time.days(days)} қалды`,
    today: (due) => `мерзімі бүгін аяқталады, ${time.date(due)}`,
    overdue: (due, days) => `мерзімі – ${time.date(due)}, өткеніне ${time.days(days)} болды`,
    breached: (due) => `мерзімі – ${time.date(due)}, енді орындау мүмкін емес`,
    met: (on) => `орындалды: ${time.date(on)}`,
    late: (on, due) => `кешіктіріліп орындалды: ${time.date(on)}, мерзімі – ${time.date(due)}`,
    waived: "бақылаудан алынды",
    tag: {
      daysLeft: (days) => `${time.days(days)} қалды`,
      today: "мерзімі – бүгін",
      overdue: (days) => `мерзімі өткеніне ${time.days(days)} болды`,
      breached: "енді орындау мүмкін емес",
    },
  },
  duty: {
    inTime: (due, phrase) => `${caseDate(due, "ablative")} кешіктірмей ${phrase} қамтамасыз етуіңізді сұраймыз.`,
    today: (due, phrase) => `Бүгін, ${caseDate(due, "locative")}, ${phrase} қамтамасыз етуіңізді сұраймыз.`,
    overdue: (due, phrase) =>
      `Мерзімі ${caseDate(due, "locative")} өтті. Кідіріссіз ${phrase} қамтамасыз етуіңізді сұраймыз.`,
    breached: (due, curable) =>
      `Мерзімі ${caseDate(due, "locative")} өтті, міндетті енді орындау мүмкін емес. Егер ол ${caseDate(curable, "dative")} дейін орындалған болса, бұл туралы мәліметтерді «Есеп» жүйесіне енгізуіңізді сұраймыз.`,
    careful: (target) => `${caseDate(target, "ablative")} кешіктірмей орындау ұсынылады.`,
    nothing: "Ешқандай әрекет қажет емес.",
  },
  subjects: {
    campaign: (year) => `${year} жылғы науқан`,
    meeting: (day) => `кездесу күні – ${time.date(day)}`,
    appeal: (number) => `№ ${number} жолданым`,
    decision: (id) => `№ ${id} шешім`,
  },
  clauses: {
    order608: (paragraph, subpoint) =>
      `№ 608 бұйрық, ${paragraph}-тармақ${subpoint === undefined ? "" : `, ${subpoint}) тармақша`}`,
    appc: (article, part) => `ӘРПК, ${article}-бап${part === undefined ? "" : `, ${part}-бөлік`}`,
    paraphrase: "мазмұндама",
    translation: null,
  },
  time,
  derivation,
  letter,
};
