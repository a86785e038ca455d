import type { PeriodKind } from "#clock/clock.ts";
import type { Policy } from "#clock/policy.ts";
import { type EntryId, type RegisterName, registerOf } from "#ground/ids.ts";
import { NewerThanThisBuild } from "#record/row.ts";
import type { Values } from "./entry.ts";
import type { EntryFields, Field, PersonField } from "./fields.ts";

/** A rule of the policy that gives a clock its time. */
export type RuleName = PeriodKind & keyof Policy["clocks"];

/** Whose turn a state is: the bureau's head, the head of the unit in a field, or whoever has opened the entry. */
export type StateOwner<UnitField extends string = string> =
  | { readonly of: "bureau" }
  | { readonly of: "opener" }
  | { readonly of: "unit"; readonly field: UnitField };

/** Who else is told: whoever has opened the entry, the bureau's head, the head right above the unit whose turn it is. */
export type ToldWhom = "opener" | "bureau" | "above";

/**
 * What comes of a state whose time is over. It `stays` with whoever has it, who is told, as are the others that are named, and
 * its time begins anew; it `passesUp` to the head right above, with the same time; it `becomes` another state.
 */
export type Late<State extends string = string> =
  | { readonly comes: "stays"; readonly tells: readonly ToldWhom[] }
  | { readonly comes: "passesUp" }
  | { readonly comes: "becomes"; readonly state: State };

/** What whoever has the turn may do: in which states, with which form, and which state comes of it. */
export type RegisterAct<State extends string = string> = {
  readonly at: readonly State[];
  readonly form: EntryFields;
  readonly to: State | ((typed: Values) => State);
  /** Who hears of it beside whose turn it is then. */
  readonly tells?: readonly ToldWhom[];
};

/** The names of the fields that hold a unit. */
type UnitFields<F extends EntryFields> = {
  [Name in keyof F & string]: F[Name]["holds"] extends "unit" ? Name : never;
}[keyof F & string];

/**
 * All that a register is: 登记簿. Words for it stand in words/registers; links, clocks, mails and pages derive from it.
 * A state without an owner is an end. The first state is that in which an entry is opened.
 */
export type Register<
  State extends string = string,
  F extends EntryFields = EntryFields,
  Parties extends PartiesOf = PartiesOf,
> = {
  readonly kind: RegisterName;
  /** 一事一记: each entry is one matter. What recurs, with a duty for each period, is another flavour, which nothing needs yet. */
  readonly flavour: "file";
  /** The only place for people. */
  readonly parties?: Parties;
  readonly fields: F;
  readonly states: readonly [State, ...State[]];
  readonly owner: { readonly [S in State]?: StateOwner<UnitFields<F>> };
  readonly clocks: { readonly [S in State]?: { readonly rule: RuleName; readonly late: Late<State> } };
  readonly acts: Readonly<Record<string, RegisterAct<State>>>;
  /** Whether an entry rests on events of cases. */
  readonly links: "case" | "none";
};

/** The parties of an entry, each with what it is known by. */
export type PartiesOf = Readonly<Record<string, Readonly<Record<string, PersonField>>>>;

/** A register as whatever works with all of them knows it. */
export type AnyRegister = Omit<Register, "owner"> & {
  readonly owner: Readonly<Record<string, StateOwner | undefined>>;
};
/** Registers by the kind of their entries. */
export type Registers = Readonly<Record<RegisterName, AnyRegister>>;

/** What is wrong with a register that compiles: a field that two forms keep in different ways. Nothing as a rule. */
const faultOf = ({ kind, fields, acts }: Pick<AnyRegister, "kind" | "fields" | "acts">): string | undefined => {
  const known = new Map<string, Field>(Object.entries(fields));
  for (const [name, field] of Object.values(acts).flatMap(({ form }) => Object.entries(form))) {
    const before = known.get(name) ?? field;
    if (before.kept !== field.kept) return `${kind}: the field "${name}" is open in one form and sealed in another`;
    known.set(name, field);
  }
  return undefined;
};

/** A register. @throws when two of its forms keep one field in different ways */
export const register = <
  const State extends string,
  const F extends EntryFields,
  const Parties extends PartiesOf,
  const Acts extends Readonly<Record<string, RegisterAct<State>>>,
>(
  spec: Omit<Register<State, F, Parties>, "acts"> & { readonly acts: Acts },
): Omit<Register<State, F, Parties>, "acts"> & { readonly acts: Acts } => {
  const fault = faultOf(spec);
  if (fault !== undefined) throw new Error(fault);
  return spec;
};

/** The states of a register, its acts, and the fields that it is opened with or that its acts give, by their names. */
export type EntryStateOf<R extends AnyRegister> = R["states"][number];
export type EntryActOf<R extends AnyRegister> = keyof R["acts"] & string;
export type EntryFieldOf<R extends AnyRegister> =
  | (keyof R["fields"] & string)
  | { [A in keyof R["acts"]]: keyof R["acts"][A]["form"] & string }[keyof R["acts"]];

/** The register that an entry belongs to. @throws NewerThanThisBuild where this build does not know it: it waits for one that does */
export const registerIn = (registers: Registers, id: EntryId): AnyRegister => {
  const kind = registerOf(id);
  const found = kind === undefined ? undefined : registers[kind];
  if (found === undefined) throw new NewerThanThisBuild(`${id}: an entry of a register that this build does not know`);
  return found;
};

/** All fields that an entry may hold, in the order in which they come about. */
export const fieldsOf = ({ fields, acts }: AnyRegister): EntryFields => ({
  ...fields,
  ...Object.fromEntries(Object.values(acts).flatMap(({ form }) => Object.entries(form))),
});
