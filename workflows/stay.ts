import { Duration } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import {
  Choice,
  Condition,
  Fail,
  IntegrationPattern,
  JitterType,
  JsonPath,
  TaskInput,
  type TaskStateBase,
  Timeout,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import type { StepOutcome } from "#case/state/message.ts";
import type { Station } from "#ground/levels.ts";

/** What the console shows while the case stands at each station of a chain, and while it leaves it. */
export type StayShown<S extends Station> = Readonly<Record<S, { turn: string; after: string }>>;

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

/** Whether the signal that a station waited for is this one. */
export const is = (outcome: StepOutcome) => Condition.stringEquals("$.turn.outcome", outcome);

/** Where an execution ends that was started at no station of its chain, or told what leads nowhere from its station. */
export const unknown = (scope: Construct) => ({
  unknownStation: new Fail(scope, "Nobody knows this station", {
    error: "UnknownStation",
    cause: "The input's startAt is no station of this chain.",
  }),
  unknownOutcome: new Fail(scope, "Nobody knows this outcome", {
    error: "UnknownOutcome",
    cause: "The signal's outcome is none that leads on from this station.",
  }),
});

/**
 * The stays of a chain: each is a wait for a signal at its station, and the way out of it.
 * @param openStep opens the station's step and keeps its task token; called with `{ caseId, epoch, station, token }`
 */
export const stays = <S extends Station>(scope: Construct, openStep: IFunction, sentences: StayShown<S>) => {
  const turns = new Map<S, TaskStateBase>();
  const waitAt = (station: S): TaskStateBase =>
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
  return {
    turnOf: (station: S): TaskStateBase => {
      const turn = turns.get(station) ?? waitAt(station);
      turns.set(station, turn);
      return turn;
    },
    wayOut: (station: S): Choice => new Choice(scope, sentences[station].after),
  };
};
