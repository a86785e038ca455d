import { expect, test } from "vitest";
import { dialled, ServiceNumber } from "#ground/service-number.ts";

test.each([
  ["119", "119"],
  [" 967 266 ", "967266"],
  ["12345", "12345"],
  ["010-8601 0777", "+861086010777"],
  ["400-800-1234", "+864008001234"],
  ["138 0055 1201", "+8613800551201"],
])("%s is dialled as %s", (written, digits) => {
  expect(dialled(written)).toBe(digits);
  expect(ServiceNumber.safeParse(written).success).toBe(true);
});

test.each(["8601 0777", "", "-", "1", "0119", "gas", "1234567"])(
  "%j is nothing that a mobile phone reaches",
  (written) => {
    expect(dialled(written)).toBeUndefined();
    expect(ServiceNumber.safeParse(written).success).toBe(false);
  },
);
