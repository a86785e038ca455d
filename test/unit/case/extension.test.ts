import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import { clocksOf, periodClock } from "#case/state/running.ts";
import { roleIn } from "#case/state/standing.ts";
import { aboutNobody } from "#directory/directory.ts";
import { deciderFor } from "#directory/routing.ts";
import { directory } from "./district.ts";
import { dated, filed, letter, type Story } from "./story.ts";

const ask = { command: "askExtension", days: 15, reason: "等鉴定结论" } as const;
const approve = { command: "approveExtension" } as const;
const refuse = { command: "refuseExtension", reason: "材料已经齐全" } as const;

const law = { kind: "handling", n: 1 } as const;
/** The statutory 60 days of a case that was accepted on 2 March 2026 end with 6 May. */
const afterTheLaw = "2026-05-06T16:00:00.000Z";

/** At the department since 2 March 2026: the step ends on 17 March, the law's time on 6 May. */
const atDepartment = () => filed("wages").opens();
const asking = () => atDepartment().owner(ask);
const atLeader = () => atDepartment().owner({ command: "reportUpward", reason: "-" }).opens();
const ownClock = (story: Story) => {
  if (story.state.status !== "handling") throw new Error(story.state.status);
  const { kind, n } = periodClock(story.state, "step");
  return { kind, n };
};
const factsSince = (before: Story, after: Story) => after.events.slice(before.events.length).map(({ fact }) => fact);
const tooLate = { type: "extensionRefused", how: "tooLate" };

describe("an extension is asked for", () => {
  it("by the owner, with days and a reason; the head of the unit is mailed, and no clock moves", () => {
    const story = asking();
    const head = { unit: "housing", staff: "housing-head" };
    expect(dated(story.state)).toMatchObject({
      lastDay: "2026-03-17",
      extension: { days: 15, reason: ask.reason, head },
    });
    expect(story.events.at(-1)?.messages).toEqual([
      {
        kind: "taskMail",
        to: "housing-head",
        ask: "decideExtension",
        stepNo: 1,
        assignment: 1,
        lastDay: "2026-03-17",
      },
    ]);
    expect(story.events.at(-1)?.clocks).toMatchObject([{ change: "start", clock: { kind: "decision" } }]);
  });

  it("at every level that may answer, but not by a community", () => {
    const community = filed("estate").opens();
    expect(community.ownerRefused(ask)).toBe("notAtThisLevel");
    expect(offeredTo("owner", community.state, community.world)).not.toContain("askExtension");
    const township = community.owner({ command: "reportUpward", reason: "-" }).opens();
    for (const story of [township, atDepartment(), atLeader()]) {
      expect(offeredTo("owner", story.state, story.world)).toContain("askExtension");
      expect(story.owner(ask).state).toHaveProperty("extension");
    }
  });

  it("for at most the days that the law allows", () => {
    expect(atDepartment().ownerRefused({ ...ask, days: 31 })).toBe("extensionTooLong");
    expect(atDepartment().owner({ ...ask, days: 30 }).state).toHaveProperty("extension.days", 30);
  });

  it("once in the life of a case, whatever came of it and wherever the case went", () => {
    expect(asking().ownerRefused(ask)).toBe("extensionPending");
    for (const decided of [asking().head(approve), asking().head(refuse)]) {
      expect(decided.ownerRefused(ask)).toBe("extendedBefore");
      const above = decided.owner({ command: "reportUpward", reason: "-" }).opens();
      expect(above.ownerRefused(ask)).toBe("extendedBefore");
      expect(offeredTo("owner", above.state, above.world)).not.toContain("askExtension");
    }
  });

  it("not after the last day that the law set", () => {
    const tooLateToAsk = atLeader().later(afterTheLaw);
    expect(tooLateToAsk.ownerRefused(ask)).toBe("tooLateToExtend");
    expect(offeredTo("owner", tooLateToAsk.state, tooLateToAsk.world)).not.toContain("askExtension");
    expect(atLeader().later("2026-05-06T15:59:59.999Z").owner(ask).state).toHaveProperty("extension");
  });
});

describe("the head decides", () => {
  it("by a turn of their own, beside the owner's, and does nothing else", () => {
    const { state } = asking();
    const turn = { stepNo: 1, assignment: 1 };
    expect(roleIn(state, { ...turn, staff: "housing-head" })).toBe("head");
    expect(roleIn(state, { ...turn, staff: "housing-handler" })).toBe("owner");
    expect(roleIn(atDepartment().state, { ...turn, staff: "housing-head" })).toBeUndefined();
    expect(asking().headRefused({ command: "reply", ...letter })).toBe("notAtThisLevel");
  });

  it("and the owner cannot decide on their own request", () => {
    expect(asking().ownerRefused(approve)).toBe("notAtThisLevel");
    expect(asking().ownerRefused(refuse)).toBe("notAtThisLevel");
    expect(asking().ownerRefused({ command: "reassign", to: "housing-head", reason: "-" })).toBe("decidesExtension");
  });

  it("also after the step went to a colleague", () => {
    const given = asking().owner({ command: "reassign", to: "housing-colleague", reason: "-" });
    expect(dated(given.head(approve).state)).toMatchObject({ owner: "housing-colleague", lastDay: "2026-04-01" });
  });

  it("approves: both clocks get their new ends in the decision, with the same start", () => {
    const before = asking();
    const after = before.head(approve);
    expect(dated(after.state)).toMatchObject({
      lastDay: "2026-04-01",
      answerBy: "2026-05-21",
      extensionDecided: "approved",
    });
    expect(after.state).not.toHaveProperty("extension");
    const starts = (story: Story) => story.running.map(({ clock: { kind, n, start } }) => ({ kind, n, start }));
    expect(starts(after)).toEqual(starts(before));
    expect(after.running.map(({ clock, nextAt }) => [clock.kind, clock.lastDay, clock.extendedBy, nextAt])).toEqual([
      ["handling", "2026-05-21", 15, "2026-04-13T00:30:00.000Z"],
      ["step", "2026-04-01", 15, "2026-03-17T09:00:00.000Z"],
    ]);
    expect(after.events.at(-1)?.messages).toEqual([
      {
        kind: "taskMail",
        to: "housing-handler",
        ask: "extensionDecided",
        stepNo: 1,
        assignment: 1,
        lastDay: "2026-04-01",
      },
      { kind: "newsMail", news: "extended" },
    ]);
  });

  it("approves after three quarters of the time: that share does not ring again", () => {
    const noted = atLeader().later("2026-04-20T16:00:00.000Z").does({ type: "ring", clock: law });
    const approved = noted.owner(ask).head(approve);
    expect(approved.running.find(({ clock }) => clock.kind === "handling")?.nextAt).toBe("2026-05-21T16:00:00.000Z");
  });

  it("approves, and a calendar that is announced afterwards counts the extended time anew", () => {
    const approved = asking().head(approve);
    const rest = { announced: "2026-03-02", reason: { zh: "台风", en: "Typhoon" }, rest: ["2026-05-21"], work: [] };
    expect(dated(approved.announced(rest).recounted().state)).toMatchObject({
      answerBy: "2026-05-22",
      lastDay: "2026-04-01",
    });
  });

  it("approves by fewer days than a leader's step is late: it stays under supervision, with a reminder every morning", () => {
    const late = atLeader().passes("2026-03-20T02:00:00.000Z");
    expect(dated(late.state)).toMatchObject({ lastDay: "2026-03-12", supervisedSince: "2026-03-12T16:00:00.000Z" });
    const short = late.owner({ ...ask, days: 4 }).head(approve);
    expect(dated(short.state)).toMatchObject({ lastDay: "2026-03-16", supervisedSince: "2026-03-12T16:00:00.000Z" });
    expect(short.running.find(({ clock }) => clock.kind === "step")?.nextAt).toBe("2026-03-23T00:30:00.000Z");
    const long = late.owner(ask).head(approve);
    expect(dated(long.state)).toMatchObject({ lastDay: "2026-03-27" });
    expect(long.state).not.toHaveProperty("supervisedSince");
  });

  it("refuses, with a reason: nothing moves", () => {
    const story = asking().head(refuse);
    expect(story.events.at(-1)?.fact).toMatchObject({ type: "extensionRefused", how: "head", reason: refuse.reason });
    expect(dated(story.state)).toMatchObject({
      lastDay: "2026-03-17",
      answerBy: "2026-05-06",
      extensionDecided: "refused",
    });
    expect(story.events.at(-1)?.messages).toMatchObject([{ to: "housing-handler", ask: "extensionDecided" }]);
    expect(story.events.at(-1)?.clocks).toMatchObject([{ change: "stop", clock: { kind: "decision" } }]);
  });
});

describe("once the step has ended, though its clock has not rung yet", () => {
  const ended = (story: Story) => story.later("2026-03-17T16:00:00.000Z");

  it("nobody is given more time, where a level is above", () => {
    expect(ended(asking()).headRefused(approve)).toBe("tooLateToExtend");
    expect(ended(atDepartment()).ownerRefused(ask)).toBe("tooLateToExtend");
    expect(dated(asking().later("2026-03-17T15:59:59.999Z").head(approve).state)).toHaveProperty(
      "lastDay",
      "2026-04-01",
    );
  });

  it("nor to a low case whose lift is due", () => {
    const township = filed("estate")
      .opens()
      .later("2026-04-13T02:00:00.000Z")
      .owner({ command: "reportUpward", reason: "-" });
    const low = township.opens().owner(ask).later("2026-04-20T06:30:00.000Z");
    expect(low.headRefused(approve)).toBe("tooLateToExtend");
  });
});

describe("a request counts as refused", () => {
  const ways: [string, (story: Story) => Story][] = [
    ["answered", (story) => story.owner({ command: "reply", ...letter })],
    ["reported upward", (story) => story.owner({ command: "reportUpward", reason: "-" })],
    ["handed back", (story) => story.owner({ command: "handBack", reason: "-" })],
    [
      "settled",
      (story) =>
        story
          .owner({ command: "proposeSettlement", terms: "-", done: "already", promisedFor: undefined })
          .does({ type: "petitioner", act: { command: "confirmSettlement" } }),
    ],
    ["overdue", (story) => story.later("2026-03-17T16:00:00.000Z").does({ type: "ring", clock: ownClock(story) })],
  ];

  it.each(ways)("when the step ends undecided: %s", (_, end) => {
    const before = asking();
    const after = end(before);
    expect(factsSince(before, after).at(-2)).toMatchObject(tooLate);
    expect(after.state).toMatchObject({ extensionDecided: "refused" });
  });

  it("when the case is lifted out of the township", () => {
    const township = filed("estate").opens().owner({ command: "reportUpward", reason: "-" }).opens().owner(ask);
    const lifted = township.later("2026-04-20T16:00:00.000Z").does({ type: "ring", clock: law });
    expect(factsSince(township, lifted)).toMatchObject([tooLate, { type: "lifted" }]);
  });

  it("when the law's time ends, while the step goes on", () => {
    const before = atLeader().owner(ask).later(afterTheLaw);
    expect(before.headRefused(approve)).toBe("tooLateToExtend");
    const after = before.does({ type: "ring", clock: law });
    expect(factsSince(before, after)).toMatchObject([tooLate, { type: "statutoryOverdue" }]);
    expect(after.state).toMatchObject({ status: "handling", extensionDecided: "refused" });
  });

  it("but not when a leader's step is past its last day and goes on", () => {
    const story = atLeader().owner(ask).later("2026-03-13T00:00:00.000Z");
    expect(story.does({ type: "ring", clock: ownClock(story) }).state).toHaveProperty("extension");
  });
});

describe("a request that waits for its decision", () => {
  /** The directory from a day on which the head of housing goes on leave. */
  const headAway = (deputy?: string) => ({
    ...directory,
    version: "test-2",
    staff: directory.staff.map((person) =>
      person.id === "housing-head"
        ? { ...person, away: [{ from: "2026-03-04", until: "2026-03-31", ...(deputy !== undefined && { deputy }) }] }
        : person,
    ),
  });
  const watch = { kind: "decision", n: 1 } as const;
  const morning = (story: Story, at: string) => story.later(at).does({ type: "ring", clock: watch });

  it.each([
    ["the deputy", headAway("housing-colleague"), { unit: "housing", staff: "housing-colleague" }],
    ["the bureau’s head, when no deputy is named", headAway(), { unit: "bureau", staff: "bureau-head" }],
  ])("passes to %s once its head is on leave, recorded and mailed", (_, newer, to) => {
    const before = asking().governed(newer);
    const awaited = morning(before, "2026-03-03T00:30:00.000Z");
    expect(factsSince(before, awaited)).toEqual([
      { type: "decisionAwaited", stepNo: 1, staff: "housing-head", decideBy: "2026-03-17" },
    ]);
    const passed = morning(awaited, "2026-03-04T00:30:00.000Z");
    expect(factsSince(awaited, passed)).toMatchObject([
      { type: "decisionPassedOn", from: "housing-head", to, how: "whileAway" },
    ]);
    expect(passed.events.at(-1)?.messages).toMatchObject([{ to: to.staff, ask: "decideExtension" }]);
    expect(passed.head(approve).state).toMatchObject({ extensionDecided: "approved" });
  });

  it("passes at once with the import that brings the leave of today, and not before", () => {
    const newer = headAway("housing-colleague");
    const early = asking().governed(newer).later("2026-03-03T01:00:00.000Z");
    expect(early.does({ type: "handOver" }).events).toHaveLength(early.events.length);
    const onTheDay = early.later("2026-03-04T01:00:00.000Z");
    expect(factsSince(early, onTheDay.does({ type: "handOver" }))).toMatchObject([{ type: "decisionPassedOn" }]);
  });

  it("stays with its head when nobody who could decide is at work, and passes on once somebody is", () => {
    const heads = ["housing-head", "bureau-head", "leader-head"];
    const away = [{ from: "2026-03-03", until: "2026-03-09" }];
    const nobody = {
      ...directory,
      staff: directory.staff.map((person) => (heads.includes(person.id) ? { ...person, away } : person)),
    };
    const waits = morning(asking().governed(nobody), "2026-03-03T00:30:00.000Z");
    expect(waits.events.at(-1)?.fact).toMatchObject({ type: "decisionAwaited", staff: "housing-head" });
  });

  it("passes on when mail to its head is refused for good", () => {
    const before = asking();
    const turn = { staff: "housing-head", stepNo: 1, assignment: 1 };
    const passed = before.does({ type: "passOn", turn, unreachable: ["housing-head"] });
    expect(factsSince(before, passed)).toMatchObject([{ to: { staff: "bureau-head" }, how: "unreachable" }]);
  });

  it("has its head mailed once more, on the last morning on which it can be decided", () => {
    const rings = ["2026-03-03", "2026-03-04", "2026-03-16", "2026-03-17"].map((day) =>
      morning(asking(), `${day}T00:30:00.000Z`).events.at(-1),
    );
    expect(rings.map((event) => event?.messages.length)).toEqual([0, 0, 0, 1]);
    expect(rings.at(-1)?.messages).toMatchObject([{ to: "housing-head", ask: "decideExtension" }]);
  });

  it("is watched until it is decided or lapses, and no longer", () => {
    expect(clocksOf(asking().state)).toContainEqual(watch);
    const ends = [
      asking().head(approve),
      asking().head({ command: "refuseExtension", reason: "-" }),
      asking()
        .later("2026-03-17T16:00:00.000Z")
        .does({ type: "ring", clock: { kind: "step", n: 1 } }),
      asking().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }),
    ];
    for (const { state } of ends) expect(clocksOf(state)).not.toContainEqual(watch);
  });
});

describe("who decides on an extension", () => {
  const on = "2026-03-02";
  const decider = (more: Partial<Parameters<typeof deciderFor>[1]> = {}, from = directory) =>
    deciderFor(from, { unit: "housing", owner: "housing-handler", about: aboutNobody, on, ...more })?.id;

  it("is the unit's head", () => {
    expect(decider()).toBe("housing-head");
  });

  it("is the bureau's head when the unit's head asks, or is complained about", () => {
    expect(decider({ owner: "housing-head" })).toBe("bureau-head");
    expect(decider({ about: { units: [], staff: ["housing-head"] } })).toBe("bureau-head");
  });

  it("is a leader when the bureau is complained about too, and nobody when no leader is left", () => {
    const about = { units: ["bureau"], staff: ["housing-head"] };
    expect(decider({ about })).toBe("leader-head");
    expect(decider({ about, owner: "leader-head" })).toBeUndefined();
  });

  it("is the head's deputy while the head is away, unless the deputy is who asks", () => {
    const away = (deputy: string) => ({
      ...directory,
      staff: directory.staff.map((person) =>
        person.id === "housing-head" ? { ...person, away: [{ from: on, until: on, deputy }] } : person,
      ),
    });
    expect(decider({}, away("housing-colleague"))).toBe("housing-colleague");
    expect(decider({}, away("housing-handler"))).toBe("bureau-head");
  });
});
