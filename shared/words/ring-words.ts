import type { Fact } from "#case/state/event.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { dateWords, moreDays } from "./dates.ts";
import { deedNames } from "./deeds.ts";
import { missedWords, passedOverWords, quietReasons, remindingWays } from "./event-words.ts";
import { levelPhrases, staffName } from "./words.ts";

/** What a line about a clock draws on; whether the case was between two steps when that happened, and the reader's day. */
type Telling = { directory: Directory; lang: Lang; wasOnItsWay: boolean; today: DistrictDate };

/** What came of a ring, or what was done to a clock, without a full stop: for a list under the clock's own name. */
export const ringWords = (fact: Fact, telling: Telling): string =>
  [cameWords(fact, telling), alsoWords(fact, telling.lang)]
    .filter((words) => words !== "")
    .join({ zh: "；", en: "; " }[telling.lang]);

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

const cameWords = (fact: Fact, { directory, lang, wasOnItsWay, today }: Telling): string => {
  switch (fact.type) {
    case "reminded": {
      const who = staffName(directory, fact.to, lang);
      return {
        zh: `已过 ${fact.percent}%，提醒${who}，${remindingWays[fact.how].zh}`,
        en: `${fact.percent}% of the time has passed: ${who} was reminded, ${remindingWays[fact.how].en}`,
      }[lang];
    }
    case "shareReached": {
      const why = quietReasons[fact.lift ?? (wasOnItsWay ? "onItsWay" : "nobody")];
      return {
        zh: `已过 ${fact.percent}%，${why.zh}`,
        en: `${fact.percent}% of the time has passed: ${why.en}`,
      }[lang];
    }
    case "lifted":
      return {
        zh: `已过 ${fact.percent}%，事项还在${levelPhrases[fact.level].zh}，直接上提到${levelPhrases[fact.to].zh}`,
        en: `${fact.percent}% of the time has passed with the case still at ${levelPhrases[fact.level].en}: moved up to ${levelPhrases[fact.to].en}`,
      }[lang];
    case "stepOverdue":
      return {
        zh: `届满没有办结，上提到${levelPhrases[fact.to].zh}`,
        en: `ended unfinished: moved up to ${levelPhrases[fact.to].en}`,
      }[lang];
    case "overdueAtTop":
      return fact.level === "bureau"
        ? { zh: "届满没有作出受理决定，列入督办", en: "ended undecided: under supervision" }[lang]
        : { zh: "届满没有办结，列入督办", en: "ended unfinished: under supervision" }[lang];
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
      return {
        zh: `批准延期 ${fact.days} 日`,
        en: `${moreDays(fact.days)} ${fact.days === 1 ? "was" : "were"} approved`,
      }[lang];
    case "clockMoved":
      return fact.from === fact.to
        ? { zh: `放假安排公布，${dateWords(fact.to, "zh", today)}不再是暂定`, en: "the day is no longer provisional" }[
            lang
          ]
        : {
            zh: `重新计算，由 ${dateWords(fact.from, "zh", today)}改为 ${dateWords(fact.to, "zh", fact.from)}`,
            en: `counted anew, from ${dateWords(fact.from, "en", today)} to ${dateWords(fact.to, "en", fact.from)}`,
          }[lang];
    default:
      return deedNames[fact.type][lang];
  }
};
