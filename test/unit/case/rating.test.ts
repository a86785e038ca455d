import { describe, expect, it, test } from "vitest";
import { clockAccounts } from "#case/account/clock-account.ts";
import { decide } from "#case/acts/decide.ts";
import { offeredToPetitioner, petitionerForms } from "#case/acts/every-petitioner-act.ts";
import { withoutApart } from "#case/state/apart.ts";
import { mostRatings } from "#case/state/facts/rating.ts";
import { rateableUntil } from "#case/state/rating.ts";
import { deedNames } from "#words/deeds.ts";
import { explain } from "#words/explain.ts";
import { toldTo } from "#words/told-to.ts";
import { directory } from "./district.ts";
import { filed, letter, promised, type Story } from "./story.ts";

const petitioner = { type: "petitioner" } as const;
const open = { ...petitioner, act: { command: "openAnswer" } } as const;
const rates = (bureauRating: "satisfied" | "mostly" | "notSatisfied", unitRating = bureauRating, remark?: string) =>
  ({
    ...petitioner,
    act: { command: "rate", bureauRating, unitRating, ...(remark !== undefined && { remark }) },
  }) as const;
/** Noon of a day in the district. */
const noon = (day: string): string => `${day}T04:00:00.000Z`;
/** Answered by the township on Monday 2 March 2026, and not opened yet. */
const answered = () =>
  filed("estate")
    .opens()
    .owner({ command: "reportUpward", reason: "超出权限" })
    .opens()
    .owner({ command: "reply", ...letter });
const received = () => answered().does(open);
const last = ({ events }: Story) => events.at(-1);

describe("a petitioner rates", () => {
  it("the petition office and the unit that answered apart, and nothing else comes of it", () => {
    const before = received();
    const after = before.does(rates("satisfied", "notSatisfied", "慢了点"));
    expect(last(after)).toMatchObject({
      by: { kind: "petitioner" },
      fact: { type: "rated", unit: "river", bureauRating: "satisfied", unitRating: "notSatisfied", remark: "慢了点" },
      ...{ clocks: [], messages: [] },
    });
    expect(after.state.running).toEqual(before.state.running);
    expect(after.state.status).toBe("window");
  });

  it("as often as they like within bounds: the last one counts", () => {
    const first = received();
    const { told } = first.state;
    const once = first.does(rates("mostly"));
    // Sent twice from one page it counts once; what is another one there is told apart by the door.
    expect(once.does({ ...rates("notSatisfied"), saw: told }).state.rating).toEqual(once.state.rating);
    const twice = once.does(rates("notSatisfied", "satisfied"));
    expect(twice.state.rating).toEqual({
      ...{ unit: "river", bureauRating: "notSatisfied", unitRating: "satisfied", times: 2 },
    });
    const most = Array.from({ length: mostRatings - 2 }).reduce<Story>(
      (story, _, n) => story.does(rates(n % 2 === 0 ? "satisfied" : "mostly")),
      twice,
    );
    expect(most.refuses(rates("notSatisfied"))).toBe("ratedEnough");
    expect(offeredToPetitioner(most.state, most.world)).not.toContain("rate");
  });

  it("until the days after the end are over, also by a settlement", () => {
    const closed = received().does(rates("mostly")).passes(noon("2026-04-10"));
    expect(closed.state).toMatchObject({ status: "closed", endedBy: "river", rating: { bureauRating: "mostly" } });
    const until = rateableUntil(closed.state, closed.world);
    if (until === undefined || closed.state.status !== "closed") throw new Error("it has no last day");
    expect(closed.later(`${until}T15:59:00.000Z`).does(rates("satisfied")).state.rating?.times).toBe(2);
    expect(closed.later(`${until}T16:00:00.000Z`).refuses(rates("satisfied"))).toBe("tooLateToRate");
    const settled = filed("estate")
      .opens()
      .owner({ command: "proposeSettlement", terms: "已修好", done: "already", promisedFor: undefined })
      .does({ ...petitioner, act: { command: "confirmSettlement" } });
    expect(settled.does(rates("satisfied")).state.rating).toMatchObject({ unit: "peach" });
  });

  it("anew what a correction says differently: what they said before stays until then", () => {
    const corrects = { ...letter, command: "correctLetter", kind: "finding", change: "结论", reason: "有误" } as const;
    const before = received().does(rates("satisfied"));
    const { stepNo } = before.state;
    const corrected = before.does({ type: "staff", by: "river-handler", stepNo, assignment: 1, act: corrects });
    expect(corrected.state).toMatchObject({ status: "delivering", rating: { times: 1 } });
    expect(corrected.refuses(rates("mostly"))).toBe("nothingToRate");
    expect(corrected.does(open).does(rates("mostly")).state.rating).toMatchObject({ times: 2 });
  });

  it("with both answers: one alone, another word or none is read by no form", () => {
    const read = (form: Record<string, string>) => petitionerForms.read({ command: "rate", ...form });
    expect(read({ bureauRating: "satisfied" })).toMatchObject({ problems: { unitRating: "missing" } });
    expect(read({ bureauRating: "5", unitRating: "mostly" })).toMatchObject({ problems: { bureauRating: "missing" } });
    const both = { bureauRating: "satisfied", unitRating: "mostly" };
    expect(read({ ...both, remark: "字".repeat(1001) })).toMatchObject({ problems: { remark: "tooLong" } });
    expect(read({ ...both, remark: " " })).toMatchObject({ act: { remark: undefined } });
  });
});

describe("nobody rates", () => {
  test.each<[string, () => Story]>([
    ["before it is accepted", () => filed("land").opens()],
    ["while it is worked on", () => filed("estate").opens()],
    ["before the answer has reached the petitioner", answered],
    [
      "a settlement that is agreed and not done yet",
      () =>
        filed("estate")
          .opens()
          .owner(promised("2026-03-09", "修好楼板"))
          .does({ ...petitioner, act: { command: "agreeSettlement" } }),
    ],
    [
      "what was not accepted",
      () =>
        filed("land").opens().owner({ command: "notAccept", ground: "court", where: undefined, explanation: "已起诉" }),
    ],
    [
      "what was withdrawn",
      () =>
        filed("estate")
          .opens()
          .does({ ...petitioner, act: { command: "withdraw", understood: "yes" } })
          .passes(noon("2026-03-12")),
    ],
  ])("%s", (_, told) => {
    expect(told().refuses(rates("satisfied"))).toBe("nothingToRate");
    const { state, world } = told();
    expect(offeredToPetitioner(state, world)).not.toContain("rate");
  });

  test("for a petitioner: an agent never does", () => {
    const { state, world } = received();
    expect(decide(state, { ...rates("satisfied"), saw: state.told, agent: 1 }, world)).toHaveProperty("refused");
  });
});

describe("nobody of the office is told", () => {
  const rated = () => received().does(rates("satisfied", "notSatisfied", "CANARY"));

  it("by its history, in `why`, on lists of clocks, nor by how the case looks to those who act or petition with them", () => {
    const { state: petition, events, world } = rated();
    const staff = toldTo("staff", events).map(({ event }) => event.fact.type);
    expect(staff).not.toContain("rated");
    expect(toldTo("petitioner", events).map(({ event }) => event.fact.type)).toContain("rated");
    for (const lang of ["zh", "en"] as const) {
      const explained = (of: Story) =>
        explain({
          ...{ petition: of.state, events: of.events, clocks: [], finding: undefined, lang },
          ...{ now: world.now, directory, calendar: world.calendar },
        }).join("\n");
      expect(explained(rated())).not.toContain(deedNames.rated[lang]);
      expect(explained(rated())).not.toMatch(/满意|atisfied|CANARY/);
    }
    expect(clockAccounts({ petition, events, clocks: [], ...world })).toEqual(
      clockAccounts({ ...received(), petition: received().state, clocks: [], ...world }),
    );
    const seen = withoutApart({ petition, events });
    expect(seen.petition).not.toHaveProperty("rating");
    // By what a repeated form is known is no page's to tell, and says nothing of how they rated.
    const { decided: _, ...looks } = seen.petition;
    expect(JSON.stringify([looks, seen.events])).not.toMatch(/atisfied|CANARY|"rated"/);
  });
});
