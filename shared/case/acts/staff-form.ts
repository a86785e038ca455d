import * as z from "zod";
import { type FieldProblem, problem, problemsOf, text } from "#case/forms/form-text.ts";
import { Outcome } from "#case/state/event.ts";
import { DistrictDate } from "#ground/instant.ts";
import { StaffCommand } from "./command.ts";

/** The fields of all commands' forms, each in the order of its form. */
export const staffFields = [
  "ground",
  "explanation",
  "terms",
  "facts",
  "rule",
  "decision",
  "outcome",
  "how",
  "on",
  "to",
  "days",
  "reason",
] as const;
export type StaffField = (typeof staffFields)[number];

/** Characters (code points) that each free text may have. */
export const staffLimits = { explanation: 2000, terms: 2000, facts: 5000, rule: 2000, decision: 5000, reason: 1000 };

const command = <Name extends string>(name: Name) => ({ command: z.literal(name) });
const chosen = z.string(problem("missing")).refine((value) => value !== "", problem("missing"));
const reason = text(staffLimits.reason);
const wholeDays = z
  .string(problem("missing"))
  .transform((typed) => typed.trim().normalize("NFKC"))
  .refine((typed) => typed !== "", problem("missing"))
  .refine((typed) => /^[1-9]\d{0,3}$/.test(typed), problem("notANumber"))
  .transform(Number);

const StaffForm = z.discriminatedUnion("command", [
  z.strictObject(command("accept")),
  z.strictObject({ ...command("notAccept"), ground: chosen, explanation: text(staffLimits.explanation) }),
  z.strictObject(command("acknowledge")),
  z.strictObject({ ...command("proposeSettlement"), terms: text(staffLimits.terms) }),
  z.strictObject({
    ...command("reply"),
    outcome: z.enum(Outcome.options, problem("missing")),
    facts: text(staffLimits.facts),
    rule: text(staffLimits.rule),
    decision: text(staffLimits.decision),
  }),
  z.strictObject({ ...command("reportUpward"), reason }),
  z.strictObject({ ...command("handBack"), reason }),
  z.strictObject({ ...command("reassign"), to: chosen, reason }),
  z.strictObject({ ...command("askExtension"), days: wholeDays, reason }),
  z.strictObject(command("approveExtension")),
  z.strictObject({ ...command("refuseExtension"), reason }),
  z.strictObject({
    ...command("recordDelivery"),
    how: z.enum(["byHand", "byPost"], problem("missing")),
    on: z
      .string(problem("missing"))
      .refine((typed) => typed !== "", problem("missing"))
      .refine((typed) => DistrictDate.safeParse(typed).success, problem("notADate")),
  }),
]);

/** A command, or what is wrong with each field; `broken` when the form itself is not one of ours. */
export type StaffRead =
  | { act: StaffCommand }
  | { problems: Partial<Record<StaffField, FieldProblem>>; broken: boolean };

/** Reads a command's form as typed. Names every field with a problem, each with its first one. */
export const readStaffForm = (typed: Record<string, string>): StaffRead => {
  const read = StaffForm.safeParse(typed);
  return read.success ? { act: StaffCommand.parse(read.data) } : problemsOf(read.error, staffFields);
};
