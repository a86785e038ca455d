import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../local/emulator.ts";
import { freePort } from "../../local/port.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { contract } from "./contract.ts";
import { dynamodb } from "./dynamodb.cases.ts";
import { dynamoHost } from "./dynamodb-backend.ts";

const emulator = async () => {
  const stateDir = await mkdtemp(join(tmpdir(), "huiyin-contract-"));
  const { endpoint, stop } = await startEmulator({ port: await freePort(), stateDir });
  return {
    endpoint,
    stop: async () => {
      await stop();
      await removeFolder(stateDir);
    },
  };
};

// One process in Python: a fifth of the races and a tenth of the guesses show that it judges them as the others do.
contract("the emulator", dynamoHost(emulator), dynamodb, { races: 40, guesses: 1000 });
