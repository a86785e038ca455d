import { type Mistake, placeAt } from "#directory/check/mistake.ts";

/** How a file is written: as all software of today does, as Notepad's "Unicode", or as Chinese Windows did for long. */
export type Encoding = "UTF-8" | "UTF-16" | "GB 18030";

type TextRead = { ok: true; text: string; encoding: Encoding } | { ok: false; mistakes: Mistake[] };

const decoders: readonly { encoding: Encoding; label: string; begins: readonly number[] }[] = [
  { encoding: "UTF-16", label: "utf-16le", begins: [0xff, 0xfe] },
  { encoding: "UTF-16", label: "utf-16be", begins: [0xfe, 0xff] },
];

/** Stands for bytes that are none of an encoding's; and for a character that was lost before, by whoever saved the file. */
const lost = "\uFFFD";
const decoded = (label: string, bytes: Uint8Array): string => new TextDecoder(label).decode(bytes);

/** Text of UTF-8 with some bytes spoilt is full of whole characters of three bytes; GB 18030 read as UTF-8 has hardly any. */
const isMostlyUtf8 = (text: string): boolean => {
  const [whole, spoilt] = [/[\u0800-\uFFFC\u{10000}-\u{10FFFF}]/gu, /\uFFFD/g].map(
    (kind) => text.match(kind)?.length ?? 0,
  );
  return (whole ?? 0) > (spoilt ?? 0);
};

const decode = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  const marked = decoders.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) return { text: decoded(marked.label, bytes), encoding: marked.encoding };
  const utf8 = decoded("utf-8", bytes);
  if (!utf8.includes(lost) || isMostlyUtf8(utf8)) return { text: utf8, encoding: "UTF-8" };
  return { text: decoded("gb18030", bytes), encoding: "GB 18030" };
};

/** The line and the column, both from 1, of a place in a text. */
export const lineAndColumn = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
};

/** A position in a file as its mistakes name it. */
export const positionWords = ({ line, column }: { line: number; column: number }): string =>
  `line ${line}, column ${column}`;

const names = { "UTF-8": "UTF-8", "UTF-16": "UTF-16", "GB 18030": "GB 18030 (GBK)" } satisfies Record<Encoding, string>;

/**
 * The text of a file, however its editor has saved it: UTF-8, UTF-16 with its mark, or GB 18030, of which GBK and GB 2312
 * are parts. Bytes that are no character are refused by their line, and so are characters that were lost before: nothing
 * is guessed, since it might be somebody's name.
 */
export const readText = (bytes: Uint8Array): TextRead => {
  const { text, encoding } = decode(bytes);
  const offset = text.search(/[\uFFFD\0]/);
  if (offset < 0) return { ok: true, text, encoding };
  const name = names[encoding];
  const mistake: Mistake = {
    ...placeAt([]),
    where: positionWords(lineAndColumn(text, offset)),
    what: {
      zh: `这里有不是 ${name} 文字的内容，或已丢失的字`,
      en: `holds what is no text in ${name}, or a character that was lost`,
    },
    remedy: {
      zh: "请用原来的文件另存为 UTF-8，并核对这一行的字",
      en: "Save the original file in UTF-8, and check the characters of this line.",
    },
  };
  return { ok: false, mistakes: [mistake] };
};
