import { type RegionTile, tileOf } from "../../../core/register/regions.ts";
import { countIn } from "../../../core/status/count.ts";
import { RATE_LEVELS, rateLevel } from "../../../core/status/level.ts";
import type { ReportRegion } from "../../../core/status/status-report.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import { levelColours, quiet } from "./colours.ts";
import { signs, type Words, wordShare } from "./words.ts";

const WIDTH = 58;
const HEIGHT = 46;
const GAP = 4;
const COLUMNS = 7;
const ROWS = 5;

export const MAP_WIDTH = COLUMNS * (WIDTH + GAP) - GAP;
const KEY_TOP = ROWS * (HEIGHT + GAP) + 8;
export const MAP_HEIGHT = KEY_TOP + 48;

interface Drawn {
  readonly region: ReportRegion;
  readonly tile: RegionTile;
}

/** The regions as tiles about where they lie: code, rate, and how many duties are overdue; colours by the rate. */
export const RegionMap = ({ regions, words }: { regions: readonly ReportRegion[]; words: Words }) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
    width={MAP_WIDTH}
    height={MAP_HEIGHT}
    font-family="PTSans"
    role="img"
  >
    <title>{words.texts.map}</title>
    {drawnRegions(regions).map(({ region, tile }) => (
      <Tile region={region} tile={tile} words={words} />
    ))}
    <Key words={words} />
  </svg>
);

/** The regions that have a place on the map. */
export const drawnRegions = (regions: readonly ReportRegion[]): Drawn[] =>
  regions.flatMap((region) => {
    const tile = tileOf(region.scope);
    return tile ? [{ region, tile }] : [];
  });

const Tile = ({ region, tile, words }: Drawn & { words: Words }) => {
  const x = (tile.column - 1) * (WIDTH + GAP);
  const y = (tile.row - 1) * (HEIGHT + GAP);
  const [ground, ink] = levelColours[rateLevel(region.rate)];
  const middle = x + WIDTH / 2;
  return (
    <>
      <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx="5" fill={ground} />
      <text x={middle} y={y + 12} font-size="9" fill={ink} text-anchor="middle">
        {nameIn(tile.code, words.locale)}
      </text>
      <text x={middle} y={y + 28} font-size="14" font-weight="bold" fill={ink} text-anchor="middle">
        {wordShare(region.rate, words)}
      </text>
      <text x={middle} y={y + 40} font-size="8" fill={ink} text-anchor="middle">
        {`${signs.overdue} ${formatNumber(words.locale, countIn(region.counts, "overdue"))}`}
      </text>
    </>
  );
};

const KEY_COLUMN = MAP_WIDTH / 3;

const Key = ({ words }: { words: Words }) => (
  <>
    {RATE_LEVELS.map((level, index) => {
      const x = (index % 3) * KEY_COLUMN;
      const y = KEY_TOP + Math.floor(index / 3) * 16;
      return (
        <>
          <rect x={x} y={y} width="11" height="11" rx="2" fill={levelColours[level][0]} />
          <text x={x + 16} y={y + 9} font-size="9" fill={quiet}>
            {words.catalogue.levels[level]}
          </text>
        </>
      );
    })}
    <text x="0" y={KEY_TOP + 42} font-size="9" fill={quiet}>
      {`${signs.overdue} ${words.catalogue.states.overdue}`}
    </text>
  </>
);
