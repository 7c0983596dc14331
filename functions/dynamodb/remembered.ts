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
