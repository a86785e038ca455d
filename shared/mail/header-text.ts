/** Bytes of UTF-8 that one encoded word holds: 64 characters of a line, which has at most 76, `Subject: ` among them. */
const wordHolds = 39;
/** What a header line holds as it is. An encoded word's own beginning is encoded, or readers would decode it. */
const plain = /^(?!.*=\?)[\x20-\x7e]*$/;
/** Characters that are no part of a bare name (RFC 5322: "specials"). */
const special = /["(),.:;<>@[\\\]]/;

/**
 * A text as it may stand in a header: as it is, or, where it is not plain ASCII, as encoded words that break between
 * characters. Line breaks become spaces, so no text can begin a header of its own.
 * Source: RFC 2047, sections 2 and 5.
 */
export const headerText = (text: string): string => {
  const line = text.replaceAll(/[\r\n]+/g, " ");
  if (plain.test(line)) return line;
  const words = [""];
  for (const character of line) {
    const longer = `${words.at(-1)}${character}`;
    if (Buffer.byteLength(longer) > wordHolds) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join(" ");
};

/** The bare address in `回音 <huiyin@example.gov.cn>`. */
export const addressIn = (mailbox: string): string => /<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();

/**
 * A mailbox as it may stand in a header: the name encoded where it is not plain, quoted where a character in it would
 * end it; the address as it is.
 */
export const mailbox = (given: string): string => {
  const typed = given.replaceAll(/[\r\n]+/g, " ");
  const address = addressIn(typed);
  const name = typed
    .slice(0, typed.lastIndexOf("<") + 1)
    .replace(/<$/, "")
    .trim()
    .replace(/^"(.*)"$/s, "$1");
  if (name === "") return address;
  const encoded = headerText(name);
  const shown = encoded === name && special.test(name) ? `"${name.replaceAll(/["\\]/g, "\\$&")}"` : encoded;
  return `${shown} <${address}>`;
};
