import { type Config, hstsOf } from "./config.ts";

/**
 * The headers of an answer that none of our functions gave: those of theirs, which a test compares by name, with the
 * content policy of a page in which nothing is loaded, run or sent.
 */
export const edgeHeaders = (config: Config): Record<string, string> => ({
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "strict-transport-security": hstsOf(config),
  "x-content-type-options": "nosniff",
});
