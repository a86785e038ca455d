import { expect } from "vitest";
import { sendTask } from "../../local/people.ts";
import { ledByTwo } from "../unit/case/district.ts";
import type { Flow } from "./coming-back.ts";
import { fill, formOf, openTask, send, visit } from "./flows-of-staff.ts";

/**
 * 领导包案: a leader in charge meets the petitioner, instructs a unit, reports and pulls the case up; the unit acknowledges and
 * reports; the petitioner reads who it is and what was decided.
 */
export const leading: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  const caseId = await district.atCommunity();
  await district.machine().nameLeader(caseId);
  const own = await stage.mailTo(caseId, "inCharge");
  expect(own.link).toContain("/watch/task#");
  const leader = await person();
  await visit(here, leader, own.link);
  await comeBack(leader, "a case in a leader's charge, before its digits", "包案领导");
  await openTask(here, leader, own);
  await comeBack(leader, "a case in a leader's charge", "约见信访人");
  expect(await leader.innerText("main")).not.toContain("王小芳");

  await fill(leader, "recordMet", { metOn: "2026-03-03", discussed: "先拆北面这一侧" });
  await send(leader, "recordMet");
  await comeBack(leader, "a meeting on a day that has not come", "不能晚于今天");
  await fill(leader, "recordMet", { metOn: "2026-03-02", discussed: "先拆北面这一侧" });
  await sendTask(leader, () =>
    here.pressTwice(leader, "a meeting", `${formOf("recordMet")} button[type=submit]:not([name])`),
  );
  await comeBack(leader, "a meeting that was recorded", "包案领导约见信访人");

  await visit(here, leader, own.link);
  await fill(leader, "instruct", { task: "核实工期", doneBy: "2026-03-20" });
  await leader.check(`${formOf("instruct")} [name=assistUnit][value=river]`);
  await sendTask(leader, () =>
    here.pressTwice(leader, "an instruction", `${formOf("instruct")} button[type=submit]:not([name])`),
  );
  await comeBack(leader, "an instruction that was given", "领导批示");

  const unit = await person();
  const instructed = await stage.mailTo(caseId, "instructed");
  await visit(here, unit, instructed.link);
  await comeBack(unit, "an instruction, before its digits", "请落实领导批示");
  await openTask(here, unit, instructed);
  await comeBack(unit, "an instruction", "核实工期");
  await send(unit, "seeInstruction");
  await comeBack(unit, "an instruction that was acknowledged", "批示落实情况");
  await visit(here, unit, instructed.link);
  await fill(unit, "reportInstruction", { performed: "工期提前到三月底" });
  await sendTask(unit, () =>
    here.pressTwice(unit, "what was instructed", `${formOf("reportInstruction")} button[type=submit]`),
  );
  await comeBack(unit, "an instruction that was done", "批示落实情况");

  await visit(here, leader, own.link);
  expect(await leader.innerText("main")).toContain("工期提前到三月底");
  await fill(leader, "reportLead", { note: "方案已经定了" });
  await send(leader, "reportLead");
  await comeBack(leader, "a report of the leader in charge", "包案领导报告进展");
  await visit(here, leader, own.link);
  await fill(leader, "pullUp", { pullTo: "department", reason: "需要部门协调" });
  await send(leader, "pullUp");
  await comeBack(leader, "a case that was pulled up", "提级办理");

  const reader = await here.follow(caseId);
  await comeBack(reader, "a case with a leader in charge", "leader head");
  const progress = await reader.innerText("main");
  for (const text of ["核实工期", "工期提前到三月底"]) expect(progress).toContain(text);
  await reader.click("form[action='/file/story'] button");
  await here.settled(reader);
  await comeBack(reader, "the story of a case with a leader in charge", "需要部门协调");
  const story = await reader.innerText("main");
  for (const text of ["leader head", "先拆北面这一侧", "核实工期", "工期提前到三月底"]) expect(story).toContain(text);
  for (const text of ["river handler", "方案已经定了"]) expect(`${progress}${story}`).not.toContain(text);
  for (const one of [leader, unit, reader]) await one.context().close();
};

/** 更换包案领导: the leader has met nobody in time, and the head of the bureau puts another one in charge. */
export const changingLeaders: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  await district.machine().nameLeader(caseId);
  stage.putInForce(ledByTwo);
  stage.turnTo("2026-03-13T01:00:00.000Z");
  const row = (await district.deadlines.ofCase(caseId)).find(({ clock }) => clock.kind === "lead");
  await district.machine().ring({ caseId, clock: { kind: "lead", n: 1 }, nextAt: row?.nextAt ?? "" });
  const asked = await stage.mailTo(caseId, "namer");
  const head = await person();
  await visit(here, head, asked.link);
  await comeBack(head, "a leader who is late, before the digits", "包案领导逾期没有办到");
  await openTask(here, head, asked);
  await comeBack(head, "a leader who is late", "包案领导要办什么");
  await fill(head, "changeLeader", { leader: "governor-head", leadChange: "otherField" });
  await sendTask(head, () => here.pressTwice(head, "another leader", `${formOf("changeLeader")} button[type=submit]`));
  await comeBack(head, "a leader who was changed", "确定包案领导");
  await head.context().close();
};
