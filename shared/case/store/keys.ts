import type { Notice } from "#case/state/message.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** The keys of the Cases table: every item of a case stands under the case's own partition. */
const ofCase = (id: string, sk: string) => ({ pk: `CASE#${id}`, sk });
const padded = (n: number, width: number): string => String(n).padStart(width, "0");

export const casePartition = (id: string): string => `CASE#${id}`;
export const caseKey = (id: string) => ofCase(id, "CASE");
export const eventKey = (id: string, seq: number) => ofCase(id, `EVENT#${padded(seq, 6)}`);
export const partyKey = (id: string) => ofCase(id, "PARTY#1");
export const matterKey = (id: string) => ofCase(id, "MATTER");
/** A text that somebody wrote on a case, by its name. */
export const textKey = (id: string, name: string) => ofCase(id, `TEXT#${name}`);
export const tokenKey = (id: string, stepNo: number) => ofCase(id, `TOKEN#${padded(stepNo, 3)}`);
export const lookKey = (id: string, n: number) => ofCase(id, `LOOK#${padded(n, 6)}`);
/** How many looks there are at a case, and the hash of the newest. */
export const looksKey = (id: string) => ofCase(id, "LOOKS");
export const mailKey = (id: string, seq: number, position: number) =>
  ofCase(id, `MAIL#${padded(seq, 6)}#${padded(position, 2)}`);

export const noticeKey = (id: string, { clock, percent, to }: Pick<Notice, "clock" | "percent" | "to">) =>
  ofCase(id, `NOTICE#${clock.kind}#${clock.n}#${percent}#${to}`);

export const digestKey = (staff: StaffId, on: DistrictDate) => ({ pk: `DIGEST#${staff}`, sk: on });
/** That mail to a member of staff was refused. */
export const bouncedKey = (staff: StaffId) => ({ pk: "BOUNCED", sk: staff });
/** That mail to the petitioner of a case was refused. */
export const petitionerBouncedKey = (id: string) => ofCase(id, "BOUNCED");
export const outageKey = (on: DistrictDate) => ({ pk: "OUTAGE", sk: on });
export const linkKey = (hash: string) => ({ pk: `LINK#${hash}`, sk: "LINK" });
export const codeKey = (hash: string) => ({ pk: `CODE#${hash}`, sk: "CODE" });
/** A form that was registered, by its mark. */
export const submissionKey = (form: string) => ({ pk: `SUBMISSION#${form}`, sk: "SUBMISSION" });
export const numberKey = (number: string) => ({ pk: `NUMBER#${number}`, sk: "NUMBER" });
export const counterKey = (year: number) => ({ pk: `COUNTER#${year}`, sk: "COUNTER" });

/** Whose digests a partition of this table holds, or `undefined` for other items. */
export const readerOfDigest = (pk: string): string | undefined => (pk.startsWith("DIGEST#") ? pk.slice(7) : undefined);

/** The case id in a partition key of this table, or `undefined` for other items. */
export const caseOfPartition = (pk: string): string | undefined => (pk.startsWith("CASE#") ? pk.slice(5) : undefined);
