import { readFileSync } from "node:fs";

const root = new URL("../../../", import.meta.url);

/** A file of the repository, as text. @param path from the root, with slashes */
export const fileText = (path: string): string => readFileSync(new URL(path, root), "utf8");

/** Where a link or picture leads: a file of the repository or an address, and a heading in it. */
export type Target = { to: string; anchor: string | undefined };

/** What stands under one heading, without the words around it. */
export type Section = {
  level: number;
  heading: string;
  /** Lines that are not empty, list items and rows of tables. */
  lines: number;
  items: number;
  rows: number;
  /** Blocks of code, each with the language that it is marked with. */
  blocks: { language: string; code: string }[];
  /** Code inside sentences. */
  inline: string[];
  links: Target[];
  pictures: (Target & { alt: string })[];
};

const all = (pattern: RegExp, text: string): string[][] => [...text.matchAll(pattern)].map((match) => match.slice(1));

/** A path from the root, of a target as it is written in the file `from`. */
const targetFrom = (from: string, written: string): Target => {
  if (/^https?:/.test(written)) return { to: written, anchor: undefined };
  const { pathname, hash } = new URL(written, new URL(from, "file:///"));
  return {
    to: decodeURI(pathname.slice(1)),
    anchor: hash === "" ? undefined : decodeURI(hash.slice(1)),
  };
};

const sectionOf = (from: string, heading: string, level: number, lines: readonly string[]): Section => {
  const text = lines.join("\n");
  const fence = /^```(\w*)\n(.*?)^```$/gms;
  const prose = text.replace(fence, "");
  const target = (written: string): Target => targetFrom(from, written);
  return {
    level,
    heading,
    lines: lines.filter((line) => line.trim() !== "").length,
    items: all(/^ *(-|\d+\.) /gm, prose).length,
    rows: all(/^(\|)/gm, prose).length,
    blocks: all(fence, text).map(([language = "", code = ""]) => ({ language, code })),
    inline: all(/`([^`]+)`/g, `${heading}\n${prose}`).flat(),
    links: [...all(/(?<!!)\[[^\]]*\]\(([^)]+)\)/g, prose), ...all(/<a href="([^"]+)"/g, prose)].flat().map(target),
    pictures: all(/<img src="([^"]+)"[^>]* alt="([^"]*)"/g, prose).map(([src = "", alt = ""]) => ({
      ...target(src),
      alt,
    })),
  };
};

/** A document's sections in their order; what stands before its first heading is left out. */
export const sectionsOf = (path: string): Section[] => {
  const sections: Section[] = [];
  let open: { level: number; heading: string; lines: string[] } | undefined;
  let isCode = false;
  const close = () => {
    if (open !== undefined) sections.push(sectionOf(path, open.heading, open.level, open.lines));
  };
  for (const line of fileText(path).split("\n")) {
    if (line.trimStart().startsWith("```")) isCode = !isCode;
    const [, marks = "", heading = ""] = (isCode ? null : /^(#+) (.*)$/.exec(line)) ?? [];
    if (marks === "") {
      open?.lines.push(line.trimStart().startsWith("```") ? line.trimStart() : line);
      continue;
    }
    close();
    open = { level: marks.length, heading, lines: [] };
  }
  close();
  return sections;
};

/** The name by which a heading is linked to. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
