import { readdirSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { everyPage, pageWithoutDistrict } from "./every-page.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Two ways to write the same, which our renderer and every browser agree on.
    "void-style": "off",
    "doctype-style": "off",
    // Style and scripts come from the page's own origin, and the Content-Security-Policy allows no other.
    "require-sri": "off",
    // Numbers are kept on one line by spaces of their own, and a line does not break between a hyphen and a digit. The
    // links that call for help hold words besides their number.
    "tel-non-breaking": "off",
    // What is wrong with a form is said above all else, also above the page's heading.
    "heading-level": ["error", { minInitialRank: "h2" }],
    // The title of an error is a whole sentence.
    "long-title": ["error", { maxlength: 100 }],
  },
});

const pages = new URL("../../../shared/web/pages/", import.meta.url);
const ending = ".page.tsx";

describe.each(["zh", "en"] as const)("every page, in %s", (lang) => {
  test("is drawn: a file of a page that is forgotten here is looked at by nobody", async () => {
    const files = readdirSync(pages).filter((file) => file.endsWith(ending));
    const drawn = [...everyPage(lang), await pageWithoutDistrict(lang)].map(({ page }) => `${page}${ending}`);
    expect(files.toSorted()).toEqual([...new Set(drawn)].toSorted());
  });

  test("on which a petitioner types something sends that along when its language is switched, without a script too", () => {
    const typed = everyPage(lang).filter(
      ({ page, html }) =>
        !/^(?:task|letter-preview|look-back|new-link|entry)/.test(page) &&
        /<textarea|<input(?![^>]*type="(?:hidden|radio|checkbox|file)")/.test(html),
    );
    expect(new Set(typed.map(({ page }) => page))).toEqual(
      new Set([
        "agent",
        "check-letter",
        "file-petition",
        "files",
        "material",
        "own-file",
        "join",
        "joint",
        "status",
        "status-form",
        "to-decide",
        "decision",
      ]),
    );
    for (const { page, state, html } of typed) {
      const [, form = "-"] =
        /<button class="switch" type="submit" form="([^"]+)" formaction="[^"]+lang=/.exec(html) ?? [];
      const sent = html.split(/(?=<form)/).find((one) => one.includes(`id="${form}"`)) ?? "";
      expect(sent, `${page} (${state})`).toMatch(/<textarea|<input(?![^>]*type="(?:hidden|radio|checkbox)")/);
    }
  });

  test("is valid HTML in each of its states", { timeout: 60_000 }, async () => {
    const mistakes = [...everyPage(lang), await pageWithoutDistrict(lang)].flatMap(({ page, state, html }) =>
      validator
        .validateStringSync(html)
        .results.flatMap(({ messages }) => messages)
        .map(({ ruleId, message, selector }) => `${page} (${state}): ${ruleId}: ${message} at ${selector ?? "-"}`),
    );
    expect(mistakes).toEqual([]);
  });
});

test("what is not valid is found", () => {
  expect(validator.validateStringSync("<!doctype html><p><div></p>").valid).toBe(false);
});
