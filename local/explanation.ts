import { explain } from "#case/explain.ts";
import { caseStore } from "#case/store.ts";
import { demoNow } from "#clock/now.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import type { Lang } from "#web/lang.ts";
import type { Tables } from "./running.ts";

/** Reads all that is on record about a case and explains it. Nothing if there is no such case. */
export const explanationOf = async (
  caseId: string,
  lang: Lang,
  { db, ...names }: Tables,
): Promise<string | undefined> => {
  const cases = caseStore(db, names.cases, names.deadlines);
  const kase = await cases.load(caseId);
  if (kase === undefined) return undefined;
  const { events } = await cases.history(caseId);
  const district = directoryStore(db, names.directory);
  return explain({
    kase,
    events,
    clocks: await deadlineStore(db, names.deadlines).ofCase(caseId),
    ...(await district.inForce()),
    /** The real time where there is no demo clock. */
    now: await demoNow(() => district.demoOffset())(),
    lang,
  });
};
