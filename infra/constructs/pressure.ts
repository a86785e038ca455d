import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { Service } from "../stacks/service.ts";
import type { TypedFunction } from "./typed-function.ts";

/** Something that comes from outside and may become too much: what it is measured by, and from where on somebody is told. */
type Pressure = { name: string; tells: string; metric: IMetric; above: number };

/** A district's pages get that many requests in five minutes on no ordinary day; below it a share says nothing. */
const enoughToJudge = 300;

/** How often functions were called while all executions that they may have were busy. */
const throttlesOf = (functions: readonly TypedFunction[]): IMetric =>
  new MathExpression({
    expression: "SUM(METRICS())",
    usingMetrics: Object.fromEntries(
      functions.map((fn) => [`throttled${fn.node.id}`, fn.metricThrottles({ statistic: Stats.SUM })]),
    ),
    period: Duration.minutes(5),
  });

/** What presses on a stage from outside. */
export const pressureOn = ({ pages, functions }: Service): Pressure[] => {
  const { stage } = pages;
  const pageFunctions = new Set(pages.functions);
  const clockwork = functions.filter((fn) => !pageFunctions.has(fn));
  const sum = { statistic: Stats.SUM };
  return [
    {
      name: "ThrottledClockwork",
      tells:
        "A function that deadlines, mail or the workflow depend on found no execution free. See which one in the Lambda console under Throttles.",
      metric: throttlesOf(clockwork),
      above: 0,
    },
    {
      name: "ThrottledPages",
      tells: "The pages are at their ceiling and turn readers away. See the access log for the route that is flooded.",
      metric: throttlesOf(pages.functions),
      above: 0,
    },
    {
      name: "SlowPages",
      tells: "One reader in twenty waits for more than five seconds. Look at the pages' functions and their tables.",
      metric: stage.metricLatency({ statistic: "p95" }),
      above: Duration.seconds(5).toMilliseconds(),
    },
    {
      name: "RefusedRequests",
      tells: "More than half of many requests are refused: somebody tries things. See the access log for the route.",
      metric: new MathExpression({
        expression: `IF(asked > ${enoughToJudge}, 100 * refused / asked, 0)`,
        usingMetrics: { asked: stage.metricCount(sum), refused: stage.metricClientError(sum) },
        period: Duration.minutes(5),
      }),
      above: 50,
    },
    {
      name: "FailedPages",
      tells: "Readers get errors instead of pages. See the access log for the route and its error.",
      metric: stage.metricServerError(sum),
      above: 5,
    },
  ];
};
