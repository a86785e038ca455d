import * as z from "zod";
import { type Case, goingStates } from "#case/state/case.ts";
import { happened } from "#case/state/decision.ts";
import { isOpenToOthers, joinableStates, jointOf } from "#case/state/joint.ts";
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
};
