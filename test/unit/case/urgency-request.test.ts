import { describe, expect, it, test } from "vitest";
import { decide } from "#case/acts/decide.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { periodClock } from "#case/state/running.ts";
import { partsIn, roleIn } from "#case/state/standing.ts";
import { doorOf } from "#case/state/task-door.ts";
import { aboutNobody, Directory } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { directory } from "./district.ts";
import { filed, letter, promised, type Story } from "./story.ts";

const reason = "楼板裂缝一天比一天宽";
const asks = { type: "petitioner", act: { command: "askUrgency", urgentGround: "worsening", reason } } as const;
const grant = { command: "grantUrgency" } as const;
const refuse = { command: "refuseUrgency", reason: "现场没有危险" } as const;

/** At the township since Monday 2 March 2026. */
const township = () => filed("estate").opens().owner({ command: "reportUpward", reason: "超出权限" }).opens();
const asked = () => township().does(asks);
/** Noon of a day in the district. */
const noon = (day: string): string => `${day}T04:00:00.000Z`;
const last = ({ events }: Story) => events.at(-1);
const factsSince = (before: Story, after: Story) => after.events.slice(before.events.length).map(({ fact }) => fact);
const triageOf = ({ state }: Story) => partsIn(state).find(({ role }) => role === "triage");

describe("a petitioner asks that their case be marked urgent", () => {
  it("and the bureau's duty officer decides within a working day; nothing else has changed", () => {
    const before = township();
    const after = before.does(asks);
    expect(last(after)).toMatchObject({
      fact: {
        ...{ type: "urgencyAsked", stepNo: 2, why: "worsening", reason, assignment: 2, decideBy: "2026-03-03" },
        triage: { unit: "bureau", staff: "bureau-handler" },
      },
      messages: [{ kind: "taskMail", to: "bureau-handler", ask: "decideUrgency", lastDay: "2026-03-03" }],
    });
    expect(after.state.running.filter(({ clock }) => clock.kind !== "urgencyDecision")).toEqual(before.state.running);
    expect(after.state).not.toHaveProperty("urgent");
    expect(offeredTo("triage", after.state, after.world)).toEqual(["grantUrgency", "refuseUrgency"]);
    expect(doorOf(after.state, "triage")).toBe("together");
    expect(offeredTo("owner", after.state, after.world)).toEqual(offeredTo("owner", before.state, before.world));
  });

  it("and reads who decides and by when, and no name", () => {
    const event = last(asked());
    if (event === undefined) throw new Error("nothing happened");
    const zh = eventSentence(event, { directory, petition: undefined }, "zh", toPetitioners, "2026-03-02");
    expect(zh).toContain("最迟3月3日");
    for (const { name } of directory.staff) expect(zh).not.toContain(name);
  });
});

describe("the bureau decides", () => {
  it("that it is urgent, as if it had marked it of its own accord", () => {
    const story = asked();
    const after = story.triage(grant);
    expect(factsSince(story, after)).toMatchObject([
      { type: "urgencyLapsed", how: "marked" },
      { type: "markedUrgent", as: "bureau", why: "worsening" },
    ]);
    expect(after.state).toMatchObject({ urgent: true, urgentBy: "bureau" });
    expect(after.state).not.toHaveProperty("hurry");
    expect(after.state.running.some(({ clock }) => clock.kind === "urgencyDecision")).toBe(false);
    const unasked = township().does({ type: "markUrgent", by: "bureau-handler", why: "worsening" });
    expect(periodClock(after.state, "step").due).toBe(periodClock(unasked.state, "step").due);
    expect(after.events.at(-1)?.messages).toEqual(unasked.events.at(-1)?.messages);
    expect(after.state.running.map(({ clock }) => clock)).toEqual(unasked.state.running.map(({ clock }) => clock));
  });

  it("that it is not, for a reason that the petitioner gets; nothing else has changed", () => {
    const story = asked();
    const after = story.triage(refuse);
    expect(factsSince(story, after)).toEqual([{ type: "urgencyRefused", stepNo: 2, reason: refuse.reason }]);
    expect(last(after)?.messages).toEqual([{ kind: "newsMail", news: "urgencyRefused" }]);
    expect(after.state.running).toEqual(township().state.running);
  });

  it("once, and nobody else does", () => {
    const { state, world } = asked();
    for (const by of ["river-handler", "river-head", "bureau-head", "nobody"]) {
      for (const assignment of [1, 2]) {
        const command = { type: "staff", by, stepNo: 2, assignment, act: grant } as const;
        expect(decide(state, command, world)).toHaveProperty("refused");
      }
    }
    const again = { type: "staff", by: "bureau-handler", stepNo: 2, assignment: 2, act: refuse } as const;
    expect(asked().triage(grant).refuses(again)).toBe("movedOn");
  });
});

describe("what else comes of a request", () => {
  test("silence passes it to the bureau's head, who is reminded, and decides nothing", () => {
    const climbed = asked().passes(noon("2026-03-04"));
    expect(climbed.events.find(({ fact }) => fact.type === "urgencyClimbed")?.fact).toMatchObject({
      ...{ from: "bureau-handler", to: { staff: "bureau-head" }, lastDay: "2026-03-03", decideBy: "2026-03-05" },
    });
    const again = climbed.passes(noon("2026-03-09"));
    expect(again.events.filter(({ fact }) => fact.type === "urgencyAwaited").length).toBeGreaterThan(1);
    expect(triageOf(again)).toMatchObject({ staff: "bureau-head" });
    expect(again.state).not.toHaveProperty("urgent");
  });

  test("marked urgent meanwhile by a head or the bureau, it is settled", () => {
    const story = asked();
    const after = story.does({ type: "markUrgent", by: "river-head", why: "danger" });
    expect(factsSince(story, after)).toMatchObject([
      { type: "urgencyLapsed", how: "marked" },
      { type: "markedUrgent", as: "unit" },
    ]);
    expect(triageOf(after)).toBeUndefined();
  });

  test("the end of the step, a settlement and a withdrawal end it, on record", () => {
    const up = asked().owner({ command: "reportUpward", reason });
    expect(up.events.map(({ fact }) => fact)).toContainEqual({ type: "urgencyLapsed", stepNo: 2, how: "stepOver" });
    const settled = township()
      .owner(promised("2026-03-09", "修好楼板"))
      .does(asks)
      .does({ type: "petitioner", act: { command: "agreeSettlement" } });
    expect(settled.events.map(({ fact }) => fact)).toContainEqual({ type: "urgencyLapsed", stepNo: 2, how: "settled" });
    for (const left of ["hurry", "hurries"]) expect(settled.state).not.toHaveProperty(left);
    const withdrawn = asked().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    expect(withdrawn.events.map(({ fact }) => fact.type)).toContain("urgencyLapsed");
  });

  test("an officer who leaves is followed by whoever decides without them", () => {
    const without = Directory.parse({
      ...directory,
      version: "2",
      staff: directory.staff.filter(({ id }) => id !== "bureau-handler"),
      duties: directory.duties.map((duty) =>
        duty.staff === "bureau-handler" ? { ...duty, staff: "bureau-colleague" } : duty,
      ),
    });
    const story = asked();
    const after = story.governed(without).does({ type: "handOver" });
    expect(last(after)?.fact).toMatchObject({
      ...{ type: "urgencyPassedOn", from: "bureau-handler", to: { staff: "bureau-colleague" }, how: "left" },
    });
    const turn = triageOf(story);
    if (turn === undefined) throw new Error("nobody decides");
    expect(roleIn(after.state, turn)).toBeUndefined();
  });
});

describe("it is refused, and nothing changes", () => {
  test("while one is open, when it is urgent already, and more than twice at a step", () => {
    expect(asked().refuses(asks)).toBe("urgencyAskedAlready");
    expect(asked().triage(grant).refuses(asks)).toBe("urgentAlready");
    const twice = asked().triage(refuse).does(asks).triage(refuse);
    expect(twice.refuses(asks)).toBe("urgencyAskedEnough");
    expect(offeredToPetitioner(twice.state, twice.world)).not.toContain("askUrgency");
    const next = twice.owner({ command: "reportUpward", reason }).opens();
    expect(offeredToPetitioner(next.state, next.world)).toContain("askUrgency");
  });

  test.each<[string, () => Story]>([
    ["before it is accepted", () => filed("land").opens()],
    ["on its way", () => filed("estate")],
    ["answered", () => township().owner({ command: "reply", ...letter })],
  ])("while no unit works on the case: %s", (_, told) => {
    expect(told().refuses(asks)).toBe("nothingToHurryNow");
  });

  test("where everybody who could decide must keep away, and to an agent", () => {
    const { state, world } = township();
    const them = directory.staff.flatMap(({ id, unit }) => (["bureau", "leader"].includes(unit) ? [id] : []));
    const about = { ...aboutNobody, staff: them };
    expect(decide({ ...state, about }, { ...asks, saw: state.told }, world)).toEqual({
      refused: "nobodyToDecideUrgency",
    });
    expect(decide(state, { ...asks, saw: state.told, agent: 1 }, world)).toHaveProperty("refused");
  });
});
