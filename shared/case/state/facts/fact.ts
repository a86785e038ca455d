import * as z from "zod";

/** What the project has to know of every type of fact besides its fields. */
export type Trait = {
  /** Whether the open step ends with it: then its owner's turn is over and the case is on its way, answered or ended. */
  step: "ends" | "goesOn";
  /**
   * `office`: what goes on inside, reminders of staff and the care of machinery, is not told to petitioners. `petitioner`: it is
   * theirs alone, and neither the office nor those who act or petition with them are told.
   */
  told: "everybody" | "office" | "petitioner";
  /** The promise is broken, or nobody is above to pass it to: the bureau's supervision begins. */
  late?: true;
  /** It is between the petitioner and the head of the bureau: the pages of those who work on the case leave it out. */
  apart?: true;
  /** A clock brings it again and again, and each time somebody of the office is reminded. */
  reminds?: true;
};

/** Everybody is told, and the step goes on: so it is with most facts. */
export const goesOn: Trait = { step: "goesOn", told: "everybody" };
/** Everybody is told, and the step ends with it. */
export const endsStep: Trait = { step: "ends", told: "everybody" };
/** The office alone is told: it goes on inside. */
export const inside: Trait = { step: "goesOn", told: "office" };
/** The office alone is told, of a reminder to one of its people. */
export const remindsInside: Trait = { step: "goesOn", told: "office", reminds: true };

/** The traits of the facts of one matter: each of its types is named. */
export type TraitsOf<Facts extends readonly z.ZodType<{ type: string }>[]> = {
  readonly [T in z.infer<Facts[number]>["type"]]: Trait;
};

/** Why somebody could not keep a turn that was theirs, so that it passed on. */
export const Unable = z.enum(["whileAway", "unreachable", "left", "recused"]);
export type Unable = z.infer<typeof Unable>;

/** The number of a step, from 1. */
export const stepNo = z.int().positive();

/** Shares of the clock whose moment had come too when it did more than remind: they get no notice of their own. */
export const passedOver = z.array(z.int()).optional();
