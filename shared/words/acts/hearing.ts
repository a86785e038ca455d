import type { hearingActs } from "#case/acts/hearing.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { ContactCame, hearingFacts } from "#case/state/facts/hearing.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** 听取陈述: what was done, in a word or two. */
export const hearingDeeds = {
  contactRecorded: { zh: "联系信访人", en: "petitioner contacted" },
} satisfies Deeds<typeof hearingFacts>;

/** 听取陈述: its act, as staff choose it. */
export const hearingActWords = {
  recordContact: {
    button: { zh: "登记听取陈述", en: "Record hearing the petitioner" },
    effect: {
      zh: () =>
        "书面答复以前应当听取信访人陈述，登记以后才能答复。信访人不愿陈述，或者三次联系不上的，也在这里登记。信访人会看到原文。",
      en: () =>
        "The petitioner is heard first: once this is recorded you can answer in writing. Record here too that they did not want to speak, or could not be reached, three times. They read it as you write it.",
    },
  },
} satisfies ActsOf<typeof hearingActs>;

const toPetitioner: Record<ContactCame, Bilingual> = {
  heard: { zh: "听取了您的陈述", en: "heard what you had to say" },
  tried: { zh: "联系您，没有联系上", en: "tried to reach you and did not" },
  declined: { zh: "联系了您，您表示不另作陈述", en: "reached you, and you did not want to add anything" },
};

/** 听取陈述: what petitioners read about each fact. */
export const hearingToPetitioners = {
  contactRecorded: {
    zh: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "zh")}登记：${dateWords(fact.on, "zh", today)}${toPetitioner[fact.came].zh}：${withoutStop(fact.said)}。`,
    en: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "en")} recorded that on ${dateWords(fact.on, "en", today)} it ${toPetitioner[fact.came].en}: ${withoutStop(fact.said)}.`,
  },
} satisfies Sentences<typeof hearingFacts>;

const toOffice: Record<ContactCame, Bilingual> = {
  heard: { zh: "听取信访人陈述", en: "heard the petitioner" },
  tried: { zh: "联系信访人，没有联系上", en: "tried to reach the petitioner in vain" },
  declined: { zh: "联系信访人，信访人不另作陈述", en: "reached the petitioner, who did not want to add anything" },
};

/** 听取陈述: what the office reads about each fact. */
export const hearingToOffice = {
  contactRecorded: {
    zh: (told) =>
      `${doer(told, "zh")}登记：${dateWords(told.fact.on, "zh", told.today)}${toOffice[told.fact.came].zh}。${withoutStop(told.fact.said)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} recorded: ${toOffice[told.fact.came].en} on ${dateWords(told.fact.on, "en", told.today)}. ${withoutStop(told.fact.said)}.`,
      ),
  },
} satisfies Sentences<typeof hearingFacts>;

/** 听取陈述: what lists of clocks say of each fact. */
export const hearingOnClocks = {
  contactRecorded: "never",
} satisfies ClockLines<typeof hearingFacts>;

/** 听取陈述: why something is refused. */
export const hearingRefusals = {
  unheard: {
    zh: "作出答复以前应当听取信访人陈述。请先登记听取陈述；联系不上的，登记满三次以后再答复",
    en: "The petitioner is heard before the answer. Please record that first; if they cannot be reached, record three tries",
  },
  contactDateImpossible: {
    zh: "日期应在登记之日以后、今天以前（含当日），这次没有提交",
    en: "The day lies between the registration and today, both included; nothing was recorded",
  },
} satisfies RefusalsOf;

/** 听取陈述: the fields of the office's form. */
export const hearingFields = {
  contact: {
    name: { zh: "联系结果", en: "What came of it" },
    missing: { zh: "请选择联系结果", en: "Choose what came of it" },
  },
  said: {
    name: { zh: "陈述内容", en: "What was said" },
    missing: { zh: "请写明陈述的内容，或者怎样联系的", en: "Write what was said, or how you tried" },
  },
} satisfies FieldsOf<StaffField>;
