import { localTime } from "../../../core/calendar/zone.ts";
import type { StandingEvidence } from "../../../core/evidence/evidence.ts";
import type { ElectronicSignature } from "../../../core/evidence/signature.ts";
import { filePath } from "../evidence/paths.ts";
import type { EvidenceView } from "../evidence/view.ts";
import type { Page } from "../page.ts";
import { DayTime } from "../parts.tsx";
import { type PaperTexts, paperTexts } from "./texts.ts";

interface SignedProps {
  readonly page: Page;
  readonly view: EvidenceView;
  readonly file: StandingEvidence;
}

/** A file that was fixed, its hash, and who has signed it; says what was proved and what was not. */
export const SignedFile = ({ page, view: { key, body }, file: { item, standing } }: SignedProps) => {
  const texts = paperTexts(page.locale);
  const { signatures = [] } = item;
  return (
    <>
      <p>
        <strong>{texts.version(item.fixed?.version ?? 0, page.words.time.date(item.on))}</strong>{" "}
        <a href={filePath(key, item.id)}>{texts.download}</a>
      </p>
      {standing === "same" ? null : <p class="note">{texts.changed}</p>}
      <p class="quiet">
        {texts.sha256}: <code>{item.sha256}</code>
      </p>
      {signatures.length === 0 ? (
        <p class="quiet">{texts.unsigned}</p>
      ) : (
        <ul class="items">
          {signatures.map((signature) => (
            <Signature signature={signature} texts={texts} page={page} zone={body.zone} />
          ))}
        </ul>
      )}
    </>
  );
};

const Signature = ({
  signature: { algorithm, certificate, at, by },
  texts,
  page,
  zone,
}: {
  signature: ElectronicSignature;
  texts: PaperTexts;
  page: Page;
  zone: string;
}) => {
  const [from, to] = [localTime(certificate.notBefore, zone).day, localTime(certificate.notAfter, zone).day];
  return (
    <li>
      <p>
        {texts.signer}: <strong>{certificate.holder}</strong>, {by.name},{" "}
        <DayTime day={localTime(at, zone).day} page={page} />
      </p>
      <p class="quiet">
        {texts.algorithm}: {algorithm}. {texts.issuer}: {certificate.issuer}. {texts.validity}:{" "}
        {page.words.time.date(from)}–{page.words.time.date(to)}.
      </p>
      <p>
        {texts.proved} {texts.notProved}
      </p>
    </li>
  );
};
