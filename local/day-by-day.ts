import { districtDate } from "#clock/period.ts";
import type { Stop } from "./walk.ts";

type Day = Omit<Stop, "at"> & { date: string };

const counted = (n: number, one: string, many: string): string[] => (n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]);

const line = ({ date, rung, departed, digests }: Day): string[] => {
  const came = [
    ...counted(rung, "deadline acted on", "deadlines acted on"),
    ...counted(departed, "event's emails had waited", "events' emails had waited"),
    ...counted(digests, "digest", "digests"),
  ];
  return came.length === 0 ? [] : [`${date}  ${came.join(", ")}`];
};

/** Tells of a walk through time in one line for each day of the district on which something came of it. */
export async function* dayByDay(stops: AsyncIterable<Stop>): AsyncGenerator<string> {
  let day: Day | undefined;
  for await (const { at, rung, departed, digests } of stops) {
    const date = districtDate(at);
    if (day && day.date !== date) yield* line(day);
    const before = day?.date === date ? day : { rung: 0, departed: 0, digests: 0 };
    day = {
      date,
      rung: before.rung + rung,
      departed: before.departed + departed,
      digests: before.digests + digests,
    };
  }
  if (day) yield* line(day);
}
