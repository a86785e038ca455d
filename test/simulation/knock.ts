import { cookieName } from "#access/cookie.ts";
import { sessionName } from "#access/device-session.ts";
import { staffForms } from "#case/acts/every-act.ts";
import { petitionerForms } from "#case/acts/every-petitioner-act.ts";
import { personal } from "../contract/samples.ts";
import { directory } from "../unit/case/district.ts";
import type { Chances } from "./random.ts";

/** A request from outside, before HTTP API makes an event of it. */
export type Knock = {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  cookies: string[];
  body: string;
  base64: boolean;
};

/** What somebody knows who stands before the doors: links with all that opens them, keys to petitions, forms. */
export type Known = {
  tasks: readonly { token: string; session: string; digits: string; address: string }[];
  /** Tokens of links that ask whose a mailbox is. */
  mailboxes: readonly string[];
  petitions: readonly { code: string; phoneTail: string }[];
  submissions: readonly string[];
};

export const baseUrl = "https://district.example";

type Fields = [name: string, value: string][];

const many = (part: string, length: number): string => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** Texts that have stopped or fooled something somewhere. */
const hostile: readonly [string, ...string[]] = [
  "",
  " ",
  "0",
  "-1",
  "1e9",
  "null",
  "undefined",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "[object Object]",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' OR 1=1 --",
  "{{7*7}}#{7*7}",
  "../../../etc/passwd",
  "%00",
  "\u0000",
  "\r\nSet-Cookie: a=b",
  "\u202Egnirts",
  "\u2028",
  "\u200B\u200D\uFEFF",
  "\u3164\u115F",
  "字".repeat(3000),
  "👨‍👩‍👧‍👦".repeat(200),
  "\u{20000}".repeat(1500),
  `a${"\u0315".repeat(3000)}${"\u0316".repeat(3000)}`,
  "\u0315\uFF9E".repeat(2000),
  "\uFDFA".repeat(2000),
  "<a".repeat(3000),
  "。".repeat(5000),
  `${" ".repeat(6000)}x`,
  "a@".repeat(3000),
  `a@${"a.".repeat(3000)}`,
  "9".repeat(5000),
  "-".repeat(5000),
  "\uD800",
  JSON.stringify({ a: [1, { b: null }] }),
];

/** Bodies that are no form of ours, or only nearly. */
const bodies: readonly [string, ...string[]] = [
  "",
  "&",
  "=",
  "&&&&==&=",
  "token",
  "code=%",
  "code=%zz",
  "code=%ED%A0%80",
  "code=%C0%80",
  "code=%FF%FE",
  '{"token":"a"}',
  "__proto__=x&constructor=y&command=toString",
  "command=constructor&token=a",
  "command=reassign&to=A",
  many("a=1&", 4000),
  many("&", 8000),
  many("%", 8000),
  `code=a${"%CC%95".repeat(600)}${"%CC%96".repeat(600)}`,
  `story=${many("%CC%95", 100_000)}${many("%CC%96", 100_000)}`,
  `code=${many("a", 300_000)}`,
];

const strangeHeaders: readonly [Record<string, string>, ...Record<string, string>[]] = [
  { "accept-encoding": `gzip;q=0.${"1".repeat(2400)}\u2028` },
  { "accept-encoding": many("gzip;q=0,", 5000) },
  { "accept-encoding": "gzip" },
  { "accept-encoding": "*;q=0.0000001" },
  { "content-type": "application/json" },
  { "content-type": "multipart/form-data; boundary=x" },
  { "content-type": many("application/x-www-form-urlencoded;", 5000) },
  { origin: "https://evil.example" },
  { origin: "null", "sec-fetch-site": "cross-site" },
  { origin: many("https://", 5000) },
  { host: "evil.example", "x-forwarded-host": "evil.example", forwarded: "for=x" },
  { "x-http-method-override": "DELETE" },
  { "x-forwarded-for": many("1.2.3.4, ", 5000) },
  { cookie: many("a=b;", 5000) },
  { "x-long": many("a", 11_000) },
  { range: "bytes=0-18446744073709551615" },
  { "if-none-match": many('"a",', 3000) },
  { __proto__x: "y", constructor: "z" },
];

const paths: readonly [string, ...string[]] = [
  "/",
  "//",
  "/find/anhe",
  "/petition",
  "/petition/",
  "/petition/AAAAAAAAAAAAAAAAAAAAAA",
  "/petition/AAAAAAAAAAAAAAAAAAAAAA/check",
  "/receipt/AAAAAAAAAAAAAAAAAAAAAA",
  "/receipt/constructor",
  "/status/AAAAAAAAAAAAAAAAAAAAAA",
  "/status/__proto__",
  "/leave",
  "/task/done",
  "/clocks",
  "/mine",
  "/decide",
  "/decide/AAAAAAAAAAAAAAAAAAAAAA",
  "/decide/act",
  "/decide/check",
  "/mine/AAAAAAAAAAAAAAAAAAAAAA",
  "/clocks/act",
  "/task/preview",
  "/status",
  "/status/act",
  "/status/mailbox",
  "/mailbox",
  "/join",
  "/join/sign",
  "/join/AAAAAAAAAAAAAAAAAAAAAA",
  "/joint",
  "/joint/leave",
  "/joint/AAAAAAAAAAAAAAAAAAAAAA",
  "/material",
  "/material/add",
  "/material/AAAAAAAAAAAAAAAAAAAAAA",
  "/file",
  "/file/story",
  "/file/whole",
  "/file/AAAAAAAAAAAAAAAAAAAAAA",
  "/files",
  "/files/bring",
  "/files/AAAAAAAAAAAAAAAAAAAAAA",
  "/files/AAAAAAAAAAAAAAAAAAAAAA/sent",
  "/case-alike",
  "/case-alike/open",
  "/case-files",
  "/case-files/open",
  "/case-merged",
  "/case-merged/open",
  "/case-story",
  "/case-story/open",
  "/dossier",
  "/dossier/data",
  "/dossier/open",
  "/dossier/paper",
  "/dossier/paper/open",
  "/status/check",
  "/task",
  "/task/open",
  "/task/act",
  "/task/leave",
  "/task/link",
  "/task/act/",
  "/delivery/task",
  "/screening/task/act",
  "/assets/v1/site.css",
  "/assets/v1/mark.svg",
  "/assets/v2/site.css",
  "/assets/v1/constructor",
  "/assets/v1/__proto__",
  "/assets/v1/..%2f..%2fetc%2fpasswd",
  "/assets/../../etc/passwd",
  "/_demo/advance",
  "/.env",
  "/wp-login.php",
  "/%zz",
  "/%00",
  "/字",
  many("/a", 4000),
  many("/", 5000),
];

const queries: readonly [string, ...string[]] = [
  "",
  "",
  "lang=en",
  "lang=zh",
  "lang=__proto__",
  "lang=en&lang=zh",
  "lang=%zz",
  many("a=b&", 4000),
  many("a", 5000),
  "code=A&phoneTail=1",
];

const methods: readonly [string, ...string[]] = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"];

const ownHeaders = {
  origin: baseUrl,
  "sec-fetch-site": "same-origin",
  "content-type": "application/x-www-form-urlencoded",
  "accept-encoding": "gzip",
};

/** Plausible answers to a field of an act, by its name. */
const plausible = (field: string, chances: Chances): string => {
  const staff = directory.staff.map(({ id }) => id);
  const answers: Record<string, string[]> = {
    days: ["5", "15", "１５", "30", "400"],
    to: staff,
    on: ["2026-03-02", "2026-02-31", "2026-03-01"],
    how: ["byPost", "inPerson", "refused"],
    ground: ["court", "arbitration", "outside"],
    outcome: ["resolved", "partly", "notResolved", "explained"],
    understood: ["yes"],
  };
  const [first = "理由充分，请予办理。", ...others] = answers[field] ?? ["理由充分，请予办理。", "查明属实", "x"];
  return chances.oneOf([first, ...others]);
};

const formed = (fields: Fields): string =>
  fields
    .map(([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`)
    .join("&");

const post = (path: string, fields: Fields, cookies: string[] = []): Knock & { fields: Fields } => ({
  method: "POST",
  path,
  query: "",
  headers: { ...ownHeaders },
  cookies,
  body: "",
  base64: false,
  fields,
});

const pick = <T>(several: readonly T[], chances: Chances): T | undefined => several[chances.below(several.length)];

/** A request that one of our own pages could send, with its fields apart. */
const ordinary = (known: Known, chances: Chances): Knock & { fields: Fields } => {
  const task = pick(known.tasks, chances) ?? { token: "-", session: "-", digits: "-", address: "/task" };
  // Some come to another door than that of their turn.
  const at = chances.happens(0.8)
    ? task.address
    : chances.oneOf([
        "/task",
        "/screening/task",
        "/delivery/task",
        "/beside/task",
        "/together/task",
        "/after/task",
        "/watch/task",
        "/entry/task",
        "/review/task",
        "/clocks",
        "/case-alike",
        "/case-files",
        "/case-merged",
        "/case-story",
        "/dossier",
      ]);
  const petition = pick(known.petitions, chances) ?? { code: "-", phoneTail: "-" };
  const device = chances.happens(0.7) ? [`${sessionName(baseUrl)}=${task.session}`] : [];
  // A device that keeps pages is led to them; one that does not is answered at once.
  const keeps = chances.happens(0.4) ? [`${cookieName("kept", baseUrl)}=${"k".repeat(43)}`] : [];
  const digits: Fields = device.length === 0 && chances.happens(0.7) ? [["code", task.digits]] : [];
  const confirmed: Fields = chances.happens(0.7) ? [["confirmed", "yes"]] : [];
  const key: Fields = [
    ["code", petition.code],
    ["phoneTail", petition.phoneTail],
  ];
  const act = (names: readonly string[], fieldsOf: (name: string) => readonly string[]): Fields => {
    const command = pick(names, chances) ?? "";
    return [
      ["command", command],
      ...fieldsOf(command).map((field): Fields[number] => [field, plausible(field, chances)]),
    ];
  };
  const category = pick(directory.categories, chances)?.id ?? "";
  const community = pick(directory.units, chances)?.id ?? "";
  const shown: readonly [() => Knock & { fields: Fields }, ...(() => Knock & { fields: Fields })[]] = [
    () => ({
      ...post(chances.oneOf(["/", "/status", "/task", "/assets/v1/site.css", "/assets/v1/page.client.js"]), []),
      method: "GET",
    }),
    () =>
      post(
        "/petition",
        [
          ...Object.entries(personal),
          ["category", category],
          ["community", chances.happens(0.7) ? "peach" : community],
          ["about", chances.happens(0.2) ? community : ""],
          ["submission", chances.happens(0.3) ? (pick(known.submissions, chances) ?? "-") : uuidOf(chances)],
          ...confirmed,
        ],
        keeps,
      ),
    () => post("/status", key, keeps),
    () => post("/status/mailbox", key, keeps),
    () => post(chances.oneOf(["/file", "/file/story"]), key, keeps),
    () => post("/files", key, keeps),
    () => post("/files/bring", [...key, ["wholePhone", chances.oneOf([personal.phone, "-"])]], keeps),
    () =>
      post(
        "/file/whole",
        [...key, ["wholePhone", chances.oneOf([personal.phone, "-"])], ["as", chances.oneOf(["data", "-"])]],
        keeps,
      ),
    () => post(chances.oneOf(["/join", "/joint"]), key, keeps),
    () => post("/join/sign", [...key, ["submission", uuidOf(chances)], ["name", personal.name]], keeps),
    () => post("/joint/leave", [...key, ["wholePhone", personal.phone]], keeps),
    () =>
      post("/mailbox", [
        ["link", pick(known.mailboxes, chances) ?? "-"],
        ["answer", chances.oneOf(["confirmed", "disowned"])],
      ]),
    () => ({ ...post("/mailbox", []), method: "GET", query: `link=${pick(known.mailboxes, chances) ?? "-"}` }),
    () =>
      post(
        `${chances.oneOf(["/status", "/decide", "/mine"])}/${chances.happens(0.2) ? "check" : "act"}`,
        [
          ...key,
          ["saw", String(1 + chances.below(12))],
          ["wholePhone", personal.phone],
          ...act(petitionerForms.names, (name) => (petitionerForms.isName(name) ? petitionerForms.fieldsOf(name) : [])),
        ],
        keeps,
      ),
    () =>
      post(
        chances.happens(0.1) ? "/task/link" : `${at}${chances.happens(0.2) ? "/done" : "/open"}`,
        [["token", task.token], ...digits],
        [...device, ...keeps],
      ),
    () =>
      post(
        `${at}/act`,
        [
          ["token", task.token],
          ...digits,
          ...act(staffForms.names, (name) => (staffForms.isName(name) ? staffForms.fieldsOf(name) : [])),
        ],
        [...device, ...keeps],
      ),
  ];
  return chances.oneOf(shown)();
};

const uuidOf = (chances: Chances): string => {
  const hex = Array.from({ length: 32 }, (_, i) => (i === 12 ? "4" : i === 16 ? "a" : chances.below(16).toString(16)));
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

type Mutation = (knock: Knock & { fields: Fields }, known: Known, chances: Chances) => void;

/** What may go wrong with a request on its way, or be done to it. */
const mutations: readonly [Mutation, ...Mutation[]] = [
  ({ fields }, _, chances) => void fields.splice(chances.below(fields.length + 1), 1),
  ({ fields }, _, chances) => {
    const copied = pick(fields, chances);
    if (copied !== undefined) fields.push([copied[0], chances.oneOf(hostile)]);
  },
  ({ fields }, _, chances) => void fields.push([chances.oneOf(hostile), chances.oneOf(hostile)]),
  ({ fields }, _, chances) => {
    const changed = pick(fields, chances);
    if (changed !== undefined) changed[1] = chances.oneOf(hostile);
  },
  ({ fields }, _, chances) => {
    const changed = pick(fields, chances);
    if (changed !== undefined) changed[1] = changed[1].slice(0, chances.below(changed[1].length + 1));
  },
  ({ fields }, _, chances) => {
    const changed = pick(fields, chances);
    if (changed !== undefined) changed[1] += chances.oneOf(hostile);
  },
  ({ fields }, _, chances) => {
    const [one, other] = [pick(fields, chances), pick(fields, chances)];
    if (one !== undefined && other !== undefined) [one[1], other[1]] = [other[1], one[1]];
  },
  ({ fields }, known, chances) => {
    const token = fields.find(([name]) => name === "token");
    const other = pick(known.tasks, chances);
    if (token !== undefined && other !== undefined) token[1] = other.token;
  },
  ({ fields }, known, chances) => {
    const code = fields.find(([name]) => name === "code");
    const other = pick(known.petitions, chances);
    if (code !== undefined && other !== undefined) code[1] = other.code;
  },
  (knock, _, chances) => void Object.assign(knock.headers, chances.oneOf(strangeHeaders)),
  (knock, _, chances) => {
    const name = pick(Object.keys(knock.headers), chances);
    if (name !== undefined) delete knock.headers[name];
  },
  (knock, _, chances) => {
    knock.path = chances.oneOf(paths);
  },
  (knock, _, chances) => {
    knock.method = chances.oneOf(methods);
  },
  (knock, _, chances) => {
    knock.query = chances.oneOf(queries);
  },
  (knock, known, chances) => {
    knock.cookies = [
      `${sessionName(baseUrl)}=${chances.happens(0.5) ? (pick(known.tasks, chances)?.session ?? "") : chances.oneOf(hostile)}`,
    ];
  },
  (knock, _, chances) => {
    knock.cookies = Array.from({ length: chances.below(80) }, () => `lang=${chances.oneOf(["zh", "en", "__proto__"])}`);
  },
];

/** Any request: what a page of ours would send, such a one spoilt, or one that was made to do harm. */
export const anyKnock = (known: Known, chances: Chances): Knock & { kind: "valid" | "mutated" | "hostile" } => {
  const { fields, ...knock } = ((): Knock & { fields: Fields } => {
    const made = ordinary(known, chances);
    return { ...made, headers: { ...made.headers }, fields: made.fields.map(([name, value]) => [name, value]) };
  })();
  const kind = chances.oneOf<"valid" | "mutated" | "hostile">(["valid", "mutated", "mutated", "hostile"]);
  if (kind === "valid") return { ...knock, body: formed(fields), kind };
  if (kind === "hostile") {
    const headers = { ...knock.headers, ...(chances.happens(0.4) && chances.oneOf(strangeHeaders)) };
    const path = chances.happens(0.6) ? knock.path : chances.oneOf(paths);
    const method = chances.happens(0.7) ? "POST" : chances.oneOf(methods);
    const base64 = chances.happens(0.3);
    const body = chances.oneOf(bodies);
    const sent = base64 && chances.happens(0.8) ? Buffer.from(body).toString("base64") : body;
    return { ...knock, method, path, headers, query: chances.oneOf(queries), body: sent, base64, kind };
  }
  const changed = { ...knock, fields };
  for (let i = 1 + chances.below(3); i > 0; i -= 1) chances.oneOf(mutations)(changed, known, chances);
  const { fields: left, ...spoilt } = changed;
  const whole = formed(left);
  const body = chances.happens(0.1) ? whole.slice(0, chances.below(whole.length + 1)) : whole;
  const base64 = chances.happens(0.3);
  return { ...spoilt, body: base64 ? Buffer.from(body).toString("base64") : body, base64, kind };
};
