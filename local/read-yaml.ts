import { LineCounter, parseDocument } from "yaml";
import type { Mistake } from "#directory/check/mistake.ts";
import type { Bilingual } from "#ground/bilingual.ts";

type YamlRead = { ok: true; value: unknown } | { ok: false; mistakes: Mistake[] };

const refused = (where: string, what: Bilingual, remedy: Bilingual): YamlRead => ({
  ok: false,
  mistakes: [{ where, what, remedy }],
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

const read = (text: string): YamlRead => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const mistakes: Mistake[] = [...document.errors, ...document.warnings].map(({ message, pos: [offset] }) => {
    const { line, col } = lineCounter.linePos(offset);
    return {
      where: `line ${line}, column ${col}`,
      what: { zh: `不是有效的 YAML（${message}）`, en: `is not valid YAML (${message})` },
      remedy: { zh: "请检查此处的缩进、冒号和引号", en: "Check indentation, colons and quotes there." },
    };
  });
  if (mistakes.length > 0) return { ok: false, mistakes };
  const value: unknown = document.toJS();
  if (holdsItself(value)) throw new ReferenceError("An alias stands within what it names");
  return { ok: true, value };
};

/**
 * Reads a YAML file. What is not YAML is named by line and column, each mistake; so is a file that is not text, or that
 * unfolds without end.
 */
export const readYaml = (file: Uint8Array | string): YamlRead => {
  let text: string;
  try {
    text = typeof file === "string" ? file : new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return refused(
      "file",
      { zh: "不是 UTF-8 编码的文本", en: "is not text in UTF-8" },
      { zh: "请另存为 UTF-8 编码", en: "Save it in UTF-8." },
    );
  }
  try {
    return read(text);
  } catch (error) {
    if (error instanceof ReferenceError) {
      return refused(
        "file",
        { zh: `别名无法展开（${error.message}）`, en: `has aliases that cannot be unfolded (${error.message})` },
        { zh: "请把内容直接写出来", en: "Write out what they name." },
      );
    }
    // The reader goes down a level for each bracket.
    if (!(error instanceof RangeError)) throw error;
    return refused(
      "file",
      { zh: "嵌套层数过多", en: "is nested too deeply" },
      { zh: "请检查括号和缩进", en: "Check brackets and indentation." },
    );
  }
};
