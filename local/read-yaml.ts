import { LineCounter, parseDocument } from "yaml";
import type { Mistake } from "#directory/check/mistake.ts";

/** Reads a YAML text. What is not YAML is named by line and column, each mistake. */
export const readYaml = (text: string): { ok: true; value: unknown } | { ok: false; mistakes: Mistake[] } => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length === 0) {
    const value: unknown = document.toJS();
    return { ok: true, value };
  }
  return {
    ok: false,
    mistakes: document.errors.map(({ message, pos: [offset] }) => {
      const { line, col } = lineCounter.linePos(offset);
      return {
        where: `line ${line}, column ${col}`,
        what: { zh: `不是有效的 YAML（${message}）`, en: `is not valid YAML (${message})` },
        remedy: { zh: "请检查此处的缩进、冒号和引号", en: "Check indentation, colons and quotes there." },
      };
    }),
  };
};
