import { constants, inflateSync } from "node:zlib";
import type { WhyNotFile } from "#case/state/facts/files.ts";
import { isSwollen } from "./photo.ts";

/** Readers take a head that does not stand at the very beginning (ISO 32000-1, note to 7.5.2). */
const headWithin = 1024;
/** Bytes to which all that is packed may unpack: a page scanned in colour at 600 dots an inch takes half of it. */
const mostUnpacked = 200 * 1024 * 1024;
/** Bytes in front of a stream in which its dictionary is looked for. */
const mostOfDictionary = 4096;
const mostStreams = 20_000;

/** What packs (ISO 32000-1, table 6). Pictures have a size of their own, which their dictionary names. */
const packing = ["FlateDecode", "LZWDecode", "RunLengthDecode"];

/** A dictionary's text with its names written plainly: `/Fl#61teDecode` is `/FlateDecode` (7.3.5). */
const plainNames = (text: string): string =>
  text.replaceAll(/#([\da-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const dictionaryBefore = (bytes: Buffer, at: number): string => {
  const text = bytes.toString("latin1", Math.max(0, at - mostOfDictionary), at);
  return plainNames(text.slice(text.lastIndexOf(" obj") + 1));
};

/** What stands behind a name in a dictionary; "" where the name is not in it. */
const behind = (dictionary: string, name: string): string => {
  const at = dictionary.indexOf(name);
  return at === -1 ? "" : dictionary.slice(at + name.length).trimStart();
};

/** The filters of a stream, outermost first. `undefined` where they are said elsewhere, which nobody does. */
const filtersIn = (dictionary: string): string[] | undefined => {
  const said = behind(dictionary, "/Filter");
  if (said === "") return [];
  const list = said.startsWith("[") ? (said.slice(1).split("]", 1)[0] ?? "") : (/^\/\w+/.exec(said)?.[0] ?? undefined);
  return list === undefined ? undefined : [...list.matchAll(/\/(\w+)/g)].map(([, name = ""]) => name);
};

const numberIn = (dictionary: string, name: string): number =>
  Number(/^\d{1,9}/.exec(behind(dictionary, name))?.[0] ?? 0);

/** Base 85 as PDFs write it (7.4.3); what is no digit is passed over. */
const fromAscii85 = (text: Buffer): Buffer => {
  const out: number[] = [];
  let [group, digits]: [number, number] = [0, 0];
  const write = (bytes: number): void => {
    for (let i = 0; i < bytes; i += 1) out.push(Math.floor(group / 256 ** (3 - i)) % 256);
    [group, digits] = [0, 0];
  };
  for (const code of text) {
    if (code === 0x7e) break;
    if (code === 0x7a && digits === 0) write(4);
    else if (code >= 0x21 && code <= 0x75) {
      [group, digits] = [group * 85 + code - 0x21, digits + 1];
      if (digits === 5) write(4);
    }
  }
  if (digits > 1) {
    const bytes = digits - 1;
    for (; digits < 5; digits += 1) group = group * 85 + 84;
    write(bytes);
  }
  return Buffer.from(out);
};

const fromAsciiHex = (text: Buffer): Buffer =>
  Buffer.from(
    text
      .toString("latin1")
      .split(">")[0]
      ?.replaceAll(/[^\da-fA-F]/g, "") ?? "",
    "hex",
  );

/** How many bytes unpack from what a stream begins with; 0 for what nobody can unpack. @throws RangeError for more than `most` */
const inflated = (packed: Buffer, most: number): number => {
  try {
    return inflateSync(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return 0;
  }
};

/** How much a stream unpacks to. `undefined` where it is packed in a way that no scanner and no office writes. */
const unpackedSize = (data: Buffer, filters: readonly string[], most: number): number | undefined => {
  if (filters.filter((filter) => packing.includes(filter)).length > 1) return undefined;
  const [first, second] = filters;
  if (first === "FlateDecode") return inflated(data, most);
  if (second !== "FlateDecode") return 0;
  const end = data.indexOf("endstream");
  const text = data.subarray(0, end === -1 ? data.length : end);
  if (first === "ASCII85Decode") return inflated(fromAscii85(text), most);
  return first === "ASCIIHexDecode" ? inflated(fromAsciiHex(text), most) : undefined;
};

const streamWord = Buffer.from("stream");

/** Where what is in a stream begins, for a place where the word stands; `undefined` where that is no beginning. */
const contentAt = (bytes: Buffer, word: number): number | undefined => {
  if (bytes.toString("latin1", word - 3, word) === "end") return undefined;
  const after = word + streamWord.length;
  if (bytes[after] === 0x0a) return after + 1;
  return bytes[after] === 0x0d ? after + (bytes[after + 1] === 0x0a ? 2 : 1) : undefined;
};

const whyNotStreams = (bytes: Buffer): WhyNotFile | undefined => {
  let left = mostUnpacked;
  let streams = 0;
  for (let word = bytes.indexOf(streamWord); word !== -1; word = bytes.indexOf(streamWord, word + 1)) {
    const content = contentAt(bytes, word);
    if (content === undefined) continue;
    streams += 1;
    const dictionary = dictionaryBefore(bytes, word);
    const filters = filtersIn(dictionary);
    if (filters === undefined) return "broken";
    if (streams > mostStreams || isSwollen(numberIn(dictionary, "/Width"), numberIn(dictionary, "/Height")))
      return "swollen";
    const size = unpackedSize(bytes.subarray(content), filters, left);
    if (size === undefined) return "swollen";
    left -= size;
    if (left <= 0) return "swollen";
  }
  return undefined;
};

/** Whether some bytes begin as a PDF. */
export const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, headWithin).includes("%PDF-");

/** Why a PDF is not taken: nobody has to open one that fills a device, or that asks for a password. */
export const whyNotPdf = (bytes: Buffer): WhyNotFile | undefined => {
  if (!bytes.includes("%%EOF")) return "broken";
  if (/\/Encrypt\b(?!Metadata)/.test(bytes.toString("latin1"))) return "locked";
  try {
    return whyNotStreams(bytes);
  } catch (error) {
    if (error instanceof RangeError) return "swollen";
    throw error;
  }
};
