import type { Body } from "../../core/register/body.ts";

interface Remembered<Value> {
  readonly text: string;
  readonly value: Value;
}

/**
 * What was made of a record's text when it was read last, as long as the text is still the same: decoding takes longer than
 * reading, and nothing that is read changes by itself. What was asked for longest ago goes when all texts together
 * have more than `most` characters. What is handed out is shared: nobody may change it.
 */
export function rememberTexts<Value>(most: number): (key: string, text: string, make: () => Value) => Value {
  const known = new Map<string, Remembered<Value>>();
  let size = 0;
  const forget = (key: string): void => {
    size -= known.get(key)?.text.length ?? 0;
    known.delete(key);
  };
  return (key, text, make) => {
    const before = known.get(key);
    const value = before?.text === text ? before.value : make();
    forget(key);
    known.set(key, { text, value });
    size += text.length;
    for (const oldest of known.keys()) {
      if (size <= most) break;
      forget(oldest);
    }
    return value;
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
