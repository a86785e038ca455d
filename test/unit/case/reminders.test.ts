import { describe, expect, it } from "vitest";
import type { Case } from "#case/state/case.ts";
import type { FactOf } from "#case/state/event.ts";
import { periodClock } from "#case/state/running.ts";
import { dated, filed, letter, type Story } from "./story.ts";

const isOfType =
  <T extends FactOf<"reminded" | "overdueAtTop">["type"]>(type: T) =>
  (fact: { type: string }): fact is FactOf<T> =>
    fact.type === type;
const reminders = ({ events }: Story) => events.map(({ fact }) => fact).filter(isOfType("reminded"));
const notices = ({ events }: Story) =>
  events.flatMap(({ messages }) => messages).filter((message) => message.kind === "notice");
const mails = ({ events }: Story) =>
  events.flatMap(({ messages }) => messages).filter((message) => message.kind === "taskMail");
const said = (story: Story) => reminders(story).map(({ clock, percent, to }) => `${clock.kind} ${percent}% ${to}`);
const state = <S extends Case["status"]>({ state: c }: Story, status: S) => {
  expect(c.status).toBe(status);
  return c;
};

describe("a step of 15 days, from Monday 2 March 2026", () => {
  const atDepartment = () => filed("wages").opens();

  it("reminds its owner at 50 and 75 percent, in working hours, by the morning digest", () => {
    const story = atDepartment().passes("2026-03-17T00:00:00.000Z");
    expect(said(story)).toEqual(["step 50% housing-handler", "step 75% housing-handler"]);
    expect(story.events.slice(-2).map(({ at }) => at)).toEqual([
      "2026-03-10T00:30:00.000Z",
      "2026-03-16T00:30:00.000Z",
    ]);
    expect(notices(story)).toMatchObject([
      { to: "housing-handler", clock: { kind: "step", n: 1 }, percent: 50, stepNo: 1, assignment: 1 },
      { to: "housing-handler", clock: { kind: "step", n: 1 }, percent: 75 },
    ]);
    expect(mails(story).map(({ ask }) => ask)).toEqual(["handle"]);
  });

  it("tells whoever holds it then, once for each share, however often it is handed on", () => {
    const story = atDepartment()
      .passes("2026-03-11T00:00:00.000Z")
      .owner({ command: "reassign", to: "housing-colleague", reason: "休假" })
      .passes("2026-03-17T00:00:00.000Z");
    expect(said(story)).toEqual(["step 50% housing-handler", "step 75% housing-colleague"]);
  });

  it("leaves its owner a line that it has moved up, when it does", () => {
    const story = atDepartment().passes("2026-03-18T00:00:00.000Z");
    expect(state(story, "accepted")).toMatchObject({ goingTo: "leader", sentBy: "clock" });
    expect(notices(story).at(-1)).toMatchObject({ to: "housing-handler", percent: 100, stepNo: 1 });
  });

  it("says nothing more once it is answered", () => {
    const story = atDepartment()
      .passes("2026-03-11T00:00:00.000Z")
      .owner({ command: "reply", ...letter });
    expect(said(story.passes("2026-03-12T00:00:00.000Z"))).toEqual(["step 50% housing-handler"]);
  });
});

describe("a sweep that was down for three days", () => {
  it("catches up with one notice for each clock: the highest share, with those that it passes over", () => {
    const down = filed("estate").opens().later("2026-03-09T02:00:00.000Z");
    const clock = { kind: "step", n: 1 } as const;
    const caughtUp = down.does({ type: "ring", clock });
    expect(reminders(caughtUp)).toMatchObject([{ clock, percent: 75, passedOver: [50] }]);
    expect(notices(caughtUp)).toHaveLength(1);
    expect(caughtUp.running.find((running) => running.clock.kind === "step")?.nextAt).toBe("2026-03-09T16:00:00.000Z");
  });
});

describe("at the top of the chain", () => {
  it("an untouched case is supervised from its last day on, and reminded every working morning by the digest", () => {
    const top = filed("wages").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    const story = top.passes("2026-03-20T00:00:00.000Z");
    expect(dated(story.state)).toMatchObject({
      level: "leader",
      supervisedSince: "2026-03-12T16:00:00.000Z",
      reminded: 100,
    });
    const overdue = story.events.filter(({ fact }) => fact.type === "overdueAtTop");
    expect(overdue.map(({ at }) => at)).toEqual([
      "2026-03-12T16:00:00.000Z",
      "2026-03-13T00:30:00.000Z",
      "2026-03-16T00:30:00.000Z",
      "2026-03-17T00:30:00.000Z",
      "2026-03-18T00:30:00.000Z",
      "2026-03-19T00:30:00.000Z",
    ]);
    const first = ["newsMail", "notice"];
    expect(overdue.map(({ messages }) => messages.map(({ kind }) => kind).toSorted())).toEqual([
      first,
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(notices(story).at(-1)).toMatchObject({ to: "leader-handler", percent: 100 });
  });

  it("is no longer supervised once it is answered", () => {
    const top = filed("wages").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    const answered = top.passes("2026-03-20T00:00:00.000Z").owner({ command: "reply", ...letter });
    expect(answered.state).not.toHaveProperty("supervisedSince");
  });
});

describe("an urgent case", () => {
  const urgent = () => filed("hazard").opens();
  const acknowledged = () => urgent().owner({ command: "acknowledge" });

  it("is reminded of by a mail at the very moment, at night too", () => {
    const story = acknowledged().passes("2026-03-02T15:00:00.000Z");
    expect(reminders(story).map(({ how }) => how)).toEqual(["mail"]);
    expect(mails(story).map(({ ask, notBefore }) => [ask, notBefore])).toEqual([
      ["handle", undefined],
      ["reminded", undefined],
    ]);
    expect(notices(story)).toEqual([]);
  });

  it("is reminded of the law's time, which counts days, and told of its end, by rows of the morning's list and by no mail", () => {
    const story = urgent().passes("2026-05-07T00:00:00.000Z", { opening: true });
    const byLaw = story.events.filter(({ by }) => by.kind === "clock" && by.clock.kind === "handling");
    expect(byLaw.flatMap(({ messages }) => messages.filter(({ kind }) => kind === "taskMail"))).toEqual([]);
    const rows = notices(story).filter(({ clock }) => clock.kind === "handling");
    expect(rows.map(({ percent }) => percent)).toEqual([50, 75, 100]);
  });

  it("is mailed at once when its hours have passed with nobody above, and is no line of a digest too", () => {
    const story = urgent().passes("2026-05-07T00:00:00.000Z", { opening: true });
    expect(dated(story.state)).toMatchObject({ level: "leader", reminded: 100, answerReminded: 100 });
    const late = mails(story).filter(({ ask }) => ask === "overdueAtTop");
    expect(late[0]).toMatchObject({ to: "leader-handler", ask: "overdueAtTop" });
    for (const message of late) expect(message).not.toHaveProperty("notBefore");
    const rows = notices(story).filter(({ to }) => to === "leader-handler");
    expect(rows.filter(({ clock }) => clock.kind !== "handling")).toEqual([]);
  });

  it("is reminded of no time that is left once its owner was mailed that it is late", () => {
    const story = urgent().passes("2026-03-06T00:00:00.000Z", { opening: true });
    const top = mails(story).filter(({ to }) => to === "leader-handler");
    expect(top.map(({ ask }) => ask)).toEqual(["handle", "reminded", "overdueAtTop", "overdueAtTop"]);
  });

  it("tells each owner by one mail that nobody knows of it, and by one that it is late, however long it stays so: later mornings are rows of the digest", () => {
    const story = urgent().passes("2026-05-07T00:00:00.000Z", { opening: true });
    const mornings = story.events.filter(({ fact }) => fact.type === "overdueAtTop");
    expect(mornings.length).toBeGreaterThan(20);
    const late = mails(story).filter(({ ask }) => ask === "overdueAtTop");
    expect(late).toHaveLength(2);
    expect(mornings.filter(({ fact }) => "unacknowledged" in fact)).toHaveLength(1);
  });

  it("is mailed once when its step and the law's time are found over at one moment, in whichever order they ring", () => {
    const upward = { command: "reportUpward", reason: "-" } as const;
    const top = urgent().owner(upward).opens().owner(upward).opens().owner(upward).opens();
    const found = top.owner({ command: "acknowledge" }).later("2026-05-08T02:00:00.000Z");
    const [step, law] = [{ kind: "step", n: found.state.stepNo } as const, { kind: "handling", n: 1 } as const];
    for (const order of [
      [step, law],
      [law, step],
    ]) {
      const rung = order.reduce((story, clock) => story.does({ type: "ring", clock }), found);
      const told = mails(rung).slice(mails(found).length);
      expect(told).toHaveLength(1);
      expect(told).toMatchObject([{ to: "leader-handler" }]);
      expect(rung.events.slice(found.events.length).map(({ fact }) => fact.type)).toEqual(
        expect.arrayContaining(["overdueAtTop", "statutoryOverdue"]),
      );
    }
  });

  it("is mailed at once to the next level when it moves up at night", () => {
    const story = filed("hazard", "2026-03-02T15:00:00.000Z").opens().passes("2026-03-02T17:00:00.000Z").opens();
    expect(story.state).toMatchObject({ level: "township" });
    expect(mails(story).at(-1)).not.toHaveProperty("notBefore");
  });
});

describe("a mail outside working hours", () => {
  const midnight = "2026-03-09T16:00:00.000Z";

  it("is a line of the morning's digest when a clock has moved the case; the case has moved", () => {
    const story = filed("estate").opens().passes(midnight).opens();
    expect(story.state).toMatchObject({ status: "handling", level: "township" });
    expect(periodClock(story.state, "step").start).toBe(midnight);
    const { stepNo } = dated(story.state);
    expect(notices(story).at(-1)).toMatchObject({ to: "river-handler", percent: 0, stepNo, assignment: 1 });
    expect(mails(story).map(({ to }) => to)).toEqual(["peach-handler"]);
  });

  it("is a mail of its own, at once, when the case is urgent", () => {
    const story = filed("hazard").opens().passes("2026-03-04T16:00:00.000Z").opens();
    expect(mails(story).at(-1)).toMatchObject({ to: "river-handler", ask: "handle" });
    expect(notices(story).filter(({ percent }) => percent === 0)).toEqual([]);
  });

  it("leaves at once when a person has moved it, or has filed it", () => {
    expect(mails(filed("estate", midnight).opens()).at(-1)).not.toHaveProperty("notBefore");
    const handed = filed("estate").opens().later(midnight).owner({ command: "reportUpward", reason: "-" }).opens();
    expect(mails(handed).at(-1)).not.toHaveProperty("notBefore");
  });

  it("waits when it tells the petitioner of an urgent case, too, that it is closed", () => {
    const answered = filed("hazard").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    const opened = answered
      .owner({ command: "reply", ...letter })
      .does({ type: "petitioner", act: { command: "openAnswer" } });
    const closed = opened.passes("2026-04-01T16:00:00.000Z");
    expect(closed.events.at(-1)?.messages).toContainEqual({
      kind: "newsMail",
      news: "closed",
      notBefore: "2026-04-02T00:30:00.000Z",
    });
  });

  it("asks the author once to deliver an answer, however long it stays undelivered", () => {
    const story = filed("wages")
      .opens()
      .owner({ command: "reply", ...letter })
      .passes("2026-04-14T00:00:00.000Z");
    const about = ["deliveryAsked", "deliveryOverdue"];
    const told = story.events.filter(({ fact }) => about.includes(fact.type));
    expect(told.map(({ messages }) => messages.length)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it("waits when it tells the petitioner at midnight that the case is closed", () => {
    const opened = filed("wages")
      .opens()
      .owner({ command: "reply", ...letter })
      .does({ type: "petitioner", act: { command: "openAnswer" } });
    const closed = opened.passes("2026-04-01T16:00:00.000Z");
    expect(closed.state.status).toBe("closed");
    expect(closed.events.at(-1)?.messages).toMatchObject([
      { kind: "signal" },
      { kind: "newsMail", news: "closed", notBefore: "2026-04-02T00:30:00.000Z" },
    ]);
    expect(closed.events.at(-1)?.messages[0]).not.toHaveProperty("notBefore");
  });
});

describe("the time set by law", () => {
  const ofTheLaw = ({ events }: Story) =>
    events.filter(({ by }) => by.kind === "clock" && by.clock.kind === "handling");

  it("reminds whoever has the case at half and at three quarters, and puts it under supervision at its end", () => {
    const story = filed("wages").opens().passes("2026-05-07T00:00:00.000Z", { opening: true });
    expect(ofTheLaw(story).map(({ fact, at }) => [fact.type, at])).toEqual([
      ["reminded", "2026-04-07T00:30:00.000Z"],
      ["shareReached", "2026-04-20T06:30:00.000Z"],
      ["reminded", "2026-04-20T06:30:00.000Z"],
      ["statutoryOverdue", "2026-05-06T16:00:00.000Z"],
    ]);
    expect(story.state).toMatchObject({ level: "leader", supervisedSince: "2026-03-30T16:00:00.000Z" });
  });

  it("lifts a low case at three quarters, which its former owner reads in the digest, and reminds nobody of it again", () => {
    const low = filed("estate")
      .opens()
      .later("2026-04-15T02:00:00.000Z")
      .owner({ command: "reportUpward", reason: "-" })
      .opens();
    const story = low.passes("2026-04-24T00:00:00.000Z", { opening: true });
    expect(ofTheLaw(story).map(({ fact, at }) => [fact.type, at])).toEqual([
      ["reminded", "2026-04-15T02:00:00.000Z"],
      ["lifted", "2026-04-20T06:30:00.000Z"],
    ]);
    expect(notices(story).at(-1)).toMatchObject({ to: "river-handler", clock: { kind: "handling" }, percent: 75 });
    expect(dated(story.state)).toMatchObject({ level: "department", answerReminded: 75 });
  });
});

describe("a clock that rings before its time", () => {
  it("ends nothing: it is noted, and rings when it should", () => {
    for (const story of [
      filed("estate").opens(),
      filed("wages")
        .opens()
        .owner({ command: "reply", ...letter })
        .does({ type: "petitioner", act: { command: "openAnswer" } }),
    ]) {
      const clock = story.running.at(-1);
      if (clock === undefined) throw new Error("no clock");
      const { kind, n } = clock.clock;
      const rung = story.does({ type: "ring", clock: { kind, n } });
      expect(rung.events.at(-1)?.fact).toMatchObject({ type: "shareReached", clock: kind, percent: 0 });
      expect(rung.state.status).toBe(story.state.status);
      expect(rung.running.at(-1)?.nextAt).toBe(clock.nextAt);
    }
  });
});
