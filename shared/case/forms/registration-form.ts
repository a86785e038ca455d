import * as z from "zod";
import { Channel, HowChecked, WhyLate } from "#case/state/facts/registration.ts";
import type { World } from "#case/state/world.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { aboutNoPersonIn, day, type FieldProblem, problem, problemsOf } from "./form-text.ts";
import { type Petition, type PetitionField, petitionFields, readPetition } from "./petition-form.ts";

/** The fields of a registration for somebody else, before those of the petition itself. */
export const broughtFields = ["channel", "receivedOn", "externalNumber", "checked", "late"] as const;
export type BroughtField = (typeof broughtFields)[number];
/** All fields of such a form, in the order of the page. */
export const registrationFields = [...broughtFields, ...petitionFields] as const;
export type RegistrationField = BroughtField | PetitionField;

/** Characters of the number that another body has given a petition. */
export const mostOfExternalNumber = 60;

/** Days before which nothing is registered any more without asking: a slip of the year is likelier. */
const mostDaysAgo = 366;

/** Who registers for somebody, and for which unit. */
export type Clerk = { staff: StaffId; unit: UnitId };

const possibleDay = (today: DistrictDate) =>
  day
    .refine((on) => on <= today, problem("inTheFuture"))
    .refine((on) => on >= dayAfter(today, -mostDaysAgo), problem("tooLongAgo"));

/** @param isLate whether it says why it is entered only now */
const broughtForm = (today: DistrictDate, isLate: boolean) =>
  z.strictObject({
    channel: z.enum(Channel.options, problem("missing")),
    receivedOn: possibleDay(today),
    externalNumber: aboutNoPersonIn(mostOfExternalNumber),
    checked: z.enum(HowChecked.options, problem("missing")),
    late: isLate
      ? z.enum(WhyLate.options, problem("missing"))
      : z
          .enum(["", ...WhyLate.options], problem("unknown"))
          .optional()
          .transform(() => undefined),
  });

/** A registration, or what is wrong with each field; `broken` when the form itself is not ours. */
export type RegistrationRead =
  | { petition: Petition }
  | { problems: Partial<Record<RegistrationField, FieldProblem>>; broken: boolean };

const isBrought = (field: string): boolean => broughtFields.some((one) => one === field);

/**
 * Reads a petition that a clerk writes down for somebody: how it came, and the petition as its own form takes it. The day on
 * which it was received lies within a year; one that is entered later than the policy allows says why.
 */
export const readRegistration = (
  typed: Record<string, string>,
  { directory, now }: Pick<World, "now"> & { directory: Directory },
  { staff, unit }: Clerk,
): RegistrationRead => {
  const entries = Object.entries(typed);
  const own = Object.fromEntries(entries.filter(([field]) => !isBrought(field)));
  const came = Object.fromEntries(entries.filter(([field]) => isBrought(field)));
  const today = districtDate(now);
  const received = possibleDay(today).safeParse(came.receivedOn);
  const isLate = received.success && received.data < dayAfter(today, -directory.policy.enteredWithin);
  const brought = broughtForm(today, isLate).safeParse(came);
  const read = readPetition(own, directory);
  if (brought.success && "petition" in read) {
    const { externalNumber: number, late, ...told } = brought.data;
    return {
      petition: {
        ...read.petition,
        brought: {
          ...told,
          by: staff,
          unit,
          ...(number !== undefined && { number }),
          ...(late !== undefined && { late }),
        },
      },
    };
  }
  const wrong = brought.success ? { problems: {}, broken: false } : problemsOf(brought.error, broughtFields);
  const also = "problems" in read ? read : { problems: {}, broken: false };
  return { problems: { ...wrong.problems, ...also.problems }, broken: wrong.broken || also.broken };
};
