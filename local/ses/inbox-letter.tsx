import type { Attachment, Email } from "postal-mime";
import { type Delivery, shownTime } from "./delivery.ts";
import { sizeOf } from "./inbox-files.ts";
import { formatSize, Page, searchPath, Tags, Time } from "./inbox-page.tsx";

interface LetterProps {
  readonly delivery: Delivery;
  readonly email: Email;
  readonly zone: string;
}

/** One letter: who gets it, how it looks, its text, files and headers. */
export const LetterPage = ({ delivery, email, zone }: LetterProps) => (
  <Page title={`${delivery.subject || "Letter"} – Esep inbox`}>
    <nav aria-label="Back">
      <a href="/">← All letters</a>
    </nav>
    <h1 lang={delivery.language ?? ""}>{delivery.subject || "(no subject)"}</h1>
    <Envelope delivery={delivery} zone={zone} />
    <p class="actions">
      <a class="button" href={`/letters/${delivery.number}/raw`} download={`letter-${delivery.number}.eml`}>
        Download .eml
      </a>
    </p>
    <Attachments number={delivery.number} attachments={email.attachments} />
    {email.html && <Html delivery={delivery} />}
    {email.text && <Text text={email.text} language={delivery.language} open={!email.html} />}
    <Headers email={email} />
  </Page>
);

const Envelope = ({ delivery, zone }: Pick<LetterProps, "delivery" | "zone">) => (
  <dl class="envelope">
    <dt>From</dt>
    <dd>{delivery.from || delivery.envelope.source || "–"}</dd>
    <dt>To</dt>
    <dd>{delivery.to || "–"}</dd>
    <dt>Sent to</dt>
    <dd class="recipients">
      {delivery.envelope.recipients.map((recipient) => (
        <a href={searchPath(recipient)} title={`All letters to ${recipient}`}>
          {recipient}
        </a>
      ))}
    </dd>
    <dt>Time</dt>
    <dd>
      <Time instant={shownTime(delivery)} zone={zone} /> {zone}
    </dd>
    <dt>Size</dt>
    <dd>{formatSize(delivery.size)}</dd>
    <dt>Tags</dt>
    <dd>{delivery.envelope.tags.length > 0 ? <Tags tags={delivery.envelope.tags} /> : "–"}</dd>
    <dt>Id</dt>
    <dd class="code">{delivery.messageId}</dd>
  </dl>
);

const Attachments = ({ number, attachments }: { number: number; attachments: readonly Attachment[] }) =>
  attachments.length > 0 && (
    <section aria-labelledby="attachments">
      <h2 id="attachments">Attachments</h2>
      <ul class="attachments">
        {attachments.map((attachment, index) => (
          <li>
            <a href={`/letters/${number}/attachments/${index}`}>{attachment.filename ?? `Attachment ${index + 1}`}</a>{" "}
            <span>{`${attachment.mimeType}, ${formatSize(sizeOf(attachment))}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );

const Html = ({ delivery }: { delivery: Delivery }) => (
  <section aria-labelledby="letter">
    <h2 id="letter">Letter</h2>
    <iframe sandbox="" src={`/letters/${delivery.number}/html`} title="The letter as a mail program shows it" />
  </section>
);

const Text = ({ text, language, open }: { text: string; language: string | null; open: boolean }) => (
  <details open={open}>
    <summary>Plain text</summary>
    <pre class="text" lang={language ?? ""}>
      {text}
    </pre>
  </details>
);

const Headers = ({ email }: { email: Email }) => (
  <details>
    <summary>{`Headers (${email.headers.length})`}</summary>
    <dl class="headers">
      {email.headers.map(({ originalKey, value }) => (
        <>
          <dt>{originalKey}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  </details>
);
