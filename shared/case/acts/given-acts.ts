import type * as z from "zod";
import { type Case, hasEnded } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import { isHandsOff } from "#case/state/hands-off.ts";
import { rightIn } from "#case/state/rights.ts";
import { partsIn } from "#case/state/standing.ts";
import { type Role, sameTurn, type Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { Act, Form, Typed } from "./act.ts";
import { formsOf } from "./act-forms.ts";
import type { StaffActName, StaffActs, StaffCommand, StaffCommands } from "./staff-acts.ts";

/** An act as one of the list: what is read from its form is what it judges. */
type StaffRow<N extends StaffActName> = Pick<Act<Form, Role>, "role" | "turn" | "whyNot"> & {
  form: z.ZodType<Typed<StaffActs>[N]>;
  judge: (c: Case, command: StaffCommands[N], world: World, turn: Turn) => Decision;
};

/** What one who comes by the link for a turn asks to be done. */
type StaffAsked = { by: Turn["staff"]; stepNo: number; assignment: number; act: StaffCommand };

/** What somebody may do of whom it is asked that they have no part in the case, before that is decided: to step aside. */
const withHandsOff: readonly StaffActName[] = ["recuse"];

/** The acts that a door gives: their forms, to whom they are offered, and how they are judged. No other is known there. */
export const givenActs = (acts: Partial<StaffActs>) => {
  const forms = formsOf<StaffActs>(acts);
  const rows: { readonly [N in StaffActName]?: StaffRow<N> } = acts;

  /** The row of a command's name judges it; a union type would lose the tie between them. */
  const judged = <N extends StaffActName>(
    name: N,
    command: StaffCommands[N],
    c: Case,
    world: World,
    turn: Turn,
  ): Decision => rows[name]?.judge(c, command, world, turn) ?? refuse("notAtThisLevel");

  /** Whether an act ends the person's turn and with it the link; the others leave the link usable. */
  const endsTurn = (name: StaffActName): boolean => rows[name]?.turn === "ends";

  /** The acts that a part in the case allows now, most likely first. */
  const offeredTo = (role: Role, c: Case, world: World): StaffActName[] => {
    const parts = partsIn(c).filter((part) => part.role === role);
    if (parts.length === 0) return [];
    const rests = parts.every((part) => isHandsOff(c, part));
    const isAllowed = (name: StaffActName): boolean => !rests || withHandsOff.includes(name);
    return forms.names.filter(
      (name) => rows[name]?.role === role && isAllowed(name) && rows[name].whyNot(c, world) === undefined,
    );
  };

  return {
    /** The names (in the order of likelihood), fields and reading of the forms. */
    forms,
    endsTurn,
    offeredTo,

    /**
     * The acts that are shown to a part in the case: those that it allows now, and one that was sent and that time or
     * somebody else has withdrawn, so that what was typed in its form stays. Where it makes no sense at all it goes.
     */
    shownTo: (role: Role, c: Case, world: World, sent?: StaffActName): StaffActName[] => {
      const offered = offeredTo(role, c, world);
      if (sent === undefined || offered.includes(sent) || rows[sent]?.role !== role) return offered;
      const isWithdrawn = forms.fieldsOf(sent).length > 0 && rows[sent].whyNot(c, world) !== "notAtThisLevel";
      return isWithdrawn ? [...offered, sent] : offered;
    },

    /** Whether one click does an act: nothing is typed for it, and the turn goes on, so that nothing is lost by it. */
    isOneClick: (name: StaffActName): boolean => forms.fieldsOf(name).length === 0 && !endsTurn(name),

    /** Judges an act that came by the link for a turn. */
    decideStaff: (c: Case, { by: staff, stepNo, assignment, act }: StaffAsked, world: World): Decision => {
      if (hasEnded(c) && partsIn(c).length === 0) return refuse("ended");
      const turn = { staff, stepNo, assignment };
      const right = rightIn(c, turn, world.directory);
      if ("barred" in right) return refuse("movedOn");
      if (rows[act.command]?.role !== right.role) return refuse("notAtThisLevel");
      const rests = partsIn(c).some((part) => sameTurn(part, turn) && isHandsOff(c, part));
      if (rests && !withHandsOff.includes(act.command)) return refuse("recusalPending");
      return judged(act.command, act, c, world, turn);
    },
  };
};
export type GivenActs = ReturnType<typeof givenActs>;

/** Whether an act issues a letter, which is looked at before it counts. */
export const issuesLetter = (name: StaffActName): boolean => name === "reply" || name === "correctLetter";
