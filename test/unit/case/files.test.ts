import { expect, test } from "vitest";
import { fileNamed, whyNotFile } from "#case/acts/files.ts";
import { mostFiles, mostRefusedFiles } from "#case/state/facts/files.ts";
import { broughtIn, filed, type Story } from "./story.ts";

const named = (n: number): string => String(n).padStart(22, "A");
const photo = (n: number, agent?: number) =>
  ({
    type: "fileCame",
    file: { name: named(n), kind: "jpeg", bytes: 1000 + n, sha256: "S".repeat(43) },
    agent,
  }) as const;
const wrong = (n: number) =>
  ({ type: "fileCame", file: { name: named(n), why: "position" }, agent: undefined }) as const;
const clerk = { by: "zhou-min", unit: "bureau" } as const;
const last = (story: Story) => story.events.at(-1);
const atDepartment = (): Story => filed("wages").opens();

test("what arrives is on record as the petitioner's, with its number, size, hash and day", () => {
  const story = atDepartment().does(photo(1));
  expect(last(story)).toMatchObject({
    by: { kind: "petitioner" },
    fact: {
      ...{ type: "fileAdded", n: 1, name: named(1), kind: "jpeg", bytes: 1001, sha256: "S".repeat(43) },
      on: "2026-03-02",
    },
    clocks: [],
  });
  expect(fileNamed(story.state, named(1))).toMatchObject({ kept: { n: 1, on: "2026-03-02" } });
});

test("whoever has the case is told of the first of a day alone", () => {
  const first = atDepartment().does(photo(1));
  expect(last(first)?.messages).toMatchObject([{ kind: "taskMail", ask: "fileAdded" }]);
  const second = first.does(photo(2));
  expect(last(second)?.messages).toEqual([]);
  const nextDay = second.later("2026-03-03T03:00:00.000Z").does(photo(3));
  expect(last(nextDay)?.messages).toMatchObject([{ ask: "fileAdded" }]);
});

test("what is not taken is on record with why, and the petitioner is told by mail", () => {
  const story = atDepartment().does(wrong(1));
  expect(last(story)).toMatchObject({
    fact: { type: "fileRefused", name: named(1), why: "position" },
    messages: [{ kind: "newsMail", news: "fileRefused" }],
  });
  expect(fileNamed(story.state, named(1))).toMatchObject({ why: "position" });
});

test("what arrives twice is there once, whatever it came to", () => {
  const story = atDepartment().does(photo(1)).does(wrong(2));
  expect(story.does(photo(1)).events).toHaveLength(story.events.length);
  expect(story.does(photo(2)).events).toHaveLength(story.events.length);
});

test("ten are taken; an eleventh is not, and says so; no form is given for one", () => {
  let story = atDepartment();
  for (let n = 1; n <= mostFiles; n += 1) {
    expect(whyNotFile(story.state, undefined)).toBeUndefined();
    story = story.does(photo(n));
  }
  expect(whyNotFile(story.state, undefined)).toBe("filesEnough");
  expect(last(story.does(photo(11)))?.fact).toMatchObject({ type: "fileRefused", why: "tooMany" });
});

test("a history cannot be filled with what is not taken", () => {
  let story = atDepartment();
  for (let n = 1; n <= mostRefusedFiles; n += 1) story = story.does(wrong(n));
  expect(whyNotFile(story.state, undefined)).toBe("filesRefusedEnough");
  expect(story.refuses(wrong(31))).toBe("filesRefusedEnough");
  expect(story.refuses(photo(32))).toBe("filesRefusedEnough");
});

test("an agent takes the scope for it, and still has it when theirs arrives", () => {
  expect(whyNotFile(atDepartment().state, 1)).toBe("agencyOver");
  expect(atDepartment().refuses(photo(1, 1))).toBe("agencyOver");
});

test("nothing is taken once the petition was taken back", () => {
  const story = atDepartment().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
  expect(story.refuses(photo(1))).toBe("materialTooLate");
  expect(whyNotFile(story.state, undefined)).toBe("materialTooLate");
});

test("files stay with the case from level to level, and to its end", () => {
  const up = atDepartment().does(photo(1)).owner({ command: "reportUpward", reason: "-" }).opens();
  expect(up.state.files?.kept).toHaveLength(1);
});

test("what came with a petition is on record as entered by whoever registered it, as received with it, and nobody is told but who has the case", () => {
  const story = broughtIn("2026-02-27").does({ ...photo(1), entered: clerk });
  expect(last(story)).toMatchObject({
    by: { kind: "staff", id: "zhou-min" },
    fact: { type: "fileAdded", n: 1, on: "2026-02-27", enteredBy: "bureau" },
  });
  expect(story.state.files?.kept).toMatchObject([{ n: 1, on: "2026-02-27", enteredBy: "bureau" }]);
  expect(story.state.files?.kept[0]).not.toHaveProperty("agent");
  const refused = story.does({ ...wrong(2), entered: clerk });
  expect(last(refused)).toMatchObject({
    by: { kind: "staff", id: "zhou-min" },
    fact: { type: "fileRefused", why: "position", on: "2026-03-02" },
    messages: [],
  });
});

test("what is entered counts among the ten", () => {
  let story = broughtIn("2026-02-27");
  for (let n = 1; n < mostFiles; n += 1) story = story.does(photo(n));
  story = story.does({ ...photo(10), entered: clerk });
  expect(last(story.does({ ...photo(11), entered: clerk }))).toMatchObject({
    by: { kind: "staff" },
    fact: { type: "fileRefused", why: "tooMany" },
  });
});
