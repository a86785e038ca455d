import * as z from "zod";
import { day, prose } from "#case/forms/form-text.ts";
import type { Case, SupervisionOpen } from "#case/state/case.ts";
import { goingStates } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import { supervisionOpen } from "#case/state/supervising.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { act } from "./act.ts";
import { noticed, startWatch, supervisorFor, supervisorsTurn, tierAfter, watchStops } from "./supervision-watch.ts";

/** What waits for somebody, where it is at this stage and the turn is one of its own. */
const ofTurn = (
  c: Case,
  turn: Turn | undefined,
  stage: SupervisionOpen["stage"],
  decide: (open: SupervisionOpen, by: Turn) => Decision,
): Decision => {
  const open = supervisionOpen(c);
  const theirs = open?.turns.find((one) => one.staff === turn?.staff && one.assignment === turn.assignment);
  return open?.stage === stage && theirs !== undefined ? decide(open, theirs) : refuse("movedOn");
};

const whyNotAt = (stage: SupervisionOpen["stage"]) => (c: Case) =>
  supervisionOpen(c)?.stage === stage ? undefined : "movedOn";

/** Whether a unit may be given a day: after today, and no later than the policy's time. */
const isWithin = (c: Case, until: DistrictDate, world: World): boolean =>
  until > districtDate(world.now) && until <= startWatch(c, "feedback", world).clock.lastDay;

const by = ({ staff }: Turn) => ({ kind: "staff", id: staff }) as const;

/** Issues a letter of a level, for the day that was typed. */
const issues = (
  c: Case,
  turn: Turn,
  asked: Omit<Parameters<typeof noticed>[2], "supervisor" | "until"> & { until: DistrictDate },
  world: World,
): Decision => {
  if (!isWithin(c, asked.until, world)) return refuse("supervisionDayOutside");
  const event = noticed(c, by(turn), { ...asked, supervisor: turn.staff }, world);
  return event === undefined ? refuse("nobodyToSupervise") : { events: [event] };
};

const over = (c: Case, turn: Turn, how: "declined" | "accepted", reason?: Parameters<typeof noticed>[2]["demand"]) =>
  happened(
    by(turn),
    { type: "supervisionOver", stepNo: c.stepNo, how, ...(reason !== undefined && { reason }) },
    watchStops(c),
    [{ kind: "newsMail", news: how === "declined" ? "supervisionDeclined" : "supervisionAccepted" }],
  );

const notice = z.strictObject({ demand: prose("demand"), newDay: day });

/** 督办: by whoever decides for the bureau, and by whoever answers for the unit. */
export const supervisionActs = {
  issueSupervision: act({
    form: notice,
    role: "supervisor",
    at: goingStates,
    turn: "ends",
    whyNot: whyNotAt("asked"),
    decide: (c, { demand, newDay: until }, world, turn) =>
      ofTurn(c, turn, "asked", (_, theirs) =>
        issues(c, theirs, { why: "issued", tier: "notice", demand, until }, world),
      ),
  }),

  /** In writing, and the petitioner reads it. */
  declineSupervision: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "supervisor",
    at: goingStates,
    turn: "ends",
    whyNot: whyNotAt("asked"),
    decide: (c, { reason }, _, turn) => ofTurn(c, turn, "asked", (__, theirs) => over(c, theirs, "declined", reason)),
  }),

  /** The answer is enough, and it ends. */
  acceptFeedback: act({
    form: z.strictObject({}),
    role: "supervisor",
    at: goingStates,
    turn: "ends",
    whyNot: whyNotAt("reported"),
    decide: (c, _, __, turn) => ofTurn(c, turn, "reported", (___, theirs) => over(c, theirs, "accepted")),
  }),

  /** It is not: it is issued again, at the next level. */
  refuseFeedback: act({
    form: notice,
    role: "supervisor",
    at: goingStates,
    turn: "ends",
    whyNot: whyNotAt("reported"),
    decide: (c, { demand, newDay: until }, world, turn) =>
      ofTurn(c, turn, "reported", ({ letter }, theirs) => {
        const tier = (letter && tierAfter(letter.tier)) ?? "listed";
        return issues(c, theirs, { why: "refused", tier, demand, until }, world);
      }),
  }),

  /** 反馈: what was done, and what comes next. The bureau judges it. */
  reportFeedback: act({
    form: z.strictObject({ feedback: prose("feedback") }),
    role: "supervised",
    at: goingStates,
    turn: "ends",
    decide: (c, { feedback }, world, turn) =>
      ofTurn(c, turn, "noticed", ({ missed: { unit } }, theirs) => {
        const found = supervisorFor(c, { on: districtDate(world.now) }, world);
        if (found === undefined) return refuse("nobodyToSupervise");
        const { told, clock, mail } = supervisorsTurn(c, found, "reported", world);
        return happened(
          by(theirs),
          { type: "supervisionReported", unit, feedback, ...told },
          [...watchStops(c), clock],
          [mail],
        );
      }),
  }),
};
