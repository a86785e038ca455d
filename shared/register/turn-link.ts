import type { LinkFor } from "#access/link.ts";
import type { EntryId } from "#ground/ids.ts";
import type { EntryTurn } from "./entry.ts";

/** What the link of a turn on an entry is good for. A turn has one holder: whoever comes after them has a turn of their own. */
export const linkOfTurn = (entry: EntryId, { no, staff }: EntryTurn): LinkFor => ({
  caseId: entry,
  stepNo: no,
  staff,
  assignment: 1,
});
