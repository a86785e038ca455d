import { service, writeLine } from "./log.ts";

/** CloudWatch takes so many values of a counter in one line. */
const mostValues = 100;

const values = new Map<string, number[]>();

/**
 * Writes what was counted since the last time as one log line in CloudWatch's embedded metric format, from which
 * CloudWatch makes metrics: no call leaves the function. Says nothing when nothing was counted.
 */
export const publishCounts = (): void => {
  if (values.size === 0) return;
  const counted = [...values];
  values.clear();
  const Metrics = counted.map(([Name]) => ({ Name, Unit: "Count" }));
  writeLine({
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{ Namespace: "Huiyin", Dimensions: [["service"]], Metrics }],
    },
    service,
    ...Object.fromEntries(counted.map(([name, all]) => [name, all.length === 1 ? all[0] : all])),
  });
};

/** Counts something: how many at this moment, 0 included. */
export const count = (metric: string, value: number): void => {
  const all = [...(values.get(metric) ?? []), value];
  values.set(metric, all);
  if (all.length === mostValues) publishCounts();
};

/** Counts a call by its schedule before it does anything, so that the alarm for missed calls is quiet though it fails. */
export const heartbeat = (metric: string): void => {
  count(metric, 0);
};
