import { linkCode, linkHash } from "#access/task-link.ts";
import { newEntryId } from "#ground/ids.ts";
import { entryAddress } from "#register/door.ts";
import { linkOfTurn } from "#register/turn-link.ts";
import { secret, tokenFor } from "../contract/machine.ts";
import type { Flow } from "./coming-back.ts";
import { openTask, visit } from "./flows-of-staff.ts";

/** 三项建议: an officer writes a proposal, the bureau's head issues it, the unit answers it and reports what was done. */
export const proposing: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district, baseUrl } = stage;
  const caseId = await district.atDepartment();
  const id = newEntryId("proposal", "ah", 2026, 1, "7k3m9x2c4b8d");
  const links = [{ case: caseId, events: [1, 3] }];
  await district.openEntry(id, { by: "bureau-handler", typed: { sort: "work", unit: "housing" }, links });

  const mailed = async () => {
    const entry = await district.entries.load(id);
    if (entry?.turn === undefined) throw new Error(`${id} is nobody's`);
    const link = linkOfTurn(id, entry.turn);
    await district.links.makeIfMissing(linkHash(tokenFor(link)), link, "2026-03-02T04:00:00.000Z");
    return { link: `${baseUrl}${entryAddress}#${tokenFor(link)}`, code: linkCode(secret, link) };
  };

  const page = await person();
  const first = await mailed();
  await visit(here, page, first.link);
  await comeBack(page, "a proposal before its digits", "请起草建议书");
  await openTask(here, page, first);
  await comeBack(page, "a proposal that is to be written", "写好建议书");
  await page.click("form:has(input[value=handIn]) button[type=submit]");
  await page.waitForSelector("#errors");
  await page.fill("#handIn-facts", "同一路段三次逾期");
  await page.fill("#handIn-rule", "《信访工作条例》第三十四条");
  await page.fill("#handIn-asked", "改进派单流程");
  await page.click("form:has(input[value=handIn]) button[type=submit]");
  await page.getByText("已起草，等信访局负责人审定").first().waitFor();
  await comeBack(page, "a proposal that was handed in", "已起草，等信访局负责人审定");

  const head = await person();
  await openTask(here, head, await mailed());
  await comeBack(head, "a proposal that is to be issued", "同一路段三次逾期");
  await head.click("form:has(input[value=issue]) button[type=submit]");
  await head.getByText("已发出，等单位答复").first().waitFor();

  const unit = await person();
  await openTask(here, unit, await mailed());
  await comeBack(unit, "a proposal that is to be answered", "改进派单流程");
  await unit.check("input[name=answer][value=partly]");
  await unit.fill("#answer-reason", "先在两个街道试行");
  await unit.click("form:has(input[value=answer]) button[type=submit]");
  await unit.getByText("单位已采纳，正在落实").first().waitFor();
  await openTask(here, unit, await mailed());
  await unit.fill("#reportDone-on", "2026-03-02");
  await unit.fill("#reportDone-done", "两个街道已经改好");
  await unit.click("form:has(input[value=reportDone]) button[type=submit]");
  await unit.getByText("单位已报告落实").first().waitFor();
  await comeBack(unit, "a proposal that was carried out", "单位已报告落实");
  for (const one of [page, head, unit]) await one.context().close();
};
