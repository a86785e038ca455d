import { once } from "node:events";
import { rm } from "node:fs/promises";
import * as z from "zod";
import { startDistrict } from "./district.ts";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { districtDir, runningDistrict } from "./running.ts";
import { print } from "./terminal.ts";

const port = (usual: number) => z.coerce.number().int().min(1).max(65_535).default(usual);
const Arguments = z.object({
  fresh: z.boolean().default(false),
  "district-port": port(8080),
  "mailbox-port": port(1080),
  "smtp-port": port(1025),
  "emulator-port": port(4566),
});

const usage =
  "npm start takes --fresh, and a port with --district-port, --mailbox-port, --smtp-port or --emulator-port, after --.";

const readArguments = () => {
  const text = { type: "string" } as const;
  const { values } = readOptions(usage, {
    options: {
      fresh: { type: "boolean" },
      "district-port": text,
      "mailbox-port": text,
      "smtp-port": text,
      "emulator-port": text,
    },
  });
  const read = Arguments.safeParse(values);
  if (!read.success) throw new Obstacle(usage, { cause: read.error });
  const { fresh, ...ports } = read.data;
  return {
    fresh,
    ports: {
      district: ports["district-port"],
      mailbox: ports["mailbox-port"],
      smtp: ports["smtp-port"],
      emulator: ports["emulator-port"],
    },
  };
};

/** Two emulators on the same state would overwrite each other's. */
const refuseSecond = async (): Promise<void> => {
  const running = await runningDistrict().catch(() => undefined);
  if (running) throw new Obstacle(`The local district is running already: ${running.baseUrl}`);
};

/** `npm start`: a whole district on this machine, in the foreground. `npm start -- --fresh` begins anew. */
await runProgram(async () => {
  const { fresh, ports } = readArguments();
  const leaving = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => leaving.abort());
  await refuseSecond();
  if (fresh) await rm(districtDir, { recursive: true, force: true });

  const began = Date.now();
  const said = (progress: string) => {
    const seconds = String(Math.round((Date.now() - began) / 1000));
    print(`${seconds.padStart(4)} s  ${progress}`);
  };
  try {
    const district = await startDistrict({ ports, dir: districtDir, samples: true, said, signal: leaving.signal });
    said("ready");
    print(
      "",
      `  The district  ${district.baseUrl}`,
      `  The mailbox   ${district.mailbox}`,
      "",
      "  In another terminal: npm run demo:advance -- 8d (lets time pass), npm run why -- CASE (explains a case)",
      "  Ctrl-C ends it; npm start goes on from there, npm start -- --fresh begins anew.",
      "",
    );
    const left = once(leaving.signal, "abort").then(() => true);
    const lost = district.ended.then(() => false);
    const asked = await Promise.race([left, lost]);
    said("ending");
    await district.stop();
    if (!asked) throw new Obstacle("The AWS emulator has ended: npm start goes on from where the district was.");
  } catch (error) {
    if (!leaving.signal.aborted) throw error;
  }
});
