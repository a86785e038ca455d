import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deviceKeyIn } from "#access/device-key.ts";
import { keptStore } from "#access/kept-store.ts";
import { saltStore } from "#access/salt-store.ts";
import { triesStore } from "#access/tries-store.ts";
import type { World } from "#case/state/world.ts";
import { FilePetitionEnv } from "#lambda/environment.ts";
import { filingDoor } from "../../../functions/petition/filing-door.ts";
import { keeping } from "../../../functions/petition/keeping.ts";
import { memoryBackend } from "../../contract/backend.ts";
import { personal } from "../../contract/samples.ts";
import { memoryVault } from "../../contract/vault.ts";
import { at } from "../case/district.ts";
import { logLines } from "../lambda/log-lines.ts";
import { baseUrl, browserAt, type Shown } from "./browser.ts";

const typed = { ...personal, category: "wages", community: "peach", about: "" };

/** The filing door over tables of its own, and a clock that is set by hand. */
const filing = () => {
  const backend = memoryBackend();
  const clock: { world: World } = { world: at("2026-03-02T02:00:00.000Z") };
  const env = FilePetitionEnv.parse({
    ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
    ...{ CLOCK: "real", IDENTITY_KEY: "-", BASE_URL: baseUrl, ASSETS: "v1", HSTS: "", EDGE_PROOF: "" },
    ADDRESSES: "GET /status",
  });
  const { database: db } = backend.connect();
  const door = filingDoor(env, { db, vault: memoryVault, world: () => Promise.resolve(clock.world) });
  return {
    clock,
    stored: async () => JSON.stringify([await backend.raw.items("cases"), await backend.raw.items("tries")]),
    cases: async () => (await backend.raw.items("cases")).filter(({ sk }) => sk === "CASE").length,
    browser: (takesCookies = true) => browserAt(door, { takesCookies }),
  };
};

logLines();

/** A hidden field of a page. */
const hidden = ({ html }: Shown, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const codeIn = ({ html }: Shown): string => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0] ?? "";

/** Opens the form, fills it in and sends it. */
const write = async (browser: ReturnType<typeof browserAt>, what: Record<string, string> = {}, query = "") => {
  const form = await browser.open("/");
  return browser.send(`/petition${query}`, { ...typed, ...what, submission: hidden(form, "submission") });
};
const file = (browser: ReturnType<typeof browserAt>, checked: Shown, more: Record<string, string> = {}) =>
  browser.send(checked.path, { confirmed: "yes", ...more });

describe("what was written", () => {
  test("is shown to be checked, with the phone number in groups, and files nothing", async () => {
    const { browser, cases } = filing();
    const checked = await write(browser());
    expect(checked.sent).toBe(303);
    expect(checked.path).toMatch(/^\/petition\/[\w-]{22}\/check$/);
    for (const words of [personal.story, personal.place, personal.ask, personal.name, personal.email]) {
      expect(checked.html).toContain(words);
    }
    expect(checked.html).toContain("138\u00a00000\u00a01234");
    expect(checked.html).not.toMatch(/<input type="(?!hidden)|<textarea|<select/);
    expect(await cases()).toBe(0);
  });

  test("is changed in a form that has all of it, and leads back to the same page", async () => {
    const { browser } = filing();
    const chen = browser();
    const checked = await write(chen);
    const [, change = ""] = /href="(\/petition\/[\w-]+#phone)"/.exec(checked.html) ?? [];
    const form = await chen.open(change.replace("#phone", ""));
    for (const words of [personal.story, personal.name, `value="${personal.phone}"`])
      expect(form.html).toContain(words);
    expect(form.html).not.toContain("aria-invalid");
    const again = await chen.send("/petition", {
      ...typed,
      phone: "13900005678",
      submission: hidden(form, "submission"),
    });
    expect(again.path).toBe(checked.path);
    expect(again.html).toContain("139\u00a00000\u00a05678");
  });

  test("comes back with its mistakes as often as its page is reloaded", async () => {
    const { browser, cases } = filing();
    const chen = browser();
    const wrong = await write(chen, { phone: "1380000" });
    expect(wrong.sent).toBe(303);
    for (const shown of [wrong, await chen.open(wrong.path), await chen.open(`${wrong.path}/check`)]) {
      expect(shown.html).toContain('href="#phone"');
      expect(shown.html).toContain(personal.story);
    }
    expect(await cases()).toBe(0);
  });

  test("is not lost by switching the language, before anything was sent and after", async () => {
    const { browser } = filing();
    const chen = browser();
    const english = await write(chen, { phone: "" }, "?lang=en");
    expect(english.html).toContain("File a petition");
    expect(english.html).toContain(personal.story);
    expect(english.html).not.toContain("aria-invalid");
    const wrong = await chen.send("/petition", { ...typed, phone: "1", submission: hidden(english, "submission") });
    const chinese = await chen.send("/petition?lang=zh", {
      ...typed,
      phone: "1",
      submission: hidden(wrong, "submission"),
    });
    expect(chinese.html).toContain("没有认出电话号码");
    expect(chinese.html).toContain(personal.story);
  });

  test("is kept sealed: no table holds a word of it, nor an address a word or a code", async () => {
    const { browser, stored } = filing();
    const chen = browser();
    const checked = await write(chen);
    const receipt = await file(chen, checked);
    const kept = await stored();
    const key = deviceKeyIn(Object.fromEntries(chen.jar), baseUrl) ?? "";
    for (const secret of [...Object.values(personal), codeIn(receipt), key]) {
      expect(kept).not.toContain(secret);
      for (const address of chen.handed) expect(address).not.toContain(secret);
    }
  });

  test("of 100,000 characters comes back to be shortened", async () => {
    const { browser } = filing();
    const story = Array.from({ length: 100_000 }, (_, i) => String.fromCharCode(0x4e_00 + ((i * 7919) % 20_000))).join(
      "",
    );
    const wrong = await write(browser(), { story });
    expect(wrong.sent).toBe(303);
    expect(wrong.html).toContain(story.slice(-50));
    expect(wrong.html).toContain("最多 5000 字");
  });

  test("is gone after a day, with words that say so, and from another device at once", async () => {
    const { browser, clock } = filing();
    const chen = browser();
    const checked = await write(chen);
    const elsewhere = await browser().open(checked.path);
    expect(elsewhere.html).not.toContain(personal.story);
    expect(elsewhere.html).toContain("只保留一天");
    clock.world = at("2026-03-03T02:00:01.000Z");
    expect((await chen.open(checked.path)).html).toContain("只保留一天");
  });
});

describe("a receipt", () => {
  test("has an address that shows it again for a day, to this device and no other", async () => {
    const { browser, clock } = filing();
    const chen = browser();
    const receipt = await file(chen, await write(chen));
    expect(receipt).toMatchObject({ sent: 303, status: 200 });
    expect(receipt.path).toMatch(/^\/receipt\/[\w-]{22}$/);
    const code = codeIn(receipt);
    expect(code).not.toBe("");
    clock.world = at("2026-03-03T01:59:00.000Z");
    for (const _ of [1, 2]) expect(codeIn(await chen.open(receipt.path))).toBe(code);
    const elsewhere = await browser().open(receipt.path);
    expect(elsewhere).toMatchObject({ status: 404 });
    expect(elsewhere.html).toContain("这台设备上没有这张回执");
    clock.world = at("2026-03-03T02:00:01.000Z");
    expect((await chen.open(receipt.path)).status).toBe(404);
  });

  test("is the same however often the button is pressed, and one petition is registered", async () => {
    const { browser, cases } = filing();
    const chen = browser();
    const checked = await write(chen);
    const clicks = await Promise.all([file(chen, checked), file(chen, checked)]);
    const late = await file(chen, checked);
    expect(new Set([...clicks, late].map(codeIn)).size).toBe(1);
    expect(await cases()).toBe(1);
  });

  test("leaves an empty form behind it, which leads to it", async () => {
    const { browser } = filing();
    const chen = browser();
    const checked = await write(chen);
    const receipt = await file(chen, checked);
    for (const address of [checked.path, checked.path.replace("/check", "")]) {
      const back = await chen.open(address);
      expect(back.html).not.toContain(personal.story);
      expect(back.html).toContain(`href="${receipt.path}"`);
    }
  });
});

describe("the same words sent again within a day", () => {
  test("are asked about, from the old form or a new one, with the receipt as one way out", async () => {
    const { browser, cases } = filing();
    const chen = browser();
    const form = await chen.open("/");
    const old = { ...typed, submission: hidden(form, "submission") };
    const receipt = await file(chen, await chen.send("/petition", old));
    for (const asked of [await chen.send("/petition", old), await write(chen)]) {
      expect(asked.html).toContain("您刚刚提交过这件诉求");
      expect(asked.html).toContain(`href="${receipt.path}"`);
      const unsaid = await file(chen, asked);
      expect(unsaid.html).toContain("您刚刚提交过这件诉求");
    }
    expect(await cases()).toBe(1);
  });

  test("are filed once more when that is what is wanted, and once however often it is pressed", async () => {
    const { browser, cases } = filing();
    const chen = browser();
    const form = await chen.open("/");
    const old = { ...typed, submission: hidden(form, "submission") };
    const first = await file(chen, await chen.send("/petition", old));
    const asked = await chen.send("/petition", old);
    const second = await file(chen, asked, { again: "yes" });
    expect(codeIn(second)).not.toBe(codeIn(first));
    expect(codeIn(await file(chen, asked, { again: "yes" }))).toBe(codeIn(second));
    expect(await cases()).toBe(2);
  });

  test("with another word in them are a petition of their own, and show nobody the first one's code", async () => {
    const { browser, cases } = filing();
    const chen = browser();
    const form = await chen.open("/");
    const old = { ...typed, submission: hidden(form, "submission") };
    const first = await file(chen, await chen.send("/petition", old));
    const checked = await chen.send("/petition", { ...old, phone: "13900005678" });
    expect(checked.html).not.toContain("您刚刚提交过");
    const second = await file(chen, checked);
    expect(codeIn(second)).not.toBe(codeIn(first));
    expect(await cases()).toBe(2);
  });

  test("are nobody's business on another device", async () => {
    const { browser } = filing();
    const chen = browser();
    await file(chen, await write(chen));
    expect((await write(browser())).html).not.toContain("您刚刚提交过");
  });
});

describe("a device that takes no cookies", () => {
  test("checks and files all the same, on the pages that answer what it sends", async () => {
    const { browser, cases } = filing();
    const chen = browser(false);
    const sent = { ...typed, submission: randomUUID() };
    const checked = await chen.send("/petition", sent);
    expect(checked).toMatchObject({ sent: 200 });
    expect(checked.html).toContain("请核对");
    expect(await cases()).toBe(0);
    const changed = await chen.send("/petition", { ...sent, change: "yes" });
    expect(changed.html).toContain(`${personal.story}</textarea>`);
    const receipt = await chen.send("/petition", { ...sent, confirmed: "yes" });
    expect(codeIn(receipt)).not.toBe("");
    expect(codeIn(await chen.send("/petition", { ...sent, confirmed: "yes" }))).toBe(codeIn(receipt));
    expect(await cases()).toBe(1);
  });
});

describe("pages that are kept", () => {
  test("are bounded for each network: what is beyond is shown at once and stored nowhere", async () => {
    const { database: db } = memoryBackend().connect();
    const random = (bytes: number) => new Uint8Array(bytes).fill(1);
    const { keep, cookie } = keeping({
      kept: keptStore(db, "tries"),
      tries: triesStore(db, "tries"),
      saltOf: saltStore(db, "tries", random),
      baseUrl,
      random,
    });
    const asked = { method: "POST", path: "/petition", query: {}, headers: {}, reference: "-", nonce: "-" };
    const from = (address: string) => {
      const [, key = ""] = /=([^;]*)/.exec(cookie({ ...asked, address, cookies: {} })) ?? [];
      return { ...asked, address, cookies: { "__Host-kept": key } };
    };
    const { now } = at("2026-03-02T02:00:00.000Z");
    const kept = async (address: string, about: string) =>
      (await keep(from(address), { kind: "draft", about }, {}, now)) !== undefined;
    for (let n = 0; n < 300; n += 1) expect(await kept("203.0.113.7", `${n}`)).toBe(true);
    expect(await kept("203.0.113.7", "one more")).toBe(false);
    expect(await kept("198.51.100.1", "another's")).toBe(true);
  });
});
