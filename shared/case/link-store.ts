import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { readRow } from "#audit/row.ts";
import { itemsOf } from "./item-store.ts";
import { linkKey } from "./keys.ts";
import { Link } from "./link.ts";

/** Task links in the Cases table. They are made and used up in the transactions of the case store. */
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

    /**
     * Takes one of a link's tries for its code before the code is compared, so that two requests cannot share one.
     * @returns whether there was a try left.
     */
    async takeTry(hash: string, limit: number): Promise<boolean> {
      try {
        await db.send(
          new UpdateCommand({
            TableName: table,
            Key: linkKey(hash),
            UpdateExpression: "ADD tries :one",
            ConditionExpression: "attribute_exists(pk) AND tries < :limit",
            ExpressionAttributeValues: { ":one": 1, ":limit": limit },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    /** The right code was typed: the link's tries are whole again. */
    async resetTries(hash: string): Promise<void> {
      await db.send(
        new UpdateCommand({
          TableName: table,
          Key: linkKey(hash),
          UpdateExpression: "SET tries = :none",
          ConditionExpression: "attribute_exists(pk)",
          ExpressionAttributeValues: { ":none": 0 },
        }),
      );
    },
  };
};
export type LinkStore = ReturnType<typeof linkStore>;
