import * as z from "zod";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import { stationJudges } from "#case/acts/judges.ts";
import { stationOf } from "#case/state/standing.ts";
import type { WaitingExecutions } from "#case/store/execution-store.ts";
import { CaseId } from "#ground/ids.ts";
import { Station } from "#ground/levels.ts";

/** What the workflow hands over when it reaches a station; `token` wakes it up again. */
export const OpenStepInput = z.strictObject({
  caseId: CaseId,
  epoch: z.int().positive(),
  station: Station,
  token: z.string().min(1),
});
export type OpenStepInput = z.infer<typeof OpenStepInput>;

/** The execution is not the one that the record follows, or believes the case to be elsewhere. It fails by this name. */
export class StationRefused extends Error {
  override name = "StationRefused";
}

/**
 * Opens the step that the workflow has reached: owner, clock, mail and token in one transaction. For a step that is
 * open already only the token is replaced, so a repeated call and a redrive are harmless. A case that has ended, or was
 * withdrawn, while it was on its way opens nothing: its execution is told, and ends too.
 * @throws StationRefused see there; reconcile starts a new execution where the record stands.
 */
export const openStep =
  (ports: Ports & { fellBackToBureau: () => void } & Pick<WaitingExecutions, "tell">) =>
  async ({ caseId, epoch, station, token }: OpenStepInput): Promise<{ stepNo: number }> => {
    const outcome = await carryOut(ports, stationJudges)(caseId, { type: "openStation", epoch, station }, { token });
    if (outcome.kind === "refused" && stationOf(outcome.case) === undefined) {
      await ports.tell(token, { outcome: "ended" });
      return { stepNo: outcome.case.stepNo };
    }
    if (outcome.kind === "refused") {
      throw new StationRefused(
        `${caseId} epoch ${epoch} at ${station}: ${outcome.refusal} (the case is ${outcome.case.status})`,
      );
    }
    const { after } = outcome;
    // By the state, not by the events: a repeated call has none, and the first may have died before it said so.
    if ("because" in after && after.because === "bureauDuty") ports.fellBackToBureau();
    return { stepNo: after.stepNo };
  };
