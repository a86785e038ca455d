import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { Link, type LinkFor } from "#access/link.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { itemsOf } from "#record/item-store.ts";
import { readRow } from "#record/row.ts";
import { linkKey } from "./keys.ts";

/** Task links in the Cases table. As a rule they are made and used up in the transactions of the case store. */
export const linkStore = (db: DynamoDBDocumentClient, table: string) => {
  const get = itemsOf(db, table);

  return {
    /** A task link by the hash of its token. */
    async link(hash: string): Promise<Link | undefined> {
      const key = linkKey(hash);
      const item = await get(key);
      if (item === undefined) return undefined;
      const { pk: _pk, sk: _sk, ...row } = item;
      return readRow(Link, key, row);
    },

    /** Makes a link that is not there; one that is there stays as it is, used up or not. */
    async makeIfMissing(hash: string, link: LinkFor, at: Instant): Promise<void> {
      const row: Link = { v: 1, for: link, madeAt: at };
      try {
        await db.send(
          new PutCommand({
            TableName: table,
            Item: { ...linkKey(hash), ...row },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /**
     * Takes one of the day's tries for a link's code before the code is compared, so that two requests cannot share one.
     * @returns whether there was a try left today.
     */
    async takeTry(hash: string, limit: number, today: DistrictDate): Promise<boolean> {
      const update = async (expression: string, condition: string, values: Record<string, unknown>) => {
        try {
          await db.send(
            new UpdateCommand({
              TableName: table,
              Key: linkKey(hash),
              UpdateExpression: expression,
              ConditionExpression: `attribute_exists(pk) AND ${condition}`,
              ExpressionAttributeValues: { ":one": 1, ":today": today, ...values },
            }),
          );
          return true;
        } catch (error) {
          if (error instanceof ConditionalCheckFailedException) return false;
          throw error;
        }
      };
      const another = () =>
        update("SET tries = tries + :one", "triedOn = :today AND tries < :limit", { ":limit": limit });
      const first = () =>
        update("SET tries = :one, triedOn = :today", "(attribute_not_exists(triedOn) OR triedOn < :today)", {});
      // The last call is for two first tries at the same moment.
      return (await another()) || (await first()) || (await another());
    },
  };
};
export type LinkStore = ReturnType<typeof linkStore>;
