import type { ClockRule, Rule } from "#clock/policy.ts";
import { isAnsweredHere } from "#clock/track.ts";
import type { Category, Directory } from "#directory/directory.ts";
import { clockRule, stepRule } from "#directory/rules.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { Level } from "#ground/levels.ts";
import { type FilePlace, type Mistake, placeAt } from "./mistake.ts";
import { levelNames, place } from "./references.ts";

/** A clock rule with its place in the file. */
type PlacedRule = { where: (field: string) => FilePlace; rule: Rule };

const inEach = (where: (...within: string[]) => FilePlace, rules: Record<string, Rule | undefined>): PlacedRule[] =>
  Object.entries(rules).flatMap(([name, rule]) =>
    rule === undefined ? [] : [{ where: (field: string) => where(name, field), rule }],
  );

const inClock = (kind: string, field: string): FilePlace => placeAt(["policy", "clocks", kind, field]);

const allRules = ({ policy, categories }: Directory): PlacedRule[] => [
  ...inEach((...within) => placeAt(["policy", "clocks", ...within]), policy.clocks),
  ...inEach((...within) => placeAt(["policy", "steps", ...within]), policy.steps),
  ...inEach((...within) => placeAt(["policy", "urgent", "steps", ...within]), policy.urgent.steps),
  ...inEach((...within) => placeAt(["policy", "urgent", ...within]), {
    acknowledgement: policy.urgent.acknowledgement,
  }),
  ...categories.flatMap((entry, at) =>
    inEach((...within) => place("categories", { at, entry }, "steps", ...within), entry.steps),
  ),
];

const isAscending = (shares: readonly number[]): boolean =>
  shares.slice(1).every((share, before) => share > (shares[before] ?? 0));

const noticeOrder = (directory: Directory): Mistake[] =>
  allRules(directory)
    .filter(({ rule }) => !isAscending(rule.notices))
    .map(({ where, rule }) => ({
      ...where("notices"),
      what: {
        zh: `提醒比例 ${rule.notices.join("、")} 没有从小到大，或有重复`,
        en: `${rule.notices.join(", ")} do not ascend, or one is there twice`,
      },
      remedy: { zh: "请从小到大写，每个只写一次", en: "Write each share once, the smallest first." },
    }));

/** Nobody has a turn in these: some are the petitioner's own time, and the others are only limits. */
const nobodysTurn = [
  "extension",
  "takeBack",
  "withdrawal",
  "material",
  "notice",
  "review",
  "reReview",
  "rating",
] as const;

const noticesToNobody = ({ policy: { clocks } }: Directory): Mistake[] =>
  nobodysTurn
    .filter((kind) => clocks[kind].notices.length > 0)
    .map((kind) => ({
      ...inClock(kind, "notices"),
      what: { zh: "这个期限没有要提醒的工作人员", en: "no official is there to be reminded" },
      remedy: { zh: "请改为 []", en: "Write []." },
    }));

/** Once a share of its time is gone, an answer that nobody has opened is somebody's to deliver, before it is late. */
const deliveryNotices = ({ policy: { clocks } }: Directory): Mistake[] =>
  clocks.delivery.notices.some((percent) => percent < 100)
    ? []
    : [
        {
          ...inClock("delivery", "notices"),
          what: {
            zh: "送达期限届满以前没有安排人送达",
            en: "nobody is asked to deliver an answer before it is late",
          },
          remedy: {
            zh: "请写明过多少时请人送达，例如 [50, 100]",
            en: "Name the share at which somebody is, like [50, 100].",
          },
        },
      ];

/** 延期不得超过三十日. Source: 《信访工作条例》 Art. 34. */
const extensionAtMost = 30;

const extensionRule = ({ policy: { clocks } }: Directory): Mistake[] => [
  ...(clocks.extension.dayType === "calendar"
    ? []
    : [
        {
          ...inClock("extension", "dayType"),
          what: { zh: "延期不能按工作日计算", en: "an extension cannot count working days" },
          remedy: { zh: "请改为 calendar", en: "Write calendar." },
        },
      ]),
  ...(clocks.extension.days <= extensionAtMost
    ? []
    : [
        {
          ...inClock("extension", "days"),
          what: {
            zh: `《信访工作条例》第三十四条规定延期不得超过 ${extensionAtMost} 日`,
            en: `the law allows an extension by ${extensionAtMost} days at most`,
          },
          remedy: { zh: `请改为 ${extensionAtMost} 或更短`, en: `Write ${extensionAtMost} or fewer.` },
        },
      ]),
];

const hoursOfWeek = 24 * 7;

/** The length of a period in weeks, holidays left aside, to compare hours, calendar days and working days. */
const weeks = (rule: Rule): number =>
  "hours" in rule ? rule.hours / hoursOfWeek : rule.days / (rule.dayType === "working" ? 5 : 7);

/** What another body decides is never accepted at once, and so never by itself. */
const acceptedElsewhere = ({ categories }: Directory): Mistake[] =>
  categories.flatMap((entry, at) =>
    entry.acceptAtOnce && !isAnsweredHere(entry.track)
      ? [
          {
            ...place("categories", { at, entry }, "acceptAtOnce"),
            what: {
              zh: `办理途径 ${entry.track} 的事项由别的机关答复，不能登记即受理`,
              en: `what is on the track ${entry.track} is answered elsewhere, and cannot be accepted at once`,
            },
            remedy: { zh: "请改为 false", en: "Write false." },
          },
        ]
      : [],
  );

/** What the Regulations ask for without a number of days, or do not know at all: only a rule of the district's can say one. */
const daysOfNoLaw = [
  "dutyHandling",
  "suggestionHandling",
  "performance",
  "confirmation",
  "takeBack",
  "delivery",
  "notice",
  "supervision",
  "supervisionDecision",
  "urge",
  "proposal",
  "followUp",
  "rating",
] as const;

const confirmedOfNothing = ({ policy: { clocks } }: Directory): Mistake[] =>
  daysOfNoLaw
    .filter((kind) => clocks[kind].confirmed && clocks[kind].article.zh.startsWith("《信访工作条例》"))
    .map((kind) => ({
      ...inClock(kind, "confirmed"),
      what: {
        zh: "《信访工作条例》没有规定这个期限的天数，不能标为已确认",
        en: "the Regulations name no days for it, so that they cannot confirm any",
      },
      remedy: { zh: "请写明规定天数的文件，或者改为 false", en: "Name the text that says how many, or write false." },
    }));

const simpleIsShorter = ({ policy: { clocks } }: Directory): Mistake[] =>
  weeks(clocks.simpleHandling) < weeks(clocks.handling)
    ? []
    : [
        {
          ...inClock("simpleHandling", "days"),
          what: { zh: "简易办理期限不短于普通办理期限", en: "simple handling is no shorter than handling" },
          remedy: { zh: "请改短", en: "Make it shorter." },
        },
      ];

/** A step longer than the time for the whole answer: its case would be late before it could move up. */
const tooLong = (where: FilePlace, of: Bilingual, rule: Rule, answer: ClockRule): Mistake[] =>
  weeks(rule) <= weeks(answer)
    ? []
    : [
        {
          ...where,
          what: {
            zh: `${of.zh}环节比整个答复期限还长`,
            en: `the step of the ${of.en} is longer than the time for the whole answer`,
          },
          remedy: { zh: "请在 steps 中写明更短的期限", en: "Give it a shorter rule in steps." },
        },
      ];

/** The levels whose steps are a category's own matter: those of its own rules; all, when its answer is due sooner. */
const ownLevels = ({ track, steps }: Category): Level[] =>
  Level.options.filter((level) => track === "simple" || steps[level] !== undefined);

const stepsThatOutlast = (directory: Directory): Mistake[] => [
  ...Level.options.flatMap((level) => {
    const { steps, clocks } = directory.policy;
    return tooLong(placeAt(["policy", "steps", level, "days"]), levelNames[level], steps[level], clocks.handling);
  }),
  ...directory.categories.flatMap((entry, at) => {
    const matter = { category: entry.id, urgent: entry.urgent, track: entry.track };
    const answer = clockRule(directory, matter, "handling");
    const where = place("categories", { at, entry });
    return ownLevels(entry).flatMap((level) =>
      tooLong(where, levelNames[level], stepRule(directory, matter, level), answer),
    );
  }),
];

/** Whether the rules of the policy, and those of single categories, can be kept and fit together. */
export const policyMistakes = (directory: Directory): Mistake[] => [
  ...noticeOrder(directory),
  ...noticesToNobody(directory),
  ...deliveryNotices(directory),
  ...extensionRule(directory),
  ...simpleIsShorter(directory),
  ...confirmedOfNothing(directory),
  ...acceptedElsewhere(directory),
  ...stepsThatOutlast(directory),
];
