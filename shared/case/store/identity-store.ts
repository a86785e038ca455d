import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Look } from "#case/state/party.ts";
import { SealedFields } from "#case/state/sealed-party.ts";
import { itemsOf } from "#record/item-store.ts";
import { readRow } from "#record/row.ts";
import { codeKey, lookKey, matterKey, partyKey, submissionKey } from "./keys.ts";

const CodeRow = z.object({ caseId: z.string(), phoneTail: z.string() });

/** What only the petitioner, and staff whose step needs it, may see: in the Cases table, sealed. */
export const identityStore = (db: DynamoDBDocumentClient, table: string) => {
  const get = itemsOf(db, table);

  return {
    /** The case that a query code belongs to, with the keyed hash of the phone's last four digits. */
    async byCode(codeHash: string): Promise<z.infer<typeof CodeRow> | undefined> {
      const key = codeKey(codeHash);
      const item = await get(key);
      return item === undefined ? undefined : readRow(CodeRow, key, item);
    },

    /** The case that a form was registered as, if it was sent before. */
    async bySubmission(submission: string): Promise<string | undefined> {
      const key = submissionKey(submission);
      const item = await get(key);
      return item === undefined ? undefined : readRow(z.object({ caseId: z.string() }), key, item).caseId;
    },

    /** The sealed identity of the petitioner. */
    async petitioner(id: string): Promise<SealedFields> {
      const key = partyKey(id);
      return readRow(SealedFields, key, (await get(key))?.sealed);
    },

    /** The sealed words of the petition. */
    async matter(id: string): Promise<SealedFields> {
      const key = matterKey(id);
      return readRow(SealedFields, key, (await get(key))?.sealed);
    },

    /** Records that a member of staff was shown the petitioner's identity (guarantee 9). */
    async recordLook(id: string, look: Look): Promise<void> {
      await db.send(new PutCommand({ TableName: table, Item: { ...lookKey(id, look.at, look.by), v: 1, look } }));
    },
  };
};
export type IdentityStore = ReturnType<typeof identityStore>;
