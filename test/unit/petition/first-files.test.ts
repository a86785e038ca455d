import { expect, test } from "vitest";
import { noLinks } from "#case/acts/carry-out.ts";
import { mostFiles, noFiles } from "#case/state/facts/files.ts";
import { caseStore } from "#case/store/case-store.ts";
import { BringFilesEnv, FilePetitionEnv } from "#lambda/environment.ts";
import type { Door } from "#lambda/route.ts";
import { bringFilesDoor } from "../../../functions/petition/bring-files-door.ts";
import { filingDoor } from "../../../functions/petition/filing-door.ts";
import { takeFile } from "../../../functions/petition/take-file.ts";
import { memoryBackend } from "../../contract/backend.ts";
import { personal } from "../../contract/samples.ts";
import { memoryVault } from "../../contract/vault.ts";
import { exif, gps, jpeg } from "../../fixtures/photos.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { at } from "../case/district.ts";
import { logLines } from "../lambda/log-lines.ts";
import { baseUrl, browserAt, type Shown } from "./browser.ts";

logLines();

const typed = { ...personal, category: "wages", community: "peach", about: "" };

/** The doors to filing and to files, over tables and shelves of their own. */
const district = () => {
  const backend = memoryBackend();
  const { database: db } = backend.connect();
  const world = () => Promise.resolve(at("2026-03-02T02:00:00.000Z"));
  const env = {
    ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
    ...{ CLOCK: "real", IDENTITY_KEY: "-", BASE_URL: baseUrl, ASSETS: "v1", HSTS: "", EDGE_PROOF: "" },
    ...{ ADDRESSES: "GET /status", ARRIVALS: "-", FILES: "-" },
  };
  const cases = caseStore(db, "cases", "deadlines");
  const shelf = memoryFiles(baseUrl);
  const outside = { db, vault: memoryVault, world, ...shelf };
  const filing = filingDoor(FilePetitionEnv.parse(env), outside);
  const bringing = bringFilesDoor(BringFilesEnv.parse(env), outside);
  const both: Door = { ...filing, routes: { ...filing.routes, ...bringing.routes } };
  const take = takeFile({ cases, world, linkHash: noLinks, ...shelf });
  return {
    shelf,
    browser: (takesCookies = true) => browserAt(both, { takesCookies }),
    /** The only case that there is. */
    petition: async () => {
      const [row] = (await backend.raw.items("cases")).filter(({ sk }) => sk === "CASE");
      const petition = await cases.load(String(row?.pk).replace(/^CASE#/, ""));
      if (petition === undefined) throw new Error("Nothing was filed");
      return petition;
    },
    /** Sends a file by the store's form on a page, and has it looked at. @returns where the store leads back to */
    posts: async (page: Shown, content: Uint8Array) => {
      const fields = fieldsOf(page, "multipart/form-data");
      const answer = await shelf.post(fields, content);
      const taken = await take(fields.key ?? "");
      return { taken, back: "location" in answer ? answer.location.slice(baseUrl.length) : "" };
    },
  };
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

type Browser = ReturnType<ReturnType<typeof district>["browser"]>;

/** Files, as far as the receipt. */
const files = async (browser: Browser, what: Record<string, string> = {}): Promise<Shown> => {
  const form = await browser.open("/");
  const { submission = "" } = fieldsOf(form, 'id="petition"');
  const checked = await browser.send("/petition", { ...typed, ...what, submission });
  const sends = fieldsOf(checked, "confirmed");
  return browser.send(checked.path.startsWith("/petition/") ? checked.path : "/petition", {
    ...sends,
    confirmed: "yes",
  });
};
const offer = 'action="/files/bring"';
const goesOn = (browser: Browser, receipt: Shown, more: Record<string, string> = {}): Promise<Shown> =>
  browser.send("/files/bring", { ...fieldsOf(receipt, offer), ...more });

test("the receipt leads to the form for a file with one press, and the petition was registered before", async () => {
  const { browser, petition, posts } = district();
  const device = browser();
  const receipt = await files(device);
  expect(receipt.path).toMatch(/^\/receipt\//);
  const filed = await petition();
  const form = await goesOn(device, receipt);
  expect([form.status, form.html.includes("multipart/form-data")]).toEqual([200, true]);
  expect(await petition(), "to ask for a form changes nothing").toEqual(filed);
  const { taken, back } = await posts(form, jpeg());
  expect(taken).toBe("added");
  expect((await device.open(back)).html).toContain("第 1 份（照片）已经收到");
  expect((await device.open(receipt.path)).html).toContain("已经收到 1 份。");
});

test("the form says that photos come next, and asks for none: nothing of a petition waits for a file", async () => {
  const { browser } = district();
  const form = await browser().open("/");
  expect(form.html).toContain("提交以后马上可以交");
  expect(form.html).not.toContain('type="file"');
});

test("a device that keeps no page is given the same at once", async () => {
  const { browser, posts } = district();
  const device = browser(false);
  const form = await goesOn(device, await files(device));
  expect([form.path, (await posts(form, jpeg())).taken]).toEqual(["/files/bring", "added"]);
});

test("whoever left no number sends with the case's own", async () => {
  const { browser, posts } = district();
  const device = browser();
  const { phone: _, ...rest } = { codeOnly: "yes", phone: "" };
  const form = await goesOn(device, await files(device, { ...rest, phone: "" }));
  expect((await posts(form, jpeg())).taken).toBe("added");
});

test("a number that somebody chose is not on the receipt: it is typed once, without the code, and a wrong one opens nothing", async () => {
  const { browser, posts } = district();
  const device = browser();
  const receipt = await files(device, { ownNumber: "48151623" });
  expect(receipt.html).not.toContain("48151623");
  const { code = "" } = fieldsOf(receipt, 'action="/files"');
  const asked = await device.send("/files", { code });
  for (const words of ["请再填一次您自定的完整号码", code, 'action="/files"']) expect(asked.html).toContain(words);
  const turned = await device.send("/files?lang=en", { code, phoneTail: "4815" });
  for (const words of ["enter the whole number that you chose", code, "4815"]) expect(turned.html).toContain(words);
  expect((await device.send("/files", { code, phoneTail: "48151624" })).status).toBe(403);
  const opened = await device.send("/files", { code, phoneTail: "48151623" });
  const form = await device.send("/files/bring", { ...fieldsOf(opened, offer), wholePhone: "48151623" });
  expect((await posts(form, jpeg())).taken).toBe("added");
});

test("an agent who has filed sends as the agent", async () => {
  const { browser, petition, posts } = district();
  const device = browser();
  const agent = {
    forSomebody: "yes",
    agentName: "陆新华",
    agentPhone: "13900005678",
    relation: "relative",
    asked: "yes",
  };
  const form = await goesOn(device, await files(device, agent));
  expect((await posts(form, jpeg())).taken).toBe("added");
  expect((await petition()).files?.kept).toMatchObject([{ n: 1, agent: 1 }]);
});

test("of two tabs each says what came of its own file, whichever asked last", async () => {
  const { browser, posts } = district();
  const device = browser();
  const receipt = await files(device);
  const [first, second] = [await goesOn(device, receipt), await goesOn(device, receipt)];
  const wrong = await posts(second, jpeg({ exif: exif([gps.latitude]) }));
  const right = await posts(first, jpeg());
  expect([wrong.taken, right.taken]).toEqual(["notTaken", "added"]);
  expect((await device.open(right.back)).html).toContain("第 1 份（照片）已经收到");
  expect((await device.open(wrong.back)).html).toContain("带有拍摄地点");
});

test("the store cannot lead a page to what is of another case", async () => {
  const { browser } = district();
  const device = browser();
  const form = await goesOn(device, await files(device));
  const { key = "" } = fieldsOf(form, "multipart/form-data");
  const [caseId = "", ...rest] = key.split("/");
  const other = `${caseId.slice(0, -1)}${caseId.endsWith("0") ? "1" : "0"}`;
  for (const strange of [[other, ...rest].join("/"), `${caseId}/1/${"B".repeat(22)}`, "../../secrets"]) {
    const shown = await device.open(`${form.path}/sent?looks=10&key=${encodeURIComponent(strange)}`);
    expect(fieldsOf(shown, "multipart/form-data").key, strange).toBe(key);
  }
});

test("a file that is cut off on its way leaves the petition as it was, and can be sent again by the same form", async () => {
  const { browser, petition, posts } = district();
  const device = browser();
  const form = await goesOn(device, await files(device));
  const before = await petition();
  expect((await device.open(`${form.path}/sent?looks=10`)).html).toContain("还没有收到这份文件");
  expect(await petition()).toEqual(before);
  expect((await posts(form, jpeg())).taken).toBe("added");
});

test("once ten have arrived the receipt offers no more, and one that was open says why", async () => {
  const { browser, petition, posts } = district();
  const device = browser();
  const receipt = await files(device);
  for (let n = 0; n < mostFiles; n += 1) {
    expect((await posts(await goesOn(device, receipt), jpeg({ width: 40 + n }))).taken).toBe("added");
  }
  expect((await device.open(receipt.path)).html).not.toContain(offer);
  const late = await goesOn(device, receipt);
  expect(late.html).toContain("已经收满");
  expect(late.html).not.toContain("multipart/form-data");
  expect(((await petition()).files ?? noFiles).kept).toHaveLength(mostFiles);
});
