import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import { mergeInto, takeMember } from "#case/acts/merging.ts";
import { clockOf, periodClock } from "#case/state/running.ts";
import { actor, partsIn, roleIn, stationOf, unitInCharge } from "#case/state/standing.ts";
import { doorOf } from "#case/state/task-door.ts";
import { aboutNobody, Directory } from "#directory/directory.ts";
import { directory } from "./district.ts";
import { filed, hears, letter, promised, type Story } from "./story.ts";

const explanation = "涉嫌犯罪，由公安机关管辖。";
const toBody = (body = "police") => ({ command: "proposeTransfer", body, explanation }) as const;
const toProcedure = { command: "proposeGuidance", route: "arbitration", knownOn: "2026-02-02", explanation } as const;
const agree = { command: "agreeOtherWay" } as const;
const refuse = { command: "refuseOtherWay", reason: "还没有证据证明涉嫌犯罪" } as const;
const received = { command: "recordReceipt", on: "2026-03-04", reference: "公信 18 号" } as const;

/** At the department since Monday 2 March 2026; at the community since then, given to it by the bureau. */
const atDepartment = () => filed("wages").opens();
const atCommunity = () => filed("land").opens().owner({ command: "accept" }).opens();
const proposed = () => atDepartment().owner(toBody());
const last = ({ events }: Story) => events.at(-1);
const types = ({ events }: Story) => events.map(({ fact }) => fact.type);
const since = (before: Story, after: Story) => types(after).slice(before.events.length);
const offered = ({ state, world }: Story) => offeredTo("owner", state, world);

describe("an owner finds that a case belongs elsewhere", () => {
  it("and proposes it: the bureau's duty officer is mailed with the last day, and no clock of the case moves", () => {
    const before = atDepartment();
    const after = before.owner(toBody());
    const decider = { unit: "bureau", staff: "bureau-handler" };
    const way = { kind: "transfer", id: "police", name: { zh: "police", en: "police" } };
    expect(after.state).toMatchObject({
      owner: "housing-handler",
      otherWays: 1,
      otherWay: { way, decider, explanation },
    });
    expect(last(after)).toMatchObject({
      fact: { type: "otherWayProposed", unit: "housing", way, explanation, decider, decideBy: "2026-03-05" },
      clocks: [{ change: "start", clock: { kind: "otherWayDecision", n: 1, days: 3, lastDay: "2026-03-05" } }],
      messages: [{ kind: "taskMail", to: "bureau-handler", ask: "decideOtherWay", stepNo: 1, lastDay: "2026-03-05" }],
    });
    expect(after.running.filter(({ clock }) => clock.kind !== "otherWayDecision")).toEqual(before.running);
  });

  it("at any level of the chain, and never at the bureau's own step or once it is answered", () => {
    for (const story of [
      atCommunity(),
      atDepartment(),
      atDepartment().owner({ command: "reportUpward", reason: "-" }).opens(),
    ]) {
      expect(story.owner(toBody()).state).toHaveProperty("otherWay");
      expect(story.owner(toProcedure).state).toHaveProperty("otherWay");
    }
    expect(filed("land").opens().ownerRefused(toBody())).toBe("notAtThisLevel");
    const answered = atDepartment().owner({ command: "reply", ...letter });
    expect(answered.ownerRefused(toProcedure)).toBe("notAtThisLevel");
  });

  it("and goes on with it: whatever could be done before can be done meanwhile, but for asking the bureau again", () => {
    const asksTheBureau = ["object", "proposeTransfer", "proposeGuidance"];
    expect(offered(proposed())).toEqual(offered(atDepartment()).filter((name) => !asksTheBureau.includes(name)));
    expect(proposed().ownerRefused(toProcedure)).toBe("otherWayPending");
    const objects = { command: "object", rightUnit: "river", reason: "字".repeat(40) } as const;
    expect(proposed().ownerRefused(objects)).toBe("otherWayPending");
    expect(atDepartment().owner(objects).ownerRefused(toBody())).toBe("objectionPending");
  });

  it("naming a body or procedure of the policy, and a day from which its limits can run", () => {
    expect(atDepartment().ownerRefused(toBody("oracle"))).toBe("unknownBody");
    expect(atDepartment().ownerRefused({ ...toProcedure, route: "oracle" })).toBe("unknownRoute");
    for (const knownOn of ["2026-03-03", "1990-01-01"]) {
      expect(atDepartment().ownerRefused({ ...toProcedure, knownOn })).toBe("limitDayImpossible");
    }
  });

  it("not while a settlement waits for its petitioner, nor where a letter has promised something", () => {
    expect(atDepartment().owner(promised("2026-03-09")).ownerRefused(toBody())).toBe("settlementFirst");
    const letterPromises = { ...letter, command: "reply", outcome: "promised", promisedFor: "2026-03-09" } as const;
    const broken = atDepartment()
      .owner(letterPromises)
      .does({ type: "petitioner", act: { command: "openAnswer" } })
      .passes("2026-03-10T02:00:00.000Z")
      .does({ type: "petitioner", act: { command: "denyPerformance", reason: "没有办" } })
      .opens();
    expect(broken.state).toMatchObject({ status: "handling" });
    expect(broken.ownerRefused(toBody())).toBe("answeredHere");
    expect(offered(broken)).not.toContain("proposeTransfer");
  });

  it("not while others are handled in it, and it is merged with none while it waits", () => {
    const alike = filed("wages").opens().owner(hears("2026-03-02T02:00:00.000Z"));
    const other = { ...alike.state, id: "AH-2026-0002-k7m2p9x4c3vb" };
    const merging = { by: "bureau-head", asks: [1] };
    const leads = alike.takes(takeMember(alike.state, { ...merging, member: other }, alike.world));
    expect(leads.ownerRefused(toBody())).toBe("othersGoAlong");
    const waits = alike.owner(toBody());
    expect(takeMember(waits.state, { ...merging, member: other }, waits.world)).toEqual({ refused: "otherWayPending" });
    expect(mergeInto(waits.state, { ...merging, lead: other }, waits.world)).toEqual({ refused: "otherWayPending" });
  });

  it("not where everybody who could decide is complained about; and by a leader's office where only the bureau is", () => {
    const high = directory.units.filter(({ level }) => level === "bureau" || level === "leader").map(({ id }) => id);
    const nobody = filed("wages", undefined, { units: high, staff: [] }).opens();
    expect(nobody.ownerRefused(toBody())).toBe("nobodyToDecideOtherWay");
    const story = filed("wages", undefined, { units: ["bureau"], staff: [] })
      .opens()
      .owner(toBody());
    expect(story.state).toMatchObject({ otherWay: { decider: { unit: "leader" } } });
    expect(story.consenter(agree).state).toMatchObject({
      status: "transferring",
      unit: "leader",
      owner: "leader-head",
    });
  });
});

describe("the bureau agrees to a transfer", () => {
  it("and answers for the case from then on, as for one that it transfers itself, until the receipt is here", () => {
    const { state, events } = proposed().consenter(agree);
    expect(state).toMatchObject({
      ...{ status: "transferring", track: "judicial", level: "bureau", unit: "bureau", owner: "bureau-handler" },
      ...{ stepNo: 2, body: { id: "police" }, responsible: { unit: "bureau", staff: "bureau-handler" } },
    });
    expect(stationOf(state)).toBe("bureau");
    expect(unitInCharge(state)).toBe("bureau");
    expect(events.at(-1)?.fact).toMatchObject({
      ...{ type: "transferAgreed", stepNo: 1, level: "department", from: "housing", explanation },
      letter: { kind: "transfer", by: { name: { zh: "bureau" } }, due: { lastDay: "2026-03-17", days: 15 } },
    });
    expect(events.at(-1)?.messages).toMatchObject([
      { kind: "signal", stepNo: 1, outcome: "toBureau" },
      { kind: "taskMail", to: "housing-handler", ask: "otherWayAgreed", stepNo: 1 },
      { kind: "taskMail", to: "bureau-handler", ask: "awaitReceipt", stepNo: 2, assignment: 1, lastDay: "2026-03-17" },
      { kind: "newsMail", news: "transferred" },
    ]);
  });

  it("and its workflow comes to the bureau, where the same act records the receipt and ends it", () => {
    const waiting = proposed().consenter(agree).opens();
    const done = waiting.later("2026-03-05T02:00:00.000Z").owner(received);
    expect(done.state).toMatchObject({ status: "transferred", receivedOn: "2026-03-04" });
    expect(done.state.running).toEqual([]);
    expect(last(done)?.messages).toContainEqual({ kind: "signal", stepNo: 2, outcome: "transferred" });
  });

  it("and chases a body that says nothing, while the law's clock runs on, rings, and moves the case nowhere", () => {
    const before = proposed();
    const story = before.consenter(agree);
    expect(story.state.running.map(({ clock }) => clock.kind).toSorted()).toEqual(["handling", "transfer"]);
    expect(periodClock(story.state, "handling")).toEqual(periodClock(before.state, "handling"));
    const silent = story.passes("2026-05-12T02:00:00.000Z");
    expect(silent.state.status).toBe("transferring");
    expect(types(silent).filter((type) => type === "statutoryOverdue")).toHaveLength(1);
    expect(types(silent)).toContain("transferSilent");
    expect(types(silent)).not.toContain("lifted");
    const chased = silent.events.flatMap(({ messages }) =>
      messages.filter((one) => one.kind === "taskMail" && one.ask === "chaseTransfer"),
    );
    expect(chased).toHaveLength(1);
    const done = silent.owner({ ...received, on: "2026-05-05" });
    expect(done.state).toMatchObject({ status: "transferred", running: [] });
  });

  it("so that the unit below has nothing of it any more, and nobody below gets a report of misconduct", () => {
    const turn = { stepNo: 1, staff: "housing-handler", assignment: 1 };
    const story = atDepartment().owner(toBody("discipline")).consenter(agree);
    expect(roleIn(story.state, turn)).toBeUndefined();
    expect(partsIn(story.state)).toMatchObject([{ role: "owner", staff: "bureau-handler" }]);
    expect(story.state).toMatchObject({ track: "accusation", status: "transferring" });
    expect(JSON.stringify(last(story)?.fact)).toContain("discipline");
    const { fact } = last(story) ?? {};
    expect(fact?.type === "transferAgreed" && JSON.stringify(fact.letter)).not.toContain(explanation);
  });

  it("of a simple case after it has turned ordinary, since another body's procedure is none of the simple way", () => {
    const simple = filed("lamps").opens();
    expect(simple.state).toMatchObject({ track: "simple" });
    const story = simple.owner(toBody()).consenter(agree);
    expect(since(simple, story)).toEqual(["otherWayProposed", "turnedOrdinary", "transferAgreed"]);
    expect(periodClock(story.state, "handling")).toMatchObject({
      start: periodClock(simple.state, "handling").start,
      days: 60,
    });
    expect(simple.owner(toProcedure).consenter(agree).state).toMatchObject({ status: "guided" });
  });

  it("once for one petition with all who have joined it, whose letter it is too", () => {
    const joint = atDepartment()
      .does({ type: "petitioner", act: { command: "openJoining" } })
      .does({ type: "join", opening: 1 })
      .owner(toBody())
      .consenter(agree);
    expect(joint.state).toMatchObject({ status: "transferring", joint: { joined: 1 } });
  });
});

describe("the bureau agrees to guide", () => {
  it("and the case ends, with the letter that the bureau would have issued and every clock stopped", () => {
    const story = atDepartment().owner(toProcedure).consenter(agree);
    expect(story.state).toMatchObject({ status: "guided", track: "procedure", explanation, running: [] });
    expect(actor(story.state)).toBeUndefined();
    expect(last(story)?.fact).toMatchObject({ type: "guidanceAgreed", letter: { kind: "guidance", explanation } });
    expect(last(story)?.messages).toMatchObject([
      { kind: "signal", stepNo: 1, outcome: "ended" },
      { kind: "taskMail", to: "housing-handler", ask: "otherWayAgreed" },
      { kind: "newsMail", news: "guided" },
    ]);
    const fromScreening = filed("land")
      .opens()
      .owner({ ...toProcedure, command: "guide" });
    const limits = ({ state }: Story) =>
      state.status === "guided" && state.limits.filter(({ id }) => id === "arbitration");
    expect(limits(story)).toEqual(limits(fromScreening));
  });
});

describe("the bureau refuses", () => {
  it("for a reason: the owner is told and goes on with the same deadlines", () => {
    const [before, after] = [atDepartment(), proposed().consenter(refuse)];
    expect(after.state).not.toHaveProperty("otherWay");
    expect(after.running).toEqual(before.running);
    expect(last(after)).toMatchObject({
      fact: { type: "otherWayRefused", unit: "housing", way: { id: "police" }, reason: refuse.reason },
      messages: [{ kind: "taskMail", to: "housing-handler", ask: "otherWayRefused" }],
    });
  });

  it("so that the same is not proposed again at this step unless its petitioner has added something", () => {
    const refused = proposed().consenter(refuse);
    expect(refused.ownerRefused(toBody())).toBe("refusedAlready");
    expect(refused.owner(toProcedure).state).toHaveProperty("otherWay");
    const added = refused.does({ type: "petitioner", act: { command: "addMaterial", material: "立案告知书" } });
    const again = added.owner(toBody());
    expect(again.state).toMatchObject({ otherWays: 2 });
    expect(again.consenter(refuse).ownerRefused(toBody())).toBe("refusedAlready");
    const above = refused.owner({ command: "reportUpward", reason: "-" }).opens();
    expect(above.owner(toBody()).state).toHaveProperty("otherWay");
  });

  it("at most six times in the life of a case", () => {
    let story = atDepartment();
    for (const n of [1, 2, 3, 4, 5, 6]) {
      story = story
        .does({ type: "petitioner", act: { command: "addMaterial", material: `第 ${n} 份` } })
        .owner(toBody())
        .consenter(refuse);
    }
    const more = story.does({ type: "petitioner", act: { command: "addMaterial", material: "又一份" } });
    expect(more.ownerRefused(toBody())).toBe("proposedOften");
    expect(offered(more)).not.toContain("proposeGuidance");
  });

  it("and can do nothing else by that turn, as the owner can decide nothing", () => {
    const story = proposed();
    expect(offeredTo("consenter", story.state, story.world)).toEqual(["agreeOtherWay", "refuseOtherWay"]);
    expect(doorOf(story.state, "consenter")).toBe("together");
    const otherwise = { command: "refuseObjection", reason: "-" } as const;
    expect(story.consenterRefused(otherwise)).toBe("notAtThisLevel");
    expect(story.ownerRefused(agree)).toBe("notAtThisLevel");
    const objecting = atDepartment().owner({ command: "object", rightUnit: "river", reason: "字".repeat(40) });
    expect(objecting.senderRefused(agree)).toBe("notAtThisLevel");
    expect(objecting.senderRefused(refuse)).toBe("notAtThisLevel");
  });

  it("alone what the policy no longer has", () => {
    const { bodies, routes } = directory.policy;
    const poorer = Directory.parse({
      ...directory,
      policy: {
        ...directory.policy,
        bodies: bodies.filter(({ id }) => id !== "police"),
        routes: routes.map((one) => (one.id === "arbitration" ? { ...one, id: "other" } : one)),
      },
    });
    expect(proposed().governed(poorer).consenterRefused(agree)).toBe("wayIsGone");
    expect(atDepartment().owner(toProcedure).governed(poorer).consenterRefused(agree)).toBe("wayIsGone");
    expect(proposed().governed(poorer).consenter(refuse).state).not.toHaveProperty("otherWay");
  });
});

describe("nobody decides", () => {
  it("in time: nothing is agreed to, and the bureau's head has to, in as many days", () => {
    const climbed = proposed().passes("2026-03-06T02:00:00.000Z");
    expect(types(climbed)).toContain("otherWayAwaited");
    expect(last(climbed)).toMatchObject({
      fact: { type: "otherWayClimbed", from: "bureau-handler", to: { staff: "bureau-head" }, decideBy: "2026-03-11" },
      messages: [{ kind: "taskMail", to: "bureau-head", ask: "decideOtherWay", lastDay: "2026-03-11" }],
    });
    expect(climbed.consenter(agree).state).toMatchObject({ status: "transferring", owner: "bureau-head" });
  });

  it("at all: the head is reminded every working morning, and the step's own end goes on", () => {
    const silent = proposed().passes("2026-03-13T02:00:00.000Z");
    const mails = silent.events.flatMap(({ at, messages }) =>
      messages.flatMap((one) => (one.kind === "taskMail" && one.to === "bureau-head" ? [at.slice(0, 10)] : [])),
    );
    expect(mails).toEqual(["2026-03-05", "2026-03-11", "2026-03-12", "2026-03-13"]);
    const over = proposed().passes("2026-03-18T02:00:00.000Z");
    expect(since(silent, over)).toEqual(expect.arrayContaining(["otherWayLapsed", "stepOverdue"]));
    expect(clockOf(over.state, "otherWayDecision")).toBeUndefined();
  });

  it("before the lift, which a case that is low leaves its step by all the same", () => {
    const sooner: Directory = { ...directory, policy: { ...directory.policy, liftAt: 5 } };
    const low = filed("estate", undefined, aboutNobody, sooner).opens().owner(toBody());
    const up = low.passes("2026-03-06T02:00:00.000Z");
    expect(since(low, up)).toEqual(expect.arrayContaining(["otherWayLapsed", "lifted"]));
    expect(up.state).toMatchObject({ status: "accepted", goingTo: "department" });
    expect(clockOf(up.state, "otherWayDecision")).toBeUndefined();
  });

  it("before the step is over otherwise: the proposal lapses on record, its clock stops, and its link is good for nothing", () => {
    const ways: ((story: Story) => Story)[] = [
      (story) => story.owner({ command: "reply", ...letter }),
      (story) => story.owner({ command: "reportUpward", reason: "-" }),
      (story) => story.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }),
      (story) => story.owner(promised("2026-03-09")).does({ type: "petitioner", act: { command: "agreeSettlement" } }),
    ];
    for (const ends of ways) {
      const before = proposed();
      const after = ends(before);
      expect(since(before, after)).toContain("otherWayLapsed");
      expect(clockOf(after.state, "otherWayDecision")).toBeUndefined();
      expect(roleIn(after.state, { stepNo: 1, staff: "bureau-handler", assignment: 2 })).toBeUndefined();
    }
  });
});

describe("whoever was to decide cannot", () => {
  it("as they have left, or no mail reaches them: whoever would be asked today decides, with a link of their own", () => {
    const without: Directory = {
      ...directory,
      staff: directory.staff.filter(({ id }) => id !== "bureau-handler"),
      duties: directory.duties.map((duty) =>
        duty.staff === "bureau-handler" ? { ...duty, staff: "bureau-colleague" } : duty,
      ),
    };
    const left = proposed().governed(without).does({ type: "handOver" });
    expect(left.state).toMatchObject({ otherWay: { decider: { staff: "bureau-colleague" } } });
    expect(last(left)).toMatchObject({
      fact: { type: "otherWayPassedOn", how: "left" },
      messages: [{ kind: "taskMail", to: "bureau-colleague", ask: "decideOtherWay", lastDay: "2026-03-05" }],
    });
    const turn = { stepNo: 1, staff: "bureau-handler", assignment: 2 };
    const unreached = proposed().does({ type: "passOn", turn, unreachable: ["bureau-handler"] });
    expect(unreached.state).toMatchObject({ otherWay: { decider: { staff: "bureau-head" } } });
  });

  it("as they have the step themselves: nobody decides on what they have proposed", () => {
    const away = [{ from: "2026-03-01", until: "2026-12-31" }];
    const alone: Directory = {
      ...directory,
      staff: directory.staff.map((person) => (person.unit === "housing" ? { ...person, away } : person)),
    };
    const story = filed("wages", undefined, aboutNobody, alone).opens();
    expect(story.state).toMatchObject({ unit: "housing", owner: "bureau-handler" });
    expect(story.owner(toBody()).state).toMatchObject({ otherWay: { decider: { staff: "bureau-head" } } });
  });
});
