import { type Delivery, shownTime } from "./delivery.ts";
import { formatCount, formatSize, Page, searchPath, Tags, Time } from "./inbox-page.tsx";

/** Letters on one page. */
export const pageSize = 100;

interface ListProps {
  /** What the search found, newest first, on all pages. */
  readonly found: readonly Delivery[];
  readonly total: number;
  readonly query: string;
  readonly page: number;
  readonly pages: number;
  readonly zone: string;
}

/** The letters, newest first. */
export const ListPage = ({ found, total, query, page, pages, zone }: ListProps) => (
  <Page title={query ? `${query} – Esep inbox` : "Esep inbox"}>
    <div class="heading">
      <h1>Letters</h1>
      <Search query={query} />
    </div>
    <p class="count" role="status">
      {query ? `${formatCount(found.length)} of ${total.toLocaleString("en")} with “${query}”` : formatCount(total)}
      {found.length > 0 && `, newest first. Times of ${zone}.`}
    </p>
    {found.length > 0 ? (
      <LetterTable letters={found.slice((page - 1) * pageSize, page * pageSize)} zone={zone} />
    ) : (
      <Empty query={query} />
    )}
    {pages > 1 && <Pages query={query} page={page} pages={pages} />}
  </Page>
);

const Search = ({ query }: { query: string }) => (
  <search>
    <form method="get" action="/">
      <label for="q">Search</label>
      <input
        id="q"
        type="search"
        name="q"
        value={query}
        placeholder="recipient, subject, tag or text"
        autocomplete="off"
      />
      <button type="submit">Search</button>
      {query && <a href="/">Show all</a>}
    </form>
  </search>
);

const Empty = ({ query }: { query: string }) => (
  <p class="empty">
    {query
      ? "No letter has all these words. Of long letters only the beginning is searched."
      : "No letters yet. They appear here as soon as a sweep has written some and they have been sent; reload to look again."}
  </p>
);

const LetterTable = ({ letters, zone }: { letters: readonly Delivery[]; zone: string }) => (
  <table class="letters">
    <thead>
      <tr>
        <th scope="col">To</th>
        <th scope="col">Letter</th>
        <th scope="col">Tags</th>
        <th scope="col">Size</th>
        <th scope="col">Sent</th>
      </tr>
    </thead>
    <tbody>
      {letters.map((letter) => (
        <LetterRow letter={letter} zone={zone} />
      ))}
    </tbody>
  </table>
);

const LetterRow = ({ letter, zone }: { letter: Delivery; zone: string }) => (
  <tr>
    <td class="to">{letter.envelope.recipients.join(", ")}</td>
    <td class="letter">
      <a class="subject" href={`/letters/${letter.number}`} lang={letter.language ?? ""}>
        {letter.subject || "(no subject)"}
      </a>
      <p class="excerpt" lang={letter.language ?? ""}>
        {letter.excerpt.slice(0, 200)}
      </p>
    </td>
    <td>
      <Tags tags={letter.envelope.tags} />
    </td>
    <td class="size">
      {formatSize(letter.size)}
      {letter.attachments > 0 && <span class="files">{`${letter.attachments} attached`}</span>}
    </td>
    <td class="time">
      <Time instant={shownTime(letter)} zone={zone} />
    </td>
  </tr>
);

const Pages = ({ query, page, pages }: { query: string; page: number; pages: number }) => (
  <nav class="pages" aria-label="Pages">
    {page > 1 && (
      <a rel="prev" href={searchPath(query, page - 1)}>
        ← Newer
      </a>
    )}
    <span>{`Page ${page} of ${pages}`}</span>
    {page < pages && (
      <a rel="next" href={searchPath(query, page + 1)}>
        Older →
      </a>
    )}
  </nav>
);
