import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { staffForms } from "#case/acts/every-act.ts";
import { clockOf, lastDayOf } from "#case/state/running.ts";
import { doorOf } from "#case/state/task-door.ts";
import { history, last } from "./any-history.ts";
import { filed, letter, type Story } from "./story.ts";

const upward = { command: "reportUpward", reason: "-" } as const;
const township = filed("estate").opens().owner(upward).opens();
const promising = (promisedFor: string) =>
  ({ command: "reply", ...letter, outcome: "promised", decision: "五月底前拆除", promisedFor }) as const;
const asks = (command: "openAnswer" | "confirmSettlement" | "takeBackAgreement") =>
  ({ type: "petitioner", act: { command } }) as const;
const denied = { type: "petitioner", act: { command: "denyPerformance", reason: "没有拆" } } as const;

/** Answered on 2 March and opened at once: the time for review ends on 1 April. */
const delivered = (promisedFor: string): Story => township.owner(promising(promisedFor)).does(asks("openAnswer"));
const long = delivered("2026-05-29");
const short = delivered("2026-03-20");

const facts = ({ events }: Story) => events.map(({ fact }) => fact.type);
const messages = ({ events }: Story) => events.flatMap((event) => event.messages);

describe("a letter that promises something", () => {
  it("names the day by which it is done, or is not issued", () => {
    const { promisedFor: _, ...undated } = promising("2026-05-29");
    expect(staffForms.read({ ...undated, promisedFor: " " })).toMatchObject({ problems: { promisedFor: "missing" } });
    expect(staffForms.read(promising("bald"))).toMatchObject({ problems: { promisedFor: "notADate" } });
    expect(township.ownerRefused(undated)).toBe("promiseWithoutDay");
    expect(township.ownerRefused(promising("2026-03-01"))).toBe("promiseInThePast");
    expect(township.ownerRefused(promising("2062-05-29"))).toBe("promiseYearsAhead");
    expect(lastDayOf(long.state, "performance")).toBe("2026-05-29");
  });

  it("names none where it promises nothing", () => {
    const answered = township.owner({ command: "reply", ...letter, promisedFor: "2026-05-29" });
    expect(answered.state).not.toHaveProperty("letter.promisedFor");
    expect(clockOf(answered.state, "performance")).toBeUndefined();
  });
});

describe("when the time for review is over before the promised day", () => {
  const after = long.passes("2026-04-03T02:00:00.000Z");

  it("the case stays open, with the author of the letter, who is told", () => {
    expect(after.state).toMatchObject({ status: "performing", owner: "river-handler", unit: "river" });
    expect(facts(after)).not.toContain("closed");
    expect(messages(after)).toContainEqual(expect.objectContaining({ ask: "keepPromise", to: "river-handler" }));
  });

  it("their link leads to what comes after an answer, and whoever has agreed to a settlement stays at the step", () => {
    expect(doorOf(after.state, "owner")).toBe("after");
    const settled = filed("estate")
      .opens()
      .owner({ command: "proposeSettlement", terms: "拆除", done: "byDay", promisedFor: "2026-03-06" })
      .does({ type: "petitioner", act: { command: "agreeSettlement" } });
    expect(settled.state.status).toBe("performing");
    expect(doorOf(settled.state, "owner")).toBe("step");
  });

  it("passes to who stands in, when its author is away by then", () => {
    const away = {
      ...long.world.directory,
      staff: long.world.directory.staff.map((person) =>
        person.id === "river-handler" ? { ...person, away: [{ from: "2026-03-20", until: "2026-04-20" }] } : person,
      ),
    };
    const stoodIn = long.governed(away).passes("2026-04-03T02:00:00.000Z");
    expect(stoodIn.state).toMatchObject({ status: "performing", owner: "river-head" });
  });

  it("the petitioner is asked on the day, and what they confirm counts as resolved from then on only", () => {
    const asked = after.passes("2026-05-30T02:00:00.000Z");
    expect(messages(asked)).toContainEqual(expect.objectContaining({ news: "performanceAsked" }));
    expect(after.refuses(asks("confirmSettlement"))).toBe("promisedDayIsAhead");
    const confirmed = asked.does(asks("confirmSettlement"));
    expect(confirmed.state).toMatchObject({ status: "closed", how: "settled", outcome: "resolved" });
    expect(confirmed.state).toHaveProperty("letter.promisedFor", "2026-05-29");
    expect(confirmed.running).toEqual([]);
  });

  it("its owner reports it done before the day, and the petitioner is asked at once", () => {
    const reported = after.owner({ command: "reportPerformance", performed: "已拆除" });
    expect(reported.state).toMatchObject({ status: "performing", settlement: { askedAt: after.now } });
  });
});

describe("when the promised day comes while the time for review runs", () => {
  const asked = short.passes("2026-03-23T02:00:00.000Z");

  it("the petitioner is asked, and may still ask for a review", () => {
    expect(asked.state.status).toBe("performing");
    expect(asked.state).toHaveProperty("settlement.askedAt");
    expect(lastDayOf(asked.state, "review")).toBe("2026-04-01");
    expect(messages(asked)).toContainEqual(expect.objectContaining({ ask: "promiseDue", to: "river-handler" }));
  });

  it("what is not done goes back to the level that promised it, with the law's clock as it stood", () => {
    const anew = asked.does(denied);
    expect(anew.state).toMatchObject({ status: "accepted", goingTo: "township", isAnew: true });
    expect(lastDayOf(anew.state, "handling")).toBe(lastDayOf(township.state, "handling"));
    expect(clockOf(anew.state, "review")).toBeUndefined();
    const signal = { kind: "signal", outcome: "takenUpAnew", startAt: "township", stepNo: asked.state.stepNo };
    expect(messages(anew)).toContainEqual(signal);
    expect(anew.opens().state).toMatchObject({ status: "handling", level: "township", stepNo: asked.state.stepNo + 1 });
  });

  it("nobody's word: taken up anew; the owner's alone: ended, and not as resolved", () => {
    expect(facts(asked.passes("2026-05-04T02:00:00.000Z"))).toContain("performanceUnreported");
    const reported = asked
      .owner({ command: "reportPerformance", performed: "已拆除" })
      .passes("2026-05-04T02:00:00.000Z");
    expect(reported.state).toMatchObject({ status: "closed", how: "unconfirmed" });
    expect(reported.state).not.toHaveProperty("outcome");
  });

  it("it is no agreement that could be taken back, and no petition that could be withdrawn any more", () => {
    expect(asked.refuses(asks("takeBackAgreement"))).toBe("nothingAgreed");
    const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
    expect(asked.refuses(withdraw)).toBe("tooLateToWithdraw");
  });
});

it("who has not read the letter is not asked whether its promise is kept", () => {
  const unread = township.owner(promising("2026-03-05")).passes("2026-03-12T02:00:00.000Z");
  expect(unread.state.status).toBe("delivering");
  expect(messages(unread)).not.toContainEqual(expect.objectContaining({ news: "performanceAsked" }));
  const read = unread.does(asks("openAnswer")).passes("2026-03-16T02:00:00.000Z");
  expect(read.state).toHaveProperty("settlement.askedAt");
});

it("no case ends as its letter's promise, and none as resolved that only a letter has promised", () => {
  fc.assert(
    fc.property(history, (states) => {
      const { state } = last(states);
      if (state.status !== "closed" || state.letter?.promisedFor === undefined) return;
      expect(state.how).not.toBe("windowClosed");
      expect(state.outcome === "resolved").toBe(state.how === "settled");
    }),
  );
});
