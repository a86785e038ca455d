import { describe } from "vitest";
import { newMeter } from "../support/meter.ts";
import { memoryHost } from "./backend.ts";
import { contract } from "./contract.ts";
import { testOn } from "./contract-test.ts";
import { guesses } from "./guesses.cases.ts";
import { reach } from "./reach.cases.ts";

const meter = newMeter();
contract(
  "tables in memory",
  () => memoryHost(meter),
  (it) => reach(it, meter),
);

const plain = testOn(() => memoryHost());
describe("tables in memory, where nobody notes what is asked", () => {
  guesses(plain, 10_000);
});
