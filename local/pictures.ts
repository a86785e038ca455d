import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { chineseCalendar } from "#clock/calendar.ts";
import type { Instant } from "#clock/instant.ts";
import { minutesLater, nextWorkingMorning } from "#clock/period.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import { launchBrowser, newPerson } from "./browser.ts";
import { advanceClock } from "./demo-clock.ts";
import { startDistrict } from "./district.ts";
import { explanationOf } from "./explanation.ts";
import { inboxAt } from "./inbox.ts";
import { runProgram } from "./obstacle.ts";
import { petitioner, staff, taskOf } from "./people.ts";
import { freePort } from "./port.ts";
import { type Running, tablesOf } from "./running.ts";
import { readSamples } from "./samples.ts";

const folder = join(import.meta.dirname, "..", "docs", "pictures");

/** What of a page is kept at a width: `tall` pixels at most, from the top or from an element on. */
type Part = { tall: number; from?: string };

/** Keeps a page as it looks on a phone and at a desk. A reader of the README should not have to scroll. */
const picture = async (page: Page, name: string, parts: { phone: Part; desk: Part }): Promise<void> => {
  const before = page.viewportSize();
  const widths = [
    { width: 360, ...parts.phone },
    { width: 1280, ...parts.desk },
  ];
  for (const { width, tall, from } of widths) {
    await page.setViewportSize({ width, height: 800 });
    const top = from === undefined ? 0 : ((await page.locator(from).boundingBox())?.y ?? 0);
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: top, width, height: Math.min(tall, whole - top) };
    const path = join(folder, `${name}-${width}.png`);
    await page.screenshot({ path, fullPage: true, clip, animations: "disabled" });
    console.log(`      ${path}`);
  }
  if (before) await page.setViewportSize(before);
};

/** Moves the demo clock as a story needs it: to office hours, on by minutes, past a case's step deadline. */
const clockOf = (running: Running) => {
  const { db, deadlines, directory } = tablesOf(running);
  const now = async (): Promise<Instant> =>
    new Date(Date.now() + (await directoryStore(db, directory).demoOffset())).toISOString();
  const to = async (moment: Instant): Promise<void> => {
    await advanceClock(running, Math.max(Date.parse(moment) - Date.parse(await now()), 0));
  };
  return {
    pass: async (minutes: number) => to(minutesLater(await now(), minutes)),
    toWorkingMorning: async () => to(nextWorkingMorning(chineseCalendar(), await now())),
    pastStep: async (caseId: string) => {
      const rows = await deadlineStore(db, deadlines).ofCase(caseId);
      const running = rows.find(({ clock, nextAt }) => clock.kind === "step" && nextAt !== undefined);
      if (running === undefined) throw new Error(`${caseId} has no open step`);
      await to(minutesLater(running.clock.due, 1));
    },
  };
};

const answer = {
  outcome: "resolved",
  facts:
    "经我办与区住房和城乡建设局现场核查，南园新村4幢至7幢外墙保温工程于9月15日开工，10月6日因施工单位与劳务公司的结算争议停工。停工期间脚手架没有拆除，影响采光和安全。您反映的情况属实。",
  rule: "《国务院办公厅关于全面推进城镇老旧小区改造工作的指导意见》（国办发〔2020〕23号）",
  decision: [
    "（一）结算争议已经调解达成一致，施工单位下周一复工，一楼住户窗外的脚手架先行拆除。",
    "（二）外墙保温和下水管更换在两个月内完成，工期公告贴在各单元门口。",
    "（三）我办每周五到现场查看，进展在小区公告栏公布。",
  ].join("\n"),
};

/**
 * `npm run pictures`: plays one petition through a district of its own and keeps what people see on the way, for the
 * README. Its characters need a Chinese font on this machine (Debian: fonts-noto-cjk).
 */
await runProgram(async () => {
  const [district, mailbox, smtp, emulator] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const dir = await mkdtemp(join(tmpdir(), "huiyin-pictures-"));
  await mkdir(folder, { recursive: true });
  const ends = [() => rm(dir, { recursive: true, force: true })];
  try {
    const ports = { district, mailbox, smtp, emulator };
    const here = await startDistrict({ ports, dir, samples: false, said: console.log });
    ends.push(here.stop);
    const browser = await launchBrowser();
    ends.push(() => browser.close());

    const clock = clockOf(here);
    const inbox = inboxAt(here.mailbox);
    const chen = await petitioner(browser, here.baseUrl);
    const community = await staff(browser, inbox);
    const township = await staff(browser, inbox);
    const [petition] = await readSamples();
    if (petition === undefined) throw new Error("petitions.yaml holds no petition");

    console.log("a petition is filed");
    await clock.toWorkingMorning();
    await clock.pass(40);
    await chen.fill(petition);
    await chen.page.locator("h1").click();
    await chen.page.locator("[name=story]").evaluate((field) => field.scrollTo(0, 0));
    await picture(chen.page, "file-form", { phone: { tall: 1400 }, desk: { tall: 1050 } });
    const receipt = await chen.file(petition);
    await picture(chen.page, "receipt", { phone: { tall: 1400 }, desk: { tall: 1080 } });

    console.log("the community acknowledges it, and no more");
    const first = await community.mailAbout(receipt, "hou.jun@anhe.example");
    await clock.pass(110);
    await community.open(first);
    await community.does("acknowledge");

    console.log("its deadline passes, and the township has it");
    await clock.pastStep(receipt.caseId);
    const second = await township.mailAbout(receipt, "lin.jiayi@anhe.example");
    const mail = await (await newPerson(browser)).newPage();
    await mail.setContent(second.html);
    await picture(mail, "task-mail", { phone: { tall: 1400 }, desk: { tall: 1080 } });
    await clock.toWorkingMorning();
    await community.follow(taskOf(first).link);
    await picture(community.page, "look-back", { phone: { tall: 1400 }, desk: { tall: 1080 } });
    await clock.pass(50);
    await township.open(second);
    await township.does("acknowledge");
    await clock.toWorkingMorning();
    await clock.toWorkingMorning();
    await clock.pass(330);
    await township.open(second);
    await picture(township.page, "task", { phone: { tall: 1730, from: ".who" }, desk: { tall: 1545 } });
    for (const lang of ["zh", "en"] as const) console.log(await explanationOf(receipt.caseId, lang, tablesOf(here)));

    console.log("the township answers, and the petitioner reads the letter");
    await township.does("reply", answer);
    await clock.pass(240);
    await chen.look(receipt);
    await picture(chen.page, "status", { phone: { tall: 1730 }, desk: { tall: 1800 } });
  } finally {
    for (const end of ends.toReversed()) await end();
  }
});
