import type { Answered } from "#case/state/case.ts";
import type { EventOfRing } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import type { PromiseLine } from "#case/state/facts/promise.ts";
import { periodOf } from "#case/state/periods.ts";
import { openPromises, partsOf } from "#case/state/promise.ts";
import { besideReview } from "#case/state/review.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { senderFor } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import { askPromiser } from "./ask-promiser.ts";
import { passTurnOn } from "./awaited.ts";
import { keeperIn } from "./promise-keeper.ts";
import { askOverseer, lineNamed } from "./promise-watch.ts";
import type { Asked, Occasion } from "./unable.ts";

type PromisePart = FactOf<"promisePassedOn">["part"];

/** Whoever would have such a turn of a promise today. */
const nextFor = (c: Answered, line: PromiseLine, part: PromisePart, asked: Asked, { directory }: World) => {
  const about = besideReview(c);
  if (part === "promiser") return keeperIn({ ...c, about }, line.unit, asked, directory);
  const isLast = line.overseer?.isLast === true;
  return senderFor(directory, { owner: line.holder.staff, about, ...asked, isLast });
};

/** A turn that somebody has by a promise passes on where they cannot keep it. @returns the events that say so */
export const passPromisesOn = (c: Answered, occasion: Occasion, world: World, of?: StaffId): EventOfRing[] => {
  let turns = nextTurn(c) - 1;
  return openPromises(c).flatMap((line) =>
    partsOf(c, line).flatMap(({ role: part, staff, assignment }) => {
      if (of !== undefined && of !== staff) return [];
      const asksBy = periodOf(c, { kind: "supervision", n: line.clock }, world.directory)?.clock.lastDay;
      const passed = passTurnOn({ ...c, turns }, { staff, stepNo: c.stepNo, assignment }, occasion, world, {
        next: (asked) => nextFor(c, line, part, asked, world),
        told: ({ stepNo: _, ...fact }) => ({
          fact: { type: "promisePassedOn", ...lineNamed(c, line), part, ...fact },
          mail:
            part === "promiser"
              ? askPromiser(c.stepNo, { ...line, holder: fact.to, assignment: fact.assignment })
              : askOverseer(c, { staff: fact.to.staff, assignment: fact.assignment }, asksBy ?? line.until),
        }),
      });
      turns += passed.length;
      return passed;
    }),
  );
};
