import { describe, expect, it, test } from "vitest";
import type { CommandOf } from "#case/acts/command.ts";
import { decide } from "#case/acts/decide.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { partsIn, roleIn } from "#case/state/standing.ts";
import { aboutNobody, Directory } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { directory } from "./district.ts";
import { filed, hears, letter, promised, registeredFor, type Story } from "./story.ts";

const reason = "他和物业经理是表兄弟";
const asks = (recusalOf: "handler" | "unit" = "handler") =>
  ({ type: "petitioner", act: { command: "askRecusal", recusalOf, recusalGround: "relative", reason } }) as const;
const atBureau = {
  type: "askRecusalFor",
  ...{ by: "bureau-colleague", of: "handler", askedOn: "2026-03-02", why: "relative" },
} as const satisfies CommandOf<"askRecusalFor">;

/** At the community since Monday 2 March 2026. */
const atCommunity = () => filed("estate").opens();
const township = () => atCommunity().owner({ command: "reportUpward", reason: "超出权限" }).opens();
const asked = () => township().does(asks());
/** Noon of a day in the district. */
const noon = (day: string): string => `${day}T04:00:00.000Z`;
const last = ({ events }: Story) => events.at(-1);
const judgeOf = ({ state }: Story) => partsIn(state).find(({ role }) => role === "judge");

describe("a petitioner asks that whoever handles their case step aside", () => {
  it("and the unit's head decides within three working days, by a link of their own; no clock of the case moves", () => {
    const before = township();
    const after = before.does(asks());
    expect(last(after)?.fact).toEqual({
      ...{ type: "recusalAsked", stepNo: 2, whom: { is: "handler", staff: "river-handler" }, why: "relative", reason },
      ...{
        askedOn: "2026-03-02",
        judge: { unit: "river", staff: "river-head" },
        assignment: 2,
        decideBy: "2026-03-05",
      },
    });
    expect(last(after)?.messages).toEqual([
      ...[
        { to: "river-head", ask: "decideRecusal", assignment: 2 },
        { to: "river-handler", ask: "recusalAsked", assignment: 1 },
      ].map((mail) => ({ kind: "taskMail", stepNo: 2, lastDay: "2026-03-05", ...mail })),
    ]);
    const others = after.state.running.filter(({ clock }) => clock.kind !== "recusalDecision");
    expect(others).toEqual(before.state.running);
    expect(judgeOf(after)).toMatchObject({ staff: "river-head", unit: "river" });
    expect(offeredTo("judge", after.state, after.world)).toEqual(["grantRecusal", "refuseRecusal"]);
  });

  it("and of the head, or of the whole unit, the bureau's head decides", () => {
    const byHead = township().owner({ command: "reassign", to: "river-head", reason: "休假" });
    expect(judgeOf(byHead.does(asks()))).toMatchObject({ staff: "bureau-head" });
    expect(judgeOf(township().does(asks("unit")))).toMatchObject({ staff: "bureau-head" });
  });

  it("and whoever it means keeps their hands off, but stays its one owner and may step aside", () => {
    const story = asked();
    expect(offeredTo("owner", story.state, story.world)).toEqual(["recuse"]);
    for (const act of [
      { command: "acknowledge" },
      hears(story.now),
      { command: "reportUpward", reason },
      { command: "reassign", to: "river-colleague", reason },
      { command: "askExtension", days: 5, reason },
    ] as const) {
      expect(story.ownerRefused(act)).toBe("recusalPending");
    }
    expect(partsIn(story.state).filter(({ role }) => role === "owner")).toMatchObject([{ staff: "river-handler" }]);
    const aside = story.owner({ command: "recuse", recusalGround: "relative" });
    expect(aside.events.slice(story.events.length).map(({ fact }) => fact)).toMatchObject([
      { type: "recusalLapsed", how: "steppedAside" },
      { type: "reassigned", how: "recused", to: "river-head" },
      { type: "recused", staff: "river-handler" },
    ]);
    expect(aside.state.running.some(({ clock }) => clock.kind === "recusalDecision")).toBe(false);
    expect(offeredTo("owner", aside.state, aside.world)).toContain("acknowledge");
  });

  it("and of a unit, its head keeps their hands off what they were to decide, too", () => {
    const extending = township().owner({ command: "askExtension", days: 5, reason });
    const story = extending.does(asks("unit"));
    expect(story.headRefused({ command: "approveExtension" })).toBe("recusalPending");
    expect(offeredTo("head", story.state, story.world)).toEqual([]);
    expect(offeredTo("owner", story.state, story.world)).toEqual(["recuse"]);
    expect(extending.does(asks()).head({ command: "approveExtension" }).state).toMatchObject({
      extensionDecided: "approved",
    });
  });

  it("and a colleague who stands in for whom it means works on", () => {
    const away = Directory.parse({
      ...directory,
      version: "2",
      staff: directory.staff.filter(({ id }) => id !== "river-handler"),
      duties: directory.duties.filter(({ staff }) => staff !== "river-handler"),
    });
    const story = asked().governed(away).does({ type: "handOver" });
    expect(partsIn(story.state).find(({ role }) => role === "owner")?.staff).not.toBe("river-handler");
    expect(offeredTo("owner", story.state, story.world)).toContain("acknowledge");
  });

  it("reads who decides and by when, and no name; the office reads nothing that they wrote", () => {
    const event = last(asked());
    if (event === undefined) throw new Error("nothing happened");
    const about = { directory, petition: undefined };
    const zh = eventSentence(event, about, "zh", toPetitioners, "2026-03-02");
    expect(zh).toContain("负责人最迟3月5日");
    for (const { name } of directory.staff) expect(zh).not.toContain(name);
    expect(eventSentence(event, about, "zh", toOffice, "2026-03-02")).not.toContain(reason);
  });
});

describe("time goes on meanwhile", () => {
  test("whoever decides is reminded; silence passes it to the bureau's head, and decides nothing", () => {
    const story = asked().passes(noon("2026-03-05"));
    expect(last(story)?.fact).toMatchObject({ type: "recusalAwaited", staff: "river-head" });
    const climbed = story.passes(noon("2026-03-06"));
    expect(climbed.events.find(({ fact }) => fact.type === "recusalClimbed")?.fact).toMatchObject({
      ...{ from: "river-head", to: { unit: "bureau", staff: "bureau-head" } },
      ...{ lastDay: "2026-03-05", decideBy: "2026-03-11" },
    });
    expect(judgeOf(climbed)).toMatchObject({ staff: "bureau-head" });
    expect(climbed.state.about.staff).toEqual([]);
    const again = climbed.passes(noon("2026-03-13"));
    expect(again.events.filter(({ fact }) => fact.type === "recusalAwaited").length).toBeGreaterThan(2);
    expect(judgeOf(again)).toMatchObject({ staff: "bureau-head" });
    expect(offeredTo("owner", again.state, again.world)).toEqual(["recuse"]);
  });

  test("the step's own time is not put off: it climbs, and the request lapses with it", () => {
    const story = atCommunity().does(asks()).passes(noon("2026-03-11"), { opening: true });
    const types = story.events.map(({ fact }) => fact.type);
    expect(types).toContain("recusalLapsed");
    expect(types.indexOf("recusalLapsed")).toBeLessThan(types.indexOf("stepOverdue"));
    expect(story.state).toMatchObject({ status: "handling", level: "township" });
    expect(judgeOf(story)).toBeUndefined();
    expect(story.state.running.some(({ clock }) => clock.kind === "recusalDecision")).toBe(false);
  });

  test("a head who leaves is followed by whoever decides without them", () => {
    const without = Directory.parse({
      ...directory,
      version: "2",
      staff: directory.staff.filter(({ id }) => id !== "river-head"),
      units: directory.units.map((unit) => (unit.id === "river" ? { ...unit, head: "river-colleague" } : unit)),
    });
    const story = asked();
    const after = story.governed(without).does({ type: "handOver" });
    expect(after.events.at(-1)?.fact).toMatchObject({
      ...{ type: "recusalPassedOn", from: "river-head", to: { staff: "river-colleague" }, how: "left" },
    });
    const turn = judgeOf(story);
    if (turn === undefined) throw new Error("nobody decides");
    expect(roleIn(after.state, turn)).toBeUndefined();
  });

  test("a settlement ends it, as does a withdrawal", () => {
    const settled = township()
      .owner(promised("2026-03-09", "修好窗户"))
      .does(asks())
      .does({ type: "petitioner", act: { command: "agreeSettlement" } });
    expect(settled.events.map(({ fact }) => fact)).toContainEqual({ type: "recusalLapsed", stepNo: 2, how: "settled" });
    for (const left of ["recusal", "recusals"]) expect(settled.state).not.toHaveProperty(left);
    const withdrawn = asked().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    expect(withdrawn.events.map(({ fact }) => fact.type)).toContain("recusalLapsed");
  });
});

describe("it is refused, and nothing changes", () => {
  test("while one is open, and more than twice at a step; at the next step it can be asked again", () => {
    expect(asked().refuses(asks())).toBe("recusalAskedAlready");
    const refused = asked().judge({ command: "refuseRecusal", reason });
    const twice = refused.does(asks("unit")).judge({ command: "refuseRecusal", reason });
    expect(twice.refuses(asks())).toBe("recusalsEnough");
    expect(offeredToPetitioner(twice.state, twice.world)).not.toContain("askRecusal");
    const next = twice.owner({ command: "reportUpward", reason }).opens();
    expect(offeredToPetitioner(next.state, next.world)).toContain("askRecusal");
  });

  test.each<[string, () => Story]>([
    ["before it is accepted", () => filed("land").opens()],
    ["on its way", () => filed("estate")],
    ["answered", () => township().owner({ command: "reply", ...letter })],
    ["withdrawn", () => township().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })],
  ])("while no unit works on the case: %s", (_, told) => {
    expect(told().refuses(asks())).toBe("noStepOpen");
    expect(told().refuses(atBureau)).toBe("noStepOpen");
  });

  test("where nobody would be left who can hold a case at last, or who could decide", () => {
    const { state, world } = atCommunity();
    const command = { ...asks(), saw: state.told };
    const others = directory.staff.flatMap(({ id, unit }) => (unit === "peach" ? [] : [id]));
    expect(decide({ ...state, about: { ...aboutNobody, staff: others } }, command, world)).toEqual({
      refused: "nobodyElse",
    });
    const heads = ["peach", "bureau", "leader"].map((unit) => `${unit}-head`);
    expect(decide({ ...state, about: { ...aboutNobody, staff: heads } }, command, world)).toEqual({
      refused: "nobodyToDecideRecusal",
    });
  });

  test("to an agent, whatever they may do", () => {
    const { state, world } = township();
    expect(decide(state, { ...asks(), saw: state.told, agent: 1 }, world)).toHaveProperty("refused");
  });
});

describe("the bureau records what a petitioner has told it", () => {
  it("as the same request, with the day on which they asked and without words of theirs", () => {
    const after = township().does(atBureau);
    expect(last(after)).toMatchObject({
      by: { kind: "staff", id: "bureau-colleague" },
      fact: { type: "recusalAsked", whom: { is: "handler", staff: "river-handler" }, judge: { staff: "river-head" } },
    });
    expect(last(after)?.fact).not.toHaveProperty("reason");
    const event = last(after);
    if (event === undefined) throw new Error("nothing happened");
    const zh = eventSentence(event, { directory, petition: undefined }, "zh", toPetitioners, "2026-03-02");
    expect(zh).toContain("信访局登记了您3月2日（周一）提出的申请");
  });

  it("but by the bureau alone, and for a day that can be", () => {
    expect(township().refuses({ ...atBureau, by: "river-head" })).toBe("notOfTheBureau");
    expect(township().refuses({ ...atBureau, askedOn: "2026-03-03" })).toBe("recusalDateImpossible");
    expect(township().refuses({ ...atBureau, askedOn: "2026-03-01" })).toBe("recusalDateImpossible");
    const entered = registeredFor("estate", 5).opens();
    expect(last(entered.does({ ...atBureau, askedOn: "2026-02-25" }))?.fact).toMatchObject({ askedOn: "2026-02-25" });
  });
});
