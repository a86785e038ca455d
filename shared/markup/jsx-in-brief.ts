import { Fragment, jsx } from "./jsx-runtime.ts";

type BriefAttributes = Record<string, unknown> | null;

/**
 * How JSX is written in bundles: `h("p", { class: "hint" }, text)` in the place of
 * `jsx("p", { class: "hint", children: text })`, which is what the compiler makes of it everywhere else. Pages have
 * hundreds of these.
 */
export const h = (type: Parameters<typeof jsx>[0], attributes: BriefAttributes, ...inside: unknown[]) => {
  // A key is for libraries that compare trees.
  const { key: _, ...props } = attributes ?? {};
  if (inside.length > 0) props.children = inside.length > 1 ? inside : inside[0];
  return jsx(type, props);
};

export { Fragment };
