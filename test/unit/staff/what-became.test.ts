import { describe, expect, it } from "vitest";
import { partsIn } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import { filed, promised, type Story } from "../case/story.ts";
import { office } from "./office.ts";

const step = () => filed("wages").opens();
const agrees = (story: Story) => story.does({ type: "petitioner", act: { command: "agreeSettlement" } });
const settles = (story: Story) => agrees(story.owner(promised("2026-03-09")));
const reason = "-";

const objected = () => step().owner({ command: "object", rightUnit: "river", reason });
const proposed = () =>
  step().owner({ command: "proposeTransfer", body: "police", explanation: "涉嫌犯罪，由公安机关管辖。" });
const recusing = (story = step()) =>
  story.does({
    type: "petitioner",
    act: { command: "askRecusal", recusalOf: "handler", recusalGround: "relative", reason },
  });
/** Whoever should step aside proposes nothing before it is decided: they had. */
const recusingLate = () => recusing(step().owner(promised("2026-03-09")));
const hurrying = () =>
  step().does({ type: "petitioner", act: { command: "askUrgency", urgentGround: "worsening", reason } });
const assisting = () =>
  step().owner({ command: "askAssistance", assistUnit: "river", question: "谁的管网？", wantedBy: "2026-03-05" });
const meeting = () =>
  step().owner({ command: "convene", units: ["river", "peach"], question: "谁的管网？", meetOn: "2026-03-04" });
const convening = () => step().does({ type: "beginConvening", by: "bureau-colleague" });

/** What the link of whoever had a part says, once something has happened. */
const becameOf = async (before: Story, role: Role, then: (story: Story) => Story) => {
  const turn = partsIn(before.state).find((part) => part.role === role);
  if (turn === undefined) throw new Error(`Nobody is ${role}`);
  const after = then(before);
  const { staff, stepNo, assignment } = turn;
  const { open, page, held } = office(after);
  const link = { caseId: after.state.id, staff, stepNo, assignment };
  const opened = await open(held(link));
  const reply = await page(link);
  const html = "html" in reply ? reply.html : "";
  return {
    past: opened.kind === "past" ? opened.past : opened.kind,
    did: /<dt>做了什么<\/dt><dd>(.*?)<\/dd>/.exec(html)?.[1],
  };
};

describe("what a link tells whose turn beside the owner is over while the step goes on", () => {
  it.each([
    [
      "more time, and it is settled",
      () => step().owner({ command: "askExtension", days: 15, reason }),
      "head",
      settles,
    ],
    ["the objection, and it is settled", objected, "sender", settles],
    ["the other way, and it is settled", proposed, "consenter", settles],
    ["who steps aside, and it is settled", recusingLate, "judge", agrees],
    [
      "who steps aside, and whoever was meant has by themselves",
      () => recusing(),
      "judge",
      (story) => story.owner({ command: "recuse", recusalGround: "relative" }),
    ],
    ["what is urgent, and it is settled", hurrying, "triage", settles],
    [
      "what is urgent, and the bureau has marked it meanwhile",
      hurrying,
      "triage",
      (story) => story.does({ type: "markUrgent", by: "bureau-colleague", why: "worsening" }),
    ],
  ] as const satisfies [string, () => Story, Role, (story: Story) => Story][])(
    "nothing is left to decide for whoever had to decide on %s",
    async (_, asked, role, then) => {
      expect(await becameOf(asked(), role, then)).toMatchObject({ past: "lapsed" });
    },
  );

  it.each([
    ["assistance", assisting, "assistant", settles],
    ["a meeting that is not to be", meeting, "invited", settles],
    [
      "a meeting that is called off",
      meeting,
      "invited",
      (story) => story.owner({ command: "callOffMeeting", reason: "总包当天来不了" }),
    ],
    ["the bureau's meetings", convening, "convener", settles],
  ] as const satisfies [string, () => Story, Role, (story: Story) => Story][])(
    "nothing is left to do for whoever was asked for %s",
    async (_, asked, role, then) => {
      expect(await becameOf(asked(), role, then)).toMatchObject({ past: "unneeded" });
    },
  );

  it.each([
    ["more time", () => step().owner({ command: "askExtension", days: 15, reason }), "head"],
    ["the objection", objected, "sender"],
    ["the other way", proposed, "consenter"],
    ["who steps aside", () => recusing(), "judge"],
    ["what is urgent", hurrying, "triage"],
    ["assistance", assisting, "assistant"],
    ["the bureau's meetings", convening, "convener"],
  ] as const satisfies [string, () => Story, Role][])(
    "somebody else has it where the request for %s was passed on as no mail reached them",
    async (_, asked, role) => {
      const passesOn = (story: Story) => {
        const turn = partsIn(story.state).find((part) => part.role === role);
        if (turn === undefined) throw new Error(`Nobody is ${role}`);
        const { staff, stepNo, assignment } = turn;
        return story.does({ type: "passOn", turn: { staff, stepNo, assignment }, unreachable: [staff] });
      };
      expect(await becameOf(asked(), role, passesOn)).toMatchObject({ past: "passedOn" });
    },
  );

  it("somebody else answers a petitioner who was pressed, and the page of whoever was told before names no such deed", async () => {
    const told = step()
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .does({ type: "petitioner", act: { command: "tellPressure", pressure: "楼长说不撤回就不给开证明" } })
      .does({ type: "petitioner", act: { command: "undoWithdrawal" } })
      .opens();
    const became = await becameOf(told, "confidant", (story) =>
      story.does({
        type: "passOn",
        turn: { staff: "bureau-head", stepNo: 1, assignment: 2 },
        unreachable: ["bureau-head"],
      }),
    );
    expect(became).toEqual({ past: "passedOn", did: undefined });
  });

  it("names what ended it", async () => {
    const { did } = await becameOf(recusingLate(), "judge", agrees);
    expect(did).toBe("回避申请终止");
  });
});
