import { dayOrNone, prose } from "#case/forms/form-text.ts";
import type { Issued, Letter, RightOfReview } from "#case/state/facts/answer.ts";
import type { World } from "#case/state/world.ts";
import type { ClockRule } from "#clock/policy.ts";
import type { AnsweringLevel, ReviewBody } from "#directory/review-bodies.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { findingFields, findingsIn, missingFindings, outcomeOf } from "./findings.ts";
import { issuerOf } from "./issuer.ts";
import { missingDay, promises } from "./promise.ts";

/** What is written for a letter: what was found, by which rules, and a finding on each request. */
export const letterFields = {
  facts: prose("facts"),
  rule: prose("rule"),
  ...findingFields,
  // The day by which what is promised is done; a letter that promises nothing has none.
  promisedFor: dayOrNone,
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

/**
 * What a letter says of the office that issues it and of the reviews: it stays so, whatever a later directory says.
 * @param level whose answer it is. Whoever stands in at a level answers for it, and is reviewed as it is.
 */
const issuedBy = (unit: UnitId, level: AnsweringLevel, { directory }: World): Issued => {
  const { district, policy } = directory;
  const { review, reReview } = district.reviewBodies[level];
  const { office } = district;
  return {
    by: issuerOf(unit, directory),
    office: { name: office.name, address: office.address, phone: office.phone },
    review: rightOf(review, policy.clocks.review),
    reReview: rightOf(reReview, policy.clocks.reReview),
  };
};

type TypedLetter = { facts: string; rule: string; promisedFor?: DistrictDate | undefined } & Parameters<
  typeof findingsIn
>[0];

/**
 * 答复意见书, as a unit would issue it now. `undefined` when a request has no finding.
 * @param requests how many requests it answers
 */
export const letterOf = (
  requests: number,
  { unit, level }: { unit: UnitId; level: AnsweringLevel },
  typed: TypedLetter,
  world: World,
): Letter | undefined => {
  const findings = findingsIn(typed, requests);
  if (findings === undefined) return undefined;
  const { facts, rule, promisedFor } = typed;
  return {
    outcome: outcomeOf(findings),
    facts,
    rule,
    findings,
    ...(promises(findings) && promisedFor !== undefined && { promisedFor }),
    issued: issuedBy(unit, level, world),
  };
};
