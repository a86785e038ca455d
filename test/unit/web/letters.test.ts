import { describe, expect, test } from "vitest";
import { letterCode } from "#access/letter-code.ts";
import type { NoticeLetter } from "#case/account/letters.ts";
import { LetterKind } from "#case/state/facts/letter.ts";
import type { Lang } from "#ground/bilingual.ts";
import { markupOf } from "#markup/jsx-runtime";
import { wholeFilePage } from "#web/pages/own-file.page.tsx";
import { Agreement } from "#web/parts/agreement.tsx";
import { Letter } from "#web/parts/letter.tsx";
import { LetterToDeliver } from "#web/parts/letter-to-deliver.tsx";
import { Minutes } from "#web/parts/letters/minutes.tsx";
import { SupervisionNotice } from "#web/parts/letters/supervision.tsx";
import { Notice } from "#web/parts/notices.tsx";
import { letterNames } from "#words/letter-names.ts";
import { unbroken } from "#words/phrasing.ts";
import { sampleLetters } from "../../fixtures/letters.ts";
import { status, view } from "./drawing.ts";
import { directory, matter, petitioner, samples } from "./samples.ts";

const site = "https://district.example";
type Site = string | undefined;
const notice = (kind: NoticeLetter["kind"], lang: Lang, at: Site) =>
  Notice({ letter: sampleLetters[kind], id: "n", lang, site: at });
const answer = (kind: "answer" | "dutyAnswer" | "suggestionAnswer" | "correction", lang: Lang, at: Site) =>
  Letter({ letter: sampleLetters[kind], requests: ["修好路灯"], reviewUntil: "2026-04-20", lang, site: at });

/** Each kind as its paper. */
const papers: Record<LetterKind, (lang: Lang, at: Site) => unknown> = {
  receipt: (lang, at) => notice("receipt", lang, at),
  notAccepted: (lang, at) => notice("notAccepted", lang, at),
  guidance: (lang, at) => notice("guidance", lang, at),
  transfer: (lang, at) => notice("transfer", lang, at),
  extension: (lang, at) => notice("extension", lang, at),
  sentOn: (lang, at) => notice("sentOn", lang, at),
  answer: (lang, at) => answer("answer", lang, at),
  dutyAnswer: (lang, at) => answer("dutyAnswer", lang, at),
  suggestionAnswer: (lang, at) => answer("suggestionAnswer", lang, at),
  correction: (lang, at) => answer("correction", lang, at),
  material: (lang, at) => notice("material", lang, at),
  withdrawal: (lang, at) => notice("withdrawal", lang, at),
  recusal: (lang, at) => notice("recusal", lang, at),
  reviewAccepted: (lang, at) => notice("reviewAccepted", lang, at),
  reviewRefused: (lang, at) => notice("reviewRefused", lang, at),
  review: (lang, at) => notice("review", lang, at),
  minutes: (lang, at) => Minutes({ letter: sampleLetters.minutes, id: "n", lang, site: at }),
  supervision: (lang, at) => SupervisionNotice({ letter: sampleLetters.supervision, id: "n", lang, site: at }),
  agreement: (lang, at) => Agreement({ shown: sampleLetters.agreement, lang, site: at }),
};
const drawn = (kind: LetterKind, lang: Lang, at: Site = site): string => markupOf(papers[kind](lang, at));

const {
  dutyAnswer,
  receipt,
  notAccepted,
  guidance,
  transfer,
  extension,
  sentOn,
  correction,
  agreement,
  material,
  withdrawal,
  recusal,
  reviewAccepted,
  reviewRefused,
  review,
} = sampleLetters;
const { remedy } = sampleLetters.answer;
const reviews = [remedy.review, remedy.reReview].flatMap(({ body, article }) => [
  body.name.zh,
  body.address.zh,
  article.zh,
]);

/** What each kind is owed: its last day, the article, and what to do about it. */
const owed: Record<LetterKind, readonly string[]> = {
  receipt: ["2026年5月1日", receipt.due.article.zh, receipt.responsible.name.zh, "补充材料", "委托", "回避", "评价"],
  notAccepted: [
    notAccepted.ground.article.zh,
    notAccepted.ground.instead.zh,
    "市住建局",
    "2026年3月4日",
    "不再重新审查",
  ],
  guidance: [guidance.route.name.zh, guidance.route.where.zh, guidance.route.papers.zh, "从2026年3月2日起算", "12348"],
  transfer: [
    transfer.body.name.zh,
    transfer.body.address.zh,
    transfer.body.phone,
    transfer.body.article.zh,
    "2026年3月21日",
  ],
  extension: ["2026年5月21日", "15 日", extension.article.zh, "需要鉴定", extension.approvedBy.zh],
  sentOn: ["2026年5月1日", sentOn.article.zh, sentOn.responsible.name.zh, "维修资金", sentOn.due.article.zh],
  answer: ["修好路灯", "2026年4月20日", "2026年4月6日", ...reviews],
  dutyAnswer: ["四、履职情况", ...dutyAnswer.remedy.limits.map(({ name }) => name.zh), "2026年4月6日"],
  suggestionAnswer: ["现回复如下", "四、采纳情况", "部分采纳"],
  correction: [correction.corrects.number, "三月改为四月", "打印有误", "2026年4月20日", ...reviews],
  agreement: ["2026年3月9日", "2026年3月10日", agreement.article.zh, "没有办到怎么办"],
  material: [
    "2026年3月12日",
    "物业费收据",
    "收据上写着",
    "2 号窗口",
    "信访窗口",
    material.article.zh,
    "不影响您的诉求",
  ],
  recusal: [
    "2026年3月3日",
    "不同意回避：经核实没有这种情形",
    recusal.article.zh,
    "亲属关系",
    "柳溪街道办事处",
    "再次申请",
  ],
  reviewAccepted: [
    "2026年3月20日",
    "2026年4月20日",
    reviewAccepted.answer,
    reviewAccepted.decideBy.article.zh,
    "没有办理、决定",
  ],
  reviewRefused: [
    "2026年3月20日",
    "超过了申请复查的期限",
    "答复已经送达四个月",
    "原答复有效",
    reviewRefused.above.name.zh,
    reviewRefused.above.address.zh,
  ],
  review: [
    review.answer,
    review.answered.name.zh,
    "没有到现场看过",
    "复查时到了现场",
    "物业管理条例第五十一条",
    "撤销原答复，责令重新办理",
    "原答复认定事实不清",
    "到现场测量",
    "2026年4月18日",
    "没有办理、决定",
  ],
  minutes: ["2026年3月5日", "区应急管理局没有到会", "只差监理签字", "督促拆除东侧脚手架", "2026年3月12日"],
  supervision: [
    "约谈",
    "2026年3月2日",
    "法定期限届满",
    "书面答复信访人",
    "2026年3月16日",
    sampleLetters.supervision.article.zh,
  ],
  withdrawal: ["2026年3月3日", "2026年3月6日", withdrawal.article.zh, "可以重新提交", "任何人不得强迫"],
};

test("a decision that keeps somebody out says so, and names no one", () => {
  const granted = { ...recusal, decision: { is: "granted" as const } };
  expect(markupOf(Notice({ letter: granted, id: "n", lang: "zh", site }))).toContain("同意回避：该人员从即日起");
});

test("a confirmed withdrawal that came on paper names the day of the signature and the day of the record", () => {
  const onPaper = { ...withdrawal, signedOn: "2026-03-02" };
  const zh = markupOf(Notice({ letter: onPaper, id: "n", lang: "zh", site }));
  expect(zh).toContain("您2026年3月2日签名的书面撤回，信访局于2026年3月3日登记");
});

/** Whom it is written to, as it says. */
const addressed = (kind: LetterKind): Record<Lang, string> => {
  if (kind === "agreement") return { zh: "信访人：", en: "The petitioner: " };
  if (kind === "minutes") return { zh: "发至：区住建局、区应急管理局", en: "To: Housing Bureau, Emergency Bureau" };
  if (kind === "supervision") return { zh: "发至：区住建局", en: "To: Housing Bureau" };
  return { zh: "尊敬的信访人", en: "Dear petitioner" };
};

describe.each(LetterKind.options)("a letter of kind %s", (kind) => {
  const letter = sampleLetters[kind];

  test.each(["zh", "en"] as const)(
    "is headed, numbered, addressed, dated and sealed, and says whom to ask: %s",
    (lang) => {
      const html = drawn(kind, lang);
      for (const words of [
        letterNames[kind][lang],
        letter.number,
        addressed(kind)[lang],
        letter.matter[lang],
        `<p class="seal">${letter.by.name[lang]}</p>`,
        `<time datetime="${letter.on}">`,
        letter.office.name[lang],
        letter.office.address[lang],
        unbroken(letter.office.phone),
      ]) {
        expect(html).toContain(words);
      }
      // Units have no query code.
      const follows = html.includes({ zh: "查询进度", en: "To follow the matter" }[lang]);
      expect(follows).toBe(letter.to === "petitioner");
    },
  );

  test("says where it is checked, with its code; before it is issued it has none", () => {
    const code = letterCode(letter.hash);
    expect(drawn(kind, "zh")).toContain(`${site}/letter，输入文号和校验码 <strong class="check-code">${code}`);
    expect(drawn(kind, "en")).toContain(code);
    expect(markupOf(papers[kind]("zh", undefined))).not.toContain(code);
  });

  test("says the last day and the way to contest it, where one is due", () => {
    for (const words of owed[kind]) expect(drawn(kind, "zh")).toContain(words);
  });
});

test("the receipt of a report of misconduct says that it is transferred, and nothing of accepting it or of units below", () => {
  const { letter } = samples.reported.events[0]?.fact.type === "registered" ? samples.reported.events[0].fact : {};
  if (letter === undefined) throw new Error("A report of misconduct has no receipt");
  const html = (lang: Lang) => markupOf(Notice({ letter, id: "n", lang, site }));
  expect(html("zh")).toContain("转送有权处理的机关");
  expect(html("zh")).toContain("最迟2026年12月7日（含当日）转送并书面告知您");
  expect(html("zh")).not.toMatch(/受理的|承办单位/);
  expect(html("en")).toContain("reaches nobody whom it is about");
});

describe("a letter is addressed", () => {
  const { petition, events, clocks, now } = samples.answered;
  const named = `尊敬的${petitioner.name}：`;

  test("by name on the paper that is printed for its petitioner, and in their whole file", () => {
    if (petition.status !== "delivering") throw new Error("The sample waits to be delivered");
    const paper = LetterToDeliver({ petition, requests: matter.requests, to: petitioner, lang: "zh", site });
    expect(markupOf(paper)).toContain(named);
    const keyed = { code: "-", phoneTail: "-" };
    const file = { petition, events, party: petitioner, matter, agents: [], looks: [] };
    expect(wholeFilePage({ view: view("zh"), keyed, clocks, directory, now, file })).toContain(named);
  });

  test("to nobody by name where four digits of a number are enough to read it, or none was left", () => {
    expect(status(samples.answered)).not.toContain(petitioner.name);
    const unnamed = { letter: sampleLetters.receipt, id: "n", site, to: undefined };
    expect(markupOf(Notice({ ...unnamed, lang: "zh" }))).toContain("尊敬的信访人：");
    expect(markupOf(Notice({ ...unnamed, lang: "en" }))).toContain("Dear petitioner,");
  });
});
