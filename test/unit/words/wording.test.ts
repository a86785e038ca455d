import { globSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { strayWords } from "../../support/wording.ts";
import { fileText } from "../docs/markdown.ts";

/** A text in the source with its values left out, whether it says so itself that it is English, and where it is. */
type Written = { at: string; text: string; isEnglish: boolean };

const isNamed = (node: ts.Node, name: string): boolean => ts.isPropertyAssignment(node) && node.name.getText() === name;

/** Whether it is what `en:` stands before, also through a function that makes the sentence. */
const isEnglish = (node: ts.Node): boolean => {
  if (isNamed(node, "en")) return true;
  return !isNamed(node, "zh") && !ts.isVariableStatement(node) && !ts.isSourceFile(node) && isEnglish(node.parent);
};

/** All that a file writes for people: Chinese, what stands as `en`, and sentences. No imports, no types, no comments. */
const written = (file: string): Written[] => {
  const source = ts.createSourceFile(file, fileText(file), ts.ScriptTarget.Latest, true);
  const texts: Written[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const parts = ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
      : ts.isStringLiteralLike(node) || ts.isJsxText(node)
        ? [node.text]
        : [];
    if (parts.length > 0) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      texts.push({ at: `${file}:${line + 1}`, text: parts.join("◇"), isEnglish: isEnglish(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
};

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Several words; a list of attributes or a command to type has none of the marks of a sentence. */
const isSentence = (text: string): boolean => /[a-z◇] [a-z]+ [a-z◇]/.test(text) && !text.includes("npm run");

/** All but the local mailbox, which is a tool for those who build this, and what takes the pictures. */
const forPeople = globSync("{shared/{words,web,mail,directory},local,infra/stacks}/**/*.{ts,tsx}").filter(
  (file) => file !== "local/mailbox.ts" && !file.startsWith("local/picture-book/"),
);

describe("the words of pages, emails and commands", () => {
  const texts = forPeople.flatMap(written);

  it("are those of a careful office in Chinese", () => {
    const chinese = texts.filter(({ text }) => isChinese(text));
    expect(chinese.length).toBeGreaterThan(900);
    expect(chinese.flatMap(({ at, text }) => strayWords(text, "zh").map((stray) => `${at} ${stray}`))).toEqual([]);
  });

  it("are plain in English", () => {
    const english = texts.filter((one) => !isChinese(one.text) && (one.isEnglish || isSentence(one.text)));
    expect(english.length).toBeGreaterThan(900);
    expect(english.flatMap(({ at, text }) => strayWords(text, "en").map((stray) => `${at} ${stray}`))).toEqual([]);
  });
});
