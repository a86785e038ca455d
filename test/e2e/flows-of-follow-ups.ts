import { sendTask } from "../../local/people.ts";
import { directory, followingUp } from "../unit/case/district.ts";
import type { Flow } from "./coming-back.ts";
import { decide, readStory } from "./flows-of-petitioners.ts";
import { fill, formOf, openTask, visit } from "./flows-of-staff.ts";

/** 回访: a case has ended as settled; whoever had no hand in it calls, once in vain, and hears that it is not done: it is taken up anew. */
export const followingUpCases: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  stage.putInForce(followingUp(directory));
  const caseId = await district.atCommunity();
  await district.act(caseId, { command: "proposeSettlement", terms: "换好了水管", done: "already" });
  const reader = await here.follow(caseId);
  await decide(here, reader, "confirmSettlement", "请核对");
  await comeBack(reader, "a case that was settled", "已解决");

  stage.turnTo("2026-03-03T02:00:00.000Z");
  await district.sweep();
  const asked = await stage.mailTo(caseId, "caller");
  const page = await person();
  await visit(here, page, asked.link);
  await comeBack(page, "a follow-up before its digits", "请回访信访人：事情办到没有");
  await openTask(here, page, asked);
  await comeBack(page, "a follow-up", "评价由信访人自己作出");
  await fill(page, "recordCallTry", { said: "上午10点，没有人接" });
  await sendTask(page, () => here.pressTwice(page, "a call in vain", `${formOf("recordCallTry")} button[type=submit]`));
  await comeBack(page, "a call that reached nobody", "没有联系上");
  stage.turnTo("2026-03-04T02:00:00.000Z");
  await visit(here, page, asked.link);
  await openTask(here, page, asked);
  await comeBack(page, "a follow-up that was tried before", "没有联系上：");
  await fill(page, "recordCall", { callCame: "notDone", said: "管子没有换，还在漏", takeUp: "yes" });
  await sendTask(page, () => here.pressTwice(page, "a call", `${formOf("recordCall")} button[type=submit]`));
  await comeBack(page, "a call that found it not done", "回访后重新办理");
  await visit(here, page, asked.link);
  await comeBack(page, "a follow-up that is over", "");

  const again = await here.follow(caseId);
  await readStory(here, again, "a case that was taken up anew", "按您在回访中的要求恢复办理");
  for (const one of [page, reader, again]) await one.context().close();
};
