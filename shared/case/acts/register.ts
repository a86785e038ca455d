import { filingAgent, scopeByFiling } from "#case/state/agent.ts";
import { acceptClock, handlingClock, startPeriod, startTransit, stop } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import type { AgentRelation } from "#case/state/facts/agent.ts";
import type { Brought } from "#case/state/facts/registration.ts";
import { isPlaceless } from "#case/state/placeless.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, noonOf } from "#clock/period.ts";
import { isAnsweredHere } from "#clock/track.ts";
import type { About } from "#directory/directory.ts";
import { otherLimits } from "#directory/other-limits.ts";
import { withItsPeople } from "#directory/recusal.ts";
import { categoryOf } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import type { CaseId, CategoryId, StaffId, UnitId } from "#ground/ids.ts";
import { firstInCharge, receiptOf } from "./receipt.ts";

export type Registration = {
  id: CaseId;
  category: CategoryId;
  /** None where the petitioner does not know it: where the chain begins there, the bureau finds it out first. */
  community?: UnitId | undefined;
  about: About;
  /** Whether its petitioner left no name. */
  unnamed?: true | undefined;
  /** Whether they left a postal address. */
  postal?: true | undefined;
  /** How it came, and who of the staff has entered it; none where its petitioner filed it. */
  brought?: (Brought & { by: StaffId }) | undefined;
  /** What somebody is to them who files it for them; none where they do it themselves. */
  filedBy?: AgentRelation | undefined;
  /** How many requests it makes. */
  requests: number;
  matterHash: string;
};

const broughtBy = ({ by: _, ...brought }: Brought & { by: StaffId }): Brought => brought;

/**
 * Registers a petition at once and, where the district's policy says so for its category, accepts it too
 * (《信访工作条例》 Art. 22: registered on receipt, decided within 15 days).
 * 首问首办: the person whom the first station falls to answers for it from this moment; if the complaint is about that
 * unit, the person at the next station above. What somebody else has entered counts from the day on which it was received.
 */
export const register = (
  { id, category, community, requests, matterHash, unnamed, postal, brought: entered, filedBy, ...filed }: Registration,
  world: World,
): NewEvent[] => {
  const { directory, now } = world;
  const about = withItsPeople(directory, filed.about);
  const { acceptAtOnce, startAt, urgent, track } = categoryOf(directory, category);
  const acceptable = acceptAtOnce && !isPlaceless({ community, category }, world);
  const acceptedOn = acceptable && isAnsweredHere(track) ? track : undefined;
  const received = { id, community, category, about, receivedOn: entered?.receivedOn };
  const routed = firstInCharge(received, acceptedOn === undefined ? undefined : startAt, world);

  const matter = { category, urgent, track };
  const start = entered === undefined || entered.receivedOn === districtDate(now) ? now : noonOf(entered.receivedOn);
  const starts = (clock: typeof acceptClock | typeof handlingClock) =>
    startPeriod(clock, { rule: clockRule(directory, matter, clock.kind), start, urgent }, world);
  const accept = starts(acceptClock);
  // Whoever files for somebody does it as their agent; at a counter a member of staff enters it for both.
  const byWhom: NewEvent["by"] =
    entered === undefined
      ? { kind: "petitioner", ...(filedBy !== undefined && { agent: filingAgent }) }
      : { kind: "staff", id: entered.by };
  const registered: NewEvent = {
    by: byWhom,
    fact: {
      type: "registered",
      category,
      track,
      ...(community !== undefined && { community }),
      matterHash,
      about,
      requests,
      ...(urgent && { urgent: true as const }),
      ...(unnamed && { unnamed }),
      ...(postal && { postal }),
      responsible: { unit: routed.unit, staff: routed.owner },
      ...(entered !== undefined && { brought: broughtBy(entered) }),
      limits: otherLimits(directory, category),
      ...(acceptedOn === undefined && {
        letter: receiptOf(received, { stage: "received", track, due: accept.clock }, world),
      }),
    },
    clocks: [accept, startTransit({ epoch: 1, stepNo: 0 }, world)],
    messages: [{ kind: "newsMail", news: "registered" }],
  };
  const startsChain = { kind: "start", epoch: 1, startAt: acceptedOn === undefined ? "bureau" : startAt } as const;

  const agentFiled: NewEvent[] =
    filedBy === undefined
      ? []
      : [
          {
            by: byWhom,
            fact: { type: "agentFiled", agent: filingAgent, scope: [...scopeByFiling], relation: filedBy },
            clocks: [],
            messages: [],
          },
        ];

  if (acceptedOn === undefined) {
    return [{ ...registered, messages: [...registered.messages, startsChain] }, ...agentFiled];
  }
  const handling = starts(handlingClock);
  const standing = { stage: "accepted", startAt, track: acceptedOn, due: handling.clock } as const;
  return [
    registered,
    ...agentFiled,
    {
      by: { kind: "policy", version: directory.policy.version },
      fact: {
        type: "accepted",
        basis: "policy",
        startAt,
        track: acceptedOn,
        letter: receiptOf(received, standing, world),
      },
      clocks: [stop(acceptClock), handling],
      messages: [startsChain],
    },
  ];
};
