/** The zone of most of Kazakhstan, and of the ministry. */
const DEFAULT_ZONE = "Asia/Almaty";

/** Regions with an IANA zone of their own; their clocks differed in the past and may again. */
const ZONES: Readonly<Record<string, string>> = {
  "15": "Asia/Aqtobe",
  "23": "Asia/Atyrau",
  "27": "Asia/Oral",
  "39": "Asia/Qostanay",
  "43": "Asia/Qyzylorda",
  "47": "Asia/Aqtau",
};

/** The IANA zone of a territory: the first two digits of its classifier code name the region. */
export const zoneOf = (territory: string): string => ZONES[territory.slice(0, 2)] ?? DEFAULT_ZONE;
