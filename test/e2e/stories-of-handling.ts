import type { Browser } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Case } from "#case/state/case.ts";
import { actor, isObjecting, isProposing } from "#case/state/standing.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import { staffOf } from "#directory/routing.ts";
import type { StepLevel } from "#ground/levels.ts";
import type { LocalDistrict } from "../../local/district.ts";
import type { inboxAt, ReceivedMail } from "../../local/inbox.ts";
import { type GivenReceipt, mailWith, staff } from "../../local/people.ts";
import { petitioner, typed } from "./petitioner.ts";
import { type recordOf, until } from "./record.ts";

/** A district that runs, and what looks behind its pages. */
export type StoryStage = {
  district: LocalDistrict;
  browser: Browser;
  directory: Directory;
  inbox: ReturnType<typeof inboxAt>;
  record: ReturnType<typeof recordOf>;
  why: (caseId: string) => Promise<string>;
  taskMailAt: (receipt: GivenReceipt, level: StepLevel) => Promise<ReceivedMail>;
};

/** What happens while a petition is handled, or goes to another body, in a browser on a deployed stage. */
export const handlingStories = (stage: () => StoryStage): void => {
  const emailOf = (id: string): string => staffOf(stage().directory, id).email;
  /** The newest mail that brings a case to somebody. */
  const mailTo = ({ number }: GivenReceipt, id: string): Promise<ReceivedMail> =>
    mailWith(stage().inbox, number, emailOf(id));
  const today = ({ changedAt }: Case) => districtDate(changedAt);

  describe("a petition that another body is to deal with", () => {
    it("is transferred, chased when that body is silent, and over once its receipt is here", async () => {
      const { browser, district, inbox, record, taskMailAt, why } = stage();
      const chen = await petitioner(browser, district);
      const receipt = await chen.file({ category: "medical", story: "邻区医院开出的发票金额不对。" });
      const bureau = await staff(browser, inbox);
      await bureau.open(await taskMailAt(receipt, "bureau"));
      await bureau.does("transfer", { body: "city-bureau", explanation: "医院在云澜市另一个区，由市信访局转办。" });
      const seen = await chen.look(receipt);
      for (const words of ["已转送云澜市信访局", "等待对方收到", "转送告知书"]) expect(seen).toContain(words);

      await record.letLapse(receipt.caseId);
      const silent = await record.load(receipt.caseId);
      expect(silent.status).toBe("transferring");
      const who = actor(silent);
      if (who === undefined) throw new Error("Nobody has the transfer");
      await bureau.open(await mailTo(receipt, who.staff));
      const reference = "云信转〔2026〕88号";
      await bureau.does("recordReceipt", { on: today(await record.load(receipt.caseId)), reference });
      expect(await record.load(receipt.caseId)).toMatchObject({ status: "transferred" });
      expect(await chen.look(receipt)).toContain(reference);
      const explained = await why(receipt.caseId);
      for (const words of ["转送云澜市信访局", "回执"]) expect(explained).toContain(words);
      await chen.leave();
      await bureau.leave();
    });
  });

  describe("a unit that says that a case is not its own", () => {
    it("is refused once, and agreed with by the bureau's head the second time; the petitioner reads who has it now", async () => {
      const { browser, district, inbox, record, taskMailAt, why } = stage();
      const chen = await petitioner(browser, district);
      const receipt = await chen.file({ category: "roads-traffic", story: "南园路口的公交站牌被撞歪，一直没有人扶。" });
      const handler = await staff(browser, inbox);
      const mail = await taskMailAt(receipt, "community");
      await handler.open(mail);
      await handler.does("acknowledge");
      const reason = "公交站牌由区交通运输局设置和养护，社区没有这一项职责，也没有养护经费和人员。";
      const objects = { rightUnitSought: "区交通运输局", reason };
      await handler.open(mail);
      expect(await handler.does("object", objects)).toContain("异议");

      const decides = async (): Promise<string> => {
        const c = await record.load(receipt.caseId);
        if (!isObjecting(c)) throw new Error(`Nobody objects: the case is ${c.status}`);
        return c.objection.decider.staff;
      };
      const officer = await staff(browser, inbox);
      const first = await decides();
      await officer.open(await mailTo(receipt, first));
      await officer.does("refuseObjection", { reason: "先由社区联系公交公司扶正，扶正不属于养护。" });
      await handler.open(mail);
      await handler.does("object", objects);
      const second = await decides();
      expect(second).not.toBe(first);
      const head = await staff(browser, inbox);
      const task = await head.open(await mailTo(receipt, second));
      expect(task).toContain(reason);
      expect(task).not.toContain(typed.name);
      await head.does("upholdObjection", { reason: "站牌设施的养护职责在区交通运输局。" });
      await taskMailAt(receipt, "department");
      expect(await record.load(receipt.caseId)).toMatchObject({ status: "handling", unit: "transport" });
      expect(await chen.look(receipt)).toContain("区交通运输局");
      const explained = await why(receipt.caseId);
      for (const words of ["异议", "区交通运输局"]) expect(explained).toContain(words);
      for (const one of [chen, handler, officer, head]) await one.leave();
    });
  });

  describe("a case that turns out to belong to another body", () => {
    it("goes there by its owner's proposal and the bureau's consent, and the workflow with it to the bureau", async () => {
      const { browser, district, inbox, record, taskMailAt, why } = stage();
      const chen = await petitioner(browser, district);
      const receipt = await chen.file({
        category: "roads-traffic",
        story: "云澜市那边修的高架桥，桥面接缝的噪音很大。",
      });
      const handler = await staff(browser, inbox);
      const mail = await taskMailAt(receipt, "community");
      await handler.open(mail);
      await handler.does("acknowledge");
      await handler.open(mail);
      const explanation = "高架桥由云澜市管养，桥面接缝的维修要由市里安排。";
      expect(await handler.does("proposeTransfer", { body: "city-bureau", explanation })).toContain("提请");
      await chen.look(receipt);
      expect(await chen.readStory()).toContain("不决定不等于同意");
      expect(await why(receipt.caseId)).toContain("提请：承办单位认为应当转送云澜市信访局");

      const proposed = await record.load(receipt.caseId);
      if (!isProposing(proposed)) throw new Error(`Nothing is proposed: the case is ${proposed.status}`);
      const officer = await staff(browser, inbox);
      const task = await officer.open(await mailTo(receipt, proposed.otherWay.decider.staff));
      expect(task).toContain(explanation);
      expect(task).not.toContain(typed.name);
      await officer.does("agreeOtherWay");
      const seen = await chen.look(receipt);
      for (const words of ["已转送云澜市信访局", "等待对方收到", "转送告知书"]) expect(seen).toContain(words);

      const waiting = await record.load(receipt.caseId);
      const who = actor(waiting);
      if (who === undefined) throw new Error("Nobody has the transfer");
      await officer.open(await mailTo(receipt, who.staff));
      await officer.does("recordReceipt", { on: today(waiting), reference: "云信转〔2026〕91号" });
      expect(await record.load(receipt.caseId)).toMatchObject({ status: "transferred", stepNo: 2 });
      expect(await why(receipt.caseId)).toContain("法定答复期限照常计算，对方收到为止");
      for (const one of [chen, handler, officer]) await one.leave();
    });
  });

  describe("a case that needs what other units know", () => {
    it("asks two of them: one answers, the other is late, and its head answers for it", async () => {
      const { browser, district, inbox, record, taskMailAt, why } = stage();
      const chen = await petitioner(browser, district);
      const receipt = await chen.file({ category: "roads-traffic", story: "南园北门的限高杆被撞断，货车都从这里走。" });
      const handler = await staff(browser, inbox);
      const mail = await taskMailAt(receipt, "community");
      await handler.open(mail);
      await handler.does("acknowledge");
      const wantedBy = dayAfter(today(await record.load(receipt.caseId)), 1);
      for (const [assistUnitSought, question] of [
        ["区交通运输局", "限高杆是哪个单位设置的？"],
        ["区住房和城乡建设局", "这条路移交市政管养了吗？"],
      ] as const) {
        await handler.open(mail);
        await handler.does("askAssistance", { assistUnitSought, question, wantedBy });
      }
      const holders = async () => {
        const c = await record.load(receipt.caseId);
        return c.status === "handling"
          ? (c.assists ?? []).map(({ unit, holder, over }) => ({ unit, holder, over }))
          : [];
      };
      const [transport] = await holders();
      const assistant = await staff(browser, inbox);
      const asked = await assistant.open(await mailTo(receipt, transport?.holder.staff ?? ""));
      expect(asked).toContain("限高杆是哪个单位设置的");
      expect(asked).not.toContain(typed.name);
      await assistant.does("contribute", { contribution: "2019 年由我局设置，产权在我局。" });

      await record.letDayPass(wantedBy);
      const late = await until("the other unit is late", async () => {
        const { events } = await record.history(receipt.caseId);
        return events.find(({ fact }) => fact.type === "assistanceLate");
      });
      expect(late.fact).toMatchObject({ unit: "housing" });
      const [, housing] = await holders();
      const head = await staff(browser, inbox);
      const lateMail = await inbox.waitFor(emailOf(housing?.holder.staff ?? ""), ({ text }) =>
        text.includes(receipt.number),
      );
      await head.open({ ...lateMail, text: lateMail.text.slice(lateMail.text.indexOf(receipt.number)) });
      await head.does("contribute", { contribution: "还没有移交，由建设单位管养。" });
      const owner = actor(await record.load(receipt.caseId));
      await handler.open(owner === undefined ? mail : await mailTo(receipt, owner.staff));
      const told = await handler.page.innerText("main");
      for (const words of ["产权在我局", "还没有移交"]) expect(told).toContain(words);
      await chen.look(receipt);
      expect(await chen.readStory()).toContain("区交通运输局已经答复承办单位");
      expect(await why(receipt.caseId)).toContain("逾期");
      for (const one of [chen, handler, assistant, head]) await one.leave();
    });
  });

  describe("a case for which a paper is missing", () => {
    it("asks for it, waits, and goes on once it is brought; the law's time has run on", async () => {
      const { browser, district, inbox, record, taskMailAt, why } = stage();
      const chen = await petitioner(browser, district);
      const receipt = await chen.file({ story: "5 号楼单元门禁坏了，维修资金已经交过。" });
      const handler = await staff(browser, inbox);
      const mail = await taskMailAt(receipt, "community");
      await handler.open(mail);
      await handler.does("acknowledge");
      const before = await record.load(receipt.caseId);
      const lawful = (c: Case) => c.running.find(({ clock }) => clock.kind === "handling")?.clock.due;
      await handler.open(mail);
      await handler.does("askMaterial", {
        list: "交维修资金的收据",
        reason: "要核对交到哪个账户。",
        bringTo: "南园社区服务站，拍照交来也可以",
        help: "不会拍照的，打电话请社区上门",
        bringBy: dayAfter(today(before), 2),
        nobodyHasIt: "yes",
      });
      const asked = await chen.look(receipt);
      for (const words of ["请您补充材料", "交维修资金的收据"]) expect(asked).toContain(words);
      await chen.page.click("form[action='/material'] button");
      const form = "form[action='/material/add']";
      await chen.page.fill(`${form} [name=material]`, "收据是 2024 年 3 月的，编号 0193，交到物业账户。");
      await chen.page.fill(`${form} [name=wholePhone]`, typed.phone);
      await chen.page.click(`${form} button[type=submit]`);
      await chen.page.waitForSelector(".received");
      const after = await record.load(receipt.caseId);
      expect(lawful(after)).toBe(lawful(before));
      const added = await inbox.waitFor(
        emailOf(actor(after)?.staff ?? ""),
        ({ subject, text }) => /待办/.test(subject) && text.includes(receipt.number) && text.includes("补充了材料"),
      );
      await handler.open({ ...added, text: added.text.slice(added.text.indexOf(receipt.number)) });
      await handler.page.click("a[href^='/case-story#']");
      await handler.page.waitForSelector("main:not(:has([data-task-entry]))");
      expect(await handler.page.innerText("main")).toContain("编号 0193");
      const explained = await why(receipt.caseId);
      for (const words of ["补充材料", "暂停"]) expect(explained).toContain(words);
      await chen.leave();
      await handler.leave();
    });
  });
};
