import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { registerPasses } from "#case/store/pass-store.ts";
import type { Directory } from "#directory/directory.ts";
import { fillPetition, sendForm, sendTask } from "../../local/people.ts";
import { bureauStaff, heard, reply, reportUpward } from "../contract/samples.ts";
import { png } from "../fixtures/photos.ts";
import { directory } from "../unit/case/district.ts";
import { letter } from "../unit/case/story.ts";
import type { ComingBack, Flow } from "./coming-back.ts";
import { readStory, typed } from "./flows-of-petitioners.ts";

type Mailed = Awaited<ReturnType<ComingBack["stage"]["mailTo"]>>;

/** Follows a link as from a mail: an address that differs in its fragment only is no new visit. */
export const visit = async (here: ComingBack, page: Page, link: string): Promise<string> => {
  await page.goto("about:blank");
  await page.goto(link);
  return here.settled(page);
};

/** Comes by a link from a mail, and types its digits where they are asked for. */
export const openTask = async (here: ComingBack, page: Page, { link, code }: Mailed): Promise<void> => {
  await visit(here, page, link);
  if ((await page.locator("[name=code]").count()) === 0) return;
  await page.fill("[name=code]", code);
  await sendTask(page, () => sendForm(page));
};

export const formOf = (command: StaffCommand["command"]): string => `form:has(input[name=command][value=${command}])`;
const unfold = async (page: Page, command: StaffCommand["command"]): Promise<void> => {
  const folded = page.locator(`details:not([open]):has(input[name=command][value=${command}]) > summary`);
  if ((await folded.count()) > 0) await folded.click();
};
export const send = (page: Page, command: StaffCommand["command"]): Promise<void> =>
  sendTask(page, () => page.click(`${formOf(command)} button[type=submit]:not([name])`));
const issue = "form[data-preview] button[type=submit]:not([name])";

export const fill = async (
  page: Page,
  command: StaffCommand["command"],
  fields: Record<string, string>,
): Promise<void> => {
  await unfold(page, command);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${formOf(command)} [name=${name}]`);
    if ((await field.first().getAttribute("type")) === "radio")
      await page.check(`${formOf(command)} [name=${name}][value="${value}"]`);
    else await field.fill(value);
  }
};

const drafts = (page: Page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes("task-draft")));

const answer = {
  facts: "经查，渗漏属实。",
  rule: "《物业管理条例》第三十五条",
  decision: "本月内修好。",
  outcome: "explained",
};

/** From the mail to the letter, its delivery and its correction. */
export const answering: Flow = async (here) => {
  const { stage, comeBack, person, settled } = here;
  const { district, baseUrl } = stage;
  const page = await person();
  await page.goto(`${baseUrl}/task`);
  await comeBack(page, "the page of a task, without a link", "这里没有可以打开的事项");
  await visit(here, page, `${baseUrl}/task#${"x".repeat(43)}`);
  await comeBack(page, "a link that is none", "这个链接打不开事项");

  const caseId = await district.atDepartment();
  const mailed = await stage.mailTo(caseId);
  await visit(here, page, mailed.link);
  await comeBack(page, "a task before its digits", "请输入邮件里的验证码");
  await page.fill("[name=code]", mailed.code === "000000" ? "000001" : "000000");
  await sendTask(page, () => sendForm(page));
  await comeBack(page, "a task with wrong digits", "验证码不对");
  await openTask(here, page, mailed);
  await comeBack(page, "a task", "王小芳");

  await sendTask(page, () =>
    here.pressTwice(page, "what is acknowledged", `${formOf("acknowledge")} button[type=submit]`),
  );
  await comeBack(page, "what was acknowledged", "签收");
  await page.click("a.action[href='/task']");
  await settled(page);
  await fill(page, "recordContact", { contact: "heard" });
  await send(page, "recordContact");
  await comeBack(page, "a contact that lacks what was said", "处需要改正");
  await fill(page, "recordContact", { said: "雨后就漏，希望年底前修好。" });
  await sendTask(page, () => here.pressTwice(page, "a contact", `${formOf("recordContact")} button[type=submit]`));
  await comeBack(page, "what was heard", "联系信访人");
  await page.click("a.action[href='/task']");
  await settled(page);

  await fill(page, "reply", { facts: answer.facts, outcome: answer.outcome });
  await expect.poll(async () => (await drafts(page)).length).toBe(1);
  await visit(here, page, mailed.link);
  expect(await settled(page)).toContain("已恢复您上次没有写完的内容");
  expect(await page.inputValue(`${formOf("reply")} [name=facts]`)).toBe(answer.facts);
  expect(JSON.stringify(await drafts(page))).not.toContain("渗漏");
  here.note("a reply that is being written", "away, and the link again: it is back");
  await send(page, "reply");
  await comeBack(page, "a reply that lacks something", "处需要改正");
  expect(await page.inputValue(`${formOf("reply")} [name=facts]`)).toBe(answer.facts);
  await page.click(".phrases summary");
  await page.click(".phrases button");
  const facts = `${answer.facts}\n经核查，＿＿公司拖欠工资＿＿元属实。`;
  expect(await page.inputValue(`${formOf("reply")} [name=facts]`)).toBe(facts);
  await fill(page, "reply", { rule: answer.rule, decision: answer.decision });
  await send(page, "reply");
  await comeBack(page, "a reply in which a blank is left", "还有没填的空");
  await fill(page, "reply", answer);
  await send(page, "reply");
  await comeBack(page, "a letter that is looked at before it is issued", "还没有发出");
  await sendTask(page, () => page.click("form[data-preview] button[name=rewrite]"));
  await comeBack(page, "a letter that is to be changed", "意见书还没有发出");
  await fill(page, "reply", { decision: "十二月内修好。" });
  await send(page, "reply");
  const before = (await here.events()).length;
  await sendTask(page, () => here.pressTwice(page, "a letter", issue));
  await page.waitForSelector("[data-task-done]");
  expect((await here.events()).length, "the letter is issued once").toBe(before + 1);
  await comeBack(page, "a letter that was issued", "下一步由您送达答复");
  await expect.poll(() => drafts(page)).toEqual([]);

  await visit(here, page, mailed.link);
  await comeBack(page, "the link to a task that was answered, on the device that it was done on", "这个链接已经用过");
  await page.click("a.action[href*='/task#']");
  await page.waitForSelector("#letter");
  await comeBack(page, "a letter that is to be delivered", "请送达书面答复");
  await fill(page, "recordDelivery", { how: "byPost", on: "2026-03-02" });
  await send(page, "recordDelivery");
  await comeBack(page, "a delivery that lacks its number", "邮寄的，请填写邮件号");
  await fill(page, "recordDelivery", { tracking: "EMS 1234 5678 9" });
  await sendTask(page, () => here.pressTwice(page, "a delivery", `${formOf("recordDelivery")} button[type=submit]`));
  await comeBack(page, "what was delivered", "答复送达");

  await openTask(here, page, await stage.mailTo(caseId));
  await comeBack(page, "a letter that was delivered", "书面答复已经送达");
  await fill(page, "correctLetter", {
    kind: "slip",
    change: "月份写错",
    reason: "抄写时写错",
    decision: "十一月内修好。",
  });
  await send(page, "correctLetter");
  await comeBack(page, "a correction that is looked at before it is issued", "还没有发出");
  await sendTask(page, () => here.pressTwice(page, "a correction", issue));
  await page.waitForSelector("[data-task-done]");
  await comeBack(page, "what was corrected", "更正");
  await page.context().close();
};

/** 重寄链接: a new link, asked for with the old one. */
export const askingForANewLink: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const caseId = await stage.district.atDepartment();
  const old = await stage.mailTo(caseId);
  const page = await person();
  await visit(here, page, old.link);
  const ask = "form[action='/task/link'] button[type=submit]";
  const before = (await here.events()).length;
  await sendTask(page, () => here.pressTwice(page, "a new link", ask));
  await comeBack(page, "a new link that was asked for", "新链接已经寄出");
  expect((await here.events()).length, "it is mailed once").toBe(before + 1);
  await visit(here, page, old.link);
  await comeBack(page, "a link that was replaced", "这个链接已经换新");
  await sendTask(page, () => page.click(ask));
  await comeBack(page, "a new link that was asked for twice", "新链接刚刚寄过");
  const fresh = await stage.mailTo(caseId);
  expect(fresh.link).not.toBe(old.link);
  await openTask(here, page, fresh);
  await comeBack(page, "a task by its new link", "王小芳");
  await page.context().close();
};

/** A request for more time, as its head decides on it, or too late. */
export const decidingOnMoreTime: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district, turnTo } = stage;
  const caseId = await district.atDepartment();
  const page = await person();
  await openTask(here, page, await stage.mailTo(caseId));
  await page.click("a[href^='/clocks#']");
  await here.settled(page);
  await comeBack(page, "the course of the clocks", "法定答复期限");
  await page.click("a[href^='/task#']");
  await here.settled(page);
  await toFurtherActs(here, page);
  await fill(page, "askExtension", { days: "5", reason: "等鉴定" });
  await sendTask(page, () =>
    here.pressTwice(page, "a request for more time", `${formOf("askExtension")} button[type=submit]`),
  );
  await comeBack(page, "what was asked for", "延期");

  const head = await person();
  const mailed = await stage.mailTo(caseId, "head");
  await visit(here, head, mailed.link);
  await comeBack(head, "a request before its digits", "请决定是否同意延期");
  await openTask(here, head, mailed);
  await comeBack(head, "a request to decide on", "请决定是否同意延期");
  await fill(head, "refuseExtension", {});
  await send(head, "refuseExtension");
  await comeBack(head, "a decision that lacks its reason", "处需要改正");
  await fill(head, "refuseExtension", { reason: "不必等" });
  await sendTask(head, () => here.pressTwice(head, "a decision", `${formOf("refuseExtension")} button[type=submit]`));
  await comeBack(head, "what was decided", "您的决定已经生效");

  const another = await district.atLeader();
  await district.act(another, { command: "askExtension", days: 15, reason: "等鉴定" });
  const late = await stage.mailTo(another, "head");
  turnTo("2026-05-06T16:00:00.000Z");
  await district.sweep();
  await visit(here, head, late.link);
  await comeBack(head, "a request that came too late", "已经不用您决定");
  await head.context().close();
  await page.context().close();
};

/** From a step's page to that of what its owner does seldom, or of meetings. */
const toFurtherActs = async (here: ComingBack, page: Page, at: "beside" | "together" = "beside"): Promise<void> => {
  await page.click(`a[href^='/${at}/task#']`);
  await here.settled(page);
};

/** 异议: a unit says that a case is another's, and the bureau sends it there. */
export const objecting: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const caseId = await stage.district.atDepartment();
  const page = await person();
  await openTask(here, page, await stage.mailTo(caseId));
  await toFurtherActs(here, page);
  await comeBack(page, "what else the owner of a step may do", "提出异议");
  await fill(page, "object", { reason: "不归我们管" });
  await send(page, "object");
  await comeBack(page, "an objection that names nobody and hardly gives a reason", "处需要改正");
  const reason = "污水管网由街道养护，我局没有这一项职责，也没有这笔养护经费，街道有专门的养护队伍。";
  await fill(page, "object", { rightUnitSought: "river", reason });
  await sendTask(page, () =>
    here.pressTwice(page, "an objection", `${formOf("object")} button[type=submit]:not([name])`),
  );
  await comeBack(page, "what was objected", "异议");
  await page.click("a.action[href='/beside/task']");
  await here.settled(page);
  await comeBack(page, "a task whose unit has objected", "管辖异议");

  const bureau = await person();
  const mailed = await stage.mailTo(caseId, "sender");
  await visit(here, bureau, mailed.link);
  await comeBack(bureau, "an objection before its digits", "请决定异议是否成立");
  await openTask(here, bureau, mailed);
  await comeBack(bureau, "an objection to decide on", "污水管网由街道养护");
  expect(await bureau.innerText("main")).not.toContain("王小芳");
  await fill(bureau, "upholdObjection", {});
  await send(bureau, "upholdObjection");
  await comeBack(bureau, "a decision on an objection that lacks its reason", "处需要改正");
  await fill(bureau, "upholdObjection", { reason: "养护职责在街道" });
  await sendTask(bureau, () =>
    here.pressTwice(
      bureau,
      "a decision on an objection",
      `${formOf("upholdObjection")} button[type=submit]:not([name])`,
    ),
  );
  await comeBack(bureau, "what was decided on an objection", "您的决定已经生效");
  await bureau.context().close();
  await page.context().close();
};

/** 提请: the owner of a step proposes that the case belongs elsewhere; the bureau refuses once, and then agrees. */
export const proposingOtherWays: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const caseId = await stage.district.atDepartment();
  const page = await person();
  const owners = await stage.mailTo(caseId);
  await openTask(here, page, owners);
  await toFurtherActs(here, page);
  await comeBack(page, "what an owner may do seldom, a proposal to the bureau among it", "提请转送其他机关");
  await fill(page, "proposeGuidance", { knownOn: "2026-02-02" });
  await send(page, "proposeGuidance");
  await comeBack(page, "a proposal that names no procedure and explains nothing", "处需要改正");
  await fill(page, "proposeGuidance", { route: "arbitration", explanation: "是否违法解除，由仲裁委员会裁决。" });
  await sendTask(page, () =>
    here.pressTwice(page, "a proposal", `${formOf("proposeGuidance")} button[type=submit]:not([name])`),
  );
  await comeBack(page, "what was proposed", "提请");
  const petitioner = await here.follow(caseId);
  await readStory(here, petitioner, "a proposal that it belongs elsewhere", "不决定不等于同意");

  const bureau = await person();
  const mailed = await stage.mailTo(caseId, "consenter");
  await visit(here, bureau, mailed.link);
  await comeBack(bureau, "a proposal before its digits", "请决定是否同意转送或者导入");
  await openTask(here, bureau, mailed);
  await comeBack(bureau, "a proposal to decide on", "由仲裁委员会裁决");
  expect(await bureau.innerText("main")).not.toContain("王小芳");
  await fill(bureau, "refuseOtherWay", {});
  await send(bureau, "refuseOtherWay");
  await comeBack(bureau, "a refusal of a proposal that lacks its reason", "处需要改正");
  await fill(bureau, "refuseOtherWay", { reason: "先查清有没有劳动合同" });
  await sendTask(bureau, () =>
    here.pressTwice(bureau, "a refusal", `${formOf("refuseOtherWay")} button[type=submit]:not([name])`),
  );
  await comeBack(bureau, "what was decided on a proposal", "您的决定已经生效");

  await visit(here, page, owners.link);
  await toFurtherActs(here, page);
  await fill(page, "proposeTransfer", { body: "police", explanation: "涉嫌诈骗，由公安机关立案。" });
  await send(page, "proposeTransfer");
  await openTask(here, bureau, await stage.mailTo(caseId, "consenter"));
  await unfold(bureau, "agreeOtherWay");
  await sendTask(bureau, () =>
    here.pressTwice(bureau, "consent", `${formOf("agreeOtherWay")} button[type=submit]:not([name])`),
  );
  await comeBack(bureau, "what was agreed to", "您的决定已经生效");
  await visit(here, page, owners.link);
  await comeBack(page, "a task that has gone elsewhere", "同意并转送");
  await petitioner.reload();
  await comeBack(petitioner, "a petition that was transferred by consent", "等待对方收到");
  await petitioner.context().close();
  await openTask(here, bureau, await stage.mailTo(caseId));
  await comeBack(bureau, "a transfer that was agreed to, and waits for its receipt", "登记对方回执");
  await fill(bureau, "recordReceipt", { on: "2026-03-02", reference: "公信 18 号" });
  await sendTask(bureau, () => bureau.click(`${formOf("recordReceipt")} button[type=submit]:not([name])`));
  await comeBack(bureau, "what was received elsewhere", "已经记录");
  await bureau.context().close();
  await page.context().close();
};

/** 协办: another unit is asked, answers, and is quoted in the letter; a second one is late. */
export const assisting: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district, turnTo } = stage;
  const caseId = await district.atDepartment();
  const page = await person();
  const owners = await stage.mailTo(caseId);
  await openTask(here, page, owners);
  await toFurtherActs(here, page);
  await fill(page, "askAssistance", { assistUnitSought: "river", wantedBy: "2026-03-05" });
  await send(page, "askAssistance");
  await comeBack(page, "a request for assistance that asks nothing", "处需要改正");
  await fill(page, "askAssistance", { question: "管网是哪年修的？" });
  await sendTask(page, () =>
    here.pressTwice(page, "a request for assistance", `${formOf("askAssistance")} button[type=submit]:not([name])`),
  );
  await comeBack(page, "what another unit was asked", "协办");

  const asked = await person();
  const mailed = await stage.mailTo(caseId, "assistant");
  await visit(here, asked, mailed.link);
  await comeBack(asked, "a request for assistance before its digits", "请答复承办单位的问题");
  await openTask(here, asked, mailed);
  await comeBack(asked, "a request for assistance to answer", "管网是哪年修的");
  expect(await asked.innerText("main")).not.toContain("王小芳");
  await fill(asked, "contribute", {});
  await send(asked, "contribute");
  await comeBack(asked, "assistance that says nothing", "处需要改正");
  await fill(asked, "contribute", { contribution: "2016年，去年疏通过一次。" });
  await sendTask(asked, () => here.pressTwice(asked, "assistance", `${formOf("contribute")} button[type=submit]`));
  await comeBack(asked, "what was answered to the unit in charge", "您的答复已经转给承办人");

  await district.act(caseId, heard);
  await visit(here, page, owners.link);
  await comeBack(page, "a task whose assistance has come", "2016年，去年疏通过一次");
  await unfold(page, "reply");
  expect(await page.innerText(`${formOf("reply")} .contributions`)).toContain("协办单位的答复");

  await district.act(caseId, {
    ...{ command: "askAssistance", assistUnit: "peach", question: "有几户受影响？", wantedBy: "2026-03-05" },
  });
  const late = await stage.mailTo(caseId, "assistant");
  turnTo("2026-03-05T16:00:00.000Z");
  await district.sweep();
  await visit(here, asked, late.link);
  await comeBack(asked, "assistance that is its head's by now", "这项工作已经转给别人");
  await asked.context().close();
  await page.context().close();
};

/** 会商: units are called together, minutes are recorded, one reports what it has done and another reads them. */
export const meeting: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district, turnTo } = stage;
  const caseId = await district.atDepartment();
  const page = await person();
  const owners = await stage.mailTo(caseId);
  await openTask(here, page, owners);
  await toFurtherActs(here, page, "together");
  await comeBack(page, "what the owner of a step may do about meetings", "召集");
  await fill(page, "convene", { units: "river\npeach", meetOn: "2026-03-05" });
  await send(page, "convene");
  await comeBack(page, "a call to a meeting about nothing", "处需要改正");
  await fill(page, "convene", { question: "管网由谁疏通？" });
  await sendTask(page, () =>
    here.pressTwice(page, "a call to a meeting", `${formOf("convene")} button[type=submit]:not([name])`),
  );
  await comeBack(page, "who was called to a meeting", "已经记录");

  const invited = await person();
  const called = await stage.mailTo(caseId, "invited");
  await visit(here, invited, called.link);
  await comeBack(invited, "a call to a meeting before its digits", "请参加会商");
  await openTask(here, invited, called);
  await comeBack(invited, "a call to a meeting", "管网由谁疏通");
  expect(await invited.innerText("main")).not.toContain("王小芳");
  await fill(invited, "declineMeeting", { reason: "当天全镇防汛，书面意见：由街道疏通。" });

  turnTo("2026-03-05T07:00:00.000Z");
  await openTask(here, page, owners);
  await toFurtherActs(here, page, "together");
  await fill(page, "recordMinutes", { discussed: "", task: "疏通主管网。" });
  await send(page, "recordMinutes");
  await comeBack(page, "minutes without what was said, and a task without its day", "处需要改正");
  await fill(page, "recordMinutes", { discussed: "两家都认可是主管网堵了。", taskBy: "2026-03-09" });
  await sendTask(page, () =>
    here.pressTwice(page, "minutes", `${formOf("recordMinutes")} button[type=submit]:not([name])`),
  );
  await comeBack(page, "the minutes of a meeting", "已经记录");

  await visit(here, invited, called.link);
  await comeBack(invited, "a call to a meeting that has met", "已经不用您办理");
  const charged = await stage.mailTo(caseId, "charged");
  await openTask(here, invited, charged);
  await comeBack(invited, "what a meeting has decided", "疏通主管网");
  expect(await invited.innerText("article.letter")).toContain("发至：");
  await fill(invited, "reportDone", {});
  await send(invited, "reportDone");
  await comeBack(invited, "a report that says nothing", "处需要改正");
  await fill(invited, "reportDone", { performed: "3月6日上午疏通完毕。" });
  await sendTask(invited, () =>
    here.pressTwice(invited, "a report", `${formOf("reportDone")} button[type=submit]:not([name])`),
  );
  await comeBack(invited, "what was reported", "您的答复已经转给承办人");

  await openTask(here, invited, await stage.mailTo(caseId, "invited"));
  await comeBack(invited, "the minutes of a meeting, for a unit with nothing to do", "两家都认可是主管网堵了");
  await invited.context().close();
  await page.context().close();
};

/** 信访局会商: the bureau calls the unit in charge and another one, whose owner comes, and records what was decided. */
export const bureauMeeting: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district, turnTo } = stage;
  const caseId = await district.atDepartment();
  await district.machine().beginConvening(caseId);
  const page = await person();
  const convener = await stage.mailTo(caseId, "convener");
  await visit(here, page, convener.link);
  await comeBack(page, "a meeting to call for the bureau, before its digits", "请召集会商");
  await openTask(here, page, convener);
  await comeBack(page, "a meeting to call for the bureau", "承办单位不用写");
  expect(await page.innerText("main")).not.toContain("王小芳");
  await fill(page, "conveneForBureau", { units: "housing", question: "管网由谁疏通？", meetOn: "2026-03-05" });
  await send(page, "conveneForBureau");
  await comeBack(page, "a call of the bureau to nobody else", "会商请二到八个单位");
  await fill(page, "conveneForBureau", { units: "river" });
  await sendTask(page, () =>
    here.pressTwice(page, "a call of the bureau", `${formOf("conveneForBureau")} button[type=submit]:not([name])`),
  );
  await comeBack(page, "whom the bureau has called", "已经记录");

  const owner = await person();
  await openTask(here, owner, await stage.mailTo(caseId, "invited"));
  await comeBack(owner, "a call of the bureau to the unit in charge", "管网由谁疏通");
  await owner.context().close();

  turnTo("2026-03-05T07:00:00.000Z");
  await openTask(here, page, convener);
  await fill(page, "recordBureauMinutes", {
    discussed: "主管网归住建局。",
    task: "疏通主管网。",
    taskBy: "2026-03-09",
  });
  await sendTask(page, () =>
    here.pressTwice(page, "the bureau's minutes", `${formOf("recordBureauMinutes")} button[type=submit]:not([name])`),
  );
  await comeBack(page, "the minutes of the bureau's meeting", "已经记录");
  const charged = await person();
  await openTask(here, charged, await stage.mailTo(caseId, "charged"));
  await comeBack(charged, "what the bureau's meeting has decided", "疏通主管网");
  await charged.context().close();
  await page.context().close();
};

const changed = (people: Directory["staff"]): Directory => ({ ...directory, version: "test-2", staff: people });

/** What has become of a link's task. */
export const lookingBack: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district, turnTo, putInForce } = stage;
  const page = await person();

  const given = await district.atDepartment();
  const before = await stage.mailTo(given);
  await district.task.renew(before.link.split("#")[1] ?? "");
  await district.act(given, { command: "reassign", to: "housing-colleague", reason: "出差" });
  await visit(here, page, before.link);
  await comeBack(page, "a task that a colleague has", "这件事项已改派同事");

  const theirs = await stage.mailTo(await district.atDepartment());
  await openTask(here, page, theirs);
  await page.click("a[href^='/beside/task#']");
  await here.settled(page);
  await fill(page, "recuse", {});
  await send(page, "recuse");
  await comeBack(page, "stepping aside for no reason", "请选择回避的原因");
  await fill(page, "recuse", { recusalGround: "interest" });
  await sendTask(page, () => here.pressTwice(page, "stepping aside", `${formOf("recuse")} button[type=submit]`));
  await comeBack(page, "a task from which somebody has stepped aside", "这件事项不再由您办理");
  await visit(here, page, theirs.link);
  await comeBack(page, "the link to it, once more", "这件事项不再由您办理");

  const upward = await district.atDepartment();
  const left = await stage.mailTo(upward);
  await district.act(upward, reportUpward);
  await visit(here, page, left.link);
  await comeBack(page, "a task that was reported upward", "这个链接已经用过");

  const withdrawn = await district.atDepartment();
  const ended = await stage.mailTo(withdrawn);
  const { code, phoneTail } = district.keyTo(withdrawn);
  const decision = {
    command: { command: "withdraw", understood: "yes" } as const,
    saw: (await district.load(withdrawn)).told,
  };
  await district.petitioner.act({ code, phoneTail }, "203.0.113.7", decision, phoneTail);
  await visit(here, page, ended.link);
  await comeBack(page, "a task of a case that was withdrawn", "信访人已撤回这件事项");
  turnTo("2026-03-06T02:00:00.000Z");
  await district.sweep();
  await visit(here, page, ended.link);
  await comeBack(page, "a task of a case that has ended", "这件事项已经结束");

  const open = await district.atDepartment();
  const { link } = await stage.mailTo(open);
  putInForce(changed(directory.staff.filter(({ id }) => id !== "housing-handler")));
  await visit(here, page, link);
  await comeBack(page, "a task of somebody who has left", "您已不在本区人员名录中");
  putInForce(changed(directory.staff.map((one) => (one.id === "housing-handler" ? { ...one, unit: "river" } : one))));
  await visit(here, page, link);
  await comeBack(page, "a task of somebody who was moved", "这件事项不再由您办理");
  putInForce(directory);

  turnTo("2026-04-20T04:00:00.000Z");
  await visit(here, page, ended.link);
  await comeBack(page, "a task of a case that ended long ago", "这个链接已经失效");
  for (let round = 0; round < 3; round += 1) await district.sweep();
  await visit(here, page, link);
  await comeBack(page, "a task whose time has passed", "这件事项已经转走");
  await page.context().close();
};

/** A settlement that is proposed and agreed to, and a letter's promise, as whoever is to keep it sees them. */
export const keepingPromises: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  const caseId = await district.atCommunity();
  const page = await person();
  const mailed = await stage.mailTo(caseId);
  await openTask(here, page, mailed);
  await fill(page, "proposeSettlement", { terms: "换好水管", done: "byDay", promisedFor: "2026-03-10" });
  await sendTask(page, () =>
    here.pressTwice(page, "a settlement", `${formOf("proposeSettlement")} button[type=submit]`),
  );
  await comeBack(page, "what was proposed", "解决方案");
  await visit(here, page, mailed.link);
  await comeBack(page, "a task whose settlement is proposed", "等待信访人表态");
  const stranger = await person();
  const { code, phoneTail } = district.keyTo(caseId);
  const saw = (await district.load(caseId)).told;
  await district.petitioner.act(
    { code, phoneTail },
    "203.0.113.7",
    { command: { command: "agreeSettlement" }, saw },
    phoneTail,
  );
  const agreed = await stage.mailTo(caseId);
  await visit(here, stranger, agreed.link);
  await comeBack(stranger, "a promise before its digits", "请办到所承诺的，并报告");
  await visit(here, page, agreed.link);
  await comeBack(page, "a promise that is to be kept", "请办到所承诺的，并报告");
  await fill(page, "reportPerformance", { performed: "换好了" });
  await sendTask(page, () => here.pressTwice(page, "a promise", `${formOf("reportPerformance")} button[type=submit]`));
  await comeBack(page, "a promise that was kept", "办到");
  await visit(here, page, agreed.link);
  await comeBack(page, "a task that waits for the petitioner", "正在等信访人确认");
  await visit(here, stranger, agreed.link);
  await comeBack(stranger, "the same before its digits", "正在等信访人确认");

  const answered = await district.atDepartment();
  await district.act(answered, reply);
  const delivery = await stage.mailTo(answered);
  await visit(here, stranger, delivery.link);
  await comeBack(stranger, "a delivery before its digits", "请送达书面答复");
  await district.follow(answered);
  await visit(here, stranger, delivery.link);
  await comeBack(stranger, "a letter that its petitioner has opened, before the digits", "书面答复已经送达");

  const promised = await district.atDepartment();
  await district.act(promised, { command: "reply", ...letter, outcome: "promised", promisedFor: "2026-03-10" });
  await district.follow(promised);
  stage.turnTo("2026-03-11T02:00:00.000Z");
  await district.sweep();
  const due = await stage.mailTo(promised);
  expect(due.link).toContain("/after/task#");
  await visit(here, stranger, due.link);
  await comeBack(stranger, "what a letter has promised, before the digits", "请办到所承诺的，并报告");
  await openTask(here, page, due);
  await comeBack(page, "what a letter has promised", "请办到所承诺的，并报告");
  await fill(page, "reportPerformance", { performed: "补发到账" });
  await sendTask(page, () =>
    here.pressTwice(page, "a letter's promise", `${formOf("reportPerformance")} button[type=submit]`),
  );
  await comeBack(page, "a letter's promise that was kept", "办到");
  await stranger.context().close();
  await page.context().close();
};

/** 受理审查: the bureau decides whether a petition is accepted. */
export const screening: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const caseId = await stage.district.atBureau();
  const page = await person();
  const mailed = await stage.mailTo(caseId);
  await visit(here, page, mailed.link);
  await comeBack(page, "a screening before its digits", "请决定是否受理");
  await openTask(here, page, mailed);
  await comeBack(page, "a screening", "请决定是否受理");
  await sendTask(page, () => here.pressTwice(page, "an acceptance", `${formOf("accept")} button[type=submit]`));
  await comeBack(page, "what was accepted", "受理");
  await page.context().close();
};

/** 转送: the bureau sends a matter to another body, and answers for it until that body's receipt is on record. */
export const transferring: Flow = async (here) => {
  const { stage, comeBack, person, settled } = here;
  const caseId = await stage.district.atBureau();
  const page = await person();
  await openTask(here, page, await stage.mailTo(caseId));
  await fill(page, "transfer", { body: "police", explanation: "属于公安机关的职权。" });
  await sendTask(page, () => here.pressTwice(page, "a transfer", `${formOf("transfer")} button[type=submit]`));
  await comeBack(page, "what was transferred", "转送");
  const petitioner = await here.follow(caseId);
  await comeBack(petitioner, "a petition that was transferred", "police");
  await page.click("a.action[href='/screening/task']");
  await settled(page);
  await comeBack(page, "a transfer that waits for its receipt", "等对方回执");
  const elsewhere = await person();
  await visit(here, elsewhere, (await stage.mailTo(caseId)).link);
  await comeBack(elsewhere, "the same before its digits", "等对方回执");
  await elsewhere.context().close();
  await fill(page, "recordReceipt", { on: "2026-03-01", reference: "公信字 12 号" });
  await send(page, "recordReceipt");
  await comeBack(page, "a receipt of a day before the transfer", "日期");
  expect(await page.inputValue(`${formOf("recordReceipt")} [name=reference]`)).toBe("公信字 12 号");
  await fill(page, "recordReceipt", { on: "2026-03-02" });
  await sendTask(page, () =>
    here.pressTwice(page, "the other body's receipt", `${formOf("recordReceipt")} button[type=submit]`),
  );
  await comeBack(page, "a receipt that is on record", "已经记录");
  await petitioner.reload();
  await comeBack(petitioner, "a petition that another body has", "公信字 12 号");
  await petitioner.context().close();
  await page.context().close();
};

/** 重新审查: whoever was refused asks the head of the bureau once, who upholds it. */
export const lookingAgain: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  const caseId = await district.atBureau();
  await district.act(caseId, {
    command: "notAccept",
    ground: "court",
    where: undefined,
    explanation: "法院正在审理。",
  });
  const petitioner = await here.follow(caseId);
  await comeBack(petitioner, "a petition that was not accepted", "认为应当受理？");
  await petitioner.click("form[action='/decide/check'] button[type=submit]");
  await comeBack(petitioner, "asking once more, to be checked", "请核对：要求重新审查");
  const asking = "form[action='/decide/act']:has(input[value=askReconsideration])";
  await petitioner.fill(`${asking} [name=reason]`, "法院审的是另一件事。");
  await petitioner.fill(`${asking} [name=wholePhone]`, "13800001234");
  await here.pressTwice(petitioner, "asking once more", `${asking} button[type=submit]`);
  await petitioner.waitForSelector(".chain");
  await comeBack(petitioner, "a petition that is looked at again", "重新审查");

  await district.arrive(caseId);
  const head = await person();
  const mailed = await stage.mailTo(caseId);
  await visit(here, head, mailed.link);
  await comeBack(head, "looking again, before its digits", "请重新审查");
  await openTask(here, head, mailed);
  await comeBack(head, "a petition to look at again", "请重新审查");
  await fill(head, "upholdRefusal", { explanation: "两件事是同一件，法院已经立案。" });
  await sendTask(head, () =>
    here.pressTwice(head, "a refusal that is upheld", `${formOf("upholdRefusal")} button[type=submit]`),
  );
  await comeBack(head, "a refusal that was upheld", "已经记录");
  await head.context().close();
  await petitioner.reload();
  await comeBack(petitioner, "a petition that was refused again", "法院已经立案");
  await petitioner.context().close();
};

/** 退出: two people write at one computer, and one of them signs out. */
export const signingOut: Flow = async (here) => {
  const { stage, person, settled } = here;
  const { district } = stage;
  const [mine, theirs] = [await district.atDepartment(), await district.atCommunity()];
  await district.act(mine, heard);
  const page = await person();
  await openTask(here, page, await stage.mailTo(mine));
  await fill(page, "reply", { facts: "我写的" });
  await expect.poll(async () => (await drafts(page)).length).toBe(1);
  const colleague = await page.context().newPage();
  const mailed = await stage.mailTo(theirs);
  await openTask(here, colleague, mailed);
  await fill(colleague, "reportUpward", { reason: "同事写的" });
  await expect.poll(async () => (await drafts(page)).length).toBe(2);

  await page.click("form[action='/task/leave'] button");
  await here.comeBack(page, "a task that was signed out of", "这里没有可以打开的事项");
  expect(await drafts(page)).toHaveLength(1);
  await openTask(here, colleague, mailed);
  expect(await settled(colleague)).toContain("已恢复您上次没有写完的内容");
  expect(await colleague.inputValue(`${formOf("reportUpward")} [name=reason]`)).toBe("同事写的");
  here.note("a draft of a colleague's at the same computer", "somebody else signs out: it stays");
  await page.context().close();
};

/** A clerk at a window writes down for somebody what they say, and prints what is theirs. */
export const registering: Flow = async (here) => {
  const { stage, person, comeBack, settled } = here;
  const page = await person();
  await page.goto(`${stage.baseUrl}/register?pass=none`);
  await comeBack(page, "a pass that is none", "登记凭证无效或者已经过期");
  const pass = await registerPasses(stage.district.db, stage.district.tables.directory).give(
    { staff: bureauStaff, until: "2026-12-31" },
    randomBytes,
  );
  await page.goto(`${stage.baseUrl}/register?pass=${pass}`);
  await comeBack(page, "an empty form at a counter", "这件诉求是怎么收到的");
  await page.check("[name=channel][value=letter]");
  await page.fill("[name=receivedOn]", "2026-02-27");
  const { phone: _, ...told } = typed;
  await fillPetition(page, { ...told, story: "来信反映：3 号楼漏水。", codeOnly: "yes" });
  await sendForm(page);
  await page.waitForURL(/\/register\/[\w-]+$/);
  await comeBack(page, "a form at a counter with a mistake", "请在与本人或者原件核对以后");
  expect(await page.inputValue("[name=receivedOn]")).toBe("2026-02-27");
  await page.check("[name=checked][value=scanned]");
  await page.fill("[name=scan]", "2026-0117");
  await page.click("button.switch[form=petition]");
  await settled(page);
  expect(await page.isChecked("[name=checked][value=scanned]")).toBe(true);
  await page.click("button.switch[form=petition]");
  await settled(page);
  await sendForm(page);
  await page.waitForURL(/\/register\/[\w-]+\/check$/);
  await comeBack(page, "what was written down, to be checked", "2026年2月27日");
  await here.pressTwice(page, "what was written down, to be checked", "main form button[name=confirmed]");
  await page.waitForSelector(".receipt");
  await comeBack(page, "the receipt and the notice, to be printed", "您2026年2月27日提出的信访事项");
  expect(await page.innerText("main"), "the paper says where it is checked").toContain("核验真伪");
  const receipt = page.url();
  await page.goBack();
  expect(await settled(page)).toContain("下面是一张空白的表");
  here.note("the receipt at a counter", "Back shows an empty form, for the next petition");
  await page.goto(receipt);
  await here.pressTwice(page, "the way to what came with it", "form[action='/register-files'] button");
  await comeBack(page, "the form for a scan at a counter", "记为2026年2月27日收到");
  await page.setInputFiles("#file", { name: "scan.jpg", mimeType: "image/jpeg", buffer: Buffer.from(png()) });
  await page.click("form[data-photo] button");
  await page.waitForSelector("#looking-title");
  await stage.takeFiles();
  await page.goto(page.url().replace(/looks=\d+/, "looks=0"));
  await comeBack(page, "a scan that is entered", "第 1 份（照片）已经录入");
  const stranger = await person();
  await stranger.goto(page.url());
  await comeBack(stranger, "a scan of another device's", "这里不能录入这件诉求的材料");
  await stranger.goto(`${stage.baseUrl}/register-files`);
  await comeBack(stranger, "the address that a scan is asked for at", "这里不能录入这件诉求的材料");
  await stranger.context().close();
  await page.goto(receipt);
  await comeBack(page, "a receipt at a counter with a scan", "已经收到 1 份");
  await page.context().close();
};
