import type { Bilingual } from "../../../core/register/locale.ts";
import { renderPdf } from "../pdf/engine.ts";
import type { Node } from "../pdf/table.ts";
import { quiet } from "../status/colours.ts";
import { oneLine } from "./bilingual.ts";
import type { ProtocolForm, ProtocolSignature, ProtocolTable } from "./form.ts";

const BLANK = "______________________";

/**
 * A protocol as PDF (A4 upright): the version that is signed. Equal records give equal bytes, so that a signature over one
 * fits the other: nothing in it tells when it was made.
 */
export const protocolPdf = (form: ProtocolForm, version: number): Promise<Uint8Array> =>
  renderPdf(definitionOf(form, version));

function definitionOf(form: ProtocolForm, version: number): Node {
  const { texts } = form;
  return {
    info: {
      title: `${oneLine(texts.title)}: ${oneLine(form.body)}`,
      ...{ author: "Есеп", creator: "Esep", creationDate: new Date(0), modDate: new Date(0) },
    },
    ...{ language: "kk", displayTitle: true, pageSize: "A4", pageMargins: [56, 50, 42, 66] },
    defaultStyle: { font: "PTSans", fontSize: 11, lineHeight: 1.15 },
    styles: {
      title: { fontSize: 14, bold: true, margin: [0, 4, 0, 2] },
      section: { bold: true, margin: [0, 16, 0, 6] },
    },
    footer: (page: number, pages: number): Node => footer(form, version, `${page} / ${pages}`),
    content: [...head(form), facts(form), ...tableOf(form.decisions), ...tableOf(form.appeals), ...signing(form)],
  };
}

function head({ texts, body }: ProtocolForm): Node[] {
  const side = (locale: "kk" | "ru"): Node => ({
    ...{ alignment: "center", width: "*" },
    stack: [{ text: body[locale], bold: true }, { text: texts.title[locale], style: "title" }, texts.subtitle[locale]],
  });
  return [{ columns: [side("kk"), side("ru")], columnGap: 24, margin: [0, 0, 0, 16] }];
}

function facts({ rows }: ProtocolForm): Node {
  const side = (label: string, value: string | undefined): Node => ({
    text: [{ text: `${label}: `, bold: true }, value ?? BLANK],
    margin: [2, 3, 2, 3],
  });
  const body = rows.map(({ label, value }) => [side(label.kk, value?.kk), side(label.ru, value?.ru)]);
  return { table: { widths: ["*", "*"], body } };
}

function tableOf({ title, columns, rows, empty }: ProtocolTable): Node[] {
  const heading: Node = { text: oneLine(title), style: "section" };
  if (rows?.length === 0) return [heading, { text: oneLine(empty) }];
  const blank = columns.map(() => ({ text: " " }));
  const line = (values: readonly Bilingual[]) => values.map((value) => ({ text: oneLine(value) }));
  const body = [
    columns.map((column) => ({ text: oneLine(column), bold: true })),
    ...(rows?.map(line) ?? [blank, blank, blank]),
  ];
  const widths = columns.map((_, index) => (index === 0 ? 44 : index === 1 && columns.length > 3 ? 96 : "*"));
  return [heading, { table: { headerRows: 1, dontBreakRows: true, widths, body } }];
}

function signing({ texts, signatures }: ProtocolForm): Node[] {
  const lines = signatures.map((signature) => signatureNode(signature, texts.signature));
  return [{ text: oneLine(texts.signatures), style: "section" }, ...lines];
}

const signatureNode = ({ role, name, signedOn }: ProtocolSignature, under: Bilingual): Node => ({
  unbreakable: true,
  margin: [0, 8, 0, 4],
  stack: [
    oneLine(role),
    { text: `${BLANK}   ${name ?? BLANK}   ${signedOn ? oneLine(signedOn) : BLANK}`, margin: [0, 10, 0, 0] },
    { text: oneLine(under), fontSize: 8, color: quiet },
  ],
});

const footer = ({ texts }: ProtocolForm, version: number, pages: string): Node => ({
  ...{ margin: [56, 10, 42, 0], fontSize: 7.5, color: quiet },
  columns: [
    { width: "*", stack: [oneLine(texts.basis), oneLine(texts.version(version))] },
    { width: 50, text: pages, alignment: "right" },
  ],
});
