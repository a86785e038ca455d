import type { Actor, Hands, Holder } from "#case/state/actor.ts";
import type { Case, In } from "#case/state/case.ts";
import { type Decision, happened, nothingToDo, stopped } from "#case/state/decision.ts";
import { firstDue } from "#case/state/due.ts";
import { clockOf } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import type { CaseId, UnitId } from "#ground/ids.ts";
import type { Level } from "#ground/levels.ts";
import type { Written } from "#ground/written.ts";
import { deliveryBegins } from "./delivery-begins.ts";
import { issue } from "./issue.ts";
import { type AnswerParts, issueAnswer } from "./letter.ts";
import { goesOnAlone } from "./merging.ts";
import { moreTime } from "./more-time.ts";
import { entrust, firstClock } from "./promise.ts";
import { tellsHolder } from "./tells-holder.ts";

/**
 * What happened to a case, as far as it concerns one that it is merged with. Of the case that leads: it was `answered`, by whom
 * and how; `extended`; or `withdrawn`. Of one that is led: its petitioner `left`, or `brought` something by an event. Texts
 * are sealed under the key of the case to which it is carried.
 */
export type Carried =
  | { what: "answered"; author: Holder; ownersUnit: UnitId; level: Level; parts: AnswerParts; hands?: Hands }
  | { what: "extended"; days: number; reason: Written; unit: UnitId; approvedBy: Bilingual }
  | { what: "withdrawn" }
  | { what: "left" }
  | { what: "brought"; seq: number };

type AnsweredBy = Extract<Carried, { what: "answered" }>;

/** The lead's answer is this one's too, by a letter of its own: its number, its addressee, its time for a review. */
const answered = (
  c: In<"merged">,
  by: Actor,
  { author, ownersUnit, level, parts, hands }: AnsweredBy,
  world: World,
): Decision => {
  const { heard } = c;
  const epoch = c.epoch + 1;
  const letter = issueAnswer(c, author.unit, { ...parts, ...(heard && { heard }) }, world);
  const stepNo = c.stepNo + 1;
  const kept = entrust(c, { ...letter, author }, { stepNo, turn: 2, clock: firstClock(stepNo) }, world);
  return happened(
    by,
    {
      type: "repliedWithLead",
      lead: c.lead,
      ...author,
      ownersUnit,
      level,
      letter,
      ...kept.told,
      ...(hands && { hands }),
      epoch,
    },
    [...stopped(c, ["handling"]), ...deliveryBegins(c, letter, world), ...kept.clocks],
    [{ kind: "start", epoch, startAt: "window" }, { kind: "newsMail", news: "answered" }, ...kept.messages],
  );
};

/** The lead was given more time (Art. 34); so is this one, as much, unless it has been before or its time is over. */
const extended = (
  c: In<"merged">,
  by: Actor,
  { days, reason, unit, approvedBy }: Extract<Carried, { what: "extended" }>,
  world: World,
): Decision => {
  if (c.extensionDecided !== undefined || clockOf(c, "handling")?.ranOut) return nothingToDo;
  const moved = moreTime(c, "handling", days, world);
  const { article } = world.directory.policy.clocks.extension;
  const parts = { days, answerBy: moved.clock.lastDay, article, reason, approvedBy };
  return happened(
    by,
    { type: "extendedWithLead", lead: c.lead, letter: issue("extension", c, unit, parts, world) },
    [moved],
    [{ kind: "newsMail", news: "extended" }],
  );
};

/** What of a case that leads concerns this one. */
const ofLead = (c: In<"merged">, carried: Carried, world: World): Decision => {
  const by: Actor = { kind: "case", id: c.lead };
  switch (carried.what) {
    case "answered":
      return answered(c, by, carried, world);
    case "extended":
      return extended(c, by, carried, world);
    case "withdrawn":
      return goesOnAlone(c, by, "leadWithdrawn", world);
    case "left":
    case "brought":
      return nothingToDo;
  }
};

/** What of a case that is led concerns the one that leads it: whoever has it is told of what its petitioner brings. */
const ofMember = (c: In<"accepted" | "handling">, member: CaseId, carried: Carried): Decision => {
  const by: Actor = { kind: "case", id: member };
  switch (carried.what) {
    case "withdrawn":
    case "left":
      return happened(by, { type: "memberLeft", member });
    case "brought":
      return happened(
        by,
        { type: "memberBrought", member, seq: carried.seq },
        [],
        tellsHolder(c, "memberBrought", firstDue(c)?.lastDay),
      );
    case "answered":
    case "extended":
      return nothingToDo;
  }
};

/**
 * 随并案: what happened to a case comes of those that it is merged with: of each once, however often it is carried there, and of
 * none that has left meanwhile.
 */
export const carried = (
  c: Case,
  { from, carried: what }: { from: CaseId; carried: Carried },
  world: World,
): Decision => {
  if (c.status === "merged" && c.lead === from) return ofLead(c, what, world);
  const leads = (c.status === "accepted" || c.status === "handling") && c.members?.includes(from);
  return leads ? ofMember(c, from, what) : nothingToDo;
};
