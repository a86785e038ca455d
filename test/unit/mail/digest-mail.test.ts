import { describe, expect, test } from "vitest";
import type { Agenda, AgendaItem } from "#case/digest/agenda.ts";
import { noTrouble } from "#case/digest/mail-trouble.ts";
import type { Lang } from "#ground/bilingual.ts";
import { readCaseId } from "#ground/ids.ts";
import { digestMail, type MorningDigest } from "#mail/digest-mail.ts";
import { addressed } from "#mail/mail.ts";
import { messageOf } from "#mail/message.ts";
import { directory } from "../case/district.ts";

const matter: AgendaItem["matter"] = { category: "estate", community: "peach", isAcknowledged: true };

const task = (
  serial: string,
  clock: AgendaItem["due"]["clock"],
  lastDay: string,
  marks: AgendaItem["marks"] = [],
): AgendaItem => ({
  caseId: `AH-2026-${serial}-k7m2p9x4c3vb`,
  matter,
  turn: { staff: "river-handler", stepNo: 2, assignment: 1 },
  link: { caseId: `AH-2026-${serial}`, staff: "river-handler", stepNo: 2, assignment: 1 },
  door: "step",
  due: { clock, lastDay },
  isNew: false,
  marks,
});

const nothing: Agenda = { overdue: [], today: [], fresh: [], thisWeek: [], halfway: [], movedUp: [], supervised: [] };
const agenda: Agenda = {
  fresh: [],
  overdue: [task("0123", "step", "2026-03-04"), task("0131", "step", "2026-03-05")],
  today: [task("0140", "handling", "2026-03-06", [{ clock: "step", percent: 75 }])],
  thisWeek: [task("0150", "step", "2026-03-08", [{ clock: "step", percent: 75 }])],
  halfway: [task("0160", "step", "2026-03-16", [{ clock: "step", percent: 50 }])],
  movedUp: [
    {
      caseId: "AH-2026-0099-k7m2p9x4c3vb",
      matter,
      why: { type: "stepOverdue", stepNo: 1, level: "township", lastDay: "2026-03-05", to: "department" },
    },
    {
      caseId: "AH-2026-0098-k7m2p9x4c3vb",
      matter,
      why: { type: "lifted", stepNo: 2, level: "township", percent: 75, answerBy: "2026-03-20", to: "department" },
    },
  ],
  supervised: [
    {
      caseId: "AH-2026-0070-k7m2p9x4c3vb",
      matter,
      due: { clock: "handling", lastDay: "2026-02-20" },
      holder: { unit: "leader", staff: "leader-handler" },
      isOnItsWay: false,
    },
    {
      caseId: "AH-2026-0071-k7m2p9x4c3vb",
      matter,
      due: { clock: "handling", lastDay: "2026-02-25" },
      holder: { unit: "river", staff: "river-handler" },
      isOnItsWay: true,
    },
  ],
};
const tasks = [...agenda.overdue, ...agenda.today, ...agenda.thisWeek, ...agenda.halfway];
const linkOf = ({ caseId }: AgendaItem) => ({
  url: `https://example.gov.cn/task#${caseId}`,
  code: `48${readCaseId(caseId).serial}`,
});
const digest = {
  directory,
  lang: "zh",
  now: "2026-03-06T00:30:00.000Z",
  waiting: 0,
  trouble: noTrouble,
  linkOf,
} as const;
const write = (more: Partial<MorningDigest> = {}) => digestMail({ ...digest, agenda, ...more }).mail;
const mail = write();
const english = write({ lang: "en" });

describe("a digest", () => {
  test("tells the duty officer when mail was away, and whom none reaches, by name", () => {
    const [colleague] = directory.staff;
    if (colleague === undefined) throw new Error("Nobody works here");
    const outage = { v: 1, waited: 37, from: "2026-03-05T14:10:00.000Z", until: "2026-03-05T23:40:00.000Z" } as const;
    const trouble = { outages: [outage], unreachable: [colleague.id] };
    const { subject, text, html } = write({ agenda: nothing, trouble });
    expect(subject).toBe("【回音】今日待办：邮件异常");
    for (const body of [text, html]) {
      expect(body).toContain("期间 37 封邮件开始等候");
      expect(body).toContain(colleague.name);
      expect(body).not.toContain(colleague.email);
    }
    expect(text).toContain("3月5日（周四）22:10至3月6日（周五）07:40");
    expect(mail.text).not.toContain("邮件服务器");
  });

  test("counts in its subject what there is, and leaves out what there is not", () => {
    expect(mail.subject).toBe(
      "【回音】今日待办：逾期 2 件，今天到期 1 件，本周到期 1 件，时间过半 1 件，已提级办理 2 件，督办 2 件",
    );
    const { subject, text } = write({ agenda: { ...nothing, today: agenda.today } });
    expect(subject).toBe("【回音】今日待办：今天到期 1 件");
    expect(text).not.toMatch(/已逾期|本周到期|时间过半|已提级办理|督办/);
  });

  test("gives each of the reader's own cases its link and its code, and no other case", () => {
    for (const body of [mail.html, mail.text]) {
      for (const own of tasks) {
        expect(body).toContain(linkOf(own).url);
        expect(body).toContain(linkOf(own).code);
      }
      expect(body.match(/https:\/\/[^\s"<]+/g)).toHaveLength(tasks.length);
    }
  });

  test("says what is due, when, and what is left", () => {
    expect(mail.text).toContain(
      "安和信〔2026〕0123号\n老旧小区·peach\n本环节期限：3月4日（周三），已逾期 2 天\n验证码：480123\n",
    );
    expect(mail.text).toContain("法定答复期限：3月6日（周五），今天到期\n本环节期限：时间已过 75%\n");
    expect(mail.text).toContain("本环节期限：3月8日（周日），还剩 2 天\n时间已过 75%\n");
  });

  test("says of each row what it is about, whether it is urgent, and whether it waits to be acknowledged", () => {
    const fresh: AgendaItem["matter"] = { ...matter, urgent: true, isAcknowledged: false };
    const [first] = agenda.overdue;
    if (first === undefined) throw new Error("Nothing is overdue");
    const urgent = { ...nothing, overdue: [{ ...first, matter: fresh }] };
    const { subject, text } = write({ agenda: urgent });
    expect(subject).toBe("【回音】今日待办：紧急 1 件，逾期 1 件");
    expect(text).toContain("0123号\n老旧小区·peach，紧急，未签收\n");
    const second = write({ agenda: urgent, lang: "en" });
    expect(second.subject).toBe("[Huiyin] Your list for today: 1 urgent; 1 overdue");
    expect(second.text).toContain("0123号\n老旧小区, peach, urgent, not yet acknowledged\n");
    expect(mail.text).not.toMatch(/紧急|未签收/);
  });

  test("says of a joint petition how many have joined it, and nothing of who they are", () => {
    const [first] = agenda.overdue;
    if (first === undefined) throw new Error("Nothing is overdue");
    const joined = (people: number, left: number[]): Agenda => ({
      ...nothing,
      overdue: [{ ...first, matter: { ...matter, joint: { openings: 1, joined: people, left } } }],
    });
    expect(write({ agenda: joined(18, [7]) }).text).toContain("0123号\n老旧小区·peach，另有 17 人联名\n");
    expect(write({ agenda: joined(18, [7]), lang: "en" }).text).toContain("peach, 17 other people have joined\n");
    expect(write({ agenda: joined(1, [1]) }).text).not.toContain("联名");
  });

  test("gives what came by night a row with link and code, and counts it in the subject", () => {
    const [own] = agenda.halfway;
    if (own === undefined) throw new Error("Nothing is halfway");
    const item: AgendaItem = { ...own, isNew: true, marks: [], matter: { ...matter, isAcknowledged: false } };
    const { subject, text } = write({ agenda: { ...nothing, fresh: [item] } });
    expect(subject).toBe("【回音】今日待办：新到 1 件");
    expect(text).toContain("【新到待办 · 1 件】");
    expect(text).toContain("老旧小区·peach，未签收\n本环节期限：3月16日（周一），还剩 10 天\n");
    expect(text).toContain(linkOf(item).url);
    expect(text).toContain(linkOf(item).code);
    expect(write({ agenda: { ...nothing, fresh: [item] }, lang: "en" }).text).toContain("【New for you · 1 case】");
  });

  test("says which cases moved up, and why", () => {
    expect(mail.text).toContain("安和信〔2026〕0099号\n老旧小区·peach\n本环节期限3月5日（周四）已过，转到主管部门\n");
    expect(mail.text).toContain("安和信〔2026〕0098号\n老旧小区·peach\n法定答复时间已过 75%，转到主管部门\n");
    // It may have gone on since.
    expect(english.text).toContain(
      "0099号\n老旧小区, peach\nIts step ended on Thu 5 March: moved up to the department\n",
    );
    expect(english.text).toContain(
      "0098号\n老旧小区, peach\n75% of the time for the answer is gone: moved up to the department\n",
    );
  });

  test("says who holds a case under supervision; of one on its way, who answers for it until it has arrived", () => {
    expect(mail.text).toContain(
      "0070号\n老旧小区·peach\nleader · leader handler\n法定答复期限：2月20日（周五），已逾期 14 天\n",
    );
    expect(mail.text).toContain("0071号\n老旧小区·peach\n正在转办，目前仍由riverriver handler负责\n");
    expect(english.text).toContain(
      "0071号\n老旧小区, peach\nOn its way to the next office; until then responsible: river · river handler\n",
    );
  });

  test("tells two of one unit and one name apart, the head by the post and anybody else by the address", () => {
    const twins = directory.staff.map((person) =>
      person.unit === "leader" || person.unit === "river" ? { ...person, name: `${person.unit}的李伟` } : person,
    );
    const units = directory.units.map((unit) => (unit.id === "leader" ? { ...unit, head: "leader-handler" } : unit));
    const { text } = write({ directory: { ...directory, staff: twins, units } });
    expect(text).toContain("leader · leader的李伟（负责人）");
    expect(text).toContain("目前仍由riverriver的李伟（river-handler@example.org）负责");
  });

  test("puts the tables in the order of their urgency, in its reader's language and in no other", () => {
    expect(mail.text.match(/【.*】/g)).toEqual([
      "【已逾期 · 2 件】",
      "【今天到期 · 1 件】",
      "【本周到期 · 1 件】",
      "【时间过半 · 1 件】",
      "【已提级办理 · 2 件】",
      "【督办 · 2 件】",
    ]);
    expect(english.text.match(/【.*】/g)).toEqual([
      "【Overdue · 2 cases】",
      "【Due today · 1 case】",
      "【Due this week · 1 case】",
      "【Half the time is gone · 1 case】",
      "【Moved up from you · 2 cases】",
      "【Under your supervision · 2 cases】",
    ]);
    expect(english.text).toContain("This step: Wed 4 March, 2 days overdue");
    expect(english.html).toContain('<html lang="en">');
    expect(mail.html).toContain('<html lang="zh-CN">');
    expect(mail.text).not.toMatch(/overdue|Open the task page/i);
    expect(english.text).not.toMatch(/逾期|打开办理页/);
  });

  test("says once that one code a day is enough, and nothing of codes when there is no link", () => {
    expect(mail.text.split("每天输入一个验证码就够了")).toHaveLength(2);
    const { text } = write({ agenda: { ...nothing, supervised: agenda.supervised } });
    expect(text).not.toMatch(/验证码|https:/);
  });

  test("says how many reminders wait for the next morning", () => {
    expect(mail.text).not.toContain("另有");
    expect(write({ waiting: 3 }).text).toContain("另有 3 条提醒，将于下一个工作日早上发送。");
  });

  describe("to somebody with 1,500 cases and a hundred under supervision", () => {
    const clocks = [
      { clock: "step", percent: 75 },
      { clock: "handling", percent: 75 },
      { clock: "accept", percent: 50 },
    ] as const;
    const longNamed = {
      ...directory,
      units: directory.units.map((unit) => ({ ...unit, name: { zh: "办".repeat(40), en: "office ".repeat(12) } })),
    };
    const overdue = Array.from({ length: 1500 }, (_, n) =>
      task(String(1000 + n), "delivery", "2026-02-20", [...clocks]),
    );
    const supervised = Array.from({ length: 100 }, () => agenda.supervised).flat();
    const unreachable = Array.from({ length: 20 }, () => directory.staff.map(({ id }) => id)).flat();
    const url = `https://petitions.${"district".repeat(6)}.example.gov.cn/task#${"t".repeat(43)}`;
    const big = (whole: Partial<Agenda>, people: string[] = [], lang: Lang = "zh") =>
      digestMail({
        ...digest,
        agenda: { ...nothing, ...whole },
        lang,
        directory: longNamed,
        trouble: { outages: [], unreachable: people },
        linkOf: () => ({ url, code: "480123" }),
      });

    test.each([
      ["tasks alone", { overdue }],
      ["supervision alone", { supervised }],
      ["both", { overdue: overdue.slice(0, 9), supervised }],
    ] satisfies [string, Partial<Agenda>][])(
      "leaves as a message of less than 100 KB, with the most pressing: %s",
      (_, whole: Partial<Agenda>) => {
        const { mail: written, listed } = big(whole, unreachable);
        const mailed = addressed(written, {
          from: "a@example.org",
          to: "b@example.org",
          key: "k",
          bounced: { bounced: { digest: "li-na", on: "2026-03-06" } },
        });
        expect(messageOf(mailed, new Date(0)).length).toBeLessThan(100_000);
        expect(listed.overdue.length + listed.supervised.length).toBeGreaterThanOrEqual(20);
        expect(listed.overdue).toEqual((whole.overdue ?? []).slice(0, listed.overdue.length));
      },
    );

    test("says how many have no row, of each table, and what becomes of them", () => {
      const { mail: written, listed } = big({ overdue, supervised });
      const { subject, text } = written;
      expect(subject).toBe("【回音】今日待办：逾期 1500 件，督办 200 件");
      expect(text).toContain("【已逾期 · 1500 件】");
      expect(text).toContain(`“已逾期”另有 ${1500 - listed.overdue.length} 件没有逐件列出。`);
      expect(text).toContain(`“督办”另有 ${200 - listed.supervised.length} 件没有逐件列出。`);
      expect(big({ overdue, supervised }, [], "en").mail.text).toContain(
        `more under “Overdue” are not listed one by one.`,
      );
      expect(text.split("逐件列出最紧急的")).toHaveLength(2);
      expect(mail.text).not.toContain("逐件列出");
    });

    test("names some of those whom no mail reaches, and says how many there are besides", () => {
      expect(big({}, unreachable).mail.text).toContain(
        `“邮件被退回的工作人员”另有 ${unreachable.length - 10} 人没有逐一列出。`,
      );
    });
  });

  test("gives forty cases of an officer a row each", () => {
    const forty = Array.from({ length: 40 }, (_, n) => task(String(1000 + n), "step", "2026-03-04"));
    expect(digestMail({ ...digest, agenda: { ...nothing, overdue: forty } }).listed.overdue).toEqual(forty);
  });

  test("says the same in plain text as in HTML", () => {
    const words = mail.html
      .replace(/<head>.*<\/head>/s, "")
      .split(/<[^>]+>|[\u2002\u2003]/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    expect(words.length).toBeGreaterThan(40);
    for (const word of words) expect(mail.text).toContain(word);
  });

  test("says what it keeps back about petitioners, not that it holds no name or number at all", () => {
    expect(mail.text).toContain("为保护信访人，邮件里不写信访人的姓名、电话和诉求内容。");
    expect(english.text).toContain("To protect petitioners, it gives none of their names, phone numbers or stories.");
  });

  test("loads nothing and shows no script, picture, table or style sheet", () => {
    expect(mail.html).not.toMatch(/<(script|img|link|style|table|iframe)\b|url\(|@import/i);
  });
});
