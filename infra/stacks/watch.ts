import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Construct } from "constructs";
import type { PerChain } from "../../workflows/chains.ts";
import { sweepParts } from "../concurrency.ts";
import { AlarmTopic } from "../constructs/alarm-topic.ts";
import type { Chain } from "../constructs/chain.ts";
import { pressureOn } from "../constructs/pressure.ts";
import type { Service } from "./service.ts";
import type { State } from "./state.ts";

type WatchProps = StackProps & { state: State; service: Service; serviceName: string; alarmEmail: string };

type Watched = {
  metric: IMetric;
  /** Rings above this value; 0 if not said. */
  above?: number;
  /** How many periods it keeps ringing after the last that it rang for; none if not said. */
  echo?: number;
};

/** Tells a person when a case might wait in silence. */
export class Watch extends Stack {
  constructor(scope: Construct, id: string, { state, service, serviceName, alarmEmail, ...props }: WatchProps) {
    super(scope, id, props);
    const tell = new SnsAction(new AlarmTopic(this, "Alarms", alarmEmail));

    const watch = (name: string, alarmDescription: string, { metric, above = 0, echo = 0 }: Watched) => {
      new Alarm(this, name, {
        alarmDescription,
        metric,
        threshold: above,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 1 + echo,
        datapointsToAlarm: 1,
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

    /** What is called by the clock counts each time, be it nothing: this rings when it has not, period after period. */
    const heartbeat = (
      name: string,
      alarmDescription: string,
      metricName: string,
      period: Duration,
      periods: number,
      callsAPeriod = 1,
    ) =>
      new Alarm(this, name, {
        alarmDescription,
        metric: counted(metricName, Stats.SAMPLE_COUNT, period),
        threshold: callsAPeriod,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        evaluationPeriods: periods,
        treatMissingData: TreatMissingData.BREACHING,
      }).addAlarmAction(tell);
    heartbeat(
      "SweepMissed",
      "No sweep of all parts for five minutes: some deadlines pass without being acted on. Look at the function Sweep and its schedules.",
      "ClocksRung",
      Duration.minutes(1),
      5,
      sweepParts,
    );
    watch(
      "SweepBehind",
      "Sweeps have run out of time for ten minutes: more deadlines are due than they get through. They go on each minute. Look at Sweep's duration and at throttles of the tables.",
      // One part that never gets through counts ten times; a midnight's burst, a few.
      { metric: counted("SweepsOutOfTime", Stats.SUM, Duration.minutes(10)), above: 9 },
    );
    heartbeat(
      "RedriveMissed",
      "No redrive for twenty minutes: emails that wait for the morning do not leave. Look at the function Redrive and its schedule.",
      "EventsRedriven",
      Duration.minutes(5),
      4,
    );
    heartbeat(
      "ReconcileMissed",
      "No reconcile for three hours: nobody looks for lost executions and deadlines. Look at the function Reconcile and its schedule.",
      "CasesReconciled",
      Duration.hours(1),
      3,
    );
    heartbeat(
      "AnchorMissed",
      "Nothing was anchored for three hours: what happens meanwhile could be rewritten unseen. Look at the function Anchor and its schedule.",
      "HeadsAnchored",
      Duration.hours(1),
      3,
    );
    heartbeat(
      "DigestMissed",
      "The digest has not been called for 26 hours: nobody is reminded. Call the function Digest, and look at its schedule.",
      "DigestsPosted",
      Duration.hours(1),
      26,
    );

    watch(
      "OverdueUnmoved",
      "A deadline passed or a case left a step more than ten minutes ago, and nothing came of it. See Sweep's log and `npm run clocks:quarantined`.",
      // Longer than the ten minutes after which a stuck case is counted again: the alarm stays on until it moves.
      { metric: counted("OverdueUnmoved", Stats.MAXIMUM, Duration.minutes(15)) },
    );
    watch(
      "ClockQuarantined",
      "Acting on a deadline failed too often and it was taken out of the index: it is no longer acted on. See `npm run clocks:quarantined`.",
      { metric: counted("Quarantined") },
    );
    watch(
      "OverdueAtTop",
      "A case is overdue at the top of the chain or by law: see the duty officer's supervision list.",
      {
        metric: counted("OverdueAtTop"),
      },
    );
    watch(
      "ClocklessCases",
      "A case stands somewhere and no deadline watches it. Run `npm run why` for those in Reconcile's log.",
      {
        metric: counted("ClocklessCases", Stats.MAXIMUM, Duration.hours(1)),
        // Until the next round has come to the case again.
        echo: 16,
      },
    );
    watch(
      "RecordBroken",
      "What is stored of a case is not what was written. See Anchor's and Reconcile's logs, run `npm run audit` for the case, and touch nothing before it is copied.",
      // Each round of the anchors comes to another one, so it rings for a day after the last that was found.
      { metric: counted("RecordBroken", Stats.MAXIMUM, Duration.hours(1)), echo: 23 },
    );
    watch(
      "BureauFallback",
      "A step fell to the bureau's duty officer, since nobody of its unit could take it. Put the directory right.",
      { metric: counted("BureauFallback") },
    );
    watch(
      "WrongKeys",
      "More than thirty keys to petitions were wrong within five minutes: somebody guesses query codes or phone numbers. They are held back by growing waits; see the operator's guide on who is.",
      { metric: counted("WrongKeys"), above: 30 },
    );
    watch("UnexpectedError", "A function met an error that it does not know. Find it by name in the functions' logs.", {
      metric: counted("UnexpectedError"),
    });

    watch(
      "MailOutage",
      "The email server takes no emails. They wait and leave by themselves when it is back. See SendMail's log for its answer.",
      // Mails are tried at least once an hour: the alarm stays on until they have left.
      { metric: counted("MailsWaiting", Stats.SUM, Duration.minutes(15)), echo: 4 },
    );

    const deadLetters = {
      Mail: state.mail.deadLetters,
      Signals: state.signals.deadLetters,
      Arrivals: state.files.arrived.deadLetters,
      Unpublished: service.outbox.unpublished,
      MissedCalls: service.clockwork.missedCalls,
    };
    const remedies: Record<string, string> = {
      Mail: "redrive the queue",
      Signals: "redrive the queue",
      Arrivals: "redrive the queue: what was sent is deleted a day after it arrived",
      Unpublished: "call the function Redrive, which finds what was not published, and purge the queue",
      MissedCalls: "call the function that was missed, and purge the queue",
    };
    for (const [name, queue] of Object.entries(deadLetters)) {
      watch(`${name}DeadLetters`, `Work was given up (${name}). Repair the cause, then ${remedies[name]}.`, {
        metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
      });
    }

    for (const [name, queue] of Object.entries({
      Mail: state.mail,
      Signals: state.signals,
      Arrivals: state.files.arrived,
    })) {
      watch(`${name}Waiting`, `Work has waited for fifteen minutes (${name}). Look at the function that takes it.`, {
        metric: queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM }),
        above: Duration.minutes(15).toSeconds(),
      });
    }

    const ended =
      "An execution ended as none should. Its case gets a new one at once, or with the next hourly reconcile when that fails too; find the cause.";
    const executions: PerChain<[string, Chain]> = {
      escalation: ["Execution", service.chains.escalation],
      review: ["Review", service.chains.review],
    };
    for (const [execution, chain] of Object.values(executions)) {
      watch(`${execution}Failed`, ended, { metric: chain.metricFailed() });
      watch(`${execution}TimedOut`, ended, { metric: chain.metricTimedOut() });
      watch(`${execution}Aborted`, ended, { metric: chain.metricAborted() });
    }

    watch(
      "StreamBehind",
      "Decisions wait for more than five minutes to be handed over to email and workflow. Look at the function Publish.",
      {
        metric: service.outbox.publish.metric("IteratorAge", { statistic: Stats.MAXIMUM }),
        above: Duration.minutes(5).toMilliseconds(),
      },
    );
    for (const { name, tells, ...pressure } of pressureOn(service)) watch(name, tells, pressure);
    for (const fn of service.functions) {
      watch(`${fn.node.id}Errors`, `The function ${fn.node.id} fails. Its log names the error.`, {
        metric: fn.metricErrors(),
      });
    }
  }
}
