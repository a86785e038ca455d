import { describe, expect } from "vitest";
import { phoneHashes } from "#access/query-code.ts";
import { carryOut, noLinks } from "#case/acts/carry-out.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import { numberOf } from "#ground/ids.ts";
import type { CameOf } from "../../functions/petition/decide-petition.ts";
import type { PetitionKey } from "../../functions/petition/unlock.ts";
import { namesAgent } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import type { Machine } from "./machine.ts";
import { forEachOf, meetings, stepBack, upTo } from "./moments.ts";
import { bureauStaff, reply, samplePetition } from "./samples.ts";
import { expectSound } from "./soundness.ts";

const elsewhere = "203.0.113.8";
const agentPhone = "13900005678";
const withdraw = { command: "withdraw", understood: "yes" } as const;

type Acting = { key?: PetitionKey; saw?: number; machine?: Machine };

/** Every case is followed from a network of its own, so that none waits for the tries at another. */
const networkOf = (caseId: string, { phoneTail }: PetitionKey): string =>
  `${phoneTail === agentPhone ? "198.51" : "203.0"}.113.${Number(numberOf(caseId).slice(-3))}`;

/** The petitioner decides something, or whoever has another key. */
const decides = async (
  district: District,
  caseId: string,
  command: PetitionerCommand,
  { key = district.keyTo(caseId), saw, machine = district }: Acting = {},
) => {
  const told = saw ?? (await district.load(caseId)).told;
  return machine.petitioner.act(key, networkOf(caseId, key), { command, saw: told }, key.phoneTail);
};

/** Names an agent, and gives the key that is theirs. */
const keyOfAgent = async (
  district: District,
  caseId: string,
  scope: readonly AgentScope[],
  name?: string,
): Promise<PetitionKey> => {
  const came = await decides(district, caseId, namesAgent(scope, name).act);
  if ("barred" in came || came.refusal !== undefined) throw new Error(`No agent was named: ${JSON.stringify(came)}`);
  const code = (await district.petitioner.see(caseId))?.agents.at(-1)?.code;
  if (code === undefined) throw new Error("The agent has no code");
  return { code, phoneTail: agentPhone };
};

const looks = (district: District, key: PetitionKey) => district.petitioner.look(key, elsewhere);

const cameOf = (came: Awaited<ReturnType<typeof decides>>): CameOf => {
  if ("barred" in came) throw new Error(`The key is ${came.barred}`);
  return came;
};

/** @param races how often two do it at one moment. */
export const agents = (it: ContractTest, races: number) =>
  describe("an agent whom a petitioner has named", () => {
    it("opens the case with a code and a number of their own, and the petitioner's stay as they were", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const key = await keyOfAgent(district, caseId, ["follow"]);
      for (const phoneTail of ["5678", agentPhone]) {
        expect(await looks(district, { ...key, phoneTail })).toMatchObject({ petition: { id: caseId }, agent: 1 });
      }
      const own = district.keyTo(caseId);
      expect(await looks(district, { ...key, phoneTail: own.phoneTail })).toEqual({ barred: "wrong" });
      expect(await looks(district, { ...own, phoneTail: agentPhone })).toEqual({ barred: "wrong" });
      expect(await looks(district, own)).toMatchObject({ petition: { id: caseId } });
    });

    it("is sealed: neither name nor number nor code is stored in the clear", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { code } = await keyOfAgent(district, caseId, ["follow"]);
      const stored = JSON.stringify(await district.items());
      for (const text of ["陆新华", agentPhone, code]) expect(stored).not.toContain(text);
      expect((await district.petitioner.see(caseId))?.agents).toEqual([
        { n: 1, name: "陆新华", phone: `+86${agentPhone}`, code, scope: ["follow"] },
      ]);
    });

    it("is shown to whoever works on the step, with what they may do, and to nobody once they are revoked", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await keyOfAgent(district, caseId, ["settle"]);
      const agents = [{ n: 1, name: "陆新华", phone: `+86${agentPhone}`, scope: ["settle"] }];
      expect(await district.task.open(await district.shown(caseId))).toMatchObject({ kind: "open", agents });
      await decides(district, caseId, { command: "revokeAgent", agent: "1" });
      expect(await district.task.open(await district.shown(caseId))).toMatchObject({ kind: "open", agents: [] });
    });

    it("is told nothing that is the petitioner's own: no contact, no look, no other agent", async ({ district }) => {
      const caseId = await district.answered();
      await keyOfAgent(district, caseId, ["follow"], "周建国");
      await keyOfAgent(district, caseId, ["follow", "receive"]);
      const seen = await district.petitioner.seeFor(caseId, 2);
      expect(Object.keys(seen ?? {}).toSorted()).toEqual([
        "agent",
        "clocks",
        "events",
        "petition",
        "requests",
        "texts",
      ]);
      expect(JSON.stringify(seen)).not.toMatch(/周建国|王小芳|1380000/);
      expect(seen?.agent).toEqual({ n: 2, name: "陆新华", scope: ["follow", "receive"] });
    });

    it("opens an answer with their whole number where they receive the letters, and not otherwise", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const follower = await keyOfAgent(district, caseId, ["follow"]);
      const receiver = await keyOfAgent(district, caseId, ["receive"]);
      await district.act(caseId, reply);
      await looks(district, follower);
      expect((await district.load(caseId)).status).toBe("delivering");
      await looks(district, { ...receiver, phoneTail: "5678" });
      expect((await district.load(caseId)).status).toBe("delivering");
      await looks(district, receiver);
      expect((await district.load(caseId)).status).toBe("window");
      const { events } = await district.cases.history(caseId);
      expect(events.findLast(({ fact }) => fact.type === "delivered")?.by).toEqual({ kind: "petitioner", agent: 2 });
    });

    it("is refused what they were not asked to do, and the case stays as it was", async ({ district }) => {
      const caseId = await district.atDepartment();
      const key = await keyOfAgent(district, caseId, ["follow", "receive"]);
      const before = await district.items();
      const commands = [
        withdraw,
        namesAgent(["withdraw"]).act,
        { command: "revokeAgent", agent: "1" },
        { command: "correctContact", phone: "+8613900000000", dropEmail: "no" },
      ] as const;
      for (const command of commands) {
        expect(cameOf(await decides(district, caseId, command, { key })).refusal).toBe("outsideScope");
      }
      expect(await district.petitioner.askMailboxAgain(key, elsewhere)).toEqual({ barred: "wrong" });
      expect((await district.items()).cases).toEqual(before.cases);
    });

    it("is out at once when the petitioner revokes them, on a page that is open too", async ({ district }) => {
      const caseId = await district.atDepartment();
      const key = await keyOfAgent(district, caseId, ["follow", "withdraw"]);
      const { told } = await district.load(caseId);
      expect(await district.petitioner.seeFor(caseId, 1)).toBeDefined();
      await decides(district, caseId, { command: "revokeAgent", agent: "1" });
      expect(await district.petitioner.seeFor(caseId, 1)).toBeUndefined();
      expect(await looks(district, key)).toEqual({ barred: "over" });
      expect(await decides(district, caseId, withdraw, { key, saw: told })).toEqual({ barred: "over" });
      expect((await district.load(caseId)).status).toBe("handling");
    });

    it("is out when the case has ended, by their own act as well", async ({ district }) => {
      const caseId = await district.atDepartment();
      const key = await keyOfAgent(district, caseId, ["withdraw"]);
      expect(cameOf(await decides(district, caseId, withdraw, { key }))).toMatchObject({
        petition: { status: "withdrawing" },
        agent: 1,
      });
      // Until the days for thinking again are over they may undo it for the petitioner.
      expect(await looks(district, key)).toMatchObject({ agent: 1 });
      district.turnTo("2026-03-06T02:00:00.000Z");
      await district.sweep();
      expect(await looks(district, key)).toEqual({ barred: "over" });
    });

    it("stays when the petitioner's own code is given anew", async ({ district }) => {
      const caseId = await district.atDepartment();
      const key = await keyOfAgent(district, caseId, ["follow"]);
      const ports = { cases: district.cases, world: district.world, linkHash: noLinks };
      const renewing = { type: "renewCode", by: bureauStaff, why: "lost", papers: "residentId" } as const;
      const code = { hash: "another", phone: phoneHashes("another", "13900000000") };
      expect((await carryOut(ports, upkeepJudges)(caseId, renewing, { code })).kind).toBe("done");
      expect(await looks(district, key)).toMatchObject({ agent: 1 });
      expect(await looks(district, district.keyTo(caseId))).toEqual({ barred: "wrong" });
    });

    it("is one of two that were named on one page only when both are shown: the second is not lost in silence", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const { told: saw } = await district.load(caseId);
      const [first, second] = [namesAgent(["follow"]).act, namesAgent(["follow"], "周建国").act];
      expect(cameOf(await decides(district, caseId, first, { saw })).refusal).toBeUndefined();
      expect(cameOf(await decides(district, caseId, first, { saw })).refusal).toBeUndefined();
      expect(cameOf(await decides(district, caseId, second, { saw })).refusal).toBe("pageOutdated");
      expect((await district.petitioner.see(caseId))?.agents).toHaveLength(1);
    });

    it("has each act mailed to the petitioner, and the mail names nobody", async ({ district }) => {
      const caseId = await district.atDepartment();
      const key = await keyOfAgent(district, caseId, ["withdraw"]);
      await decides(district, caseId, withdraw, { key });
      const { messages } = (await district.cases.history(caseId)).events.at(-1) ?? { messages: [] };
      expect(messages).toContainEqual({ kind: "newsMail", news: "agentActed" });
    });

    it(`acts at the moment at which they are revoked, ${races} times: they acted before, or are told that they are out`, async ({
      district,
    }) => {
      const ids = await forEachOf(upTo(races), () => district.filed("estate"));
      const bothDecided = meetings(2);
      const isOdd = (caseId: string): boolean => Number(numberOf(caseId).slice(-1)) % 2 === 1;
      const rival = (stepsBack: (caseId: string) => boolean) =>
        district.machine({
          commit: async (change, cases) => {
            const { id } = change.after;
            await bothDecided(id);
            if (stepsBack(id)) await stepBack();
            await cases.commit(change);
          },
        });
      const [theirs, agents] = [rival(isOdd), rival((caseId) => !isOdd(caseId))];
      const came = await forEachOf(ids, async (caseId) => {
        const key = await keyOfAgent(district, caseId, ["withdraw"]);
        const revoking = { command: "revokeAgent", agent: "1" } as const;
        const [revoked, acted] = await Promise.all([
          decides(district, caseId, revoking, { machine: theirs }),
          decides(district, caseId, withdraw, { key, machine: agents }),
        ]);
        const { status } = await district.load(caseId);
        await expectSound(district, caseId);
        if (status === "withdrawing") {
          // The agent was first; the petitioner revokes them all the same, and may undo what they did.
          expect(cameOf(acted)).toMatchObject({ petition: { status: "withdrawing" } });
          expect(cameOf(revoked).refusal).toBeUndefined();
          return "agent";
        }
        expect(cameOf(revoked).refusal).toBeUndefined();
        expect(cameOf(acted).refusal).toBe("agencyOver");
        return "petitioner";
      });
      expect(new Set(came)).toEqual(new Set(["agent", "petitioner"]));
    });
  });

/** 代理提交: a petition that somebody files for its petitioner. */
export const filingAgents = (it: ContractTest) =>
  describe("an agent who files for a petitioner", () => {
    const agent = { name: "陆新华", phone: `+86${agentPhone}`, relation: "neighbour" } as const;
    const confirms = (mayWithdraw: "yes" | "no") =>
      ({ command: "confirmAgent", agent: "1", mayReceive: "no", maySettle: "no", mayWithdraw }) as const;

    it("has a code of their own, with which they follow and decide nothing, and the petitioner has theirs", async ({
      district,
    }) => {
      const { petition, code, agentCode = "" } = await district.file({ ...samplePetition(), agent });
      const theirs = { code: agentCode, phoneTail: agentPhone };
      expect(await looks(district, theirs)).toMatchObject({ petition: { id: petition.id }, agent: 1 });
      expect(await looks(district, { code: agentCode, phoneTail: "1234" })).toEqual({ barred: "wrong" });
      expect(await looks(district, { code, phoneTail: "5678" })).toEqual({ barred: "wrong" });
      for (const command of [withdraw, confirms("yes")]) {
        expect(cameOf(await decides(district, petition.id, command, { key: theirs })).refusal).toBe("outsideScope");
      }
      await expectSound(district, petition.id);
      const stored = JSON.stringify(await district.items());
      for (const text of ["陆新华", agentPhone, code, agentCode]) expect(stored).not.toContain(text);
    });

    it("gets the same two codes for the same form, ten times at one moment; another agent in it is another petition", async ({
      district,
    }) => {
      const form = { ...samplePetition(), agent };
      const receipts = await Promise.all(upTo(10).map(() => district.machine().file(form)));
      const [first] = receipts;
      expect(receipts).toEqual(receipts.map(() => first));
      expect(new Set([first?.code, first?.agentCode]).size).toBe(2);
      const other = await district.file({ ...form, agent: { ...agent, relation: "lawyer" } });
      expect(other.petition.id).not.toBe(first?.petition.id);
      expect(other.agentCode).not.toBe(first?.agentCode);
    });

    it("does what the petitioner has ticked once they are confirmed", async ({ district }) => {
      const filed = await district.file({ ...samplePetition(), agent });
      const { id } = filed.petition;
      const own = { code: filed.code, phoneTail: "13800001234" };
      const theirs = { code: filed.agentCode ?? "", phoneTail: agentPhone };
      expect(cameOf(await decides(district, id, confirms("yes"), { key: own })).refusal).toBeUndefined();
      const withdrawn = cameOf(await decides(district, id, withdraw, { key: theirs }));
      expect(withdrawn).toMatchObject({ petition: { status: "withdrawing" } });
    });

    it("is out at once when the petitioner says that they had not asked, and the petition stays", async ({
      district,
    }) => {
      const filed = await district.file({ ...samplePetition(), agent });
      const { id } = filed.petition;
      const own = { code: filed.code, phoneTail: "13800001234" };
      const denied = { command: "revokeAgent", agent: "1", notAsked: "yes" } as const;
      expect(cameOf(await decides(district, id, denied, { key: own })).refusal).toBeUndefined();
      expect(await looks(district, { code: filed.agentCode ?? "", phoneTail: agentPhone })).toEqual({ barred: "over" });
      const { status, running } = await district.load(id);
      expect({ status, running }).toEqual({ status: filed.petition.status, running: filed.petition.running });
      expect(cameOf(await decides(district, id, withdraw, { key: own }))).toMatchObject({
        petition: { status: "withdrawing" },
      });
    });
  });
