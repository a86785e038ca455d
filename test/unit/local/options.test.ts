import { expect, test } from "vitest";
import { Obstacle } from "../../../local/obstacle.ts";
import { langOption, readLang, readOptions } from "../../../local/options.ts";

const usage = "For example: npm run sweep -- --dry-run --lang en";
const options = { "dry-run": { type: "boolean", default: false }, ...langOption } as const;
const read = (args: string[], env: NodeJS.ProcessEnv = {}) => readOptions(usage, { args, options }, env).values;

test("options are read, each with what it is when it is not said", () => {
  expect(read([])).toEqual({ "dry-run": false, lang: "zh" });
  expect(read(["--dry-run", "--lang", "en"])).toEqual({ "dry-run": true, lang: "en" });
});

test.each([
  ["an option that it does not have", ["--dryrun"], {}, `Unknown option '--dryrun'. ${usage}`],
  ["an option without its value", ["--lang"], {}, `Option '--lang <value>' argument missing. ${usage}`],
  ["a word too many", ["now"], {}, /^Unexpected argument 'now'\. /],
  ["an option that is given twice", ["--lang", "en", "--lang", "zh"], {}, `Option '--lang' is given twice. ${usage}`],
  [
    "an option that npm has kept: a dry run must not become a real one",
    [],
    { npm_config_dry_run: "true" },
    `npm has kept --dry-run for itself: write options after --. ${usage}`,
  ],
])("a command refuses %s, and shows how it is called", (_, args, env, sentence) => {
  expect(() => read(args, env)).toThrow(Obstacle);
  expect(() => read(args, env)).toThrow(sentence);
});

test("the language is one of two, and no other is taken for the first", () => {
  expect([readLang({ lang: "zh" }), readLang({ lang: "en" })]).toEqual(["zh", "en"]);
  expect(() => readLang({ lang: "fr" })).toThrow("There is no language fr: write --lang zh or --lang en.");
});

test("words are taken as far as the command takes any, and one more is refused by name", () => {
  const words = (args: string[]) => readOptions(usage, { args, allowPositionals: true, words: 2 }, {}).positionals;
  expect([words([]), words(["a"]), words(["a", "b"])]).toEqual([[], ["a"], ["a", "b"]]);
  expect(() => words(["a", "b", "c\u001b[2J"])).toThrow(`Unexpected argument 'c\u001b[2J'. ${usage}`);
});
