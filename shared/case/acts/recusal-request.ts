import * as z from "zod";
import { problem, prose } from "#case/forms/form-text.ts";
import type { Actor } from "#case/state/actor.ts";
import type { Case, In } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import { type AskedToRecuse, mostRecusals, RecusalGround, RecusalOf } from "#case/state/facts/recusal.ts";
import { isHandsOff } from "#case/state/hands-off.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { isAnybodyLeft } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { Written } from "#ground/written.ts";
import { act } from "./act.ts";
import { askToDecide, startDecision } from "./awaited-decision.ts";
import { whyNotOfTheBureau } from "./bureau-officer.ts";
import { aboutWithout, judgeFor, nextRecusalDecision, recusalDecision } from "./recusal-watch.ts";
import { tellsHolder } from "./tells-holder.ts";

/** What a petitioner has told the bureau, on which day, when they ask without the pages. */
export type RecusalToldToBureau = { of: RecusalOf; askedOn: DistrictDate; why: RecusalGround };

type RequestMade = { of: RecusalOf; why: RecusalGround; reason?: Written; askedOn: DistrictDate };

/** Why none can be asked for now, of whomever. */
const whyNotAsked = ({ recusal, recusals = 0 }: In<"handling">): Refusal | undefined => {
  if (recusal !== undefined) return "recusalAskedAlready";
  return recusals === mostRecusals ? "recusalsEnough" : undefined;
};

const meant = ({ owner, unit }: In<"handling">, of: RecusalOf): AskedToRecuse =>
  of === "handler" ? { is: "handler", staff: owner } : { is: "unit", unit };

/** It is asked: whoever decides gets a turn, and whoever it means learns that they are to keep their hands off. */
const asks = (c: In<"handling">, by: Actor, { of, why, reason, askedOn }: RequestMade, world: World): Decision => {
  const refused = whyNotAsked(c);
  if (refused !== undefined) return refuse(refused);
  const { directory, now } = world;
  const whom = meant(c, of);
  if (!isAnybodyLeft(directory, aboutWithout(c, whom))) return refuse("nobodyElse");
  const found = judgeFor(c, whom, { on: districtDate(now) }, world);
  if (found === undefined) return refuse("nobodyToDecideRecusal");
  const turn = { decider: { unit: found.unit, staff: found.id }, assignment: nextTurn(c) };
  const decision = startDecision(recusalDecision, c, nextRecusalDecision(c), world);
  const { stepNo } = c;
  const decideBy = decision.clock.lastDay;
  const asked = { whom, why, askedOn };
  const owner = { staff: c.owner, unit: c.ownersUnit, role: "owner" } as const;
  const rests = isHandsOff({ ...c, recusal: { ...asked, ...turn } }, owner)
    ? tellsHolder(c, "recusalAsked", decideBy)
    : [];
  return happened(
    by,
    {
      type: "recusalAsked",
      ...{ stepNo, ...asked, ...(reason !== undefined && { reason }) },
      ...{ judge: turn.decider, assignment: turn.assignment, decideBy },
    },
    [decision],
    [askToDecide(recusalDecision, c, turn, decideBy), ...rests],
  );
};

/**
 * 申请回避: the petitioner asks that whoever has the step, or the whole unit, have no part in the case. Until it is decided
 * they keep their hands off; they stay its owner, and every clock runs on.
 * Source: 《信访工作条例》 Art. 28(3); the days for the decision and how often it can be asked are the district's own
 * (docs/adr/0068).
 */
export const recusalRequests = {
  askRecusal: act({
    form: z.strictObject({
      recusalOf: z.enum(RecusalOf.options, problem("missing")),
      recusalGround: z.enum(RecusalGround.options, problem("missing")),
      reason: prose("reason"),
    }),
    role: "petitioner",
    agent: "never",
    at: ["handling"],
    elsewhere: "noStepOpen",
    brings: "recusalAsked",
    turn: "stays",
    whyNot: whyNotAsked,
    decide: (c, { recusalOf: of, recusalGround: why, reason }, world) =>
      asks(c, { kind: "petitioner" }, { of, why, reason, askedOn: districtDate(world.now) }, world),
  }),
};

/** The same, as they told the bureau at its window, by letter or by telephone. */
export const askRecusalFor = (
  c: Case,
  { by, ...told }: { by: StaffId } & RecusalToldToBureau,
  world: World,
): Decision => {
  const barred = whyNotOfTheBureau(c, by, world.directory);
  if (barred !== undefined) return refuse(barred);
  if (c.status !== "handling") return refuse("noStepOpen");
  const received = c.receivedOn ?? districtDate(c.registeredAt);
  if (told.askedOn > districtDate(world.now) || told.askedOn < received) return refuse("recusalDateImpossible");
  return asks(c, { kind: "staff", id: by }, told, world);
};
