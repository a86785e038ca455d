import type { StaffId } from "#ground/ids.ts";
import type { Hands } from "./actor.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import type { Ask } from "./message.ts";

/** Whoever is mailed so decides something on the case, or reviews its answer: a part beside its owner's. */
const deciding: readonly Ask[] = [
  "decideExtension",
  "decideObjection",
  "decideOtherWay",
  "decideRecusal",
  "decideUrgency",
  "reviewAnswer",
];

/** Who has a step of it by now, or the delivery of its answer. */
const holding = (c: Case): StaffId[] => [
  ...("owner" in c ? [c.owner] : []),
  ...("answeredBy" in c ? [c.deliverer?.staff ?? c.answeredBy.staff] : []),
];

/** Who decides on it from now on: the mail that gives them their turn says so. */
const decidersTold = ({ messages }: CaseEvent): StaffId[] =>
  messages.flatMap((message) => (message.kind === "taskMail" && deciding.includes(message.ask) ? [message.to] : []));

/** Who did it, and whom it tells. */
const named = ({ by, messages }: CaseEvent): StaffId[] => [
  ...(by.kind === "staff" ? [by.id] : []),
  ...messages.flatMap((message) => ("to" in message && message.kind !== "carry" ? [message.to] : [])),
];

/** Those of a case that leads whose answer is this one's too: what they did there they did for this one. */
const ofLead = ({ fact }: CaseEvent): Hands =>
  fact.type === "repliedWithLead" && fact.hands !== undefined ? fact.hands : { owned: [], others: [] };

/**
 * 经手人员: everybody of the office who has had a part in a case by now: whoever holds it after the event, has brought it about, or is
 * told of it, as everybody is who gets a turn; so that nobody of them reviews it, or calls about it (《信访工作条例》 Art. 28(3), 35). Of a case from before `owners`
 * were kept nobody knows all of them, and it never has any; nor has one whose lead was such a case.
 */
export const handsAfter = (
  before: Case | undefined,
  after: Case,
  event: CaseEvent,
): { hands: Case["hands"]; owners: Case["owners"] } => {
  const lead = ofLead(event);
  const isUnknown =
    (before !== undefined && before.owners === undefined) ||
    (event.fact.type === "repliedWithLead" && event.fact.hands === undefined);
  const owners = [...holding(after), ...decidersTold(event)];
  const all = [...(before?.hands ?? []), ...lead.others, ...holding(after), ...named(event)];
  return {
    hands: [...new Set(all)],
    owners: isUnknown ? undefined : [...new Set([...(before?.owners ?? []), ...lead.owned, ...owners])],
  };
};
