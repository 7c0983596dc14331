import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { Dossier } from "../../core/dossier/dossier.ts";
import type { Meeting } from "../../core/dossier/meeting.ts";
import { Body } from "../../core/register/body.ts";
import { protocolDocx } from "../../functions/documents/protocol/docx.ts";
import { protocolForm } from "../../functions/documents/protocol/form.ts";
import { protocolPdf } from "../../functions/documents/protocol/pdf.ts";

const body = Body.parse({
  ...{ id: "DP-10", parent: "MIA", kind: "department", zone: "Asia/Almaty", activeFrom: "2000-01-01", contacts: [] },
  name: { ru: "ДП области Абай", kk: "Абай облысының ПД" },
});

const protocol = {
  ...{ drawnUpOn: "2027-03-12", date: "2027-03-12", startsAt: "15:00", place: "Мәдениет үйі", participants: 180 },
  decisions: [{ id: "d1", text: "Жарық орнату", dueOn: "2027-04-10" }],
  appeals: ["A-1", "A-2"],
  signatures: [{ role: "secretary", name: "Ә. Іңкәрова", signedOn: "2027-03-12" }],
};

function meetingWith(change: object): Meeting {
  const dossier = Dossier.parse({
    ...{ body: "DP-10", campaign: 2027, waivers: [] },
    meetings: [
      {
        ...{ id: "m1", date: "2027-03-12", startsAt: "15:00", status: "held", notices: [] },
        place: { ru: "Дом культуры", kk: "Мәдениет үйі" },
        appeals: [
          { number: "A-1", kind: "complaint", receivedOn: "2027-03-12", answered: "partial", competence: "police" },
          { number: "A-2", kind: "remark", receivedOn: "2027-03-12", answered: "full", competence: "other" },
        ],
        ...change,
      },
    ],
  });
  const [meeting] = dossier.meetings;
  if (!meeting) throw new Error("There is no meeting.");
  return meeting;
}

/** The text of a DOCX file, read as the ZIP of XML that it is. */
async function docxText(meeting: Meeting): Promise<string> {
  const file = unzipSync(await protocolDocx(protocolForm(body, meeting), 7));
  const xml = strFromU8(file["word/document.xml"] ?? new Uint8Array());
  const plain = xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
  return plain.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof entities) => entities[name]);
}

const entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" } as const;

async function pdfText(meeting: Meeting): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(await protocolPdf(protocolForm(body, meeting), 7)));
  return (await extractText(document, { mergePages: true })).text;
}

test.each([
  [
    "the plan's place in both languages where the protocol names it in one",
    "мәдениет  үйі",
    ["Мәдениет үйі", "Дом культуры"],
  ],
  ["another place as it was recorded", "Мектеп", ["Мектеп", "Мектеп"]],
])("the protocol's form says %s", (_, place, [kk, ru]) => {
  const { rows } = protocolForm(body, meetingWith({ protocol: { ...protocol, place } }));
  expect(rows.map(({ value }) => value)).toContainEqual({ kk, ru });
});

/** What p. 13 of the Order demands, in both languages, and who signs. */
const demanded = [
  ...["ЕСЕП ХАТТАМАСЫ", "ПРОТОКОЛ ОТЧЕТА", "Абай облысының ПД", "ДП области Абай"],
  ...["2027 жылғы 12 наурыз", "12 марта 2027 года", "15:00", "Мәдениет үйі", "180"],
  ...["Жарық орнату", "10 апреля 2027 года", "A-1", "шағым / жалоба", "A-2", "ескерту / замечание"],
  ...["Хатшы / Секретарь", "Ә. Іңкәрова", "Аумақтық полиция органының бастығы"],
];

const plain = (text: string): string => text.replace(/\s+/g, " ");

describe("the protocol of a meeting", () => {
  test.each([
    ["DOCX", docxText],
    ["PDF", pdfText],
  ] as const)("holds as %s all that the Order demands, in both languages", async (_form, read) => {
    const text = plain(await read(meetingWith({ protocol, records: { number: "12/3", registeredOn: "2027-03-15" } })));
    for (const part of [...demanded, "12/3"]) expect(text).toContain(part);
  });

  test("leaves room for what is not recorded yet, and says what did not happen", async () => {
    const draft = plain(await docxText(meetingWith({})));
    expect(draft).toContain("Қатысушылар саны: ____");
    const none = plain(await docxText(meetingWith({ protocol: { ...protocol, decisions: [], appeals: [] } })));
    expect(none).toContain("Решения не принимались.");
    expect(none).toContain("Жалоб, предложений и замечаний не поступило.");
  });

  test("is the same PDF, byte for byte, whenever it is made", async () => {
    const form = protocolForm(body, meetingWith({ protocol }));
    expect(Buffer.from(await protocolPdf(form, 7)).equals(Buffer.from(await protocolPdf(form, 7)))).toBe(true);
    expect(Buffer.from(await protocolPdf(form, 7)).equals(Buffer.from(await protocolPdf(form, 8)))).toBe(false);
  });

  test.each([
    ["DOCX", docxText],
    ["PDF", pdfText],
  ] as const)("keeps 2 000 strings of Kazakh and Russian letters and signs of markup as %s", async (_form, readAs) => {
    const letters = "АаӘәБбҒғҚқҢңӨөҰұҮүҺһІіЁёЩщЪъЫыЬьЭэ <>&\"'«»№—{}$%\\/=+@";
    const sentence = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 40 });
    const written = fc.sample(sentence, { numRuns: 2000, seed: 608 }).map((text) => `§${text}§`);
    const decisions = written.map((text, index) => ({ id: `d${index}`, text }));
    // Where a line or a page of a PDF ends is the layout's matter.
    const dense = (text: string): string => text.replace(/\s+/g, "");
    const read = dense(await readAs(meetingWith({ protocol: { ...protocol, decisions } })));
    const lost = written.filter((text) => !read.includes(dense(text)));
    expect(lost).toEqual([]);
  });
});
