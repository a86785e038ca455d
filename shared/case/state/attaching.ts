import type { Directory, Staff } from "#directory/directory.ts";
import { type Case, isIn } from "./case.ts";
import type { Assist } from "./facts/assistance.ts";
import {
  type Attachment,
  mostAttached,
  mostAttachments,
  mostRefusedAttachments,
  type NotAttached,
} from "./facts/attachments.ts";
import type { FileName } from "./facts/files.ts";
import type { Turn } from "./turn.ts";

/** A turn at a step, whoever has it. */
export type AtStep = Pick<Turn, "stepNo" | "assignment">;

/**
 * What was asked in a turn, as long as something may be attached to the answer: before it is given, and after, until the step
 * ends. Whoever was called to a meeting answers nothing.
 */
export const attachableIn = (c: Case, { stepNo, assignment }: AtStep): Assist | undefined =>
  isIn(c, ["handling"]) && c.stepNo === stepNo
    ? c.assists?.find(
        (one) =>
          one.assignment === assignment && one.as !== "invited" && (one.over === undefined || one.over === "given"),
      )
    : undefined;

/** Whoever may attach something in a turn: its holder, as long as they are of the unit that they were asked in. */
export const attacherIn = (c: Case, turn: Turn, directory: Directory): { asked: Assist; person: Staff } | undefined => {
  const asked = attachableIn(c, turn);
  if (asked?.holder.staff !== turn.staff) return undefined;
  const person = directory.staff.find(({ id, unit }) => id === turn.staff && unit === asked.holder.unit);
  return person && { asked, person };
};

/** What units have attached to their answers. */
export const attachmentsOf = ({ attachments = [] }: Pick<Case, "attachments">): Attachment[] =>
  attachments.flatMap((one) => ("kind" in one ? [one] : []));

/** What was sent and not taken. */
const notAttached = ({ attachments = [] }: Case): NotAttached[] =>
  attachments.flatMap((one) => ("why" in one ? [one] : []));

/** What was asked at a step, by its number there. */
type AskedAt = { stepNo: number; n: number };
const isTo = (one: Attachment | NotAttached, { stepNo, n }: AskedAt): boolean =>
  one.stepNo === stepNo && one.asked === n;

/** What is attached to the answer to that. */
export const attachedTo = (c: Case, asked: AskedAt): Attachment[] => attachmentsOf(c).filter((one) => isTo(one, asked));

/** Of what was sent with that answer, what was not taken. */
export const notAttachedTo = (c: Case, asked: AskedAt): NotAttached[] =>
  notAttached(c).filter((one) => isTo(one, asked));

/** Why nothing more is attached to an answer. */
export type WhyNotAttach = "enough" | "caseHasEnough" | "refusedEnough";

export const whyNotAttach = (c: Case, asked: AskedAt): WhyNotAttach | undefined => {
  if (notAttached(c).length >= mostRefusedAttachments) return "refusedEnough";
  if (attachmentsOf(c).length >= mostAttachments) return "caseHasEnough";
  return attachedTo(c, asked).length >= mostAttached ? "enough" : undefined;
};

/** What has become of what was sent under a name, as far as the case knows. */
export const attachmentNamed = (
  { attachments = [] }: Pick<Case, "attachments">,
  name: FileName,
): Attachment | NotAttached | undefined => attachments.find((one) => one.name === name);
