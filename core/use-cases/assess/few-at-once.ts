/** As many requests as one piece of work has under way: more only wait for a connection, with their answers in memory. */
const AT_ONCE = 8;

/** Does asynchronous work for each value, a few at once; the results in the values' order. Throws what the first to fail throws. */
export async function fewAtOnce<Value, Result>(
  values: readonly Value[],
  work: (value: Value) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = closable(values.entries());
  const worker = async (): Promise<void> => {
    for (const [index, value] of waiting) results[index] = await work(value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** The same values; unlike an array's iterator it is at its end for every loop as soon as one of them throws. */
function* closable<Value>(values: Iterable<Value>): Generator<Value, void> {
  yield* values;
}
