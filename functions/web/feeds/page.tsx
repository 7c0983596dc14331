import { localTime } from "../../../core/calendar/zone.ts";
import type { Body } from "../../../core/register/body.ts";
import type { Register } from "../../../core/register/register.ts";
import type { Feed } from "../../../core/use-cases/reports/feeds.ts";
import { bodyLines } from "../body-choice.ts";
import { TextField } from "../forms/controls.tsx";
import { Done, Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty, Name } from "../parts.tsx";
import { feedTexts } from "./texts.ts";

/** A feed of the reader's own. */
export interface OwnFeed {
  readonly key: string;
  readonly feed: Feed;
}

interface FeedsProps {
  readonly page: Page;
  readonly register: Register;
  readonly readable: readonly Body[];
  readonly feeds: readonly OwnFeed[];
  readonly form: FormState;
  /** Of the form that makes an address. */
  readonly secret: string;
  /** Of the forms that close one. */
  readonly request: string;
  /** The address that was just made: nobody can tell it again. */
  readonly address?: string | undefined;
  readonly isRevoked?: boolean;
}

/** One's own calendar feeds: making one, and closing it. */
export const FeedsPage = (props: FeedsProps) => {
  const { page, register, readable, feeds, form, secret, request, address, isRevoked } = props;
  const texts = feedTexts(page.locale);
  return (
    <Layout page={page} title={texts.title}>
      <div class="lead">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </div>
      <Done text={isRevoked ? texts.done : undefined} />
      {address === undefined ? null : (
        <section class="card done" aria-labelledby="opened-title">
          <h2 id="opened-title">{texts.opened}</h2>
          <p>{texts.once}</p>
          <p>
            <code>{address}</code>
          </p>
        </section>
      )}
      <section class="card" aria-labelledby="open-title">
        <h2 id="open-title">{texts.open}</h2>
        <Form page={page} form={form} action="/feeds" submit={texts.open} hidden={{ secret }}>
          <TextField
            {...{ page, form, name: "body", label: texts.body, help: texts.bodyHelp, required: true }}
            list={bodyLines(readable, page.locale)}
          />
        </Form>
      </section>
      <section class="card" aria-labelledby="own-title">
        <h2 id="own-title">{texts.own}</h2>
        {feeds.length === 0 ? <Empty>{texts.none}</Empty> : null}
        <ul class="items">
          {feeds.map(({ key, feed }) => (
            <li>
              <strong>
                <Name name={register.byId.get(feed.body)?.name ?? { kk: feed.body, ru: feed.body }} page={page} />
              </strong>
              <p class="quiet">
                {texts.since(page.words.time.date(localTime(feed.at, register.ministry.zone).day))}
                {feed.revoked ? `, ${texts.revoked}` : ""}
              </p>
              {feed.revoked ? null : (
                <form method="post" action="/feeds/revoke">
                  <input type="hidden" name="key" value={key} />
                  <input type="hidden" name="request" value={request} />
                  <button type="submit">{texts.revoke}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  );
};
