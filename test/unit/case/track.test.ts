import { describe, expect, it } from "vitest";
import { Outcome } from "#case/state/facts/answer.ts";
import { outcomesOn } from "#case/state/outcomes.ts";
import { periodClock } from "#case/state/running.ts";
import { AnsweredTrack, Track, tracks } from "#clock/track.ts";
import { directory } from "./district.ts";
import { filed, letter, type Story } from "./story.ts";

const upward = { command: "reportUpward", reason: "-" } as const;
const acknowledge = { command: "acknowledge" } as const;
const answer = (outcome: Outcome) => ({ command: "reply", ...letter, outcome }) as const;
const idea = () => filed("ideas").opens().owner(acknowledge).owner(upward).opens();
const duty = () => filed("inspection").opens().owner(acknowledge);
const land = () => filed("land").opens();
const ends = ({ events }: Story) => events.at(-1);

describe("the track of a case", () => {
  it("has for each of the seven a clock that the policy gives, a letter's remedy and what it may conclude", () => {
    for (const track of Track.options) {
      const { decides, answers } = tracks[track];
      expect(directory.policy.clocks[decides].days).toBeGreaterThan(0);
      expect(answers === undefined || directory.policy.clocks[answers].days > 0).toBe(true);
      expect(outcomesOn(track).length > 0).toBe(AnsweredTrack.safeParse(track).success);
    }
  });

  it("gives sixty days and thirty more to the petition procedure alone, and a review to what Art. 34 is for", () => {
    expect(Track.options.filter((track) => tracks[track].extends)).toEqual(["petition"]);
    expect(Track.options.filter((track) => tracks[track].answers === "handling")).toEqual(["petition"]);
    expect(Track.options.filter((track) => tracks[track].remedy === "review")).toEqual(["petition", "simple"]);
  });

  it("is proposed by the category from registration on, whatever a later directory says of that", () => {
    expect(filed("ideas").state.track).toBe("suggestion");
    const categories = directory.categories.map((category) => ({ ...category, track: "petition" as const }));
    expect(
      idea()
        .governed({ ...directory, categories })
        .ownerRefused(answer("resolved")),
    ).toBe("outcomeOfAnotherTrack");
  });
});

describe("the bureau's examination", () => {
  it("accepts on the category's track without a word, and on another one for a reason that the petitioner reads", () => {
    expect(land().owner({ command: "accept" }).state.track).toBe("petition");
    expect(land().ownerRefused({ command: "accept", track: "suggestion" })).toBe("trackWithoutReason");
    const accepted = land().owner({ command: "accept", track: "suggestion", reason: "是建议" });
    expect(accepted.state.track).toBe("suggestion");
    expect(ends(accepted)?.fact).toMatchObject({ type: "accepted", track: "suggestion", reason: "是建议" });
  });

  it("handles nothing the simple way that its category does not call so", () => {
    expect(land().ownerRefused({ command: "accept", track: "simple", reason: "-" })).toBe("trackNotSimple");
  });

  it("accepts nothing that another body decides", () => {
    const categories = directory.categories.map((category) => ({ ...category, track: "judicial" as const }));
    const judicial = filed("land", undefined, undefined, { ...directory, categories }).opens();
    expect(judicial.ownerRefused({ command: "accept" })).toBe("answeredElsewhere");
    expect(judicial.owner({ command: "accept", track: "petition", reason: "-" }).state.track).toBe("petition");
  });

  it("accepts nothing at once that another body decides, whatever the directory says", () => {
    const categories = directory.categories.map((category) => ({ ...category, track: "accusation" as const }));
    const story = filed("estate", undefined, undefined, { ...directory, categories });
    expect(story.events.map(({ fact }) => fact.type)).toEqual(["registered"]);
  });

  it("guides on the track of the procedure", () => {
    const guided = land().owner({ command: "guide", route: "arbitration", knownOn: undefined, explanation: "-" });
    expect(guided.state.track).toBe("procedure");
  });
});

describe("a suggestion", () => {
  it("is answered with whether it is taken up, and with nothing else", () => {
    for (const outcome of Outcome.options) {
      const isAdoption = ["adopted", "adoptedInPart", "notAdopted"].includes(outcome);
      if (isAdoption) expect(idea().owner(answer(outcome)).state).toMatchObject({ status: "delivering" });
      else expect(idea().ownerRefused({ ...answer(outcome), promisedFor: "2026-03-20" })).toBe("outcomeOfAnotherTrack");
    }
    expect(duty().ownerRefused(answer("adopted"))).toBe("outcomeOfAnotherTrack");
  });

  it("of which some is taken up is taken up in part", () => {
    const two = filed("ideas", undefined, undefined, undefined, 2).opens().owner(acknowledge).owner(upward).opens();
    const answered = two.owner({ ...answer("adopted"), outcome2: "notAdopted", decision2: "-" });
    expect(answered.state).toMatchObject({ letter: { outcome: "adoptedInPart" } });
  });

  it("has an answer without a review, with whose delivery it ends", () => {
    const answered = idea().owner(answer("notAdopted"));
    expect(answered.state).toMatchObject({ letter: { remedy: { kind: "none" } } });
    const opened = answered.does({ type: "petitioner", act: { command: "openAnswer" } });
    expect(opened.state).toMatchObject({ status: "closed", how: "noReview", outcome: "notAdopted" });
    expect(opened.running).toEqual([]);
    expect(ends(opened)?.messages).toEqual([{ kind: "signal", stepNo: opened.state.stepNo, outcome: "closed" }]);
  });

  it("is late after its sixty days as anything else, and cannot be extended", () => {
    expect(periodClock(idea().state, "handling")).toMatchObject({ days: 60 });
    expect(idea().ownerRefused({ command: "askExtension", days: 5, reason: "-" })).toBe("trackNotExtended");
    const late = filed("ideas").passes("2026-05-07T02:00:00.000Z", { opening: true });
    expect(late.events.map(({ fact }) => fact.type)).toContain("statutoryOverdue");
  });
});

describe("a call on an office's duty", () => {
  it("is answered with the procedures that there are against it, and no review", () => {
    const answered = duty().owner(answer("notSupported"));
    expect(answered.state).toMatchObject({
      letter: { remedy: { kind: "elsewhere", limits: [{ id: "reconsideration" }] } },
    });
    const delivered = answered
      .later("2026-03-04T02:00:00.000Z")
      .owner({ command: "recordDelivery", how: "byHand", on: "2026-03-03", tracking: undefined });
    expect(delivered.state).toMatchObject({ status: "closed", how: "noReview", outcome: "notSupported" });
  });

  it("promises nothing: the time for the answer is the time for the duty", () => {
    expect(duty().ownerRefused({ ...answer("promised"), promisedFor: "2026-03-20" })).toBe("outcomeOfAnotherTrack");
  });
});

describe("the simple way", () => {
  it("is examined in three working days where it is not accepted at once", () => {
    const categories = directory.categories.map((c) => (c.id === "lamps" ? { ...c, acceptAtOnce: false } : c));
    const examined = filed("lamps", undefined, undefined, { ...directory, categories }).opens();
    expect(periodClock(examined.state, "accept")).toMatchObject({
      days: 3,
      dayType: "working",
      lastDay: "2026-03-05",
    });
  });

  it("is over once its letter is corrected to refuse something", () => {
    const answered = filed("lamps").opens().owner(acknowledge).owner(upward).opens().owner(answer("resolved"));
    const words = { ...letter, change: "-", reason: "-" };
    const corrected = answered.owner({ command: "correctLetter", kind: "finding", ...words, outcome: "notSupported" });
    expect(corrected.state.track).toBe("petition");
    expect(answered.owner({ command: "correctLetter", kind: "slip", ...words }).state.track).toBe("simple");
  });
});
