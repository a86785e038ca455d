// The compiler looks here for the types of elements; nothing of Preact is run.
export type { JSX } from "preact";

/** Text that is markup already: what was typed by anybody is escaped before it gets here. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Props = Record<string, unknown>;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };
const escaped = (text: string): string => text.replaceAll(/[&<"]/g, (character) => escapes[character] ?? character);

/** Elements that have no end. */
const isVoid = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Attributes that say "true" or "false"; any other is there, or is not. */
const saysWhether = /^(aria-|data-|spellcheck$|draggable$)/i;

/** HTML's names are small, however the source writes them (`tabIndex`); SVG minds capitals. */
const keepsCapitals = new Set(["viewBox"]);

/**
 * Markup of what a component holds: markup as it is, text and numbers escaped, lists in their order; nothing for what
 * is not there. @throws TypeError for what can be no content.
 */
export const markupOf = (content: unknown): string => {
  if (content instanceof Markup) return content.text;
  if (typeof content === "string") return escaped(content);
  if (typeof content === "number") return String(content);
  if (content === null || content === undefined || typeof content === "boolean") return "";
  if (Array.isArray(content)) return content.map(markupOf).join("");
  throw new TypeError(`A ${typeof content} is no content of a page`);
};

/** A style as text, "" for an empty one. @throws TypeError for a length without its unit. */
const styleOf = (style: object): string =>
  Object.entries(style)
    .filter(([, value]: [string, unknown]) => value !== undefined && value !== null && value !== "")
    .map(([name, value]: [string, unknown]) => {
      if (typeof value !== "string") throw new TypeError(`The style ${name} is written as text`);
      return `${name.replaceAll(/[A-Z]/g, "-$&").toLowerCase()}:${value};`;
    })
    .join("");

/** @throws TypeError for what can be no attribute: no handler and no object but a style goes to a browser. */
const attributeOf = ([name, given]: [string, unknown]): string => {
  const value =
    name === "style" && typeof given === "object" && given !== null
      ? styleOf(given) || undefined
      : saysWhether.test(name) && typeof given === "boolean"
        ? String(given)
        : given;
  const shown = keepsCapitals.has(name) ? name : name.toLowerCase();
  if (value === null || value === undefined || value === false) return "";
  if (value === true || value === "") return ` ${shown}`;
  if (typeof value === "string" || typeof value === "number") return ` ${shown}="${escaped(String(value))}"`;
  throw new TypeError(`A ${typeof value} is no value of the attribute ${name}`);
};

const element = (name: string, { children, ...attributes }: Props): Markup => {
  const { value, ...others } = attributes;
  // A text field holds its value as content.
  const [content, shown] = name === "textarea" ? [children ?? value, others] : [children, attributes];
  const inside = markupOf(content);
  const start = `<${name}${Object.entries(shown).map(attributeOf).join("")}`;
  return new Markup(inside === "" && isVoid.test(name) ? `${start}/>` : `${start}>${inside}</${name}>`);
};

/**
 * What the compiler makes of JSX: an element or a component, with its attributes and its content. Everything is written
 * at once, from the inside to the outside: pages are text, and nothing is compared or hydrated.
 */
export const jsx = (type: string | ((props: Props) => unknown), props: Props): Markup =>
  typeof type === "string" ? element(type, props) : new Markup(markupOf(type(props)));
/** The names under which the compiler asks for it: with several children, and in development. */
export { jsx as jsxDEV, jsx as jsxs };

/** `<>…</>`: its content alone. */
export const Fragment = ({ children }: Props): unknown => children;
