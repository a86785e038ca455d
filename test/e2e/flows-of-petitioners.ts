import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { mailboxToken } from "#access/mailbox-link.ts";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { readJoinForm } from "#case/forms/join-form.ts";
import { AddressRefused } from "#mail/mail.ts";
import { fileChecked, fillPetition, sendForm } from "../../local/people.ts";
import { secret } from "../contract/machine.ts";
import { reply } from "../contract/samples.ts";
import type { ComingBack, Flow } from "./coming-back.ts";

/** A petition as somebody of the smallest district types it. */
export const typed = {
  ...{ category: "estate", community: "peach", name: "陈桂芳", phone: "13900002468" },
  ...{ story: "3 号楼顶层从九月起一直漏水。", place: "桃园 3 号楼 501 室", ask: "请在入冬前把屋面防水修好。" },
};

/** Chooses what to decide on, and gets it to be checked. */
export const choose = (page: Page, command: string): Promise<void> =>
  page.click(`form[action$='/check']:has(input[value=${command}]) button[type=submit]`);
export const decideOn = (command: string): string => `form[action$='/act']:has(input[value=${command}])`;

/** Decides on something: it is looked at before it counts, with the whole number, and counts once. */
export const decide = async (
  here: ComingBack,
  page: Page,
  command: string,
  title: string,
  fields: Record<string, string> = {},
) => {
  await choose(page, command);
  await here.comeBack(page, title, title);
  await page.click(`${decideOn(command)} button[type=submit]`);
  await here.comeBack(page, `${title}, without the number`, title);
  for (const [name, value] of Object.entries({ wholePhone: "13800001234", ...fields })) {
    await page.fill(`${decideOn(command)} [name=${name}]`, value);
  }
  const before = (await here.events()).length;
  await here.pressTwice(page, title, `${decideOn(command)} button[type=submit]`);
  await page.waitForSelector(".chain");
  expect((await here.events()).length, `${title}: counts once`).toBe(before + 1);
};

export const filing: Flow = async (here) => {
  const { stage, person, comeBack, settled } = here;
  const page = await person();
  await page.goto(stage.baseUrl);
  await comeBack(page, "an empty form", "提交诉求");
  const found = page.waitForResponse((reply) => reply.url().includes("/find/"));
  await page.fill("[name=communitySought]", "peach");
  await found;
  await fillPetition(page, { ...typed, phone: "1390000" });
  await page.press("[name=name]", "Enter");
  await page.waitForURL(/\/petition\/[\w-]+$/);
  await comeBack(page, "a form with a mistake", "没有认出电话号码");
  expect(await page.inputValue("[name=story]")).toBe(typed.story);

  await page.fill("[name=phone]", typed.phone);
  await page.click("button.switch[form=petition]");
  await settled(page);
  expect(await page.inputValue("[name=phone]")).toBe(typed.phone);
  expect(await page.innerText("h1")).toBe("File a petition");
  await page.click("button.switch[form=petition]");
  await settled(page);

  await sendForm(page);
  await page.waitForURL(/\/check$/);
  await comeBack(page, "what was written, to be checked", "139 0000 2468".replaceAll(" ", "\u00a0"));
  await page.click("a.change[href$='#phone']");
  await comeBack(page, "what was written, to be changed", "怎么联系您");
  expect(await page.inputValue("[name=story]")).toBe(typed.story);
  await page.press("[name=phone]", "Enter");
  await page.waitForURL(/\/check$/);

  await here.pressTwice(page, "what was written, to be checked", "main form button[name=confirmed]");
  await page.waitForSelector(".receipt");
  const [, code = ""] = await page.locator(".receipt dd").allInnerTexts();
  await comeBack(page, "the receipt", code);
  const receipt = page.url();

  await page.goBack();
  expect(await settled(page)).toContain("下面是一张空白的表");
  expect(await page.inputValue("[name=story]")).toBe("");
  here.note("the receipt", "Back shows an empty form, and the way to the receipt");
  await fillPetition(page, typed);
  await sendForm(page);
  await page.waitForURL(/\/check$/);
  await comeBack(page, "the same words once more", "您刚刚提交过这件诉求");
  await page.click("main .notice a");
  expect(await settled(page)).toContain(code);
  expect(page.url()).toBe(receipt);
  await page.click("form[action='/leave'] button");
  await page.goto(receipt);
  await comeBack(page, "a receipt on a device that has forgotten it", "这台设备上没有这张回执");
  await page.context().close();
};

/** Somebody who leaves neither name nor number: the receipt is all that they have. */
export const filingUnnamed: Flow = async (here) => {
  const { stage, person, comeBack, settled } = here;
  const page = await person();
  await page.goto(stage.baseUrl);
  const { name: _, phone: __, ...told } = typed;
  await fillPetition(page, { ...told, story: "井盖松了。", codeOnly: "yes" });
  await sendForm(page);
  await page.waitForURL(/\/petition\/[\w-]+$/);
  await comeBack(page, "a form without a name that is not said to be left out", "不愿意留的，请勾选");
  expect(await page.isChecked("[name=codeOnly]")).toBe(true);
  await page.check("[name=unnamed]");
  await sendForm(page);
  await page.waitForURL(/\/check$/);
  await comeBack(page, "what was written without a name, to be checked", "不留姓名");
  await here.pressTwice(page, "a petition without a name", "main form button[name=confirmed]");
  await page.waitForSelector(".receipt");
  await comeBack(page, "a receipt that is the only way in", "编号和查询码是唯一的凭据");
  const [number = "", code = ""] = await page.locator(".receipt dd").allInnerTexts();
  await page.context().close();

  const later = await person();
  await later.goto(`${stage.baseUrl}/status`);
  await later.fill("[name=code]", code);
  await later.fill("[name=phoneTail]", number);
  await sendForm(later);
  await later.waitForSelector(".chain");
  await comeBack(later, "a case that is followed by its own number", "您自己可以决定的");
  await settled(later);
  await later.context().close();
};

/** Somebody files for another; the petitioner confirms them, and another one says that they had not asked. */
export const filingForAnother: Flow = async (here) => {
  const { stage, person, comeBack, settled } = here;
  const named = { agentName: "陆新华", agentPhone: "13900005678" };
  const agentSays = { ...named, forSomebody: "yes", asked: "yes" } as const;
  const { phone: _, ...told } = typed;
  for (const [javaScriptEnabled, denies] of [
    [true, false],
    [false, true],
  ] as const) {
    const page = await person({ javaScriptEnabled });
    await page.goto(stage.baseUrl);
    expect(await page.locator("[name=agentName]").isVisible(), "nobody is asked for an agent").toBe(false);
    const story = `我不会用手机，请邻居代写。${denies}`;
    await fillPetition(page, { ...told, ...agentSays, relation: "neighbour", story, codeOnly: "yes" });
    await page.selectOption("[name=relation]", "");
    await sendForm(page);
    await comeBack(page, "a form for somebody else with mistakes", "请至少留下信访人的一种联系方式");
    expect(await page.innerText("#errors")).toContain("请选择代理人与信访人的关系");
    expect(await page.inputValue("[name=agentName]")).toBe("陆新华");
    expect(await page.locator("[name=agentName]").isVisible(), "what is wrong is seen").toBe(true);
    await page.selectOption("[name=relation]", "neighbour");
    await page.fill("[name=address]", "桃园新村 3 幢 401 室");
    await sendForm(page);
    await comeBack(page, "what was written for somebody else, to be checked", "代理人，受信访人委托");
    await here.pressTwice(page, `a petition for somebody else, ${denies}`, "main form button[name=confirmed]");
    await page.waitForSelector(".agents-receipt");
    await comeBack(page, "a receipt in two parts", "代理人留存：编号和代理人查询码");
    const [number = ""] = await page.locator(".receipt dd").allInnerTexts();
    const [code = "", agentCode = ""] = await page.locator(".receipt .code").allInnerTexts();
    expect(code).not.toBe(agentCode);
    await page.click("form[action='/status'] button[type=submit]");
    await comeBack(page, "a petition that was filed for another, as their agent follows it", "还没有确认委托过您");
    expect(await page.locator("form[action='/mine']").count(), "nothing to withdraw").toBe(0);

    const owner = await person({ javaScriptEnabled });
    await owner.goto(`${stage.baseUrl}/status`);
    await owner.fill("[name=code]", code);
    await owner.fill("[name=phoneTail]", number);
    await sendForm(owner);
    await comeBack(owner, "a petition that somebody has filed for its reader", "有人代您提交了这件诉求，请您确认");
    await owner.click("section:has(#filed-title) form[action='/mine'] button");
    await comeBack(owner, "who has filed, to be confirmed", "是我委托的，确认代理");
    const command = denies ? "revokeAgent" : "confirmAgent";
    await owner.click(`#confirm-agent form:has(input[value=${command}]) button`);
    await comeBack(owner, `an agent who has filed: ${command}`, denies ? "没有委托过" : "还可以代您做什么");
    await owner.check(`${decideOn(command)} [name=${denies ? "notAsked" : "mayReceive"}]`);
    await owner.fill(`${decideOn(command)} [name=wholePhone]`, number);
    await here.pressTwice(owner, `an agent who has filed: ${command}`, `${decideOn(command)} button[type=submit]`);
    await owner.waitForSelector("#name-agent, #agents");
    expect(await settled(owner)).toContain(denies ? "代理已经撤销" : "接收文书");
    await toProgress(here, owner);
    const became = denies ? "您表示没有委托陆新华" : "您确认委托了陆新华";
    await readStory(here, owner, "an agent who was named by others", became);
    await page.reload();
    expect(await settled(page)).toContain(denies ? "代理已经结束" : "接收文书");
    for (const who of [page, owner]) await who.context().close();
  }
};

/** From the progress of a case to what its petitioner settles themselves, and back. */
export const toOwnAffairs = async (here: ComingBack, page: Page): Promise<void> => {
  await page.click("form[action='/mine'] button[type=submit]");
  await here.settled(page);
};
export const toProgress = async (here: ComingBack, page: Page): Promise<void> => {
  await page.click("form[action='/status'] button[type=submit]");
  await here.settled(page);
};

/** All that has happened, from the progress of a case and back: the page tells, comes back, and says `words`. */
export const readStory = async (here: ComingBack, page: Page, what: string, words: string): Promise<void> => {
  await page.click("form[action='/file/story'] button");
  await here.settled(page);
  expect(await page.innerText("h1")).toBe("办理明细");
  await here.comeBack(page, `the story of ${what}`, words);
  await toProgress(here, page);
  await page.waitForSelector(".chain");
};

export const withdrawing: Flow = async (here) => {
  const { stage, person, comeBack, settled } = here;
  const caseId = await stage.district.atCommunity();
  const page = await person();
  await page.goto(`${stage.baseUrl}/status`);
  await comeBack(page, "the form for the key", "查询进度");
  await page.fill("[name=code]", stage.district.keyTo(caseId).code);
  await page.fill("[name=phoneTail]", "0000");
  await sendForm(page);
  await comeBack(page, "a key that is wrong", "查询码或号码不对");
  await page.fill("[name=phoneTail]", "1234");
  await here.pressTwice(page, "a key", "main form button[type=submit]:not([name], [aria-hidden])");
  await page.waitForSelector(".chain");
  await comeBack(page, "a case that is followed", "办理中");

  await toOwnAffairs(here, page);
  await comeBack(page, "what a petitioner settles themselves", "联系方式、代理、联名、紧急、回避和撤回");
  await page.click("#withdrawal summary");
  await choose(page, "withdraw");
  await comeBack(page, "a withdrawal that is to be checked", "请核对：撤回诉求");
  const form = decideOn("withdraw");
  await page.click(`${form} button[type=submit]`);
  await comeBack(page, "an act that lacks something", "请先勾选");
  await page.check(`${form} [name=understood]`);
  await page.fill(`${form} [name=wholePhone]`, "13800001234");
  await here.pressTwice(page, "a withdrawal", `${form} button[type=submit]`);
  await comeBack(page, "a withdrawal that counts", "您的诉求已撤回");
  await toProgress(here, page);
  await comeBack(page, "a case that was withdrawn", "信访人撤回诉求");
  await readStory(here, page, "a case that was withdrawn", "您撤回了诉求");

  const undo = decideOn("undoWithdrawal");
  await page.fill(`${undo} [name=wholePhone]`, "13800001234");
  await here.pressTwice(page, "a withdrawal that is undone", `${undo} button[type=submit]`);
  await page.waitForSelector(".chain");
  await comeBack(page, "a case that goes on", "信访人恢复办理");
  await readStory(here, page, "a case that goes on", "您恢复了办理");

  await page.click("form[action='/leave'] button");
  await settled(page);
  await page.goBack();
  expect(await settled(page)).toContain("请重新输入查询码和号码");
  here.note("a case that was left", "Back asks for the key again");
  await page.context().close();
};

/** Material: asked for and brought on the page for it, and more added once nothing is asked for any more. */
export const bringingMaterial: Flow = async (here) => {
  const { stage, comeBack, settled, person } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  await district.act(caseId, {
    command: "askMaterial",
    ...{ list: "劳动合同", reason: "合同上写着工资多少", bringTo: "二楼 3 号窗口", help: "窗口王芳" },
    ...{ bringBy: "2026-03-09", nobodyHasIt: "yes" },
  });
  const page = await here.follow(caseId);
  await comeBack(page, "a case that waits for material", "请您补充材料");
  await page.click("form[action='/material'] button");
  await comeBack(page, "what is asked for", "合同上写着工资多少");
  const form = "form[action='/material/add']";
  const send = `${form} button[type=submit]`;
  await page.click(send);
  await comeBack(page, "material that says nothing", "请写下要补充的内容");
  await page.fill(`${form} [name=material]`, "合同没有签，有工资条。");
  await page.fill(`${form} [name=wholePhone]`, "1380000");
  await page.click(send);
  await comeBack(page, "material without the whole number", "号码");
  expect(await page.inputValue(`${form} [name=material]`)).toBe("合同没有签，有工资条。");
  await page.click("button.switch[form=act]");
  await settled(page);
  expect(await page.innerText("h1")).toBe("Add something to your petition");
  expect(await page.inputValue(`${form} [name=material]`)).toBe("合同没有签，有工资条。");
  await page.click("button.switch[form=act]");
  await settled(page);
  await page.fill(`${form} [name=wholePhone]`, "13800001234");
  const before = (await here.events()).length;
  await here.pressTwice(page, "material", send);
  await page.waitForSelector(".received");
  expect((await here.events()).length, "it is there once").toBe(before + 1);
  await comeBack(page, "material that has arrived", "收到日期");
  expect(await page.innerText("main")).not.toContain("请您补充");

  await page.fill(`${form} [name=material]`, "又找到一张欠条。");
  await page.fill(`${form} [name=wholePhone]`, "13800001234");
  await page.click(send);
  await comeBack(page, "material that nobody asked for", "第 2 份");
  const kept = page.url();
  await page.click("form[action='/status'] button");
  await page.waitForSelector(".chain");
  await readStory(here, page, "a case that has had material", "补充了第 2 份材料");
  await page.context().close();

  const stranger = await person();
  await stranger.goto(kept);
  await comeBack(stranger, "another device's page for material", "请重新输入查询码和号码");
  for (const path of ["/material", "/material/add"]) await stranger.goto(`${stage.baseUrl}${path}`);
  await comeBack(stranger, "an address that forms are sent to", "查询进度");
  await stranger.context().close();
};

/** 我的卷宗: the notices with the key, everything with the whole number, and the data as a file. */
export const readingOnesFile: Flow = async (here) => {
  const { stage, comeBack, settled, person } = here;
  const caseId = await stage.district.atCommunity();
  const page = await here.follow(caseId);
  await page.click("#file button");
  await comeBack(page, "one's own file", "信访事项接收（受理）告知书");
  const form = "form[action='/file/whole']";
  await page.fill(`${form} [name=wholePhone]`, "1380000");
  await page.click(`${form} button[type=submit]:not([name])`);
  await comeBack(page, "the whole file without the whole number", "号码");
  expect(await page.inputValue(`${form} [name=wholePhone]`)).toBe("1380000");
  expect(await page.innerText("main")).not.toContain("王小芳");
  await page.click("button.switch[form=whole]");
  await settled(page);
  expect(await page.innerText("h1")).toBe("My file");
  expect(await page.inputValue(`${form} [name=wholePhone]`)).toBe("1380000");
  await page.click("button.switch[form=whole]");
  await settled(page);

  await page.fill(`${form} [name=wholePhone]`, "138 0000－1234");
  const saved = page.waitForEvent("download");
  await page.click(`${form} button[name=as]`);
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/\.json$/);
  const data: unknown = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(data).toMatchObject({ format: "huiyin-own-file", you: { name: "王小芳" } });
  here.note("the data of one's own file", "are saved, and the page stays");
  await here.pressTwice(page, "the whole file", `${form} button[type=submit]:not([name])`);
  await page.waitForSelector("#you-title");
  await comeBack(page, "the whole file", "王小芳");
  const kept = page.url();
  await page.click("form[action='/status'] button");
  await page.waitForSelector(".chain");
  await settled(page);
  await page.context().close();

  const stranger = await person();
  await stranger.goto(kept);
  await comeBack(stranger, "another device's whole file", "请重新输入查询码和号码");
  for (const path of ["/file", "/file/story", "/file/whole"]) await stranger.goto(`${stage.baseUrl}${path}`);
  await comeBack(stranger, "an address that forms for the file are sent to", "查询进度");
  await stranger.context().close();
};

const proposal = { command: "proposeSettlement", terms: "换好水管", done: "byDay", promisedFor: "2026-03-10" } as const;

/** A settlement, as its petitioner decides on it: agreed to and taken back, declined, performed and not. */
export const settling: Flow = async (here) => {
  const { stage, comeBack } = here;
  const { district } = stage;
  const caseId = await district.atCommunity();
  await district.act(caseId, proposal);
  const page = await here.follow(caseId);
  await comeBack(page, "a settlement that is proposed", "您同意这个解决方案吗？");
  await decide(here, page, "agreeSettlement", "请核对：同意解决方案");
  await comeBack(page, "a settlement that was agreed to", "您同意的解决方案");

  const back = decideOn("takeBackAgreement");
  await page.click(`${back} button[type=submit]`);
  await comeBack(page, "an agreement that is taken back without the number", "请填写");
  await page.fill(`${back} [name=wholePhone]`, "13800001234");
  const before = (await here.events()).length;
  await here.pressTwice(page, "an agreement that is taken back", `${back} button[type=submit]`);
  await page.waitForSelector(".chain");
  expect((await here.events()).length, "it is taken back once").toBe(before + 1);
  await comeBack(page, "an agreement that was taken back", "收回");

  await district.arrive(caseId);
  await district.act(caseId, proposal);
  await page.reload();
  await decide(here, page, "declineSettlement", "请核对：不同意解决方案", { reason: "只换一半" });
  await comeBack(page, "a settlement that was declined", "办理中");

  await district.act(caseId, proposal);
  await page.reload();
  await decide(here, page, "agreeSettlement", "请核对：同意解决方案");
  await district.act(caseId, { command: "reportPerformance", performed: "换好了" });
  await page.reload();
  await comeBack(page, "a settlement that is said to be done", "办到了吗？");
  await decide(here, page, "denyPerformance", "请核对：没有办到", { reason: "还在漏" });
  await comeBack(page, "a settlement that was not done", "重新办理");

  await district.arrive(caseId);
  await district.act(caseId, proposal);
  await page.reload();
  await decide(here, page, "agreeSettlement", "请核对：同意解决方案");
  await district.act(caseId, { command: "reportPerformance", performed: "这次换好了" });
  await page.reload();
  await decide(here, page, "confirmSettlement", "请核对：确认已解决");
  await comeBack(page, "a settlement that was done", "已办结");

  const again = decideOn("reopenSettlement");
  await page.fill(`${again} [name=wholePhone]`, "13800001234");
  await here.pressTwice(page, "a case that is reopened", `${again} button[type=submit]`);
  await page.waitForSelector(".chain");
  await readStory(here, page, "a case that was reopened", "重新办理");
  await page.context().close();
};

const mailsOf = async ({ stage: { district } }: ComingBack, caseId: string): Promise<string[]> => {
  const { events } = await district.cases.history(caseId);
  const came: string[] = [];
  for (const { seq, messages } of events) {
    for (const [position, { kind }] of messages.entries()) {
      if (kind === "newsMail") came.push(await district.sendMail({ caseId, seq, position }));
    }
  }
  return came;
};

/** Contact data that are corrected as old people type: with blanks, full-width digits and a dash. */
export const correctingContact: Flow = async (here) => {
  const { stage, comeBack, settled } = here;
  const { district, baseUrl } = stage;
  const caseId = await district.atCommunity();
  await mailsOf(here, caseId);
  const before = await here.follow(caseId);
  const page = await here.follow(caseId);
  const askAgain = "form[action='/decide/mailbox']";
  await here.pressTwice(page, "a mailbox that is asked again", `${askAgain} button`);
  await comeBack(page, "a mailbox that was asked again", "邮件");
  // A page from before sends this to the progress, which leads on.
  await before.locator(askAgain).evaluate((form) => form.setAttribute("action", "/status/mailbox"));
  await before.click("form[action='/status/mailbox'] button");
  expect(await settled(before)).toContain("邮件");
  await before.context().close();
  // Mail to another address waits as long as mail that is asked for again does.
  stage.turnTo("2026-03-02T04:15:00.000Z");
  await toOwnAffairs(here, page);
  await choose(page, "correctContact");
  await comeBack(page, "contact data that are to be corrected", "更正联系方式");
  const form = decideOn("correctContact");
  await page.fill(`${form} [name=phone]`, "１３９－００００ 24");
  await page.fill(`${form} [name=email]`, "chen＠example");
  await page.fill(`${form} [name=wholePhone]`, "138 0000－1234");
  await page.click(`${form} button[type=submit]`);
  await comeBack(page, "contact data with mistakes", "没有认出电话号码");
  expect(await page.inputValue(`${form} [name=phone]`)).toBe("１３９－００００ 24");
  expect(await page.inputValue(`${form} [name=email]`)).toBe("chen＠example");

  await page.fill(`${form} [name=phone]`, " １３９ ００００－2468 ");
  await page.fill(`${form} [name=email]`, " Chen@Example.org ");
  await page.fill(`${form} [name=wholePhone]`, "＋86 １３８-0000 1234");
  const eventsBefore = (await here.events()).length;
  await here.pressTwice(page, "contact data that are corrected", `${form} button[type=submit]`);
  await page.waitForSelector("#contact");
  expect((await here.events()).length, "they are corrected once").toBe(eventsBefore + 1);
  expect(await page.innerText("#contact")).toContain("2468");
  await comeBack(page, "contact data that were corrected", "更正");

  await page.goto(
    `${baseUrl}/mailbox?link=${mailboxToken(secret, { caseId: (await district.load(caseId)).id, address: 1 })}`,
  );
  await page.click("form:has(input[value=confirmed]) button");
  await comeBack(page, "the link in a mail to an address that was corrected since", "这个链接已经过期");

  const { code } = district.keyTo(caseId);
  for (const [tail, says] of [
    ["1234", "查询码或号码不对"],
    ["２４６８", "更正"],
  ] as const) {
    await page.goto(`${baseUrl}/status`);
    await page.fill("[name=code]", code.toLowerCase());
    await page.fill("[name=phoneTail]", tail);
    await sendForm(page);
    expect(await settled(page)).toContain(says);
  }
  here.note("contact data that were corrected", "the code goes with the new number, and with the old one no more");
  await page.context().close();
};

/** 代理: somebody is named, acts with a code of their own, and is revoked while they are about to act again. */
export const actingForAnother: Flow = async (here) => {
  const { stage, person, comeBack, settled } = here;
  const { district, baseUrl } = stage;
  const caseId = await district.atCommunity();
  const page = await here.follow(caseId);
  await toOwnAffairs(here, page);
  await choose(page, "nameAgent");
  await comeBack(page, "an agent who is to be named", "指定代理人");
  const naming = decideOn("nameAgent");
  await page.fill(`${naming} [name=agentName]`, " 陆新华");
  await page.fill(`${naming} [name=agentPhone]`, "１３９－００００ 5678");
  await page.fill(`${naming} [name=wholePhone]`, "138 0000 1234");
  await page.click(`${naming} button[type=submit]`);
  await comeBack(page, "an agent for nothing", "请至少勾选一项");
  await page.check(`${naming} [name=mayFollow]`);
  await page.check(`${naming} [name=maySettle]`);
  await page.check(`${naming} [name=mayReceive]`);
  await here.pressTwice(page, "an agent who is named", `${naming} button[type=submit]`);
  await page.waitForSelector(".receipt .code");
  await comeBack(page, "an agent who was named", "请交给代理人");
  const code = await page.innerText(".receipt .code");
  await toProgress(here, page);

  const agent = await person();
  await agent.goto(`${baseUrl}/status`);
  await agent.fill("[name=code]", code);
  await agent.fill("[name=phoneTail]", "5678");
  await sendForm(agent);
  await comeBack(agent, "a case that is followed for another", "您是信访人的代理人：陆新华");
  await agent.click("#file button");
  await comeBack(agent, "the notices, as an agent reads them", "给信访人的告知书");
  expect(await agent.innerText("main")).not.toContain("全部内容");
  await agent.click("form[action='/status'] button");
  await settled(agent);
  await district.act(caseId, proposal);
  await agent.reload();
  await decide(here, agent, "declineSettlement", "请核对：不同意解决方案", {
    ...{ reason: "只换一半" },
    wholePhone: "13900005678",
  });
  await comeBack(agent, "a settlement that was declined for another", "您的话已转告承办单位");
  await page.reload();
  await readStory(here, page, "what an agent has done", "您的代理人陆新华代您表示不同意解决方案：只换一半");

  await district.act(caseId, proposal);
  await agent.reload();
  await choose(agent, "agreeSettlement");
  await settled(agent);
  await page.reload();
  await toOwnAffairs(here, page);
  await choose(page, "revokeAgent");
  await comeBack(page, "an agent who is to be revoked", "马上作废");
  await page.fill(`${decideOn("revokeAgent")} [name=wholePhone]`, "13800001234");
  await here.pressTwice(page, "an agent who is revoked", `${decideOn("revokeAgent")} button[type=submit]`);
  await page.waitForSelector("#name-agent");
  await toProgress(here, page);
  await readStory(here, page, "an agent who was revoked", "您撤销了代理人陆新华");
  await agent.fill(`${decideOn("agreeSettlement")} [name=wholePhone]`, "13900005678");
  await agent.click(`${decideOn("agreeSettlement")} button[type=submit]`);
  await comeBack(agent, "an act that came after the revocation", "您的代理已经结束");
  expect((await district.load(caseId)).status).toBe("handling");
  await agent.context().close();
  await page.context().close();
};

/** 联名: a petition is opened to others, joined, followed, left, and closed; its petitioner cannot withdraw it meanwhile. */
export const joiningAPetition: Flow = async (here) => {
  const { stage, person, comeBack, settled } = here;
  const { district, baseUrl } = stage;
  const caseId = await district.atCommunity();
  const page = await here.follow(caseId);
  await toOwnAffairs(here, page);
  await comeBack(page, "a petition that nobody can join", "同一件事还有别人要反映的");
  await choose(page, "openJoining");
  await comeBack(page, "a petition that is to be opened to others", "请核对：开放联名");
  await page.fill(`${decideOn("openJoining")} [name=wholePhone]`, "13800001234");
  await here.pressTwice(page, "a petition that is opened", `${decideOn("openJoining")} button[type=submit]`);
  await page.waitForSelector("#joint .code");
  await comeBack(page, "a petition that is open to others", "联名已经开放");
  const code = await page.innerText("#joint .code");

  const other = await person();
  await other.goto(`${baseUrl}/status`);
  await other.click("a[href='/join']");
  await comeBack(other, "the form for the code for joining", "联名码");
  await other.fill("[name=code]", "0000-0000-0000");
  await other.click("form#join > button");
  await comeBack(other, "a code for joining that is none", "联名码不对");
  await other.goto(`${baseUrl}/join`);
  await other.fill("[name=code]", code.toLowerCase().replaceAll("-", " "));
  await other.click("button.switch[form=join]");
  await other.waitForSelector("html[lang=en]");
  expect(await other.innerText("h1")).toBe("Join a petition");
  await other.click("button.switch[form=join]");
  await other.waitForSelector("html[lang=zh-CN]");
  await here.pressTwice(other, "a code for joining", "form#join > button");
  await other.waitForSelector("form#sign");
  await comeBack(other, "a petition that is to be joined", "您要联名的诉求");
  expect(await other.innerText("main")).not.toContain("王小芳");
  await other.fill("[name=phone]", "1390000");
  await other.click("form#sign > button");
  await comeBack(other, "a name that is missing", "请填写您的姓名");
  expect(await other.inputValue("[name=phone]")).toBe("1390000");
  await other.click("button.switch[form=sign]");
  await other.waitForSelector("html[lang=en]");
  expect(await other.inputValue("[name=phone]")).toBe("1390000");
  await other.click("button.switch[form=sign]");
  await other.waitForSelector("html[lang=zh-CN]");
  await other.fill("[name=name]", "李卫东");
  await other.fill("[name=phone]", "139 0000 5678");
  const before = (await here.events()).length;
  await here.pressTwice(other, "whoever joins", "form#sign > button");
  await other.waitForSelector(".receipt .code");
  expect((await here.events()).length, "they join once").toBe(before + 1);
  await comeBack(other, "the receipt of whoever has joined", "您已经联名");
  const own = await other.innerText(".receipt .code");
  const receipt = other.url();

  await page.reload();
  await comeBack(page, "a petition that somebody has joined", "另有 1 人联名。");
  expect(await page.locator("#withdrawal").count()).toBe(0);

  await other.click("form[action='/joint'] button");
  await other.waitForSelector(".chain");
  await comeBack(other, "a petition that somebody follows who has joined it", "您是联名人：李卫东");
  await other.context().close();

  const later = await person();
  await later.goto(receipt);
  await comeBack(later, "another device's receipt", "请重新输入联名码");
  await later.goto(`${baseUrl}/joint`);
  await comeBack(later, "the form for the key of whoever has joined", "我联名的诉求");
  await later.fill("[name=code]", own);
  await later.fill("[name=phoneTail]", "0000");
  await later.click("form#key > button");
  await comeBack(later, "a key of nobody who has joined", "查询码或号码不对");
  await later.goto(`${baseUrl}/joint`);
  await later.fill("[name=code]", own);
  await later.fill("[name=phoneTail]", "5678");
  await later.click("button.switch[form=key]");
  await later.waitForSelector("html[lang=en]");
  expect(await later.inputValue("[name=phoneTail]")).toBe("5678");
  await later.click("button.switch[form=key]");
  await later.waitForSelector("html[lang=zh-CN]");
  await later.click("form#key > button");
  await later.waitForSelector(".chain");
  await later.click("#stand summary");
  await later.click("#standing > button");
  await comeBack(later, "a contact person without the number", "请填写完整的号码");
  await later.click("button.switch[form=standing]");
  await later.waitForSelector("html[lang=en]");
  await later.click("button.switch[form=standing]");
  await later.waitForSelector("html[lang=zh-CN]");
  await later.fill("#standing-phone", "13900005678");
  await here.pressTwice(later, "whoever is ready as a contact person", "#standing > button");
  await later.waitForSelector("#stand:has-text('提交人看得到您的姓名和电话')");
  await comeBack(later, "somebody who is ready as a contact person", "已经记下");
  await toProgress(here, page);
  await toOwnAffairs(here, page);
  await comeBack(
    page,
    "who is ready as a contact person",
    "李卫东（第 1 位，139 0000 5678）".replaceAll(/(?<=\d) (?=\d)/g, "\u00a0"),
  );
  await choose(page, "nameContactPerson");
  await comeBack(page, "a contact person who is to be taken", "请核对：增加联系人");
  await page.fill(`${decideOn("nameContactPerson")} [name=wholePhone]`, "13800001234");
  await here.pressTwice(page, "a contact person who is taken", `${decideOn("nameContactPerson")} button[type=submit]`);
  await page.waitForSelector("#contact-persons");
  await comeBack(page, "a contact person who was taken", "除您以外的联系人");
  // A contact person would take it over, which its petitioner looks at, and thinks better of.
  await later.goto(`${baseUrl}/joint`);
  await later.fill("[name=code]", own);
  await later.fill("[name=phoneTail]", "5678");
  await later.click("form#key > button");
  await later.waitForSelector("#take-over");
  await later.click("#take-over summary");
  await later.click("#takingOver > button");
  await comeBack(later, "somebody who would take it over, without the number", "请填写完整的号码");
  await later.click("button.switch[form=takingOver]");
  await later.waitForSelector("html[lang=en]");
  await later.click("button.switch[form=takingOver]");
  await later.waitForSelector("html[lang=zh-CN]");
  await later.fill("#take-over-phone", "13900005678");
  await here.pressTwice(later, "whoever would take it over", "#takingOver > button");
  await later.waitForSelector("#take-over:has-text('移交以后')");
  await comeBack(later, "somebody who would take it over", "已经记下");
  await toProgress(here, page);
  await toOwnAffairs(here, page);
  await page.waitForSelector("#hand-over");
  const affairs = page.url();
  await choose(page, "handOver");
  await comeBack(page, "a petition that is to be handed over", "请核对：移交诉求");
  await page.goto(affairs);
  await settled(page);
  await choose(page, "endContactPerson");
  await comeBack(page, "a contact person who is to be ended", "请核对：减少联系人");
  await page.fill(`${decideOn("endContactPerson")} [name=wholePhone]`, "13800001234");
  await here.pressTwice(page, "a contact person who is ended", `${decideOn("endContactPerson")} button[type=submit]`);
  await page.waitForSelector("main:not(:has(#contact-persons)) #joint");
  await later.goto(`${baseUrl}/joint`);
  await later.fill("[name=code]", own);
  await later.fill("[name=phoneTail]", "5678");
  await later.click("form#key > button");
  await later.waitForSelector("#stand");
  expect(await later.innerText("#stand")).toContain("我愿意当联系人");
  await later.click("#leave summary");
  await later.click("#leaving > button");
  await comeBack(later, "a wish to leave without the number", "请填写完整的号码");
  await later.click("button.switch[form=leaving]");
  await later.waitForSelector("html[lang=en]");
  await later.click("button.switch[form=leaving]");
  await later.waitForSelector("html[lang=zh-CN]");
  await later.fill("#wholePhone", "13900005678");
  await here.pressTwice(later, "whoever leaves", "#leaving > button");
  await later.waitForSelector("h1:has-text('您已经退出联名')");
  await comeBack(later, "a petition that was left", "诉求由其他人继续反映");
  await later.goto(`${baseUrl}/joint`);
  await later.fill("[name=code]", own);
  await later.fill("[name=phoneTail]", "5678");
  await later.click("form#key > button");
  await comeBack(later, "a key of whoever has left", "您已经退出联名");
  for (const path of ["/join/sign", "/joint/leave", "/joint/stand"]) {
    await later.goto(`${baseUrl}${path}`);
    await settled(later);
  }
  await later.context().close();

  await page.reload();
  await choose(page, "closeJoining");
  await comeBack(page, "a petition that is to be closed to others", "请核对：停止联名");
  await page.fill(`${decideOn("closeJoining")} [name=wholePhone]`, "13800001234");
  await here.pressTwice(page, "a petition that is closed", `${decideOn("closeJoining")} button[type=submit]`);
  await page.waitForSelector("#withdrawal");
  await comeBack(page, "a petition that was closed to others", "现在没有开放联名");
  await page.context().close();
};

/** 移交: a joint petition changes hands, and each opens with their own code what the other did before. */
export const handingOver: Flow = async (here) => {
  const { stage, person, comeBack } = here;
  const { district, baseUrl } = stage;
  const caseId = await district.atCommunity();
  const [key, from, number] = [district.keyTo(caseId), "203.0.113.9", "13900005678"];
  const decides = async (command: PetitionerCommand): Promise<void> => {
    const { told: saw } = await district.load(caseId);
    await district.ownAffairs.act(key, from, { command, saw }, key.phoneTail);
  };
  await decides({ command: "openJoining" });
  const code = (await district.ownAffairs.see(caseId))?.joinCode ?? "";
  const read = readJoinForm({ name: "李卫东", phone: number, submission: randomUUID() });
  if ("problems" in read) throw new Error("The form is refused");
  const joined = await district.joint.join(code, from, read.form);
  if (!("code" in joined)) throw new Error("Nobody has joined");
  const next = { code: joined.code, phoneTail: number };
  await district.joint.stand(next, from, number, true);
  await decides({ command: "nameContactPerson", signatory: "1" });
  await district.joint.stand(next, from, number, true, true);

  const page = await here.follow(caseId);
  await toOwnAffairs(here, page);
  await comeBack(page, "a petition that somebody would take over", "把诉求移交给联系人");
  const before = page.url();
  await choose(page, "handOver");
  await page.fill(`${decideOn("handOver")} [name=wholePhone]`, "13800001234");
  await page.click(`${decideOn("handOver")} button[type=submit]`);
  await comeBack(page, "a petition that was handed over", "诉求已经移交，您现在是联名人");
  // What the device keeps of before shows nothing more of it.
  await page.goto(before);
  expect(await here.settled(page)).not.toContain("办到哪里");
  await page.goto(`${baseUrl}/joint`);
  await page.fill("[name=code]", key.code);
  await page.fill("[name=phoneTail]", "1234");
  await page.click("form#key > button");
  await comeBack(page, "a petition as its former petitioner follows it", "您是联名人：王小芳");
  await page.context().close();

  const taker = await person();
  await taker.goto(`${baseUrl}/status`);
  await taker.fill("[name=code]", next.code);
  await taker.fill("[name=phoneTail]", "5678");
  await taker.click("#key button[type=submit]:not([hidden])");
  await readStory(here, taker, "a petition that somebody else took over", "移交给您");
  await toOwnAffairs(here, taker);
  expect(await here.settled(taker)).not.toMatch(/王小芳|138 0000 1234/);
  await taker.context().close();
};

/** 邮箱确认: whoever reads a mailbox says whose it is. */
export const answeringForMailbox: Flow = async (here) => {
  const { stage, person, comeBack } = here;
  const { district, baseUrl, turnTo } = stage;
  const caseId = await district.filed("wages");
  await mailsOf(here, caseId);
  const { id } = await district.load(caseId);
  const address = `${baseUrl}/mailbox?link=${mailboxToken(secret, { caseId: id, address: 1 })}`;
  const page = await person();
  const answer = (is: string) => `form:has(input[value=${is}]) button`;
  await page.goto(address);
  await comeBack(page, "whose a mailbox is", "这是您的邮箱吗？");
  await here.pressTwice(page, "a mailbox that is confirmed", answer("confirmed"));
  await comeBack(page, "a mailbox that was confirmed", "邮箱已经确认");
  await page.goto(address);
  await here.pressTwice(page, "a mailbox that is disowned", answer("disowned"));
  await comeBack(page, "a mailbox that was disowned", "不再给这个邮箱发邮件");

  await page.goto(address);
  await page.click(answer("confirmed"));
  await district.arrive(caseId);
  await district.act(caseId, reply);
  district.mailServer.refusal = new AddressRefused("550");
  await mailsOf(here, caseId);
  district.mailServer.refusal = undefined;
  await page.goto(address);
  await page.click(answer("confirmed"));
  await comeBack(page, "a mailbox that takes no mail", "这个邮箱收不到我们的邮件");

  await page.goto(`${baseUrl}/mailbox?link=x`);
  await comeBack(page, "a mailbox link that is none", "这个链接打不开");
  turnTo("2026-04-20T04:00:00.000Z");
  await page.goto(address);
  await page.click(answer("confirmed"));
  await comeBack(page, "a mailbox link of last month", "这个链接已经过期");
  await page.context().close();
};

/** Who files the way of old browsers: without a script. */
export const filingWithoutScript: Flow = async (here) => {
  const page = await here.person({ javaScriptEnabled: false });
  await page.goto(here.stage.baseUrl);
  await fillPetition(page, { ...typed, story: `${typed.story}没有脚本` });
  await sendForm(page);
  await here.comeBack(page, "what was written without a script, to be checked", "请核对");
  await fileChecked(page);
  await here.comeBack(page, "a receipt without a script", "已经登记");
  await page.context().close();
};

/** 紧急: whoever chooses a danger sees whom to call, each a tap away, before the place to write; with a script and without. */
export const filingADanger: Flow = async (here) => {
  const { stage, person, comeBack } = here;
  for (const javaScriptEnabled of [false, true]) {
    const page = await person({ javaScriptEnabled });
    await page.goto(stage.baseUrl);
    const box = page.locator(".emergency");
    expect(await box.isVisible(), "before a danger is chosen").toBe(false);
    await page.check("input[name=category][value=hazard]");
    await box.waitFor();
    const calls = await box.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(calls).toEqual(["tel:119", "tel:110", "tel:120", "tel:96700"]);
    const [frame, story] = [await box.boundingBox(), await page.locator("[name=place]").boundingBox()];
    if (frame === null || story === null) throw new Error("The box or the field is not drawn");
    expect(frame.width).toBeLessThanOrEqual(here.width);
    expect(frame.y + frame.height, "it stands before what is to be written next").toBeLessThan(story.y);
    for (const call of await box.locator("a").all()) {
      expect((await call.boundingBox())?.height, "wide enough for a thumb").toBeGreaterThanOrEqual(44);
    }
    await page.context().close();
  }
  here.note("a danger that is chosen", "whom to call comes before writing, without a script too");

  const page = await person();
  await page.goto(stage.baseUrl);
  await fillPetition(page, { ...typed, category: "hazard" });
  await sendForm(page);
  await comeBack(page, "a danger, to be checked", "119");
  await fileChecked(page);
  await comeBack(page, "a receipt of a danger", "险情还在的，请马上打电话");
  const [, code = ""] = await page.locator(".receipt dd").allInnerTexts();
  await page.goto(`${stage.baseUrl}/status`);
  await page.fill("[name=code]", code);
  await page.fill("[name=phoneTail]", typed.phone.slice(-4));
  await sendForm(page);
  await page.waitForSelector(".chain");
  await comeBack(page, "a danger that is followed", "险情还在的，请马上打电话");
  expect(await page.locator(".emergency a[href='tel:119']").isVisible()).toBe(true);
  expect(await page.innerText("main")).not.toContain("不用做什么");
  await page.context().close();
};

/** An answer is opened on the page of progress; a form of a page from before, when that page asked for all, leads on to where it is decided. */
export const openingAnAnswer: Flow = async (here) => {
  const { stage, comeBack, settled, pressTwice } = here;
  const { district } = stage;
  const answered = await district.answered();
  const page = await here.follow(answered);
  await comeBack(page, "an answer that waits to be opened", "打开答复就是送达");
  await page.fill("#answer [name=wholePhone]", "1380000");
  await page.click("#answer button[type=submit]");
  await comeBack(page, "an answer without the whole number", "号码");
  await page.fill("#answer [name=wholePhone]", "13800001234");
  await pressTwice(page, "an answer is opened", "#answer button[type=submit]");
  await page.waitForSelector("#letter");
  await comeBack(page, "an answer that is open", "申请复查");
  expect((await district.load(answered)).status).toBe("window");
  await page.context().close();

  const proposed = await district.atDepartment();
  const settles = { command: "proposeSettlement", terms: "工资已经补发", done: "already" } as const;
  await district.act(proposed, { ...settles, promisedFor: undefined });
  const before = await here.follow(proposed);
  const confirm = "form:has(input[value=confirmSettlement])";
  await before.locator(confirm).evaluate((form) => form.setAttribute("action", "/status/check"));
  await before.click(`${confirm} button[type=submit]`);
  await before.waitForSelector(`${confirm} [name=wholePhone]`);
  expect(await settled(before)).toContain("工资已经补发");
  await before.context().close();

  const decidedAtOnce = await here.follow(await district.answered());
  await decidedAtOnce.locator("#answer form").evaluate((form) => form.setAttribute("action", "/status/act"));
  await decidedAtOnce.fill("#answer [name=wholePhone]", "13800001234");
  await decidedAtOnce.click("#answer button[type=submit]");
  await decidedAtOnce.waitForSelector("#letter");
  expect(await settled(decidedAtOnce)).toContain("申请复查");
  await decidedAtOnce.context().close();

  // Whoever gives the whole number where they follow their case has given what an answer asks for.
  const whole = await here.person();
  await whole.goto(`${stage.baseUrl}/status`);
  await whole.fill("[name=code]", district.keyTo(await district.answered()).code);
  await whole.fill("[name=phoneTail]", "13800001234");
  await here.pressTwice(
    whole,
    "an answer is opened by its key",
    "main form button[type=submit]:not([name], [aria-hidden])",
  );
  await whole.waitForSelector("#letter");
  await comeBack(whole, "an answer that is opened by its key", "申请复查");
  await whole.context().close();
};
