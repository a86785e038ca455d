import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import cdk from "../../cdk.json" with { type: "json" };
import { readConfig } from "../../infra/config.ts";
import { district } from "../../infra/district.ts";
import { nameOf } from "../fixtures/synthesis.ts";

/** What a function may weigh, in bytes: 450 KB with clients of the SDK, 120 KB for assets, which has none. */
const budgetOf = (name: string): number => (name === "Assets" ? 120_000 : 450_000);

const Template = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.looseObject({ Handler: z.string().optional() }).optional(),
      Metadata: z.looseObject({ "aws:asset:path": z.string().optional() }).optional(),
    }),
  ),
});

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => statSync(join(folder, file)))
    .filter((file) => file.isFile())
    .reduce((sum, { size }) => sum + size, 0);

/** The folder of each function's code, as `cdk synth` leaves it. */
const codeOf = (stage: string, mail: Record<string, unknown>): Map<string, string> => {
  // As the command line asks for it: the template names the folder of each asset.
  const app = new App({ context: { ...cdk.context, stage, mail, "aws:cdk:enable-asset-metadata": true } });
  const { service } = district(app, readConfig(app.node));
  const { directory } = app.synth();
  const template = Template.parse(JSON.parse(readFileSync(join(directory, service.templateFile), "utf8")));
  return new Map(
    Object.entries(template.Resources)
      .filter(([, { Type }]) => Type === "AWS::Lambda::Function")
      .map(([id, { Metadata }]) => [nameOf(id), join(directory, Metadata?.["aws:asset:path"] ?? "without-code")]),
  );
};

const from = "回音 <huiyin@district.example>";
const transports = {
  smtp: { transport: "smtp", from, smtpUrl: "smtps://mail.district.example" },
  ses: { transport: "ses", from },
};

describe.each(Object.entries(transports))("as synthesised for a district that mails by %s", (_transport, mail) => {
  let code = new Map<string, string>();
  beforeAll(() => {
    code = codeOf("production", mail);
  });

  test("every function has code of its own", () => {
    expect(code.size).toBe(12);
    expect(new Set(code.values()).size).toBe(code.size);
  });

  test("no function weighs more than its budget", () => {
    const sizes = [...code].map(([name, folder]) => ({ name, size: sizeOf(folder), budget: budgetOf(name) }));
    for (const { name, size, budget } of sizes) console.log(`${name}: ${size / 1000} KB of ${budget / 1000}`);
    expect(sizes.filter(({ size, budget }) => size > budget)).toEqual([]);
  });
});
