import type { Fact } from "#case/event.ts";
import type { Directory } from "#directory/directory.ts";
import { dateWords } from "./dates.ts";
import { deedNames } from "./deeds.ts";
import { missedWords, passedOverWords, quietReasons, remindingWays } from "./event-words.ts";
import type { Lang } from "./lang.ts";
import { levelPhrases, staffName } from "./words.ts";

/** What came of a ring, or what was done to a clock, without a full stop: for a list under the clock's own name. */
export const ringWords = (fact: Fact, directory: Directory, lang: Lang): string =>
  [cameWords(fact, directory, lang), alsoWords(fact, lang)]
    .filter((words) => words !== "")
    .join({ zh: "；", en: "; " }[lang]);

/** The reminders that a ring stands for, or that it came before. */
const alsoWords = (fact: Fact, lang: Lang): string => {
  switch (fact.type) {
    case "reminded":
      return passedOverWords(fact.passedOver, lang);
    case "lifted":
    case "stepOverdue":
    case "overdueAtTop":
    case "statutoryOverdue":
      return missedWords(fact.passedOver ?? [], lang);
    default:
      return "";
  }
};

const cameWords = (fact: Fact, directory: Directory, lang: Lang): string => {
  switch (fact.type) {
    case "reminded": {
      const who = staffName(directory, fact.to, lang);
      return {
        zh: `已过 ${fact.percent}%，提醒${who}，${remindingWays[fact.how].zh}`,
        en: `${fact.percent}% gone: ${who} was reminded, ${remindingWays[fact.how].en}`,
      }[lang];
    }
    case "shareReached":
      return {
        zh: `已过 ${fact.percent}%，${quietReasons[fact.lift ?? "nobody"].zh}`,
        en: `${fact.percent}% gone: ${quietReasons[fact.lift ?? "nobody"].en}`,
      }[lang];
    case "lifted":
      return {
        zh: `已过 ${fact.percent}%，事项还在${levelPhrases[fact.level].zh}，直接上提到${levelPhrases[fact.to].zh}`,
        en: `${fact.percent}% gone with the case still at ${levelPhrases[fact.level].en}: moved up to ${levelPhrases[fact.to].en}`,
      }[lang];
    case "stepOverdue":
      return {
        zh: `届满没有办结，上提到${levelPhrases[fact.to].zh}`,
        en: `ended with nothing done: moved up to ${levelPhrases[fact.to].en}`,
      }[lang];
    case "overdueAtTop":
      return {
        zh: `届满没有${fact.level === "bureau" ? "决定" : "办结"}，列入督办`,
        en: "ended with nothing done: under supervision",
      }[lang];
    case "statutoryOverdue":
      return { zh: "届满，记为逾期", en: "ended; the lateness is on record" }[lang];
    case "deliveryOverdue":
      return { zh: "届满没有送达，催办答复人", en: "ended without delivery: the author was reminded" }[lang];
    case "closed":
      return { zh: "届满没有申请复查，办结", en: "ended without a request for review: the case is over" }[lang];
    case "extensionRefused":
      return fact.how === "tooLate"
        ? {
            zh: "延期申请届时没有决定，按不同意处理",
            en: "a request for more time was undecided and counts as refused",
          }[lang]
        : deedNames.extensionRefused[lang];
    case "extensionApproved":
      return { zh: `批准延期 ${fact.days} 日`, en: `${fact.days} more days were approved` }[lang];
    case "clockMoved":
      return fact.from === fact.to
        ? { zh: `放假安排公布，${dateWords(fact.to, "zh")}不再是暂定`, en: "the day is no longer provisional" }[lang]
        : {
            zh: `重新计算，由 ${dateWords(fact.from, "zh")}改为 ${dateWords(fact.to, "zh", fact.from)}`,
            en: `counted anew, from ${dateWords(fact.from, "en")} to ${dateWords(fact.to, "en", fact.from)}`,
          }[lang];
    default:
      return deedNames[fact.type][lang];
  }
};
