import { describe, expect, it, test } from "vitest";
import { decide } from "#case/acts/decide.ts";
import { offeredTo, staffForms } from "#case/acts/every-act.ts";
import { Fact } from "#case/state/event.ts";
import { rightIn } from "#case/state/rights.ts";
import { actor, isAsking, isObjecting, partsIn } from "#case/state/standing.ts";
import { aboutNobody } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { office } from "../staff/office.ts";
import { directory } from "./district.ts";
import { filed, promised, type Story } from "./story.ts";

const recuse = { command: "recuse", recusalGround: "relative" } as const;
const upward = { command: "reportUpward", reason: "超出权限" } as const;
const community = () => filed("estate").opens();
const township = () => community().owner(upward).opens();
const ownerOf = ({ state }: Story): string => actor(state)?.staff ?? "nobody";
const factsSince = (before: Story, after: Story) => after.events.slice(before.events.length).map(({ fact }) => fact);

describe("whoever has a step and must not handle it", () => {
  test.each<[string, () => Story]>([
    ["of a level", community],
    ["of the bureau's examination", () => filed("land").opens()],
    [
      "on which something promised is done",
      () =>
        township()
          .owner(promised("2026-03-12"))
          .does({ type: "petitioner", act: { command: "agreeSettlement" } }),
    ],
    [
      "after a transfer",
      () => filed("misconduct").opens().owner({ command: "transfer", body: "discipline", explanation: "检举控告" }),
    ],
  ])("steps aside at once, and somebody else has it with the same time: %s", (_, told) => {
    const story = told();
    const staff = ownerOf(story);
    expect(offeredTo("owner", story.state, story.world)).toContain("recuse");
    const after = story.owner(recuse);
    const to = ownerOf(after);
    expect(to).not.toBe(staff);
    expect(factsSince(story, after)).toMatchObject([
      { type: "reassigned", how: "recused", from: staff, to },
      { type: "recused", stepNo: story.state.stepNo, staff, why: "relative" },
    ]);
    for (const fact of factsSince(story, after)) expect(Fact.parse(fact)).toEqual(fact);
    expect(after.events.at(-2)?.messages).toMatchObject([{ kind: "taskMail", to }]);
    expect([after.state.status, after.state.stepNo]).toEqual([story.state.status, story.state.stepNo]);
    expect(after.state.running).toEqual(story.state.running);
    const turn = partsIn(story.state)[0];
    expect(turn && rightIn(after.state, turn, after.world.directory)).toEqual({ barred: "complainedAbout" });
  });

  it("neither sees nor does anything of it any more, by the link that was theirs", async () => {
    const story = community();
    const { act, open, shown } = office(story);
    const staff = ownerOf(story);
    expect(await act(shown(staff), recuse)).toMatchObject({ kind: "done", did: { fact: { type: "recused" } } });
    expect(await open(shown(staff))).toMatchObject({ kind: "past", past: "notYours" });
  });

  it("does not get it again: not at a later step of their unit, nor after a withdrawal", () => {
    const story = community();
    const staff = ownerOf(story);
    const back = story.owner(recuse).owner(upward).opens().owner({ command: "handBack", reason: "请先核实" }).opens();
    expect(back.state).toMatchObject({ status: "handling", level: "community" });
    expect(ownerOf(back)).not.toBe(staff);
    const again = story
      .owner(recuse)
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .does({ type: "petitioner", act: { command: "undoWithdrawal" } })
      .opens();
    expect(ownerOf(again)).not.toBe(staff);
  });

  it("is given nothing of it by a colleague, and decides on nothing of it as a head", () => {
    const story = township();
    const staff = ownerOf(story);
    const after = story.owner(recuse);
    expect(after.ownerRefused({ command: "reassign", to: staff, reason: "-" })).toBe("complainedAbout");
    const head = after.owner(recuse);
    expect(ownerOf(after)).toBe("river-head");
    const asked = head.owner({ command: "askExtension", days: 5, reason: "要鉴定" });
    expect(isAsking(asked.state) && asked.state.extension.head.staff).not.toBe("river-head");
  });

  it("is not followed by whoever decides on what they have asked for", () => {
    const asked = township().owner({ command: "askExtension", days: 5, reason: "要鉴定" });
    const decider = isAsking(asked.state) ? asked.state.extension.head.staff : "";
    const after = asked.owner(recuse);
    expect(isAsking(after.state) && after.state.extension.head.staff).toBe(decider);
    expect(ownerOf(after)).not.toBe(decider);
  });

  it("is followed by whoever is left, until the petition office and beyond", () => {
    let story = community();
    const before = new Set<string>();
    for (let n = 0; n < 4; n += 1) {
      before.add(ownerOf(story));
      story = story.owner(recuse);
      expect(before.has(ownerOf(story))).toBe(false);
    }
  });

  it("cannot, where nobody else is left", () => {
    const story = community();
    const others = directory.staff.flatMap(({ id }) => (id === ownerOf(story) ? [] : [id]));
    const alone = filed("estate", undefined, { ...aboutNobody, staff: others.filter((id) => id !== "bureau-handler") });
    const opened = alone.opens();
    const last = ownerOf(opened) === "bureau-handler" ? opened : opened.owner(recuse);
    expect(ownerOf(last)).toBe("bureau-handler");
    expect(last.ownerRefused(recuse)).toBe("nobodyElse");
  });

  it("cannot, where nobody else is left but whoever decides on what they have asked", () => {
    const asked = community().owner({
      command: "object",
      rightUnit: "housing",
      reason: "三号楼不在本单位的辖区，请按属地管理的规定办理，另附辖区图一份，请核对。",
    });
    const { state, world } = asked;
    if (!isObjecting(state)) throw new Error("There is no objection");
    const [owner, sender] = [ownerOf(asked), state.objection.decider.staff];
    const others = directory.staff.flatMap(({ id }) => (id === owner || id === sender ? [] : [id]));
    const { stepNo, assignment, about } = state;
    const alone = { ...state, about: { ...about, staff: others } };
    const decided = decide(alone, { type: "staff", by: owner, stepNo, assignment, act: recuse }, world);
    expect(decided).toEqual({ refused: "nobodyElse" });
  });
});

test("the petitioner reads that the handler stepped aside and which kind of reason it was, and no name; the office reads who", () => {
  const event = community().owner(recuse).events.at(-1);
  if (event === undefined) throw new Error("nothing happened");
  const told = { directory, petition: undefined };
  const read = eventSentence(event, told, "zh", toPetitioners, "2026-03-02");
  expect(read).toContain("承办人自行回避：与当事人有亲属关系");
  const name = directory.staff.find(({ id }) => id === "peach-handler")?.name ?? "";
  expect(read).not.toContain(name);
  expect(eventSentence(event, told, "zh", toOffice, "2026-03-02")).toContain(name);
});

test("the form takes one of the reasons, and no words", () => {
  expect(staffForms.read({ command: "recuse", recusalGround: "interest" })).toMatchObject({
    act: { command: "recuse" },
  });
  for (const typed of [{}, { recusalGround: "" }, { recusalGround: "because" }]) {
    expect(staffForms.read({ command: "recuse", ...typed })).toMatchObject({ problems: { recusalGround: "missing" } });
  }
  expect(staffForms.read({ command: "recuse", recusalGround: "interest", reason: "x" })).toMatchObject({
    broken: true,
  });
});
