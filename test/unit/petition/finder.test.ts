import { describe, expect, test } from "vitest";
import type { World } from "#case/state/world.ts";
import type { Directory } from "#directory/directory.ts";
import { FilePetitionEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { filingDoor } from "../../../functions/petition/filing-door.ts";
import { withPinyin } from "../../../local/with-pinyin.ts";
import { cityDirectory, largeCity } from "../../bench/city-district.ts";
import { memoryBackend } from "../../contract/backend.ts";
import { personal } from "../../contract/samples.ts";
import { memoryVault } from "../../contract/vault.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";
import { at } from "../case/district.ts";
import { context } from "../lambda/context.ts";
import { logLines } from "../lambda/log-lines.ts";
import { baseUrl, browserAt, type Shown } from "./browser.ts";

logLines();

const demo = withPinyin(demoDistrict());
const city = cityDirectory(largeCity);

/** The filing door of a district. */
const doorOf = (directory: Directory) => {
  const env = FilePetitionEnv.parse({
    ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
    ...{ CLOCK: "real", IDENTITY_KEY: "-", BASE_URL: baseUrl, ASSETS: "v1", HSTS: "", EDGE_PROOF: "" },
    ADDRESSES: "GET /",
  });
  const { database: db } = memoryBackend().connect();
  const world: World = { ...at("2026-03-02T02:00:00.000Z"), directory };
  return filingDoor(env, { db, vault: memoryVault, world: () => Promise.resolve(world) });
};

const typed = { ...personal, category: "wages", about: "" };
const submissionIn = ({ html }: Shown): string => /name="submission" value="([^"]*)"/.exec(html)?.[1] ?? "";
/** What a page offers to choose from, and the one that is chosen. */
const offered = ({ html }: Shown) => {
  const radios = [...html.matchAll(/<input type="radio" name="community" value="([^"]*)"( checked)?\/>/g)];
  // The last one is always there: that one does not know.
  return {
    ids: radios.map(([, id]) => id).slice(0, -1),
    chosen: radios.find(([, , checked]) => checked !== undefined)?.[1],
  };
};
const saidIn = ({ html }: Shown): string => /data-finder-said[^>]*>([^<]*)</.exec(html)?.[1] ?? "";

describe.each([
  ["a device that keeps pages", true],
  ["a device that takes no cookies", false],
])("without script, on %s", (_device, takesCookies) => {
  const begin = async (directory: Directory) => {
    const browser = browserAt(doorOf(directory), { takesCookies });
    const form = await browser.open("/");
    const find = (fields: Record<string, string>) =>
      browser.send("/petition", {
        ...{ ...typed, communitySought: "", find: "community", submission: submissionIn(form) },
        ...fields,
      });
    return { browser, form, find };
  };

  test("the button finds by what was typed, keeps the rest, and calls nothing missing", async () => {
    const { find } = await begin(demo);
    const found = await find({ communitySought: "火车站", phone: "" });
    expect(offered(found)).toEqual({ ids: ["zhanqian"], chosen: undefined });
    expect(saidIn(found)).toBe("找到 1 个，请选择。");
    expect(found.html).toContain("东关街道办事处，火车站</small>");
    expect(found.html).toContain(personal.story);
    expect(found.html).toContain('name="communitySought" value="火车站"');
    expect(found.html).not.toContain("aria-invalid");
    expect(found.html).not.toContain('id="errors"');
  });

  test("what was chosen stays chosen, whatever is looked for afterwards, also where nothing fits", async () => {
    const { find } = await begin(demo);
    expect(offered(await find({ community: "hewan", communitySought: "jinxiu" }))).toEqual({
      ids: ["hewan", "jinxiu"],
      chosen: "hewan",
    });
    const nothing = await find({ community: "hewan", communitySought: "亚特兰蒂斯" });
    expect(offered(nothing)).toEqual({ ids: ["hewan"], chosen: "hewan" });
    expect(saidIn(nothing)).toContain("没有找到“亚特兰蒂斯”");
    expect(offered(await find({ community: "hewan" }))).toMatchObject({ chosen: "hewan" });
  });

  test("whoever does not know says so, and files: the bureau has it, and its page to check says that too", async () => {
    const { browser, form, find } = await begin(demo);
    expect(form.html).toContain("我不清楚，请信访局确定");
    const nothing = await find({ communitySought: "亚特兰蒂斯", community: "?" });
    expect(offered(nothing)).toEqual({ ids: [], chosen: "?" });
    const sent = { ...typed, category: "housing-estates", community: "?", submission: submissionIn(nothing) };
    const checked = await browser.send("/petition", sent);
    expect(checked.html).toContain("我不清楚，请信访局确定");
    const confirmed = takesCookies ? { confirmed: "yes" } : { ...sent, confirmed: "yes" };
    const receipt = await browser.send(takesCookies ? checked.path : "/petition", confirmed);
    expect(receipt.html).toContain("区信访局先确定是哪个社区（村）的事，再决定是否受理。");
    expect(receipt.html).toMatch(/现在负责的单位：\s*<strong>区信访局<\/strong>/);
  });

  test("what was found is chosen and filed", async () => {
    const { browser, find } = await begin(demo);
    const found = await find({ communitySought: "hcz" });
    const checked = await browser.send("/petition", {
      ...{ ...typed, category: "housing-estates", community: "zhanqian", communitySought: "hcz" },
      submission: submissionIn(found),
    });
    expect(checked.html).toContain("站前社区");
    expect(checked.path).toMatch(takesCookies ? /\/check$/ : /^\/petition$/);
  });

  test("a form that is sent without a choice says so, beside what was found", async () => {
    const { browser, form } = await begin(demo);
    const sent = { ...typed, category: "housing-estates", communitySought: "hcz", submission: submissionIn(form) };
    const wrong = await browser.send("/petition", sent);
    expect(wrong.html).toContain('href="#community"');
    expect(offered(wrong).ids).toEqual(["zhanqian"]);
  });

  test("of thousands none is listed before something is typed, and then the best; the office complained about too", async () => {
    const { form, find } = await begin(city);
    expect(offered(form).ids).toEqual([]);
    expect(saidIn(form)).toContain("请先输入");
    expect(Buffer.byteLength(form.html)).toBeLessThan(30_000);
    const found = await find({ communitySought: "金" });
    expect(offered(found).ids).toHaveLength(20);
    expect(Buffer.byteLength(found.html)).toBeLessThan(35_000);
    const about = await find({ communitySought: "", aboutSought: "Town 7 Sub", find: "about" });
    expect(about.html).toContain('name="about" value="town-7"');
    expect(about.html).toContain('name="about" value checked');
  });
});

describe("while somebody types", () => {
  const ask = async (directory: Directory, version: string, query: Record<string, string>) => {
    const reply = await route(doorOf(directory))(
      {
        rawPath: `/find/${version}`,
        rawQueryString: new URLSearchParams(query).toString(),
        headers: {},
        cookies: [],
        isBase64Encoded: false,
        requestContext: { http: { method: "GET", sourceIp: "203.0.113.7" } },
      },
      context,
    );
    return { html: reply.body ?? "", headers: reply.headers ?? {}, cookies: reply.cookies ?? [] };
  };

  test("a part of the page comes, the same for everybody, to be kept as long as the directory is this one", async () => {
    const found = await ask(demo, demo.version, { q: "jinxiu", for: "community", lang: "en" });
    expect(found.html).toContain("One found. Please choose it.");
    expect(found.html).toContain('name="community" value="jinxiu"');
    expect(found.html).not.toContain("<html");
    expect(found.headers["cache-control"]).toBe("public, max-age=86400");
    expect(found.cookies).toEqual([]);
    const former = await ask(demo, "older", { q: "jinxiu", for: "community", lang: "en" });
    expect(former.headers["cache-control"]).toBe("no-store");
  });

  test("what was typed is text, whatever it looks like, and a long text is cut", async () => {
    const found = await ask(demo, demo.version, { q: `<script>"${"长".repeat(300)}`, for: "story" });
    expect(found.html).toContain("“&lt;script>&quot;");
    expect(found.html.length).toBeLessThan(1000);
  });
});
