import { describe, expect, it, test } from "vitest";
import { clockAccounts } from "#case/account/clock-account.ts";
import { decide } from "#case/acts/decide.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import { Fact } from "#case/state/event.ts";
import { clockOf, periodClock } from "#case/state/running.ts";
import { actor } from "#case/state/standing.ts";
import { aboutNobody } from "#directory/directory.ts";
import { stepRule } from "#directory/rules.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { clockRowsAfter } from "./clock-rows.ts";
import { directory } from "./district.ts";
import { filed, filedFromNowhere, letter, type Story } from "./story.ts";

const mark = { type: "markUrgent", by: "bureau-colleague", why: "danger" } as const;
const unmark = { type: "unmarkUrgent", by: "bureau-colleague", why: "averted" } as const;
const byHead = (unit: string) => ({ ...mark, by: `${unit}-head` }) as const;
const endsByHead = (unit: string) => ({ ...unmark, by: `${unit}-head` }) as const;
const upward = { command: "reportUpward", reason: "超出权限" } as const;

/** Filed on Monday 2 March 2026 at 10:00, opened at the community at once. */
const community = () => filed("estate").opens();
const township = () => community().owner(upward).opens();
const leader = () => township().owner(upward).opens().owner(upward).opens();
const step = ({ state }: Story) => periodClock(state, "step");
const law = ({ state }: Story) => periodClock(state, "handling");
const hours = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 3_600_000;
const lastFact = ({ events }: Story) => events.at(-1)?.fact;
const facts = (after: Story, before: Story) => after.events.slice(before.events.length).map(({ fact }) => fact.type);

describe("a case that is marked urgent", () => {
  it("keeps a quarter of what its step has left, in hours, and all of the law's time", () => {
    const story = township();
    const after = story.does(mark);
    const left = hours(story.now, step(story).due);
    expect(left).toBeGreaterThan(4 * 24);
    const kept = hours(story.now, step(after).due);
    expect(kept).toBeGreaterThanOrEqual(left / 4);
    expect(kept).toBeLessThan(left / 4 + 1);
    expect(step(after)).toMatchObject({ kind: "step", n: step(story).n, start: step(story).start });
    expect(law(after)).toEqual(law(story));
    expect(after.state).toMatchObject({ urgent: true, urgentBy: "bureau" });
    expect(Fact.parse(lastFact(after))).toEqual(lastFact(after));
  });

  it("keeps a whole day where a quarter would be less", () => {
    const eve = "2026-03-07T02:00:00.000Z";
    const story = community().later(eve);
    expect(hours(eve, step(story).due)).toBeLessThan(4 * 24);
    const kept = hours(eve, step(story.does(mark)).due);
    expect(kept).toBeGreaterThanOrEqual(24);
    expect(kept).toBeLessThan(25);
  });

  it("keeps what it has where that is less than a day, and is urgent all the same", () => {
    const story = community();
    const late = story.later("2026-03-09T15:00:00.000Z");
    const after = late.does(mark);
    expect(step(after)).toEqual(step(late));
    expect(after.state).toMatchObject({ urgent: true });
    expect(after.does(unmark).state).not.toHaveProperty("urgent");
    expect(step(after.does(unmark))).toEqual(step(late));
  });

  it("goes on by hours at the next level, and has to be acknowledged there", () => {
    const above = community().does(mark).owner(upward).opens();
    const rule = stepRule(directory, above.state, "township");
    expect(step(above).hours).toBe("hours" in rule ? rule.hours : undefined);
    expect(clockOf(above.state, "acknowledgement")).toBeDefined();
    expect(above.state).not.toHaveProperty("stepWas");
  });

  it("goes up when the shorter time is over", () => {
    const after = township().does(mark);
    const over = after.passes(step(after).due);
    expect(over.events.map(({ fact }) => fact.type)).toContain("stepOverdue");
  });

  it("can be marked between two steps: the next one goes by hours", () => {
    const way = filed("estate");
    const after = way.does(mark);
    expect(lastFact(after)).toEqual({ type: "markedUrgent", as: "bureau", why: "danger" });
    expect(step(after.opens()).hours).toBeDefined();
    expect(after.does(unmark).opens().state).not.toHaveProperty("urgent");
    expect(step(after.does(unmark).opens()).hours).toBeUndefined();
  });

  it("tells whoever has it at once, by night too, and its petitioner", () => {
    const night = community().later("2026-03-03T16:00:00.000Z");
    const after = night.does(mark);
    const { staff: to, stepNo, assignment } = actor(night.state) ?? { staff: "", stepNo: 0, assignment: 0 };
    expect(after.events.at(-1)?.messages).toEqual([
      { kind: "taskMail", to, ask: "markedUrgent", stepNo, assignment, lastDay: step(after).due },
      { kind: "newsMail", news: "markedUrgent" },
    ]);
  });

  it("waits for no material: what was asked for lapses, and the pause with it", () => {
    const before = township();
    const asked = before.owner({
      command: "askMaterial",
      ...{ list: "收据", reason: "核实", bringTo: "窗口", help: "窗口", nobodyHasIt: "yes" },
      bringBy: "2026-03-09",
    });
    expect(step(asked).due > step(before).due).toBe(true);
    const after = asked.does(mark);
    expect(facts(after, asked)).toEqual(["materialLapsed", "markedUrgent"]);
    expect([clockOf(after.state, "material"), step(after).paused]).toEqual([undefined, undefined]);
    const left = hours(before.now, step(before).due);
    expect(hours(after.now, step(after).due)).toBeLessThan(left / 4 + 1);
    // What comes back has run on meanwhile.
    expect(step(after.does(unmark)).due).toBe(step(before).due);
    expect(offeredTo("owner", after.state, after.world)).not.toContain("askMaterial");
  });

  it("is neither extended nor settled any more, also where that was asked for before", () => {
    const asked = township().owner({ command: "askExtension", days: 5, reason: "要鉴定" });
    const after = asked.does(mark);
    expect(after.headRefused({ command: "approveExtension" })).toBe("urgentNotExtended");
    expect(after.head({ command: "refuseExtension", reason: "紧急" }).state).toMatchObject({ urgent: true });
  });

  it("is reminded of the shares that lie ahead, by mail, and of none that lies behind", () => {
    const remindedAfter = (after: Story) =>
      after
        .passes(step(after).due)
        .events.slice(after.events.length)
        .flatMap(({ fact, at }) =>
          fact.type === "reminded" && fact.clock.kind === "step" ? [{ at, how: fact.how }] : [],
        );
    const early = township().does(mark);
    expect(remindedAfter(early)).toMatchObject([{ how: "mail" }]);
    expect(remindedAfter(early)[0]?.at.localeCompare(early.now)).toBe(1);
    // More than half of what it has from its start until its new end has passed by then.
    expect(remindedAfter(township().later("2026-03-09T02:00:00.000Z").does(mark))).toEqual([]);
  });

  it("stays urgent through a withdrawal that is undone", () => {
    const rests = community()
      .does(mark)
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .does({ type: "petitioner", act: { command: "undoWithdrawal" } });
    expect(rests.opens().state).toMatchObject({ urgent: true, urgentBy: "bureau" });
    expect(step(rests.opens()).hours).toBeDefined();
  });

  it("reads why and by which office, and no name", () => {
    const event = community().does(byHead("peach")).events.at(-1);
    if (event === undefined) throw new Error("nothing happened");
    const zh = eventSentence(event, { directory, petition: undefined }, "zh", toPetitioners, "2026-03-02");
    expect(zh).toContain("承办单位负责人把您的诉求标为紧急：可能危及人身安全");
    expect(zh).toContain("法定期限不变");
  });

  it("shows the clock by the rule of urgent steps, and what it was before", () => {
    const after = township().does(mark);
    const rows = after.running.map(({ clock, nextAt }) => {
      return { v: 1 as const, caseId: after.state.id, clock, nextAt, failures: 0 };
    });
    const accounts = clockAccounts({ petition: after.state, events: after.events, clocks: rows, ...after.world });
    const account = accounts.find(({ row }) => row.clock.kind === "step");
    expect(account?.rule).toEqual(directory.policy.urgent.steps.township);
    expect(account?.course.map(({ event }) => event.fact.type)).toEqual(["markedUrgent"]);
  });
});

describe("a case that is no longer urgent", () => {
  it("has its step's time again, as it was, and never more", () => {
    const story = township();
    const back = story.does(mark).later("2026-03-04T02:00:00.000Z").does(unmark);
    expect(step(back)).toEqual(step(story));
    expect(back.state).not.toHaveProperty("urgent");
    expect(back.state).not.toHaveProperty("urgentBy");
    expect(back.state).not.toHaveProperty("stepWas");
    expect(back.passes(step(story).due).events.at(-1)?.fact.type).toBe("stepOverdue");
    expect(offeredTo("owner", back.state, back.world)).toContain("askExtension");
  });

  it("gains nothing by being marked and unmarked again and again", () => {
    const story = township();
    const again = story.does(mark).does(unmark).does(mark).does(unmark);
    expect(step(again)).toEqual(step(story));
  });

  it("has the time of its level where the step was opened as urgent, from the step's own start, and no acknowledgement to give", () => {
    const opened = filed("hazard").opens();
    const back = opened.does(unmark);
    expect(step(back)).toMatchObject({ start: step(opened).start });
    expect(step(back).hours).toBeUndefined();
    expect(clockOf(back.state, "acknowledgement")).toBeUndefined();
    expect(law(back)).toEqual(law(opened));
  });

  it("has what else runs remind in working hours again: no clock rings by night and finds nothing due", () => {
    const opened = filed("hazard").opens();
    const objecting = opened.owner({ command: "object", rightUnit: "river", reason: "依".repeat(30) });
    const decision = (story: Story) =>
      clockRowsAfter(story.events).find(({ clock }) => clock.kind === "objectionDecision")?.nextAt ?? "";
    const back = objecting.does(unmark);
    const [byNight, byDay] = [decision(objecting), decision(back)];
    expect(byNight).toBe("2026-03-04T18:30:00.000Z");
    expect(byDay).toBe("2026-03-05T00:30:00.000Z");
    expect(facts(back.passes(byDay), back)).toEqual(["objectionAwaited"]);
    expect(decision(back.does(mark))).toBe(byNight);
  });

  it("is late where it was late, at the top too", () => {
    const after = leader().does(mark);
    const late = after.passes(step(after).due);
    expect(late.events.map(({ fact }) => fact.type)).toContain("overdueAtTop");
    const back = late.does(unmark);
    expect(back.state).toHaveProperty("supervisedSince");
    const ended = late.passes("2026-12-01T00:00:00.000Z").does(unmark);
    expect(step(ended)).toEqual(step(late));
  });
});

describe("who may say so", () => {
  test("the bureau's staff, and whoever heads the unit that has the case", () => {
    expect(community().does(byHead("peach")).state).toMatchObject({ urgentBy: "unit" });
    expect(community().does(byHead("peach")).does(endsByHead("peach")).state).not.toHaveProperty("urgent");
    expect(community().does(byHead("peach")).does(unmark).state).not.toHaveProperty("urgent");
  });

  test.each([mark, unmark])("nobody else: $type", (command) => {
    const story = command.type === "markUrgent" ? community() : community().does(mark);
    for (const by of ["peach-handler", "river-head", "nobody"]) {
      expect(story.refuses({ ...command, by })).toBe("neitherBureauNorHead");
    }
  });

  test("between two steps no unit has it, so that the bureau alone does", () => {
    expect(filed("estate").refuses(byHead("peach"))).toBe("neitherBureauNorHead");
  });

  test("nobody whom the petition is about", () => {
    const { state, world } = community();
    for (const by of ["bureau-colleague", "peach-head"]) {
      const about = { ...aboutNobody, staff: [by] };
      expect(decide({ ...state, about }, { ...mark, by }, world)).toEqual({ refused: "complainedAbout" });
    }
  });

  test("a unit gives itself no more time than the bureau, or the category, has left it", () => {
    expect(community().does(mark).refuses(endsByHead("peach"))).toBe("calmedByBureauAlone");
    expect(filed("hazard").opens().refuses(endsByHead("peach"))).toBe("calmedByBureauAlone");
    const marked = community().does(byHead("peach")).owner(upward).opens();
    expect(marked.does(endsByHead("river")).state).not.toHaveProperty("urgent");
  });
});

describe("what cannot be hurried", () => {
  test("is what is urgent already, and what is not has nothing to take back", () => {
    expect(community().does(mark).refuses(mark)).toBe("urgentAlready");
    expect(filed("hazard").opens().refuses(mark)).toBe("urgentAlready");
    expect(community().refuses(unmark)).toBe("notUrgent");
  });

  test.each<[string, () => Story]>([
    ["not accepted yet", () => filed("land").opens()],
    ["registered, its community not known", () => filedFromNowhere("land")],
    ["answered", () => township().owner({ command: "reply", ...letter })],
    ["withdrawn", () => community().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })],
  ])("is a case that is %s", (_, told) => {
    expect(told().refuses(mark)).toBe("nothingToHurry");
    expect(told().refuses(unmark)).toBe("nothingToHurry");
  });
});
