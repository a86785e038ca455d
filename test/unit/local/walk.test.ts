import { describe, expect, test } from "vitest";
import { chineseCalendar } from "#clock/calendar.ts";
import { nextWorkingMorning } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import { dayByDay } from "../../../local/day-by-day.ts";
import { walk } from "../../../local/walk.ts";

/** A moment of March 2026 in the district, where it is eight hours later than in UTC. The 2nd is a Monday. */
const march = (day: number, time: string): Instant =>
  new Date(`2026-03-${String(day).padStart(2, "0")}T${time}+08:00`).toISOString();

const inDistrict = (moment: Instant): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(8, 16).replace("T", " ");

type Plan = {
  from: Instant;
  clocks?: Instant[];
  /** Clocks that ring and stay due. */
  stuck?: Instant[];
  waitingMails?: Instant[];
  /** What a sweep at a moment leads to. */
  onSweep?: (now: Instant, plan: { clocks: Set<Instant>; waitingMails: Set<Instant> }) => void;
  digests?: number;
};

/** A district of sets of moments, which writes down what is done in it. */
const districtOf = ({ from, clocks = [], stuck = [], waitingMails = [], onSweep, digests = 1 }: Plan) => {
  let now = from;
  const running = new Set(clocks);
  const waiting = new Set(waitingMails);
  const done: string[] = [];
  const note = (what: string) => done.push(`${inDistrict(now)} ${what}`);
  const next = (moments: Iterable<Instant>, after: Instant) =>
    Promise.resolve([...moments].filter((moment) => moment > after).toSorted()[0]);
  const take = (moments: Set<Instant>): number => {
    const due = [...moments].filter((moment) => moment <= now);
    for (const moment of due) moments.delete(moment);
    return due.length;
  };
  return {
    done,
    ports: {
      now: () => now,
      goTo: (moment: Instant) => {
        expect(moment >= now).toBe(true);
        now = moment;
        return Promise.resolve();
      },
      nextRing: (after: Instant) => next([...running, ...stuck], after),
      nextDeparture: (after: Instant) => next(waiting, after),
      nextDigest: (after: Instant) => Promise.resolve(nextWorkingMorning(chineseCalendar(), after)),
      sweep: () => {
        note("sweep");
        onSweep?.(now, { clocks: running, waitingMails: waiting });
        return Promise.resolve(take(running));
      },
      redrive: () => {
        note("redrive");
        return Promise.resolve(take(waiting));
      },
      digest: () => {
        note("digest");
        return Promise.resolve(digests);
      },
      settle: () => {
        note("settled");
        return Promise.resolve();
      },
    },
  };
};

const all = async <T>(found: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const one of found) list.push(one);
  return list;
};

/** What is done on a walk; the look at the beginning, whether anything is under way, is left out. */
const doneOn = async (plan: Plan, until: Instant): Promise<string[]> => {
  const { ports, done } = districtOf(plan);
  const stops = (await all(walk(ports, until))).map(({ at }) => at);
  expect(stops).toEqual([...new Set(stops)].toSorted());
  expect(ports.now()).toBe(until);
  expect(done[0]).toMatch(/settled$/);
  return done.slice(1);
};

describe("a walk through time", () => {
  test("stands still at each moment that brings something, in their order, and ends where it was asked to", async () => {
    const plan = {
      from: march(2, "09:00"),
      clocks: [march(4, "00:00"), march(2, "15:20")],
      waitingMails: [march(4, "08:30")],
    };

    expect(await doneOn(plan, march(4, "12:00"))).toEqual([
      "02 15:20 sweep",
      "02 15:20 settled",
      "03 08:30 sweep",
      "03 08:30 settled",
      "03 08:30 digest",
      "03 08:30 settled",
      "04 00:00 sweep",
      "04 00:00 settled",
      "04 08:30 sweep",
      "04 08:30 redrive",
      "04 08:30 settled",
      "04 08:30 digest",
      "04 08:30 settled",
    ]);
  });

  test("sends no digest on a rest day, nor for the morning that it begins in", async () => {
    expect(await doneOn({ from: march(6, "08:30"), digests: 0 }, march(9, "08:29"))).toEqual([]);
    expect(await doneOn({ from: march(6, "08:29"), digests: 0 }, march(9, "08:30"))).toEqual([
      "06 08:30 sweep",
      "06 08:30 settled",
      "06 08:30 digest",
      "09 08:30 sweep",
      "09 08:30 settled",
      "09 08:30 digest",
    ]);
  });

  test("sweeps once for all clocks of a minute, at its end", async () => {
    const clocks = [march(2, "10:07:00.001"), march(2, "10:07:30"), march(2, "10:08:00"), march(2, "10:08:01")];

    expect(await doneOn({ from: march(2, "09:00"), clocks }, march(2, "11:00"))).toEqual([
      "02 10:08 sweep",
      "02 10:08 settled",
      "02 10:09 sweep",
      "02 10:09 settled",
    ]);
  });

  test("rings what comes due within the last minute where it ends, and nothing that is due later", async () => {
    const clocks = [march(2, "10:07:20"), march(2, "10:07:50")];

    expect(await doneOn({ from: march(2, "09:00"), clocks }, march(2, "10:07:40"))).toEqual([
      "02 10:07 sweep",
      "02 10:07 settled",
    ]);
  });

  test("rings at once what was overdue when it began", async () => {
    const plan = { from: march(2, "12:00"), clocks: [march(1, "00:00")], waitingMails: [march(2, "08:30")] };

    expect(await doneOn(plan, march(2, "13:00"))).toEqual(["02 12:00 sweep", "02 12:00 redrive", "02 12:00 settled"]);
  });

  test("finds what a stop leads to: the next step's clock, and the mail that waits for the morning", async () => {
    const plan: Plan = {
      from: march(2, "12:00"),
      clocks: [march(3, "00:00")],
      onSweep: (now, { clocks, waitingMails }) => {
        if (now !== march(3, "00:00")) return;
        clocks.add(march(3, "10:00"));
        waitingMails.add(march(3, "08:30"));
      },
      digests: 0,
    };

    expect(await doneOn(plan, march(3, "12:00"))).toEqual([
      "03 00:00 sweep",
      "03 00:00 settled",
      "03 08:30 sweep",
      "03 08:30 redrive",
      "03 08:30 settled",
      "03 08:30 digest",
      "03 10:00 sweep",
      "03 10:00 settled",
    ]);
  });

  test("goes on past a clock that rings in vain, and rings those behind it", async () => {
    const plan = {
      from: march(2, "09:00"),
      stuck: [march(1, "00:00"), march(2, "10:00")],
      clocks: [march(2, "11:00")],
    };

    expect(await doneOn(plan, march(2, "12:00"))).toEqual([
      "02 09:00 sweep",
      "02 09:00 settled",
      "02 10:00 sweep",
      "02 10:00 settled",
      "02 11:00 sweep",
      "02 11:00 settled",
    ]);
  });
});

describe("what is told of a walk", () => {
  test("is one line for each day on which something came of it", async () => {
    const { ports } = districtOf({
      from: march(2, "09:00"),
      clocks: [march(2, "10:00"), march(2, "11:00"), march(4, "08:30")],
      waitingMails: [march(4, "08:30")],
      digests: 3,
    });

    expect(await all(dayByDay(walk(ports, march(4, "12:00"))))).toEqual([
      "2026-03-02  2 deadlines acted on",
      "2026-03-03  3 digests",
      "2026-03-04  1 deadline acted on, 1 event's emails had waited, 3 digests",
    ]);
  });

  test("leaves out days without a deed", async () => {
    const { ports } = districtOf({ from: march(2, "09:00"), digests: 0 });

    expect(await all(dayByDay(walk(ports, march(31, "12:00"))))).toEqual([]);
  });
});
