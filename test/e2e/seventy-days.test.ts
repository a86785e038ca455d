import { beforeAll, describe, expect, it } from "vitest";
import { chineseCalendar } from "#clock/calendar.ts";
import { isWorkingTime } from "#clock/period.ts";
import { advanceClockTo } from "../../local/demo-clock.ts";
import { type GivenReceipt, staff } from "../../local/people.ts";
import { type OpenDistrict, openDistrict } from "./long-story.ts";
import { petitioner } from "./petitioner.ts";
import { recordOf, until } from "./record.ts";
import type { Entry } from "./timeline.ts";

/** Tuesday 1 September 2026, 09:30. */
const opening = "2026-09-01T01:30:00.000Z";
/** Tuesday 10 November 2026, 09:30: seventy days later, over Mid-Autumn and National Day with its working Saturday. */
const seventyDaysLater = "2026-11-10T01:30:00.000Z";

let here: OpenDistrict;
let receipt: GivenReceipt;
let entries: Entry[];

beforeAll(async () => {
  here = await openDistrict(opening);
  return here.close;
});

/** Worked out by hand from the policy of the demo district and the State Council's notice for 2026. */
const predicted = [
  "Tue 09-01 09:30 event: accepted",
  "Tue 09-01 09:30 event: registered",
  "Tue 09-01 09:30 event: the step of the community opens for hou-jun",
  "Tue 09-01 09:30 mail: handle, to hou-jun",
  "Tue 09-01 09:30 mail: registered, to the petitioner",
  // 7 days until Tuesday 8 September. Half passes on Saturday, three quarters on Monday at 02:22: one notice.
  "Mon 09-07 08:30 event: hou-jun is reminded: step 50% and 75%",
  "Mon 09-07 08:30 digest: hou-jun: 本周到期 1 件",
  "Tue 09-08 08:30 digest: hou-jun: 今天到期 1 件",
  // Escalation does not wait for the morning; what tells of it does.
  "Wed 09-09 00:00 event: the community is late: up to the township",
  "Wed 09-09 00:00 event: the step of the township opens for lin-jiayi",
  "Wed 09-09 08:30 mail: movedUp, to the petitioner",
  "Wed 09-09 08:30 digest: hou-jun: 已提级办理 1 件",
  "Wed 09-09 08:30 digest: lin-jiayi: 新到 1 件",
  // 15 days until Thursday 24 September, 16 times 24 hours: the shares pass at midnight.
  "Thu 09-17 08:30 event: lin-jiayi is reminded: step 50%",
  "Thu 09-17 08:30 digest: lin-jiayi: 时间过半 1 件",
  "Mon 09-21 08:30 event: lin-jiayi is reminded: step 75%",
  "Mon 09-21 08:30 digest: lin-jiayi: 本周到期 1 件",
  "Tue 09-22 08:30 digest: lin-jiayi: 本周到期 1 件",
  "Wed 09-23 08:30 digest: lin-jiayi: 本周到期 1 件",
  "Thu 09-24 08:30 digest: lin-jiayi: 今天到期 1 件",
  // Mid-Autumn, 25 to 27 September: the case moves, nobody is disturbed.
  "Fri 09-25 00:00 event: the step of the department opens for feng-bo",
  "Fri 09-25 00:00 event: the township is late: up to the department",
  "Mon 09-28 08:30 mail: movedUp, to the petitioner",
  "Mon 09-28 08:30 digest: feng-bo: 新到 1 件",
  "Mon 09-28 08:30 digest: lin-jiayi: 已提级办理 1 件",
  // 15 days until Saturday 10 October, which is worked. Both shares, and half of the law's time, pass in National Day week.
  "Thu 10-08 08:30 event: feng-bo is reminded: handling 50%",
  "Thu 10-08 08:30 event: feng-bo is reminded: step 50% and 75%",
  "Thu 10-08 08:30 digest: feng-bo: 本周到期 1 件",
  "Fri 10-09 08:30 digest: feng-bo: 本周到期 1 件",
  "Sat 10-10 08:30 digest: feng-bo: 今天到期 1 件",
  "Sun 10-11 00:00 event: the department is late: up to the leader",
  "Sun 10-11 00:00 event: the step of the leader opens for peng-hao",
  "Mon 10-12 08:30 mail: movedUp, to the petitioner",
  "Mon 10-12 08:30 digest: feng-bo: 已提级办理 1 件",
  "Mon 10-12 08:30 digest: peng-hao: 新到 1 件",
  // 10 days until Wednesday 21 October. Half passes on a Friday at noon; that week's digests are out by then.
  "Fri 10-16 12:00 event: peng-hao is reminded: step 50%",
  // Three quarters of the 60 days: not low in the chain, so nothing moves; the notice waits for Monday.
  "Sun 10-18 08:00 event: handling 75%, high enough",
  "Mon 10-19 08:30 event: peng-hao is reminded: handling 75%",
  "Mon 10-19 08:30 event: peng-hao is reminded: step 75%",
  "Mon 10-19 08:30 digest: peng-hao: 本周到期 1 件",
  "Tue 10-20 08:30 digest: peng-hao: 本周到期 1 件",
  "Wed 10-21 08:30 digest: peng-hao: 今天到期 1 件",
  // Nobody is above: from now on reminded and supervised every working day.
  "Thu 10-22 00:00 event: late at the top",
  ...["Thu 10-22", "Fri 10-23", "Mon 10-26", "Tue 10-27", "Wed 10-28", "Thu 10-29", "Fri 10-30", "Mon 11-02"].flatMap(
    (day) => daily(day),
  ),
  // 60 days end on Saturday 31 October, so on Monday 2 November.
  "Tue 11-03 00:00 event: late by law",
  ...["Tue 11-03", "Wed 11-04", "Thu 11-05", "Fri 11-06", "Mon 11-09", "Tue 11-10"].flatMap((day) => daily(day)),
];

function daily(day: string): string[] {
  return [
    `${day} 08:30 event: late at the top`,
    ...(["Thu 10-22", "Tue 11-03"].includes(day) ? [`${day} 08:30 mail: late, to the petitioner`] : []),
    `${day} 08:30 digest: peng-hao: 逾期 1 件`,
    `${day} 08:30 digest: zhou-min: 督办 1 件`,
  ];
}

describe("a case that is left alone for seventy days", () => {
  it("is filed on a Tuesday morning, and its time passes", async () => {
    const chen = await petitioner(here.browser, here.district);
    receipt = await chen.file({ email: "chen@example.com" });
    const first = await here.inbox.waitFor("chen@example.com");
    expect(await chen.confirmMailbox(first)).toContain("邮箱已经确认");
    await until("the first task email is sent", async () =>
      (await here.timelineOf(receipt.caseId)).some(({ what, says }) => what === "mail" && says.includes("hou-jun")),
    );
    await chen.leave();
    await advanceClockTo(here.district, seventyDaysLater);
    entries = await here.timelineOf(receipt.caseId);
  });

  it("gives exactly the reminders, escalations, mails and digests that the policy predicts", async () => {
    expect(await here.linesOf(entries)).toEqual(predicted);
  });

  it("sends nothing at night, at a weekend or on a holiday", () => {
    const calendar = chineseCalendar();
    const sent = entries.filter(({ what, says }) => what !== "event" || says.includes("reminded"));
    expect(sent.filter(({ at }) => !isWorkingTime(calendar, at))).toEqual([]);
  });

  it("sends nothing that the record does not know", async () => {
    const left = entries.filter(({ what }) => what !== "event").length;
    expect(await here.inbox.list()).toHaveLength(left);
  });

  it("is answered by the leader from the link in that morning's digest, whose page tells the course of every clock", async () => {
    const peng = await staff(here.browser, here.inbox);
    const [digest] = (await here.digestsTo("peng-hao")).slice(-1);
    if (digest === undefined) throw new Error("No digest");
    expect(digest.text).not.toMatch(/陈桂芳|13900002468|漏水|501 室/);
    await peng.open(digest);
    await peng.page.click("a:has-text('期限明细')");
    await peng.page.waitForSelector(".course");
    expect(await peng.page.innerText("main")).toMatch(/50%.*75%/s);
    await peng.open(digest);
    await peng.does("recordContact", { contact: "heard", said: "电话听取：屋面漏水。" });
    await peng.open(digest);
    await peng.does("reply", {
      outcome: "explained",
      facts: "经核查，屋面漏水属实。",
      rule: "《住宅专项维修资金管理办法》第二十四条",
      decision: "已列入本月维修计划。",
    });
    expect(await recordOf(here.district).load(receipt.caseId)).toMatchObject({ status: "delivering" });
    await peng.leave();
  });

  it("is in nobody's digest any more once the petitioner has the answer", async () => {
    const chen = await petitioner(here.browser, here.district);
    expect(await chen.look(receipt)).toContain("已列入本月维修计划");
    await chen.leave();
    const before = (await here.timelineOf(receipt.caseId)).filter(({ what }) => what === "digest").length;
    await advanceClockTo(here.district, "2026-11-14T01:30:00.000Z");
    const after = await here.timelineOf(receipt.caseId);
    expect(after.filter(({ what }) => what === "digest")).toHaveLength(before);
  });
});
