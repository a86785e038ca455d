import { auditCase } from "#case/store/audit.ts";
import { caseStore } from "#case/store/case-store.ts";
import { demoNow } from "#clock/now.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { CaseId, CaseNumber } from "#ground/ids.ts";
import { explain } from "#words/explain.ts";
import { caseNamed } from "./case-named.ts";
import type { Tables } from "./running.ts";

/** Reads all that is on record about a case, by its number or id, and explains it. Nothing if there is no such case. */
export const explanationOf = async (
  named: CaseNumber | CaseId,
  lang: Lang,
  { db, ...names }: Tables,
): Promise<string[] | undefined> => {
  const cases = caseStore(db, names.cases, names.deadlines);
  const caseId = await caseNamed(cases, named);
  const petition = caseId && (await cases.load(caseId));
  if (!petition) return undefined;
  const [{ events }, rows] = await Promise.all([cases.history(petition.id), cases.rows(petition.id)]);
  const district = directoryStore(db, names.directory);
  const unreadable: string[] = [];
  const leftOut = ({ message }: Error) => void unreadable.push(message);
  const explanation = explain({
    petition,
    events,
    finding: auditCase(petition.id, rows),
    clocks: await deadlineStore(db, names.deadlines).ofCase(petition.id, leftOut),
    ...(await district.inForce()),
    /** The real time where there is no demo clock. */
    now: await demoNow(() => district.demoOffset())(),
    lang,
  });
  const warning = {
    zh: "注意：有一个期限的数据无法读取，以上没有包括：",
    en: "Note: a deadline cannot be read and is not in this account:",
  };
  return [...explanation, ...unreadable.flatMap((row) => [warning[lang], `  ${row}`, ""])];
};
