import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { whatComesNext, whereItArrives, whereReportingLeads } from "#case/account/what-comes-next.ts";
import type { FactOf } from "#case/state/event.ts";
import { inTransit, isRecusing } from "#case/state/standing.ts";
import { chainStations } from "#words/chain-stations.ts";
import { explain } from "#words/explain.ts";
import { turnToOffice } from "#words/turn-to-office.ts";
import { turnToPetitioners } from "#words/turn-to-petitioners.ts";
import { whoseTurn } from "#words/whose-turn.ts";
import { actWords } from "../../fixtures/every-door.ts";
import { historyAbout } from "./any-history.ts";
import { clockRowsAfter } from "./clock-rows.ts";
import { filed, type Story } from "./story.ts";

const about = fc.record({
  units: fc.subarray(["peach", "river", "housing", "leader"]),
  staff: fc.subarray(["river-head", "housing-handler"]),
});

/** The step that opens next when nobody acts; `undefined` when none does for a year. */
const opensNext = (story: Story): FactOf<"stepOpened"> | undefined => {
  const opened = ({ events }: Story) =>
    events.slice(story.events.length).flatMap(({ fact }) => (fact.type === "stepOpened" ? [fact] : []));
  let going = story;
  for (let day = 0; day < 366 && opened(going).length === 0; day += 1) {
    const until = new Date(Date.parse(going.now) + 24 * 3_600_000).toISOString();
    going = going.passes(until, { opening: true });
  }
  return opened(going)[0];
};

const arrives = (story: Story): Story => (inTransit(story.state) ? arrives(story.opens()) : story);
const levelOf = ({ state }: Story) => (state.status === "handling" ? state.level : undefined);

describe("for any history of a case, whatever it complains about", () => {
  it("the station named as next is the one that opens when nobody acts", () => {
    fc.assert(
      fc.property(historyAbout(about), (states) => {
        for (const story of states) {
          const { state, world } = story;
          const next = whatComesNext(state, world);
          if (state.status === "accepted") expect(whereItArrives(state, world)).toBe(opensNext(story)?.level);
          else if (state.status === "handling") expect(next?.level).toBe(opensNext(story)?.level);
          else if (state.status === "screening" && state.track === "accusation") expect(next).toBeUndefined();
          else if (state.status === "screening" && state.community === undefined) {
            // Which unit it is, and whether it is complained about, is known when the community is.
            expect(next?.level).toBe("community");
          } else if (state.status === "screening") {
            expect(next?.level).toBe(levelOf(arrives(story.owner({ command: "accept" }))));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("what reporting upward is said to lead to is where that leads", () => {
    fc.assert(
      fc.property(historyAbout(about), (states) => {
        for (const story of states) {
          const { state, world } = story;
          // Whoever may have to step aside does nothing before that is decided.
          if (state.status !== "handling" || isRecusing(state)) continue;
          const leads = whereReportingLeads(state, world);
          if (leads === undefined) continue;
          expect(levelOf(arrives(story.owner({ command: "reportUpward", reason: "-" })))).toBe(leads);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("the chain shows one station as next exactly when there is one", () => {
    fc.assert(
      fc.property(historyAbout(about), (states) => {
        for (const { state, events, world } of states) {
          const shown = chainStations(state, events, world, "zh").filter((station) => station.state === "next");
          expect(shown.map(({ level }) => level)).toEqual([whatComesNext(state, world)?.level].filter(Boolean));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("a petition that complains about the township", () => {
  const complaint = filed("estate", undefined, { units: ["river"], staff: [] }).opens();
  const { state, events, world } = complaint;

  it("reads that the department takes over next, in the chain, the forecast and the effect of reporting upward", () => {
    const next = chainStations(state, events, world, "en").find((station) => station.state === "next");
    expect(next).toMatchObject({ level: "department", words: "takes over if not finished by Mon 9 March" });
    const clocks = clockRowsAfter(events);
    const overdue = {
      petition: state,
      events,
      finding: undefined,
      clocks,
      ...world,
      now: "2026-03-09T16:30:00.000Z",
      lang: "en",
    } as const;
    expect(explain(overdue).join("\n")).toContain("unfinished, the case moves up to the department (due now)");
    expect(actWords.reportUpward.effect.zh({ petition: state, ...world })).toContain("转到主管部门办理");
  });
});

test("a complaint about the community is never said to be on its way there", () => {
  const { state, events, world } = filed("estate", undefined, { units: ["peach"], staff: [] });
  expect(whoseTurn(state, world, "zh", turnToPetitioners).says).toContain("已受理，由river办理，等待签收。");
  expect(chainStations(state, events, world, "zh").map((station) => [station.level, station.state])).toEqual([
    ["community", "avoided"],
    ["township", "present"],
    ["department", "later"],
    ["leader", "later"],
  ]);
});

test("after a hand-back the level that handed back is next again", () => {
  const { state, events, world } = filed("estate")
    .opens()
    .owner({ command: "reportUpward", reason: "-" })
    .opens()
    .owner({ command: "handBack", reason: "-" })
    .opens();
  expect(chainStations(state, events, world, "en").map((station) => [station.level, station.state])).toEqual([
    ["community", "present"],
    ["township", "next"],
    ["department", "later"],
    ["leader", "later"],
  ]);
});

test("a low case whose time by law runs short is said to go straight to the department, at that share", () => {
  const { state, events, world } = filed("estate")
    .later("2026-04-12T02:00:00.000Z")
    .opens()
    .owner({ command: "reportUpward", reason: "-" })
    .opens();
  const next = chainStations(state, events, world, "zh").find((station) => station.state === "next");
  expect(next).toMatchObject({ level: "department", words: "到4月20日（周一）法定时限过 75%，还未办结，转到这里" });
});

test("reporting upward with little of the law's time left is said to lead past the township, as it does", () => {
  const late = filed("estate").opens().later("2026-04-25T02:00:00.000Z");
  expect(actWords.reportUpward.effect.en({ petition: late.state, ...late.world })).toContain(
    "the department takes over",
  );
  const reported = late.owner({ command: "reportUpward", reason: "-" });
  expect(whoseTurn(reported.state, reported.world, "en", turnToOffice).says).toContain(
    "Passed on to housing (housing handler)",
  );
  expect(levelOf(arrives(reported))).toBe("department");
});
