import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { oneOf, openText, person, readForm, sealedText, unit } from "#register/fields.ts";
import { register } from "#register/register.ts";
import { registers } from "#register/registers.ts";
import { registerTitles } from "#words/registers/register-titles.ts";
import { registerWords } from "#words/registers/register-words.ts";
import { toy } from "../../fixtures/toy-register.ts";
import { directory } from "../case/district.ts";

const plain = {
  kind: "plain",
  flavour: "file",
  states: ["open", "over"],
  owner: { open: { of: "bureau" } },
  clocks: {},
  links: "none",
} as const;
const end = { at: ["open"], form: {}, to: "over" } as const;

describe("a register holds matters and units, never people", () => {
  test("a person among its fields does not compile", () => {
    // @ts-expect-error a person is no field of a register
    register({ ...plain, fields: { who: person(50) }, acts: { end } });
    // @ts-expect-error nor of the form of an act
    register({ ...plain, fields: { unit }, acts: { end: { ...end, form: { who: person(50) } } } });
    register({ ...plain, parties: { applicant: { name: person(50) } }, fields: { unit }, acts: { end } });
  });

  test("an owner by a field that holds no unit does not compile", () => {
    const fields = { unit, thing: oneOf(["tent"]) };
    register({ ...plain, fields, owner: { open: { of: "unit", field: "unit" } }, acts: { end } });
    // @ts-expect-error a tent owns nothing
    register({ ...plain, fields, owner: { open: { of: "unit", field: "thing" } }, acts: { end } });
  });

  test("a state that there is not does not compile", () => {
    // @ts-expect-error nothing is ever lost here
    register({ ...plain, fields: { unit }, acts: { end: { ...end, to: "lost" } } });
  });

  test.each(["电话 13800138000", "138 0013 8000", "１３８００１３８０００", "身份证 11010519900307123X"])(
    "a text that anybody may read is refused with a number of a person in it: %s",
    (purpose) => {
      const fields = { purpose: openText(100) };
      expect(readForm(fields, { purpose }, directory)).toEqual({ problems: { purpose: "namesAPerson" } });
    },
  );

  test("what is open and what is sealed come apart, and a unit has to be one of the directory", () => {
    const fields = { unit, thing: oneOf(["tent"]), purpose: openText(10), note: sealedText(10) };
    const typed = { unit: "housing", thing: "tent", purpose: "避雨", note: "完好", other: "left out" };
    expect(readForm(fields, typed, directory)).toEqual({
      open: { unit: "housing", thing: "tent", purpose: "避雨" },
      sealed: { note: "完好" },
    });
    expect(readForm(fields, { ...typed, unit: "nowhere", thing: "boat", note: "" }, directory)).toEqual({
      problems: { unit: "unknown", thing: "unknown", note: "missing" },
    });
    expect(readForm(fields, { ...typed, purpose: "x".repeat(11) }, directory)).toEqual({
      problems: { purpose: "tooLong" },
    });
  });

  test("a field that is open in one form and sealed in another is refused by its name", () => {
    const acts = { end: { ...end, form: { note: sealedText(10) } } };
    expect(() => register({ ...plain, fields: { note: openText(10) }, acts })).toThrow('plain: the field "note"');
  });
});

test("every register has words for its mails and its pages", () => {
  expect(Object.keys(registerTitles)).toEqual(Object.keys(registers));
  expect(Object.keys(registerWords)).toEqual(Object.keys(registers));
  for (const [kind, spec] of Object.entries({ ...registers, toy })) expect(spec.kind).toBe(kind);
});

test("a register is one spec and words, in at most 120 lines", () => {
  const lines = readFileSync(new URL("../../fixtures/toy-register.ts", import.meta.url), "utf8").split("\n");
  expect(lines.length).toBeLessThanOrEqual(120);
});
