import { describe, expect, it } from "vitest";
import { staffForms } from "#case/acts/every-act.ts";
import { everyDoor } from "../../fixtures/every-door.ts";

const form = (days: string) => ({ command: "askExtension", days, reason: " 等鉴定结论 " });

describe("the form that asks for an extension", () => {
  it("gives the days as a number, full-width digits forgiven", () => {
    for (const typed of ["15", " 15 ", "１５"]) {
      expect(staffForms.read(form(typed))).toEqual({
        act: { command: "askExtension", days: 15, reason: "等鉴定结论" },
      });
    }
  });

  it.each(["0", "-3", "1.5", "十五", "15天", "1e2"])("says that %s is no number of days", (typed) => {
    expect(staffForms.read(form(typed))).toEqual({ problems: { days: "notANumber" }, broken: false });
  });

  it("names each field that is empty, in words that say what to do", () => {
    const read = staffForms.read({ command: "askExtension", days: "", reason: "" });
    expect(read).toEqual({ problems: { days: "missing", reason: "missing" }, broken: false });
    expect(everyDoor.told.problemsInWords({ days: "missing" }, "zh")).toEqual({ days: "请填写需要延长几天" });
    expect(everyDoor.told.problemsInWords({ days: "notANumber" }, "en")).toEqual({
      days: "The number of days is a whole number, such as 15",
    });
  });
});

describe("a field of any form of staff", () => {
  it("has a name of its own beside those that the pages take for themselves", () => {
    const takenByPages = ["command", "token", "code", "previewed", "rewrite"];
    expect(staffForms.fields.filter((field) => takenByPages.includes(field))).toEqual([]);
  });
});
