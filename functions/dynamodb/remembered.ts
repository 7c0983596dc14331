import type { Body } from "../../core/register/body.ts";

/** Values by key, as many as fit: what was kept longest ago goes when all together are larger than `most`. */
export function keepUpTo<Value>(most: number, sizeOf: (value: Value) => number) {
  const known = new Map<string, Value>();
  let size = 0;
  const forget = (key: string): void => {
    const before = known.get(key);
    if (before !== undefined) size -= sizeOf(before);
    known.delete(key);
  };
  return {
    get: (key: string): Value | undefined => known.get(key),
    keep: (key: string, value: Value): void => {
      forget(key);
      known.set(key, value);
      size += sizeOf(value);
      for (const oldest of known.keys()) {
        if (size <= most) break;
        forget(oldest);
      }
    },
  };
}

/**
 * What was made of a record's text when it was read last, as long as the text is still the same: decoding takes longer than
 * reading, and nothing that is read changes by itself. What was asked for longest ago goes when all texts together
 * have more than `most` characters. What is handed out is shared: nobody may change it.
 */
export function rememberTexts<Value>(most: number): (key: string, text: string, make: () => Value) => Value {
  const known = keepUpTo<{ readonly text: string; readonly value: Value }>(most, ({ text }) => text.length);
  return (key, text, make) => {
    const before = known.get(key);
    const now = before?.text === text ? before : { text, value: make() };
    known.keep(key, now);
    return now.value;
  };
}

/**
 * Keeps up to `most` bodies of one edition by scope, as they were read first: an edition never changes once it is in
 * force. The next one takes its place; registers without editions are read every time, and so is a scope that was empty,
 * since the edition was being removed.
 */
export function rememberEdition(most: number) {
  let edition: string | undefined;
  let known = new Map<string, readonly Body[]>();
  let size = 0;
  return async (asked: string | undefined, scope: string, read: () => Promise<readonly Body[]>) => {
    if (asked === undefined) return read();
    if (asked !== edition) [edition, known, size] = [asked, new Map(), 0];
    const before = known.get(scope);
    if (before) return before;
    const bodies = await read();
    if (asked !== edition || known.has(scope) || bodies.length === 0 || size + bodies.length > most) return bodies;
    known.set(scope, bodies);
    size += bodies.length;
    return bodies;
  };
}
