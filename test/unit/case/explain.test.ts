import { describe, expect, it } from "vitest";
import type { ClockRow } from "#clock/clock.ts";
import { explain } from "#words/explain.ts";
import { clockRowsAfter } from "./clock-rows.ts";
import { filed, letter, promisingLetter, type Story } from "./story.ts";

const explained = (
  { state: petition, events, world }: Story,
  lang: "zh" | "en",
  clocks = clockRowsAfter(events),
): string => explain({ ...world, petition, events, finding: undefined, clocks, lang }).join("\n");

/** The lines under a clock's name. */
const under = (text: string, title: string): string[] => {
  const lines = text.split("\n");
  const from = lines.indexOf(`  ${title}`) + 1;
  const length = lines.slice(from).findIndex((line) => !line.startsWith("    "));
  return lines.slice(from, from + length).map((line) => line.trim());
};

const passes = (story: Story, until: string) => story.passes(until, { opening: true });

it("names each promise of a letter, with its unit, its day and what became of it", () => {
  const story = filed("estate")
    .opens()
    .owner({ command: "reportUpward", reason: "-" })
    .opens()
    .owner({ command: "reply", ...promisingLetter })
    .does({ type: "petitioner", act: { command: "openAnswer" } })
    .part("promiser", { command: "reportPromise", performed: "-" });
  expect(explained(story, "zh")).toContain("承诺的第1件事：river · 3月20日（周五） · 报告已经办到，等信访人确认\n");
  expect(explained(story, "en")).toContain("Promise 2: peach · Wed 20 May · 79 days left\n");
});

describe("the explanation of an escalated case", () => {
  const story = passes(filed("estate").opens().owner({ command: "acknowledge" }), "2026-03-12T02:00:00.000Z");
  const [zh, en] = [explained(story, "zh"), explained(story, "en")];

  it("says whose turn it is, until when, and what the next ring will be", () => {
    expect(zh).toContain("  承办单位：river river handler <river-handler>\n  期限：3月25日（周三）（还剩 13 天）\n");
    expect(zh).toContain(
      "  接下来：办理环节期限（第 2 个）·乡镇，3月18日（周三）08:30，时间过 50%，提醒river handler，",
    );
    expect(en).toContain("  With: river, river handler <river-handler>\n  Due: Wed 25 March (13 days left)\n");
    expect(en).toContain(
      "  Next: Step deadline (no. 2) · Township, Wed 18 March, 08:30, at 50%: river handler is reminded, ",
    );
  });

  it("names the clock that moved it up, since when it ran and that nothing was done", () => {
    expect(zh).toContain(
      "peach环节到3月9日（周一）为止，没有办结，自动转到river办理。原因：办理环节期限（第 1 个）自3月2日（周一）10:00起算 7 日，3月9日（周一）24:00届满，到期没有办结。",
    );
    expect(en).toContain(
      "escalated to river. Because: Step deadline (no. 1): 7 days from Mon 2 March, 10:00, until Mon 9 March, 24:00; it ended unfinished.",
    );
  });

  it("tells of each clock its rule, its rings and what came of them", () => {
    expect(under(zh, "办理环节期限（第 1 个）·社区")).toEqual([
      "3月2日（周一）10:00起算 7 日，3月9日（周一）24:00届满",
      "依据：第三十四条；过 50%、75% 时和届满时提醒",
      "3月6日（周五）08:30  已过 50%，提醒peach handler，列入下一封“今日待办”邮件",
      "3月9日（周一）08:30  已过 75%，提醒peach handler，列入下一封“今日待办”邮件",
      "3月10日（周二）00:00  届满没有办结，自动转到river",
    ]);
    expect(under(en, "Step deadline (no. 1) · Community")).toEqual([
      "7 days from Mon 2 March, 10:00, until Mon 9 March, 24:00",
      "Rule: 第三十四条; reminders at 50%, 75% and the end",
      "Fri 6 March, 08:30  50% of the time has passed: peach handler was reminded, in the next morning digest",
      "Mon 9 March, 08:30  75% of the time has passed: peach handler was reminded, in the next morning digest",
      "Tue 10 March, 00:00  ended unfinished: moved up to river",
    ]);
  });

  it("does not blame a reminder on an end that had not come", () => {
    const reminder = zh.split("\n").find((line) => line.includes("提醒peach handler（列入下一封“今日待办”邮件）"));
    expect(reminder).toContain("已过 50%。这一期限自3月2日（周一）10:00起算 7 日。");
    expect(reminder).not.toMatch(/原因|没有办结/);
    expect(en).toContain("50% of the time has passed. It runs for 7 days from Mon 2 March, 10:00.");
  });

  it("says that its chain of events is whole, and in which execution it runs", () => {
    expect(zh).toContain(
      "  8 条事件，链条完整；与存证比对：npm run audit -- AH-2026-0001\n  流程执行：AH-2026-0001-k7m2p9x4c3vb.1\n",
    );
    expect(en).toContain(
      "  8 events, their chain is whole; to compare it with its anchors: npm run audit -- AH-2026-0001\n  Execution: AH-2026-0001-k7m2p9x4c3vb.1\n",
    );
  });
});

describe("the explanation of a case that skipped a level", () => {
  const about = { units: ["river"], staff: [] };
  const story = passes(filed("estate", "2026-03-02T02:00:00.000Z", about).opens(), "2026-03-11T02:00:00.000Z");

  it("says which level was skipped and why, and who has the case instead", () => {
    const zh = explained(story, "zh");
    expect(zh).toContain("river是被反映对象，依规回避，跳过，转主管部门。");
    expect(zh).toContain("  承办单位：housing housing handler <housing-handler>\n");
    expect(under(zh, "办理环节期限（第 3 个）·部门").at(-1)).toBe(
      "接下来：3月18日（周三）08:30，时间过 50%，提醒housing handler，列入下一封“今日待办”邮件",
    );
    const en = explained(story, "en");
    expect(en).toContain("River was skipped, as the petition is about it; on to the department.");
    expect(en).toContain("  With: housing, housing handler <housing-handler>\n");
  });
});

describe("the explanation of an extended case", () => {
  const inTownship = filed("estate").opens().owner({ command: "reportUpward", reason: "需要乡镇协调" }).opens();
  const asked = passes(inTownship, "2026-03-12T02:00:00.000Z").owner({
    command: "askExtension",
    days: 15,
    reason: "等鉴定结论",
  });
  const story = passes(asked.head({ command: "approveExtension" }), "2026-03-25T02:00:00.000Z");
  const [zh, en] = [explained(story, "zh"), explained(story, "en")];

  it("says who asked, who approved, and to which days both clocks moved", () => {
    expect(zh).toContain("river handler申请延期 15 日，原因：等鉴定结论。由riverriver head决定。");
    expect(zh).toContain(
      "river head同意延期 15 日（第三十四条）：本环节到4月1日（周三），法定答复期限到5月21日（周四），起算日期不变。",
    );
    expect(en).toContain(
      "River head approved 15 more days (第三十四条): the step until Wed 1 April, the answer by Thu 21 May",
    );
  });

  it("tells what a clock was when it rang, not what it became", () => {
    expect(zh).toContain("3月17日（周二）为止，已过 50%。这一期限自3月2日（周一）10:00起算 15 日。");
    expect(zh).toContain("4月1日（周三）为止，已过 75%。这一期限自3月2日（周一）10:00起算 15 日，延长 15 日。");
  });

  it("tells of the step's clock the extension among its rings, and what its end will do", () => {
    expect(under(zh, "办理环节期限（第 2 个）·乡镇")).toEqual([
      "3月2日（周一）10:00起算 15 日，延长 15 日，4月1日（周三）24:00届满",
      "依据：第三十四条；过 50%、75% 时和届满时提醒",
      "3月10日（周二）08:30  已过 50%，提醒river handler，列入下一封“今日待办”邮件",
      "3月12日（周四）10:00  批准延期 15 日",
      "3月25日（周三）08:30  已过 75%，提醒river handler，列入下一封“今日待办”邮件",
      "接下来：4月1日（周三）24:00届满，没有办结的，自动转到主管部门",
    ]);
    expect(under(en, "Answer due by law").slice(0, 1)).toEqual([
      "60 days and 15 more from Mon 2 March, 10:00, until Thu 21 May, 24:00",
    ]);
    expect(under(en, "Step deadline (no. 2) · Township").at(-1)).toBe(
      "Next: Wed 1 April, 24:00: unfinished, the case moves up to the department",
    );
  });
});

describe("the explanation of a case with a clock in quarantine", () => {
  const story = filed("estate").opens().later("2026-03-10T03:00:00.000Z");
  const failed = ({ nextAt: _, ...row }: ClockRow): ClockRow => ({
    ...row,
    failures: 5,
    quarantined: { at: "2026-03-09T16:20:00.000Z", error: "ThrottlingException" },
  });
  const rows = clockRowsAfter(story.events).map((row) => (row.clock.kind === "step" ? failed(row) : row));

  it("warns at its top that the clock will do nothing by itself", () => {
    expect(explained(story, "zh", rows)).toContain(
      "  注意：办理环节期限（第 1 个）·社区的自动处理多次失败，已经隔离；恢复以前，到期不会自动转上一级，也不会催办。\n",
    );
    expect(explained(story, "en", rows)).toContain(
      "  Note: acting on Step deadline (no. 1) · Community failed too often",
    );
  });

  it("says when and why that came, and how to put it back", () => {
    expect(under(explained(story, "zh", rows), "办理环节期限（第 1 个）·社区").slice(2)).toEqual([
      "3月10日（周二）00:20  自动处理失败 5 次，已经隔离，并向系统管理员告警；期限照常计算",
      "错误：ThrottlingException。修复后恢复：npm run clocks:release -- AH-2026-0001 step 1",
    ]);
    expect(under(explained(story, "en", rows), "Step deadline (no. 1) · Community").slice(2)).toEqual([
      "Tue 10 March, 00:20  acting on it failed 5 times: quarantined, with an alarm to the operators; the time goes on running",
      "Error: ThrottlingException. Once it is mended, put the deadline back: npm run clocks:release -- AH-2026-0001 step 1",
    ]);
  });

  it("tells later that an operator has put it back", () => {
    const released = story.does({ type: "releaseClock", clock: { kind: "step", n: 1 }, by: "shen" });
    expect(explained(released, "zh")).toContain("系统管理员恢复了办理环节期限（第 1 个）的自动处理，期限不变。");
    expect(under(explained(released, "zh"), "办理环节期限（第 1 个）·社区").at(-1)).toBe(
      "接下来：3月9日（周一）24:00届满，没有办结的，自动转到river（时间已到，等待处理）",
    );
  });

  it("does not warn of a clock that has ended since", () => {
    const ended = rows.map((row): ClockRow => {
      const at = "2026-03-10T03:00:00.000Z";
      return row.quarantined === undefined ? row : { ...row, ended: { at, why: "overtaken" } };
    });
    const zh = explained(story, "zh", ended);
    expect(zh).not.toMatch(/隔离|clocks:release/);
    expect(under(zh, "办理环节期限（第 1 个）·社区").slice(2)).toEqual(["3月10日（周二）11:00  不再适用，停止"]);
  });
});

const upward = { command: "reportUpward", reason: "需要协调" } as const;
const ask = { command: "askExtension", days: 15, reason: "等鉴定结论" } as const;
const law = { kind: "handling", n: 1 } as const;
/** The lines that tell one event, and those that forecast. */
const about = (text: string, words: RegExp) => text.split("\n").filter((line) => words.test(line));
const nextLines = (story: Story, lang: "zh" | "en") =>
  about(explained(story, lang), /接下来：|Next: /).map((line) => line.trim());

describe("the explanation while the sweep is down", () => {
  it("says that the end of a step comes next, not the reminders that it passes over", () => {
    const down = filed("estate").opens().later("2026-03-14T02:00:00.000Z");
    expect(nextLines(down, "zh")[0]).toBe(
      "接下来：办理环节期限（第 1 个）·社区，3月9日（周一）24:00届满，没有办结的，自动转到river（时间已到，等待处理）",
    );
    expect(nextLines(down, "en")[0]).toBe(
      "Next: Step deadline (no. 1) · Community, Mon 9 March, 24:00: unfinished, the case moves up to river (due now)",
    );
    expect(down.does({ type: "ring", clock: { kind: "step", n: 1 } }).events.at(-1)?.fact).toMatchObject({
      type: "stepOverdue",
      to: "township",
    });
  });

  it("names the highest of the shares whose reminders are due, since that one is sent", () => {
    const down = filed("estate").opens().later("2026-03-09T06:00:00.000Z");
    expect(nextLines(down, "en")[0]).toBe(
      "Next: Step deadline (no. 1) · Community, Mon 9 March, 08:30, at 75%: peach handler is reminded, in the next morning digest (due now)",
    );
    expect(down.does({ type: "ring", clock: { kind: "step", n: 1 } }).events.at(-1)?.fact).toMatchObject({
      type: "reminded",
      percent: 75,
    });
  });

  it("says of a low case that it is lifted, also when the law's time has ended too", () => {
    const township = filed("estate").opens().owner(upward).opens();
    for (const moment of ["2026-04-21T02:00:00.000Z", "2026-05-08T02:00:00.000Z"]) {
      const down = township.later(moment);
      expect(under(explained(down, "zh"), "法定答复期限").at(-1)).toBe(
        "接下来：4月20日（周一）14:30，时间过 75%，还在river的，直接提级到主管部门办理（时间已到，等待处理）",
      );
      expect(down.does({ type: "ring", clock: law }).events.at(-1)?.fact).toMatchObject({ type: "lifted" });
    }
  });

  it("says how often a clock has failed that will be tried again", () => {
    const down = filed("estate").opens().later("2026-03-14T02:00:00.000Z");
    const failing = (failures: number) => clockRowsAfter(down.events).map((row) => ({ ...row, failures }));
    const last = (lang: "zh" | "en", failures: number, title: string) =>
      under(explained(down, lang, failing(failures)), title).at(-1);
    expect(last("zh", 2, "办理环节期限（第 1 个）·社区")).toBe(
      "接下来：3月9日（周一）24:00届满，没有办结的，自动转到river（时间已到，自动处理失败 2 次，还会再试）",
    );
    expect(last("en", 1, "Step deadline (no. 1) · Community")).toContain(
      " (due now; acting on it failed once and will be tried again)",
    );
    expect(last("en", 4, "Step deadline (no. 1) · Community")).toContain(
      " (due now; acting on it failed 4 times and will be tried again)",
    );
  });
});

describe("the explanation of what comes at three quarters of the law's time", () => {
  it("says both that a high case is noted and that its owner is reminded, as it then happens", () => {
    const before = passes(filed("estate").opens(), "2026-04-20T01:00:00.000Z");
    expect(nextLines(before, "zh")[0]).toBe(
      "接下来：法定答复期限，4月20日（周一）14:30，时间过 75%，所在层级已经够高，不用提级办理，只作记录；提醒leader handler，列入下一封“今日待办”邮件",
    );
    expect(nextLines(before, "en")[0]).toBe(
      "Next: Answer due by law, Mon 20 April, 14:30, at 75%: the case is high enough, which is noted; leader handler is reminded, in the next morning digest",
    );
    const after = passes(before, "2026-04-20T06:30:00.000Z");
    expect(after.events.slice(before.events.length).map(({ fact }) => fact)).toMatchObject([
      { type: "shareReached", percent: 75, lift: "notNeeded" },
      { type: "reminded", percent: 75, to: "leader-handler" },
    ]);
  });

  it("says of a low case only that it is lifted", () => {
    const low = passes(
      filed("estate").opens().later("2026-04-15T02:00:00.000Z").owner(upward),
      "2026-04-16T02:00:00.000Z",
    );
    expect(under(explained(low, "en"), "Answer due by law").at(-1)).toBe(
      "Next: Mon 20 April, 14:30, at 75%: still at river, the case moves up to the department at once",
    );
  });
});

describe("the explanation of a request for more time that waits for the head", () => {
  const asked = filed("estate").opens().owner(upward).opens().owner(ask);

  it("names who decides, by when, and what an undecided request comes to", () => {
    expect(explained(asked, "zh")).toContain(
      "  延期申请：申请延长 15 日，由riverriver head <river-head>决定，最迟3月17日（周二，含当日）；到期没有决定的，按不同意处理\n",
    );
    expect(explained(asked, "en")).toContain(
      "  Request: 15 more days, for river, river head <river-head>, to decide by Tue 17 March; undecided by then, it counts as refused\n",
    );
    expect(explained(asked.head({ command: "approveExtension" }), "zh")).not.toContain("延期申请：");
  });

  it("says with the end of the step that the request lapses with it", () => {
    const last = asked.later("2026-03-17T16:00:00.000Z");
    const atTheEnd = (lang: "zh" | "en") => nextLines(last, lang).find((line) => /届满|moves up/.test(line));
    expect(atTheEnd("zh")).toBe(
      "接下来：3月17日（周二）24:00届满，没有办结的，自动转到主管部门，没有决定的延期申请同时终止（时间已到，等待处理）",
    );
    expect(atTheEnd("en")).toContain(
      "the case moves up to the department, and the undecided request for more time lapses (due now)",
    );
  });

  it("blames the lift that made it too late, not an end that had not come", () => {
    const lifted = asked.later("2026-04-20T06:30:00.000Z").does({ type: "ring", clock: law });
    expect(about(explained(lifted, "zh"), /就此终止/)).toEqual([
      "   7  4月20日（周一）14:30  延期申请未经决定，就此终止。原因：法定答复期限自3月2日（周一）10:00起算 60 日，已过 75%，事项提级到主管部门办理。",
    ]);
    expect(about(explained(lifted, "en"), /lapsed/)).toEqual([
      "   7  Mon 20 April, 14:30  The request for more time lapsed undecided. Because: Answer due by law: 60 days from Mon 2 March, 10:00; at 75% of it the case was moved up to the department.",
    ]);
  });

  it("blames the end of the step, or of the law's time, when that is what ended it", () => {
    const step = asked.later("2026-03-17T16:00:00.000Z").does({ type: "ring", clock: { kind: "step", n: 2 } });
    expect(about(explained(step, "en"), /lapsed/)).toEqual([
      "   7  Wed 18 March, 00:00  The request for more time lapsed with the step. Because: Step deadline (no. 2): 15 days from Mon 2 March, 10:00, until Tue 17 March, 24:00; it ended with the request undecided.",
    ]);
    const leader = filed("wages").opens().owner(upward).opens().owner(ask).later("2026-05-06T16:00:00.000Z");
    const late = explained(leader.does({ type: "ring", clock: law }), "zh");
    expect(about(late, /就此终止/)).toEqual([
      "   7  5月7日（周四）00:00  延期申请未经决定，就此终止。原因：法定答复期限自3月2日（周一）10:00起算 60 日，5月6日（周三）24:00届满，到期没有决定。",
    ]);
    expect(about(late, /记录在案/)[0]).toContain("5月6日（周三）24:00届满，到期没有答复。");
  });

  it("blames nobody when the owner answered before the head had decided", () => {
    const answered = asked.owner({ command: "reply", ...letter });
    expect(about(explained(answered, "en"), /request for more time/)).toEqual([
      "   8  Mon 2 March, 10:00  The request for more time lapsed with the step.",
    ]);
  });
});

describe("the explanation of a case between two steps", () => {
  it("names the person who answers for it until the next one has acknowledged it, and does not call it just accepted", () => {
    const acknowledged = filed("estate").opens().owner({ command: "acknowledge" });
    const story = acknowledged.owner(upward);
    expect(explained(story, "zh")).toContain(
      "  已转到river（经办人river handler），等待签收。签收以前，仍由peach负责。\n  责任：peach peach handler <peach-handler>\n",
    );
    expect(explained(story, "en")).toContain(
      "  Passed on to river (river handler), which has yet to acknowledge it. Until then peach answers for it.\n  Responsible: peach, peach handler <peach-handler>\n",
    );
    expect(explained(filed("estate"), "zh")).toContain("  已受理，由peach（经办人peach handler）办理，等待签收。\n");
  });

  it("says at what moment a share is looked at again that fell due on the way", () => {
    const story = filed("wages").opens().owner(upward).passes("2026-04-07T00:35:00.000Z");
    expect(under(explained(story, "zh"), "法定答复期限").at(-1)).toBe(
      "接下来：4月8日（周三）08:30，时间过 50%，提醒经办人，列入下一封“今日待办”邮件",
    );
  });
});

describe("the explanation of a petition that never reached the bureau's step", () => {
  const stuck = filed("land");

  it("says that it is on its way, so that nobody is reminded", () => {
    expect(under(explained(stuck.later("2026-03-10T02:00:00.000Z"), "en"), "Decision on acceptance").at(-1)).toBe(
      "Next: Tue 10 March, 08:30, at 50%: it is on its way, so nobody is reminded (due now)",
    );
    const story = stuck.passes("2026-03-10T02:00:00.000Z");
    expect(under(explained(story, "zh"), "受理审查期限")[2]).toBe(
      "3月10日（周二）08:30  已过 50%，正在转办，没有提醒任何人",
    );
    expect(explained(story, "en")).toContain(
      "50% of the time has passed; nobody was reminded. The case was on its way then.",
    );
    expect(explained(story, "en")).toContain("  Responsible: bureau, bureau handler <bureau-handler>\n");
  });

  it("says that its lateness is noted, again each working morning, without a reminder", () => {
    const due = stuck.later("2026-03-18T02:00:00.000Z");
    expect(under(explained(due, "zh"), "受理审查期限").at(-1)).toBe(
      "接下来：3月17日（周二）24:00届满，还在转办，记为逾期，不催办（时间已到，等待处理）",
    );
    const late = stuck.passes("2026-03-20T02:00:00.000Z");
    expect(under(explained(late, "zh"), "受理审查期限").at(-1)).toBe("接下来：3月23日（周一）08:30，再次记录逾期");
    expect(under(explained(late, "en"), "Decision on acceptance").at(-1)).toBe(
      "Next: Mon 23 March, 08:30: the lateness is noted again",
    );
    expect(explained(late, "en")).toContain("until Tue 17 March, 24:00; it ended undecided.");
  });

  it("says of the bureau's own step that it was not decided, and that a reminder follows", () => {
    const late = passes(stuck.opens(), "2026-03-18T02:00:00.000Z");
    expect(explained(late, "zh")).toContain("24:00届满，到期没有作出受理决定。");
    expect(under(explained(late, "zh"), "受理审查期限").at(-1)).toBe("接下来：3月19日（周四）08:30，再次催办");
  });
});

describe("the explanation of an end that an extension has moved", () => {
  /** A leader's step was told late on 12 March; 15 more days end it on 27 March, 4 more on 16 March, which has passed. */
  const late = passes(filed("wages").opens().owner(upward).opens(), "2026-03-20T02:00:00.000Z");
  const extended = (days: number) => late.owner({ ...ask, days }).head({ command: "approveExtension" });
  const last = (story: Story) => under(explained(story, "zh"), "办理环节期限（第 2 个）·区领导").at(-1);

  it("says what the new end does, and of one that has passed all the same that it is told again", () => {
    expect(last(passes(extended(15), "2026-03-27T02:00:00.000Z"))).toBe(
      "接下来：3月27日（周五）24:00届满，没有办结的，列入督办，每个工作日催办",
    );
    expect(last(extended(4))).toBe("接下来：3月23日（周一）08:30，再次催办");
  });
});

describe("the explanation of a case that is overdue at the top", () => {
  const story = passes(filed("estate").opens(), "2026-05-20T02:00:00.000Z");

  it("tells the daily reminders in one line, with how many there were and the last", () => {
    for (const [lang, words] of [
      ["zh", "每个工作日催办。此后又催办 19 次，最近一次在5月20日（周三）08:30。"],
      ["en", "with a reminder every working day. Reminded again 19 times, last on Wed 20 May, 08:30."],
    ] as const) {
      const lines = explained(story, lang).split("\n");
      expect(lines.filter((line) => line.includes(words))).toHaveLength(1);
    }
  });

  it("says that the next ring is another reminder, on the next working morning", () => {
    expect(explained(story, "zh")).toContain(
      "  接下来：办理环节期限（第 4 个）·区领导，5月21日（周四）08:30，再次催办\n",
    );
    expect(explained(story, "en")).toContain(
      "  Next: Step deadline (no. 4) · District leader, Thu 21 May, 08:30: another reminder\n",
    );
  });

  it("tells that the statutory clock did not have to lift it, and that its end went on record", () => {
    const told = under(explained(story, "zh"), "法定答复期限");
    expect(told).toContain("4月20日（周一）14:30  已过 75%，所在层级已经够高，不用提级办理");
    expect(told.at(-1)).toBe("5月7日（周四）00:00  届满，记为逾期");
  });
});

describe("the explanation of the rules", () => {
  it("says that an urgent case goes by hours and is reminded by mail", () => {
    const story = passes(filed("hazard").opens().owner({ command: "acknowledge" }), "2026-03-02T23:00:00.000Z");
    const told = under(explained(story, "zh"), "办理环节期限（第 1 个）·社区");
    expect(told[1]).toBe("依据：第十四条；紧急事项按小时计，夜里和节假日不停；过 50% 时提醒");
    expect(under(explained(story, "en"), "Step deadline (no. 1) · Community")[1]).toBe(
      "Rule: 第十四条; in hours, as the case is urgent: they run at night and on holidays too; reminders at 50%",
    );
    expect(told[2]).toBe("3月2日（周一）22:00  已过 50%，提醒peach handler，立即发邮件");
  });

  it("says the year of a day that is not of the reader's, also in its history", () => {
    const story = passes(filed("estate", "2026-12-27T02:00:00.000Z").opens(), "2026-12-31T09:10:00.000Z");
    expect(about(explained(story, "zh"), /提醒peach handler（/)[0]).toContain(
      "办理环节期限（第 1 个）到2027年1月4日（周一）为止，已过 50%。",
    );
    expect(about(explained(story, "en"), /A reminder/)[0]).toContain("(until Mon 4 January 2027): 50% of the time");
  });

  it("names the shares that a late reminder stands for", () => {
    const late = filed("estate").opens().later("2026-03-09T01:00:00.000Z");
    const story = late.does({ type: "ring", clock: { kind: "step", n: 1 } });
    expect(under(explained(story, "zh"), "办理环节期限（第 1 个）·社区")[2]).toBe(
      "3月9日（周一）09:00  已过 75%，提醒peach handler，列入下一封“今日待办”邮件；50% 的提醒没有单独发出，并入这一次",
    );
    expect(explained(story, "en")).toContain("The notice at 50% was not sent on its own, and this one stands for it.");
  });

  it("says that a case on its way is watched, and when another execution would take over", () => {
    const story = filed("estate").opens().owner({ command: "reportUpward", reason: "需要乡镇协调" });
    expect(explained(story, "zh")).toContain(
      "  接下来：转办监测（第 2 个），到3月2日（周一）10:10还没有转到的，重新启动办理流程\n",
    );
  });
});

describe("the explanation of a clock whose rule the directory has changed since it started", () => {
  it("names the policy that it was counted by, and the article of its day", () => {
    const story = filed("estate").opens();
    const { directory } = story.world;
    const { policy } = directory;
    const clocks = { ...policy.clocks, handling: { ...policy.clocks.handling, days: 45 } };
    const later = story.governed({ ...directory, policy: { ...policy, clocks } });
    expect(under(explained(later, "en"), "Answer due by law")[1]).toBe(
      "Rule: 第三十四条; counted by policy version policy-1; the present policy has another rule",
    );
    expect(under(explained(later, "zh"), "法定答复期限")[1]).toBe(
      "依据：第三十四条；按政策版本 policy-1 计算，现行政策已另有规定",
    );
  });
});

describe("the explanation of a case whose unit objects", () => {
  const reason = "物业维修资金由住建部门监管，社区没有这一项职责。";
  const story = filed("estate").opens().owner({ command: "object", rightUnit: "housing", reason });

  it("says whose it is said to be, who decides by when, what comes of silence, and that the unit goes on meanwhile", () => {
    expect(explained(story, "zh")).toContain(
      "  管辖异议：承办单位认为应当由housing办理，由bureaubureau handler <bureau-handler>决定，最迟3月5日（周四，含当日）；到期没有决定的，转信访局负责人决定；决定以前承办单位照常办理\n",
    );
    expect(explained(story, "en")).toContain(
      "  Objection: the unit says that it is housing’s, for bureau, bureau handler <bureau-handler>, to decide by Thu 5 March; undecided by then, the bureau’s head decides; until then the unit goes on\n",
    );
  });

  it("tells of the clock of that decision, and that it has climbed", () => {
    const climbed = passes(story, "2026-03-06T02:00:00.000Z");
    expect(under(explained(climbed, "zh"), "异议决定期限")).toContain(
      "3月6日（周五）00:00  届满没有决定，转信访局负责人决定",
    );
    expect(explained(climbed, "zh")).toContain("没有对异议作出决定，改由bureaubureau head决定");
    expect(explained(climbed, "zh")).toContain("这是最后的决定，没有决定的每个工作日催一次");
  });

  it("says why another unit has it, once that is decided", () => {
    const decided = story
      .sender({ command: "upholdObjection", rightUnit: "housing", reason: "由住建部门监管。" })
      .opens();
    expect(explained(decided, "zh")).toContain(
      "bureau handler决定异议成立，从peach改由housing办理，理由：由住建部门监管。法定答复期限不变。",
    );
  });
});

describe("the explanation of a case whose owner proposes that it belongs elsewhere", () => {
  const explanation = "涉嫌犯罪，由公安机关管辖。";
  const proposed = filed("wages").opens().owner({ command: "proposeTransfer", body: "police", explanation });

  it("says what is proposed, who decides by when, and what comes of silence", () => {
    expect(explained(proposed, "zh")).toContain(
      "  提请：承办单位认为应当转送police，由bureaubureau handler <bureau-handler>决定，最迟3月5日（周四，含当日）；到期没有决定的，转信访局负责人决定，不决定不等于同意；决定以前承办单位照常办理\n",
    );
    expect(explained(proposed, "en")).toContain(
      "  Proposal of the unit: transferring it to police, for bureau, bureau handler <bureau-handler>, to decide by Thu 5 March; undecided by then, the bureau’s head decides, and silence is no consent; until then the unit goes on\n",
    );
    const climbed = proposed.passes("2026-03-06T02:00:00.000Z");
    expect(explained(climbed, "zh")).toContain(
      "bureau head <bureau-head>决定，最迟3月11日（周三，含当日）；没有决定的每个工作日催一次",
    );
    expect(explained(climbed, "en")).toContain("undecided, with a reminder on every working day");
  });

  it("says after the consent that the law's time runs on until the other body has it", () => {
    const sent = proposed.consenter({ command: "agreeOtherWay" });
    expect(explained(sent, "zh")).toContain("法定答复期限照常计算，对方收到为止");
    expect(under(explained(sent, "zh"), "法定答复期限").some((line) => line.startsWith("接下来"))).toBe(true);
    expect(explained(sent, "en")).toContain("The time set by law runs on until they have it.");
  });
});
