import * as z from "zod";
import { type Brought, Channel, type CheckedHow, WhyLate } from "#case/state/facts/registration.ts";
import type { World } from "#case/state/world.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { aboutNoPersonIn, day, dayOrNone, type FieldProblem, problem, problemsOf } from "./form-text.ts";
import { type Petition, type PetitionField, petitionFields, readPetition } from "./petition-form.ts";

/** The fields of a registration for somebody else, before those of the petition itself. */
export const broughtFields = [
  "channel",
  "receivedOn",
  "late",
  "externalNumber",
  "reportBy",
  "checked",
  "scan",
] as const;
export type BroughtField = (typeof broughtFields)[number];
/** All fields of such a form, in the order of the page. */
export const registrationFields = [...broughtFields, ...petitionFields] as const;
export type RegistrationField = BroughtField | PetitionField;

/** Characters of a number that a petition, or the scan of it, has elsewhere. */
export const mostOfNumber = 60;

/** What comes with a number: whoever asks after it there names it by that. */
const numbered: readonly Brought["channel"][] = ["hotline", "higherBody"];

/** Days from now, back and ahead, beyond which no day is taken without asking: a slip of the year is likelier. */
const mostDays = 366;

/** Who registers for somebody, and for which unit. */
export type Clerk = { staff: StaffId; unit: UnitId };

const possibleDay = (today: DistrictDate) =>
  day
    .refine((on) => on <= today, problem("inTheFuture"))
    .refine((on) => on >= dayAfter(today, -mostDays), problem("tooLongAgo"));

/** A number that nobody can be found by, or nothing. */
const numberOrNone = aboutNoPersonIn(mostOfNumber);
const numberGiven = numberOrNone.pipe(z.string(problem("missing")));

/** How it came, as far as it was typed well: what else has to be said goes by that. */
type SaidSoFar = { today: DistrictDate; receivedOn: DistrictDate | undefined; isLate: boolean; isNumbered: boolean };

const broughtForm = ({ today, receivedOn, isLate, isNumbered }: SaidSoFar) =>
  z.strictObject({
    channel: z.enum(Channel.options, problem("missing")),
    receivedOn: possibleDay(today),
    late: isLate
      ? z.enum(WhyLate.options, problem("missing"))
      : z
          .enum(["", ...WhyLate.options], problem("unknown"))
          .optional()
          .transform(() => undefined),
    externalNumber: isNumbered ? numberGiven : numberOrNone,
    reportBy: dayOrNone.refine(
      (by) => by === undefined || (by >= (receivedOn ?? by) && by <= dayAfter(today, mostDays)),
      problem("notWithinAYear"),
    ),
  });

/** 核对: what was scanned has a number. */
const checkedForm = z.discriminatedUnion(
  "checked",
  [
    z.strictObject({ checked: z.literal("readBack"), scan: numberOrNone }),
    z.strictObject({ checked: z.literal("scanned"), scan: numberGiven }),
  ],
  problem("missing"),
);

const nothingWrong = { problems: {}, broken: false };

/** A registration, or what is wrong with each field; `broken` when the form itself is not ours. */
export type RegistrationRead =
  | { petition: Petition }
  | { problems: Partial<Record<RegistrationField, FieldProblem>>; broken: boolean };

const checkedAs = ({ checked, scan }: z.output<typeof checkedForm>): CheckedHow =>
  checked === "scanned" ? { how: checked, scan } : { how: checked, ...(scan !== undefined && { scan }) };

const isBrought = (field: string): boolean => broughtFields.some((one) => one === field);

/**
 * Reads a petition that a clerk writes down for somebody: how it came, and the petition as its own form takes it. The day on
 * which it was received lies within a year; one that is entered later than the policy allows says why; a sheet of the hotline
 * and what a higher body passes on have a number there, and a scan has one here.
 */
export const readRegistration = (
  typed: Record<string, string>,
  { directory, now }: Pick<World, "now"> & { directory: Directory },
  { staff, unit }: Clerk,
): RegistrationRead => {
  const entries = Object.entries(typed);
  const own = Object.fromEntries(entries.filter(([field]) => !isBrought(field)));
  const { checked: how, scan, ...came } = Object.fromEntries(entries.filter(([field]) => isBrought(field)));
  const today = districtDate(now);
  const receivedOn = possibleDay(today).safeParse(came.receivedOn).data;
  const isLate = receivedOn !== undefined && receivedOn < dayAfter(today, -directory.policy.enteredWithin);
  const isNumbered = numbered.some((channel) => channel === came.channel);
  const brought = broughtForm({ today, receivedOn, isLate, isNumbered }).safeParse(came);
  const checked = checkedForm.safeParse({ checked: how, scan });
  const read = readPetition(own, directory);
  if (brought.success && checked.success && "petition" in read) {
    const { externalNumber: number, reportBy, late, ...told } = brought.data;
    return {
      petition: {
        ...read.petition,
        brought: {
          ...told,
          by: staff,
          unit,
          checked: checkedAs(checked.data),
          ...(number !== undefined && { number }),
          ...(reportBy !== undefined && { reportBy }),
          ...(late !== undefined && { late }),
        },
      },
    };
  }
  const wrong = brought.success ? nothingWrong : problemsOf(brought.error, broughtFields);
  const unchecked = checked.success ? nothingWrong : problemsOf(checked.error, broughtFields);
  const also = "problems" in read ? read : nothingWrong;
  return {
    problems: { ...wrong.problems, ...unchecked.problems, ...also.problems },
    broken: wrong.broken || unchecked.broken || also.broken,
  };
};
