import type { PeriodClock, PeriodKind } from "#clock/clock.ts";
import type { ClockRule, HourRule, Rule } from "#clock/policy.ts";
import { type Track, tracks } from "#clock/track.ts";
import type { CategoryId } from "#ground/ids.ts";
import { isBelow, type Level } from "#ground/levels.ts";
import type { Category, Directory } from "./directory.ts";
import { categoryNow } from "./succession.ts";

/** The clocks of a step, whose rules are not among those of the policy's other clocks. */
type StepKind = "step" | "acknowledgement";

/** What of a case decides the rules that its clocks run by. */
export type RulesFor = { category: CategoryId; urgent?: boolean | undefined; track: Track };

/** Where the chain begins for a category; at its foot for one that the directory no longer has. */
export const startLevel = (directory: Directory, id: CategoryId): Level =>
  categoryNow(directory, id)?.startAt ?? "community";

/** Whether the chain begins with a unit that the community decides, so that it cannot begin before that is known. */
export const beginsInCommunity = (directory: Directory, id: CategoryId): boolean =>
  isBelow(startLevel(directory, id), "department");

/** The rules that a category has of its own; those of a simple one are for what is handled the simple way alone. */
const ownRules = (directory: Directory, { category, track }: RulesFor): Category["steps"] => {
  const found = categoryNow(directory, category);
  return found === undefined || (found.track === "simple" && track !== "simple") ? {} : found.steps;
};

/**
 * The rule for a level's step: for an urgent case the policy's hours, else the category's own days or the policy's. A
 * category that the directory no longer has leaves the policy's.
 */
export const stepRule = (directory: Directory, matter: RulesFor, level: Level): Rule =>
  matter.urgent
    ? directory.policy.urgent.steps[level]
    : (ownRules(directory, matter)[level] ?? directory.policy.steps[level]);

/** 签收: until when somebody has to have acknowledged the step of an urgent case. */
export const acknowledgementRule = ({ policy }: Directory): HourRule => policy.urgent.acknowledgement;

/** Whether a clock was counted by the length that a rule gives. */
const isOfLength = (rule: Rule, { days, dayType, hours }: PeriodClock): boolean =>
  "hours" in rule ? rule.hours === hours : hours === undefined && rule.days === days && rule.dayType === dayType;

/**
 * The rule that a clock of a case was counted by; `undefined` once the directory gives its kind another length, so that
 * nobody reads an article that this clock does not rest on. `level` is that of a step.
 */
export const ruleOfClock = (
  directory: Directory,
  matter: RulesFor,
  clock: PeriodClock,
  level: Level,
): Rule | undefined => {
  const rule = ruleFor(directory, matter, clock.kind, level);
  return isOfLength(rule, clock) ? rule : undefined;
};

/** The rule for any clock of a case. @param level that of its step */
export const ruleFor = (directory: Directory, matter: RulesFor, kind: PeriodKind, level: Level): Rule => {
  if (kind === "step") return stepRule(directory, matter, level);
  return kind === "acknowledgement" ? acknowledgementRule(directory) : clockRule(directory, matter, kind);
};

/** The rule for any other clock of a case; until when it is examined and answered is a matter of its track. */
export const clockRule = (
  { policy }: Directory,
  { track }: RulesFor,
  kind: Exclude<PeriodKind, StepKind>,
): ClockRule => {
  const { clocks } = policy;
  const { decides, answers = "handling" } = tracks[track];
  switch (kind) {
    case "accept":
      return clocks[decides];
    case "handling":
      return clocks[answers];
    // 督办反馈: a unit answers a letter in the time that the policy gives supervision.
    case "feedback":
      return clocks.supervision;
    default:
      return clocks[kind];
  }
};
