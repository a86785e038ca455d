import * as z from "zod";
import { ClockRule, Policy } from "#clock/policy.ts";
import { Track } from "#clock/track.ts";
import { Bilingual, Language } from "#ground/bilingual.ts";
import { CategoryId, DistrictId, StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Level, StepLevel } from "#ground/levels.ts";
import { OneLine } from "#ground/seen-text.ts";
import { ServiceNumber } from "#ground/service-number.ts";
import { Phrase } from "./phrase.ts";
import { ReviewBodies } from "./review-bodies.ts";

/** An office of the district: the bureau, a community, township, department, or a leader's office. */
export const Unit = z.strictObject({
  id: UnitId,
  level: StepLevel,
  name: Bilingual,
  /** A community's township. */
  parent: UnitId.optional(),
  /** 负责人: answers for the unit and is next in line when the handler is away. */
  head: StaffId,
  /** For a leader's office: the townships and departments that this leader looks after. */
  covers: z.array(UnitId).default([]),
  /** 职务: the post of whoever heads a leader's office, as petitioners are told it: 常务副区长. */
  post: Bilingual.optional(),
  address: OneLine.optional(),
  phone: OneLine.optional(),
  /** What else people look for when they mean it: estates, roads, schools, an older name. */
  search: z.array(OneLine).default([]),
  /** How its Chinese name and each of those words sounds, in their order: `jin xiu jia yuan`. Added when the directory is imported. */
  pinyin: z.array(OneLine).default([]),
});
export type Unit = z.infer<typeof Unit>;

/** Whom a petition complains about: the case never reaches them (《信访工作条例》 Art. 28 and 30). */
export const About = z.strictObject({ units: z.array(UnitId), staff: z.array(StaffId) });
export type About = z.infer<typeof About>;
export const aboutNobody: About = { units: [], staff: [] };

/** A period away from work, both days included, and who stands in （代办人）. */
export const Absence = z.strictObject({ from: DistrictDate, until: DistrictDate, deputy: StaffId.optional() });
export type Absence = z.infer<typeof Absence>;

export const Staff = z.strictObject({
  id: StaffId,
  name: OneLine,
  unit: UnitId,
  email: z.email(),
  /** The language of mails to them, if it is not the district's. */
  language: Language.optional(),
  away: z.array(Absence).default([]),
});
export type Staff = z.infer<typeof Staff>;

/** Who handles a category in a unit; without `category`, all that has no duty of its own. */
export const Duty = z.strictObject({ unit: UnitId, category: CategoryId.optional(), staff: StaffId });
export type Duty = z.infer<typeof Duty>;

/** What a petition is about, which department that falls to, and whether the district accepts it at once. */
export const Category = z.strictObject({
  id: CategoryId,
  name: Bilingual,
  hint: Bilingual,
  department: UnitId,
  acceptAtOnce: z.boolean(),
  startAt: Level.default("community"),
  /** Every step has a quarter of its time, at least a day. */
  urgent: z.boolean().default(false),
  /** 办理途径: what such matters usually are; the bureau may set another one when it examines a case. */
  track: Track.default("petition"),
  /** Rules of its own for the steps of some levels, instead of the policy's. */
  steps: z.partialRecord(Level, ClockRule).default({}),
  /** The time limits of other bodies that may concern such a matter, by their ids in the policy. */
  limits: z.array(z.string()).default([]),
  /** 常用语: what letters on such matters often say. */
  phrases: z.array(Phrase).default([]),
});
export type Category = z.infer<typeof Category>;

const formerUnit = z.strictObject({ id: UnitId, name: Bilingual, successor: UnitId });
const formerCategory = z.strictObject({ id: CategoryId, name: Bilingual, successor: CategoryId });

/**
 * 撤并: units and categories that the district had before, and who has taken over what they had open. An entry stays while a
 * case names it.
 */
export const Former = z.strictObject({
  units: z.array(formerUnit).default([]),
  categories: z.array(formerCategory).default([]),
});
export type Former = z.infer<typeof Former>;

/** 接待场所: whom people can call, and where they can come: the bureau's door to the public. Every page names it. */
export const PublicOffice = z.strictObject({
  name: Bilingual,
  phone: ServiceNumber,
  address: Bilingual,
  hours: Bilingual,
  /** 交通: how to get there. */
  way: Bilingual.optional(),
});
export type PublicOffice = z.infer<typeof PublicOffice>;

export const District = z.strictObject({
  id: DistrictId,
  name: Bilingual,
  /** Begins a case number, as 安和信 in 安和信〔2026〕0123号. */
  numberPrefix: OneLine,
  /** The language of mails to those of its staff who have none of their own. */
  language: Language.default("zh"),
  /** The unit that registers and decides acceptance （信访局）. */
  bureau: UnitId,
  reviewBodies: ReviewBodies,
  /** 紧急电话: lines of the district's own that are called in danger besides 119, 110 and 120, such as the gas company's. */
  emergencyLines: z.array(z.strictObject({ name: Bilingual, phone: ServiceNumber })).default([]),
  office: PublicOffice,
  /** 常用语: what letters on any matter often say. */
  phrases: z.array(Phrase).default([]),
  /** 上一级信访工作机构: whom petitioners can turn to when the district is late with nobody above. */
  superior: z.strictObject({ name: Bilingual, phone: ServiceNumber }).optional(),
});
export type District = z.infer<typeof District>;

/** Everything that routing and clocks need to know about a district, at one version. */
export const Directory = z.strictObject({
  version: z.string().min(1),
  district: District,
  units: z.array(Unit),
  staff: z.array(Staff),
  duties: z.array(Duty),
  categories: z.array(Category),
  former: Former.prefault({}),
  policy: Policy,
});
export type Directory = z.infer<typeof Directory>;
