import type { Case } from "#case/state/case.ts";
import { type Decision, type EventOfRing, happened, refuse } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import { latestMeeting } from "#case/state/latest-days.ts";
import type { Message } from "#case/state/message.ts";
import { type Convening, nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { senderFor } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import { whyNotOfTheBureau } from "./bureau-officer.ts";
import { type Occasion, whoDecidesInstead } from "./unable.ts";

/** Asks whoever calls meetings for the bureau to call one, by a mail with their link. */
const askConvener = (
  c: Convening,
  { convener, assignment }: Convening["convening"],
  { now }: Pick<World, "now">,
): Message => {
  const { stepNo } = c;
  return {
    ...{ kind: "taskMail", to: convener.staff, ask: "conveneMeeting", stepNo, assignment },
    lastDay: latestMeeting(c, now),
  };
};

/**
 * 信访局会商: staff of the bureau are to call units together on a case that one of them handles. Its owner stays the owner,
 * and no clock moves; what is asked, and whom, they write on their task page, where it is sealed like all that people write.
 */
export const beginConvening = (c: Case, { by }: { by: StaffId }, world: World): Decision => {
  const { directory, now } = world;
  const barred = whyNotOfTheBureau(c, by, directory);
  if (barred !== undefined) return refuse(barred);
  if (c.status !== "handling") return refuse("nothingToConvene");
  if (c.convening !== undefined) return refuse("convenerAlready");
  if (c.recusal !== undefined) return refuse("recusalPending");
  if (latestMeeting(c, now) <= districtDate(now)) return refuse("tooLateToConvene");
  const { stepNo } = c;
  const convening = { convener: { unit: directory.district.bureau, staff: by }, assignment: nextTurn(c) };
  return happened(
    { kind: "staff", id: by },
    { type: "conveningBegun", stepNo, ...convening },
    [],
    [askConvener({ ...c, convening }, convening, world)],
  );
};

/**
 * Whoever calls meetings for the bureau and has left, may not see the case any more, is away or gets no mail, is followed by
 * whoever is on duty there today. @returns the event that says so, or none.
 */
export const passConvenerOn = (c: Convening, occasion: Occasion, world: World): EventOfRing[] => {
  const { convener, assignment } = c.convening;
  const { stepNo, owner, about } = c;
  const turn = { staff: convener.staff, stepNo, assignment };
  const instead = whoDecidesInstead(c, turn, occasion, world, (asked) =>
    senderFor(world.directory, { owner, about, ...asked, isLast: false }),
  );
  if (instead === undefined) return [];
  const { to, how } = instead;
  const passed = { convener: to, assignment: nextTurn(c) };
  const fact: FactOf<"convenerPassedOn"> = {
    type: "convenerPassedOn",
    ...{ stepNo, from: convener.staff, to, assignment: passed.assignment, how },
  };
  return [{ by: occasion.by, fact, messages: [askConvener(c, passed, world)] }];
};
