import { barring } from "#case/state/barred.ts";
import { type Case, isOpen, type Open } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import type { RecusalGround, RecusalLetter, RecusalRefusal } from "#case/state/facts/recusal.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { Staff } from "#directory/directory.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { isAnybodyLeft, mayDecide } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { handOver } from "./hand-over.ts";
import { issue } from "./issue.ts";
import { unitNamed } from "./unit-named.ts";

/** What a petitioner has asked for, on which day and why, and what comes of it. */
export type RecusalAsked = {
  staff: StaffId;
  askedOn: DistrictDate;
  why: RecusalGround;
  decision: "granted" | RecusalRefusal;
};

/** What it rests on. */
const article = { zh: "《信访工作条例》第二十八条第三款", en: "Regulations on Petition Work, Art. 28(3)" };

/** Who decides: the unit's head or whoever decides in their place, and nobody on themselves. */
const decider = (c: Open, by: StaffId, staff: StaffId, { directory }: World): Staff | { refused: Refusal } => {
  const head = directory.staff.find(({ id }) => id === by);
  if (head === undefined || by === staff || !mayDecide(directory, c.unit, by)) return { refused: "decidesNoRecusal" };
  return isComplainedAbout(directory, c.about, head) ? { refused: "complainedAbout" } : head;
};

const whyNot = (
  c: Open,
  { staff, askedOn, decision }: RecusalAsked,
  { directory, now }: World,
): Refusal | undefined => {
  const named = directory.staff.find(({ id }) => id === staff);
  if (named === undefined) return "unknownOfficial";
  if (isComplainedAbout(directory, c.about, named)) return "recusedAlready";
  if (askedOn > districtDate(now) || askedOn < (c.receivedOn ?? districtDate(c.registeredAt))) {
    return "recusalDateImpossible";
  }
  const isLast = decision === "granted" && !isAnybodyLeft(directory, barring(c, staff).about);
  return isLast ? "nobodyElse" : undefined;
};

/**
 * 回避决定: a petitioner has asked, in person, by letter or by telephone, that somebody have no part in the case. The unit's
 * head decides, or of the head whoever is above; what is granted has effect at once, as if that person had stepped aside.
 * Source: 《信访工作条例》 Art. 28(3); the law names no days, and the district's own are not kept by a clock so far.
 */
export const decideRecusal = (c: Case, { by, ...asked }: { by: StaffId } & RecusalAsked, world: World): Decision => {
  if (!isOpen(c)) return refuse("noStepOpen");
  const { staff, askedOn, why, decision } = asked;
  const head = decider(c, by, staff, world);
  if ("refused" in head) return refuse(head.refused);
  const barred = whyNot(c, asked, world);
  if (barred !== undefined) return refuse(barred);
  const { directory } = world;
  const decided: RecusalLetter["decision"] =
    decision === "granted" ? { is: "granted" } : { is: "refused", because: decision };
  const letter = issue(
    "recusal",
    c,
    head.unit,
    {
      ...{ askedOn, why, decision: decided, article },
      decidedBy: unitNamed(head.unit, directory).name,
      responsible: unitNamed(c.unit, directory),
    },
    world,
  );
  const told = happened(
    { kind: "staff", id: by },
    { type: "recusalDecided", stepNo: c.stepNo, staff, letter },
    [],
    [{ kind: "newsMail", news: "recusalDecided" }],
  );
  const passed = decision === "granted" ? handOver(barring(c, staff), world) : { events: [] };
  return "refused" in passed || "refused" in told ? told : { events: [...passed.events, ...told.events] };
};
