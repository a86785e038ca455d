import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { actsTogether } from "#case/acts/together.ts";
import { taskAddresses } from "#case/state/task-door.ts";
import { caseStore } from "#case/store/case-store.ts";
import { newPerson } from "./browser.ts";
import type { inboxAt, ReceivedMail } from "./inbox.ts";
import { taskOf } from "./mailed-task.ts";
import { type RunningDistrict, tablesOf } from "./running.ts";
import type { SamplePetition } from "./samples.ts";

/** The receipt that a petitioner writes down. */
export type GivenReceipt = { number: string; caseId: string; code: string; phoneTail: string };

/** Fills the form in as a person does. */
export const fillPetition = async (page: Page, what: SamplePetition): Promise<void> => {
  const { category, community, about = "", unnamed, codeOnly, forSomebody, relation, asked, ...texts } = what;
  await page.check(`input[name=category][value=${category}]`);
  await page.selectOption("select[name=about]", about);
  await page.check(`input[name=community][value="${community}"]`);
  if (forSomebody !== undefined) {
    await page.check("[name=forSomebody]");
    await page.selectOption("[name=relation]", relation ?? "");
    await page.check("[name=asked]");
  }
  for (const [name, text] of Object.entries(texts)) {
    // Each place for a further request is folded inside the one before.
    for (const folded of await page.locator(`details:not([open]):has([name=${name}]) > summary`).all())
      await folded.click();
    await page.fill(`[name=${name}]`, text);
  }
  for (const [name, tick] of Object.entries({ unnamed, codeOnly })) {
    if (tick !== undefined) await page.check(`[name=${name}]`);
  }
};

/** Files what was written, from the page on which it is checked. */
export const fileChecked = (page: Page): Promise<void> => page.click("main form button[name=confirmed]");

export const sendForm = (page: Page): Promise<void> =>
  page.click("main form button[type=submit]:not([name], [aria-hidden])");

/** What a receipt in the browser says, and the case that it is of. */
export const receiptOn = async (page: Page, here: RunningDistrict): Promise<Omit<GivenReceipt, "phoneTail">> => {
  const { db, cases, deadlines } = tablesOf(here);
  const [number = "", code = ""] = await page.locator(".receipt dd").allInnerTexts();
  const [, year, serial] = /〔(\d{4})〕(\d+)号/.exec(number) ?? [];
  const caseId = await caseStore(db, cases, deadlines).byNumber(`ANHE-${year}-${serial}`);
  if (caseId === undefined) throw new Error(`The receipt says ${number}, but there is no such case`);
  return { number, code, caseId };
};

/** A petitioner with a phone. */
export const petitioner = async (browser: Browser, here: RunningDistrict) => {
  const { baseUrl } = here;
  const context = await newPerson(browser);
  const page = await context.newPage();
  const fill = async (what: SamplePetition): Promise<void> => {
    await page.goto(baseUrl);
    await fillPetition(page, what);
  };
  return {
    page,
    fill,
    file: async (what: SamplePetition): Promise<GivenReceipt> => {
      await fill(what);
      await sendForm(page);
      await fileChecked(page);
      await page.waitForSelector(".receipt");
      const receipt = await receiptOn(page, here);
      return { ...receipt, phoneTail: what.phone ?? receipt.number };
    },
    look: async ({ code, phoneTail }: GivenReceipt): Promise<string> => {
      await page.goto(`${baseUrl}/status`);
      await page.fill("[name=code]", code);
      await page.fill("[name=phoneTail]", phoneTail);
      await sendForm(page);
      await page.waitForLoadState();
      return page.innerText("main");
    },
    /** From the progress of a petition to all that has happened to it. */
    readStory: async (): Promise<string> => {
      await page.click("form[action='/file/story'] button[type=submit]");
      await page.waitForLoadState();
      return page.innerText("main");
    },
    /** Opens the link in the first mail, and says on its page that the mailbox is theirs. */
    confirmMailbox: async ({ text }: ReceivedMail): Promise<string> => {
      const [link = ""] = /http:\/\/localhost:\d+\/mailbox\?link=[\w-]+/.exec(text) ?? [];
      await page.goto(link);
      await page.click("form:has(input[value=confirmed]) button");
      await page.waitForLoadState();
      return page.innerText("main");
    },
    leave: () => context.close(),
  };
};

/**
 * The newest mail that brings a task to an address, once it is there: a mail of its own, or the morning's list; of that,
 * what it says from the case on.
 */
export const mailWith = async (
  inbox: ReturnType<typeof inboxAt>,
  number: string,
  to: string,
): Promise<ReceivedMail> => {
  const mail = await inbox.waitFor(
    to,
    ({ subject, text }) => /待办|待审批|To do|To decide/.test(subject) && text.includes(number),
  );
  return { ...mail, text: mail.text.slice(mail.text.indexOf(number)) };
};

/** Sends a form from a task's pages, and waits for the page that it leads to. */
export const sendTask = async (page: Page, send: () => Promise<void>): Promise<void> => {
  const asked = page.waitForResponse((reply) => reply.request().resourceType() === "fetch");
  await send();
  await asked;
  await page.waitForSelector("main:not(:has([data-task-entry]))");
};

type Fields = Partial<Record<string, string>>;

/** What an owner does seldom has a page of its own, to which the task's page leads, and so have meetings. */
const toItsPage = async (page: Page, form: Locator, command: string): Promise<void> => {
  const at = taskAddresses[Object.hasOwn(actsTogether, command) ? "together" : "beside"];
  const further = page.locator(`a[href^='${at}#']`);
  if ((await form.count()) > 0 || (await further.count()) === 0) return;
  await further.click();
  await form.waitFor({ state: "attached" });
};

/** Opens a command's form on the task page, or where that leads, fills it in and sends it. */
export const doOn = async (page: Page, command: StaffCommand["command"], fields: Fields = {}): Promise<string> => {
  const form = page.locator(`form:has(input[name=command][value=${command}])`);
  await toItsPage(page, form, command);
  const folded = page.locator(`details:has(input[name=command][value=${command}])`);
  if ((await folded.count()) > 0 && (await folded.getAttribute("open")) === null)
    await folded.locator("> summary").click();
  for (const [name, value = ""] of Object.entries(fields)) {
    const field = form.locator(`[name=${name}]`);
    const { tag, type } = await field.first().evaluate((one) => ({ tag: one.tagName, type: one.getAttribute("type") }));
    if (type === "radio") await form.locator(`[name=${name}][value="${value}"]`).check();
    else if (type === "checkbox") await field.check();
    else if (tag === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
  // A unit that is sought has a button of its own in the form.
  await sendTask(page, () => form.locator("button[type=submit]:not([name])").click());
  // A letter is looked at before it is issued.
  const issue = page.locator("form[data-preview] button[type=submit]:not([name])");
  if ((await issue.count()) > 0) await sendTask(page, () => issue.click());
  return page.innerText("main");
};

/** Somebody at a desk who acts from mails. */
export const staff = async (browser: Browser, inbox: ReturnType<typeof inboxAt>) => {
  const context: BrowserContext = await newPerson(browser, { viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();

  /** The newest mail that brings a case to an address, once it is there. */
  const mailAbout = (receipt: GivenReceipt, to: string): Promise<ReceivedMail> => mailWith(inbox, receipt.number, to);

  const follow = async (link: string): Promise<string> => {
    // Without this, an address that differs in its fragment only is no new visit.
    await page.goto("about:blank");
    await page.goto(link);
    await page.waitForSelector("main:not(:has([data-task-entry]))");
    return page.innerText("main");
  };

  return {
    page,
    mailAbout,
    follow,
    /** Opens a mailed link and types its six digits, unless this device is known for today. */
    open: async (mail: ReceivedMail): Promise<string> => {
      const { link, code } = taskOf(mail);
      await follow(link);
      if ((await page.locator("[name=code]").count()) > 0) {
        await page.fill("[name=code]", code);
        await sendTask(page, () => sendForm(page));
        await page.waitForSelector("#commands");
      }
      return page.innerText("main");
    },
    does: (command: StaffCommand["command"], fields?: Fields) => doOn(page, command, fields),
    leave: () => context.close(),
  };
};
