import type { TransferLetter } from "#case/state/facts/transfer.ts";
import type { Lang } from "#ground/bilingual.ts";
import { lengthWords, letterDate } from "#words/dates.ts";
import { unbroken } from "#words/phrasing.ts";

const say = {
  opening: {
    zh: "您提出的信访事项，依照规定转送下列机关办理，现告知如下。",
    en: "By law another body deals with the matter that you brought to us. We have transferred it and tell you so here.",
  },
  body: { zh: "一、转送的机关", en: "1. The body" },
  why: { zh: "二、依据", en: "2. The rule" },
  next: { zh: "三、接下来怎么办", en: "3. What comes next" },
} satisfies Record<string, Record<Lang, string>>;

/** 转送告知书: which body has it, by which rule, and what comes next; nothing of what the petition says. */
export const TransferBody = ({ letter: { body, due, by }, lang }: { letter: TransferLetter; lang: Lang }) => (
  <>
    <p>{say.opening[lang]}</p>
    <h3>{say.body[lang]}</h3>
    <p>{body.name[lang]}</p>
    <p>
      {
        {
          zh: `地址：${body.address.zh}，电话：${unbroken(body.phone)}。`,
          en: `Address: ${body.address.en}; phone: ${unbroken(body.phone)}.`,
        }[lang]
      }
    </p>
    <h3>{say.why[lang]}</h3>
    <p>{body.article[lang]}</p>
    <p>{body.text[lang]}</p>
    <h3>{say.next[lang]}</h3>
    <p>{body.next[lang]}</p>
    <p>
      {
        {
          zh: `该机关收到以前，仍由${by.name.zh}负责；自转送之日起 ${lengthWords(due, "zh")}内（最迟${letterDate(due.lastDay, "zh")}，含当日）没有收到回执的，由我们催问（${due.article.zh}）。`,
          en: `Until that body has it, ${by.name.en} answers for it. If its receipt has not come within ${lengthWords(due, "en")}, by ${letterDate(due.lastDay, "en")}, we ask for it (${due.article.en}).`,
        }[lang]
      }
    </p>
  </>
);
