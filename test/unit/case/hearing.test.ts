import { describe, expect, it } from "vitest";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { actor } from "#case/state/standing.ts";
import { filed, hears, letter, type Story } from "./story.ts";

const acknowledge = { command: "acknowledge" } as const;
const reply = { command: "reply", ...letter } as const;
const on = "2026-03-02";
const contact = (came: "heard" | "tried" | "declined", said = "-") =>
  ({ command: "recordContact", contact: came, on, said }) as const;
const wages = () => filed("wages").opens().owner(acknowledge);

/** Just what the owner does, with nothing done before. */
const alone = (story: Story, act: StaffCommand) => {
  const who = actor(story.state);
  if (who === undefined) throw new Error(story.state.status);
  return { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act } as const;
};
const answered = (story: Story) => story.does(alone(story, reply)).state;

describe("an answer", () => {
  it("is refused until the petitioner was heard, and not offered before", () => {
    const story = wages();
    expect(story.refuses(alone(story, reply))).toBe("unheard");
    const heard = story.owner(contact("heard", "厂里说年底一起补"));
    expect(answered(heard)).toMatchObject({
      status: "delivering",
      letter: { heard: { how: "heard", on, said: "厂里说年底一起补" } },
    });
  });

  it("is given to whoever does not want to say anything, and says so", () => {
    expect(answered(wages().owner(contact("declined")))).toMatchObject({ letter: { heard: { how: "declined" } } });
  });

  it("is given to whoever could not be reached three times, and not after two", () => {
    const twice = wages().owner(contact("tried")).owner(contact("tried"));
    expect(twice.refuses(alone(twice, reply))).toBe("unheard");
    const thrice = twice.owner(contact("tried", "第三次"));
    expect(answered(thrice)).toMatchObject({ letter: { heard: { how: "notReached", said: "第三次" } } });
  });

  it("rests on what was heard, though they could not be reached again", () => {
    const story = [1, 2, 3].reduce(
      (before) => before.owner(contact("tried")),
      wages().owner(contact("heard", "听到的")),
    );
    expect(answered(story)).toMatchObject({ letter: { heard: { how: "heard", said: "听到的" } } });
  });

  it("rests on what another level has heard before, and so does the bureau's hearing", () => {
    const community = filed("estate").opens().owner(acknowledge).owner(contact("heard"));
    const township = community.owner({ command: "reportUpward", reason: "-" }).opens();
    expect(answered(township)).toMatchObject({ letter: { heard: { how: "heard" } } });
    const screened = filed("land").opens().owner(contact("heard")).owner({ command: "accept" });
    expect(screened.state).toMatchObject({ heard: { how: "heard" } });
  });

  it("needs no hearing where the law asks for none: to a suggestion, or on an office's duty", () => {
    const duty = filed("inspection").opens().owner(acknowledge);
    expect(answered(duty)).toMatchObject({ status: "delivering" });
    expect(answered(duty)).not.toHaveProperty("letter.heard");
  });
});

describe("a contact", () => {
  it("moves no clock and ends no turn; whoever was not reached is mailed, and nobody who was", () => {
    const before = wages();
    const [tried, heard] = [before.owner(contact("tried")), before.owner(contact("heard"))];
    expect(tried.running).toEqual(before.running);
    expect(actor(tried.state)).toEqual(actor(before.state));
    expect(tried.events.at(-1)?.messages).toEqual([{ kind: "newsMail", news: "notReached" }]);
    expect(heard.events.at(-1)?.messages).toEqual([]);
  });

  it("was on a day since the registration, and on none to come", () => {
    for (const impossible of ["2026-03-01", "2026-03-03"]) {
      expect(wages().ownerRefused({ ...contact("heard"), on: impossible })).toBe("contactDateImpossible");
    }
  });

  it("is recorded while an answer is owed, and not afterwards", () => {
    const story = wages().owner(hears("2026-03-02T02:00:00.000Z")).owner(reply);
    expect(story.ownerRefused(contact("heard"))).toBe("notAtThisLevel");
  });
});
