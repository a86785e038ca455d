import { digest } from "./digest.ts";

/** Tells one version of a directory from another, in 22 base64url characters, whatever its version is called. */
export const directoryMark = (version: string): string => digest(version).slice(0, 22);
