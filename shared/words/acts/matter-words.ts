import type * as z from "zod";
import type { PetitionerActName, PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { StaffActName, StaffField } from "#case/acts/staff-acts.ts";
import type { Actor } from "#case/state/actor.ts";
import type { Case, Ended, In } from "#case/state/case.ts";
import type { Fact, FactOf } from "#case/state/event.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";

/**
 * What a sentence may speak of: the fact, who did it, and the names of the place. Days of another year than `today`'s
 * are said with their year.
 */
export type Told<T extends Fact["type"]> = {
  fact: FactOf<T>;
  by: Actor;
  number: string;
  directory: Directory;
  today: DistrictDate;
};

/** What a line about a clock may speak of; whether the case was between two steps then, and the reader's day. */
export type OnClock<T extends Fact["type"]> = {
  fact: FactOf<T>;
  directory: Directory;
  wasOnItsWay: boolean;
  today: DistrictDate;
};

/** Words about lower shares of a clock that came with a ring: a clause, or nothing where there are none. */
type SharesWords = (shares: readonly number[], lang: Lang) => string;

/** The facts that name such shares. */
type WithShares = { passedOver?: number[] | undefined };
type AlsoSays<T extends Fact["type"]> = "passedOver" extends keyof FactOf<T>
  ? FactOf<T> extends WithShares
    ? { also: SharesWords }
    : unknown
  : unknown;

/** What is said of a fact that a clock brings, or that is done to a clock. */
type ClockWords<T extends Fact["type"]> = {
  /** What came of the ring, under the clock's own name and without a full stop; or just the deed. */
  came: BilingualSentence<OnClock<T>> | "deed";
  /**
   * Why the clock did it: `told` when the sentence says so already, `share` when it names a share of the clock's time,
   * otherwise what had not happened when the clock ended.
   */
  because: "told" | "share" | ((fact: FactOf<T>) => Bilingual);
  /** What it is when the clock does the same again. */
  again: "reminded" | "noted";
} & AlsoSays<T>;

/** All that is said about one type of fact. */
export type FactWords<T extends Fact["type"]> = {
  /** What the petitioner reads: units and plain words, "you" for the reader. */
  petitioner: BilingualSentence<Told<T>>;
  /** What the office reads: who did it and on what basis. */
  office: BilingualSentence<Told<T>>;
  clock: ClockWords<T> | "never";
};

/** What the line about an act draws on: the case, the place and its rules, and the moment. */
export type Choosing = { petition: Case } & World;

/** What is said about one act of the office. */
export type ActWords = {
  /** The act as a button: a verb. */
  button: Bilingual;
  /** What it causes and who will be told, in one line, before it is chosen. */
  effect: BilingualSentence<Choosing>;
};

/** A field as a sentence calls it, and what to do when it is empty. */
export type FieldWords = { name: Bilingual; missing: Bilingual };

/** What is said of a case that has ended in one way. */
export type EndingWords<S extends Ended["status"]> = {
  /** The state, as a heading. */
  name: Bilingual;
  /** How it ended, in a sentence. */
  says: (c: In<S>) => Bilingual;
};

/** Every type of a list of facts. */
type TypesOf<Facts extends readonly z.ZodType<{ type: Fact["type"] }>[]> = Extract<
  z.infer<Facts[number]>["type"],
  Fact["type"]
>;

/** What was done, in a word or two, for every fact of a matter. Apart from the rest, since mails say only this. */
export type Deeds<Facts extends readonly z.ZodType<{ type: Fact["type"] }>[]> = {
  readonly [T in TypesOf<Facts>]: Bilingual;
};

/** What each act of the petitioner's has brought about; an answer that is opened shows itself. */
export type Notices<Acts extends object> = {
  readonly [N in Extract<keyof Acts, PetitionerActName>]: Bilingual | "shows itself";
};

/** The words for some fields. */
export type FieldsOf<Field extends StaffField | PetitionerField> = Readonly<Partial<Record<Field, FieldWords>>>;

/**
 * What is said about one matter on pages, in both languages: about each of its facts, about each act of the office, and
 * how a case ends by it. Why something is refused, and how its fields are called, where that belongs to no other matter.
 */
export type MatterWords<Facts extends readonly z.ZodType<{ type: Fact["type"] }>[], Acts extends object = object> = {
  facts: { readonly [T in TypesOf<Facts>]: FactWords<T> };
  acts: { readonly [N in Extract<keyof Acts, StaffActName>]: ActWords };
  endings?: { readonly [S in Ended["status"]]?: EndingWords<S> };
  refusals?: Readonly<Partial<Record<Refusal, Bilingual>>>;
  fields?: Readonly<Partial<Record<StaffField, FieldWords>>>;
};
