import type { Node } from "constructs";
import * as z from "zod";
import { BackupConfig } from "./backup-config.ts";
import { executionsNeeded } from "./concurrency.ts";
import { EdgeConfig } from "./edge-config.ts";
import { goesInTheClear, MailConfig } from "./mail-config.ts";

/** An origin: scheme, host and perhaps a port. Cookies, links and the edge all stand at the root of a host. */
const isOrigin = (url: string): boolean => URL.canParse(url) && new URL(url).origin === url;

/** What a stage may be told, and all that two stages may differ in. */
export const Config = z
  .strictObject({
    /** `local` is the district on one machine; any other name is a stage in the cloud. */
    stage: z.string().regex(/^[a-z][a-z0-9]{1,15}$/, "is lower-case letters and digits, at most 16"),
    /** The district's name, for those who read the bill. */
    district: z.string().min(1).default("huiyin"),
    /** The address that people and mails use, without a slash at the end. */
    baseUrl: z.url({ protocol: /^https?$/ }).refine(isOrigin, {
      error: "is scheme, host and perhaps a port, in small letters: no path, no slash at the end, no user",
    }),
    /** Whether browsers are told to use https for the host's subdomains too, and for both before they ever come. */
    hsts: z.strictObject({ subdomains: z.boolean().default(false), preload: z.boolean().default(false) }).prefault({}),
    edge: EdgeConfig,
    mail: MailConfig,
    /** Who hears of an alarm. */
    alarmEmail: z.email(),
    retention: z
      .strictObject({
        logDays: z.literal([7, 14, 30, 60, 90, 180, 365]).default(180),
        backupDays: z.int().min(1).max(35).default(35),
      })
      .prefault({}),
    backups: BackupConfig,
    /** How many functions may run at once. */
    concurrency: z
      .strictObject({
        /** What the account may run at once in the stage's region: a new one often 10, others 1,000. */
        account: z.int().min(1).default(1000),
        /** The ceiling of all pages together. */
        pages: z.int().min(20).default(200),
        /** Whether executions are kept for the clockwork; without, whoever floods the pages stops it. */
        reserve: z.boolean().default(true),
      })
      .prefault({}),
    /** Whether the anchors of the record are locked where they lie, and for how many years. */
    anchors: z
      .strictObject({
        lock: z.enum(["none", "governance", "compliance"]).default("compliance"),
        years: z.int().min(1).max(100).default(10),
      })
      .prefault({}),
    clock: z.enum(["real", "demo"]).default("real"),
  })
  .refine((config) => config.anchors.lock !== "none" || config.stage === "local", {
    path: ["anchors", "lock"],
    error: "is governance or compliance on every stage but local",
  })
  .refine((config) => config.clock === "real" || config.stage === "local", {
    path: ["clock"],
    error: "is real on every stage but local",
  })
  .refine((config) => config.baseUrl.startsWith("https:") || config.stage === "local", {
    path: ["baseUrl"],
    error: "is https on every stage but local",
  })
  .refine((config) => config.stage !== "local" || config.edge === "none", {
    path: ["edge"],
    error: 'is "none" on one machine: there is no CloudFront to stand before it',
  })
  .refine(({ baseUrl, edge }) => edge === "none" || `https://${edge.originDomain}` !== baseUrl, {
    path: ["edge", "originDomain"],
    error: "is the edge's own name: it needs another one, under which the edge reaches the API",
  })
  .refine(({ hsts }) => hsts.subdomains || !hsts.preload, {
    path: ["hsts", "preload"],
    error: "goes with subdomains: browsers take no host into their list without them",
  })
  .check(({ value: config, issues }) => {
    const needed = executionsNeeded(config);
    if (!config.concurrency.reserve || needed <= config.concurrency.account) return;
    issues.push({
      code: "custom",
      path: ["concurrency", "account"],
      input: config.concurrency.account,
      message: `is less than the ${needed} executions at once that this stage keeps, with the 100 that AWS wants left: have the quota raised (Lambda, concurrent executions), turn down concurrency.pages or mail.atOnce, or set concurrency.reserve to false and read the operator's guide on it`,
    });
  })
  .refine((config) => config.stage === "local" || !goesInTheClear(config.mail), {
    path: ["mail", "tls"],
    error: "is required on every stage but local: a task email holds a link and its digits",
  });
export type Config = z.output<typeof Config>;

/** What a stage tells browsers with `Strict-Transport-Security`, for a year; "" for a district at http on one machine. */
export const hstsOf = ({ baseUrl, hsts }: Pick<Config, "baseUrl" | "hsts">): string =>
  baseUrl.startsWith("https:")
    ? ["max-age=31536000", hsts.subdomains && "includeSubDomains", hsts.preload && "preload"].filter(Boolean).join("; ")
    : "";

const Stages = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * The configuration of the stage named by the context value `stage`: the entry of that name under `stages` in
 * cdk.json, each value of which `-c name=value` overrides (JSON for those that hold several).
 * @throws with every wrong value by its name, one that no stage knows among them, and an address that two stages have.
 */
export const readConfig = (node: Node): Config => {
  const stage = String(node.tryGetContext("stage"));
  const stages = Stages.parse(node.tryGetContext("stages") ?? {});
  const overriding = Object.keys(Config.shape)
    .map((name): [string, unknown] => [name, fromJson(name, node.tryGetContext(name))])
    .filter(([, value]) => value !== undefined);
  const config = Config.safeParse({ ...stages[stage], ...Object.fromEntries(overriding) });
  if (!config.success) throw new Error(`The context in cdk.json is wrong:\n${z.prettifyError(config.error)}`);
  const { baseUrl } = config.data;
  const sharing = Object.keys(stages).filter((name) => name !== stage && stages[name]?.baseUrl === baseUrl);
  if (sharing.length > 0) {
    throw new Error(
      `The context in cdk.json is wrong:\n✖ The stages ${[stage, ...sharing].join(" and ")} have one address, and a cookie or a post of one would be good for the other: give each its own\n  → at baseUrl`,
    );
  }
  return config.data;
};

/** @throws naming the value that begins as JSON and is none. */
const fromJson = (name: string, value: unknown): unknown => {
  if (typeof value !== "string" || !value.startsWith("{")) return value;
  try {
    return JSON.parse(value);
  } catch (cause) {
    throw new Error(`The value of -c ${name}=… is no JSON`, { cause });
  }
};
