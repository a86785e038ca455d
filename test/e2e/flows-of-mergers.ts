import { expect } from "vitest";
import { caseNumber } from "#directory/case-number.ts";
import { bureauStaff, heard } from "../contract/samples.ts";
import { sends } from "../contract/sending.ts";
import { jpeg } from "../fixtures/photos.ts";
import { directory } from "../unit/case/district.ts";
import type { Flow } from "./coming-back.ts";
import { openTask } from "./flows-of-staff.ts";

/** Petitions that are handled together: how the one whose petition is merged sees that and has it parted, and who has the lead reads it. */
export const handledTogether: Flow = async (here) => {
  const { stage, comeBack, settled, person, pressTwice } = here;
  const { district } = stage;
  const [lead, member] = [await district.atDepartment(), await district.atDepartment()];
  const other = await district.atDepartment();
  await district.act(member, heard);
  const merged = await district.merge({ lead, member }, { by: bureauStaff, asks: [1] });
  expect(merged.kind).toBe("done");
  expect((await sends(district, member, jpeg())).taken).toBe("added");

  const officer = await person();
  await openTask(here, officer, await stage.mailTo(lead));
  await comeBack(officer, "the task of a case that leads", "另有 1 件");
  await officer.click("a[href^='/case-merged#']");
  await settled(officer);
  await comeBack(officer, "what is handled in a case", "反映同一事项");
  await officer.click("form:has(input[name=member]) button");
  expect(await settled(officer)).toContain("第 1 份（照片）");
  await officer.click("a[href^='/case-merged#']");
  await settled(officer);
  await officer.click("a[href^='/task#']");
  await settled(officer);
  await officer.click("a[href^='/case-alike#']");
  await settled(officer);
  await comeBack(officer, "petitions that may be of the same matter", caseNumber(other, directory));
  await officer.goto(`${stage.baseUrl}/case-alike/open`);
  await settled(officer);
  await officer.goto(`${stage.baseUrl}/case-merged/open`);
  await settled(officer);
  await officer.context().close();

  const leading = await here.follow(lead);
  await comeBack(leading, "the page of whoever leads", "另有 1 件");
  await leading.context().close();

  const page = await here.follow(member);
  await comeBack(page, "the page of a petition that is merged", "合并办理");
  await page.click("form[action='/mine'] button[type=submit]");
  await page.waitForSelector("#alone");
  await comeBack(page, "the way out of a merger", "改为单独办理");
  const alone = "form:has(input[value=handleAlone])";
  await page.click(`${alone} button[type=submit]`);
  await settled(page);
  await comeBack(page, "the check of leaving a merger", "请核对");
  await page.fill(`${alone} [name=wholePhone]`, "13800001234");
  await pressTwice(page, "a petition is handled for itself", `${alone} button[type=submit]`);
  await page.waitForSelector("text=改为单独办理，从原来的层级继续");
  expect((await district.load(member)).status).toBe("accepted");
  await page.context().close();
};
