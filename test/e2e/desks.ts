import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser, newPerson } from "../../local/browser.ts";
import { sendForm, sendTask } from "../../local/people.ts";
import { heard } from "../contract/samples.ts";
import { logLines } from "../unit/lambda/log-lines.ts";
import { doorsStage } from "./doors-stage.ts";

type Stage = Awaited<ReturnType<typeof doorsStage>>;

/** One stage and one browser for all tests of a file, with what people at their desks do first. Open between its hooks. */
export const desks = () => {
  let running: { browser: Browser; stage: Stage } | undefined;
  const there = () => {
    if (running === undefined)
      throw new Error("Nobody is at their desk before the tests begin, or after they have ended");
    return running;
  };
  logLines();
  beforeAll(async () => {
    running = { browser: await launchBrowser(), stage: await doorsStage() };
  });
  afterAll(async () => {
    const { browser, stage } = there();
    await stage.stop();
    await browser.close();
  });

  const stage = (): Stage => there().stage;
  return {
    stage,
    /** Somebody's telephone or computer, with the settings of a browser that are given. */
    person: (settings?: Parameters<typeof newPerson>[1]): Promise<BrowserContext> =>
      newPerson(there().browser, settings),
    /** A computer at a desk. */
    computer: (): Promise<BrowserContext> => newPerson(there().browser, { viewport: { width: 1280, height: 900 } }),
    /** A case at the department, whose handler has heard the petitioner and may answer. */
    heardAtDepartment: async (): Promise<string> => {
      const caseId = await stage().district.atDepartment();
      await stage().district.act(caseId, heard);
      return caseId;
    },
    /** Follows the link of whoever has a case, and gives the digits where they are asked for. */
    opens: async (computer: BrowserContext, caseId: string): Promise<Page> => {
      const { token, code } = await stage().district.mailed(caseId);
      const page = await computer.newPage();
      await page.goto(`${stage().baseUrl}/task#${token}`);
      await page.waitForSelector("main:not(:has([data-task-entry]))");
      if ((await page.locator("[name=code]").count()) > 0) await giveDigits(page, code);
      await page.waitForSelector("#commands");
      return page;
    },
  };
};

/** Types the six digits of a mail on the page that asks for them. */
export const giveDigits = async (page: Page, code: string): Promise<void> => {
  await page.fill("[name=code]", code);
  await sendTask(page, () => sendForm(page));
};
