import { expect } from "vitest";
import { sendTask } from "../../local/people.ts";
import { promisingLetter } from "../unit/case/story.ts";
import type { Flow } from "./coming-back.ts";
import { decide } from "./flows-of-petitioners.ts";
import { fill, formOf, openTask, send, visit } from "./flows-of-staff.ts";

/**
 * 承诺: a letter has promised two things, each for a unit and a day. One is put off, reported and confirmed; the other is reported
 * and not so, which the bureau sees to.
 */
export const keepingDatedPromises: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  await district.act(caseId, { command: "reply", ...promisingLetter });
  await district.follow(caseId);
  const own = await stage.mailTo(caseId, "promiser");
  expect(own.link).toContain("/after/task#");
  const page = await person();
  await visit(here, page, own.link);
  await comeBack(page, "a promise before its digits", "请兑现答复中承诺的事");
  await openTask(here, page, own);
  await comeBack(page, "a promise", "拆除脚手架");
  await fill(page, "passPromiseUp", { reason: "材料没有到货" });
  await sendTask(page, () =>
    here.pressTwice(page, "what is passed up", `${formOf("passPromiseUp")} button[type=submit]`),
  );
  await comeBack(page, "a promise that was passed up", "承诺换人负责");
  await visit(here, page, own.link);
  await comeBack(page, "a promise that is somebody else's", "");
  const head = await person();
  const asked = await stage.mailTo(caseId, "promiser");
  await openTask(here, head, asked);
  await fill(head, "postponePromise", { newDay: "2026-03-25", reason: "材料没有到货" });
  await sendTask(head, () =>
    here.pressTwice(head, "what is put off", `${formOf("postponePromise")} button[type=submit]`),
  );
  await comeBack(head, "a promise that was put off", "承诺延期");
  await visit(here, head, asked.link);
  await fill(head, "reportPromise", { performed: "已拆除" });
  await sendTask(head, () =>
    here.pressTwice(head, "what is reported", `${formOf("reportPromise")} button[type=submit]`),
  );
  await comeBack(head, "a promise that was reported as kept", "报告承诺已经办到");

  const reader = await here.follow(caseId);
  await comeBack(reader, "promises, one of which is said to be kept", "承诺的事办到了吗？");
  await decide(here, reader, "denyPromise", "请核对：承诺的事没有办到", { reason: "还有半边没有拆" });
  await comeBack(reader, "a promise that is not kept", "没有兑现，信访局督办中");

  const bureau = await person();
  const oversees = await stage.mailTo(caseId, "overseer");
  expect(oversees.link).toContain("/watch/task#");
  await visit(here, bureau, oversees.link);
  await comeBack(bureau, "a broken promise before its digits", "请督办没有兑现的承诺");
  await openTask(here, bureau, oversees);
  await comeBack(bureau, "a broken promise", "没有兑现，信访局督办中");
  await fill(bureau, "demandPromise", { demand: "三日内全部拆除", newDay: "2026-03-30" });
  await sendTask(bureau, () =>
    here.pressTwice(bureau, "what is asked", `${formOf("demandPromise")} button[type=submit]`),
  );
  await comeBack(bureau, "a broken promise that was followed up", "督办未兑现的承诺");

  const again = await stage.mailTo(caseId, "promiser");
  await openTask(here, head, again);
  await fill(head, "reportPromise", { performed: "全部拆除" });
  await send(head, "reportPromise");
  await reader.reload();
  await decide(here, reader, "confirmPromise", "请核对：承诺的事办到了");
  await comeBack(reader, "a promise that is kept", "已经办到，信访人已确认");
  for (const one of [page, head, bureau, reader]) await one.context().close();
};
