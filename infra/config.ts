import type { Node } from "constructs";
import * as z from "zod";

const common = {
  /** The sender that mails show: `回音 <huiyin@example.gov.cn>`. */
  from: z.string().regex(/[^\s@<]+@[^\s@>]+/, "needs an address"),
  /** How many mails may be on their way at once. */
  atOnce: z.int().min(2).max(1000).default(5),
};

const Mail = z.discriminatedUnion("transport", [
  z.strictObject({ ...common, transport: z.literal("ses") }),
  z.strictObject({
    ...common,
    transport: z.literal("smtp"),
    smtpUrl: z.url({ protocol: /^smtps?$/ }),
    /** The name of a secret with `user` and `password`; empty for a server that asks for none. */
    smtpSecret: z.string().default(""),
  }),
]);

/** What a stage may be told, and all that two stages may differ in. */
export const Config = z
  .strictObject({
    /** `local` is the district on one machine; any other name is a stage in the cloud. */
    stage: z.string().regex(/^[a-z][a-z0-9]{1,15}$/, "is lower-case letters and digits, at most 16"),
    /** The district's name, for those who read the bill. */
    district: z.string().min(1).default("huiyin"),
    /** The address that people and mails use, without a slash at the end. */
    baseUrl: z.url({ protocol: /^https?$/ }).regex(/[^/]$/, "ends without a slash"),
    mail: Mail,
    /** Who hears of an alarm. */
    alarmEmail: z.email(),
    retention: z
      .strictObject({
        logDays: z.literal([7, 14, 30, 60, 90, 180, 365]).default(180),
        backupDays: z.int().min(1).max(35).default(35),
      })
      .prefault({}),
    clock: z.enum(["real", "demo"]).default("real"),
  })
  .refine((config) => config.clock === "real" || config.stage === "local", {
    path: ["clock"],
    error: "is real on every stage but local",
  })
  .refine((config) => config.baseUrl.startsWith("https:") || config.stage === "local", {
    path: ["baseUrl"],
    error: "is https on every stage but local",
  });
export type Config = z.output<typeof Config>;

const Stages = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * The configuration of the stage named by the context value `stage`: the entry of that name under `stages` in
 * cdk.json, each value of which `-c name=value` overrides (JSON for `mail` and `retention`).
 * @throws with every wrong value by its name.
 */
export const readConfig = (node: Node): Config => {
  const stage: unknown = node.tryGetContext("stage");
  const stages = Stages.parse(node.tryGetContext("stages") ?? {});
  const given = Object.keys(Config.shape)
    .map((name): [string, unknown] => [name, fromJson(node.tryGetContext(name)) ?? stages[String(stage)]?.[name]])
    .filter(([, value]) => value !== undefined);
  const config = Config.safeParse(Object.fromEntries(given));
  if (!config.success) throw new Error(`The context in cdk.json is wrong:\n${z.prettifyError(config.error)}`);
  return config.data;
};

const fromJson = (value: unknown): unknown =>
  typeof value === "string" && value.startsWith("{") ? JSON.parse(value) : value;
