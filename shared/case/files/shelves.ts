import * as z from "zod";
import type { AtStep } from "#case/state/attaching.ts";
import { type FileKind, FileName } from "#case/state/facts/files.ts";
import { CaseId, numberOf } from "#ground/ids.ts";

/**
 * Something that is sent: of which case, by which agent if by one, and under which name; and whether whoever has registered
 * the case for its petitioner sends it, or who of another unit, by their turn. Its address tells no more.
 */
export type Arrival = { caseId: CaseId; agent: number | undefined; counter?: true; turn?: AtStep; name: FileName };

/** Whether both come from the same side: the petitioner, one agent, the counter, or the turn of a unit. */
export const sameSender = (a: Omit<Arrival, "name">, b: Omit<Arrival, "name">): boolean => folderOf(a) === folderOf(b);

/** A file of a case. */
export type FileOfCase = { caseId: CaseId; name: FileName };

/** A form by which a browser sends one file: where to, and what goes along before it. */
export type BringForm = { action: string; fields: Readonly<Record<string, string>> };

/** How long a form sends, in seconds: time to look for the photo. */
export const secondsToBring = 900;
/** How long a link opens a file, in seconds: it is made anew with every page. */
export const secondsToOpen = 300;

/**
 * Bytes that the form lets through: twice what is taken, so that a file a little too large comes to be looked at, and its
 * sender is told so in words, not by the store's own page.
 */
export const mostArriving = 20 * 1024 * 1024;

/** Until somebody has looked at it, it is bytes to everybody, and no browser draws it. */
export const arrivingType = "application/octet-stream";

export const typeOfKind: Readonly<Record<FileKind, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  pdf: "application/pdf",
};

/** Where files arrive. What nobody has looked at within a day goes by itself. */
export type Arrivals = {
  /** The origin to which browsers send them; "" where it is our own. */
  origin: string;
  /** @param backTo where the browser goes once it has arrived */
  formFor: (arrival: Arrival, backTo: string) => Promise<BringForm>;
  /** What has arrived; `tooLarge` for what nobody need read; `undefined` once it is gone. */
  read: (arrival: Arrival) => Promise<Uint8Array | "tooLarge" | undefined>;
  drop: (arrival: Arrival) => Promise<void>;
};

/** Where files are kept, each under the key of its case. */
export type Files = {
  keep: (place: FileOfCase, kind: FileKind, content: Uint8Array) => Promise<void>;
  drop: (place: FileOfCase) => Promise<void>;
  /** An address that opens it for a short time, and what a browser calls what it saves. */
  linkTo: (place: FileOfCase, kind: FileKind, savedAs: string) => Promise<string>;
};

/** Stands for whoever has registered the case, whom its record names. */
const counterSign = "c";
/** Stands before the step and the number of a turn at it: who has that, of which unit, the record says. */
const turnSign = "u";
const ofTurn = /^u([1-9]\d{0,3})-([1-9]\d{0,5})$/;

/** The parts of such an address; 0 stands for the petitioner. */
const Sent = z.object({
  caseId: CaseId,
  name: FileName,
  from: z.union([
    z.literal(counterSign).transform(() => ({ agent: undefined, counter: true as const })),
    z
      .string()
      .regex(/^(0|[1-9]\d{0,5})$/)
      .transform((agent) => ({ agent: Number(agent) || undefined })),
    z
      .string()
      .regex(ofTurn)
      .transform((turn) => {
        const [, stepNo, assignment] = ofTurn.exec(turn) ?? [];
        return { agent: undefined, turn: { stepNo: Number(stepNo), assignment: Number(assignment) } };
      }),
  ]),
});

/** Where what somebody sends arrives. */
const folderOf = ({ caseId, agent, counter, turn }: Omit<Arrival, "name">): string => {
  if (turn !== undefined) return `${caseId}/${turnSign}${turn.stepNo}-${turn.assignment}`;
  return `${caseId}/${counter ? counterSign : (agent ?? 0)}`;
};
/** Where something arrives: no word of anybody's is in it. */
export const arrivalAddress = (arrival: Arrival): string => `${folderOf(arrival)}/${arrival.name}`;
export const fileAddress = ({ caseId, name }: FileOfCase): string => `${caseId}/${name}`;

/** What arrives at an address; `undefined` for one that nobody was given. */
export const arrivalAt = (key: string): Arrival | undefined => {
  const [caseId, from = "", name, ...more] = key.split("/");
  const read = Sent.safeParse({ caseId, name, from });
  if (!read.success || more.length > 0) return undefined;
  const { from: sender, ...of } = read.data;
  return { ...of, ...sender };
};

const endings = { jpeg: "jpg", png: "png", webp: "webp", pdf: "pdf" } as const;
/** What a browser calls a file that it saves: the case's number and the file's, and nothing that anybody has called it. */
export const savedAs = (caseId: string, { n, kind }: { n: number | string; kind: FileKind }): string =>
  `${numberOf(caseId)}-${n}.${endings[kind]}`;
