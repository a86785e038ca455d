import { describe, expect, it } from "vitest";
import { text } from "#case/forms/form-text.ts";
import { readPetition } from "#case/forms/petition-form.ts";
import { expectLinear } from "../../support/linear.ts";
import { directory } from "./district.ts";

const good = {
  category: "estate",
  story: "楼道漏水三个月。",
  community: "peach",
  place: "3 号楼",
  ask: "请尽快维修。",
  name: "陈某",
  phone: "13812345678",
  email: "",
  submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10",
};
const problemsOf = (typed: Partial<Record<keyof typeof good | "extra" | "about", string>>) => {
  const read = readPetition({ ...good, ...typed }, directory);
  return "problems" in read ? read.problems : undefined;
};

describe("the petition form", () => {
  it("takes what an ordinary person types, with spaces in the phone number", () => {
    const read = readPetition({ ...good, phone: " 138 1234-5678 ", email: "a@b.cn" }, directory);
    expect(read).toMatchObject({ petition: { petitioner: { phone: "13812345678", email: "a@b.cn" } } });
  });

  it.each([
    ["an empty body", {}, "missing"],
    ["blanks only", { story: " \n " }, "missing"],
    ["a story of 100,000 characters", { story: "长".repeat(100_000) }, "tooLong"],
    ["control characters", { story: "坏\u0007字" }, "controlCharacters"],
    [
      "a heap of marks on one letter",
      { story: `a${"\u0315".repeat(2000)}${"\u0316".repeat(2000)}` },
      "controlCharacters",
    ],
    ["text that runs backwards", { name: "甲\u202E乙" }, "controlCharacters"],
    ["a story of invisible characters", { story: "\u3164\u200b\u2800" }, "missing"],
    ["a name of invisible characters", { name: "\ufe0f\u2060" }, "missing"],
    ["a name in two lines", { name: "陈某\n办结" }, "severalLines"],
    ["a name with a tab in it", { name: "陈\t某" }, "severalLines"],
    ["a place that a line separator divides", { place: "3 号楼\u2028501 室" }, "severalLines"],
    ["HTML", { ask: "<script>alert(1)</script>" }, "markup"],
    ["an unknown community", { community: "atlantis" }, "unknown"],
    ["an unknown category", { category: "weather" }, "unknown"],
    ["a phone number with ten digits", { phone: "1381234567" }, "notAPhone"],
    ["half an e-mail address", { email: "someone@" }, "notAnEmail"],
  ])("names the field and the problem: %s", (_, typed, problem) => {
    if (Object.keys(typed).length === 0) {
      const read = readPetition({ submission: good.submission }, directory);
      const fields = { category: problem, story: problem, community: problem, place: problem };
      expect(read).toEqual({ broken: false, problems: { ...fields, ask: problem, name: problem, phone: problem } });
      return;
    }
    expect(problemsOf(typed)).toEqual({ [Object.keys(typed)[0] ?? ""]: problem });
  });

  it("keeps 5,000 characters of four bytes, and no more", () => {
    expect(problemsOf({ story: "𠮷".repeat(5000) })).toBeUndefined();
    expect(problemsOf({ story: "𠮷".repeat(5001) })).toEqual({ story: "tooLong" });
  });

  it("keeps away from the unit that it is about, if one is named", () => {
    expect(readPetition({ ...good, about: "river" }, directory)).toMatchObject({
      petition: { about: { units: ["river"], staff: [] } },
    });
    expect(readPetition({ ...good, about: "" }, directory)).toMatchObject({ petition: { about: { units: [] } } });
    expect(problemsOf({ about: "atlantis" })).toEqual({ about: "unknown" });
  });

  it("does not mistake a comparison for markup", () => {
    expect(problemsOf({ story: "水压 < 0.1 MPa,而标准 > 0.3" })).toBeUndefined();
  });

  it("refuses fields that the form does not have", () => {
    expect(readPetition({ ...good, extra: "1" }, directory)).toEqual({ broken: true, problems: {} });
  });
});

describe("a form of the largest size", () => {
  it.each([
    ["a story of tags that never end", { story: "<a" }],
    ["a story of heaped marks", { story: "\u0315\u0316" }],
    ["a phone number of blanks", { phone: " -" }],
    ["an address of dots", { email: "a." }],
    ["an address of one part", { email: "a" }],
    ["an address of many parts", { email: "a@a." }],
  ])("is read in time in proportion to it: %s", (_, typed) => {
    const [[field = "", part = ""] = []] = Object.entries(typed);
    expectLinear(
      (text) => readPetition({ ...good, [field]: text }, directory),
      (n) => part.repeat(n / part.length),
    );
  });

  it("is searched for tags in time in proportion to it, however many begin", () => {
    const unbounded = text(Number.POSITIVE_INFINITY);
    expectLinear(
      (typed) => unbounded.safeParse(typed),
      (n) => "<a".repeat(n / 2),
    );
    expect(["<a>", "a < b", "<a", "2 <a 3> 1", "< a>"].map((typed) => unbounded.safeParse(typed).success)).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});
