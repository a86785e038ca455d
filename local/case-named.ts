import type { CaseStore } from "#case/store/case-store.ts";
import { CaseId, CaseNumber } from "#ground/ids.ts";

/** A case as a person names it: by the number on its letters, or by its whole id as a log line has it. */
export const NamedCase = CaseNumber.or(CaseId);

/** The id of the case that was named. @returns `undefined` when no case has the number */
export const caseNamed = async (
  { byNumber }: Pick<CaseStore, "byNumber">,
  named: CaseNumber | CaseId,
): Promise<CaseId | undefined> => (CaseNumber.safeParse(named).success ? byNumber(named) : named);
