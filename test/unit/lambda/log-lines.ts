import { afterEach, beforeEach, vi } from "vitest";

/** Gathers what functions write to their log during each test of a file. */
export const logLines = (): { text: () => string } => {
  let written = "";
  const gather = (chunk: string | Uint8Array) => {
    written += chunk.toString();
    return true;
  };
  beforeEach(() => {
    written = "";
    vi.spyOn(process.stdout, "write").mockImplementation(gather);
    vi.spyOn(process.stderr, "write").mockImplementation(gather);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return { text: () => written };
};
