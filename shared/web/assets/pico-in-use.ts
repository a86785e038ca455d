import { cssFunction, cssParts, cssRules } from "./css-rules.ts";

/** What Pico has rules for and no page draws: a test looks at every page for it. */
export const notDrawn = {
  elements: [
    ...["table", "thead", "tbody", "tfoot", "tr", "th", "td", "progress", "dialog", "kbd", "code", "pre", "samp"],
    ...["figure", "figcaption", "hgroup", "mark", "ins", "del", "abbr", "audio", "iframe", "video", "img"],
    ...["hr", "sub", "sup", "template"],
  ],
  classes: ["contrast", "secondary", "container", "container-fluid", "grid", "dropdown", "striped", "overflow-auto"],
  roles: ["button", "group", "link", "search", "switch"],
  types: ["color", "datetime-local", "month", "range", "reset", "time", "week"],
  attributes: ["aria-busy", "aria-disabled", "data-placement", "data-theme", "data-tooltip", "dir"],
} as const;

const any = (names: readonly string[]): string => `(?:${names.join("|")})`;
const absent = new RegExp(
  [
    `(?<![\\w.#[:="-])${any(notDrawn.elements)}(?![\\w-])`,
    `\\.${any(notDrawn.classes)}(?![\\w-])`,
    `\\[role=${any(notDrawn.roles)}\\]`,
    `\\[type=${any(notDrawn.types)}\\]`,
    `\\[${any(notDrawn.attributes)}[\\]=]`,
    // Pages have no shadow trees.
    ":host",
  ].join("|"),
);

/** Whether a selector asks for something that no page draws. What it excludes may be absent. */
const asksForAbsent = (selector: string): boolean => {
  const excluding = cssFunction(selector, ["not"]);
  if (excluding !== undefined) return asksForAbsent(excluding.around);
  const choosing = cssFunction(selector, ["is", "where", "has"]);
  if (choosing === undefined) return absent.test(selector);
  return cssParts(choosing.within, ",").every(asksForAbsent) || asksForAbsent(choosing.around);
};

const holdsRules = (head: string): boolean => /^@(media|supports)/.test(head);

/** The rules for what pages draw. A rule for several kinds keeps those that are drawn. */
const drawnRules = (css: string): string =>
  cssRules(css)
    .map(({ head, body }) => {
      const [notice = ""] = /^(\s*\/\*[\s\S]*?\*\/)?/.exec(head) ?? [];
      const selectors = head.slice(notice.length);
      if (holdsRules(selectors)) return { head, body: drawnRules(body) };
      if (selectors.startsWith("@")) return { head, body };
      const drawn = cssParts(selectors, ",").filter((selector) => !asksForAbsent(selector));
      return { head: notice + drawn.join(","), body: drawn.length === 0 ? "" : body };
    })
    .map(({ head, body }) => (body === "" ? "" : `${head}{${body}}`))
    .join("");

const isNamedOnce = (css: string, name: string): boolean =>
  css.match(/[\w-]+/g)?.filter((one) => one === name).length === 1;

/** The rules with only those variables that something asks for, and no movement that nothing makes. */
const withVariables = (css: string, asked: ReadonlySet<string>): string =>
  cssRules(css)
    .filter(({ head }) => !(head.startsWith("@keyframes ") && isNamedOnce(css, head.replace("@keyframes ", ""))))
    .map(({ head, body }) => {
      if (holdsRules(head)) return { head, body: withVariables(body, asked) };
      if (head.startsWith("@")) return { head, body };
      const kept = cssParts(body, ";").filter(
        (one) => !one.trim().startsWith("--") || asked.has(one.trim().split(":", 1).join("")),
      );
      return { head, body: kept.join(";") };
    })
    .map(({ head, body }) => (body === "" ? "" : `${head}{${body}}`))
    .join("");

/**
 * Pico without the rules and variables that nothing on our pages asks for: two thirds of it. What is drawn looks the same.
 * @param beside our own style, which asks for variables of Pico's
 */
export const picoInUse = (pico: string, beside: string): string => {
  let css = drawnRules(pico);
  for (;;) {
    const asked = new Set([...`${css}${beside}`.matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name));
    const next = withVariables(css, asked);
    if (next === css) return css;
    css = next;
  }
};
