import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { sendTask } from "../../local/people.ts";
import { desks, giveDigits } from "./desks.ts";

const { stage, computer: desk, heardAtDepartment: atDepartment, opens } = desks();

const answer = { facts: "经查，工资拖欠属实。", rule: "《劳动法》第五十条", decision: "本月内付清。" };
const replies = "details:has(input[value=reply])";

/** Writes an answer, field by field, and leaves it unsent. */
const writes = async (page: Page): Promise<void> => {
  await page.click(`${replies} summary`);
  for (const [name, text] of Object.entries(answer)) await page.fill(`${replies} [name=${name}]`, text);
  await page.check(`${replies} [name=outcome][value=explained]`);
};
const sends = (page: Page): Promise<void> => sendTask(page, () => page.click(`${replies} button[type=submit]`));

const events = async (caseId: string): Promise<string[]> =>
  (await stage().district.cases.history(caseId)).events.map(({ fact }) => fact.type);

describe("an answer that somebody has written", () => {
  it("is sent as theirs although a colleague has opened a task of their own at the same computer meanwhile", async () => {
    const [mine, theirs] = [await atDepartment(), await stage().district.atCommunity()];
    const computer = await desk();
    const page = await opens(computer, mine);
    await writes(page);
    const colleague = await opens(computer, theirs);
    expect(await colleague.innerText("main")).toContain("peach handler");
    await sends(page);
    expect(await page.innerText("main")).toContain(answer.decision);
    await sendTask(page, () => page.click("form[data-preview] button[type=submit]:not([name])"));
    expect(await page.innerText("main")).toContain("已经记录");
    expect((await stage().district.cases.history(mine)).events.at(-1)).toMatchObject({
      by: { kind: "staff", id: "housing-handler" },
      fact: { type: "replied" },
    });
    await computer.close();
  });

  it("comes back with every field once a colleague has signed out at the same computer, and says that nothing was sent", async () => {
    const [mine, theirs] = [await atDepartment(), await stage().district.atCommunity()];
    const computer = await desk();
    const page = await opens(computer, mine);
    await writes(page);
    const colleague = await opens(computer, theirs);
    await colleague.click(".sign-out button");
    await colleague.waitForLoadState();
    const before = await events(mine);
    await sends(page);
    expect(await events(mine)).toEqual(before);
    await giveDigits(page, (await stage().district.mailed(mine)).code);
    await page.waitForSelector("#commands");
    expect(await page.innerText("main")).toContain("您上次填写的内容没有提交，还没有办理");
    for (const [name, text] of Object.entries(answer)) {
      expect(await page.inputValue(`${replies} [name=${name}]`)).toBe(text);
    }
    expect(await page.isChecked(`${replies} [name=outcome][value=explained]`)).toBe(true);
    expect(await events(mine)).toEqual(before);
    await sends(page);
    expect(await page.innerText("main")).toContain(answer.decision);
    await computer.close();
  });

  it("comes back as it was sent, not as it was before the last words, however soon after these it was sent", async () => {
    const computer = await desk();
    const page = await opens(computer, await atDepartment());
    const facts = page.locator(`${replies} [name=facts]`);
    const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("task-draft")));
    await page.click(`${replies} summary`);
    await facts.fill("经查，工资拖欠＿＿元。");
    await expect.poll(drafts).toHaveLength(1);
    await sendTask(page, () =>
      facts.evaluate((field: HTMLTextAreaElement, text) => {
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.form?.requestSubmit();
      }, answer.facts),
    );
    for (const way of ["refused", "reloaded", "the link again"]) {
      await page.waitForSelector("main:not(:has([data-task-entry]))");
      await expect.poll(() => page.evaluate(() => document.querySelector("details.command[open]") !== null)).toBe(true);
      expect(await facts.inputValue(), way).toBe(answer.facts);
      await page.reload();
    }
    await computer.close();
  });

  it("is shown again, whole and unsent, once the case has moved on to somebody else from another tab", async () => {
    const caseId = await atDepartment();
    const computer = await desk();
    const page = await opens(computer, caseId);
    await writes(page);
    await stage().district.act(caseId, { command: "reassign", to: "housing-colleague", reason: "出差" });
    const before = await events(caseId);
    await sends(page);
    for (const _ of ["sent", "reloaded"]) {
      const told = await page.innerText("main");
      expect(told).toContain("您写的内容没有提交");
      for (const text of Object.values(answer)) expect(told).toContain(text);
      await page.reload();
      await page.waitForSelector("main:not(:has([data-task-entry]))");
    }
    expect(await events(caseId)).toEqual(before);
    await computer.close();
  });
});
