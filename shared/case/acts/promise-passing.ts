import type { Answered } from "#case/state/case.ts";
import type { EventOfRing } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import type { PromiseLine } from "#case/state/facts/promise.ts";
import { openPromises } from "#case/state/promise.ts";
import { clockOf } from "#case/state/running.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { senderFor, staffOf, successorIn } from "#directory/routing.ts";
import { unitNow } from "#directory/succession.ts";
import type { StaffId } from "#ground/ids.ts";
import { askPromiser } from "./ask-promiser.ts";
import { passTurnOn } from "./awaited.ts";
import { askOverseer, lineNamed } from "./promise-watch.ts";
import type { Asked, Occasion } from "./unable.ts";

type PromisePart = FactOf<"promisePassedOn">["part"];

/** Whose turns of a promise these are now. */
const turnsOf = ({ holder, assignment, performed, overseer }: PromiseLine) => [
  ...(performed === undefined ? [{ part: "promiser" as const, staff: holder.staff, assignment }] : []),
  ...(overseer === undefined
    ? []
    : [{ part: "overseer" as const, staff: overseer.staff, assignment: overseer.assignment }]),
];

/** Whoever would have such a turn of a promise today. */
const nextFor = (c: Answered, line: PromiseLine, part: PromisePart, asked: Asked, { directory }: World) => {
  const { community, category, about } = c;
  if (part === "overseer") {
    const isLast = line.overseer?.isLast === true;
    return senderFor(directory, { owner: line.holder.staff, about, ...asked, isLast });
  }
  const level = unitNow(directory, line.unit)?.level ?? "bureau";
  return staffOf(directory, successorIn(directory, line.unit, { level, community, category, about, ...asked }).owner);
};

/** A turn that somebody has by a promise passes on where they cannot keep it. @returns the events that say so */
export const passPromisesOn = (c: Answered, occasion: Occasion, world: World, of?: StaffId): EventOfRing[] => {
  let turns = nextTurn(c) - 1;
  return openPromises(c).flatMap((line) =>
    turnsOf(line).flatMap(({ part, staff, assignment }) => {
      if (of !== undefined && of !== staff) return [];
      const lastDay = clockOf(c, "supervision")?.clock.due;
      const passed = passTurnOn({ ...c, turns }, { staff, stepNo: c.stepNo, assignment }, occasion, world, {
        next: (asked) => nextFor(c, line, part, asked, world),
        told: ({ stepNo: _, ...fact }) => ({
          fact: { type: "promisePassedOn", ...lineNamed(c, line), part, ...fact },
          mail:
            part === "promiser"
              ? askPromiser(c.stepNo, { ...line, holder: fact.to, assignment: fact.assignment })
              : askOverseer(
                  c,
                  { staff: fact.to.staff, assignment: fact.assignment },
                  lastDay === undefined ? line.until : districtDate(lastDay),
                ),
        }),
      });
      turns += passed.length;
      return passed;
    }),
  );
};
