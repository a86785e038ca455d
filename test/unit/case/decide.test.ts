import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import { clockOf, lastDayOf, periodClock } from "#case/state/running.ts";
import { actor } from "#case/state/standing.ts";
import { sameClock } from "#clock/clock.ts";
import { escalationOrder } from "#ground/levels.ts";
import { turnToOffice } from "#words/turn-to-office.ts";
import { whoseTurn } from "#words/whose-turn.ts";
import { dated, filed, letter, type Story } from "./story.ts";

/** The step's clock rings at its end, or when it rings next once that has passed. */
const rings = (story: Story): Story => {
  if (story.state.status !== "handling" && story.state.status !== "screening") throw new Error(story.state.status);
  const own = periodClock(story.state, story.state.status === "screening" ? "accept" : "step");
  const running = story.running.find(({ clock }) => sameClock(clock, own));
  if (running === undefined) throw new Error("The step has no clock");
  const moment = story.now <= running.clock.due ? running.clock.due : running.nextAt;
  return story.later(moment).does({ type: "ring", clock: { kind: own.kind, n: own.n } });
};
const upward = (story: Story): Story => story.owner({ command: "reportUpward", reason: "需上级协调" }).opens();
const lastFact = (story: Story) => story.events.at(-1)?.fact;
const signals = (story: Story) =>
  (story.events.at(-1)?.messages ?? []).flatMap((m) => (m.kind === "signal" ? [m.outcome] : []));

describe("a petition is registered", () => {
  it("is accepted at once where the policy says so, with the statutory clock running", () => {
    const { state, events } = filed("estate");
    expect(dated(state)).toMatchObject({ status: "accepted", goingTo: "community", answerBy: "2026-05-06" });
    expect(events.map(({ fact }) => fact.type)).toEqual(["registered", "accepted"]);
    expect(events[1]?.by).toEqual({ kind: "policy", version: "policy-1" });
  });

  it("belongs to a named person from the first moment", () => {
    expect(filed("estate").state.responsible).toEqual({ unit: "peach", staff: "peach-handler" });
    expect(filed("land").state.responsible).toEqual({ unit: "bureau", staff: "bureau-handler" });
  });

  it("is accepted at the foot of the chain in a category that the directory has dropped meanwhile", () => {
    const story = filed("land").opens();
    const { directory } = story.world;
    const dropped = { ...directory, categories: directory.categories.filter(({ id }) => id !== "land") };
    expect(story.governed(dropped).owner({ command: "accept" }).state).toMatchObject({ goingTo: "community" });
  });

  it("waits for the bureau in a category that is not accepted at once", () => {
    const { state } = filed("land").opens();
    expect(dated(state)).toMatchObject({ status: "screening", owner: "bureau-handler", lastDay: "2026-03-17" });
  });

  it("starts where its category starts", () => {
    expect(filed("wages").opens().state).toMatchObject({ status: "handling", level: "department", unit: "housing" });
  });
});

describe("the bureau decides on acceptance", () => {
  it("accepts: the 60 days begin and the chain starts", () => {
    const story = filed("land").opens().later("2026-03-05T02:00:00.000Z").owner({ command: "accept" });
    expect(dated(story.state)).toMatchObject({ status: "accepted", goingTo: "community", answerBy: "2026-05-06" });
    expect(signals(story)).toEqual(["accepted"]);
  });

  it("does not accept, on a ground of the policy", () => {
    const story = filed("land")
      .opens()
      .owner({ command: "notAccept", ground: "court", where: undefined, explanation: "已起诉" });
    expect(story.state).toMatchObject({ status: "notAccepted", ground: { id: "court" } });
    expect(signals(story)).toEqual(["notAccepted"]);
  });

  it("refuses a ground that the policy does not know", () => {
    const story = filed("land").opens();
    expect(story.ownerRefused({ command: "notAccept", ground: "mood", where: undefined, explanation: "-" })).toBe(
      "unknownGround",
    );
  });

  it("is reminded every working morning once its 15 days are over; the case does not vanish", () => {
    const story = rings(filed("land").opens().later("2026-03-17T16:00:00.000Z"));
    expect(lastFact(story)).toMatchObject({ type: "overdueAtTop", level: "bureau" });
    expect(story.events.at(-1)?.clocks).toEqual([
      { change: "next", clock: { kind: "accept", n: 1 }, nextAt: "2026-03-18T00:30:00.000Z", reminded: 100 },
    ]);
  });
});

describe("the chain", () => {
  it("carries an untouched case from level to level up to the district leader, and never falls silent there", () => {
    let story = filed("estate").opens();
    const levels: string[] = [];
    for (let turn = 0; turn < escalationOrder.length; turn += 1) {
      if (story.state.status !== "handling") throw new Error(story.state.status);
      levels.push(story.state.level);
      story = rings(story);
      if (story.state.status === "accepted") story = story.opens();
    }
    expect(levels).toEqual(["community", "township", "department", "leader"]);
    expect(story.state).toMatchObject({ status: "handling", level: "leader" });
    expect(lastFact(story)).toMatchObject({ type: "overdueAtTop", level: "leader" });
    expect(lastFact(rings(story))).toMatchObject({ type: "overdueAtTop", level: "leader" });
  });

  it("keeps the first responsible person until the next owner has acknowledged", () => {
    const escalated = rings(filed("estate").opens()).opens();
    expect(escalated.state.responsible.unit).toBe("peach");
    expect(escalated.owner({ command: "acknowledge" }).state.responsible.unit).toBe("river");
  });

  it("hands back once for each level, and the statutory date stays", () => {
    const first = upward(filed("estate").opens());
    const back = first.owner({ command: "handBack", reason: "先由社区核实" }).opens();
    expect(dated(back.state)).toMatchObject({ level: "community", answerBy: "2026-05-06" });
    const again = upward(back);
    expect(again.ownerRefused({ command: "handBack", reason: "再退" })).toBe("handedBackBefore");
    expect(offeredTo("owner", again.state, again.world)).not.toContain("handBack");
  });

  it("does not hand back below the community or report above the leader", () => {
    expect(filed("estate").opens().ownerRefused({ command: "handBack", reason: "-" })).toBe("noLevelBelow");
    let story = filed("estate").opens();
    for (let turn = 0; turn < 3; turn += 1) story = upward(story);
    expect(story.ownerRefused({ command: "reportUpward", reason: "-" })).toBe("noLevelAbove");
  });

  it("reassigns inside the unit only; the deadline stays and the old link does not work", () => {
    const story = filed("estate").opens();
    if (story.state.status !== "handling") throw new Error(story.state.status);
    const { owner, stepNo } = story.state;
    const lastDay = lastDayOf(story.state, "step");
    expect(story.ownerRefused({ command: "reassign", to: "river-handler", reason: "-" })).toBe("notAColleague");
    expect(story.ownerRefused({ command: "reassign", to: owner, reason: "-" })).toBe("notAColleague");
    const given = story.owner({ command: "reassign", to: "peach-colleague", reason: "休假" });
    expect(dated(given.state)).toMatchObject({ owner: "peach-colleague", assignment: 2, lastDay });
    const old = { type: "staff", by: owner, stepNo, assignment: 1, act: { command: "acknowledge" } } as const;
    expect(given.refuses(old)).toBe("movedOn");
  });

  it("tells a second acknowledgement that the first one counted", () => {
    const story = filed("estate").opens().owner({ command: "acknowledge" });
    expect(story.ownerRefused({ command: "acknowledge" })).toBe("alreadyAcknowledged");
  });

  it("does not let a community issue the statutory reply", () => {
    expect(
      filed("estate")
        .opens()
        .ownerRefused({ command: "reply", ...letter }),
    ).toBe("notAtThisLevel");
  });
});

describe("the law's clock", () => {
  const law = { kind: "handling", n: 1 } as const;
  const late = "2026-04-20T16:00:00.000Z";

  it("rings first when half of the 60 days are gone, in working hours", () => {
    const started = filed("estate").events[1]?.clocks.find(({ change }) => change === "start");
    // Half is on Saturday 4 April, 02:00; Monday the 6th is a holiday.
    expect(started).toMatchObject({ clock: law, nextAt: "2026-04-07T00:30:00.000Z" });
  });

  it("lifts a case that is still low to the department, whatever its step clock says", () => {
    const story = filed("estate").opens().later(late).does({ type: "ring", clock: law });
    expect(dated(story.state)).toMatchObject({ status: "accepted", goingTo: "department", answerBy: "2026-05-06" });
    expect(signals(story)).toEqual(["lifted"]);
    expect(story.opens().state).toMatchObject({ status: "handling", level: "department" });
    const due = { change: "next", clock: law, nextAt: "2026-05-06T16:00:00.000Z", reminded: 75 };
    expect(story.events.at(-1)?.clocks).toContainEqual(due);
  });

  it("leaves a case alone that is high enough, and says so", () => {
    const story = filed("wages").opens().later(late).does({ type: "ring", clock: law });
    expect(story.state).toMatchObject({ status: "handling", level: "department", liftJudged: true });
    expect(story.events.map(({ fact }) => fact)).toContainEqual(
      expect.objectContaining({ type: "shareReached", percent: 75, lift: "notNeeded" }),
    );
  });

  it("looks again at a case between two steps on the next working morning, for whoever has it then", () => {
    const story = filed("wages").later(late).does({ type: "ring", clock: law });
    expect(story.events.at(-1)?.clocks).toEqual([{ change: "next", clock: law, nextAt: "2026-04-21T00:30:00.000Z" }]);
    const reminded = story.opens().passes("2026-04-21T00:30:00.000Z");
    expect(lastFact(reminded)).toMatchObject({ type: "reminded", percent: 75, to: "housing-handler" });
    const urgent = filed("hazard").later(late).does({ type: "ring", clock: law });
    expect(urgent.events.at(-1)?.clocks).toMatchObject([{ nextAt: "2026-04-21T00:30:00.000Z" }]);
  });

  it("lets no case be handed back to a low level once that much time is gone", () => {
    const atDepartment = filed("wages").opens();
    expect(atDepartment.owner({ command: "handBack", reason: "-" }).state).toMatchObject({ goingTo: "township" });
    expect(offeredTo("owner", atDepartment.state, atDepartment.world)).toContain("handBack");
    const tooLate = atDepartment.later(late);
    expect(tooLate.ownerRefused({ command: "handBack", reason: "-" })).toBe("tooLateToHandBack");
    expect(offeredTo("owner", tooLate.state, tooLate.world)).not.toContain("handBack");
  });
});

describe("a petition about an office", () => {
  const about = (...units: string[]) => filed("estate", undefined, { units, staff: [] });

  it("never reaches it: the level is skipped with the reason, and the person above answers for it at once", () => {
    const story = about("peach");
    expect(story.state.responsible).toEqual({ unit: "river", staff: "river-handler" });
    const skipped = story.opens();
    expect(lastFact(skipped)).toMatchObject({ type: "levelSkipped", reason: "complainedAbout", to: "township" });
    expect(signals(skipped)).toEqual(["skipped"]);
    expect(skipped.opens().state).toMatchObject({ status: "handling", unit: "river" });
  });

  it("is not handed down to that office, which would only send it up again with a new deadline", () => {
    const story = about("peach").opens().opens();
    expect(story.ownerRefused({ command: "handBack", reason: "请社区核实" })).toBe("nobodyBelow");
    expect(offeredTo("owner", story.state, story.world)).not.toContain("handBack");
  });

  it("is not given to a colleague whom it is about", () => {
    const story = filed("estate", undefined, { units: [], staff: ["peach-colleague"] }).opens();
    expect(story.ownerRefused({ command: "reassign", to: "peach-colleague", reason: "-" })).toBe("complainedAbout");
  });
});

describe("a settlement", () => {
  const proposed = () =>
    filed("estate")
      .opens()
      .owner({ command: "proposeSettlement", terms: "周五前疏通", done: "already", promisedFor: undefined });

  it("that nobody has confirmed when the step ends lapses on the record", () => {
    const before = proposed().later("2026-03-09T16:00:00.000Z");
    const after = rings(before);
    expect(after.events.slice(before.events.length).map(({ fact }) => fact)).toMatchObject([
      { type: "settlementLapsed", stepNo: 1 },
      { type: "stepOverdue", to: "township" },
    ]);
    expect(after.opens().state).not.toHaveProperty("settlement");
  });

  it("counts only when the petitioner confirms it", () => {
    expect(proposed().state.status).toBe("handling");
    const story = proposed().does({ type: "petitioner", act: { command: "confirmSettlement" } });
    expect(story.state).toMatchObject({ status: "closed", how: "settled", outcome: "resolved" });
    expect(signals(story)).toEqual(["settled"]);
  });

  it("goes on, and its owner is told, when the petitioner says that it is not settled", () => {
    const story = proposed().does({ type: "petitioner", act: { command: "declineSettlement", reason: "还没疏通" } });
    expect(story.state).toMatchObject({ status: "handling" });
    expect(story.events.at(-1)?.messages).toMatchObject([{ kind: "taskMail", ask: "settlementDeclined" }]);
    expect(story.refuses({ type: "petitioner", act: { command: "confirmSettlement" } })).toBe("noSettlementPending");
  });

  it("is not a way to stop the clock: the step escalates all the same", () => {
    expect(rings(proposed()).state).toMatchObject({ status: "accepted", goingTo: "township" });
  });
});

describe("an answer", () => {
  const answered = () => upward(filed("estate").opens()).owner({ command: "reply", ...letter });

  it("stops the handling clock and owes its delivery", () => {
    const { state, events } = answered();
    expect(dated(state)).toMatchObject({
      status: "delivering",
      deliverBy: "2026-03-09",
      answeredBy: { unit: "river" },
    });
    expect(events.at(-1)?.clocks).toContainEqual({ change: "stop", clock: { kind: "handling", n: 1 }, why: "done" });
  });

  it("is delivered when the petitioner opens it; the 30 days start then, and only once", () => {
    const opened = answered()
      .later("2026-03-04T02:00:00.000Z")
      .does({ type: "petitioner", act: { command: "openAnswer" } });
    expect(dated(opened.state)).toMatchObject({ delivery: { how: "opened" }, reviewUntil: "2026-04-03" });
    expect(opened.does({ type: "petitioner", act: { command: "openAnswer" } }).events).toHaveLength(
      opened.events.length,
    );
  });

  it("is delivered when its author records the day; not in the future, not before the answer, not twice", () => {
    const story = answered().later("2026-03-06T02:00:00.000Z");
    const on = (date: string) => ({ command: "recordDelivery", how: "byHand", on: date, tracking: undefined }) as const;
    expect(story.ownerRefused(on("2026-03-07"))).toBe("deliveryDateImpossible");
    expect(story.ownerRefused(on("2026-03-01"))).toBe("deliveryDateImpossible");
    const delivered = story.owner(on("2026-03-05"));
    expect(dated(delivered.state)).toMatchObject({ delivery: { how: "byHand" }, reviewUntil: "2026-04-07" });
    const { staff, stepNo, assignment } = actor(story.state) ?? {};
    if (staff === undefined || stepNo === undefined || assignment === undefined) throw new Error("Nobody delivers");
    expect(delivered.refuses({ type: "staff", by: staff, stepNo, assignment, act: on("2026-03-05") })).toBe("movedOn");
  });

  it("becomes a task for its author when it is not delivered in time", () => {
    const late = answered()
      .later("2026-03-09T16:00:00.000Z")
      .does({ type: "ring", clock: { kind: "delivery", n: 3 } });
    expect(late.events.at(-1)?.messages).toMatchObject([{ kind: "taskMail", ask: "deliver", to: "river-handler" }]);
  });

  it("closes with its own outcome when the window passes without a request for review", () => {
    const closed = answered()
      .does({ type: "petitioner", act: { command: "openAnswer" } })
      .later("2026-04-01T16:00:00.000Z")
      .does({ type: "ring", clock: { kind: "review", n: 3 } });
    expect(closed.state).toMatchObject({ status: "closed", how: "windowClosed", outcome: "resolved" });
    expect(signals(closed)).toEqual(["closed"]);
  });
});

describe("the workflow follows", () => {
  it("opens a step once; the same call again only renews the token", () => {
    const story = filed("estate").opens();
    expect(story.opens().events).toHaveLength(story.events.length);
  });

  it("refuses an execution of an older epoch, and one that believes the case to be elsewhere", () => {
    const replaced = filed("estate").opens().does({ type: "replaceExecution", epoch: 1 });
    expect(replaced.state.epoch).toBe(2);
    const open = (epoch: number, station: "community" | "leader") =>
      replaced.refuses({ type: "openStation", epoch, station });
    expect(open(1, "community")).toBe("executionSuperseded");
    expect(open(2, "leader")).toBe("recordIsElsewhere");
  });

  it("replaces an execution once for each epoch", () => {
    const replaced = filed("estate").opens().does({ type: "replaceExecution", epoch: 1 });
    expect(replaced.refuses({ type: "replaceExecution", epoch: 1 })).toBe("executionSuperseded");
  });

  it("takes a case up again that stayed between two steps for too long", () => {
    const stuck = filed("estate").does({ type: "ring", clock: { kind: "transit", n: 1 } });
    expect(stuck.state).toMatchObject({ status: "accepted", epoch: 2 });
    expect(clockOf(stuck.state, "transit")?.clock).toMatchObject({ kind: "transit", n: 2 });
    expect(stuck.events.at(-1)?.messages).toEqual([{ kind: "start", epoch: 2, startAt: "community" }]);
  });

  it("puts lateness against the statutory clock on the record, once, and goes on", () => {
    const overdue = filed("wages").opens().later("2026-05-06T16:00:00.000Z");
    const late = overdue.does({ type: "ring", clock: { kind: "handling", n: 1 } });
    expect(late.state.status).toBe("handling");
    expect(late.events.at(-1)?.clocks).toEqual([
      { change: "stop", clock: { kind: "handling", n: 1 }, why: "rang", stays: true },
    ]);
  });

  it("gives its people the law's last day where that comes before the step's", () => {
    const leader = filed("wages").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    const department = leader.later("2026-04-24T02:00:00.000Z").owner({ command: "handBack", reason: "-" }).opens();
    expect(dated(department.state)).toMatchObject({ lastDay: "2026-05-09", answerBy: "2026-05-06" });
    expect(department.events.at(-1)?.messages).toMatchObject([{ ask: "handle", lastDay: "2026-05-06" }]);
    const given = department.owner({ command: "reassign", to: "housing-colleague", reason: "-" });
    expect(given.events.at(-1)?.messages).toMatchObject([{ ask: "handle", lastDay: "2026-05-06" }]);
    expect(whoseTurn(department.state, department.world, "zh", turnToOffice).until).toBe("2026-05-06");
  });

  it("hears nothing from a clock that the case no longer runs", () => {
    const story = filed("estate").opens();
    expect(story.does({ type: "ring", clock: { kind: "transit", n: 1 } }).events).toHaveLength(story.events.length);
  });
});
