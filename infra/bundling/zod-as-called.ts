import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { ownSources } from "./own-sources.ts";

/** A call of a method, such as `.min(`; not `z.email(`, which is a function of zod's own. */
const called = /(?<!\bz)(?<!\bz\.iso)\.(\w+)[(<]/g;
/** A method of a schema, as zod writes it down: `email(params) { … },` */
const method = /\n {4}(?:async )?(\w+)\([^()]*\) \{(?:\n {5}.*)*\n {4}\},(?=\n)/g;
/** The same of those that have a name for stack traces: `parseAsync: async function _parseAsync(data, params) { … },` */
const namedMethod = /\n {4}(\w+): (?:async )?function \w+\([^()]*\) \{(?:\n {5}.*)*\n {4}\},(?=\n)/g;
/** How a schema would be told as JSON Schema, which `left-out.ts` leaves out. */
const asJsonSchema = /\n {4}inst\._zod\.processJSONSchema = .*/g;
/** How containers are made ready for values that contain themselves, which JSON cannot tell; zod's small edition goes without. */
const forCycles = /^ {4}_ensureDefaultMemoizer\(\);\n/gm;
/** What a schema would say in English about what it refuses. Who reads that is told by us; logs name the field and the rule. */
const inEnglish = /^ {4}_ensureDefaultLocale\(\);\n/gm;

/** Zod compiles a parser for every object; what a function reads before it is gone is read sooner without. */
const compiling = "core.$ZodObjectJIT.init";

/**
 * What kinds of schemas do for whoever waits for a check, writes values backward, or reads values that contain themselves.
 * Nobody does: a check that takes its time is refused, as wherever nobody waits.
 */
const forNobody: [words: RegExp, instead: string][] = [
  [/return r\.then\(\(r\) => handleRefineResult\([^()]*\)\);/g, "throw new core.$ZodAsyncError();"],
  [/\b\w{1,20} instanceof Promise\b(?!\) \{\n *throw new core\.\$ZodAsyncError)/g, "false"],
  [/\bctx\.direction === "backward"/g, "false"],
  [/\bctx\.direction \|\| "forward"/g, '"forward"'],
  [/\bcore\.globalConfig\.memoizer\b/g, "undefined"],
];

/** Zod's own tools: taken from its index they come whole; taken from their file, those come that are used. */
const fromTheirFile = (text: string): string =>
  text
    .replace('import { util } from "../core/index.js";', 'import * as util from "../core/util.js";')
    .replaceAll("core.util.", "util.");

/** What every schema of zod needs, whoever calls what. */
const byZodItself = ["check", "clone", "safeParse"];

/**
 * Every schema of zod brings all its methods, and with them all kinds of schemas that these make. Those stay that are
 * called somewhere in our code by that name, on whatever; the others say so when they are called after all.
 */
export const zodAsCalled = (root: string): Plugin => ({
  name: "zod-as-called",
  setup: (bundler) => {
    const named = async (): Promise<Set<string>> => {
      const texts = await ownSources(root);
      return new Set([
        ...byZodItself,
        ...texts.flatMap((text) => [...text.matchAll(called)].map(([, name = ""]) => name)),
      ]);
    };
    const known = named();
    bundler.onLoad({ filter: /\/zod\/v4\/core\/schemas\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [words, instead] of forNobody) {
        const without = contents.replaceAll(words, instead);
        if (without === contents) throw new Error(`${path} is written in another way than it was: ${words.source}`);
        contents = without;
      }
      return { contents, loader: "js" };
    });
    bundler.onLoad({ filter: /\/zod\/v4\/classic\/schemas\.js$/ }, async ({ path }) => {
      const [text, ours] = [await readFile(path, "utf8"), await known];
      const kept = (whole: string, name: string) =>
        ours.has(name) ? whole : `\n    ${name}: /*@__PURE__*/ notCalled("${name}"),`;
      const contents = [
        'const notCalled = (name) => () => { throw new Error("Left out of the bundle. Nothing of ours calls " + name + " of a schema.") };',
        fromTheirFile(text)
          .replaceAll(method, kept)
          .replaceAll(namedMethod, kept)
          .replaceAll(asJsonSchema, "")
          .replaceAll(forCycles, "")
          .replaceAll(inEnglish, "")
          .replace(compiling, "core.$ZodObject.init"),
      ].join("\n");
      return { contents, loader: "js" };
    });
  },
});
