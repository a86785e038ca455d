import { describe, expect, it } from "vitest";
import { staffForms } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { firstDue } from "#case/state/due.ts";
import { clockOf, periodClock } from "#case/state/running.ts";
import { actor, stationOf } from "#case/state/standing.ts";
import { directory } from "./district.ts";
import { filed, promised, type Story, settled } from "./story.ts";

/** Monday, 2 March 2026, 10:00. */
const monday = "2026-03-02T02:00:00.000Z";
/** The promised day is Tuesday, 10 March; the step would end on the 9th. */
const day = "2026-03-10";
const overIt = "2026-03-10T16:00:00.000Z";

const petitioner = (act: PetitionerCommand, saw?: number) =>
  ({ type: "petitioner", act, ...(saw !== undefined && { saw }) }) as const;
const agree = { command: "agreeSettlement" } as const;
const confirm = { command: "confirmSettlement" } as const;
const deny = { command: "denyPerformance", reason: "还在漏" } as const;
const takeBack = { command: "takeBackAgreement" } as const;
const reopen = { command: "reopenSettlement" } as const;
const report = { command: "reportPerformance", performed: "周五换好了" } as const;

const open = () => filed("estate", monday).opens().owner({ command: "acknowledge" });
const proposed = () => open().owner(promised(day, "换水管"));
const agreed = () => proposed().does(petitioner(agree));
const asked = () => agreed().passes(overIt);
const reported = () => agreed().later("2026-03-06T02:00:00.000Z").owner(report);

const facts = (story: Story) => story.events.map(({ fact }) => fact.type);
const newest = (story: Story) => story.events.at(-1);
const signals = (story: Story) =>
  story.events.flatMap(({ messages }) => messages.flatMap((m) => (m.kind === "signal" ? [m.outcome] : [])));
const asks = (story: Story) =>
  newest(story)?.messages.flatMap((m) => (m.kind === "taskMail" ? [m.ask] : m.kind === "newsMail" ? [m.news] : []));
const answerBy = (story: Story) => periodClock(story.state, "handling").lastDay;

describe("a promise", () => {
  it("does not end the case four days before it is due: agreed to, it stays open, owned and in its step", () => {
    const before = proposed();
    const story = before.does(petitioner(agree));
    expect(story.state).toMatchObject({ status: "performing", settlement: { terms: "换水管", promisedFor: day } });
    expect(actor(story.state)).toEqual(actor(before.state));
    expect(stationOf(story.state)).toBe("community");
    expect(signals(story)).toEqual([]);
    expect(asks(story)).toEqual(["settlementAgreed", "settlementAgreed"]);
  });

  it("has a clock of its own, to the very day, in place of the step's; the law's goes on", () => {
    const story = agreed();
    expect(periodClock(story.state, "performance")).toMatchObject({ n: 1, lastDay: day, due: overIt });
    expect(clockOf(story.state, "step")).toBeUndefined();
    expect(answerBy(story)).toBe(answerBy(open()));
    expect(firstDue(story.state)).toEqual({ clock: "performance", lastDay: day });
  });

  it("may be for a rest day, and no calendar moves it", () => {
    const sunday = open().owner(promised("2026-03-08")).does(petitioner(agree));
    expect(periodClock(sunday.state, "performance").lastDay).toBe("2026-03-08");
    const late = sunday
      .announced({
        announced: "2026-03-05",
        reason: { zh: "台风", en: "Typhoon" },
        rest: ["2026-03-09"],
        work: [],
      })
      .recounted();
    expect(periodClock(late.state, "performance").lastDay).toBe("2026-03-08");
  });

  it("may be for today", () => {
    const story = open().owner(promised("2026-03-02")).does(petitioner(agree));
    expect(story.state).toMatchObject({ status: "performing" });
    expect(facts(story.passes("2026-03-02T16:00:00.000Z")).at(-1)).toBe("performanceDue");
  });

  it("is refused for a day that has passed, that is too far off, or that lies beyond the law's own", () => {
    expect(open().ownerRefused(promised("2026-03-01"))).toBe("promiseInThePast");
    expect(open().ownerRefused(promised("2026-04-02"))).toBe("promiseTooFar");
    expect(open().owner(promised("2026-04-01")).state).toHaveProperty("settlement.promisedFor", "2026-04-01");
    const late = filed("lamps", monday).opens();
    expect(answerBy(late)).toBe("2026-03-16");
    expect(late.ownerRefused(promised("2026-03-17"))).toBe("promiseTooFar");
    expect(late.owner(promised("2026-03-16")).state).toHaveProperty("settlement");
  });

  it("keeps its owner from answering, passing on or asking for more time, but not from having a colleague take over", () => {
    const reason = "-";
    const story = agreed();
    for (const act of [
      { command: "reportUpward", reason },
      { command: "askExtension", days: 3, reason },
      { command: "retractSettlement", reason },
      promised(day),
    ] as const) {
      expect(story.ownerRefused(act)).toBe("notAtThisLevel");
    }
    const passed = story.owner({ command: "reassign", to: "peach-colleague", reason });
    expect(passed.state).toMatchObject({ status: "performing", owner: "peach-colleague" });
  });

  it("ends a request for more time, which says why", () => {
    const township = open().owner({ command: "reportUpward", reason: "-" }).opens();
    const asking = township.owner({ command: "askExtension", days: 5, reason: "-" }).owner(promised(day));
    const story = asking.does(petitioner(agree));
    expect(story.events.slice(-2).map(({ fact }) => fact)).toMatchObject([
      { type: "extensionRefused", how: "notNeeded" },
      { type: "settlementAgreed" },
    ]);
  });

  it("reminds its owner while there is still time, and asks the petitioner once when its day is over", () => {
    const story = asked();
    expect(facts(story).slice(-3)).toEqual(["settlementAgreed", "reminded", "performanceDue"]);
    expect(asks(story)).toEqual(["performanceAsked", "promiseDue"]);
    expect(firstDue(story.state)).toEqual({ clock: "confirmation", lastDay: "2026-04-10" });
    expect(story.state).toMatchObject({ status: "performing", owner: "peach-handler" });
  });
});

describe("the petitioner's second answer", () => {
  it("is asked for no sooner than the promised day, unless the unit says that it is done", () => {
    expect(agreed().refuses(petitioner(confirm))).toBe("promisedDayIsAhead");
    expect(agreed().refuses(petitioner(deny))).toBe("promisedDayIsAhead");
    expect(offeredToPetitioner(agreed().state, agreed().world)).toEqual([
      "takeBackAgreement",
      "addMaterial",
      "correctContact",
      "nameAgent",
      "urge",
      "withdraw",
    ]);
    expect(asks(reported())).toEqual(["performanceAsked"]);
    expect(offeredToPetitioner(reported().state, reported().world)).toContain("confirmSettlement");
    expect(reported().ownerRefused(report)).toBe("reportedBefore");
  });

  it("yes: the case ends as settled, which alone counts as resolved", () => {
    for (const story of [asked(), reported()]) {
      const ended = story.does(petitioner(confirm));
      expect(ended.state).toMatchObject({ status: "closed", how: "settled", outcome: "resolved", running: [] });
      expect(signals(ended)).toEqual(["settled"]);
      expect(ended.running).toEqual([]);
    }
  });

  it("no: the level takes it up anew, its owner is mailed, and the law's clock has kept its day", () => {
    const before = asked().later("2026-03-11T02:00:00.000Z");
    const denied = before.does(petitioner(deny));
    expect(denied.state).toMatchObject({ status: "accepted", goingTo: "community" });
    expect(signals(denied)).toEqual(["takenUpAnew"]);
    expect(answerBy(denied)).toBe(answerBy(open()));
    const again = denied.opens();
    expect(again.state).toMatchObject({ status: "handling", level: "community", stepNo: 2, owner: "peach-handler" });
    expect(asks(again)).toEqual(["handleAnew"]);
  });

  it("silence, when the unit has said that it is done: told once more, then ended, and not as resolved", () => {
    const story = reported().passes("2026-04-30T16:00:00.000Z");
    expect(facts(story).slice(-2)).toEqual(["performanceAskedAgain", "settlementUnconfirmed"]);
    expect(story.state).toMatchObject({ status: "closed", how: "unconfirmed", running: [] });
    expect(story.state).not.toHaveProperty("outcome");
  });

  it("silence, when the unit has said nothing either: the level takes it up anew, and the petitioner is told", () => {
    const before = asked().passes("2026-04-10T15:00:00.000Z").later("2026-04-10T16:00:00.000Z");
    const story = before.does({ type: "ring", clock: { kind: "confirmation", n: 1 } });
    expect(facts(story).at(-1)).toBe("performanceUnreported");
    expect(story.state).toMatchObject({ status: "accepted", goingTo: "community", sentBy: "clock" });
    expect(asks(story)).toEqual(["performanceUnreported"]);
  });

  it("is the only one where it was done before it was proposed, or when its day was over before they agreed", () => {
    const already = open().owner(settled("换好了"));
    expect(already.refuses(petitioner(agree))).toBe("promisedDayIsOver");
    expect(already.does(petitioner(confirm)).state).toMatchObject({ status: "closed", how: "settled" });
    const slow = open().owner(promised("2026-03-05")).later("2026-03-06T02:00:00.000Z");
    expect(slow.refuses(petitioner(agree))).toBe("promisedDayIsOver");
    expect(slow.does(petitioner(confirm)).state).toMatchObject({ status: "closed" });
    expect(slow.does(petitioner({ command: "declineSettlement", reason: "没有" })).state).toMatchObject({
      status: "handling",
    });
  });
});

describe("the law's clock while something is agreed", () => {
  /** Agreed late: 75% of the 60 days pass on 16 April, the whole on 6 May. */
  const late = () => {
    const story = filed("estate", "2026-03-02T02:00:00.000Z").passes("2026-04-10T02:00:00.000Z", { opening: true });
    const townships = story.state.status === "handling" ? story : story.opens();
    return townships.owner(promised("2026-05-01")).does(petitioner(agree));
  };

  it("reminds nobody, lifts nothing and calls nobody late, however long the petitioner takes", () => {
    const before = late();
    const after = before.passes("2026-05-20T02:00:00.000Z");
    expect(facts(after).slice(before.events.length)).toEqual(["reminded", "performanceDue", "performanceAskedAgain"]);
    expect(answerBy(after)).toBe(answerBy(before));
  });

  it("does what it has let pass as soon as the matter is taken up anew", () => {
    const denied = late().passes("2026-05-20T02:00:00.000Z").does(petitioner(deny));
    const rung = denied.passes("2026-05-20T02:01:00.000Z");
    expect(facts(rung).at(-1)).toBe("statutoryOverdue");
    expect(rung.opens().state).toMatchObject({ level: "department" });
  });
});

describe("seven days to think better of it", () => {
  it("the agreement is taken back with one word, and the level takes the matter up anew", () => {
    const story = agreed().later("2026-03-09T15:00:00.000Z").does(petitioner(takeBack));
    expect(story.state).toMatchObject({ status: "accepted", goingTo: "community" });
    expect(signals(story)).toEqual(["takenUpAnew"]);
    expect(story.running.map(({ clock }) => clock.kind)).toEqual(["handling"]);
  });

  it("not later, and not what nobody has agreed to", () => {
    expect(agreed().later("2026-03-09T16:00:00.000Z").refuses(petitioner(takeBack))).toBe("tooLateToTakeBack");
    expect(proposed().refuses(petitioner(takeBack))).toBe("nothingAgreed");
  });

  it("a case that has ended as settled is reopened where it was settled, with the law's clock as it was", () => {
    for (const ended of [
      reported().does(petitioner(confirm)),
      open().owner(settled()).does(petitioner(confirm)),
      reported().passes("2026-04-08T16:00:00.000Z"),
    ]) {
      expect(ended.state.status).toBe("closed");
      const story = ended.does(petitioner(reopen));
      expect(story.state).toMatchObject({ status: "accepted", goingTo: "community", epoch: 2 });
      expect(newest(story)?.messages).toEqual([{ kind: "start", epoch: 2, startAt: "community" }]);
      expect(periodClock(story.state, "handling")).toEqual(periodClock(open().state, "handling"));
      expect(story.opens().state).toMatchObject({ status: "handling", stepNo: 2, level: "community" });
      expect(story.opens().running.map(({ clock }) => clock.kind)).toEqual(["handling", "step"]);
    }
  });

  it("reminds nobody a second time of what its clock was reminded of before", () => {
    const half = filed("estate", monday).passes("2026-04-07T02:00:00.000Z", { opening: true });
    expect(clockOf(half.state, "handling")?.reminded).toBe(50);
    const story = half.owner(settled()).does(petitioner(confirm)).does(petitioner(reopen)).opens();
    const later = story.passes("2026-04-08T02:00:00.000Z");
    expect(clockOf(later.state, "handling")?.reminded).toBe(50);
    expect(later.events).toHaveLength(story.events.length);
  });

  it("a clock that had run out stays so when its case is reopened", () => {
    const over = filed("estate", monday).passes("2026-05-25T02:00:00.000Z", { opening: true });
    expect(clockOf(over.state, "handling")?.ranOut).toBe(true);
    const story = over.owner(settled()).does(petitioner(confirm)).does(petitioner(reopen));
    expect(clockOf(story.state, "handling")).toEqual(clockOf(over.state, "handling"));
    expect(story.state).toHaveProperty("supervisedSince");
  });

  it("not once its days are over, nor a case that ended otherwise", () => {
    const ended = reported().does(petitioner(confirm));
    expect(ended.later("2026-03-13T16:00:00.000Z").refuses(petitioner(reopen))).toBe("tooLateToReopen");
    const withdrawn = open().does(petitioner({ command: "withdraw", understood: "yes" }));
    expect(withdrawn.refuses(petitioner(reopen))).toBe("tooLateToReopen");
  });
});

describe("what a person saw is what they decide on", () => {
  const withdraw = { command: "withdraw", understood: "yes" } as const;

  it("nothing counts on a page that has been overtaken: the proposal was changed under way", () => {
    const before = proposed();
    const saw = before.state.told;
    const changed = before
      .owner({ command: "retractSettlement", reason: "材料没有到" })
      .owner(promised("2026-03-12", "换阀门"));
    for (const act of [agree, { command: "declineSettlement", reason: "不同意" } as const, withdraw]) {
      expect(changed.refuses(petitioner(act, saw))).toBe("pageOutdated");
    }
    expect(changed.does(petitioner(agree)).state).toHaveProperty("settlement.terms", "换阀门");
    const gone = before.owner({ command: "retractSettlement", reason: "材料没有到" });
    expect(gone.refuses(petitioner(agree, saw))).toBe("noSettlementPending");
  });

  it("what only the office is told of overtakes no page", () => {
    const before = proposed();
    const reminded = before.passes("2026-03-06T06:00:00.000Z");
    expect(facts(reminded).at(-1)).toBe("reminded");
    expect(reminded.does(petitioner(agree, before.state.told)).state.status).toBe("performing");
  });

  const decisions: [string, () => Story, PetitionerCommand][] = [
    ["agree", proposed, agree],
    ["decline", proposed, { command: "declineSettlement", reason: "不同意" }],
    ["confirm", asked, confirm],
    ["deny", asked, deny],
    ["take back", agreed, takeBack],
    ["reopen", () => reported().does(petitioner(confirm)), reopen],
    ["withdraw", open, withdraw],
    ["undo a withdrawal", () => open().does(petitioner(withdraw)), { command: "undoWithdrawal" }],
  ];
  it.each(decisions)("the same sent twice is done once, and the second answers like the first: %s", (_, story, act) => {
    const before = story();
    const saw = before.state.told;
    const once = before.does(petitioner(act, saw));
    const twice = once.does(petitioner(act, saw));
    expect(twice.events).toEqual(once.events);
    expect(newest(once)?.by).toEqual({ kind: "petitioner", saw });
  });

  it("an old page does not repeat a decision that another has overtaken since", () => {
    const before = proposed();
    const saw = before.state.told;
    const back = before.does(petitioner(agree, saw)).does(petitioner(takeBack));
    expect(back.refuses(petitioner(agree, saw))).toBe("noSettlementPending");
  });
});

describe("the form of a proposal", () => {
  const read = (typed: Record<string, string>) =>
    staffForms.read({ command: "proposeSettlement", terms: "换水管", ...typed });

  it("asks whether it is done already or by which day it will be", () => {
    expect(read({ done: "byDay", promisedFor: " 2026-03-10 " })).toEqual({ act: promised(day, "换水管") });
    expect(read({ done: "already", promisedFor: "" })).toEqual({ act: settled("换水管") });
    expect(read({ promisedFor: "" })).toEqual({ problems: { done: "missing" }, broken: false });
  });

  it("names a day that is missing together with all else", () => {
    const typed = { command: "proposeSettlement", terms: " ", done: "byDay", promisedFor: "" };
    expect(staffForms.read(typed)).toEqual({ problems: { terms: "missing", promisedFor: "missing" }, broken: false });
    expect(read({ done: "byDay", promisedFor: "下周五" })).toMatchObject({ problems: { promisedFor: "notADate" } });
  });

  it("has the policy's rules", () => {
    const { performance, confirmation, takeBack: back } = directory.policy.clocks;
    expect([performance.days, confirmation.days, back.days]).toEqual([30, 30, 7]);
  });
});
