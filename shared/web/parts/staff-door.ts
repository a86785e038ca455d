import type { ComponentChildren } from "preact";
import { type GivenActs, givenActs } from "#case/acts/given-acts.ts";
import type { StaffActs } from "#case/acts/staff-acts.ts";
import { type TaskDoorName, taskAddresses } from "#case/state/task-door.ts";
import { type ActWordsAt, actWordsAt, type ToldActs } from "#words/staff-words.ts";
import type { ControlsOf } from "./acts/form-fields.tsx";
import type { LetterShown } from "./letter.tsx";
import type { MeetingsShown } from "./meetings.tsx";
import type { WordShown } from "./word-told.tsx";

/** Some of the office's acts with all that a page needs to give them. What it does not name its function does not carry. */
export type StaffDoor = {
  name: TaskDoorName;
  address: (typeof taskAddresses)[TaskDoorName];
  given: GivenActs;
  told: ActWordsAt;
  controls: Partial<ControlsOf<StaffActs>>;
  /** How an answer is drawn, at a door where one is issued or delivered. */
  Letter: LetterDrawn | undefined;
  /** How meetings are drawn, at the door where they are called and where others come for them. */
  Meetings: MeetingsDrawn | undefined;
  /** How it is drawn that a petitioner was pressed to withdraw, at the door of whoever is told. */
  Word: ((shown: WordShown) => ComponentChildren) | undefined;
};

/** Meetings that were called, and the minutes of those that have met. */
export type MeetingsDrawn = { readonly [P in "Called" | "Minutes"]: (shown: MeetingsShown) => ComponentChildren };

/** An answer as a letter. */
export type LetterDrawn = (shown: LetterShown) => ComponentChildren;

/** A door, from its acts, what is said of them, and the controls of their forms: each list is checked against the acts. */
export const staffDoor = (
  name: TaskDoorName,
  acts: Partial<StaffActs>,
  said: ToldActs,
  controls: StaffDoor["controls"],
  drawn: Partial<Pick<StaffDoor, "Letter" | "Meetings" | "Word">> = {},
): StaffDoor => {
  const given = givenActs(acts);
  const { Letter, Meetings, Word } = drawn;
  return { name, address: taskAddresses[name], given, told: actWordsAt(given, said), controls, Letter, Meetings, Word };
};
