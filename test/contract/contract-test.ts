import { test } from "vitest";
import { newDistrict } from "./district.ts";

/** A database that is DynamoDB, or says so. */
export type Database = { endpoint: string; stop: () => Promise<void> };

/** A test with a district of its own, on one database that the tests of a file share and that ends with them. */
export const testOn = (start: () => Promise<Database>) =>
  test
    .extend("start", { scope: "file" }, () => start)
    .extend("database", { scope: "file" }, async ({ start }, { onCleanup }) => {
      const database = await start();
      onCleanup(database.stop);
      return database;
    })
    .extend("district", async ({ database }, { onCleanup }) => {
      const district = await newDistrict(database.endpoint);
      onCleanup(district.close);
      return district;
    });
export type ContractTest = ReturnType<typeof testOn>;
