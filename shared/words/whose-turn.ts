import { whoGetsIt } from "#case/account/what-comes-next.ts";
import { type Case, hasEnded, type In } from "#case/state/case.ts";
import { stepDue } from "#case/state/due.ts";
import { isPlaceless } from "#case/state/placeless.ts";
import { isPromisedByLetter } from "#case/state/promise.ts";
import { lastDayOf } from "#case/state/running.ts";
import { wordTold } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import type { Until } from "#ground/instant.ts";
import type { Reader } from "./acts/matter-words.ts";
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

const awaited: Record<Reader, Record<Awaited, Bilingual>> = {
  petitioner: {
    word: { zh: "等您表态", en: "You" },
    confirmation: { zh: "等您确认", en: "You" },
    review: { zh: "等您决定是否申请复查", en: "You" },
    undoing: { zh: "等您想清楚", en: "You" },
  },
  staff: {
    word: { zh: "等信访人表态", en: "The petitioner" },
    confirmation: { zh: "等信访人确认", en: "The petitioner" },
    review: { zh: "等信访人决定是否申请复查", en: "The petitioner" },
    undoing: { zh: "等信访人想清楚", en: "The petitioner" },
  },
};

const settlementAsks: Record<Reader, Bilingual> = {
  petitioner: {
    zh: "承办单位提出了解决方案，请您表态。",
    en: "The unit in charge proposes a settlement and asks for your word on it.",
  },
  staff: {
    zh: "已提出解决方案，等待信访人表态。",
    en: "A settlement has been proposed and waits for the petitioner's word.",
  },
};

const performanceAsks: Record<Reader, Bilingual> = {
  petitioner: { zh: "请您确认：所承诺的是否办到。", en: "You are asked whether what was promised is done." },
  staff: {
    zh: "等待信访人确认所承诺的是否办到。",
    en: "The petitioner is asked whether what was promised is done.",
  },
};

const withdrawing: Record<Reader, Bilingual> = {
  petitioner: {
    zh: "已经撤回，现在没有人办理。改了主意的，可以恢复办理。",
    en: "It has been withdrawn, and nobody works on it now. If you change your mind, have it taken up again.",
  },
  staff: {
    zh: "信访人已撤回，现在不用办理；信访人可以恢复办理，法定期限没有停。",
    en: "The petitioner has withdrawn it: nothing is to be done now. They may have it taken up again; the law's time runs on.",
  },
};

/** Withdrawn, and its petitioner says that they were pressed: it waits for whoever was told. */
const pressed: Bilingual = {
  zh: "信访人反映撤回不是自己的意思，等负责人核实答复；答复以前撤回不生效。",
  en: "The petitioner says that they were pressed to withdraw it, and waits for an answer; until then the withdrawal is not final.",
};

const merged: Record<Reader, Bilingual> = {
  petitioner: {
    zh: "与反映同一事项、要求相同的另一件合并办理，答复单独发给您。",
    en: "It is handled together with another petition of the same facts and requests; the answer comes to you in a letter of your own.",
  },
  staff: {
    zh: "已并入同一事项的另一件办理，由那一件的承办人一并答复；法定期限没有停。",
    en: "It is handled in another petition of the same matter, whose handler answers both; the law's time runs on.",
  },
};

const performing: Record<Reader, Bilingual> = {
  petitioner: {
    zh: "您同意的解决方案正在兑现，到了承诺的日子会请您确认。",
    en: "What you agreed to is being carried out; when the promised day has come you will be asked whether it is done.",
  },
  staff: {
    zh: "信访人已同意解决方案，正在兑现。",
    en: "The petitioner has agreed; what was promised is being carried out.",
  },
};

const promisedByLetter: Record<Reader, Bilingual> = {
  petitioner: {
    zh: "答复中承诺的事正在办理，到了承诺的日子会请您确认。",
    en: "What the answer promised is being done; when the day has come you will be asked whether it is.",
  },
  staff: {
    zh: "答复中承诺的事正在办理。",
    en: "What the answer promised is being done.",
  },
};

const reviewSays: Record<Reader, Bilingual> = {
  petitioner: {
    zh: "书面答复已送达。如果不同意，可以在期限内申请复查。",
    en: "The answer has been delivered. If you disagree, you can ask for a review in time.",
  },
  staff: {
    zh: "书面答复已送达，信访人可以在期限内申请复查。",
    en: "The answer has been delivered; the petitioner can ask for a review in time.",
  },
};

const examined: Bilingual = {
  zh: "已登记，正在审查是否受理。",
  en: "Registered. It is being examined for acceptance.",
};

const examinedAgain: Bilingual = {
  zh: "曾决定不予受理，信访人要求重新审查，正由信访局负责人决定。",
  en: "It was refused, and the petitioner asks to look again: the head of the petition office decides.",
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
 * @param leadUnit the unit that has the petition in which this one is handled, where that is known
 */
export const whoseTurn = (petition: Case, world: World, lang: Lang, reader: Reader, leadUnit?: UnitId): WhoseTurn => {
  if (hasEnded(petition)) return { says: endingSays(petition)[lang] };
  const { directory } = world;
  const unit = (id: UnitId): TurnHolder => ({ label: holderLabels.unit[lang], name: unitName(directory, id, lang) });
  const petitioner = (what: Awaited): TurnHolder => ({
    label: holderLabels.petitioner[lang],
    name: awaited[reader][what][lang],
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
      const owner = reader === "staff" ? { zh: `（经办人${person}）`, en: ` (${person})` }[lang] : "";
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
          says: settlementAsks[reader][lang],
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
            says: (isPromisedByLetter(petition) ? promisedByLetter : performing)[reader][lang],
            who: unit(petition.unit),
            until: stepDue(petition).lastDay,
          }
        : { says: performanceAsks[reader][lang], who: petitioner("confirmation"), until: stepDue(petition).lastDay };
    case "merged":
      return {
        says: merged[reader][lang],
        ...(leadUnit !== undefined && { who: unit(leadUnit) }),
        until: lastDayOf(petition, "handling"),
      };
    case "withdrawing": {
      // A case that is shown to somebody else than whoever was told is without it.
      const told = reader === "staff" ? wordTold(petition) : undefined;
      if (told !== undefined) {
        return { says: pressed[lang], who: unit(told.confidant.unit), until: lastDayOf(petition, "pressure") };
      }
      return {
        says: withdrawing[reader][lang],
        who: petitioner("undoing"),
        until: lastDayOf(petition, "withdrawal"),
      };
    }
    case "delivering":
      return {
        says: { zh: "已作出书面答复，正在送达。", en: "Answered in writing; the answer is being delivered." }[lang],
        who: unit(petition.answeredBy.unit),
        until: lastDayOf(petition, "delivery"),
      };
    case "window":
      return { says: reviewSays[reader][lang], who: petitioner("review"), until: lastDayOf(petition, "review") };
  }
};
