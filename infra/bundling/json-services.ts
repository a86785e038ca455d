import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import * as z from "zod";
import { exportsOf } from "./exports-of.ts";
import type { BeyondJson } from "./json-protocol.ts";
import { errorsThatWeName } from "./named-errors.ts";

/** How the SDK describes what a service takes and gives: an array whose first number says what it describes. */
type Described = readonly unknown[];
const kindOf = { list: 1, map: 2, struct: 3, union: 4, error: -3, operation: 9, simple: 0 } as const;
/** Simple shapes are numbers: a list of such is 64 more, a map 128. */
const simple = { json: [0, 1, 2], moment: [4, 7], bytes: [21], listOf: 64, mapOf: 128 } as const;
/** What is true of one field only stands beside its shape; this of a token that the client thinks of. */
const idempotencyToken = 4;

type WireForm = "json" | "moment" | "bytes";

/** Names alone do not say how something is to be read. */
class NotToldByNames extends Error {
  override name = "NotToldByNames";
}

/** A shape may be described where it is used, or elsewhere, and then by a function. */
const isElsewhere = (shape: unknown): shape is () => unknown => typeof shape === "function";
const shapeOf = (shape: unknown): unknown => (isElsewhere(shape) ? shape() : shape);
const isList = (value: unknown): value is Described => Array.isArray(value);

/** A field's shape, and what is true of it in this place only. */
const fieldOf = (field: unknown): { shape: unknown; traits: unknown[] } => {
  const given = shapeOf(field);
  // The description of a shape has its namespace there.
  if (!isList(given) || typeof given[1] === "string") return { shape: given, traits: [] };
  return { shape: shapeOf(given[0]), traits: given.slice(1).flat() };
};

const fieldsOf = (shape: Described): [string, unknown][] => {
  const [names, fields] = [shape[4], shape[5]];
  if (!isList(names) || !isList(fields)) return [];
  return names.map((name, position) => [String(name), fields[position]]);
};

const toldAs = (shape: number): WireForm => {
  const one = shape & ~(simple.listOf | simple.mapOf);
  for (const told of ["json", "moment", "bytes"] as const) if (simple[told].some((kind) => kind === one)) return told;
  throw new NotToldByNames(`JSON does not tell shapes of kind ${one}`);
};

/** Goes through everything that a shape may hold. @throws {@link NotToldByNames} */
const namesIn = (shapes: readonly unknown[]): Map<string, WireForm> => {
  const told = new Map<string, WireForm>();
  const seen = new Set<unknown>();
  /** Fields whose own fields users name: any name may stand there. */
  const namedByUsers: string[] = [];
  const tell = (name: string, given: unknown): void => {
    const shape = shapeOf(given);
    if (typeof shape === "number") {
      const as = toldAs(shape);
      if ((told.get(name) ?? as) !== as) throw new NotToldByNames(`${name} is told in two ways`);
      told.set(name, as);
      if ((shape & simple.mapOf) > 0) namedByUsers.push(name);
    }
    if (!isList(shape)) return;
    if (shape[0] === kindOf.map) {
      const { shape: value } = fieldOf(shape[5]);
      if (typeof value === "number") namedByUsers.push(name);
      tell(name, value);
    } else if (shape[0] === kindOf.list || shape[0] === kindOf.simple) tell(name, fieldOf(shape[4]).shape);
    else if (!seen.has(shape)) {
      seen.add(shape);
      for (const [field, its] of fieldsOf(shape)) tell(field, fieldOf(its).shape);
    }
  };
  for (const shape of shapes) tell("", shape);
  if (namedByUsers.length > 0 && [...told.values()].some((as) => as !== "json"))
    throw new NotToldByNames(`Any name may stand in ${namedByUsers.join()}`);
  return told;
};

/** How an operation is asked in the manner of REST: by which method, and at which path. */
const Asked = z.object({ http: z.tuple([z.string(), z.string(), z.number()]) });

/**
 * The path of an operation that is asked in the manner of REST. Its method is POST and everything that is told stands in the
 * body: nothing in the path, the query or a header, and each field under its own name.
 * @throws {@link NotToldByNames}
 */
const pathOf = (operation: Described): string => {
  const [method, path] = Asked.parse(operation[3]).http;
  const shapes = [operation[4], operation[5]].map(shapeOf);
  const isPlain = shapes.every(
    (shape) => !isList(shape) || fieldsOf(shape).every(([, field]) => fieldOf(field).traits.length === 0),
  );
  if (method !== "POST" || /[{?]/.test(path) || !isPlain) {
    throw new NotToldByNames(`${String(operation[2])} is told by more than a body`);
  }
  return path;
};

/** What an operation needs beside JSON; nothing where that is more than {@link BeyondJson} can say. */
const beyondJson = (operation: Described, errors: readonly unknown[], isRest: boolean): BeyondJson | undefined => {
  const input = shapeOf(operation[4]);
  const [token] = isList(input)
    ? (fieldsOf(input).find(([, field]) => fieldOf(field).traits.includes(idempotencyToken)) ?? [])
    : [];
  try {
    const told = namesIn([operation[5], ...errors]);
    const as = (kind: WireForm) => [...told].flatMap(([name, one]) => (one === kind ? [name] : []));
    return {
      ...(token !== undefined && { token }),
      ...(isRest && { at: pathOf(operation) }),
      bytes: as("bytes"),
      moments: as("moment"),
    };
  } catch (error) {
    if (error instanceof NotToldByNames) return undefined;
    throw error;
  }
};

const namespace = /^const n0 = "([\w.]+)";$/m;
/** The protocol of a service that is asked in JSON. */
const protocol = /\b(AwsRestJson|AwsJson1_[01])Protocol\b/;
/** The SDK's own. */
const protocolFile = /\/@aws-sdk\/core\/dist-es\/submodules\/protocols\/json\/Aws(RestJson|Json1_[01])Protocol\.js$/;
const baseError = /from "\.\.\/models\/(\w+ServiceException)";$/m;

/**
 * Services that are asked in JSON (DynamoDB, KMS, Secrets Manager, SES, SQS, Step Functions) are asked by
 * `json-protocol.ts`. Of
 * the SDK's description of a service that leaves its operations, each with what it needs beyond JSON, and the classes of
 * errors that our code names. An operation of which JSON does not tell enough says so when it is asked for.
 */
export const jsonServices = (root: string): Plugin => ({
  name: "json-services",
  setup: (bundler) => {
    const known = errorsThatWeName(root);
    bundler.onLoad({ filter: /\/@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const config = await readFile(join(dirname(path), "../runtimeConfig.shared.js"), "utf8");
      const [, manner] = protocol.exec(config) ?? [];
      if (manner === undefined) return undefined;
      const [text, ours, shapes] = [await readFile(path, "utf8"), await known, await exportsOf(path)];
      const [[, space] = [], [, base] = []] = [namespace.exec(text) ?? [], baseError.exec(text) ?? []];
      if (space === undefined || base === undefined) throw new Error(`${path} is written in another way than it was`);
      const all = Object.entries(shapes).flatMap(([name, shape]): [string, Described][] =>
        isList(shape) ? [[name, shape]] : [],
      );
      const errors = all.filter(([name, [kind]]) => kind === kindOf.error && ours.has(name.slice(0, -1)));
      const named = errors.map(([name]) => name.slice(0, -1)).join(", ");
      const operations = all.filter(([, [kind]]) => kind === kindOf.operation);
      return {
        contents: [
          `import { ${base} } from "../models/${base}";`,
          `import { ${named} } from "../models/errors";`,
          `export const errorTypeRegistries = { base: ${base}, named: { ${named} } };`,
          ...operations.map(([name, operation]) => {
            const beyond = beyondJson(
              operation,
              errors.map(([, error]) => error),
              manner === "AwsRestJson",
            );
            return `export const ${name} = ${JSON.stringify([kindOf.operation, space, operation[2], 0, beyond])};`;
          }),
        ].join("\n"),
        loader: "js",
      };
    });
    bundler.onLoad({ filter: protocolFile }, ({ path }) => {
      const [, name = ""] = protocolFile.exec(path) ?? [];
      const manner = name === "RestJson" ? "rest" : name.slice("Json".length).replace("_", ".");
      return {
        contents: `import { jsonProtocol } from ${JSON.stringify(join(import.meta.dirname, "json-protocol.ts"))};
          export const Aws${name}Protocol = jsonProtocol(${JSON.stringify(manner)});`,
        loader: "js",
      };
    });
  },
});
