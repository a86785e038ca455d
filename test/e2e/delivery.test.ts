import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { doOn, sendForm } from "../../local/people.ts";
import { desks } from "./desks.ts";

const { stage, person: newPerson, computer, heardAtDepartment, opens } = desks();

const answer = {
  facts: "经查，工资拖欠属实。",
  rule: "《劳动法》第五十条",
  decision: "本月内付清。",
  outcome: "explained",
};

/** A case at the department, and its handler at a desk with the task open. */
const atTheDesk = async (): Promise<{ caseId: string; page: Page }> => {
  const caseId = await heardAtDepartment();
  return { caseId, page: await opens(await computer(), caseId) };
};

const answered = async () => {
  const desk = await atTheDesk();
  // A place on the page is no other link: the task stays, also when it is asked for again.
  await desk.page.click("a[href='#commands']");
  await desk.page.reload();
  await desk.page.waitForSelector("#commands");
  const said = await doOn(desk.page, "reply", answer);
  expect(await desk.page.innerText("#letter")).toContain(answer.decision);
  expect(await desk.page.locator("[data-print=letter]").isVisible()).toBe(true);
  const { looks } = await stage().district.cases.history(desk.caseId);
  expect(looks.at(-1)).toMatchObject({ by: "housing-handler", only: "matter" });
  await desk.page.click("a[href*='/task#']");
  await desk.page.waitForSelector("#letter");
  return { ...desk, said };
};

/** What of a page is on paper: the words of whatever is shown in print. */
const onPaper = async (page: Page): Promise<string> => {
  await page.emulateMedia({ media: "print" });
  const words = await page.innerText("body");
  await page.emulateMedia({ media: "screen" });
  return words;
};

/** The status page of a case's petitioner, on a phone of their own. */
const follow = async (caseId: string): Promise<Page> => {
  const page = await (await newPerson()).newPage();
  const { code, phoneTail } = stage().district.keyTo(caseId);
  await page.goto(`${stage().baseUrl}/status`);
  await page.fill("[name=code]", code);
  await page.fill("[name=phoneTail]", phoneTail);
  await sendForm(page);
  await page.waitForSelector(".chain");
  return page;
};

describe("an answer", () => {
  it("is printed alone and recorded as handed over, at once after it was given, and its petitioner sees how and when", async () => {
    const { page, said, caseId } = await answered();
    expect(said).toContain("下一步由您送达答复");
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "");
    });
    await page.click("[data-print=letter]");
    expect(await page.locator("html[data-printed]").count()).toBe(1);
    const paper = await onPaper(page);
    for (const words of ["信访事项处理意见书", answer.decision, "安和区信访局", "和平路 18 号"])
      expect(paper).toContain(words);
    for (const words of ["13800001234", "登记送达", "演示", "隐私说明"]) expect(paper).not.toContain(words);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await onPaper(page)).toContain("王小芳");

    expect(await doOn(page, "recordDelivery", { how: "byHand", on: "2026-03-02" })).toContain("答复送达");
    const phone = await follow(caseId);
    const delivered = await phone.innerText("section:has(#delivered-title)");
    for (const words of ["当面送交", "3月2日"]) expect(delivered).toContain(words);
    const status = await phone.innerText("main");
    expect(status).toContain(answer.decision);
    expect(status).toMatch(/4月1日/);
    await phone.context().close();
    await page.context().close();
  });

  it("asks for the number of what was posted, and keeps what was typed", async () => {
    const { page, caseId } = await answered();
    const lacking = await doOn(page, "recordDelivery", { how: "byPost", on: "2026-03-02" });
    expect(lacking).toContain("邮寄的，请填写邮件号");
    expect(await page.inputValue("#recordDelivery-on")).toBe("2026-03-02");
    expect(await doOn(page, "recordDelivery", { tracking: "EMS 1234 5678 9" })).toContain("答复送达");
    const phone = await follow(caseId);
    expect(await phone.innerText("section:has(#delivered-title)")).toContain("EMS 1234 5678 9");
    await phone.context().close();
    await page.context().close();
  });

  it("is not delivered by what was read out on the telephone; its petitioner reads that, and can open it", async () => {
    const { page, caseId } = await answered();
    const told = await doOn(page, "recordPhoneCall", { on: "2026-03-02", readOut: "本月内付清，不服可以申请复查" });
    expect(told).toContain("下一步由您送达答复");
    const phone = await follow(caseId);
    await phone.click("form[action='/file/story'] button[type=submit]");
    await phone.waitForSelector("h1:has-text('办理明细')");
    expect(await phone.innerText("main")).toContain("本月内付清，不服可以申请复查");
    await page.context().close();
    await phone.context().close();
  });

  it("is recorded once: from a page that was left open it changes nothing, and says what has become of it", async () => {
    const { page, caseId } = await answered();
    const phone = await follow(caseId);
    expect(await phone.innerText("main")).toContain(answer.decision);
    expect(await doOn(page, "recordDelivery", { how: "byHand", on: "2026-03-02" })).toContain("答复已经送达");
    expect(await stage().district.load(caseId)).toMatchObject({ delivery: { how: "opened" } });
    await page.context().close();
    await phone.context().close();
  });

  it("prints by the browser too where there is no script: the letter begins a sheet of its own", async () => {
    const { caseId, page } = await answered();
    await page.context().close();
    const person = await (await newPerson({ javaScriptEnabled: false })).newPage();
    const { code, phoneTail } = stage().district.keyTo(caseId);
    await person.goto(`${stage().baseUrl}/status`);
    await person.fill("[name=code]", code);
    await person.fill("[name=phoneTail]", phoneTail);
    await sendForm(person);
    await person.waitForSelector("#letter");
    expect(await person.innerText("main")).toContain("请用浏览器的打印功能");
    await person.emulateMedia({ media: "print" });
    const letter = person.locator("#letter");
    expect(await letter.evaluate((one) => getComputedStyle(one).breakBefore)).toBe("page");
    expect(await person.innerText("body")).not.toContain("请用浏览器的打印功能");
    await person.context().close();
  });
});
