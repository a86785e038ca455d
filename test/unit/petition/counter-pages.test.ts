import { describe, expect, test } from "vitest";
import type { World } from "#case/state/world.ts";
import { registerPasses } from "#case/store/pass-store.ts";
import { RegisterForEnv } from "#lambda/environment.ts";
import { counterDoor } from "../../../functions/petition/counter-door.ts";
import { memoryBackend } from "../../contract/backend.ts";
import { bureauStaff, personal } from "../../contract/samples.ts";
import { memoryVault } from "../../contract/vault.ts";
import { at } from "../case/district.ts";
import { logLines } from "../lambda/log-lines.ts";
import { baseUrl, browserAt, type Shown } from "./browser.ts";

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

/** The counter's door over tables of its own, and a clock that is set by hand. */
const counter = () => {
  const backend = memoryBackend();
  const clock: { world: World } = { world: at("2026-03-09T02:00:00.000Z") };
  const env = RegisterForEnv.parse({
    ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
    ...{ CLOCK: "real", IDENTITY_KEY: "-", BASE_URL: baseUrl, ASSETS: "v1", HSTS: "", EDGE_PROOF: "" },
  });
  const { database: db } = backend.connect();
  const door = counterDoor(env, { db, vault: memoryVault, world: () => Promise.resolve(clock.world) });
  const passes = registerPasses(db, "directory");
  let given = 0;
  return {
    clock,
    pass: (staff = bureauStaff, until = "2026-03-16") => {
      given += 1;
      return passes.give({ staff, until }, (bytes) => new Uint8Array(bytes).fill(given));
    },
    stored: async () =>
      JSON.stringify([
        await backend.raw.items("directory"),
        await backend.raw.items("cases"),
        await backend.raw.items("tries"),
      ]),
    cases: async () => (await backend.raw.items("cases")).filter(({ sk }) => sk === "CASE"),
    browser: (takesCookies = true) => browserAt(door, { takesCookies }),
  };
};

logLines();

const hidden = ({ html }: Shown, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

type Browser = ReturnType<ReturnType<typeof counter>["browser"]>;
const write = async (browser: Browser, pass: string, what: Record<string, string> = {}) => {
  const form = await browser.open(`/register?pass=${pass}`);
  return browser.send("/register", { ...typed, ...what, pass, submission: hidden(form, "submission") });
};

describe("a pass to register for others", () => {
  test("opens the form, and nothing of it is stored but its hash", async () => {
    const { browser, pass, stored } = counter();
    const token = await pass();
    const form = await browser().open(`/register?pass=${token}`);
    expect(form.status).toBe(200);
    for (const words of ["代为登记", "来件渠道", "收到日期", "核对方式", typed.channel])
      expect(form.html).toContain(words);
    expect(await stored()).not.toContain(token);
  });

  test("is told from none, from one that is over, and from one of somebody who has left", async () => {
    const { browser, pass, clock } = counter();
    const gone = "登记凭证无效或者已经过期";
    for (const wrong of ["", "a".repeat(43), await pass("somebody-who-left"), await pass(bureauStaff, "2026-03-08")]) {
      const shown = await browser().open(`/register?pass=${wrong}`);
      expect([shown.status, shown.html.includes(gone)]).toEqual([403, true]);
    }
    const good = await pass(bureauStaff, "2026-03-09");
    expect((await browser().open(`/register?pass=${good}`)).status).toBe(200);
    clock.world = at("2026-03-09T16:00:00.000Z");
    expect((await browser().open(`/register?pass=${good}`)).status).toBe(403);
  });

  test("is asked for again by what is sent: a page that was open when it ended registers nothing", async () => {
    const { browser, pass, clock, cases } = counter();
    const clerk = browser();
    const checked = await write(clerk, await pass(bureauStaff, "2026-03-09"));
    expect(checked.path).toMatch(/^\/register\/[\w-]+\/check$/);
    clock.world = at("2026-03-10T02:00:00.000Z");
    expect((await clerk.send(checked.path, { confirmed: "yes" })).status).toBe(403);
    expect(await cases()).toEqual([]);
  });

  test("files nothing at any other door's addresses, and finds nobody", async () => {
    const { browser, pass } = counter();
    const token = await pass();
    for (const path of ["/register/x", "/register/receipt/x", "/status"])
      expect((await browser().open(`${path}?pass=${token}`)).status, path).not.toBe(200);
  });
});

describe("what a clerk writes down for somebody", () => {
  test("is checked first, with how it came, and then registered from the day of receipt", async () => {
    const { browser, pass, cases } = counter();
    const clerk = browser();
    const checked = await write(clerk, await pass(), { externalNumber: "2026-31" });
    for (const words of ["来信", "2026年3月6日", "2026-31", "已与来信、来件原件逐项核对", personal.story])
      expect(checked.html).toContain(words);
    expect(await cases()).toEqual([]);
    const receipt = await clerk.send(checked.path, { confirmed: "yes" });
    expect(receipt.path).toMatch(/^\/register\/receipt\//);
    for (const words of ["请打印交给信访人", "接收", "您2026年3月6日提出的信访事项", "登记下一件"])
      expect(receipt.html).toContain(words);
    expect(receipt.html, "the paper says where it is checked").toContain("核验真伪");
    expect(receipt.html).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await cases()).toMatchObject([{ case: { receivedOn: "2026-03-06" } }]);
  });

  test("is registered once when it is sent twice, and the same words once more are asked about", async () => {
    const { browser, pass, cases } = counter();
    const clerk = browser();
    const token = await pass();
    const checked = await write(clerk, token);
    const [one, two] = [
      await clerk.send(checked.path, { confirmed: "yes" }),
      await clerk.send(checked.path, { confirmed: "yes" }),
    ];
    expect(two.path).toBe(one.path);
    const again = await write(clerk, token);
    expect(again.html).toContain("刚刚登记过一模一样的内容");
    await clerk.send(again.path, { confirmed: "yes" });
    expect(await cases()).toHaveLength(1);
  });

  test("is refused with every field that is wrong, and keeps what was typed", async () => {
    const { browser, pass, cases } = counter();
    const shown = await write(browser(), await pass(), { receivedOn: "2026-03-10", checked: "", story: "" });
    for (const words of ["收到日期不能晚于今天", "请在与本人或者原件核对以后", "请写下发生了什么事", personal.place])
      expect(shown.html).toContain(words);
    expect(await cases()).toEqual([]);
  });

  test("is registered on a device that keeps no page, too", async () => {
    const { browser, pass, cases } = counter();
    const shown = await write(browser(false), await pass(), { confirmed: "yes" });
    expect(shown.html).toContain("请打印交给信访人");
    expect(await cases()).toHaveLength(1);
  });

  test("stays neither in the browser nor, for longer than it takes to print, on the device", async () => {
    const { browser, pass, clock } = counter();
    const clerk = browser();
    const form = await clerk.open(`/register?pass=${await pass()}`);
    expect(form.html).not.toContain("draft.client.js");
    expect(form.html).not.toContain("data-draft=");
    const receipt = await clerk.send((await write(clerk, await pass())).path, { confirmed: "yes" });
    clock.world = at("2026-03-09T02:29:00.000Z");
    expect((await clerk.open(receipt.path)).status).toBe(200);
    clock.world = at("2026-03-09T02:31:00.000Z");
    expect((await clerk.open(receipt.path)).status).toBe(404);
  });
});
