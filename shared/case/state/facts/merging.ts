import * as z from "zod";
import { CaseId, StaffId, UnitId } from "#ground/ids.ts";
import { Level } from "#ground/levels.ts";
import { Hands } from "../actor.ts";
import { mostRequests } from "../party.ts";
import { FirstAnswer } from "./answer.ts";
import { ExtensionLetter } from "./extension.ts";
import { endsStep, goesOn, inside, type TraitsOf } from "./fact.ts";
import { entrusted } from "./promise.ts";

/** How many petitions can be handled with one: their letters are issued one by one after its own. */
export const mostMembers = 99;

/** For each request of a petition, in the order of their numbers, the number of the same one in the petition that leads. */
export const SameAsks = z.array(z.int().min(1).max(mostRequests)).min(1).max(mostRequests);
export type SameAsks = z.infer<typeof SameAsks>;

/**
 * Why a petition is handled for itself again; `leadWithdrawn`: whoever filed the one that leads has taken that back; `leadsNow`: the
 * same, and the others follow this one.
 */
const WhyUnmerged = z.enum(["petitioner", "bureau", "leadWithdrawn", "leadsNow"]);

/**
 * 并案办理: petitions of the same facts and the same requests are worked on in one of them, which leads. Each keeps its code, its
 * time set by law, its letter, its review. The first five are facts of a petition that is merged, the others of the one that leads.
 */
export const mergingFacts = [
  z.strictObject({ type: z.literal("merged"), lead: CaseId, asks: SameAsks }),
  /** A new execution takes the case up where it stood. */
  z.strictObject({
    type: z.literal("unmerged"),
    lead: CaseId,
    why: WhyUnmerged,
    to: Level,
    epoch: z.int().positive(),
  }),
  /** The petition that leads was answered, and this one by a letter of its own, whose delivery a new execution follows. */
  z.strictObject({
    type: z.literal("repliedWithLead"),
    lead: CaseId,
    unit: UnitId,
    staff: StaffId,
    /** Their own unit, where they stood in for somebody of another. */
    ownersUnit: UnitId,
    level: Level,
    letter: FirstAnswer,
    entrusted,
    /** 经手人员: who of the office has had a part in the petition that leads. */
    hands: Hands.optional(),
    epoch: z.int().positive(),
  }),
  /** The petition that leads was given more time, and this one as much, by a letter of its own. */
  z.strictObject({ type: z.literal("extendedWithLead"), lead: CaseId, letter: ExtensionLetter }),
  /** The petition that led was withdrawn, and this one is handled in another of those that were handled in it. */
  z.strictObject({ type: z.literal("leadChanged"), from: CaseId, lead: CaseId, asks: SameAsks }),
  z.strictObject({ type: z.literal("memberMerged"), member: CaseId }),
  z.strictObject({ type: z.literal("memberLeft"), member: CaseId }),
  /** `seq`: the event of the member that says what its petitioner has brought. */
  z.strictObject({ type: z.literal("memberBrought"), member: CaseId, seq: z.int().positive() }),
  /** It is withdrawn, and one of those that were handled in it leads the others from now on. `asks`: as that one was merged. */
  z.strictObject({ type: z.literal("leadPassed"), to: CaseId, asks: SameAsks }),
] as const;

export const mergingTraits: TraitsOf<typeof mergingFacts> = {
  merged: endsStep,
  unmerged: goesOn,
  repliedWithLead: goesOn,
  extendedWithLead: goesOn,
  leadChanged: goesOn,
  memberMerged: inside,
  memberLeft: inside,
  memberBrought: inside,
  leadPassed: inside,
};
