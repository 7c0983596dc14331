import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { SORTS } from "../../../core/status/select.ts";
import { STATES } from "../../../core/status/states.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { Field, Select } from "../filter-controls.tsx";
import type { Page } from "../page.ts";
import { regionChoices } from "../parts.tsx";
import type { Overview } from "./overview.ts";

/** With scripts, each choice changes the matrix at once and is kept in the address; without, the button does both. */
const live = {
  "hx-get": "/",
  "hx-target": "#matrix-rows",
  "hx-push-url": "true",
  "hx-sync": "this:replace",
  "hx-trigger": "submit, change, input changed delay:300ms from:#filter-q",
} as const;

/** The form that selects and orders the matrix; a plain GET, so that an address can be kept and sent. */
export const Filters = ({ page, overview: { regions, register, selection } }: { page: Page; overview: Overview }) => {
  const { filters } = page.texts;
  const scopes = regions.map(({ scope }) => scope);
  return (
    <search>
      <form class="filters" action="/#matrix" method="get" aria-label={filters.legend} {...live}>
        <Field name="q" label={filters.search}>
          <input id="filter-q" name="q" type="search" value={selection.search} maxlength={100} autocomplete="off" />
        </Field>
        <Select
          name="region"
          label={filters.region}
          none={filters.all}
          chosen={selection.region}
          choices={regionChoices(scopes, register, page)}
        />
        <Select
          name="state"
          label={filters.state}
          none={filters.all}
          chosen={selection.state}
          choices={STATES.map((state) => ({ value: state, text: capitalised(page.words.states[state]) }))}
        />
        <Select
          name="obligation"
          label={filters.obligation}
          none={filters.all}
          chosen={selection.obligation}
          choices={ObligationId.options.map((id) => ({ value: id, text: page.words.obligations[id].short }))}
        />
        <Select
          name="sort"
          label={filters.sort}
          chosen={selection.sort}
          choices={SORTS.map((sort) => ({ value: sort, text: filters.sorts[sort] }))}
        />
        <div class="actions">
          <button type="submit">{filters.apply}</button>
          <a href="/#matrix">{filters.reset}</a>
        </div>
      </form>
    </search>
  );
};
