import { expect } from "vitest";
import { sendForm, sendTask } from "../../local/people.ts";
import type { Flow } from "./coming-back.ts";
import { choose, decideOn, readStory, toOwnAffairs, toProgress } from "./flows-of-petitioners.ts";
import { fill, formOf, openTask, send, visit } from "./flows-of-staff.ts";

/** 申请回避: a petitioner asks that whoever has their case step aside; the unit's head refuses it, then the bureau's grants it of the unit. */
export const askingRecusal: Flow = async (here) => {
  const { stage, person, comeBack } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  const owners = await stage.mailTo(caseId);
  const page = await person();
  const asksOf = async (whom: "handler" | "unit", what: string) => {
    await page.goto(`${stage.baseUrl}/status`);
    await page.fill("[name=code]", district.keyTo(caseId).code);
    await page.fill("[name=phoneTail]", "1234");
    await sendForm(page);
    await page.waitForSelector(".chain");
    await toOwnAffairs(here, page);
    await comeBack(page, `what a petitioner may ask, ${what}`, "办理的人或者单位应当回避");
    await page.click("#recusal summary");
    await choose(page, "askRecusal");
    await comeBack(page, `a recusal that is to be checked, ${what}`, "请核对：申请回避");
    const form = decideOn("askRecusal");
    await page.fill(`${form} [name=wholePhone]`, "13800001234");
    await page.click(`${form} button[type=submit]`);
    await comeBack(page, `a recusal of nobody and for no reason, ${what}`, "处需要改正");
    await page.check(`${form} [name=recusalOf][value=${whom}]`);
    await page.check(`${form} [name=recusalGround][value=relative]`);
    await page.fill(`${form} [name=reason]`, "他和施工队的老板是表兄弟");
    await page.fill(`${form} [name=wholePhone]`, "13800001234");
    const before = (await here.events()).length;
    await here.pressTwice(page, `a recusal that is asked for, ${what}`, `${form} button[type=submit]`);
    await comeBack(page, `a recusal that was asked for, ${what}`, "回避申请已经提交");
    expect((await here.events()).length, "it counts once").toBe(before + 1);
    expect(await page.locator("#recusal").count()).toBe(0);
    await toProgress(here, page);
    await readStory(here, page, `a case in which somebody is to step aside, ${what}`, "暂停办理");
  };

  await asksOf("handler", "of the handler");
  const handler = await person();
  await openTask(here, handler, owners);
  await comeBack(handler, "a task whose owner keeps their hands off", "暂停办理");
  const theirs = await handler.innerText("main");
  expect(theirs).not.toContain("表兄弟");
  expect(await handler.locator("details[data-command]").count()).toBeLessThanOrEqual(1);
  await handler.click("a[href^='/beside/task#']");
  await handler.waitForSelector("main:not(:has([data-task-entry]))");
  expect(await here.settled(handler), "they may still step aside by themselves").toContain("自行回避");

  const head = await person();
  const mailed = await stage.mailTo(caseId, "judge");
  await visit(here, head, mailed.link);
  await comeBack(head, "a recusal before its digits", "请决定是否回避");
  await openTask(here, head, mailed);
  await comeBack(head, "a recusal to decide on", "表兄弟");
  expect(await head.innerText("main")).not.toContain("王小芳");
  await fill(head, "refuseRecusal", {});
  await send(head, "refuseRecusal");
  await comeBack(head, "a recusal that is refused for no reason", "请写明理由");
  await fill(head, "refuseRecusal", { reason: "经核实，两人没有亲属关系" });
  await sendTask(head, () =>
    here.pressTwice(head, "refusing a recusal", `${formOf("refuseRecusal")} button[type=submit]`),
  );
  await comeBack(head, "what was decided on a recusal", "您的决定已经生效");
  await head.context().close();
  await visit(here, handler, owners.link);
  await openTask(here, handler, owners);
  await comeBack(handler, "a task whose owner need not step aside", "签收");

  await asksOf("unit", "of the unit");
  const bureau = await person();
  await openTask(here, bureau, await stage.mailTo(caseId, "judge"));
  await fill(bureau, "grantRecusal", {});
  await sendTask(bureau, () =>
    here.pressTwice(bureau, "granting a recusal", `${formOf("grantRecusal")} button[type=submit]`),
  );
  await comeBack(bureau, "a recusal that was granted", "您的决定已经生效");
  await bureau.context().close();
  await visit(here, handler, owners.link);
  await comeBack(handler, "the link of whoever was recused with their unit", "这件事项");
  expect(await handler.innerText("body")).not.toContain("王小芳");
  await handler.context().close();
  await page.context().close();
};

/** 申请紧急: a petitioner asks that their case be marked urgent; the bureau refuses it, then marks it. */
export const askingUrgency: Flow = async (here) => {
  const { stage, person, comeBack } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  const page = await person();
  const asks = async (what: string) => {
    await page.goto(`${stage.baseUrl}/status`);
    await page.fill("[name=code]", district.keyTo(caseId).code);
    await page.fill("[name=phoneTail]", "1234");
    await sendForm(page);
    await page.waitForSelector(".chain");
    await toOwnAffairs(here, page);
    await page.click("#urgency summary");
    await choose(page, "askUrgency");
    await comeBack(page, `an urgency that is to be checked, ${what}`, "请马上打电话");
    const form = decideOn("askUrgency");
    await page.fill(`${form} [name=wholePhone]`, "13800001234");
    await page.click(`${form} button[type=submit]`);
    await comeBack(page, `an urgency for no reason, ${what}`, "处需要改正");
    await page.check(`${form} [name=urgentGround][value=worsening]`);
    await page.fill(`${form} [name=reason]`, "楼板裂缝一天比一天宽");
    await page.fill(`${form} [name=wholePhone]`, "13800001234");
    const before = (await here.events()).length;
    await here.pressTwice(page, `an urgency that is asked for, ${what}`, `${form} button[type=submit]`);
    await comeBack(page, `an urgency that was asked for, ${what}`, "紧急申请已经提交");
    expect((await here.events()).length, "it counts once").toBe(before + 1);
    expect(await page.locator("#urgency").count()).toBe(0);
  };
  const decides = async (command: "refuseUrgency" | "grantUrgency", fields: Record<string, string>) => {
    const bureau = await person();
    const mailed = await stage.mailTo(caseId, "triage");
    await visit(here, bureau, mailed.link);
    await comeBack(bureau, `whether it is urgent, before its digits: ${command}`, "请决定是否标为紧急");
    await openTask(here, bureau, mailed);
    await comeBack(bureau, `whether it is urgent: ${command}`, "一天比一天宽");
    expect(await bureau.innerText("main")).not.toContain("王小芳");
    await fill(bureau, command, fields);
    await sendTask(bureau, () =>
      here.pressTwice(bureau, `deciding on urgency: ${command}`, `${formOf(command)} button[type=submit]`),
    );
    await comeBack(bureau, `what was decided on urgency: ${command}`, "您的决定已经生效");
    await bureau.context().close();
  };
  await asks("in vain");
  await decides("refuseUrgency", { reason: "现场没有危险" });
  await asks("once more");
  await decides("grantUrgency", {});
  await toProgress(here, page);
  await readStory(here, page, "a case that was marked urgent", "把您的诉求标为紧急");
  await page.context().close();
};
