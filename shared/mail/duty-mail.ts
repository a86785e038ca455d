import type { Case } from "#case/state/case.ts";
import type { Due } from "#case/state/due.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { colleagueName } from "#words/colleague-name.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { emergencyCalls } from "#words/emergency-words.ts";
import { unbroken } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import { htmlMail } from "./html.tsx";
import type { MailText } from "./mail.ts";
import type { Sheet } from "./part.ts";
import { type MatterTold, matterWords, subjectLine } from "./subject.ts";
import { plainText } from "./text.ts";
import { contact, numberPart, untilPart } from "./words.ts";

/** What a duty officer is told of a danger, or that a petitioner has urged: number, place and colleagues. There is no way to hand it identity or story. */
export type DutyTold = {
  petition: MatterTold & Pick<Case, "id">;
  /** Who has the case now, with the unit that they work for. */
  holder: { unit: UnitId; staff: StaffId };
  /** What is to be done next, and until when. */
  due: Due;
  directory: Directory;
  /** The reader's. */
  lang: Lang;
  now: Instant;
  /** The petitioner has urged what is owed, and there is no danger. */
  isUrged?: boolean;
};

/** What the one who has the case has to do by then. */
const deeds = {
  acknowledgement: { zh: "签收", en: "acknowledge" },
  accept: { zh: "决定是否受理", en: "decide on acceptance" },
  other: { zh: "办结", en: "finish" },
} satisfies Record<string, Bilingual>;

const labels = {
  kind: { zh: "值班督促", en: "Duty officer, please call" },
  title: { zh: "有紧急事项，请马上打电话督促", en: "Urgent: please call whoever has this case, now" },
  urgedKind: { zh: "信访人催办", en: "A petitioner urges" },
  urgedTitle: { zh: "信访人催办，请过问", en: "A petitioner urges: please see how it stands" },
  matter: { zh: "事项", en: "The matter" },
  holder: { zh: "现在由谁办理", en: "Who has it now" },
  calls: { zh: "紧急电话", en: "Emergency numbers" },
  why: { zh: "为什么发给您", en: "Why you got this" },
} satisfies Record<string, Bilingual>;

const says = {
  ask: {
    zh: "请打电话给现在的经办人，问清是否已经知道、正在怎样处置，一直跟到有人动手为止。找不到经办人的，请找其单位负责人。",
    en: "Call whoever has the case. Make sure that they know of it and that they act, and stay with it until somebody does. If you cannot reach them, call the head of their unit.",
  },
  urged: {
    zh: "信访人催办，已经同时转告经办人。请了解办理情况；有逾期的，可以督办。各项期限不变。",
    en: "The petitioner urges what is owed, and whoever has the case was told as well. See how it stands; where a day was missed, you can supervise it. No time limit moves.",
  },
  noLink: {
    zh: "您只需要打电话：此件由经办人在办理页操作，所以这封邮件没有链接。",
    en: "You act by phone: the task page belongs to whoever has the case, so there is no link in this email.",
  },
  noPhone: { zh: "（名录里没有其单位电话）", en: " (the directory has no phone number of their unit)" },
} satisfies Record<string, Bilingual>;

/** The mail that tells the duty officer of a danger beside its owner, in the officer's language. */
export const dutyMail = (told: DutyTold): MailText => {
  const subject = subjectOf(told);
  const written = sheet(told);
  return { subject, html: htmlMail(subject, written), text: plainText(written) };
};

const deedOf = ({ due: { clock } }: DutyTold): Bilingual =>
  deeds[clock === "acknowledgement" || clock === "accept" ? clock : "other"];

const subjectOf = (told: DutyTold): string => {
  const { petition, due, directory, lang, now } = told;
  const deed = deedOf(told);
  const today = districtDate(now);
  const until = {
    zh: `${latestWords(due.lastDay, today)}${deed.zh}`,
    en: `to ${deed.en} by ${dateWords(due.lastDay, "en", today)}`,
  };
  const about = [matterWords(petition, directory, lang), until[lang], caseNumber(petition.id, directory)];
  const kind = (told.isUrged ? labels.urgedKind : labels.kind)[lang];
  return subjectLine({ urgent: told.isUrged !== true, kind, about }, lang);
};

const sheet = (told: DutyTold): Sheet => {
  const { petition, due, directory, lang, now } = told;
  const deed = deedOf(told);
  const until = { zh: `最迟${deed.zh}`, en: `They have to ${deed.en} by` };
  return {
    lang,
    parts: [
      numberPart(petition.id, directory, lang),
      { is: "title", text: (told.isUrged ? labels.urgedTitle : labels.title)[lang] },
      untilPart(until, due.lastDay, now, lang),
      { is: "fact", label: labels.matter[lang], text: matterWords(petition, directory, lang) },
      { is: "fact", label: labels.holder[lang], text: holderWords(told) },
      { is: "say", text: (told.isUrged ? says.urged : says.ask)[lang] },
      ...(told.isUrged ? [] : calling(told)),
      { is: "fact", label: labels.why[lang], text: why(told)[lang] },
    ],
  };
};

/** That it takes a call, and whom to call in danger. */
const calling = (told: DutyTold): Sheet["parts"] => [
  { is: "say", text: says.noLink[told.lang] },
  { is: "fact", label: labels.calls[told.lang], text: callWords(told) },
];

const holderWords = ({ holder, directory, lang }: DutyTold): string => {
  const [unit, name] = [unitName(directory, holder.unit, lang), colleagueName(directory, holder.staff, lang)];
  const phone = directory.units.find(({ id }) => id === holder.unit)?.phone;
  const person = { zh: `${unit}${name}`, en: `${name}, ${unit}` }[lang];
  return phone === undefined ? `${person}${says.noPhone[lang]}` : contact(person, phone);
};

const callWords = ({ directory, lang }: DutyTold): string =>
  emergencyCalls(directory)
    .map(({ number, name }) => `${name[lang]} ${unbroken(number)}`)
    .join({ zh: "；", en: "; " }[lang]);

const why = ({ directory }: DutyTold): Bilingual => ({
  zh: `您在${unitName(directory, directory.district.bureau, "zh")}值班，或者代为值班。为保护信访人，邮件里不写信访人的姓名、电话和诉求内容。`,
  en: `You are on duty for ${unitName(directory, directory.district.bureau, "en")}, or stand in. To protect the petitioner, this email does not give their name, phone number or story.`,
});
