/**
 * The floors of the house, lowest first. A room may import the rooms on floors below its own, and itself; rooms on one
 * floor do not know each other. No arrow runs back up. (`store` files are a floor of their own inside their subject.)
 */
const floors = [
  ["ground", "markup"],
  ["record"],
  ["clock"],
  ["directory", "access"],
  ["directory/check"],
  ["case/state"],
  ["case/forms", "case/files", "case/offers"],
  ["register"],
  ["case/acts"],
  ["case/account", "case/digest", "case/outbox"],
  ["case/store"],
  ["words"],
  ["mail", "web/assets"],
  ["web/parts"],
  ["web/pages"],
];
/** Rooms that only what is named here may import, wherever they stand. */
const readers = {
  "directory/check": ["local"],
  "case/store": ["functions", "local"],
};

const rooms = floors.flat();
const below = (room) =>
  floors
    .slice(
      0,
      floors.findIndex((floor) => floor.includes(room)),
    )
    .flat();
const [parents, children] = [rooms.filter((r) => !r.includes("/")), rooms.filter((r) => r.includes("/"))];
/** The files of a room; those of a sub-room are not its parent's. */
const inside = (room) => {
  const subs = children.filter((child) => child.startsWith(`${room}/`)).map((child) => child.slice(room.length + 1));
  return subs.length > 0 ? `^shared/${room}/(?!(${subs.join("|")})/)` : `^shared/${room}/`;
};

const subjects = "^shared/(?!lambda/)";
const sdk = "^node_modules/(@aws-sdk|@smithy)/";
const cdk = "^node_modules/(aws-cdk-lib|constructs|cdk-nag)/";
/** The files that talk to the world outside: tables, keys, queues, mail. */
const adapters = [
  "^shared/case/store/",
  ...["store", "dynamodb", "ses", "smtp", "kms"].flatMap((word) => [
    `^shared/[^/]+/${word}\\.ts$`,
    `^shared/[^/]+/[^/]+-${word}\\.ts$`,
  ]),
];

/** A rule that `from` must not import `to`. */
const never = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

/** One rule a room: it knows the floors below, and nothing above or beside it. */
const oneWay = rooms.map((room) => {
  const known = [room, ...below(room).filter((other) => readers[other] === undefined)].map(inside);
  return never(
    `from-${room.replace("/", "-")}-downward`,
    { path: inside(room) },
    { path: "^shared/", pathNot: known },
    `${room} knows only the floors below it.`,
  );
});

/** Inside a subject its adapters stand above its domain. */
const adaptersAbove = [...parents, ...children]
  .filter((room) => room !== "case/store")
  .map((room) =>
    never(
      `${room.replace("/", "-")}-before-its-adapters`,
      { path: inside(room), pathNot: adapters },
      { path: adapters },
      "The domain declares ports; adapters import it, never the other way.",
    ),
  );

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
      "every-room-has-a-floor",
      { path: "^shared/", pathNot: ["^shared/lambda/", ...rooms.map(inside)] },
      {},
      "A folder that is on no floor has no rule either: give it one.",
    ),
    ...oneWay,
    ...adaptersAbove,
    never(
      "run-time-needs-no-dev-packages",
      { path: "^(shared|functions)/" },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
      "What runs in a function is a dependency, not a devDependency.",
    ),
    never(
      "domain-is-pure",
      { path: subjects, pathNot: adapters },
      { path: [sdk, cdk] },
      "Use cases take ports; only stores and transports know the SDK.",
    ),
    never(
      "ground-knows-zod",
      { path: "^shared/ground/" },
      { path: "^node_modules/", pathNot: "^node_modules/zod/" },
      "The ground floor rests on nothing but the schema library.",
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
      { path: ["^shared/(?!(lambda|ground)/)", "^(functions|workflows|infra|local|test)/", cdk] },
      "What wraps every handler knows none of them: it stands on the ground alone.",
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
      "functions-check-no-directory",
      { path: "^functions/" },
      { path: "^shared/directory/check/" },
      "Files are checked before they are imported.",
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
      { path: ["^(functions|local|test)/", "^shared/(?!lambda/environment\\.ts$|.+/keys\\.ts$)", sdk] },
      "Infrastructure knows a function's path, its environment's schema, and how the keys of the tables begin.",
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
