import { test } from "vitest";
import type { Host } from "./backend.ts";
import { newDistrict } from "./district.ts";

/** A test with a district of its own, on one host that the tests of a file share and that ends with them. */
export const testOn = (start: () => Promise<Host>) =>
  test
    .extend("start", { scope: "file" }, () => start)
    .extend("host", { scope: "file" }, async ({ start }, { onCleanup }) => {
      const host = await start();
      onCleanup(host.stop);
      return host;
    })
    .extend("district", async ({ host }, { onCleanup }) => {
      const district = newDistrict(await host.tables());
      onCleanup(district.close);
      return district;
    });
export type ContractTest = ReturnType<typeof testOn>;
