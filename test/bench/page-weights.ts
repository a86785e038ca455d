import { writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { linkSecrets } from "#access/link-secrets.ts";
import { linkCode, linkHash, linkToken } from "#access/task-link.ts";
import { linkOf } from "#case/state/link-of.ts";
import { actor, stationOf } from "#case/state/standing.ts";
import { caseStore } from "#case/store/case-store.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import type { Lang } from "#ground/bilingual.ts";
import { AssetsEnv, FilePetitionEnv, PetitionStatusEnv, TaskLinkEnv } from "#lambda/environment.ts";
import { type Door, route } from "#lambda/route.ts";
import { openStep } from "../../functions/chain/open-step.ts";
import { assetsDoor } from "../../functions/petition/assets-door.ts";
import { filingDoor } from "../../functions/petition/filing-door.ts";
import { statusDoor } from "../../functions/petition/status-door.ts";
import { taskDoor } from "../../functions/staff/task-door.ts";
import { memoryBackend } from "../contract/backend.ts";
import { memoryVault } from "../contract/vault.ts";
import { demoDistrict } from "../fixtures/demo-district.ts";
import { staffDoors } from "../fixtures/every-door.ts";
import { letter } from "../unit/case/story.ts";
import { context } from "../unit/lambda/context.ts";

/**
 * Lives one case of the demo district through the doors, in each language, and prints as JSON what each page weighs as it
 * leaves. It is bundled against the checkout in whose `test/bench` it is said to lie, and so asks of it only what it asks
 * of every one: `bench:pages`.
 */
const baseUrl = "http://localhost:1";
const now = "2026-03-02T04:00:00.000Z";
const secret = "the secret of the bench";
const page = { BASE_URL: baseUrl, ASSETS: "v1", HSTS: "", EDGE_PROOF: "" };
const tables = {
  ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
  ...{ CLOCK: "real", IDENTITY_KEY: "-", LINK_SECRET: "-", ADDRESSES: "GET /status", ...page },
};
const typed = {
  ...{ category: "wages-labour", community: "zhanqian", name: "李大勇", phone: "15255533409" },
  ...{
    story: "做木工从七月干到十月，每人还欠一万二到两万不等。",
    place: "站前广场安置房工地",
    ask: "请帮我们把工资要回来。",
  },
};

/** What a page weighs: its own bytes, and those of all that it asks for, packed as they leave. */
type PageWeight = { page: string; lang: Lang; html: number; style: number; scripts: number; icon: number };
type Answered = { status: number; path: string; html: string; bytes: number };

/** A browser before the doors of a district of its own, which keeps cookies and follows where it is led. */
const browse = (doors: readonly Door[]) => {
  const jar = new Map<string, string>();
  const doorOf = (method: string, path: string): Door | undefined =>
    doors.find(({ routes }) =>
      Object.keys(routes).some((key) =>
        new RegExp(`^${key.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(`${method} ${path}`),
      ),
    ) ?? doors[0];

  const ask = async (method: "GET" | "POST", address: string, form?: Record<string, string>): Promise<Answered> => {
    const { pathname: path, search } = new URL(address, baseUrl);
    const door = doorOf(method, path);
    if (door === undefined) throw new Error("There is no door");
    const reply = await route(door)(
      {
        rawPath: path,
        rawQueryString: search.slice(1),
        headers: {
          ...{ origin: baseUrl, "sec-fetch-site": "same-origin", "accept-encoding": "gzip" },
          ...(form && { "content-type": "application/x-www-form-urlencoded" }),
        },
        cookies: [...jar].map(([name, value]) => `${name}=${value}`),
        ...(form && { body: new URLSearchParams(form).toString() }),
        isBase64Encoded: false,
        requestContext: { http: { method, sourceIp: "203.0.113.7" } },
      },
      context,
    );
    for (const cookie of reply.cookies ?? []) {
      const [pair = ""] = cookie.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = reply.headers?.location;
    if (reply.statusCode === 303) return ask("GET", String(location));
    const bytes = Buffer.from(reply.body ?? "", reply.isBase64Encoded === true ? "base64" : "utf8");
    return {
      status: reply.statusCode ?? 0,
      path,
      html: reply.headers?.["content-encoding"] === "gzip" ? gunzipSync(bytes).toString() : bytes.toString(),
      bytes: bytes.length,
    };
  };
  return ask;
};

/** The doors of a new district on tables in memory, and what moves a case in it. */
const newStage = () => {
  const { database: db } = memoryBackend().connect();
  const world = () => Promise.resolve({ now, calendar: chineseCalendar(), directory: demoDistrict() });
  const outside = { db, vault: memoryVault, world, secrets: linkSecrets(() => Promise.resolve([secret])) };
  const cases = caseStore(db, "cases", "deadlines");
  const arrived = openStep({
    ...{ cases, world, fellBackToBureau: () => undefined, tell: () => Promise.resolve("told") },
    linkHash: (link) => Promise.resolve(linkHash(linkToken(secret, link))),
  });
  const load = async (caseId: string) => {
    const petition = await cases.load(caseId);
    if (petition === undefined) throw new Error(`There is no case ${caseId}`);
    return petition;
  };
  return {
    ask: browse([
      filingDoor(FilePetitionEnv.parse(tables), outside),
      statusDoor(PetitionStatusEnv.parse(tables), outside),
      ...Object.values(staffDoors).map((door) => taskDoor(door, TaskLinkEnv.parse(tables), outside)),
      assetsDoor(AssetsEnv.parse(page)),
    ]),
    caseOf: async (html: string): Promise<string> => {
      const [, year, serial] = /〔(\d{4})〕(\d+)号/.exec(html) ?? [];
      const caseId = await cases.byNumber(`ANHE-${year}-${serial}`);
      if (caseId === undefined) throw new Error("The receipt names no case");
      return caseId;
    },
    arrive: async (caseId: string): Promise<void> => {
      const petition = await load(caseId);
      const station = stationOf(petition);
      if (station === undefined) throw new Error(`${caseId} has ended`);
      await arrived({ caseId, epoch: petition.epoch, station, token: "t" });
    },
    /** The token and the digits of the mail to whoever's turn it is. */
    mailed: async (caseId: string): Promise<{ token: string; code: string }> => {
      const petition = await load(caseId);
      const turn = actor(petition);
      if (turn === undefined) throw new Error(`Nobody can act on ${caseId}`);
      const link = linkOf(petition, turn);
      return { token: linkToken(secret, link), code: linkCode(secret, link) };
    },
  };
};

const inLanguage = async (lang: Lang): Promise<PageWeight[]> => {
  const { ask, caseOf, arrive, mailed } = newStage();
  const weights: PageWeight[] = [];
  const weigh = async (name: string, { html, bytes, status }: Answered): Promise<void> => {
    const expected = name === "not found" ? 404 : 200;
    if (status !== expected) throw new Error(`${name} was answered with ${status}: ${html.slice(0, 400)}`);
    const sum = { style: 0, scripts: 0, icon: 0 };
    for (const [address = ""] of html.matchAll(/\/assets\/v1\/[\w.-]+/g)) {
      const kind = address.endsWith(".css") ? "style" : address.endsWith(".js") ? "scripts" : "icon";
      sum[kind] += (await ask("GET", address)).bytes;
    }
    weights.push({ page: name, lang, html: bytes, ...sum });
  };
  /** Sends a form from a task's pages, and asks for what it leads to as that page's script does. */
  const task = async (address: string, form: Record<string, string>): Promise<Answered> => {
    const answered = await ask("POST", address, form);
    const [, asksFor] = /data-task-entry="([^"]+)"/.exec(answered.html) ?? [];
    return asksFor === undefined ? answered : ask("POST", asksFor, { token: form.token ?? "" });
  };

  await weigh("the form", await ask("GET", `/?lang=${lang}`));
  await weigh("not found", await ask("GET", "/nope"));
  const submission = "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10";
  const written = await ask("POST", "/petition", { ...typed, submission });
  const isChecked = written.html.includes('name="confirmed"');
  if (isChecked) await weigh("the form, to be checked", written);
  const receipt = isChecked ? await ask("POST", written.path, { confirmed: "yes" }) : written;
  await weigh("the receipt", receipt);
  const caseId = await caseOf(receipt.html);
  const [code = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt.html) ?? [];
  await weigh("the form for the key", await ask("GET", "/status"));
  const follow = () => ask("POST", "/status", { code, phoneTail: typed.phone.slice(-4) });
  await arrive(caseId);
  await weigh("a case that waits", await follow());

  const mail = await mailed(caseId);
  const { token } = mail;
  await weigh("the page that opens a task", await ask("GET", "/task"));
  await weigh("a task before its digits", await ask("POST", "/task/open", { token }));
  const opened = await task("/task/open", mail);
  await weigh("a task", opened);
  await weigh("what was acknowledged", await task("/task/act", { token, command: "acknowledge" }));
  await weigh("a case that is handled", await follow());
  // Older checkouts ask for no hearing before the answer.
  if (opened.html.includes('value="recordContact"')) {
    await task("/task/act", { token, command: "recordContact", contact: "heard", on: "2026-03-02", said: "已经听取" });
  }
  const reply = { token, command: "reply", ...letter };
  const answered = await task("/task/act", reply);
  const [, previewed] = /name="previewed" value="([^"]+)"/.exec(answered.html) ?? [];
  if (previewed !== undefined) await weigh("a letter before it is issued", answered);
  await weigh(
    "what was replied",
    previewed === undefined ? answered : await task("/task/act", { ...reply, previewed }),
  );
  await weigh("a task of the past", await ask("POST", "/task/open", { token }));
  await weigh("a case that is answered", await ask("POST", "/status", { code, phoneTail: typed.phone }));
  return weights;
};

const [, , into = ""] = process.argv;
writeFileSync(into, JSON.stringify([...(await inLanguage("zh")), ...(await inLanguage("en"))]));
