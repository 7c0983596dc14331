import type { SignatureFault } from "../../../core/evidence/signature.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { type Hindrance, hindranceTexts } from "../forms/texts.ts";

/** Words of the pages on which a protocol becomes a paper and is signed. */
export interface PaperTexts {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly draft: string;
  readonly docx: string;
  readonly pdf: string;
  readonly noProtocol: string;
  readonly fix: string;
  readonly fixHelp: string;
  readonly fixed: string;
  readonly noneFixed: string;
  readonly version: (version: number, day: string) => string;
  readonly changed: string;
  readonly download: string;
  readonly sha256: string;
  readonly signatures: string;
  readonly unsigned: string;
  readonly signer: string;
  readonly issuer: string;
  readonly validity: string;
  readonly algorithm: string;
  readonly proved: string;
  readonly notProved: string;
  readonly sign: string;
  readonly signTitle: string;
  readonly signHelp: string;
  readonly cms: string;
  readonly cmsHelp: string;
  readonly file: string;
  readonly fileHelp: string;
  readonly layer: string;
  readonly layerMissing: string;
  readonly keep: string;
  readonly paperFirst: string;
  readonly record: string;
  readonly done: Readonly<Record<"fixed" | "signed", string>>;
  readonly refusals: Readonly<
    Record<
      | SignatureFault
      | "no-protocol"
      | "already-attached"
      | "already-signed"
      | "archived"
      | "damaged"
      | "empty"
      | "unknown-evidence",
      string
    >
  >;
  readonly pack: string;
}

const kk: PaperTexts = {
  title: "Есеп хаттамасы",
  lead: "Хаттаманың екі тілдегі нысаны жазылған деректермен толтырылады (бұйрықтың 12–16-тармақтары).",
  back: "Органның бетіне",
  draft: "Нысан",
  docx: "Өңдеуге арналған DOCX",
  pdf: "PDF",
  noProtocol: "Хаттама әлі жазылмаған: нысанда кездесудің жоспары ғана тұр, оны жоба ретінде пайдалануға болады.",
  fix: "Қол қою үшін осы нұсқаны бекіту",
  fixHelp: "Файл өзгермейтіндей сақталады, оның бақылау сомасы есептеледі. Дәл осы файлға қол қойылады.",
  fixed: "Бекітілген нұсқалар",
  noneFixed: "Бекітілген нұсқа жоқ.",
  version: (version, day) => `Деректемелердің ${version}-нұсқасы, ${day}`,
  changed: "Бекітілгеннен кейін хаттама өзгертілді: бұл файл қазіргі хаттамаға сәйкес келмейді.",
  download: "Файлды жүктеу",
  sha256: "SHA-256 бақылау сомасы",
  signatures: "Электрондық қолдар",
  unsigned: "Электрондық қол жоқ.",
  signer: "Қол қоюшы",
  issuer: "Сертификатты берген",
  validity: "Сертификаттың мерзімі",
  algorithm: "Алгоритм",
  proved: "Қол файл мен сертификаттың кілтіне сәйкес келеді.",
  notProved:
    "Сертификатты кім бергені және оның кері қайтарылмағаны тексерілмеген: бұл заңдық тұрғыдан тексерілген қол емес.",
  sign: "Электрондық қолды тіркеу",
  signTitle: "Электрондық қол",
  signHelp: "Қағазға қол қойып, сканын тіркеу – әдеттегі тәсіл. Электрондық қол оған қосымша тіркеледі.",
  cms: "CMS мәтіні (base64)",
  cmsHelp: "Жоғарыдағы файлға NCALayer немесе басқа бағдарлама жасаған CMS қолы.",
  file: "немесе CMS файлы (.cms, .p7s)",
  fileHelp: "256 кБ-тан аспайды.",
  layer: "NCALayer арқылы қол қою",
  layerMissing: "NCALayer жауап бермейді. Оны іске қосып, қайталап көріңіз немесе CMS файлын тіркеңіз.",
  keep: "Тексеріп, сақтау",
  paperFirst: "Қағаздағы қолды тіркеу",
  record: "Хаттамаға қол қойылғанын жазу",
  done: { fixed: "Нұсқа бекітілді.", signed: "Қол тексерілді және сақталды." },
  refusals: {
    "not-a-signature": "Бұл CMS қолы емес. NCALayer жасаған файлды немесе мәтінді толық тіркеңіз.",
    "not-one-signer": "Файлда бір ғана қол болуы тиіс. Әр адамның қолын жеке тіркеңіз.",
    "no-certificate": "Файлда қол қоюшының сертификаты жоқ. Қолды сертификатымен бірге жасаңыз.",
    "unknown-algorithm": "Қол ұлттық куәландырушы орталық қолданбайтын немесе әлсіз алгоритммен жасалған.",
    "not-for-signing": "Сертификат қол қоюға арналмаған. Қол қою кілтін таңдаңыз.",
    "not-yet-valid": "Сертификаттың мерзімі әлі басталмаған.",
    expired: "Сертификаттың мерзімі өткен.",
    "other-document": "Қол басқа файлға немесе оның басқа нұсқасына қойылған.",
    "does-not-fit": "Қол файлға сәйкес келмейді: ол қойылғаннан кейін өзгертілген немесе басқа кілтпен жасалған.",
    "no-protocol": "Хаттама әлі жазылмаған. Алдымен оны жазыңыз.",
    "already-attached": "Дәл осы нұсқа бекітілген.",
    "already-signed": "Бұл сертификатпен файлға қол қойылған.",
    archived: "Науқан мұрағатқа берілген, оған ештеңе қосылмайды.",
    damaged: "Жазба оқылмайды. Әкімшіге хабарлаңыз.",
    empty: "CMS мәтінін енгізіңіз немесе файлды таңдаңыз.",
    "unknown-evidence": "Мұндай файл жоқ.",
  },
  pack: "Дәлелдемелер жинағы (ZIP)",
};

const ru: PaperTexts = {
  title: "Протокол отчета",
  lead: "Форма протокола на двух языках заполняется записанными данными (пункты 12–16 приказа).",
  back: "К странице органа",
  draft: "Форма",
  docx: "DOCX для правки",
  pdf: "PDF",
  noProtocol: "Протокол еще не записан: в форме стоит только план встречи, ее можно взять как проект.",
  fix: "Зафиксировать эту версию для подписания",
  fixHelp: "Файл сохраняется неизменным, считается его контрольная сумма. Подписывается именно он.",
  fixed: "Зафиксированные версии",
  noneFixed: "Зафиксированных версий нет.",
  version: (version, day) => `Версия ${version} данных, ${day}`,
  changed: "После фиксации протокол изменили: этот файл не соответствует нынешнему протоколу.",
  download: "Скачать файл",
  sha256: "Контрольная сумма SHA-256",
  signatures: "Электронные подписи",
  unsigned: "Электронных подписей нет.",
  signer: "Подписал",
  issuer: "Сертификат выдал",
  validity: "Срок сертификата",
  algorithm: "Алгоритм",
  proved: "Подпись соответствует файлу и ключу сертификата.",
  notProved: "Кем выдан сертификат и не отозван ли он, не проверялось: это не юридически проверенная подпись.",
  sign: "Приложить электронную подпись",
  signTitle: "Электронная подпись",
  signHelp: "Обычный способ – подписать бумагу и приложить скан. Электронная подпись прилагается дополнительно.",
  cms: "Текст CMS (base64)",
  cmsHelp: "Подпись CMS, сделанная в NCALayer или другой программой для файла, указанного выше.",
  file: "или файл CMS (.cms, .p7s)",
  fileHelp: "Не больше 256 кБ.",
  layer: "Подписать в NCALayer",
  layerMissing: "NCALayer не отвечает. Запустите его и повторите или приложите файл CMS.",
  keep: "Проверить и сохранить",
  paperFirst: "Приложить скан подписанной бумаги",
  record: "Записать, что протокол подписан",
  done: { fixed: "Версия зафиксирована.", signed: "Подпись проверена и сохранена." },
  refusals: {
    "not-a-signature": "Это не подпись CMS. Приложите файл или текст из NCALayer целиком.",
    "not-one-signer": "В файле должна быть одна подпись. Приложите подпись каждого отдельно.",
    "no-certificate": "В файле нет сертификата подписавшего. Сделайте подпись вместе с сертификатом.",
    "unknown-algorithm":
      "Подпись сделана алгоритмом, который национальный удостоверяющий центр не применяет, или слабым.",
    "not-for-signing": "Сертификат не предназначен для подписания. Выберите ключ подписи.",
    "not-yet-valid": "Срок сертификата еще не начался.",
    expired: "Срок сертификата истек.",
    "other-document": "Подписан другой файл или другая его версия.",
    "does-not-fit": "Подпись не соответствует файлу: ее изменили после подписания или сделали другим ключом.",
    "no-protocol": "Протокол еще не записан. Сначала запишите его.",
    "already-attached": "Именно эта версия уже зафиксирована.",
    "already-signed": "Этим сертификатом файл уже подписан.",
    archived: "Кампания передана в архив, к ней ничего не добавляется.",
    damaged: "Запись не читается. Сообщите администратору.",
    empty: "Введите текст CMS или выберите файл.",
    "unknown-evidence": "Такого файла нет.",
  },
  pack: "Пакет доказательств (ZIP)",
};

const en: PaperTexts = {
  title: "Protocol of the report",
  lead: "The protocol's form in both official languages, filled with what is recorded (p. 12–16 of the Order).",
  back: "To the body's page",
  draft: "Form",
  docx: "DOCX to edit",
  pdf: "PDF",
  noProtocol: "No protocol is recorded yet: the form holds the plan of the meeting and can serve as a draft.",
  fix: "Fix this version to be signed",
  fixHelp: "The file is kept unchanged and its hash is taken. This very file is what is signed.",
  fixed: "Fixed versions",
  noneFixed: "No version is fixed.",
  version: (version, day) => `Version ${version} of the data, ${day}`,
  changed: "The protocol was changed since: this file is not the protocol as it stands now.",
  download: "Download the file",
  sha256: "SHA-256",
  signatures: "Electronic signatures",
  unsigned: "There is no electronic signature.",
  signer: "Signed by",
  issuer: "Certificate issued by",
  validity: "Certificate valid",
  algorithm: "Algorithm",
  proved: "The signature fits the file and the certificate's key.",
  notProved: "Who issued the certificate and whether it was revoked was not checked: it is not legally verified.",
  sign: "Attach an electronic signature",
  signTitle: "Electronic signature",
  signHelp: "The usual way is to sign on paper and attach a scan. An electronic signature comes in addition.",
  cms: "CMS as text (base64)",
  cmsHelp: "A CMS signature made for the file above with NCALayer or another program.",
  file: "or a CMS file (.cms, .p7s)",
  fileHelp: "At most 256 kB.",
  layer: "Sign with NCALayer",
  layerMissing: "NCALayer does not answer. Start it and try again, or attach a CMS file.",
  keep: "Check and keep",
  paperFirst: "Attach a scan of the signed paper",
  record: "Record that the protocol is signed",
  done: { fixed: "The version is fixed.", signed: "The signature was checked and is kept." },
  refusals: {
    "not-a-signature": "This is no CMS signature. Attach the whole file or text that NCALayer made.",
    "not-one-signer": "The file must hold one signature. Attach each person's on its own.",
    "no-certificate": "The signer's certificate is not in the file. Sign with the certificate included.",
    "unknown-algorithm": "The signature's algorithm is weak or not one of the national certification authority.",
    "not-for-signing": "The certificate is not one for signing. Choose the signing key.",
    "not-yet-valid": "The certificate is not valid yet.",
    expired: "The certificate has expired.",
    "other-document": "Another file, or another version of it, was signed.",
    "does-not-fit": "The signature does not fit the file: it was changed afterwards or made with another key.",
    "no-protocol": "No protocol is recorded yet. Draw it up first.",
    "already-attached": "This very version is fixed already.",
    "already-signed": "The file is signed with this certificate already.",
    archived: "The campaign is archived; nothing is added to it.",
    damaged: "The record cannot be read. Tell an administrator.",
    empty: "Give the CMS as text or choose a file.",
    "unknown-evidence": "There is no such file.",
  },
  pack: "Evidence pack (ZIP)",
};

const all: Readonly<Record<Locale, PaperTexts>> = { kk, ru, en };

/** The words of these pages in a language. */
export const paperTexts = (locale: Locale): PaperTexts => all[locale];

/** Why a version is not fixed or a signature not kept. */
export const refusalTexts = (locale: Locale): PaperTexts["refusals"] & Readonly<Record<Hindrance, string>> => ({
  ...paperTexts(locale).refusals,
  ...hindranceTexts(locale),
});
