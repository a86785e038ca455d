import { whereItWouldBegin } from "#case/account/what-comes-next.ts";
import type { acceptanceActs } from "#case/acts/acceptance.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FactOf } from "#case/state/event.ts";
import type { acceptanceFacts } from "#case/state/facts/acceptance.ts";
import type { Directory } from "#directory/directory.ts";
import { clockRule } from "#directory/rules.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { lengthWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { levelWords } from "#words/level-words.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { trackNames } from "#words/track-words.ts";
import { unitName } from "#words/words.ts";
import type {
  ActsOf,
  Choosing,
  ClockLines,
  Deeds,
  EndingsOf,
  FieldsOf,
  RefusalsOf,
  Sentences,
} from "./matter-words.ts";
import { acceptedOrdinary, ordinaryTime } from "./simple.ts";

/** Why it is not handled as its category usually is, as a sentence; nothing where it is. */
const otherwise = ({ reason, notSimple }: FactOf<"accepted">, lang: Lang): string =>
  reason === undefined
    ? acceptedOrdinary({ notSimple }, lang)
    : { zh: `理由：${withoutStop(reason)}。`, en: ` Why: ${withoutStop(reason)}.` }[lang];

const bureauName = (directory: Directory, lang: Lang): string => unitName(directory, directory.district.bureau, lang);

/** Where the chain would begin. */
const start = ({ petition, ...world }: Choosing): Bilingual =>
  levelWords(
    { petition, directory: world.directory },
    petition.status === "screening" ? whereItWouldBegin(petition, world) : "community",
  );

/** The time for the answer. */
const answerTime = ({ petition, directory }: Choosing, lang: Lang): string =>
  lengthWords(clockRule(directory, petition, "handling"), lang);

/** Whoever is given the case and who is told, once it is accepted. */
const told = (choosing: Choosing): Bilingual => ({
  zh: `${start(choosing).zh}的经办人会收到邮件，信访人会在进度页看到。`,
  en: `The handler at ${start(choosing).en} gets an email; the petitioner sees it on the progress page.`,
});

/** What the ground has to show, as a sentence; nothing where it shows itself. */
const shown = ({ letter: { ground, where } }: FactOf<"notAccepted">, lang: Lang): string => {
  if (where === undefined || ground.shows === undefined) return "";
  return {
    zh: `${ground.shows.zh}：${withoutStop(where)}。`,
    en: `${ground.shows.en}: ${withoutStop(where)}. `,
  }[lang];
};

/** 受理: what was done, in a word or two. */
export const acceptanceDeeds = {
  accepted: { zh: "受理", en: "accepted" },
  notAccepted: { zh: "不予受理", en: "not accepted" },
} satisfies Deeds<typeof acceptanceFacts>;

/** 受理: its acts, as staff choose them. */
export const acceptanceActWords = {
  accept: {
    button: { zh: "决定受理", en: "Accept the petition" },
    effect: {
      zh: (choosing) =>
        `答复期限从今天开始，按办理途径计算，本类别通常为 ${answerTime(choosing, "zh")}。${told(choosing).zh}`,
      en: (choosing) =>
        `The time for the answer begins today, by the way of handling: ${answerTime(choosing, "en")} as its category usually is. ${told(choosing).en}`,
    },
  },
  acceptOrdinary: {
    button: { zh: "受理，不按简易办理", en: "Accept, but not as a simple matter" },
    effect: {
      zh: (choosing) => `${ordinaryTime(choosing, "zh")}的法定答复期限从今天开始。${told(choosing).zh}`,
      en: (choosing) => `The ${ordinaryTime(choosing, "en")} set by law begin today. ${told(choosing).en}`,
    },
  },
  notAccept: {
    button: { zh: "决定不予受理", en: "Do not accept" },
    effect: {
      zh: () => "此件到此结束。信访人会看到理由和可以去的地方，留了邮箱的会收到邮件。",
      en: () =>
        "The matter ends here. The petitioner sees the ground and where to go instead, by email too if they left an address.",
    },
  },
} satisfies ActsOf<typeof acceptanceActs>;

/** 受理: what petitioners read about each fact. */
export const acceptanceToPetitioners = {
  accepted: {
    zh: ({ fact, directory, petition }) =>
      fact.basis === "policy"
        ? `您的诉求已受理，办理途径：${trackNames[fact.track].zh}，从${levelWords({ directory, petition }, fact.startAt).zh}开始办理。`
        : `${bureauName(directory, "zh")}审查后决定受理您的诉求，办理途径：${trackNames[fact.track].zh}，从${levelWords({ directory, petition }, fact.startAt).zh}开始办理。${otherwise(fact, "zh")}`,
    en: ({ fact, directory, petition }) =>
      fact.basis === "policy"
        ? `Your petition was accepted. It is handled as ${trackNames[fact.track].en} and begins with ${levelWords({ directory, petition }, fact.startAt).en}.`
        : `${bureauName(directory, "en")} examined your petition and accepted it. It is handled as ${trackNames[fact.track].en} and begins with ${levelWords({ directory, petition }, fact.startAt).en}.${otherwise(fact, "en")}`,
  },
  notAccepted: {
    zh: (told) =>
      `${bureauName(told.directory, "zh")}决定不予受理，理由：${withoutStop(told.fact.letter.ground.text.zh)}。${shown(told.fact, "zh")}${withoutStop(told.fact.letter.explanation)}。`,
    en: (told) =>
      `${bureauName(told.directory, "en")} did not accept the petition. Ground: ${withoutStop(told.fact.letter.ground.text.en)}. ${shown(told.fact, "en")}${withoutStop(told.fact.letter.explanation)}.`,
  },
} satisfies Sentences<typeof acceptanceFacts>;

/** 受理: what the office reads about each fact. */
export const acceptanceToOffice = {
  accepted: {
    zh: (told) =>
      told.fact.basis === "policy"
        ? `按政策登记即受理，办理途径：${trackNames[told.fact.track].zh}，从${levelWords(told, told.fact.startAt).zh}开始办理。`
        : `${doer(told, "zh")}审查后决定受理，办理途径：${trackNames[told.fact.track].zh}，从${levelWords(told, told.fact.startAt).zh}开始办理。${otherwise(told.fact, "zh")}`,
    en: (told) =>
      told.fact.basis === "policy"
        ? `Accepted at registration under the district's policy, as ${trackNames[told.fact.track].en}; begins with ${levelWords(told, told.fact.startAt).en}.`
        : capitalised(
            `${doer(told, "en")} accepted it after examination, as ${trackNames[told.fact.track].en}; begins with ${levelWords(told, told.fact.startAt).en}.${otherwise(told.fact, "en")}`,
          ),
  },
  notAccepted: {
    zh: (told) =>
      `${doer(told, "zh")}决定不予受理，依据：${told.fact.letter.ground.article.zh}，${withoutStop(told.fact.letter.ground.text.zh)}。${shown(told.fact, "zh")}说明：${withoutStop(told.fact.letter.explanation)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} did not accept it: ${told.fact.letter.ground.article.en}, ${withoutStop(told.fact.letter.ground.text.en)}. ${shown(told.fact, "en")}Explanation: ${withoutStop(told.fact.letter.explanation)}.`,
      ),
  },
} satisfies Sentences<typeof acceptanceFacts>;

/** 受理: what lists of clocks say of each fact. */
export const acceptanceOnClocks = {
  accepted: "never",
  notAccepted: "never",
} satisfies ClockLines<typeof acceptanceFacts>;

/** 受理: how a case ends by it. */
export const acceptanceEndings = {
  notAccepted: {
    name: { zh: "不予受理", en: "Not accepted" },
    says: () => ({
      zh: "经审查不予受理，理由和可以去的地方写在下面。",
      en: "Not accepted after examination. The ground, and where to go instead, are below.",
    }),
  },
} satisfies EndingsOf;

/** 受理: why something is refused. */
export const acceptanceRefusals = {
  answeredElsewhere: {
    zh: "这类事项不由本级答复，不能受理；请选择受理后的办理途径，或者导入法定途径",
    en: "Such matters are answered elsewhere. Choose the way on which it is accepted, or guide it to its procedure",
  },
  trackNotSimple: {
    zh: "只有简易办理类别的事项可以简易办理，请选择其他办理途径",
    en: "Only categories for it are handled the simple way; please choose another",
  },
  trackWithoutReason: {
    zh: "办理途径与类别不同，请写明理由",
    en: "The way is not its category's; please write why",
  },
  unknownGround: {
    zh: "请从列表里选择不予受理的依据",
    en: "Please choose the ground for not accepting from the list",
  },
  groundNotShown: {
    zh: "这条依据要写明根据：哪个机关、单位，哪一天。请填写“根据在哪里”",
    en: "That ground has to be shown: name the body and the day under “What shows it”",
  },
} satisfies RefusalsOf;

/** 受理: the fields of the office's forms. */
export const acceptanceFields = {
  track: {
    name: { zh: "办理途径", en: "The way of handling" },
    missing: { zh: "请选择办理途径", en: "Choose the way of handling" },
  },
  ground: {
    name: { zh: "不予受理的依据", en: "The ground" },
    missing: { zh: "请选择不予受理的依据", en: "Choose the ground for not accepting" },
  },
  where: {
    name: { zh: "根据在哪里", en: "What shows it" },
    missing: { zh: "请写明哪个机关、单位，哪一天", en: "Name the body and the day" },
  },
} satisfies FieldsOf<StaffField>;
