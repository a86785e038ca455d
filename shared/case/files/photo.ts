import { inflateSync } from "node:zlib";
import type { FileKind, WhyNotFile } from "#case/state/facts/files.ts";
import { anyExifHasPosition, exifHasPosition, textHasPosition } from "./position.ts";

export type PhotoKind = Exclude<FileKind, "pdf">;

/** The pixels of a photo that a browser is asked to draw: phones take 108 million, and a long screenshot is narrow. */
const mostPixels = 120_000_000;
const mostOfSide = 30_000;
/** Bytes to which a text in a photo may unpack. */
const mostOfText = 4 * 1024 * 1024;

/** Whether something of so many pixels is more than anybody photographs. */
export const isSwollen = (width: number, height: number): boolean =>
  width > mostOfSide || height > mostOfSide || width * height > mostPixels;

/** A photo's size in pixels, and whether it says where it was taken. */
type PhotoSeen = { width: number; height: number; hasPosition: boolean };
/** `undefined` for one that is broken. @throws RangeError beyond its end, which is the same */
type LookAtPhoto = (bytes: Buffer) => PhotoSeen | { why: WhyNotFile } | undefined;

/** Markers that begin a frame, and tell its size: all from C0 to CF but three that are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const startOfScan = 0xda;
const endOfImage = Buffer.from([0xff, 0xd9]);

/** JPEG (ITU-T T.81, B.2): segments up to the first scan, and an end behind it. */
const lookAtJpeg: LookAtPhoto = (bytes) => {
  let at = 2;
  let size: { width: number; height: number } | undefined;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (isFrame(marker)) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + length;
    if (marker === startOfScan) break;
  }
  if (size === undefined || !bytes.includes(endOfImage, at)) return undefined;
  return { ...size, hasPosition: anyExifHasPosition(bytes) };
};

/** What zlib throws for more than it may unpack. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";

/** A packed text; nothing for one that nobody can unpack. @throws RangeError for one that is too much */
const unpacked = (packed: Buffer): Buffer => {
  try {
    return inflateSync(packed, { maxOutputLength: mostOfText });
  } catch (error) {
    if (isTooMuch(error)) throw error;
    return Buffer.alloc(0);
  }
};

/** What a chunk of text holds behind its keyword, unpacked where it is packed (PNG, 11.3.4). */
const textOf = (type: string, data: Buffer): Buffer => {
  const end = data.indexOf(0);
  if (end === -1) return data;
  if (type === "tEXt") return data.subarray(end + 1);
  if (type === "zTXt") return unpacked(data.subarray(end + 2));
  if (data[end + 1] !== 1) return data;
  const language = data.indexOf(0, end + 3);
  return unpacked(data.subarray(data.indexOf(0, language + 1) + 1));
};

/** Exif or XMP that some programs write into a text: its kind, its length, and the rest in hexadecimal digits, a line each. */
const rawProfile = (text: Buffer): Buffer => {
  const [, length, ...digits] = text
    .toString("latin1")
    .trim()
    .split("\n")
    .map((line) => line.trim());
  return length !== undefined && /^\d{1,9}$/.test(length) ? Buffer.from(digits.join(""), "hex") : Buffer.alloc(0);
};

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const chunkHasPosition = (type: string, data: Buffer): boolean => {
  if (type === "eXIf") return exifHasPosition(data);
  if (!["tEXt", "zTXt", "iTXt"].includes(type)) return false;
  const text = textOf(type, data);
  const profile = rawProfile(text);
  return textHasPosition(text) || anyExifHasPosition(profile) || exifHasPosition(profile) || textHasPosition(profile);
};

/** PNG (ISO/IEC 15948): chunks, the first with the size, to the last. */
const lookAtPng: LookAtPhoto = (bytes) => {
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  let hasPosition = false;
  try {
    for (let at = pngHead.length; ; ) {
      const length = bytes.readUInt32BE(at);
      const type = bytes.toString("latin1", at + 4, at + 8);
      const end = at + 12 + length;
      if (end > bytes.length) return undefined;
      hasPosition ||= chunkHasPosition(type, bytes.subarray(at + 8, at + 8 + length));
      if (type === "IEND") return { ...size, hasPosition };
      at = end;
    }
  } catch (error) {
    if (isTooMuch(error)) return { why: "swollen" };
    throw error;
  }
};

/** The size in each of WebP's three ways to hold a picture (RFC 9649, 2.5 to 2.7). */
const webpSizes: Readonly<Record<string, (data: Buffer) => { width: number; height: number }>> = {
  "VP8 ": (data) => ({ width: data.readUInt16LE(6) & 0x3f_ff, height: data.readUInt16LE(8) & 0x3f_ff }),
  VP8L: (data) => {
    const bits = data.readUInt32LE(1);
    return { width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 };
  },
  VP8X: (data) => ({ width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 }),
};

/** WebP (RFC 9649): chunks, as long as the first says. */
const lookAtWebp: LookAtPhoto = (bytes) => {
  const whole = bytes.readUInt32LE(4) + 8;
  if (whole > bytes.length + 1) return undefined;
  let size: { width: number; height: number } | undefined;
  let hasPosition = anyExifHasPosition(bytes);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (data.length < length) return undefined;
    size ??= webpSizes[type]?.(data);
    if (type === "EXIF") hasPosition ||= exifHasPosition(data);
    at += 8 + length + (length % 2);
  }
  return size && { ...size, hasPosition };
};

const begins = (bytes: Buffer, head: Buffer, at = 0): boolean => bytes.subarray(at, at + head.length).equals(head);

const photos: { readonly [K in PhotoKind]: { is: (bytes: Buffer) => boolean; look: LookAtPhoto } } = {
  jpeg: { is: (bytes) => begins(bytes, Buffer.from([0xff, 0xd8, 0xff])), look: lookAtJpeg },
  png: { is: (bytes) => begins(bytes, pngHead) && begins(bytes, Buffer.from("IHDR"), 12), look: lookAtPng },
  webp: {
    is: (bytes) => begins(bytes, Buffer.from("RIFF")) && begins(bytes, Buffer.from("WEBP"), 8),
    look: lookAtWebp,
  },
};

/** Which kind of photo some bytes begin as. */
export const photoKindOf = (bytes: Buffer): PhotoKind | undefined =>
  (["jpeg", "png", "webp"] as const).find((kind) => photos[kind].is(bytes));

const lookedAt = (kind: PhotoKind, bytes: Buffer): ReturnType<LookAtPhoto> => {
  try {
    return photos[kind].look(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** Why a photo is not taken. */
export const whyNotPhoto = (kind: PhotoKind, bytes: Buffer): WhyNotFile | undefined => {
  const seen = lookedAt(kind, bytes);
  if (seen === undefined) return "broken";
  if ("why" in seen) return seen.why;
  const { width, height, hasPosition } = seen;
  if (width === 0 || height === 0) return "broken";
  if (isSwollen(width, height)) return "swollen";
  return hasPosition || textHasPosition(bytes) ? "position" : undefined;
};
