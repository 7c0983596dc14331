/** As many requests as one piece of work has under way: more only wait for a connection, with their answers in memory. */
const AT_ONCE = 8;

/** Does asynchronous work for each value, a few at once; the results in the values' order. */
export async function fewAtOnce<Value, Result>(
  values: readonly Value[],
  work: (value: Value) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = values.entries();
  const worker = async (): Promise<void> => {
    for (const [index, value] of waiting) results[index] = await work(value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
