import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pdfmake from "pdfmake";

/** A font: in Lambda it lies beside the code (`stacks/functions.ts`), elsewhere in its package. */
function fontAt(file: string, inPackage: () => string): string {
  const root = process.env["LAMBDA_TASK_ROOT"];
  return root === undefined ? fileURLToPath(inPackage()) : join(root, "fonts", file);
}

/** PT Sans has every Kazakh letter in one file. Documents reach neither the net nor any file but the fonts. */
function prepare(): void {
  const normal = fontAt("PTSans_400Regular.ttf", () =>
    import.meta.resolve("@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf"),
  );
  const bold = fontAt("PTSans_700Bold.ttf", () =>
    import.meta.resolve("@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf"),
  );
  pdfmake.setFonts({ PTSans: { normal, bold, italics: normal, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
}

/** The bytes of a document by its pdfmake definition. */
export function renderPdf(definition: object): Promise<Uint8Array> {
  prepare();
  return pdfmake.createPdf(definition).getBuffer();
}
