import { describe, expect, it } from "vitest";
import { staffForms } from "#case/acts/every-act.ts";
import { partsIn } from "#case/state/standing.ts";
import { doorOf } from "#case/state/task-door.ts";
import { districtDate } from "#clock/period.ts";
import { filed, letter, namesAgent, promisingLetter, type Story } from "./story.ts";

const asks = (remark?: string) =>
  ({ type: "petitioner", act: { command: "askSupervision", ...(remark !== undefined && { remark }) } }) as const;
const urges = { type: "petitioner", act: { command: "urge" } } as const;
const withdraws = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
const notice = (newDay: string) => ({ command: "issueSupervision", demand: "书面答复并说明原因", newDay }) as const;
const again = (newDay: string) => ({ command: "refuseFeedback", demand: "写明哪一天答复", newDay }) as const;
const report = { command: "reportFeedback", feedback: "已经答复，下周送达" } as const;
const accept = { command: "acceptFeedback" } as const;
const decline = { command: "declineSupervision", reason: "昨天已经答复" } as const;

/** Filed on 2 March: the law's time for the answer is over by then, and nobody is above whoever has it. */
const late = filed("wages").passes("2026-05-07T02:00:00.000Z", { opening: true });
const asked = late.does(asks("已经过了六十天"));
const noticed = asked.part("supervisor", notice("2026-05-14"));
const reported = noticed.part("supervised", report);

const facts = ({ events }: Story) => events.map(({ fact }) => fact.type);
const last = ({ events }: Story) => events.at(-1);
const messages = (story: Story) => last(story)?.messages ?? [];
const open = ({ state }: Story) => state.supervision?.open;
const roles = ({ state }: Story) =>
  partsIn(state).flatMap(({ role, staff }) =>
    role === "supervisor" || role === "supervised" ? [{ role, staff }] : [],
  );
/** The clocks of the case but for those of supervision. */
const others = ({ running }: Story) =>
  running.filter(({ clock }) => clock.kind !== "feedback" && clock.kind !== "supervisionDecision");
const lastDay = ({ running }: Story, kind: string) => running.find(({ clock }) => clock.kind === kind)?.clock.lastDay;

describe("a petitioner who asks for supervision", () => {
  it("may once a day was missed that the record shows, and once for each", () => {
    expect(filed("wages").opens().refuses(asks())).toBe("nothingMissed");
    expect(open(asked)).toMatchObject({ stage: "asked", missed: { ground: "statutoryOverdue" }, isPetitioners: true });
    expect(asked.refuses(asks())).toBe("supervisedAlready");
    const declined = asked.part("supervisor", decline);
    expect(open(declined)).toBeUndefined();
    const [first, ...rest] = declined.state.supervision?.asked ?? [];
    expect(first).toMatchObject({ ground: "statutoryOverdue" });
    expect(rest).toEqual([]);
    // The last step's time is over as well, which is another day; after that nothing is left to ask for.
    const second = declined.does(asks());
    expect(open(second)).toMatchObject({ missed: { ground: "overdueAtTop" } });
    expect(second.part("supervisor", decline).refuses(asks())).toBe("nothingMissed");
  });

  it("is answered by somebody of the bureau who has no part in it, at a door of its own, in the policy's time", () => {
    const [part] = roles(asked);
    const apart = partsIn(late.state).map(({ staff }) => staff);
    expect(part?.role).toBe("supervisor");
    expect(apart).not.toContain(part?.staff);
    expect(doorOf(asked.state, "supervisor")).toBe("watch");
    expect(messages(asked)).toEqual([expect.objectContaining({ ask: "decideSupervision", to: part?.staff })]);
    expect(lastDay(asked, "supervisionDecision")).toBe("2026-05-13");
  });

  it("moves no clock of the case, whatever comes of it", () => {
    for (const story of [asked, noticed, reported, reported.part("supervisor", accept)]) {
      expect(others(story)).toEqual(others(late));
    }
  });

  it("reads why where it is not, and is mailed that there is an answer", () => {
    const declined = asked.part("supervisor", decline);
    expect(last(declined)?.fact).toMatchObject({ type: "supervisionOver", how: "declined", reason: "昨天已经答复" });
    expect(messages(declined)).toEqual([expect.objectContaining({ news: "supervisionDeclined" })]);
    expect(staffForms.read({ command: "declineSupervision", reason: " " })).toMatchObject({
      problems: { reason: "missing" },
    });
  });

  it("silence makes it the head's of the bureau, who is reminded every working morning", () => {
    const climbed = asked.passes("2026-05-15T02:00:00.000Z");
    expect(facts(climbed)).toContain("supervisionPassedOn");
    expect(open(climbed)).toMatchObject({ stage: "asked", isLast: true, turns: [{ staff: "bureau-head" }] });
    const later = climbed.passes("2026-05-20T02:00:00.000Z");
    expect(roles(later)).toEqual(roles(climbed));
    expect(facts(later).filter((type) => type === "supervisionReminded").length).toBeGreaterThan(2);
    expect(open(later.part("supervisor", notice("2026-05-25")))).toMatchObject({ stage: "noticed" });
    const mornings = later.events.flatMap(({ at, messages: left }) =>
      left.flatMap((message) =>
        message.kind === "taskMail" && message.to === "bureau-head" ? [districtDate(message.notBefore ?? at)] : [],
      ),
    );
    expect(mornings.length).toBeGreaterThan(3);
    expect(mornings, "one mail each morning").toEqual([...new Set(mornings)]);
  });
});

describe("a notice", () => {
  it("is a letter to the unit, numbered, for a day of the policy's time at most, as a turn of its head", () => {
    expect(open(noticed)?.letter).toMatchObject({
      kind: "supervision",
      to: "units",
      tier: "notice",
      ground: "statutoryOverdue",
      until: "2026-05-14",
    });
    expect(open(noticed)?.letter?.number).toContain("督1");
    const [part] = roles(noticed);
    expect(part?.role).toBe("supervised");
    expect(lastDay(noticed, "feedback")).toBe("2026-05-14");
    expect(messages(noticed)).toContainEqual(expect.objectContaining({ ask: "supervised", to: part?.staff }));
    expect(messages(noticed)).toContainEqual(expect.objectContaining({ news: "supervisionNoticed" }));
  });

  it("takes no day of today or beyond ten working days", () => {
    expect(asked.partRefused("supervisor", notice("2026-05-07"))).toBe("supervisionDayOutside");
    expect(asked.partRefused("supervisor", notice("2026-05-21"))).toBe("supervisionDayOutside");
    expect(asked.part("supervisor", notice("2026-05-20"))).toBeDefined();
  });

  it("is answered, and over once the bureau accepts that", () => {
    expect(open(reported)).toMatchObject({ stage: "reported" });
    expect(roles(reported)).toEqual(roles(asked));
    expect(messages(reported)).toEqual([expect.objectContaining({ ask: "judgeSupervision" })]);
    const accepted = reported.part("supervisor", accept);
    expect(open(accepted)).toBeUndefined();
    expect(roles(accepted)).toEqual([]);
    expect(messages(accepted)).toEqual([expect.objectContaining({ news: "supervisionAccepted" })]);
  });

  it("rises to the next level where the answer is not enough, and whoever leads the unit has it too", () => {
    const interview = reported.part("supervisor", again("2026-05-18"));
    expect(open(interview)?.letter).toMatchObject({ tier: "interview", until: "2026-05-18" });
    const listed = interview.part("supervised", report).part("supervisor", again("2026-05-18"));
    expect(open(listed)?.letter).toMatchObject({ tier: "listed" });
    const stays = listed.part("supervised", report).part("supervisor", again("2026-05-19"));
    expect(open(stays)?.letter).toMatchObject({ tier: "listed", until: "2026-05-19" });
  });

  it("rises by itself on a missed day, and on the last level everybody who has it is reminded every morning", () => {
    const interview = noticed.passes("2026-05-15T02:00:00.000Z");
    expect(interview.events.map(({ fact }) => fact)).toContainEqual(
      expect.objectContaining({ type: "supervisionNoticed", why: "missed" }),
    );
    expect(open(interview)?.letter).toMatchObject({ tier: "interview", demand: open(noticed)?.letter?.demand });
    expect(open(interview)?.letter?.number).toContain("督2");
    const listed = interview.passes("2026-06-01T02:00:00.000Z");
    expect(open(listed)?.letter).toMatchObject({ tier: "listed" });
    const silent = listed.passes("2026-07-01T02:00:00.000Z");
    expect(open(silent)?.letter).toMatchObject({ tier: "listed" });
    const mornings = facts(silent).filter((type) => type === "supervisionReminded").length;
    expect(mornings).toBeGreaterThan(5);
    expect(silent.part("supervised", report)).toBeDefined();
  });

  it("goes to whoever leads the unit, too, from the second level on, as a turn of their own", () => {
    const low = filed("estate").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    const answered = low.owner({ command: "reply", ...letter }).passes("2026-03-12T02:00:00.000Z");
    const first = answered.does(asks()).part("supervisor", notice("2026-03-17"));
    expect(roles(first).map(({ staff }) => staff)).toEqual(["river-head"]);
    const second = first.passes("2026-03-18T02:00:00.000Z");
    expect(roles(second).map(({ staff }) => staff)).toEqual(["river-head", "leader-handler"]);
    for (const { staff } of roles(second)) {
      expect(second.events.flatMap(({ messages: sent }) => sent)).toContainEqual(
        expect.objectContaining({ ask: "supervised", to: staff }),
      );
    }
    // Either of them answers for the unit.
    expect(open(second.part("supervised", report))).toMatchObject({ stage: "reported" });
  });

  it("survives a change of level", () => {
    const undecided = filed("land").opens().passes("2026-03-18T02:00:00.000Z");
    const watched = undecided.does(asks()).part("supervisor", notice("2026-03-24"));
    const accepted = watched.owner({ command: "accept" }).opens();
    expect(accepted.state).toMatchObject({ status: "handling", stepNo: 2 });
    expect(roles(accepted)).toEqual(roles(watched));
    expect(open(accepted.part("supervised", report))).toMatchObject({ stage: "reported" });
  });

  it("ends with the case", () => {
    const gone = noticed.does(withdraws);
    expect(open(gone)).toMatchObject({ stage: "noticed" });
    const over = gone.passes("2026-05-12T02:00:00.000Z");
    expect(over.state.status).toBe("withdrawn");
    expect(facts(over)).toContain("supervisionOver");
    expect(over.state.supervision?.open).toBeUndefined();
    expect(over.running).toEqual([]);
  });

  it("goes on once the case is answered, since what was late was late", () => {
    const answered = noticed.owner({ command: "reply", ...letter });
    expect(answered.state.status).toBe("delivering");
    expect(open(answered)).toMatchObject({ stage: "noticed" });
    expect(open(answered.part("supervised", report))).toMatchObject({ stage: "reported" });
  });
});

describe("the bureau of its own accord", () => {
  const begin = { type: "beginSupervision", by: "bureau-colleague" } as const;

  it("supervises only what the record shows as missed", () => {
    expect(filed("wages").opens().refuses(begin)).toBe("nothingMissed");
    expect(late.refuses({ ...begin, ground: "notTold" })).toBe("nothingMissed");
    expect(late.refuses({ ...begin, by: "river-handler" })).toBe("notOfTheBureau");
    const begun = late.does({ ...begin, ground: "overdueAtTop" });
    expect(open(begun)).toMatchObject({ missed: { ground: "overdueAtTop" }, turns: [{ staff: "bureau-colleague" }] });
    expect(begun.state.supervision?.asked).toBeUndefined();
    expect(begun.refuses(begin)).toBe("supervisedAlready");
  });

  it("supervises a promise that is broken, at the unit that has promised it, and an answer that nobody delivers", () => {
    const issued = filed("estate").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    const promised = issued.owner({ command: "reply", ...promisingLetter });
    const missed = promised
      .does({ type: "petitioner", act: { command: "openAnswer" } })
      .passes("2026-03-23T02:00:00.000Z");
    expect(open(missed.does(begin))).toMatchObject({ missed: { ground: "promiseBroken", unit: "river", n: 1 } });
    expect(open(missed.does(begin).part("supervisor", notice("2026-03-30")))?.turns).toMatchObject([
      { staff: "river-head" },
    ]);
    const undelivered = promised.passes("2026-03-12T02:00:00.000Z");
    expect(open(undelivered.does(begin))).toMatchObject({ missed: { ground: "notTold" } });
  });
});

describe("urging", () => {
  const story = filed("wages").opens();
  const urged = story.does(urges);

  it("is passed on to whoever has the case and to the bureau, and moves no clock", () => {
    expect(messages(urged)).toMatchObject([
      { kind: "taskMail", ask: "urged" },
      { kind: "dutyMail", urged: true },
    ]);
    expect(urged.running).toEqual(story.running);
  });

  it("may be done again after fifteen days, which the record says", () => {
    expect(last(urged)?.fact).toMatchObject({ type: "urged", againOn: "2026-03-17" });
    expect(urged.refuses(urges)).toBe("urgedLately");
    expect(urged.passes("2026-03-16T02:00:00.000Z", { opening: true }).refuses(urges)).toBe("urgedLately");
    expect(facts(urged.passes("2026-03-17T02:00:00.000Z", { opening: true }).does(urges))).toContain("urged");
  });

  it("may be done by an agent who follows the case, and not once nothing is owed", () => {
    const named = story.does(namesAgent(["follow"]));
    expect(facts(named.does({ ...urges, agent: 1 }))).toContain("urged");
    expect(late.does(namesAgent(["follow"])).refuses({ ...asks(), agent: 1 })).toBe("outsideScope");
    const read = story
      .owner({ command: "reply", ...letter })
      .does({ type: "petitioner", act: { command: "openAnswer" } });
    expect(read.refuses(urges)).toBe("nothingOwed");
  });
});
