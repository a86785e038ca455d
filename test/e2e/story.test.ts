import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lastDayOf } from "#case/state/running.ts";
import { isAsking } from "#case/state/standing.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import { extendPeriod } from "#clock/period.ts";
import { staffOf } from "#directory/routing.ts";
import { escalationOrder, type StepLevel } from "#ground/levels.ts";
import { launchBrowser } from "../../local/browser.ts";
import { type DistrictOptions, type LocalDistrict, startDistrict } from "../../local/district.ts";
import { clientConfig } from "../../local/emulator.ts";
import { inboxAt, type ReceivedMail } from "../../local/inbox.ts";
import { taskOf } from "../../local/mailed-task.ts";
import {
  doOn,
  fileChecked,
  fillPetition,
  type GivenReceipt,
  mailWith,
  receiptOn,
  sendForm,
  sendTask,
  staff,
} from "../../local/people.ts";
import { freePorts } from "../../local/port.ts";
import type { SamplePetition } from "../../local/samples.ts";
import { demoDistrict } from "../fixtures/demo-district.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { petitioner, typed } from "./petitioner.ts";
import { recordOf, until } from "./record.ts";
import { handlingStories } from "./stories-of-handling.ts";

const run = promisify(execFile);

let district: LocalDistrict;
let browser: Browser;
let record: ReturnType<typeof recordOf>;
let inbox: ReturnType<typeof inboxAt>;

let options: Pick<DistrictOptions, "ports" | "dir" | "samples">;
const directory = demoDistrict();

beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), "huiyin-e2e-"));
  options = { ports: await freePorts(), dir, samples: false };
  await start();
  browser = await launchBrowser();
  ends.push(() => browser.close());
});
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
  await removeFolder(options.dir);
});

/** What ends what was started by then, also when the start failed half-way. */
const ends: (() => Promise<void>)[] = [];

const start = async (): Promise<void> => {
  const started = await startDistrict(options);
  ends.push(started.stop);
  district = started;
  record = recordOf(district);
  inbox = inboxAt(district.mailbox);
};

/** Waits until the case's step is open at a level, and gives the mail that brings it to its owner. */
const taskMailAt = async ({ caseId, number }: GivenReceipt, level: StepLevel): Promise<ReceivedMail> => {
  const owner = await until(`${caseId} opens at ${level}`, async () => {
    const petition = await record.load(caseId);
    return (
      (petition.status === "handling" || petition.status === "screening") && petition.level === level && petition.owner
    );
  });
  const { email } = staffOf(directory, owner);
  return mailWith(inbox, number, email);
};

/** What a command prints, which its file carries out as npm does. */
const printedBy = async (
  command: "why" | "give-register-pass" | "merge-cases" | "unmerge-case",
  ...options: string[]
): Promise<string> => {
  const { accessKeyId, secretAccessKey } = clientConfig(district.endpoint).credentials;
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, `../../local/${command}.ts`), ...options], {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: district.endpoint,
      AWS_REGION: clientConfig(district.endpoint).region,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      CASES_TABLE: district.outputs.CasesTable,
      DEADLINES_TABLE: district.outputs.DeadlinesTable,
      DIRECTORY_TABLE: district.outputs.DirectoryTable,
    },
  });
  return stdout;
};

/** Explains a case as `npm run why` does. */
const why = (caseId: string, ...options: string[]): Promise<string> => printedBy("why", caseId, ...options);

/** The states in which the workflow waits for people. */
const stations = [
  "Bureau decides on acceptance",
  "Community watches over the case",
  "Township answers",
  "Department answers",
  "District leader decides",
  "Petitioner may ask for review",
];

const answer = {
  outcome: "resolved",
  facts: "经现场查看，屋面防水层老化开裂。",
  rule: "《住宅专项维修资金管理办法》第二十四条",
  decision: "十二月二十日前完成屋面防水修缮，费用由维修资金列支。",
};

/** What is recorded before the answer, today. */
const heard = { contact: "heard", said: "电话听取：雨后就漏，希望年底前修好。" };

describe("one petition climbs the chain", () => {
  let receipt: GivenReceipt;
  let first: ReceivedMail;
  let second: ReceivedMail;

  it("is filed on the page, and the community handler's task mail arrives", async () => {
    const chen = await petitioner(browser, district);
    receipt = await chen.file();
    expect(receipt.number).toMatch(/^安和信〔\d{4}〕\d{4}号$/);
    expect(receipt.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    first = await taskMailAt(receipt, "community");
    expect(`${first.text}${first.html}`).not.toMatch(/陈桂芳|13900002468|漏水|501 室/);
    await chen.leave();
  });

  it("does not move when a scanner fetches the link, with or without running its scripts", async () => {
    const before = await record.settledItems();
    const { link } = taskOf(first);
    for (const method of ["GET", "HEAD"]) expect((await fetch(link, { method })).status).toBe(200);
    const scanner = await staff(browser, inbox);
    const shown = await scanner.follow(link);
    expect(shown).toContain(receipt.number);
    expect(shown).not.toMatch(/陈桂芳|漏水/);
    await scanner.leave();
    expect(await record.items()).toEqual(before);
  });

  it("is acknowledged by the handler, who typed the six digits", async () => {
    const handler = await staff(browser, inbox);
    const { code } = taskOf(first);
    await handler.follow(taskOf(first).link);
    await handler.page.fill("[name=code]", code === "000000" ? "000001" : "000000");
    await sendTask(handler.page, () => sendForm(handler.page));
    expect(await handler.page.innerText("main")).toContain("验证码不对");

    const task = await handler.open(first);
    expect(task).toContain("陈桂芳");
    expect(task).toContain("漏水");
    expect(await handler.does("acknowledge")).toContain("签收");
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "handling", responsible: { unit: "nanyuan" } });
    await handler.leave();
  });

  it("goes up to the township when the deadline passes; the old link says where it went", async () => {
    await record.letLapse(receipt.caseId);
    second = await taskMailAt(receipt, "township");
    const handler = await staff(browser, inbox);
    const page = await handler.follow(taskOf(first).link);
    expect(page).toContain("这件事项已经转走");
    expect(page).toContain("柳溪街道办事处");
    await handler.leave();
  });

  it("is answered by the township; a second click is told what the first one did", async () => {
    const officer = await staff(browser, inbox);
    await officer.open(second);
    await officer.does("recordContact", heard);
    await officer.open(second);
    const other = await officer.page.context().newPage();
    await other.goto(taskOf(second).link);
    await other.waitForSelector("#commands");

    expect(await officer.does("reply", answer)).toContain("答复");
    const told = await doOn(other, "reply", { ...answer, decision: "另一份答复" });
    expect(told).toContain("这个链接已经用过");
    expect(told).toContain("林佳怡");
    expect(await record.load(receipt.caseId)).toMatchObject({
      status: "delivering",
      letter: { outcome: answer.outcome },
    });
    await officer.leave();
  });

  it("is read by the petitioner, who sees until when a review can be asked for and who has seen their name", async () => {
    const chen = await petitioner(browser, district);
    expect(await chen.look({ ...receipt, phoneTail: "0000" })).toContain("不对");
    const page = await chen.look(receipt);
    expect(page).toContain(answer.decision);
    expect(page).toContain("申请复查");
    const petition = await record.load(receipt.caseId);
    expect(petition).toMatchObject({ status: "window", delivery: { how: "opened" } });
    expect(page).toContain("南园社区");
    await chen.leave();
  });

  it("closes after the window with the answer's own outcome, and the execution shows the chain", async () => {
    await record.letLapse(receipt.caseId);
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "closed", outcome: "resolved" });
    const chain = await until("the execution has ended", async () => {
      const states = await record.execution(receipt.caseId);
      return states.includes("ExecutionSucceeded") && states;
    });
    expect(chain.filter((state) => stations.includes(state))).toEqual([
      "Community watches over the case",
      "Township answers",
      "Petitioner may ask for review",
    ]);
  });

  it("is explained to a colleague: which clock moved it up, and why", async () => {
    const explained = await why(receipt.caseId);
    expect(explained).toContain("自动转到柳溪街道办事处");
    expect(explained).toMatch(/原因：办理环节期限（第 1 个）.*7 日.*到期没有办结/);
    expect(explained).toContain("链条完整");
    expect(await why(receipt.caseId, "--lang", "en")).toContain("their chain is whole");
  });
});

describe("a case that nobody touches", () => {
  it("climbs to the district leader, who answers", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file();
    await taskMailAt(receipt, "community");
    for (const level of escalationOrder.slice(1)) {
      await record.letLapse(receipt.caseId);
      await taskMailAt(receipt, level);
    }
    const leader = await staff(browser, inbox);
    await leader.open(await taskMailAt(receipt, "leader"));
    await leader.does("acknowledge");
    await leader.open(await taskMailAt(receipt, "leader"));
    await leader.does("recordContact", heard);
    await leader.open(await taskMailAt(receipt, "leader"));
    await leader.does("reply", { ...answer, outcome: "explained" });
    expect(await chen.look(receipt)).toContain(answer.facts);
    const levels = (await record.history(receipt.caseId)).events.flatMap(({ fact }) =>
      fact.type === "stepOpened" ? [fact.level] : [],
    );
    expect(levels).toEqual(escalationOrder);
    await chen.leave();
    await leader.leave();
  });
});

describe("a settlement", () => {
  it("is reached in the community and counts when the petitioner confirms it", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file();
    const handler = await staff(browser, inbox);
    await handler.open(await taskMailAt(receipt, "community"));
    await handler.does("proposeSettlement", { terms: "物业更换屋面防水层。", done: "already" });
    expect(await chen.look(receipt)).toContain("物业更换屋面防水层");
    await chen.page.click("form:has(input[value='confirmSettlement']) button[type=submit]");
    await chen.page.waitForLoadState();
    expect(await chen.page.innerText("main")).toContain("请核对：确认已解决");
    await chen.page.click("form:has(input[value='confirmSettlement']) button[type=submit]");
    await chen.page.waitForLoadState();
    expect(await chen.page.innerText("main")).toContain("您已确认解决");
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "closed", how: "settled", outcome: "resolved" });
    await until("the execution has ended", async () =>
      (await record.execution(receipt.caseId)).includes("ExecutionSucceeded"),
    );
    await chen.leave();
    await handler.leave();
  });
});

describe("a withdrawal", () => {
  it("lets the case rest once the petitioner has ticked that they know what it means; the owner is told, and told again when it is undone", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file();
    const handler = await staff(browser, inbox);
    const mail = await taskMailAt(receipt, "community");
    await handler.open(mail);
    await chen.look(receipt);
    const form = "form:has(input[value='withdraw'])";
    await chen.page.click("form[action='/mine'] button[type=submit]");
    await chen.page.waitForLoadState();
    await chen.page.click("#withdrawal summary");
    await chen.page.click(`${form} button[type=submit]`);
    await chen.page.waitForLoadState();
    expect(await chen.page.innerText("main")).toContain("请核对：撤回诉求");
    await chen.page.click(`${form} button[type=submit]`);
    await chen.page.waitForLoadState();
    expect(await chen.page.innerText("main")).toContain("请先勾选");
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "handling" });

    await chen.page.check(`${form} [name=understood]`);
    await chen.page.click(`${form} button[type=submit]`);
    await chen.page.waitForLoadState();
    expect(await chen.page.innerText("main")).toContain("您的诉求已撤回");
    await chen.page.click("form[action='/status'] button[type=submit]");
    await chen.page.waitForLoadState();
    expect(await chen.readStory()).toContain("您撤回了诉求，办理停止。");
    await chen.page.click("form[action='/status'] button[type=submit]");
    await chen.page.waitForLoadState();
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "withdrawing" });

    const [owner] = mail.to;
    if (owner === undefined) throw new Error("The email has no reader");
    await inbox.waitFor(owner.address, ({ subject }) => subject.includes("已撤回") && subject.includes(receipt.number));
    const past = await handler.follow(taskOf(mail).link);
    expect(past).toContain("信访人已撤回这件事项");
    expect(past).toContain("信访人撤回诉求");
    await until("the execution has ended", async () =>
      (await record.execution(receipt.caseId)).includes("ExecutionSucceeded"),
    );

    const undo = "form:has(input[value='undoWithdrawal'])";
    await chen.page.click(`${undo} button[type=submit]`);
    await chen.page.waitForLoadState();
    expect(await chen.readStory()).toContain("您恢复了办理");
    await until("the next step is open", async () => (await record.load(receipt.caseId)).stepNo === 2);
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "handling", level: "community", epoch: 2 });
    for (const who of [chen, handler]) await who.leave();
  });
});

describe("an extension", () => {
  it("is asked for by the handler and approved by the head from a mailed link; the petitioner reads the new day", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file({ category: "wages-labour" });
    const handler = await staff(browser, inbox);
    await handler.open(await taskMailAt(receipt, "department"));
    const reason = "需要等劳动能力鉴定结论。";
    expect(await handler.does("askExtension", { days: "15", reason })).toContain("申请延期");

    const asked = await record.load(receipt.caseId);
    if (!isAsking(asked)) throw new Error(`Nothing is asked: the case is ${asked.status}`);
    const { email } = staffOf(directory, asked.extension.head.staff);
    const mail = await inbox.waitFor(email, ({ subject }) => subject.includes(receipt.number));
    expect(`${mail.text}${mail.html}`).not.toMatch(/陈桂芳|鉴定/);
    const head = await staff(browser, inbox);
    const task = await head.open(mail);
    expect(task).toContain(reason);
    expect(task).not.toContain("陈桂芳");
    expect(await head.does("approveExtension")).toContain("同意延期");

    const [lastDay, answerBy] = [lastDayOf(asked, "step"), lastDayOf(asked, "handling")].map(
      (day) => extendPeriod(chineseCalendar(), day, 15).lastDay,
    );
    const extended = await record.load(receipt.caseId);
    expect(extended).toMatchObject({ extensionDecided: "approved" });
    expect([lastDayOf(extended, "step"), lastDayOf(extended, "handling")]).toEqual([lastDay, answerBy]);
    await chen.look(receipt);
    const story = await chen.readStory();
    expect(story).toContain(`原因：${reason}`);
    expect(story).toContain("办理期限延长 15 日");
    expect(story).toContain("依据：《信访工作条例》第三十四条");
    expect(await head.follow(taskOf(mail).link)).toContain("这个链接已经用过");
    await record.letLapse(receipt.caseId);
    await taskMailAt(receipt, "leader");
    for (const who of [chen, handler, head]) await who.leave();
  });
});

describe("a petition about an office", () => {
  it("never reaches it: the township gets it at once, and the petitioner reads why", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file({ about: "nanyuan" });
    await taskMailAt(receipt, "township");
    await chen.look(receipt);
    expect(await chen.readStory()).toContain("依规回避，直接转到柳溪街道办事处");
    const opened = (await record.history(receipt.caseId)).events.flatMap(({ fact }) =>
      fact.type === "stepOpened" ? [fact.unit] : [],
    );
    expect(opened).toEqual(["liuxi-jiedao"]);
    await chen.leave();
  });
});

describe("a category that is not accepted at once", () => {
  it("is accepted by the bureau from a mailed link, and then goes to the community", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file({ category: "land-demolition" });
    const bureau = await staff(browser, inbox);
    await bureau.open(await taskMailAt(receipt, "bureau"));
    await bureau.does("accept");
    await taskMailAt(receipt, "community");
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "handling", level: "community" });
    await chen.leave();
    await bureau.leave();
  });

  it("is guided to its procedure, and the petitioner reads where to go, with what, and until when", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file({ category: "medical" });
    const bureau = await staff(browser, inbox);
    await bureau.open(await taskMailAt(receipt, "bureau"));
    const explanation = "您已就同一事项向区人民法院起诉，法院正在审理。";
    await bureau.does("guide", { route: "litigation", explanation });
    const page = await chen.look(receipt);
    const route = directory.policy.routes.find(({ id }) => id === "litigation");
    for (const words of [explanation, route?.where.zh, route?.papers.zh, "6 个月", "不延长其他法定途径的期限"]) {
      expect(page).toContain(words);
    }
    await chen.leave();
    await bureau.leave();
  });

  it("is not accepted, and the petitioner reads on what ground and where to go", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file({ category: "medical" });
    const bureau = await staff(browser, inbox);
    await bureau.open(await taskMailAt(receipt, "bureau"));
    const explanation = "区卫生健康委员会正在办理同一事项，会书面答复您。";
    const where = "区卫生健康委员会，2026年11月12日受理";
    await bureau.does("notAccept", { ground: "already-in-hand", where, explanation });
    const page = await chen.look(receipt);
    const ground = directory.policy.grounds.find(({ id }) => id === "already-in-hand");
    for (const words of [explanation, where, ground?.article.zh, ground?.instead.zh]) expect(page).toContain(words);
    await chen.leave();
    await bureau.leave();
  });
});

describe("somebody without a phone, at a window, with a neighbour who acts for them", () => {
  const said = {
    ...typed,
    story: "楼道里的灯坏了半年，夜里上下楼看不见台阶。",
    name: "何秀珍",
    codeOnly: "yes",
    address: "桂花巷12号3幢102室",
    forSomebody: "yes",
    agentName: "陆新华",
    agentPhone: "13900005678",
    relation: "neighbour",
    asked: "yes",
  } as const;

  it("is registered for, leaves with a code on paper, and is told what the neighbour agreed to", async () => {
    const clerk = await staff(browser, inbox);
    const printed = await printedBy("give-register-pass", "--for", "zhou-min", "--days", "1");
    const [address = ""] = /\/register\?pass=[\w-]+/.exec(printed) ?? [];
    await clerk.page.goto(`${district.baseUrl}${address}`);
    await clerk.page.check("[name=channel][value=window]");
    const { phone: _, ...heardThere } = said;
    await fillPetition(clerk.page, heardThere);
    await clerk.page.check("[name=checked][value=readBack]");
    await sendForm(clerk.page);
    await clerk.page.waitForURL(/check$/);
    expect(await clerk.page.innerText("main")).toContain("已向本人宣读，本人确认无误");
    await fileChecked(clerk.page);
    await clerk.page.waitForSelector(".receipt");
    const receipt = { ...(await receiptOn(clerk.page, district)), phoneTail: "" };
    expect(await clerk.page.innerText("main")).toContain("信访事项接收（受理）告知书");
    const code = await clerk.page.innerText(".agents-receipt .code");
    expect((await record.history(receipt.caseId)).events[0]).toMatchObject({
      by: { kind: "staff", id: "zhou-min" },
      fact: { type: "registered", brought: { channel: "window", checked: { how: "readBack" } } },
    });
    await clerk.leave();

    const he = await petitioner(browser, district);
    const paper = { ...receipt, phoneTail: receipt.number };
    await he.look(paper);
    expect(await he.readStory()).toContain("代您登记");
    await he.look(paper);
    await he.page.click("form[action='/mine'] button[type=submit]");
    await he.page.waitForLoadState();
    await he.page.click("form:has(input[value=confirmAgent]) button[type=submit]");
    await he.page.waitForLoadState();
    await he.page.fill("[name=wholePhone]", receipt.number);
    await he.page.check("[name=maySettle]");
    await he.page.click("form:has(input[value=confirmAgent]) button[type=submit]");
    await he.page.waitForSelector("#agents");

    const handler = await staff(browser, inbox);
    await handler.open(await taskMailAt(receipt, "community"));
    await handler.does("proposeSettlement", { terms: "物业当天换好楼道的灯。", done: "already" });
    const neighbour = await petitioner(browser, district);
    expect(await neighbour.look({ ...receipt, code, phoneTail: "5678" })).toContain("您是信访人的代理人：陆新华");
    const confirm = "form:has(input[value=confirmSettlement])";
    await neighbour.page.click(`${confirm} button[type=submit]`);
    await neighbour.page.waitForLoadState();
    await neighbour.page.fill(`${confirm} [name=wholePhone]`, "13900005678");
    await neighbour.page.click(`${confirm} button[type=submit]`);
    await neighbour.page.waitForLoadState();
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "closed", how: "settled" });
    await he.look(paper);
    expect(await he.readStory()).toContain("您的代理人陆新华");
    const explained = await why(receipt.caseId);
    for (const words of ["代登记", "（窗口，", "已向本人宣读核对"]) expect(explained).toContain(words);
    for (const who of [he, handler, neighbour]) await who.leave();
  });
});

handlingStories(() => ({ district, browser, directory, inbox, record, why, taskMailAt }));

describe("two petitions of one matter", () => {
  /** The office that answers has heard the petitioner before. */
  const bureau = directory.staff.find(({ unit }) => unit === directory.district.bureau)?.id ?? "";
  const merges = (lead: GivenReceipt, member: GivenReceipt): Promise<string> =>
    printedBy("merge-cases", lead.caseId, member.caseId, "--by", bureau, "--asks", "1");

  it("are handled in one, parted by a petitioner, merged again, and answered by a letter each", async () => {
    const chen = await petitioner(browser, district);
    const lead = await chen.file({ story: "6 号楼西侧下水道堵了，污水返到一楼。" });
    const other = await petitioner(browser, district);
    const member = await other.file({ story: "6 号楼 102 室，厕所里返污水，气味很大。", email: "" });
    const handler = await staff(browser, inbox);
    for (const receipt of [lead, member]) {
      await handler.open(await taskMailAt(receipt, "community"));
      await handler.does("acknowledge");
      await handler.open(await taskMailAt(receipt, "community"));
      await handler.does("reportUpward", { reason: "要请市政一起疏通。" });
    }
    const officer = await staff(browser, inbox);
    for (const receipt of [lead, member]) {
      await officer.open(await taskMailAt(receipt, "township"));
      await officer.does("recordContact", heard);
    }

    expect(await merges(lead, member)).toContain("is handled in");
    const merged = await other.look(member);
    for (const words of ["合并办理", "柳溪街道办事处"]) expect(merged).toContain(words);
    for (const hidden of [typed.name, "污水返到一楼", lead.number]) expect(merged).not.toContain(hidden);
    expect(await chen.look(lead)).toContain("另有 1 件");
    await other.page.click("form[action='/mine'] button[type=submit]");
    await other.page.waitForSelector("#alone");
    const alone = "form:has(input[value=handleAlone])";
    await other.page.click(`${alone} button[type=submit]`);
    await other.page.fill(`${alone} [name=wholePhone]`, typed.phone);
    await other.page.click(`${alone} button[type=submit]`);
    await other.page.waitForLoadState();
    await until("the step opens where it stood", async () => {
      const c = await record.load(member.caseId);
      return c.status === "handling" && c.level === "township";
    });
    await until("the lead knows", async () => (await record.load(lead.caseId)).members === undefined);

    await merges(lead, member);
    await officer.open(await taskMailAt(lead, "township"));
    expect(await officer.page.innerText("main")).toContain("另有 1 件");
    await officer.does("reply", answer);
    await until("the other is answered too", async () => (await record.load(member.caseId)).status === "delivering");
    const answered = await other.look(member);
    expect(answered).toContain(answer.decision);
    const letters = await Promise.all([lead, member].map(async ({ caseId }) => record.load(caseId)));
    const numbers = letters.map((c) => ("letter" in c ? c.letter?.number : undefined));
    expect(new Set(numbers).size).toBe(2);
    const explained = await why(member.caseId);
    for (const words of ["并入该件办理", "要求单独办理", "另发书面答复"]) expect(explained).toContain(words);
    for (const who of [chen, other, handler, officer]) await who.leave();
  });

  it("are parted by the bureau, and each goes its way", async () => {
    const chen = await petitioner(browser, district);
    const [lead, member] = [
      await chen.file({ story: "7 号楼电梯停了。" }),
      await chen.file({ story: "8 号楼电梯停了。" }),
    ];
    const handler = await staff(browser, inbox);
    await handler.open(await taskMailAt(member, "community"));
    await handler.does("recordContact", heard);
    await merges(lead, member);
    expect(await printedBy("unmerge-case", member.caseId, "--by", bureau)).toContain("goes on where it stood");
    await taskMailAt(member, "community");
    await chen.look(member);
    expect(await chen.readStory()).toContain("恢复单独办理");
    for (const who of [chen, handler]) await who.leave();
  });
});

describe("a petition that neighbours join", () => {
  const names = ["李卫东", "赵敏玉", "孙长河"] as const;
  const phone = "13900005678";

  it("is joined by three with a code, two of whom leave; the office reads how many they are, and the third reads how it ends", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file({ story: "4 号楼门口的路灯杆歪了，夜里风大时晃得厉害。" });
    await chen.look(receipt);
    await chen.page.click("form[action='/mine'] button[type=submit]");
    await chen.page.waitForSelector("#joint");
    const opening = "form:has(input[value=openJoining])";
    await chen.page.click(`${opening} button[type=submit]`);
    await chen.page.fill(`${opening} [name=wholePhone]`, typed.phone);
    await chen.page.click(`${opening} button[type=submit]`);
    await chen.page.waitForSelector("#joint .code");
    const code = await chen.page.innerText("#joint .code");

    const neighbours: Awaited<ReturnType<typeof petitioner>>[] = [];
    for (const name of names) {
      const neighbour = await petitioner(browser, district);
      neighbours.push(neighbour);
      const { page } = neighbour;
      await page.goto(`${district.baseUrl}/join`);
      await page.fill("[name=code]", code);
      await page.click("form#join > button");
      await page.waitForSelector("form#sign");
      const asked = await page.innerText("main");
      expect(asked).toContain(receipt.number);
      for (const hidden of [typed.name, "路灯杆"]) expect(asked).not.toContain(hidden);
      await page.fill("[name=name]", name);
      await page.fill("[name=phone]", phone);
      await page.click("form#sign > button");
      await page.waitForSelector(".receipt .code");
      await page.click("form[action='/joint'] button[type=submit]");
      await page.waitForSelector(".chain");
    }
    for (const { page } of neighbours.slice(0, 2)) {
      await page.click("#leave summary");
      await page.fill("#leaving [name=wholePhone]", phone);
      await page.click("#leaving > button");
      await page.waitForSelector("h1:has-text('您已经退出联名')");
    }
    const events = (await record.history(receipt.caseId)).events.map(({ fact }) => fact.type);
    expect(events.filter((type) => type === "joined")).toHaveLength(3);
    expect(events.filter((type) => type === "left")).toHaveLength(2);
    expect(await chen.look(receipt)).toContain("另有 1 人联名。");

    const handler = await staff(browser, inbox);
    await handler.open(await taskMailAt(receipt, "community"));
    const task = await handler.page.innerText("main");
    expect(task).toContain("另有 1 人联名。");
    for (const name of names) expect(task).not.toContain(name);
    await handler.does("proposeSettlement", { terms: "路灯杆已经扶正加固。", done: "already" });
    await chen.look(receipt);
    const confirm = "form:has(input[value=confirmSettlement])";
    await chen.page.click(`${confirm} button[type=submit]`);
    await chen.page.fill(`${confirm} [name=wholePhone]`, typed.phone);
    await chen.page.click(`${confirm} button[type=submit]`);
    await chen.page.waitForLoadState();
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "closed", how: "settled" });

    const [, , third] = neighbours;
    await third?.page.reload();
    const seen = (await third?.page.innerText("main")) ?? "";
    expect(seen).toContain("您是联名人：孙长河");
    expect(seen).not.toContain("我想退出");
    const explained = await why(receipt.caseId);
    for (const words of ["开放了联名", "有一人联名（第 3 位）", "有一人退出联名（第 1 位）"]) {
      expect(explained).toContain(words);
    }
    for (const who of [chen, handler, ...neighbours]) await who.leave();
  });
});

describe("a form with mistakes", () => {
  const mistakes: [string, Partial<SamplePetition>, { zh: string; en: string }][] = [
    ["a story of 100,000 characters", { story: "长".repeat(100_000) }, { zh: "最多 5000 字", en: "at most 5,000" }],
    [
      "a heap of marks",
      { story: `水管${"\u0301".repeat(31)}坏了` },
      { zh: "叠了太多附加符号", en: "heaped on one letter" },
    ],
    ["a phone number with ten digits", { phone: "1390000246" }, { zh: "手机号是 11 位", en: "has 11 digits" }],
    ["an unknown community", { community: "atlantis" }, { zh: "请从列表里选择", en: "not in the list" }],
  ];

  const send = async (fields: Record<string, string>, lang: "zh" | "en"): Promise<{ status: number; page: string }> => {
    const reply = await fetch(`${district.baseUrl}/petition`, {
      method: "POST",
      headers: { origin: district.baseUrl, cookie: `lang=${lang}` },
      body: new URLSearchParams({ ...fields, submission: crypto.randomUUID() }),
    });
    return { status: reply.status, page: await reply.text() };
  };

  it.each(mistakes)(
    "names the field in both languages, keeps what was typed and writes nothing: %s",
    async (_, wrong, words) => {
      const before = await record.settledItems();
      for (const lang of ["zh", "en"] as const) {
        const { status, page } = await send({ ...typed, ...wrong }, lang);
        expect(status).toBe(422);
        expect(page).toContain(words[lang]);
        expect(page).toContain(typed.name);
        const [field] = Object.keys(wrong);
        expect(page).toContain(`href="#${field}"`);
      }
      expect(await record.items()).toEqual(before);
    },
  );

  it("names every field of an empty form", async () => {
    const before = await record.settledItems();
    const { status, page } = await send({}, "zh");
    expect(status).toBe(422);
    for (const field of Object.keys(typed)) expect(page).toContain(`href="#${field}"`);
    expect(await record.items()).toEqual(before);
  });

  it("keeps what a person typed in the browser, and takes it once it is put right", async () => {
    const chen = await petitioner(browser, district);
    await chen.page.goto(district.baseUrl);
    await fillPetition(chen.page, { ...typed, phone: "1390000" });
    await sendForm(chen.page);
    await chen.page.waitForSelector("a[href='#phone']");
    expect(await chen.page.inputValue("[name=story]")).toBe(typed.story);
    expect(await chen.page.inputValue("[name=community]:checked")).toBe(typed.community);
    await chen.page.fill("[name=phone]", typed.phone);
    await sendForm(chen.page);
    await fileChecked(chen.page);
    await chen.page.waitForSelector(".receipt");
    await chen.leave();
  });
});

describe("two people at the same moment", () => {
  it("one wins, and the other is told what happened", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file({ category: "wages-labour" });
    const mail = await taskMailAt(receipt, "department");
    const [one, two] = [await staff(browser, inbox), await staff(browser, inbox)];
    await one.open(mail);
    await one.does("recordContact", heard);
    await one.open(mail);
    await two.open(mail);
    const told = await Promise.all([
      one.does("reply", answer),
      two.does("reportUpward", { reason: "涉及多个部门，需要区领导协调。" }),
    ]);
    expect(told.filter((page) => page.includes("这个链接已经用过"))).toHaveLength(1);
    const outcomes = (await record.history(receipt.caseId)).events.filter(({ fact }) =>
      ["replied", "reportedUpward"].includes(fact.type),
    );
    expect(outcomes).toHaveLength(1);
    for (const who of [chen, one, two]) await who.leave();
  });
});

describe("the emulator is killed in the middle of a case", () => {
  it("comes back with its tables but without the running execution, and the case goes on", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file();
    await taskMailAt(receipt, "community");
    // What was changed within a second before a power cut may be lost with it.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const { status, epoch } = await record.load(receipt.caseId);
    expect({ status, epoch }).toEqual({ status: "handling", epoch: 1 });
    await district.kill();
    await start();
    await until("a new execution waits at the community", async () => {
      const { stepNo } = await record.load(receipt.caseId);
      return (await record.waitingEpoch(receipt.caseId, stepNo)) === 2;
    });
    expect(await record.load(receipt.caseId)).toMatchObject({ status: "handling", level: "community", epoch: 2 });
    expect(await record.execution(receipt.caseId, 2)).toContain("Community watches over the case");
    await record.letLapse(receipt.caseId);
    await taskMailAt(receipt, "township");
    expect(await why(receipt.caseId)).toContain(`${receipt.caseId}.2`);
    await chen.leave();
  });

  // The last: its case waits for the redrive, and nothing that moves the clock should wait with it.
  it("a receipt that was shown the moment before is of a petition that is stored", async () => {
    const chen = await petitioner(browser, district);
    const receipt = await chen.file();
    await district.kill();
    await start();
    expect(await record.load(receipt.caseId)).toMatchObject({ id: receipt.caseId });
    expect(await chen.look(receipt)).toContain(receipt.number);
    await chen.leave();
  });
});

describe("a dump of all tables after these stories", () => {
  /** What people wrote above, whole or a telling part of it. */
  const written = [
    typed.name,
    "何秀珍",
    "夜里上下楼",
    "13900005678",
    "陆新华",
    "李卫东",
    "孙长河",
    "路灯杆",
    typed.phone,
    typed.story,
    typed.place,
    typed.ask,
    "一直漏水",
    "501 室",
    "屋面防水修好",
    answer.facts,
    answer.rule,
    answer.decision,
    "防水层老化",
    "维修资金",
    "十二月二十日",
    "物业周五前更换屋面防水层",
    "需要等劳动能力鉴定结论",
    "您已就同一事项向区人民法院起诉",
    "案件正在审理",
    "涉及多个部门",
    "需要区领导协调",
  ];

  it("holds none of what was written in the clear", async () => {
    const dump = await record.dump();
    expect(dump.length).toBeGreaterThan(10_000);
    expect(dump).toContain("ANHE-2026-0001");
    expect(written.filter((text) => dump.includes(text) || dump.includes(JSON.stringify(text).slice(1, -1)))).toEqual(
      [],
    );
  });
});
