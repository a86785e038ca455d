import type { Context } from "aws-lambda";

/* eslint-disable @typescript-eslint/no-deprecated -- the type asks for the three callbacks that the runtime has dropped */

/** What the Lambda runtime hands in beside the event. */
export const context: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: "a-function",
  functionVersion: "1",
  invokedFunctionArn: "arn:aws:lambda:eu-west-1:000000000000:function:a-function",
  memoryLimitInMB: "256",
  awsRequestId: "11111111-2222-4333-8444-555555555555",
  logGroupName: "a-group",
  logStreamName: "a-stream",
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
