import { existsSync, globSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { Config } from "../../../infra/config.ts";
import manifest from "../../../package.json" with { type: "json" };
import { anchorOf, fileText, type Section, sectionsOf, type Target } from "./markdown.ts";

/** The documents that there are in both languages, by their English name. */
const twins = ["README.md", "docs/commands.md", "docs/operators-guide.md", "docs/testing.md", "docs/tour.md"];
const chinese = (path: string): string => path.replace(/\.md$/, ".zh-CN.md");
const english = (path: string): string => path.replace(".zh-CN.md", ".md");
/** Benchmarks and decisions are written down as they were; they are no guides. */
const documents = globSync(["README*.md", "docs/*.md"]).filter((path) => path !== "docs/bench.md");

/** What of a block of code does not depend on the language: no comments, no labels, of the tree the folders. */
const bones = ({ language, code }: Section["blocks"][number]): string[] => {
  const lines = code.split("\n").filter((line) => line.trim() !== "");
  switch (language) {
    case "sh":
      return lines.map((line) => line.replace(/\s+# .*$/, ""));
    case "mermaid":
      return lines.map((line) => line.replaceAll(/\[\[.*?\]\]|\(\[.*?\]\)|\[\(.*?\)\]|\[.*?\]|\|.*?\|/g, ""));
    default:
      return lines.map((line) => line.split(/\s/)[0] ?? "");
  }
};

/** A target as both languages have it: a heading by its place, since its words differ. */
const placeOf = ({ to, anchor }: Target): string => {
  const page = english(to).replace(/-zh-(\d+\.png)$/, "-en-$1");
  if (anchor === undefined) return page;
  return `${page}#${sectionsOf(to).findIndex(({ heading }) => anchorOf(heading) === anchor)}`;
};

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted();

/** A section as its twin has to have it. */
const comparable = (section: Section) => ({
  level: section.level,
  lines: section.lines,
  items: section.items,
  rows: section.rows,
  blocks: section.blocks.map(bones),
  inline: sorted(section.inline),
  links: sorted(section.links.map(placeOf)),
  pictures: section.pictures.map(placeOf),
});

describe.each(twins)("%s and its Chinese twin", (path) => {
  const [ours, theirs] = [sectionsOf(path), sectionsOf(chinese(path))];

  test("have the same headings in the same order", () => {
    expect(theirs.map(({ level }) => level)).toEqual(ours.map(({ level }) => level));
    expect(ours.length).toBeGreaterThan(2);
  });

  test.each(ours.map((section, index) => [section.heading, section, theirs[index]] as const))(
    "%s: the same commands, links, pictures and lists",
    (_, section, twin) => {
      expect(twin && comparable(twin)).toEqual(comparable(section));
    },
  );

  test("are written in their own language", () => {
    for (const { heading } of ours.slice(1)) expect(heading).not.toMatch(/\p{Script=Han}/u);
    for (const { heading } of theirs) expect(heading).toMatch(/\p{Script=Han}/u);
  });
});

test.each(["README.md", chinese("README.md")])("%s is read in one go: it has fewer than 130 lines", (path) => {
  expect(fileText(path).trimEnd().split("\n").length).toBeLessThan(130);
});

describe.each(documents)("%s", (path) => {
  const sections = sectionsOf(path);

  test("has links and pictures that lead somewhere, and a text for who cannot see a picture", () => {
    for (const { to, anchor } of sections.flatMap(({ links, pictures }) => [...links, ...pictures])) {
      if (/^https?:/.test(to)) continue;
      expect(existsSync(to), to).toBe(true);
      if (anchor !== undefined) expect(sectionsOf(to).map(({ heading }) => anchorOf(heading))).toContain(anchor);
    }
    for (const { alt } of sections.flatMap(({ pictures }) => pictures)) expect(alt.length).toBeGreaterThan(3);
  });

  test("has no table that is wider than code may be: the formatter pads every row to the widest cell", () => {
    const rows = fileText(path)
      .split("\n")
      .filter((line) => line.startsWith("|"));
    for (const row of rows) expect(row.length, row).toBeLessThanOrEqual(120);
  });

  test("names no command that is not there", () => {
    const named = fileText(path).matchAll(/npm run ([a-z]+(?::[a-z]+)*)/g);
    for (const [, script = ""] of named) expect(Object.keys(manifest.scripts)).toContain(script);
  });
});

test("docs/commands.md names every command", () => {
  const named = sectionsOf("docs/commands.md").flatMap(({ inline }) => inline.map((code) => code.split(" -- ")[0]));
  for (const script of Object.keys(manifest.scripts)) {
    expect(named.map((code) => code?.replace(/^npm (run )?/, ""))).toContain(script);
  }
});

test("the operator's guide explains every key of a stage, and no other", () => {
  const within = (schema: unknown): string[] => {
    if (schema instanceof z.ZodPrefault) return within(schema.unwrap());
    if (schema instanceof z.ZodUnion) return schema.options.flatMap(within);
    return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  };
  const keys = Object.entries(Config.shape).flatMap(([name, schema]) => {
    const inner = within(schema);
    return inner.length === 0 ? [name] : inner.map((key) => `${name}.${key}`);
  });
  expect(keys).toEqual(expect.arrayContaining(["stage", "mail.smtpUrl", "hsts.preload", "retention.logDays"]));
  const nested = new RegExp(`^(${Object.keys(Config.shape).join("|")})\\.\\w+$`);
  const place = sectionsOf("docs/operators-guide.md").findIndex(({ heading }) => heading === "Configuration");
  for (const path of ["docs/operators-guide.md", chinese("docs/operators-guide.md")]) {
    const inline = sectionsOf(path)[place]?.inline ?? [];
    expect(inline).toEqual(expect.arrayContaining(keys));
    expect(keys).toEqual(expect.arrayContaining(inline.filter((code) => nested.test(code))));
  }
});

test("every picture is shown somewhere, in the language that it speaks", () => {
  const shown = ["docs/tour.md", chinese("docs/tour.md")].flatMap((path) =>
    sectionsOf(path).flatMap(({ pictures }) => pictures.map(({ to }) => to)),
  );
  const taken = readdirSync("docs/pictures").map((name) => `docs/pictures/${name}`);
  expect(sorted(shown)).toEqual(taken.toSorted());
});

test("the README asks for the Node.js that npm is asked for, and names the one that commands and functions run on", () => {
  const [needed = ""] = /\d+\.\d+/.exec(manifest.engines.node) ?? [];
  const [brought = ""] = manifest.devDependencies.node.split(".");
  for (const path of ["README.md", chinese("README.md")]) {
    expect(fileText(path)).toContain(`Node.js ${needed}`);
    expect(fileText(path)).toContain(`Node.js ${brought}`);
  }
  expect(fileText("infra/constructs/typed-function.ts")).toContain(`Runtime.NODEJS_${brought}_X`);
});

describe("the tree in the README", () => {
  const [tree = []] = sectionsOf("README.md")
    .flatMap(({ blocks }) => blocks.filter(({ language }) => language === ""))
    .map(bones);

  test("names folders that are there", () => {
    for (const folder of tree) expect(existsSync(folder), folder).toBe(true);
  });

  test("names every room", () => {
    const rooms = readdirSync("shared").map((room) => `shared/${room}/`);
    expect(tree.filter((folder) => folder.startsWith("shared/")).toSorted()).toEqual(rooms.toSorted());
  });

  test("names the rooms inside the case and the doors", () => {
    const lines = fileText("README.md").split("\n");
    for (const folder of ["shared/case/", "functions/", "shared/web/"]) {
      const line = lines.find((candidate) => candidate.startsWith(folder)) ?? "";
      const inside = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [`${entry.name}/`] : [],
      );
      for (const room of inside) expect(line).toContain(room);
    }
  });
});
