import type { Case } from "#case/state/case.ts";
import type { ReceiptLetter } from "#case/state/facts/acceptance.ts";
import { receivedOn } from "#case/state/received.ts";
import { routeFor } from "#case/state/route-for.ts";
import type { World } from "#case/state/world.ts";
import type { PeriodClock } from "#clock/clock.ts";
import type { Track } from "#clock/track.ts";
import { otherLimits } from "#directory/other-limits.ts";
import type { CaseId, CategoryId, UnitId } from "#ground/ids.ts";
import { escalationOrder, isBelow, type Level } from "#ground/levels.ts";
import { issue } from "./issue.ts";
import { unitNamed } from "./unit-named.ts";

type Falling = { category: CategoryId; community?: UnitId | undefined; about: Case["about"] };

/**
 * Whom a matter falls to first: the unit of the level at which it begins, or the first one above that can have it.
 * `undefined` for the beginning: the bureau alone.
 */
export const firstInCharge = (matter: Falling, startAt: Level | undefined, world: World) => {
  const stations = startAt === undefined ? [] : escalationOrder.filter((level) => !isBelow(level, startAt));
  const routes = [...stations, "bureau" as const].map((level) => routeFor(matter, level, world));
  const routed = routes.find((route) => route.kind === "routed");
  if (routed === undefined) throw new Error(`No bureau in directory ${world.directory.version}: nobody can register`);
  return routed;
};

type Received = Falling & {
  id: CaseId;
  letters?: Case["letters"];
  registeredAt?: Case["registeredAt"];
  receivedOn?: Case["receivedOn"];
};
type Standing = { stage: ReceiptLetter["stage"]; startAt?: Level; track: Track; due: PeriodClock };

/** 接收（受理）告知书, as the bureau issues it when a matter is filed or accepted. */
export const receiptOf = (c: Received, { stage, startAt, track, due }: Standing, world: World): ReceiptLetter => {
  const { lastDay, days, dayType, article } = due;
  const { directory, now } = world;
  return issue(
    "receipt",
    c,
    directory.district.bureau,
    {
      stage,
      receivedOn: receivedOn({ registeredAt: now, ...c }),
      track,
      responsible: unitNamed(firstInCharge(c, startAt, world).unit, directory),
      due: { lastDay, days, dayType, article },
      limits: otherLimits(directory, c.category),
    },
    world,
  );
};
