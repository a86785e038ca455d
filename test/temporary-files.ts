import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolder } from "./support/remove-folder.ts";

/** Gives the tests a temporary folder of their own and takes it away again with all that tools have left in it. */
export const setup = async (): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-test-"));
  process.env.TMPDIR = folder;
  return () => removeFolder(folder);
};
