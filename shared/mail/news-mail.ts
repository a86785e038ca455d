import { unconfirmedAgent } from "#case/state/agent.ts";
import { type Case, hasEnded, type In, isAnswered } from "#case/state/case.ts";
import { isReviewOver, stepDue } from "#case/state/due.ts";
import type { Fact } from "#case/state/event.ts";
import type { News } from "#case/state/message.ts";
import { isUnderReview } from "#case/state/review.ts";
import { lastDayOf } from "#case/state/running.ts";
import { unitInCharge } from "#case/state/standing.ts";
import type { OtherLimit } from "#clock/other-limit.ts";
import { districtDate, lastDayIn } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { turnedBecause } from "#words/acts/simple.ts";
import { urgencyBecause } from "#words/acts/urgency.ts";
import { dateWords, latestWords, lengthWords, letterDate } from "#words/dates.ts";
import { deedNames } from "#words/deeds.ts";
import { levelWords } from "#words/level-words.ts";
import { limitLine, limitsSay } from "#words/limit-words.ts";
import { capitalised } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import { htmlMail } from "./html.tsx";
import type { MailText } from "./mail.ts";
import type { Sheet, SheetPart } from "./part.ts";
import { subjectLine } from "./subject.ts";
import { plainText } from "./text.ts";
import { contact, numberPart, untilPart } from "./words.ts";

/** What can be done against an answer, as its letter says it. */
const againstIt = ({ petition }: NewsOf, lang: Lang): string => {
  const remedy = isAnswered(petition) ? petition.letter.remedy : undefined;
  if (remedy?.kind === "review") {
    const time = lengthWords(remedy.review, lang);
    return {
      zh: `不同意的，从打开之日起 ${time}内可以申请复查，答复里写着去哪里申请。`,
      en: ` If you disagree you can ask for a review within ${time} of opening it; the answer says where.`,
    }[lang];
  }
  if (remedy?.kind !== "elsewhere") return "";
  return { zh: "不同意的，怎么办写在答复里。", en: " It says what you can do if you disagree." }[lang];
};

/** What a petitioner is told by mail. Of the case only number and dates are read; the rest waits behind the code. */
export type NewsTold = {
  news: News;
  /** What happened, as the record holds it: numbers that were decided are quoted from here. */
  fact: Fact;
  petition: Case;
  directory: Directory;
  /** The language in which the petitioner filed. */
  lang: Lang;
  now: Instant;
  statusUrl: string;
  /** The time limits of other bodies that run on: with what says so on paper too. */
  limits?: readonly OtherLimit[] | undefined;
  /** The query code: with `registered` only. */
  code?: string;
  /** The page where whoever reads this says whether the address is theirs: in the first mail, and when it is asked again. */
  confirmUrl?: string;
};

type NewsOf = { fact: Fact; petition: Case; directory: Directory; today: DistrictDate };

/** Whether the petition office has recorded it from a paper. */
const isOnPaper = (fact: Fact): boolean => fact.type === "withdrawalDeclared" && fact.paper !== undefined;

const movedBecause = (fact: Fact, lang: Lang): string => {
  switch (fact.type) {
    case "stepOverdue":
      return fact.unacknowledged
        ? { zh: "上一个环节没有按时签收。", en: "Nobody at the step before acknowledged it in time." }[lang]
        : { zh: "上一个环节没有按期办结。", en: "The step before did not finish in time." }[lang];
    case "lifted":
      return {
        zh: `法定答复时间已过 ${fact.percent}%。`,
        en: `${fact.percent}% of the law's time for the answer is gone.`,
      }[lang];
    default:
      return { zh: "承办单位报请上级办理。", en: "The unit in charge has reported it upward." }[lang];
  }
};

const movedTo = ({ fact, ...where }: NewsOf, lang: Lang): string =>
  fact.type === "stepOverdue" || fact.type === "lifted" || fact.type === "reportedUpward"
    ? { zh: `已转到${levelWords(where, fact.to).zh}办理。`, en: `It has gone to ${levelWords(where, fact.to).en}.` }[
        lang
      ]
    : "";

/** What was not done by which day. */
const lateBy = ({ fact, today, ...where }: NewsOf): Bilingual => {
  if (fact.type !== "statutoryOverdue" && fact.type !== "overdueAtTop") return { zh: "", en: "" };
  const [zh, en] = [dateWords(fact.lastDay, "zh", today), dateWords(fact.lastDay, "en", today)];
  const isAcceptance = fact.type === "statutoryOverdue" ? fact.clock === "accept" : fact.level === "bureau";
  if (isAcceptance) {
    return {
      zh: `最迟应当在${zh}决定是否受理，到期没有决定。`,
      en: `Whether to accept it was to be decided by ${en}, and has not been.`,
    };
  }
  return fact.type === "statutoryOverdue"
    ? {
        zh: `法定答复期限${zh}已过，还没有答复您。`,
        en: `The law's time for your answer ended on ${en}, and there is no answer yet.`,
      }
    : {
        zh: `${levelWords(where, fact.level).zh}最迟应当在${zh}办结，到期没有办结，上面没有更高一级可转。`,
        en: `${capitalised(levelWords(where, fact.level).en)} was to finish by ${en} and has not, with no level above.`,
      };
};

/** The unit that has the case. */
const holderName = (petition: Case, directory: Directory, lang: Lang): string =>
  unitName(directory, unitInCharge(petition) ?? directory.district.bureau, lang);

/** By which day something is asked for; nothing once it is not any more. */
const bringBy = (petition: Case, lang: Lang): string => {
  const wantedBy = petition.status === "handling" ? petition.material?.wantedBy : undefined;
  const day = wantedBy && letterDate(wantedBy, lang);
  return day === undefined ? "" : { zh: `，最迟${day}`, en: `, by ${day}` }[lang];
};

/** On which day something has arrived. */
const receivedOn = ({ fact, today }: NewsOf, lang: Lang): string =>
  fact.type === "materialAdded"
    ? { zh: `收到日期：${dateWords(fact.on, "zh", today)}。`, en: `Received on ${dateWords(fact.on, "en", today)}. ` }[
        lang
      ]
    : "";

/** That somebody has filed it for them, as long as they have not confirmed that. */
const filedForThem = (petition: Case, lang: Lang): string =>
  unconfirmedAgent(petition) === undefined
    ? ""
    : {
        zh: "有人说受您委托，代您提交了这件诉求。是谁、可以代您做什么，请用查询码查看，在“您自己可以决定的”里确认，或者结束代理；没有委托过的，也可以撤回诉求。",
        en: "Somebody filed it for you and says that you had asked for it. With your query code you see who, and what they may do for you, and can confirm or end that under “What you settle yourself”; if you never asked, you can withdraw the petition, too. ",
      }[lang];

/** What happened, and what can be done now. */
const tidings: Record<News, { title: Bilingual; next: { [L in Lang]: (about: NewsOf) => string } }> = {
  registered: {
    title: { zh: "您的诉求已登记", en: "Your petition is registered" },
    next: {
      zh: ({ petition, directory }) =>
        `${filedForThem(petition, "zh")}${
          petition.status === "registered" || petition.status === "screening"
            ? `${unitName(directory, directory.district.bureau, "zh")}先审查是否受理。办到哪一步，可以随时查询。`
            : "已经受理，逐级有人负责，到期会书面答复您。办到哪一步，可以随时查询。"
        }`,
      en: ({ petition, directory }) =>
        `${filedForThem(petition, "en")}${
          petition.status === "registered" || petition.status === "screening"
            ? `${unitName(directory, directory.district.bureau, "en")} first decides whether it can be accepted. You can follow it at any time.`
            : "It is accepted, somebody answers for it at every step, and you will get an answer in writing. You can follow it at any time."
        }`,
    },
  },
  accepted: {
    title: { zh: "您的诉求已受理", en: "Your petition is accepted" },
    next: {
      zh: () => "逐级有人负责，到期会书面答复您，最迟答复的日期写在下面。办到哪一步，可以随时查询。",
      en: () =>
        "Somebody answers for it at every step, and you will get an answer in writing by the day below. You can follow it at any time.",
    },
  },
  movedUp: {
    title: { zh: "您的诉求已提级办理", en: "Your petition has moved up" },
    next: {
      zh: (told) => `${movedBecause(told.fact, "zh")}${movedTo(told, "zh")}答复期限不变，您不用另外提交。`,
      en: (told) =>
        `${movedBecause(told.fact, "en")} ${movedTo(told, "en")} The time for your answer has not changed, and you need not file again.`,
    },
  },
  late: {
    title: { zh: "您的诉求没有按期办理", en: "Your petition is past its time limit" },
    next: {
      zh: (told) => `${lateBy(told).zh}逾期已经记录在案，列入督办。您有疑问，可以联系下面的单位。`,
      en: (told) =>
        `${lateBy(told).en} The delay is on record and under supervision. With questions, turn to the office below.`,
    },
  },
  notReached: {
    title: { zh: "没有联系上您", en: "We tried to reach you and could not" },
    next: {
      zh: ({ petition, directory }) =>
        `答复以前要先听取您的陈述。请打电话给${holderName(petition, directory, "zh")}，或者用查询码查看联系的时间和方式；电话号码有误的，可以在进度页更正。`,
      en: ({ petition, directory }) =>
        `You are heard before the answer. Please call ${holderName(petition, directory, "en")}, or see with your query code when and how it was tried; if your number is wrong, correct it on the progress page.`,
    },
  },
  progress: {
    title: { zh: "您的诉求有新的进展", en: "There is news of your petition" },
    next: {
      zh: () => "承办单位告知了办理进展。请用查询码查看。办理继续进行，答复期限不变，您不用另外回复。",
      en: () =>
        "The unit in charge has told you how far it is. Read it with your query code. Work goes on, the time for your answer has not changed, and you need not reply.",
    },
  },
  materialAsked: {
    title: { zh: "请您补充材料", en: "You are asked for material" },
    next: {
      zh: ({ petition, directory }) =>
        `${holderName(petition, directory, "zh")}请您补充材料${bringBy(petition, "zh")}。要什么、为什么、交到哪里、谁可以帮忙，请用查询码查看。没有的，不补充也不影响您的诉求；答复您的期限不变。`,
      en: ({ petition, directory }) =>
        `${capitalised(holderName(petition, directory, "en"))} asks you for material${bringBy(petition, "en")}. What, why, where to and who helps you read with your query code. If you have it not, you lose nothing; your answer is due as before.`,
    },
  },
  materialAdded: {
    title: { zh: "您补充的材料已经收到", en: "Your material has arrived" },
    next: {
      zh: (told) => `${receivedOn(told, "zh")}承办单位会看到。不是您本人或者您的代理人补充的，请联系下面的单位。`,
      en: (told) =>
        `${receivedOn(told, "en")}The unit in charge sees it. If neither you nor your agent added it, turn to the office below.`,
    },
  },
  fileRefused: {
    title: { zh: "您交的一份文件没有收下", en: "A file that you sent was not taken" },
    next: {
      zh: () => "为什么没有收下、怎么再交，请用查询码查看。您的诉求照常办理，不受影响。",
      en: () =>
        "Why, and how to send it again, you read with your query code. Work on your petition goes on as before.",
    },
  },
  settlementProposed: {
    title: { zh: "解决方案请您表态", en: "A settlement is proposed: please say what you think" },
    next: {
      zh: () => "承办单位提出了解决方案。请用查询码查看，再告诉我们您是否同意；不同意的写一句原因，办理继续进行。",
      en: () =>
        "The unit in charge has proposed a settlement. Read it with your query code and say whether you agree; if not, say why, and work goes on.",
    },
  },
  settlementRetracted: {
    title: { zh: "解决方案已收回", en: "The proposal was withdrawn" },
    next: {
      zh: () => "承办单位收回了提出的解决方案，您不用再表态。理由写在进度页上，办理继续进行。",
      en: () =>
        "The unit in charge has withdrawn its proposal, so you need not answer it. The progress page says why; work goes on.",
    },
  },
  settlementAgreed: {
    title: { zh: "您同意了解决方案", en: "You have agreed to a settlement" },
    next: {
      zh: ({ directory }) =>
        `事项没有办结。承诺的日子到了，会请您确认是否办到。如果不是您本人同意的，或者您改了主意，同意后 ${lengthWords(directory.policy.clocks.takeBack, "zh")}内可以在进度页收回。`,
      en: ({ directory }) =>
        `The case is not over: when the promised day has come you will be asked whether it is done. If that was not you, or you have changed your mind, you can take it back on the progress page within ${lengthWords(directory.policy.clocks.takeBack, "en")}.`,
    },
  },
  performanceAsked: {
    title: { zh: "请您确认是否办到", en: "Please say whether it is done" },
    next: {
      zh: () =>
        "承诺办到的事，请用查询码确认是否办到：办到的办结，没有办到的重新办理。没有答复的：承办单位报告已经办到的，到期办结，不计为已解决；没有报告的，到期重新办理。",
      en: () =>
        "Is what was promised done? Say so with your query code: if it is, the case ends; if not, the matter is taken up anew. Without your answer the case ends in time, not counted as resolved, where the unit in charge has reported that it is done; otherwise the matter is taken up anew.",
    },
  },
  reviewAccepted: {
    title: { zh: "复查已经受理", en: "Your review is taken up" },
    next: {
      zh: () => "复查受理告知书在查询进度页面上，写有最迟哪一天作出意见。经手过这件事项的人员都不参加。",
      en: () =>
        "The notice is on the progress page, with the day by which it is decided. Nobody who has had a part in the case examines it.",
    },
  },
  reviewRefused: {
    title: { zh: "复查不予受理", en: "Your review is not taken up" },
    next: {
      zh: () => "理由、原答复的效力和可以反映的上一级机关，写在告知书里，请在查询进度页面上看。",
      en: () =>
        "The notice on the progress page gives the reason, and the body above to which you can turn. The answer stands.",
    },
  },
  reviewLate: {
    title: { zh: "复查已经逾期", en: "Your review is overdue, which is on record" },
    next: {
      zh: () => "复查机关没有在期限内作出决定，每个工作日催办，直到作出为止。",
      en: () => "It was not decided in time. Whoever has it is reminded every working day until it is.",
    },
  },
  reviewed: {
    title: { zh: "复查意见已经作出", en: "Your review is decided" },
    next: {
      zh: () => "请在查询进度页面上打开复查意见书。打开就是送达，申请复核的期限从那天起计算。",
      en: () =>
        "Open its letter on the progress page. To open it is its delivery: the time for a re-review runs from that day.",
    },
  },
  answerRevoked: {
    title: { zh: "原答复已经撤销", en: "The answer is revoked, and the matter is handled anew" },
    next: {
      zh: () => "复查意见书在查询进度页面上，写有要怎样重新办理、最迟哪一天重新答复。由没有办理过的人员办理。",
      en: () =>
        "The opinion is on the progress page: what has to be done differently, and by when you are answered again. Other people handle it.",
    },
  },
  promiseReported: {
    title: { zh: "请您确认承诺的事是否办到", en: "Something that was promised is reported as done" },
    next: {
      zh: () => "请用查询码确认是否办到：没有办到的，由该单位负责人负责，信访局督办。没有答复的，不计为已解决。",
      en: () =>
        "Is it done? Say so with your query code: if not, the head of the unit has it and the petition office sees to it. Without your answer it is not counted as resolved.",
    },
  },
  promiseBroken: {
    title: { zh: "承诺的事没有按期办到", en: "Something that was promised was not done in time" },
    next: {
      zh: () => "已经记录在案，由该单位负责人负责，信访局督办。您不用重新提交诉求，进展写在查询页上。",
      en: () =>
        "That is on record: the head of the unit answers for it now, and the petition office sees to it. You need not file again; the status page says how it goes.",
    },
  },
  supervisionNoticed: {
    title: { zh: "信访局督办您的诉求", en: "The petition office supervises your case" },
    next: {
      zh: () => "要求哪个单位做什么、哪一天以前反馈，写在进度页上。各项期限不变。",
      en: () => "The progress page says what was asked of which unit, and by when. No time limit moves.",
    },
  },
  supervisionDeclined: {
    title: { zh: "信访局决定不督办", en: "The petition office does not supervise your case" },
    next: {
      zh: () => "理由写在进度页上。事项照常办理，期限不变。",
      en: () => "The progress page says why. Work goes on with the same time limits.",
    },
  },
  supervisionAccepted: {
    title: { zh: "督办有了结果", en: "The supervision of your case is over" },
    next: {
      zh: () => "单位的反馈写在进度页上，信访局已经认可。",
      en: () => "The progress page says what the unit answered, which the petition office has accepted.",
    },
  },
  promisePostponed: {
    title: { zh: "承诺的事延期一次", en: "Something that was promised has another day" },
    next: {
      zh: () => "新的日子和理由写在查询页上。只能延期一次。",
      en: () => "The status page has the new day and why. That may be done only once.",
    },
  },
  performanceUnreported: {
    title: { zh: "您的诉求重新办理", en: "Your petition is taken up anew" },
    next: {
      zh: () => "承诺的日子过后，没有人说明已经办到，事项重新办理，法定期限照常计算。",
      en: () =>
        "After the promised day nobody said that it was done, so the matter is taken up anew. The law's time has kept running.",
    },
  },
  answered: {
    title: { zh: "书面答复已作出", en: "Your answer is ready" },
    next: {
      zh: (told) => `请用查询码打开阅读。${againstIt(told, "zh")}`,
      en: (told) => `Open it with your query code.${againstIt(told, "en")}`,
    },
  },
  letterCorrected: {
    title: { zh: "书面答复有更正", en: "Your answer was corrected" },
    next: {
      zh: () =>
        "承办单位另发了一份处理意见书，写明更正了什么、为什么。请用查询码打开阅读；原来的一份仍可查看。申请复查的期限有没有变化，也写在里面。",
      en: () =>
        "The unit has issued another letter, which says what is different and why. Open it with your query code; the first one stays readable. It also says whether the time for a review begins anew.",
    },
  },
  notAccepted: {
    title: { zh: "您的诉求没有被受理", en: "Your petition was not accepted" },
    next: {
      zh: () => "理由，以及可以去哪里办，都写在进度页上。认为应当受理的，可以在进度页请信访局负责人重新审查一次。",
      en: () =>
        "The ground, and where you can go instead, are on the progress page. There you can also ask once that the head of the petition office looks again.",
    },
  },
  refusalUpheld: {
    title: { zh: "您的诉求重新审查后仍不予受理", en: "Your petition stays refused" },
    next: {
      zh: () => "信访局负责人重新审查的理由，以及您可以去哪里办，都写在进度页的告知书里。",
      en: () =>
        "Why the head of the petition office upholds the refusal, and where you can go instead, is in the notice on the progress page.",
    },
  },
  guided: {
    title: { zh: "您的诉求应当走法定途径", en: "Your matter has a procedure of its own" },
    next: {
      zh: () => "去哪里办、带什么材料、期限多长，都写在进度页上。",
      en: () => "Where to go, what to bring and until when is on the progress page.",
    },
  },
  transferred: {
    title: { zh: "您的诉求已转送其他机关", en: "Your matter was transferred to another body" },
    next: {
      zh: () => "转到哪里、电话多少、接下来怎么办，都写在进度页上。对方收到以前，仍由信访局负责。",
      en: () =>
        "Which body has it, its phone and what comes next is on the progress page. Until that body has said that it has it, the petition office answers for it.",
    },
  },
  transferReceived: {
    title: { zh: "转送的机关已经收到您的诉求", en: "The other body has received your matter" },
    next: {
      zh: () => "今后由该机关办理，怎么查询写在进度页上。",
      en: () => "It deals with it from now on; how to ask there is on the progress page.",
    },
  },
  withdrawing: {
    title: { zh: "您的诉求已撤回", en: "Your petition is withdrawn" },
    next: {
      zh: ({ fact }) =>
        `${isOnPaper(fact) ? "信访局收到了签名的书面撤回。" : ""}现在没有人办理。如果不是您本人撤回的，或者您改了主意，请在下面的日子以前到进度页恢复办理${isOnPaper(fact) ? "，也可以到信访局或者打电话请信访局恢复" : ""}，事项从原来的层级继续，法定期限没有停。过了这一天，会发给您撤回确认书。`,
      en: ({ fact }) =>
        `${isOnPaper(fact) ? "The petition office received a withdrawal on signed paper. " : ""}Nobody works on it now. If that was not you, or you have changed your mind, undo it by the day below on the progress page${isOnPaper(fact) ? ", or ask the petition office to, in person or by telephone" : ""}: it goes on where it stood, and the law's time has kept running. After that day you get a letter that confirms it.`,
    },
  },
  withdrawalUndone: {
    title: { zh: "您的诉求恢复办理", en: "Your petition goes on" },
    next: {
      zh: () =>
        "有人以您的名义要求恢复办理，信访局核对后照办：事项从原来的层级继续，法定期限没有停过。如果不是您的意思，请打电话告诉信访局。",
      en: () =>
        "In your name the petition office was asked to undo the withdrawal, made sure that it was you, and did: the matter goes on where it stood, and the law's time has never stopped. If that was not your wish, call the petition office.",
    },
  },
  withdrawn: {
    title: { zh: "您的撤回已经确认", en: "Your withdrawal is confirmed" },
    next: {
      zh: () => "撤回确认书在进度页上，可以阅读、打印。以后仍要反映的，可以重新提交。全部办理明细仍然可以查询。",
      en: () =>
        "The letter that confirms it is on the progress page, to read and to print. You may file the matter again. Its whole history stays open to you.",
    },
  },
  pressureAnswered: {
    title: { zh: "信访局有话答复您", en: "The petition office has answered you" },
    next: {
      zh: () => "信访局负责人的答复在进度页上，凭查询码查看。",
      en: () => "The answer of its head is on the progress page, and opens with your query code.",
    },
  },
  merged: {
    title: { zh: "您的诉求与另一件合并办理", en: "Your petition is handled together with another" },
    next: {
      zh: () =>
        "信访局认定两件是同一事项、要求相同。您的查询码和各项权利都不变，最迟答复的日期写在下面，您会收到给您本人的答复。还有要说的，可以随时补充材料；不愿意合并的，可以在进度页“您自己可以决定的”里要求单独办理。",
      en: () =>
        "The petition office found both to be the same matter. Your code and your rights stay as they are, and the answer comes to you in a letter of your own by the day below. If there is more to say, add material at any time; if you would rather have it handled for itself, say so under “What you settle yourself” on the progress page.",
    },
  },
  unmerged: {
    title: { zh: "您的诉求恢复单独办理", en: "Your petition is handled for itself again" },
    next: {
      zh: () => "为什么，写在进度页上。事项从原来的层级继续，法定期限没有停过，您不用另外提交。",
      en: () =>
        "The progress page says why. It goes on where it stood, the law's time has never stopped, and you need not file again.",
    },
  },
  closed: {
    title: { zh: "您的诉求已办结", en: "Your case has ended" },
    next: {
      zh: ({ petition, today }) => {
        if (petition.status !== "closed" || petition.reopening === undefined) {
          return "申请复查的期限已过。结果和全部办理明细仍然可以查询。";
        }
        const says =
          petition.how === "settled" ? "您确认了问题已解决。" : "承办单位报告已经办到，您没有答复，不计为已解决。";
        return `${says}如果不是这样，${latestWords(petition.reopening.until, today)}，可以在进度页要求重新办理。全部办理明细仍然可以查询。`;
      },
      en: ({ petition, today }) => {
        if (petition.status !== "closed" || petition.reopening === undefined) {
          return "The time to ask for review is over. The result and the whole history stay open to you.";
        }
        const says =
          petition.how === "settled"
            ? "You confirmed that the matter is settled."
            : "The unit in charge reported that it is done and you did not answer, so it is not counted as resolved.";
        return `${says} If that is not so, you can have it reopened on the progress page until ${dateWords(petition.reopening.until, "en", today)}. Its whole history stays open to you.`;
      },
    },
  },
  dateMoved: {
    title: { zh: "您的诉求有日期变动", en: "A date in your case has moved" },
    next: {
      zh: () => "放假安排有变化，期限按新的安排重新计算，起算日期不变。原来的日期、新的日期和原因都写在进度页上。",
      en: () =>
        "Public holidays were rearranged, so the time is counted anew from the same start. The progress page gives the old day, the new day and the reason.",
    },
  },
  turnedOrdinary: {
    title: { zh: "您的诉求转为普通程序办理", en: "Your petition is no longer handled the simple way" },
    next: {
      zh: ({ fact }) => `${turnedBecause(fact).zh}。答复期限从首次受理之日起算，没有重新起算，写在进度页上。`,
      en: ({ fact }) =>
        `${capitalised(turnedBecause(fact).en)}. The time for the answer counts from the day on which it was first accepted, and is on the progress page.`,
    },
  },
  mailboxAgain: {
    title: { zh: "请确认这是您的邮箱", en: "Please confirm your address" },
    next: {
      zh: () => "有人凭查询码要求重发这封邮件。还没有确认的，请确认；已经确认过的，不用再点。",
      en: () =>
        "Somebody who has the query code asked for this email again. If you have not confirmed yet, please do; if you have, there is nothing to do.",
    },
  },
  agentNamed: {
    title: { zh: "您的诉求有了代理人", en: "Your petition has an agent" },
    next: {
      zh: () =>
        "有人凭您的查询码和号码指定了代理人，可以代您办理的事项写在进度页上。如果不是您本人指定的，或者您改了主意，请马上在进度页撤销：点一下就作废。",
      en: () =>
        "An agent was named with your query code and your number; the progress page says what they may do for you. If that was not you, or you have changed your mind, revoke them there: it counts at once.",
    },
  },
  agentConfirmed: {
    title: { zh: "代理人已经确认", en: "Your agent is confirmed" },
    next: {
      zh: () =>
        "有人凭您的查询码和号码，确认了代您提交的人是受您委托的；代理人以后可以代您办什么，写在进度页上。如果不是您本人确认的，请马上在“您自己可以决定的”里撤销，再到信访局换一个查询码。",
      en: () =>
        "With your query code and your number it was confirmed that you had asked whoever filed this for you; the progress page says what they may do for you from now on. If that was not you, revoke them there at once, and have the petition office give you another code.",
    },
  },
  agentActed: {
    title: { zh: "您的代理人代您办理了一项", en: "Your agent has acted for you" },
    next: {
      zh: ({ fact }) =>
        `代理人代您办理的是：${deedNames[fact.type].zh}。详细情况请用查询码查看。以后不想再由代理人办理的，可以在进度页撤销，马上生效。`,
      en: ({ fact }) =>
        `What your agent did for you: ${deedNames[fact.type].en}. See all of it with your query code. If you do not want them to act for you any longer, revoke them on the progress page; it counts at once.`,
    },
  },
  sentOn: {
    title: { zh: "您的诉求改由其他单位办理", en: "Another unit has your matter now" },
    next: {
      zh: ({ fact }) =>
        `${fact.type === "objectionUpheld" ? `现在由${fact.letter.responsible.name.zh}办理，` : ""}材料已经移交，您不用重新提交。答复期限不变，理由和转办告知书在进度页上。`,
      en: ({ fact }) =>
        `${fact.type === "objectionUpheld" ? `It is with ${fact.letter.responsible.name.en}. ` : ""}Your papers went along and you need not file again. The day of your answer has not moved; the progress page has the reasons and the notice.`,
    },
  },
  markedUrgent: {
    title: { zh: "您的诉求标为紧急", en: "Your petition is urgent" },
    next: {
      zh: ({ fact }) => `原因：${urgencyBecause(fact).zh}。现在的环节期限提前，以后的环节按小时计算；法定期限不变。`,
      en: ({ fact }) =>
        `The reason: ${urgencyBecause(fact).en}. The time of its present step is shorter, and later ones go by hours; the law's time stays as it is.`,
    },
  },
  unmarkedUrgent: {
    title: { zh: "您的诉求不再按紧急办理", en: "Your petition is no longer urgent" },
    next: {
      zh: ({ fact }) =>
        `原因：${urgencyBecause(fact).zh}。环节恢复原来的期限，法定期限不变。您认为仍然紧急的，请打电话告诉信访局。`,
      en: ({ fact }) =>
        `The reason: ${urgencyBecause(fact).en}. Its step has its former time again; the law's time stays as it is. If you think that it still is urgent, call the petition office.`,
    },
  },
  urgencyRefused: {
    title: { zh: "您的诉求没有标为紧急", en: "Your case was not marked urgent" },
    next: {
      zh: () => "理由写在进度页上。事项照常办理，期限不变。有危险的，请马上打电话报警或者求助，不要等。",
      en: () =>
        "The progress page says why. Work goes on with the same time limits. If there is danger, call for help at once; do not wait.",
    },
  },
  recusalDecided: {
    title: { zh: "您的回避申请有了决定", en: "It is decided who has no part in your case" },
    next: {
      zh: () => "回避决定在进度页上，可以阅读、打印。各项期限不变，办理继续进行。",
      en: () => "The letter is on the progress page, to read and to print. No time limit has moved, and work goes on.",
    },
  },
  extended: {
    title: { zh: "答复期限已延长", en: "The time for your answer was extended" },
    next: {
      zh: ({ fact }) =>
        `承办单位负责人批准延长${fact.type === "extensionApproved" ? ` ${fact.letter.days} 日（${fact.letter.article.zh}）` : "期限"}，一件事项只能延长一次。新的日期写在下面，延长的原因写在进度页上。`,
      en: ({ fact }) =>
        `The head of the unit has approved ${fact.type === "extensionApproved" ? `${fact.letter.days} more days (${fact.letter.article.en})` : "more time"}; a case can be extended only once. The new day is below; the progress page says why.`,
    },
  },
};

/** What a mail of some news tells, as it is headed. */
export const newsTitle = (news: News): Bilingual => tidings[news].title;

const labels = {
  confirm: { zh: "确认邮箱", en: "Confirm this address" },
  confirmWords: {
    zh: "请点下面的“确认邮箱”，在打开的网页上再点“是我的邮箱”。确认以后，有重要进展才能发邮件告诉您。",
    en: "Please open “Confirm this address” below, then press “Yes, it is mine” on the page. Only once you have can we write to you when something important happens.",
  },
  otherwise: { zh: "不确认会怎样", en: "If you do not" },
  otherwiseWords: {
    zh: "不影响办理，只是不再给您发邮件。请用查询码和号码后四位上网查看，所有进展和答复都在那里。",
    en: "Nothing is lost and work on it goes on, but no more email comes. Follow it with the query code and the last four digits of your number: everything that happens, and the answer, can be read there.",
  },
  stranger: { zh: "不是您提交的", en: "If you filed nothing" },
  strangerWords: {
    zh: "有人可能写错了邮箱。请点“确认邮箱”，在打开的网页上点“不是我的”；什么都不点，也不会再收到邮件。",
    en: "Somebody may have mistyped their address. Open “Confirm this address” and press “No, it is not mine”; if you do nothing, no more email comes either.",
  },
  open: { zh: "查询进度", en: "Follow your petition" },
  code: { zh: "查询码", en: "Query code" },
  hint: {
    zh: "请截图或者抄下。查询时还要填您的号码后四位：您留的电话号码，自定了号码的用自定的。",
    en: "Keep a picture or write it down. You also need the last four digits of your number: that of your phone, or the one of your own if you chose one.",
  },
  limits: { zh: "其他期限", en: "Other time limits" },
  help: { zh: "有疑问", en: "Questions" },
  why: { zh: "为什么发给您", en: "Why you got this" },
  whyAsked: {
    zh: "有人提交诉求时留了这个邮箱。为保护提交的人，邮件里没有姓名和诉求内容。",
    en: "This address was left with a petition. To protect whoever filed it, our emails hold neither name nor story.",
  },
  whyWords: {
    zh: "您提交诉求时留了这个邮箱。为保护您，邮件里没有姓名和诉求内容。",
    en: "You left this address with your petition. To protect you this email holds neither name nor story.",
  },
} satisfies Record<string, Bilingual>;

/** The mail that tells a petitioner what happened, in their language. */
export const newsMail = (told: NewsTold): MailText => {
  const { petition, directory, lang, news } = told;
  const kind = caseNumber(petition.id, directory);
  const subject = subjectLine({ kind, about: [tidings[news].title[lang]] }, lang);
  const written = sheet(told);
  return { subject, html: htmlMail(subject, written), text: plainText(written) };
};

/** What asks whose the address is: first what to do, then what happens otherwise. */
const asking = (url: string | undefined, lang: Lang): { button: SheetPart[]; otherwise: SheetPart[] } =>
  url === undefined
    ? { button: [], otherwise: [] }
    : {
        button: [
          { is: "say", text: labels.confirmWords[lang] },
          { is: "link", label: labels.confirm[lang], url },
        ],
        otherwise: [
          { is: "fact", label: labels.otherwise[lang], text: labels.otherwiseWords[lang] },
          { is: "fact", label: labels.stranger[lang], text: labels.strangerWords[lang] },
        ],
      };

const limitsText = (limits: readonly OtherLimit[], lang: Lang): string => {
  const lines = limits.map((limit) => limitLine(limit, lang));
  return { zh: `${limitsSay(limits).zh}${lines.join("；")}`, en: `${limitsSay(limits).en} ${lines.join("; ")}`.trim() }[
    lang
  ];
};

const sheet = (told: NewsTold): Sheet => {
  const { news, fact, petition, directory, lang, now, statusUrl, limits, code, confirmUrl } = told;
  const { title, next } = tidings[news];
  const bureau = directory.units.find(({ id }) => id === directory.district.bureau);
  const office = contact(unitName(directory, directory.district.bureau, lang), bureau?.phone);
  const until = untilOf(petition, news);
  const { button, otherwise } = asking(confirmUrl, lang);
  return {
    lang,
    parts: [
      numberPart(petition.id, directory, lang),
      { is: "title", text: title[lang] },
      { is: "say", text: next[lang]({ fact, petition, directory, today: districtDate(now) }) },
      ...button,
      ...(until === undefined ? [] : [untilPart(until.label, until.day, now, lang)]),
      ...(code === undefined
        ? []
        : [{ is: "code", label: labels.code[lang], code, hint: labels.hint[lang] } satisfies SheetPart]),
      { is: "link", label: labels.open[lang], url: statusUrl, beside: confirmUrl !== undefined },
      ...otherwise,
      ...(limits === undefined
        ? []
        : [{ is: "fact", label: labels.limits[lang], text: limitsText(limits, lang) } satisfies SheetPart]),
      { is: "fact", label: labels.help[lang], text: office },
      { is: "fact", label: labels.why[lang], text: labels[confirmUrl === undefined ? "whyWords" : "whyAsked"][lang] },
    ],
  };
};

/** The next day that matters to the petitioner. */
const untilOf = (petition: Case, news: News): { label: Bilingual; day: DistrictDate } | undefined => {
  if (hasEnded(petition)) return undefined;
  switch (petition.status) {
    case "registered":
    case "screening":
      return { label: dayLabels.accept, day: lastDayOf(petition, "accept") };
    case "accepted":
    case "merged":
      return { label: dayLabels.answer, day: lastDayOf(petition, "handling") };
    case "handling":
      return petition.settlement === undefined || news === "extended"
        ? { label: dayLabels.answer, day: lastDayOf(petition, "handling") }
        : { label: dayLabels.confirm, day: lastDayOf(petition, "step") };
    case "performing":
      return petition.settlement.askedAt === undefined
        ? { label: dayLabels.promise, day: lastDayOf(petition, "performance") }
        : { label: dayLabels.confirm, day: lastDayOf(petition, "confirmation") };
    case "withdrawing":
      return { label: dayLabels.undo, day: lastDayOf(petition, "withdrawal") };
    case "window":
      return isReviewOver(petition)
        ? { label: dayLabels.promise, day: lastDayIn(stepDue(petition).lastDay) }
        : contestedUntil(petition);
    case "delivering":
    case "transferring":
      return undefined;
  }
};

/** Until when its petitioner may contest an answer, or it is decided what they have asked for. */
const contestedUntil = (petition: In<"window">): { label: Bilingual; day: DistrictDate } => {
  if (isUnderReview(petition)) {
    return petition.review.accepted
      ? { label: dayLabels.reviewDecision, day: lastDayOf(petition, "reviewDecision") }
      : { label: dayLabels.accept, day: lastDayOf(petition, "reviewAccept") };
  }
  return petition.review === undefined
    ? { label: dayLabels.review, day: lastDayOf(petition, "review") }
    : { label: dayLabels.reReview, day: lastDayOf(petition, "reReview") };
};

const dayLabels = {
  reviewDecision: { zh: "最迟作出复查意见", en: "Review decided by" },
  reReview: { zh: "申请复核截止", en: "Ask for re-review by" },
  accept: { zh: "最迟决定", en: "Decision by" },
  answer: { zh: "最迟答复", en: "Answer by" },
  confirm: { zh: "请您最迟答复", en: "Please answer by" },
  promise: { zh: "承诺办到的日子", en: "Promised for" },
  undo: { zh: "最迟恢复办理", en: "Undo it by" },
  review: { zh: "申请复查截止", en: "Ask for review by" },
} satisfies Record<string, Bilingual>;
