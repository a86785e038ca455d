import { describe, expect, test } from "vitest";
import { NoDirectoryYet } from "#directory/store.ts";
import { troubleInWords } from "../../../local/trouble-in-words.ts";

const env = { CASES_TABLE: "cases", AWS_REGION: "cn-north-1", HOME: "/somewhere" };
const named = (name: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { name, ...more });
const told = (thrown: unknown) => troubleInWords(thrown, env)?.message;

describe("trouble outside the program is told in a sentence with its remedy", () => {
  test.each([
    ["a missing region", new Error("Region is missing"), /^No AWS region is named: set AWS_REGION/],
    ["missing credentials", named("CredentialsProviderError", "Could not load"), /^There are no AWS credentials/],
    [
      "a wrong name",
      named("ResourceNotFoundException", "Requested resource not found", { $metadata: {} }),
      /^There is nothing by that name .*\(Requested resource not found\)/,
    ],
    [
      "a table of another kind",
      named("ValidationException", "The provided key element does not match the schema", { $metadata: {} }),
      /^AWS refused \(ValidationException: The provided key/,
    ],
    ["an expired login", named("ExpiredTokenException", "expired", { $metadata: {} }), /^AWS refused \(ExpiredToken/],
    ["no way there", named("Error", "getaddrinfo ENOTFOUND x", { code: "ENOTFOUND" }), /^AWS cannot be reached/],
    ["no answer", named("TimeoutError", "socket hang up"), /^AWS cannot be reached/],
    ["no directory", new NoDirectoryYet("none"), /^There is no directory yet: import one/],
  ])("%s", (_, thrown, sentence) => {
    expect(told(thrown)).toMatch(sentence);
    expect(troubleInWords(thrown, env)?.lines).toEqual(["  AWS_REGION=cn-north-1", "  CASES_TABLE=cases"]);
  });

  test.each([new TypeError("x is undefined"), "a string", undefined])(
    "and a mistake of the program is none: %s",
    (thrown) => {
      expect(told(thrown)).toBeUndefined();
    },
  );
});
