import { numberOf } from "#ground/ids.ts";
import type { District } from "./district.ts";
import type { Machine } from "./machine.ts";
import { meetings, stepBack } from "./moments.ts";

const isOdd = (caseId: string): boolean => Number(numberOf(caseId).slice(-1)) % 2 === 1;

/**
 * Two machines whose decisions on a case are both made before either is stored. They take turns in going first.
 * @param secondDecided is told of each case on which the second has decided and now waits for the first.
 */
export const rivals = (
  district: District,
  secondDecided: (caseId: string) => void = () => undefined,
): [Machine, Machine] => {
  const bothDecided = meetings(2);
  const rival = (stepsBack: (caseId: string) => boolean, decided: (caseId: string) => void) =>
    district.machine({
      commit: async (change, cases) => {
        const { id } = change.after;
        decided(id);
        await bothDecided(id);
        if (stepsBack(id)) await stepBack();
        await cases.commit(change);
      },
    });
  return [rival(isOdd, () => undefined), rival((caseId) => !isOdd(caseId), secondDecided)];
};
