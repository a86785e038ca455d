import type { Request } from "#lambda/request.ts";
import type { PetitionKey } from "./unlock.ts";

/** The key to a case that a form sends along. */
export const keyOf = ({ form }: Request): PetitionKey => ({ code: form.code ?? "", phoneTail: form.phoneTail ?? "" });

/** The event up to which the page told on which this was sent; none that any page told of, where it says nothing of it. */
export const sawIn = ({ form: { saw = "" } }: Request): number => (/^[1-9]\d{0,8}$/.test(saw) ? Number(saw) : 0);
