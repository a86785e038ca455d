import { type Case, type In, isIn } from "#case/state/case.ts";
import type { CaseEvent, Fact, FactOf } from "#case/state/event.ts";
import type { Level } from "#ground/levels.ts";

/** The history does not make sense: an event does not fit the state before it. Never expected; never ignored. */
export class BrokenHistory extends Error {
  override name = "BrokenHistory";
}

/** An event of one type of fact. */
export type EventOf<T extends Fact["type"]> = Omit<CaseEvent, "fact"> & { fact: FactOf<T> };

/** What an event does to the state. Its number, its hash and its clocks are added for all of them in one place. */
export type Evolution<T extends Fact["type"]> = (before: Case | undefined, event: EventOf<T>) => Case;

/** A row for each type of fact. */
export type Evolutions<T extends Fact["type"] = Fact["type"]> = { readonly [K in T]: Evolution<K> };

type NamedEvent = { caseId: string; seq: number; fact: { type: string } };

export const broken = ({ caseId, seq, fact }: NamedEvent, what: string): BrokenHistory =>
  new BrokenHistory(`${caseId} event ${seq} (${fact.type}): ${what}`);

/** An evolution from some states. @throws BrokenHistory from any other */
export const from =
  <S extends Case["status"], T extends Fact["type"]>(
    states: readonly S[],
    after: (c: In<S>, fact: FactOf<T>, event: EventOf<T>) => Case,
  ): Evolution<T> =>
  (before, event) => {
    if (before === undefined || !isIn(before, states)) {
      throw broken(event, `the case is ${before?.status ?? "not there"}, expected ${states.join(" or ")}`);
    }
    return after(before, event.fact, event);
  };

/** What every state shares. */
export const common = (c: Case) => ({
  v: c.v,
  id: c.id,
  version: c.version,
  epoch: c.epoch,
  head: c.head,
  changedAt: c.changedAt,
  category: c.category,
  track: c.track,
  about: c.about,
  requests: c.requests,
  registeredAt: c.registeredAt,
  stepNo: c.stepNo,
  responsible: c.responsible,
  handedBackBy: c.handedBackBy,
  running: c.running,
  told: c.told,
  ...(c.community !== undefined && { community: c.community }),
  ...(c.urgent && { urgent: c.urgent }),
  ...(c.urgentBy !== undefined && { urgentBy: c.urgentBy }),
  ...(c.receivedOn !== undefined && { receivedOn: c.receivedOn }),
  ...(c.unnamed && { unnamed: c.unnamed }),
  ...(c.postal && { postal: c.postal }),
  ...(c.reconsideration !== undefined && { reconsideration: c.reconsideration }),
  ...(c.answeredIn !== undefined && { answeredIn: c.answeredIn }),
  ...(c.promised !== undefined && { promised: c.promised }),
  ...(c.heard !== undefined && { heard: c.heard }),
  ...(c.tries !== undefined && { tries: c.tries }),
  ...(c.hands !== undefined && { hands: c.hands }),
  ...(c.followedUp && { followedUp: c.followedUp }),
  ...(c.codes !== undefined && { codes: c.codes }),
  ...(c.takenUpOn !== undefined && { takenUpOn: c.takenUpOn }),
  ...(c.agents !== undefined && { agents: c.agents }),
  ...(c.joint !== undefined && { joint: c.joint }),
  ...(c.members !== undefined && { members: c.members }),
  ...(c.addresses !== undefined && { addresses: c.addresses }),
  ...(c.contributions !== undefined && { contributions: c.contributions }),
  ...(c.materials !== undefined && { materials: c.materials }),
  ...(c.files !== undefined && { files: c.files }),
  ...(c.attachments !== undefined && { attachments: c.attachments }),
  ...(c.sentTo !== undefined && { sentTo: c.sentTo }),
  ...(c.pressed !== undefined && { pressed: c.pressed }),
  ...(c.supervision !== undefined && { supervision: c.supervision }),
  ...(c.inCharge !== undefined && { inCharge: c.inCharge }),
  ...(c.instructions !== undefined && { instructions: c.instructions }),
  ...(c.leadRenewals !== undefined && { leadRenewals: c.leadRenewals }),
  ...(c.rating !== undefined && { rating: c.rating }),
  ...(c.objections !== undefined && { objections: c.objections }),
  ...(c.otherWays !== undefined && { otherWays: c.otherWays }),
  ...(c.owners !== undefined && { owners: c.owners }),
  ...(c.redo !== undefined && { redo: c.redo }),
  ...(c.extensionDecided !== undefined && { extensionDecided: c.extensionDecided }),
});

/** The same, once no others are handled with it: what became of it has become of them too, or they go on for themselves. */
export const alone = (c: Case): Omit<ReturnType<typeof common>, "members"> => {
  const { members: _, ...rest } = common(c);
  return rest;
};

type Owed = Pick<In<"accepted" | "handling" | "performing">, "supervisedSince" | "liftJudged">;

/** What goes with a case from step to step while its answer is owed. */
export const owed = ({ supervisedSince, liftJudged }: Owed) => ({
  ...(supervisedSince !== undefined && { supervisedSince }),
  ...(liftJudged && { liftJudged }),
});

/** The case is on its way to a level that takes it up in a new step, sent by a person or a clock. */
export const toLevel = (
  c: In<"handling" | "performing">,
  goingTo: Level,
  { by }: { by: CaseEvent["by"] },
): In<"accepted"> => ({
  ...common(c),
  ...owed(c),
  status: "accepted",
  goingTo,
  sentBy: by.kind === "clock" ? "clock" : "person",
  isNew: false,
});
