import * as fc from "fast-check";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Fragment, jsx, markupOf } from "#markup/jsx-runtime";

type Tree = string | number | boolean | null | Tree[] | Element;
type Element = { name: string; attributes: Record<string, string | number | boolean>; content: Tree[] };

const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("回音", "<script>", 'a "b" & c', ""));
const attributes = fc.dictionary(
  fc.constantFrom("class", "id", "href", "tabIndex", "dateTime", "inputMode", "noValidate", "aria-hidden", "data-copy"),
  fc.oneof(text, fc.integer(), fc.boolean()),
  { noNullPrototype: true },
);
const { tree } = fc.letrec<{ tree: Tree; element: Element }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.boolean(), fc.constant(null), tie("element")),
  element: fc.record({
    name: fc.constantFrom("p", "div", "a", "section", "br", "span"),
    attributes,
    content: fc.array(tie("tree"), { maxLength: 3 }),
  }),
}));

const isElement = (t: Tree): t is Element => typeof t === "object" && t !== null && !Array.isArray(t);
const emptyOf = (name: string, content: Tree[]) => (name === "br" ? [] : content);

const ours = (t: Tree): unknown =>
  isElement(t) ? jsx(t.name, { ...t.attributes, children: emptyOf(t.name, t.content).map(ours) }) : t;
const theirs = (t: Tree): Parameters<typeof h>[2] => {
  if (isElement(t)) return h(t.name, t.attributes, emptyOf(t.name, t.content).map(theirs));
  return Array.isArray(t) ? t.map(theirs) : t;
};

describe("markup", () => {
  test("is what Preact makes of the same elements", () => {
    fc.assert(
      fc.property(tree, (t) => {
        expect(markupOf(ours(t))).toBe(renderToString(h("div", {}, theirs(t))).replace(/^<div>(.*)<\/div>$/s, "$1"));
      }),
      { numRuns: 500 },
    );
  });

  test("takes nothing that was typed for markup, neither as content nor in an attribute", () => {
    expect(markupOf(jsx("p", { title: '"><b>', children: "<b>&amp;</b>" }))).toBe(
      '<p title="&quot;>&lt;b>">&lt;b>&amp;amp;&lt;/b></p>',
    );
  });

  test("writes styles with their units, the value of a text field as its content, and what says whether", () => {
    expect(markupOf(jsx("p", { style: { fontSize: "14px", margin: "0" }, children: "a" }))).toBe(
      '<p style="font-size:14px;margin:0;">a</p>',
    );
    expect(markupOf(jsx("p", { style: {}, children: "a" }))).toBe("<p>a</p>");
    expect(markupOf(jsx("textarea", { name: "story", value: "</textarea>" }))).toBe(
      '<textarea name="story">&lt;/textarea></textarea>',
    );
    expect(markupOf(jsx("input", { spellcheck: false, required: true, hidden: false }))).toBe(
      '<input spellcheck="false" required/>',
    );
  });

  test("calls components with what they are given, and a fragment is its content", () => {
    const Greeting = ({ children }: Record<string, unknown>) => jsx("em", { children });
    expect(markupOf(jsx(Fragment, { children: ["a", jsx(Greeting, { children: "b" })] }))).toBe("a<em>b</em>");
  });

  test.each([
    ["an object as content", () => jsx("p", { children: { name: "a" } })],
    ["a function as content", () => jsx("p", { children: () => "a" })],
    ["a handler", () => jsx("p", { onClick: () => undefined })],
    ["raw markup as an attribute", () => jsx("p", { dangerouslySetInnerHTML: { __html: "<b>" } })],
    ["a length without a unit", () => jsx("p", { style: { fontSize: 14 } })],
  ])("refuses %s", (_case, make) => {
    expect(make).toThrow(TypeError);
  });
});
