import { districtDate, endOf, isOver } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { dateWords, leftWords, urgency } from "#words/dates.ts";
import { htmlMail } from "./html.tsx";
import type { MailText } from "./mail.ts";
import type { Sheet, SheetPart, TableRow } from "./part.ts";
import { subjectLine } from "./subject.ts";
import { aboutTask, kindOfAll, saidOf, type TaskAsked, taskMail } from "./task-mail.ts";
import { plainText } from "./text.ts";
import { bytesAtMost, casesWords, dayPart, oneCodeADay } from "./words.ts";

/** What came to one person at one moment: at least one task, all of them the same reader's. */
type CameTogether = readonly [TaskAsked, ...TaskAsked[]];

const labels = {
  until: { zh: "期限", en: "Last day" },
  first: { zh: (day: string) => `最早${day}到期`, en: (day: string) => `the first due ${day}` },
  open: { zh: "打开办理页", en: "Open the task page" },
  code: { zh: "验证码", en: "Six-digit code" },
  why: { zh: "为什么发给您", en: "Why you got this" },
  late: { zh: "逾期", en: "overdue" },
} satisfies Record<string, Bilingual | { [L in Lang]: (day: string) => string }>;

const says = {
  title: { zh: "同时到您这里的事项", en: "These came to you at one time" },
  why: {
    zh: "这些事项同时到您这里，合成一封邮件；每件为什么由您办，写在办理页上。为保护信访人，邮件里不写信访人的姓名、电话和诉求内容。",
    en: "They came to you at one time, so they come in one email; the task page of each says how it came to you. To protect petitioners, it gives none of their names, phone numbers or stories.",
  },
} satisfies Record<string, Bilingual>;

/**
 * The mail about what has come to a person together, each with its own link; of one alone, the mail that it has anyway.
 * @returns how many of the first it tells of: all, or as many as it has room for.
 */
export const togetherMail = (tasks: CameTogether): { mail: MailText; holds: number } => {
  for (let holds = tasks.length; ; holds -= Math.min(5, holds - 1)) {
    const [first, ...others] = tasks;
    if (holds === 1) return { mail: taskMail(first), holds };
    const held: CameTogether = [first, ...others.slice(0, holds - 1)];
    const subject = subjectOf(held);
    const written = sheet(held);
    const [html, text] = [htmlMail(subject, written), plainText(written)];
    const hasRoom = Buffer.byteLength(html) + Buffer.byteLength(text) <= bytesAtMost;
    if (hasRoom) return { mail: { subject, html, text }, holds };
  }
};

/** How many, how many of them late, and when the first of the others is due. */
const subjectOf = (tasks: CameTogether): string => {
  const [{ lang, now }] = tasks;
  const late = tasks.filter(({ lastDay }) => isOver(lastDay, now)).length;
  const [soonest] = tasks
    .filter(({ lastDay }) => !isOver(lastDay, now))
    .toSorted((a, b) => endOf(a.lastDay).localeCompare(endOf(b.lastDay)));
  const day = soonest && dateWords(soonest.lastDay, lang, districtDate(now));
  return subjectLine(
    {
      kind: kindOfAll(tasks)[lang],
      about: [
        casesWords(tasks.length, lang),
        ...(late > 0 ? [{ zh: `${labels.late.zh} ${late} 件`, en: `${late} ${labels.late.en}` }[lang]] : []),
        ...(day === undefined ? [] : [labels.first[lang](day)]),
      ],
    },
    lang,
  );
};

const sheet = (tasks: CameTogether): Sheet => {
  const [{ lang, directory, now }] = tasks;
  const asks = [...new Set(tasks.map(({ ask }) => ask))];
  return {
    lang,
    parts: [
      dayPart(directory, now, lang),
      { is: "title", text: says.title[lang] },
      { is: "say", text: oneCodeADay[lang] },
      ...asks.flatMap((ask) =>
        table(
          tasks.filter((task) => task.ask === ask),
          lang,
        ),
      ),
      { is: "fact", label: labels.why[lang], text: says.why[lang] },
    ],
  };
};

/** Those of which the same is asked, the soonest first; what comes of it is said once where it is the same for all. */
const table = (tasks: readonly TaskAsked[], lang: Lang): SheetPart[] => {
  const inOrder = tasks.toSorted((a, b) => endOf(a.lastDay).localeCompare(endOf(b.lastDay)));
  const [first] = inOrder;
  if (first === undefined) return [];
  const nexts = new Set(inOrder.map((task) => saidOf(task).next));
  const isSame = nexts.size === 1;
  return [
    {
      is: "table",
      label: `${saidOf(first).title} · ${casesWords(tasks.length, lang)}`,
      tone: urgency(first.lastDay, first.now),
      rows: inOrder.map((task) => row(task, !isSame)),
    },
    ...(isSame ? [...nexts].map((text): SheetPart => ({ is: "say", text })) : []),
  ];
};

const row = (task: TaskAsked, saysNext: boolean): TableRow => {
  const { petition, directory, lang, lastDay, now, link, code } = task;
  const day = dateWords(lastDay, lang, districtDate(now));
  const left = leftWords(lastDay, now, lang);
  return {
    number: caseNumber(petition.id, directory),
    lines: [
      aboutTask(task).join({ zh: "，", en: ", " }[lang]),
      { zh: `${labels.until.zh}：${day}，${left}`, en: `${labels.until.en}: ${day}, ${left}` }[lang],
      ...(saysNext ? [saidOf(task).next] : []),
    ],
    link: { label: labels.open[lang], url: link },
    code: { label: labels.code[lang], code },
  };
};
