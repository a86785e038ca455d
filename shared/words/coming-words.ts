import type { ClockAccount, Coming } from "#case/account/clock-account.ts";
import { whereItsEndLeads, whereTheLiftLeads } from "#case/account/what-comes-next.ts";
import type { Case } from "#case/state/case.ts";
import { isMailedAtOnce } from "#case/state/periods.ts";
import { openPromises } from "#case/state/promise.ts";
import { clockOf } from "#case/state/running.ts";
import { actor, inTransit, isAsking, isHurrying, isObjecting, isProposing, isRecusing } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { type PeriodKind, untilOf } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import type { Ring } from "#clock/rings.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { isBelow, liftedTo } from "#ground/levels.ts";
import { chasing } from "./chasing-words.ts";
import { endWords, momentWords } from "./dates.ts";
import { levelWords } from "./level-words.ts";
import { quietReasons, remindingWays } from "./reminding-words.ts";
import { staffName } from "./words.ts";

/** What words about a clock draw on: its case, the place and its rules, and when it is read. */
export type Telling = { petition: Case; lang: Lang } & World;

/** That an open request for more time ends with what ends the step; nothing where none is open. */
const lapseWords = ({ petition, lang }: Telling): string =>
  isAsking(petition)
    ? { zh: "，没有决定的延期申请同时终止", en: ", and the undecided request for more time lapses" }[lang]
    : "";

/** What the end of a clock will do to the case as it stands now, or does when it has come. */
const atTheEnd = (kind: PeriodKind, isDue: boolean, telling: Telling): string => {
  const { petition, lang } = telling;
  const chased = chasing(petition).coming;
  const above = petition.status === "handling" ? whereItsEndLeads(petition, telling) : undefined;
  switch (kind) {
    case "step":
      return above === undefined
        ? {
            zh: `没有办结的，列入督办，${chased.zh}`,
            en: `unfinished, the case comes under supervision, ${chased.en}`,
          }[lang]
        : {
            zh: `没有办结的，自动转到${levelWords(telling, above).zh}${lapseWords(telling)}`,
            en: `unfinished, the case moves up to ${levelWords(telling, above).en}${lapseWords(telling)}`,
          }[lang];
    case "acknowledgement":
      return above === undefined
        ? {
            zh: `没有签收的，列入督办，${chased.zh}`,
            en: `unacknowledged, the case comes under supervision, ${chased.en}`,
          }[lang]
        : {
            zh: `没有签收的，自动转到${levelWords(telling, above).zh}`,
            en: `unacknowledged, the case moves up to ${levelWords(telling, above).en}`,
          }[lang];
    case "transfer":
      return { zh: "没有对方回执的，由信访局催问", en: "without a receipt, the petition office asks for it" }[lang];
    case "accept":
      return petition.status === "registered" && isDue
        ? {
            zh: "还在转办，记为逾期，不催办",
            en: "still on its way: the lateness goes on record and nobody is reminded",
          }[lang]
        : {
            zh: `没有决定是否受理的，列入督办，${chased.zh}`,
            en: `undecided, the case comes under supervision, ${chased.en}`,
          }[lang];
    case "handling":
      return {
        zh: `没有答复的，记为法定期限逾期，继续办理${lapseWords(telling)}`,
        en: `unanswered, the lateness goes on record and work goes on${lapseWords(telling)}`,
      }[lang];
    case "performance":
      return { zh: "请信访人确认是否办到", en: "the petitioner is asked whether it is done" }[lang];
    case "promise":
      return {
        zh: "没有报告办到的，转该单位负责人，由信访局督办",
        en: "without a report the head of its unit has it, and the petition office sees to it",
      }[lang];
    case "supervision":
      return {
        zh: "没有督办的，转信访局负责人，此后每个工作日早上催一次",
        en: "unless the bureau asks for it, its head has to, and is reminded every working morning",
      }[lang];
    case "supervisionDecision":
      return {
        zh: "没有决定的，转信访局负责人，此后每个工作日早上催一次",
        en: "undecided, the bureau’s head decides, and is reminded every working morning",
      }[lang];
    case "feedback":
      return {
        zh: "没有反馈的，升一级督办；已经挂牌的，每个工作日早上催一次",
        en: "unanswered, supervision rises a level; on the last one, whoever has it is reminded every working morning",
      }[lang];
    case "confirmation":
      return petition.promised !== undefined ||
        (petition.status === "performing" && petition.settlement.reported !== undefined)
        ? {
            zh: "信访人没有答复的，办结，不计为已解决",
            en: "without the petitioner's word the case is over, and not counted as resolved",
          }[lang]
        : {
            zh: "没有人说明是否办到的，重新办理",
            en: "if nobody says that it was done, the matter is taken up anew",
          }[lang];
    case "withdrawal":
      return {
        zh: "信访人没有恢复办理的，确认撤回，事项结束",
        en: "not undone, the withdrawal is confirmed and the case is over",
      }[lang];
    case "pressure":
      return {
        zh: "没有答复的，每个工作日早上催一次，撤回不生效",
        en: "unanswered, the bureau’s head is reminded every working morning, and the withdrawal is not final",
      }[lang];
    case "material":
      return {
        zh: "没有补充的，本环节恢复计时，按现有的材料办理",
        en: "with nothing brought, the step’s time runs again and work goes on with what there is",
      }[lang];
    case "delivery":
      return {
        zh: "没有送达的，记为逾期，并列入送达人每天的“今日待办”，直到送达",
        en: "undelivered, that goes on record, and whoever has to deliver it reads of it every working morning until they have",
      }[lang];
    case "review":
      if (
        petition.status !== "window" ||
        clockOf(petition, "performance") !== undefined ||
        openPromises(petition).length > 0
      ) {
        return {
          zh: "没有申请复查的，也要等承诺的事办到才办结",
          en: "without a request for review, the case still waits for what was promised",
        }[lang];
      }
      return { zh: "没有申请复查的，办结", en: "without a request for review, the case is over" }[lang];
    case "objectionDecision":
      if (isObjecting(petition) && petition.objection.isLast) {
        return {
          zh: "没有决定的，每个工作日早上催一次；不决定不等于同意",
          en: "undecided, the bureau’s head is reminded every working morning; silence does not uphold it",
        }[lang];
      }
      return {
        zh: "没有决定的，转信访局负责人决定；不决定不等于同意",
        en: "undecided, the bureau’s head decides; silence does not uphold it",
      }[lang];
    case "otherWayDecision":
      if (isProposing(petition) && petition.otherWay.isLast) {
        return {
          zh: "没有决定的，每个工作日早上催一次；不决定不等于同意",
          en: "undecided, the bureau’s head is reminded every working morning; silence is no consent",
        }[lang];
      }
      return {
        zh: "没有决定的，转信访局负责人决定；不决定不等于同意",
        en: "undecided, the bureau’s head decides; silence is no consent",
      }[lang];
    case "urgencyDecision":
      if (isHurrying(petition) && petition.hurry.isLast) {
        return {
          zh: "没有决定的，每个工作日早上催一次",
          en: "undecided, whoever decides is reminded every working morning",
        }[lang];
      }
      return { zh: "没有决定的，转信访局负责人决定", en: "undecided, the bureau’s head decides" }[lang];
    case "recusalDecision":
      if (isRecusing(petition) && petition.recusal.isLast) {
        return {
          zh: "没有决定的，每个工作日早上催一次；不决定不等于同意，也不等于不同意",
          en: "undecided, whoever decides is reminded every working morning; silence neither grants nor refuses it",
        }[lang];
      }
      return {
        zh: "没有决定的，转信访局负责人决定；不决定不等于同意，也不等于不同意",
        en: "undecided, the bureau’s head decides; silence neither grants nor refuses it",
      }[lang];
    case "reviewAccept":
    case "reviewDecision":
      return {
        zh: "没有作出的，记为逾期，转复查机关负责人，此后每个工作日早上催一次",
        en: "undecided, that goes on record, the head of the body has it, and is reminded every working morning",
      }[lang];
    case "lead":
      return {
        zh: "没有办到的，报信访局负责人，此后每个工作日早上催一次",
        en: "undone, the head of the petition office is told, and the leader is reminded every working morning",
      }[lang];
    case "instruction":
      return {
        zh: "没有办到的，转该单位负责人，再报包案领导",
        en: "undone, the head of its unit has it, and then the leader is told",
      }[lang];
    case "receipt":
    case "objection":
    case "reReview":
    case "reReviewDecision":
    case "followUp":
      return {
        zh: "没有回访的，转信访局负责人；再没有的，记录在案，不再回访",
        en: "without a call the bureau’s head has it; without one again that goes on record, and the follow-up is over",
      }[lang];
    case "proposal":
      return { zh: "没有办结的，记为逾期", en: "unfinished, the lateness goes on record" }[lang];
  }
};

/** What the share will do at which a low case moves up, or does when it has come. */
const atTheLift = (isDue: boolean, telling: Telling): string => {
  const { petition, lang } = telling;
  const isOnTheWay = petition.status === "handling" || petition.status === "accepted";
  if (!isOnTheWay || !isBelow(petition.status === "handling" ? petition.level : petition.goingTo, liftedTo)) {
    return { zh: "所在层级已经够高，不用提级办理，只作记录", en: "the case is high enough, which is noted" }[lang];
  }
  if (petition.status === "accepted" && isDue) return quietReasons.waits[lang];
  const level = levelWords(telling, petition.status === "handling" ? petition.level : petition.goingTo);
  const to = whereTheLiftLeads(petition, telling);
  return {
    zh: `还在${level.zh}的，直接提级到${levelWords(telling, to).zh}办理${lapseWords(telling)}`,
    en: `still at ${level.en}, the case moves up to ${levelWords(telling, to).en} at once${lapseWords(telling)}`,
  }[lang];
};

const atTheNotice = (kind: PeriodKind, isDue: boolean, { petition, directory, lang }: Telling): string => {
  if (kind === "confirmation") {
    return { zh: "再次请信访人确认", en: "the petitioner is asked once more" }[lang];
  }
  if (kind === "delivery") {
    return petition.status === "delivering" && petition.deliveryAskedAt !== undefined
      ? { zh: "已经请人送达，不再提醒", en: "somebody was asked to deliver it already" }[lang]
      : { zh: "没有打开的，请答复人送达", en: "unopened, its author is asked to deliver it" }[lang];
  }
  if (kind === "objectionDecision") {
    return { zh: "提醒决定异议的人，单独发邮件", en: "whoever decides on the objection is reminded by email" }[lang];
  }
  if (kind === "otherWayDecision") {
    return { zh: "提醒决定提请的人，单独发邮件", en: "whoever decides on the proposal is reminded by email" }[lang];
  }
  if (["promise", "supervision", "supervisionDecision", "feedback", "lead", "instruction"].includes(kind)) {
    return { zh: "提醒负责人，单独发邮件", en: "whoever has it is reminded by email" }[lang];
  }
  if (kind === "reviewAccept" || kind === "reviewDecision") {
    return { zh: "提醒复查人员，单独发邮件", en: "whoever examines it is reminded by email" }[lang];
  }
  if (kind === "pressure") {
    return { zh: "提醒信访局负责人，单独发邮件", en: "the head of the petition office is reminded by email" }[lang];
  }
  if (kind === "urgencyDecision") {
    return { zh: "提醒决定是否紧急的人，单独发邮件", en: "whoever decides whether it is urgent is reminded by email" }[
      lang
    ];
  }
  if (kind === "recusalDecision") {
    return { zh: "提醒决定回避的人，单独发邮件", en: "whoever decides who steps aside is reminded by email" }[lang];
  }
  if (inTransit(petition) && isDue)
    return { zh: "正在转办，不提醒", en: "it is on its way, so nobody is reminded" }[lang];
  const person = actor(petition)?.staff;
  const who = person === undefined ? { zh: "经办人", en: "the handler" }[lang] : staffName(directory, person, lang);
  const way = remindingWays[isMailedAtOnce(petition, kind) ? "mail" : "digest"];
  return { zh: `提醒${who}，${way.zh}`, en: `${who} is reminded, ${way.en}` }[lang];
};

type ClockOfRow = ClockAccount["row"]["clock"];

/** A ring that comes: when, and whether it is with the one before it, so that its moment has been said. */
type ComingRing = { ring: Ring; at: Instant; isDue: boolean; isSaid: boolean };

/** What one ring does, and when: `12月7日（周一）08:30，时间过 50%，提醒林佳怡`. */
const ringComes = (clock: ClockOfRow, { ring, at: moment, isDue, isSaid }: ComingRing, telling: Telling): string => {
  const { lang, now } = telling;
  const today = districtDate(now);
  const at = momentWords(moment, lang, today);
  if (clock.kind === "decision") {
    return {
      zh: `到${at}还没有决定的，查看由谁决定`,
      en: `${at}: if nothing has been decided, it is seen to who decides`,
    }[lang];
  }
  if (clock.kind === "assistance") {
    return { zh: `${at}，查看协办、会商有没有回音`, en: `${at}: a look at what other units owe` }[lang];
  }
  if (clock.family === "watch") {
    return {
      zh: `到${at}还没有转到的，重新启动办理流程`,
      en: `${at}: if the case has not arrived, the workflow is started again`,
    }[lang];
  }
  if (ring.what === "end") {
    const [end, does] = [endWords(untilOf(clock), lang, today), atTheEnd(clock.kind, isDue, telling)];
    return { zh: `${end}届满，${does}`, en: `${end}: ${does}` }[lang];
  }
  const does = ring.what === "lift" ? atTheLift(isDue, telling) : atTheNotice(clock.kind, isDue, telling);
  return isSaid
    ? does
    : { zh: `${at}，时间过 ${ring.percent}%，${does}`, en: `${at}, at ${ring.percent}%: ${does}` }[lang];
};

/** When each of the rings comes. What a clock is to try again has its moment ahead, although its share has passed. */
const dueAt = (coming: Extract<Coming, { does: "ring" }>, now: Instant): ComingRing[] => {
  const isDue = coming.at <= now;
  return coming.rings.map((ring, nth) => {
    const before = coming.rings[nth - 1];
    const isSaid = before?.at === ring.at && before.percent === ring.percent;
    return { ring, at: isDue ? ring.at : coming.at, isDue, isSaid };
  });
};

/** What comes next and when. */
const comingWords = (clock: ClockOfRow, coming: Coming, telling: Telling): string => {
  const { petition, lang, now } = telling;
  const at = momentWords(coming.at, lang, districtDate(now));
  switch (coming.does) {
    case "ring":
      return dueAt(coming, now)
        .map((due) => ringComes(clock, due, telling))
        .join({ zh: "；", en: "; " }[lang]);
    case "again":
      return petition.status === "registered" || petition.status === "delivering"
        ? { zh: `${at}，再次记录逾期`, en: `${at}: the lateness is noted again` }[lang]
        : { zh: `${at}，再次催办`, en: `${at}: another reminder` }[lang];
    case "look":
      return { zh: `${at}，再看有没有要办的`, en: `${at}: a look whether anything has to be done` }[lang];
  }
};

/** That a ring is due and the sweep has yet to come by, or has tried to ring it and failed. */
const dueNow = (failures: number, lang: Lang): string => {
  if (failures === 0) return { zh: "（时间已到，等待处理）", en: " (due now)" }[lang];
  const times = failures === 1 ? "once" : `${failures} times`;
  return {
    zh: `（时间已到，自动处理失败 ${failures} 次，还会再试）`,
    en: ` (due now; acting on it failed ${times} and will be tried again)`,
  }[lang];
};

/** What comes next; of a ring whose moment has passed, what becomes of it at the next sweep. */
export const nextWords = ({ row, next }: ClockAccount, telling: Telling): string | undefined => {
  if (next === undefined) return undefined;
  const words = comingWords(row.clock, next, telling);
  return next.at > telling.now ? words : `${words}${dueNow(row.failures, telling.lang)}`;
};
