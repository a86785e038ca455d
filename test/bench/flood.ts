import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import {
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  PutFunctionConcurrencyCommand,
} from "@aws-sdk/client-lambda";
import { executionsOf, type FunctionName } from "../../infra/concurrency.ts";
import { startDistrict } from "../../local/district.ts";
import { clientConfig } from "../../local/emulator.ts";
import { freePorts } from "../../local/port.ts";
import { removeFolder } from "../support/remove-folder.ts";

/**
 * `npm run bench:flood`: how late sweeps are while requests flood the pages of a local district, beside how late they are
 * without. The emulator deploys no reservations, so they are set here, as a stage in the cloud gets them, with the pages'
 * ceiling at `--pages` for a machine of two cores; `--no-reserve` leaves them out.
 */
const { values } = parseArgs({
  options: {
    rate: { type: "string", default: "200" },
    seconds: { type: "string", default: "60" },
    pages: { type: "string", default: "20" },
    reserve: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const [rate, seconds, pages] = [Number(values.rate), Number(values.seconds), Number(values.pages)];
/** A sweep is due as often as this, in milliseconds: more often than each minute, so that there is something to measure. */
const every = 2000;

const names = ["Sweep", "OpenStep", "Publish", "Signal", "SendMail", "Redrive", "Reconcile", "Digest"] as const;
const pageNames = ["FilePetition", "PetitionStatus", "StepTask", "Assets"] as const;

const dir = await mkdtemp(join(tmpdir(), "huiyin-flood-"));
const here = await startDistrict({ ports: await freePorts(), dir, samples: true, said: console.log });
const lambda = new LambdaClient(clientConfig(here.endpoint));

const reserve = async (): Promise<void> => {
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
  const config = {
    concurrency: { account: 1000, pages, reserve: true },
    mail: { atOnce: 5, transport: "smtp" } as const,
  };
  for (const name of [...names, ...pageNames] satisfies FunctionName[]) {
    const found = Functions.find(({ FunctionName: id = "" }) => id.includes(name));
    if (found?.FunctionName === undefined) throw new Error(`There is no function ${name}`);
    const ReservedConcurrentExecutions = executionsOf(name, config);
    await lambda.send(
      new PutFunctionConcurrencyCommand({ FunctionName: found.FunctionName, ReservedConcurrentExecutions }),
    );
  }
};

/** Calls the sweep when it is due, for as long as the phase lasts; gives how late each had ended, in milliseconds, none where it failed. */
const sweeps = async (): Promise<(number | undefined)[]> => {
  const began = performance.now();
  const late: Promise<number | undefined>[] = [];
  for (let n = 0; n * every < seconds * 1000; n += 1) {
    await sleep(Math.max(0, began + n * every - performance.now()));
    const due = began + n * every;
    const call = lambda.send(new InvokeCommand({ FunctionName: here.outputs.SweepFunction, Payload: "{}" }));
    late.push(
      call.then(
        ({ FunctionError }) => (FunctionError === undefined ? performance.now() - due : undefined),
        () => undefined,
      ),
    );
  }
  return Promise.all(late);
};

const form = {
  "content-type": "application/x-www-form-urlencoded",
  origin: here.baseUrl,
  "sec-fetch-site": "same-origin",
};
const asked: (() => Promise<Response>)[] = [
  () => fetch(`${here.baseUrl}/`),
  () => fetch(`${here.baseUrl}/status`),
  () => fetch(`${here.baseUrl}/task`),
  () => fetch(`${here.baseUrl}/status`, { method: "POST", headers: form, body: "code=7K2M-9QXT-4B0C&phoneTail=0000" }),
  () => fetch(`${here.baseUrl}/task/open`, { method: "POST", headers: form, body: "token=none" }),
];

/** Sends requests at the rate, whether those before have been answered or not; gives how many came to what. */
const flood = async (): Promise<Map<string, number>> => {
  const came = new Map<string, number>();
  const note = (what: string) => came.set(what, (came.get(what) ?? 0) + 1);
  const began = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let n = 0; n < rate * seconds; n += 1) {
    const wait = began + (n * 1000) / rate - performance.now();
    if (wait > 1) await sleep(wait);
    const ask = asked[n % asked.length] ?? (() => fetch(here.baseUrl));
    const answered = ask().then(async (reply) => {
      await reply.arrayBuffer();
      note(String(reply.status));
    });
    sent.push(answered.catch(() => note("no answer")));
  }
  note(`sent in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  await Promise.all(sent);
  return came;
};

const said = (late: (number | undefined)[]): string => {
  const sorted = late.filter((time) => time !== undefined).toSorted((a, b) => a - b);
  const at = (share: number) => `${Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)} ms`;
  return `${sorted.length} of ${late.length} sweeps, each done after ${at(0.5)} (median), ${at(0.95)} (95 of 100), ${at(1)} (the latest)`;
};

try {
  if (values.reserve) await reserve();
  for (const warm of asked) await warm();
  await sweeps().then((late) => console.log(`- without a flood: ${said(late)}`));
  const [late, came] = await Promise.all([sweeps(), flood()]);
  console.log(`- while ${rate} requests a second come: ${said(late)}`);
  console.log(`- what the requests came to: ${[...came].map(([what, n]) => `${what}: ${n}`).join(", ")}`);
} finally {
  await here.stop();
  await removeFolder(dir);
}
