import { tileOf } from "../../../core/register/regions.ts";
import { countIn } from "../../../core/status/count.ts";
import { type Level, rateLevel } from "../../../core/status/level.ts";
import type { RegionStatus } from "../../../core/status/regions.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { Hidden, Name, RegionName, regionText, signs } from "../parts.tsx";
import type { Overview } from "./overview.ts";
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
  const place = tile ? `c${tile.column} r${tile.row}` : undefined;
  return (
    <li class={place}>
      <a
        class={`tile ${rateLevel(rate)}`}
        href={selectionPath({ region: scope })}
        aria-current={overview.selection.region === scope ? "true" : undefined}
        title={regionText(scope, overview.register, page)}
      >
        {tile ? (
          <>
            <span aria-hidden="true">{nameIn(tile.code, page.locale)}</span>
            <Hidden>
              <Name name={tile.name} page={page} />:
            </Hidden>
          </>
        ) : (
          <RegionName scope={scope} register={overview.register} page={page} />
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
