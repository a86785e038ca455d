import { describe, expect, test } from "vitest";
import { lettersReceived } from "#case/account/letters.ts";
import { staffForms } from "#case/acts/every-act.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { periodRunning } from "#case/state/running.ts";
import { filed, letter } from "./story.ts";

const said = { change: "“三月”改为“四月”", reason: "打印有误" };
const slip = { command: "correctLetter", kind: "slip", ...said, ...letter, decision: "四月付清" } as const;
const finding = { ...slip, kind: "finding", outcome: "notSupported" } as const;

const answered = filed("wages")
  .opens()
  .owner({ command: "reply", ...letter });
const delivered = answered
  .later("2026-03-05T02:00:00.000Z")
  .does({ type: "petitioner", act: { command: "openAnswer" } });
/** Whoever has delivered the letter, who has no turn any more, and may correct it. */
const byAuthor = (story: typeof delivered, act: StaffCommand) => {
  const { stepNo } = story.state;
  return { type: "staff", by: "housing-handler", stepNo, assignment: 1, act } as const;
};

describe("a correction", () => {
  test("is an event of its own with a new letter, which names the one before it, what is different and why", () => {
    const corrected = answered.later("2026-03-04T02:00:00.000Z").does(byAuthor(answered, slip));
    expect(corrected.events.at(-1)).toMatchObject({
      by: { kind: "staff", id: "housing-handler" },
      fact: {
        type: "letterCorrected",
        letter: { findings: [{ decision: "四月付清" }], corrects: { n: 1, on: "2026-03-02", kind: "slip", ...said } },
      },
      messages: [{ kind: "newsMail", news: "letterCorrected" }],
    });
    const again = corrected.later("2026-03-05T02:00:00.000Z").does(byAuthor(corrected, slip));
    expect(again.state).toMatchObject({ letter: { corrects: { n: 2, on: "2026-03-04" } } });
  });

  test("of a slip lets the time for a review go on, and is there to be read at once beside the first letter", () => {
    const before = periodRunning(delivered.state, "review");
    const corrected = delivered.later("2026-03-12T02:00:00.000Z").does(byAuthor(delivered, slip));
    expect(corrected.state.status).toBe("window");
    expect(periodRunning(corrected.state, "review")).toEqual(before);
    const decisions = lettersReceived(corrected.events).map((one) => one.findings[0]?.decision);
    expect(decisions).toEqual(["四月付清", letter.decision]);
  });

  test("of a finding is delivered anew, and the time for a review begins anew with that; the first letter stays readable", () => {
    const corrected = delivered.later("2026-03-12T02:00:00.000Z").does(byAuthor(delivered, finding));
    expect(corrected.state).toMatchObject({ status: "delivering", letter: { outcome: "notSupported" } });
    expect(corrected.state.running.map(({ clock }) => clock.kind)).toEqual(["delivery"]);
    expect(lettersReceived(corrected.events)).toHaveLength(1);
    const read = corrected
      .later("2026-03-16T02:00:00.000Z")
      .does({ type: "petitioner", act: { command: "openAnswer" } });
    expect(periodRunning(read.state, "review").clock).toMatchObject({ start: "2026-03-16T02:00:00.000Z" });
    expect(lettersReceived(read.events).map((one) => one.outcome)).toEqual(["notSupported", letter.outcome]);
    const ended = read.passes("2026-06-01T02:00:00.000Z");
    expect(ended.state).toMatchObject({ status: "closed", outcome: "notSupported" });
  });

  test("of a letter that was not delivered yet leaves the day by which it is", () => {
    const before = periodRunning(answered.state, "delivery");
    const corrected = answered.later("2026-03-04T02:00:00.000Z").does(byAuthor(answered, finding));
    expect(periodRunning(corrected.state, "delivery")).toEqual(before);
    expect(lettersReceived(corrected.events)).toEqual([]);
    const read = corrected
      .later("2026-03-05T02:00:00.000Z")
      .does({ type: "petitioner", act: { command: "openAnswer" } });
    expect(lettersReceived(read.events)).toHaveLength(2);
  });

  test("that promises another day has its clock end on that, and one that promises nothing any more has none", () => {
    const promising = { outcome: "promised", promisedFor: "2026-05-20" } as const;
    const promised = filed("wages")
      .opens()
      .owner({ command: "reply", ...letter, ...promising });
    const clockOf = (story: typeof promised) =>
      story.running.filter(({ clock }) => clock.kind === "performance").map(({ clock }) => clock.lastDay);
    expect(clockOf(promised)).toEqual(["2026-05-20"]);
    const later = promised.does(byAuthor(promised, { ...finding, ...promising, promisedFor: "2026-06-01" }));
    expect(clockOf(later)).toEqual(["2026-06-01"]);
    const same = later.does(byAuthor(later, { ...slip, ...promising, promisedFor: "2026-06-01" }));
    expect(clockOf(same)).toEqual(["2026-06-01"]);
    expect(clockOf(same.does(byAuthor(same, finding)))).toEqual([]);
  });

  test("that changes a conclusion is no slip, whatever it is called", () => {
    expect(delivered.refuses(byAuthor(delivered, { ...slip, outcome: "notSupported" }))).toBe("findingChanged");
  });

  test("is made by whoever had the letter to deliver, until the time for a review is over, and by nobody else", () => {
    const command = byAuthor(delivered, slip);
    expect(delivered.refuses({ ...command, by: "housing-colleague" })).toBe("movedOn");
    expect(delivered.passes("2026-06-01T02:00:00.000Z").refuses(command)).toBe("ended");
    const handling = filed("wages").opens();
    expect(handling.ownerRefused(slip)).toBe("notAtThisLevel");
  });

  test("has a form that asks for its kind, what is different and why", () => {
    expect(staffForms.read({ command: "correctLetter" })).toMatchObject({
      problems: { kind: "missing", change: "missing", reason: "missing", facts: "missing", decision: "missing" },
    });
  });
});
