import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import {
  beforeNotice,
  byPolicy,
  calendarDays,
  computed,
  endBy,
  endOf,
  in2027,
  withNotice,
  workingDays,
} from "./dated-examples.ts";

test.each(calendarDays)("in calendar days, %s: %s + %i → %s", (_rule, start, days, lastDay) => {
  expect(endOf(beforeNotice, start, days, "calendar")).toMatchObject({ lastDay, provisional: false });
});

test.each(workingDays)("in working days, %s: %s + %i → %s", (_rule, start, days, lastDay) => {
  expect(endOf(beforeNotice, start, days, "working")).toMatchObject({ lastDay, provisional: false });
});

test.each(byPolicy)("by the demo district's policy, %s: %s → %s", (_rule, start, lastDay, by) => {
  expect(endBy(by, start)).toMatchObject({ lastDay, provisional: false });
});

describe("in 2027, whose notice is not published", () => {
  test.each(in2027)("%s: %s + %i → %s, provisional", (_rule, start, days, lastDay, dayType) => {
    expect(endOf(beforeNotice, start, days, dayType)).toMatchObject({ lastDay, provisional: true });
  });

  test.each(in2027)(
    "recomputed by a notice: %s: %s + %i, %s → %s %s",
    (_rule, start, days, _before, dayType, lastDay) => {
      expect(endOf(withNotice, start, days, dayType)).toMatchObject({ lastDay, provisional: false });
    },
  );
});

test.each(["Asia/Shanghai", "UTC", "America/Los_Angeles", "Pacific/Kiritimati"])(
  "every example comes to the same on a machine in %s",
  async (TZ) => {
    const program = `
      import { computed } from "./test/unit/clock/dated-examples.ts";
      console.log(JSON.stringify(computed()));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: join(import.meta.dirname, "../../.."),
      env: { ...process.env, TZ },
    });
    expect(JSON.parse(stdout)).toEqual(computed());
  },
);
