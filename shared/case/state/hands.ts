import type { StaffId } from "#ground/ids.ts";
import type { Hands } from "./actor.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { partsIn } from "./standing.ts";
import type { Role } from "./turn.ts";

/** Whoever has such a part handles the case, or decides something on it. */
const owning: readonly Role[] = ["owner", "head", "sender", "consenter", "judge", "triage", "reviewer"];

/** Who did it, and whom it tells. */
const named = ({ by, messages }: CaseEvent): StaffId[] => [
  ...(by.kind === "staff" ? [by.id] : []),
  ...messages.flatMap((message) => ("to" in message && message.kind !== "carry" ? [message.to] : [])),
];

/** Those of a case that leads whose answer is this one's too: what they did there they did for this one. */
const ofLead = ({ fact }: CaseEvent): Hands =>
  fact.type === "repliedWithLead" && fact.hands !== undefined ? fact.hands : { owned: [], others: [] };

/**
 * 经手人员: everybody of the office who has had a part in a case by now: whoever has a turn after the event, has brought it about, or is
 * told of it; so that nobody of them reviews it, or calls about it (《信访工作条例》 Art. 28(3), 35). Of a case from before `owners`
 * were kept nobody knows all of them, and it never has any; nor has one whose lead was such a case.
 */
export const handsAfter = (
  before: Case | undefined,
  after: Case,
  event: CaseEvent,
): { hands: Case["hands"]; owners: Case["owners"] } => {
  const parts = partsIn(after);
  const lead = ofLead(event);
  const isUnknown =
    (before !== undefined && before.owners === undefined) ||
    (event.fact.type === "repliedWithLead" && event.fact.hands === undefined);
  const owners = parts.flatMap(({ role, staff }) => (owning.includes(role) ? [staff] : []));
  const all = [...(before?.hands ?? []), ...lead.others, ...parts.map(({ staff }) => staff), ...named(event)];
  return {
    hands: [...new Set(all)],
    owners: isUnknown ? undefined : [...new Set([...(before?.owners ?? []), ...lead.owned, ...owners])],
  };
};
