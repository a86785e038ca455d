import { readFile } from "node:fs/promises";
import { build, type Plugin } from "esbuild";
import { errorsThatWeName } from "./named-errors.ts";

/**
 * What no function ever runs of our dependencies: of each module, where it is, which of its names or of the methods of its
 * classes if not all, and why they are not missed.
 */
type NeverRun = { module: RegExp; names?: readonly string[]; methods?: readonly string[]; because: string };
const neverRun: NeverRun[] = [
  {
    module: /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/,
    because: "Schemas judge what comes in here; nobody asks for their JSON Schema.",
  },
  {
    module: /\/zod\/v4\/core\/errors\.js$/,
    names: ["formatError", "flattenError", "treeifyError"],
    because: "What a schema refuses is told by its path; nobody asks for it as a tree or a table.",
  },
  {
    module: /\/@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/,
    because: "Node hashes by itself; this is for browsers that cannot.",
  },
  {
    module: /\/@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/(DefaultRateLimiter|AdaptiveRetryStrategy)\.js$/,
    because: "Clients retry in the standard mode; this is the adaptive one.",
  },
  {
    module: /\/@aws-sdk\/dynamodb-codec\/dist-es\/codec-v2\/DynamoDBJsonCodec2\.js$/,
    because: "DynamoDB is asked in plain JSON, as json-services.ts says.",
  },
  {
    module: /\/@smithy\/core\/dist-es\/submodules\/client\/smithy-client\/schemaLogFilter\.js$/,
    because: "It hides secrets in what the SDK logs, and the SDK logs nothing, as unasked.ts says.",
  },
  {
    module: /\/@smithy\/core\/dist-es\/submodules\/serde\/date-utils\.js$/,
    names: ["dateToUtcString", "parseRfc3339DateTime", "parseRfc3339DateTimeWithOffset"],
    because:
      "Our services tell a moment in seconds since 1970, or in the header retry-after; these are other ways to write one.",
  },
  {
    module: /\/@smithy\/signature-v4\/dist-es\/HeaderFormatter\.js$/,
    because: "It signs messages of event streams; nothing here is a stream.",
  },
  {
    module: /\/@smithy\/signature-v4\/dist-es\/SignatureV4\.js$/,
    methods: ["signEvent", "signMessage"],
    because: "Requests are signed, and forms; nothing here is a stream of events.",
  },
  {
    module: /\/@smithy\/node-http-handler\/dist-es\/node-http-handler\.js$/,
    methods: ["updateHttpClientConfig", "httpHandlerConfigs"],
    because: "Nobody extends a client.",
  },
  {
    module: /\/nodemailer\/dist\/esm\/fetch\/index\.js$/,
    because: "What a mail holds is given, and not fetched from an address.",
  },
  {
    module: /\/nodemailer\/dist\/esm\/smtp-connection\/index\.js$/,
    methods: ["reset", "_setDsnEnvelope", "_actionLHLO", "_actionLMTPStream"],
    because: "A connection takes one mail, asks for no report of its delivery, and speaks SMTP, not LMTP.",
  },
  {
    module: /\/@smithy\/core\/dist-es\/submodules\/endpoints\/middleware-endpoint\/service-customizations\/s3\.js$/,
    because: "No function talks to S3.",
  },
  {
    module: /\/@aws-sdk\/core\/dist-es\/submodules\/client\/util-endpoints\/aws\.js$/,
    because: "Where a service is follows from the region, as endpoints.ts says; these read the SDK's rules.",
  },
];

/** The names that a module exports. */
const namesOf = async (path: string): Promise<string[]> => {
  const { metafile } = await build({ entryPoints: [path], format: "esm", write: false, metafile: true });
  return Object.values(metafile.outputs).flatMap(({ exports }) => exports);
};

/** A module that no longer exports some names; what only they needed goes with them. */
const kept = (text: string, without: readonly string[]): string =>
  text.replaceAll(/^export (?=(?:const|class|function) (\w+))/gm, (whole, name: string) =>
    without.includes(name) ? "" : whole,
  );

/** A method of a class, as our dependencies are written. */
const method = /\n {4}(?:async )?(\w+)\(.*\) \{(?:\n {8}.*|\n)*\n {4}\}(?=\n)/g;

/** A module whose classes have left out some methods. */
const emptied = (text: string, methods: readonly string[]): string =>
  text.replaceAll(method, (whole, name: string) => (methods.includes(name) ? `\n    ${name}() { leftOut(); }` : whole));

/** In the place of {@link neverRun}: the same names, each of which says so when it is used after all. */
export const leftOut: Plugin = {
  name: "left-out",
  setup: (bundler) => {
    for (const { module, names, methods, because } of neverRun) {
      bundler.onLoad({ filter: module }, async ({ path }) => {
        const says = `const leftOut = () => { throw new Error(${JSON.stringify(`Left out of the bundle. ${because}`)}) };`;
        if (methods !== undefined) {
          return { contents: `${emptied(await readFile(path, "utf8"), methods)}\n${says}`, loader: "js" };
        }
        const contents = [
          ...(names === undefined ? [] : [kept(await readFile(path, "utf8"), names)]),
          says,
          // The SDK makes some of these and never asks them anything.
          "class LeftOut { constructor() { return new Proxy(this, { get: leftOut }) } }",
          `export { ${(names ?? (await namesOf(path))).map((name) => `${/^[A-Z]/.test(name) ? "LeftOut" : "leftOut"} as ${name}`).join(", ")} };`,
        ].join("\n");
        return { contents, loader: "js" };
      });
    }
  },
};

const registration = /^export var (\w+)\$ = \[-3, n0,(?:=>|[^;=])*\];\nn0_registry\.registerError\(\1\$, \1\);$/gm;

const constant = /^const (_\w+) = "(\w+)";$/gm;
const computedKey = /(?<=[{,] )\[(_\w+)\]: /g;

/**
 * A client's schemas with `{ http: … }` in the place of `{ [_h]: … }`. The bundler keeps whatever computes a key, and with
 * it every operation of a service that is asked in the manner of REST, though one is called.
 */
const keysAsWords = (text: string): string => {
  const words = new Map([...text.matchAll(constant)].map(([, name = "", word = ""]) => [name, word]));
  return text.replaceAll(computedKey, (whole, name: string) => {
    const word = words.get(name);
    return word === undefined ? whole : `${word}: `;
  });
};

/**
 * A client of the SDK brings a class for every error that its service knows, and registers each. Those stay that our
 * code names; any other error arrives as the service's own base error, still under its name, its status and its words.
 */
export const errorsThatAreNamed = (root: string): Plugin => ({
  name: "errors-that-are-named",
  setup: (bundler) => {
    const known = errorsThatWeName(root);
    bundler.onLoad({ filter: /\/@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const [text, ours] = [await readFile(path, "utf8"), await known];
      const kept = (whole: string, error: string) => (ours.has(error) ? whole : `export var ${error}$;`);
      return { contents: keysAsWords(text).replaceAll(registration, kept), loader: "js" };
    });
  },
});
