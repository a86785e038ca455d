import { memoryHost } from "./backend.ts";
import { contract } from "./contract.ts";

contract("tables in memory", memoryHost);
