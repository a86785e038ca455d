import { dayOrNone, prose, withoutBlanks } from "#case/forms/form-text.ts";
import type { Case } from "#case/state/case.ts";
import type { CorrectionLetter, FirstAnswer, Letter, Remedy, RightOfReview } from "#case/state/facts/answer.ts";
import type { letterParts } from "#case/state/facts/letter.ts";
import type { PromiseMade } from "#case/state/facts/promise.ts";
import { outcomesOn } from "#case/state/outcomes.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { ClockRule } from "#clock/policy.ts";
import { type Track, tracks } from "#clock/track.ts";
import type { AnsweringLevel, ReviewBody } from "#directory/review-bodies.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { findingFields, findingsIn, missingFindings, outcomeOf } from "./findings.ts";
import { issue } from "./issue.ts";
import { missingDay, promiseFields, promises, whyNotPromised } from "./promise.ts";

/** What is written for a letter: what was found, by which rules, and a finding on each request. */
export const letterFields = {
  facts: withoutBlanks(prose("facts")),
  rule: withoutBlanks(prose("rule")),
  ...findingFields,
  // The day by which what is promised is done, or what is promised one by one; a letter that promises nothing has neither.
  promisedFor: dayOrNone,
  ...promiseFields,
};

/** What is missing of a letter, as it was typed: a finding, or the day of what one promises. */
export const missingInLetter = (typed: Readonly<Partial<Record<string, string>>>) => ({
  ...missingFindings(typed),
  ...missingDay(typed),
});

/** Whom a review is asked of, with the policy's rule for it. */
const rightOf = (body: ReviewBody, { days, dayType, article, confirmed }: ClockRule): RightOfReview => ({
  body,
  days,
  dayType,
  article,
  confirmed,
});

/** Whose answer it is, and on which track. Whoever stands in at a level answers for it, and is reviewed as it is. */
type WhoseAnswer = { level: AnsweringLevel; track: Track };

/** 救济途径: bodies above review what the petition procedure comes to; the law has others against an office that is idle. */
const remedyOf = ({ level, track }: WhoseAnswer, { directory: { district, policy } }: World): Remedy => {
  const { remedy } = tracks[track];
  switch (remedy) {
    case "review": {
      const { review, reReview } = district.reviewBodies[level];
      const { clocks } = policy;
      const { unit: _, ...body } = review;
      return { kind: "review", review: rightOf(body, clocks.review), reReview: rightOf(reReview, clocks.reReview) };
    }
    case "elsewhere":
      return { kind: "elsewhere", limits: policy.limits.filter(({ id }) => policy.dutyRemedies.includes(id)) };
    case "none":
      return { kind: "none" };
  }
};

type TypedLetter = {
  facts: string;
  rule: string;
  promisedFor?: DistrictDate | undefined;
  promises?: PromiseMade[] | undefined;
} & Parameters<typeof findingsIn>[0];

/** What an answer says beside what all letters do. */
export type AnswerParts = Omit<CorrectionLetter, keyof ReturnType<typeof letterParts> | "corrects">;

/**
 * 处理意见: what a level would answer now, with the remedy against its answers. `undefined` when a request has no
 * finding.
 * @param about how many requests it answers, and how its petitioner was heard
 */
export const answerParts = (
  { requests, heard }: Pick<Case, "requests" | "heard">,
  answering: WhoseAnswer,
  typed: TypedLetter,
  world: World,
): AnswerParts | undefined => {
  const findings = findingsIn(typed, requests);
  if (findings === undefined) return undefined;
  const { facts, rule, promisedFor, promises: made } = typed;
  return {
    outcome: outcomeOf(findings),
    ...(heard !== undefined && { heard }),
    facts,
    rule,
    findings,
    ...(promises(findings) && (made === undefined ? promisedFor !== undefined && { promisedFor } : { promises: made })),
    remedy: remedyOf(answering, world),
  };
};

/** Why a letter cannot be issued on a track: it concludes what such an answer cannot, or promises what it may not. */
export const whyNotIssued = (
  letter: Pick<Letter, "findings" | "promisedFor" | "promises">,
  track: Track,
  world: World,
): Refusal | undefined => {
  const possible = outcomesOn(track);
  return letter.findings.every(({ outcome }) => possible.includes(outcome))
    ? whyNotPromised(letter, world)
    : "outcomeOfAnotherTrack";
};

/** 制发答复: the letter that answers a case, of the kind that its track demands: each has a remedy of its own. */
export const issueAnswer = (
  c: Parameters<typeof issue>[1],
  by: UnitId,
  { remedy, ...parts }: AnswerParts,
  world: World,
): FirstAnswer => {
  switch (remedy.kind) {
    case "review":
      return issue("answer", c, by, { ...parts, remedy }, world);
    case "elsewhere":
      return issue("dutyAnswer", c, by, { ...parts, remedy }, world);
    case "none":
      return issue("suggestionAnswer", c, by, { ...parts, remedy }, world);
  }
};
