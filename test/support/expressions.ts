import ts from "typescript";

/** A regular expression, and the place that it was found at. */
export type Expression = { at: string; source: string; flags: string };

/** What a source file has of them: those that are written down, and the places of those that are computed as it runs. */
export type Found = { written: Expression[]; computed: string[]; formats: string[] };

/** Methods of a text that make an expression of a text that they are given. */
const takesExpressions = ["match", "matchAll", "search"];

/** Reads a source file with the compiler's own parser, so that neither a comment nor a text passes for code. */
export const expressionsIn = (file: string, text: string): Found => {
  const found: Found = { written: [], computed: [], formats: [] };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const place = (node: ts.Node) => `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.written.push({ at: place(node), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    const called = ts.isNewExpression(node) || ts.isCallExpression(node) ? node : undefined;
    if (called !== undefined && called.expression.getText() === "RegExp") found.computed.push(place(node));
    if (called !== undefined && ts.isPropertyAccessExpression(called.expression)) {
      const { name, expression: of } = called.expression;
      const [first] = called.arguments ?? [];
      const given = first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined;
      if (given !== undefined && takesExpressions.includes(name.text)) {
        found.written.push({ at: place(node), source: given, flags: "" });
      }
      if (["z", "z.iso"].includes(of.getText())) found.formats.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

/** The expressions that a file computes while something runs; others may be made meanwhile, and are not counted. */
export const computedIn = async (file: string, run: () => Promise<unknown>): Promise<Expression[]> => {
  const made: Expression[] = [];
  const usual = globalThis.RegExp;
  globalThis.RegExp = new Proxy(usual, {
    construct: (target, given: ConstructorParameters<typeof RegExp>) => {
      const expression = new target(...given);
      const { source, flags } = expression;
      if (new Error("made here").stack?.includes(`/${file}`)) made.push({ at: file, source, flags });
      return expression;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = usual;
  }
  return made;
};
