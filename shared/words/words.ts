import type { Outcome } from "#case/state/facts/answer.ts";
import type { PeriodClock } from "#clock/clock.ts";
import type { Directory } from "#directory/directory.ts";
import type { Because } from "#directory/routing.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { CategoryId, StaffId, UnitId } from "#ground/ids.ts";
import type { Station, StepLevel } from "#ground/levels.ts";

/** Where the matter stands, as the stations of the chain are labelled. */
export const stationNames: Record<Station, Bilingual> = {
  bureau: { zh: "信访局", en: "Petition office" },
  community: { zh: "社区", en: "Community" },
  township: { zh: "乡镇", en: "Township" },
  department: { zh: "部门", en: "Department" },
  leader: { zh: "区领导", en: "District leader" },
  window: { zh: "答复送达与复查申请期", en: "Delivery and time for review" },
  review: { zh: "复查", en: "Review" },
  reReviewWindow: { zh: "复查意见送达与复核申请期", en: "Delivery and time for re-review" },
};

/** A level as it is called inside a sentence. */
export const levelPhrases: Record<StepLevel, Bilingual> = {
  bureau: { zh: "信访局", en: "the petition office" },
  community: { zh: "社区（村）", en: "the community office" },
  township: { zh: "乡镇（街道）", en: "the township" },
  department: { zh: "主管部门", en: "the department" },
  leader: { zh: "区领导", en: "the district leader" },
};

/** How a matter ended; "ended" alone never stands for "resolved". */
export const outcomeNames: Record<Outcome, Bilingual> = {
  resolved: { zh: "已解决", en: "Resolved" },
  promised: { zh: "已承诺办理，还没有办到", en: "Promised, not done yet" },
  partly: { zh: "部分支持", en: "Supported in part" },
  explained: { zh: "已解释说明", en: "Explained" },
  notSupported: { zh: "诉求未获支持", en: "Not supported" },
  notCompetent: { zh: "不属于承办单位职权", en: "Not within the unit’s powers" },
  adopted: { zh: "已采纳", en: "Taken up" },
  adoptedInPart: { zh: "部分采纳", en: "Taken up in part" },
  notAdopted: { zh: "未采纳", en: "Not taken up" },
};

/** How a settled case ended of which only its owner says that it is done. */
export const unconfirmedName: Bilingual = { zh: "已经办到，信访人没有确认", en: "Done, not confirmed" };

/** What each outcome of an answer means, for the officer who picks it and the petitioner who reads it. */
export const outcomeMeanings: Record<Outcome, Bilingual> = {
  resolved: {
    zh: "诉求要求的事已经办到",
    en: "What was asked for is done",
  },
  promised: {
    zh: "支持这项诉求，办法和最迟办到的日子写在答复意见里；办到以前不算已解决",
    en: "It is supported and will be done by a day that the decision names; until then it is not resolved",
  },
  partly: {
    zh: "支持其中一部分，哪些支持、哪些不支持以及理由写明在答复里",
    en: "Some of it is supported; the answer says which part, which not, and why",
  },
  explained: {
    zh: "情况已查清并说明，没有需要纠正的事项",
    en: "The facts were found and explained; nothing had to be put right",
  },
  notSupported: {
    zh: "依照规定不能支持这项诉求，理由写明在答复里",
    en: "The rules do not allow what was asked; the answer says why",
  },
  notCompetent: {
    zh: "这项诉求依法应由别的机关决定，由谁决定、怎么去找写明在答复里",
    en: "By law another body decides on it; the answer says which, and how to reach it",
  },
  adopted: {
    zh: "建议可行，怎么做、何时做写明在答复里",
    en: "It will be done; the answer says how and when",
  },
  adoptedInPart: {
    zh: "采纳其中一部分，哪些采纳、哪些不采纳以及理由写明在答复里",
    en: "Some of it; the answer says which part, which not, and why",
  },
  notAdopted: {
    zh: "经研究不采纳，理由写明在答复里",
    en: "It was studied and will not be done; the answer says why",
  },
};

export const becauseNames: Record<Because, Bilingual> = {
  onDuty: { zh: "按分工经办", en: "on duty for this kind of matter" },
  deputy: { zh: "经办人不在，由代办人经办", en: "standing in for the handler, who is away" },
  unitHead: { zh: "由单位负责人经办", en: "head of the unit, as no handler is available" },
  decided: {
    zh: "由其决定转送，负责到对方收到",
    en: "they agreed to the transfer, and see to it until it is received",
  },
  bureauDuty: { zh: "没有其他人可以经办，由值班人员代为经办", en: "on duty there, as nobody else may or can take it" },
  reassigned: { zh: "单位内改派", en: "reassigned inside the unit" },
};

export const clockNames: Record<PeriodClock["kind"], Bilingual> = {
  step: { zh: "本环节期限", en: "This step" },
  acknowledgement: { zh: "签收期限", en: "To be acknowledged" },
  accept: { zh: "受理审查期限", en: "Decision on acceptance" },
  transfer: { zh: "等待对方回执期限", en: "The other body's receipt" },
  receipt: { zh: "接收告知期限", en: "Telling the petitioner of receipt" },
  objection: { zh: "提出异议期限", en: "Objecting to jurisdiction" },
  urgencyDecision: { zh: "紧急决定期限", en: "Decision on urgency" },
  recusalDecision: { zh: "回避决定期限", en: "Decision on who steps aside" },
  objectionDecision: { zh: "异议决定期限", en: "Decision on the objection" },
  otherWayDecision: { zh: "提请转送、导入决定期限", en: "Decision on where it belongs" },
  handling: { zh: "法定答复期限", en: "Answer due by law" },
  performance: { zh: "承诺办到的日子", en: "Promised for" },
  confirmation: { zh: "信访人确认期限", en: "The petitioner's word on it" },
  withdrawal: { zh: "撤回考虑期", en: "Undoing the withdrawal" },
  promise: { zh: "承诺办到期限", en: "Promised day" },
  pressure: { zh: "信访局答复撤回情况的期限", en: "The petition office’s answer on the withdrawal" },
  material: { zh: "补充材料期限", en: "Bringing what was asked for" },
  delivery: { zh: "答复送达期限", en: "Delivery of the answer" },
  review: { zh: "申请复查期限", en: "Asking for review" },
  reviewAccept: { zh: "复查受理期限", en: "Whether the review is taken up" },
  reviewDecision: { zh: "复查意见期限", en: "Answer to the review" },
  reReview: { zh: "申请复核期限", en: "Asking for re-review" },
  reReviewDecision: { zh: "复核意见期限", en: "Answer to the re-review" },
  supervision: { zh: "督办反馈期限", en: "Report on supervision" },
  supervisionDecision: { zh: "督办决定期限", en: "Decision on supervision" },
  feedback: { zh: "督办通知的反馈期限", en: "Answer to a supervision notice" },
  proposal: { zh: "建议反馈期限", en: "Answer to a proposal" },
  lead: { zh: "包案领导的期限", en: "The leader in charge" },
  instruction: { zh: "落实批示期限", en: "A leader’s instruction" },
  followUp: { zh: "回访期限", en: "Follow-up" },
};

type Named = { id: string; name: Bilingual };

/** The name that somebody has, or had before they merged into another: what they did keeps the name of its day. */
const nameOf = (present: readonly Named[], former: readonly Named[], id: string): Bilingual | undefined =>
  [...present, ...former].find((entry) => entry.id === id)?.name;

/** A unit's name, also of one that has merged into another; one that the directory does not name is still somebody. */
export const unitName = ({ units, former }: Directory, id: UnitId, lang: Lang): string =>
  (nameOf(units, former.units, id) ?? { zh: "原承办单位", en: "the former unit" })[lang];

/** Where a petition's matter happened; said in words while nobody knows it. */
export const communityName = (directory: Directory, id: UnitId | undefined, lang: Lang): string =>
  id === undefined ? { zh: "事发地未定", en: "place not known yet" }[lang] : unitName(directory, id, lang);

/** A member of staff's name, for staff only: petitioners are told the unit. */
export const staffName = (directory: Directory, id: StaffId, lang: Lang): string =>
  directory.staff.find((person) => person.id === id)?.name ?? { zh: "原经办人", en: "a former colleague" }[lang];

/** A member of staff with the unit that they act for: `林佳怡，柳溪街道办事处`. */
export const staffOfUnit = (
  directory: Directory,
  { staff, unit }: { staff: StaffId; unit: UnitId },
  lang: Lang,
): string => [staffName(directory, staff, lang), unitName(directory, unit, lang)].join({ zh: "，", en: ", " }[lang]);

/** A category's name, also of one that has merged into another. */
export const categoryName = ({ categories, former }: Directory, id: CategoryId, lang: Lang): string =>
  (nameOf(categories, former.categories, id) ?? { zh: "其他事项", en: "Another matter" })[lang];
