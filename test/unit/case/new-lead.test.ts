import { describe, expect, test } from "vitest";
import type { Command } from "#case/acts/command.ts";
import { asksIn, nextLead } from "#case/acts/new-lead.ts";
import type { Case, In } from "#case/state/case.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { minutesLater } from "#clock/period.ts";
import { filed, hears, letterOn, type Story } from "./story.ts";

const officer = "bureau-colleague";
const leadId = "AH-2026-0002-k7m2p9x4c3vb";
const thirdId = "AH-2026-0003-k7m2p9x4c3vb";
const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
const text = "T".repeat(43);

const heard = (): Story => {
  const atTownship = filed("estate").opens().owner({ command: "reportUpward", reason: "超出权限" }).opens();
  return atTownship.owner(hears(atTownship.now));
};
const like = <C extends Case>(state: C, given: Partial<Case>): C => Object.assign({ ...state }, given);
const merged = (): Story => {
  const story = heard();
  return story.does({ type: "mergeInto", by: officer, lead: like(story.state, { id: leadId }), asks: [1] });
};
/** One that is handled in the lead. @param n where it comes in the order of filing */
const member = (n: number, given: Partial<In<"merged">> = {}): In<"merged"> => {
  const { state } = merged();
  if (state.status !== "merged") throw new Error(`It is ${state.status}`);
  const filedAt = { id: `AH-2026-01${n}0-k7m2p9x4c3vb`, registeredAt: `2026-02-2${n}T02:00:00.000Z` };
  return Object.assign({ ...state, ...filedAt }, given);
};
/** The lead, withdrawn; it had stood at a level. */
const lead = (to: "community" | "department" = "department"): In<"withdrawing"> => {
  const { state } = heard().does(withdraw);
  if (state.status !== "withdrawing") throw new Error(`It is ${state.status}`);
  return { ...state, id: leadId, back: { to, isNew: false } };
};
const last = ({ events }: Story) => events.at(-1);
/** The clocks of a petition filed on another day. */
const clocksOf = (filedAt: string) => filed("estate", filedAt).opens().state.running;
const sooner = clocksOf("2026-02-20T02:00:00.000Z");

describe("of those that were handled in one that is withdrawn", () => {
  const idOf = (...together: In<"merged">[]) => nextLead(together)?.id;

  test("the one filed first leads, in whatever order they were merged", () => {
    expect(idOf(member(3), member(1), member(2))).toBe(member(1).id);
    const atOnce = { registeredAt: member(1).registeredAt };
    expect(idOf(member(3, atOnce), member(2, atOnce))).toBe(member(2).id);
  });

  test("none leads where one is left, or no two fit", () => {
    expect([nextLead([]), nextLead([member(1)])]).toEqual([undefined, undefined]);
    expect(idOf(member(1, { asks: [1], requests: 1 }), member(2, { asks: [2], requests: 1 }))).toBeUndefined();
  });

  test.each<[string, Partial<In<"merged">>, Partial<In<"merged">>]>([
    ["whose requests are all of the others'", {}, { asks: [2, 1], requests: 2 }],
    ["that is urgent, where one is", {}, { urgent: true }],
    ["that is about everybody whom they are about", {}, { about: { units: ["housing"], staff: [] } }],
    ["whose time ends first", {}, { running: sooner }],
  ])("it is one %s", (_, first, second) => {
    expect(idOf(member(1, first), member(2, second))).toBe(member(2).id);
  });

  test("it is the one that most can follow, where nobody can lead all", () => {
    const alone = member(1, { asks: [3] });
    const pair = [member(2, { asks: [1, 2], requests: 2 }), member(3, { asks: [2] }), member(4, { asks: [1] })];
    expect(idOf(alone, ...pair)).toBe(member(2).id);
  });

  test("the requests of one are found in another by what both are the same as", () => {
    expect(asksIn({ asks: [3, 1] }, { asks: [1, 3, 1] })).toEqual([2, 1, 2]);
    expect(asksIn({ asks: [3] }, { asks: [1, 3] })).toBeUndefined();
  });
});

describe("the one that leads from now on", () => {
  test("goes on at the higher level of the two, and its petitioner gets no mail: it is handled together as before", () => {
    for (const [stood, goingTo] of [
      ["department", "department"],
      ["community", "township"],
    ] as const) {
      const before = merged();
      const after = before.does({ type: "takeLead", from: lead(stood) });
      expect(after.state).toMatchObject({ status: "accepted", goingTo, epoch: 2 });
      expect(last(after)?.fact).toMatchObject({ type: "unmerged", why: "leadsNow", lead: leadId, to: goingTo });
      expect(last(after)?.messages).toEqual([{ kind: "start", epoch: 2, startAt: goingTo }]);
      const law = ({ state }: Story) => state.running.filter(({ clock }) => clock.family === "statutory");
      expect(law(after)).toEqual(law(before));
    }
  });

  test("takes it once, and from the one in which it was handled alone, while that is withdrawn", () => {
    const before = merged();
    const nothing = (from: Case) => expect(before.does({ type: "takeLead", from }).events).toEqual(before.events);
    nothing({ ...lead(), id: thirdId });
    nothing(like(heard().state, { id: leadId }));
    const after = before.does({ type: "takeLead", from: lead() });
    expect(after.does({ type: "takeLead", from: lead() }).events).toEqual(after.events);
  });

  test("is known of the withdrawn one, once; its petitioner is told nothing by it, and no page of theirs is overtaken", () => {
    const rests = heard().does(withdraw);
    const inIt = (id: string) => ({ ...member(1), id, lead: rests.state.id });
    const after = rests.does({ type: "passLead", to: inIt(thirdId) });
    expect(after.state).toMatchObject({ leadPassedTo: thirdId, told: rests.state.told });
    expect(last(after)).toMatchObject({ fact: { type: "leadPassed", to: thirdId, asks: [1] }, messages: [] });
    expect(after.does({ type: "passLead", to: inIt(leadId) }).events).toEqual(after.events);
    expect(after.does({ type: "petitioner", act: { command: "undoWithdrawal" } }).state.status).toBe("accepted");
    // One that is handled elsewhere by now, and one in which nothing is withdrawn.
    expect(rests.does({ type: "passLead", to: { ...inIt(thirdId), lead: leadId } }).events).toEqual(rests.events);
    const open = heard();
    expect(open.does({ type: "passLead", to: inIt(thirdId) }).events).toEqual(open.events);
  });

  test("takes those that follow as the bureau's merger does: its owner, where it has one, is mailed of the first", () => {
    const taken = heard().does({ type: "takeFollower", member: member(1), from: leadId, asks: [1] });
    expect(taken.state.members).toEqual([member(1).id]);
    expect(last(taken)).toMatchObject({
      by: { kind: "case", id: leadId },
      messages: [{ kind: "taskMail", ask: "casesMerged", to: "river-handler" }],
    });
    const second = taken.does({ type: "takeFollower", member: member(2), from: leadId, asks: [1] });
    expect([second.state.members?.length, last(second)?.messages]).toEqual([2, []]);
    const onItsWay = merged().does({ type: "takeLead", from: lead() });
    expect(last(onItsWay.does({ type: "takeFollower", member: member(1), from: leadId, asks: [1] }))?.messages).toEqual(
      [],
    );
  });
});

describe("one that follows", () => {
  const follows = (given: Partial<Case> = {}, asks = [1]): Command => ({
    ...{ type: "followLead", from: leadId, asks },
    lead: like(heard().state, { ...given, id: thirdId }),
  });

  test("stays what it is, in another one; its clocks are untouched, and it hears what comes of that one", () => {
    const before = merged();
    const after = before.does(follows());
    expect(after.state).toMatchObject({ status: "merged", lead: thirdId, asks: [1], running: before.state.running });
    expect(last(after)?.messages).toEqual([]);
    expect(last(after)?.fact).toEqual({ type: "leadChanged", from: leadId, lead: thirdId, asks: [1] });
    // Once; and what the withdrawn one does is none of its concern any more.
    expect(after.does(follows()).events).toEqual(after.events);
    const withdrawn = { type: "carry", carried: { what: "withdrawn" } } as const;
    expect(after.does({ ...withdrawn, from: leadId }).events).toEqual(after.events);
    const later = after.later(minutesLater(after.now, 60));
    expect(later.does({ ...withdrawn, from: thirdId }).state.status).toBe("accepted");
    expect(later.does({ type: "petitioner", act: { command: "handleAlone" } }).state.status).toBe("accepted");
  });

  test.each<[string, Command, Refusal]>([
    ["whose request the other does not make", follows({}, [2]), "asksDoNotMatch"],
    ["whose time ends before the other's", follows({ running: clocksOf("2026-03-20T02:00:00.000Z") }), "dueBeforeLead"],
    ["of another track", follows({ track: "suggestion" }), "tracksDiffer"],
    [
      "of which the other leads as many as can be",
      follows({ members: Array.from({ length: 99 }, (_, n) => `AH-2026-${1000 + n}-k7m2p9x4c3vb`) }),
      "groupFull",
    ],
    [
      "once the other is answered",
      follows(heard().owner({ command: "reply", ...letterOn("petition") }).state),
      "notMergeable",
    ],
    ["once the other is withdrawn as well", follows(heard().does(withdraw).state), "notMergeable"],
    [
      "while the other waits for its petitioner's word",
      follows(
        heard().owner({ command: "proposeSettlement", terms: text, done: "already", promisedFor: undefined }).state,
      ),
      "settlementPending",
    ],
  ])("is none %s", (_, command, refusal) => {
    expect(merged().refuses(command)).toBe(refusal);
  });
});
