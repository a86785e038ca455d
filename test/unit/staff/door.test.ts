import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { linkToken } from "#access/task-link.ts";
import { staffForms } from "#case/acts/every-act.ts";
import { formBytes } from "#lambda/form.ts";
import { route } from "#lambda/route.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import type { TaskPorts } from "../../../functions/staff/task.ts";
import { filed, letter } from "../case/story.ts";
import { context } from "../lambda/context.ts";
import { logLines } from "../lambda/log-lines.ts";
import { office, secret } from "./office.ts";

const opened = filed("wages").opens();
const mine = { caseId: opened.state.id, stepNo: 1, staff: "housing-handler", assignment: 1 };
const valid = linkToken(secret, mine);

const field = fc.constantFrom(...staffForms.fields, "command", "code", "token", "__proto__", "constructor", "x");
const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    "A",
    "resolved",
    "2026-03-02",
    "0",
    "-1",
    "1e9",
    "\u0000",
    "\u202E",
    "<b>",
    "ﬁ",
    "e\u0315\u0316",
    "😀",
  ),
);
const command = fc.constantFrom(...staffForms.names, "", "constructor", "toString");
const encoded = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed())}`).join("&");
/** Bodies as browsers send them, and as they do not. */
const body = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(command, fc.array(fc.tuple(field, value), { maxLength: 6 }))
      .map(([name, fields]) => encoded([["command", name], ...fields])),
  },
  { weight: 1, arbitrary: fc.constantFrom("", "&&&", "=", "command", "%", "token=%C3%28", "a".repeat(9000)) },
);

/** What may stand where a token does, and is none of a link. */
const noToken = fc.oneof(
  fc.constantFrom(
    undefined,
    "",
    "nobody's",
    "0".repeat(42),
    "A".repeat(43),
    "0".repeat(1000),
    `${valid}A`,
    `${valid} ${valid.toLowerCase()}`,
    valid.slice(1),
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** The door of the task pages, as its function wires it. */
const door = (broken: Partial<TaskPorts> = {}) => {
  const here = office(opened, broken);
  const { pages } = here;
  const handler = route({
    baseUrl: "http://localhost",
    hsts: "",
    edgeProof: "",
    routes: {
      "GET /task": pages.entry,
      "POST /task/open": { most: formBytes.code, first: pages.strangers, answer: pages.open },
      "POST /task/act": { most: formBytes.story, first: pages.strangers, answer: pages.act },
    },
    onError: problemPage("v1"),
  });
  const post = async (path: "/task/open" | "/task/act", sent: string, session?: string): Promise<number> => {
    const headers = {
      origin: "http://localhost",
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    };
    const event = {
      rawPath: path,
      rawQueryString: "",
      headers,
      body: sent,
      cookies: session === undefined ? [] : [`device=${session}`],
      isBase64Encoded: false,
      requestContext: { http: { method: "POST", sourceIp: "192.0.2.7" } },
    };
    return (await handler(event, context)).statusCode ?? 0;
  };
  return { ...here, post };
};

/** Ports of which none may be asked: but for the district's, whose telephone is on the page. */
const untouchable = (): Partial<TaskPorts> => {
  const never = () => Promise.reject(new Error("asked before the token was known"));
  return {
    cases: { load: never, commit: never, history: never },
    identities: { petitioner: never, matter: never, texts: never, agents: never, signatory: never, recordLook: never },
    vault: { sealer: never, sealerBeside: never, open: never },
    linkHash: never,
    secrets: { valid: never, under: never },
  };
};
const paths = fc.constantFrom("/task/open" as const, "/task/act" as const);

describe("the door of the task pages", () => {
  const log = logLines();

  it("answers whatever comes without the token of a link with a page, for one look at links at most, and rings nothing", async () => {
    await fc.assert(
      fc.asyncProperty(body, noToken, paths, async (form, token, path) => {
        const { post, reads } = door(untouchable());
        const sent = token === undefined ? form : `${form}&${encoded([["token", token]])}`;
        expect([404, 413]).toContain(await post(path, sent));
        expect(reads()).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
    expect(log.text()).not.toContain("UnexpectedError");
  });

  it("answers whatever comes with one, from its holder's device or another, and rings nothing", async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), paths, async (form, isKnown, path) => {
        const { post, held, committed } = door();
        const { session } = held(mine);
        const status = await post(path, `${form}&token=${valid}`, isKnown ? session : undefined);
        expect([200, 303, 400, 403, 413, 422]).toContain(status);
        if (!isKnown) expect(committed).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(log.text()).not.toContain("UnexpectedError");
  });

  test("answers a reassignment without a token like any other form without one", async () => {
    expect(await door(untouchable()).post("/task/act", "command=reassign&to=A")).toBe(404);
    expect(log.text()).not.toContain("UnexpectedError");
  });
});

test.each([
  [
    "with a field that it does not have",
    { ...letter, command: "reply", facts: "查明工资未付", extra: "1" },
    "查明工资未付",
  ],
  ["that names no act", { reason: "-" }, "没有收到要办理的事项"],
  ["that names an act of another step", { command: "accept", reason: "理由充分" }, "理由充分"],
])(
  "a form %s gets the task again with words, and keeps what was typed where there is a place for it",
  async (_, fields, kept) => {
    const { send, committed } = office(opened);
    const reply = await send("housing-handler", fields);
    expect(reply.status).toBe(422);
    expect("html" in reply && reply.html).toContain(kept);
    expect("html" in reply && reply.html).toContain("没有办理");
    expect(committed).toEqual([]);
  },
);
