import { access, rm } from "node:fs/promises";
import { join } from "node:path";

/** Stands in a district's folder from its first whole start on. */
export const openedFile = (dir: string): string => join(dir, "opened");

/** Whether a district has been started whole before. */
const wasOpened = (dir: string): Promise<boolean> =>
  access(openedFile(dir)).then(
    () => true,
    () => false,
  );

/**
 * Clears what a first start has left that was ended in its middle: some of the sample petitions are filed and acted on, and
 * acting on them again would be refused. Nobody has worked in that district yet.
 * @returns whether the district in this folder was opened, and stays as it is.
 */
export const clearUnfinishedStart = async (dir: string): Promise<boolean> => {
  if (await wasOpened(dir)) return true;
  await rm(dir, { recursive: true, force: true });
  return false;
};
