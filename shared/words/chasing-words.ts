import type { Bilingual } from "#ground/bilingual.ts";

/**
 * How whoever has a late case with nobody above is held to it: a row of each working morning's list; of an urgent one, which
 * goes by hours, a mail at the very minute.
 */
export const chasing = ({ urgent }: { urgent?: true | undefined }) => (urgent ? chased.byTheHour : chased.byTheDay);

const chased = {
  byTheDay: {
    done: { zh: "每个工作日催办", en: "with a reminder every working day" },
    coming: { zh: "每个工作日催办", en: "with a reminder every working day" },
    toOwner: { zh: "每个工作日催办", en: "a reminder comes every working day" },
  },
  byTheHour: {
    done: { zh: "到时已发邮件催办，不分昼夜", en: "and whoever has it was emailed at that minute, day or night" },
    coming: { zh: "到时立即发邮件催办，不分昼夜", en: "and whoever has it is emailed at that minute, day or night" },
    toOwner: { zh: "到时立即发邮件催办，不分昼夜", en: "you are emailed at that minute, day or night" },
  },
} as const satisfies Record<string, Record<"done" | "coming" | "toOwner", Bilingual>>;
