import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lookAt } from "#case/files/look-at.ts";
import { readSamples } from "../../../local/samples.ts";
import { readSentFiles } from "../../../local/sent-files.ts";

test("what petitioners of sample petitions send is taken, and each petition is there", async () => {
  const samples = await readSamples();
  const sent = await readSentFiles();
  expect(sent).not.toEqual([]);
  for (const { phone, file } of sent) {
    expect(samples.filter((sample) => sample.phone === phone)).toHaveLength(1);
    const content = await readFile(join(import.meta.dirname, "../../../local/demo", file));
    expect(lookAt(content), file).toHaveProperty("kind");
  }
});
