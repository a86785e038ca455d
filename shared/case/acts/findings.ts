import * as z from "zod";
import { type FieldProblem, problem, prose, proseLimits, textOrNone, withoutBlanks } from "#case/forms/form-text.ts";
import { Outcome, type RequestFinding } from "#case/state/facts/answer.ts";
import { isSeen } from "#ground/seen-text.ts";

const outcome = z.enum(Outcome.options, problem("missing"));

/** The fields of a finding on each request: what is decided and why, and what that comes to. A petition has one at least. */
export const findingFields = {
  decision: withoutBlanks(prose("decision")),
  outcome,
  decision2: withoutBlanks(textOrNone(proseLimits.decision2)),
  outcome2: outcome.optional(),
  decision3: withoutBlanks(textOrNone(proseLimits.decision3)),
  outcome3: outcome.optional(),
  decision4: withoutBlanks(textOrNone(proseLimits.decision4)),
  outcome4: outcome.optional(),
  decision5: withoutBlanks(textOrNone(proseLimits.decision5)),
  outcome5: outcome.optional(),
};

type FindingField = keyof typeof findingFields;

/** The fields of each request's finding, in the order of their numbers. */
export const findingPairs = [
  ["decision", "outcome"],
  ["decision2", "outcome2"],
  ["decision3", "outcome3"],
  ["decision4", "outcome4"],
  ["decision5", "outcome5"],
] as const satisfies readonly (readonly [FindingField, FindingField])[];

/** What is missing of the findings that a form asked for, as it was typed: its page has a place for each request. */
export const missingFindings = (
  typed: Readonly<Partial<Record<string, string>>>,
): Partial<Record<FindingField, FieldProblem>> => {
  const missing: Partial<Record<FindingField, FieldProblem>> = {};
  for (const [decision, found] of findingPairs.slice(1)) {
    if (typed[decision] === undefined && typed[found] === undefined) continue;
    if (!isSeen(typed[decision] ?? "")) missing[decision] = "missing";
    if (typed[found] === undefined) missing[found] = "missing";
  }
  return missing;
};

type TypedFindings = { readonly [F in FindingField]?: z.output<(typeof findingFields)[F]> };

/**
 * 逐项回应: the findings of a letter, one for each of so many requests, or `undefined` when that is not what was typed.
 * Source: Regulations Art. 32 (each request is answered).
 */
export const findingsIn = (typed: TypedFindings, requests: number): RequestFinding[] | undefined => {
  const given = findingPairs.map(([decision, found]) => ({ decision: typed[decision], outcome: typed[found] }));
  const findings = given
    .slice(0, requests)
    .flatMap(({ decision, outcome: found }) =>
      decision === undefined || found === undefined ? [] : [{ decision, outcome: found }],
    );
  const others = given.slice(requests).some(({ decision, outcome: found }) => (decision ?? found) !== undefined);
  return findings.length === requests && !others ? findings : undefined;
};

/**
 * What findings come to for the matter as a whole: what they all say; where some of what is supported is still to be done,
 * a promise; else a part.
 */
export const outcomeOf = (findings: readonly RequestFinding[]): Outcome => {
  const outcomes = new Set(findings.map((finding) => finding.outcome));
  const [first, ...others] = outcomes;
  if (first !== undefined && others.length === 0) return first;
  if (outcomes.has("adopted") || outcomes.has("adoptedInPart")) return "adoptedInPart";
  return [...outcomes].every((one) => one === "resolved" || one === "promised") ? "promised" : "partly";
};
