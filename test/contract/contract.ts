import { describe } from "vitest";
import { type Database, testOn } from "./contract-test.ts";
import { decisions } from "./decisions.cases.ts";
import { filing } from "./filing.cases.ts";
import { links } from "./links.cases.ts";
import { races } from "./races.cases.ts";

/** All that the project relies on a database for, as one suite of cases: whatever passes it may hold the record. */
export const contract = (name: string, start: () => Promise<Database>): void => {
  const it = testOn(start);
  describe(`the record on ${name}`, () => {
    decisions(it);
    filing(it);
    links(it);
    races(it);
  });
};
