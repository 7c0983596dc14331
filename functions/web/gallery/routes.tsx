import { type Context, Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { framed } from "../letters/mail.ts";
import { pageOf } from "../page.ts";
import { LETTER_FRAME } from "../security.ts";
import { GALLERY, GalleryPage, SamplePage } from "./page.tsx";
import { galleryLetter, languageNames, letterKinds } from "./render.ts";

/** What letters look like: samples of every kind, rendered as those that are sent. */
export function createGalleryPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get(GALLERY, (context) => context.html(<GalleryPage page={pageOf(context, deps)} />));
  app.get(`${GALLERY}/:kind/:language`, (context) => {
    const sample = sampleOf(context, deps);
    return sample === null ? context.notFound() : context.html(<SamplePage page={pageOf(context, deps)} {...sample} />);
  });
  app.get(`${GALLERY}/:kind/:language${LETTER_FRAME}`, (context) => {
    const sample = sampleOf(context, deps);
    return sample === null ? context.notFound() : context.html(framed(sample.letter.html));
  });
  app.get(`${GALLERY}/:kind/:language/calendar.ics`, (context) => {
    const calendar = sampleOf(context, deps)?.letter.calendar;
    if (!calendar) return context.notFound();
    const headers = { "content-type": "text/calendar; charset=utf-8", "content-disposition": "attachment" };
    return context.body(calendar.content, 200, headers);
  });
  return app;
}

function sampleOf({ req }: Context, { workdays }: WebDependencies) {
  const { kind: named, language: wanted } = req.param();
  const kind = letterKinds.find((one) => one === named);
  const language = languageNames.find((one) => one === wanted);
  return kind && language ? { kind, language, letter: galleryLetter(kind, language, workdays) } : null;
}
