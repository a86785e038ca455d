import type { urgency } from "#web/dates.ts";
import type { Lang } from "#web/lang.ts";

/** What a mail is made of. HTML and plain text are both drawn from these, so neither can say more than the other. */
export type Part =
  | { is: "number"; text: string }
  | { is: "title"; text: string }
  | { is: "until"; label: string; text: string; tone: ReturnType<typeof urgency> }
  | { is: "say"; text: string }
  | { is: "link"; label: string; url: string }
  | { is: "code"; label: string; code: string; hint: string }
  | { is: "fact"; label: string; text: string };

/** A mail in one language, first thing first. */
export type Sheet = { lang: Lang; parts: Part[] };
