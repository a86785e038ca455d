import * as z from "zod";
import { AgentRelation } from "#case/state/facts/agent.ts";
import type { Brought } from "#case/state/facts/registration.ts";
import { Matter } from "#case/state/party.ts";
import { aboutNobody, type Directory } from "#directory/directory.ts";
import type { StaffId } from "#ground/ids.ts";
import { readOwnNumber, readPhone } from "#ground/phone.ts";
import { isSeen } from "#ground/seen-text.ts";
import { type FieldProblem, line, problem, problemsOf, text, textOrNone, ticked } from "./form-text.ts";
import { email, mostOfAddress, neededPhone, ownNumber, personName, phone, postalAddress } from "./person.ts";

/** The fields of the form, in the order of the page. */
export const petitionFields = [
  "category",
  "story",
  "about",
  "community",
  "place",
  "ask",
  "ask2",
  "ask3",
  "ask4",
  "ask5",
  "forSomebody",
  "agentName",
  "agentPhone",
  "relation",
  "asked",
  "name",
  "unnamed",
  "phone",
  "ownNumber",
  "codeOnly",
  "email",
  "address",
] as const;
export type PetitionField = (typeof petitionFields)[number];

/** The fields of what is asked for, one for each request. Those that are left empty ask nothing. */
export const askFields = ["ask", "ask2", "ask3", "ask4", "ask5"] as const satisfies readonly PetitionField[];

/** Characters (code points) that a free text may have; 5,000 in Chinese are about six printed pages. */
export const fieldLimits = {
  story: 5000,
  place: 200,
  ask: 2000,
  ask2: 2000,
  ask3: 2000,
  ask4: 2000,
  ask5: 2000,
  name: 50,
  agentName: 50,
  address: mostOfAddress,
} as const satisfies Partial<Record<PetitionField, number>>;

/** What is chosen instead of a community by whoever does not know theirs. No unit has such an id. */
export const unknownCommunity = "?";

const oneOf = (ids: string[]) =>
  z
    .string(problem("missing"))
    .refine((id) => id !== "", problem("missing"))
    .refine((id) => ids.includes(id), problem("unknown"));

/** A field that is not filled in, where it was said that it is left out. */
const nothing = z
  .string()
  .default("")
  .refine((typed) => !isSeen(typed), problem("notBoth"))
  .transform(() => undefined);

/**
 * 代理提交: who files for somebody, in fields of their own. Somebody who fills them in and does not say so is asked; whoever
 * files for themselves leaves them empty.
 */
const agentForm = (ownNumbers: readonly string[]) =>
  z
    .strictObject({
      forSomebody: z.literal("yes", problem("missing")),
      agentName: personName(fieldLimits.agentName),
      /** Their own: it goes with their code, as the petitioner's goes with theirs. */
      agentPhone: neededPhone.refine(
        (number) => number === undefined || !ownNumbers.includes(number),
        problem("sameAsPetitioners"),
      ),
      relation: z.enum(AgentRelation.options, problem("missing")),
      /** That the petitioner has asked them to. */
      asked: z.literal("yes", problem("missing")),
    })
    .transform(({ agentName: name, agentPhone, relation }) => ({ name, phone: agentPhone ?? "", relation }));
export type FilingAgent = z.output<ReturnType<typeof agentForm>>;

/** The fields of whoever files for somebody. */
export const agentFields = [
  "forSomebody",
  "agentName",
  "agentPhone",
  "relation",
  "asked",
] as const satisfies readonly PetitionField[];

/** A choice that may be left open. */
const oneOfOrNone = (ids: string[]) =>
  z
    .string()
    .refine((id) => id === "" || ids.includes(id), problem("unknown"))
    .transform((id) => (id === "" ? undefined : id))
    .optional();

/**
 * The form that files a petition, checked against the district's lists. Unknown fields are refused.
 * @param numbered whether something else than the phone's number goes with the code: one that was chosen, or the case's own
 * @param named whether a name cannot be left out
 * @param asked whether anything is asked for below the first request's field
 */
const petitionForm = (
  { categories, units }: Directory,
  { numbered, named, asked }: { numbered: boolean; named: boolean; asked: boolean },
) =>
  z
    .strictObject({
      category: oneOf(categories.map(({ id }) => id)),
      story: text(fieldLimits.story),
      community: oneOf([...units.filter(({ level }) => level === "community").map(({ id }) => id), unknownCommunity]),
      place: line(fieldLimits.place),
      /** The unit that the complaint is about. */
      about: oneOfOrNone(units.map(({ id }) => id)),
      ask: asked ? textOrNone(fieldLimits.ask) : text(fieldLimits.ask),
      ask2: textOrNone(fieldLimits.ask2),
      ask3: textOrNone(fieldLimits.ask3),
      ask4: textOrNone(fieldLimits.ask4),
      ask5: textOrNone(fieldLimits.ask5),
      name: named ? personName(fieldLimits.name) : nothing,
      /** No name is left, and that is meant. */
      unnamed: ticked,
      phone: numbered ? phone : neededPhone,
      ownNumber,
      /** No number is left and none chosen, and that is meant: the case's own goes with the code. */
      codeOnly: ticked,
      email,
      address: postalAddress,
      /** What was typed to find a unit by: it is no part of the petition. */
      communitySought: z.string().optional(),
      aboutSought: z.string().optional(),
      /** Made with the form, so that sending it twice registers it once. */
      submission: z.uuid(),
    })
    .transform(
      ({ category, community, about, submission, story, place, name, phone, ownNumber, email, address, ...typed }) => ({
        category,
        ...(community !== unknownCommunity && { community }),
        about: { ...aboutNobody, units: about === undefined ? [] : [about] },
        submission,
        matter: Matter.parse({
          story,
          place,
          requests: askFields.flatMap((field) => typed[field] ?? []),
        }),
        petitioner: {
          ...(name !== undefined && { name }),
          ...(phone !== undefined && { phone }),
          ...(email !== undefined && { email }),
          ...(address !== undefined && { address }),
        },
        /** What is asked for with the query code: the number of their own, or else that of the phone; none for the case's. */
        keyNumber: ownNumber ?? phone,
      }),
    );
export type Petition = z.infer<ReturnType<typeof petitionForm>> & {
  /** How it came, and who of the staff writes it down; none where its petitioner files it. */
  brought?: (Brought & { by: StaffId }) | undefined;
  /** 代理人: who files it for somebody, and what they are to them; none where its petitioner files it. */
  agent?: FilingAgent | undefined;
};

/** A petition, or what is wrong with each field; `broken` when the form itself is not ours. */
export type PetitionRead =
  | { petition: Petition }
  | { problems: Partial<Record<PetitionField, FieldProblem>>; broken: boolean };

const nothingWrong = { problems: {}, broken: false };

const isAgentField = (field: string): boolean => agentFields.some((one) => one === field);

/** Reads the fields of the form as typed. Names every field with a problem, each with its first one. */
export const readPetition = (typed: Record<string, string>, directory: Directory): PetitionRead => {
  const isTyped = (field: PetitionField): boolean => isSeen(typed[field] ?? "");
  const asked = askFields.some((field) => field !== "ask" && isTyped(field));
  const isTicked = (field: PetitionField): boolean => typed[field] === "yes";
  const numbered = isTyped("ownNumber") || isTicked("codeOnly");
  const entries = Object.entries(typed);
  const own = Object.fromEntries(entries.filter(([field]) => !isAgentField(field)));
  const read = petitionForm(directory, { numbered, named: !isTicked("unnamed"), asked }).safeParse(own);
  const wrong = read.success ? nothingWrong : problemsOf(read.error, petitionFields);
  if (!agentFields.some(isTyped)) return read.success ? { petition: read.data } : wrong;

  const theirs = Object.fromEntries(entries.filter(([field]) => isAgentField(field)));
  const numbers = [readPhone(typed.phone ?? ""), readOwnNumber(typed.ownNumber ?? "")].filter((n) => n !== undefined);
  const agent = agentForm(numbers).safeParse(theirs);
  const unclear = agent.success ? nothingWrong : problemsOf(agent.error, agentFields);
  const isReached = isTyped("phone") || isTyped("email") || isTyped("address");
  const problems = {
    // Nobody files for somebody of whom the office knows neither who they are nor how to ask them.
    ...(isTicked("unnamed") && { unnamed: "namedByAgent" as const }),
    ...(numbered && !isReached && { phone: "unreachable" as const }),
    ...wrong.problems,
    ...unclear.problems,
  };
  if (read.success && agent.success && Object.keys(problems).length === 0) {
    return { petition: { ...read.data, agent: agent.data } };
  }
  return { problems, broken: wrong.broken || unclear.broken };
};
