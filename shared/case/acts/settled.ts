import type { Actor } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, happened, startPeriod, startTransit, stepClocks, stopped } from "#case/state/decision.ts";
import type { Fact } from "#case/state/event.ts";
import type { AgreementLetter } from "#case/state/facts/settlement.ts";
import type { Message } from "#case/state/message.ts";
import { isPromisedByLetter } from "#case/state/promise.ts";
import { answerGoesOn, answerResumes } from "#case/state/resting.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange } from "#clock/clock.ts";
import { endOfPeriod } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { unitNamed } from "./unit-named.ts";

/** The last day for taking back what was decided today. */
export const takeBackUntil = ({ now, calendar, directory }: World): DistrictDate =>
  endOfPeriod(calendar, now, directory.policy.clocks.takeBack).lastDay;

/** The law's clock after a promise that was not kept: it goes on, or resumes as it stood when the letter was issued. */
const answerOwedAgain = (c: In<"performing">, world: World): ClockChange[] =>
  isPromisedByLetter(c) && c.answeredIn !== undefined
    ? [...stopped(c, ["review"], "overtaken"), answerResumes(c, {}, c.answeredIn, world)]
    : answerGoesOn(c, world);

/** 和解协议书: whom it would bind if it was agreed to now, and what it rests on. */
export const agreementOf = (
  unit: UnitId,
  { directory }: Pick<World, "directory">,
): Pick<AgreementLetter, "by" | "article"> => ({
  by: unitNamed(unit, directory),
  article: directory.policy.agreement.article,
});

/** What was agreed comes to nothing: the step ends, and its level takes the matter up anew. */
export const takenUpAnew = (
  c: In<"performing">,
  by: Actor,
  fact: Fact,
  why: "done" | "rang",
  world: World,
  messages: Message[] = [],
): Decision =>
  happened(
    by,
    fact,
    [...stopped(c, ["performance", "confirmation"], why), ...answerOwedAgain(c, world), startTransit(c, world)],
    [
      {
        kind: "signal",
        stepNo: c.stepNo,
        outcome: "takenUpAnew",
        ...(isPromisedByLetter(c) && { startAt: c.level }),
      },
      ...messages,
    ],
  );

/** The case ends as settled: confirmed by its petitioner, or said to be done by its owner alone. */
export const endsSettled = (
  c: In<"handling" | "performing">,
  by: Actor,
  fact: (reopenUntil: DistrictDate) => Fact,
  why: "done" | "rang",
  world: World,
): Decision =>
  happened(
    by,
    fact(takeBackUntil(world)),
    [...stopped(c, ["performance", "confirmation"], why), ...stopped(c, [...stepClocks, "handling", "review"])],
    [
      { kind: "signal", stepNo: c.stepNo, outcome: "settled" },
      { kind: "newsMail", news: "closed" },
    ],
  );

/** The petitioner's time to say whether what was agreed is done. */
export const asking = (c: In<"performing">, world: World) =>
  startPeriod(
    { kind: "confirmation", n: c.stepNo },
    { rule: clockRule(world.directory, c, "confirmation"), start: world.now, urgent: c.urgent === true },
    world,
  );
