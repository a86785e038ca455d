const subjects = "^shared/(?!lambda/)[^/]+/";
const sdk = "^node_modules/(@aws-sdk|@smithy)/";
const cdk = "^node_modules/(aws-cdk-lib|constructs|cdk-nag)/";
/** The files of a subject that talk to the world outside: tables, keys, queues, mail. */
const adapters = ["store", "ses", "smtp", "kms"].flatMap((word) => [
  `^shared/[^/]+/${word}\\.ts$`,
  `^shared/[^/]+/[^/]+-${word}\\.ts$`,
]);

/** A rule that `from` must not import `to`. */
const never = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

/** The import table: who may import whom. @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    never("no-cycles", {}, { circular: true }, "Two files that need each other are one file, or three."),
    never(
      "no-orphans",
      { orphan: true, pathNot: ["\\.d\\.ts$", "^[^/]+\\.(ts|js)$", "\\.client\\.js$"] },
      {},
      "A file that nobody imports and that imports nothing is left over.",
    ),
    never("resolvable", {}, { couldNotResolve: true }, "The import names something that is not there."),
    never(
      "run-time-needs-no-dev-packages",
      { path: "^(shared|functions)/" },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
      "What runs in a function is a dependency, not a devDependency.",
    ),
    never(
      "domain-is-pure",
      { path: subjects, pathNot: adapters },
      { path: [sdk, cdk, "^node_modules/(@middy|@aws-lambda-powertools)/"] },
      "Use cases take ports; only stores and transports know the SDK.",
    ),
    never(
      "subjects-share-no-adapters",
      { path: "^shared/(?!lambda/)([^/]+)/" },
      { path: adapters, pathNot: "^shared/$1/" },
      "Another subject's store is reached through a port.",
    ),
    never(
      "subjects-know-no-lambda",
      { path: subjects },
      { path: "^(shared/lambda|functions|workflows|infra|local|test)/" },
      "A subject does not know who calls it.",
    ),
    never(
      "lambda-knows-no-subject",
      { path: "^shared/lambda/" },
      { path: [subjects, "^(functions|workflows|infra|local|test)/", cdk] },
      "What wraps every handler knows none of them.",
    ),
    never(
      "middy-only-in-lambda",
      { pathNot: "^(shared/lambda|test)/" },
      { path: "^node_modules/@middy/" },
      "Middleware is wired in one place.",
    ),
    never(
      "functions-import-shared",
      { path: "^functions/" },
      { path: ["^(infra|workflows|local|test)/", cdk] },
      "A function is wiring over shared.",
    ),
    never(
      "doors-stay-apart",
      { path: "^functions/([^/]+)/" },
      { path: "^functions/", pathNot: "^functions/$1/" },
      "What two doors need belongs to a subject.",
    ),
    never(
      "workflows-name-things",
      { path: "^workflows/" },
      { path: ["^(functions|infra|local|test)/", sdk, ...adapters] },
      "A workflow knows names and types, not how they are done.",
    ),
    never(
      "infra-proves-environments",
      { path: "^infra/" },
      { path: ["^(functions|local|test)/", "^shared/(?!lambda/environment\\.ts$)", sdk] },
      "Infrastructure knows a function's path and its environment's schema.",
    ),
    never("local-is-no-test", { path: "^local/" }, { path: "^test/" }, "The local district runs without the tests."),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: false,
    enhancedResolveOptions: {
      conditionNames: ["import", "node", "types", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".js", ".json", ".css", ".d.ts"],
    },
  },
};
