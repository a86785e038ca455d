import { districtDate } from "#clock/period.ts";
import type { CategoryId, UnitId } from "#directory/directory.ts";
import { categoryOf, routeStep } from "#directory/routing.ts";
import { acceptClock, startPeriod, startTransit, stop } from "./decision.ts";
import type { NewEvent } from "./event.ts";
import type { World } from "./world.ts";

export type Registration = { category: CategoryId; community: UnitId; matterHash: string };

/**
 * Registers a petition at once and, where the district's policy says so for its category, accepts it too
 * (《信访工作条例》 Art. 22: registered on receipt, decided within 15 days).
 * 首问首办: the person whom the first station falls to answers for it from this moment.
 */
export const register = ({ category, community, matterHash }: Registration, world: World): NewEvent[] => {
  const { directory, now } = world;
  const { acceptAtOnce, startAt } = categoryOf(directory, category);
  const first = { level: acceptAtOnce ? startAt : "bureau", community, category, on: districtDate(now) } as const;
  const fallback = { ...first, level: "bureau" } as const;
  const routed = [routeStep(directory, first), routeStep(directory, fallback)].find((r) => r.kind === "routed");
  if (routed?.kind !== "routed") throw new Error(`No bureau in directory ${directory.version}: nobody can register`);

  const none = { clocksStarted: {} };
  const { clocks } = directory.policy;
  const registered: NewEvent = {
    by: { kind: "petitioner" },
    fact: {
      type: "registered",
      category,
      community,
      matterHash,
      responsible: { unit: routed.unit, staff: routed.owner },
    },
    clocks: [startPeriod(none, "accept", clocks.accept, now, world), startTransit(none, world)],
    messages: [{ kind: "newsMail", news: "registered" }],
  };
  const start = { kind: "start", epoch: 1, startAt: acceptAtOnce ? startAt : "bureau" } as const;

  if (!acceptAtOnce) return [{ ...registered, messages: [...registered.messages, start] }];
  return [
    registered,
    {
      by: { kind: "policy", version: directory.policy.version },
      fact: { type: "accepted", basis: "policy", startAt },
      clocks: [stop(acceptClock), startPeriod(none, "handling", clocks.handling, now, world)],
      messages: [start],
    },
  ];
};
