import { describe, expect, it } from "vitest";
import { staffForms } from "#case/acts/every-act.ts";
import { hasEnded } from "#case/state/case.ts";
import { directory } from "./district.ts";
import { filed } from "./story.ts";

const explanation = "欠薪应当先申请仲裁";
const guide = { command: "guide", route: "arbitration", knownOn: undefined, explanation } as const;
const guided = filed("land").opens().owner(guide);

describe("a matter that a procedure of the law decides", () => {
  it("is handled by guiding to it, with the procedure and its limits in the words of the day", () => {
    const [route] = directory.policy.routes;
    const { state } = guided;
    expect(state).toMatchObject({ status: "guided", route, explanation });
    // The limit of the procedure stands first, then those of the category.
    expect(state.status === "guided" && state.limits.map(({ id }) => id)).toEqual(["arbitration", "reconsideration"]);
    expect(hasEnded(state)).toBe(true);
  });

  it("names the last day of the procedure's limit where it is known from when it runs, and of no other", () => {
    const { state } = filed("land")
      .opens()
      .owner({ ...guide, knownOn: "2025-08-31" });
    expect(state.status === "guided" && state.limits.map(({ id, counted }) => [id, counted])).toEqual([
      // 31 August 2026 is a Monday.
      ["arbitration", { from: "2025-08-31", end: "2026-08-31", lastDay: "2026-08-31", provisional: false }],
      ["reconsideration", "notKnown"],
    ]);
  });

  it("counts from no day to come, and from none of more than twenty years ago", () => {
    for (const knownOn of ["2026-03-03", "2006-03-01"]) {
      expect(
        filed("land")
          .opens()
          .ownerRefused({ ...guide, knownOn }),
      ).toBe("limitDayImpossible");
    }
    expect(
      filed("land")
        .opens()
        .owner({ ...guide, knownOn: "2006-03-02" }).state.status,
    ).toBe("guided");
  });

  it("stops the bureau's clock, tells the workflow and the petitioner, and is no refusal", () => {
    const last = guided.events.at(-1);
    expect(last?.clocks).toEqual([{ change: "stop", clock: { kind: "accept", n: 1 }, why: "done" }]);
    expect(last?.messages).toEqual([
      { kind: "signal", stepNo: 1, outcome: "guided" },
      { kind: "newsMail", news: "guided" },
    ]);
    expect(guided.running).toEqual([]);
    expect(guided.state.status).not.toBe("notAccepted");
  });

  it("goes to no procedure that the policy does not know, and is guided by the bureau alone", () => {
    expect(
      filed("land")
        .opens()
        .ownerRefused({ ...guide, route: "oracle" }),
    ).toBe("unknownRoute");
    expect(filed("estate").opens().ownerRefused(guide)).toBe("notAtThisLevel");
  });
});

describe("a ground for not accepting that has to be shown", () => {
  const refused = { command: "notAccept", ground: "in-hand", where: "市住建局，3月1日受理", explanation } as const;

  it("names who has the matter in hand, or is refused", () => {
    const screening = filed("land").opens();
    expect(screening.ownerRefused({ ...refused, where: undefined })).toBe("groundNotShown");
    expect(screening.owner(refused).state).toMatchObject({ status: "notAccepted", where: refused.where });
  });

  it.each([
    ["a mobile phone", "张三 13900002468 也反映过"],
    ["one that is grouped", "139 0000-2468"],
    ["one in full-width digits", "１３９００００２４６８"],
    ["an identity card", "11010519491231002X 的案件"],
  ])("names nobody: %s in it is refused", (_, where) => {
    const read = staffForms.read({ command: "notAccept", ground: "in-hand", where, explanation });
    expect(read).toMatchObject({ problems: { where: "namesAPerson" } });
  });

  it.each(["市住建局，2026年3月1日受理，电话 010-8604 0500", "安和信〔2026〕0123号", "", " \u200b"])(
    "names a body, a day, a number of a case, or nothing: “%s”",
    (where) => {
      expect(staffForms.read({ command: "notAccept", ground: "in-hand", where, explanation })).not.toHaveProperty(
        "problems",
      );
    },
  );
});

describe("the time limits of other bodies", () => {
  it("are kept with the receipt, the guidance and the refusal as they were", () => {
    const named = filed("land").events[0]?.fact;
    expect(named).toMatchObject({ type: "registered", limits: [{ id: "reconsideration", length: { count: 60 } }] });
    const refused = filed("land")
      .opens()
      .owner({ command: "notAccept", ground: "court", where: undefined, explanation });
    expect(refused.state).toMatchObject({ limits: [{ id: "reconsideration" }] });
  });

  it("are none where the category names none", () => {
    expect(filed("estate").events[0]?.fact).toMatchObject({ limits: [] });
  });
});
