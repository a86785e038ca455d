import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readSessions, sessionName } from "#access/device-session.ts";
import { mailboxToken } from "#access/mailbox-link.ts";
import { normaliseQueryCode } from "#access/query-code.ts";
import { linkCode, linkHash, linkTokenIn, typedDigits } from "#access/task-link.ts";
import { hasEnded } from "#case/state/case.ts";
import { actor, inTransit } from "#case/state/standing.ts";
import { doorOfTurn, taskAddresses } from "#case/state/task-door.ts";
import { mailboxKey } from "#case/store/keys.ts";
import { districtDate } from "#clock/period.ts";
import { numberOf } from "#ground/ids.ts";
import { memoryBackend } from "../contract/backend.ts";
import { newDistrict } from "../contract/district.ts";
import { secret } from "../contract/machine.ts";
import { samplePetition } from "../contract/samples.ts";
import { front, type Made } from "./front.ts";
import { anyKnock, baseUrl, type Knock, type Known } from "./knock.ts";
import { type Chances, chancesOf } from "./random.ts";

/** `REQUESTS=100000 SEED=7 npm run fuzz` sends more of them, or the same again. */
const requests = Number(process.env.REQUESTS ?? 3000);
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** Requests that are sent before time goes on and new petitions take the place of those that have ended. */
const dayLong = 100;
/** Cases that somebody works on at the same time. */
const atOnce = 8;

type Held = { caseId: string; code: string; phoneTail: string };

/** A district in which work goes on: petitions that somebody works on, with the links and keys that open them. */
const workplace = () => {
  const backend = memoryBackend();
  const district = newDistrict(backend);
  let moment = Date.parse("2026-03-02T02:00:00.000Z");
  let held: Held[] = [];
  let passed: Known = { tasks: [], mailboxes: [], petitions: [], submissions: [] };
  const caseOf = new Map<string, string>();

  const file = async (chances: Chances): Promise<Held> => {
    const form = samplePetition(chances.oneOf(["wages", "estate", "land"]));
    const { petition, code } = await district.file(form);
    await district.sendMail({ caseId: petition.id, seq: 1, position: 0 });
    caseOf.set(mailboxToken(secret, { caseId: petition.id, address: 1 }), petition.id);
    return { caseId: petition.id, code, phoneTail: form.keyNumber.slice(-4) };
  };

  const taskOf = async ({ caseId }: Held) => {
    const petition = await district.load(caseId);
    if (inTransit(petition)) await district.arrive(caseId);
    if (actor(await district.load(caseId)) === undefined) return [];
    const { token, session = "" } = await district.shown(caseId);
    const link = await district.links.link(linkHash(token));
    if (link === undefined) throw new Error(`${caseId} gave a link that is not stored`);
    caseOf.set(token, caseId);
    const address = taskAddresses[doorOfTurn(await district.load(caseId), link.for)];
    return [{ token, session, digits: linkCode(secret, link.for), address }];
  };

  return {
    district,
    backend,
    today: () => districtDate(new Date(moment).toISOString()),
    caseOf,
    /** Another day: what has ended makes room, and links are those of today's turns. Some links of yesterday are kept. */
    nextDay: async (chances: Chances): Promise<Known> => {
      moment += 86_400_000;
      district.turnTo(new Date(moment).toISOString());
      const states = await Promise.all(held.map(({ caseId }) => district.load(caseId)));
      held = held.filter((_, i) => {
        const state = states[i];
        return state !== undefined && !hasEnded(state) && state.status !== "window" && !chances.happens(0.1);
      });
      while (held.length < atOnce) held.push(await file(chances));
      for (const { caseId, code } of held) caseOf.set(code, caseId);
      const tasks = (await Promise.all(held.map(taskOf))).flat();
      passed = {
        tasks: [...tasks, ...passed.tasks.slice(0, 2)],
        petitions: held,
        mailboxes: held.map(({ caseId }) => mailboxToken(secret, { caseId, address: 1 })),
        submissions: [...passed.submissions.slice(-5), crypto.randomUUID()],
      };
      return passed;
    },
  };
};

const required = [
  "content-security-policy",
  "permissions-policy",
  "referrer-policy",
  "strict-transport-security",
  "x-content-type-options",
];

/** The fields of a request as anybody else would read them. */
const fieldsOf = ({ body, base64 }: Knock): URLSearchParams =>
  new URLSearchParams(base64 ? Buffer.from(body, "base64").toString() : body);

describe("whatever is sent to the doors", () => {
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
    vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
      lines.push(String(chunk));
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it(`is answered, rings nothing, and writes only where it has a key: ${requests} requests`, {
    timeout: 7_200_000,
  }, async () => {
    const chances = chancesOf(seed);
    const { district, backend, nextDay, today, caseOf } = workplace();
    const knockAt = front(backend.names, backend.connect().database, district.world, secret);
    const [byKind, byStatus] = [new Map<string, number>(), new Map<string, number>()];
    const count = (of: Map<string, number>, name: string) => of.set(name, (of.get(name) ?? 0) + 1);
    let slowest = { ms: 0, cpu: 0, n: 0, knock: "" };
    let largest = 0;
    let spent = 0;
    let wrote = 0;
    let known = await nextDay(chances);

    /** Whether a write is one that the request had the key to; everything else is named. */
    const allowed = ({ table, pk }: Made, knock: Knock, filedHere: boolean): boolean => {
      if (table === backend.names.tries) return true;
      const fields = fieldsOf(knock);
      const token = linkTokenIn(fields.getAll("token").at(-1) ?? "") ?? "";
      if (pk === `LINK#${linkHash(token)}`) return true;
      if (knock.method !== "POST") return false;
      if (knock.path.startsWith("/petition")) return filedHere;
      const mailbox = caseOf.get(linkTokenIn(fields.getAll("link").at(-1) ?? "") ?? "");
      if (knock.path.startsWith("/mailbox")) return mailbox !== undefined && pk === mailboxKey(mailbox).pk;
      const isTask = /^(\/\w+)?\/task/.test(knock.path);
      const opened = isTask
        ? caseOf.get(token)
        : caseOf.get(normaliseQueryCode(fields.getAll("code").at(-1) ?? "") ?? "");
      if (opened === undefined || knock.headers["sec-fetch-site"] === "cross-site") return false;
      if (isTask) {
        const cookie = knock.cookies
          .findLast((pair) => pair.startsWith(`${sessionName(baseUrl)}=`))
          ?.slice(sessionName(baseUrl).length + 1);
        const digits = known.tasks.find((task) => task.token === token)?.digits;
        const recognised =
          readSessions([secret], cookie, today()).length > 0 ||
          (digits !== undefined && typedDigits(fields.getAll("code").at(-1) ?? "") === digits);
        // A new link is asked for with the old one alone, and mailed to whose turn it is.
        if (!recognised && knock.path !== "/task/link") return false;
      }
      // Letters of the case are known by its number.
      const [, number = "-"] = /^[A-Z]+-(.+)$/.exec(numberOf(opened)) ?? [];
      return pk.endsWith(`#${opened}`) || pk.startsWith(`LETTER#${number}-`) || /^(LINK|CODE|AGENTCODE)#/.test(pk);
    };

    for (let n = 1; n <= requests; n += 1) {
      if (n % dayLong === 0) known = await nextDay(chances);
      const { kind, ...knock } = anyKnock(known, chances);
      const told = () => `SEED=${seed} REQUESTS=${n} npm run fuzz ends with: ${JSON.stringify(knock).slice(0, 2000)}`;
      lines = [];
      const { reply, made, ms, cpu } = await knockAt(knock).catch((error: unknown) => {
        throw new Error(told(), { cause: error });
      });
      const { statusCode = 0, headers = {}, body = "" } = reply;
      const rung = lines.find((line) => line.includes("UnexpectedError"));
      if (rung !== undefined) throw new Error(`${told()}\n${lines.join("")}`);
      if (statusCode < 200 || statusCode >= 500) throw new Error(`${statusCode}: ${told()}`);
      const missing = required.filter((name) => headers[name] === undefined);
      if (missing.length > 0) throw new Error(`${missing.join()} missing: ${told()}`);
      const filedHere = statusCode === 200;
      const beyond = made.filter((write) => !allowed(write, knock, filedHere));
      if (beyond.length > 0) throw new Error(`wrote ${JSON.stringify(beyond)}: ${told()}`);
      count(byKind, kind);
      count(byStatus, String(statusCode));
      wrote += made.length;
      spent += cpu;
      largest = Math.max(largest, body.length);
      if (cpu > slowest.cpu) slowest = { ms, cpu, n, knock: JSON.stringify(knock).slice(0, 300) };
    }
    vi.restoreAllMocks();
    const listed = (of: Map<string, number>) =>
      [...of].toSorted(([a], [b]) => (a < b ? -1 : 1)).map((pair) => pair.join(" × "));
    console.log(
      [
        `${requests} requests from seed ${seed}: ${listed(byKind).join(", ")}`,
        `answers: ${listed(byStatus).join(", ")}; ${wrote} rows written; the largest answer has ${largest} bytes`,
        `on average ${(spent / requests).toFixed(1)} ms of CPU; the slowest took ${slowest.cpu.toFixed(0)} ms (${slowest.ms.toFixed(0)} by the clock; request ${slowest.n}): ${slowest.knock}`,
      ].join("\n"),
    );
    // Clearing memory takes some hundred times as long as an answer; what held a function for seconds would stand far out.
    expect(slowest.cpu / (spent / requests), "times the average, for the slowest answer").toBeLessThan(1000);
    // A run in which nothing ever succeeds proves nothing.
    for (const status of requests < 1000 ? [] : ["200", "400", "403", "404", "405", "413", "422"])
      expect([...byStatus.keys()]).toContain(status);
    district.close();
  });
});
