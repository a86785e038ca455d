import { describe, expect, test } from "vitest";
import type { Case } from "#case/state/case.ts";
import { News } from "#case/state/message.ts";
import { newsMail } from "#mail/news-mail.ts";
import { directory } from "../case/district.ts";
import {
  confirmsAgent,
  filed,
  filedByAgent,
  letter,
  namesAgent,
  promised,
  promisingLetter,
  type Story,
} from "../case/story.ts";

const canaries = { ...letter, facts: "CANARY-facts", rule: "CANARY-rule", decision: "CANARY-decision" };
const township = (): Story =>
  filed("estate").opens().owner({ command: "reportUpward", reason: "CANARY-reason" }).opens();
const answered = () => township().owner({ command: "reply", ...canaries });

const extended = township()
  .owner({ command: "askExtension", days: 15, reason: "CANARY-reason" })
  .head({ command: "approveExtension" });

const agreed = township()
  .owner(promised("2026-03-09", "CANARY-terms"))
  .does({ type: "petitioner", act: { command: "agreeSettlement" } });

const transferred = filed("land")
  .opens()
  .owner({ command: "transfer", body: "police", explanation: "CANARY-explanation" });
const objected = filed("wages").opens().owner({ command: "object", rightUnit: "river", reason: "CANARY-reason" });
const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;

const materialAsked = township().owner({
  command: "askMaterial",
  ...{ list: "CANARY-list", reason: "CANARY-reason", bringTo: "CANARY-where" },
  ...{ help: "CANARY-help", bringBy: "2026-03-09" },
  nobodyHasIt: "yes",
});

/** Handled in another petition of the same matter, which stands as it does. */
const mergedWithAnother = () => {
  const heard = township().owner({ command: "recordContact", contact: "heard", on: "2026-03-02", said: "CANARY-said" });
  const lead = { ...heard.state, id: "AH-2026-0002-k7m2p9x4c3vb" };
  return heard.does({ type: "mergeInto", by: "bureau-colleague", lead, asks: [1] });
};

/** A letter has promised two things, one of them for 20 March, and was opened. */
const lettered = () =>
  township()
    .owner({ command: "reply", ...promisingLetter, ...canaries, outcome: "promised", promise: "CANARY-promise" })
    .does({ type: "petitioner", act: { command: "openAnswer" } });

/** The law's time is over, and the petitioner asks for supervision; which the bureau then begins. */
const watched = () =>
  filed("wages")
    .passes("2026-05-07T00:00:00.000Z", { opening: true })
    .does({ type: "petitioner", act: { command: "askSupervision", remark: "CANARY-remark" } });
const supervised = () =>
  watched().part("supervisor", { command: "issueSupervision", demand: "CANARY-demand", newDay: "2026-05-14" });

/** Somebody reviews an answer, whose petitioner disagrees; and has taken the review up. */
const reviewAsked = () =>
  answered()
    .does({ type: "petitioner", act: { command: "openAnswer" } })
    .does({ type: "petitioner", act: { command: "askReview", reviewReasons: "CANARY-review" } });
const reviewing = () => reviewAsked().part("reviewer", { command: "acceptReview" });
const opinion = { facts: "CANARY-facts", rule: "CANARY-rule", decision: "CANARY-decision" };

/** A case as each piece of news finds it. */
const cases: Record<News, Case> = {
  registered: filed("estate").state,
  accepted: filed("land").opens().owner({ command: "accept" }).state,
  movedUp: filed("estate").opens().owner({ command: "reportUpward", reason: "CANARY-reason" }).state,
  late: filed("wages").passes("2026-05-07T00:00:00.000Z", { opening: true }).state,
  notReached: township().owner({ command: "recordContact", contact: "tried", on: "2026-03-02", said: "CANARY-said" })
    .state,
  progress: township().owner({ command: "noteProgress", readers: "petitioner", note: "CANARY-note" }).state,
  materialAsked: materialAsked.state,
  materialAdded: materialAsked.does({
    type: "petitioner",
    act: { command: "addMaterial", material: "CANARY-material" },
  }).state,
  fileRefused: materialAsked.does({
    type: "fileCame",
    file: { name: "CANARY-file-is-22-long".slice(0, 22), why: "position" },
    agent: undefined,
  }).state,
  settlementProposed: township().owner({
    command: "proposeSettlement",
    terms: "CANARY-terms",
    done: "already",
    promisedFor: undefined,
  }).state,
  settlementRetracted: township()
    .owner(promised("2026-03-09", "CANARY-terms"))
    .owner({ command: "retractSettlement", reason: "CANARY-reason" }).state,
  settlementAgreed: agreed.state,
  performanceAsked: agreed.owner({ command: "reportPerformance", performed: "CANARY-performed" }).state,
  performanceUnreported: agreed.passes("2026-04-20T02:00:00.000Z").state,
  answered: answered().state,
  reviewAccepted: reviewing().state,
  reviewRefused: reviewAsked().part("reviewer", {
    command: "refuseReview",
    reviewGround: "outOfTime",
    reason: "CANARY-reason",
  }).state,
  reviewLate: reviewAsked().passes("2026-03-30T02:00:00.000Z").state,
  reviewed: reviewing().part("reviewer", { command: "upholdAnswer", ...opinion }).state,
  answerRevoked: reviewing().part("reviewer", {
    ...{ command: "revokeAnswer", ...opinion },
    ...{ differently: "CANARY-differently", newDay: "2026-03-20" },
  }).state,
  letterCorrected: answered().owner({
    ...{ command: "correctLetter", kind: "slip", change: "CANARY-change", reason: "CANARY-reason" },
    ...{ outcome: "resolved", facts: "CANARY-facts", rule: "CANARY-rule", decision: "CANARY-decision" },
  }).state,
  notAccepted: filed("land")
    .opens()
    .owner({ command: "notAccept", ground: "court", where: undefined, explanation: "CANARY-explanation" }).state,
  transferred: transferred.state,
  transferReceived: transferred.owner({ command: "recordReceipt", on: "2026-03-02", reference: "CANARY-reference" })
    .state,
  refusalUpheld: filed("land")
    .opens()
    .owner({ command: "notAccept", ground: "court", where: undefined, explanation: "CANARY-explanation" })
    .does({ type: "petitioner", act: { command: "askReconsideration", reason: "CANARY-reason" } })
    .opens()
    .owner({ command: "upholdRefusal", explanation: "CANARY-explanation" }).state,
  guided: filed("land")
    .opens()
    .owner({ command: "guide", route: "arbitration", knownOn: undefined, explanation: "CANARY-explanation" }).state,
  withdrawing: township().does(withdraw).state,
  withdrawalUndone: township()
    .does(withdraw)
    .does({
      type: "undoForPetitioner",
      by: "bureau-colleague",
      word: { checkedBy: "bureau-colleague", check: "calledBack" },
    }).state,
  pressureAnswered: township()
    .does(withdraw)
    .does({ type: "petitioner", act: { command: "tellPressure", pressure: "CANARY-word" } })
    .confidant({ command: "answerPressure", explanation: "CANARY-answer" }).state,
  withdrawn: township().does(withdraw).passes("2026-03-06T00:00:00.000Z").state,
  merged: mergedWithAnother().state,
  unmerged: mergedWithAnother().does({ type: "unmerge", by: "bureau-colleague" }).state,
  extended: extended.state,
  sentOn: objected.sender({ command: "upholdObjection", rightUnit: "river", reason: "CANARY-reason" }).state,
  dateMoved: filed("estate").opens().state,
  turnedOrdinary: filed("lamps").passes("2026-03-17T02:00:00.000Z", { opening: true }).state,
  recusalDecided: township()
    .does({ type: "askRecusalFor", by: "bureau-colleague", of: "handler", askedOn: "2026-03-02", why: "relative" })
    .judge({ command: "refuseRecusal", reason: "CANARY-reason" }).state,
  promiseReported: lettered().part("promiser", { command: "reportPromise", performed: "CANARY-performed" }).state,
  promiseBroken: lettered().passes("2026-03-23T02:00:00.000Z").state,
  promisePostponed: lettered()
    .part("promiser", { command: "passPromiseUp", reason: "CANARY-reason" })
    .part("promiser", { command: "postponePromise", newDay: "2026-04-10", reason: "CANARY-reason" }).state,
  supervisionNoticed: supervised().state,
  supervisionDeclined: watched().part("supervisor", { command: "declineSupervision", reason: "CANARY-reason" }).state,
  supervisionAccepted: supervised()
    .part("supervised", { command: "reportFeedback", feedback: "CANARY-feedback" })
    .part("supervisor", { command: "acceptFeedback" }).state,
  urgencyRefused: township()
    .does({
      type: "petitioner",
      act: { command: "askUrgency", urgentGround: "danger", reason: "CANARY-reason" },
    })
    .triage({ command: "refuseUrgency", reason: "CANARY-reason" }).state,
  markedUrgent: township().does({ type: "markUrgent", by: "bureau-colleague", why: "danger" }).state,
  unmarkedUrgent: township()
    .does({ type: "markUrgent", by: "bureau-colleague", why: "danger" })
    .does({ type: "unmarkUrgent", by: "bureau-colleague", why: "averted" }).state,
  mailboxAgain: filed("estate").state,
  agentConfirmed: filedByAgent("estate").does(confirmsAgent(1)).state,
  agentNamed: township().does(namesAgent(["settle"])).state,
  agentActed: township()
    .owner(promised("2026-03-09", "CANARY-terms"))
    .does(namesAgent(["settle"]))
    .does({ type: "petitioner", agent: 1, act: { command: "declineSettlement", reason: "CANARY-reason" } }).state,
  closed: township()
    .owner({ command: "proposeSettlement", terms: "CANARY-terms", done: "already", promisedFor: undefined })
    .does({ type: "petitioner", act: { command: "confirmSettlement" } }).state,
};

/** What the record holds last of the extension. */
const granted = extended.events.at(-1)?.fact;
if (granted?.type !== "extensionApproved") throw new Error("The extension was not approved");

const told = {
  directory,
  fact: granted,
  lang: "zh",
  now: "2026-03-03T02:00:00.000Z",
  statusUrl: "https://petition.example.gov.cn/status",
} as const;

describe.each(News.options)("the mail with the news %s", (news) => {
  const mail = newsMail({ ...told, news, petition: cases[news] });

  test("says what happened in the subject, and where to read it in HTML and in plain text", () => {
    expect(mail.subject).toMatch(/^【回音】安和信〔2026〕0001号：\p{Script=Han}+$/u);
    for (const body of [mail.html, mail.text]) {
      expect(body).toContain(told.statusUrl);
      expect(body).toContain(mail.subject.split("：")[1]);
    }
  });

  test("holds nothing of what was written in the case", () => {
    expect(JSON.stringify(mail)).not.toContain("CANARY");
  });

  test("speaks the language in which the petitioner filed, and no other", () => {
    const english = newsMail({ ...told, news, petition: cases[news], lang: "en" });
    expect(english.subject).toMatch(/^\[Huiyin\] 安和信〔2026〕0001号: [A-Z][a-z ]+/);
    expect(english.text).not.toMatch(/诉求|查询/);
    expect(mail.text).not.toMatch(/petition is|query code/);
    expect(english.html).toMatch(/^<!doctype html><html lang="en">/i);
  });
});

describe("the mail after registering", () => {
  test("carries the query code in HTML and in plain text, and what is needed besides", () => {
    const mail = newsMail({ ...told, news: "registered", petition: cases.registered, code: "7K2M-94QX-B0TD" });
    for (const body of [mail.html, mail.text]) {
      expect(body).toContain("7K2M-94QX-B0TD");
      expect(body).toContain("号码后四位");
    }
  });

  test("says by when an accepted petition is answered", () => {
    expect(newsMail({ ...told, news: "registered", petition: cases.registered }).text).toContain(
      "最迟答复：5月6日（周三），还剩 64 天",
    );
  });

  test("says by when the bureau decides where it has to", () => {
    const { text } = newsMail({ ...told, news: "registered", petition: filed("land").state });
    expect(text).toContain("先审查是否受理");
    expect(text).toContain("最迟决定：3月17日（周二），还剩 14 天");
  });
});

test("a case that is no longer simple is told of with the reason that it has, and with nothing that anybody wrote of it", () => {
  const story = filed("lamps").opens().owner({ command: "turnOrdinary", notSimple: "severalBodies", reason: "CANARY" });
  const [fact] = story.events.map((event) => event.fact).slice(-1);
  if (fact === undefined) throw new Error("Nothing happened");
  const { text } = newsMail({ ...told, fact, news: "turnedOrdinary", petition: story.state });
  expect(text).toContain("涉及几个机关、单位，不适用简易办理");
  expect(text).toContain("最迟答复：5月6日（周三）");
  expect(text).not.toContain("CANARY");
  const passed = filed("lamps").passes("2026-03-17T02:00:00.000Z").events.at(-1)?.fact ?? fact;
  const english = newsMail({ ...told, fact: passed, lang: "en", news: "turnedOrdinary", petition: story.state });
  expect(english.text).toContain("passed without an answer");
});

test("an extension comes with the new day, and quotes what was granted, whatever the rules are by now", () => {
  const { extension } = directory.policy.clocks;
  const newer = { ...extension, days: 20, article: { zh: "第九十九条", en: "Art. 99" } };
  const clocks = { ...directory.policy.clocks, extension: newer };
  const changed = { ...directory, policy: { ...directory.policy, clocks } };
  const { text } = newsMail({ ...told, directory: changed, news: "extended", petition: cases.extended });
  expect(text).toContain("最迟答复：5月21日（周四）");
  expect(text).toContain("批准延长 15 日（第三十四条）");
  const english = newsMail({ ...told, directory: changed, lang: "en", news: "extended", petition: cases.extended });
  expect(english.text).toContain("15 more days");
});

test("an extension comes with the new day for the answer although a settlement waits to be confirmed", () => {
  const asking = filed("wages").opens().owner({ command: "askExtension", days: 15, reason: "-" });
  const proposed = asking.owner({ command: "proposeSettlement", terms: "-", done: "already", promisedFor: undefined });
  const { state } = proposed.head({ command: "approveExtension" });
  expect(newsMail({ ...told, news: "extended", petition: state }).text).toContain("最迟答复：5月21日（周四）");
});

test("a proposed settlement comes with the day until which the step waits", () => {
  const { text } = newsMail({ ...told, news: "settlementProposed", petition: cases.settlementProposed });
  expect(text).toContain("请您最迟答复：3月17日（周二）");
});

test("an answer comes with the time for review, as days before it is opened and as a date afterwards", () => {
  const fresh = newsMail({ ...told, news: "answered", petition: cases.answered }).text;
  expect(fresh).toContain("从打开之日起 30 日内可以申请复查");
  const opened = answered().does({ type: "petitioner", act: { command: "openAnswer" } }).state;
  expect(newsMail({ ...told, news: "answered", petition: opened }).text).toMatch(/申请复查截止：4月\d+日/);
});

test("an ended case says whether the petitioner confirmed it", () => {
  expect(newsMail({ ...told, news: "closed", petition: cases.closed }).text).toContain("您确认了问题已解决");
});

describe("a mail that asks whose the mailbox is", () => {
  const confirmUrl = "https://petition.example.gov.cn/mailbox?link=token";
  const asking = newsMail({ ...told, news: "registered", petition: cases.registered, confirmUrl });

  test("has one button in HTML, which leads to the question, and says the same in plain text", () => {
    const buttons = asking.html.match(/display:inline-block/g) ?? [];
    expect(buttons).toHaveLength(1);
    expect(asking.html).toMatch(new RegExp(`href="${confirmUrl.replace("?", "\\?")}"[^>]*display:inline-block`));
    expect(asking.text).toContain(confirmUrl);
    expect(asking.text).toContain(told.statusUrl);
  });

  test("says what happens if nothing is done, and what somebody does who filed nothing", () => {
    const english = newsMail({ ...told, lang: "en", news: "registered", petition: cases.registered, confirmUrl });
    for (const { html, text, says } of [
      { ...asking, says: ["不确认会怎样", "不是您提交的"] },
      { ...english, says: ["If you do not", "If you filed nothing"] },
    ]) {
      for (const words of says) for (const body of [html, text]) expect(body).toContain(words);
    }
  });

  test("does not say that its reader filed anything, as it may be a stranger's", () => {
    expect(asking.text).not.toContain("您提交诉求时");
    expect(asking.text).not.toContain("You left this address");
  });

  test("asks nothing once the mailbox is confirmed", () => {
    const { text } = newsMail({ ...told, news: "answered", petition: cases.answered });
    expect(text).not.toContain("确认邮箱");
  });
});

test("what is issued by mail says that no other time limit waits, and which may concern the matter", () => {
  const { limits } = directory.policy;
  for (const news of ["registered", "notAccepted", "guided"] as const) {
    const { text, html } = newsMail({ ...told, news, petition: cases[news], limits });
    for (const body of [text, html]) {
      expect(body).toContain("提出信访不延长其他法定途径的期限");
      expect(body).toContain("arbitration：1 年，自知道之日起（第二十条）");
    }
  }
  expect(newsMail({ ...told, news: "closed", petition: cases.closed }).text).not.toContain("不延长");
});

describe("news of the way to an answer", () => {
  const lastNews = ({ events, state }: Story) => {
    for (const { fact, messages } of events.toReversed()) {
      for (const message of messages)
        if (message.kind === "newsMail") return { news: message.news, fact, petition: state };
    }
    throw new Error("Nothing is mailed");
  };
  const newsOf = ({ events }: Story): string[] =>
    events.flatMap(({ messages }) =>
      messages.flatMap((message) => (message.kind === "newsMail" ? [message.news] : [])),
    );

  test("is mailed when the bureau accepts, and not when acceptance comes with the registration", () => {
    expect(newsOf(filed("land").opens().owner({ command: "accept" }))).toEqual(["registered", "accepted"]);
    expect(newsOf(filed("estate"))).toEqual(["registered"]);
  });

  test("is mailed when the case moves up, and says from when, to whom, and that the day has not changed", () => {
    const climbed = lastNews(filed("estate").opens().passes("2026-03-10T02:00:00.000Z"));
    expect(climbed.news).toBe("movedUp");
    const { text } = newsMail({ ...told, ...climbed });
    expect(text).toContain("上一个环节没有按期办结。已转到river办理。答复期限不变");
    expect(newsMail({ ...told, ...climbed, lang: "en" }).text).toContain("It has gone to river.");
    const reported = lastNews(filed("estate").opens().owner({ command: "reportUpward", reason: "CANARY" }));
    expect(newsMail({ ...told, ...reported }).text).toContain("承办单位报请上级办理。已转到river办理。");
  });

  test("is mailed once when the time of the law is over, and names the day", () => {
    const story = filed("wages").passes("2026-06-10T00:00:00.000Z", { opening: true });
    const late = story.events.find(({ fact }) => fact.type === "statutoryOverdue");
    if (late === undefined) throw new Error("Nothing is late");
    expect(late.messages).toContainEqual(expect.objectContaining({ kind: "newsMail", news: "late" }));
    const { text } = newsMail({ ...told, news: "late", fact: late.fact, petition: story.state });
    expect(text).toContain("法定答复期限5月6日（周三）已过，还没有答复您。");
  });

  test("is mailed once when the bureau has not decided in time, however long that lasts", () => {
    const story = filed("land").opens().passes("2026-04-20T00:00:00.000Z");
    expect(newsOf(story)).toEqual(["registered", "late"]);
    const { text } = newsMail({ ...told, ...lastNews(story) });
    expect(text).toContain("最迟应当在3月17日（周二）决定是否受理，到期没有决定。");
  });

  test("is one mail for one moment, though two clocks ring at it", () => {
    const story = filed("estate").passes("2026-06-30T00:00:00.000Z", { opening: true });
    const hours = story.events.flatMap(({ at, messages }) =>
      messages.flatMap((message) => (message.kind === "newsMail" ? [at.slice(0, 13)] : [])),
    );
    expect(hours.length).toBeGreaterThan(3);
    expect(hours).toEqual([...new Set(hours)]);
  });

  test("is one mail for one moment, though it had been late at its top before", () => {
    const late = filed("wages").passes("2026-04-09T00:30:00.000Z", { opening: true });
    const back = late.owner({ command: "handBack", reason: "-" }).later("2026-04-09T00:40:00.000Z").opens();
    const story = back.passes("2026-05-08T00:00:00.000Z", { opening: true });
    const ended = story.events.filter(({ at }) => at === "2026-05-06T16:00:00.000Z");
    expect(ended.map(({ fact }) => fact.type)).toEqual(["statutoryOverdue", "overdueAtTop"]);
    expect(ended.flatMap(({ messages }) => messages.filter(({ kind }) => kind === "newsMail"))).toHaveLength(1);
  });
});
