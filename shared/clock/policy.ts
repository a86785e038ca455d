import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { Level } from "#ground/levels.ts";
import { DayType } from "./clock.ts";
import { OtherLimit } from "./other-limit.ts";
import { ReceivingBody } from "./receiving-body.ts";
import { StatutoryRoute } from "./statutory-route.ts";

/** How long a clock runs and which rule says so. `confirmed` is the district legal office's word on the article. */
export const ClockRule = z.strictObject({
  days: z.int().positive(),
  dayType: DayType,
  article: Bilingual,
  confirmed: z.boolean(),
  /** 提醒: shares of the time, in percent, at which the person whose turn it is is reminded. */
  notices: z.array(z.int().min(1).max(100)).default([]),
});
export type ClockRule = z.infer<typeof ClockRule>;

/**
 * 按小时: how many hours a clock runs for an urgent case. Hours run day and night and on days of rest, from the very moment
 * on, up to the next full minute: what people are told as 18:30 is over at 18:30.
 */
export const HourRule = z.strictObject({
  hours: z
    .int()
    .positive()
    .max(24 * 7),
  ...ClockRule.pick({ article: true, confirmed: true, notices: true }).shape,
});
export type HourRule = z.infer<typeof HourRule>;

/** How long a clock runs, in days or in hours, and which rule says so. */
export type Rule = ClockRule | HourRule;

/**
 * A ground for not accepting a petition, and where the petitioner can go instead. `confirmed` is the district legal
 * office's word that the article carries it. `shows`: what has to be named with it, such as who has the matter in hand.
 */
export const Ground = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  article: Bilingual,
  confirmed: z.boolean(),
  text: Bilingual,
  instead: Bilingual,
  shows: Bilingual.optional(),
});
export type Ground = z.infer<typeof Ground>;

/** 回访: the ends of a case that are followed up. `supported`: by an answer that supports something. */
export const FollowedUp = z.enum(["supported", "settled", "promisesKept", "unconfirmed"]);
export type FollowedUp = z.infer<typeof FollowedUp>;

/** The district's rules as versioned data: a change of law is a new version, not new code. */
export const Policy = z.strictObject({
  version: z.string().min(1),
  clocks: z.strictObject({
    accept: ClockRule,
    /** 简易办理: takes the place of `accept` for what is to be handled the simple way. */
    simpleAccept: ClockRule,
    /** 转送: the receipt of a body to which a matter was transferred is awaited. */
    transfer: ClockRule,
    /** The petitioner is told in writing who has received the matter and where it goes. */
    receipt: ClockRule,
    /** 异议: how long a unit may say that a matter is not its own. Not a clock. */
    objection: ClockRule,
    /** The bureau decides on what a unit has said so. */
    objectionDecision: ClockRule,
    /** The bureau decides on what an owner has proposed: that another body or procedure has the matter. */
    otherWayDecision: ClockRule,
    /** 申请回避: it is decided whether somebody has no part in a case, as its petitioner asks. */
    recusalDecision: ClockRule,
    /** 申请紧急: the bureau decides whether a case is urgent, as its petitioner asks. */
    urgencyDecision: ClockRule,
    handling: ClockRule,
    /** 简易办理: takes the place of `handling` for categories that are handled the simple way. */
    simpleHandling: ClockRule,
    /** 履行法定职责: the time for the answer to somebody who asks an office to do its duty. */
    dutyHandling: ClockRule,
    /** 建议: the time for the answer to a suggestion. */
    suggestionHandling: ClockRule,
    /** 延期: the most days by which `handling` may be extended, once. */
    extension: ClockRule,
    /** 履行: the most days ahead for which a settlement may be promised. The clock ends on the day that is promised. */
    performance: ClockRule,
    /** 承诺: the most days ahead for which a letter may promise something. The clock ends on the day that is promised. */
    promise: ClockRule,
    /** 核实: the petitioner is asked whether what was promised is done. */
    confirmation: ClockRule,
    /** 反悔: how long the petitioner may take an agreement back, or reopen a case that was settled. Not a clock. */
    takeBack: ClockRule,
    /** 撤回考虑期: how long a petitioner who takes a petition back can undo that. */
    withdrawal: ClockRule,
    /** 撤回是否自愿: the head of the bureau answers a petitioner who says that they were pressed to withdraw. */
    pressure: ClockRule,
    /** 会商: the most time between the call to a meeting and its day. Not a clock. */
    meeting: ClockRule,
    /** 补正: the most days that may be given to bring material; the time of a step pauses meanwhile. */
    material: ClockRule,
    delivery: ClockRule,
    /** 公告送达: how long after it was put up a notice counts as the delivery. Not a clock. */
    notice: ClockRule,
    /** 复查: the petitioner may ask for it. */
    review: ClockRule,
    /** 复查受理: the body says whether it takes the review up. */
    reviewAccept: ClockRule,
    reviewDecision: ClockRule,
    /** 重新办理: the most days that a review which revokes an answer may give for another one. Not a clock. */
    redo: ClockRule,
    /** 复核: the petitioner may ask for it. */
    reReview: ClockRule,
    reReviewDecision: ClockRule,
    /** 督办: the unit reports back to the bureau. */
    supervision: ClockRule,
    /** 督办决定: the bureau decides whether it supervises, or whether what a unit answers is enough. */
    supervisionDecision: ClockRule,
    /** 催办: how long after one a petitioner may urge again. Not a clock. */
    urge: ClockRule,
    /** 三项建议: whoever got a proposal (to mend, to change a policy, to hold to account) answers whether it is taken up. */
    proposal: ClockRule,
    /** 领导包案: the leader in charge reports; before that, the time to meet the petitioner and to say who does what, and after it, to report again. */
    lead: ClockRule,
    leadMeeting: ClockRule,
    leadPlan: ClockRule,
    leadAgain: ClockRule,
    /** 批示: the most days ahead for which a unit may be instructed. The clock ends on the day that is named. */
    instruction: ClockRule,
    /** 评价: how long after the end of a case its petitioner may rate it. Not a clock. */
    rating: ClockRule,
    /** 回访: the petitioner is asked how it went. */
    followUp: ClockRule,
  }),
  /**
   * What the counting of days rests on: the start day is not counted, a last day on a rest day moves. The rule itself is
   * code (period.ts).
   */
  counting: z.strictObject({ article: Bilingual, confirmed: z.boolean() }),
  /** 和解协议: what an agreement in writing rests on. */
  agreement: z.strictObject({ article: Bilingual, confirmed: z.boolean() }),
  /** 回访: after which ends the petitioner is called; after none where nothing is named. */
  followUpAfter: z.array(FollowedUp).default([]),
  /** The share of the statutory time, in percent, at which a case that is still low in the chain moves up. */
  liftAt: z.int().min(1).max(99),
  /** 代登记: days after its receipt within which a petition is entered without a reason for the delay. */
  enteredWithin: z.int().min(1).max(60).default(5),
  steps: z.record(Level, ClockRule),
  /** 紧急: what an urgent case goes by instead, and until when its step has to be acknowledged. */
  urgent: z.strictObject({ acknowledgement: HourRule, steps: z.record(Level, HourRule) }),
  grounds: z.array(Ground).min(1),
  /** 导入: the procedures that matters are guided to. */
  routes: z.array(StatutoryRoute).min(1),
  /** 转送: the bodies to which matters are transferred. */
  bodies: z.array(ReceivingBody).min(1),
  /** 履职救济: the time limits of the procedures against an office that does not do its duty, by their ids. */
  dutyRemedies: z.array(z.string()).min(1),
  /** The time limits of other bodies that categories and procedures name. */
  limits: z.array(OtherLimit),
});
export type Policy = z.infer<typeof Policy>;
