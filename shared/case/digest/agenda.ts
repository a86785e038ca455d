import type { LinkFor } from "#access/link.ts";
import type { Holder } from "#case/state/actor.ts";
import { type Case, hasEnded, isOpen } from "#case/state/case.ts";
import { type Due, firstDue } from "#case/state/due.ts";
import type { CaseEvent, FactOf } from "#case/state/event.ts";
import { linkOf } from "#case/state/link-of.ts";
import { rightIn } from "#case/state/rights.ts";
import { actor, inTransit, roleIn } from "#case/state/standing.ts";
import { supervisorOf } from "#case/state/supervision.ts";
import { doorOfTurn, type TaskDoorName } from "#case/state/task-door.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { PeriodKind } from "#clock/clock.ts";
import { daysLeft, districtDate, endOf, isOver, lastDayIn } from "#clock/period.ts";
import { endOfWeek } from "#clock/week.ts";
import type { Staff } from "#directory/directory.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import type { CaseId } from "#ground/ids.ts";
import type { CaseNotice, ToldBefore } from "./digest.ts";

/** A share of a clock that has passed since the last digest. */
export type Mark = { clock: PeriodKind; percent: number };

/** What a row says of a matter, so that its reader can choose: no identity, no story. */
export type RowMatter = Pick<Case, "category" | "community" | "urgent" | "joint"> & { isAcknowledged: boolean };

/** A case whose turn is the reader's, with what of it falls due first. */
export type AgendaItem = {
  caseId: CaseId;
  matter: RowMatter;
  turn: Turn;
  link: LinkFor;
  door: TaskDoorName;
  due: Due;
  isNew: boolean;
  marks: Mark[];
};

/** A case that a clock has taken from the reader and moved up. */
export type MovedUp = { caseId: CaseId; matter: RowMatter; why: FactOf<"stepOverdue" | "lifted"> };

/** A late case that the reader watches over, and who holds it: on its way between two steps, who answers for it until then. */
export type Supervised = { caseId: CaseId; matter: RowMatter; due: Due; holder: Holder; isOnItsWay: boolean };

/** 今日待办: what a person's morning digest says, the most urgent of each table first. */
export type Agenda = {
  overdue: AgendaItem[];
  today: AgendaItem[];
  /** Theirs since the night, and not due before tomorrow: no mail of its own has told of it. */
  fresh: AgendaItem[];
  thisWeek: AgendaItem[];
  /** A share of the time has passed; due later than this week. */
  halfway: AgendaItem[];
  movedUp: MovedUp[];
  supervised: Supervised[];
};

/** How many cases a digest gives a row each, if its mail has room for them; all others are counted. */
export const rowsAtMost = 50;

/** The tables in the order in which their cases get a row: first those of which no other mail tells. */
const byPressure = ["fresh", "overdue", "today", "supervised", "thisWeek", "halfway", "movedUp"] as const;

/** What of an agenda gets a row when there are so many. */
export const mostPressing = (whole: Agenda, rows: number): Agenda => {
  const room = { overdue: 0, today: 0, fresh: 0, thisWeek: 0, halfway: 0, movedUp: 0, supervised: 0 };
  let left = rows;
  for (const name of byPressure) {
    room[name] = Math.min(left, whole[name].length);
    left -= room[name];
  }
  return {
    overdue: whole.overdue.slice(0, room.overdue),
    today: whole.today.slice(0, room.today),
    fresh: whole.fresh.slice(0, room.fresh),
    thisWeek: whole.thisWeek.slice(0, room.thisWeek),
    halfway: whole.halfway.slice(0, room.halfway),
    movedUp: whole.movedUp.slice(0, room.movedUp),
    supervised: whole.supervised.slice(0, room.supervised),
  };
};

/** The cases of an agenda in which it is the reader's turn. */
export const tasksOf = ({ overdue, today, fresh, thisWeek, halfway }: Agenda): AgendaItem[] =>
  [overdue, today, fresh, thisWeek, halfway].flat();

/** What an agenda is made from, as the record holds it. */
export type Gathered = {
  notices: readonly CaseNotice[];
  /** The cases that are due for the reader or supervised, and those that the notices are about. */
  cases: readonly Case[];
  /** The events of the cases that have gone on since a notice about them. */
  histories: ReadonlyMap<CaseId, readonly CaseEvent[]>;
};

/** Whether the turn that a notice is about is over, while its case goes on. */
export const hasGoneOn = (c: Case, { notice: { to: staff, stepNo, assignment } }: CaseNotice): boolean =>
  !hasEnded(c) && roleIn(c, { staff, stepNo, assignment }) === undefined;

/** How a clock took the case from the person that a notice is for, or `undefined` when none did. */
const movedFrom = (
  events: readonly CaseEvent[],
  { stepNo, assignment }: CaseNotice["notice"],
): MovedUp["why"] | undefined => {
  for (const { fact } of events) {
    if (fact.type === "reassigned" && fact.stepNo === stepNo && fact.assignment > assignment) return undefined;
    if ((fact.type === "stepOverdue" || fact.type === "lifted") && fact.stepNo === stepNo) return fact;
  }
  return undefined;
};

const matterOf = (c: Case): RowMatter => {
  const { category, community, urgent, joint } = c;
  const isAcknowledged = !isOpen(c) || c.acknowledgedAt !== undefined;
  return { category, community, urgent, joint, isAcknowledged };
};

const byDay = (a: { caseId: CaseId; due: Due }, b: { caseId: CaseId; due: Due }): number =>
  endOf(a.due.lastDay).localeCompare(endOf(b.due.lastDay)) || a.caseId.localeCompare(b.caseId);

const idsOf = (rows: readonly { caseId: CaseId }[]): ReadonlySet<string> => new Set(rows.map(({ caseId }) => caseId));

/** Each clock's highest share; that a clock has ended shows by its day. */
const marksFrom = (notices: readonly CaseNotice[], due: Due): Mark[] => {
  const highest = new Map<PeriodKind, number>();
  for (const { notice } of notices) {
    const { kind } = notice.clock;
    if (notice.percent === 0) continue;
    if (kind === due.clock && notice.percent === 100) continue;
    highest.set(kind, Math.max(notice.percent, highest.get(kind) ?? 0));
  }
  return [...highest].map(([clock, percent]) => ({ clock, percent }));
};

/**
 * Puts together what a person is told in the morning, and what became of each notice once each case has its row. Nothing about ended cases; nothing
 * about a case that complains about the reader; an answer is a task of its author only once they were asked to deliver it, since most
 * petitioners open theirs themselves.
 */
export const agendaFor = (
  reader: Staff,
  { notices, cases, histories }: Gathered,
  { now, directory }: World,
): { agenda: Agenda; told: ToldBefore[] } => {
  const today = districtDate(now);
  const sunday = endOfWeek(today);
  const readable = new Set(cases.map(({ id }) => id));
  const visible = new Map(
    cases.flatMap((c) => (isComplainedAbout(directory, c.about, reader) ? [] : [[c.id, c] as const])),
  );

  const tasks = [...visible.values()].flatMap((c): AgendaItem[] => {
    const [turn, due] = [actor(c), firstDue(c)];
    if (turn?.staff !== reader.id || due === undefined || "barred" in rightIn(c, turn, directory)) return [];
    if (c.status === "delivering" && c.deliveryAskedAt === undefined && lastDayIn(due.lastDay) > today) return [];
    // What its owner has reported done waits for the petitioner alone.
    if (c.status === "performing" && c.settlement.reported !== undefined) return [];
    const about = notices.filter(({ caseId, notice: { stepNo, assignment } }) => {
      return caseId === c.id && stepNo === turn.stepNo && assignment === turn.assignment;
    });
    const isNew = about.some(({ notice }) => notice.percent === 0);
    return [
      {
        caseId: c.id,
        matter: matterOf(c),
        turn,
        link: linkOf(c, turn),
        door: doorOfTurn(c, turn),
        due,
        isNew,
        marks: marksFrom(about, due),
      },
    ];
  });
  const dueIn = (isIn: (days: number, task: AgendaItem) => boolean): AgendaItem[] =>
    tasks.filter((task) => isIn(daysLeft(now, task.due.lastDay), task)).toSorted(byDay);
  const isLate = ({ due }: AgendaItem) => isOver(due.lastDay, now);
  const overdue = dueIn((_, task) => isLate(task));
  const dueToday = dueIn((days, task) => days === 0 && !isLate(task));
  const fresh = dueIn((days, { isNew }) => days > 0 && isNew);
  const thisWeek = dueIn((days, { due, isNew }) => days > 0 && lastDayIn(due.lastDay) <= sunday && !isNew);
  const halfway = dueIn((_, { due, marks, isNew }) => lastDayIn(due.lastDay) > sunday && marks.length > 0 && !isNew);

  const due = idsOf([overdue, dueToday, fresh, thisWeek, halfway].flat());
  const fateOf = (of: CaseNotice): { told: ToldBefore; movedUp?: MovedUp } => {
    const { caseId, notice } = of;
    const c = visible.get(caseId);
    if (c === undefined) return { told: readable.has(caseId) ? "turnOver" : "unreadable" };
    if (hasEnded(c)) return { told: "caseEnded" };
    if (!hasGoneOn(c, of)) return { told: due.has(caseId) ? "inRow" : "turnOver" };
    const events = histories.get(caseId);
    if (events === undefined) return { told: "unreadable" };
    const why = movedFrom(events, notice);
    return why === undefined
      ? { told: "turnOver" }
      : { told: "movedUp", movedUp: { caseId, matter: matterOf(c), why } };
  };
  const fates = notices.map(fateOf);
  // Several notices may be about one step: it moved up once.
  const movedUp = new Map(
    fates.flatMap(({ movedUp: moved }) => (moved ? [[`${moved.caseId} ${moved.why.stepNo}`, moved] as const] : [])),
  );

  const supervised = [...visible.values()].flatMap((c): Supervised[] => {
    const due = firstDue(c);
    if (due === undefined || supervisorOf(c, directory, today) !== reader.id) return [];
    const holder = isOpen(c) ? { unit: c.unit, staff: c.owner } : c.responsible;
    return [{ caseId: c.id, matter: matterOf(c), due, holder, isOnItsWay: inTransit(c) }];
  });

  const agenda: Agenda = {
    overdue,
    today: dueToday,
    fresh,
    thisWeek,
    halfway,
    movedUp: [...movedUp.values()],
    supervised: supervised.toSorted(byDay),
  };
  return { agenda, told: fates.map(({ told }) => told) };
};

/** What became of each notice when only some cases had a row: the others were counted. */
export const toldWith = (listed: Agenda, notices: readonly CaseNotice[], told: readonly ToldBefore[]): ToldBefore[] => {
  const rows = { inRow: idsOf(tasksOf(listed)), movedUp: idsOf(listed.movedUp) };
  return told.map((fate, n) => {
    const id = notices[n]?.caseId ?? "";
    return (fate === "inRow" || fate === "movedUp") && !rows[fate].has(id) ? "counted" : fate;
  });
};
