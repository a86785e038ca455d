import { describe, expect, test } from "vitest";
import type { Command } from "#case/acts/command.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { answerParts } from "#case/acts/letter.ts";
import type { Case } from "#case/state/case.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { actor, partsIn, stationOf } from "#case/state/standing.ts";
import { minutesLater } from "#clock/period.ts";
import { filed, hears, letterOn, type Story } from "./story.ts";

const officer = "bureau-colleague";
const other = "AH-2026-0002-k7m2p9x4c3vb";
const text = "T".repeat(43);

const heard = (): Story => {
  const atTownship = filed("estate").opens().owner({ command: "reportUpward", reason: "超出权限" }).opens();
  return atTownship.owner(hears(atTownship.now));
};
/** Another petition that stands as a story does. */
const like = ({ state }: Story, given: Partial<Case> = {}): Case => Object.assign({ ...state, id: other }, given);

const into = (lead: Case, asks: number[] = [1], by = officer): Command => ({ type: "mergeInto", by, lead, asks });
const takes = (member: Case, asks: number[] = [1]): Command => ({ type: "takeMember", by: officer, member, asks });
const merged = (): Story => {
  const story = heard();
  return story.does(into(like(story)));
};
const leading = (): Story => {
  const story = heard();
  return story.does(takes(like(story)));
};
const last = ({ events }: Story) => events.at(-1);
const later = (story: Story): Story => story.later(minutesLater(story.now, 60));

describe("a petition that is merged with another", () => {
  test("belongs to nobody, stands nowhere in the workflow, and keeps the law's clock as it is", () => {
    const before = heard();
    const after = before.does(into(like(before)));
    expect(after.state).toMatchObject({ status: "merged", lead: other, asks: [1], back: { to: "township" } });
    expect([actor(after.state), stationOf(after.state), partsIn(after.state)]).toEqual([undefined, undefined, []]);
    const lawful = ({ state }: Story) => state.running.filter(({ clock }) => clock.family === "statutory");
    expect(lawful(after)).toEqual(lawful(before));
    expect(after.state.running.every(({ clock }) => clock.family === "statutory")).toBe(true);
  });

  test("tells its workflow, its owner and its petitioner; what was open beside its step lapses on record", () => {
    const asked = heard().owner({ command: "askExtension", days: 5, reason: "情况复杂" });
    const after = asked.does(into(like(heard())));
    expect(after.events.slice(-2).map(({ fact }) => fact.type)).toEqual(["extensionRefused", "merged"]);
    expect(last(after)?.messages).toMatchObject([
      { kind: "signal", outcome: "ended" },
      { kind: "taskMail", ask: "mergedAway", to: "river-handler" },
      { kind: "newsMail", news: "merged" },
    ]);
  });

  test("is late by its own time, whatever the other one is", () => {
    const after = merged().passes("2026-06-01T02:00:00.000Z");
    expect(after.events.map(({ fact }) => fact.type)).toContain("statutoryOverdue");
    expect(after.state.status).toBe("merged");
  });

  test("is answered with the one that leads, by a letter of its own, which its author delivers", () => {
    const story = later(merged());
    const parts = answerParts(story.state, { level: "township", track: "petition" }, letterOn("petition"), story.world);
    if (parts === undefined) throw new Error("Nothing is answered");
    const author = { unit: "river", staff: "river-handler" };
    const answered = { what: "answered", author, ownersUnit: "river", level: "township", parts } as const;
    const after = story.does({ type: "carry", from: other, carried: answered });
    expect(after.state).toMatchObject({ status: "delivering", answeredBy: author, epoch: 2 });
    const fact = last(after)?.fact;
    expect(fact?.type === "repliedWithLead" && fact.letter.number).toContain("0001");
    expect(last(after)?.messages).toEqual([
      { kind: "start", epoch: 2, startAt: "window" },
      { kind: "newsMail", news: "answered" },
    ]);
    expect(partsIn(after.state)).toMatchObject([{ staff: "river-handler", role: "owner", stepNo: 3 }]);
    // What is carried again comes of nothing.
    expect(after.does({ type: "carry", from: other, carried: answered }).events).toEqual(after.events);
    const opened = later(after).does({ type: "petitioner", act: { command: "openAnswer" } });
    expect(opened.state.status).toBe("window");
  });

  test("has its time extended with the one that leads, once, by a letter of its own", () => {
    const story = merged();
    const more = {
      what: "extended",
      ...{ days: 30, reason: text, unit: "river" },
      approvedBy: { zh: "柳溪街道", en: "River township" },
    } as const;
    const after = story.does({ type: "carry", from: other, carried: more });
    expect(last(after)?.fact).toMatchObject({ type: "extendedWithLead", letter: { days: 30, kind: "extension" } });
    const due = ({ running }: Story) => running.find(({ clock }) => clock.kind === "handling")?.clock;
    expect(due(after)).toMatchObject({ start: due(story)?.start, extendedBy: 30 });
    expect(after.does({ type: "carry", from: other, carried: more }).events).toEqual(after.events);
  });

  test.each([
    ["petitioner", { type: "petitioner", act: { command: "handleAlone" } }],
    ["bureau", { type: "unmerge", by: officer }],
    ["leadWithdrawn", { type: "carry", from: other, carried: { what: "withdrawn" } }],
  ] as const)("goes on where it stood, by a new execution, by the word of: %s", (why, command) => {
    const after = later(merged()).does(command);
    expect(after.state).toMatchObject({ status: "accepted", goingTo: "township", epoch: 2 });
    expect(last(after)?.fact).toMatchObject({ type: "unmerged", why, lead: other });
    const kinds = last(after)?.messages.map((message) => message.kind);
    expect(kinds).toContain("start");
    // Whoever leads it learns of it, unless it is that one that has gone.
    expect(kinds?.includes("carry")).toBe(why !== "leadWithdrawn");
    expect(after.opens().state).toMatchObject({ status: "handling", level: "township" });
  });

  test("can be withdrawn, and undone; whoever leads it learns of it", () => {
    const rests = merged().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    expect(rests.state).toMatchObject({ status: "withdrawing", back: { to: "township" } });
    expect(last(rests)?.messages).toContainEqual({ kind: "carry", to: other });
    expect(rests.does({ type: "petitioner", act: { command: "undoWithdrawal" } }).opens().state).toMatchObject({
      status: "handling",
      level: "township",
    });
  });

  test("takes what its petitioner adds, and the one that leads is told of it once", () => {
    const added = merged().does({ type: "petitioner", act: { command: "addMaterial", material: text } });
    expect(last(added)?.messages).toContainEqual({ kind: "carry", to: other });
    const told = leading().does({ type: "carry", from: other, carried: { what: "brought", seq: 9 } });
    expect(last(told)?.messages).toMatchObject([{ kind: "taskMail", ask: "memberBrought", to: "river-handler" }]);
  });

  test("offers its petitioner the way out, and nobody whom it is not merged with", () => {
    const { state, world } = merged();
    expect(offeredToPetitioner(state, world)).toContain("handleAlone");
    expect(offeredToPetitioner(heard().state, world)).not.toContain("handleAlone");
    expect(heard().refuses({ type: "unmerge", by: officer })).toBe("notMerged");
  });

  test("hears nothing from a case that does not lead it", () => {
    const stranger = "AH-2026-0003-k7m2p9x4c3vb";
    const story = merged();
    expect(story.does({ type: "carry", from: stranger, carried: { what: "withdrawn" } }).events).toEqual(story.events);
  });
});

describe("a petition that leads", () => {
  test("stays where it is, and its owner is mailed of the first", () => {
    const story = leading();
    expect(story.state).toMatchObject({ status: "handling", members: [other] });
    expect(last(story)?.messages).toMatchObject([{ kind: "taskMail", ask: "casesMerged", to: "river-handler" }]);
    const second = story.does(takes(like(heard(), { id: "AH-2026-0003-k7m2p9x4c3vb" })));
    expect(second.state.members).toHaveLength(2);
    expect(last(second)?.messages).toEqual([]);
  });

  test("goes up with those that it leads, and carries its answer to each of them", () => {
    const two = leading().does(takes(like(heard(), { id: "AH-2026-0003-k7m2p9x4c3vb" })));
    const above = two.owner({ command: "reportUpward", reason: "超出权限" }).opens();
    expect(above.state.members).toHaveLength(2);
    const replied = above.owner({ command: "reply", ...letterOn("petition") });
    expect(last(replied)?.messages.filter(({ kind }) => kind === "carry")).toEqual([
      { kind: "carry", to: other },
      { kind: "carry", to: "AH-2026-0003-k7m2p9x4c3vb" },
    ]);
    expect(replied.state.members).toBeUndefined();
  });

  test("carries more time, and its withdrawal, which lets the others go", () => {
    const asked = leading().owner({ command: "askExtension", days: 5, reason: text });
    const approved = asked.head({ command: "approveExtension" });
    expect(last(approved)?.messages).toContainEqual({ kind: "carry", to: other });
    const rests = approved.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    expect(last(rests)?.messages).toContainEqual({ kind: "carry", to: other });
    expect(rests.state.members).toBeUndefined();
  });

  test("is not settled with one petitioner for all", () => {
    const refused = leading().ownerRefused({
      command: "proposeSettlement",
      terms: text,
      done: "already",
      promisedFor: undefined,
    });
    expect(refused).toBe("othersMerged");
  });

  test("knows of one less once that has left", () => {
    const story = leading().does({ type: "carry", from: other, carried: { what: "left" } });
    expect(story.state.members).toBeUndefined();
    expect(
      story.owner({ command: "proposeSettlement", terms: text, done: "already", promisedFor: undefined }).state.status,
    ).toBe("handling");
  });
});

describe("two petitions are not merged", () => {
  const story = heard();
  const proposes = { command: "proposeSettlement", terms: text, done: "already", promisedFor: undefined } as const;
  const sooner: Case = filed("estate", "2026-02-20T02:00:00.000Z").opens().state;

  const refused: [string, Story, Command, Refusal][] = [
    ["by somebody who is not of the bureau", story, into(like(story), [1], "river-handler"), "notOfTheBureau"],
    [
      "by an officer whom one of them is about",
      story,
      into(like(story, { about: { units: [], staff: [officer] } })),
      "complainedAbout",
    ],
    ["when they are one", story, into(story.state), "mergesItself"],
    ["before it is accepted", filed("land").opens(), into(like(story)), "notMergeable"],
    [
      "with one that is answered",
      story,
      into(like(story.owner({ command: "reply", ...letterOn("petition") }))),
      "notMergeable",
    ],
    [
      "with one that is withdrawn",
      story,
      into(like(story.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }))),
      "notMergeable",
    ],
    ["when one is handled the simple way", filed("lamps").opens(), into(like(story)), "trackNotMerged"],
    ["while a settlement waits for its petitioner", story.owner(proposes), into(like(story)), "settlementPending"],
    ["while one waits for the petitioner of the other", story, into(like(story.owner(proposes))), "settlementPending"],
    ["with one of another track", story, into(like(story, { track: "suggestion" })), "tracksDiffer"],
    ["when it leads others itself", leading(), into(like(story, { id: "AH-2026-0003-k7m2p9x4c3vb" })), "leadsOthers"],
    [
      "with one that leads as many as can be",
      story,
      into(like(story, { members: Array.from({ length: 99 }, (_, n) => `AH-2026-${1000 + n}-k7m2p9x4c3vb`) })),
      "groupFull",
    ],
    [
      "when it is urgent and the other is not",
      story.does({ type: "markUrgent", by: officer, why: "danger" }),
      into(like(story)),
      "leadNotUrgent",
    ],
    [
      "when the other could bring it to whom it is about",
      story,
      takes(like(story, { about: { units: ["housing"], staff: [] } })),
      "aboutOthers",
    ],
    ["when its time ends sooner", story, takes(like(story, { running: sooner.running })), "dueBeforeLead"],
    ["when its petitioner was not heard", filed("estate").opens(), into(like(story)), "memberUnheard"],
    ["when a request of it is left out", story, into(like(story), [1, 1]), "asksDoNotMatch"],
    ["when a request of it is none of the other's", story, into(like(story), [2]), "asksDoNotMatch"],
  ];
  test.each(refused)("%s", (_, before, command, refusal) => {
    expect(before.refuses(command)).toBe(refusal);
  });
});
