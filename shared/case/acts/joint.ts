import * as z from "zod";
import { problem } from "#case/forms/form-text.ts";
import { type Case, goingStates } from "#case/state/case.ts";
import { happened, nothingToDo, refuse } from "#case/state/decision.ts";
import {
  contactPersonsIn,
  hasAllContactPersons,
  isOpenToOthers,
  joinableStates,
  jointOf,
  readyIn,
  successorsIn,
} from "#case/state/joint.ts";
import { addressOf } from "#case/state/mailbox.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { act } from "./act.ts";

/**
 * 检举控告: a report of misconduct is opened to nobody. What it says is seen by the bureau alone, and whoever has a code
 * might be whom it is about.
 */
const whyNotOpened = (c: Case): Refusal | undefined => {
  if (c.track === "accusation") return "accusationAlone";
  return isOpenToOthers(c) ? "joiningIsOpen" : undefined;
};

const oneOfThem = z.string(problem("missing")).regex(/^[1-9]\d{0,5}$/, problem("missing"));

/** 联名, by whoever filed the petition: they let others join, by a code that they pass on, and as long as they like. */
export const jointActs = {
  /** The code is sealed by the door, and not on record. One of before lets nobody in any more. */
  openJoining: act({
    form: z.strictObject({}),
    role: "petitioner",
    agent: "never",
    at: joinableStates,
    elsewhere: "tooLateToJoin",
    brings: "joiningOpened",
    turn: "stays",
    whyNot: whyNotOpened,
    decide: (c) => happened({ kind: "petitioner" }, { type: "joiningOpened", opening: jointOf(c).openings + 1 }),
  }),

  /** Whoever has joined stays. It counts at once, whatever the page said. */
  closeJoining: act({
    form: z.strictObject({}),
    role: "petitioner",
    agent: "never",
    at: goingStates,
    elsewhere: "joiningNotOpen",
    brings: "joiningClosed",
    onAnyPage: true,
    turn: "stays",
    whyNot: (c) => (isOpenToOthers(c) ? undefined : "joiningNotOpen"),
    decide: () => happened({ kind: "petitioner" }, { type: "joiningClosed" }),
  }),

  /** 联系人: somebody who has said that they are ready is one of the contacts from now on. */
  nameContactPerson: act({
    form: z.strictObject({ signatory: oneOfThem }),
    role: "petitioner",
    agent: "never",
    at: goingStates,
    elsewhere: "nobodyReady",
    brings: "contactPersonNamed",
    turn: "stays",
    whyNot: (c) => {
      if (readyIn(c).length === 0) return "nobodyReady";
      return hasAllContactPersons(c) ? "enoughContactPersons" : undefined;
    },
    decide: (c, { signatory }) => {
      const one = readyIn(c).find((n) => String(n) === signatory);
      if (one === undefined) return refuse("nobodyReady");
      return happened({ kind: "petitioner" }, { type: "contactPersonNamed", signatory: one });
    },
  }),

  /**
   * 移交: to a contact person who would take it over. Who that is, and who has handed it over, is sealed by the door. What was
   * told to the bureau alone, or said of how the case was handled, is nobody else's to read, and a petition of which something
   * was stays whose it is.
   */
  handOver: act({
    form: z.strictObject({ signatory: oneOfThem }),
    role: "petitioner",
    agent: "never",
    at: joinableStates,
    elsewhere: "tooLateToHandOver",
    brings: "handedOver",
    turn: "stays",
    whyNot: (c) => {
      if (successorsIn(c).length === 0) return "nobodyTakesOver";
      return c.pressed === undefined && c.rating === undefined ? undefined : "toldInConfidence";
    },
    decide: (c, { signatory }) => {
      const to = successorsIn(c).find((n) => String(n) === signatory);
      if (to === undefined) return refuse("nobodyTakesOver");
      const former = jointOf(c).joined + 1;
      return happened({ kind: "petitioner" }, { type: "handedOver", to, former, address: addressOf(c) + 1 });
    },
  }),

  /** At once, whatever the page said; they go on petitioning with the others. */
  endContactPerson: act({
    form: z.strictObject({ signatory: oneOfThem }),
    role: "petitioner",
    agent: "never",
    at: goingStates,
    elsewhere: "noContactPerson",
    onAnyPage: true,
    turn: "stays",
    whyNot: (c) => (contactPersonsIn(c).length === 0 ? "noContactPerson" : undefined),
    decide: (c, { signatory }) => {
      const one = contactPersonsIn(c).find((n) => String(n) === signatory);
      if (one === undefined) return nothingToDo;
      return happened({ kind: "petitioner" }, { type: "contactPersonEnded", signatory: one });
    },
  }),
};
