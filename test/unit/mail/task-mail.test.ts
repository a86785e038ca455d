import { describe, expect, test } from "vitest";
import { whatComesNext } from "#case/account/what-comes-next.ts";
import { Ask } from "#case/state/message.ts";
import { type TaskAsked, taskMail } from "#mail/task-mail.ts";
import { directory } from "../case/district.ts";
import { filed } from "../case/story.ts";

const link = "https://petition.example.gov.cn/task#abcDEF-_0123456789abcDEF-_0123456789abcDEF-_0";
const [head, handler] = ["river-head", "river-handler"].map((id) => directory.staff.find((staff) => staff.id === id));
if (head === undefined || handler === undefined) throw new Error("The test district has changed");

/** An open case in which somebody wrote down what no mail may carry. */
const petition = (() => {
  const { state } = filed("estate")
    .opens()
    .owner({ command: "reportUpward", reason: "CANARY-reason" })
    .opens()
    .owner({ command: "acknowledge" })
    .owner({ command: "proposeSettlement", terms: "CANARY-terms", done: "already", promisedFor: undefined });
  return state;
})();

const opened = filed("estate").opens().events.at(-1)?.fact;
if (opened === undefined) throw new Error("No step was opened");

const task: TaskAsked = {
  ask: "handle",
  lang: "zh",
  fact: opened,
  petition: { ...petition, id: "AH-2026-0123-k7m2p9x4c3vb" },
  directory,
  staff: handler,
  lastDay: "2026-03-06",
  now: "2026-03-03T02:00:00.000Z",
  link,
  code: "482913",
  chain: "社区 → 【乡镇】",
  isLateByLaw: false,
  after: { level: "department", when: "stepEnds", on: "2026-03-06" },
};

/** What only tells that something is over. */
const ends: readonly Ask[] = ["ended", "sentOn", "pulledUp", "otherWayAgreed", "mergedAway", "meetingCalledOff"];

/** The day of a mail as it says it: the last one, that of a meeting, or none where there is only something to read. */
const dayIn = (ask: Ask): { zh: string; en: string } | undefined => {
  if (ask === "minutes") return undefined;
  return ask === "convened"
    ? { zh: "会商日期：3月6日", en: "Day of the meeting: Fri 6 March" }
    : { zh: "期限：3月6日", en: "Last day: Fri 6 March" };
};

describe.each(Ask.options.filter((ask) => !ends.includes(ask)))("the task mail that asks to %s", (ask) => {
  const mail = taskMail({ ...task, ask });
  const english = taskMail({ ...task, ask, lang: "en" });
  const day = dayIn(ask);
  const hasDay = day !== undefined;

  test("carries number, link and code in HTML and in plain text", () => {
    for (const body of [mail.html, mail.text])
      for (const part of ["安和信〔2026〕0123号", link, "482913", ...(hasDay ? ["3月6日（周五）"] : [])])
        expect(body).toContain(part);
    for (const body of [english.html, english.text])
      for (const part of ["安和信〔2026〕0123号", link, "482913", ...(hasDay ? ["Fri 6 March"] : [])])
        expect(body).toContain(part);
  });

  test("says the same in plain text as in HTML", () => {
    const words = mail.html
      .replace(/<head>.*<\/head>/s, "")
      .split(/<[^>]+>|\u2002/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    expect(words.length).toBeGreaterThan(15);
    for (const word of words) expect(mail.text).toContain(word);
  });

  test("speaks its reader's language and no other", () => {
    expect(mail.text).toContain(day?.zh ?? "会商纪要");
    expect(hasDay || !/3月6日/.test(mail.text)).toBe(true);
    expect(mail.text).not.toMatch(/Last day|task page/);
    expect(english.text).toContain(day?.en ?? "The minutes of the meeting");
    expect(english.text).not.toMatch(/期限|办理页/);
    expect([mail.html, english.html].map((html) => /<html lang="([^"]+)">/.exec(html)?.[1])).toEqual(["zh-CN", "en"]);
  });

  test("holds nothing of what was written in the case", () => {
    expect(JSON.stringify(mail)).not.toContain("CANARY");
  });

  test("loads nothing and shows no script, picture, table or style sheet", () => {
    expect(mail.html).not.toMatch(/<(script|img|link|style|table|iframe)\b|url\(|@import/i);
    expect([...mail.html.matchAll(/(?:src|href)="([^"]*)"/g)].every(([, address]) => address === link)).toBe(true);
  });
});

describe("the task mail that says that a case has ended", () => {
  const mail = taskMail({ ...task, ask: "ended" });

  test("asks nothing: no day, no code, and where to read what happened", () => {
    for (const body of [mail.html, mail.text]) {
      expect(body).toContain("信访人已撤回，您不用再办理");
      expect(body).toContain(link);
      expect(body).not.toMatch(/482913|3月6日|Fri 6 March/);
      expect(body).not.toContain("CANARY");
    }
    expect(mail.subject).toBe("【回音】已撤回，不用再办理：老旧小区·peach，安和信〔2026〕0123号");
    expect(taskMail({ ...task, ask: "ended", lang: "en" }).text).toContain("nothing more is asked of you");
  });
});

describe("the mails about a meeting", () => {
  const subject = (ask: Ask, now = task.now) => taskMail({ ...task, ask, now }).subject;

  test("are headed by its day, which is no last one and is never overdue", () => {
    expect(subject("convened")).toBe("【回音】会商：老旧小区·peach，3月6日（周五），安和信〔2026〕0123号");
    expect(subject("convened", "2026-03-09T02:00:00.000Z")).toContain("【回音】会商：");
    expect(subject("minutes")).toBe("【回音】会商纪要：老旧小区·peach，安和信〔2026〕0123号");
    expect(subject("carryOutLate", "2026-03-09T02:00:00.000Z")).toContain("【回音】已逾期：");
  });

  test("ask nothing once it is called off", () => {
    const { html, text } = taskMail({ ...task, ask: "meetingCalledOff" });
    for (const body of [html, text]) {
      expect(body).toContain("会商取消，您不用再来");
      expect(body).not.toMatch(/482913|3月6日/);
      expect(body).not.toContain("CANARY");
    }
  });
});

describe("the task mail that says that another unit has the case", () => {
  const mail = taskMail({ ...task, ask: "sentOn" });

  test("asks nothing either, also where nobody had acknowledged it or its day has passed", () => {
    for (const body of [mail.html, mail.text]) {
      expect(body).toContain("异议成立，此件已转给其他单位");
      expect(body).toContain(link);
      expect(body).not.toMatch(/482913|3月6日|Fri 6 March/);
      expect(body).not.toContain("CANARY");
    }
    const late = { ...task, ask: "sentOn", now: "2026-03-09T02:00:00.000Z" } as const;
    const fresh = { ...late, petition: { ...task.petition, acknowledgedAt: undefined } };
    expect(taskMail(fresh).subject).toBe("【回音】已转出，不用再办理：老旧小区·peach，安和信〔2026〕0123号");
  });
});

describe("the task mail that says that the case has gone elsewhere", () => {
  test("asks nothing, and names neither body nor procedure", () => {
    const mail = taskMail({ ...task, ask: "otherWayAgreed" });
    for (const body of [mail.html, mail.text]) {
      expect(body).toContain("信访局已同意您的提请");
      expect(body).toContain(link);
      expect(body).not.toMatch(/482913|3月6日|Fri 6 March/);
      expect(body).not.toContain("CANARY");
    }
  });
});

describe("the subject of a task mail", () => {
  test("says what it is about, until when, and last the number", () => {
    expect(taskMail(task).subject).toBe(
      "【回音】待办：老旧小区·peach，最迟3月6日（周五，含当日），安和信〔2026〕0123号",
    );
    expect(taskMail({ ...task, lang: "en" }).subject).toBe(
      "[Huiyin] To do: 老旧小区, peach; by Fri 6 March; 安和信〔2026〕0123号",
    );
  });

  test("begins with it when a case is urgent, and says what waits to be acknowledged", () => {
    const fresh = { ...task.petition, urgent: true, acknowledgedAt: undefined } as const;
    expect(taskMail({ ...task, petition: fresh }).subject).toBe(
      "【紧急】【回音】待办：老旧小区·peach，最迟3月6日（周五，含当日），未签收，安和信〔2026〕0123号",
    );
    expect(taskMail({ ...task, petition: fresh, lang: "en" }).subject).toMatch(/^\[Urgent\] .*not yet acknowledged/);
    expect(taskMail({ ...task, petition: fresh, ask: "ended" }).subject).not.toContain("紧急");
  });

  test("says so when the last day has passed, and not on the last day itself", () => {
    const late = { ...task, now: "2026-03-06T16:00:00.000Z" };
    expect(taskMail(late).subject).toBe("【回音】已逾期：老旧小区·peach，期限为3月6日（周五），安和信〔2026〕0123号");
    expect(taskMail({ ...task, now: "2026-03-06T15:59:59.999Z" }).subject).toContain("待办");
  });

  test("calls a reminder a reminder, until the last day has passed", () => {
    const reminder: TaskAsked = { ...task, ask: "reminded" };
    expect(taskMail(reminder).subject).toBe(
      "【回音】提醒：老旧小区·peach，最迟3月6日（周五，含当日），安和信〔2026〕0123号",
    );
    expect(taskMail({ ...reminder, now: "2026-03-06T16:00:00.000Z" }).subject).toContain("已逾期");
  });

  test("names the year when it is another one", () => {
    expect(taskMail({ ...task, lastDay: "2027-01-04" }).subject).toContain("最迟2027年1月4日（周一，含当日）");
  });
});

describe("a task mail", () => {
  test.each(["handle", "reminded"] as const)(
    "that asks to %s says where the case really goes when the step ends unfinished, or when the law lifts it first",
    (ask) => {
      const complaint = filed("estate", undefined, { units: ["river"], staff: [] }).opens();
      const climbs = { ...task, ask, after: whatComesNext(complaint.state, complaint.world) };
      expect(taskMail(climbs).text).toContain("到期没有办结的，自动转到主管部门");
      expect(taskMail({ ...climbs, lang: "en" }).text).toContain(
        "nfinished when the step ends, the case moves up to the department",
      );
      const low = filed("estate").later("2026-04-16T02:00:00.000Z").opens();
      const lifts = { ...task, ask, after: whatComesNext(low.state, low.world) };
      expect(taskMail(lifts).text).toContain("到4月20日（周一）法定时限过 75%，还没有办结的，自动转到主管部门");
      expect(taskMail({ ...lifts, lang: "en" }).text).toContain(
        "nfinished on Mon 20 April, when 75% of the time set by law is gone",
      );
      expect(taskMail({ ...task, ask, after: undefined }).text).toContain("到期没有办完的，每个工作日催办");
    },
  );

  test("that the step is late says so of the law's time for the answer, when that has passed with it", () => {
    expect(taskMail({ ...task, isLateByLaw: true, ask: "overdueAtTop" }).text).toContain("法定答复期限也已经过了");
    expect(taskMail({ ...task, isLateByLaw: true, ask: "overdueAtTop", lang: "en" }).text).toContain(
      "The time set by law is over too",
    );
    expect(taskMail({ ...task, ask: "overdueAtTop" }).text).not.toContain("法定答复期限");
  });

  test("names the head of the unit and the bureau as those who can help, with their office numbers", () => {
    const units = directory.units.map((unit) => ({ ...unit, phone: `8600 ${unit.id}` }));
    const phoned = { ...task, directory: { ...directory, units } };
    expect(taskMail(phoned).text).toContain("谁能帮忙：单位负责人river head 8600\u00a0river；bureau 8600\u00a0bureau");
    expect(taskMail({ ...phoned, lang: "en" }).text).toContain(
      "Who can help: river head, head of your unit 8600\u00a0river; bureau 8600\u00a0bureau",
    );
  });

  test("names an office once, which is the reader's own and the bureau too", () => {
    const officer = directory.staff.find(({ id }) => id === "bureau-handler");
    if (officer === undefined) throw new Error("Nobody works at the bureau");
    expect(taskMail({ ...task, staff: officer }).text).toContain("谁能帮忙：单位负责人bureau head\n");
  });

  test("does not send the head to the head", () => {
    expect(taskMail({ ...task, staff: head }).text).toContain("谁能帮忙：bureau\n");
  });

  test("says why its reader got it", () => {
    expect(taskMail(task).text).toContain("您是river此件的经办人（按分工经办）。");
    expect(taskMail({ ...task, petition: { ...task.petition, because: "deputy" } }).text).toContain(
      "（经办人不在，由代办人经办）",
    );
    expect(taskMail({ ...task, staff: head, ask: "decideExtension" }).text).toContain(
      "此件的延期由负责人决定，负责人是您或者由您代办。",
    );
    expect(taskMail({ ...task, ask: "deliver" }).text).toContain("river的答复由您作出，送达也由您负责。");
  });

  test("says what it keeps back about the petitioner, not that it holds no name or number at all", () => {
    expect(taskMail(task).text).toContain("为保护信访人，邮件里不写信访人的姓名、电话和诉求内容。");
    expect(taskMail({ ...task, lang: "en" }).text).toContain(
      "To protect the petitioner, this email does not give their name, phone number or story.",
    );
  });

  test("escapes what the directory holds", () => {
    const { html } = taskMail({ ...task, chain: "<b>社区</b>" });
    expect(html).toContain("&lt;b>社区");
    expect(html).not.toContain("<b>");
  });
});

describe("the subject of a task mail about an urgent case", () => {
  const urgent = { ...task, petition: { ...task.petition, urgent: true as const } };

  test.each(["handle", "overdueAtTop", "reminded", "newLink"] as const)(
    "begins with 【紧急】 when it asks to %s",
    (ask) => {
      expect(taskMail({ ...urgent, ask }).subject).toMatch(/^【紧急】【回音】/);
      expect(taskMail({ ...task, ask }).subject).not.toContain("紧急");
    },
  );

  test("does not once nothing is asked any more", () => {
    expect(taskMail({ ...urgent, ask: "ended" }).subject).not.toContain("紧急");
  });
});

describe("an extension", () => {
  const asking = filed("wages").opens().owner({ command: "askExtension", days: 12, reason: "CANARY-reason" });
  const asked = (more: Partial<TaskAsked>): TaskAsked => ({ ...task, petition: asking.state, ...more });
  const decisionOf = ({ events, state }: typeof asking): TaskAsked => {
    const decided = events.find(({ fact }) => fact.type === "extensionApproved" || fact.type === "extensionRefused");
    if (decided === undefined) throw new Error("Nothing was decided");
    return { ...task, ask: "extensionDecided", petition: state, fact: decided.fact };
  };

  test("that is asked for says how many days in the subject and in the mail", () => {
    const { subject, text } = taskMail(asked({ ask: "decideExtension" }));
    expect(subject).toMatch(/^【回音】待审批：延期 12 日，欠薪·peach，最迟/);
    expect(text).toContain("申请延长办理期限 12 日");
    const english = taskMail(asked({ ask: "decideExtension", lang: "en" }));
    expect(english.subject).toMatch(/^\[Huiyin\] To decide: 12 more days; /);
    expect(english.text).toContain("asks for 12 more days");
  });

  test("that was decided says what was decided, and keeps the reason to the task page", () => {
    const approved = decisionOf(asking.head({ command: "approveExtension" }));
    expect(taskMail(approved).text).toContain("负责人同意延期 12 日");
    expect(taskMail({ ...approved, lang: "en" }).text).toContain("Approved: 12 more days");
    const refused = decisionOf(asking.head({ command: "refuseExtension", reason: "CANARY-reason" }));
    expect(taskMail(refused).text).toContain("负责人没有同意延期");
    expect(taskMail({ ...refused, lang: "en" }).text).toContain("Refused; the task page says why");
    expect(JSON.stringify([taskMail(refused), taskMail(approved)])).not.toContain("CANARY");
  });
});
