import { rm } from "node:fs/promises";

/**
 * Removes a folder with all that is in it. An emulator or a browser that was just told to end may still be saving its
 * state there, and what it writes between the emptying and the removing is removed on the next try (up to ten seconds).
 */
export const removeFolder = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 14, retryDelay: 100 });
