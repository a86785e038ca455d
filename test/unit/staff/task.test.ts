import { describe, expect, it } from "vitest";
import { linkToken } from "#access/task-link.ts";
import { taskAddresses } from "#case/state/task-door.ts";
import { directory } from "../case/district.ts";
import { filed, hears, type Story } from "../case/story.ts";
import { office, secret } from "./office.ts";

const asking = () => filed("wages").opens().owner({ command: "askExtension", days: 15, reason: "等鉴定结论" });
const approve = { command: "approveExtension" } as const;

describe("while an extension is asked for", () => {
  it("the head's link approves it, with both clocks in the decision, and is used up by that", async () => {
    const { act, open, shown, committed } = office(asking());
    const done = await act(shown("housing-head"), approve);
    expect(done).toMatchObject({
      kind: "done",
      did: { fact: { type: "extensionApproved", letter: { answerBy: "2026-05-21" } } },
    });
    expect(committed[0]?.events.flatMap(({ clocks }) => clocks)).toMatchObject([
      { change: "move", clock: { kind: "step", lastDay: "2026-04-01" } },
      { change: "move", clock: { kind: "handling", lastDay: "2026-05-21" } },
      { change: "stop", clock: { kind: "decision" } },
    ]);
    expect(await open(shown("housing-head"))).toMatchObject({ kind: "past", past: "used" });
  });

  it("the owner's link does not approve it, and stays the owner's", async () => {
    const { act, open, shown, committed } = office(asking());
    expect(await act(shown("housing-handler"), approve)).toMatchObject({ kind: "refused", refusal: "notAtThisLevel" });
    expect(committed).toEqual([]);
    expect(await open(shown("housing-handler"))).toMatchObject({ kind: "open", role: "owner" });
  });

  it("the owner is shown who petitions, the head is not, and each look is recorded as what it was", async () => {
    const { open, shown, looks } = office(asking());
    expect(await open(shown("housing-head"))).toMatchObject({ kind: "open", role: "head", petitioner: undefined });
    expect(await open(shown("housing-handler"))).toMatchObject({ petitioner: { name: "王小芳" } });
    const [at, stepNo] = [asking().now, 1];
    expect(looks).toEqual([
      { at, by: "housing-head", unit: "housing", stepNo, only: "matter" },
      { at, by: "housing-handler", unit: "housing", stepNo },
    ]);
  });

  it("the owner's answer is what they did, although the request is refused before it", async () => {
    const { act, shown } = office(asking().owner(hears("2026-03-02T02:00:00.000Z")));
    const reply = { command: "reply", outcome: "resolved", facts: "-", rule: "-", decision: "-" } as const;
    expect(await act(shown("housing-handler"), reply)).toMatchObject({
      kind: "done",
      did: { fact: { type: "replied" } },
    });
    expect(await act(shown("housing-head"), approve)).toMatchObject({ kind: "past", past: "overtaken" });
  });
});

it.each([
  ["", (story: Story) => story],
  [
    ", also when the step was handed on meanwhile",
    (story: Story) => story.owner({ command: "reassign", to: "leader-colleague", reason: "休假" }),
  ],
])("a head's link says that it is too late once the law's time has ended over the request%s", async (_, meanwhile) => {
  const asked = filed("wages")
    .opens()
    .owner({ command: "reportUpward", reason: "-" })
    .opens()
    .owner({ command: "askExtension", days: 15, reason: "等鉴定结论" });
  const late = meanwhile(asked)
    .later("2026-05-06T16:00:00.000Z")
    .does({ type: "ring", clock: { kind: "handling", n: 1 } });
  const { open, shown } = office(late);
  const token = linkToken(secret, { caseId: late.state.id, stepNo: 2, staff: "leader-head", assignment: 1 });
  expect(await open({ ...shown("leader-head"), token })).toMatchObject({ kind: "past", past: "lapsed" });
});

it.each([
  ["退回", "step", { command: "handBack", reason: "请街道先到现场核实" }, "不能再退回下级"],
  ["延期", "beside", { command: "askExtension", days: "15", reason: "请等鉴定结论" }, "不能再延期"],
] as const)(
  "keeps what was typed to ask for %s when it is refused because time has run out meanwhile",
  async (...one) => {
    const [, door, form, why] = one;
    const { pagesAt, request, shown, committed } = office(filed("wages").opens().later("2026-05-20T02:00:00.000Z"));
    const sent = request(shown("housing-handler"), `${taskAddresses[door]}/act`, form);
    const reply = await pagesAt(door).act(sent);
    expect(reply.status).toBe(422);
    const page = "html" in reply ? reply.html : "";
    for (const text of [why, form.reason, `name="command" value="${form.command}"`]) expect(page).toContain(text);
    expect(committed).toEqual([]);
  },
);

it("keeps what was typed for a settlement that is pending already, and offers nothing that this step never allows", async () => {
  const pending = filed("estate")
    .opens()
    .owner({ command: "proposeSettlement", terms: "周五前修好", done: "already", promisedFor: undefined });
  const { send } = office(pending);
  const replies = await Promise.all([
    send("peach-handler", { command: "proposeSettlement", terms: "下周一前修好", done: "already", promisedFor: "" }),
    send("peach-handler", { command: "notAccept", ground: "court", explanation: "已起诉" }),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([422, 422]);
  const [again, never] = replies.map((reply) => ("html" in reply ? reply.html : ""));
  expect(again).toContain("下周一前修好");
  expect(never).toContain("本环节不能这样办理");
  expect(never).toContain("已起诉");
  expect(never).not.toContain('name="command" value="notAccept"');
});

it("a look by somebody who stands in for another unit is recorded with their own unit", async () => {
  const away = [{ from: "2026-03-02", until: "2026-03-31" }];
  const nobodyInHousing = {
    ...directory,
    staff: directory.staff.map((person) => (person.unit === "housing" ? { ...person, away } : person)),
  };
  const stoodIn = filed("wages").governed(nobodyInHousing).opens();
  expect(stoodIn.state).toMatchObject({ unit: "housing", owner: "bureau-handler" });
  const { open, shown, looks } = office(stoodIn);
  await open(shown("bureau-handler"));
  expect(looks).toEqual([{ at: stoodIn.now, by: "bureau-handler", unit: "bureau", stepNo: 1 }]);
});
