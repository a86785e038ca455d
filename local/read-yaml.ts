import { type Document, isNode, LineCounter, parseDocument, visit } from "yaml";
import { type Mistake, type Path, placeAt } from "#directory/check/mistake.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { type Encoding, lineAndColumn, positionWords, readText } from "./read-text.ts";

type YamlRead =
  | {
      ok: true;
      value: unknown;
      encoding: Encoding;
      /** The mistakes of the value, each with its line and column in the file. */
      located: (mistakes: readonly Mistake[]) => Mistake[];
    }
  | { ok: false; mistakes: Mistake[] };

const mistakeAt = (where: string, what: Bilingual, remedy: Bilingual): Mistake => ({
  ...placeAt([]),
  where,
  what,
  remedy,
});

/** Whether a value holds itself, as one may that an alias names from within. */
const holdsItself = (value: unknown): boolean => {
  try {
    JSON.stringify(value);
    return false;
  } catch {
    return true;
  }
};

/** Where a part of the file stands; where it is missing, what it is missing from. */
const offsetOf = (document: Document, path: Path): number => {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const start = isNode(node) ? node.range?.[0] : undefined;
  return start ?? (path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1)));
};

const firstAlias = (document: Document): number => {
  let offset = 0;
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
};

/** More levels than any file of ours has; the reader goes down a level for each bracket. */
const deepest = 200;

/** Where a file goes deeper than any of ours, by brackets, dashes and indentation. */
const tooDeepAt = (text: string): number => {
  let brackets = 0;
  let [dashes, indent] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === "\n") [dashes, indent] = [0, /^ */.exec(text.slice(at + 1, at + 1 + deepest))?.[0].length ?? 0];
    else if ("[{".includes(sign)) brackets += 1;
    else if ("]}".includes(sign)) brackets -= 1;
    else if (sign === "-" && text[at + 1] === " ") dashes += 1;
    if (brackets + dashes + indent >= deepest) return at;
  }
  return 0;
};

const read = (text: string, encoding: Encoding): YamlRead => {
  const lineCounter = new LineCounter();
  const position = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return positionWords(line === 0 ? { line: 1, column: offset + 1 } : { line, column: col });
  };
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  const mistakes = [...document.errors, ...document.warnings].map(({ message, pos: [offset] }) =>
    mistakeAt(
      position(offset),
      { zh: `不是有效的 YAML（${message}）`, en: `is not valid YAML (${message})` },
      {
        zh: "请检查此处的缩进、引号和冒号：冒号用半角，后面空一格",
        en: "Check indentation, quotes and colons there: a colon is half-width, with a blank behind it.",
      },
    ),
  );
  if (mistakes.length > 0) return { ok: false, mistakes };
  const cannotUnfold = (why: string): YamlRead => ({
    ok: false,
    mistakes: [
      mistakeAt(
        position(firstAlias(document)),
        { zh: `别名无法展开（${why}）`, en: `has aliases that cannot be unfolded (${why})` },
        { zh: "请把内容直接写出来", en: "Write out what they name." },
      ),
    ],
  });
  try {
    const value: unknown = document.toJS();
    if (holdsItself(value)) return cannotUnfold("An alias stands within what it names");
    const located = (found: readonly Mistake[]) =>
      found.map((mistake) => ({
        ...mistake,
        where: `${position(offsetOf(document, mistake.path))}: ${mistake.where}`,
      }));
    return { ok: true, value, encoding, located };
  } catch (error) {
    if (error instanceof ReferenceError) return cannotUnfold(error.message);
    throw error;
  }
};

/**
 * Reads a YAML file. Every mistake is named by line and column: what is no text, what is not YAML, and a file that unfolds
 * or goes down without end; and `located` names the mistakes of what was read, once it is checked.
 */
export const readYaml = (file: Uint8Array): YamlRead => {
  const written = readText(file);
  if (!written.ok) return written;
  const { text, encoding } = written;
  try {
    return read(text, encoding);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const mistake = mistakeAt(
      positionWords(lineAndColumn(text, tooDeepAt(text))),
      { zh: "嵌套层数过多", en: "is nested too deeply" },
      { zh: "请检查括号和缩进", en: "Check brackets and indentation." },
    );
    return { ok: false, mistakes: [mistake] };
  }
};
