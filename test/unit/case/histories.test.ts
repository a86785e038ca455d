import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "#case/acts/decide.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import { Case, hasEnded } from "#case/state/case.ts";
import { CaseEvent } from "#case/state/event.ts";
import { replay } from "#case/state/record.ts";
import { clockOf } from "#case/state/running.ts";
import { actor, isAsking } from "#case/state/standing.ts";
import { chainHash } from "#record/chain.ts";
import { firstBrokenLink } from "../../support/chain.ts";
import { commandOf, headActs, history, last, move, ownClock, staffActs } from "./any-history.ts";

describe("for any history of a case", () => {
  it("any prefix of its events replays to the state that the record had then", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const { state, events } of states) expect(replay(events)).toEqual(state);
      }),
    );
  });

  it("states and events have the form they are stored in", () => {
    fc.assert(
      fc.property(history, (states) => {
        const { state, events } = last(states);
        expect(Case.parse(state)).toEqual(state);
        for (const event of events) expect(CaseEvent.parse(event)).toEqual(event);
      }),
    );
  });

  it("the chain of events verifies, and does not once anything in it is changed", () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.constantFrom("at" as const, "seq" as const), (states, pick, field) => {
        const { events } = last(states);
        expect(firstBrokenLink(events)).toBeUndefined();
        const position = pick % events.length;
        const forged = events.map((event, i) =>
          i === position ? { ...event, [field]: field === "at" ? "2020-01-01T00:00:00.000Z" : 999 } : event,
        );
        expect(firstBrokenLink(forged)).toBe(position);
      }),
    );
  });

  it("the start of a clock never changes, and a statutory clock starts once", () => {
    fc.assert(
      fc.property(history, (states) => {
        const changes = last(states).events.flatMap(({ clocks }) => clocks);
        const starts = new Map<string, Set<string>>();
        for (const change of changes) {
          if (change.change !== "start" && change.change !== "move" && change.change !== "resume") continue;
          const name = `${change.clock.kind}#${change.clock.n}`;
          starts.set(name, (starts.get(name) ?? new Set()).add(change.clock.start));
        }
        for (const moments of starts.values()) expect(moments.size).toBe(1);
        const begun = changes.filter((c) => c.change === "start" && c.clock.kind === "handling");
        expect(begun.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("a statutory clock's last day changes only with the calendar, by an extension or as it turns ordinary, each an event that names it", () => {
    fc.assert(
      fc.property(history, (states) => {
        let before: string | undefined;
        for (const { state, events } of states) {
          const answerBy = clockOf(state, "handling")?.clock;
          if (answerBy?.kind !== "handling") continue;
          const moves = events.flatMap(({ fact }) => {
            if (fact.type === "extensionApproved") return [{ to: fact.letter.answerBy }];
            if (fact.type === "turnedOrdinary") return [{ to: fact.answerBy }];
            return fact.type === "clockMoved" && fact.clock.kind === "handling" ? [fact] : [];
          });
          if (before !== undefined && answerBy.lastDay !== before) {
            const move = moves.at(-1);
            expect(move).toMatchObject({ ...(move && "from" in move && { from: before }), to: answerBy.lastDay });
          }
          before = answerBy.lastDay;
        }
      }),
    );
  });

  it("a case is extended once at most, and no request outlives its step", () => {
    fc.assert(
      fc.property(history, (states) => {
        const { state, events } = last(states);
        const asked = events.filter(({ fact }) => fact.type === "extensionAsked").length;
        const decided = events.filter(({ fact }) => /^extension(Approved|Refused)$/.test(fact.type)).length;
        expect(asked).toBeLessThanOrEqual(1);
        expect(asked - decided).toBe(isAsking(state) ? 1 : 0);
      }),
    );
  });

  it("the state holds every clock that runs, as its events left it", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const { state, running } of states) {
          const held = state.running.flatMap(({ clock, ranOut }) =>
            clock.family === "watch" || ranOut ? [] : [clock],
          );
          expect(held).toEqual(running.map(({ clock }) => clock));
        }
      }),
    );
  });

  it("no two clocks of a case have the same name", () => {
    fc.assert(
      fc.property(history, (states) => {
        const started = last(states).events.flatMap(({ clocks }) =>
          clocks.flatMap(({ change, clock }) => (change === "start" ? [`${clock.kind} ${clock.n}`] : [])),
        );
        expect(started).toEqual([...new Set(started)]);
      }),
    );
  });

  it("a case that has not ended has a named person and a running clock", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const { state, events } of states) {
          expect(state.responsible.staff).not.toBe("");
          const clock = ownClock({ ...last(states), state });
          if (clock === undefined) continue;
          const changes = events.flatMap(({ clocks }) => clocks).filter(({ clock: c }) => c.kind === clock.kind);
          expect(changes.filter(({ clock: c }) => c.n === clock.n).at(-1)?.change).not.toBe("stop");
        }
      }),
    );
  });

  it("what the page offers is what the domain allows", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const story of states) {
          const who = actor(story.state);
          if (who === undefined) continue;
          const offered = offeredTo("owner", story.state, story.world);
          for (const act of [...staffActs, ...headActs]) {
            const by = { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act } as const;
            const decision = decide(story.state, by, story.world);
            if (!offered.includes(act.command)) expect(decision).toHaveProperty("refused");
            else if (act.command === "handBack") expect(decision).not.toHaveProperty("refused");
          }
        }
      }),
    );
  });

  it("an ended case does nothing more, whoever asks", () => {
    fc.assert(
      fc.property(history, move, (states, chosen) => {
        const story = last(states);
        if (!hasEnded(story.state)) return;
        const command = commandOf(story, chosen);
        if (command === undefined) return;
        const decision = decide(story.state, command, story.world);
        expect("events" in decision ? decision.events : []).toEqual([]);
      }),
    );
  });

  it("a hash depends on what stands before it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        expect(chainHash(a, { x: 1 })).not.toBe(chainHash(b, { x: 1 }));
      }),
    );
  });
});
