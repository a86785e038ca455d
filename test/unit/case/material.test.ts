import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { mostMaterials } from "#case/state/facts/material.ts";
import { clockOf, periodClock } from "#case/state/running.ts";
import { dayBefore } from "#clock/period.ts";
import { directory } from "./district.ts";
import { filed, letter, namesAgent, promised, type Story } from "./story.ts";

/** The step of the department runs from Mon 2 to Tue 17 March 2026; a week of it is over on the 9th. */
const atDepartment = () => filed("wages").opens();
const ask = {
  command: "askMaterial",
  ...{ list: "劳动合同\n工资条", reason: "合同上写着工资多少", bringTo: "二楼 3 号窗口" },
  ...{ help: "窗口王芳，0300-8604 0001", bringBy: "2026-03-12" },
  nobodyHasIt: "yes",
} as const;
const add = { type: "petitioner", act: { command: "addMaterial", material: "合同没有签，有工资条" } } as const;
const asking = () => atDepartment().later("2026-03-04T02:00:00.000Z").owner(ask);
const last = (story: Story) => story.events.at(-1);
const step = (story: Story) => periodClock(story.state, "step");
const handling = (story: Story) => clockOf(story.state, "handling");
const factsSince = (before: Story, after: Story) =>
  after.events.slice(before.events.length).map(({ fact }) => fact.type);
const shares = (story: Story) =>
  story.events.flatMap(({ fact, at }) =>
    fact.type === "reminded" && fact.clock.kind === "step" ? [{ percent: fact.percent, at }] : [],
  );

describe("material is asked for", () => {
  it("by the owner, with everything that whoever has to find it needs; a letter says so, and the petitioner is mailed", () => {
    const { fact, messages } = last(asking()) ?? {};
    expect(fact).toMatchObject({
      type: "materialAsked",
      unit: "housing",
      letter: { kind: "material", list: ask.list, reason: ask.reason, bringTo: ask.bringTo, help: ask.help },
    });
    expect(fact).toMatchObject({
      letter: { wantedBy: "2026-03-12", article: directory.policy.clocks.material.article },
    });
    expect(messages).toEqual([{ kind: "newsMail", news: "materialAsked" }]);
    expect(asking().state).toMatchObject({ owner: "housing-handler", material: { wantedBy: "2026-03-12" } });
  });

  it("and the step's time waits, to the day at most; the law's does not move, nor does any start", () => {
    const [before, after] = [atDepartment(), asking()];
    expect(handling(after)).toEqual(handling(before));
    expect(step(before)).toMatchObject({ lastDay: "2026-03-17" });
    // Thirteen days were left on the 4th, and so they are on the 12th.
    expect(step(after)).toMatchObject({ start: step(before).start, lastDay: "2026-03-25" });
    expect(clockOf(after.state, "material")?.clock).toMatchObject({ lastDay: "2026-03-12", named: true });
  });

  it("once at a step, whoever asks; a step of another level may again", () => {
    const brought = asking().does(add);
    expect(brought.ownerRefused(ask)).toBe("materialAskedBefore");
    expect(offeredTo("owner", brought.state, brought.world)).not.toContain("askMaterial");
    const above = brought.owner({ command: "reportUpward", reason: "-" }).opens();
    expect(last(above.owner(ask))?.fact.type).toBe("materialAsked");
  });

  it("by a day after today, within ten days, and before the law's time is over", () => {
    const now = atDepartment().later("2026-03-04T02:00:00.000Z");
    for (const bringBy of ["2026-03-04", "2026-03-15"])
      expect(now.ownerRefused({ ...ask, bringBy })).toBe("materialDayOutside");
    for (const bringBy of ["2026-03-05", "2026-03-14"])
      expect(last(now.owner({ ...ask, bringBy }))?.fact.type).toBe("materialAsked");
    const old = filed("wages").later("2026-04-30T02:00:00.000Z").opens();
    const byLaw = periodClock(old.state, "handling").lastDay;
    expect(byLaw <= "2026-05-08").toBe(true);
    expect(old.ownerRefused({ ...ask, bringBy: byLaw })).toBe("materialDayOutside");
    expect(last(old.owner({ ...ask, bringBy: dayBefore(byLaw) }))?.fact.type).toBe("materialAsked");
  });

  it("never of an urgent case, and not once nothing is left of the step", () => {
    const urgent = filed("hazard").opens();
    expect(urgent.ownerRefused({ ...ask, bringBy: "2026-03-03" })).toBe("urgentWaitsForNothing");
    expect(offeredTo("owner", urgent.state, urgent.world)).not.toContain("askMaterial");
    const lastDay = atDepartment().later("2026-03-17T02:00:00.000Z");
    expect(lastDay.ownerRefused({ ...ask, bringBy: "2026-03-20" })).toBe("tooLateForMaterial");
  });
});

describe("what is brought", () => {
  it("ends the pause: the step has the days left that it had, and its owner is mailed the new day", () => {
    const brought = asking().later("2026-03-06T06:00:00.000Z").does(add);
    const { fact, messages } = last(brought) ?? {};
    expect(fact).toEqual({
      ...{ type: "materialAdded", n: 1, material: add.act.material, on: "2026-03-06", answers: true },
    });
    expect(step(brought)).toMatchObject({ lastDay: "2026-03-19" });
    expect(clockOf(brought.state, "material")).toBeUndefined();
    expect(messages).toEqual([
      ...[
        {
          kind: "taskMail",
          to: "housing-handler",
          ask: "materialAdded",
          stepNo: 1,
          assignment: 1,
          lastDay: "2026-03-19",
        },
      ],
      { kind: "newsMail", news: "materialAdded" },
    ]);
    expect(brought.state).toMatchObject({ materials: 1, material: { over: "brought" } });
  });

  it("unasked moves no clock, and reaches whoever has the case; on its way nobody", () => {
    const [before, after] = [atDepartment(), atDepartment().does(add)];
    expect(after.running).toEqual(before.running);
    expect(last(after)?.fact).not.toHaveProperty("answers");
    expect(last(after)?.messages).toMatchObject([{ kind: "taskMail", to: "housing-handler" }, { kind: "newsMail" }]);
    expect(last(filed("wages").does(add))?.messages).toEqual([{ kind: "newsMail", news: "materialAdded" }]);
    expect(last(filed("land").opens().does(add))?.messages).toMatchObject([{ ask: "materialAdded" }, {}]);
  });

  it("twice for one question pauses nothing a second time", () => {
    const once = asking().later("2026-03-06T06:00:00.000Z").does(add);
    const twice = once.later("2026-03-07T06:00:00.000Z").does(add);
    expect(twice.running).toEqual(once.running);
    expect(twice.state).toMatchObject({ materials: 2 });
  });

  it("is taken as long as the case is open, an answer included, and then no more", () => {
    const answered = atDepartment().owner({ command: "reply", ...letter });
    expect(last(answered.does(add))?.messages).toMatchObject([{ to: "housing-handler", ask: "materialAdded" }, {}]);
    const opened = answered.does({ type: "petitioner", act: { command: "openAnswer" } });
    expect(last(opened.does(add))?.fact.type).toBe("materialAdded");
    const over = opened.passes("2026-06-01T02:00:00.000Z");
    expect(over.refuses(add)).toBe("materialTooLate");
    const withdrawn = asking().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    expect(withdrawn.refuses(add)).toBe("materialTooLate");
    expect(offeredToPetitioner(withdrawn.state, withdrawn.world)).not.toContain("addMaterial");
  });

  it("counts on a page that has been overtaken, and sent again from the same page it is there once", () => {
    const saw = asking().state.told;
    const moved = asking().owner({ command: "noteProgress", readers: "petitioner", note: "-" });
    const brought = moved.does({ ...add, saw });
    expect(last(brought)?.fact.type).toBe("materialAdded");
    expect(factsSince(brought, brought.does({ ...add, saw }))).toEqual([]);
  });

  it("is bounded", () => {
    const many = Array.from({ length: mostMaterials }).reduce<Story>((story) => story.does(add), atDepartment());
    expect(many.refuses(add)).toBe("materialsEnough");
  });

  it("may come from an agent who is named for that, and the petitioner is told", () => {
    const named = asking().does(namesAgent(["file"]));
    const brought = named.does({ ...add, agent: 1 });
    expect(last(brought)).toMatchObject({ by: { kind: "petitioner", agent: 1 } });
    expect(last(brought)?.messages).toContainEqual({ kind: "newsMail", news: "agentActed" });
    expect(
      asking()
        .does(namesAgent(["follow"]))
        .refuses({ ...add, agent: 1 }),
    ).toBe("outsideScope");
  });
});

describe("nothing that is brought", () => {
  it("loses nothing: the day passes, the step goes on from there, and its owner is told", () => {
    const passed = asking().passes("2026-03-12T16:00:00.000Z");
    expect(last(passed)).toMatchObject({
      fact: { type: "materialNotBrought", lastDay: "2026-03-12" },
      messages: [{ kind: "taskMail", to: "housing-handler", ask: "materialNotBrought", lastDay: "2026-03-25" }],
    });
    expect(step(passed)).toMatchObject({ lastDay: "2026-03-25" });
    expect(passed.state).toMatchObject({ owner: "housing-handler", material: { over: "notBrought" } });
    expect(last(passed.later("2026-03-13T02:00:00.000Z").does(add))?.fact).not.toHaveProperty("answers");
    expect(passed.owner({ command: "reply", ...letter }).state.status).toBe("delivering");
  });

  it("lapses with its step, or with a settlement that is agreed, and its clock with it", () => {
    const up = asking().owner({ command: "reportUpward", reason: "-" });
    expect(factsSince(asking(), up)).toEqual(["materialLapsed", "reportedUpward"]);
    expect(clockOf(up.state, "material")).toBeUndefined();
    const agreed = asking()
      .owner(promised("2026-03-20"))
      .does({ type: "petitioner", act: { command: "agreeSettlement" } });
    expect(agreed.events.map(({ fact }) => fact.type).slice(-2)).toEqual(["materialLapsed", "settlementAgreed"]);
    expect(agreed.running.map(({ clock }) => clock.kind).toSorted()).toEqual(["handling", "performance"]);
  });
});

describe("the pause of a step", () => {
  it("shifts its reminders by as long, so that nobody is reminded while it waits", () => {
    const plain = shares(atDepartment().passes("2026-03-17T15:00:00.000Z"));
    const waited = shares(asking().passes("2026-03-25T15:00:00.000Z"));
    expect(plain.map(({ percent }) => percent)).toEqual(waited.map(({ percent }) => percent));
    expect(waited.length).toBeGreaterThan(0);
    for (const { at } of waited) expect(at > "2026-03-12T16:00:00.000Z").toBe(true);
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    for (const [i, { at }] of waited.entries()) expect(days(plain[i]?.at ?? at, at)).toBeGreaterThanOrEqual(7);
  });

  it("ends no later with the end of the step: it climbs on the day that people were told", () => {
    const climbed = asking().passes("2026-03-25T16:00:00.000Z");
    expect(last(climbed)?.fact).toMatchObject({ type: "stepOverdue", lastDay: "2026-03-25" });
  });

  it("does not keep a case low: the lift comes at three quarters of the law's time all the same", () => {
    const low = filed("estate").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    expect(low.state).toMatchObject({ level: "township" });
    const liftAt = handling(low)?.clock.due;
    expect(liftAt).toBeDefined();
    const late = low.later("2026-03-10T02:00:00.000Z");
    const plain = late.passes("2026-05-01T00:00:00.000Z").events.find(({ fact }) => fact.type === "lifted")?.at;
    const asked = late.owner({ ...ask, bringBy: "2026-03-20" });
    const lifted = asked.passes("2026-05-01T00:00:00.000Z").events.find(({ fact }) => fact.type === "lifted")?.at;
    expect(lifted).toEqual(plain);
  });

  it("is counted anew with the calendar, and keeps its start", () => {
    const asked = filed("wages").opens().later("2026-03-04T02:00:00.000Z").owner(ask);
    const holiday = asked
      .announced({
        announced: "2026-03-04",
        reason: { zh: "放假安排有变化", en: "Holidays rearranged" },
        rest: ["2026-03-25"],
        work: [],
      })
      .recounted();
    expect(step(holiday)).toMatchObject({ start: step(asked).start, lastDay: "2026-03-26" });
  });
});
