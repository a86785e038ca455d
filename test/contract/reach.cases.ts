import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect } from "vitest";
import { sessionName } from "#access/device-session.ts";
import type { KeptPage } from "#access/kept-page.ts";
import { keptStore } from "#access/kept-store.ts";
import { clockKey } from "#clock/keys.ts";
import { districtPorts } from "#directory/district-store.ts";
import { anchor } from "../../functions/clock/anchor.ts";
import type { FunctionName } from "../../infra/concurrency.ts";
import { type Reach, reaches, type Verb } from "../../infra/reach.ts";
import { taskFunctionAt } from "../fixtures/every-door.ts";
import { petitionerFunctionAt } from "../fixtures/every-petitioner-door.ts";
import { statementsOf } from "../fixtures/policies.ts";
import { synthesise } from "../fixtures/synthesis.ts";
import { fakeWorkflow } from "../simulation/workflow.ts";
import { actingAs, allActingAs, notActing } from "../support/acting.ts";
import { isAllowed, requestedBy } from "../support/judge.ts";
import { memoryShelf } from "../support/memory-shelf.ts";
import { type Asked, type Meter, partitions, patternOf } from "../support/meter.ts";
import { directory } from "../unit/case/district.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { reportUpward, samplePetition } from "./samples.ts";
import { otherShape } from "./versions.cases.ts";

const home = "203.0.113.7";

/** The function of a handler's file: `outbox/send-mail-smtp` is `SendMail`. */
const functionOf = (file: string): FunctionName => {
  const plain = basename(file, ".lambda.ts")
    .replace(/-(ses|smtp)$/, "")
    .replaceAll("-", "");
  const name = functions.find((one) => one.toLowerCase() === plain);
  if (name === undefined) throw new Error(`${file} is no function of a stage`);
  return name;
};
const isFunction = (name: string): name is FunctionName => Object.hasOwn(reaches, name);
const functions = Object.keys(reaches).filter(isFunction);

/** How each handler is wired to its district: by the whole of it, or by its time alone. */
const wirings = globSync("functions/**/*.{lambda,mail-consumer}.ts")
  .concat("functions/outbox/mail-consumer.ts")
  .flatMap((file) => {
    const text = readFileSync(file, "utf8");
    if (!text.includes("districtPorts(db, env)")) return [];
    const by = file.endsWith("mail-consumer.ts") ? "SendMail" : functionOf(file);
    const timeAlone = /const \{ now \} = districtPorts\(db, env\)|now: districtPorts\(db, env\)\.now/.test(text);
    return [{ by, timeAlone } as const];
  });

/** What a verb is asked by. */
const actionOf: Record<Verb, Asked["action"]> = {
  get: "dynamodb:GetItem",
  query: "dynamodb:Query",
  put: "dynamodb:PutItem",
  update: "dynamodb:UpdateItem",
  check: "dynamodb:ConditionCheckItem",
  mark: "dynamodb:UpdateItem",
};

const verbsIn = (verbs: Readonly<Record<string, readonly Verb[] | undefined>> = {}) =>
  Object.entries(verbs).flatMap(([kind, does = []]) => does.map((verb) => ({ kind, verb })));

/** All that a function may ask for: partitions by table, and indexes. */
const mayAsk = ({
  cases,
  deadlines,
  directory: district,
  tries,
  casesBy = [],
  casesOfAllBy = [],
  deadlinesBy = [],
}: Reach) => [
  ...Object.entries({ cases, deadlines, directory: district, tries }).flatMap(([table, verbs]) =>
    verbsIn(verbs).map(({ kind, verb }) => ({ table, kind, action: actionOf[verb] })),
  ),
  ...casesBy.map((index) => ({ table: "cases", kind: index, action: actionOf.query })),
  ...casesOfAllBy.map((index) => ({ table: "cases", kind: index, action: "dynamodb:Scan" })),
  ...deadlinesBy.map((index) => ({ table: "deadlines", kind: index, action: actionOf.query })),
];

/** The kinds of partitions that a request names, by their names; or the index. */
const kindsOf = ({ table, index, leadingKeys }: Asked): string[] => {
  if (index !== undefined) return [index];
  const kinds: Readonly<Record<string, string>> = partitions[table];
  return leadingKeys.map((pk) => {
    const found = Object.entries(kinds).find(([, pattern]) => pattern === patternOf(table, pk));
    return found?.[0] ?? pk;
  });
};

/** A case at the department whose report upward has woken its execution, or would have. */
const onItsWayUp = async (district: District): Promise<string> => {
  const caseId = await district.atDepartment();
  await district.act(caseId, reportUpward);
  return caseId;
};

/** The place of an event's message of a kind, as it is posted. */
const posted = async (district: District, caseId: string, kind: "start" | "signal") => {
  const { events } = await district.cases.history(caseId);
  const found = events.flatMap(({ seq, messages }) =>
    messages.flatMap((message, position) => (message.kind === kind ? [{ caseId, seq, position }] : [])),
  );
  const last = found.at(-1);
  if (last === undefined) throw new Error(`${caseId} has no ${kind}`);
  return last;
};

/**
 * Who reaches what, by what the functions ask for in all cases of the contract: each request is judged by the policies of
 * the template, and each right by whether anything ever needed it. Comes last, and needs the others before it.
 */
export const reach = (it: ContractTest, meter: Meter) =>
  describe("what the functions ask of the tables", () => {
    it("is asked for also where another build has written the case", async ({ district }) => {
      const form = samplePetition("wages");
      const { petition } = await district.file(form);
      const workflow = fakeWorkflow();
      const machine = district.machine({ workflow: workflow.store });
      await otherShape(district, petition.id);
      expect((await district.file(form)).petition.id).toBe(petition.id);
      expect(await machine.signal(await posted(district, petition.id, "start"))).toBe("started");
      await district.arrive(petition.id);

      district.turnTo("2026-03-13T00:30:00.000Z");
      await district.sweep();
      const top = await district.atLeader();
      district.turnTo("2026-04-20T00:30:00.000Z");
      await district.sweep();
      expect(await district.digests.supervised()).toContain(top);
      await otherShape(district, top);
      expect(await district.morning()).not.toEqual([]);
    });

    it("is asked for by a petitioner who gives a reason", async ({ district }) => {
      const caseId = await district.atCommunity();
      await district.act(caseId, {
        command: "proposeSettlement",
        terms: "上门疏通管道",
        done: "already",
        promisedFor: undefined,
      });
      const key = district.keyTo(caseId);
      const { told: saw } = await district.load(caseId);
      const declined = { command: { command: "declineSettlement", reason: "管道还是堵的" }, saw } as const;
      expect(await district.petitioner.act(key, home, declined, key.phoneTail)).toHaveProperty("petition");
    });

    it("is asked for by a petitioner who sees what they can settle themselves", async ({ district }) => {
      const caseId = await district.atCommunity();
      expect(await district.machine().ownAffairs.see(caseId)).toMatchObject({ petition: { id: caseId } });
    });

    it("is asked for by whoever comes with a key first of all on a day", async ({ district }) => {
      const caseId = await district.atCommunity();
      expect(await district.ownFile.open(district.keyTo(caseId), home)).toMatchObject({ petition: { id: caseId } });
      district.turnTo("2026-03-03T02:00:00.000Z");
      expect(await district.joint.find("0000-0000-0000", home)).toEqual({ barred: "wrong" });
    });

    it("is asked for by whoever reads the course of a case's clocks", async ({ district }) => {
      const { token, session = "" } = await district.shown(await district.atDepartment());
      const reply = await district.machine().clockCourse.open({
        ...{ method: "POST", path: "/clocks/open", query: {}, headers: {}, address: home, reference: "-", nonce: "-" },
        cookies: { [sessionName("http://localhost")]: session },
        form: { token },
        params: {},
      });
      expect(reply.status).toBe(200);
    });

    it("is asked for by a workflow that is gone, and found again", async ({ district }) => {
      const caseId = await onItsWayUp(district);
      const machine = district.machine({ workflow: fakeWorkflow().store });
      expect(await machine.signal(await posted(district, caseId, "signal"))).toBe("replaced");
    });

    it("is asked for by a round that loses the race for a case whose clock was lost", async ({ district }) => {
      const caseId = await district.atCommunity();
      await district.act(caseId, reportUpward);
      const watch = clockKey(caseId, { kind: "transit", n: 2 });
      const row = await district.db.get(district.tables.deadlines, watch);
      await district.remove("deadlines", watch);
      const reachesTheNextStep = async (): Promise<void> => {
        await district.put("deadlines", { ...row, ...watch });
        await district.arrive(caseId);
        await district.act(caseId, reportUpward);
      };
      let commits = 0;
      const machine = district.machine({
        commit: async (change, cases) => {
          commits += 1;
          if (commits === 1) await notActing(reachesTheNextStep);
          await cases.commit(change);
        },
      });
      expect((await machine.reconcile()).replaced).toEqual([caseId]);
      expect(commits).toBe(2);
    });

    it("is asked for by the pages that are kept for a device", async ({ district }) => {
      const now = "2026-03-02T03:00:00.000Z";
      const kept = keptStore(district.db, district.tables.tries);
      const pages = [...Object.values(petitionerFunctionAt), ...Object.values(taskFunctionAt)];
      for (const by of [
        "FilePetition",
        "RegisterFor",
        "AddMaterial",
        "OwnFile",
        "JointPetition",
        "BringFiles",
        "RegisterTask",
        ...pages,
      ] as const) {
        const page: KeptPage = { kind: "draft", mark: by, key: "key" };
        const { keep, kept: read } = allActingAs(by, kept);
        expect(await keep(page, { by }, now)).toBe(true);
        expect(await read(page, now)).toEqual({ by });
      }
    });

    it("is asked for by what anchors the record", async ({ district }) => {
      await district.atDepartment();
      const now = () => Promise.resolve("2026-03-02T03:00:00.000Z");
      const anchoring = actingAs("Anchor", anchor({ cases: district.cases, shelf: memoryShelf(), now }));
      expect((await anchoring()).heads).toBeGreaterThan(0);
    });

    it("is asked for by whoever knows the district, or tells its time", async ({ district }) => {
      await district.directories.importVersion(directory);
      const announcement = {
        announced: "2026-03-01",
        reason: { zh: "台风", en: "Typhoon" },
        rest: ["2026-03-03"],
        work: [],
      };
      await district.directories.announce(announcement);
      const reaching = functions.filter((name) => "directory" in reaches[name]);
      expect(wirings.map(({ by }) => by).toSorted()).toEqual(reaching.toSorted());
      for (const { by, timeAlone } of wirings) {
        const ports = districtPorts(district.db, { DIRECTORY_TABLE: district.tables.directory, CLOCK: "demo" });
        await actingAs(by, ports.now)();
        if (!timeAlone) await actingAs(by, ports.inForce)();
      }
    });

    it("is allowed by their policies, every request of every function", () => {
      const { service } = synthesise("production");
      const refused = meter
        .noted()
        .filter(({ by, ...asked }) => !isAllowed(statementsOf(service, by), requestedBy(asked)));
      expect(refused).toEqual([]);
    });

    // The doors of staff differ in the acts that they give alone; what a decision writes is for the acts to say.
    const doors: readonly FunctionName[] = Object.values(taskFunctionAt);
    const doing = (by: FunctionName): string => (doors.includes(by) ? "a door of staff" : by);

    it("is all that they may: no right is there that nothing ever needed", () => {
      const used = new Set(
        meter
          .noted()
          .flatMap(({ by, ...asked }) =>
            kindsOf(asked).map((kind) => `${doing(by)}: ${asked.action} ${asked.table} ${kind}`),
          ),
      );
      const rights = functions.flatMap((by) =>
        mayAsk(reaches[by]).map(({ table, kind, action }) => `${doing(by)}: ${action} ${table} ${kind}`),
      );
      expect(rights.length).toBeGreaterThan(100);
      expect(rights.filter((right) => !used.has(right))).toEqual([]);
    });
  });
