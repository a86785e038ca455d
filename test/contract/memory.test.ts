import { memoryHost } from "./backend.ts";
import { contract } from "./contract.ts";
import { guesses } from "./guesses.cases.ts";

contract("tables in memory", memoryHost, (it) => guesses(it, 10_000));
