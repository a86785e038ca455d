import { carryOut } from "#case/acts/carry-out.ts";
import { followingJudges } from "#case/acts/judges.ts";
import type { NotMailedAnswer, PostedSignal, Unreached } from "#case/outbox/posted.ts";
import type { Case } from "#case/state/case.ts";
import type { Message } from "#case/state/message.ts";
import { inTransit, stationOf } from "#case/state/standing.ts";
import type { BounceStore } from "#case/store/bounce-store.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { ExecutionStore } from "#case/store/execution-store.ts";
import type { OutboxStore } from "#case/store/outbox-store.ts";
import { type CarryOverPorts, carryOver } from "./carry-over.ts";

export type SignalPorts = CarryOverPorts & {
  bounces: Pick<BounceStore, "unreachable">;
  /** Hears that nobody of the unit could take a turn that passes on. */
  fellBackToBureau: () => void;
  cases: Pick<CaseStore, "token" | "load" | "commit" | "history">;
  outbox: Pick<OutboxStore, "event">;
  executions: Pick<ExecutionStore, "start" | "tell" | "isRunning">;
};

/** What came of a signal. */
export type Signalled =
  | "started"
  | "told"
  | "superseded"
  | "moved on already"
  | "left to the transit clock"
  | "replaced"
  | "passed on"
  | "asked to deliver"
  | "carried over"
  | "merged no more"
  | "stays";

/** Starts or wakes up the workflow so that it follows the record, and carries over to other cases what comes of them too. Never decides what happened: that is stored already. */
export const signal = (ports: SignalPorts) => {
  const carry = carryOver(ports);

  const caseNow = async (caseId: string): Promise<Case> => {
    const c = await ports.cases.load(caseId);
    if (c === undefined) throw new Error(`A message of ${caseId}, but there is no such case`);
    return c;
  };

  const start = async (caseId: string, { epoch, startAt }: Extract<Message, { kind: "start" }>): Promise<Signalled> => {
    if ((await caseNow(caseId)).epoch > epoch) return "superseded";
    await ports.executions.start(caseId, epoch, startAt);
    return "started";
  };

  /** Nobody waits on the token: told before, or the execution is gone. The record tells which. */
  const nobodyWaits = async (caseId: string, stepNo: number): Promise<Signalled> => {
    const c = await caseNow(caseId);
    const goingTo = stationOf(c);
    if (goingTo === undefined || !inTransit(c) || c.stepNo > stepNo) return "moved on already";
    if (await ports.executions.isRunning(caseId, c.epoch, goingTo)) return "left to the transit clock";
    await carryOut(ports, followingJudges)(caseId, { type: "replaceExecution", epoch: c.epoch });
    return "replaced";
  };

  const wake = async (
    caseId: string,
    { stepNo, outcome, startAt, at, epoch }: Extract<Message, { kind: "signal" }>,
  ): Promise<Signalled> => {
    const waiting = await ports.cases.token(caseId, stepNo, at);
    if (waiting === undefined || waiting.epoch !== (epoch ?? waiting.epoch)) return nobodyWaits(caseId, stepNo);
    const answer = await ports.executions.tell(waiting.token, { outcome, startAt });
    return answer === "told" ? "told" : nobodyWaits(caseId, stepNo);
  };

  /** No mail reaches whoever has a turn: it passes to somebody else, when anybody can take it. */
  const passOn = async ({ caseId, unreached: staff, stepNo, assignment }: Unreached): Promise<Signalled> => {
    const { directory } = await ports.world();
    const unreachable = await ports.bounces.unreachable(directory.version);
    const turn = { staff, stepNo, assignment };
    const outcome = await carryOut(ports, followingJudges)(caseId, { type: "passOn", turn, unreachable });
    if (outcome.kind === "refused" || outcome.events.length === 0) return "stays";
    if ("because" in outcome.after && outcome.after.because === "bureauDuty") ports.fellBackToBureau();
    return "passed on";
  };

  /** No mail tells the petitioner of their answer: it is somebody's to deliver from now on. */
  const askToDeliver = async ({ caseId, answerNotMailed: stepNo }: NotMailedAnswer): Promise<Signalled> => {
    const outcome = await carryOut(ports, followingJudges)(caseId, { type: "answerNotMailed", stepNo });
    return outcome.kind === "refused" || outcome.events.length === 0 ? "stays" : "asked to deliver";
  };

  return async (posted: PostedSignal): Promise<Signalled> => {
    if ("unreached" in posted) return passOn(posted);
    if ("answerNotMailed" in posted) return askToDeliver(posted);
    const { caseId, seq, position } = posted;
    const event = await ports.outbox.event(caseId, seq);
    const message = event?.messages[position];
    if (event === undefined) throw new Error(`There is no event ${seq} of ${caseId}`);
    switch (message?.kind) {
      case "start":
        return start(caseId, message);
      case "signal":
        return wake(caseId, message);
      case "carry":
        return carry(event, message.to);
      default:
        throw new Error(`${caseId} event ${seq} has no signal at position ${position}`);
    }
  };
};
