import { expect } from "vitest";
import { sendTask } from "../../local/people.ts";
import { letter } from "../unit/case/story.ts";
import type { Flow } from "./coming-back.ts";
import { decide } from "./flows-of-petitioners.ts";
import { fill, formOf, openTask, visit } from "./flows-of-staff.ts";

const reviewReasons = "答复说已经到现场看过，可是没有人来过，脚手架还在挡着我家的窗户，要求重新调查。";
const opinion = { facts: "复查时到了现场", rule: "条例第三十五条", decision: "原答复认定事实不清" };

/** 复查: an answer is reviewed by somebody who had no part in the case, revoked, and given again in other words. */
export const reviewing: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  await district.act(caseId, { command: "reply", ...letter });
  await district.follow(caseId);
  const reader = await here.follow(caseId);
  await comeBack(reader, "an answer whose review can be asked for", "经手过的人员都不参加");
  await decide(here, reader, "askReview", "请核对：申请复查", { reviewReasons });
  await comeBack(reader, "a review that was asked for", "正由复查机关决定是否受理");

  const asked = await stage.mailTo(caseId, "reviewer");
  expect(asked.link).toContain("/review/task#");
  const page = await person();
  await visit(here, page, asked.link);
  await comeBack(page, "a review before its digits", "请决定是否受理复查");
  await openTask(here, page, asked);
  await comeBack(page, "a review", "申请复查的理由");
  await fill(page, "acceptReview", {});
  await sendTask(page, () =>
    here.pressTwice(page, "what is taken up", `${formOf("acceptReview")} button[type=submit]`),
  );
  await comeBack(page, "a review that was taken up", "受理复查");
  await visit(here, page, asked.link);
  await fill(page, "revokeAnswer", { ...opinion, differently: "到现场测量", newDay: "2026-03-25" });
  await sendTask(page, () => here.pressTwice(page, "what is revoked", `${formOf("revokeAnswer")} button[type=submit]`));
  await comeBack(page, "an answer that was revoked", "复查撤销，重新办理");
  await reader.reload();
  await comeBack(reader, "an answer that is revoked", "撤销原答复，责令重新办理");

  await district.arrive(caseId);
  const anew = { ...letter, decision: "重新测量后，同意拆除脚手架" };
  await district.act(caseId, { command: "reply", ...anew, differs: "这次到现场测量过" });
  await district.follow(caseId);
  await reader.reload();
  await comeBack(reader, "an answer that says what is different", "这次到现场测量过");
  for (const one of [page, reader]) await one.context().close();
};
