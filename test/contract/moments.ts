import { setTimeout as sleep } from "node:timers/promises";

/** Holds whoever comes under a name until `size` have come, then lets all go; later comers pass. */
export const meetings = (size: number) => {
  const held = new Map<string, { arrived: number; all: PromiseWithResolvers<void> }>();
  return async (name: string): Promise<void> => {
    const meeting = held.get(name) ?? { arrived: 0, all: Promise.withResolvers<void>() };
    held.set(name, meeting);
    meeting.arrived += 1;
    if (meeting.arrived >= size) meeting.all.resolve();
    await meeting.all.promise;
  };
};

/** Milliseconds in which a request that was begun first has left the machine. */
const headStart = 5;

/** Lets a rival's request go first. */
export const stepBack = (): Promise<void> => sleep(headStart);

/** Runs a job for each of many, a few at a time. Results are in the order of the many. */
export const forEachOf = async <T, R>(many: readonly T[], job: (one: T) => Promise<R>): Promise<R[]> => {
  const atATime = 16;
  const results: R[] = [];
  for (let from = 0; from < many.length; from += atATime) {
    results.push(...(await Promise.all(many.slice(from, from + atATime).map(job))));
  }
  return results;
};

/** 1 to n. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);
