import type { ComponentChildren } from "preact";
import { type GivenActs, givenActs } from "#case/acts/given-acts.ts";
import type { StaffActs } from "#case/acts/staff-acts.ts";
import { type TaskDoorName, taskAddresses } from "#case/state/task-door.ts";
import { type ActWordsAt, actWordsAt, type ToldActs } from "#words/staff-words.ts";
import type { ControlsOf } from "./acts/form-fields.tsx";
import type { AskedByShown } from "./assists.tsx";
import type { LetterPreviewShown } from "./letter-preview.tsx";
import type { LetterToDeliverShown } from "./letter-to-deliver.tsx";
import type { TaskPanel } from "./task-panel.ts";
import type { ToAttachmentsShown } from "./to-attachments.tsx";
import type { ToDossierShown } from "./to-dossier.tsx";

/** Answers as letters: one that is to be delivered, and one that is looked at before it counts. */
export type AnswersDrawn = {
  ToDeliver: (shown: LetterToDeliverShown) => ComponentChildren;
  Preview: (shown: LetterPreviewShown) => ComponentChildren;
  /** The way to take the case's file out, where the answer is delivered. */
  ToDossier?: (shown: ToDossierShown) => ComponentChildren;
};

/** What the pages of a door draw besides what all of them do. */
type Drawn = {
  /** What others are asked or have to decide, beside the matter: what is asked for at this door, decided at it, or holds for who has it. */
  panels: readonly TaskPanel[];
  /** Papers beside the matter: the minutes of meetings, where they are called and where others come for them; a supervision notice. */
  Minutes: TaskPanel | undefined;
  /** Where an answer is issued or delivered. */
  answers: AnswersDrawn | undefined;
  /** Whom a deed has asked what, once it is done. */
  AskedBy: ((shown: AskedByShown) => ComponentChildren) | undefined;
  /** The way to attach something to an answer, where another unit gives one. */
  Attach: ((shown: ToAttachmentsShown) => ComponentChildren) | undefined;
};

/** Some of the office's acts with all that a page needs to give them. What it does not name its function does not carry. */
export type StaffDoor = Drawn & {
  name: TaskDoorName;
  address: (typeof taskAddresses)[TaskDoorName];
  given: GivenActs;
  told: ActWordsAt;
  controls: Partial<ControlsOf<StaffActs>>;
};

/** A door, from its acts, what is said of them, and the controls of their forms: each list is checked against the acts. */
export const staffDoor = (
  name: TaskDoorName,
  acts: Partial<StaffActs>,
  said: ToldActs,
  controls: StaffDoor["controls"],
  { panels = [], Minutes, answers, AskedBy, Attach }: Partial<Drawn> = {},
): StaffDoor => {
  const given = givenActs(acts);
  const drawn: Drawn = { panels, Minutes, answers, AskedBy, Attach };
  return { name, address: taskAddresses[name], given, told: actWordsAt(given, said), controls, ...drawn };
};
