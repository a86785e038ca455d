const atATime = 16;

/** Does a job for each of many, a few at a time. Results come in the order of the many. */
export const inBatches = async <T, R>(many: readonly T[], job: (one: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (let from = 0; from < many.length; from += atATime) {
    results.push(...(await Promise.all(many.slice(from, from + atATime).map(job))));
  }
  return results;
};
