import { expect } from "vitest";
import { carryOut } from "#case/acts/carry-out.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import { sendTask } from "../../local/people.ts";
import type { ComingBack, Flow } from "./coming-back.ts";
import { choose, decideOn, readStory, toOwnAffairs, toProgress } from "./flows-of-petitioners.ts";
import { fill, formOf, openTask, visit } from "./flows-of-staff.ts";

type Page = Parameters<typeof fill>[0];

/** Sends what was filled in, twice, and goes on where the page says what was done. */
const sendTwice = (here: ComingBack, page: Page, act: Parameters<typeof formOf>[0], what: string) =>
  sendTask(page, () => here.pressTwice(page, what, `${formOf(act)} button[type=submit]:not([name])`));

/** Does what is checked once more, with a word beside it: without the number first, and then twice. */
const settle = async (
  here: ComingBack,
  page: Page,
  command: "urge" | "askSupervision",
  title: string,
  remark: string,
) => {
  await choose(page, command);
  await here.comeBack(page, title, title);
  await page.click(`${decideOn(command)} button[type=submit]`);
  await here.comeBack(page, `${title}, without the number`, title);
  await page.fill(`${decideOn(command)} [name=remark]`, remark);
  await page.fill(`${decideOn(command)} [name=wholePhone]`, "13800001234");
  const before = (await here.events()).length;
  await here.pressTwice(page, title, `${decideOn(command)} button[type=submit]`);
  await here.settled(page);
  await here.comeBack(page, `${title}: done`, command === "urge" ? "已经转告" : "督办申请已经提交");
  expect((await here.events()).length, `${title}: counts once`).toBe(before + 1);
};

/**
 * 督办: the law's time is over. The petitioner urges, and asks the bureau to supervise; it issues a notice, does not accept the
 * unit's first answer, and accepts the second.
 */
export const supervised: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  stage.turnTo("2026-05-07T04:00:00.000Z");

  const reader = await here.follow(caseId);
  await toOwnAffairs(here, reader);
  await comeBack(reader, "what can be urged and supervised", "申请督办");
  await settle(here, reader, "urge", "请核对：催办", "已经过了六十天");
  await settle(here, reader, "askSupervision", "请核对：申请督办", "一直没有答复");
  expect(await reader.locator("#supervision").count(), "it is asked for once").toBe(0);
  expect(await reader.locator("#urge").count(), "nobody urges twice in a few days").toBe(0);

  const bureau = await person();
  const asked = await stage.mailTo(caseId, "supervisor");
  expect(asked.link).toContain("/watch/task#");
  await visit(here, bureau, asked.link);
  await comeBack(bureau, "a request for supervision before its digits", "请决定是否督办");
  await openTask(here, bureau, asked);
  await comeBack(bureau, "a request for supervision", "一直没有答复");
  await fill(bureau, "issueSupervision", { demand: "书面答复信访人，并说明逾期的原因", newDay: "2026-07-01" });
  await bureau.click(`${formOf("issueSupervision")} button[type=submit]:not([name])`);
  await comeBack(bureau, "a notice for a day that is too late", "督办期限以内");
  await fill(bureau, "issueSupervision", { demand: "书面答复信访人，并说明逾期的原因", newDay: "2026-05-13" });
  await sendTwice(here, bureau, "issueSupervision", "a notice");
  await comeBack(bureau, "a notice that was issued", "发出督办通知");

  const head = await person();
  const noticed = await stage.mailTo(caseId, "supervised");
  await visit(here, head, noticed.link);
  await comeBack(head, "a notice before its digits", "请办理督办事项并反馈");
  await openTask(here, head, noticed);
  await comeBack(head, "a notice", "书面答复信访人，并说明逾期的原因");
  await fill(head, "reportFeedback", { feedback: "正在研究。" });
  await sendTwice(here, head, "reportFeedback", "an answer to a notice");
  await comeBack(head, "a notice that was answered", "督办反馈");

  const judge = await person();
  await openTask(here, judge, await stage.mailTo(caseId, "supervisor"));
  await comeBack(judge, "an answer to be judged", "正在研究。");
  await fill(judge, "refuseFeedback", { demand: "写明哪一天书面答复", newDay: "2026-05-12" });
  await sendTwice(here, judge, "refuseFeedback", "an answer that is not enough");
  await comeBack(judge, "an answer that was not enough", "发出督办通知");

  await openTask(here, head, await stage.mailTo(caseId, "supervised"));
  await comeBack(head, "a notice of the second level", "约谈");
  await fill(head, "reportFeedback", { feedback: "5月11日已经书面答复。" });
  await sendTwice(here, head, "reportFeedback", "a second answer");

  await openTask(here, judge, await stage.mailTo(caseId, "supervisor"));
  await fill(judge, "acceptFeedback", {});
  await sendTwice(here, judge, "acceptFeedback", "an answer that is enough");
  await comeBack(judge, "a supervision that is over", "督办结束");
  await visit(here, head, noticed.link);
  await comeBack(head, "a notice that is over", "");

  await toProgress(here, reader);
  await readStory(here, reader, "a case that was supervised", "信访局认可督办反馈");
  for (const one of [reader, bureau, head, judge]) await one.context().close();
};

/** The bureau thinks of supervising by itself, and writes why it does not. */
export const notSupervised: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  stage.turnTo("2026-05-07T04:00:00.000Z");
  const ports = { cases: district.cases, world: district.world, linkHash: () => Promise.resolve("-") };
  await carryOut(ports, upkeepJudges)(caseId, { type: "beginSupervision", by: "bureau-colleague" });
  const bureau = await person();
  await openTask(here, bureau, await stage.mailTo(caseId, "supervisor"));
  await fill(bureau, "declineSupervision", { reason: "昨天已经答复信访人" });
  await sendTwice(here, bureau, "declineSupervision", "why there is no supervision");
  await comeBack(bureau, "a supervision that is not begun", "督办结束");
  const reader = await here.follow(caseId);
  await readStory(here, reader, "a case that is not supervised", "昨天已经答复信访人");
  for (const one of [reader, bureau]) await one.context().close();
};
