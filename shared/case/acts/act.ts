import type * as z from "zod";
import type { FieldProblem } from "#case/forms/form-text.ts";
import { type ForAgents, whyNotWhen } from "#case/offers/offer.ts";
import { type Case, type In, isIn } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import type { Fact } from "#case/state/event.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Role, Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";

/** The fields of a form, by name. */
export type Form = z.ZodObject;

/** The fields of a form that may be left out. */
type Omittable<Shape extends Form["shape"]> = {
  [Field in keyof Shape]: undefined extends z.output<Shape[Field]> ? Field : never;
}[keyof Shape];

/** What is read from a form, by its fields. */
type ReadFrom<Shape extends Form["shape"]> = {
  [Field in Exclude<keyof Shape, Omittable<Shape>>]: z.output<Shape[Field]>;
} & { [Field in Omittable<Shape>]?: z.output<Shape[Field]> };

/** The same as it was typed, as far as it was. */
type AsTyped<Shape extends Form["shape"]> = { readonly [Field in keyof Shape]?: string };

/** What somebody may do to a case, as its matter declares it. Of each act of petitioners it says whether an agent may. */
type Declared<F extends Form, S extends Case["status"], R extends Role | "petitioner"> = {
  /** What is typed for it. */
  form: F;
  /** What is wrong with fields only in the light of others, as typed. */
  together?: (typed: AsTyped<F["shape"]>) => { [Field in keyof F["shape"]]?: FieldProblem };
  /** Who does it: whose part in the case it takes. */
  role: R;
  /** The states in which it makes sense. */
  at: readonly [S, ...S[]];
  /** What a case in any other state refuses with; `notAtThisLevel` unless told. */
  elsewhere?: Refusal;
  /** Why it cannot be done now, whatever is typed. Pages ask before they offer it, and the decision asks again. */
  whyNot?: (c: In<S>, world: World) => Refusal | undefined;
  /** @param turn that of whoever of the office does it: several people may have one of a kind at a moment */
  decide: (c: In<S>, typed: ReadFrom<F["shape"]>, world: World, turn: Turn | undefined) => Decision;
  /** The fact that a petitioner's decision brings. The same decision sent again is known by it. */
  brings?: Fact["type"];
  /** With which scope an agent may do it for the petitioner. */
  agent?: ForAgents;
  /** Whether a petitioner's word counts on a page that has been overtaken, too. */
  onAnyPage?: true;
  /** Whether the turn ends with it, and the link that led here is used up. */
  turn: "ends" | "stays";
} & (R extends "petitioner" ? { agent: ForAgents } : unknown);

/** 办理动作: what somebody may do to a case, ready to be asked of any case. */
export type Act<F extends Form = Form, R extends Role | "petitioner" = Role | "petitioner"> = {
  form: F;
  together: (typed: Readonly<Record<string, string>>) => Partial<Record<string, FieldProblem>>;
  role: R;
  turn: "ends" | "stays";
  brings: Fact["type"] | undefined;
  agent: ForAgents;
  onAnyPage: boolean;
  /** Why it cannot be done to the case now, whatever is typed. */
  whyNot: (c: Case, world: World) => Refusal | undefined;
  /** What comes of it. */
  judge: (c: Case, typed: ReadFrom<F["shape"]>, world: World, turn?: Turn) => Decision;
};

/**
 * An act from its row. What is offered and what is granted are one question: `judge` refuses what `whyNot` does not offer.
 * A state that the row does not name refuses with its `elsewhere`.
 */
export const act = <F extends Form, S extends Case["status"], R extends Role | "petitioner">({
  form,
  together = () => ({}),
  role,
  at,
  elsewhere = "notAtThisLevel",
  whyNot = () => undefined,
  decide,
  brings,
  agent = "never",
  onAnyPage,
  turn,
}: Declared<F, S, R>): Act<F, R> => ({
  form,
  together,
  role,
  turn,
  brings,
  agent,
  onAnyPage: onAnyPage === true,
  whyNot: whyNotWhen({ at, elsewhere, whyNot }),
  judge: (c, typed, world, turn) => {
    if (!isIn(c, at)) return refuse(elsewhere);
    const refusal = whyNot(c, world);
    return refusal === undefined ? decide(c, typed, world, turn) : refuse(refusal);
  },
});

/** What is read from the forms of a set of acts, by the names of the acts. */
export type Typed<Acts extends { readonly [N in keyof Acts]: Pick<Act, "form"> }> = {
  [N in keyof Acts]: ReadFrom<Acts[N]["form"]["shape"]>;
};
