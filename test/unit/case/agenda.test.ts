import { describe, expect, it } from "vitest";
import { agendaFor, type Gathered, mostPressing, rowsAtMost, toldWith } from "#case/digest/agenda.ts";
import type { CaseNotice } from "#case/digest/digest.ts";
import type { Case } from "#case/state/case.ts";
import type { About } from "#directory/directory.ts";
import { staffOf } from "#directory/routing.ts";
import { readCaseId } from "#ground/ids.ts";
import { at, directory } from "./district.ts";
import { filed, letter, type Story } from "./story.ts";

const wednesday = "2026-03-11T00:30:00.000Z";

/** The agenda of a person at a moment, and what became of the notices. */
const told = (reader: string, gathered: Partial<Gathered>, now = wednesday) =>
  agendaFor(staffOf(directory, reader), { notices: [], cases: [], histories: new Map(), ...gathered }, at(now));

/** What a story has left for digests, as its record holds it. */
const gatheredFrom = (...stories: Story[]): Gathered => ({
  cases: stories.map(({ state }) => state),
  notices: stories.flatMap(noticesOf),
  histories: new Map(stories.map(({ state, events }) => [state.id, events])),
});
const noticesOf = ({ state, events }: Story): CaseNotice[] =>
  events.flatMap(({ messages }) =>
    messages.flatMap((message) => (message.kind === "notice" ? [{ caseId: state.id, notice: message }] : [])),
  );

/** A case with the last days of some clocks set by hand. */
const ending = <C extends Case>(c: C, days: Record<string, string>): C => ({
  ...c,
  running: c.running.map((entry) => {
    const lastDay = days[entry.clock.kind];
    return lastDay === undefined ? entry : { ...entry, clock: { ...entry.clock, lastDay } };
  }),
});

/** A step of the department's handler with its last day set by hand. */
const due = (serial: number, lastDay: string, answerBy?: string): Case => {
  const { state } = filed("wages").opens();
  if (state.status !== "handling") throw new Error("No step is open");
  return {
    ...ending(state, { step: lastDay, ...(answerBy !== undefined && { handling: answerBy }) }),
    id: `AH-2026-000${serial}-k7m2p9x4c3vb`,
  };
};

const numbers = (rows: { caseId: string }[]) => rows.map(({ caseId }) => Number(readCaseId(caseId).serial));

describe("the tables of a digest", () => {
  it("sort what is overdue, due today and due this week, the most urgent first", () => {
    const cases = [
      due(1, "2026-03-13"),
      due(2, "2026-03-11"),
      due(3, "2026-03-09"),
      due(4, "2026-03-12"),
      due(5, "2026-03-04"),
      due(6, "2026-03-20"),
    ];
    const { agenda } = told("housing-handler", { cases });
    expect(numbers(agenda.overdue)).toEqual([5, 3]);
    expect(numbers(agenda.today)).toEqual([2]);
    expect(numbers(agenda.thisWeek)).toEqual([4, 1]);
    expect(agenda).toMatchObject({ halfway: [], movedUp: [], supervised: [] });
  });

  it("have what came by night in a table of its own, unless it is due today, and say of it that it is not acknowledged", () => {
    const night = "2026-03-10T16:00:00.000Z";
    const come = filed("estate").opens().passes(night).opens();
    const { agenda, told: fates } = told("river-handler", gatheredFrom(come));
    expect(agenda.fresh).toMatchObject([{ isNew: true, marks: [], matter: { isAcknowledged: false } }]);
    expect(agenda).toMatchObject({ overdue: [], today: [], thisWeek: [], halfway: [] });
    expect(fates).toContain("inRow");
    const late = ending(come.state, { step: "2026-03-11" });
    expect(told("river-handler", { ...gatheredFrom(come), cases: [late] }).agenda).toMatchObject({
      fresh: [],
      today: [{ isNew: true }],
    });
  });

  it("say of a joint petition how many have joined it, and gain no row by it", () => {
    const night = "2026-03-10T16:00:00.000Z";
    const opened = filed("estate")
      .opens()
      .does({ type: "petitioner", act: { command: "openJoining" } });
    const joined = opened.does({ type: "join", opening: 1 }).does({ type: "join", opening: 1 });
    expect(joined.events.slice(opened.events.length).flatMap(({ messages }) => messages)).toEqual([]);
    const { agenda } = told("river-handler", gatheredFrom(joined.passes(night).opens()));
    expect(agenda.fresh).toMatchObject([{ matter: { joint: { joined: 2, left: [] } } }]);
  });

  it("end the week with its Sunday", () => {
    const cases = [due(1, "2026-03-15"), due(2, "2026-03-16")];
    expect(numbers(told("housing-handler", { cases }).agenda.thisWeek)).toEqual([1]);
  });

  it("leave nothing of the week on a Sunday that is worked", () => {
    const cases = [due(1, "2026-01-04"), due(2, "2026-01-05")];
    const { agenda } = told("housing-handler", { cases }, "2026-01-04T00:30:00.000Z");
    expect([numbers(agenda.today), numbers(agenda.thisWeek)]).toEqual([[1], []]);
  });

  it("hold only the reader's own turns", () => {
    const { agenda } = told("housing-colleague", { cases: [due(1, "2026-03-11")] });
    expect(agenda.today).toEqual([]);
  });

  it("say that it is the law's time when that ends first", () => {
    const late = due(1, "2026-03-13", "2026-03-12");
    const { agenda } = told("housing-handler", { cases: [late] });
    expect(agenda.thisWeek).toMatchObject([{ due: { clock: "handling", lastDay: "2026-03-12" } }]);
  });

  it("hold the bureau's decision on acceptance", () => {
    const { state } = filed("land").opens();
    const { agenda } = told("bureau-handler", { cases: [state] }, "2026-03-17T00:30:00.000Z");
    expect(agenda.today).toMatchObject([{ due: { clock: "accept", lastDay: "2026-03-17" } }]);
  });

  it("ask an author to deliver an answer from its last day on, and no more once it is delivered", () => {
    const answered = filed("wages")
      .opens()
      .owner({ command: "reply", ...letter });
    const agendaOn = (day: string, { state }: Story) =>
      told("housing-handler", { cases: [state] }, `${day}T00:30:00.000Z`).agenda;
    expect(agendaOn("2026-03-06", answered).thisWeek).toEqual([]);
    expect(agendaOn("2026-03-09", answered).today).toMatchObject([{ due: { clock: "delivery" }, turn: { stepNo: 2 } }]);
    expect(agendaOn("2026-03-10", answered).overdue).toHaveLength(1);
    expect(
      agendaOn("2026-03-10", answered.does({ type: "petitioner", act: { command: "openAnswer" } })).overdue,
    ).toEqual([]);
  });

  it("say nothing about a case that complains about the reader", () => {
    const about: About = { units: [], staff: ["housing-handler"] };
    const petition = { ...due(1, "2026-03-04"), about };
    expect(told("housing-handler", { cases: [petition] }).agenda.overdue).toEqual([]);
  });
});

describe("more cases than a digest gives rows", () => {
  const many = Array.from({ length: rowsAtMost + 30 }, (_, n) => ({
    ...due(1, n < 20 ? "2026-03-09" : "2026-03-13"),
    id: `AH-2026-${1000 + n}-k7m2p9x4c3vb`,
  }));

  it("are all counted, and the most pressing of them listed", () => {
    const { agenda } = told("housing-handler", { cases: many });
    const listed = mostPressing(agenda, rowsAtMost);
    expect([agenda.overdue.length, agenda.thisWeek.length]).toEqual([20, rowsAtMost + 10]);
    expect(listed.overdue).toEqual(agenda.overdue);
    expect(listed.thisWeek).toEqual(agenda.thisWeek.slice(0, rowsAtMost - 20));
  });

  it("keep of a notice whether its case had a row or was only counted", () => {
    const [first] = gatheredFrom(filed("wages").opens().passes("2026-03-10T01:00:00.000Z")).notices;
    if (first === undefined) throw new Error("Nobody is told");
    const notices = many.map(({ id }) => ({ ...first, caseId: id }));
    const { agenda, told: whole } = told("housing-handler", { cases: many, notices });
    const came = toldWith(mostPressing(agenda, rowsAtMost), notices, whole);
    expect(came.filter((fate) => fate === "inRow")).toHaveLength(rowsAtMost);
    expect(came.filter((fate) => fate === "counted")).toHaveLength(30);
  });
});

describe("a notice", () => {
  const halfGone = () => filed("wages").opens().passes("2026-03-10T01:00:00.000Z");

  it("makes a row of a case that is due later than this week", () => {
    const { agenda, told: came } = told("housing-handler", gatheredFrom(halfGone()));
    expect(agenda.halfway).toMatchObject([{ marks: [{ clock: "step", percent: 50 }], due: { lastDay: "2026-03-17" } }]);
    expect(came).toEqual(["inRow"]);
  });

  it("is kept as unreadable, not as over, when its case or what became of the case cannot be read", () => {
    const gathered = gatheredFrom(halfGone().passes("2026-03-18T01:00:00.000Z"));
    expect(told("housing-handler", { ...gathered, cases: [] }).told).toEqual(gathered.notices.map(() => "unreadable"));
    const { told: came } = told("housing-handler", { ...gathered, histories: new Map() });
    expect(new Set(came)).toEqual(new Set(["unreadable"]));
  });

  it("marks the row of a case that is due, with the highest share of each clock", () => {
    const story = halfGone().passes("2026-03-16T01:00:00.000Z");
    const { agenda, told: came } = told("housing-handler", gatheredFrom(story), "2026-03-16T01:00:00.000Z");
    expect(agenda.thisWeek).toMatchObject([{ marks: [{ clock: "step", percent: 75 }] }]);
    expect(agenda.halfway).toEqual([]);
    expect(came).toEqual(["inRow", "inRow"]);
  });

  it("leaves the words to the row when its clock has ended", () => {
    const top = filed("wages").opens().owner({ command: "reportUpward", reason: "重大" }).opens();
    const story = top.passes("2026-03-13T01:00:00.000Z");
    const { agenda, told: came } = told("leader-handler", gatheredFrom(story), "2026-03-13T01:00:00.000Z");
    expect(agenda.overdue).toMatchObject([{ due: { clock: "step", lastDay: "2026-03-12" }, marks: [{ percent: 75 }] }]);
    expect(new Set(came)).toEqual(new Set(["inRow"]));
  });

  it("says that the case has moved up from its reader, once, though two notices are about it", () => {
    const story = halfGone().passes("2026-03-18T01:00:00.000Z");
    const gathered = gatheredFrom(story);
    const { agenda, told: came } = told("housing-handler", gathered, "2026-03-18T01:00:00.000Z");
    expect(agenda.movedUp).toMatchObject([{ why: { type: "stepOverdue", lastDay: "2026-03-17", to: "leader" } }]);
    expect(came).toEqual(["movedUp", "movedUp", "movedUp"]);
    expect(agenda.overdue).toEqual([]);
  });

  it("is dropped when the reader passed the case on, whatever became of it then", () => {
    const reassigned = halfGone().owner({ command: "reassign", to: "housing-colleague", reason: "休假" });
    const overdue = reassigned.passes("2026-03-18T01:00:00.000Z");
    const reported = halfGone().owner({ command: "reportUpward", reason: "重大" });
    for (const story of [reassigned, overdue, reported]) {
      const own = gatheredFrom(story).notices.filter(({ notice }) => notice.to === "housing-handler");
      const { agenda, told: came } = told("housing-handler", { ...gatheredFrom(story), notices: own });
      expect(Object.values(agenda).flat()).toEqual([]);
      expect(came).toEqual(["turnOver"]);
    }
  });

  it("about a case that has ended is dropped, and that is kept", () => {
    const story = halfGone()
      .owner({ command: "reply", ...letter })
      .does({ type: "petitioner", act: { command: "openAnswer" } })
      .passes("2026-05-01T01:00:00.000Z");
    expect(story.state.status).toBe("closed");
    const { agenda, told: came } = told("housing-handler", gatheredFrom(story));
    expect(Object.values(agenda).flat()).toEqual([]);
    expect(came).toEqual(["caseEnded"]);
  });
});

describe("the supervision list", () => {
  const lateAtTop = (about?: About) =>
    filed("wages", undefined, about)
      .opens()
      .owner({ command: "reportUpward", reason: "重大" })
      .opens()
      .passes("2026-03-13T01:00:00.000Z");
  const now = "2026-03-13T01:00:00.000Z";

  it("goes to the bureau's duty officer, with unit and owner", () => {
    const story = lateAtTop();
    const { agenda } = told("bureau-handler", { cases: [story.state] }, now);
    expect(agenda.supervised).toMatchObject([
      {
        due: { clock: "step", lastDay: "2026-03-12" },
        holder: { unit: "leader", staff: "leader-handler" },
        isOnItsWay: false,
      },
    ]);
    expect(told("bureau-head", { cases: [story.state] }, now).agenda.supervised).toEqual([]);
  });

  it("goes to a leader's office when the case complains about the bureau", () => {
    const { state } = lateAtTop({ units: ["bureau"], staff: [] });
    expect(told("bureau-handler", { cases: [state] }, now).agenda.supervised).toEqual([]);
    expect(told("leader-handler", { cases: [state] }, now).agenda.supervised).toHaveLength(1);
  });

  it("names who answers for a case while it is between two steps", () => {
    const inTransit = filed("wages").opens().owner({ command: "reportUpward", reason: "重大" });
    const { state } = inTransit;
    if (state.status !== "accepted") throw new Error(state.status);
    const late = { ...ending(state, { handling: "2026-03-09" }), supervisedSince: "2026-03-09T16:00:00.000Z" };
    expect(told("bureau-handler", { cases: [late] }).agenda.supervised).toMatchObject([
      {
        due: { clock: "handling", lastDay: "2026-03-09" },
        holder: { unit: "housing", staff: "housing-handler" },
        isOnItsWay: true,
      },
    ]);
  });

  it("leaves out a case that has time again", () => {
    const { state } = lateAtTop().owner({ command: "handBack", reason: "补充材料" }).opens();
    expect(told("bureau-handler", { cases: [state] }, now).agenda.supervised).toEqual([]);
  });
});
