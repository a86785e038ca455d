import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Choice, Condition, type IChainable, Succeed } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import {
  EscalationStation,
  escalationOrder,
  isBelow,
  type Level,
  levelAbove,
  levelBelow,
  liftedTo,
} from "#ground/levels.ts";
import { is, type StayShown, stays, unknown } from "./stay.ts";

const sentences: StayShown<EscalationStation> = {
  bureau: { turn: "Bureau decides on acceptance", after: "What the bureau decided" },
  community: { turn: "Community watches over the case", after: "What came of it in the community" },
  township: { turn: "Township answers", after: "What came of it in the township" },
  department: { turn: "Department answers", after: "What came of it in the department" },
  leader: { turn: "District leader decides", after: "What the district leader decided" },
  window: { turn: "Petitioner may ask for review", after: "What came of the review window" },
};

/**
 * The escalation chain: shows and drives who holds the case, while the record decides.
 *
 * Input `{ caseId, epoch, startAt }`. Each station waits for a signal `{ outcome, startAt? }` and is two transitions:
 * the wait and the way out. An execution may enter at any station, so that a new one goes on where an old one was lost.
 * @param openStep opens the station's step and keeps its task token; called with `{ caseId, epoch, station, token }`.
 */
export const escalationChain = (scope: Construct, { openStep }: { openStep: IFunction }): IChainable => {
  const settled = new Succeed(scope, "Case is closed as settled");
  const closed = new Succeed(scope, "Case is closed with its answer");
  const notAccepted = new Succeed(scope, "Petition is not accepted and the petitioner knows where to go");
  const guided = new Succeed(scope, "Petitioner is guided to the procedure that decides the matter");
  const transferred = new Succeed(scope, "Another body has the matter by its own word");
  const ended = new Succeed(scope, "Case has ended by another word than that of its station");
  const reviewed = new Succeed(scope, "Petitioner has asked for review and another chain carries the case");
  const { unknownStation, unknownOutcome } = unknown(scope);
  const { turnOf, wayOut } = stays(scope, openStep, sentences);

  const afterBureau = () => {
    const way = wayOut("bureau")
      .when(is("notAccepted"), notAccepted)
      .when(is("guided"), guided)
      .when(is("transferred"), transferred)
      .when(is("ended"), ended);
    for (const level of escalationOrder) {
      way.when(Condition.and(is("accepted"), Condition.stringEquals("$.turn.startAt", level)), turnOf(level));
    }
    return way.otherwise(unknownOutcome);
  };
  const afterLevel = (level: Level) => {
    const way = wayOut(level)
      .when(is("answered"), turnOf("window"))
      .when(is("settled"), settled)
      .when(is("ended"), ended);
    const above = levelAbove(level);
    if (above) way.when(Condition.or(is("overdue"), is("reportedUpward"), is("skipped")), turnOf(above));
    if (isBelow(level, liftedTo)) way.when(is("lifted"), turnOf(liftedTo));
    // What was agreed has come to nothing: the same level opens another step. While it is being done, the turn goes on.
    way.when(is("takenUpAnew"), turnOf(level));
    const below = levelBelow(level);
    if (below) way.when(is("handedBack"), turnOf(below));
    // It is another unit's: of this level, or of any other. Last, as only this outcome says at which level.
    for (const to of escalationOrder) {
      way.when(Condition.and(is("sentOn"), Condition.stringEquals("$.turn.startAt", to)), turnOf(to));
    }
    // It belongs to another body: the bureau sees to it until that body has it.
    way.when(is("toBureau"), turnOf("bureau"));
    return way.otherwise(unknownOutcome);
  };
  const afterWindow = () => {
    const way = wayOut("window")
      .when(is("closed"), closed)
      .when(is("reviewAsked"), reviewed)
      .when(is("settled"), settled)
      .when(is("ended"), ended);
    // What the letter promised was not kept: the level that issued it takes the matter up anew.
    for (const level of escalationOrder) {
      way.when(Condition.and(is("takenUpAnew"), Condition.stringEquals("$.turn.startAt", level)), turnOf(level));
    }
    return way.otherwise(unknownOutcome);
  };

  turnOf("bureau").next(afterBureau());
  for (const level of escalationOrder) turnOf(level).next(afterLevel(level));
  turnOf("window").next(afterWindow());

  const entry = new Choice(scope, "Where the case stands");
  for (const station of EscalationStation.options)
    entry.when(Condition.stringEquals("$.startAt", station), turnOf(station));
  return entry.otherwise(unknownStation);
};
