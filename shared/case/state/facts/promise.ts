import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { goesOn, inside, remindsInside, stepNo, type TraitsOf, Unable } from "./fact.ts";

/** How much a letter may promise. */
export const mostPromises = 5;

/** 承诺事项, as a letter says it: what will be done, by which unit, and until when (《信访工作条例》 Art. 32(2)). */
export const PromiseMade = z.strictObject({
  promise: Written,
  unit: UnitId,
  /** The unit's name on the day of the letter. */
  name: Bilingual,
  until: DistrictDate,
});
export type PromiseMade = z.infer<typeof PromiseMade>;

const assignment = z.int().positive();

/** What a letter promises, as it is given to whoever has to keep it. */
const given = {
  /** Its number in the letter, from 1. */
  n: z.int().min(1).max(mostPromises),
  promise: Written,
  unit: UnitId,
  until: DistrictDate,
  /** The number of the clock that it goes by now, for its day, for the petitioner's word, or for the bureau. */
  clock: z.int().positive(),
  /** Whose turn it is; their own unit. */
  holder: Holder,
  assignment,
};
export const PromiseGiven = z.strictObject(given);
export type PromiseGiven = z.infer<typeof PromiseGiven>;

/** What a fact of an answer says of whoever has to keep what it promises: nothing where it names no units. */
export const entrusted = z.array(PromiseGiven).min(1).max(mostPromises).optional();

/** 督办: whoever of the bureau has to have a broken promise kept, in a turn of their own. */
export const Overseer = z.strictObject({
  ...Holder.shape,
  assignment,
  /** Nobody above has to any more. */
  isLast: z.literal(true).optional(),
});
export type Overseer = z.infer<typeof Overseer>;

/** 承诺事项, as it stands: a turn of whoever keeps it, the petitioner's word, or a turn of the bureau. */
export const PromiseLine = z.strictObject({
  ...given,
  /** 延期: its day was put off, which may be done once. */
  postponed: z.literal(true).optional(),
  /** Its unit says that it is done, and what was: the petitioner is asked. */
  performed: Written.optional(),
  /** It was not kept by its day, or its petitioner has said that it is not; how often. */
  broken: z.int().positive().optional(),
  overseer: Overseer.optional(),
  /** `kept`: its petitioner says so. `unconfirmed`: only its unit does. */
  over: z.enum(["kept", "unconfirmed"]).optional(),
});
export type PromiseLine = z.infer<typeof PromiseLine>;

const line = { stepNo, n: given.n, unit: UnitId };

/**
 * 承诺: a letter has promised something for a day (Art. 32). One that names units is kept by each of them, by a day of its own.
 * One that names none is its author's to keep: from the promised day on, or from the end of the time for review, whichever
 * comes first; from then on it goes as with a settlement that was agreed.
 */
export const promiseFacts = [
  z.strictObject({
    type: z.literal("promiseAwaited"),
    stepNo,
    why: z.enum(["dayCame", "reviewOver"]),
    promisedFor: DistrictDate,
    /** The execution that carries the case from then on, where it was in the review chain. */
    epoch: z.int().positive().optional(),
  }),
  /** Whoever has to keep a promise, have it kept, or say whether it is, is reminded. */
  z.strictObject({ type: z.literal("promiseReminded"), ...line, of: z.enum(["day", "word", "supervision"]) }),
  /** 报告办到: its unit says that it is done, and the petitioner is asked. */
  z.strictObject({ type: z.literal("promiseReported"), ...line, performed: Written, clock: given.clock }),
  /** Its day is over, or its petitioner says that it is not done: its unit's head has to keep it, and the bureau has it kept. */
  z.strictObject({
    type: z.literal("promiseBroken"),
    ...line,
    why: z.enum(["missed", "denied"]),
    lastDay: DistrictDate,
    reason: Written.optional(),
    to: Holder,
    assignment,
    overseer: Overseer.optional(),
    clock: given.clock,
  }),
  /** 督办: the bureau asks for it by another day. */
  z.strictObject({
    type: z.literal("promiseDemanded"),
    ...line,
    demand: Written,
    until: DistrictDate,
    clock: given.clock,
  }),
  /** 延期: the head of its unit has put its day off. */
  z.strictObject({
    type: z.literal("promisePostponed"),
    ...line,
    reason: Written,
    until: DistrictDate,
    clock: given.clock,
  }),
  /** A turn has passed on: its holder asks the head of their unit, cannot keep it, or the bureau was silent. */
  z.strictObject({
    type: z.literal("promisePassedOn"),
    ...line,
    part: z.enum(["promiser", "overseer"]),
    how: z.enum([...Unable.options, "asked", "silent"]),
    reason: Written.optional(),
    from: StaffId,
    to: Holder,
    assignment,
  }),
  /** The petitioner says that it is kept, or has said nothing. */
  z.strictObject({ type: z.literal("promiseOver"), ...line, how: z.enum(["kept", "unconfirmed"]) }),
] as const;

export const promiseTraits: TraitsOf<typeof promiseFacts> = {
  promiseAwaited: goesOn,
  promiseReminded: remindsInside,
  promiseReported: goesOn,
  promiseBroken: goesOn,
  promiseDemanded: goesOn,
  promisePostponed: goesOn,
  promisePassedOn: inside,
  promiseOver: goesOn,
};
