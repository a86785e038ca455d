import { describe, expect, it } from "vitest";
import { offeredToPetitioner, petitionerForms } from "#case/acts/petitioner-acts.ts";
import { isOpen } from "#case/state/case.ts";
import { stepDue } from "#case/state/due.ts";
import { actor, partsIn, stationOf } from "#case/state/standing.ts";
import { filed, letter, type Story } from "./story.ts";

const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
const reason = "超出权限";

const screening = () => filed("land").opens();
const onItsWay = () => screening().owner({ command: "accept" });
const atTownship = () => filed("estate").opens().owner({ command: "reportUpward", reason }).opens();
const answered = () => atTownship().owner({ command: "reply", ...letter });
const proposed = () =>
  atTownship().owner({ command: "proposeSettlement", terms: "修好", done: "already", promisedFor: undefined });
const asking = () => atTownship().owner({ command: "askExtension", days: 5, reason });

const before: Record<string, () => Story> = {
  "registered and on its way to the bureau": () => filed("land"),
  "examined for acceptance": screening,
  "accepted and on its way": onItsWay,
  "accepted by policy and on its way": () => filed("estate"),
  "handled by the community": () => filed("estate").opens(),
  "handled by the township": atTownship,
  "handled, with a settlement proposed": proposed,
  "handled, with more time asked for": asking,
  "handled by the leader, late and supervised": () =>
    filed("lamps").passes("2026-06-01T02:00:00.000Z", { opening: true }),
};

describe.each(Object.entries(before))("a petition that is %s", (_, told) => {
  const story = told();

  it("can be withdrawn: it ends, and belongs to nobody", () => {
    expect(offeredToPetitioner(story.state, story.world)).toContain("withdraw");
    const { state } = story.does(withdraw);
    expect(state).toMatchObject({ status: "withdrawn", closedAt: story.now });
    expect([actor(state), stationOf(state), partsIn(state)]).toEqual([undefined, undefined, []]);
  });

  it("has no clock afterwards, in its state and in its rows", () => {
    expect(story.state.running.length).toBeGreaterThan(0);
    const after = story.does(withdraw);
    expect(after.state.running).toEqual([]);
    expect(after.running).toEqual([]);
    expect(after.passes("2027-01-01T00:00:00.000Z").events).toEqual(after.events);
  });

  it("tells its workflow and its owner, where a step is open, and mails nothing else", () => {
    const messages = story.does(withdraw).events.at(-1)?.messages;
    const owner = actor(story.state);
    if (owner === undefined) {
      expect(messages).toEqual([]);
      return;
    }
    if (!isOpen(story.state)) throw new Error(`Somebody has it, but no step is open: ${story.state.status}`);
    const { staff: to, stepNo, assignment } = owner;
    const { lastDay } = stepDue(story.state);
    expect(messages).toEqual([
      { kind: "signal", stepNo, outcome: "ended" },
      { kind: "taskMail", to, ask: "ended", stepNo, assignment, lastDay },
    ]);
  });

  it("cannot be withdrawn twice, nor worked on afterwards", () => {
    const after = story.does(withdraw);
    expect(after.refuses(withdraw)).toBe("tooLateToWithdraw");
    expect(offeredToPetitioner(after.state, after.world)).toEqual([]);
    const owner = actor(story.state);
    if (owner === undefined) return;
    const { staff: by, stepNo, assignment } = owner;
    expect(after.refuses({ type: "staff", by, stepNo, assignment, act: { command: "acknowledge" } })).toBe("ended");
  });
});

describe("what is open beside the step", () => {
  it("lapses with a withdrawal, on record", () => {
    const facts = (story: Story) =>
      story
        .does(withdraw)
        .events.slice(story.events.length)
        .map(({ fact }) => fact.type);
    expect(facts(proposed())).toEqual(["settlementLapsed", "withdrawn"]);
    expect(facts(asking())).toEqual(["extensionRefused", "withdrawn"]);
    expect(facts(atTownship())).toEqual(["withdrawn"]);
  });
});

describe("a petition that has been answered or has ended", () => {
  it.each([
    ["on the way to its reader", answered],
    ["delivered", () => answered().does({ type: "petitioner", act: { command: "openAnswer" } })],
    ["settled", () => proposed().does({ type: "petitioner", act: { command: "confirmSettlement" } })],
    [
      "not accepted",
      () => screening().owner({ command: "notAccept", ground: "court", where: undefined, explanation: reason }),
    ],
  ])("cannot be withdrawn: %s", (_, told) => {
    const story = told();
    expect(offeredToPetitioner(story.state, story.world)).not.toContain("withdraw");
    expect(story.refuses(withdraw)).toBe("tooLateToWithdraw");
  });
});

describe("the form", () => {
  it("is read only when its box is ticked", () => {
    expect(petitionerForms.read({ command: "withdraw", understood: "yes" })).toEqual({ act: withdraw.act });
    const unread: Record<string, string>[] = [{}, { understood: "" }, { understood: "on" }];
    for (const typed of unread) {
      expect(petitionerForms.read({ command: "withdraw", ...typed })).toEqual({
        problems: { understood: "missing" },
        broken: false,
      });
    }
    expect(petitionerForms.read({ command: "withdraw", understood: "yes", more: "1" })).toMatchObject({ broken: true });
  });
});
