import type { ReceiptLetter } from "#case/state/facts/acceptance.ts";
import { tracks } from "#clock/track.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import { OtherLimits } from "#web/parts/other-limits.tsx";
import { unitWithContact } from "#web/parts/unit-contact.ts";
import { lengthWords, letterDate } from "#words/dates.ts";
import { trackNames } from "#words/track-words.ts";

const opening: Record<ReceiptLetter["stage"], BilingualSentence<string>> = {
  received: {
    zh: (day) => `您${day}提出的信访事项已经接收登记。`,
    en: (day) => `The petition that you filed on ${day} was received and registered.`,
  },
  accepted: {
    zh: (day) => `您${day}提出的信访事项已经受理。`,
    en: (day) => `The petition that you filed on ${day} is accepted.`,
  },
};

const examined: Record<Lang, string> = {
  zh: "信访局审查以后作出决定：受理的，交有权处理的单位办理；应当通过其他法定途径解决的，告诉您去哪里、带什么材料；不属于受理范围的，告诉您理由和可以去的地方。无论哪一种，都书面告知。",
  en: "The petition bureau examines it and decides: it is accepted and given to the unit that may decide it; or you are told of the procedure that decides such matters, with its place and papers; or you are told why it is not accepted. You get each of these in writing.",
};

/** A report of misconduct goes to whoever may look into it, and to nobody whom it is about (Art. 30). */
const passedOn: Record<Lang, string> = {
  zh: "检举控告由信访局依法转送有权处理的机关，转到哪里、电话多少书面告诉您。您反映的内容不交给被反映的单位和人员。",
  en: "The petition bureau transfers a report of misconduct to the body that may look into it, and tells you in writing which that is and its phone. What you say reaches nobody whom it is about.",
};

const course: Record<ReceiptLetter["stage"], (track: ReceiptLetter["track"]) => Record<Lang, string>> = {
  received: (track) => (track === "accusation" ? passedOn : examined),
  accepted: () => ({
    zh: "承办单位调查核实，听取您陈述的事实和理由，在期限内书面答复。一级单位到期没有办结的，自动转上一级办理。",
    en: "The unit in charge looks into it, hears your facts and reasons, and answers in writing in time. What a unit does not finish in time moves up by itself.",
  }),
};

/** What there is against the answer of a track. */
const remedies: Record<(typeof tracks)[ReceiptLetter["track"]]["remedy"], Record<Lang, string>> = {
  review: {
    zh: "不同意处理意见的，可以申请复查；对复查意见仍不同意的，可以申请复核。",
    en: " If you disagree with the answer you may ask for a review, and if you disagree with that, for a re-review.",
  },
  elsewhere: {
    zh: "不同意的，可以申请行政复议或者提起诉讼。",
    en: " If you disagree with the answer, reconsideration and the courts are open to you.",
  },
  none: { zh: "", en: "" },
};

const trackWords: BilingualSentence<Bilingual> = {
  zh: ({ zh }) => `办理途径：${zh}。`,
  en: ({ en }) => `The way that it takes: ${en}.`,
};

const whatIsDue: Record<ReceiptLetter["stage"], (track: ReceiptLetter["track"]) => Bilingual> = {
  received: (track) =>
    track === "accusation"
      ? { zh: "转送并书面告知您", en: "It is transferred, and you are told in writing," }
      : { zh: "作出是否受理的决定并书面告知您", en: "You are told in writing whether it is accepted" },
  accepted: () => ({ zh: "作出处理意见", en: "You are answered" }),
};

const untilWords: BilingualSentence<ReceiptLetter> = {
  zh: ({ stage, track, due }) =>
    `最迟${letterDate(due.lastDay, "zh")}（含当日）${whatIsDue[stage](track).zh}（${lengthWords(due, "zh")}，${due.article.zh}）。`,
  en: ({ stage, track, due }) =>
    `${whatIsDue[stage](track).en} by ${letterDate(due.lastDay, "en")} (${lengthWords(due, "en")}; ${due.article.en}).`,
};

const say = {
  way: { zh: "一、办理途径和程序", en: "1. The procedure" },
  until: { zh: "二、期限", en: "2. By when" },
  unit: { zh: "三、负责的单位", en: "3. Who is responsible" },
  rights: { zh: "四、您的权利", en: "4. Your rights" },
  own: {
    zh: "您可以补充材料，可以委托他人代办；认为承办人员与本事项有直接利害关系的，可以申请其回避；办结以后可以评价。向上面写明的单位当面、写信或者打电话提出。",
    en: "You may add material, and have somebody act for you; you may ask that an official with a direct interest in the matter has no part in it; and once it is over you may say how it went. Turn to the units named here in person, by letter or by phone.",
  },
  others: { zh: "五、其他途径的期限", en: "5. The time limits of other bodies" },
} satisfies Record<string, Record<Lang, string>>;

/** 接收（受理）告知书: what is done with the matter, by whom, and until when. */
export const ReceiptBody = ({ letter, lang }: { letter: ReceiptLetter; lang: Lang }) => {
  const { stage, receivedOn, track, responsible, limits } = letter;
  return (
    <>
      <p>{opening[stage][lang](letterDate(receivedOn, lang))}</p>
      <h3>{say.way[lang]}</h3>
      <p>{trackWords[lang](trackNames[track])}</p>
      <p>
        {course[stage](track)[lang]}
        {stage === "accepted" && remedies[tracks[track].remedy][lang]}
      </p>
      <h3>{say.until[lang]}</h3>
      <p>{untilWords[lang](letter)}</p>
      <h3>{say.unit[lang]}</h3>
      <p>{unitWithContact(responsible, lang)}</p>
      <h3>{say.rights[lang]}</h3>
      <p>{say.own[lang]}</p>
      <h3>{say.others[lang]}</h3>
      <OtherLimits limits={limits} lang={lang} />
    </>
  );
};
