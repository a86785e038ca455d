const gbk = new TextDecoder("gb18030");

/** The two bytes of every character that GBK has, from the decoder's own table. */
const twoBytes = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const character = gbk.decode(Uint8Array.of(lead, trail));
    if ([...character].length === 1) twoBytes.set(character, [lead, trail]);
  }
}

/** A text as Chinese Windows has long saved it. */
export const savedAsGbk = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character): readonly number[] => {
      const code = character.codePointAt(0) ?? 0;
      const bytes = code < 0x80 ? [code] : twoBytes.get(character);
      if (bytes === undefined) throw new Error(`GBK has no ${character}`);
      return bytes;
    }),
  );

/** A text as Notepad saves it under the name of Unicode: UTF-16 with a mark. */
export const savedAsUnicode = (text: string, order: "little" | "big" = "little"): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return order === "little" ? bytes : bytes.swap16();
};

/** The same in UTF-8, with the mark that Notepad puts before it. */
export const savedWithMark = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`);
