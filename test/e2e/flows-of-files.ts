import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Download, Page } from "playwright-core";
import { expect } from "vitest";
import { Dossier } from "#case/account/dossier.ts";
import { fillPetition, sendForm } from "../../local/people.ts";
import { reply } from "../contract/samples.ts";
import { sends } from "../contract/sending.ts";
import { exif, gps, jpeg, png } from "../fixtures/photos.ts";
import { removeFolder } from "../support/remove-folder.ts";
import type { Flow } from "./coming-back.ts";
import { readStory, typed } from "./flows-of-petitioners.ts";
import { fill, openTask, send, visit } from "./flows-of-staff.ts";

const run = promisify(execFile);

/** Photos and PDFs: sent with a script and without, looked at, told of, and opened; then by whoever holds the step. */
export const sendingFiles: Flow = async (here) => {
  const { stage, comeBack, settled, person } = here;
  const caseId = await stage.district.atDepartment();
  const page = await here.follow(caseId);
  await page.click("form[action='/material'] button");
  await settled(page);
  await page.click("form[action='/files'] button");
  await comeBack(page, "the page for photos", "交一份");
  const ask = "form[action='/files/bring']";
  await page.fill(`${ask} [name=wholePhone]`, "1380000");
  await page.click(`${ask} button`);
  await comeBack(page, "a form for a photo without the whole number", "号码");
  await page.click("button.switch[form=ask]");
  await settled(page);
  expect(await page.innerText("h1")).toBe("Send photos and PDFs");
  expect(await page.inputValue(`${ask} [name=wholePhone]`)).toBe("1380000");
  await page.click("button.switch[form=ask]");
  await settled(page);

  const chooses = async (on: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    await on.fill(`${ask} [name=wholePhone]`, "13800001234");
    await on.click(`${ask} button`);
    await comeBack(on, "the form for a photo", "选择照片");
    await on.setInputFiles("#file", { name, mimeType, buffer });
  };
  const sends = async (on: Page): Promise<void> => {
    await on.click("form[data-photo] button");
    await on.waitForSelector("#looking-title");
    await stage.takeFiles();
    await on.goto(on.url().replace(/\/sent.*$/, ""));
  };
  // A picture that says where it was taken, under a name that says so too: the script draws it anew.
  await chooses(page, "王小芳家门口.png", "image/png", png({}, [["eXIf", exif([gps.latitude])]]));
  await page.waitForFunction(() => document.querySelector("#file-said")?.textContent.includes("KB"));
  await sends(page);
  await comeBack(page, "a photo that has arrived", "第 1 份（照片）已经收到");
  const [kept] = [...stage.files.kept.values()];
  expect(kept?.type, "drawn anew").toBe("image/jpeg");
  expect(Buffer.from(kept?.content ?? []).includes("Exif"), "without what it said").toBe(false);
  expect([...stage.files.kept.keys()].join(), "no word of anybody's").toMatch(/^[A-Z]+-2026-\d{4}-\w{12}\/[\w-]{22}$/);
  const [opened] = await Promise.all([page.waitForEvent("popup"), page.click(".received a")]);
  expect((await opened.request.get(opened.url())).headers()["content-type"]).toBe("image/jpeg");
  await opened.close();

  await chooses(page, "photo.jpg", "application/pdf", Buffer.from("<html>"));
  await sends(page);
  await comeBack(page, "a page that was called a photo", "不是照片");
  const url = page.url();
  await page.click("form[action='/status'] button");
  await page.waitForSelector(".chain");
  await readStory(here, page, "a case that has had a photo", "第 1 份材料（照片）已经收到");
  await page.context().close();

  // Without a script a photo goes as it is.
  const plain = await person({ javaScriptEnabled: false });
  const { code: queryCode, phoneTail } = stage.district.keyTo(caseId);
  await plain.goto(`${stage.baseUrl}/status`);
  await plain.fill("[name=code]", queryCode);
  await plain.fill("[name=phoneTail]", phoneTail.slice(-4));
  await plain.click("#key button[type=submit]:not([hidden])");
  await plain.click("form[action='/material'] button");
  await plain.click("form[action='/files'] button");
  await chooses(plain, "a.jpg", "image/jpeg", jpeg({ exif: exif([gps.latitude]) }));
  await sends(plain);
  await comeBack(plain, "a photo with a position", "带有拍摄地点");
  await plain.fill(`${ask} [name=wholePhone]`, "13800001234");
  await plain.click(`${ask} button`);
  await plain.goto(`${plain.url()}/sent?looks=10`);
  await comeBack(plain, "a photo that was never sent", "还没有收到这份文件");
  await plain.context().close();

  const stranger = await person();
  await stranger.goto(url);
  await comeBack(stranger, "another device's page for photos", "请重新输入查询码和号码");
  for (const path of ["/files", "/files/bring", "/files/x/sent"]) await stranger.goto(`${stage.baseUrl}${path}`);
  await comeBack(stranger, "an address that forms for photos are sent to", "查询码");
  await stranger.context().close();

  const officer = await person();
  await openTask(here, officer, await stage.mailTo(caseId));
  await officer.click("a[href^='/case-files#']");
  await here.settled(officer);
  await comeBack(officer, "the files of a case", "第 1 份（照片）");
  await officer.click("a[href^='/task#']");
  await here.settled(officer);
  await officer.click("a[href^='/case-story#']");
  await here.settled(officer);
  await comeBack(officer, "all that has happened to a case", "谁在什么时候做了什么");
  await officer.goto(`${stage.baseUrl}/case-story/open`);
  await here.settled(officer);
  await officer.goto(`${stage.baseUrl}/case-files/open`);
  await here.settled(officer);
  await officer.context().close();
};

/** A petition is filed, and a photo follows from its receipt, without the code: where scripts are off, too. */
export const filesWithTheFirstForm: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  for (const javaScriptEnabled of [true, false]) {
    const page = await person({ javaScriptEnabled });
    await page.goto(stage.baseUrl);
    await fillPetition(page, { ...typed, story: `楼道积水${javaScriptEnabled ? "一" : "二"}。` });
    await sendForm(page);
    await page.click("main form button[name=confirmed]");
    await page.waitForSelector(".receipt");
    await comeBack(page, "a receipt that leads to photos", "现在就可以交");
    const receipt = page.url();
    await here.pressTwice(page, "the way to photos", "form[action='/files/bring'] button");
    await comeBack(page, "the form for a photo, right after filing", "选择照片");
    await page.setInputFiles("#file", { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from(png()) });
    await page.click("form[data-photo] button");
    await page.waitForSelector("#looking-title");
    await stage.takeFiles();
    await page.goto(page.url().replace(/looks=\d+/, "looks=0"));
    await comeBack(page, "a photo that came with the first form", "第 1 份（照片）已经收到");
    await page.goto(receipt);
    await comeBack(page, "a receipt of a petition with a photo", "已经收到 1 份");
    await page.context().close();
  }
  const page = await person();
  await page.goto(stage.baseUrl);
  const { phone: _, ...told } = typed;
  await fillPetition(page, { ...told, story: "楼道积水三。" });
  await page.fill("[name=ownNumber]", "48151623");
  await sendForm(page);
  await page.click("main form button[name=confirmed]");
  await page.waitForSelector(".receipt");
  await page.click("form[action='/files'] button");
  await here.comeBackFromAnswer(page, "a number that no receipt shows", "请再填一次您自定的完整号码");
  await page.goto(page.url());
  await here.settled(page);
  await page.context().close();
};

/**
 * 协办附件: another unit attaches a photo to its answer before it gives that, and one more after; one is not taken and one
 * never sent. Whoever holds the step opens them, and the petitioner reads that they are there.
 */
export const attachingToAnAnswer: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district, baseUrl } = stage;
  const caseId = await district.atDepartment();
  await district.act(caseId, {
    ...{ command: "askAssistance", assistUnit: "river", question: "管网是哪年修的？", wantedBy: "2026-03-05" },
  });
  const page = await person();
  const mailed = await stage.mailTo(caseId, "assistant");
  await openTask(here, page, mailed);
  await page.click("main a[href^='/attachments#']");
  await here.settled(page);
  await comeBack(page, "the form for an attachment", "选择照片");
  await page.click("a.switch");
  await page.waitForSelector("html[lang=en]");
  await comeBack(page, "the same in English", "Photos and PDFs with your answer");
  await page.click("a.switch");
  await page.waitForSelector("html:not([lang=en])");

  const sends = async (name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    await page.waitForSelector("#file");
    await page.setInputFiles("#file", { name, mimeType, buffer });
    if (mimeType !== "application/pdf")
      await page.waitForFunction(() => document.querySelector("#file-said")?.textContent.includes("KB"));
    await page.click("form[data-photo] button");
    await page.waitForSelector("#looking-title");
    await stage.takeFiles();
    // The page asks again by itself.
    await page.waitForSelector("main .notice");
    await here.settled(page);
  };
  await sends("管网.png", "image/png", png({}, [["eXIf", exif([gps.latitude])]]));
  await comeBack(page, "a photo that is attached", "第 1 份（照片）已经附上");
  const [kept] = [...stage.files.kept.values()];
  expect(Buffer.from(kept?.content ?? []).includes("Exif"), "without what it said").toBe(false);
  await sends("plan.pdf", "application/pdf", Buffer.from("<html>"));
  await comeBack(page, "an attachment that is not taken", "没有收下，已经删除：不是照片或者 PDF");
  await page.goto(
    `${page
      .url()
      .replace(/looks=\d+/, "looks=10")
      .replace(/.{22}$/, "A".repeat(22))}`,
  );
  await comeBack(page, "an attachment that was never sent", "还没有收到这份文件");
  await page.click("main a[href^='/case-files#']");
  await here.settled(page);
  await comeBack(page, "what a unit has attached itself", "第 1 份（照片）");
  await page.click("main a[href^='/beside/task#']");
  await here.settled(page);
  await fill(page, "contribute", { contribution: "2016年，见附上的照片。" });
  await send(page, "contribute");
  await comeBack(page, "an answer to which something may still be attached", "给答复附照片和 PDF");
  await page.click("main a[href^='/attachments']");
  await here.settled(page);
  await sends("b.png", "image/png", Buffer.from(png()));
  await comeBack(page, "a photo that is attached after the answer", "第 2 份（照片）已经附上");
  await visit(here, page, mailed.link);
  await comeBack(page, "an answered task that leads to its attachments", "给答复附照片和 PDF");
  for (const path of ["/attachments/open", "/attachments/sent"]) {
    await page.goto(`${baseUrl}${path}`);
    await here.settled(page);
  }
  await page.context().close();

  const owner = await person();
  await openTask(here, owner, await stage.mailTo(caseId));
  await comeBack(owner, "a task to which another unit has attached something", "附件：2");
  await owner.click("a[href^='/case-files#']");
  await here.settled(owner);
  await comeBack(owner, "what another unit has attached", "第 2 份（照片）");
  const [opened] = await Promise.all([owner.waitForEvent("popup"), owner.locator(".received a").first().click()]);
  expect((await opened.request.get(opened.url())).headers()["content-type"]).toBe("image/jpeg");
  await owner.context().close();

  const petitioner = await here.follow(caseId);
  const attached = "给承办单位附了第 2 份材料（照片）";
  await readStory(here, petitioner, "a case to which another unit has attached something", attached);
  expect(await petitioner.locator("a[href*='/_s3/']").count(), "which the petitioner cannot open").toBe(0);
  await petitioner.context().close();

  // As every page of staff: without a script nobody is led to it, and it says so.
  const plain = await person({ javaScriptEnabled: false });
  await plain.goto(`${baseUrl}/attachments`);
  await comeBack(plain, "the form for an attachment without a script", "需要浏览器允许运行脚本");
  await plain.context().close();
};

/** What our command says of a file that a browser has saved, with the one photo of its case beside it. */
const verified = async (saved: Download, photo: Uint8Array): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-dossier-"));
  const data = join(folder, saved.suggestedFilename());
  await saved.saveAs(data);
  const { files } = Dossier.parse(JSON.parse(await readFile(data, "utf8")));
  for (const { name } of files) await writeFile(join(folder, name), photo);
  const { stdout } = await run(process.execPath, ["local/verify-dossier.ts", folder, "--lang", "en"]);
  await removeFolder(folder);
  return stdout;
};

/** 移送案卷: the file of an answered case is taken out for the body that reviews it, as data and as a paper. */
export const takingTheDossier: Flow = async (here) => {
  const { stage, comeBack, person } = here;
  const { district } = stage;
  const caseId = await district.atDepartment();
  await sends(district, caseId, jpeg());
  await district.act(caseId, reply);
  const mailed = await stage.mailTo(caseId);
  await district.follow(caseId);
  const officer = await person();
  await openTask(here, officer, mailed);
  await officer.click("a[href^='/dossier#']");
  await here.settled(officer);
  await comeBack(officer, "what the file of a case is", "移送给");
  const saved = officer.waitForEvent("download");
  await officer.click("main form button");
  expect(await verified(await saved, jpeg())).toMatch(/Files: 1. Nothing was changed[\s\S]*with the hash [0-9a-f]{64}/);
  await officer.click("a[href^='/dossier/paper#']");
  await here.settled(officer);
  await comeBack(officer, "the file of a case, as a paper", "案卷末条");
  for (const path of ["/dossier/open", "/dossier/data", "/dossier/paper/open"]) {
    await officer.goto(`${stage.baseUrl}${path}`);
    await here.settled(officer);
  }
  await comeBack(officer, "an address that the file of a case is asked of", "案卷");
  await officer.context().close();
};
