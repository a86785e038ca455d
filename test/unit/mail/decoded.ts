const word = /=\?UTF-8\?B\?([A-Za-z0-9+/=]*)\?=/g;

/** A header's text as a mail program shows it: encoded words are decoded, and spaces between two of them are none. */
export const decoded = (header: string): string =>
  header
    .replaceAll(/(\?=)\s+(=\?)/g, "$1$2")
    .replaceAll(word, (_whole, base64: string) => Buffer.from(base64, "base64").toString("utf8"));
