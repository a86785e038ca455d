import { describe, expect, it } from "vitest";
import { decide } from "#case/acts/decide.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { CaseEvent } from "#case/state/event.ts";
import { clockOf, lastDayOf } from "#case/state/running.ts";
import { stationOf } from "#case/state/standing.ts";
import type { Directory } from "#directory/directory.ts";
import { at } from "./district.ts";
import { filed, letter, type Story } from "./story.ts";

const reasons = "答复说已经到现场看过，可是没有人来过，脚手架还在挡着我家的窗户，要求重新调查。";
const ask = { type: "petitioner", act: { command: "askReview", reviewReasons: reasons } } as const;
const open = { type: "petitioner", act: { command: "openAnswer" } } as const;
const opinion = { facts: "到现场看过", rule: "条例第三十五条", decision: "原答复认定事实不清" };
const revokes: StaffCommand = {
  ...{ command: "revokeAnswer", ...opinion },
  ...{ differently: "到现场测量，再作结论", newDay: "2026-03-25" },
};
const upholds: StaffCommand = { command: "upholdAnswer", ...opinion };

/** A department has answered, and its petitioner has read that. */
const answered = (): Story =>
  filed("wages")
    .opens()
    .owner({ command: "reply", ...letter })
    .does(open);
const asked = (): Story => answered().does(ask);
const reviewing = (): Story => asked().part("reviewer", { command: "acceptReview" });

/** Every text is a name of the record's, as it would be stored. */
const isSound = ({ events }: Story): boolean => events.every((event) => CaseEvent.safeParse(withNames(event)).success);
const withNames = (value: unknown, field = ""): unknown => {
  if (typeof value === "string") return prose.includes(field) ? "T".repeat(43) : value;
  if (Array.isArray(value)) return value.map((one: unknown) => withNames(one, field));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => [name, withNames(one, name)]),
  );
};
const prose = [...["facts", "rule", "decision", "reason", "reviewReasons", "differently", "differs", "said"]];

const facts = ({ events }: Story) => events.map(({ fact }) => fact.type);
const reviewerIn = ({ state }: Story) => (state.status === "window" ? state.review?.reviewer : undefined);

describe("who disagrees with an answer", () => {
  it("asks for review, which the body above has from then on, in a chain of its own", () => {
    const story = asked();
    expect(reviewerIn(story)).toEqual({ unit: "above", staff: "above-handler" });
    expect(stationOf(story.state)).toBe("review");
    expect(clockOf(story.state, "review")).toBeUndefined();
    expect(lastDayOf(story.state, "reviewAccept")).toBe("2026-03-05");
    expect(lastDayOf(story.state, "reviewDecision")).toBe("2026-04-01");
    expect(story.events.at(-1)?.messages).toEqual([
      { kind: "signal", stepNo: story.state.stepNo, outcome: "reviewAsked", epoch: 1 },
      { kind: "start", epoch: 2, startAt: "review" },
      expect.objectContaining({ kind: "taskMail", to: "above-handler", ask: "reviewAnswer" }),
    ]);
  });

  it("has all that comes of it stored as the record has it", () => {
    const refused = asked().part("reviewer", { command: "refuseReview", reviewGround: "notOurs", reason: "-" });
    const upheld = reviewing().part("reviewer", upholds).does(open);
    const revoked = reviewing().part("reviewer", revokes).opens();
    for (const story of [asked(), reviewing(), refused, upheld, revoked]) expect(isSound(story)).toBe(true);
  });

  it("asks once for each answer", () => {
    expect(asked().refuses(ask)).toBe("reviewAskedBefore");
    expect(reviewing().part("reviewer", upholds).does(open).refuses(ask)).toBe("reviewAskedBefore");
  });

  it("is told the address alone where the body is outside, or nobody knows who had a part in the case", () => {
    const { district, ...rest } = at("2026-03-02T02:00:00.000Z").directory;
    const { unit: _, ...outside } = district.reviewBodies.department.review;
    const elsewhere: Directory = {
      ...rest,
      district: {
        ...district,
        reviewBodies: {
          ...district.reviewBodies,
          department: { ...district.reviewBodies.department, review: outside },
        },
      },
    };
    expect(answered().governed(elsewhere).refuses(ask)).toBe("reviewedElsewhere");
  });

  it("is told so when they ask, where nobody is left here who had no part in the case", () => {
    const { state, world } = answered();
    const hands = world.directory.staff.map(({ id }) => id);
    const asks = { ...ask, saw: state.told };
    expect(decide({ ...state, hands }, asks, world)).toEqual({ refused: "reviewedElsewhere" });
  });

  it("asks nothing of an answer against which there is no review", () => {
    const suggested = filed("ideas").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    expect(
      suggested
        .owner({ command: "reply", ...letter, outcome: "adopted" })
        .does(open)
        .refuses(ask),
    ).toBe("nothingToReview");
  });
});

describe("whoever reviews an answer", () => {
  it("is never somebody who had a part in the case, even where the whole office but one had", () => {
    const helped = filed("wages")
      .opens()
      .owner({ command: "askAssistance", assistUnit: "above", question: "工地归谁管", wantedBy: "2026-03-06" });
    const after = helped
      .owner({ command: "reply", ...letter })
      .does(open)
      .does(ask);
    expect(after.state.hands).toContain("above-handler");
    expect(reviewerIn(after)).toEqual({ unit: "above", staff: "above-head" });
  });

  it("gives it to nobody who had a part either", () => {
    const pass = (to: string): StaffCommand => ({ command: "passReview", to, reason: "出差" });
    expect(asked().partRefused("reviewer", pass("housing-handler"))).toBe("hadAPart");
    expect(reviewerIn(asked().part("reviewer", pass("above-colleague")))?.staff).toBe("above-colleague");
  });

  it("says first whether it is taken up, and only once", () => {
    expect(asked().partRefused("reviewer", upholds)).toBe("reviewNotTakenUp");
    expect(asked().partRefused("reviewer", revokes)).toBe("reviewNotTakenUp");
    expect(reviewing().partRefused("reviewer", { command: "acceptReview" })).toBe("reviewTakenUp");
    const refusal = { command: "refuseReview", reviewGround: "notOurs", reason: "-" } as const;
    expect(reviewing().partRefused("reviewer", refusal)).toBe("reviewTakenUp");
  });

  it("does not take it up in writing, and the case ends as after the time for a review", () => {
    const story = asked().part("reviewer", { command: "refuseReview", reviewGround: "notOurs", reason: "-" });
    expect(facts(story).slice(-2)).toEqual(["reviewRefused", "closed"]);
    expect(story.state).toMatchObject({ status: "closed", how: "windowClosed", outcome: "resolved", running: [] });
    expect(story.events.at(-1)?.messages).toEqual([
      { kind: "signal", stepNo: story.state.stepNo, outcome: "closed", at: "review", epoch: 2 },
    ]);
  });

  it("is followed by the head of the body where nothing is decided in time, which is on record and told", () => {
    const story = asked().passes("2026-03-06T00:00:00.000Z");
    expect(facts(story)).toContain("reviewOverdue");
    expect(reviewerIn(story)?.staff).toBe("above-head");
    expect(story.events.flatMap(({ messages }) => messages)).toContainEqual(
      expect.objectContaining({ kind: "newsMail", news: "reviewLate" }),
    );
    // The mail that gives it to the head leaves on that morning; it is no morning for a reminder as well.
    const reminded = (by: string) => facts(story.passes(by)).filter((type) => type === "reviewReminded").length;
    const before = reminded("2026-03-06T00:00:00.000Z");
    expect(reminded("2026-03-06T08:00:00.000Z")).toBe(before);
    expect(reminded("2026-03-09T08:00:00.000Z")).toBe(before + 1);
    const again = story.passes("2026-03-12T00:00:00.000Z");
    expect(facts(again).filter((type) => type === "reviewOverdue")).toHaveLength(1);
    expect(facts(again).filter((type) => type === "reviewReminded").length).toBeGreaterThan(1);
  });

  it("keeps the answer from being corrected meanwhile", () => {
    expect(asked().state).toMatchObject({ status: "window" });
    expect(() => asked().part("owner", revokes)).toThrow("Nobody is owner");
  });
});

describe("an answer that is upheld", () => {
  const upheld = () => reviewing().part("reviewer", upholds);

  it("has the letter of the review delivered by whoever reviewed it, and the time for a re-review begin with that", () => {
    const story = upheld();
    expect(story.state).toMatchObject({ status: "delivering", deliverer: { staff: "above-handler" } });
    expect(stationOf(story.state)).toBe("reReviewWindow");
    const read = story.does(open);
    expect(lastDayOf(read.state, "reReview")).toBe("2026-04-01");
    const ended = read.passes("2026-04-02T00:00:00.000Z");
    expect(ended.state).toMatchObject({ status: "closed", how: "windowClosed", outcome: "resolved", running: [] });
    expect(ended.events.at(-1)?.messages[0]).toMatchObject({ outcome: "closed", at: "reReviewWindow" });
  });

  it("is delivered by the office where its petitioner does not open it", () => {
    const recorded = upheld().owner({
      command: "recordDelivery",
      how: "byHand",
      on: "2026-03-02",
      tracking: undefined,
    });
    expect(recorded.state).toMatchObject({ status: "window", delivery: { how: "byHand" } });
    expect(clockOf(recorded.state, "reReview")).toBeDefined();
  });
});

describe("an answer that is revoked", () => {
  const revoked = () => reviewing().part("reviewer", revokes).opens();
  const anew = { command: "reply", ...letter, decision: "重新测量后，同意拆除脚手架" } as const;

  it("is given again by somebody who neither had the case nor decided on it, in the time that the review has set", () => {
    const story = revoked();
    expect(story.state).toMatchObject({ status: "handling", level: "department", unit: "housing" });
    const owner = story.state.status === "handling" ? story.state.owner : "";
    expect(["housing-handler", "above-handler"]).not.toContain(owner);
    expect(lastDayOf(story.state, "handling")).toBe("2026-03-25");
    expect(story.ownerRefused({ command: "reassign", to: "housing-handler", reason: "-" })).toBe("notAColleague");
  });

  it("is not given again without saying what is different, or with the same conclusions and reasons", () => {
    expect(revoked().ownerRefused({ command: "reply", ...letter })).toBe("differenceMissing");
    const same = { command: "reply", ...letter, differs: "写得更清楚" } as const;
    expect(revoked().ownerRefused(same)).toBe("sameAnswerAgain");
    const other = revoked().owner({ ...anew, differs: "重新测量过" });
    expect(other.state).toMatchObject({ status: "delivering", letter: { differs: "重新测量过" } });
  });

  it("may be reviewed again, by others", () => {
    const again = revoked()
      .owner({ ...anew, differs: "重新测量过" })
      .does(open)
      .does(ask);
    expect(reviewerIn(again)?.staff).toBe("above-head");
  });

  it.each(["2026-03-02", "2026-04-02"])("is given a day after today and within thirty days, not %s", (newDay) => {
    expect(reviewing().partRefused("reviewer", { ...revokes, newDay })).toBe("redoDayOutside");
  });
});
