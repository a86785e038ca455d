import { whereItWouldBegin, whereReportingLeads } from "#case/account/what-comes-next.ts";
import type { StaffActName } from "#case/acts/staff-acts.ts";
import type { Case } from "#case/state/case.ts";
import { isAsking } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockRule } from "#clock/policy.ts";
import type { Directory } from "#directory/directory.ts";
import { clockRule } from "#directory/rules.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { levelBelow, type StepLevel } from "#ground/levels.ts";
import { daysWords, lengthWords } from "./dates.ts";
import { levelPhrases } from "./words.ts";

type Place = {
  above: StepLevel;
  below: StepLevel;
  startAt: StepLevel;
  /** The time for the answer. */
  answer: ClockRule;
  /** The days that an extension is asked for. */
  days: number;
  directory: Directory;
};

/** What a command causes and who will be told, in one line, before it is chosen. */
const effects: Record<StaffActName, BilingualSentence<Place>> = {
  acknowledge: {
    zh: () => "您从现在起对此件负责，期限不变。信访人会在进度页看到本单位已收到。",
    en: () =>
      "You answer for this matter from now on; the deadlines stay. The petitioner will see that your unit has it.",
  },
  accept: {
    zh: ({ startAt, answer }) =>
      `${lengthWords(answer, "zh")}的法定答复期限从今天开始。${levelPhrases[startAt].zh}的经办人会收到邮件，信访人会在进度页看到。`,
    en: ({ startAt, answer }) =>
      `The ${lengthWords(answer, "en")} set by law begin today. The handler at ${levelPhrases[startAt].en} gets a mail; the petitioner sees it on the progress page.`,
  },
  notAccept: {
    zh: () => "此件到此结束。信访人会看到理由和可以去的地方，留了邮箱的会收到邮件。",
    en: () =>
      "The matter ends here. The petitioner sees the ground and where to go instead, by mail too if they left an address.",
  },
  proposeSettlement: {
    zh: () => "请信访人确认是否已解决：确认后办结，不确认则继续办理，期限照常计算。留了邮箱的信访人会收到邮件。",
    en: () =>
      "The petitioner is asked whether the matter is settled: if so it ends, if not it goes on, and the deadlines keep running. They get a mail if they left an address.",
  },
  reply: {
    zh: ({ directory }) =>
      `本环节办结，出具答复意见书，须在 ${lengthWords(directory.policy.clocks.delivery, "zh")}内送达。送达后信访人有 ${lengthWords(directory.policy.clocks.review, "zh")}可以申请复查。`,
    en: ({ directory }) =>
      `Your step ends with a letter, to be delivered within ${lengthWords(directory.policy.clocks.delivery, "en")}. The petitioner then has ${lengthWords(directory.policy.clocks.review, "en")} to ask for a review.`,
  },
  reportUpward: {
    zh: ({ above }) => `本环节结束，转到${levelPhrases[above].zh}办理。对方经办人会收到邮件，信访人会看到原因。`,
    en: ({ above }) =>
      `Your step ends and ${levelPhrases[above].en} takes over. Its handler gets a mail; the petitioner sees the reason.`,
  },
  handBack: {
    zh: ({ below }) =>
      `交回${levelPhrases[below].zh}办理，本级只能退回一次，法定答复期限照常计算。对方经办人会收到邮件，信访人会看到原因。`,
    en: ({ below }) =>
      `Back to ${levelPhrases[below].en}, once only from your level; the time limit set by law keeps running. Its handler gets a mail; the petitioner sees the reason.`,
  },
  askExtension: {
    zh: ({ directory }) =>
      `由单位负责人决定，最长 ${lengthWords(directory.policy.clocks.extension, "zh")}，每件只能申请一次；没有同意以前，期限照常计算。负责人会收到邮件，信访人会看到原因。`,
    en: ({ directory }) =>
      `The head of the unit decides: at most ${lengthWords(directory.policy.clocks.extension, "en")}, once for each case, and until then the deadlines stay. The head gets a mail; the petitioner sees the reason.`,
  },
  approveExtension: {
    zh: ({ days, directory }) =>
      `本环节期限和法定答复期限都延长 ${daysWords(days, "zh")}（${directory.policy.clocks.extension.article.zh}）。信访人会看到新的日期，留了邮箱的会收到邮件。`,
    en: ({ days, directory }) =>
      `The step's deadline and the one set by law both move by ${daysWords(days, "en")} (${directory.policy.clocks.extension.article.en}). The petitioner sees the new day, by mail too if they left an address.`,
  },
  refuseExtension: {
    zh: () => "期限不变，经办人继续办理，不能再次申请。信访人会看到理由。",
    en: () => "The deadlines stay, the handler goes on and cannot ask again. The petitioner sees the reason.",
  },
  reassign: {
    zh: () => "由本单位同事接办，期限不变，您的链接随即失效。同事会收到邮件；信访人只看到更换了经办人。",
    en: () =>
      "A colleague of your unit takes over with the same deadlines, and your link ends. They get a mail; the petitioner only sees that the handler changed.",
  },
  recordDelivery: {
    zh: ({ directory }) =>
      `申请复查的 ${lengthWords(directory.policy.clocks.review, "zh")}从送达之日起计算。信访人会在进度页看到送达日期。`,
    en: ({ directory }) =>
      `The ${lengthWords(directory.policy.clocks.review, "en")} for review run from the day of delivery. The petitioner sees that day on the progress page.`,
  },
};

/** What a command on this case causes and who will be told. */
export const commandEffect = (name: StaffActName, kase: Case, world: World, lang: Lang): string => {
  const { directory } = world;
  return effects[name][lang]({
    above: (kase.status === "handling" ? whereReportingLeads(kase, world) : undefined) ?? "leader",
    below: (kase.status === "handling" ? levelBelow(kase.level) : undefined) ?? "community",
    startAt: kase.status === "screening" ? whereItWouldBegin(kase, world) : "community",
    answer: clockRule(directory, kase, "handling"),
    days: isAsking(kase) ? kase.extension.days : 0,
    directory,
  });
};
