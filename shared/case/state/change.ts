import type { LinkFor } from "#access/link.ts";
import type { PhoneHashes } from "#access/query-code.ts";
import type { SealedText } from "#access/sealing.ts";
import type { SealedTexts } from "#access/texts.ts";
import type { ClockName } from "#clock/clock.ts";
import type { Instant } from "#ground/instant.ts";
import { MovedOn } from "#record/database.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import type { SealedAgent } from "./sealed-agent.ts";
import type { SealedFields } from "./sealed-party.ts";
import type { SealedOpening, SealedSignatory } from "./sealed-signatory.ts";

/** Somebody else's decision on the case was stored first. Decide again. */
export class CaseMovedOn extends MovedOn {
  override name = "CaseMovedOn";
}
/** The link was used up by another decision at the same moment. */
export class LinkUsed extends Error {
  override name = "LinkUsed";
}
/** The same form was sent before: the petition is registered already. */
export class FiledBefore extends Error {
  override name = "FiledBefore";
}

/** The same form was sent before: whoever sent it has joined already. */
export class JoinedBefore extends Error {
  override name = "JoinedBefore";
}

/** Another sweep has rung the clock already, or its time was moved. */
export class RangBefore extends Error {
  override name = "RangBefore";
}

/** What comes with a petition on its first day. */
export type Filing = {
  /** The mark of the form that was sent. */
  form: string;
  /** The query code, for whoever sends the same form again. */
  receipt: SealedText;
  /** The case that the same form was registered as, if that was lost since: its place is free. */
  insteadOf?: string;
  codeHash: string;
  phone: PhoneHashes;
  petitioner: SealedFields;
  matter: SealedFields;
};

/** One decision with everything that has to be stored with it, or not at all. */
export type Change = {
  /** The state that was decided on; `undefined` for a new case. */
  before: Case | undefined;
  after: Case;
  events: CaseEvent[];
  links?: { hash: string; for: LinkFor }[];
  /** The link that the decision came by, and whether it is used up by it. */
  cameBy?: { hash: string; usedUp: boolean };
  /** The task token that the workflow now waits on for the newest step. */
  token?: string;
  filing?: Filing;
  /** A query code that was given anew, by its hash, with the hashes of the number that goes with it. */
  code?: { hash: string; phone: PhoneHashes };
  /** What the petitioner is reached by from now on, sealed, and, where the number that goes with their code is another, that. */
  contact?: { petitioner: SealedFields; code?: { hash: string; phone: PhoneHashes } | undefined };
  /** Who acts for the petitioner from now on, sealed, with the code that is theirs. */
  agent?: SealedAgent & { codeHash: string; phone: PhoneHashes };
  /** The code by which others may join from now on, by its hash, and sealed for whoever passes it on. */
  opening?: SealedOpening & { codeHash: string };
  /** Whoever joins, sealed, with the hashes of the number that goes with their code, by whose hash they are marked. */
  signatory?: SealedSignatory & { phone: PhoneHashes };
  /** What people wrote with it, sealed, by the names that the events hold. */
  texts?: SealedTexts;
  /** The clock that gave the command, as it was when it was found due. */
  ring?: { clock: ClockName; nextAt: Instant };
};

/** What judges of cases need of the record: a case as it stands, and a way to store what was decided. */
export type Cases = {
  /** The case as the record holds it now, or `undefined`. */
  load: (id: string) => Promise<Case | undefined>;
  /**
   * Stores a decision whole or not at all, guarded by the version that it was made on. Decisions on several cases that
   * belong together are stored together or not at all.
   * @throws MovedOn, LinkUsed, FiledBefore, RangBefore when somebody was faster; WouldNotReadBack when something of it
   * could not be read again. Then nothing of it is stored.
   */
  commit: (...changes: [Change, ...Change[]]) => Promise<void>;
};
