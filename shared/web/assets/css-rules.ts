/** A rule of a style sheet: what stands before its braces, and what in them. */
type CssRule = { head: string; body: string };

/** Where the text goes on that begins at `from`: behind a string, brackets with all in them, or one character. */
const behind = (css: string, from: number): number => {
  const opened = css[from];
  if (opened === '"' || opened === "'") {
    let at = from + 1;
    while (at < css.length && css[at] !== opened) at += css[at] === "\\" ? 2 : 1;
    return at + 1;
  }
  if (css.startsWith("/*", from)) return css.indexOf("*/", from) + 2;
  const closes = { "(": ")", "[": "]", "{": "}" }[opened ?? ""];
  if (closes === undefined) return from + 1;
  let at = from + 1;
  while (at < css.length && css[at] !== closes) at = behind(css, at);
  return at + 1;
};

/** Parts of a text between characters that stand in no string and no brackets. */
export const cssParts = (css: string, by: "," | ";"): string[] => {
  const parts: string[] = [];
  let begins = 0;
  for (let at = 0; at < css.length; at = behind(css, at)) {
    if (css[at] !== by) continue;
    parts.push(css.slice(begins, at));
    begins = at + 1;
  }
  return [...parts, css.slice(begins)];
};

/** The rules of a style sheet, in their order; those within an at-rule are its body. */
export const cssRules = (css: string): CssRule[] => {
  const rules: CssRule[] = [];
  let begins = 0;
  for (let at = 0; at < css.length; at = behind(css, at)) {
    if (css[at] !== "{") continue;
    const end = behind(css, at);
    rules.push({ head: css.slice(begins, at), body: css.slice(at + 1, end - 1) });
    begins = end;
  }
  return rules;
};

/** The brackets of a function in a selector, such as `:is`: the text around them, and what is in them. */
export const cssFunction = (
  selector: string,
  names: readonly string[],
): { around: string; within: string } | undefined => {
  for (let at = 0; at < selector.length; at = behind(selector, at)) {
    const name = names.find((one) => selector.startsWith(`:${one}(`, at));
    if (name === undefined) continue;
    const opens = at + name.length + 1;
    const end = behind(selector, opens);
    return { around: selector.slice(0, at) + selector.slice(end), within: selector.slice(opens + 1, end - 1) };
  }
  return undefined;
};
