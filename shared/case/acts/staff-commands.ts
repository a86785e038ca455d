import type { Case, In, Open } from "#case/state/case.ts";
import {
  acceptClock,
  type Decision,
  handlingClock,
  happened,
  refuse,
  startPeriod,
  startTransit,
  stop,
} from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import { isTooLateFor } from "#case/state/lift.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { routeFor } from "#case/state/route-for.ts";
import { deliveryTurn, isAsking, type Role, roleIn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { PeriodClock } from "#clock/clock.ts";
import { districtDate, noonOf } from "#clock/period.ts";
import { isComplainedAbout } from "#directory/routing.ts";
import { clockRule, startLevel } from "#directory/rules.ts";
import type { StaffId } from "#ground/ids.ts";
import { type Level, levelAbove, levelBelow } from "#ground/levels.ts";
import type { StaffCommand, StaffCommandName } from "./command.ts";
import { approveExtension, askExtension, extensionDecider, refuseExtension } from "./extension.ts";

type Act<N extends StaffCommandName> = Extract<StaffCommand, { command: N }>;

const by = (c: Open) => ({ kind: "staff", id: c.owner }) as const;
const signal = { kind: "signal" } as const;

/** The bureau accepts: the statutory 60 days begin (《信访工作条例》 Art. 34) and the chain starts at the category's level. */
const accept = (c: In<"screening">, world: World): Decision => {
  const startAt = startLevel(world.directory, c.category);
  const handling = startPeriod(c, "handling", clockRule(world.directory, c, "handling"), world.now, world);
  return happened(
    by(c),
    { type: "accepted", basis: "officer", startAt },
    [stop(acceptClock), handling, startTransit(c, world)],
    [{ ...signal, stepNo: c.stepNo, outcome: "accepted", startAt }],
  );
};

/** The bureau does not accept, on a ground that the policy lists with where to go instead (Art. 22). */
const notAccept = (c: In<"screening">, act: Act<"notAccept">, { directory }: World): Decision => {
  if (!directory.policy.grounds.some(({ id }) => id === act.ground)) return refuse("unknownGround");
  return happened(
    by(c),
    { type: "notAccepted", stepNo: c.stepNo, ground: act.ground, explanation: act.explanation },
    [stop(acceptClock)],
    [
      { ...signal, stepNo: c.stepNo, outcome: "notAccepted" },
      { kind: "newsMail", news: "notAccepted" },
    ],
  );
};

/** The owner confirms receipt and from now on answers for the case. */
const acknowledge = (c: Open): Decision =>
  c.acknowledgedAt === undefined
    ? happened(by(c), { type: "acknowledged", stepNo: c.stepNo, unit: c.unit, staff: c.owner })
    : refuse("alreadyAcknowledged");

/** The owner reports the matter settled; it counts once the petitioner confirms. */
const proposeSettlement = (c: In<"handling">, { terms }: Act<"proposeSettlement">): Decision =>
  c.settlement === undefined
    ? happened(
        by(c),
        { type: "settlementProposed", stepNo: c.stepNo, terms },
        [],
        [{ kind: "newsMail", news: "settlementProposed" }],
      )
    : refuse("settlementPending");

/** The statutory reply (Art. 34). A community may not issue it. Delivery is owed within the policy's days. */
const reply = (c: In<"handling">, { command: _, ...letter }: Act<"reply">, world: World): Decision =>
  c.level === "community"
    ? refuse("notAtThisLevel")
    : happened(
        by(c),
        { type: "replied", stepNo: c.stepNo, unit: c.unit, staff: c.owner, letter },
        [
          stop(c.clock),
          stop(handlingClock),
          startPeriod(c, "delivery", clockRule(world.directory, c, "delivery"), world.now, world),
        ],
        [
          { ...signal, stepNo: c.stepNo, outcome: "answered" },
          { kind: "newsMail", news: "answered" },
        ],
      );

const reportUpward = (c: In<"handling">, { reason }: Act<"reportUpward">, world: World): Decision => {
  const to = levelAbove(c.level);
  if (to === undefined) return refuse("noLevelAbove");
  return happened(
    by(c),
    { type: "reportedUpward", stepNo: c.stepNo, level: c.level, reason, to },
    [stop(c.clock), startTransit(c, world)],
    [{ ...signal, stepNo: c.stepNo, outcome: "reportedUpward" }],
  );
};

/** Why the case cannot go back to the level below now; `undefined` when it can. Each level may hand it back once. */
const whyNotBack = (c: In<"handling">, to: Level, world: World): Refusal | undefined => {
  if (c.handedBackBy.includes(c.level)) return "handedBackBefore";
  if (isTooLateFor(to, c, world)) return "tooLateToHandBack";
  return routeFor(c, to, world).kind === "vacant" ? "nobodyBelow" : undefined;
};

/** 退回 to the level below; the statutory clock keeps running. */
const handBack = (c: In<"handling">, { reason }: Act<"handBack">, world: World): Decision => {
  const to = levelBelow(c.level);
  if (to === undefined) return refuse("noLevelBelow");
  const whyNot = whyNotBack(c, to, world);
  if (whyNot !== undefined) return refuse(whyNot);
  return happened(
    by(c),
    { type: "handedBack", stepNo: c.stepNo, level: c.level, reason, to },
    [stop(c.clock), startTransit(c, world)],
    [{ ...signal, stepNo: c.stepNo, outcome: "handedBack" }],
  );
};

/** Another person of the same unit takes the step over; its deadline stays as it is. */
const reassign = (c: Open, { to, reason }: Act<"reassign">, { directory }: World): Decision => {
  const colleague = directory.staff.find(({ id }) => id === to);
  if (colleague?.unit !== c.unit || to === c.owner) return refuse("notAColleague");
  if (isComplainedAbout(c.about, colleague)) return refuse("complainedAbout");
  if (isAsking(c) && to === c.extension.head.staff) return refuse("decidesExtension");
  const assignment = c.assignment + 1;
  const ask = c.status === "screening" ? "accept" : "handle";
  return happened(
    by(c),
    { type: "reassigned", how: "byOwner", stepNo: c.stepNo, from: c.owner, to, reason, assignment },
    [],
    [{ kind: "taskMail", to, ask, stepNo: c.stepNo, assignment, lastDay: stepDue(c).lastDay }],
  );
};

/** The unit records that the letter was handed over or arrived by post: the review window starts (Art. 35). */
const recordDelivery = (c: In<"answered">, { how, on }: Act<"recordDelivery">, world: World): Decision => {
  if (c.delivery !== undefined) return refuse("alreadyDelivered");
  if (on < districtDate(c.answeredAt) || on > districtDate(world.now)) return refuse("deliveryDateImpossible");
  const review = startPeriod(c, "review", clockRule(world.directory, c, "review"), noonOf(on), world);
  return happened({ kind: "staff", id: deliveryTurn(c).staff }, { type: "delivered", how, on }, [
    stop(c.clock),
    review,
  ]);
};

const onOpenStep = (c: Open, act: StaffCommand, world: World): Decision => {
  if (act.command === "acknowledge") return acknowledge(c);
  if (act.command === "reassign") return reassign(c, act, world);
  if (c.status === "screening") {
    if (act.command === "accept") return accept(c, world);
    if (act.command === "notAccept") return notAccept(c, act, world);
    return refuse("notAtThisLevel");
  }
  switch (act.command) {
    case "proposeSettlement":
      return proposeSettlement(c, act);
    case "reply":
      return reply(c, act, world);
    case "reportUpward":
      return reportUpward(c, act, world);
    case "handBack":
      return handBack(c, act, world);
    case "askExtension":
      return askExtension(c, act, world);
    case "accept":
    case "notAccept":
    case "approveExtension":
    case "refuseExtension":
    case "recordDelivery":
      return refuse("notAtThisLevel");
  }
};

/** The head's part: to decide on the extension that was asked for, and nothing else. */
const onRequest = (c: Case, act: StaffCommand, running: readonly PeriodClock[], world: World): Decision => {
  if (!isAsking(c)) return refuse("movedOn");
  if (act.command === "approveExtension") return approveExtension(c, running, world);
  return act.command === "refuseExtension" ? refuseExtension(c, act) : refuse("notAtThisLevel");
};

/** Judges a staff command that came by the link for (`stepNo`, `assignment`) of the person `staff`. */
export const decideStaff = (
  c: Case,
  command: { by: StaffId; stepNo: number; assignment: number; act: StaffCommand; running?: readonly PeriodClock[] },
  world: World,
): Decision => {
  if (c.status === "closed" || c.status === "notAccepted") return refuse("ended");
  const { by: staff, stepNo, assignment, running = [] } = command;
  const role = roleIn(c, { staff, stepNo, assignment });
  if (role === undefined) return refuse("movedOn");
  if (role === "head") return onRequest(c, command.act, running, world);
  switch (c.status) {
    case "screening":
    case "handling":
      return onOpenStep(c, command.act, world);
    case "answered":
      return command.act.command === "recordDelivery"
        ? recordDelivery(c, command.act, world)
        : refuse("notAtThisLevel");
    default:
      return refuse("movedOn");
  }
};

/** The commands that the case's present step allows now to a role in it, most likely first. */
export const allowedCommands = (c: Case, role: Role, world: World): StaffCommandName[] => {
  if (role === "head") return isAsking(c) ? ["approveExtension", "refuseExtension"] : [];
  switch (c.status) {
    case "screening":
      return c.acknowledgedAt === undefined
        ? ["acknowledge", "accept", "notAccept", "reassign"]
        : ["accept", "notAccept", "reassign"];
    case "handling": {
      const below = levelBelow(c.level);
      const allowed: Record<StaffCommandName, boolean> = {
        acknowledge: c.acknowledgedAt === undefined,
        proposeSettlement: c.settlement === undefined,
        reply: c.level !== "community",
        reportUpward: levelAbove(c.level) !== undefined,
        handBack: below !== undefined && whyNotBack(c, below, world) === undefined,
        askExtension: "head" in extensionDecider(c, world),
        reassign: true,
        approveExtension: false,
        refuseExtension: false,
        accept: false,
        notAccept: false,
        recordDelivery: false,
      };
      return inOrderOfLikelihood.filter((name) => allowed[name]);
    }
    case "answered":
      return c.delivery === undefined ? ["recordDelivery"] : [];
    default:
      return [];
  }
};

const inOrderOfLikelihood: StaffCommandName[] = [
  "acknowledge",
  "reply",
  "proposeSettlement",
  "reportUpward",
  "handBack",
  "askExtension",
  "reassign",
];

const leaveTheTurn: readonly StaffCommandName[] = ["acknowledge", "proposeSettlement", "askExtension"];

/** Whether a command ends the person's turn and with it the link; the others leave the link usable. */
export const endsTurn = (name: StaffCommandName): boolean => !leaveTheTurn.includes(name);
