import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, newPerson } from "../../local/browser.ts";
import { withPinyin } from "../../local/with-pinyin.ts";
import { cityDirectory, largeCity } from "../bench/city-district.ts";
import { demoDistrict } from "../fixtures/demo-district.ts";
import { logLines } from "../unit/lambda/log-lines.ts";
import { filingStage } from "./finder-stage.ts";

type Stage = Awaited<ReturnType<typeof filingStage>>;
let browser: Browser;
let small: Stage;
let city: Stage;

logLines();

beforeAll(async () => {
  browser = await launchBrowser();
  small = await filingStage(withPinyin(demoDistrict()));
  city = await filingStage(cityDirectory(largeCity));
});
afterAll(async () => {
  await small.stop();
  await city.stop();
  await browser.close();
});

const sought = "#community-sought";
const radios = "input[type=radio][name=community]:not([value='?'])";
const unknown = "input[type=radio][name=community][value='?']";

/** The form, opened by somebody with a browser of their own. */
const open = async ({ baseUrl }: Stage, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await newPerson(browser, options);
  const page = await context.newPage();
  await page.goto(baseUrl);
  return page;
};
const offered = (page: Page): Promise<string[]> =>
  page.$$eval(radios, (all) => all.map((radio) => (radio instanceof HTMLInputElement ? radio.value : "")));
const chosen = (page: Page): Promise<string[]> =>
  page.$$eval(`${radios}:checked`, (all) => all.map((radio) => (radio instanceof HTMLInputElement ? radio.value : "")));
const said = (page: Page): Promise<string> => page.innerText("#community [role=status]");
/** Types as a person does, and waits for what is said. */
const type = async (page: Page, text: string, says: RegExp): Promise<void> => {
  await page.fill(sought, text);
  await page.getByText(says).waitFor();
};

describe("with script", () => {
  it("finds while somebody types, by pinyin and by an estate, and says how many", async () => {
    const page = await open(small);
    expect(await offered(page)).toHaveLength(14);
    await page.locator(sought).pressSequentially("jinxiu", { delay: 60 });
    await page.getByText("找到 1 个，请选择。").waitFor();
    expect(await offered(page)).toEqual(["jinxiu"]);
    expect(await chosen(page)).toEqual([]);
    await type(page, "火车站", /东关街道办事处，火车站/);
    expect(await offered(page)).toEqual(["zhanqian"]);
  });

  it("asks nothing while an input method composes, and asks once for what it gives", async () => {
    const page = await open(small);
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.startsWith("/find/")) asked.push(searchParams.get("q") ?? "");
    });
    await page.focus(sought);
    const session = await page.context().newCDPSession(page);
    for (const text of ["z", "zh", "zhan", "zhan q", "zhan qian"]) {
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      await page.waitForTimeout(400);
    }
    expect(asked).toEqual([]);
    expect(await offered(page)).toHaveLength(14);
    await session.send("Input.insertText", { text: "站前" });
    await page.getByText("找到 1 个，请选择。").waitFor();
    expect(asked).toEqual(["站前"]);
    expect(await offered(page)).toEqual(["zhanqian"]);
  });

  it("keeps what was chosen, in sight, whatever is typed afterwards, and when nothing fits", async () => {
    const page = await open(small);
    await page.check(`${radios}[value=hewan]`);
    await type(page, "jinxiu", /找到 1 个/);
    expect(await offered(page)).toEqual(["hewan", "jinxiu"]);
    await type(page, "亚特兰蒂斯", /没有找到“亚特兰蒂斯”/);
    expect(await chosen(page)).toEqual(["hewan"]);
    await page.fill(sought, "");
    await page.waitForFunction((one) => document.querySelectorAll(one).length === 14, radios);
    expect(await chosen(page)).toEqual(["hewan"]);
  });

  it("lets whoever finds nothing say that they do not know, and keeps that too", async () => {
    const page = await open(small);
    await type(page, "亚特兰蒂斯", /选下面的最后一项/);
    await page.check(unknown);
    await page.fill("#story", "路灯不亮");
    await page.goto(small.baseUrl);
    expect(await page.isChecked(unknown)).toBe(true);
    await page.check(`${radios}[value=hewan]`);
    expect(await page.isChecked(unknown)).toBe(false);
  });

  it("takes Enter for the search, and never for the form", async () => {
    const page = await open(small);
    await page.fill(sought, "nyxc");
    await page.press(sought, "Enter");
    await page.getByText("找到 1 个").waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
    await page.check(`${radios}[value=nanyuan]`);
    await page.fill("#place", "4 幢");
    await page.press("#place", "Enter");
    await page.waitForURL(/\/petition\//);
    expect(await page.locator("#errors").isVisible()).toBe(true);
    expect(await chosen(page)).toEqual(["nanyuan"]);
  });

  it("says so when the server cannot be reached, and finds once it can", async () => {
    const page = await open(small);
    await page.route("**/find/**", (route) => route.abort());
    await type(page, "jinxiu", /没有连上/);
    await page.unroute("**/find/**");
    await page.click("#community button[name=find]");
    await page.getByText("找到 1 个").waitFor();
  });

  it("brings a draft's choice back where nothing is listed, and after Back", async () => {
    const page = await open(city);
    expect(await offered(page)).toEqual([]);
    await type(page, "金河", /找到 \d+ 个/);
    const [first = ""] = await offered(page);
    await page.check(`${radios}[value=${first}]`);
    await page.fill("#story", "路灯不亮");
    await page.goto(`${city.baseUrl}/`);
    expect(await chosen(page)).toEqual([first]);
    expect(await page.inputValue("#story")).toBe("路灯不亮");
    await page.click("main form button[type=submit]:not([name], [aria-hidden])");
    await page.waitForURL(/\/petition\//);
    expect(await chosen(page)).toEqual([first]);
    await page.goBack();
    await page.waitForSelector(`${radios}[value=${first}]`);
    expect(await chosen(page)).toEqual([first]);
  });
});

describe("without script", () => {
  it("finds by the button, at the same place of the page, and keeps everything", async () => {
    const page = await open(city, { javaScriptEnabled: false });
    await page.fill("#story", "路灯不亮");
    await page.fill(sought, "金河柳");
    await page.click("#community button[name=find]");
    await page.waitForURL(/\/petition\/.*#community$/);
    expect(await said(page)).toMatch(/找到 \d+ 个/);
    expect(await page.inputValue("#story")).toBe("路灯不亮");
    expect(await page.inputValue(sought)).toBe("金河柳");
    expect(await page.locator("#errors").count()).toBe(0);
    const [first = ""] = await offered(page);
    await page.check(`${radios}[value=${first}]`);
    await page.fill(sought, "没有这个地方");
    await page.click("#community button[name=find]");
    await page.getByText("没有找到").waitFor();
    expect(await chosen(page)).toEqual([first]);
    await page.goBack();
    await page.reload();
    expect(await page.inputValue("#story")).toBe("路灯不亮");
  });

  it("goes on to be checked by Enter in a field, not to a search", async () => {
    const page = await open(small, { javaScriptEnabled: false });
    await page.fill("#name", "陈桂芳");
    await page.press("#name", "Enter");
    await page.waitForURL(/\/petition\//);
    expect(new URL(page.url()).hash).toBe("");
    expect(await page.locator("#errors").count()).toBe(1);
  });
});

it.each([360, 1280])("fits a window of %i pixels", async (width) => {
  for (const stage of [small, city]) {
    const page = await open(stage, { viewport: { width, height: 900 } });
    await type(page, "金", /找到/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
  }
});
