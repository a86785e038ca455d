import * as z from "zod";
import { problem } from "#case/forms/form-text.ts";
import { email, phone, postalAddress } from "#case/forms/person.ts";
import { goingStates } from "#case/state/case.ts";
import { happened } from "#case/state/decision.ts";
import type { ContactPart } from "#case/state/facts/contact.ts";
import { addressOf } from "#case/state/mailbox.ts";
import type { ContactSeen } from "#case/state/party.ts";
import { isSeen } from "#ground/seen-text.ts";
import { act } from "./act.ts";

/** What a petitioner types to be reached by from now on; what is left empty stays as it is. */
export type CorrectedContact = {
  phone?: string | undefined;
  email?: string | undefined;
  address?: string | undefined;
  /** No mail any more: the address that there is goes. */
  dropEmail: "yes" | "no";
};

/** Whether what was typed is what there is already, so that nothing of it is lost when nothing is done. */
export const isCorrectedTo = (typed: CorrectedContact, { phone, email, address }: ContactSeen): boolean =>
  (typed.phone === undefined || typed.phone === phone) &&
  (typed.address === undefined || typed.address === address) &&
  (typed.email === undefined ? typed.dropEmail === "no" || email === undefined : typed.email === email);

const partsIn = ({ phone, email, address, dropEmail }: CorrectedContact): ContactPart[] => [
  ...(phone === undefined ? [] : ["phone" as const]),
  ...(email === undefined && dropEmail === "no" ? [] : ["email" as const]),
  ...(address === undefined ? [] : ["address" as const]),
];

/** 更正联系方式, by the petitioner, as long as anybody may have to reach them. Their name stays: letters are made out to it. */
export const contactCorrections = {
  /** What is typed is sealed by the door, and not on record. Another address is asked whose it is, as the first one was. */
  correctContact: act({
    form: z.strictObject({
      phone,
      email,
      dropEmail: z.enum(["yes", "no"], problem("unknown")).default("no"),
      address: postalAddress,
    }),
    together: ({ phone = "", email = "", address = "", dropEmail }) => {
      if (isSeen(email) && dropEmail === "yes") return { dropEmail: "notBoth" };
      return [phone, email, address].some(isSeen) || dropEmail === "yes" ? {} : { phone: "missing" };
    },
    role: "petitioner",
    agent: "never",
    at: goingStates,
    elsewhere: "ended",
    brings: "contactCorrected",
    turn: "stays",
    decide: (c, typed) => {
      const corrected = partsIn(typed);
      return happened(
        { kind: "petitioner" },
        {
          type: "contactCorrected",
          corrected,
          ...(corrected.includes("email") && { address: addressOf(c) + 1 }),
        },
        [],
        typed.email === undefined ? [] : [{ kind: "newsMail", news: "mailboxAgain" }],
      );
    },
  }),
};
