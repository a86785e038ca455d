import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { backtrackingOf } from "../../support/backtracking.ts";
import { computedIn, type Expression, expressionsIn } from "../../support/expressions.ts";

const root = new URL("../../../", import.meta.url);
const rooms = ["functions", "shared", "local", "infra", "workflows"];
const sources = rooms
  .flatMap((room) =>
    readdirSync(new URL(room, root), { encoding: "utf8", recursive: true }).map((file) => `${room}/${file}`),
  )
  .filter((file) => /\.(ts|tsx|js)$/.test(file))
  .map((file) => ({ file, ...expressionsIn(file, readFileSync(new URL(file, root), "utf8")) }));

const distinct = (all: readonly Expression[]): Expression[] => [
  ...new Map(all.map((expression) => [`${expression.source}/${expression.flags}`, expression])).values(),
];
const written = distinct(sources.flatMap((found) => found.written));

/** The expressions behind the formats of zod's that our schemas ask for. */
const formats: Record<string, RegExp> = {
  base64: z.regexes.base64,
  date: z.regexes.date,
  datetime: z.regexes.datetime({ precision: 3 }),
  email: z.regexes.email,
  hostname: z.regexes.hostname,
  uuid: z.regexes.uuid(),
};

/** Those that may take longer than in proportion, each with its place and the reason. */
const slowOnes = (all: readonly Expression[]): string[] =>
  all.flatMap(({ at, source, flags }) => {
    const reason = backtrackingOf(source, flags);
    return reason === undefined ? [] : [`${at}: /${source}/${flags} ${reason}`];
  });

describe("every regular expression takes time in proportion to the text", () => {
  test("that is written down", () => {
    expect(written.length).toBeGreaterThan(50);
    expect(slowOnes(written)).toEqual([]);
  });

  test.each(sources.filter(({ computed }) => computed.length > 0))("$file: those that it computes", async (found) => {
    const made = await computedIn(found.file, () => import(`${new URL(found.file, root).href}?computed`));
    expect(made.length).toBeGreaterThanOrEqual(found.computed.length);
    expect(slowOnes(distinct(made))).toEqual([]);
  });

  test("those of the library that judge an address, a date and so on", () => {
    const asked = new Set(sources.flatMap((found) => found.formats));
    const judged = [...asked].filter((name) => name in z.regexes && !["boolean", "number", "string"].includes(name));
    expect(judged.sort()).toEqual(Object.keys(formats));
    expect(slowOnes(Object.entries(formats).map(([at, { source, flags }]) => ({ at, source, flags })))).toEqual([]);
  });
});

describe("an expression that takes longer", () => {
  test.each([
    ["written down", "export const form = /(a+)+$/;"],
    ["in a schema", String.raw`z.string().regex(/^\s+|\s+$/)`],
    ["between tags", "<p hidden={/(?:x|x)*y/u.test(text)}>{text}</p>"],
    ["as a text", 'text.match("(a+)+$")'],
  ])("%s, is found and refused", (_, text) => {
    const { written } = expressionsIn("shared/ground/new.tsx", text);
    expect(slowOnes(written)).toEqual([
      expect.stringMatching(/^shared\/ground\/new\.tsx:1: .* (exponential|polynomial): /),
    ]);
  });

  test("and is computed, is found and refused", async () => {
    expect(expressionsIn("new.ts", "const form = new RegExp(`^$" + "{part}+$`);").computed).toEqual(["new.ts:1"]);
    const made = await computedIn("expressions.test.ts", () => Promise.resolve(new RegExp(`^${"(a+)+"}$`)));
    expect(slowOnes(made)).toHaveLength(1);
  });

  test("stands in a comment or in a text, is none", () => {
    const text = "// the expression /(a+)+$/ is slow\nexport const words = 'by /(a+)+$/';\n";
    expect(expressionsIn("new.ts", text).written).toEqual([]);
  });

  test.each([
    [/(a*)*b/, "exponential"],
    [/(a|b|ab)*c/, "exponential"],
    [/^([a-z0-9]+)*$/, "exponential"],
    [/^(?:.|\s)*x/, "exponential"],
    [/\s+$/, "polynomial"],
    [/[^\s@<]+@[^\s@>]+/, "polynomial"],
    [/^a*b?a*x/, "polynomial"],
    [/(?!.*=)x/, "polynomial"],
    [/^(\w+) \1\w*;/, "polynomial"],
  ])("%s is %s", (expression, kind) => {
    expect(backtrackingOf(expression.source, expression.flags)).toMatch(kind);
  });

  test.each([/\n+/, /^(\w+)@(\w+)$/, /<([^<>]*)>\s*$/, /^(?!.*=\?)[\x20-\x7e]*$/, /^(?:[^;]*;)*/, /^q=\d*(?:\.\d+)?$/])(
    "%s does not",
    (expression) => {
      expect(backtrackingOf(expression.source, expression.flags)).toBeUndefined();
    },
  );
});
