import * as z from "zod";
import { problem, prose } from "#case/forms/form-text.ts";
import { type Case, isIn } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import { NotSimple } from "#case/state/facts/simple.ts";
import type { World } from "#case/state/world.ts";
import type { StaffId } from "#ground/ids.ts";
import { act } from "./act.ts";
import { whyNotOfTheBureau } from "./bureau-officer.ts";
import { byOwner } from "./by-owner.ts";
import { tellsOwner, turnsOrdinary } from "./turns-ordinary.ts";

/** What is typed by whoever says that a matter is none for the simple way. */
export const notSimpleFields = {
  notSimple: z.enum(NotSimple.options, problem("missing")),
  reason: prose("reason"),
};

/** 不适用简易办理. */
export const simpleActs = {
  /** Whoever works on it finds that it is no simple matter. The open step keeps its day: nobody gains time for it by this. */
  turnOrdinary: act({
    form: z.strictObject(notSimpleFields),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c) => (c.track === "simple" ? undefined : "notHandledSimply"),
    decide: (c, { notSimple, reason }, world) => {
      const { fact, change } = turnsOrdinary(c, notSimple, world);
      return happened(byOwner(c), { ...fact, reason }, [change], [{ kind: "newsMail", news: "turnedOrdinary" }]);
    },
  }),
};

/** The bureau, who may know of what its owner does not, says so of a case that is somebody else's. */
export const turnOrdinary = (c: Case, { by, why }: { by: StaffId; why: NotSimple }, world: World): Decision => {
  const barred = whyNotOfTheBureau(c, by, world.directory);
  if (barred !== undefined) return refuse(barred);
  if (!isIn(c, ["accepted", "handling"]) || c.track !== "simple") return refuse("notHandledSimply");
  const { fact, change } = turnsOrdinary(c, why, world);
  return happened(
    { kind: "staff", id: by },
    fact,
    [change],
    [...tellsOwner(c, fact), { kind: "newsMail", news: "turnedOrdinary" }],
  );
};
