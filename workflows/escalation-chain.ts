import { Duration } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  IntegrationPattern,
  JitterType,
  JsonPath,
  Succeed,
  TaskInput,
  type TaskStateBase,
  Timeout,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import type { StepOutcome } from "#case/state/message.ts";
import { escalationOrder, isBelow, type Level, levelAbove, levelBelow, liftedTo, Station } from "#ground/levels.ts";

/** What the console shows while the case stands at a station, and while it leaves it. */
const sentences: Record<Station, { turn: string; after: string }> = {
  bureau: { turn: "Bureau decides on acceptance", after: "What the bureau decided" },
  community: { turn: "Community watches over the case", after: "What came of it in the community" },
  township: { turn: "Township answers", after: "What came of it in the township" },
  department: { turn: "Department answers", after: "What came of it in the department" },
  leader: { turn: "District leader decides", after: "What the district leader decided" },
  window: { turn: "Petitioner may ask for review", after: "What came of the review window" },
};

/**
 * No deadline: those are rows in the Deadlines table, and people may take their time. It only ends a wait that nobody
 * will ever answer, before Step Functions ends the whole execution after a year.
 */
const backstop = Duration.days(360);

/** Failures of the Lambda service itself. What the handler throws ends the execution, and reconcile replaces it. */
const serviceErrors = [
  "Lambda.ClientExecutionTimeoutException",
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.SdkClientException",
  "Lambda.TooManyRequestsException",
];

const is = (outcome: StepOutcome) => Condition.stringEquals("$.turn.outcome", outcome);

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
  const unknownStation = new Fail(scope, "Nobody knows this station", {
    error: "UnknownStation",
    cause: "The input's startAt is no station of this chain.",
  });
  const unknownOutcome = new Fail(scope, "Nobody knows this outcome", {
    error: "UnknownOutcome",
    cause: "The signal's outcome is none that leads on from this station.",
  });

  const turns = new Map<Station, TaskStateBase>();
  const turnOf = (station: Station): TaskStateBase => {
    const turn = turns.get(station) ?? waitAt(scope, openStep, station);
    turns.set(station, turn);
    return turn;
  };

  const afterBureau = () => {
    const way = wayOut(scope, "bureau")
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
    const way = wayOut(scope, level)
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
    const way = wayOut(scope, "window")
      .when(is("closed"), closed)
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
  for (const station of Station.options) entry.when(Condition.stringEquals("$.startAt", station), turnOf(station));
  return entry.otherwise(unknownStation);
};

const waitAt = (scope: Construct, openStep: IFunction, station: Station): TaskStateBase =>
  new LambdaInvoke(scope, sentences[station].turn, {
    lambdaFunction: openStep,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({
      caseId: JsonPath.stringAt("$.caseId"),
      epoch: JsonPath.numberAt("$.epoch"),
      station,
      token: JsonPath.taskToken,
    }),
    resultPath: "$.turn",
    taskTimeout: Timeout.duration(backstop),
    retryOnServiceExceptions: false,
  }).addRetry({
    errors: serviceErrors,
    interval: Duration.seconds(2),
    maxAttempts: 6,
    backoffRate: 2,
    jitterStrategy: JitterType.FULL,
  });

const wayOut = (scope: Construct, station: Station): Choice => new Choice(scope, sentences[station].after);
