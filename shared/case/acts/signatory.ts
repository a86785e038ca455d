import { type Case, hasEnded, isIn } from "#case/state/case.ts";
import { type Decision, happened, nothingToDo, refuse } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import {
  contactPersonsIn,
  isOpenToOthers,
  isSignatory,
  joinableStates,
  jointOf,
  mostReady,
  readyIn,
  successorsIn,
} from "#case/state/joint.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import { tellsOwner, turnsOrdinary } from "./turns-ordinary.ts";

/** Why nobody can join with the code of an opening now. */
export const whyNotJoined = (c: Case, opening: number): Refusal | undefined => {
  if (!isIn(c, joinableStates)) return "tooLateToJoin";
  return isOpenToOthers(c) && jointOf(c).openings === opening ? undefined : "joiningNotOpen";
};

/**
 * 联名: whoever has the code joins. Name, phone and a code of their own are sealed by the door. No clock is touched, but that
 * a joint petition is none for the simple way: its first signatory turns it ordinary. Source: 国信发〔2016〕8号.
 */
export const join = (c: Case, { opening }: { opening: number }, world: World): Decision => {
  const refusal = whyNotJoined(c, opening);
  if (refusal !== undefined) return refuse(refusal);
  const signatory = jointOf(c).joined + 1;
  const joined: NewEvent = {
    by: { kind: "signatory", n: signatory },
    fact: { type: "joined", signatory },
    clocks: [],
    messages: [],
  };
  if (c.track !== "simple" || !isIn(c, ["accepted", "handling"])) return { events: [joined] };
  const { fact, change } = turnsOrdinary(c, "joint", world);
  const { version } = world.directory.policy;
  const turned: NewEvent = {
    by: { kind: "policy", version },
    fact,
    clocks: [change],
    messages: [...tellsOwner(c, fact), { kind: "newsMail", news: "turnedOrdinary" }],
  };
  return { events: [joined, turned] };
};

/** Whoever has joined leaves: at once, for no reason that they give, and whatever has happened since they looked. */
export const leave = (c: Case, { signatory }: { signatory: number }): Decision => {
  if (!isSignatory(c, signatory)) return refuse("leftBefore");
  if (hasEnded(c)) return refuse("ended");
  return happened({ kind: "signatory", n: signatory }, { type: "left", signatory });
};

/** 愿意接手: a contact person would take the petition over from whoever filed it, who may then hand it to them. */
const offerToTakeOver = (c: Case, signatory: number): Decision => {
  if (!contactPersonsIn(c).includes(signatory)) return refuse("noContactPersonYet");
  if (successorsIn(c).includes(signatory)) return nothingToDo;
  return happened({ kind: "signatory", n: signatory }, { type: "takeOverReady", signatory });
};

/**
 * 联系人: whoever has joined says that they are ready to be a contact, so that whoever filed it, and those who work on it, may
 * know who they are; or that they are no more. Both count at once, and to say either twice does nothing.
 */
export const stand = (
  c: Case,
  { signatory, ready, takesOver }: { signatory: number; ready: boolean; takesOver?: boolean | undefined },
): Decision => {
  if (!isSignatory(c, signatory)) return refuse("leftBefore");
  if (hasEnded(c)) return refuse("ended");
  if (takesOver) return offerToTakeOver(c, signatory);
  const stands = readyIn(c).includes(signatory) || contactPersonsIn(c).includes(signatory);
  if (stands === ready) return nothingToDo;
  if (ready && readyIn(c).length >= mostReady) return refuse("enoughReady");
  return happened(
    { kind: "signatory", n: signatory },
    { type: ready ? "contactPersonReady" : "contactPersonEnded", signatory },
  );
};
