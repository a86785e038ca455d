import * as z from "zod";
import { problem } from "#case/forms/form-text.ts";
import { withdrawalUndoingOffers } from "#case/offers/withdrawal.ts";
import type { Actor } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, happened, startPeriod, startTransit, stop, stopped } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import type { SignedPaper } from "#case/state/facts/withdrawal.ts";
import { othersIn } from "#case/state/joint.ts";
import { isPromisedByLetter } from "#case/state/promise.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { lawGoesOn, lawWaits } from "#case/state/resting.ts";
import { periodClock } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import { act } from "./act.ts";
import { issue } from "./issue.ts";
import { toMerged } from "./to-merged.ts";
import { toldEnded } from "./told-ended.ts";

/** Where a petition can be withdrawn: as long as no answer is written. */
export const withdrawableStates = ["registered", "screening", "accepted", "handling", "performing", "merged"] as const;

/** Why a petition cannot be withdrawn, by whatever way its petitioner says so. */
export const whyNotWithdrawn = (c: In<(typeof withdrawableStates)[number]>): Refusal | undefined => {
  if (isPromisedByLetter(c)) return "tooLateToWithdraw";
  // Their petition, too: nobody ends by their word what others have joined.
  return othersIn(c) > 0 ? "othersJoined" : undefined;
};

/**
 * The step ends and the case rests for the days in which this can be undone; only the law's clocks go on. A case on its way
 * has no owner to tell, and its workflow learns of it when it comes to open the next step.
 * @param paper what was signed, where it did not come by the petitioner's own hand
 */
export const rests = (
  c: In<(typeof withdrawableStates)[number]>,
  by: Actor,
  paper: SignedPaper | undefined,
  world: World,
): Decision => {
  const rule = clockRule(world.directory, c, "withdrawal");
  // Every time that it is undone a new execution takes over, which tells one clock from the next.
  const thinking = startPeriod(
    { kind: "withdrawal", n: c.epoch },
    { rule, start: world.now, urgent: c.urgent === true },
    world,
  );
  // What the bureau owes the petitioner goes on, whatever they do with the petition.
  const stops = c.running
    .filter(({ clock }) => clock.family !== "statutory" && clock.kind !== "pressure")
    .map(({ clock }) => stop(clock));
  return happened(
    by,
    { type: "withdrawalDeclared", until: thinking.clock.lastDay, ...(paper && { paper }) },
    [...stops, thinking, ...lawWaits(c, thinking.clock.due, world)],
    [...toldEnded(c, "ended"), ...toMerged(c), { kind: "newsMail", news: "withdrawing" }],
  );
};

/** Another execution takes the case up where it stood, and the law's clocks ring again. */
export const takenUp = (
  c: In<"withdrawing">,
  by: Actor,
  { atBureau }: Pick<FactOf<"withdrawalUndone">, "atBureau">,
  world: World,
): Decision => {
  const { stepNo, back } = c;
  const epoch = c.epoch + 1;
  return happened(
    by,
    { type: "withdrawalUndone", to: back.to, epoch, ...(atBureau && { atBureau }) },
    [...stopped(c, ["withdrawal"]), ...lawGoesOn(c, world), startTransit({ epoch, stepNo }, world)],
    [
      { kind: "start", epoch, startAt: back.to },
      ...(atBureau ? [{ kind: "newsMail", news: "withdrawalUndone" } as const] : []),
    ],
  );
};

/** 撤回, by the petitioner, as long as no answer is written; what another body has is taken back there. */
export const withdrawals = {
  withdraw: act({
    form: z.strictObject({ understood: z.literal("yes", problem("missing")) }),
    role: "petitioner",
    agent: "withdraw",
    at: withdrawableStates,
    elsewhere: "tooLateToWithdraw",
    brings: "withdrawalDeclared",
    turn: "ends",
    whyNot: whyNotWithdrawn,
    decide: (c, _, world) => rests(c, { kind: "petitioner" }, undefined, world),
  }),
};

/** 恢复办理: while it can be undone. */
export const withdrawalUndoings = {
  /** Nothing but their word is needed. */
  undoWithdrawal: act({
    ...withdrawalUndoingOffers.undoWithdrawal,
    form: z.strictObject({}),
    role: "petitioner",
    brings: "withdrawalUndone",
    turn: "stays",
    decide: (c, _, world) => takenUp(c, { kind: "petitioner" }, {}, world),
  }),
};

/** The days for thinking again are over: every clock stops, the case is over, and a letter confirms it. */
export const endsWithdrawn = (c: In<"withdrawing">, world: World): Decision => {
  const { kind, n, article, lastDay } = periodClock(c, "withdrawal");
  const parts = { withdrawnOn: districtDate(c.withdrawnAt), ...(c.signedOn && { signedOn: c.signedOn }) };
  return happened(
    { kind: "clock", clock: { kind, n } },
    {
      type: "withdrawn",
      letter: issue("withdrawal", c, c.responsible.unit, { ...parts, undoneUntil: lastDay, article }, world),
    },
    c.running.map(({ clock }) => stop(clock, clock.kind === "withdrawal" ? "rang" : "done")),
    [{ kind: "newsMail", news: "withdrawn" }],
  );
};
