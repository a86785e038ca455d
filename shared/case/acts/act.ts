import type * as z from "zod";
import { type Case, type In, isIn } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Role } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";

/** The fields of a form, by name. */
export type Form = z.ZodObject;

/** What is read from a form, by its fields. */
type ReadFrom<Shape extends Form["shape"]> = { [Field in keyof Shape]: z.output<Shape[Field]> };

/** What somebody may do to a case, as its matter declares it. */
type Declared<F extends Form, S extends Case["status"], R extends Role | "petitioner"> = {
  /** What is typed for it. */
  form: F;
  /** Who does it: whose part in the case it takes. */
  role: R;
  /** The states in which it makes sense. */
  at: readonly [S, ...S[]];
  /** What a case in any other state refuses with; `notAtThisLevel` unless told. */
  elsewhere?: Refusal;
  /** Why it cannot be done now, whatever is typed. Pages ask before they offer it, and the decision asks again. */
  whyNot?: (c: In<S>, world: World) => Refusal | undefined;
  decide: (c: In<S>, typed: ReadFrom<F["shape"]>, world: World) => Decision;
  /** Whether the turn ends with it, and the link that led here is used up. */
  turn: "ends" | "stays";
};

/** 办理动作: what somebody may do to a case, ready to be asked of any case. */
export type Act<F extends Form = Form, R extends Role | "petitioner" = Role | "petitioner"> = {
  form: F;
  role: R;
  turn: "ends" | "stays";
  /** Why it cannot be done to the case now, whatever is typed. */
  whyNot: (c: Case, world: World) => Refusal | undefined;
  /** What comes of it. */
  judge: (c: Case, typed: ReadFrom<F["shape"]>, world: World) => Decision;
};

/**
 * An act from its row. What is offered and what is granted are one question: `judge` refuses what `whyNot` does not offer.
 * A state that the row does not name refuses with its `elsewhere`.
 */
export const act = <F extends Form, S extends Case["status"], R extends Role | "petitioner">({
  form,
  role,
  at,
  elsewhere = "notAtThisLevel",
  whyNot = () => undefined,
  decide,
  turn,
}: Declared<F, S, R>): Act<F, R> => ({
  form,
  role,
  turn,
  whyNot: (c, world) => (isIn(c, at) ? whyNot(c, world) : elsewhere),
  judge: (c, typed, world) => {
    if (!isIn(c, at)) return refuse(elsewhere);
    const refusal = whyNot(c, world);
    return refusal === undefined ? decide(c, typed, world) : refuse(refusal);
  },
});

/** What is read from the forms of a set of acts, by the names of the acts. */
export type Typed<Acts extends { readonly [N in keyof Acts]: Pick<Act, "form"> }> = {
  [N in keyof Acts]: ReadFrom<Acts[N]["form"]["shape"]>;
};
