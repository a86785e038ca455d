import * as z from "zod";
import { chosen, day, problem, prose, withoutBlanks } from "#case/forms/form-text.ts";
import type { Actor } from "#case/state/actor.ts";
import type { Case } from "#case/state/case.ts";
import { type Decision, happened, refuse, startPeriod, startTransit, stopped } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import type { RightOfReview } from "#case/state/facts/answer.ts";
import { ReviewGround } from "#case/state/facts/review.ts";
import { promiseKinds } from "#case/state/promise.ts";
import { answeredSignal, isUnderReview, type UnderReview } from "#case/state/review.ts";
import { otherReviewers } from "#case/state/reviewers.ts";
import { periodClock } from "#case/state/running.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import { act } from "./act.ts";
import { askReviewer } from "./ask-reviewer.ts";
import { issue } from "./issue.ts";
import { contestOver, reviewClocks } from "./review-ended.ts";
import { reviewDue } from "./review-watch.ts";
import { unitNamed } from "./unit-named.ts";

/** The number of the clock for the delivery of a review's letter: none of an answer's, or of one that corrects it, has it. */
const deliveryNumber = (stepNo: number): number => 1000 + stepNo;

const byReviewer = (c: UnderReview): Actor => ({ kind: "staff", id: c.review.reviewer.staff });

const underReview = <C extends Case>(c: C, decide: (c: C & UnderReview) => Decision): Decision =>
  isUnderReview(c) ? decide(c) : refuse("movedOn");

/** What every letter of a review says of the answer. */
const ofAnswer = (c: UnderReview, { directory }: World) => ({
  answer: c.letter.number,
  answered: unitNamed(c.answeredBy.unit, directory),
});

/** Where what a review comes to can be contested; the answer has said it. */
const reReviewOf = ({ letter: { remedy } }: UnderReview): RightOfReview | undefined =>
  remedy.kind === "review" ? remedy.reReview : undefined;

const whyNotYet = (c: Case) => (isUnderReview(c) && !c.review.accepted ? "reviewNotTakenUp" : undefined);
const whyNotAgain = (c: Case) => (isUnderReview(c) && c.review.accepted ? "reviewTakenUp" : undefined);

/** What a review found, and what it rests on. */
const opinion = {
  facts: withoutBlanks(prose("facts")),
  rule: withoutBlanks(prose("rule")),
  decision: withoutBlanks(prose("decision")),
};

/** 复查, by whoever of the body above had no part in the case. */
export const reviewActs = {
  /** 受理: within the policy's days. */
  acceptReview: act({
    form: z.strictObject({}),
    role: "reviewer",
    at: ["window"],
    turn: "stays",
    whyNot: whyNotAgain,
    decide: (c, _, world) =>
      underReview(c, (reviewed) => {
        const { unit, askedOn } = reviewed.review;
        const { lastDay, days, dayType, article } = periodClock(c, "reviewDecision");
        const decideBy = { lastDay, days, dayType, article };
        const parts = { ...ofAnswer(reviewed, world), askedOn, decideBy };
        return happened(
          byReviewer(reviewed),
          {
            type: "reviewAccepted",
            stepNo: c.stepNo,
            unit,
            letter: issue("reviewAccepted", c, unit, parts, world),
          },
          stopped(c, ["reviewAccept"]),
          [{ kind: "newsMail", news: "reviewAccepted" }],
        );
      }),
  }),

  /** 不予受理: in writing, on a ground and with a reason. The answer stands, and its case goes on as after the time for a review. */
  refuseReview: act({
    form: z.strictObject({ reviewGround: z.enum(ReviewGround.options, problem("missing")), reason: prose("reason") }),
    role: "reviewer",
    at: ["window"],
    turn: "ends",
    whyNot: whyNotAgain,
    decide: (c, { reviewGround: ground, reason }, world) =>
      underReview(c, (reviewed) => {
        const { unit, askedOn } = reviewed.review;
        const above = reReviewOf(reviewed)?.body;
        if (above === undefined) return refuse("movedOn");
        const by = byReviewer(reviewed);
        const parts = { ...ofAnswer(reviewed, world), askedOn, ground, reason, above };
        const letter = issue("reviewRefused", c, unit, parts, world);
        const policy: Actor = { kind: "policy", version: world.directory.policy.version };
        // What comes of it is the event after the refusal.
        const after = contestOver({ ...reviewed, version: c.version + 1 }, policy, undefined, world);
        if ("refused" in after) return after;
        const refused: NewEvent = {
          by,
          fact: { type: "reviewRefused", stepNo: c.stepNo, unit, letter },
          clocks: reviewClocks(c),
          messages: [{ kind: "newsMail", news: "reviewRefused" }],
        };
        return { events: [refused, ...after.events] };
      }),
  }),

  /** Somebody else of the office reviews it, who had no part in the case either; its time stays as it is. */
  passReview: act({
    form: z.strictObject({ to: chosen, reason: prose("reason") }),
    role: "reviewer",
    at: ["window"],
    turn: "ends",
    whyNot: (c, world) => (otherReviewers(c, world).length > 0 ? undefined : "hadAPart"),
    decide: (c, { to, reason }, world) =>
      underReview(c, (reviewed) => {
        const colleague = otherReviewers(c, world).find(({ id }) => id === to);
        if (colleague === undefined) return refuse("hadAPart");
        const from = reviewed.review.reviewer.staff;
        const holder = { unit: colleague.unit, staff: to };
        const { stepNo } = c;
        const assignment = nextTurn(c);
        return happened(
          byReviewer(reviewed),
          { type: "reviewPassedOn", stepNo, how: "byReviewer", reason, from, to: holder, assignment },
          [],
          [askReviewer(stepNo, { ...holder, assignment }, reviewDue(reviewed))],
        );
      }),
  }),

  /** 维持: the answer stands. The letter is delivered as the answer was; with that the time for a re-review begins (Art. 36). */
  upholdAnswer: act({
    form: z.strictObject(opinion),
    role: "reviewer",
    at: ["window"],
    turn: "ends",
    whyNot: whyNotYet,
    decide: (c, { facts, rule, decision }, world) =>
      underReview(c, (reviewed) => {
        const { unit, reasons: reviewReasons, reviewer } = reviewed.review;
        const reReview = reReviewOf(reviewed);
        if (reReview === undefined) return refuse("movedOn");
        const { stepNo } = c;
        const parts = {
          ...ofAnswer(reviewed, world),
          reviewReasons,
          facts,
          rule,
          decision,
          opinion: "upheld" as const,
          reReview,
        };
        const deliveryRule = clockRule(world.directory, c, "delivery");
        return happened(
          byReviewer(reviewed),
          {
            type: "answerUpheld",
            stepNo,
            unit: reviewer.unit,
            staff: reviewer.staff,
            letter: issue("review", c, unit, parts, world),
            assignment: nextTurn(c),
          },
          [
            ...reviewClocks(c),
            startPeriod(
              { kind: "delivery", n: deliveryNumber(stepNo) },
              { rule: deliveryRule, start: world.now, urgent: c.urgent === true },
              world,
            ),
          ],
          [answeredSignal(c, "reviewed"), { kind: "newsMail", news: "reviewed" }],
        );
      }),
  }),

  /**
   * 撤销并责令重新处理: the answer and all that it promised count no more; the level that gave it answers again, by other people, in the
   * time that is set, and may not come to the same with the same reasons.
   */
  revokeAnswer: act({
    form: z.strictObject({ ...opinion, differently: prose("differently"), newDay: day }),
    role: "reviewer",
    at: ["window"],
    turn: "ends",
    whyNot: whyNotYet,
    decide: (c, { facts, rule, decision, differently, newDay: until }, world) =>
      underReview(c, (reviewed) => {
        const { unit, reasons: reviewReasons } = reviewed.review;
        const reReview = reReviewOf(reviewed);
        if (reReview === undefined) return refuse("movedOn");
        const { clocks } = world.directory.policy;
        const today = districtDate(world.now);
        if (until <= today || until > dayAfter(today, clocks.redo.days)) return refuse("redoDayOutside");
        const { stepNo, level } = c;
        const epoch = c.epoch + 1;
        const redo = { differently, until };
        const parts = {
          ...ofAnswer(reviewed, world),
          reviewReasons,
          facts,
          rule,
          decision,
          opinion: "revoked" as const,
          redo,
          reReview,
        };
        const answer = startPeriod(
          { kind: "handling", n: stepNo + 1 },
          {
            rule: { ...clockRule(world.directory, c, "handling"), article: clocks.redo.article },
            start: world.now,
            urgent: c.urgent === true,
            until,
          },
          world,
        );
        const promised = promiseKinds.flatMap((kind) => c.running.filter(({ clock }) => clock.kind === kind));
        return happened(
          byReviewer(reviewed),
          {
            type: "answerRevoked",
            stepNo,
            unit,
            level,
            letter: issue("review", c, unit, parts, world),
            epoch,
          },
          [
            ...reviewClocks(c),
            ...stopped(c, ["performance"], "overtaken"),
            ...promised.map(({ clock: { kind, n } }) => ({
              change: "stop" as const,
              clock: { kind, n },
              why: "overtaken" as const,
            })),
            answer,
            startTransit({ epoch, stepNo }, world),
          ],
          [
            answeredSignal(c, "revoked"),
            { kind: "start", epoch, startAt: level },
            { kind: "newsMail", news: "answerRevoked" },
          ],
        );
      }),
  }),
};
