import type { Bilingual } from "#ground/bilingual.ts";

/** What the petitioner's word on a settlement has brought about. */
export const settlementNotices: Record<"confirmed" | "declined", Bilingual> = {
  confirmed: {
    zh: "您已确认解决，事项办结。谢谢您的答复。",
    en: "You have confirmed that the matter is settled, and the case is closed. Thank you for telling us.",
  },
  declined: {
    zh: "您的话已转告办理单位，事项继续办理，期限不变。",
    en: "The unit in charge has been told. The case goes on, and its deadline stays the same.",
  },
};
