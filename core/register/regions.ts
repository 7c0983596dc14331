import type { Bilingual } from "./locale.ts";

/** How a region is drawn on the tile map: a short code and its place in a grid, counted from 1 at the top left. */
export interface RegionTile {
  readonly code: Bilingual;
  /** The region's own name, without the department's. */
  readonly name: Bilingual;
  /** West to east, 1–7. */
  readonly column: number;
  /** North to south, 1–5. */
  readonly row: number;
}

const tile = (column: number, row: number, code: Bilingual, name: Bilingual): RegionTile => ({
  code,
  name,
  column,
  row,
});

/** The 17 oblasts, the capital and the two cities of republican significance, keyed by their police department's id. */
export const regionTiles: Readonly<Record<string, RegionTile>> = {
  "DP-10": tile(6, 3, { ru: "АБЙ", kk: "АБЙ" }, { ru: "область Абай", kk: "Абай облысы" }),
  "DP-11": tile(4, 2, { ru: "АКМ", kk: "АҚМ" }, { ru: "Акмолинская область", kk: "Ақмола облысы" }),
  "DP-15": tile(2, 3, { ru: "АКТ", kk: "АҚТ" }, { ru: "Актюбинская область", kk: "Ақтөбе облысы" }),
  "DP-19": tile(5, 4, { ru: "АЛО", kk: "АЛО" }, { ru: "Алматинская область", kk: "Алматы облысы" }),
  "DP-23": tile(1, 3, { ru: "АТР", kk: "АТР" }, { ru: "Атырауская область", kk: "Атырау облысы" }),
  "DP-27": tile(1, 2, { ru: "ЗКО", kk: "БҚО" }, { ru: "Западно-Казахстанская область", kk: "Батыс Қазақстан облысы" }),
  "DP-31": tile(4, 4, { ru: "ЖАМ", kk: "ЖАМ" }, { ru: "Жамбылская область", kk: "Жамбыл облысы" }),
  "DP-33": tile(6, 4, { ru: "ЖЕТ", kk: "ЖЕТ" }, { ru: "область Жетісу", kk: "Жетісу облысы" }),
  "DP-35": tile(4, 3, { ru: "КАР", kk: "ҚАР" }, { ru: "Карагандинская область", kk: "Қарағанды облысы" }),
  "DP-39": tile(3, 1, { ru: "КОС", kk: "ҚОС" }, { ru: "Костанайская область", kk: "Қостанай облысы" }),
  "DP-43": tile(2, 4, { ru: "КЫЗ", kk: "ҚЫЗ" }, { ru: "Кызылординская область", kk: "Қызылорда облысы" }),
  "DP-47": tile(1, 4, { ru: "МАН", kk: "МАҢ" }, { ru: "Мангистауская область", kk: "Маңғыстау облысы" }),
  "DP-55": tile(6, 2, { ru: "ПАВ", kk: "ПАВ" }, { ru: "Павлодарская область", kk: "Павлодар облысы" }),
  "DP-59": tile(
    4,
    1,
    { ru: "СКО", kk: "СҚО" },
    { ru: "Северо-Казахстанская область", kk: "Солтүстік Қазақстан облысы" },
  ),
  "DP-61": tile(3, 4, { ru: "ТУР", kk: "ТҮР" }, { ru: "Туркестанская область", kk: "Түркістан облысы" }),
  "DP-62": tile(3, 3, { ru: "ҰЛТ", kk: "ҰЛТ" }, { ru: "область Ұлытау", kk: "Ұлытау облысы" }),
  "DP-63": tile(7, 3, { ru: "ВКО", kk: "ШҚО" }, { ru: "Восточно-Казахстанская область", kk: "Шығыс Қазақстан облысы" }),
  "DP-71": tile(5, 2, { ru: "АСТ", kk: "АСТ" }, { ru: "город Астана", kk: "Астана қаласы" }),
  "DP-75": tile(5, 5, { ru: "АЛМ", kk: "АЛМ" }, { ru: "город Алматы", kk: "Алматы қаласы" }),
  "DP-79": tile(3, 5, { ru: "ШЫМ", kk: "ШЫМ" }, { ru: "город Шымкент", kk: "Шымкент қаласы" }),
};

/** The tile of a department, where its region is on the map. */
export const tileOf = (scope: string): RegionTile | undefined =>
  Object.hasOwn(regionTiles, scope) ? regionTiles[scope] : undefined;
