/** The part of pdfmake 0.3 that Esep uses; the package has no types of its own. */
declare module "pdfmake" {
  interface Engine {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    setUrlAccessPolicy(mayRead: (url: string) => boolean): void;
    setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  }
  const engine: Engine;
  export default engine;
}
