import type { CaseEvent } from "#case/state/event.ts";
import type { Letter } from "#case/state/facts/answer.ts";
import { districtDate } from "#clock/period.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** A letter, by whom and when it was issued. */
export type IssuedLetter = { unit: UnitId; on: DistrictDate; letter: Letter };

/**
 * The letters of a case that its petitioner has received, newest first: to read one that waits to be opened is its delivery.
 * A slip that is corrected after that reaches them at once.
 */
export const lettersReceived = (events: readonly CaseEvent[]): IssuedLetter[] => {
  let [received, waiting]: [IssuedLetter[], IssuedLetter[]] = [[], []];
  for (const { fact, at } of events) {
    if (fact.type === "replied" || fact.type === "letterCorrected") {
      const { unit, letter } = fact;
      waiting = [{ unit, on: districtDate(at), letter }, ...waiting];
    }
    const isSlip = fact.type === "letterCorrected" && fact.letter.corrects?.kind === "slip";
    const reaches = isSlip && received.length > 0 && waiting.length === 1;
    if (fact.type === "delivered" || reaches) [received, waiting] = [[...waiting, ...received], []];
  }
  return received;
};
