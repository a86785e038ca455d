import type { PhoneHashes } from "#access/query-code.ts";
import type { SealedText } from "#access/sealing.ts";
import type { SealedTexts } from "#access/texts.ts";
import type { SealedAgent } from "#case/state/sealed-agent.ts";
import type { SealedFields } from "#case/state/sealed-party.ts";
import type { SealedOpening, SealedSignatory } from "#case/state/sealed-signatory.ts";
import { type Database, type Item, Key, rowOf } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import {
  agentCodeKey,
  codeKey,
  joinCodeKey,
  matterKey,
  openingKey,
  partyKey,
  sealedPartition,
  signatoryCodeKey,
  signatoryKey,
  submissionKey,
} from "./keys.ts";
import { lookRecorder } from "./look-recorder.ts";
import {
  AgentCodeRow,
  AgentRow,
  CodeRow,
  JoinCodeRow,
  MatterRow,
  OpeningRow,
  PartyRow,
  SignatoryCodeRow,
  SignatoryRow,
  SubmissionRow,
  TextRow,
} from "./rows.ts";

/** What only the petitioner, and staff whose step needs it, may see: in the Cases table, sealed. */
export const identityStore = (db: Database, table: string) => {
  const get = async (key: Key): Promise<Item | undefined> => {
    const item = await db.get(table, key);
    return item && rowOf(item);
  };

  const party = async (id: string): Promise<{ sealed: SealedFields; address: number }> => {
    const key = partyKey(id);
    const { sealed, address = 1 } = readRow(PartyRow, key, await get(key));
    return { sealed, address };
  };

  return {
    /** The case that a query code belongs to, which of its codes it is or which agent's, and the keyed hashes of the number. */
    async byCode(
      codeHash: string,
    ): Promise<({ caseId: string; phone: PhoneHashes } & ({ issue: number } | { agent: number })) | undefined> {
      const [key, agentKey] = [codeKey(codeHash), agentCodeKey(codeHash)];
      // Both are asked for, whatever the first says: a code that nobody has costs the same requests as one that somebody has.
      const [row, theirs] = await Promise.all([get(key), get(agentKey)]);
      if (row !== undefined) {
        const { caseId, phone, issue = 1 } = readRow(CodeRow, key, row);
        return { caseId, phone, issue };
      }
      if (theirs === undefined) return undefined;
      const { caseId, phone, agent } = readRow(AgentCodeRow, agentKey, theirs);
      return { caseId, phone, agent };
    },

    /** The case that a form was registered as, if it was sent before, with the receipt that only the form opens. */
    async byForm(mark: string): Promise<{ caseId: string; receipt: SealedText } | undefined> {
      const key = submissionKey(mark);
      const row = await get(key);
      if (row === undefined) return undefined;
      const { caseId, receipt } = readRow(SubmissionRow, key, row);
      return { caseId, receipt };
    },

    /** The sealed identity of the petitioner. */
    petitioner: async (id: string): Promise<SealedFields> => (await party(id)).sealed,

    /** The same, with which of the addresses is in it that they have left. */
    party,

    /** Who the agents are that a case has had, sealed, in the order of their numbers. */
    async agents(id: string): Promise<SealedAgent[]> {
      const agents: SealedAgent[] = [];
      for await (const item of db.query({
        table,
        of: sealedPartition(id),
        range: { from: "AGENT#", until: "AGENT#~" },
      })) {
        const { v: _, ...agent } = readRow(AgentRow, Key.parse(item), rowOf(item));
        agents.push(agent);
      }
      return agents;
    },

    /** The case that a code lets others join, and by which of its openings. */
    async byJoinCode(codeHash: string): Promise<{ caseId: string; opening: number } | undefined> {
      const key = joinCodeKey(codeHash);
      const row = await get(key);
      if (row === undefined) return undefined;
      const { caseId, opening } = readRow(JoinCodeRow, key, row);
      return { caseId, opening };
    },

    /** The case that somebody has joined, which of them they are, and the keyed hashes of the number that goes with their code. */
    async bySignatoryCode(
      codeHash: string,
    ): Promise<{ caseId: string; phone: PhoneHashes; signatory: number } | undefined> {
      const key = signatoryCodeKey(codeHash);
      const row = await get(key);
      if (row === undefined) return undefined;
      const { v: _, ...found } = readRow(SignatoryCodeRow, key, row);
      return found;
    },

    /** Somebody who has joined, sealed. */
    async signatory(id: string, n: number): Promise<SealedSignatory> {
      const key = signatoryKey(id, n);
      const { v: _, ...signatory } = readRow(SignatoryRow, key, await get(key));
      return signatory;
    },

    /** The code by which others join, sealed: that of the newest opening. */
    async opening(id: string): Promise<SealedOpening> {
      const key = openingKey(id);
      const { v: _, ...opening } = readRow(OpeningRow, key, await get(key));
      return opening;
    },

    /** The sealed words of the petition. */
    async matter(id: string): Promise<SealedFields> {
      const key = matterKey(id);
      return readRow(MatterRow, key, await get(key)).sealed;
    },

    /** What people wrote on the case, sealed, by the names that its events hold. */
    async texts(id: string): Promise<SealedTexts> {
      const texts: SealedTexts = {};
      for await (const item of db.query({
        table,
        of: sealedPartition(id),
        range: { from: "TEXT#", until: "TEXT#~" },
      })) {
        const key = Key.parse(item);
        texts[key.sk.slice("TEXT#".length)] = readRow(TextRow, key, rowOf(item)).sealed;
      }
      return texts;
    },

    /** Records what a member of staff is about to be shown of a petition (guarantee 9). */
    recordLook: lookRecorder(db, table),
  };
};
export type IdentityStore = ReturnType<typeof identityStore>;
