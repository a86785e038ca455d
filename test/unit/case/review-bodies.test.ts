import { describe, expect, it } from "vitest";
import { filed, letter, type Story } from "./story.ts";

const upward = { command: "reportUpward", reason: "-" } as const;
const township = filed("estate").opens().owner(upward).opens();
const department = township.owner(upward).opens();
const leader = department.owner(upward).opens();

const issuedBy = (story: Story) => {
  const { state } = story.owner({ command: "reply", ...letter });
  return "letter" in state ? state.letter : undefined;
};

describe("an answer is reviewed one level above whoever answered, and the review one above that", () => {
  it.each([
    ["a township's", township, "区复查办", "市复查办"],
    ["a department's", department, "区复查办", "市复查办"],
    ["a leader's, who answers for the district,", leader, "市复查办", "省复查办"],
  ])("%s answer names both bodies, with address, phone and days", (_, story, review, reReview) => {
    const rule = { days: 30, dayType: "calendar", article: { zh: "第三十四条" }, confirmed: false };
    const body = (name: string) => ({ name: { zh: name }, address: { zh: `${name}地址` }, phone: "010-1" });
    expect(issuedBy(story)?.remedy).toMatchObject({
      review: { body: body(review), ...rule },
      reReview: { body: body(reReview), ...rule },
    });
  });

  it("as the level whose answer it is, also where the bureau stands in for its own leaders", () => {
    const about = { units: ["leader"], staff: [] };
    const stoodIn = filed("wages", undefined, about).opens().owner(upward).opens();
    expect(stoodIn.state).toMatchObject({ status: "handling", level: "leader", unit: "bureau" });
    expect(issuedBy(stoodIn)?.remedy).toMatchObject({ review: { body: { name: { zh: "市复查办" } } } });
  });
});
