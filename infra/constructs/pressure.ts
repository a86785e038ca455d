import { Duration } from "aws-cdk-lib";
import { type IMetric, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { Service } from "../stacks/service.ts";

/** Something that comes from outside and may become too much: what it is measured by, and from where on somebody is told. */
type Pressure = { name: string; tells: string; metric: IMetric; above: number };

/** What presses on a stage from outside. */
export const pressureOn = ({ pages }: Service): Pressure[] => {
  const { stage } = pages;
  const sum = { statistic: Stats.SUM };
  return [
    {
      name: "Throttled",
      tells:
        "A function found no execution free. See which one in the Lambda console under Throttles: a page that is flooded, or something that deadlines, email or the workflow depend on.",
      // Without dimensions: of all functions of the account in this region, whose executions they share.
      metric: new Metric({ namespace: "AWS/Lambda", metricName: "Throttles", ...sum, period: Duration.minutes(5) }),
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
      tells: "Five requests a second are refused: somebody tries things. See the access log for the route.",
      metric: stage.metricClientError(sum),
      above: 5 * Duration.minutes(5).toSeconds(),
    },
    {
      name: "FailedPages",
      tells: "Readers get errors instead of pages. See the access log for the route and its error.",
      metric: stage.metricServerError(sum),
      above: 5,
    },
  ];
};
