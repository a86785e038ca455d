import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Choice, Condition, type IChainable, Succeed } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { ReviewStation } from "#ground/levels.ts";
import { is, type StayShown, stays, unknown } from "./stay.ts";

const sentences: StayShown<ReviewStation> = {
  review: { turn: "Body above reviews the answer", after: "What came of the review" },
  reReviewWindow: { turn: "Petitioner may turn to the body above the review", after: "What came after the review" },
};

/**
 * 复查: the review chain carries a case whose petitioner has asked for review, until the review and the time after it are over.
 * An answer that is revoked ends it: the level that gave it has the matter again, in the escalation chain.
 *
 * Input `{ caseId, epoch, startAt }`, as for the escalation chain. Each stay is two transitions: the wait and the way out.
 * @param openStep opens the station's step and keeps its task token; called with `{ caseId, epoch, station, token }`.
 */
export const reviewChain = (scope: Construct, { openStep }: { openStep: IFunction }): IChainable => {
  const closed = new Succeed(scope, "Case is closed after its review");
  const revoked = new Succeed(scope, "Answer is revoked and its level has the matter again");
  const promised = new Succeed(scope, "Case stays open for what its letter has promised and another chain carries it");
  const ended = new Succeed(scope, "Case has ended by another word than that of its station");
  const { unknownStation, unknownOutcome } = unknown(scope);
  const { turnOf, wayOut } = stays(scope, openStep, sentences);

  turnOf("review").next(
    wayOut("review")
      .when(is("reviewed"), turnOf("reReviewWindow"))
      .when(is("revoked"), revoked)
      .when(is("closed"), closed)
      .when(is("promised"), promised)
      .when(is("ended"), ended)
      .otherwise(unknownOutcome),
  );
  turnOf("reReviewWindow").next(
    wayOut("reReviewWindow")
      .when(is("closed"), closed)
      .when(is("promised"), promised)
      .when(is("ended"), ended)
      .otherwise(unknownOutcome),
  );

  const entry = new Choice(scope, "Where the case stands");
  for (const station of ReviewStation.options)
    entry.when(Condition.stringEquals("$.startAt", station), turnOf(station));
  return entry.otherwise(unknownStation);
};
