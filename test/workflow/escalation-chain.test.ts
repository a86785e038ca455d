import { describe, expect, test } from "vitest";
import { EscalationStation, escalationOrder, levelAbove, levelBelow, StepLevel } from "#ground/levels.ts";
import { chainOf, walking } from "./walk.ts";

const chain = chainOf("escalation");
const { definition, stations } = chain;
const walk = walking(chain);

const entry = "Where the case stands";
const [bureau, community, township, department, leader, window] = [
  "Bureau decides on acceptance",
  "Community watches over the case",
  "Township answers",
  "Department answers",
  "District leader decides",
  "Petitioner may ask for review",
];
const stationsOf = (passed: string[]): string[] => passed.filter((name) => stations.some((each) => each.name === name));
/** Where a wait at `station` leads after `outcome`: the next wait, or the end. */
const afterwards = async (station: string, outcome: string): Promise<string | undefined> => {
  const { calls, end } = await walk(station, { outcome });
  return calls.length > 1 ? String(calls[1]?.station) : end;
};

test("an untouched case climbs every level, and the leader's answer leads to the review window", async () => {
  const { passed, end } = await walk(
    "bureau",
    { outcome: "accepted", startAt: "community" },
    { outcome: "overdue" },
    { outcome: "reportedUpward" },
    { outcome: "overdue" },
    { outcome: "answered" },
    { outcome: "closed" },
  );
  expect(stationsOf(passed)).toEqual([bureau, community, township, department, leader, window]);
  expect(end).toBe("Case is closed with its answer");
});

test("a level costs two transitions, and an execution two more for its entry and its end", async () => {
  const turns = [
    { outcome: "accepted", startAt: "community" },
    { outcome: "overdue" },
    { outcome: "handedBack" },
    { outcome: "overdue" },
    { outcome: "answered" },
    { outcome: "closed" },
  ];
  const { passed } = await walk("bureau", ...turns);
  expect(passed).toHaveLength(2 * turns.length + 2);
  expect(passed[0]).toBe(entry);
});

describe("an execution resumes where the record stands", () => {
  test.each(EscalationStation.options)("at %s", async (station) => {
    const { calls, passed } = await walk(station, { outcome: "nothing known" });
    expect(calls).toEqual([{ caseId: "AH-2026-0001-k7m2p9x4c3vb", epoch: 3, station, token: "a token" }]);
    expect(passed[0]).toBe(entry);
  });

  test("and nowhere else", async () => {
    expect(await walk("province")).toMatchObject({ calls: [], end: "UnknownStation" });
  });
});

test("the law's clock lifts a low case straight to the department, and no other", async () => {
  expect(await afterwards("community", "lifted")).toBe("department");
  expect(await afterwards("township", "lifted")).toBe("department");
  expect(await afterwards("department", "lifted")).toBe("UnknownOutcome");
});

describe("the bureau", () => {
  test.each(escalationOrder)("accepts for the level at which the category begins: %s", async (startAt) => {
    const { calls } = await walk("bureau", { outcome: "accepted", startAt }, { outcome: "nothing known" });
    expect(calls[1]?.station).toBe(startAt);
  });

  test("does not accept", async () => {
    expect(await afterwards("bureau", "notAccepted")).toBe(
      "Petition is not accepted and the petitioner knows where to go",
    );
  });

  test("guides to another procedure", async () => {
    expect(await afterwards("bureau", "transferred")).toBe("Another body has the matter by its own word");
    expect(await afterwards("bureau", "guided")).toBe("Petitioner is guided to the procedure that decides the matter");
  });
});

describe.each(escalationOrder)("after the turn of the %s", (level) => {
  test.each(["overdue", "reportedUpward", "skipped"])(
    "%s: the level above has it, and nobody above the top",
    async (outcome) => {
      expect(await afterwards(level, outcome)).toBe(levelAbove(level) ?? "UnknownOutcome");
    },
  );

  test("handed back: the level below has it, and nobody below the lowest", async () => {
    expect(await afterwards(level, "handedBack")).toBe(levelBelow(level) ?? "UnknownOutcome");
  });

  test("answered: the review window opens", async () => {
    expect(await afterwards(level, "answered")).toBe("window");
  });

  test("settled: that ends the chain", async () => {
    expect(await afterwards(level, "settled")).toBe("Case is closed as settled");
  });

  test("taken up anew, since what was agreed has come to nothing: the same level has it again", async () => {
    expect(await afterwards(level, "takenUpAnew")).toBe(level);
  });
});

describe.each(escalationOrder)("sent on from the %s, as it is another unit's", (level) => {
  test.each(escalationOrder)("the level of that unit has it, be it the same: %s", async (startAt) => {
    const { calls } = await walk(level, { outcome: "sentOn", startAt }, { outcome: "nothing known" });
    expect(calls[1]?.station).toBe(startAt);
  });
});

describe.each(escalationOrder)("agreed to belong to another body, from the %s", (level) => {
  test("the bureau has it until that body does", async () => {
    expect(await afterwards(level, "toBureau")).toBe("bureau");
  });
});

test("asked for review, the case is another chain's", async () => {
  expect(await afterwards("window", "reviewAsked")).toBe(
    "Petitioner has asked for review and another chain carries the case",
  );
});

describe("after the letter, whose promise keeps the case open", () => {
  test("kept: that ends the chain as a settlement does", async () => {
    expect(await afterwards("window", "settled")).toBe("Case is closed as settled");
  });

  test.each(escalationOrder)("not kept: the level that issued it has it again: %s", async (startAt) => {
    const { calls } = await walk("window", { outcome: "takenUpAnew", startAt }, { outcome: "nothing known" });
    expect(calls[1]?.station).toBe(startAt);
  });
});

test("the next signal replaces the last one, so that the case's name and epoch reach every station", async () => {
  const { calls } = await walk(
    "community",
    { outcome: "overdue", startAt: "leader" },
    { outcome: "answered" },
    { outcome: "closed" },
  );
  expect(calls.map(({ station, ...rest }) => rest)).toEqual(
    calls.map(() => ({ caseId: "AH-2026-0001-k7m2p9x4c3vb", epoch: 3, token: "a token" })),
  );
  expect(calls.map(({ station }) => station)).toEqual(["community", "township", "window"]);
});

describe("what nobody foresaw ends the execution by name, for reconcile to replace it", () => {
  test.each(EscalationStation.options)("an unknown outcome at %s", async (station) => {
    expect(await afterwards(station, "shelved")).toBe("UnknownOutcome");
  });

  test("a refusal of open-step", async () => {
    const refused = Object.assign(new Error("The case is elsewhere"), { name: "StationRefused" });
    expect((await walk("leader", refused)).end).toBe("StationRefused");
  });
});

describe("a wait", () => {
  test("is there for the bureau, every level and the window", () => {
    expect(stations).toHaveLength(StepLevel.options.length + 1);
  });

  test.each(stations)("of '$name' ends by itself only after months, within the year of an execution", ({ state }) => {
    const day = 24 * 60 * 60;
    expect(state.TimeoutSeconds).toBeGreaterThan(300 * day);
    expect(state.TimeoutSeconds).toBeLessThan(365 * day);
  });

  test.each(stations)("of '$name' is retried only when the Lambda service fails", ({ state }) => {
    const retried = state.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals) ?? [];
    expect(retried.every((name) => name.startsWith("Lambda."))).toBe(true);
    expect(retried).not.toContain("Lambda.Unknown");
    expect(state.Catch).toBeUndefined();
  });

  test.each(stations)("of '$name' waits for a task token", ({ state }) => {
    expect(state.Resource).toBe("arn:aws:states:::lambda:invoke.waitForTaskToken");
  });
});

test("every state's name is a sentence", () => {
  for (const name of Object.keys(definition.States)) expect(name).toMatch(/^[A-Z][a-z]+( [a-z]+)+$/i);
});
