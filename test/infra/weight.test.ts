import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { assets } from "#web/assets/assets.ts";
import { type Bundled, bundledFor } from "../fixtures/bundled.ts";

/** What a function may weigh, in bytes: 450 KB with clients of the SDK, 120 KB for assets, which has none. */
const budgetOf = (name: string): number => (name === "Assets" ? 120_000 : 450_000);

const forever = "public, max-age=31536000, immutable";
const from = "回音 <huiyin@district.example>";
const transports = {
  smtp: { transport: "smtp", from, smtpUrl: "smtps://mail.district.example" },
  ses: { transport: "ses", from },
};

/** Runs a program of one line in a process of its own, with a bundle as `bundle`; returns what it prints. */
const run = ({ folder, environment }: Bundled, program: string): string =>
  execFileSync(process.execPath, ["--eval", `const bundle = require(${JSON.stringify(folder)}); ${program}`], {
    encoding: "utf8",
    env: { ...environment, AWS_REGION: "eu-west-1" },
  });

describe.each(Object.entries(transports))("as synthesised for a district that mails by %s", (transport, mail) => {
  let functions: Bundled[] = [];
  beforeAll(() => {
    functions = bundledFor(mail);
  });

  test("every function has code of its own, and no function weighs more than its budget", () => {
    for (const { name, size } of functions) console.log(`${name}: ${size / 1000} KB of ${budgetOf(name) / 1000}`);
    expect(functions.map(({ name }) => name)).toContain("SendMail");
    expect(new Set(functions.map(({ folder }) => folder)).size).toBe(functions.length);
    expect(functions.filter(({ name, size }) => size > budgetOf(name)).map(({ name }) => name)).toEqual([]);
  });

  test("a function that mails carries its own transport and not the other one", () => {
    const code = functions
      .filter(({ name }) => name === "SendMail")
      .map(({ folder }) => readFileSync(join(folder, "index.js"), "utf8"));
    const marks = { smtp: "STARTTLS", ses: "com.amazonaws.sesv2" };
    const carried = Object.entries(marks).filter(([, mark]) => code.some((text) => text.includes(mark)));
    expect(carried.map(([name]) => name)).toEqual([transport]);
  });
});

describe("a bundle", () => {
  let functions: Bundled[] = [];
  beforeAll(() => {
    functions = bundledFor(transports.ses);
  });

  test("loads with what it carries and has a handler, whichever function it is", () => {
    const kinds = functions.map((fn) => [fn.name, run(fn, "console.log(typeof bundle.handler)").trim()]);
    expect(kinds).toEqual(functions.map(({ name }) => [name, "function"]));
  });

  test("of assets serves every file, minified and packed", () => {
    const fn = functions.find(({ name }) => name === "Assets");
    if (fn === undefined) throw new Error("There is no function for assets");
    for (const [name, { body, type }] of assets) {
      const event = {
        rawPath: `/assets/${fn.environment.ASSETS}/${name}`,
        headers: { "accept-encoding": "gzip", "x-huiyin-edge": fn.environment.EDGE_PROOF },
        requestContext: { http: { method: "GET" } },
      };
      const program = `bundle.handler(${JSON.stringify(event)}, {}).then((reply) => console.log(JSON.stringify({
        type: reply.headers["content-type"], kept: reply.headers["cache-control"],
        length: require("node:zlib").gunzipSync(Buffer.from(reply.body, "base64")).length })));`;
      const reply: unknown = JSON.parse(run(fn, program).split("\n").at(-2) ?? "");
      const Served = z.object({ type: z.literal(type), kept: z.literal(forever), length: z.int().positive() });
      expect(Served.parse(reply).length).toBeLessThanOrEqual(Buffer.byteLength(body));
    }
  });

  test("keeps the classes of errors that our code names, and no others", () => {
    const classes = (name: string) =>
      functions
        .filter((fn) => fn.name === name)
        .flatMap(({ folder }) => [
          ...readFileSync(join(folder, "index.js"), "utf8").matchAll(/shapeId="com\.amazonaws\.\w+#(\w+)"/g),
        ])
        .map(([, error]) => error)
        .sort((a = "", b = "") => a.localeCompare(b));
    const ofTables = [
      "ConditionalCheckFailedException",
      "TransactionCanceledException",
      "TransactionConflictException",
    ];
    const ofExecutions = [
      "ExecutionAlreadyExists",
      "ExecutionDoesNotExist",
      "InvalidToken",
      "TaskDoesNotExist",
      "TaskTimedOut",
    ];
    expect(classes("StepTask")).toEqual(ofTables);
    expect(classes("Signal")).toEqual([...ofTables, ...ofExecutions].sort());
  });
});
