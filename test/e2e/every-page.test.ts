import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usualHeaders } from "#lambda/reply.ts";
import { assets } from "#web/assets/assets.ts";
import { launchBrowser, newPerson } from "../../local/browser.ts";
import { type DrawnPage, everyPage, pageWithoutDistrict } from "../unit/web/every-page.ts";

const widths = [360, 1280];
const origin = "http://localhost:1";
const html = "text/html; charset=utf-8";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** A window that is given one page after another with the headers, style and scripts with which doors send them. */
const newWindow = async (colorScheme: "light" | "dark") => {
  const page = await (await newPerson(browser, { colorScheme })).newPage();
  let shown = "";
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") {
      const headers = usualHeaders("n0nce", { hsts: "", referrerPolicy: "same-origin" });
      return route.fulfill({ headers, contentType: html, body: shown });
    }
    const asset = assets.get(pathname.replace("/assets/v1/", ""));
    return asset === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: asset.type, body: asset.body });
  });
  const show = async (drawn: DrawnPage): Promise<void> => {
    shown = drawn.html;
    await page.goto(origin);
    // What is folded is read too, once somebody unfolds it. Those of one name close each other.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) {
        details.removeAttribute("name");
        details.open = true;
      }
    });
  };
  return { page, show };
};

/** What axe finds, a line for each rule: WCAG 2.2 AA and what is good practice besides. Colours are the same at any width. */
const found = async (page: Page, { colours = true } = {}): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (withColours) =>
      window.axe.run(document, {
        rules: { "color-contrast": { enabled: withColours } },
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        resultTypes: ["violations"],
      }),
    colours,
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
};

const excess = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The kinds of elements on a page: each with its class and part, without what is only this case's. */
const kindsOf = (drawn: DrawnPage): string[] =>
  (drawn.html.match(/<[a-z][^>]*>/g) ?? []).map((tag) =>
    [tag.split(/[ >]/, 1), ...(tag.match(/ (?:class|role|type|lang)="[^"]*"/g) ?? [])].join(""),
  );

/** The states of each page that show something which none before them did: each look takes half a second. */
const tellingOnes = (all: readonly DrawnPage[]): DrawnPage[] => {
  const seen = new Set<string>();
  return all.filter((drawn) => {
    const news = kindsOf(drawn)
      .map((kind) => `${drawn.page} ${kind}`)
      .filter((kind) => !seen.has(kind));
    for (const kind of news) seen.add(kind);
    return news.length > 0;
  });
};

let looks = 0;
afterAll(() => {
  console.log(`${looks} looks at ${pages.size} pages, at ${widths.join(" and ")} px, in two languages`);
});
const pages = new Set<string>();

/** One language by day and the other by night: colours are the same in both. */
test.concurrent.each([
  ["zh", "light"],
  ["en", "dark"],
] as const)("every page, in %s, has nothing that axe objects to and fits its window", async (lang, scheme) => {
  const { page, show } = await newWindow(scheme);
  const wrong = new Map<string, string[]>();
  for (const drawn of tellingOnes([...everyPage(lang), await pageWithoutDistrict(lang)])) {
    await show(drawn);
    pages.add(drawn.page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const tooWide = await excess(page);
      for (const what of [
        ...(await found(page, { colours: width === 360 })),
        ...(tooWide > 0 ? [`${tooWide} px too wide`] : []),
      ]) {
        wrong.set(what, [...(wrong.get(what) ?? []), `${drawn.page} (${drawn.state}) at ${width}`]);
      }
      looks++;
    }
  }
  expect(Object.fromEntries(wrong)).toEqual({});
});

test("what is wrong or too wide is found", async () => {
  const { page, show } = await newWindow("light");
  const [drawn] = everyPage("zh");
  if (drawn === undefined) throw new Error("no page is drawn");
  await show({ ...drawn, html: drawn.html.replace("</h1>", `</h1><input/><canvas width="3000" height="1"></canvas>`) });
  expect(await found(page)).toContainEqual(expect.stringMatching(/^label: /));
  expect(await excess(page)).toBeGreaterThan(0);
});
