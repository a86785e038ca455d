import type { Left, Month } from "./month.ts";

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};

/** How many there are of each name. */
const countBy = <T>(all: readonly T[], nameOf: (one: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return counts;
};

const most = (counts: ReadonlyMap<string, number>): [name: string, n: number] =>
  [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? ["nobody", 0];

const row = (...cells: (string | number)[]): string => `| ${cells.join(" | ")} |`;
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** The numbers of the cases that a mail names, as they stand in its text. */
export const casesIn = ({ mail: { subject, text } }: Left): Set<string> =>
  new Set([...`${subject}\n${text}`.matchAll(/安和信〔\d{4}〕\d+号/g)].map(([name]) => name));

/** A person and a case, as one name. */
const personAndCase = (mails: readonly Left[]): string[] =>
  mails.flatMap((mail) => [...casesIn(mail)].map((name) => `${mail.to} about ${name}`));

/** Mails per person and day of some people: on average of all their working days, and on those with any. */
const perDay = (who: string, people: readonly string[], { mails, days }: Month): string => {
  const theirs = mails.filter(({ to }) => people.includes(to));
  const perPersonDay = [...countBy(theirs, ({ to, on }) => `${to} ${on}`).values()];
  const aDay = theirs.length / Math.max(1, people.length * days.length);
  const [, atMost] = most(countBy(theirs, ({ to, on }) => `${to} ${on}`));
  const [, ofAMonth] = most(countBy(theirs, ({ to }) => to));
  const [, aboutOne] = most(countBy(personAndCase(theirs), (name) => name));
  return row(
    who,
    people.length,
    theirs.length,
    number.format(aDay),
    number.format(median(perPersonDay)),
    atMost,
    ofAMonth,
    aboutOne,
  );
};

/** What the mails of the leader with most of them are. */
const ofWhat = (leaders: readonly { name: string; email: string }[], mails: readonly Left[]): string => {
  const theirs = leaders.map(({ name, email }) => ({ name, got: mails.filter(({ to }) => to === email) }));
  const [most] = theirs.toSorted((a, b) => b.got.length - a.got.length);
  const kinds = [...countBy(most?.got ?? [], ({ kind }) => kind)].toSorted(([, a], [, b]) => b - a);
  return `leader ${most?.name}: ${kinds.map(([kind, n]) => `${n} ${kind}`).join(", ")}`;
};

/** The mails of a month as two tables: per person and day, and per kind. Leaders are named, each on a line. */
export const monthTable = (month: Month): string => {
  const { directory, mails, cases, days } = month;
  const leaderUnits = new Set(directory.units.flatMap(({ id, level }) => (level === "leader" ? [id] : [])));
  const heads = new Set(directory.units.map(({ head }) => head));
  const leaders = directory.staff.filter(({ unit }) => leaderUnits.has(unit));
  const others = directory.staff.filter(({ unit }) => !leaderUnits.has(unit));
  const addresses = (people: readonly { email: string }[]) => people.map(({ email }) => email);
  const petitioners = [...new Set(mails.flatMap(({ to }) => (to.endsWith("@mail.example") ? [to] : [])))];
  const byKind = [...countBy(mails, ({ kind }) => kind)].toSorted(([, a], [, b]) => b - a);
  const kinds = byKind.map(([kind, n]) => {
    const [, aDay] = most(
      countBy(
        mails.filter((one) => one.kind === kind),
        ({ to, on }) => `${to} ${on}`,
      ),
    );
    return row(kind, n, aDay);
  });
  return [
    `${cases.length} cases in two months, ${mails.length} emails on the ${days.length} working days of the second`,
    "",
    row(
      "who",
      "people",
      "mails",
      "a day, all",
      "a day with email, median",
      "most a day",
      "most a month",
      "most about one case",
    ),
    row("---", "---", "---", "---", "---", "---", "---", "---"),
    perDay("handlers", addresses(others.filter(({ id }) => !heads.has(id))), month),
    perDay("heads", addresses(others.filter(({ id }) => heads.has(id))), month),
    ...leaders.map(({ name, email }) => perDay(`leader ${name}`, [email], month)),
    perDay("petitioners with an address", petitioners, month),
    "",
    ofWhat(leaders, mails),
    "",
    row("kind", "mails", "most a person and day"),
    row("---", "---", "---"),
    ...kinds,
  ].join("\n");
};
