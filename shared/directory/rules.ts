import type { PeriodClock, PeriodKind } from "#clock/clock.ts";
import type { ClockRule } from "#clock/policy.ts";
import type { CategoryId } from "#ground/ids.ts";
import type { Level } from "#ground/levels.ts";
import type { Directory } from "./directory.ts";
import { categoryNow } from "./succession.ts";

/** What of a case decides the rules that its clocks run by. */
export type RulesFor = { category: CategoryId; urgent?: boolean | undefined };

/** An urgent step has one part in so many of its time. Source: the step deadlines of the district policy. */
const urgentShare = 4;

/** Where the chain begins for a category; at its foot for one that the directory no longer has. */
export const startLevel = (directory: Directory, id: CategoryId): Level =>
  categoryNow(directory, id)?.startAt ?? "community";

/**
 * The rule for a level's step: the category's own or else the policy's; for an urgent case a quarter of it, rounded up
 * to whole days. A category that the directory no longer has leaves the policy's.
 */
export const stepRule = (directory: Directory, { category, urgent }: RulesFor, level: Level): ClockRule => {
  const rule = categoryNow(directory, category)?.steps[level] ?? directory.policy.steps[level];
  return urgent ? { ...rule, days: Math.ceil(rule.days / urgentShare) } : rule;
};

/**
 * The rule that a clock of a case was counted by; `undefined` once the directory gives its kind another length, so that
 * nobody reads an article that this clock does not rest on. `level` is that of a step.
 */
export const ruleOfClock = (
  directory: Directory,
  matter: RulesFor,
  clock: PeriodClock,
  level: Level,
): ClockRule | undefined => {
  const rule = clock.kind === "step" ? stepRule(directory, matter, level) : clockRule(directory, matter, clock.kind);
  return rule.days === clock.days && rule.dayType === clock.dayType ? rule : undefined;
};

/** The rule for any other clock of a case; `simple` categories are answered by the rule for simple handling. */
export const clockRule = (
  directory: Directory,
  { category }: RulesFor,
  kind: Exclude<PeriodKind, "step">,
): ClockRule => {
  const { clocks } = directory.policy;
  return kind === "handling" && categoryNow(directory, category)?.simple ? clocks.simpleHandling : clocks[kind];
};
