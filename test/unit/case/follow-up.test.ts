import { describe, expect, it } from "vitest";
import { decide } from "#case/acts/decide.ts";
import { staffForms } from "#case/acts/every-act.ts";
import { callerFor } from "#case/acts/follow-up-watch.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { partsIn } from "#case/state/standing.ts";
import { doorOf } from "#case/state/task-door.ts";
import type { FollowedUp } from "#clock/policy.ts";
import { directory, followingUp } from "./district.ts";
import { filed, promisingLetter, type Story } from "./story.ts";

const following = (after?: readonly FollowedUp[]) => followingUp(directory, after);

const upward = { command: "reportUpward", reason: "-" } as const;
const opened = { type: "petitioner", act: { command: "openAnswer" } } as const;
const confirms = { type: "petitioner", act: { command: "confirmSettlement" } } as const;
const reopens = { type: "petitioner", act: { command: "reopenSettlement" } } as const;
const report = { command: "reportPromise", performed: "已拆除" } as const;

const begun = filed("estate").governed(following()).opens();
/** Settled on 2 March by the community, whose turn it was. */
const settled = begun.owner({ command: "proposeSettlement", terms: "已补种", done: "already" }).does(confirms);
/** 3 March, a Tuesday: somebody is asked. */
const asked = settled.passes("2026-03-03T02:00:00.000Z");
const keptBoth = (): Story => {
  const delivered = begun
    .owner(upward)
    .opens()
    .owner({ command: "reply", ...promisingLetter })
    .does(opened);
  const reported = delivered.part("promiser", report).part("promiser", report);
  return reported
    .does({ type: "petitioner", act: { command: "confirmPromise", which: "1" } })
    .does({ type: "petitioner", act: { command: "confirmPromise", which: "2" } })
    .passes("2026-04-03T02:00:00.000Z");
};

const facts = ({ events }: Story) => events.map(({ fact }) => fact.type);
const clocks = ({ running }: Story, kind: string) =>
  running.filter(({ clock }) => clock.kind === kind).map(({ clock }) => clock.lastDay);
const callers = ({ state }: Story) => partsIn(state).filter(({ role }) => role === "caller");
const call = (
  callCame: "done" | "partly" | "notDone" | "declined",
  more: Partial<Extract<StaffCommand, { command: "recordCall" }>> = {},
) => ({ command: "recordCall", callCame, said: "还没有种", ...more }) as const;
const tried = { command: "recordCallTry", said: "10 点，没有人接" } as const;

describe("a case that has ended", () => {
  it("is followed up by somebody who had no hand in it, from the working morning after on", () => {
    expect(clocks(settled, "followUp")).toEqual(["2026-04-01"]);
    expect(callers(settled)).toEqual([]);
    const [caller] = callers(asked);
    expect(caller).toMatchObject({ unit: "bureau" });
    expect(asked.state.hands?.filter((id) => id === caller?.staff)).toHaveLength(1);
    expect(settled.state.hands).not.toContain(caller?.staff);
    expect(asked.events.at(-1)?.messages).toMatchObject([
      { kind: "taskMail", ask: "followUp", to: caller?.staff, lastDay: "2026-04-01" },
    ]);
    expect(doorOf(asked.state, "caller")).toBe("after");
  });

  it("is not where the policy does not name its end, its answer supports nothing, or its petitioner left no name", () => {
    const own = (after: readonly FollowedUp[]) =>
      filed("estate")
        .governed(following(after))
        .opens()
        .owner({ command: "proposeSettlement", terms: "已补种", done: "already" })
        .does(confirms);
    expect(clocks(own(["supported", "promisesKept", "unconfirmed"]), "followUp")).toEqual([]);
    expect(clocks(own([]), "followUp")).toEqual([]);
    const answered = (outcome: "explained" | "resolved") =>
      begun
        .owner(upward)
        .opens()
        .owner({ command: "reply", outcome, facts: "-", rule: "-", decision: "-" })
        .does(opened)
        .passes("2026-04-01T22:00:00.000Z");
    expect(answered("explained").state.status).toBe("closed");
    expect(clocks(answered("explained"), "followUp")).toEqual([]);
    expect(clocks(answered("resolved"), "followUp")).toHaveLength(1);
    const { state, world } = begun.owner({ command: "proposeSettlement", terms: "已补种", done: "already" });
    const started = (c: typeof state) => {
      const decision = decide(c, { ...confirms, saw: c.told }, world);
      if ("refused" in decision) throw new Error(decision.refused);
      return decision.events.flatMap((event) => event.clocks.map(({ change }) => change)).includes("start");
    };
    expect(started(state)).toBe(true);
    expect(started({ ...state, unnamed: true })).toBe(false);
  });

  it("goes to the bureau's officers first, then its head, then a unit beside, and to nobody where all had a hand in it", () => {
    const { state } = settled;
    if (state.status !== "closed") throw new Error("It has not ended");
    const on = { on: "2026-03-03", unreachable: [] };
    const withHands = (...hands: string[]) => callerFor({ ...state, hands }, on, directory)?.id;
    expect(withHands("bureau-handler")).toBe("bureau-colleague");
    expect(withHands("bureau-handler", "bureau-colleague")).toBe("bureau-head");
    const bureau = ["bureau-handler", "bureau-colleague", "bureau-head"];
    expect(withHands(...bureau)).toBeUndefined();
    const plum = {
      id: "plum",
      level: "community" as const,
      parent: "river",
      name: { zh: "-", en: "-" },
      head: "plum-head",
    };
    const [peach] = directory.units.filter(({ id }) => id === "peach");
    const [one] = directory.staff;
    if (peach === undefined || one === undefined) throw new Error("The district has changed");
    const wider = {
      ...directory,
      units: [...directory.units, { ...peach, ...plum }],
      staff: [...directory.staff, { ...one, id: "plum-head", unit: "plum" }],
    };
    expect(callerFor({ ...state, hands: bureau }, on, wider)?.id).toBe("plum-head");
    expect(callerFor({ ...state, hands: bureau, about: { units: ["plum"], staff: [] } }, on, wider)).toBeUndefined();
    // Whoever of that unit had a hand in it makes the whole of it one that had.
    expect(callerFor({ ...state, hands: [...bureau, "plum-head"] }, on, wider)).toBeUndefined();
  });

  it("says so where nobody is left to call", () => {
    const bureau = directory.staff.filter(({ unit }) => unit === "bureau").map(({ id }) => id);
    const away = { from: "2026-03-01", until: "2026-03-31" };
    const empty = {
      ...following(),
      staff: directory.staff.map((one) => (bureau.includes(one.id) ? { ...one, away: [away] } : one)),
    };
    const none = settled.governed(empty).passes("2026-03-03T02:00:00.000Z");
    expect(none.events.at(-1)?.fact).toMatchObject({ type: "followUpOver", how: "nobody" });
    expect(none.running).toEqual([]);
  });
});

describe("a follow-up call", () => {
  it("that finds it done ends, and leaves the case as it was", () => {
    const over = asked.part("caller", call("done"));
    expect(over.state).toMatchObject({ status: "closed", how: "settled", outcome: "resolved" });
    expect(over.state).not.toHaveProperty("followUp");
    expect(over.running).toEqual([]);
    expect(callers(over)).toEqual([]);
  });

  it("lacks neither what they say nor, where not all is done, whether they want it taken up", () => {
    expect(staffForms.read({ command: "recordCall", said: "-" })).toMatchObject({ problems: { callCame: "missing" } });
    expect(staffForms.read({ command: "recordCall", callCame: "notDone", said: "-" })).toMatchObject({
      problems: { takeUp: "missing" },
    });
    expect(staffForms.read({ command: "recordCall", callCame: "done", said: " " })).toMatchObject({
      problems: { said: "missing" },
    });
    const named = { command: "recordCall", callCame: "partly", said: "-", takeUp: "yes", notKept: "7" };
    expect(staffForms.read(named)).toMatchObject({ problems: { notKept: "unknown" } });
  });

  it("that finds it not done has it taken up anew by the level that settled it, where they want that", () => {
    const left = asked.part("caller", call("notDone", { takeUp: "no" }));
    expect(left.state.status).toBe("closed");
    const again = asked.part("caller", call("notDone", { takeUp: "yes" }));
    expect(again.state).toMatchObject({ status: "accepted", goingTo: "community", isAnew: true, epoch: 2 });
    expect(again.events.at(-1)?.messages).toEqual([{ kind: "start", epoch: 2, startAt: "community" }]);
    expect(clocks(again, "handling")).toEqual(clocks(begun, "handling"));
    const anew = again.opens();
    expect(anew.state).toMatchObject({ status: "handling", level: "community" });
    // A case is taken up by a call once.
    const settledAgain = anew.owner({ command: "proposeSettlement", terms: "已补种", done: "already" }).does(confirms);
    expect(settledAgain.state.status).toBe("closed");
    expect(settledAgain.running).toEqual([]);
  });

  it("that finds promises not kept makes them the bureau's to have kept, as broken ones", () => {
    const ended = keptBoth();
    expect(ended.state).toMatchObject({ status: "closed", how: "promisesKept" });
    expect(callers(ended)).toHaveLength(1);
    expect(ended.partRefused("caller", call("partly", { takeUp: "yes" }))).toBe("promiseNotNamed");
    const one = ended.part("caller", call("partly", { takeUp: "yes", notKept: "2" }));
    expect(one.state).toMatchObject({ status: "window", epoch: 2 });
    expect(one.state.promised).toMatchObject([
      { n: 1, over: "kept" },
      { n: 2, broken: 1 },
    ]);
    expect(one.state.promised?.[1]).not.toHaveProperty("over");
    expect(partsIn(one.state).map(({ role }) => role)).toEqual(expect.arrayContaining(["promiser", "overseer"]));
    expect(clocks(one, "supervision")).toHaveLength(1);
    const both = ended.part("caller", call("notDone", { takeUp: "yes" }));
    expect(both.state.promised).toMatchObject([{ broken: 1 }, { broken: 1 }]);
    const turns = partsIn(both.state)
      .filter(({ role }) => role !== "owner")
      .map(({ assignment }) => assignment);
    expect(new Set(turns).size).toBe(4);
    expect(clocks(both, "supervision")).toHaveLength(2);
    // Kept at last, it ends as before, and nobody calls a second time.
    const kept = one
      .part("promiser", report)
      .does({ type: "petitioner", act: { command: "confirmPromise", which: "2" } });
    expect(kept.state).toMatchObject({ status: "closed", how: "promisesKept" });
    expect(kept.running).toEqual([]);
  });

  it("is tried on three days, each once", () => {
    const first = asked.part("caller", tried);
    expect(first.partRefused("caller", tried)).toBe("calledToday");
    const second = first.passes("2026-03-04T02:00:00.000Z").part("caller", tried);
    expect(second.state).toMatchObject({ followUp: { tries: ["2026-03-03", "2026-03-04"] } });
    const third = second.passes("2026-03-05T02:00:00.000Z").part("caller", tried);
    expect(facts(third).slice(-2)).toEqual(["followUpTried", "followUpOver"]);
    expect(third.events.at(-1)?.fact).toMatchObject({ how: "notReached" });
    expect(third.running).toEqual([]);
  });

  it("that nobody makes is the bureau's head's, and at last on record: nothing stays open for ever", () => {
    const silent = asked.passes("2026-04-02T02:00:00.000Z");
    expect(callers(silent)).toMatchObject([{ staff: "bureau-head" }]);
    expect(facts(silent)).toContain("followUpReminded");
    const over = silent.passes("2026-06-01T02:00:00.000Z");
    expect(over.events.at(-1)?.fact).toMatchObject({ type: "followUpOver", how: "notMade" });
    expect(over.running).toEqual([]);
    expect(over.state.status).toBe("closed");
  });

  it("passes on when its caller leaves, and only they may make it", () => {
    const [before] = callers(asked);
    const without = { ...following(), staff: directory.staff.filter(({ id }) => id !== before?.staff) };
    const passed = asked.governed(without).does({ type: "handOver" });
    const [now] = callers(passed);
    expect(now?.staff).not.toBe(before?.staff);
    expect(now).toMatchObject({ unit: "bureau" });
    const { staff = "", stepNo = 1, assignment = 1 } = before ?? {};
    expect(passed.refuses({ type: "staff", by: staff, stepNo, assignment, act: call("done") })).toBe("movedOn");
    expect(settled.refuses({ type: "staff", by: staff, stepNo, assignment, act: call("done") })).toBe("ended");
  });

  it("is given a new link like any other task", () => {
    const [turn] = callers(asked);
    if (turn === undefined) throw new Error("Nobody calls");
    const { staff, stepNo, assignment } = turn;
    const renewed = asked.does({ type: "renewLink", link: { caseId: asked.state.id, staff, stepNo, assignment } });
    expect(renewed.events.at(-1)?.fact).toMatchObject({ type: "linkRenewed", issue: 2 });
  });

  it("lapses when its petitioner reopens the case, called about or not", () => {
    for (const story of [settled, asked]) {
      const again = story.does(reopens);
      expect(again.state.status).toBe("accepted");
      expect(clocks(again, "followUp")).toEqual([]);
    }
    expect(facts(asked.does(reopens)).slice(-2)).toEqual(["followUpOver", "settlementReopened"]);
  });
});
