import { newPerson } from "../browser.ts";
import { taskOf } from "../mailed-task.ts";
import { type GivenReceipt, petitioner, staff } from "../people.ts";
import { readSamples } from "../samples.ts";
import { print } from "../terminal.ts";
import { explained } from "./explained.ts";
import { picture, type Stage } from "./stage.ts";

const answer = {
  outcome: "explained",
  facts:
    "经我办与区住房和城乡建设局现场核查，南园新村4幢至7幢外墙保温工程于9月15日开工，10月6日因施工单位与劳务公司的结算争议停工。停工期间脚手架没有拆除，影响采光和安全。您反映的情况属实。",
  rule: "《国务院办公厅关于全面推进城镇老旧小区改造工作的指导意见》（国办发〔2020〕23号）",
  decision:
    "停工是因为施工单位与劳务公司的结算争议。争议已经调解达成一致，施工单位下周一复工，工期公告贴在各单元门口。",
  outcome2: "promised",
  decision2: "一楼住户窗外的脚手架先行拆除。我办每周五到现场查看，进展在小区公告栏公布。",
  promisedFor: "2026-12-31",
};

/** Does something at the task, and stops where it was not done: a picture of the wrong page tells nobody. */
const done = async (page: Promise<string>): Promise<void> => {
  const shown = await page;
  if (!shown.includes("已经记录")) throw new Error(`Nothing was done: ${shown.slice(0, 200)}`);
};

/** One petition, from the form to the letter. */
export const oneCase = async (stage: Stage): Promise<void> => {
  const { here, browser, clock, inbox } = stage;
  const chen = await petitioner(browser, here);
  const community = await staff(browser, inbox);
  const township = await staff(browser, inbox);
  const [petition] = await readSamples();
  if (petition === undefined) throw new Error("petitions.yaml holds no petition");

  print("a petition is filed");
  await clock.toWorkingMorning();
  await clock.pass(30);
  await chen.fill(petition);
  await chen.page.locator("h1").click();
  await chen.page.locator("[name=story]").evaluate((field) => field.scrollTo(0, 0));
  await picture(chen.page, "file-form", { phone: { tall: 1400 }, desk: { tall: 1050 } });
  const receipt: GivenReceipt = await chen.file(petition);
  await picture(chen.page, "receipt", { phone: { tall: 1400 }, desk: { tall: 1080 } });

  print("the community acknowledges it, and no more");
  const first = await community.mailAbout(receipt, "hou.jun@anhe.example");
  const mail = await (await newPerson(browser)).newPage();
  await mail.setContent(first.html);
  await picture(mail, "task-mail", { phone: { tall: 1400 }, desk: { tall: 1080 } });
  await clock.pass(110);
  await community.open(first);
  await community.does("acknowledge");

  print("its deadline passes, and the township has it");
  await clock.pastEnd(receipt.caseId, "step");
  const second = await township.mailAbout(receipt, "lin.jiayi@anhe.example");
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
  await township.page.click("a[href^='/clocks#']");
  await township.page.waitForSelector(".course");
  await picture(township.page, "clocks", {
    phone: { tall: 1040 },
    desk: { tall: 780 },
  });
  await explained(stage, "escalated", receipt.caseId);

  print("the township answers, and the petitioner reads the letter");
  await township.open(second);
  await done(
    township.does("recordContact", {
      contact: "heard",
      said: "电话听取。您说防护网装上以后仍有碎石落下，希望孩子放学前停工，并写明哪天拆除脚手架。",
    }),
  );
  await township.open(second);
  await done(township.does("reply", answer));
  await clock.pass(240);
  await chen.look(receipt);
  await picture(chen.page, "status", { phone: { tall: 1730 }, desk: { tall: 1800 } });
  await Promise.all([chen, community, township].map((person) => person.leave()));
};
