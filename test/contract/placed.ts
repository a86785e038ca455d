import { linkHash } from "#access/task-link.ts";
import { hashLinks } from "#case/carry-out.ts";
import type { Case } from "#case/case.ts";
import { decide } from "#case/decide.ts";
import type { NewEvent } from "#case/event.ts";
import { record } from "#case/record.ts";
import { register } from "#case/register.ts";
import { type Machine, tokenFor } from "./machine.ts";

const recorded = (caseId: string, before: Case | undefined, decided: NewEvent[], at: string) => {
  const [first, ...rest] = decided;
  if (first === undefined) throw new Error(`Nothing was decided on ${caseId}`);
  return record(caseId, before, [first, ...rest], at);
};

/**
 * Puts a case at the department with its whole history in one transaction, without an identity: where hundreds of
 * cases are needed, filing each and opening its step would take most of the time.
 */
export const placeAtDepartment = async ({ cases, world }: Machine, serial: number): Promise<string> => {
  const caseId = `AH-2026-${String(serial).padStart(4, "0")}`;
  const here = await world();
  const filing = register({ category: "wages", community: "peach", matterHash: "" }, here);
  const filed = recorded(caseId, undefined, filing, here.now);
  const opening = decide(filed.after, { type: "openStation", epoch: 1, station: "department" }, here);
  if ("refused" in opening) throw new Error(`The department's step does not open: ${opening.refused}`);
  const { after, events: steps } = recorded(caseId, filed.after, opening.events, here.now);
  const events = [...filed.events, ...steps];
  const links = await hashLinks(events, (link) => Promise.resolve(linkHash(tokenFor(link))));
  await cases.commit({ before: undefined, after, events, links });
  return caseId;
};
