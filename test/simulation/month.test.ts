import { beforeAll, describe, expect, it } from "vitest";
import { actor } from "#case/state/standing.ts";
import { minuteOf } from "#clock/day.ts";
import { caseNumber } from "#directory/case-number.ts";
import { type Left, liveMonth, type Month } from "./month.ts";
import { casesIn, monthTable } from "./month-table.ts";

/** `SEED=… npm run bench:mails` lives another month; the same seed lives the same again. */
const seed = Number(process.env.SEED ?? 20_260_401);

/** What a mail says of a case, in its first language: from its number to the next. */
const saidOf = ({ mail }: Left, number: string): string => {
  const [sheet = ""] = mail.text.split(/-{20,}/);
  const [, ...parts] = sheet.split(number);
  return parts.map((part) => part.split(/安和信〔/)[0]).join(" ");
};

/** Whether it is told in a mail that a case is late; a mail that gives somebody a task is not about its lateness. */
const tellsOfLateness = (left: Left, number: string): boolean =>
  (left.kind === "digest" || left.kind.startsWith("overdue")) && /已逾期|届满/.test(saidOf(left, number));

describe("a month of the demo district", () => {
  let month: Month;
  beforeAll(async () => {
    month = await liveMonth(seed);
    if (process.env.TABLE !== undefined) console.log(`\nseed ${seed}: ${monthTable(month)}\n`);
  });

  it("has forty cases and more, of every age and at every level", () => {
    expect(month.cases.length).toBeGreaterThan(40);
    const levels = new Set(month.cases.map((c) => (c.status === "handling" ? c.level : c.status)));
    expect([...levels]).toEqual(expect.arrayContaining(["community", "township", "department", "leader", "closed"]));
  });

  it("tells nobody twice in one morning that the same case is late", () => {
    const told = new Map<string, string[]>();
    for (const left of month.all) {
      const minute = minuteOf(left.at);
      if (minute < 6 * 60 || minute >= 12 * 60) continue;
      for (const number of casesIn(left)) {
        if (!tellsOfLateness(left, number)) continue;
        const name = `${left.to} on ${left.on} of ${number}`;
        told.set(name, [...(told.get(name) ?? []), left.kind]);
      }
    }
    expect(told.size).toBeGreaterThan(20);
    expect([...told].filter(([, kinds]) => kinds.length > 1)).toEqual([]);
  });

  it("tells everybody whose turn it is that it is theirs", () => {
    const untold = month.cases.flatMap((c) => {
      const turn = actor(c);
      const staff = month.directory.staff.find(({ id }) => id === turn?.staff);
      if (staff === undefined) return [];
      const number = caseNumber(c.id, month.directory);
      return month.all.some((left) => left.to === staff.email && casesIn(left).has(number)) ? [] : [number];
    });
    expect(untold).toEqual([]);
  });

  it("sends no mail twice", () => {
    const names = month.all.map(({ mail }) => mail.headers["Message-ID"]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});
