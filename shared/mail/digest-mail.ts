import {
  type Agenda,
  type AgendaItem,
  type MovedUp,
  mostPressing,
  type RowMatter,
  rowsAtMost,
  type Supervised,
  tasksOf,
} from "#case/digest/agenda.ts";
import { isTrouble, type MailTrouble } from "#case/digest/mail-trouble.ts";
import type { Due } from "#case/state/due.ts";
import { othersIn } from "#case/state/joint.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { othersWords } from "#words/acts/joint.ts";
import { colleagueName } from "#words/colleague-name.ts";
import { dateWords, leftWords, momentWords } from "#words/dates.ts";
import { levelWords } from "#words/level-words.ts";
import { withoutStop } from "#words/phrasing.ts";
import { clockNames, unitName } from "#words/words.ts";
import { htmlMail } from "./html.tsx";
import type { MailText } from "./mail.ts";
import type { Sheet, SheetPart, TableRow } from "./part.ts";
import { matterWords, subjectLine } from "./subject.ts";
import { plainText } from "./text.ts";
import { bytesAtMost, casesWords, dayPart, oneCodeADay } from "./words.ts";

/** What a digest knows: numbers, days and colleagues. There is no way to hand it identity or story. */
export type MorningDigest = {
  agenda: Agenda;
  directory: Directory;
  /** The reader's. */
  lang: Lang;
  now: Instant;
  /** How many notices had no room in it. */
  waiting: number;
  /** What went wrong with mail, for the duty officer; for all others nothing. */
  trouble: MailTrouble;
  /** The task page of a turn, with the link's token in the fragment, and the six digits that go with it. */
  linkOf: (task: AgendaItem) => { url: string; code: string };
};

/** The tables in their order. `count` is how the subject says it. */
const tables = {
  overdue: { count: { zh: "逾期", en: "overdue" }, title: { zh: "已逾期", en: "Overdue" }, tone: "late" },
  today: { count: { zh: "今天到期", en: "due today" }, title: { zh: "今天到期", en: "Due today" }, tone: "soon" },
  fresh: { count: { zh: "新到", en: "new" }, title: { zh: "新到待办", en: "New for you" }, tone: "soon" },
  thisWeek: {
    count: { zh: "本周到期", en: "due this week" },
    title: { zh: "本周到期", en: "Due this week" },
    tone: "ample",
  },
  halfway: {
    count: { zh: "时间过半", en: "halfway" },
    title: { zh: "时间过半", en: "Half the time is gone" },
    tone: "ample",
  },
  movedUp: {
    count: { zh: "已提级办理", en: "moved up" },
    title: { zh: "已提级办理", en: "Moved up from you" },
    tone: "ample",
  },
  supervised: {
    count: { zh: "督办", en: "supervised" },
    title: { zh: "督办", en: "Under your supervision" },
    tone: "late",
  },
} as const satisfies Record<keyof Agenda, { count: Bilingual; title: Bilingual; tone: "ample" | "soon" | "late" }>;

const labels = {
  open: { zh: "打开办理页", en: "Open the task page" },
  code: { zh: "验证码", en: "Six-digit code" },
  urgent: { zh: "紧急", en: "urgent" },
  unacknowledged: { zh: "未签收", en: "not yet acknowledged" },
  why: { zh: "为什么发给您", en: "Why you got this" },
} satisfies Record<string, Bilingual>;

const says = {
  title: { zh: "今日待办", en: "Your list for today" },
  trouble: { zh: "邮件异常", en: "email trouble" },
  outage: { zh: "邮件服务器中断", en: "The email server was away" },
  unreachable: { zh: "邮件被退回的工作人员", en: "Colleagues whose email was refused" },
  unlisted: {
    zh: `邮件里逐件列出最紧急的；这些办结以后，次日早上接着列出其余的。以前的邮件里有链接的，凭链接随时可以办理。`,
    en: `An email lists the most pressing cases one by one; as those are done, the next morning's email lists others. A link in an earlier email works at any time.`,
  },
  why: {
    zh: "每个工作日早上，您名下的期限汇总成一封邮件；没有要提醒的，就不发。为保护信访人，邮件里不写信访人的姓名、电话和诉求内容。",
    en: "On working days your time limits come in one email, and none when there is nothing to say. To protect petitioners, it gives none of their names, phone numbers or stories.",
  },
} satisfies Record<string, Bilingual>;

/** How many colleagues whom no mail reaches are named. */
const namesAtMost = 10;

/** A digest, and what of its agenda has a row in it. */
type ListedDigest = MorningDigest & { listed: Agenda };

/**
 * The mail that tells a person in the morning what presses, in their language. The most pressing cases have a row each, as
 * many as there is room for; of all others it says how many there are.
 */
export const digestMail = (digest: MorningDigest): { mail: MailText; listed: Agenda } => {
  const subject = subjectOf(digest);
  for (let rows = rowsAtMost; ; rows -= 5) {
    const listed = mostPressing(digest.agenda, Math.max(rows, 0));
    const written = sheet({ ...digest, listed });
    const [html, text] = [htmlMail(subject, written), plainText(written)];
    const hasRoom = Buffer.byteLength(html) + Buffer.byteLength(text) <= bytesAtMost;
    if (hasRoom || rows <= 0) return { mail: { subject, html, text }, listed };
  }
};

const subjectOf = ({ agenda, trouble, lang }: MorningDigest): string => {
  const counted = (what: Bilingual, n: number): string => ({ zh: `${what.zh} ${n} 件`, en: `${n} ${what.en}` })[lang];
  const urgent = tasksOf(agenda).filter(({ matter }) => matter.urgent).length;
  const counts = namesOf(agenda).map((name) => counted(tables[name].count, agenda[name].length));
  const about = [
    ...(urgent > 0 ? [counted(labels.urgent, urgent)] : []),
    ...counts,
    ...(isTrouble(trouble) ? [says.trouble[lang]] : []),
  ];
  return subjectLine({ kind: says.title[lang], about }, lang);
};

const isTable = (name: string): name is keyof Agenda => Object.hasOwn(tables, name);

/** How many cases of a table have no row. */
const unlistedIn = ({ agenda, listed }: ListedDigest, name: keyof Agenda): number =>
  agenda[name].length - listed[name].length;

/** The tables that have something in them. */
const namesOf = (agenda: Agenda): (keyof Agenda)[] =>
  Object.keys(tables)
    .filter(isTable)
    .filter((name) => agenda[name].length > 0);

const sheet = (digest: ListedDigest): Sheet => {
  const { agenda, directory, lang, now, waiting } = digest;
  const hasLinks = tasksOf(agenda).length > 0;
  return {
    lang,
    parts: [
      dayPart(directory, now, lang),
      { is: "title", text: says.title[lang] },
      ...(hasLinks ? [{ is: "say", text: oneCodeADay[lang] } as const] : []),
      ...namesOf(agenda).flatMap((name): SheetPart[] => {
        const { title, tone } = tables[name];
        const label = `${title[lang]} · ${casesWords(agenda[name].length, lang)}`;
        const left = unlistedIn(digest, name);
        return [
          { is: "table", label, tone, rows: rowsOf(digest, name, lang) },
          ...(left > 0 ? [{ is: "say", text: unlistedWords(title[lang], left, lang) } as const] : []),
        ];
      }),
      ...(namesOf(agenda).some((name) => unlistedIn(digest, name) > 0)
        ? [{ is: "say", text: says.unlisted[lang] } as const]
        : []),
      ...troubleParts(digest, lang),
      ...(waiting > 0 ? [{ is: "say", text: waitingWords(waiting, lang) } as const] : []),
      { is: "fact", label: labels.why[lang], text: says.why[lang] },
    ],
  };
};

/** 邮件异常: what only the duty officer is told. An address is named by its owner. */
const troubleParts = ({ trouble, directory, now }: MorningDigest, lang: Lang): SheetPart[] => {
  const { outages, unreachable } = trouble;
  const today = districtDate(now);
  const outageRows = outages.map(({ from, until, waited }): TableRow => {
    const [first, last] = [momentWords(from, lang, today), momentWords(until, lang, today)];
    const mails: Bilingual = {
      zh: `期间 ${waited} 封邮件开始等候，恢复后自动发出，不用人工处理`,
      en: `${waited} email${waited === 1 ? "" : "s"} began to wait; they leave by themselves, and nobody has to do anything`,
    };
    return { number: { zh: `${first}至${last}`, en: `${first} to ${last}` }[lang], lines: [mails[lang]] };
  });
  const people = unreachable.slice(0, namesAtMost).map((id): TableRow => {
    const unit = directory.staff.find((staff) => staff.id === id)?.unit;
    const mend: Bilingual = {
      zh: "已转由代办人或负责人办理；请核实地址，改正后重新导入目录",
      en: "Tasks have passed to a deputy or the head; check the address and import the directory with the right one",
    };
    return {
      number: colleagueName(directory, id, lang),
      lines: [...(unit === undefined ? [] : [unitName(directory, unit, lang)]), mend[lang]],
    };
  });
  return [
    ...(outageRows.length > 0
      ? [{ is: "table", label: says.outage[lang], tone: "soon", rows: outageRows } as const]
      : []),
    ...(people.length > 0 ? [{ is: "table", label: says.unreachable[lang], tone: "late", rows: people } as const] : []),
    ...(unreachable.length > people.length
      ? [
          {
            is: "say",
            text: unnamedWords(says.unreachable[lang], unreachable.length - people.length, lang),
          } as const,
        ]
      : []),
  ];
};

const rowsOf = (digest: ListedDigest, name: keyof Agenda, lang: Lang): TableRow[] => {
  const { listed } = digest;
  switch (name) {
    case "movedUp":
      return listed.movedUp.map((moved) => movedRow(digest, moved, lang));
    case "supervised":
      return listed.supervised.map((late) => supervisedRow(digest, late, lang));
    default:
      return listed[name].map((task) => taskRow(digest, task, lang));
  }
};

/** How many others have joined it, as a clause. */
const othersClause = (matter: RowMatter, lang: Lang): string[] => {
  const others = othersIn(matter);
  return others === 0 ? [] : [withoutStop(othersWords(others)[lang])];
};

/** What the matter is, whether it is urgent, how many have joined it, and, of the reader's own, whether it still has to be acknowledged. */
const matterLine = ({ directory }: MorningDigest, matter: RowMatter, lang: Lang): string =>
  [
    matterWords(matter, directory, lang),
    ...(matter.urgent ? [labels.urgent[lang]] : []),
    ...othersClause(matter, lang),
    ...(matter.isAcknowledged ? [] : [labels.unacknowledged[lang]]),
  ].join({ zh: "，", en: ", " }[lang]);

const taskRow = (digest: MorningDigest, task: AgendaItem, lang: Lang): TableRow => {
  const { directory, now, linkOf } = digest;
  const { caseId, matter, due, marks } = task;
  const { url, code } = linkOf(task);
  const shares = marks.map(({ clock, percent }) => shareWords(clock === due.clock ? undefined : clock, percent)[lang]);
  return {
    number: caseNumber(caseId, directory),
    lines: [
      matterLine(digest, matter, lang),
      dueWords(due, now, lang),
      ...(shares.length > 0 ? [shares.join({ zh: "；", en: "; " }[lang])] : []),
    ],
    link: { label: labels.open[lang], url },
    code: { label: labels.code[lang], code },
  };
};

const movedRow = (digest: MorningDigest, { caseId, matter, why }: MovedUp, lang: Lang): TableRow => {
  const { directory, now } = digest;
  const to = levelWords({ directory, petition: matter }, why.to);
  const today = districtDate(now);
  const line: Bilingual =
    why.type === "lifted"
      ? {
          zh: `法定答复时间已过 ${why.percent}%，转到${to.zh}`,
          en: `${why.percent}% of the time for the answer is gone: moved up to ${to.en}`,
        }
      : {
          zh: `本环节期限${dateWords(why.lastDay, "zh", today)}已过，转到${to.zh}`,
          en: `Its step ended on ${dateWords(why.lastDay, "en", today)}: moved up to ${to.en}`,
        };
  return { number: caseNumber(caseId, directory), lines: [matterWords(matter, directory, lang), line[lang]] };
};

const supervisedRow = (
  digest: MorningDigest,
  { caseId, matter, due, holder, isOnItsWay }: Supervised,
  lang: Lang,
): TableRow => {
  const { directory, now } = digest;
  const [unit, person] = [unitName(directory, holder.unit, lang), colleagueName(directory, holder.staff, lang)];
  const who = `${unit} · ${person}`;
  const onItsWay: Bilingual = {
    zh: `正在转办，目前仍由${unit}${person}负责`,
    en: `On its way to the next office; until then responsible: ${who}`,
  };
  return {
    number: caseNumber(caseId, directory),
    lines: [matterLine(digest, matter, lang), isOnItsWay ? onItsWay[lang] : who, dueWords(due, now, lang)],
  };
};

/** `本环节期限：3月4日（周三），已逾期 2 天`. */
const dueWords = ({ clock, lastDay }: Due, now: Instant, lang: Lang): string => {
  const day = dateWords(lastDay, lang, districtDate(now));
  const left = leftWords(lastDay, now, lang);
  return { zh: `${clockNames[clock].zh}：${day}，${left}`, en: `${clockNames[clock].en}: ${day}, ${left}` }[lang];
};

/** `时间已过 75%`, with the clock's name when it is another than the row's. */
const shareWords = (clock: Due["clock"] | undefined, percent: number): Bilingual => {
  const gone =
    percent === 100
      ? { zh: "已经届满", en: "has run out" }
      : { zh: `时间已过 ${percent}%`, en: `${percent}% of the time is gone` };
  return clock === undefined
    ? gone
    : { zh: `${clockNames[clock].zh}：${gone.zh}`, en: `${clockNames[clock].en}: ${gone.en}` };
};

const unnamedWords = (title: string, left: number, lang: Lang): string =>
  ({
    zh: `“${title}”另有 ${left} 人没有逐一列出。`,
    en: `${left} more under “${title}” ${left === 1 ? "is" : "are"} not named.`,
  })[lang];

const unlistedWords = (title: string, left: number, lang: Lang): string =>
  ({
    zh: `“${title}”另有 ${left} 件没有逐件列出。`,
    en: `${left} more under “${title}” ${left === 1 ? "is" : "are"} not listed one by one.`,
  })[lang];

const waitingWords = (count: number, lang: Lang): string =>
  ({
    zh: `另有 ${count} 条提醒，将于下一个工作日早上发送。`,
    en: `${count} more reminder${count === 1 ? "" : "s"} will come on the next working morning.`,
  })[lang];
