import { expect } from "vitest";
import { carryOut } from "#case/acts/carry-out.ts";
import { everyPetitionerAct } from "#case/acts/every-petitioner-act.ts";
import { petitionerJudges } from "#case/acts/judges.ts";
import { sendTask } from "../../local/people.ts";
import type { Flow } from "./coming-back.ts";
import { readStory } from "./flows-of-petitioners.ts";
import { fill, formOf, openTask, send } from "./flows-of-staff.ts";

const pressure = "楼长说不撤回就不给开证明。";

/** Somebody who was pressed to withdraw tells the petition office, whose head reads it and answers, and reads the answer. */
export const pressed: Flow = async (here) => {
  const { stage, comeBack, person, pressTwice } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  const { told: saw } = await district.load(caseId);
  const ports = { cases: district.cases, world: district.world, linkHash: () => Promise.resolve("-") };
  const act = { command: "withdraw", understood: "yes" } as const;
  await carryOut(ports, petitionerJudges(everyPetitionerAct))(caseId, { type: "petitioner", act, saw });

  const page = await here.follow(caseId);
  await comeBack(page, "a case that was withdrawn, to whoever was pressed", "撤回不是您自己的意思");
  await page.click("form[action$='/check']:has(input[value=tellPressure]) button[type=submit]");
  await comeBack(page, "a word to the petition office", "向信访局反映撤回的情况");
  const form = "form[action$='/act']:has(input[value=tellPressure])";
  await page.click(`${form} button[type=submit]`);
  await comeBack(page, "a word that says nothing", "请写下您要反映的情况");
  await page.fill(`${form} [name=pressure]`, pressure);
  await page.fill(`${form} [name=wholePhone]`, "13800001234");
  await pressTwice(page, "a word that is told", `${form} button[type=submit]`);
  await page.waitForSelector(".chain");
  await comeBack(page, "a word that was told", "承办单位看不到");

  const head = await person();
  await openTask(here, head, await stage.mailTo(caseId, "confidant"));
  await comeBack(head, "a word to answer", pressure);
  expect(await head.innerText("main")).toContain("王小芳");
  await fill(head, "answerPressure", {});
  await send(head, "answerPressure");
  await comeBack(head, "an answer that says nothing", "处需要改正");
  await fill(head, "answerPressure", { explanation: "已与您通话，证明照开，您可以恢复办理。" });
  await sendTask(head, () =>
    pressTwice(head, "an answer to a word", `${formOf("answerPressure")} button[type=submit]:not([name])`),
  );
  await comeBack(head, "an answer that only the petitioner reads", "只给信访人本人看");
  await head.context().close();

  await page.reload();
  await here.settled(page);
  await readStory(here, page, "a word that was answered", "证明照开");
  await page.context().close();
};
