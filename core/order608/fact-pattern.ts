/** Stands for any name in a path. */
export const ANY = null;

/** A path of facts in which some names are left open. */
export type FactPattern = readonly (string | typeof ANY)[];
