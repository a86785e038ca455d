import { describe, expect } from "vitest";
import { phoneHashes, queryCodeHash } from "#access/query-code.ts";
import { formHash, formMark } from "#access/receipt.ts";
import { linkHash } from "#access/task-link.ts";
import { CaseMovedOn, type Change, FiledBefore, LinkUsed, RangBefore } from "#case/state/change.ts";
import { codeKey, eventKey, linkKey, matterKey, partyKey, submissionKey } from "#case/store/keys.ts";
import { clockKey } from "#clock/keys.ts";
import type { Key } from "#record/database.ts";
import type { ContractTest } from "./contract-test.ts";
import { type District, keyOf } from "./district.ts";
import { type Machine, tokenFor } from "./machine.ts";
import { acknowledge, heard, reply, samplePetition } from "./samples.ts";
import { expectSound } from "./soundness.ts";

/** The change that a machine would store, were it not for somebody in between. */
const planned = async (district: District, run: (machine: Machine) => Promise<unknown>): Promise<Change> => {
  const changes: Change[] = [];
  const machine = district.machine({
    commit: (change) => {
      changes.push(change);
      return Promise.resolve();
    },
  });
  await run(machine);
  const [change] = changes;
  if (change === undefined) throw new Error("Nothing was to be stored");
  return change;
};

const plannedReply = async (district: District): Promise<Change> => {
  const caseId = await district.atDepartment();
  await district.act(caseId, heard);
  const shown = await district.shown(caseId);
  return planned(district, (machine) => machine.task.act(shown, reply));
};

const plannedRing = async (district: District): Promise<Change> => {
  const caseId = await district.atDepartment();
  const [row] = (await district.deadlines.ofCase(caseId)).filter(({ clock }) => clock.kind === "step");
  if (row?.nextAt === undefined) throw new Error("The step's clock does not run");
  const due = { caseId, clock: row.clock, nextAt: row.nextAt };
  return planned(district, (machine) => machine.ring(due));
};

const plannedFiling = (district: District): Promise<Change> =>
  planned(district, (machine) => machine.file(samplePetition("wages")));

const filingOf = ({ filing }: Change) => {
  if (filing === undefined) throw new Error("Not a filing");
  return filing;
};

const put = (district: District, key: Key) => district.put("cases", { ...key, note: "was here first" });

const hashOfUsed = ({ cameBy }: Change): string => cameBy?.hash ?? "";
const useUp = (district: District, change: Change) =>
  district.change("cases", linkKey(hashOfUsed(change)), (row) => ({ ...row, usedBy: 1 }));

/** Every condition of a transaction: what is decided, what happens before it is stored, and how it is refused. */
const refused: {
  when: string;
  plan: (district: District) => Promise<Change>;
  between: (district: District, change: Change) => Promise<unknown>;
  as: new (message: string) => Error;
}[] = [
  {
    when: "another decision was stored first",
    plan: plannedReply,
    between: (district, { after }) => district.act(after.id, acknowledge),
    as: CaseMovedOn,
  },
  {
    when: "the event's number is taken",
    plan: plannedReply,
    between: (district, { after }) => put(district, eventKey(after.id, after.version)),
    as: CaseMovedOn,
  },
  {
    when: "a clock that it stops is not there",
    plan: plannedReply,
    between: (district, { after }) => district.remove("deadlines", clockKey(after.id, { kind: "handling", n: 1 })),
    as: CaseMovedOn,
  },
  {
    when: "the link that it makes exists",
    plan: plannedReply,
    between: (district, { links = [] }) => Promise.all(links.map(({ hash }) => put(district, linkKey(hash)))),
    as: CaseMovedOn,
  },
  { when: "the link that it came by was used up", plan: plannedReply, between: useUp, as: LinkUsed },
  {
    when: "the link that it came by, and would leave usable, was used up",
    plan: async (district) => {
      const shown = await district.shown(await district.atDepartment());
      return planned(district, (machine) => machine.task.act(shown, acknowledge));
    },
    between: useUp,
    as: LinkUsed,
  },
  {
    when: "the clock that gave the command was moved since it was found due",
    plan: plannedRing,
    between: (district, { after }) =>
      district.change("deadlines", clockKey(after.id, { kind: "step", n: 1 }), (row) => ({
        ...row,
        nextAt: "2027-01-01T00:00:00.000Z",
      })),
    as: RangBefore,
  },
  {
    when: "the form was registered already",
    plan: plannedFiling,
    between: (district, change) => put(district, submissionKey(filingOf(change).form)),
    as: FiledBefore,
  },
  {
    when: "the query code is taken",
    plan: plannedFiling,
    between: (district, change) => put(district, codeKey(filingOf(change).codeHash)),
    as: CaseMovedOn,
  },
  {
    when: "an identity is stored under the number",
    plan: plannedFiling,
    between: (district, { after }) => put(district, partyKey(after.id)),
    as: CaseMovedOn,
  },
  {
    when: "a petition's words are stored under the number",
    plan: plannedFiling,
    between: (district, { after }) => put(district, matterKey(after.id)),
    as: CaseMovedOn,
  },
  {
    when: "a case is registered under the number",
    plan: plannedFiling,
    between: (district, change) =>
      district.cases.commit({ ...change, filing: { ...filingOf(change), form: "x", codeHash: "x" } }),
    as: CaseMovedOn,
  },
  {
    when: "the workflow's new token comes for a state that is over",
    plan: async (district) => {
      const caseId = await district.atDepartment();
      return planned(district, (machine) =>
        machine.openStep({ caseId, epoch: 1, station: "department", token: "new" }),
      );
    },
    between: (district, { after }) => district.act(after.id, acknowledge),
    as: CaseMovedOn,
  },
];

export const decisions = (it: ContractTest) =>
  describe("a decision", () => {
    it("that registers a petition is stored whole: case, events, clocks, identity, words and query code", async ({
      district,
    }) => {
      const form = samplePetition("land");
      const { petition, code } = await district.file(form);
      const { cases, deadlines } = await district.items();
      expect(cases.map(keyOf)).toEqual(
        [
          `CASE#${petition.id} / CASE`,
          `CASE#${petition.id} / EVENT#000001`,
          `SEALED#${petition.id} / MATTER`,
          `SEALED#${petition.id} / PARTY#1`,
          `CODE#${queryCodeHash(code)} / CODE`,
          "COUNTER#2026 / COUNTER",
          "LETTER#2026-0001-receipt-1 / LETTER",
          "NUMBER#AH-2026-0001 / NUMBER",
          `SUBMISSION#${formMark(formHash(form.submission, form))} / SUBMISSION`,
        ].sort((a, b) => a.localeCompare(b)),
      );
      expect(deadlines.map(keyOf)).toEqual([
        `CASE#${petition.id} / CLOCK#accept#1`,
        `CASE#${petition.id} / CLOCK#transit#1`,
      ]);
      expect(await district.load(petition.id)).toEqual(petition);
      expect(await district.file(form)).toEqual({ petition, code });
      expect(await district.identities.byCode(queryCodeHash(code))).toEqual({
        caseId: petition.id,
        phone: phoneHashes(code, form.keyNumber),
        issue: 1,
      });
      await expectSound(district, petition.id);
    });

    it("that opens a step is stored whole: case, event, clocks, the owner's link and the workflow's token", async ({
      district,
    }) => {
      const caseId = await district.filed("wages");
      const before = await district.items();
      await district.openStep({ caseId, epoch: 1, station: "department", token: "the token" });
      const link = { caseId, stepNo: 1, staff: "housing-handler", assignment: 1 };
      const { cases, deadlines } = await district.items();
      const added = (now: typeof cases, then: typeof cases) =>
        now.map(keyOf).filter((key) => !then.map(keyOf).includes(key));
      expect(added(cases, before.cases)).toEqual(
        [
          `CASE#${caseId} / EVENT#000003`,
          `TOKEN#${caseId} / TOKEN#001`,
          `LINK#${linkHash(tokenFor(link))} / LINK`,
        ].sort((a, b) => a.localeCompare(b)),
      );
      expect(added(deadlines, before.deadlines)).toEqual([`CASE#${caseId} / CLOCK#step#1`]);
      expect(await district.cases.token(caseId, 1)).toEqual({ token: "the token", epoch: 1 });
      expect(await district.links.link(linkHash(tokenFor(link)))).toMatchObject({ for: link });
      expect(await district.load(caseId)).toMatchObject({ status: "handling", owner: "housing-handler" });
      await expectSound(district, caseId);
    });

    it("that answers is stored whole: the old link used up, a new one made, two clocks stopped and one started", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const first = await district.shown(caseId);
      const { did } = await district.act(caseId, reply);
      expect(await district.links.link(linkHash(first.token))).toMatchObject({ usedBy: did.seq });
      const next = await district.links.link(linkHash((await district.shown(caseId)).token));
      expect(next).toMatchObject({ for: { stepNo: 2, staff: "housing-handler" } });
      expect(next).not.toHaveProperty("usedBy");
      const ends = (await district.deadlines.ofCase(caseId)).map(({ clock, ended }) => [clock.kind, ended?.why]);
      expect(Object.fromEntries(ends)).toEqual({
        transit: "done",
        handling: "done",
        step: "done",
        delivery: undefined,
      });
      await expectSound(district, caseId);
    });

    for (const { when, plan, between, as } of refused) {
      it(`is refused when ${when}, and nothing of it is stored`, async ({ district }) => {
        const change = await plan(district);
        await between(district, change);
        const before = await district.items();
        await expect(district.cases.commit(change)).rejects.toBeInstanceOf(as);
        expect(await district.items()).toEqual(before);
      });
    }

    it("made on an old state is made again on the new one, so that the loser gets that state's answer", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const shown = await district.shown(caseId);
      const late = district.machine({
        commit: async (change, cases) => {
          if (change.before?.version === 3) await district.act(caseId, acknowledge);
          await cases.commit(change);
        },
      });
      expect(await late.task.act(shown, acknowledge)).toMatchObject({
        kind: "refused",
        refusal: "alreadyAcknowledged",
      });
      expect(await district.load(caseId)).toMatchObject({ version: 4 });
    });

    it("on two cases is stored for both or for neither", async ({ district }) => {
      const one = await plannedReply(district);
      const other = await plannedReply(district);
      await district.act(other.after.id, acknowledge);
      const before = await district.items();
      await expect(district.cases.commit(one, other)).rejects.toBeInstanceOf(CaseMovedOn);
      expect(await district.items()).toEqual(before);

      const again = await planned(district, async (machine) =>
        machine.task.act(await district.shown(other.after.id), reply),
      );
      await district.cases.commit(one, again);
      for (const { after } of [one, again]) {
        expect(await district.load(after.id)).toEqual(after);
        await expectSound(district, after.id);
      }
    });

    it("to open a step again stores only the new token", async ({ district }) => {
      const caseId = await district.atDepartment();
      const before = await district.items();
      await district.openStep({ caseId, epoch: 1, station: "department", token: "of the redriven execution" });
      const after = await district.items();
      const changed = after.cases.filter((item, i) => JSON.stringify(item) !== JSON.stringify(before.cases[i]));
      expect(changed.map(keyOf)).toEqual([`TOKEN#${caseId} / TOKEN#001`]);
      expect(after.deadlines).toEqual(before.deadlines);
      expect(await district.cases.token(caseId, 1)).toEqual({ token: "of the redriven execution", epoch: 1 });
    });
  });
