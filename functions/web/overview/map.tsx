import { countIn } from "../../../core/status/count.ts";
import type { RegionStatus } from "../../../core/status/regions.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { Hidden, Name, signs } from "../parts.tsx";
import { type Level, levelOf, type Overview, tileOf } from "./overview.ts";
import { selectionPath } from "./query.ts";

const LEVELS: readonly Level[] = ["top", "high", "fair", "low", "bottom", "none"];

/** The regions as tiles about where they lie; departments that are not on the map follow below. */
export const RegionMap = ({ page, overview }: { page: Page; overview: Overview }) => {
  const drawn = overview.regions.filter(({ scope }) => tileOf(scope));
  const others = overview.regions.filter(({ scope }) => !tileOf(scope));
  return (
    <section class="card" aria-labelledby="regions-title">
      <h2 id="regions-title">{page.texts.overview.regions}</h2>
      <p class="quiet">{page.texts.overview.regionsHelp}</p>
      {drawn.length === 0 ? null : (
        <ul class="tiles">
          {drawn.map((region) => (
            <Tile region={region} page={page} overview={overview} />
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <ul class="tiles others">
          {others.map((region) => (
            <Tile region={region} page={page} overview={overview} />
          ))}
        </ul>
      )}
      <ul class="levels" aria-label={page.texts.overview.key}>
        {LEVELS.map((level) => (
          <li class={level}>{page.words.levels[level]}</li>
        ))}
      </ul>
    </section>
  );
};

const Tile = ({ region, page, overview }: { region: RegionStatus; page: Page; overview: Overview }) => {
  const { scope, counts, rate } = region;
  const tile = tileOf(scope);
  const overdue = countIn(counts, "overdue");
  const name = tile?.name ?? overview.register.byId.get(scope)?.name;
  const place = tile ? `c${tile.column} r${tile.row}` : undefined;
  return (
    <li class={place}>
      <a
        class={`tile ${levelOf(rate)}`}
        href={selectionPath({ region: scope })}
        aria-current={overview.selection.region === scope ? "true" : undefined}
        title={name && nameIn(name, page.locale)}
      >
        {tile ? (
          <>
            <span aria-hidden="true">{nameIn(tile.code, page.locale)}</span>
            <Hidden>
              <Name name={tile.name} page={page} />:
            </Hidden>
          </>
        ) : (
          <span>{name ? <Name name={name} page={page} /> : scope}</span>
        )}{" "}
        <strong>{rate === null ? "…" : page.texts.overview.share(rate)}</strong>{" "}
        <small class={overdue === 0 ? "zero" : undefined}>
          <b aria-hidden="true">{signs.overdue}</b>
          <Hidden>, {page.words.states.overdue}: </Hidden>
          {formatNumber(page.locale, overdue)}
        </small>
      </a>
    </li>
  );
};
