import * as z from "zod";
import { goesOn, type TraitsOf } from "./fact.ts";

/** 邮箱确认: the petitioner had the mail sent again that asks whether the address is theirs. */
export const mailboxFacts = [z.strictObject({ type: z.literal("mailboxAskedAgain") })] as const;

export const mailboxTraits: TraitsOf<typeof mailboxFacts> = {
  mailboxAskedAgain: goesOn,
};
