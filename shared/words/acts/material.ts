import type { materialBringing } from "#case/acts/bringing.ts";
import type { materialActs } from "#case/acts/material.ts";
import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { materialFacts } from "#case/state/facts/material.ts";
import { latestBringing } from "#case/state/latest-days.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import type { ActsOf, Choosing, ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 补正: what was done, in a word or two. */
export const materialDeeds = {
  materialAsked: { zh: "请信访人补充材料", en: "material asked for" },
  materialAdded: { zh: "信访人补充了材料", en: "material added" },
  materialNotBrought: { zh: "补充材料的日子已过", en: "the day for material passed" },
  materialLapsed: { zh: "不再等补充材料", en: "material no longer awaited" },
} satisfies Deeds<typeof materialFacts>;

const latest = ({ petition, now, directory }: Choosing, lang: Lang): string =>
  petition.status === "handling"
    ? dateWords(latestBringing(petition, { now, directory }), lang, districtDate(now))
    : "";

/** 补正: its act, as staff choose it. */
export const materialActWords = {
  askMaterial: {
    button: { zh: "请信访人补充材料", en: "Ask the petitioner for material" },
    effect: {
      zh: (choosing) =>
        `一个环节只能请一次，要什么一次写全，最迟${latest(choosing, "zh")}。信访人收到补充材料通知；材料到了或者日子过了，本环节的时间才接着算，法定期限一直在算。不补充也要照常办理。`,
      en: (choosing) =>
        `Once a step, with everything at once, by ${latest(choosing, "en")} at the latest. The petitioner gets a letter; the step’s time waits until it is here or the day has passed, and the law’s runs on. You go on even if nothing comes.`,
    },
  },
} satisfies ActsOf<typeof materialActs>;

/** 补正: what petitioners read about each fact. */
export const materialToPetitioners = {
  materialAsked: {
    zh: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "zh")}请您补充材料：${withoutStop(fact.letter.list)}。${latestWords(fact.letter.wantedBy, today)}。不补充也不影响您的诉求，答复期限不变。`,
    en: ({ fact, directory, today }) =>
      capitalised(
        `${unitName(directory, fact.unit, "en")} asks you for: ${withoutStop(fact.letter.list)}, by ${dateWords(fact.letter.wantedBy, "en", today)}. Without it you lose nothing; your answer is due as before.`,
      ),
  },
  materialAdded: {
    zh: (told) => `${you(told, "zh")}补充了第 ${told.fact.n} 份材料，已经收到。`,
    en: (told) => `${you(told, "en")} added material (no. ${told.fact.n}), which has arrived.`,
  },
  materialNotBrought: {
    zh: () => "补充材料的日子已过，承办单位按现有的材料继续办理；以后有了，仍可以补充。",
    en: () => "The day for the material has passed: work goes on with what there is, and you can still add it.",
  },
  materialLapsed: {
    zh: () => "办理不再等补充材料；有了仍可以补充。",
    en: () => "The office no longer waits for the material; you can still add it.",
  },
} satisfies Sentences<typeof materialFacts>;

/** 补正: what the office reads about each fact. */
export const materialToOffice = {
  materialAsked: {
    zh: (told) =>
      `${doer(told, "zh")}请信访人补充材料：${withoutStop(told.fact.letter.list)}；${latestWords(told.fact.letter.wantedBy, told.today)}。本环节暂停计时，法定期限照常计算。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} asked the petitioner for: ${withoutStop(told.fact.letter.list)}, by ${dateWords(told.fact.letter.wantedBy, "en", told.today)}. The step’s time waits; the law’s runs on.`,
      ),
  },
  materialAdded: {
    zh: (told) =>
      `${doer(told, "zh")}补充了第 ${told.fact.n} 份材料：${withoutStop(told.fact.material)}。${told.fact.answers ? "本环节恢复计时。" : ""}`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} added material (no. ${told.fact.n}): ${withoutStop(told.fact.material)}.${told.fact.answers ? " The step’s time runs again." : ""}`,
      ),
  },
  materialNotBrought: {
    zh: () => "信访人到期没有补充材料，本环节恢复计时，按现有的材料继续办理。",
    en: () => "Nothing was brought by the day. The step’s time runs again; go on with what there is.",
  },
  materialLapsed: {
    zh: () => "环节结束或者事项标为紧急，不再等补充材料。",
    en: () => "The step has ended or the case is urgent: the material is no longer waited for.",
  },
} satisfies Sentences<typeof materialFacts>;

/** 补正: what lists of clocks say of each fact. */
export const materialOnClocks = {
  materialAsked: {
    came: { zh: () => "等信访人补充材料，暂停计时", en: () => "paused for material that the petitioner is asked for" },
    because: "told",
  },
  materialAdded: {
    came: { zh: () => "材料已到，恢复计时", en: () => "the material is here: runs again" },
    because: "told",
  },
  materialNotBrought: {
    came: {
      zh: () => "届满，没有补充，本环节恢复计时",
      en: () => "ended with nothing brought: the step’s time runs again",
    },
    because: () => ({ zh: "到期没有补充", en: "it ended with nothing brought" }),
  },
  materialLapsed: { came: "deed", because: "told" },
} satisfies ClockLines<typeof materialFacts>;

/** 补正: why something is refused. */
export const materialRefusals = {
  materialAskedBefore: {
    zh: "本环节已经请信访人补充过材料，不能再请；还缺的，请打电话联系，或者自己核实",
    en: "The petitioner was asked for material at this step before; for what is still missing call them, or find it out yourself",
  },
  urgentWaitsForNothing: {
    zh: "紧急事项按小时办理，不能等材料；请打电话联系信访人，先行处置",
    en: "An urgent case goes by hours and waits for no papers; please call the petitioner and act meanwhile",
  },
  tooLateForMaterial: {
    zh: "剩下的时间不够请信访人补充材料，请打电话联系，按现有的材料办理",
    en: "Too little time is left to ask for material; please call the petitioner and go by what there is",
  },
  materialDayOutside: {
    zh: "最迟的日子应当在明天以后，不超过规定的天数，并且早于法定答复期限，请改一个日子",
    en: "The day lies after today, within the days allowed, and before the answer is due by law; please choose another",
  },
} satisfies RefusalsOf;

/** 补充材料: why something that is brought is not taken. */
export const broughtRefusals = {
  materialsEnough: {
    zh: "补充材料的份数已经用完；还有的，请送到承办单位",
    en: "No more material can be added here; please bring the rest to the unit in charge",
  },
  materialTooLate: {
    zh: "事项已经撤回或者结束，不能再补充；仍要反映的，请重新提交",
    en: "The petition was withdrawn or has ended; to raise the matter again, please file a new one",
  },
} satisfies RefusalsOf;

/** 补正: the fields of the office's form. */
export const materialFields = {
  list: {
    name: { zh: "要补充的材料", en: "What is asked for" },
    missing: { zh: "请写明要补充哪些材料，一次写全", en: "List everything that is asked for" },
  },
  bringTo: {
    name: { zh: "交到哪里", en: "Where to" },
    missing: { zh: "请写明材料交到哪里、怎么交", en: "Say where and how it can be handed in" },
  },
  help: {
    name: { zh: "谁可以帮忙", en: "Who helps" },
    missing: { zh: "请写明不会办的可以找谁帮忙", en: "Say who helps whoever cannot do it alone" },
  },
  bringBy: {
    name: { zh: "最迟哪天", en: "The day" },
    missing: { zh: "请填写最迟哪天补充", en: "Enter by which day" },
  },
  nobodyHasIt: {
    name: { zh: "材料的核对", en: "That no office has it" },
    missing: {
      zh: "请先核对：机关已经有的材料，不能再要信访人提供",
      en: "Please check first: what an office has already is not asked for",
    },
  },
} satisfies FieldsOf<StaffField>;

/** 补充材料: what the petitioner's act has brought about. */
export const materialNotices = {
  addMaterial: {
    zh: "您补充的材料已经收到，承办单位会看到。",
    en: "Your material has arrived, and the unit in charge sees it.",
  },
} satisfies Notices<typeof materialBringing>;

/** 补充材料: the field of the petitioner's form. */
export const broughtFields = {
  material: {
    name: { zh: "补充的内容", en: "What you add" },
    missing: { zh: "请写下要补充的内容", en: "Write what you want to add" },
  },
} satisfies FieldsOf<PetitionerField>;
