import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { caseStore } from "#case/store/case-store.ts";
import { auditRecord } from "#case/store/entry-audit.ts";
import { shards } from "#clock/keys.ts";
import { connect } from "../../local/connection.ts";
import { type LocalDistrict, startDistrict } from "../../local/district.ts";
import { freePorts } from "../../local/port.ts";
import { readSamples } from "../../local/samples.ts";
import { readSentFiles } from "../../local/sent-files.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { until } from "./record.ts";

let district: LocalDistrict;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), "huiyin-e2e-"));
  ends.push(() => removeFolder(dir));
  district = await startDistrict({ ports: await freePorts(), dir, samples: true });
  ends.push(district.stop);
});
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

it("finds sample petitions that were filed, sent a photo, joined, merged, and decided on, and a record that proves itself", async () => {
  const { CasesTable, DeadlinesTable } = district.outputs;
  const cases = caseStore(connect(district.endpoint).db, CasesTable, DeadlinesTable);
  const changed = await Promise.all(shards.map((shard) => cases.changedAfter(shard, "")));
  const ids = changed.flatMap((of) => [...of]);
  expect(ids.length).toBeGreaterThan((await readSamples()).length);

  const happenedTo = async () => {
    const histories = await Promise.all(ids.map((id) => cases.history(id)));
    return histories.flatMap(({ events }) => events.map(({ fact }) => fact.type));
  };
  const sent = (await readSentFiles()).length;
  const happened = await until("what was sent is taken in", async () => {
    const types = await happenedTo();
    return types.filter((type) => type === "fileAdded").length === sent && types;
  });
  for (const type of ["agentNamed", "merged", "pressureTold", "urgencyAsked", "recusalAsked"] as const) {
    expect(happened, type).toContain(type);
  }
  expect(await Promise.all(ids.map(async (id) => auditRecord(id, await cases.rows(id))))).toEqual(
    ids.map(() => undefined),
  );
});
