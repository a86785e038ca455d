import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Instant, Until } from "#ground/instant.ts";
import type { Entry, EntrySays } from "#register/entry.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { entryNumber, type RegisterTitles, titlesOf } from "#words/registers/titles.ts";
import { unitName } from "#words/words.ts";
import { htmlMail } from "./html.tsx";
import type { MailText } from "./mail.ts";
import type { Sheet, SheetPart } from "./part.ts";
import { subjectLine } from "./subject.ts";
import { plainText } from "./text.ts";
import { untilPart, whoWrites } from "./words.ts";

/** What a mail about an entry of a register is made of. It holds nothing of what anybody wrote. */
export type EntryTold = {
  says: EntrySays;
  entry: Entry;
  titles: RegisterTitles;
  directory: Directory;
  /** The reader's. */
  lang: Lang;
  now: Instant;
  lastDay?: Until;
  /** The way to the reader's own turn. */
  door?: { url: string; code: string };
};

/** How the subject begins. */
const kinds: Record<EntrySays, Bilingual> = {
  yours: { zh: "待办", en: "To do" },
  reminded: { zh: "提醒", en: "Reminder" },
  late: { zh: "已逾期", en: "Overdue" },
  toldLate: { zh: "逾期告知", en: "For your attention: overdue" },
  toldDone: { zh: "进展告知", en: "For your information" },
};

/** What is said below the title. */
const says: Record<EntrySays, Bilingual> = {
  yours: {
    zh: "详情写在办理页上，请在期限内办理。",
    en: "The task page says what it is about. Please act before its last day.",
  },
  reminded: { zh: "期限临近，还没有收到您的办理结果。", en: "Its last day comes near, and nothing is recorded yet." },
  late: {
    zh: "期限已过，已经记录在案，并告知有关负责人。期限重新计算，仍由您办理。",
    en: "Its time is over, which is on record and was told to those above. It has a new last day and is still yours.",
  },
  toldLate: {
    zh: "对方逾期没有办理，已经记录在案。请督促；您现在没有需要操作的。",
    en: "It was not dealt with in time, which is on record. Please see that it is; there is nothing for you to do on a page.",
  },
  toldDone: {
    zh: "此件有新的进展，您现在没有需要操作的。",
    en: "Something was done on it. There is nothing for you to do.",
  },
};

const labels = {
  until: { zh: "期限", en: "Last day" },
  holder: { zh: "现在由谁办理", en: "Who has it now" },
  nobody: { zh: "已办结", en: "Nobody: it is finished" },
  open: { zh: "打开办理页", en: "Open the task page" },
  code: { zh: "验证码", en: "Six-digit code" },
  hint: {
    zh: "在办理页上手工输入。链接和验证码只供您本人使用，请不要转发。",
    en: "Type it on the task page. Link and code are for you alone; please do not forward them.",
  },
} satisfies Record<string, Bilingual>;

/** The mail that tells a member of staff of an entry, in their language. */
export const entryMail = (told: EntryTold): MailText => {
  const { says: what, entry, titles, directory, lang, now, lastDay } = told;
  const { name, prefix } = titlesOf(titles, entry.id);
  const day =
    lastDay === undefined
      ? undefined
      : {
          zh:
            what === "late"
              ? `期限为${dateWords(lastDay, "zh", districtDate(now))}`
              : latestWords(lastDay, districtDate(now)),
          en: `${what === "late" ? "was due" : "by"} ${dateWords(lastDay, "en", districtDate(now))}`,
        };
  const about = [name[lang], ...(day === undefined ? [] : [day[lang]]), entryNumber(entry.id, prefix, directory)];
  const subject = subjectLine({ kind: kinds[what][lang], about }, lang);
  const written = sheet(told);
  return { subject, html: htmlMail(subject, written), text: plainText(written) };
};

const sheet = ({ says: what, entry, titles, directory, lang, now, lastDay, door }: EntryTold): Sheet => {
  const { name, prefix, asked } = titlesOf(titles, entry.id);
  const holder = entry.turn === undefined ? labels.nobody[lang] : unitName(directory, entry.turn.unit, lang);
  const parts: SheetPart[] = [
    {
      is: "number",
      text: [...whoWrites(directory, lang), entryNumber(entry.id, prefix, directory)].join(" · "),
    },
    { is: "title", text: (door === undefined ? undefined : asked[entry.state]?.[lang]) ?? name[lang] },
    ...(lastDay === undefined ? [] : [untilPart(labels.until, lastDay, now, lang)]),
    { is: "say", text: says[what][lang] },
    ...(door === undefined
      ? []
      : [
          { is: "link", label: labels.open[lang], url: door.url } satisfies SheetPart,
          { is: "code", label: labels.code[lang], code: door.code, hint: labels.hint[lang] } satisfies SheetPart,
        ]),
    { is: "fact", label: labels.holder[lang], text: holder },
  ];
  return { lang, parts };
};
