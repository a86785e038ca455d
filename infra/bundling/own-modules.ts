import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Plugin } from "esbuild";
import ts from "typescript";

/** What a constant is, without what only the compiler of types reads. */
const withoutTypes = (made: ts.Expression): ts.Expression =>
  ts.isSatisfiesExpression(made) || ts.isAsExpression(made) || ts.isParenthesizedExpression(made)
    ? withoutTypes(made.expression)
    : made;

/** Whether a constant is worked out when its module loads; the bundler knows of anything else whether it is read. */
const isWorkedOut = (value: ts.Expression): boolean =>
  !(ts.isFunctionLike(value) || ts.isIdentifier(value) || ts.isLiteralExpression(value));

/** The constants of a module that are worked out when it loads. */
const workedOut = (file: ts.SourceFile): ts.Expression[] =>
  file.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer !== undefined ? [withoutTypes(initializer)] : [],
    )
    .filter(isWorkedOut);

/** A module that says of each of its constants that nothing but its value comes of it. */
const saying = (path: string, text: string): string => {
  const places = workedOut(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext));
  const marks = places.flatMap((value): [number, string][] => [
    [value.pos, "/* @__PURE__ */ (() => ("],
    [value.end, "))()"],
  ]);
  return marks.toReversed().reduce((rest, [at, mark]) => rest.slice(0, at) + mark + rest.slice(at), text);
};

/** How JSX is written in bundles, as every module with JSX imports it there. */
const jsxInBrief = `import { h, Fragment } from ${JSON.stringify(join(import.meta.dirname, "../../shared/markup/jsx-in-brief.ts"))};`;

/**
 * Leaves out constants of ours that nobody reads, with all that they are made of. The bundler leaves them out where it sees
 * that making them does nothing else. It does not of a schema, a list of other lists, or a field of another constant, and
 * would carry each in every function that has its module. Modules of ours do nothing when they load, as `sideEffects` in
 * `package.json` says of each as a whole.
 *
 * JSX is written in brief. @see shared/markup/jsx-in-brief.ts
 */
export const ownModules: Plugin = {
  name: "own-modules",
  setup: (bundler) => {
    bundler.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      // What is worked out when functions are bundled is data.
      if (!path.includes("/shared/") || path.endsWith(".build.ts")) return undefined;
      const contents = saying(path, await readFile(path, "utf8"));
      return extname(path) === ".tsx"
        ? { contents: `${jsxInBrief}${contents}`, loader: "tsx" }
        : { contents, loader: "ts" };
    });
  },
};
