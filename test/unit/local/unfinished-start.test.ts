import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clearUnfinishedStart, openedFile } from "../../../local/unfinished-start.ts";

const folder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), "huiyin-start-"));
  await mkdir(join(dir, "emulator"));
  await writeFile(join(dir, "emulator", "tables.json"), "{}");
  return dir;
};

test("what a first start has left that was ended in its middle is cleared, since half of its samples are told", async () => {
  const dir = await folder();
  expect(await clearUnfinishedStart(dir)).toBe(false);
  await expect(readdir(dir)).rejects.toThrow("ENOENT");
  expect(await clearUnfinishedStart(dir), "where there is nothing, nothing is cleared").toBe(false);
});

test("a district that was opened once is never cleared", async () => {
  const dir = await folder();
  await writeFile(openedFile(dir), "");
  expect(await clearUnfinishedStart(dir)).toBe(true);
  expect(await readdir(join(dir, "emulator"))).toEqual(["tables.json"]);
});
