import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Bilingual } from "../../../core/register/locale.ts";
import { type Line, oneLine } from "./bilingual.ts";
import type { ProtocolForm, ProtocolSignature, ProtocolTable } from "./form.ts";

/** Word's own font of official papers: the file is to be edited with what every office has. */
const FONT = "Times New Roman";

/** A protocol as an editable document of Word (DOCX), A4 upright. */
export async function protocolDocx(form: ProtocolForm, version: number): Promise<Uint8Array> {
  const { texts } = form;
  const document = new Document({
    title: `${texts.title.kk} / ${texts.title.ru}`,
    creator: "Esep",
    styles: { default: { document: { run: { font: FONT, size: 24 } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { left: 1134, right: 850, top: 1134, bottom: 1134 } },
        },
        footers: { default: new Footer({ children: footer(form, version) }) },
        children: [...head(form), facts(form), ...tableOf(form.decisions), ...tableOf(form.appeals), ...signing(form)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const text = (content: string, style: { bold?: boolean; size?: number; italics?: boolean } = {}): TextRun =>
  new TextRun({ text: content, ...style });

const centred = (content: string, style: { bold?: boolean; size?: number } = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [text(content, style)] });

const cell = (children: Paragraph[], share: number): TableCell =>
  new TableCell({
    children,
    width: { size: share, type: WidthType.PERCENTAGE },
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
  });

const full = { size: 100, type: WidthType.PERCENTAGE } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const bare = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

function head({ texts, body }: ProtocolForm): (Paragraph | Table)[] {
  const side = (locale: "kk" | "ru") =>
    cell(
      [
        centred(body[locale], { bold: true }),
        centred(texts.title[locale], { bold: true, size: 28 }),
        centred(texts.subtitle[locale]),
      ],
      50,
    );
  const row = new TableRow({ children: [side("kk"), side("ru")] });
  return [new Table({ width: full, borders: bare, rows: [row] }), new Paragraph({})];
}

function facts({ rows }: ProtocolForm): Table {
  const side = (label: string, value: string | undefined) =>
    cell([new Paragraph({ children: [text(`${label}: `, { bold: true }), text(value ?? BLANK)] })], 50);
  return new Table({
    width: full,
    rows: rows.map(
      ({ label, value }) => new TableRow({ children: [side(label.kk, value?.kk), side(label.ru, value?.ru)] }),
    ),
  });
}

/** Room to write by hand. */
const BLANK = "____________________";

const heading = (title: Bilingual): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 280, after: 100 },
    children: [text(`${title.kk} / ${title.ru}`, { bold: true })],
  });

function tableOf({ title, columns, rows, empty }: ProtocolTable): (Paragraph | Table)[] {
  if (rows?.length === 0) return [heading(title), new Paragraph({ children: [text(oneLine(empty))] })];
  const line = (values: readonly Bilingual[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      children: values.map((value, index) =>
        cell([new Paragraph({ children: [text(oneLine(value), { bold })] })], shareOf(index, columns.length)),
      ),
    });
  const blank: Line = columns.map(() => ({ kk: "", ru: "" }));
  return [
    heading(title),
    new Table({
      width: full,
      rows: [line(columns, true), ...(rows ?? [blank, blank, blank]).map((values) => line(values, false))],
    }),
  ];
}

/** The first column holds a number only. */
const shareOf = (index: number, columns: number): number => (index === 0 ? 10 : 90 / (columns - 1));

function signing({ texts, signatures }: ProtocolForm): (Paragraph | Table)[] {
  const rows = signatures.map(
    (signature) => new TableRow({ cantSplit: true, children: [cell(signatureLines(signature, texts.signature), 100)] }),
  );
  return [heading(texts.signatures), new Table({ width: full, borders: bare, rows })];
}

function signatureLines({ role, name, signedOn }: ProtocolSignature, under: Bilingual): Paragraph[] {
  return [
    new Paragraph({ spacing: { before: 200 }, children: [text(oneLine(role))] }),
    new Paragraph({
      spacing: { before: 120 },
      children: [text(`${BLANK}   ${name ?? BLANK}   ${signedOn ? oneLine(signedOn) : BLANK}`)],
    }),
    new Paragraph({ children: [text(oneLine(under), { italics: true, size: 18 })] }),
  ];
}

function footer({ texts }: ProtocolForm, version: number): Paragraph[] {
  const small = (line: Bilingual) =>
    new Paragraph({ children: [text(line.kk, { size: 16 }), text(" / ", { size: 16 }), text(line.ru, { size: 16 })] });
  const pages = new TextRun({ size: 16, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] });
  return [
    small(texts.basis),
    small(texts.version(version)),
    new Paragraph({ alignment: AlignmentType.RIGHT, children: [pages] }),
  ];
}
