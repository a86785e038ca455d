import { describe, expect, test } from "vitest";
import type { ClockRule } from "#clock/policy.ts";
import { Policy } from "#clock/policy.ts";
import { AnsweringLevel } from "#directory/review-bodies.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";

/**
 * What a row rests on. `text`: the article's own words say so many days. `press`: reported, its text was not at hand.
 * `district`: no national number exists, so the district sets one.
 */
type Rests = "text" | "press" | "district";
type LawRow = [days: number, dayType: ClockRule["dayType"], article: RegExp, rests: Rests];

const regulations = (article: string) => new RegExp(`^《信访工作条例》${article}`);
const districtRules = /^《安和区信访事项办理办法》第/;

/** 《信访工作条例》 (2022-05-01), Art. 22, 23, 34 to 36 and 40; 国信办发〔2022〕17号; for the rest no days are laid down. */
const clocks: Record<keyof Policy["clocks"], LawRow> = {
  accept: [15, "calendar", regulations("第二十二条"), "text"],
  simpleAccept: [3, "working", /国信办发〔2022〕17号/, "press"],
  // No text says how long another body's receipt is awaited.
  transfer: [15, "calendar", districtRules, "district"],
  receipt: [15, "calendar", regulations("第二十三条"), "text"],
  objection: [5, "working", regulations("第二十三条"), "text"],
  // Art. 23(3) has the sender verify and agree, and names no days for it.
  objectionDecision: [3, "working", districtRules, "district"],
  // acts.md: with the consent of the bureau; no text names days for it.
  otherWayDecision: [3, "working", districtRules, "district"],
  // Art. 28(3) has officials step aside, and names no days for whoever decides on it.
  recusalDecision: [3, "working", districtRules, "district"],
  // Art. 25 has what is urgent reported and dealt with at once, and names no days for what a petitioner asks.
  urgencyDecision: [1, "working", districtRules, "district"],
  handling: [60, "calendar", regulations("第三十四条"), "text"],
  simpleHandling: [10, "working", /国信办发〔2022〕17号/, "press"],
  // 行政诉讼法 Art. 47 lets two months pass before a suit; a sector has times of its own.
  dutyHandling: [60, "calendar", districtRules, "district"],
  // Art. 29 asks for an answer and names no days.
  suggestionHandling: [60, "calendar", districtRules, "district"],
  extension: [30, "calendar", regulations("第三十四条"), "text"],
  performance: [30, "calendar", districtRules, "district"],
  // Art. 32(2) has what is supported carried out; the day is the letter's, and the most of it the district's.
  promise: [365, "calendar", regulations("第三十二条第二款"), "text"],
  confirmation: [30, "calendar", districtRules, "district"],
  takeBack: [7, "calendar", districtRules, "district"],
  withdrawal: [3, "calendar", districtRules, "district"],
  pressure: [3, "working", districtRules, "district"],
  // The law knows no meeting of several units.
  meeting: [10, "working", districtRules, "district"],
  material: [10, "calendar", districtRules, "district"],
  delivery: [7, "calendar", districtRules, "district"],
  notice: [30, "calendar", districtRules, "district"],
  review: [30, "calendar", regulations("第三十五条"), "text"],
  // Art. 35 names no time for this; the district's own.
  reviewAccept: [3, "working", districtRules, "district"],
  reviewDecision: [30, "calendar", regulations("第三十五条"), "text"],
  redo: [30, "calendar", regulations("第三十五条"), "text"],
  reReview: [30, "calendar", regulations("第三十六条"), "text"],
  reReviewDecision: [30, "calendar", regulations("第三十六条"), "text"],
  // Art. 40 asks for an answer in writing and names no days; the 30 days of 2005 were for proposals.
  supervision: [10, "working", districtRules, "district"],
  supervisionDecision: [5, "working", districtRules, "district"],
  urge: [15, "calendar", districtRules, "district"],
  // Art. 40(4): whether the three proposals are taken up is answered in writing; it names no days.
  proposal: [30, "calendar", districtRules, "district"],
  // Art. 18 has leaders take charge of cases; it names no days for what they do.
  lead: [60, "calendar", districtRules, "district"],
  leadMeeting: [10, "calendar", districtRules, "district"],
  leadPlan: [10, "calendar", districtRules, "district"],
  leadAgain: [30, "calendar", districtRules, "district"],
  instruction: [90, "calendar", districtRules, "district"],
  // 国信发〔2022〕11号 has petitioners rate; within how many days was not found.
  rating: [30, "calendar", districtRules, "district"],
  followUp: [30, "calendar", districtRules, "district"],
};

/**
 * The articles that grounds for not accepting rest on, and whether the bureau has to show what they rest on. Art. 19(3) and
 * 36(3) say so themselves; the two others are the district's reading.
 */
const grounds: Record<string, [article: RegExp, shows: boolean]> = {
  "already-in-hand": [regulations("第十九条第三款$"), true],
  "review-exhausted": [regulations("第三十六条第三款$"), true],
  "other-authority": [regulations("第二十二条$"), false],
  elsewhere: [regulations("第二十三条$"), false],
};

/** Art. 31(1), (2) and (4): what is guided to the procedure of the law that decides it, and is not refused. */
const routes: Record<string, RegExp> = {
  litigation: regulations("第三十一条第一项$"),
  "labour-arbitration": regulations("第三十一条第二项$"),
  reconsideration: regulations("第三十一条第四项$"),
};

/** Art. 22, 30 and 31(1): where matters of other bodies are transferred to. */
const bodies: Record<string, RegExp> = {
  discipline: regulations("第三十条$"),
  "political-legal": regulations("第三十一条第一项$"),
  "city-bureau": regulations("第二十二条$"),
};

/** The time limits of other bodies, by their own laws. */
const limits: Record<string, [count: number, unit: "day" | "month" | "year", article: RegExp]> = {
  reconsideration: [60, "day", /^《行政复议法》第二十条$/],
  "administrative-suit": [6, "month", /^《行政诉讼法》第四十六条$/],
  "labour-arbitration": [1, "year", /^《劳动争议调解仲裁法》第二十七条$/],
  "civil-claim": [3, "year", /^《民法典》第一百八十八条$/],
};

/** Which of them may concern a category: wrong work on an estate is a civil matter, a taking of land an administrative act. */
const concern: Record<string, string[]> = {
  "housing-estates": ["civil-claim"],
  pollution: ["civil-claim"],
  "wages-labour": ["labour-arbitration"],
  "labour-inspection": ["reconsideration", "administrative-suit"],
  "public-services": ["reconsideration", "administrative-suit"],
  "land-demolition": ["reconsideration", "administrative-suit"],
  medical: ["civil-claim"],
};

/** Art. 35 and 36: one level above whoever answered, and one above that; by the level, which government's office. */
const reviewed: Record<AnsweringLevel, [review: RegExp, reReview: RegExp]> = {
  // A township's or street's answer by the district, whose review only the city can review again.
  township: [/^安和区/, /^云澜市/],
  // By the district or by the city's department, as the province says.
  department: [/^安和区|^云澜市/, /^云澜市|^省/],
  // A leader answers for the district.
  leader: [/^云澜市/, /^省/],
};

const { policy, district, categories } = demoDistrict();
const isKey = (name: string): name is keyof Policy["clocks"] => Object.hasOwn(clocks, name);

describe("the demo district's policy rests on the law as it stands", () => {
  test("with a row for every clock of the policy", () => {
    expect(Object.keys(clocks)).toEqual(Object.keys(Policy.shape.clocks.shape));
  });

  test.each(Object.keys(Policy.shape.clocks.shape).filter(isKey))(
    "%s: as many days, of the kind and the article",
    (name) => {
      const [days, dayType, article, rests] = clocks[name];
      const rule = policy.clocks[name];
      expect(rule).toMatchObject({ days, dayType });
      expect(rule.article.zh).toMatch(article);
      // Only what the article itself says may be told as the law's; the legal office's word is awaited for all else.
      if (rests !== "text") expect(rule.confirmed).toBe(false);
    },
  );

  test("its steps are the district's own, and no law's", () => {
    for (const { article, confirmed } of Object.values(policy.steps)) {
      expect(article.zh).toMatch(districtRules);
      expect(confirmed).toBe(false);
    }
  });

  test("urgent cases go by hours, which are the district's own and no law's", () => {
    const { acknowledgement, steps } = policy.urgent;
    expect(acknowledgement.hours).toBe(2);
    for (const { hours } of Object.values(steps)) expect(hours).toBe(24);
    for (const { article, confirmed } of [acknowledgement, ...Object.values(steps)]) {
      expect(article.zh).toMatch(districtRules);
      expect(confirmed).toBe(false);
    }
  });

  test("the Regulations say nothing of how days are counted", () => {
    expect(policy.counting.confirmed).toBe(false);
    expect(policy.counting.article.zh).toMatch(/^《民法典》第二百零一条、第二百零三条$/);
  });

  test.each(AnsweringLevel.options)(
    "%s: an answer is reviewed one level above, and the review one above that",
    (level) => {
      const { review, reReview } = district.reviewBodies[level];
      expect(review.name.zh).toMatch(reviewed[level][0]);
      expect(reReview.name.zh).toMatch(reviewed[level][1]);
      for (const { address, phone } of [review, reReview]) expect([address.zh, phone]).not.toContain("");
    },
  );

  test("an agreement is put in writing, by Art. 33", () => {
    expect(policy.agreement.article.zh).toMatch(regulations("第三十三条$"));
    expect(policy.agreement.confirmed).toBe(false);
  });

  test("every ground names its article, and none is told as confirmed", () => {
    expect(policy.grounds.map(({ id }) => id).toSorted()).toEqual(Object.keys(grounds).toSorted());
    for (const { id, article, confirmed, shows } of policy.grounds) {
      const [named = /^$/, isShown] = grounds[id] ?? [];
      expect(article.zh).toMatch(named);
      expect(shows !== undefined).toBe(isShown);
      expect(confirmed).toBe(false);
    }
  });

  test("what Art. 31 sends to another procedure is guided to it: no ground for not accepting rests on it", () => {
    expect(policy.grounds.map(({ article }) => article.zh).join()).not.toContain("第三十一条");
    expect(policy.routes.map(({ id }) => id).toSorted()).toEqual(Object.keys(routes).toSorted());
    for (const { id, article, confirmed, limits: named } of policy.routes) {
      expect(article.zh).toMatch(routes[id] ?? /^$/);
      expect(confirmed).toBe(false);
      expect(named.length).toBeGreaterThan(0);
    }
  });

  test("what other bodies have is transferred to them, by the article that says so", () => {
    expect(policy.bodies.map(({ id }) => id).toSorted()).toEqual(Object.keys(bodies).toSorted());
    for (const { id, article, confirmed } of policy.bodies) {
      expect(article.zh).toMatch(bodies[id] ?? /^$/);
      expect(confirmed).toBe(false);
    }
  });

  test("final is what a re-review opinion has ended, and never a review that nobody asked for in time", () => {
    const { text, shows } = policy.grounds.find(({ id }) => id === "review-exhausted") ?? {};
    expect(text?.zh).toContain("复核意见");
    expect(shows?.zh).toContain("复核意见");
    for (const { text: says } of policy.grounds)
      expect(`${says.zh}${says.en}`).not.toMatch(/逾期|期限已过|终结|in time/);
  });

  test("the time limits of other bodies are as long as their laws say, and none is told as confirmed", () => {
    expect(policy.limits.map(({ id }) => id).toSorted()).toEqual(Object.keys(limits).toSorted());
    for (const { id, length, article, confirmed } of policy.limits) {
      const [count, unit, named = /^$/] = limits[id] ?? [];
      expect(length).toEqual({ count, unit });
      expect(article.zh).toMatch(named);
      expect(confirmed).toBe(false);
    }
  });

  test.each(categories.map(({ id, limits: named }) => [id, named] as const))(
    "%s: the time limits that may concern it",
    (id, named) => {
      expect(named).toEqual(concern[id] ?? []);
    },
  );
});
