import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, newPerson } from "../../local/browser.ts";
import { type LocalDistrict, startDistrict } from "../../local/district.ts";
import { inboxAt } from "../../local/inbox.ts";
import { fileChecked, fillPetition, sendForm, sendTask, taskOf } from "../../local/people.ts";
import { freePorts } from "../../local/port.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { typed } from "./petitioner.ts";
import { recordOf, until } from "./record.ts";

let district: LocalDistrict;
let browser: Browser;
let record: ReturnType<typeof recordOf>;
let inbox: ReturnType<typeof inboxAt>;
let dir: string;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "huiyin-e2e-"));
  district = await startDistrict({ ports: await freePorts(), dir, samples: false });
  ends.push(district.stop);
  browser = await launchBrowser();
  ends.push(() => browser.close());
  record = recordOf(district);
  inbox = inboxAt(district.mailbox);
});
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
  await removeFolder(dir);
  console.log(played.join("\n"));
});

/** What was played, one line for each page and way. */
const played: string[] = [];

/** The page is there: no page of the browser's own, and a task that was asked for has come. */
const settled = async (page: Page): Promise<string> => {
  await page.waitForLoadState();
  if (page.url() === "about:blank") return "";
  expect(page.url()).toContain(district.baseUrl);
  await page.waitForSelector("main:not(:has([data-task=opening]:not([hidden])))");
  return page.innerText("main");
};

/** Everything that has been decided: reminders and mails go on by themselves, and say nothing of who pressed what. */
const decided = async (): Promise<string[]> => {
  const keys = (await record.items()).map((item) => JSON.stringify(item));
  return keys.filter((item) =>
    /"type":"(registered|acknowledged|replied|withdrawn|settlementProposed|linkRenewed)"/.test(item),
  );
};

/** Comes back to a page in every way that a browser has. It shows the same, and nothing is lost or sent again. */
const comeBack = async (page: Page, where: string, says: string): Promise<void> => {
  expect(await settled(page)).toContain(says);
  const before = await decided();
  const ways: [string, () => Promise<unknown>][] = [
    ["reload", () => page.reload()],
    ["Enter in the address bar", () => page.goto(page.url())],
    [
      "Back and Forward",
      async () => {
        if ((await page.goBack()) !== null) await settled(page);
        await page.goForward();
      },
    ],
  ];
  for (const [way, go] of ways) {
    await go();
    const shown = await settled(page);
    expect(shown, `${where}: ${way}`).toContain(says);
    played.push(`${page.viewportSize()?.width ?? 0} px · ${where} · ${way} · shows “${says}”`);
  }
  expect(await decided(), `${where}: nothing was sent again`).toEqual(before);
};

/** Presses a button twice before anything has come of it. */
const pressTwice = async (page: Page, where: string, button: string): Promise<void> => {
  await page.locator(button).evaluate((one: HTMLElement) => {
    one.click();
    one.click();
  });
  await page.waitForLoadState();
  played.push(`${page.viewportSize()?.width ?? 0} px · ${where} · pressed twice`);
};

const widths = [
  [360, 780],
  [1280, 900],
] as const;

describe.each(widths)("in a browser %i px wide", (width, height) => {
  const person = async (): Promise<Page> => {
    const page = await (await newPerson(browser, { viewport: { width, height } })).newPage();
    page.setDefaultTimeout(120_000);
    return page;
  };
  const filed: { number: string; code: string } = { number: "", code: "" };

  it("a petition is written, checked and filed, and its receipt opened again", async () => {
    const page = await person();
    const story = `${typed.story}（${width}）`;
    await page.goto(district.baseUrl);
    await fillPetition(page, { ...typed, story, phone: "1390000" });
    await page.press("[name=name]", "Enter");
    await page.waitForURL(/\/petition\/[\w-]+$/);
    await comeBack(page, "a form with a mistake", "没有认出电话号码");
    expect(await page.inputValue("[name=story]")).toBe(story);

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
    expect(await settled(page)).toContain("怎么联系您");
    expect(await page.inputValue("[name=story]")).toBe(story);
    await comeBack(page, "what was written, to be changed", "怎么联系您");
    await page.press("[name=phone]", "Enter");
    await page.waitForURL(/\/check$/);

    await pressTwice(page, "what was written, to be checked", "main form button[name=confirmed]");
    await page.waitForSelector(".receipt");
    const [number = "", code = ""] = await page.locator(".receipt dd").allInnerTexts();
    Object.assign(filed, { number, code });
    await comeBack(page, "the receipt", code);
    const receipt = page.url();

    await page.goBack();
    expect(await settled(page)).toContain("下面是一张空白的表");
    expect(await page.inputValue("[name=story]")).toBe("");
    played.push(`${width} px · the receipt · Back · shows an empty form, and the way to the receipt`);
    await fillPetition(page, { ...typed, story });
    await sendForm(page);
    await page.waitForURL(/\/check$/);
    await comeBack(page, "the same words once more", "您刚刚提交过这件诉求");
    await page.click("main .notice a");
    expect(await settled(page)).toContain(code);
    expect(page.url()).toBe(receipt);
    await page.context().close();
  });

  it("a case is followed, decided on and left", async () => {
    const page = await person();
    await page.goto(`${district.baseUrl}/status`);
    await page.fill("[name=code]", filed.code);
    await page.fill("[name=phoneTail]", "0000");
    await sendForm(page);
    await comeBack(page, "a key that is wrong", "查询码或号码不对");
    await page.fill("[name=phoneTail]", typed.phone.slice(-4));
    await sendForm(page);
    await comeBack(page, "a case that is followed", filed.number);

    const form = "form:has(input[value='withdraw'])";
    await page.click("#withdrawal summary");
    await page.click(`${form} button[type=submit]`);
    await comeBack(page, "a withdrawal that is to be checked", "请核对：撤回诉求");
    await page.click(`${form} button[type=submit]`);
    await comeBack(page, "an act that lacks something", "请先勾选");
    await page.check(`${form} [name=understood]`);
    await page.fill(`${form} [name=wholePhone]`, typed.phone);
    await pressTwice(page, "a withdrawal", `${form} button[type=submit]`);
    await comeBack(page, "a case that was withdrawn", "您撤回了诉求");

    await page.click("form[action='/leave'] button");
    await settled(page);
    await page.goBack();
    expect(await settled(page)).toContain("请重新输入查询码和号码");
    played.push(`${width} px · a case that was left · Back · asks for the key again`);
    await page.context().close();
  });

  it("a task is opened, acted on and answered", async () => {
    const chen = await person();
    await chen.goto(district.baseUrl);
    await fillPetition(chen, { ...typed, category: "wages-labour", story: `${typed.story}欠薪 ${width}` });
    await sendForm(chen);
    await fileChecked(chen);
    await chen.waitForSelector(".receipt");
    const [number = ""] = await chen.locator(".receipt dd").allInnerTexts();
    await chen.context().close();
    const mail = await until(
      `the task email about ${number}`,
      async () => (await inbox.list()).find(({ subject }) => subject.includes("待办") && subject.includes(number)),
      120,
    );
    const { link, code } = taskOf(mail);

    const page = await person();
    await page.goto(link);
    await settled(page);
    await page.waitForSelector("[name=code]");
    await comeBack(page, "a task before its digits", "请输入邮件里的验证码");
    await page.fill("[name=code]", code === "000000" ? "000001" : "000000");
    await sendTask(page, () => sendForm(page));
    await comeBack(page, "a task with wrong digits", "验证码不对");
    await page.fill("[name=code]", code);
    await sendTask(page, () => sendForm(page));
    await comeBack(page, "a task", typed.name);

    await sendTask(page, () => page.click("form:has(input[value=acknowledge]) button[type=submit]"));
    await comeBack(page, "what was acknowledged", "签收");
    await page.click("a.action[href='/task']");
    await page.waitForSelector("#commands");

    const reply = "form:has(input[value=reply])";
    await page.click("details:has(input[value=reply]) summary");
    await page.fill(`${reply} [name=facts]`, "经查，工资未付。");
    await page.locator(`${reply} [name=outcome]`).first().check();
    const drafts = () =>
      page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes("task-draft")));
    await expect.poll(async () => (await drafts()).length).toBe(1);
    await page.goto("about:blank");
    await page.goto(link);
    expect(await settled(page)).toContain("已恢复您上次没有写完的内容");
    expect(await page.inputValue(`${reply} [name=facts]`)).toBe("经查，工资未付。");
    expect(JSON.stringify(await drafts())).not.toContain("工资");
    await sendTask(page, () => page.click(`${reply} button[type=submit]`));
    await comeBack(page, "a reply that lacks something", "处需要改正");
    expect(await page.inputValue(`${reply} [name=facts]`)).toBe("经查，工资未付。");
    await page.fill(`${reply} [name=rule]`, "《劳动法》第五十条");
    await page.fill(`${reply} [name=decision]`, "本月内付清。");
    await page.locator(`${reply} [name=outcome]`).first().check();
    await sendTask(page, () => page.click(`${reply} button[type=submit]`));
    await comeBack(page, "a letter that is looked at before it is issued", "还没有发出");
    await sendTask(page, () => page.click("form[data-preview] button[name=change]"));
    await comeBack(page, "a letter that is to be changed", "处理意见书还没有发出");
    expect(await page.inputValue(`${reply} [name=facts]`)).toBe("经查，工资未付。");
    await page.fill(`${reply} [name=decision]`, "十二月内付清。");
    await sendTask(page, () => page.click(`${reply} button[type=submit]`));
    await sendTask(page, () => pressTwice(page, "a letter", "form[data-preview] button[type=submit]:not([name])"));
    await page.waitForSelector("main:not(:has([data-task-entry]))");
    const outcomes = (await decided()).filter((item) => item.includes('"type":"replied"'));
    expect(outcomes).toHaveLength(widths.findIndex(([one]) => one === width) + 1);
    await expect.poll(drafts).toEqual([]);
    await page.goto(`${district.baseUrl}/task/done`);
    await settled(page);
    await page.goto(`${district.baseUrl}/task`);
    expect(await settled(page)).toContain("这个链接已经用过");
    await comeBack(page, "a task that was answered", "这个链接已经用过");
    await page.context().close();
  });
});
