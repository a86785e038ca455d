import pico from "@picocss/pico/css/pico.min.css";
import { describe, expect, it } from "vitest";
import { assets } from "#web/assets/assets.ts";
import { cssRules } from "#web/assets/css-rules.ts";
import { notDrawn, picoInUse } from "#web/assets/pico-in-use.ts";
import { everyPage, pageWithoutDistrict } from "./every-page.ts";

const site = assets.get("site.css")?.body ?? "";

/** What a page draws of that which no page is to draw. */
const drawnAfterAll = (html: string): string[] => {
  const { elements, classes, roles, types, attributes } = notDrawn;
  const tags = [...html.matchAll(/<([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"]*")?)*)/g)];
  return tags.flatMap(([, element = "", text = ""]) => {
    const given = new Map(
      [...text.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, value]),
    );
    const ofClass = given.get("class")?.split(" ") ?? [];
    return [
      ...elements.filter((one) => one === element),
      ...classes.filter((one) => ofClass.includes(one)),
      ...roles.filter((one) => given.get("role") === one),
      ...types.filter((one) => given.get("type") === one),
      ...attributes.filter((one) => given.has(one)),
    ];
  });
};

/** The variables of Pico that a style asks for and nowhere sets. */
const unset = (css: string): string[] => {
  const asked = new Set([...css.matchAll(/var\((--pico-[\w-]+)/g)].map(([, name = ""]) => name));
  return [...asked].filter((name) => !css.includes(`${name}:`)).toSorted();
};

describe("what pages carry of Pico", () => {
  it("lacks rules only for what no page draws, in either language", async () => {
    const pages = [...everyPage("zh"), ...everyPage("en"), await pageWithoutDistrict("zh")];
    const wrong = pages.flatMap(({ page, html }) => drawnAfterAll(html).map((what) => `${page}: ${what}`));
    expect(wrong).toEqual([]);
    expect(drawnAfterAll(`<div role="group"><input class="a grid" type="range"/><hr/></div>`)).toEqual([
      ...["group", "grid", "range", "hr"],
    ]);
  });

  it("lacks rules only for what no script makes", () => {
    const scripts = [...assets].filter(([name]) => name.endsWith(".js")).map(([, { body }]) => body);
    const made = scripts.flatMap((body) =>
      [...body.matchAll(/createElement\("(\w+)"\)/g)].map(([, name = ""]) => name),
    );
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((name) => notDrawn.elements.some((one) => one === name))).toEqual([]);
  });

  it("is read whole, and keeps every rule that asks for nothing absent", () => {
    const read = cssRules(pico).map(({ head, body }) => `${head}{${body}}`);
    expect(read.join("") === pico.trim()).toBe(true);
    const rules = `a,.grid>a{x:1}[type=month]{x:2}:is(button,[role=button]).outline{x:3}:is(hr,img){x:4}input:not([type=month],hr){x:5}@media print{td{x:6}p{x:7}}b::after{content:"}{\\\\"}`;
    expect(picoInUse(rules, "")).toBe(
      `a{x:1}:is(button,[role=button]).outline{x:3}input:not([type=month],hr){x:5}@media print{p{x:7}}b::after{content:"}{\\\\"}`,
    );
  });

  it("sets every variable that Pico sets and something asks for, and no other", () => {
    expect(unset(site)).toEqual(unset(`${pico}${site}`));
    expect(picoInUse(":root{--a:1;--b:2;--c:var(--a)}p{x:var(--c)}", "q{x:var(--b)}")).toBe(
      ":root{--a:1;--b:2;--c:var(--a)}p{x:var(--c)}",
    );
    expect(picoInUse(":root{--a:1;--b:2}", "q{x:var(--b)}")).toBe(":root{--b:2}");
  });

  it("keeps the notice of its licence, and is less than half of Pico", () => {
    const kept = picoInUse(pico, site);
    expect(kept).toContain("Licensed under MIT");
    expect(kept.length).toBeLessThan(pico.length / 2);
  });
});
