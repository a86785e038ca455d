import { expect, test } from "vitest";
import { noLinks } from "#case/acts/carry-out.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { registerPasses } from "#case/store/pass-store.ts";
import { BringFilesEnv, RegisterForEnv } from "#lambda/environment.ts";
import { bringFilesDoor } from "../../../functions/petition/bring-files-door.ts";
import { counterDoor } from "../../../functions/petition/counter-door.ts";
import { takeFile } from "../../../functions/petition/take-file.ts";
import { memoryBackend } from "../../contract/backend.ts";
import { bureauStaff, personal } from "../../contract/samples.ts";
import { memoryVault } from "../../contract/vault.ts";
import { exif, gps, jpeg } from "../../fixtures/photos.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { at } from "../case/district.ts";
import { logLines } from "../lambda/log-lines.ts";
import { baseUrl, browserAt, type Shown } from "./browser.ts";

logLines();

const typed = {
  ...{ ...personal, category: "land", community: "peach", about: "" },
  ...{
    channel: "letter",
    receivedOn: "2026-03-06",
    externalNumber: "",
    checked: "scanned",
    scan: "2026-0117",
    late: "",
  },
};

/** What a form of a page sends along. @param mark what tells it from the others of the page */
const fieldsOf = ({ html }: Shown, mark: string): Record<string, string> => {
  const form = html.split("<form").find((one) => one.includes(mark)) ?? "";
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    ]),
  );
};
const enter = 'action="/register-files"';

/** A clerk who has registered a letter, before the doors to that and to files. */
const counter = async ({ takesCookies = true } = {}) => {
  const backend = memoryBackend();
  const { database: db } = backend.connect();
  const clock: { world: World } = { world: at("2026-03-09T02:00:00.000Z") };
  const world = () => Promise.resolve(clock.world);
  const env = {
    ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
    ...{ CLOCK: "real", IDENTITY_KEY: "-", BASE_URL: baseUrl, ASSETS: "v1", HSTS: "", EDGE_PROOF: "" },
    ...{ ARRIVALS: "-", FILES: "-" },
  };
  const shelf = memoryFiles(baseUrl);
  const outside = { db, vault: memoryVault, world, ...shelf };
  const registering = counterDoor(RegisterForEnv.parse(env), outside);
  const bringing = bringFilesDoor(BringFilesEnv.parse(env), outside);
  const door = { ...registering, routes: { ...registering.routes, ...bringing.routes } };
  const passes = registerPasses(db, "directory");
  const take = takeFile({ cases: caseStore(db, "cases", "deadlines"), world, linkHash: noLinks, ...shelf });
  const pass = await passes.give({ staff: bureauStaff, until: "2026-03-16" }, (bytes) => new Uint8Array(bytes).fill(1));
  const device = browserAt(door, { takesCookies });
  const form = await device.open(`/register?pass=${pass}`);
  const { submission = "" } = fieldsOf(form, 'id="petition"');
  const checked = await device.send("/register", { ...typed, pass, submission });
  const receipt = await device.send(checked.path.startsWith("/register/") ? checked.path : "/register", {
    ...fieldsOf(checked, "confirmed"),
    confirmed: "yes",
  });
  return {
    clock,
    device,
    pass,
    receipt,
    other: () => browserAt(door),
    enters: () => device.send("/register-files", fieldsOf(receipt, enter)),
    posts: async (page: Shown, content: Uint8Array) => {
      const fields = fieldsOf(page, "multipart/form-data");
      const answer = await shelf.post(fields, content);
      const taken = await take(fields.key ?? "");
      return { taken, back: "location" in answer ? answer.location.slice(baseUrl.length) : "" };
    },
  };
};

test("the receipt at a counter leads the clerk to the form for a scan, with the pass and without the petitioner's code", async () => {
  const { receipt, enters, posts, device, pass } = await counter();
  expect(Object.keys(fieldsOf(receipt, enter))).toEqual(["pass", "caseId"]);
  expect(receipt.html).not.toContain('action="/files/bring"');
  const form = await enters();
  expect(form.path).toMatch(/^\/register-files\/[\w-]{22}$/);
  for (const words of ["录入随件收到的材料", "2026年3月6日", "multipart/form-data"]) expect(form.html).toContain(words);
  expect(fieldsOf(form, "multipart/form-data").success_action_redirect, "no pass leaves the house").not.toContain(pass);
  const { taken, back } = await posts(form, jpeg());
  expect(taken).toBe("added");
  const entered = await device.open(back);
  expect(entered.html).toContain("第 1 份（照片）已经录入");
  expect(entered.html, "nothing can be opened by it").not.toContain("/_s3/files");
  const [, toReceipt = ""] = /href="(\/register\/receipt\/[\w-]+)"/.exec(entered.html) ?? [];
  expect((await device.open(toReceipt)).html).toContain("已经收到 1 份。");
  expect(entered.html).toContain(`/register?pass=${pass}`);
});

test("a scan that is not taken is told to the clerk with why, and another can be entered at once", async () => {
  const { enters, posts, device } = await counter();
  const { taken, back } = await posts(await enters(), jpeg({ exif: exif([gps.latitude]) }));
  expect(taken).toBe("notTaken");
  const shown = await device.open(back);
  expect(shown.html).toContain("这份文件没有收下，已经删除：带有拍摄地点");
  const again = await device.send("/register-files", fieldsOf(shown, enter));
  expect((await posts(again, jpeg())).taken).toBe("added");
});

test("one that has not arrived says so, and the page goes by what has", async () => {
  const { enters, posts, device } = await counter();
  const [first, second] = [await enters(), await enters()];
  expect((await device.open(`${second.path}/sent?looks=3`)).html).toContain("正在检查");
  expect((await device.open(`${second.path}/sent?looks=10`)).html).toContain("还没有收到这份文件");
  const { back } = await posts(first, jpeg());
  expect((await device.open(back)).html).toContain("第 1 份（照片）已经录入");
});

test("a device that keeps no page is given the form at once", async () => {
  const { enters, posts, device } = await counter({ takesCookies: false });
  const form = await enters();
  const { taken, back } = await posts(form, jpeg());
  expect([form.path, taken]).toEqual(["/register-files", "added"]);
  const gone = await device.open(back);
  expect([gone.status, gone.html.includes("已经传到的照常收下")]).toEqual([404, true]);
});

test("is over with the day, also on a page that was open, and stays shut for any other device", async () => {
  const { clock, enters, device, other, receipt } = await counter();
  const form = await enters();
  const gone = "这里不能录入这件诉求的材料";
  const elsewhere = await other().open(form.path);
  expect([elsewhere.status, elsewhere.html.includes(gone)]).toEqual([404, true]);
  const { caseId = "" } = fieldsOf(receipt, enter);
  const strange = await other().send("/register-files", { pass: "a".repeat(43), caseId });
  expect([strange.status, strange.html.includes(gone)]).toEqual([403, true]);
  expect((await other().send("/register-files", {})).status).toBe(403);
  clock.world = at("2026-03-09T16:00:00.000Z");
  expect((await device.send("/register-files", fieldsOf(receipt, enter))).status).toBe(403);
});
