import type * as z from "zod";
import type { PetitionerActName, PetitionerField, PetitionerTyped } from "#case/acts/petitioner-acts.ts";
import type { StaffActName, StaffField, StaffFieldOf } from "#case/acts/staff-acts.ts";
import type { Actor } from "#case/state/actor.ts";
import type { Case, Ended, In } from "#case/state/case.ts";
import type { Fact, FactOf } from "#case/state/event.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { Whereabouts } from "#words/level-words.ts";

/**
 * What a sentence may speak of: the fact, who did it, and the names of the place. Days of another year than `today`'s
 * are said with their year.
 */
export type Told<T extends Fact["type"]> = {
  fact: FactOf<T>;
  by: Actor;
  number: string;
  today: DistrictDate;
} & Whereabouts;

/** Who reads a sentence: petitioners are told units, never members of staff; the office is told both. */
export type Reader = "petitioner" | "staff";

/** Those who read in one way, and the sentence about each type of fact as they read it. */
export type Audience = {
  reader: Reader;
  sentences: { readonly [T in Fact["type"]]: BilingualSentence<Told<T>> };
};

/** What a line about a clock may speak of; whether the case was between two steps then, and the reader's day. */
export type OnClock<T extends Fact["type"]> = {
  fact: FactOf<T>;
  wasOnItsWay: boolean;
  today: DistrictDate;
} & Whereabouts;

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
export type ClockWords<T extends Fact["type"]> = {
  /** What came of the ring, under the clock's own name and without a full stop; or just the deed. */
  came: BilingualSentence<OnClock<T>> | "deed";
  /**
   * Why the clock did it: `told` when the sentence says so already, `share` when it names a share of the clock's time,
   * otherwise what had not happened when the clock ended.
   */
  because: "told" | "share" | ((fact: FactOf<T>) => Bilingual);
} & AlsoSays<T>;

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
type TypesOf<Facts extends FactList> = Extract<z.infer<Facts[number]>["type"], Fact["type"]>;
type FactList = readonly z.ZodType<{ type: Fact["type"] }>[];

// What is said about one matter, in both languages, one constant for each reader and place: a bundle carries what its
// function says, and a constant is carried whole.

/** What was done, in a word or two, for every fact of a matter: mails say only this. */
export type Deeds<Facts extends FactList> = { readonly [T in TypesOf<Facts>]: Bilingual };

/**
 * A sentence about every fact of a matter, for one kind of reader. Petitioners read units and plain words, and "you" for
 * themselves; the office reads who did it and on what basis.
 */
export type Sentences<Facts extends FactList> = { readonly [T in TypesOf<Facts>]: BilingualSentence<Told<T>> };

/** What is said of every fact of a matter where clocks are listed. */
export type ClockLines<Facts extends FactList> = { readonly [T in TypesOf<Facts>]: ClockWords<T> | "never" };

/** The words for every act of the office's. */
export type ActsOf<Acts extends object> = { readonly [N in Extract<keyof Acts, StaffActName>]: ActWords };

/** What each act of the petitioner's has brought about; an answer that is opened shows itself. */
export type Notices<Acts extends object> = {
  readonly [N in Extract<keyof Acts, PetitionerActName>]: Bilingual | "shows itself";
};

/** How cases end by a matter. */
export type EndingsOf = { readonly [S in Ended["status"]]?: EndingWords<S> };

/** Why something is refused, where that belongs to no other matter. */
export type RefusalsOf = Readonly<Partial<Record<Refusal, Bilingual>>>;

/** The words for some fields, where they belong to no other matter. */
export type FieldsOf<Field extends StaffField | PetitionerField> = Readonly<Partial<Record<Field, FieldWords>>>;

/** What is said about every act of a door. */
export type ActsSaid<Acts> = { readonly [N in keyof Acts]: ActWords };

/** What the fields of the acts at a door of petitioners are called. */
export type PetitionerFieldsSaid<Acts extends object> = {
  readonly [F in {
    [N in Extract<keyof Acts, PetitionerActName>]: keyof PetitionerTyped[N];
  }[Extract<keyof Acts, PetitionerActName>]]: FieldWords;
};

/** What the fields of a door's acts are called. */
export type FieldsSaid<Acts extends { readonly [N in keyof Acts & StaffActName]: unknown }> = {
  readonly [F in { [N in keyof Acts & StaffActName]: StaffFieldOf<N> }[keyof Acts & StaffActName]]: FieldWords;
};
