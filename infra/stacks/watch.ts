import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Subscription, SubscriptionProtocol, Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import type { Service } from "./service.ts";
import type { State } from "./state.ts";

type WatchProps = StackProps & { state: State; service: Service; serviceName: string; alarmEmail: string };

type Watched = {
  metric: IMetric;
  /** Rings above this value; 0 if not said. */
  above?: number;
  /** For how many periods in a row; 1 if not said. */
  periods?: number;
};

/** Tells a person when a case might wait in silence. */
export class Watch extends Stack {
  constructor(scope: Construct, id: string, { state, service, serviceName, alarmEmail, ...props }: WatchProps) {
    super(scope, id, props);
    const topic = new Topic(this, "Alarms", { displayName: "回音", enforceSSL: true });
    // By a name of its own: `addSubscription` would name the resource after the address.
    new Subscription(this, "AlarmMail", { topic, protocol: SubscriptionProtocol.EMAIL, endpoint: alarmEmail });
    const tell = new SnsAction(topic);

    const watch = (name: string, alarmDescription: string, { metric, above = 0, periods = 1 }: Watched) => {
      new Alarm(this, name, {
        alarmDescription,
        metric,
        threshold: above,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: periods,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(tell);
    };
    /** A number that the functions count themselves. */
    const counted = (metricName: string, statistic = Stats.SUM, period = Duration.minutes(5)) =>
      new Metric({
        namespace: "Huiyin",
        metricName,
        statistic,
        period,
        dimensionsMap: { service: serviceName },
      });

    new Alarm(this, "SweepMissed", {
      alarmDescription: "No sweep for five minutes: no deadline rings. Look at the function Sweep and its schedule.",
      metric: counted("ClocksRung", Stats.SAMPLE_COUNT, Duration.minutes(1)),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 5,
      treatMissingData: TreatMissingData.BREACHING,
    }).addAlarmAction(tell);

    watch(
      "OverdueUnmoved",
      "A deadline passed more than ten minutes ago and nothing came of it. See `npm run clocks:quarantined` and Sweep's log.",
      {
        metric: counted("OverdueUnmoved", Stats.MAXIMUM),
      },
    );
    watch("ClockQuarantined", "A clock failed too often and was taken out of the index: its case stands still.", {
      metric: counted("Quarantined"),
    });
    watch(
      "OverdueAtTop",
      "A case is overdue at the top of the chain or by law: see the duty officer's supervision list.",
      {
        metric: counted("OverdueAtTop"),
      },
    );
    watch(
      "ClocklessCases",
      "A case stands somewhere and no clock watches it. Run `npm run why` for those in Reconcile's log.",
      {
        metric: counted("ClocklessCases", Stats.MAXIMUM, Duration.hours(1)),
      },
    );
    watch("BureauFallback", "A step fell to the bureau's duty officer: the directory names nobody for its unit.", {
      metric: counted("BureauFallback"),
    });
    watch("UnexpectedError", "A function met an error that it does not know; it logged it by name.", {
      metric: counted("UnexpectedError"),
    });

    const deadLetters = {
      Mail: state.mail.deadLetters,
      Signals: state.signals.deadLetters,
      Unpublished: service.outbox.unpublished,
      MissedCalls: service.clockwork.missedCalls,
    };
    const remedies: Record<string, string> = {
      Mail: "redrive the queue",
      Signals: "redrive the queue",
      Unpublished: "call the function Redrive, which finds what was not published, and purge the queue",
      MissedCalls: "call the function that was missed, and purge the queue",
    };
    for (const [name, queue] of Object.entries(deadLetters)) {
      watch(`${name}DeadLetters`, `Work was given up (${name}). Repair the cause, then ${remedies[name]}.`, {
        metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
      });
    }

    const ended = "An execution of the chain ended as none should. Reconcile gives its case a new one; find the cause.";
    watch("ExecutionFailed", ended, { metric: service.chain.metricFailed() });
    watch("ExecutionTimedOut", ended, { metric: service.chain.metricTimedOut() });
    watch("ExecutionAborted", ended, { metric: service.chain.metricAborted() });

    watch("StreamBehind", "Decisions wait for more than five minutes to be handed over to mail and workflow.", {
      metric: service.outbox.publish.metric("IteratorAge", { statistic: Stats.MAXIMUM }),
      above: Duration.minutes(5).toMilliseconds(),
    });
    for (const fn of service.functions) {
      watch(`${fn.node.id}Errors`, `The function ${fn.node.id} fails.`, { metric: fn.metricErrors() });
    }
  }
}
