import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { offeredTo, staffForms } from "#case/acts/every-act.ts";
import type { PetitionerActName } from "#case/acts/petitioner-acts.ts";
import { mostRequests } from "#case/state/party.ts";
import { lastDayOf } from "#case/state/running.ts";
import type { Part } from "#case/state/turn.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import { dialled } from "#ground/service-number.ts";
import { newsMail } from "#mail/news-mail.ts";
import { assets } from "#web/assets/assets.ts";
import { decisionPage } from "#web/pages/decision.page.tsx";
import { errorPage } from "#web/pages/error.page.tsx";
import { type LookBackReason, lookBackPage } from "#web/pages/look-back.page.tsx";
import { noticePage } from "#web/pages/notice.page.tsx";
import { receiptPage } from "#web/pages/receipt.page.tsx";
import { statusFormPage } from "#web/pages/status-form.page.tsx";
import { taskEntryPage } from "#web/pages/task-entry.page.tsx";
import { taskResultPage } from "#web/pages/task-result.page.tsx";
import type { SentAct } from "#web/parts/acts/petitioner-panel.tsx";
import { dateWords, latestWords } from "#words/dates.ts";
import { officeName } from "#words/office-words.ts";
import { withoutStop } from "#words/phrasing.ts";
import { categoryName } from "#words/words.ts";
import { everyDoor, staffDoors } from "../../fixtures/every-door.ts";
import { doorGiving } from "../../fixtures/every-petitioner-door.ts";
import { expectLinear } from "../../support/linear.ts";
import { readText, strayWords } from "../../support/wording.ts";
import { directory as small } from "../case/district.ts";
import { filed } from "../case/story.ts";
import {
  caseStory,
  checked,
  clockCourse,
  form,
  ownStory,
  partOf,
  staffOf,
  status,
  summary,
  task,
  turnAt,
  view,
  worldOf,
} from "./drawing.ts";
import { everyPage } from "./every-page.ts";
import { directory, letter, matter, petitioner, type Sample, samples } from "./samples.ts";

describe.each(["zh", "en"] as const)("the words of every page, in %s", (lang) => {
  it("are those that people know, and none of the house's own", () => {
    for (const { html } of everyPage(lang)) expect(strayWords(readText(html), lang)).toEqual([]);
  });
});

test("no name in a Chinese sentence has a space before or after it", () => {
  const names = [...directory.staff, ...directory.units].map(({ name }) => (typeof name === "string" ? name : name.zh));
  const one = `(?:${names.join("|")})`;
  const spaced = new RegExp(`\\p{Script=Han} ${one}.{0,9}|.{0,9}${one} \\p{Script=Han}`, "gu");
  for (const { html } of everyPage("zh")) expect(readText(html).match(spaced)).toBeNull();
});

/** Days as text, without those that carry their year. */
const daysWithoutYear = (html: string): string[] => [
  ...(html.match(/(?<!年|\d)\d{1,2}月\d{1,2}日（周./g) ?? []),
  ...(html.match(/(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]+(?! \d{4})\b/g) ?? []),
];

it.each(["zh", "en"] as const)(
  "every page of a case that is read in another year gives each day its year, in %s",
  (lang) => {
    const muchLater = Object.values(samples).map((sample) => sample.at("2028-03-01T02:00:00.000Z"));
    const did = samples.inTransit.events.at(-1);
    if (did === undefined) throw new Error("nothing was done");
    const pages = muchLater.flatMap((sample) => [
      status(sample, lang, {
        looks: [{ at: "2026-11-20T06:40:00.000Z", by: staffOf(sample), unit: "nanyuan", stepNo: 1 }],
      }),
      summary(sample, lang),
      task(sample, lang),
      taskResultPage({ view: view(lang), door: everyDoor, ...sample, directory, did, part: partOf(sample, did) }),
      ...(["overtaken", "ended"] as const).map((reason) =>
        lookBackPage({ view: view(lang), ...sample, directory, reason, link: turnAt(sample, 1) }),
      ),
    ]);
    for (const html of pages) expect(daysWithoutYear(html)).toEqual([]);
  },
);

test("a time that the policy counts in working days is promised in working days, in letter, effects and mail", () => {
  const { policy } = directory;
  const { delivery, review } = policy.clocks;
  const clocks = {
    ...policy.clocks,
    delivery: { ...delivery, days: 5, dayType: "working" as const },
    review: { ...review, days: 20, dayType: "working" as const },
  };
  const governed = { ...directory, policy: { ...policy, clocks } };
  // A letter that was issued before keeps its days.
  expect(status(samples.delivered, "zh", { directory: governed })).toContain("自收到之日起 30 日内");
  expect(task(samples.inTownship, "zh", { directory: governed })).toContain(
    "须在 5 个工作日内送达。送达后信访人有 20 个工作日",
  );
  expect(task(samples.inTownship, "en", { directory: governed })).toContain(
    "within 5 working days. The petitioner then has 20",
  );
  const { petition: answered, now } = samples.answered;
  if (answered.status !== "delivering") throw new Error(answered.status);
  const { letter: issued } = answered;
  if (issued.kind !== "answer") throw new Error(issued.kind);
  const shorter = { ...issued.remedy.review, days: 20, dayType: "working" as const };
  const petition = { ...answered, letter: { ...issued, remedy: { ...issued.remedy, review: shorter } } };
  const registered = samples.answered.events[0]?.fact;
  if (registered === undefined) throw new Error("Nothing happened");
  const told = { news: "answered", fact: registered, petition, directory: governed, now, statusUrl: "-" } as const;
  expect(newsMail({ ...told, lang: "zh" }).text).toContain("从打开之日起 20 个工作日内");
  expect(newsMail({ ...told, lang: "en" }).text).toContain("within 20 working days of opening it");
});

const staffNamesIn = (html: string, { staff }: Directory): string[] =>
  staff.flatMap(({ name, email }) => [name, email]).filter((text) => html.includes(text));

describe.each(["zh", "en"] as const)("every page, in %s", (lang) => {
  const pages = everyPage(lang).map(({ html }) => html);

  it("is a whole document with one main heading and a landmark for its content", () => {
    for (const html of pages) {
      expect(html).toMatch(/^<!doctype html><html lang="(zh-CN|en)"/);
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).toContain('<main id="content"');
      expect(html).toContain('<a class="skip" href="#content">');
    }
  });

  it("holds no inline script or style and asks nobody else for anything", () => {
    for (const html of pages) {
      expect(html).not.toMatch(/ style=| on[a-z]+="|<style|javascript:/);
      expect(html).not.toMatch(/(src|href|action)="(https?:)?\/\//);
      for (const tag of html.match(/<script[^>]*>/g) ?? [])
        expect(tag).toMatch(/ src="\/assets\/v1\/[^"]+" nonce="n0nce" defer/);
    }
  });

  it("asks only for assets that are served", () => {
    const asked = new Set(
      pages.flatMap((html) => [...html.matchAll(/\/assets\/v1\/([^"]+)"/g)].map(([, name]) => name)),
    );
    expect([...asked].filter((name) => !assets.has(name ?? ""))).toEqual([]);
    expect([...assets.keys()].filter((name) => !asked.has(name))).toEqual([]);
  });

  it("gives every control a label and every description a target", () => {
    for (const html of pages) {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, described = ""] of html.matchAll(/aria-(?:describedby|labelledby|controls)="([^"]+)"/g)) {
        for (const id of described.split(" ")) expect(ids).toContain(id);
      }
      for (const [, id] of html.matchAll(
        /<(?:input type="text"|input type="date"|select|textarea)[^>]* id="([^"]+)"/g,
      )) {
        expect(html).toContain(`<label for="${id}"`);
      }
    }
  });

  it("names district and office above and below, with a number that a phone dials, hours, and whom to ask about privacy", () => {
    const { office, name } = directory.district;
    for (const html of pages) {
      const header = /<header class="site-header">[\s\S]*?<\/header>/.exec(html)?.[0];
      const footer = /<footer class="site-footer">[\s\S]*?<\/footer>/.exec(html)?.[0];
      for (const part of [header, footer]) {
        expect(part).toContain(office.name[lang]);
        expect(part).toContain(name[lang]);
      }
      expect(footer).toContain('<a href="tel:+8630086010101">0300-8601\u00a00101</a>');
      for (const words of [office.hours[lang], office.address[lang], office.way?.[lang]])
        expect(footer).toContain(words);
      for (const address of ["/privacy", "/accessibility"]) expect(footer).toContain(`href="${address}"`);
    }
  });

  it("says nothing undefined", () => {
    for (const html of pages) expect(html).not.toMatch(/undefined|\[object|NaN/);
  });
});

it.each(["zh", "en"] as const)(
  "tells whoever has lost the code where to go, when it is open and whom to call, in %s",
  (lang) => {
    const { office } = directory.district;
    const html = statusFormPage({ view: view(lang, { path: "/status" }), typed: {} });
    const lost = /<section[^>]*id="lost"[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
    expect(lost).toContain(`href="tel:${dialled(office.phone)}"`);
    for (const words of [office.hours[lang], office.address[lang], officeName(directory.district, lang)]) {
      expect(lost).toContain(words);
    }
    expect(statusFormPage({ view: view(lang, { district: undefined }), typed: {} })).toContain('id="lost"');
  },
);

describe("the frame", () => {
  it("switches the language by a link on a page on which nothing is typed", () => {
    const html = noticePage({
      view: view("zh", { path: "/privacy" }),
      district: directory.district,
      notice: "privacy",
    });
    expect(html).toContain('href="/privacy?lang=en"');
  });

  it("switches the language of a form by sending along what was typed, and Enter in a field does not press that button", () => {
    const html = form("zh", { view: view("zh", { path: "/" }) });
    expect(html).toContain('form="petition" formaction="/petition?lang=en"');
    const [first = ""] = html.match(/<button[^>]*form="petition"[^>]*>/g) ?? [];
    expect(first).not.toContain("formaction");
  });

  it("shows of a line again what a person may have typed, and not whatever it is fed", () => {
    const again = (code: string) => statusFormPage({ view: view(), error: "-", typed: { code } });
    expect(again("C".repeat(1000))).toContain(`value="${"C".repeat(1000)}"`);
    expect(again("C".repeat(8000))).not.toContain("C".repeat(1001));
  });

  it("shows the demo clock and its buttons only where there is one", () => {
    const demo = form("zh", { view: view("zh", { demo: { now: "2026-11-23T01:00:00.000Z" } }) });
    expect(demo).toContain('action="/_demo/advance"');
    expect(demo).toContain("11月23日（周一）09:00");
    for (const by of ["1d", "8d", "31d"]) expect(demo).toContain(`name="by" value="${by}"`);
    expect(form()).not.toContain("_demo");
  });
});

describe("the petition form", () => {
  it("leads from each mistake to its field, and keeps what was typed", () => {
    const html = form("zh", {
      typed: { phone: "123", story: "停水三天", community: "nanyuan", category: "safety" },
      errors: { phone: "手机号应为 11 位数字", category: "请选择事情属于哪一类" },
    });
    expect(html).toContain('<a href="#phone">手机号应为 11 位数字</a>');
    expect(html).toContain('<a href="#category">请选择事情属于哪一类</a>');
    expect(html).toMatch(
      /<input (?=[^>]*id="phone")(?=[^>]*value="123")(?=[^>]*aria-invalid="true")[^>]*aria-describedby="phone-hint phone-error"/,
    );
    expect(html).toMatch(/id="phone-error"><span class="visually-hidden">请改正：<\/span>手机号应为 11 位数字/);
    expect(html).toContain("停水三天</textarea>");
    expect(html).toContain('<input type="radio" name="community" value="nanyuan" checked/>');
    expect(html).toMatch(/value="safety" checked/);
  });

  it("shows typed HTML as text", () => {
    const html = form("zh", { typed: { story: "</textarea><script>alert(1)</script>", name: '"><img src=x>' } });
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;script>alert(1)&lt;/script>");
  });

  it("promises before sending what happens next and by when", () => {
    expect(form()).toContain("最迟11月30日（周一，含当日）没有办结的，自动转到乡镇（街道）");
    expect(form()).toContain("今天受理的，最迟2027年1月22日（周五，含当日）答复");
  });

  it("promises the days that a petition filed at that moment will have, whatever the moment and the days counted", () => {
    const moment = fc.date({
      min: new Date("2026-01-01T00:00:00Z"),
      max: new Date("2027-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    const dayType = fc.constantFrom("calendar" as const, "working" as const);
    fc.assert(
      fc.property(moment, dayType, fc.constantFrom("zh" as const, "en" as const), (date, counted, lang) => {
        const now = date.toISOString();
        const { policy } = small;
        const step = { ...policy.steps.community, dayType: counted };
        const governed = { ...small, policy: { ...policy, steps: { ...policy.steps, community: step } } };
        const atOnce = filed("estate", now, undefined, governed).opens().state;
        const examined = filed("land", now, undefined, governed).opens().state;
        if (atOnce.status !== "handling" || examined.status !== "screening") throw new Error("not on its first step");
        const today = districtDate(now);
        const [community, answer, acceptance] = [
          lastDayOf(atOnce, "step"),
          lastDayOf(atOnce, "handling"),
          lastDayOf(examined, "accept"),
        ].map((day) => (lang === "zh" ? latestWords(day, today) : dateWords(day, lang, today)));
        const html = form(lang, { directory: governed, now });
        const sentences = {
          zh: [`${community}没有办结的`, `今天受理的，${answer}答复`, `${acceptance}告诉您是否受理`],
          en: [`not finished by ${community}`, `by ${answer} if accepted today`, `hear by ${acceptance} whether`],
        }[lang];
        for (const sentence of sentences) expect(html).toContain(sentence);
      }),
      { numRuns: 60 },
    );
  });

  it("promises no day of the holidays: a first step that would end on 1 October ends on the 8th", () => {
    expect(form("zh", { now: "2026-09-24T02:00:00.000Z" })).toContain("最迟10月8日（周四，含当日）没有办结的");
  });

  it("says which kinds of matter are examined first", () => {
    expect(form().match(/先审查，15 日内告知是否受理/g)).toHaveLength(2);
  });

  it("says which kinds of matter are answered sooner, and which move up sooner", () => {
    expect(form().match(/简易办理，10 个工作日内书面答复/g)).toHaveLength(1);
    expect(form().match(/紧急事项，主管部门 2 小时内没有签收，或者 24 小时内没有办结，自动转到上一级/g)).toHaveLength(
      1,
    );
    expect(form("en")).toContain(
      "urgent: moves up if the department has not acknowledged it within 2 hours or finished within 24 hours",
    );
  });

  it("lists the communities of a small district, each with its township", () => {
    expect(form().match(/<input type="radio" name="community"/g)).toHaveLength(15);
    expect(form()).toContain('value="liuyin"/><span>柳荫社区<small class="quiet">柳溪街道办事处</small>');
  });
});

describe("the requests of a petition", () => {
  it("have a place each, folded until it is needed, and work without a script", () => {
    const html = form("zh");
    expect(html.match(/<textarea id="ask\d?"/g)).toHaveLength(mostRequests);
    expect(html.match(/<details class="another">/g)).toHaveLength(mostRequests - 1);
    const written = form("zh", { typed: { ask: "一", ask2: "二", ask3: "三" } });
    expect(written.match(/<details class="another" open>/g)).toHaveLength(2);
  });

  it("are numbered where they are checked, when there are several", () => {
    const html = checked();
    for (const text of ["<dt>要求一</dt>", "<dt>要求二</dt>", 'href="/petition/d#ask2"']) expect(html).toContain(text);
    expect(html).not.toContain("要求三");
  });
});

describe("the status page", () => {
  test("says that mail to the petitioner was refused, and only then", () => {
    expect(status(samples.inCommunity, "zh", { mailbox: { is: "refused", address: "w@example.org" } })).toContain(
      "发到您所留邮箱的邮件被退回",
    );
    expect(status(samples.inCommunity, "en", { mailbox: { is: "refused", address: "w@example.org" } })).toContain(
      "Email to the address that you left was",
    );
    expect(status(samples.inCommunity)).not.toContain("被退回");
  });

  it("says at its top what stands where, whose turn it is, and until when", () => {
    const [top = ""] = status(samples.climbed).split("chain-title");
    expect(top).toContain('<h1 tabindex="-1">办理中</h1>');
    expect(top).toMatch(/<dt>承办单位<\/dt><dd>柳溪街道办事处<\/dd>/);
    expect(top).toContain('12月14日（周一） <span class="left ample">还剩 14 天</span>');
    expect(top).toContain("《安和区信访事项办理办法》第十条");
    expect(top).toContain("2027年1月19日（周二）");
  });

  it("gives a simple matter its shorter days, each with its own rule", () => {
    const [top = ""] = status(samples.simple).split("chain-title");
    expect(top).toContain("11月25日（周三）");
    expect(top).toContain("《安和区信访事项办理办法》第十三条");
    expect(top).toContain("12月4日（周五）");
    expect(top).toContain("《信访事项简易办理办法》（国信办发〔2022〕17号）");
  });

  it.each(["zh", "en"] as const)("never shows a member of staff's name or address, in %s", (lang) => {
    for (const sample of Object.values(samples)) {
      const { inCharge } = sample.petition;
      // The leader in charge is the one whom petitioners read by name.
      const leader = inCharge === undefined ? [] : [inCharge.name];
      expect(staffNamesIn(status(sample, lang), directory)).toEqual(leader);
    }
  });

  it("tells the petitioner which unit has looked at their identity, and when", () => {
    expect(status(samples.inCommunity)).toContain(
      '南园社区<p class="quiet"><time datetime="2026-11-20T06:40:00.000Z">11月20日（周五）14:40</time>',
    );
  });

  it("names the unit that the person who looked was of, not that of the step, nor one that they went to since", () => {
    const by = staffOf(samples.inCommunity);
    const at = "2026-11-20T06:40:00.000Z";
    const read = (unit: string, staff = directory.staff) =>
      status(samples.inCommunity, "zh", {
        looks: [{ at, by, stepNo: 1, unit }],
        directory: { ...directory, staff },
      });
    const line = (name: string) => `${name}<p class="quiet"><time datetime="${at}">11月20日（周五）14:40</time>`;
    expect(read("xinfang-ju")).toContain(line("区信访局"));
    const moved = directory.staff.map((person) => (person.id === by ? { ...person, unit: "dongguan" } : person));
    expect(read("nanyuan", moved)).toContain(line("南园社区"));
    const left = directory.staff.filter(({ id }) => id !== by);
    expect(read("nanyuan", left)).toContain(line("南园社区"));
    expect(read("gone-since")).toContain(line("原承办单位"));
  });

  it("asks whether the petitioner agrees to a proposal, with both answers alike and the promised day", () => {
    const html = status(samples.proposed);
    expect(html).toContain('name="command" value="agreeSettlement"');
    expect(html).toContain('name="command" value="declineSettlement"');
    expect(html).not.toContain('value="confirmSettlement"');
    const [agree, decline] = ["同意", "不同意"].map((answer) => html.match(`<button[^>]*>${answer}</button>`)?.[0]);
    expect(agree?.replace("同意", "")).toBe(decline?.replace("不同意", ""));
    expect(html).toContain('<blockquote class="own-words">给一楼六户装防护网');
    expect(html).toContain("<dd>12月1日（周二）</dd>");
    expect(html).toContain("本环节到11月27日（周五）结束，那时没有答复的，这个方案不再有效");
    expect(status(samples.inCommunity)).not.toContain('value="agreeSettlement"');
  });

  it("says until when an agreement can be taken back, and asks later whether it is done", () => {
    const agreed = status(samples.agreed);
    expect(agreed).toContain('name="command" value="takeBackAgreement"');
    expect(agreed).toContain("最迟12月2日（周三，含当日），可以收回同意");
    expect(agreed).not.toContain('value="confirmSettlement"');
    const asked = status(samples.asked);
    expect(asked).toContain('name="command" value="confirmSettlement"');
    expect(asked).toContain('name="command" value="denyPerformance"');
    expect(asked).toContain("六户的防护网11月29日装好");
    expect(status(samples.settled)).toContain('name="command" value="reopenSettlement"');
  });

  const checked = (command: PetitionerActName, sent?: SentAct, sample: Sample = samples.proposed, notice?: string) =>
    decisionPage({
      door: doorGiving(command),
      view: { lang: "zh", assets: "v1", nonce: "n", path: "/status", district: undefined },
      petition: sample.petition,
      contact: { phone: "+8613800001201", email: "wang@example.cn" },
      agents: [],
      directory,
      calendar: sample.calendar,
      now: sample.now,
      lang: "zh",
      keyed: { code: "K7M2-P9X4-C3VB", phoneTail: "1201" },
      sent,
      command,
      notice,
    });

  it("shows exactly what is agreed to before it counts, and what comes of it without an answer later", () => {
    const html = checked("agreeSettlement");
    expect(html).toContain("给一楼六户装防护网");
    expect(html).toContain("最迟2026年12月1日（含当日）办到");
    expect(html).toContain("没有答复的：承办单位报告已经办到的，到期办结，不计为已解决；没有报告的，重新办理");
    expect(html).toContain("同意后 7 日内，您可以收回");
    expect(html).toContain(`name="saw" value="${samples.proposed.petition.told}"`);
    expect(html).toContain('action="/decide/act"');
    expect(() => checked("openAnswer")).toThrow("has no check");
  });

  it("shows the check again with its mistake and what was typed", () => {
    const sent = {
      command: "declineSettlement",
      typed: { reason: "太晚了" },
      errors: { wholePhone: "请填写" },
    } as const;
    const html = checked("declineSettlement", sent);
    expect(html).toContain('<a href="#declineSettlement-phone">请填写</a>');
    expect(html).toContain("太晚了</textarea>");
  });

  it("shows the answer as a letter, with the right of review, its address and its last day", () => {
    const html = status(samples.delivered);
    expect(html).toContain("信访事项处理意见书");
    expect(html).toContain(letter.rule);
    expect(html).toContain("（最迟2027年1月4日，含当日）向安和区信访事项复查复核委员会办公室申请复查");
    expect(html).toContain("2026年12月2日</time>");
    expect(html).toContain("可以申请复查，最迟2027年1月4日（周一），含当日");
  });

  it("says in the letter what was asked for, and to each request what was found", () => {
    const html = status(samples.delivered);
    const [, letter = ""] = html.split('<article class="letter"');
    const parts = [
      "要求一：请告诉我们停工的原因",
      "要求二：如果年前干不完",
      "要求一</h4>",
      "12月1日复工",
      "要求二</h4>",
      "逾期未完工的",
    ];
    const places = parts.map((part) => letter.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const only = status(samples.delivered, "zh", { requests: ["请修好路灯。"] });
    expect(only).toContain("<p>请修好路灯。</p>");
  });

  it("keeps the letter readable after the case has ended, and says how it ended", () => {
    const html = status(samples.closed);
    expect(html).toContain("已办结，结果：已解决。");
    expect(html).toContain("信访事项处理意见书");
  });

  it("says on what ground a petition was not accepted, what shows it, and where to go instead", () => {
    const html = status(samples.notAccepted);
    expect(html).toContain("《信访工作条例》第十九条第三款");
    expect(html).toContain("<dt>哪个机关、单位在办理，哪一天受理</dt>");
    expect(html).toContain("区卫生健康委员会，2026年11月12日受理");
    expect(html).toContain("请向正在办理的机关、单位了解进展");
  });

  it("leads whoever is refused to asking once that it is looked at again, and nobody who has had that done", () => {
    const [refused, upheld] = [status(samples.notAccepted), status(samples.refusalUpheld)];
    expect(refused).toContain('<a href="#reconsideration">');
    expect(refused).toContain('id="reconsideration"');
    expect(upheld).not.toContain("#reconsideration");
    expect(upheld).not.toContain('id="reconsideration"');
    expect(status(samples.lookedAtAgain)).toContain("正由信访局负责人决定");
  });

  it("guides to the procedure that decides the matter: where, with which papers, until when, and why", () => {
    const html = status(samples.guided);
    expect(html).toContain("请走法定途径：诉讼");
    for (const words of ["您与医院对诊疗过程有争议", "诉讼服务中心", "起诉状", "12348"]) expect(html).toContain(words);
    expect(html).toContain("提起行政诉讼：6 个月");
    expect(html).not.toContain("不予受理");
  });

  it("says of what another body has that the office asks for its receipt, and promises no level above", () => {
    const html = status(samples.transferring);
    expect(html).toContain("到期没有回执的，由信访局催问");
    expect(html).not.toContain("自动转上一级");
  });

  it("says wherever something is issued that a petition extends no other time limit, and which may concern it", () => {
    const line = "提起民事诉讼：3 年，自知道或者应当知道权利受到损害以及义务人之日起（《民法典》第一百八十八条）";
    for (const sample of [samples.inCommunity, samples.notAccepted, samples.guided]) {
      expect(status(sample)).toContain("提出信访不延长其他法定途径的期限");
      expect(status(sample)).toContain(line);
    }
    expect(status(samples.notAccepted, "en")).toContain("Suing in a civil matter: 3 years from the day");
    const receipt = (limits: typeof directory.policy.limits) =>
      receiptPage({
        view: view("zh"),
        ...samples.filed,
        directory,
        code: "-",
        goesBy: "phone",
        isMailed: false,
        limits,
      });
    expect(receipt(directory.policy.limits)).toContain(line);
    expect(receipt([])).toContain("请留意各自的期限");
  });

  it("calls a review that nobody asked for in time neither final nor exhausted", () => {
    expect(status(samples.closed)).not.toMatch(/终结|终局/);
    expect(status(samples.closed, "en")).not.toMatch(/\bfinal\b|exhausted/i);
  });

  it("says after filing who gets it, and the same once they have it: nothing that is about to be untrue", () => {
    for (const sample of [samples.filed, samples.filed.opens()]) {
      const html = status(sample);
      expect(html).toMatch(/<dt>承办单位<\/dt><dd>南园社区<\/dd>/);
      expect(html).toContain("等待签收");
      expect(readText(html)).not.toMatch(/正在转/);
    }
    expect(status(samples.filed)).toContain("已受理，由南园社区办理，等待签收。");
  });

  it("tells whom to call, and the next body up, when it is late with nobody above", () => {
    const html = status(samples.atTheTop);
    expect(html).toMatch(/期限已过，系统每个工作日催办。您现在可以：<a href="#late">/);
    expect(html).toMatch(/安和区信访局<\/strong> <a href="tel:[^"]*86010101">/);
    expect(html).toMatch(/云澜市信访局<\/strong> <a href="tel:[^"]*86000101">/);
    expect(status(samples.inCommunity)).not.toContain('id="late"');
    const withoutSuperior = { ...directory, district: { ...directory.district, superior: undefined } };
    expect(status(samples.atTheTop, "zh", { directory: withoutSuperior })).not.toContain("向上一级反映：");
  });

  it("calls a day provisional until the notice of its year, which it names, is known or the day has come", () => {
    const said = "2027年放假安排尚未公布，公布后日期可能顺延。";
    expect(status(samples.inCommunity)).toContain(said);
    expect(status(samples.inCommunity, "en")).toContain("The public holidays of 2027 are not announced yet");
    const { calendar } = samples.inCommunity;
    const announced = { ...calendar, isPublished: () => true };
    expect(status(samples.inCommunity, "zh", { calendar: announced })).not.toContain("暂定");
    const lastDay = lastDayOf(samples.inCommunity.petition, "handling");
    expect(status(samples.inCommunity.at(`${lastDay}T02:00:00.000Z`))).not.toContain("暂定");
  });

  it("counts the looks of one sitting as one visit", () => {
    const look = (at: string, by = "hou-jun") => ({ at, by, unit: "nanyuan", stepNo: 1 });
    const html = status(samples.inCommunity, "zh", {
      looks: [
        look("2026-11-20T06:40:00.000Z"),
        look("2026-11-20T06:55:00.000Z"),
        look("2026-11-20T07:10:00.000Z"),
        look("2026-11-20T06:50:00.000Z", "bai-xuemei"),
        look("2026-11-21T01:00:00.000Z"),
      ],
    });
    const panel = html.slice(html.indexOf('id="looks-title"'));
    const items = panel.slice(0, panel.indexOf("</section>")).split("<li>").slice(1);
    expect(items.map((item) => readText(item).replaceAll(/\s+/g, " ").trim())).toEqual([
      "南园社区 11月21日（周六）09:00 看了姓名、电话和诉求",
      "南园社区 11月20日（周五）14:40 起，共 3 次 看了姓名、电话和诉求",
      "南园社区 11月20日（周五）14:50 看了姓名、电话和诉求",
    ]);
  });

  it("counts two visits of one sitting that goes to and fro between what names the petitioner and what does not", () => {
    const look = (at: string) => ({ at, by: "hou-jun", unit: "nanyuan", stepNo: 1 });
    const html = status(samples.inCommunity, "zh", {
      looks: ["06:40", "06:42", "06:44", "06:46"].map((time, n) => ({
        ...look(`2026-11-20T${time}:00.000Z`),
        ...(n % 2 === 1 && { only: "matter" as const }),
      })),
    });
    const panel = html.slice(html.indexOf('id="looks-title"'));
    const items = panel.slice(0, panel.indexOf("</section>")).split("<li>").slice(1);
    expect(items.map((item) => readText(item).replaceAll(/\s+/g, " ").trim())).toEqual([
      "南园社区 11月20日（周五）14:42 起，共 2 次 只看了诉求，没有看姓名和电话",
      "南园社区 11月20日（周五）14:40 起，共 2 次 看了姓名、电话和诉求",
    ]);
  });

  it("names a unit that has merged by the name of its day, and whoever has its cases now as responsible", () => {
    const nanyuan = directory.units.find(({ id }) => id === "nanyuan");
    if (nanyuan === undefined) throw new Error("no such community");
    const merged = {
      ...directory,
      units: directory.units.filter(({ id }) => id !== "nanyuan"),
      former: {
        ...directory.former,
        units: [{ id: "nanyuan", name: nanyuan.name, successor: "wanghu" }],
        categories: [{ id: "old-estates", name: { zh: "老旧小区", en: "Old estates" }, successor: "housing-estates" }],
      },
    };
    const html = status(samples.inCommunity, "zh", { directory: merged });
    expect(ownStory(samples.inCommunity, "zh", { directory: merged })).toContain("南园社区已收到您的诉求，开始办理。");
    const responsible = html.slice(html.indexOf('id="responsible-title"'));
    expect(responsible.slice(0, responsible.indexOf("</section>"))).toContain("望湖社区");
    expect(categoryName(merged, "old-estates", "zh")).toBe("老旧小区");
  });

  it("leaves out what is internal, and tells the daily reminders of one lateness in one line", () => {
    const { petition, at } = samples.atTheTop;
    if (petition.status !== "handling") throw new Error("the sample has changed");
    const nextDay = at("2027-01-13T00:30:00.000Z").rings().at("2027-01-14T00:30:00.000Z").rings();
    const html = ownStory(nextDay);
    expect(html.match(/每个工作日催办。/g)).toHaveLength(1);
    expect(html).toContain("已列入督办，每个工作日催办。此后又催办 2 次，最近一次在1月14日（周四）08:30。");
    const reminded = samples.climbed.at("2026-12-07T00:30:00.000Z").rings();
    expect(caseStory(reminded)).toContain("提醒林佳怡（列入下一封“今日待办”邮件）：");
    expect(ownStory(reminded)).not.toContain("已过 50%");
  });

  it("keeps a phone number on one line", () => {
    const { phone } = directory.district.reviewBodies.township.review;
    expect(phone).toContain(" ");
    expect(status(samples.delivered)).not.toContain(phone);
    expect(status(samples.delivered)).toContain(phone.replaceAll(" ", "\u00a0"));
  });

  it("does not promise a result in time when the time has passed", () => {
    expect(status(samples.atTheTop)).toContain("期限已过，系统每个工作日催办");
    expect(status(samples.atTheTop)).not.toContain("到期没有结果");
  });
});

describe("the page of a task link", () => {
  it("holds no data before the token is posted", () => {
    const html = taskEntryPage({ view: view("zh", { path: "/task" }), asksFor: "/task/open", finds: false });
    expect(html).not.toContain("安和信");
    expect(html).toContain("<noscript>");
  });

  it("names the last three things that happened, and leads to all of them, which it counts as the story does", () => {
    const { events } = samples.climbed;
    const html = task(samples.climbed);
    const panel = html.slice(html.indexOf('id="story-title"'));
    const shown = readText(panel.slice(0, panel.indexOf("</section>"))).replaceAll(/\s+/g, " ");
    expect(shown).toMatch(/^[^查]*11月28日（周六） 转办 11月28日（周六） 逾期未办结，自动转上一级/);
    const listed = caseStory(samples.climbed).match(/<time[^>]*>/g)?.length;
    expect(listed).toBeGreaterThan(3);
    expect(events).toHaveLength(listed ?? 0);
    expect(shown).toContain(`查看全部 ${listed} 条`);
    expect(html).toContain('href="/case-story#t0ken"');
    expect(html).not.toContain("自动转到柳溪街道办事处办理");
    expect(caseStory(samples.climbed)).toContain("自动转到柳溪街道办事处办理");
    const reminded = samples.atTheTop.at("2027-01-13T00:30:00.000Z").rings().at("2027-01-14T00:30:00.000Z").rings();
    const once = task(samples.atTheTop).match(/查看全部 \d+ 条/)?.[0];
    expect(once).toBeDefined();
    expect(task(reminded)).toContain(once);
  });

  it("quotes what another unit has answered, under what it was asked", () => {
    const { petition } = samples.assisting;
    if (petition.status !== "handling") throw new Error("the sample has changed");
    const [{ unit, question } = { unit: "-", question: "-" }] = petition.assists ?? [];
    const assists = petition.assists?.map((one) => ({ ...one, ...(one.unit === unit && { over: "given" as const }) }));
    const contributions = [{ unit, question, contribution: "11月27日已经拨付" }];
    const html = task({ ...samples.assisting, petition: { ...petition, assists, contributions } });
    expect(html).toContain('<blockquote class="own-words">11月27日已经拨付</blockquote>');
  });

  it("shows no identity and no story before the code is typed", () => {
    for (const sample of Object.values(samples)) {
      const html = summary(sample);
      for (const secret of [petitioner.name, petitioner.phone, ...Object.values(matter)]) {
        expect(html).not.toContain(secret);
      }
      expect(html).not.toMatch(/防护网|法院|资金/);
    }
  });

  it("asks for the code again beside what was wrong with it", () => {
    const html = summary(samples.climbed, "zh", "数字不对");
    expect(html).toContain('<a href="#code">数字不对</a>');
    expect(html).toMatch(/<input [^>]*id="code"[^>]*aria-invalid="true"/);
  });

  it("shows who, what and where once the reader is recognised, and says that the look is recorded", () => {
    const html = task(samples.climbed);
    for (const text of [
      "陈桂芳",
      '<a href="tel:+8613800551201">138\u00a00055\u00a01201</a>',
      ...matter.requests,
      matter.place,
    ])
      expect(html).toContain(text);
    expect(html).toContain("您这次查看已记录");
  });

  it("tells of each clock its rule, start and end, when it rang and what came of it, and what comes next", () => {
    const [, told = ""] = clockCourse(samples.climbed).split('<ol class="course">');
    const clocks = told.split("<h2>").slice(1);
    expect(clocks.map((clock) => clock.slice(0, clock.indexOf("<")))).toEqual([
      "法定答复期限",
      "办理环节期限（第 2 个）·街道",
      "受理审查期限",
      "办理环节期限（第 1 个）·社区",
    ]);
    const [, township = "", , community = ""] = clocks;
    expect(township).toContain("11月28日（周六）00:01起算 15 日，12月14日（周一）24:00届满");
    expect(township).toContain("依据：《安和区信访事项办理办法》第十条；过 50%、75% 时和届满时提醒");
    expect(township).toContain(
      "<strong>接下来：</strong>12月7日（周一）08:30，时间过 50%，提醒林佳怡，列入下一封“今日待办”邮件",
    );
    expect(community).toContain("11月28日（周六）00:01</time> 届满没有办结，自动转到柳溪街道办事处");
    expect(community).not.toContain("接下来");
  });

  it("breaks an address after its @ before anywhere else", () => {
    expect(task(samples.climbed)).toContain("chen.guifang@<wbr/>mail.example</a>");
  });

  it("offers every command that the step allows, each with what it causes", () => {
    for (const sample of [samples.inCommunity, samples.climbed, samples.screening, samples.answered]) {
      const html = task(sample);
      for (const name of offeredTo("owner", sample.petition, worldOf(sample)))
        expect(html).toContain(`name="command" value="${name}"`);
    }
    expect(task(samples.climbed)).toContain("转到主管部门办理。对方经办人会收到邮件");
  });

  it("shows a head who asks for more time, how much and why, without the petitioner, and offers the decision only", () => {
    const html = task(samples.asking, "zh", { role: "head", petitioner: undefined });
    for (const text of ["请决定是否同意延期", "15 日", "等鉴定结论", "都延长 15 日（《信访工作条例》第三十四条）"]) {
      expect(html).toContain(text);
    }
    for (const secret of [petitioner.name, petitioner.phone]) expect(html).not.toContain(secret);
    const offered = [...html.matchAll(/name="command" value="(\w+)"/g)].map(([, name]) => name);
    expect(offered).toEqual(["approveExtension", "refuseExtension"]);
  });

  it("opens the form that came back, with what was typed and what is wrong", () => {
    const html = task(samples.inTownship, "zh", {
      chosen: "reply",
      typed: { rule: "第十四条", reason: "不该出现在别的表里" },
      errors: { facts: "请写明查明的事实" },
    });
    expect(html).toContain('<a href="#reply-facts">请写明查明的事实</a>');
    expect(html).toMatch(/<details class="command" name="commands" open>.{0,80}作出书面答复/);
    expect(html).toContain("第十四条</textarea>");
    expect(html).not.toContain("不该出现在别的表里");
  });

  it("reassigns only to colleagues of the unit, and not at all where there is none", () => {
    const html = task(samples.climbed, "zh", { chosen: "reassign" });
    const offered = [...html.matchAll(/<option value="([a-z-]+)">/g)].map(([, id]) => id);
    const { petition } = samples.climbed;
    const unit = petition.status === "handling" ? petition.unit : "";
    const colleagues = directory.staff.filter(
      (person) => person.unit === unit && person.id !== staffOf(samples.climbed),
    );
    expect(offered).toEqual(colleagues.map(({ id }) => id));

    const others = new Set(colleagues.map(({ id }) => id));
    const alone = {
      ...directory,
      staff: directory.staff.map((person) => (others.has(person.id) ? { ...person, unit: "dongguan" } : person)),
    };
    expect(task(samples.climbed, "zh", { directory: alone })).not.toContain('value="reassign"');
  });

  it("shows a story's HTML as text", () => {
    const html = task(samples.climbed, "zh", { matter: { ...matter, story: "<script>alert(1)</script>" } });
    expect(html).toContain("&lt;script>alert(1)&lt;/script>");
    expect(html).not.toContain("<script>alert");
  });

  it("has a label and a form for every command there is", () => {
    const html = task(samples.climbed, "en", { commands: staffForms.names });
    for (const name of staffForms.names) expect(html).toContain(`name="command" value="${name}"`);
  });

  it("asks for a finding on each request, below its words, and on no other", () => {
    const html = task(samples.inTownship);
    for (const n of ["", "2"]) {
      expect(html).toContain(`name="decision${n}"`);
      expect(html).toContain(`name="outcome${n}"`);
    }
    expect(html).not.toContain('name="decision3"');
    expect(html.indexOf("如果年前干不完", html.indexOf('name="decision"'))).toBeLessThan(
      html.indexOf('name="decision2"'),
    );
  });

  it("draws every field of every form, and one button for what one click does", () => {
    const requests = Array.from({ length: mostRequests }, (_, at) => `第 ${at + 1} 项`);
    const { petition } = samples.convening;
    // What is said of the answer that a review has revoked is asked only after that.
    const redo = { differently: "-", until: "2026-12-01", findings: [], notBy: [] };
    const anew = { ...samples.convening, petition: { ...petition, redo } };
    const html = task(anew, "zh", { commands: staffForms.names, matter: { ...matter, requests } });
    for (const name of staffForms.names) {
      for (const field of staffForms.fieldsOf(name)) expect(html).toContain(`id="${name}-${field}"`);
    }
    const wordless = ["acknowledge", "acceptReview", "seeInstruction"];
    expect(html.match(/<form class="command"/g)).toHaveLength(wordless.length);
    for (const name of wordless) {
      expect(html).toContain(`<button type="submit" aria-describedby="${name}-effect">`);
    }
  });
});

describe("the result of a command", () => {
  it("says what was recorded and that the step goes on, while it does", () => {
    const did = samples.inCommunity.events.at(-1);
    if (did === undefined) throw new Error("nothing was done");
    const html = taskResultPage({
      view: view(),
      door: everyDoor,
      ...samples.inCommunity,
      directory,
      did,
      part: partOf(samples.inCommunity, did),
    });
    expect(html.replaceAll(/<[^>]*>/g, "")).toMatch(/11月20日（周五）\d\d:\d\d，由侯俊（南园社区）办理：签收。/);
    expect(html).toContain('href="/task" class="action"');
    const inEnglish = taskResultPage({
      ...{ view: view("en"), door: everyDoor, ...samples.inCommunity, directory, did },
      part: partOf(samples.inCommunity, did),
    });
    expect(inEnglish.replaceAll(/<[^>]*>/g, "")).toMatch(
      /Entered by 侯俊, [\w ]+, on Fri 20 November, \d\d:\d\d: acknowledged\./,
    );
  });

  it("says whom somebody has asked to assist, what, and until when: nothing else on the page does", () => {
    const asked = samples.assisting;
    const did = asked.events.at(-1);
    if (did === undefined) throw new Error("nothing was done");
    const html = taskResultPage({
      ...{ view: view(), door: staffDoors.beside, ...asked, directory, did, part: partOf(asked, did) },
    });
    expect(html).toContain("脚手架的安全检查结论是什么？");
    expect(html).toContain("期限：12月4日（周五）");
    expect(html).not.toContain("改造资金是哪天拨付的");
  });

  it("says that the step has ended when it has", () => {
    const did = samples.inTransit.events.at(-1);
    if (did === undefined) throw new Error("nothing was done");
    const html = taskResultPage({
      view: view(),
      door: everyDoor,
      ...samples.inTransit,
      directory,
      did,
      part: partOf(samples.inTransit, did),
    });
    expect(html).toContain("您这一环节已经结束");
    expect(html).not.toContain('href="/task"');
  });

  it("says to a head that the decision is in force", () => {
    const did = samples.asking.events.at(-1);
    if (did === undefined) throw new Error("nothing was done");
    const part: Part = { staff: "somebody", stepNo: 2, assignment: 1, role: "head" };
    const html = taskResultPage({ view: view(), door: everyDoor, ...samples.inTownship, directory, did, part });
    expect(html).toContain("您的决定已经生效");
  });
});

describe("a link that has done its work", () => {
  it("says what took the task away, by whom and when, and where the case is now", () => {
    const html = lookBackPage({
      view: view(),
      ...samples.climbed,
      directory,
      reason: "overtaken",
      link: turnAt(samples.climbed, 1),
    });
    expect(html).toContain("<dd>逾期未办结，自动转上一级</dd>");
    expect(html).toContain("11月28日（周六）00:01");
    expect(html).toContain("柳溪街道办事处");
  });

  it("tells the deed of its own turn, not a later one", () => {
    const html = lookBackPage({
      view: view(),
      ...samples.delivered,
      directory,
      reason: "overtaken",
      link: turnAt(samples.delivered, 1),
    });
    expect(html).toContain("<dd>逾期未办结，自动转上一级</dd>");
    expect(html).not.toContain("<dd>书面答复</dd>");
  });

  it("tells a head what became of an undecided request, and what ended the step", () => {
    const { petition } = samples.asking;
    if (petition.status !== "handling" || petition.extension === undefined) throw new Error("nothing was asked for");
    const { stepNo, extension } = petition;
    const link = { staff: extension.head.staff, stepNo, assignment: extension.assignment };
    const moved = samples.asking.owner({ command: "reportUpward", reason: "需要部门协调" });
    const read = (reason: LookBackReason) => lookBackPage({ view: view(), ...moved, directory, reason, link });
    expect(read("overtaken")).toContain("<dd>上报</dd>");
    expect(read("lapsed")).toContain("<dd>没有延期</dd>");
    expect(read("left")).not.toContain("做了什么");
  });

  it("tells of an ended case how it ended, whatever took the task before", () => {
    const read = (sample: Sample) =>
      lookBackPage({ view: view(), ...sample, directory, reason: "ended", link: turnAt(sample, 1) });
    expect(read(samples.closed)).toContain("<dd>办结</dd>");
    expect(read(samples.settled)).toContain("<dd>已解决，信访人已确认</dd>");
    expect(read(samples.notAccepted)).toContain("<dd>不予受理</dd>");
  });

  it("quotes nothing that people wrote", () => {
    const html = lookBackPage({
      view: view(),
      ...samples.inTransit,
      directory,
      reason: "used",
      link: turnAt(samples.inTransit, 2),
    });
    expect(html).toContain("<dd>上报</dd>");
    expect(html).not.toMatch(/资金|防护网/);
  });
});

test("a text without its stop ends where its words do, in time in proportion to its length", () => {
  expect(["路灯坏了。", " a lamp. ", "; ", "a.b", ""].map(withoutStop)).toEqual(["路灯坏了", "a lamp", "", "a.b", ""]);
  expectLinear(withoutStop, (n) => `${"。".repeat(n)}x`);
  expectLinear(withoutStop, (n) => `x${" 。".repeat(n / 2)}`);
});

describe("an error page", () => {
  it("gives the remedy and a reference, and blames nobody", () => {
    const html = errorPage({ view: view(), kind: "unexpected", reference: "A1B2" });
    expect(html).toContain("请稍后再试一次");
    expect(html).toContain("A1B2");
  });
});

test("a letter that promises something for later is never called resolved, in its choice, in itself and at the end", () => {
  const promising = { ...letter, outcome: "promised", outcome2: "promised", promisedFor: "2027-01-15" } as const;
  const answered = samples.inTownship.owner({ command: "reply", ...promising });
  const delivered = answered.does({ type: "petitioner", act: { command: "openAnswer" } });
  expect(task(samples.inTownship)).toContain('value="promised"');
  for (const sample of [delivered, delivered.at("2027-02-10T00:00:00.000Z").rings()]) {
    const html = status(sample);
    expect(html).toContain("已承诺办理，还没有办到");
    expect(html).not.toMatch(/(?:结论|结果)：(?:<strong>)?已解决/);
    expect(html).toContain("以上承诺的事，最迟2027年1月15日（含当日）办到");
    expect(html).not.toContain("已办结");
  }
  // Its day is a deadline on the page; once it is over, the petitioner is asked.
  expect(status(delivered)).toContain("承诺办到的日子");
  const asked = status(delivered.at("2027-02-10T00:00:00.000Z").rings().rings());
  expect(asked).toContain("书面答复中承诺：");
  expect(asked).toContain("办到了吗？");
  expect(asked).not.toContain("您同意的是");
});

test("every task page has a way to sign out, and no page of a petitioner has", () => {
  for (const html of [task(samples.inCommunity), summary(samples.inCommunity)]) {
    expect(html).toContain('action="/task/leave"');
  }
  expect(status(samples.inCommunity)).not.toContain("/task/leave");
});

test("two colleagues of one name are told apart, and nobody else's address is shown", () => {
  const twins = directory.staff.filter(({ unit }) => unit === "nanyuan").slice(0, 1);
  const [first] = twins;
  if (first === undefined) throw new Error("nobody works in that community");
  const sameName = ["one", "two"].map((id) => ({ ...first, id, name: "李伟", email: `${id}@anhe.example` }));
  const html = task(samples.inCommunity, "zh", {
    directory: { ...directory, staff: [...directory.staff, ...sameName] },
  });
  const options = html.slice(html.indexOf('name="to"'));
  expect(options.slice(0, options.indexOf("</select>"))).toContain("李伟 one@anhe.example");
  expect(options.slice(0, options.indexOf("</select>")).match(/@anhe/g)).toHaveLength(2);
});

test("a text has its limit on it, and the page the words by which a script counts towards it", () => {
  expect(form()).toContain('data-most="5000"');
  expect(task(samples.inCommunity)).toMatch(/<textarea[^>]*data-most="2000"/);
  expect(form("en")).toContain('data-left="# characters left"');
});
