import * as z from "zod";
import { OtherLimit } from "#clock/other-limit.ts";
import { Track } from "#clock/track.ts";
import { About } from "#directory/directory.ts";
import { CategoryId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Holder } from "../actor.ts";
import { mostRequests } from "../party.ts";
import { ReceiptLetter } from "./acceptance.ts";
import { goesOn, type TraitsOf } from "./fact.ts";

/** 来件渠道: how a petition came that somebody registers for whoever brings it. */
export const Channel = z.enum(["window", "visit", "telephone", "letter", "mailbox", "hotline", "higherBody"]);
export type Channel = z.infer<typeof Channel>;

/**
 * 核对: how it was made sure that what is registered is what was said or written. `readBack`: whoever brought it heard it
 * and agreed. `scanned`: it was compared with the original. `scan` is the number under which the scan of it is kept.
 */
export const CheckedHow = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("readBack"), scan: z.string().optional() }),
  z.strictObject({ how: z.literal("scanned"), scan: z.string() }),
]);
export type CheckedHow = z.infer<typeof CheckedHow>;
export const checkedHow = ["readBack", "scanned"] as const satisfies readonly CheckedHow["how"][];

/** Why it was entered long after it was received. */
export const WhyLate = z.enum(["underWay", "passedOn", "systemDown", "overlooked"]);
export type WhyLate = z.infer<typeof WhyLate>;

/** 代登记: how a petition came that a member of staff registers, who is the event's actor. */
export const Brought = z.strictObject({
  channel: Channel,
  /** 收到之日: each time limit counts from it, and not from the day on which it was entered. */
  receivedOn: DistrictDate,
  /** Whose member of staff has received it. */
  unit: UnitId,
  /** Its number there, where another body or another office has given it one. */
  number: z.string().optional(),
  /** The day by which whoever passed it on wants to hear what came of it (Art. 22: 交办). */
  reportBy: DistrictDate.optional(),
  checked: CheckedHow,
  late: WhyLate.optional(),
});
export type Brought = z.infer<typeof Brought>;

/** 登记: a petition enters, whatever becomes of it. */
export const registrationFacts = [
  z.strictObject({
    type: z.literal("registered"),
    category: CategoryId,
    /** 办理途径: what its category usually is. */
    track: Track,
    /** None where the petitioner does not know it. */
    community: UnitId.optional(),
    /** SHA-256 of the petition's own words, which are kept encrypted beside the case. */
    matterHash: z.string(),
    about: About,
    /** No name was left: letters are made out to the petitioner, and no papers can prove who that is. */
    unnamed: z.literal(true).optional(),
    /** A postal address was left: letters can be posted. */
    postal: z.literal(true).optional(),
    /** How many requests it makes. What they are is among its own words. */
    requests: z.int().min(1).max(mostRequests),
    /** The category is urgent: its steps are short, and its reminders are mailed at once. */
    urgent: z.literal(true).optional(),
    responsible: Holder,
    /** How it came, where it was not its petitioner who filed it. */
    brought: Brought.optional(),
    /** The time limits of other bodies that may concern it, which it was told run on. */
    limits: z.array(OtherLimit),
    /** None where it was accepted at once, which its letter says. */
    letter: ReceiptLetter.optional(),
  }),
] as const;

export const registrationTraits: TraitsOf<typeof registrationFacts> = {
  registered: goesOn,
};
