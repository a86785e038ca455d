import { describe, expect, it } from "vitest";
import { staffForms } from "#case/acts/every-act.ts";
import { partsIn } from "#case/state/standing.ts";
import { doorOf } from "#case/state/task-door.ts";
import { districtDate } from "#clock/period.ts";
import { filed, promisingLetter, type Story } from "./story.ts";

const upward = { command: "reportUpward", reason: "-" } as const;
const township = filed("estate").opens().owner(upward).opens();
const reply = { command: "reply", ...promisingLetter } as const;
const opened = { type: "petitioner", act: { command: "openAnswer" } } as const;
const confirms = (which: string) => ({ type: "petitioner", act: { command: "confirmPromise", which } }) as const;
const denies = (which: string) =>
  ({ type: "petitioner", act: { command: "denyPromise", which, reason: "没有拆" } }) as const;
const report = { command: "reportPromise", performed: "已拆除" } as const;

const issued = township.owner(reply);
/** Answered on 2 March and opened at once: the time for review ends on 1 April. */
const delivered = issued.does(opened);

const facts = ({ events }: Story) => events.map(({ fact }) => fact.type);
const messages = ({ events }: Story) => events.flatMap((event) => event.messages);
const line = ({ state }: Story, n: number) => state.promised?.find((one) => one.n === n);
const clocks = ({ running }: Story, kind: string) =>
  running.filter(({ clock }) => clock.kind === kind).map(({ clock }) => clock.lastDay);

describe("a letter that promises things one by one", () => {
  it("gives each to whoever keeps it, of its own unit to the author, with a clock that ends on its day", () => {
    expect(issued.state.promised).toMatchObject([
      { n: 1, unit: "river", holder: { staff: "river-handler" }, until: "2026-03-20" },
      { n: 2, unit: "peach", until: "2026-05-20" },
    ]);
    expect(clocks(issued, "promise")).toEqual(["2026-03-20", "2026-05-20"]);
    const parts = partsIn(issued.state).filter(({ role }) => role === "promiser");
    expect(parts).toHaveLength(2);
    for (const { staff } of parts) {
      expect(messages(issued)).toContainEqual(expect.objectContaining({ ask: "keepPromises", to: staff }));
    }
    expect(doorOf(issued.state, "promiser")).toBe("after");
  });

  it("lacks no day, no words, and no unit that could keep it", () => {
    const { promiseBy: _, ...undated } = reply;
    expect(staffForms.read(undated)).toMatchObject({ problems: { promiseBy: "missing" } });
    expect(staffForms.read({ ...reply, promise2: " " })).toMatchObject({ problems: { promise2: "missing" } });
    expect(township.ownerRefused({ ...reply, promiseBy: "2026-03-01" })).toBe("promiseInThePast");
    expect(township.ownerRefused({ ...reply, promiseBy2: "2062-05-20" })).toBe("promiseYearsAhead");
    expect(township.ownerRefused({ ...reply, promiseUnit2: "没有这个单位" })).toBe("unitNotNamed");
  });

  it("does not give it to a unit that is complained about", () => {
    const about = filed("estate", undefined, { units: ["peach"], staff: [] })
      .opens()
      .opens();
    expect(about.state).toMatchObject({ status: "handling", level: "township" });
    expect(about.ownerRefused(reply)).toBe("unitMayNotPromise");
  });
});

describe("what is reported as done", () => {
  const reported = delivered.part("promiser", report);

  it("waits for its petitioner, and is nobody's turn of the office", () => {
    expect(line(reported, 1)).toMatchObject({ performed: "已拆除" });
    expect(partsIn(reported.state).filter(({ role }) => role === "promiser")).toHaveLength(1);
    expect(messages(reported)).toContainEqual(expect.objectContaining({ news: "promiseReported" }));
    expect(delivered.refuses(confirms("1"))).toBe("promiseNotAsked");
    expect(reported.refuses(confirms("2"))).toBe("promiseNotAsked");
  });

  it("is kept once they say so, and unconfirmed when they say nothing", () => {
    expect(line(reported.does(confirms("1")), 1)).toMatchObject({ over: "kept" });
    expect(line(reported.passes("2026-04-03T02:00:00.000Z"), 1)).toMatchObject({ over: "unconfirmed" });
  });

  it("before the letter was read, it waits for its petitioner from the delivery on", () => {
    const early = issued.part("promiser", report);
    expect(clocks(early, "confirmation")).toEqual([]);
    expect(early.refuses(confirms("1"))).toBe("promiseNotAsked");
    const read = early.later("2026-03-06T02:00:00.000Z").does(opened);
    expect(clocks(read, "confirmation")).toHaveLength(1);
    expect(line(read.does(confirms("1")), 1)).toMatchObject({ over: "kept" });
  });

  it("the case stays open after the time for a review, and ends as resolved with the last of them", () => {
    const later = reported.does(confirms("1")).passes("2026-04-03T02:00:00.000Z");
    expect(later.state.status).toBe("window");
    expect(facts(later)).toContain("promiseAwaited");
    const all = later.part("promiser", report).does(confirms("2"));
    expect(all.state).toMatchObject({ status: "closed", how: "promisesKept", outcome: "resolved" });
    expect(all.running).toEqual([]);
  });

  it("no case is resolved of which one promise was not confirmed", () => {
    const unsaid = reported.passes("2026-04-06T02:00:00.000Z").part("promiser", report);
    const all = unsaid.does(confirms("2"));
    expect(all.state).toMatchObject({ status: "closed", how: "unconfirmed" });
    expect(all.state).not.toHaveProperty("outcome");
  });

  it("all confirmed while a review can be asked for, it ends with the time for that", () => {
    const all = reported.does(confirms("1")).part("promiser", report).does(confirms("2"));
    expect(all.state.status).toBe("window");
    expect(all.passes("2026-04-03T02:00:00.000Z").state).toMatchObject({ how: "promisesKept", outcome: "resolved" });
  });
});

describe("a promise that is not kept", () => {
  const missed = delivered.passes("2026-03-23T02:00:00.000Z");

  it("rings, climbs to the head of its unit, is the bureau's to see to, and is told to its petitioner", () => {
    expect(line(missed, 1)).toMatchObject({ broken: 1, holder: { staff: "river-head" } });
    expect(partsIn(missed.state).map(({ role }) => role)).toContain("overseer");
    for (const ask of ["promiseBroken", "overseePromise"]) {
      expect(messages(missed)).toContainEqual(expect.objectContaining({ ask }));
    }
    expect(messages(missed)).toContainEqual(expect.objectContaining({ news: "promiseBroken" }));
    expect(missed.state.status).toBe("window");
    expect(facts(missed).filter((type) => type === "registered")).toHaveLength(1);
  });

  it("so does one of which its petitioner says that it is not so", () => {
    const denied = delivered.part("promiser", report).does(denies("1"));
    expect(line(denied, 1)).toMatchObject({ broken: 1 });
    expect(line(denied, 1)).not.toHaveProperty("performed");
    expect(clocks(denied, "confirmation")).toEqual([]);
    expect(clocks(denied, "supervision")).toHaveLength(1);
  });

  it("is asked for by another day, and goes to the bureau's head when that is missed, too", () => {
    const demanded = missed.part("overseer", { command: "demandPromise", demand: "本周内拆除", newDay: "2026-03-27" });
    expect(line(demanded, 1)).toMatchObject({ until: "2026-03-27" });
    expect(line(demanded, 1)).not.toHaveProperty("overseer");
    expect(missed.partRefused("overseer", { command: "demandPromise", demand: "-", newDay: "2026-03-23" })).toBe(
      "promiseDayOutside",
    );
    const again = demanded.passes("2026-03-30T02:00:00.000Z");
    expect(line(again, 1)).toMatchObject({ broken: 2, overseer: { staff: "bureau-head", isLast: true } });
  });

  it("passes to the bureau's head when nobody there asks for it, and reminds them on every working morning", () => {
    const silent = missed.passes("2026-05-08T02:00:00.000Z");
    expect(line(silent, 1)).toMatchObject({ overseer: { staff: "bureau-head", isLast: true } });
    expect(facts(silent).filter((type) => type === "promiseReminded").length).toBeGreaterThan(1);
  });

  it("is mailed to the bureau's head once on the morning on which it is theirs, and once on each one after it", () => {
    const mornings = missed
      .passes("2026-05-08T02:00:00.000Z")
      .events.flatMap(({ at, messages: left }) =>
        left.flatMap((message) =>
          message.kind === "taskMail" && message.ask === "overseePromise" && message.to === "bureau-head"
            ? [districtDate(message.notBefore ?? at)]
            : [],
        ),
      );
    expect(mornings.length).toBeGreaterThan(5);
    expect(mornings).toEqual([...new Set(mornings)]);
  });

  it("is passed on with its own day when whoever oversees it gets no mail, whatever else is broken", () => {
    const both = missed.passes("2026-05-22T02:00:00.000Z");
    const overseer = line(both, 2)?.overseer;
    if (overseer === undefined) throw new Error("Nobody oversees the second promise");
    expect(overseer.staff).not.toBe(line(both, 1)?.overseer?.staff);
    const { staff, assignment } = overseer;
    const turn = { staff, stepNo: both.state.stepNo, assignment };
    const gone = both.does({ type: "passOn", turn, unreachable: [staff] });
    expect(line(gone, 2)?.overseer?.staff).not.toBe(staff);
    const own = gone.running.find(({ clock }) => clock.kind === "supervision" && clock.n === line(gone, 2)?.clock);
    expect(new Set(clocks(gone, "supervision")).size).toBe(2);
    expect(gone.events.at(-1)?.messages).toMatchObject([{ ask: "overseePromise", lastDay: own?.clock.lastDay }]);
  });

  it("is over all the same once it is kept after all", () => {
    const kept = missed.part("promiser", report).does(confirms("1"));
    expect(line(kept, 1)).toMatchObject({ over: "kept" });
    expect(clocks(kept, "supervision")).toEqual([]);
  });
});

describe("another day", () => {
  const postpone = { command: "postponePromise", newDay: "2026-04-10", reason: "材料没有到货" } as const;
  const asked = delivered.part("promiser", { command: "passPromiseUp", reason: "材料没有到货" });

  it("is for the head of the unit to give, whom whoever keeps it asks, and for once", () => {
    expect(delivered.partRefused("promiser", postpone)).toBe("headPostpones");
    expect(line(asked, 1)).toMatchObject({ holder: { staff: "river-head" } });
    const put = asked.part("promiser", postpone);
    expect(clocks(put, "promise")).toContain("2026-04-10");
    expect(messages(put)).toContainEqual(expect.objectContaining({ news: "promisePostponed" }));
    expect(put.partRefused("promiser", { ...postpone, newDay: "2026-04-20" })).toBe("postponedBefore");
    expect(asked.partRefused("promiser", { ...postpone, newDay: "2026-03-19" })).toBe("promiseDayOutside");
    expect(asked.partRefused("promiser", { command: "passPromiseUp", reason: "-" })).toBe("isHeadAlready");
  });

  it("is given to none that is broken", () => {
    const missed = delivered.passes("2026-03-23T02:00:00.000Z");
    expect(missed.partRefused("promiser", postpone)).toBe("brokenNotPostponed");
  });
});
