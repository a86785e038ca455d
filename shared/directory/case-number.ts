import { type CaseId, readCaseId } from "#ground/ids.ts";
import type { Directory } from "./directory.ts";

/** `AH-2026-0123` as it is printed on letters: 安和信〔2026〕0123号. */
export const caseNumber = (id: CaseId, directory: Directory): string => {
  const { year, serial } = readCaseId(id);
  return `${directory.district.numberPrefix}〔${year}〕${serial}号`;
};
