import { hash } from "node:crypto";
import * as z from "zod";
import { canonical } from "#ground/canonical.ts";

/** What stands before the first event of a case. */
export const genesis = "0".repeat(64);

/**
 * The hash of one link of a history: SHA-256(previous ‖ canonical JSON of the content), in hex (guarantee 6).
 * Canonical is RFC 8785, so that the same content gives the same hash whatever wrote or read it.
 */
export const chainHash = (previous: string, content: object): string =>
  hash("sha256", `${previous}${canonical(content)}`, "hex");

/** A link of a history: the hash of the one before it, and its own, beside whatever content. */
export const Chained = z.looseObject({ previous: z.string(), hash: z.string() });
export type Chained = { previous: string; hash: string };
