import { describe, expect, test } from "vitest";
import { kindOfSubject, ObligationId } from "../../core/dossier/obligation-id.ts";
import { Locale } from "../../core/register/locale.ts";
import { whatToDo, wordFinding } from "../../core/wording/word-finding.ts";
import { wordMissing } from "../../core/wording/word-missing.ts";
import { catalogueOf } from "../../core/wording/wording.ts";
import { finding } from "../mail/support/sample.ts";

/** An item of a letter as its reader meets it: what it is about, where it stands, what is missing and what to do. */
type Item = Readonly<Record<Locale, string>> & {
  /** Everything that can be missing of it. */
  readonly missing: string;
};

/** Those of the Order: a further obligation is tested where it is written. */
const items: Readonly<Partial<Record<ObligationId, Item>>> = {
  schedule: {
    missing: "approval meeting",
    kk: "Есептер кестесін бекіту: мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: бекітілген кесте; есептік кездесудің күні. 2027 жылғы 2 сәуірден кешіктірмей есептер кестесінің бекітілуін және есепті өткізу күнінің айқындалуын қамтамасыз етуіңізді сұраймыз.",
    ru: "Утверждение графика отчетов: срок – 02.04.2027, осталось 14 дней. Не хватает: утвержденный график; дата отчетной встречи. Просим не позднее 02.04.2027 обеспечить утверждение графика отчетов и определение даты проведения отчета.",
    en: "Approval of the schedule of reports: due 2 April 2027, 14 days left. Missing: the approved schedule; the date of a reporting meeting. Please ensure by 2 April 2027 that the schedule of reports is approved and that the date of the report is set.",
  },
  report: {
    missing: "held-meeting",
    kk: "Бастықтың халық алдындағы есебі: мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: өткізілген есептік кездесу. 2027 жылғы 2 сәуірден кешіктірмей бастықтың халық алдындағы есебінің өткізілуін қамтамасыз етуіңізді сұраймыз.",
    ru: "Отчет начальника перед населением: срок – 02.04.2027, осталось 14 дней. Не хватает: проведенная отчетная встреча. Просим не позднее 02.04.2027 обеспечить проведение отчета начальника перед населением.",
    en: "Report of the head to the population: due 2 April 2027, 14 days left. Missing: a reporting meeting that was held. Please ensure by 2 April 2027 that the head reports to the population.",
  },
  notice: {
    missing: "date startsAt place schedule questions",
    kk: "Есептік кездесу туралы ақпаратты жариялау (кездесу күні – 12.04.2027): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: кездесудің күні; кездесудің уақыты; кездесудің орны; кесте; мәселелерді (ұсыныстарды) жіберу тәсілдері. 2027 жылғы 2 сәуірден кешіктірмей жетіспейтін мәліметтердің өңірлік бұқаралық ақпарат құралдарында жариялануын қамтамасыз етуіңізді сұраймыз.",
    ru: "Опубликование сведений об отчетной встрече (встреча 12.04.2027): срок – 02.04.2027, осталось 14 дней. Не хватает: дата встречи; время встречи; место встречи; график; способы направления вопросов (предложений). Просим не позднее 02.04.2027 обеспечить опубликование недостающих сведений в региональных средствах массовой информации.",
    en: "Publication of the reporting meeting (meeting of 12 April 2027): due 2 April 2027, 14 days left. Missing: date of the meeting; time of the meeting; place of the meeting; the schedule; ways to send questions (proposals). Please ensure by 2 April 2027 that the missing information is published in regional mass media.",
  },
  invitation: {
    missing: "local-executive maslikhat public health labour education agriculture housing organisations media",
    kk: "Есепке шақыру (кездесу күні – 12.04.2027): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: жергілікті атқарушы органның өкілдері; мәслихаттардың депутаттары; жұртшылық өкілдері; денсаулық сақтау органдарының өкілдері; еңбек және халықты әлеуметтік қорғау органдарының өкілдері; білім және ғылым органдарының өкілдері; ауыл шаруашылығының өкілдері; тұрғын үй-коммуналдық шаруашылықтың өкілдері; меншіктің барлық нысандарындағы ұйымдар мен кәсіпорындардың өкілдері; бұқаралық ақпарат құралдарының өкілдері. 2027 жылғы 2 сәуірден кешіктірмей жетіспейтін қатысушылардың есепке шақырылуын қамтамасыз етуіңізді сұраймыз.",
    ru: "Приглашение на отчет (встреча 12.04.2027): срок – 02.04.2027, осталось 14 дней. Не хватает: представители местного исполнительного органа; депутаты маслихатов; представители общественности; представители органов здравоохранения; представители органов труда и социальной защиты населения; представители органов образования и науки; представители сельского хозяйства; представители жилищно-коммунального хозяйства; представители организаций и предприятий всех форм собственности; представители средств массовой информации. Просим не позднее 02.04.2027 обеспечить приглашение на отчет недостающих участников.",
    en: "Invitation to the report (meeting of 12 April 2027): due 2 April 2027, 14 days left. Missing: representatives of the local executive body (akimat); maslikhat deputies; representatives of the public; representatives of health-care bodies; representatives of bodies of labour and social protection of the population; representatives of bodies of education and science; representatives of agriculture; representatives of housing and communal services; representatives of organisations and enterprises of all forms of ownership; representatives of the mass media. Please ensure by 2 April 2027 that the missing participants are invited to the report.",
  },
  venue: {
    missing: "check hygiene expected capacity",
    kk: "Есепті өткізу орнын тексеру (кездесу күні – 12.04.2027): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: өткізу орнын тексеру; санитарлық және гигиеналық талаптарға сай болуы; қатысушылардың болжамды саны; қатысушылардың болжамды саны сыятын орын. 2027 жылғы 2 сәуірден кешіктірмей есепті өткізу орнының тексерілуін, өткізу орнының санитарлық және гигиеналық талаптарға сай болуын, қатысушылардың болжамды санының айқындалуын және қатысушылардың болжамды саны сыятын орынның таңдалуын қамтамасыз етуіңізді сұраймыз.",
    ru: "Проверка места проведения отчета (встреча 12.04.2027): срок – 02.04.2027, осталось 14 дней. Не хватает: проверка места проведения; соответствие санитарным и гигиеническим требованиям; предполагаемое количество участников; место, вмещающее предполагаемое количество участников. Просим не позднее 02.04.2027 обеспечить проверку места проведения отчета, соответствие места проведения санитарным и гигиеническим требованиям, определение предполагаемого количества участников и подбор места, вмещающего предполагаемое количество участников.",
    en: "Check of the venue of the report (meeting of 12 April 2027): due 2 April 2027, 14 days left. Missing: a check of the venue; conformity with sanitary and hygiene requirements; the expected number of participants; a venue that holds the expected number of participants. Please ensure by 2 April 2027 that the venue of the report is checked, that the venue meets sanitary and hygiene requirements, that the expected number of participants is determined and that the venue holds the expected number of participants.",
  },
  content: {
    missing: "section:1 section:2 section:3 section:4 section:5 section:6 section:7 section:8 section:9",
    kk: "Есептің мазмұнын дайындау (кездесу күні – 12.04.2027): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: қызмет көрсетілетін аумақтағы криминогендік жағдай; қылмысқа қарсы күрес және құқық бұзушылық профилактикасы жөніндегі республикалық және өңірлік бағдарламаларды іске асыру нәтижелері; азаматтардың құқықтары мен бостандықтарын қорғау, құқық бұзушылықтардың алдын алу, анықтау, ашу және тергеу жөніндегі полиция қызметінің негізгі қорытындылары; қоғамдық тәртіп пен жол қауіпсіздігін қамтамасыз ету, қылмыс профилактикасы және оған қарсы іс-қимыл бойынша қабылданған шаралардың тиімділігі; сыбайлас жемқорлық көріністеріне қарсы іс-қимыл жөніндегі жұмыстың жай-күйі мен нәтижелілігі; жеке және заңды тұлғалардың, мәслихаттар депутаттарының, мемлекеттік органдардың өтініштерін қарау нәтижелері туралы ақпарат, сондай-ақ аумақтық полиция органдары қызметіндегі кемшіліктер туралы бұқаралық ақпарат құралдарында жарияланымдарға ден қою шаралары; аумақтық полиция органдарының қызметі туралы қоғамдық пікір мониторингінің қорытындылары; Қазақстан Республикасының полиция қызметі саласындағы заңнамасына өзгерістер; жергілікті деңгейде шешуді талап ететін аумақтық полиция органдарының қызметін ұйымдастырудағы проблемалық мәселелер. 2027 жылғы 2 сәуірден кешіктірмей есептің жетіспейтін бөлімдерінің дайындалуын қамтамасыз етуіңізді сұраймыз.",
    ru: "Подготовка содержания отчета (встреча 12.04.2027): срок – 02.04.2027, осталось 14 дней. Не хватает: криминогенная ситуация на обслуживаемой территории; результаты реализации республиканских и региональных программ по борьбе с преступностью и профилактике правонарушений; основные итоги деятельности полиции по защите прав и свобод граждан, предупреждению, выявлению, раскрытию и расследованию правонарушений; эффективность принятых мер по обеспечению общественного порядка и дорожной безопасности, профилактике и противодействию преступности; состояние и результативность работы по противодействию коррупционным проявлениям; информация о результатах рассмотрения обращений физических и юридических лиц, депутатов маслихатов, государственных органов, а также меры реагирования на публикации в средствах массовой информации о недостатках в деятельности территориального органа полиции; итоги мониторинга общественного мнения о деятельности территориального органа полиции; изменения законодательства Республики Казахстан в сфере деятельности полиции; проблемные вопросы в организации деятельности территориального органа полиции, требующие разрешения на местном уровне. Просим не позднее 02.04.2027 обеспечить подготовку недостающих разделов отчета.",
    en: "Preparation of the content of the report (meeting of 12 April 2027): due 2 April 2027, 14 days left. Missing: the crime situation in the territory served; results of republican and regional programmes for combating crime and preventing offences; main results of police work in protecting the rights and freedoms of citizens and in preventing, detecting, solving and investigating offences; effectiveness of measures taken for public order and road safety and for preventing and countering crime; state and results of work against corruption; results of considering appeals of individuals, legal entities, maslikhat deputies and state bodies, and measures in response to mass-media publications on shortcomings in the work of the territorial police body; results of monitoring public opinion on the work of the territorial police body; changes in the legislation of the Republic of Kazakhstan in the sphere of policing; problems in organising the work of the territorial police body that need resolving at the local level. Please ensure by 2 April 2027 that the missing sections of the report are prepared.",
  },
  readiness: {
    missing: "check inPerson clearedOfSecrets orderPlanned",
    kk: "Есепті өткізуге дайындық (кездесу күні – 12.04.2027): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: есепке дайындықты тексеру; бастықтың бетпе-бет сөз сөйлеуі; есепте мемлекеттік құпиялардың жоқтығын тексеру; қоғамдық тәртіпті және азаматтардың қауіпсіздігін қамтамасыз ету жоспары. 2027 жылғы 2 сәуірден кешіктірмей есепке дайындықтың тексерілуін, бастықтың бетпе-бет сөз сөйлеуін, есепте мемлекеттік құпиялардың жоқтығының тексерілуін және қоғамдық тәртіп пен азаматтардың қауіпсіздігі жөніндегі шаралардың жоспарлануын қамтамасыз етуіңізді сұраймыз.",
    ru: "Готовность к проведению отчета (встреча 12.04.2027): срок – 02.04.2027, осталось 14 дней. Не хватает: проверка готовности к отчету; очное выступление начальника; проверка отчета на отсутствие государственных секретов; план обеспечения общественного порядка и безопасности граждан. Просим не позднее 02.04.2027 обеспечить проверку готовности к отчету, очное выступление начальника, проверку отчета на отсутствие государственных секретов и планирование мер по обеспечению общественного порядка и безопасности граждан.",
    en: "Readiness for the report (meeting of 12 April 2027): due 2 April 2027, 14 days left. Missing: a check of readiness for the report; the head's address in person; a check that the report holds no state secrets; a plan for public order and the safety of citizens. Please ensure by 2 April 2027 that readiness for the report is checked, that the head addresses the population in person, that the report is checked for state secrets and that measures for public order and the safety of citizens are planned.",
  },
  protocol: {
    missing: "protocol date startsAt place participants decisions secretary head appeal:A-17",
    kk: "Есеп хаттамасын ресімдеу және оған қол қою (кездесу күні – 12.04.2027): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: есеп хаттамасы; есепті өткізу күні; есепті өткізу уақыты; есепті өткізу орны; қатысушылар саны; қабылданған шешімдер; хатшының қолы; бастықтың қолы; № A-17 жолданым. 2027 жылғы 2 сәуірден кешіктірмей есеп хаттамасының жасалуын және оған хатшы мен бастықтың қол қоюын, хаттамаға жетіспейтін мәліметтердің енгізілуін, хаттамаға хатшының қол қоюын, хаттамаға бастықтың қол қоюын және келіп түскен барлық жолданымның хаттамада көрсетілуін қамтамасыз етуіңізді сұраймыз.",
    ru: "Оформление и подписание протокола отчета (встреча 12.04.2027): срок – 02.04.2027, осталось 14 дней. Не хватает: протокол отчета; дата проведения отчета; время проведения отчета; место проведения отчета; количество участников; принятые решения; подпись секретаря; подпись начальника; обращение № A-17. Просим не позднее 02.04.2027 обеспечить составление протокола отчета и его подписание секретарем и начальником, внесение недостающих сведений в протокол, подписание протокола секретарем, подписание протокола начальником и отражение в протоколе всех поступивших обращений.",
    en: "Drawing up and signing the protocol of the report (meeting of 12 April 2027): due 2 April 2027, 14 days left. Missing: the protocol of the report; date of the report; time of the report; place of the report; number of participants; decisions taken; the secretary's signature; the head's signature; appeal No. A-17. Please ensure by 2 April 2027 that the protocol of the report is drawn up and signed by the secretary and the head, that the missing information is entered in the protocol, that the secretary signs the protocol, that the head signs the protocol and that all appeals received stand in the protocol.",
  },
  registration: {
    missing: "registration",
    kk: "Жолданымды тіркеу (№ ЖТ-2027-118 жолданым): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: жолданымды тіркеу. 2027 жылғы 2 сәуірден кешіктірмей жолданымның тіркелуін қамтамасыз етуіңізді сұраймыз.",
    ru: "Регистрация обращения (обращение № ЖТ-2027-118): срок – 02.04.2027, осталось 14 дней. Не хватает: регистрация обращения. Просим не позднее 02.04.2027 обеспечить регистрацию обращения.",
    en: "Registration of an appeal (appeal No. ЖТ-2027-118): due 2 April 2027, 14 days left. Missing: registration of the appeal. Please ensure by 2 April 2027 that the appeal is registered.",
  },
  reply: {
    missing: "reply",
    kk: "Жолданымға жауап беру (№ ЖТ-2027-118 жолданым): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: жолданымға жауап. 2027 жылғы 2 сәуірден кешіктірмей жолданымның қаралуын және жауаптың жіберілуін қамтамасыз етуіңізді сұраймыз.",
    ru: "Ответ на обращение (обращение № ЖТ-2027-118): срок – 02.04.2027, осталось 14 дней. Не хватает: ответ на обращение. Просим не позднее 02.04.2027 обеспечить рассмотрение обращения и направление ответа.",
    en: "Reply to an appeal (appeal No. ЖТ-2027-118): due 2 April 2027, 14 days left. Missing: a reply to the appeal. Please ensure by 2 April 2027 that the appeal is considered and answered.",
  },
  transfer: {
    missing: "transfer",
    kk: "Шағымды оны қарайтын органға жіберу (№ ЖТ-2027-118 жолданым): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: шағымды оны қарайтын органға жіберу. 2027 жылғы 2 сәуірден кешіктірмей шағымның материалдарымен бірге оны қарайтын органға жіберілуін қамтамасыз етуіңізді сұраймыз.",
    ru: "Направление жалобы в рассматривающий ее орган (обращение № ЖТ-2027-118): срок – 02.04.2027, осталось 14 дней. Не хватает: направление жалобы в рассматривающий ее орган. Просим не позднее 02.04.2027 обеспечить направление жалобы с материалами в рассматривающий ее орган.",
    en: "Transfer of a complaint to the body that considers it (appeal No. ЖТ-2027-118): due 2 April 2027, 14 days left. Missing: transfer of the complaint to the body that considers it. Please ensure by 2 April 2027 that the complaint and its materials are sent to the body that considers it.",
  },
  "extension-notice": {
    missing: "extension-notice",
    kk: "Мерзімнің ұзартылғаны туралы арыз иесіне хабарлау (№ ЖТ-2027-118 жолданым): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: мерзімнің ұзартылғаны туралы арыз иесіне хабархат. 2027 жылғы 2 сәуірден кешіктірмей мерзімнің ұзартылғаны туралы арыз иесіне хабарлануын қамтамасыз етуіңізді сұраймыз.",
    ru: "Извещение заявителя о продлении срока (обращение № ЖТ-2027-118): срок – 02.04.2027, осталось 14 дней. Не хватает: извещение заявителя о продлении срока. Просим не позднее 02.04.2027 обеспечить извещение заявителя о продлении срока.",
    en: "Notice to the applicant that the term was extended (appeal No. ЖТ-2027-118): due 2 April 2027, 14 days left. Missing: notice to the applicant that the term was extended. Please ensure by 2 April 2027 that the applicant is notified of the extension of the term.",
  },
  redirection: {
    missing: "redirection initiator-notice",
    kk: "Жолданымды әрі қарай жолдау және бастамашыны хабардар ету (№ ЖТ-2027-118 жолданым): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: жолданымды құзыретті мемлекеттік органға жіберу; бастамашыны хабардар ету. 2027 жылғы 2 сәуірден кешіктірмей жолданымның құзыретті мемлекеттік органға жіберілуін және бастамашының хабардар етілуін қамтамасыз етуіңізді сұраймыз.",
    ru: "Перенаправление обращения и уведомление инициатора (обращение № ЖТ-2027-118): срок – 02.04.2027, осталось 14 дней. Не хватает: направление обращения в компетентный государственный орган; уведомление инициатора. Просим не позднее 02.04.2027 обеспечить направление обращения в компетентный государственный орган и уведомление инициатора.",
    en: "Redirection of an appeal and notice to the initiator (appeal No. ЖТ-2027-118): due 2 April 2027, 14 days left. Missing: redirection of the appeal to the competent state body; notice to the initiator. Please ensure by 2 April 2027 that the appeal is sent to the competent state body and that the initiator is notified.",
  },
  records: {
    missing: "records",
    kk: "Есептік материалдарды тіркеу (кездесу күні – 12.04.2027): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: нөмір бере отырып, есептік материалдарды тіркеу. 2027 жылғы 2 сәуірден кешіктірмей есептік материалдардың штаб бөлінісінде тіркелуін қамтамасыз етуіңізді сұраймыз.",
    ru: "Регистрация отчетных материалов (встреча 12.04.2027): срок – 02.04.2027, осталось 14 дней. Не хватает: регистрация отчетных материалов с присвоением номера. Просим не позднее 02.04.2027 обеспечить регистрацию отчетных материалов штабным подразделением.",
    en: "Registration of the report materials (meeting of 12 April 2027): due 2 April 2027, 14 days left. Missing: registration of the report materials under a number. Please ensure by 2 April 2027 that the headquarters unit registers the report materials.",
  },
  decision: {
    missing: "completion",
    kk: "Хаттамаға енгізілген шешімді орындау (№ m1/d1 шешім): мерзімі – 02.04.2027, 14 күн қалды. Жетіспейтіні: шешімді орындау. 2027 жылғы 2 сәуірден кешіктірмей қабылданған шешімнің орындалуын қамтамасыз етуіңізді сұраймыз.",
    ru: "Исполнение решения, занесенного в протокол (решение № m1/d1): срок – 02.04.2027, осталось 14 дней. Не хватает: исполнение решения. Просим не позднее 02.04.2027 обеспечить исполнение принятого решения.",
    en: "Execution of a decision in the protocol (decision No. m1/d1): due 2 April 2027, 14 days left. Missing: execution of the decision. Please ensure by 2 April 2027 that the decision taken is executed.",
  },
};

const subjects = { dossier: "dossier", meeting: "m1", appeal: "ЖТ-2027-118", decision: "m1/d1" } as const;

const known = ObligationId.options.flatMap((obligation) => {
  const item = items[obligation];
  return item ? [{ obligation, item }] : [];
});

describe.each(known)("an item about $obligation of which everything is missing", ({ obligation, item }) => {
  const missing = item.missing.split(" ");
  const open = finding({ obligation, subject: subjects[kindOfSubject[obligation]], missing });

  test.each(Locale.options)("reads in %s as the office writes", (locale) => {
    const { letter } = catalogueOf(locale);
    const words = missing.map((code) => wordMissing(obligation, code, locale)).join("; ");
    expect(`${wordFinding(open, locale)} ${letter.missing}: ${words}. ${whatToDo(open, locale)}`).toBe(item[locale]);
  });

  test("names all that can be missing of it", () => {
    const codes = missing.map((code) => code.replace("A-17", "NUMBER"));
    expect(codes).toEqual(Object.keys(catalogueOf("kk").missing[obligation]));
  });
});
