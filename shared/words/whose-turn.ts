import { whoGetsIt } from "#case/account/what-comes-next.ts";
import { type Case, hasEnded, type In } from "#case/state/case.ts";
import { isReviewOver, stepDue } from "#case/state/due.ts";
import { isPlaceless } from "#case/state/placeless.ts";
import { isPromisedByLetter, openPromises } from "#case/state/promise.ts";
import { isUnderReview } from "#case/state/review.ts";
import { lastDayOf } from "#case/state/running.ts";
import { wordTold } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import type { Until } from "#ground/instant.ts";
import { endingSays } from "./matters.ts";
import { staffName, unitName } from "./words.ts";

/** Where a case stands, in a sentence; who has it and until when, while anybody has. */
export type WhoseTurn = { says: string; who?: TurnHolder; until?: Until };

/** Who has it: a unit by its name, or the petitioner, who is waited for. `label` goes before `name`. */
type TurnHolder = { label: string; name: string };

const holderLabels = {
  unit: { zh: "承办单位", en: "With" },
  petitioner: { zh: "目前", en: "With" },
} satisfies Record<string, Bilingual>;

/** What the petitioner is waited for. */
type Awaited = "word" | "confirmation" | "review" | "undoing";

/** What one reader is told of whose turn it is, where another is told it in other words. */
export type TurnWords = {
  /** Of what the petitioner is waited for, as who has it. */
  awaited: Record<Awaited, Bilingual>;
  settlementAsks: Bilingual;
  performanceAsks: Bilingual;
  withdrawing: Bilingual;
  /** Withdrawn, and its petitioner says that they were pressed: it waits for whoever was told. Petitioners read `withdrawing`. */
  pressed: Bilingual | undefined;
  merged: Bilingual;
  performing: Bilingual;
  promisedByLetter: Bilingual;
  review: Bilingual;
  /** Who has it in the unit, by name, for those who read names. */
  handler: (name: string) => Bilingual | undefined;
};

const examined: Bilingual = {
  zh: "已登记，正在审查是否受理。",
  en: "Registered. It is being examined for acceptance.",
};

const examinedAgain: Bilingual = {
  zh: "曾决定不予受理，信访人要求重新审查，正由信访局负责人决定。",
  en: "It was refused, and the petitioner asks to look again: the head of the petition office decides.",
};

const delivered: Bilingual = {
  zh: "已作出书面答复，正在送达。",
  en: "Answered in writing; the answer is being delivered.",
};
const reviewed: Bilingual = {
  zh: "已作出复查意见，正在送达。",
  en: "The review is decided; its letter is being delivered.",
};
const reviewAsked: Bilingual = {
  zh: "已申请复查，正由复查机关决定是否受理；复查期间原答复继续有效。",
  en: "A review was asked for; the body above says whether it takes it up. Until then the answer stands.",
};
const underReview: Bilingual = {
  zh: "正在复查；复查期间原答复继续有效。",
  en: "The answer is being reviewed. Until that is decided it stands.",
};
const upheld: Bilingual = {
  zh: "复查维持了原答复。不服的，可以在期限内按复查意见书写的机关和地址申请复核。",
  en: "The review has upheld the answer. Within the time below, a re-review can be asked for at the body that the letter names.",
};

/** What is examined before a petition is accepted. */
const examining = (petition: In<"registered" | "screening">, world: World): Bilingual => {
  if (petition.reconsideration !== undefined) return examinedAgain;
  return isPlaceless(petition, world) ? placeless(world.directory) : examined;
};

const placeless = (directory: Directory): Bilingual => {
  const { bureau } = directory.district;
  return {
    zh: `已登记。${unitName(directory, bureau, "zh")}先确定是哪个社区（村）的事，再决定是否受理。`,
    en: `Registered. ${unitName(directory, bureau, "en")} finds out which community it concerns, then decides on acceptance.`,
  };
};

/**
 * The answer to "who has it, and until when" at the top of every page about a case.
 * @param words what its reader is told: `turnToPetitioners` or `turnToOffice`
 * @param leadUnit the unit that has the petition in which this one is handled, where that is known
 */
export const whoseTurn = (petition: Case, world: World, lang: Lang, words: TurnWords, leadUnit?: UnitId): WhoseTurn => {
  if (hasEnded(petition)) return { says: endingSays(petition)[lang] };
  const { directory } = world;
  const unit = (id: UnitId): TurnHolder => ({ label: holderLabels.unit[lang], name: unitName(directory, id, lang) });
  const petitioner = (what: Awaited): TurnHolder => ({
    label: holderLabels.petitioner[lang],
    name: words.awaited[what][lang],
  });
  switch (petition.status) {
    case "registered":
    case "screening":
      return {
        says: examining(petition, world)[lang],
        who: unit(petition.status === "screening" ? petition.unit : petition.responsible.unit),
        until: lastDayOf(petition, "accept"),
      };
    case "transferring":
      return {
        says: {
          zh: `已转送${petition.body.name.zh}，等待对方收到；在此以前仍由下列单位负责。地址：${petition.body.address.zh}，电话：${petition.body.phone}。想撤回的，请向该机关提出。`,
          en: `Transferred to ${petition.body.name.en}, which has yet to say that it has it. Address: ${petition.body.address.en}; phone: ${petition.body.phone}. Until then the unit below answers for it. To take the matter back, please turn to that body.`,
        }[lang],
        who: unit(petition.unit),
        until: lastDayOf(petition, "transfer"),
      };
    case "accepted": {
      const { unit: to, staff } = whoGetsIt(petition, world);
      const by = petition.responsible.unit;
      const [toName, byName, person] = [
        unitName(directory, to, lang),
        unitName(directory, by, lang),
        staffName(directory, staff, lang),
      ];
      const owner = words.handler(person)?.[lang] ?? "";
      const holds =
        to === by ? "" : { zh: `签收以前，仍由${byName}负责。`, en: ` Until then ${byName} answers for it.` }[lang];
      // Between two steps the acceptance is old news.
      const how = petition.isNew
        ? {
            zh: `已受理，由${toName}${owner}办理，等待签收。`,
            en: `Accepted, and given to ${toName}${owner}, which has yet to acknowledge it.`,
          }
        : {
            zh: `已转到${toName}${owner}，等待签收。`,
            en: `Passed on to ${toName}${owner}, which has yet to acknowledge it.`,
          };
      return { says: `${how[lang]}${holds}`, who: unit(to), until: lastDayOf(petition, "handling") };
    }
    case "handling":
      if (petition.settlement !== undefined) {
        return {
          says: words.settlementAsks[lang],
          who: petitioner("word"),
          until: lastDayOf(petition, "step"),
        };
      }
      return {
        says:
          petition.acknowledgedAt === undefined
            ? { zh: "已转到办理单位，等待签收。", en: "Sent to the unit in charge, which has yet to acknowledge it." }[
                lang
              ]
            : { zh: "办理单位已签收，正在办理。", en: "The unit in charge has acknowledged it and is at work." }[lang],
        who: unit(petition.unit),
        until: stepDue(petition).lastDay,
      };
    case "performing":
      return petition.settlement.askedAt === undefined
        ? {
            says: (isPromisedByLetter(petition) ? words.promisedByLetter : words.performing)[lang],
            who: unit(petition.unit),
            until: stepDue(petition).lastDay,
          }
        : { says: words.performanceAsks[lang], who: petitioner("confirmation"), until: stepDue(petition).lastDay };
    case "merged":
      return {
        says: words.merged[lang],
        ...(leadUnit !== undefined && { who: unit(leadUnit) }),
        until: lastDayOf(petition, "handling"),
      };
    case "withdrawing": {
      // A case that is shown to somebody else than whoever was told is without it.
      const told = wordTold(petition);
      if (told !== undefined && words.pressed !== undefined) {
        return { says: words.pressed[lang], who: unit(told.confidant.unit), until: lastDayOf(petition, "pressure") };
      }
      return {
        says: words.withdrawing[lang],
        who: petitioner("undoing"),
        until: lastDayOf(petition, "withdrawal"),
      };
    }
    case "delivering":
      return {
        says: (petition.review === undefined ? delivered : reviewed)[lang],
        who: unit(petition.review?.reviewer.unit ?? petition.answeredBy.unit),
        until: lastDayOf(petition, "delivery"),
      };
    case "window":
      if (isUnderReview(petition)) {
        const { accepted, reviewer } = petition.review;
        return {
          says: (accepted ? underReview : reviewAsked)[lang],
          who: unit(reviewer.unit),
          until: lastDayOf(petition, accepted ? "reviewDecision" : "reviewAccept"),
        };
      }
      if (isReviewOver(petition)) {
        const [open] = openPromises(petition);
        const isAsked = open?.performed !== undefined;
        return {
          says: (isAsked ? words.performanceAsks : words.promisedByLetter)[lang],
          who: isAsked ? petitioner("confirmation") : unit(open?.unit ?? petition.answeredBy.unit),
          until: stepDue(petition).lastDay,
        };
      }
      return petition.review === undefined
        ? { says: words.review[lang], who: petitioner("review"), until: lastDayOf(petition, "review") }
        : { says: upheld[lang], until: lastDayOf(petition, "reReview") };
  }
};
