import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "#case/acts/decide.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { hasEnded } from "#case/state/case.ts";
import { periodClock } from "#case/state/running.ts";
import { actor, inTransit, isAsking } from "#case/state/standing.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import { districtDate, isOver, isWorkingTime, percentPassed } from "#clock/period.ts";
import type { Staff } from "#directory/directory.ts";
import { isBelow, liftedTo } from "#ground/levels.ts";
import { directory } from "./district.ts";
import { filed, letter, type Story } from "./story.ts";

const hour = 3_600_000;
const after = ({ now }: Story, hours: number): string => new Date(Date.parse(now) + hours * hour).toISOString();

const acts: StaffCommand[] = [
  { command: "accept" },
  { command: "acknowledge" },
  { command: "reportUpward", reason: "-" },
  { command: "handBack", reason: "-" },
  { command: "reassign", to: "peach-colleague", reason: "-" },
  { command: "reassign", to: "housing-colleague", reason: "-" },
  { command: "askExtension", days: 20, reason: "-" },
  { command: "approveExtension" },
  { command: "reply", ...letter },
];

/**
 * Somebody acts, the calendar changes, whoever has the case goes on leave, or nothing happens, after some hours in which the sweep ran, was down until that
 * moment, or is still down.
 */
type Turn = { hours: number; sweep: "ran" | "back" | "down"; does: StaffCommand | "holiday" | "leave" | "nothing" };
const turn: fc.Arbitrary<Turn> = fc.record({
  hours: fc.integer({ min: 1, max: 15 * 24 }),
  sweep: fc.constantFrom("ran", "back", "down"),
  does: fc.oneof(
    { weight: 3, arbitrary: fc.constant("nothing" as const) },
    { weight: 3, arbitrary: fc.constantFrom(...acts) },
    { weight: 1, arbitrary: fc.constantFrom("holiday" as const, "leave" as const) },
  ),
});

const arrived = (story: Story): Story => (inTransit(story.state) ? arrived(story.opens()) : story);

const acted = (story: Story, act: StaffCommand): Story => {
  const { state, running } = story;
  const head = isAsking(state) && act.command === "approveExtension" ? state.extension : undefined;
  const who = head === undefined ? actor(state) : { staff: head.head.staff, stepNo: state.stepNo, ...head };
  if (who === undefined) return story;
  const { staff: by, stepNo, assignment } = who;
  const periods = running.map(({ clock }) => clock);
  const command = { type: "staff", by, stepNo, assignment, act, running: periods } as const;
  return "refused" in decide(state, command, story.world) ? story : arrived(story.does(command));
};

const surprised = (story: Story): Story => {
  const rest = story.running.map(({ clock }) => clock.lastDay);
  const reason = { zh: "台风", en: "Typhoon" };
  return story.announced({ announced: "2026-03-02", reason, rest, work: [] }).recounted();
};

/** Whoever has the case is away from now on, for weeks, and a colleague stands in. */
const onLeave = (story: Story): Story => {
  const { directory } = story.world;
  const staff = directory.staff.map((person): Staff => {
    if (person.id !== actor(story.state)?.staff) return person;
    const deputy = `${person.unit}-colleague`;
    const from = districtDate(story.now);
    return { ...person, away: [{ from, until: "2026-12-31", ...(deputy !== person.id && { deputy }) }] };
  });
  return story.governed({ ...directory, staff });
};

/** A sweep that is up again rings what is due by now, in its order, and the workflow follows. */
const sweptLate = (story: Story): Story => arrived(story.passes(story.now, { opening: true }));

const lived = (category: Parameters<typeof filed>[0], turns: readonly Turn[]): Story => {
  let story = arrived(filed(category));
  for (const { hours, sweep, does } of turns) {
    const until = after(story, hours);
    if (sweep === "ran") story = story.passes(until, { opening: true });
    if (sweep === "back") story = sweptLate(story.later(until));
    if (sweep === "down") story = story.later(until);
    if (does === "holiday") story = surprised(story);
    else if (does === "leave") story = onLeave(story);
    else if (does !== "nothing") story = acted(story, does);
  }
  return sweptLate(story);
};

const life = fc
  .tuple(fc.constantFrom("estate", "land", "wages", "hazard", "lamps"), fc.array(turn, { maxLength: 12 }))
  .map(([category, turns]) => lived(category, turns));

const counted = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

describe("for any life of a case, with the sweep up or down", () => {
  it("a clock rings once for each share of its time: nobody is reminded of one twice, passed over ones included", () => {
    fc.assert(
      fc.property(life, ({ events }) => {
        // A case that turns ordinary has another time, with shares of its own.
        const turned = events.findIndex(({ fact }) => fact.type === "turnedOrdinary");
        const wayAt = (at: number) => (at < turned ? "simple" : "ordinary");
        const shares = events.flatMap(({ fact }, at) =>
          fact.type === "reminded"
            ? [fact.percent, ...fact.passedOver].map(
                (percent) => `${wayAt(at)} ${fact.clock.kind}#${fact.clock.n} ${percent}`,
              )
            : [],
        );
        for (const [share, times] of counted(shares)) expect(`${share}: ${times}`).toBe(`${share}: 1`);
        const lifts = events.filter(
          ({ fact }) => fact.type === "lifted" || (fact.type === "shareReached" && fact.lift === "notNeeded"),
        );
        expect(lifts.length).toBeLessThanOrEqual(turned < 0 ? 1 : 2);
      }),
    );
  });

  it("a case is never low in the chain once three quarters of the law's time are gone", () => {
    fc.assert(
      fc.property(life, ({ state: c, now, world: { calendar } }) => {
        if (c.status !== "handling" || !isBelow(c.level, liftedTo)) return;
        expect(percentPassed(calendar, periodClock(c, "handling"), now)).toBeLessThan(directory.policy.liftAt);
      }),
    );
  });

  it("a line of a digest is made once for each clock, share and person", () => {
    fc.assert(
      fc.property(life, ({ events }) => {
        const turned = events.findIndex(({ fact }) => fact.type === "turnedOrdinary");
        const lines = events.flatMap(({ messages }, at) =>
          messages.flatMap((message) =>
            message.kind === "notice"
              ? [
                  `${at < turned ? "simple" : "ordinary"} ${message.clock.kind}#${message.clock.n} ${message.percent} ${message.to}`,
                ]
              : [],
          ),
        );
        for (const [line, times] of counted(lines)) expect(`${line}: ${times}`).toBe(`${line}: 1`);
      }),
    );
  });

  it("one moment is mailed to a person once, whatever clocks ring at it", () => {
    fc.assert(
      fc.property(life, ({ events }) => {
        const mails = new Map<string, string[]>();
        for (const { at, by, fact, messages } of events) {
          // What somebody does at that moment is news of its own.
          if (by.kind !== "clock" && by.kind !== "workflow") continue;
          for (const m of messages) {
            if (m.kind !== "taskMail") continue;
            // Of a turn that has passed on at that moment nothing leaves: whoever sends looks at the case first.
            const name = `${m.to} as ${m.stepNo}.${m.assignment} at ${at}`;
            mails.set(name, [...(mails.get(name) ?? []), `${fact.type} ${m.ask}`]);
          }
        }
        expect([...mails].filter(([, asks]) => asks.length > 1)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("nobody is reminded who is away", () => {
    fc.assert(
      fc.property(life, ({ events, world: { directory: last } }) => {
        for (const { at, fact } of events) {
          if (fact.type !== "reminded") continue;
          const absent = last.staff.find(({ id }) => id === fact.to)?.away.some(({ from }) => from < districtDate(at));
          expect(absent ?? false).toBe(false);
        }
      }),
    );
  });

  it("a period ends by its clock at most once, and never before its last day is over", () => {
    fc.assert(
      fc.property(life, ({ events }) => {
        const ends = events.filter(({ fact }) => ["stepOverdue", "closed"].includes(fact.type));
        for (const { at, fact } of ends) if ("lastDay" in fact) expect(isOver(fact.lastDay, at)).toBe(true);
        const steps = ends.flatMap(({ fact }) => (fact.type === "stepOverdue" ? [`step ${fact.stepNo}`] : []));
        expect(new Set(steps).size).toBe(steps.length);
        const byLaw = events.filter(({ fact }) => fact.type === "statutoryOverdue" && fact.clock === "handling");
        expect(byLaw.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("the digest alone carries reminders, except of an urgent case, and no mail that a clock causes leaves at night", () => {
    fc.assert(
      fc.property(life, ({ state, events }) => {
        for (const { by, messages, at } of events) {
          for (const message of messages) {
            if (message.kind === "taskMail" && message.ask === "reminded") expect(state.urgent).toBe(true);
            if (state.urgent || by.kind !== "clock") continue;
            if (message.kind !== "taskMail" && message.kind !== "newsMail") continue;
            // Holidays that are announced after the decision are for the outbox to heed.
            expect(isWorkingTime(chineseCalendar(), message.notBefore ?? at)).toBe(true);
          }
        }
      }),
    );
  });

  it("every case that has not ended has a ring ahead of it", () => {
    fc.assert(
      fc.property(life, ({ state, running, now }) => {
        if (hasEnded(state)) return;
        expect(running.some(({ nextAt }) => nextAt > now)).toBe(true);
      }),
    );
  });
});

it("with a sweep every minute, an untouched step reminds at each share, whenever it was opened", () => {
  const opened = fc.date({ min: new Date("2025-02-01"), max: new Date("2026-11-01"), noInvalidDate: true });
  fc.assert(
    fc.property(opened, (date) => {
      const story = arrived(filed("wages", date.toISOString()));
      const due = story.running.find(({ clock }) => clock.kind === "step")?.clock.due ?? "";
      const { events, world } = story.passes(due);
      const told = events.flatMap(({ fact, at }) =>
        fact.type === "reminded" && fact.clock.kind === "step" ? [{ ...fact, at }] : [],
      );
      // Two shares that pass in one long holiday are one notice on the morning after it.
      expect(told.flatMap(({ passedOver, percent }) => [...passedOver, percent])).toEqual([50, 75]);
      for (const { at } of told) expect(isWorkingTime(world.calendar, at)).toBe(true);
      expect(events.at(-1)).toMatchObject({ at: due, fact: { type: "stepOverdue" } });
    }),
  );
});
