import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

/** Modules of our dependencies that no function ever runs: of each, where it is and why it is not missed. */
const neverRun: { module: RegExp; because: string }[] = [
  {
    module: /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/,
    because: "Schemas judge what comes in here; nobody asks for their JSON Schema.",
  },
  {
    module: /\/@aws-sdk\/endpoint-cache\/dist-es\/EndpointCache\.js$/,
    because: "DynamoDB's endpoints are known from the region; the discovery that fills this cache is off.",
  },
  {
    module: /\/@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/,
    because: "Node hashes by itself; this is for browsers that cannot.",
  },
  {
    module: /\/@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/(DefaultRateLimiter|AdaptiveRetryStrategy)\.js$/,
    because: "Clients retry in the standard mode; this is the adaptive one.",
  },
];

/** The names that a module exports. */
const namesOf = async (path: string): Promise<string[]> => {
  const { metafile } = await build({ entryPoints: [path], format: "esm", write: false, metafile: true });
  return Object.values(metafile.outputs).flatMap(({ exports }) => exports);
};

/** In the place of {@link neverRun}: the same names, each of which says so when it is used after all. */
export const leftOut: Plugin = {
  name: "left-out",
  setup: (bundler) => {
    for (const { module, because } of neverRun) {
      bundler.onLoad({ filter: module }, async ({ path }) => ({
        contents: [
          `const leftOut = () => { throw new Error(${JSON.stringify(`Left out of the bundle. ${because}`)}) };`,
          // The SDK makes some of these and never asks them anything.
          "class LeftOut { constructor() { return new Proxy(this, { get: leftOut }) } }",
          `export { ${(await namesOf(path)).map((name) => `${/^[A-Z]/.test(name) ? "LeftOut" : "leftOut"} as ${name}`).join(", ")} };`,
        ].join("\n"),
        loader: "js",
      }));
    }
  },
};

const imported = /import \{([^}]*)\} from "@aws-sdk\/client-[^"]+"/g;
const registration = /^export var (\w+)\$ = \[-3, n0,[^;]*\];\nn0_registry\.registerError\(\1\$, \1\);$/gm;

/**
 * A client of the SDK brings a class for every error that its service knows, and registers each. Those stay that our
 * code names; any other error arrives as the service's own base error, still under its name, its status and its words.
 */
export const errorsThatAreNamed = (root: string): Plugin => ({
  name: "errors-that-are-named",
  setup: (bundler) => {
    const named = async (): Promise<Set<string>> => {
      const sources = globSync("{functions,shared}/**/*.ts", { cwd: root });
      const texts = await Promise.all(sources.map((file) => readFile(join(root, file), "utf8")));
      return new Set(
        texts.flatMap((text) =>
          [...text.matchAll(imported)].flatMap(([, names = ""]) => names.split(",").map((name) => name.trim())),
        ),
      );
    };
    const known = named();
    bundler.onLoad({ filter: /\/@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const [text, ours] = [await readFile(path, "utf8"), await known];
      const kept = (whole: string, error: string) => (ours.has(error) ? whole : `export var ${error}$;`);
      return { contents: text.replaceAll(registration, kept), loader: "js" };
    });
  },
});

/** Of a package's description the SDK reads the version. */
export const versionAlone: Plugin = {
  name: "version-alone",
  setup: (bundler) => {
    bundler.onLoad({ filter: /\/@aws-sdk\/client-[^/]+\/package\.json$/ }, async ({ path }) => {
      const description: unknown = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify(description, ["version"]), loader: "json" };
    });
  },
};
