import * as z from "zod";
import { aboutNoPerson, chosen, problem, prose, proseLimits, textOrNone } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import {
  type Decision,
  handlingClock,
  happened,
  refuse,
  startPeriod,
  startTransit,
  stopped,
} from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import { othersIn } from "#case/state/joint.ts";
import { isPlaceless } from "#case/state/placeless.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import { AnsweredTrack, isAnsweredHere } from "#clock/track.ts";
import { otherLimits } from "#directory/other-limits.ts";
import { clockRule, startLevel } from "#directory/rules.ts";
import { whyNotFromBureau } from "./accusation.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { issue } from "./issue.ts";
import { receiptOf } from "./receipt.ts";
import { notSimpleFields } from "./simple.ts";

/** On which track it is accepted, and why that is not its category's. */
type AcceptedOn = Pick<FactOf<"accepted">, "track" | "reason" | "notSimple">;

/** Accepted on a track, whose time for the answer begins now. */
const accepted = (c: In<"screening">, on: AcceptedOn, world: World): Decision => {
  const startAt = startLevel(world.directory, c.category);
  const rule = clockRule(world.directory, { ...c, track: on.track }, "handling");
  const handling = startPeriod(handlingClock, { rule, start: world.now, urgent: c.urgent === true }, world);
  const letter = receiptOf(c, { stage: "accepted", startAt, due: handling.clock, track: on.track }, world);
  return happened(
    byOwner(c),
    { type: "accepted", basis: "officer", startAt, ...on, letter },
    [...stopped(c, ["accept"]), handling, startTransit(c, world)],
    [
      { kind: "signal", stepNo: c.stepNo, outcome: "accepted", startAt },
      { kind: "newsMail", news: "accepted" },
    ],
  );
};

const whyNotAccepted = (c: In<"screening">, world: World): Refusal | undefined =>
  whyNotFromBureau(c) ?? (isPlaceless(c, world) ? "communityMissing" : undefined);

/** 受理: the bureau decides whether the petition is accepted. */
export const acceptanceActs = {
  /**
   * The time for the answer begins and the chain starts at the category's level. The bureau sets the track: the category's, or
   * another one for a reason. Only what the category itself calls simple is handled the simple way.
   */
  accept: act({
    form: z.strictObject({
      track: z.enum(AnsweredTrack.options, problem("unknown")).optional(),
      reason: textOrNone(proseLimits.reason),
    }),
    role: "owner",
    at: ["screening"],
    turn: "ends",
    // 国信发〔2016〕8号: a joint petition is none for the simple way, and is accepted as no simple one.
    whyNot: (c, world) => (c.track === "simple" && othersIn(c) > 0 ? "jointNotSimple" : whyNotAccepted(c, world)),
    decide: (c, { track = c.track, reason }, world) => {
      if (!isAnsweredHere(track)) return refuse("answeredElsewhere");
      if (track !== c.track && track === "simple") return refuse("trackNotSimple");
      if (track !== c.track && reason === undefined) return refuse("trackWithoutReason");
      return accepted(c, { track, ...(reason !== undefined && { reason }) }, world);
    },
  }),

  /** The same of a matter whose category is handled the simple way, and that is none for it. */
  acceptOrdinary: act({
    form: z.strictObject(notSimpleFields),
    role: "owner",
    at: ["screening"],
    turn: "ends",
    whyNot: (c, world) => (c.track === "simple" ? whyNotAccepted(c, world) : "notHandledSimply"),
    decide: (c, { notSimple: why, reason }, world) =>
      accepted(c, { track: "petition", notSimple: { why, reason } }, world),
  }),

  /** On a ground that the policy lists with where to go instead (Art. 22), showing what the ground rests on. */
  notAccept: act({
    form: z.strictObject({ ground: chosen, where: aboutNoPerson("where"), explanation: prose("explanation") }),
    role: "owner",
    at: ["screening"],
    turn: "ends",
    whyNot: (c) => whyNotFromBureau(c) ?? (c.reconsideration === undefined ? undefined : "refusedBefore"),
    decide: (c, { ground: chosenGround, where, explanation }, world) => {
      const { directory } = world;
      const ground = directory.policy.grounds.find(({ id }) => id === chosenGround);
      if (ground === undefined) return refuse("unknownGround");
      if (ground.shows !== undefined && where === undefined) return refuse("groundNotShown");
      const limits = otherLimits(directory, c.category);
      const parts = {
        ground,
        ...(where !== undefined && { where }),
        explanation,
        limits,
        again: { kind: "mayAsk" as const },
      };
      return happened(
        byOwner(c),
        { type: "notAccepted", stepNo: c.stepNo, letter: issue("notAccepted", c, c.unit, parts, world) },
        stopped(c, ["accept"]),
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "notAccepted" },
          { kind: "newsMail", news: "notAccepted" },
        ],
      );
    },
  }),
};
