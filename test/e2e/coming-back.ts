import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { newPerson } from "../../local/browser.ts";
import { sendForm } from "../../local/people.ts";
import type { DoorsStage } from "./doors-stage.ts";

/** A window's size in px. */
export type WindowSize = { width: number; height: number };

/** The title of a page without what is only this case's. */
export const kindOfTitle = (title: string): string => title.replace(/ ?\S*〔\d{4}〕\d+号/, " 〔〕号");

/** Pages of others, from which people come. */
export const anotherSite = "http://elsewhere.example/";
const notOurs = ["about:blank", anotherSite];

/**
 * People before the pages of a district, who come back to each in every way that a browser has: what they find is noted
 * by the kind of its page.
 */
export const comingBack = (browser: Browser, stage: DoorsStage, viewport: WindowSize) => {
  const { baseUrl, district } = stage;
  const lines: string[] = [];
  const kinds = new Set<string>();
  const note = (where: string, what: string): void => void lines.push(`${viewport.width} px · ${where} · ${what}`);

  /** The page is there: no page of the browser's own, and a task that was asked for has come. */
  const settled = async (page: Page): Promise<string> => {
    await page.waitForLoadState();
    if (notOurs.includes(page.url())) return "";
    expect(page.url()).toContain(baseUrl);
    await page.waitForSelector("main:not(:has([data-task=opening]:not([hidden])))");
    kinds.add(kindOfTitle(await page.title()));
    // Each answer has a number of its own, for whoever calls about it.
    return (await page.innerText("main")).replace(/编号：[0-9a-f]{8}/, "编号");
  };

  /** Everything that happened to any case. */
  const events = async (): Promise<string[]> => {
    const { cases } = await district.items();
    return cases.filter(({ sk }) => String(sk).startsWith("EVENT#")).map((item) => JSON.stringify(item));
  };

  /** Goes somewhere, and finds the page as it was; nothing was sent by that. */
  const finds = async (page: Page, where: string, ways: Record<string, () => Promise<unknown>>): Promise<void> => {
    const [first, title, before] = [await settled(page), await page.title(), await events()];
    for (const [way, go] of Object.entries(ways)) {
      await go();
      expect(await settled(page), `${where}: ${way}`).toBe(first);
      expect(await page.title(), `${where}: ${way}`).toBe(title);
      note(where, way);
    }
    expect(await events(), `${where}: nothing was sent again`).toEqual(before);
  };

  const backAndForward = async (page: Page): Promise<void> => {
    if ((await page.goBack()) !== null) await settled(page);
    await page.goForward();
  };
  /** To another site and back, as by a link in a mail. */
  const awayAndBack = async (page: Page): Promise<void> => {
    await page.goto("about:blank");
    await page.goBack();
  };

  const person = async (options: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
    const page = await (await newPerson(browser, { viewport, ...options })).newPage();
    page.setDefaultTimeout(60_000);
    return page;
  };

  return {
    ...{ stage, lines, kinds, note, settled, events, person, ...viewport },

    /** Comes back to a page in every way that a browser has. It shows the same, and nothing is lost or sent again. */
    comeBack: async (page: Page, where: string, says: string): Promise<void> => {
      expect(await settled(page)).toContain(says);
      await finds(page, where, {
        reload: () => page.reload(),
        "Enter in the address bar": () => page.goto(page.url()),
        "Back and Forward": () => backAndForward(page),
        "away, and Back": () => awayAndBack(page),
      });
    },

    /** The same for what a form that nobody can take is answered with: it stands at the address that the form was sent to. */
    comeBackFromAnswer: async (page: Page, where: string, says: string): Promise<void> => {
      expect(await settled(page)).toContain(says);
      await finds(page, where, {
        "Back and Forward": () => backAndForward(page),
        "away, and Back": () => awayAndBack(page),
      });
      await page.goto(page.url());
      await settled(page);
      note(where, "Enter in the address bar: a page of ours");
    },

    /** Presses a button twice before anything has come of it. */
    pressTwice: async (page: Page, where: string, button: string): Promise<void> => {
      await page.locator(button).evaluate((one: HTMLElement) => {
        one.click();
        one.click();
      });
      await page.waitForLoadState();
      note(where, "pressed twice");
    },

    /** Opens a case with its code and the last four digits of the phone. */
    follow: async (caseId: string): Promise<Page> => {
      const page = await person();
      const { code, phoneTail } = district.keyTo(caseId);
      await page.goto(`${baseUrl}/status`);
      await page.fill("[name=code]", code);
      await page.fill("[name=phoneTail]", phoneTail.slice(-4));
      await sendForm(page);
      await page.waitForSelector(".chain");
      return page;
    },
  };
};
export type ComingBack = ReturnType<typeof comingBack>;

/** One flow through the pages. */
export type Flow = (here: ComingBack) => Promise<void>;
