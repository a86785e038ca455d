import { gzipSync } from "node:zlib";
import { assets } from "./assets.ts";

/** Every asset as a function carries it: packed once, as base64, instead of at every request. */
export const packedAssets: Record<string, { type: string; gzip: string }> = Object.fromEntries(
  [...assets].map(([name, { type, body }]) => [name, { type, gzip: gzipSync(body, { level: 9 }).toString("base64") }]),
);
