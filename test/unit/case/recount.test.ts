import { describe, expect, it } from "vitest";
import { isTouched } from "#case/acts/recount.ts";
import { replay } from "#case/state/record.ts";
import { dated, filed, letter, type Story } from "./story.ts";

const reason = { zh: "台风停工", en: "Typhoon" };
const off = (...rest: string[]) => ({ announced: "2026-03-02", reason, rest, work: [] });

/** Opened on 10 March 2026: the step ends on 17 March, the 60 days on 9 May, a working Saturday. */
const atCommunity = () => filed("estate", "2026-03-10T02:00:00.000Z").opens();
const answered = () =>
  filed("wages")
    .opens()
    .owner({ command: "reply", ...letter });

const newEvents = (before: Story, after: Story) => after.events.slice(before.events.length);
const messages = (before: Story, after: Story) => newEvents(before, after).flatMap((event) => event.messages);
const runningClock = (story: Story, kind: string) => story.running.find(({ clock }) => clock.kind === kind);

describe("when a holiday is announced late", () => {
  it("a step's clock on that day moves to the next working day, by an event with both days and the reason", () => {
    const before = atCommunity();
    const after = before.announced(off("2026-03-17")).recounted();
    expect(newEvents(before, after)).toMatchObject([
      {
        by: { kind: "operator" },
        fact: {
          type: "clockMoved",
          clock: { kind: "step", n: 1 },
          from: "2026-03-17",
          to: "2026-03-18",
          reason: { en: "Holidays rearranged" },
          calendarVersion: "state-council-2026+2026-03-02.1",
        },
      },
    ]);
    expect(dated(after.state)).toMatchObject({ lastDay: "2026-03-18", answerBy: "2026-05-09" });
  });

  it("the clock keeps start, number and length, and rings at the shares of its new time", () => {
    const before = atCommunity();
    const after = before.announced(off("2026-03-17")).recounted();
    const clock = runningClock(before, "step")?.clock;
    expect(runningClock(after, "step")).toEqual({
      clock: {
        ...clock,
        lastDay: "2026-03-18",
        due: "2026-03-18T16:00:00.000Z",
        calendarVersion: "state-council-2026+2026-03-02.1",
      },
      nextAt: "2026-03-16T00:30:00.000Z",
    });
  });

  it("the statutory clock moves too, and still rings first at its share of the time", () => {
    const before = atCommunity();
    const after = before.announced(off("2026-05-09")).recounted();
    expect(dated(after.state)).toMatchObject({ lastDay: "2026-03-17", answerBy: "2026-05-11" });
    const rings = runningClock(after, "handling")?.nextAt ?? "";
    expect(rings > (runningClock(before, "handling")?.nextAt ?? "")).toBe(true);
    expect(rings < "2026-05-09").toBe(true);
  });

  it("does not ring a second time for a share that has been reached", () => {
    const lifted = atCommunity()
      .later("2026-04-26T02:00:00.000Z")
      .does({ type: "ring", clock: { kind: "handling", n: 1 } });
    const after = lifted.announced(off("2026-05-09")).recounted();
    expect(runningClock(after, "handling")?.nextAt).toBe("2026-05-11T16:00:00.000Z");
  });

  it("two clocks of a case move in one decision, an event for each, and each person is told once", () => {
    const before = atCommunity();
    const after = before.announced(off("2026-03-17", "2026-05-09")).recounted();
    expect(newEvents(before, after).map(({ fact }) => fact)).toMatchObject([
      { clock: { kind: "handling" }, to: "2026-05-11" },
      { clock: { kind: "step" }, to: "2026-03-18" },
    ]);
    expect(messages(before, after)).toEqual([
      { kind: "newsMail", news: "dateMoved" },
      {
        kind: "taskMail",
        to: "peach-handler",
        ask: "dateMoved",
        stepNo: 1,
        assignment: 1,
        lastDay: "2026-03-18",
        // With those about the owner's other cases, in one mail.
        notBefore: "2026-03-10T02:01:00.000Z",
      },
    ]);
    expect(replay(after.events)).toEqual(after.state);
  });

  it("a case between two steps tells only the petitioner, as nobody has a task", () => {
    const before = filed("estate", "2026-03-10T02:00:00.000Z");
    const after = before.announced(off("2026-05-09")).recounted();
    expect(dated(after.state)).toMatchObject({ answerBy: "2026-05-11" });
    expect(messages(before, after)).toEqual([{ kind: "newsMail", news: "dateMoved" }]);
  });

  it("the days for delivery concern the author alone", () => {
    const before = answered();
    const after = before.announced(off("2026-03-09")).recounted();
    expect(dated(after.state)).toMatchObject({ deliverBy: "2026-03-10" });
    expect(messages(before, after)).toMatchObject([{ kind: "taskMail", to: "housing-handler", lastDay: "2026-03-10" }]);
  });

  it("the owner is given the day that comes first, whichever has moved", () => {
    const leader = filed("wages").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    const before = leader.later("2026-04-24T02:00:00.000Z").owner({ command: "handBack", reason: "-" }).opens();
    const after = before.announced(off("2026-05-06")).recounted();
    expect(dated(after.state)).toMatchObject({ answerBy: "2026-05-07", lastDay: "2026-05-09" });
    expect(messages(before, after)).toContainEqual(
      expect.objectContaining({ kind: "taskMail", ask: "dateMoved", lastDay: "2026-05-07" }),
    );
  });

  it("the days for asking for review concern the petitioner alone", () => {
    const before = answered().does({ type: "petitioner", act: { command: "openAnswer" } });
    const after = before.announced(off("2026-04-01")).recounted();
    expect(dated(after.state)).toMatchObject({ reviewUntil: "2026-04-02" });
    expect(messages(before, after)).toEqual([{ kind: "newsMail", news: "dateMoved" }]);
  });

  it("the bureau's day for its decision moves, before and while it screens", () => {
    for (const before of [filed("land"), filed("land").opens()]) {
      const after = before.announced(off("2026-03-17")).recounted();
      expect(dated(after.state)).toMatchObject({
        [before.state.status === "registered" ? "acceptBy" : "lastDay"]: "2026-03-18",
      });
    }
  });
});

describe("nothing happens", () => {
  it("to a clock that the announcement does not touch", () => {
    const story = atCommunity().announced(off("2026-03-16"));
    expect(story.recounted().events).toEqual(story.events);
    expect(story.running.some(({ clock }) => isTouched(clock, story.world))).toBe(false);
  });

  it("when the clocks are counted a second time", () => {
    const once = atCommunity().announced(off("2026-03-17")).recounted();
    expect(once.recounted().events).toEqual(once.events);
  });

  it("to a clock that would turn out to have run out before now", () => {
    const story = filed("lamps", "2026-09-09T02:00:00.000Z").opens();
    expect(dated(story.state)).toMatchObject({ lastDay: "2026-09-14" });
    const late = { announced: "2026-09-10", reason, rest: [], work: ["2026-09-12"] };
    expect(dated(story.later("2026-09-11T02:00:00.000Z").announced(late).recounted().state)).toMatchObject({
      lastDay: "2026-09-12",
    });
    expect(dated(story.later("2026-09-14T02:00:00.000Z").announced(late).recounted().state)).toMatchObject({
      lastDay: "2026-09-14",
    });
  });

  it("to a clock that has run out", () => {
    const story = atCommunity().later("2026-03-17T16:00:00.000Z").announced(off("2026-03-17"));
    expect(story.recounted().events).toEqual(story.events);
  });

  it("to a case that has ended", () => {
    const open = atCommunity().owner({
      command: "proposeSettlement",
      terms: "-",
      done: "already",
      promisedFor: undefined,
    });
    const ended = open.does({ type: "petitioner", act: { command: "confirmSettlement" } }).announced(off("2026-03-17"));
    expect(ended.does({ type: "recount", reason }).events).toEqual(ended.events);
  });
});

it("a provisional day that the year's notice confirms is an event, and nobody is told", () => {
  const before = filed("estate", "2026-12-28T02:00:00.000Z").opens();
  expect(runningClock(before, "step")?.clock).toMatchObject({ lastDay: "2027-01-04", provisional: true });
  const after = before
    .announced({ announced: "2026-12-29", reason, rest: ["2027-01-01", "2027-10-01"], work: [], year: 2027 })
    .recounted();
  expect(newEvents(before, after)).toMatchObject([
    { fact: { clock: { kind: "handling" } } },
    { fact: { clock: { kind: "step" }, from: "2027-01-04", to: "2027-01-04" }, messages: [] },
  ]);
  expect(messages(before, after)).toEqual([]);
  expect(runningClock(after, "step")?.clock).toMatchObject({ lastDay: "2027-01-04", provisional: false });
});
