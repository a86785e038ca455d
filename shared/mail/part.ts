import type { Lang } from "#ground/bilingual.ts";
import type { urgency } from "#words/dates.ts";

export type Tone = ReturnType<typeof urgency>;

/** One case in a table: its number, what there is to say, and, for the reader's own turn, link and code. */
export type TableRow = {
  number: string;
  lines: string[];
  link?: { label: string; url: string };
  code?: { label: string; code: string };
};

/** What a mail is made of. HTML and plain text are both drawn from these, so neither can say more than the other. */
export type SheetPart =
  | { is: "number"; text: string }
  | { is: "title"; text: string }
  | { is: "until"; label: string; text: string; tone: Tone }
  | { is: "say"; text: string }
  /** `beside`: what can be done too; the other links are what is asked. */
  | { is: "link"; label: string; url: string; beside?: boolean }
  | { is: "code"; label: string; code: string; hint: string }
  | { is: "fact"; label: string; text: string }
  | { is: "table"; label: string; tone: Tone; rows: TableRow[] };

/** A mail in one language, first thing first. */
export type Sheet = { lang: Lang; parts: SheetPart[] };
