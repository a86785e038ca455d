import { describe, expect, it } from "vitest";
import { aboutNobody, type Directory } from "#directory/directory.ts";
import { directory } from "./district.ts";
import { dated, filed, type Story } from "./story.ts";

const law = { kind: "handling", n: 1 } as const;
/** Of a case accepted on Monday 2 March 2026, three quarters of the 60 days are gone on 20 April at 14:30. */
const threeQuarters = "2026-04-20T06:30:00.000Z";
const upward = { command: "reportUpward", reason: "-" } as const;
const back = { command: "handBack", reason: "-" } as const;
const lawfulClock = ({ running }: Story) => running.find(({ clock }) => clock.kind === "handling");
const facts = ({ events }: Story) => events.map(({ fact }) => fact);
const notices = ({ events }: Story) =>
  events.flatMap(({ messages }) => messages).filter((message) => message.kind === "notice");

/** At the township since 15 April, by its own report. */
const atTownship = (more?: Directory) =>
  filed("estate", "2026-03-02T02:00:00.000Z", aboutNobody, more)
    .opens()
    .later("2026-04-15T02:00:00.000Z")
    .owner(upward)
    .opens();
/** Handed down by the department just before three quarters are gone, and still on its way to the township. */
const onItsWayDown = () =>
  filed("wages").opens().passes("2026-03-17T02:00:00.000Z").later("2026-04-20T06:20:00.000Z").owner(back);

describe("three quarters of the law's time", () => {
  it("lift a low case although a holiday is announced while the sweep is down", () => {
    const down = atTownship().later("2026-04-21T02:00:00.000Z");
    const reason = { zh: "台风", en: "Typhoon" };
    const recounted = down.announced({ announced: "2026-04-21", reason, rest: ["2026-05-06"], work: [] }).recounted();
    expect(dated(recounted.state)).toMatchObject({ answerBy: "2026-05-07" });
    expect(lawfulClock(recounted)).toHaveProperty("nextAt", "2026-04-07T00:30:00.000Z");
    const late = recounted.passes("2026-04-21T08:00:00.000Z", { opening: true });
    expect(late.state).toMatchObject({ status: "handling", level: "department" });
  });

  it("are not forgotten when an extension has moved the law's end: the case cannot go down again", () => {
    const judged = filed("wages").opens().owner(upward).opens().passes(threeQuarters);
    const extended = judged.owner({ command: "askExtension", days: 30, reason: "-" }).head({
      command: "approveExtension",
    });
    const department = extended.owner(back).opens();
    expect(dated(department.state)).toMatchObject({ level: "department", answerBy: "2026-06-05", liftJudged: true });
    expect(department.ownerRefused(back)).toBe("tooLateToHandBack");
  });

  it("lift a low case of ten working days although the sweep comes up after the law's end", () => {
    const department = filed("lamps").opens().owner(upward).opens().owner(upward).opens();
    const low = department.later("2026-03-11T08:00:00.000Z").owner(back).opens();
    expect(dated(low.state)).toMatchObject({ level: "township", answerBy: "2026-03-16", lastDay: "2026-03-16" });
    const caughtUp = low.later("2026-03-17T02:00:00.000Z").passes("2026-03-17T02:00:00.000Z", { opening: true });
    expect(caughtUp.state).toMatchObject({ status: "handling", level: "department" });
    expect(facts(caughtUp)).toContainEqual(expect.objectContaining({ type: "lifted", passedOver: [50] }));
    // The simple way's time is over, and that of the law is not.
    expect(facts(caughtUp)).toContainEqual(expect.objectContaining({ type: "turnedOrdinary" }));
  });

  it("send a case that reaches a low level too late on to the department, whatever its clock has done by then", () => {
    for (const late of [
      onItsWayDown().later(threeQuarters),
      onItsWayDown().later(threeQuarters).does({ type: "ring", clock: law }),
      onItsWayDown().later("2026-05-07T02:00:00.000Z").does({ type: "ring", clock: law }),
    ]) {
      const passedBy = late.opens();
      expect(facts(passedBy).at(-1)).toEqual({
        type: "levelSkipped",
        stepNo: 2,
        level: "township",
        reason: "lateByLaw",
        to: "department",
      });
      expect(passedBy.events.at(-1)?.messages).toEqual([{ kind: "signal", stepNo: 2, outcome: "lifted" }]);
      expect(passedBy.opens().state).toMatchObject({ status: "handling", level: "department", liftJudged: true });
    }
  });

  it("end a request for more time, so that its head is told to decide by the day before", () => {
    const low = filed("estate").opens().later("2026-04-13T02:00:00.000Z").owner(upward).opens();
    const asked = low.owner({ command: "askExtension", days: 10, reason: "-" });
    expect(dated(asked.state)).toMatchObject({ lastDay: "2026-04-28" });
    expect(asked.events.at(-1)?.messages).toMatchObject([{ ask: "decideExtension", lastDay: "2026-04-19" }]);
    const onTheDay = low.later(threeQuarters.replace("06:30", "05:00")).owner({
      command: "askExtension",
      days: 10,
      reason: "-",
    });
    expect(onTheDay.events.at(-1)?.messages).toMatchObject([{ ask: "decideExtension", lastDay: "2026-04-20" }]);
  });

  it("let a case go down that has the time for it", () => {
    expect(onItsWayDown().opens().state).toMatchObject({ level: "township" });
  });

  it("tell nobody a share twice when a new policy lifts at one that was told", () => {
    const early: Directory = { ...directory, policy: { ...directory.policy, version: "policy-2", liftAt: 50 } };
    const told = filed("estate").opens().owner(upward).opens().later("2026-04-08T02:00:00.000Z");
    const reminded = told.does({ type: "ring", clock: law });
    expect(notices(reminded).at(-1)).toMatchObject({ clock: law, percent: 50 });
    const lifted = reminded.governed(early).does({ type: "ring", clock: law });
    expect(facts(lifted).at(-1)).toMatchObject({ type: "lifted", percent: 50 });
    expect(notices(lifted)).toHaveLength(notices(reminded).length);
  });
});
