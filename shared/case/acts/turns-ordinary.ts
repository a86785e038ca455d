import type { In } from "#case/state/case.ts";
import type { FactOf } from "#case/state/event.ts";
import type { Message } from "#case/state/message.ts";
import { ringLeftOf } from "#case/state/periods.ts";
import { periodClock } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { type ClockChange, untilOf } from "#clock/clock.ts";
import { endOfClock, sooner } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";

/**
 * 简易办理: the quick way for first-time, clear and undisputed matters. It turns into the ordinary way when somebody says that
 * it is no such matter, when its time is over, and before an answer that does not support what was asked for, which the
 * simple way cannot give. The law's sixty days then count from the first acceptance, so that the petitioner loses none.
 * Source: 国信办发〔2022〕17号, as reported; the counting is the district's reading.
 */
export const turnsOrdinary = (
  c: In<"accepted" | "handling">,
  why: FactOf<"turnedOrdinary">["why"],
  world: World,
): { fact: FactOf<"turnedOrdinary">; change: ClockChange } => {
  const rule = clockRule(world.directory, { category: c.category, track: "petition" }, "handling");
  const { days, dayType, article } = rule;
  const counted = { ...periodClock(c, "handling"), days, dayType, article };
  const { version: policyVersion } = world.directory.policy;
  const end = endOfClock(world.calendar, counted);
  const clock = { ...counted, ...end, policyVersion, calendarVersion: world.calendar.version };
  const nextAt = ringLeftOf({ clock, rule, reminded: 0 }, { urgent: c.urgent, liftJudged: undefined }, world);
  return {
    fact: { type: "turnedOrdinary", why, answerBy: clock.lastDay, article },
    change: { change: "move", clock, nextAt, reminded: 0 },
  };
};

/** The mail that tells whoever has the case; nobody has it between two steps. */
export const tellsOwner = (
  c: In<"accepted" | "handling">,
  { answerBy }: Pick<FactOf<"turnedOrdinary">, "answerBy">,
): Message[] => {
  if (c.status === "accepted") return [];
  const { owner: to, stepNo, assignment } = c;
  const lastDay = sooner(untilOf(periodClock(c, "step")), answerBy);
  return [{ kind: "taskMail", to, ask: "turnedOrdinary", stepNo, assignment, lastDay }];
};
