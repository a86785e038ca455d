import { describe, expect, it } from "vitest";
import { offeredToPetitioner, petitionerForms } from "#case/acts/every-petitioner-act.ts";
import { isOpen } from "#case/state/case.ts";
import { stepDue } from "#case/state/due.ts";
import { periodClock } from "#case/state/running.ts";
import { actor, partsIn, stationOf } from "#case/state/standing.ts";
import { sameClock } from "#clock/clock.ts";
import { districtDate, minutesLater } from "#clock/period.ts";
import { filed, letter, type Story } from "./story.ts";

const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
const undo = { type: "petitioner", act: { command: "undoWithdrawal" } } as const;
const reason = "超出权限";

const hoursAfter = (moment: string, hours: number): string => minutesLater(moment, hours * 60);
const tomorrow = ({ now }: Story): string => hoursAfter(now, 24);
const threeDaysOver = ({ state }: Story): string => periodClock(state, "withdrawal").due;
const justBefore = (moment: string): string => minutesLater(moment, -1);
const types = (events: Story["events"]) => events.map(({ fact }) => fact.type);

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

  it("can be withdrawn: it rests, and belongs to nobody", () => {
    expect(offeredToPetitioner(story.state, story.world)).toContain("withdraw");
    const { state, world } = story.does(withdraw);
    expect(state).toMatchObject({ status: "withdrawing", withdrawnAt: story.now });
    expect([actor(state), stationOf(state), partsIn(state)]).toEqual([undefined, undefined, []]);
    const offered = offeredToPetitioner(state, world);
    expect(offered).toContain("undoWithdrawal");
    expect(offered).not.toContain("withdraw");
  });

  it("keeps the law's clocks as they are, and no other but that of the days for thinking again", () => {
    const after = story.does(withdraw);
    const lawful = ({ state }: Story) => state.running.filter(({ clock }) => clock.family === "statutory");
    expect(lawful(story).length).toBeGreaterThan(0);
    expect(lawful(after)).toEqual(lawful(story));
    expect(
      after.state.running.filter(({ clock }) => clock.family !== "statutory").map(({ clock }) => clock.kind),
    ).toEqual(["withdrawal"]);
  });

  it("tells its petitioner, and its workflow and owner where a step is open, and nobody else", () => {
    const messages = story.does(withdraw).events.at(-1)?.messages;
    const owner = actor(story.state);
    const news = { kind: "newsMail", news: "withdrawing" };
    if (owner === undefined) {
      expect(messages).toEqual([news]);
      return;
    }
    if (!isOpen(story.state)) throw new Error(`Somebody has it, but no step is open: ${story.state.status}`);
    const { staff: to, stepNo, assignment } = owner;
    const { lastDay } = stepDue(story.state);
    expect(messages).toEqual([
      { kind: "signal", stepNo, outcome: "ended" },
      { kind: "taskMail", to, ask: "ended", stepNo, assignment, lastDay },
      news,
    ]);
  });

  it("cannot be withdrawn twice, nor worked on while it rests or afterwards", () => {
    const after = story.does(withdraw);
    expect(after.refuses(withdraw)).toBe("tooLateToWithdraw");
    const over = after.passes(threeDaysOver(after));
    expect(over.refuses(withdraw)).toBe("tooLateToWithdraw");
    expect(offeredToPetitioner(over.state, over.world)).toEqual([]);
    const owner = actor(story.state);
    if (owner === undefined) return;
    const { staff: by, stepNo, assignment } = owner;
    const acknowledges = { type: "staff", by, stepNo, assignment, act: { command: "acknowledge" } } as const;
    expect([after.refuses(acknowledges), over.refuses(acknowledges)]).toEqual(["movedOn", "ended"]);
  });

  it("goes on where it stood when it is undone, and the law's clock rings as it would have", () => {
    const back = story.does(withdraw).later(tomorrow(story)).does(undo);
    expect(back.state).toMatchObject({ epoch: story.state.epoch + 1, responsible: story.state.responsible });
    expect(stationOf(back.state)).toBe(stationOf(story.state));
    expect(back.events.at(-1)?.messages).toEqual([
      { kind: "start", epoch: back.state.epoch, startAt: stationOf(story.state) },
    ]);
    for (const { clock, nextAt } of story.running.filter((row) => row.clock.family === "statutory")) {
      const row = back.running.find((other) => sameClock(other.clock, clock));
      expect(row?.clock).toEqual(clock);
      // What it has let pass rings at the next sweep.
      expect(row?.nextAt).toBe([nextAt, minutesLater(back.now, 1)].toSorted().at(-1));
    }
    const again = back.opens();
    expect(actor(again.state)).toMatchObject({ stepNo: story.state.stepNo + 1 });
    expect(offeredToPetitioner(again.state, again.world)).toContain("withdraw");
  });

  it("is withdrawn a second time by clocks that are its own", () => {
    const second = story.does(withdraw).does(undo).opens().does(withdraw);
    expect(second.does(undo).opens().passes("2026-12-01T00:00:00.000Z", { opening: true }).state).toBeDefined();
    expect(second.passes(threeDaysOver(second)).state.status).toBe("withdrawn");
  });

  it("ends by itself when the days are over, with a letter, and has no clock afterwards", () => {
    const rests = story.does(withdraw);
    const { due, lastDay } = periodClock(rests.state, "withdrawal");
    expect(rests.later(due).refuses(undo)).toBe("tooLateToUndo");
    expect(rests.later(justBefore(due)).does(undo).state.status).not.toBe("withdrawing");
    const over = rests.passes(due);
    expect(over.state).toMatchObject({ status: "withdrawn", closedAt: due });
    const last = over.events.at(-1);
    expect(last?.fact).toMatchObject({
      type: "withdrawn",
      letter: { kind: "withdrawal", withdrawnOn: districtDate(story.now), undoneUntil: lastDay },
    });
    expect(last?.messages).toMatchObject([{ kind: "newsMail", news: "withdrawn" }]);
    expect([over.state.running, over.running]).toEqual([[], []]);
    expect(over.refuses(undo)).toBe("notWithdrawn");
    expect(over.passes("2027-01-01T00:00:00.000Z").events).toEqual(over.events);
  });
});

describe("the law's clock of a case that rests", () => {
  it("runs out meanwhile, and comes of it once the petitioner has thought again", () => {
    const eve = "2026-05-22T02:00:00.000Z";
    const rests = filed("estate").passes(eve, { opening: true }).does(withdraw);
    const { due } = periodClock(rests.state, "handling");
    const passed = rests.passes(minutesLater(due, 60));
    expect(due <= periodClock(rests.state, "withdrawal").due || passed.state.status === "withdrawing").toBe(true);
    expect(types(passed.events.slice(rests.events.length))).not.toContain("statutoryOverdue");
  });

  it("rings for nobody when it is looked at before the days are over, and does nothing", () => {
    const rests = atTownship().does(withdraw);
    const { kind, n } = periodClock(rests.state, "handling");
    const looked = rests.later(tomorrow(rests)).does({ type: "ring", clock: { kind, n } });
    expect(types(looked.events.slice(rests.events.length))).toEqual(["shareReached"]);
    expect(looked.state).toMatchObject({ status: "withdrawing" });
  });
});

describe("what a petitioner undoes", () => {
  it.each([
    ["filed", () => filed("estate")],
    ["handled", atTownship],
    ["answered", answered],
  ] as const)("is nothing where nothing was withdrawn: %s", (_, told) => {
    const story = told();
    expect(offeredToPetitioner(story.state, story.world)).not.toContain("undoWithdrawal");
    expect(story.refuses(undo)).toBe("notWithdrawn");
  });

  it("leaves an execution that comes late with nothing to open", () => {
    const way = onItsWay();
    const station = stationOf(way.state);
    if (station === undefined) throw new Error(way.state.status);
    const late = { type: "openStation", epoch: way.state.epoch, station } as const;
    expect(way.does(withdraw).refuses(late)).toBe("recordIsElsewhere");
    expect(way.does(withdraw).does(undo).refuses(late)).toBe("executionSuperseded");
  });
});

describe("what is open beside the step", () => {
  it("lapses with a withdrawal, on record", () => {
    const facts = (story: Story) =>
      story
        .does(withdraw)
        .events.slice(story.events.length)
        .map(({ fact }) => fact.type);
    expect(facts(proposed())).toEqual(["settlementLapsed", "withdrawalDeclared"]);
    expect(facts(asking())).toEqual(["extensionRefused", "withdrawalDeclared"]);
    expect(facts(atTownship())).toEqual(["withdrawalDeclared"]);
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
