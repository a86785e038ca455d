import { deflateRawSync, inflateRawSync } from "node:zlib";
import { digest, keyed } from "./digest.ts";
import { openBytesUnder, type SealedText, sealUnder } from "./sealing.ts";

const hour = 3600;
const day = 24 * hour;

/**
 * Pages that are kept for the device that they were made for, so that going back, reloading, or opening their address
 * again shows them once more and sends nothing twice; each with the seconds for which it is kept.
 */
const keptFor = {
  /** A petition while it is being written. */
  draft: day,
  /** That a petition with these very words was filed. */
  filed: day,
  receipt: day,
  /** The receipt of what was registered for somebody: long enough to print it for them. */
  handedOver: hour / 2,
  /** A petition that is followed. Shorter than the others: it needs no code while it is kept. */
  followed: 2 * hour,
  /** Material that is added to one. */
  material: 2 * hour,
  /** The letters of one, and all that it holds about its petitioner. */
  file: 2 * hour,
  /** Somebody who is about to join a petition, and their receipt. */
  joining: day,
  /** A petition that somebody has joined: as one that is followed. */
  joined: 2 * hour,
  /** Photos and PDFs that are sent to one. */
  files: 2 * hour,
  /** Files that came with what was registered for somebody: as long as its receipt. */
  counterFiles: hour / 2,
  /** What came of an act of staff, or what they wrote and has to be corrected. */
  task: day,
} as const;
export type KeptKind = keyof typeof keptFor;
export const secondsKept = (kind: KeptKind): number => keptFor[kind];

/** A kept page: the device that it is kept for, what it is, and which of its kind. `mark` stands in its address. */
export type KeptPage = { key: string; kind: KeptKind; mark: string };

/**
 * The page of a device about something: the same for the same thing, so that doing it again replaces the page. Of what it
 * is about the mark tells nothing.
 */
export const keptPage = (key: string, kind: KeptKind, about: string): KeptPage => ({
  key,
  kind,
  mark: keyed(key, "mark", kind, digest(about)).toString("base64url").slice(0, 22),
});

/** What a kept page is found by. */
export const keptName = ({ key, kind, mark }: KeptPage): string => keyed(key, "name", kind, mark).toString("base64url");

/** Characters that a sealed page may have: DynamoDB takes rows of 400 KB. */
const mostSealed = 390_000;

/** Seals what a page shows; `undefined` when there is too much of it. */
export const sealKept = (page: KeptPage, content: object): SealedText | undefined => {
  const packed = deflateRawSync(JSON.stringify(content));
  const sealed = sealUnder(keyed(page.key, "seal", page.kind, page.mark), page.kind, packed);
  return sealed.data.length > mostSealed ? undefined : sealed;
};

/** What a kept page shows. @throws for another device's, or another page's */
export const openKept = (page: KeptPage, sealed: SealedText): unknown =>
  JSON.parse(
    inflateRawSync(openBytesUnder(keyed(page.key, "seal", page.kind, page.mark), page.kind, sealed)).toString("utf8"),
  );
