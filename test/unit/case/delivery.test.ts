import { describe, expect, it, test } from "vitest";
import { decide } from "#case/acts/decide.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { agendaFor } from "#case/digest/agenda.ts";
import type { Case } from "#case/state/case.ts";
import { record } from "#case/state/record.ts";
import { actor } from "#case/state/standing.ts";
import { refusalWords } from "#words/refusals.ts";
import { dated, filed, letter, type Story } from "./story.ts";

const answeredAt = "2026-03-02T06:00:00.000Z";
const answered = (): Story =>
  filed("wages")
    .later(answeredAt)
    .opens()
    .owner({ command: "reply", ...letter });
const byHand = (on: string) => ({ command: "recordDelivery", how: "byHand", on, tracking: undefined }) as const;
const byPost = (on: string) =>
  ({ command: "recordDelivery", how: "byPost", on, tracking: "EMS 1234 5678 9CN" }) as const;
const notMailed = (story: Story): Story => {
  const { stepNo } = story.state;
  return story.does({ type: "answerNotMailed", stepNo });
};
const deliverMails = ({ events }: Story) =>
  events.flatMap(({ at, messages }) =>
    messages.flatMap((message) =>
      message.kind === "taskMail" && message.ask === "deliver" ? [{ at, ...message }] : [],
    ),
  );
const newest = ({ events }: Story) => events.at(-1)?.fact;

describe("an answer to somebody who left no postal address", () => {
  const { state, world } = notMailed(answered());
  const { postal, ...unposted } = state;
  const judged = (act: StaffCommand, on: Case = unposted) => {
    const who = actor(state);
    if (who === undefined) throw new Error("nobody's turn");
    const { staff: by, stepNo, assignment } = who;
    return decide(on, { type: "staff", by, stepNo, assignment, act }, world);
  };

  it("cannot have been posted, and can be handed over", () => {
    expect(postal).toBe(true);
    expect(judged(byPost("2026-03-02"))).toEqual({ refused: "noPostalAddress" });
    expect(judged(byHand("2026-03-02"))).toMatchObject({ events: [{ fact: { how: "byHand" } }] });
    expect(judged(byPost("2026-03-02"), state)).toMatchObject({ events: [{ fact: { how: "byPost" } }] });
  });

  it("can be posted once they have given one", () => {
    const act = { command: "correctContact", dropEmail: "no", address: "桃园新村 3 幢" } as const;
    const given = decide(unposted, { type: "petitioner", act, saw: state.told }, world);
    if ("refused" in given || given.events[0] === undefined) throw new Error("refused");
    const { after } = record(state.id, unposted, [given.events[0]], world.now);
    expect(given.events[0].fact).toEqual({ type: "contactCorrected", corrected: ["address"] });
    expect(after.postal).toBe(true);
  });
});

describe("an answer of which no mail tells the petitioner", () => {
  it("is its author's to deliver at once: one mail, whose day is ahead", () => {
    const story = notMailed(answered());
    expect(newest(story)).toMatchObject({ type: "deliveryAsked", why: "notMailed", to: "housing-handler" });
    expect(deliverMails(story)).toMatchObject([{ to: "housing-handler", lastDay: "2026-03-09" }]);
    // Their answer has caused it: it waits for nothing else.
    for (const message of deliverMails(story)) expect(message).not.toHaveProperty("notBefore");
    expect(notMailed(story).events).toHaveLength(story.events.length);
  });

  it("stands on their morning list from then on, and not before", () => {
    const rowsOf = (story: Story) => {
      const reader = story.world.directory.staff.find(({ id }) => id === "housing-handler");
      if (reader === undefined) throw new Error("There is no handler");
      const { thisWeek, today } = agendaFor(
        reader,
        { notices: [], cases: [story.state], histories: new Map() },
        { ...story.world, now: "2026-03-09T00:35:00.000Z" },
      ).agenda;
      return [...thisWeek, ...today];
    };
    expect(rowsOf(notMailed(answered()))).toMatchObject([{ due: { clock: "delivery", lastDay: "2026-03-09" } }]);
  });

  it("is nobody's twice: what has been delivered meanwhile, or is about another answer, asks for nothing", () => {
    const story = answered();
    const opened = story.does({ type: "petitioner", act: { command: "openAnswer" } });
    expect(notMailed(opened).events).toHaveLength(opened.events.length);
    expect(story.does({ type: "answerNotMailed", stepNo: story.state.stepNo + 1 }).events).toHaveLength(
      story.events.length,
    );
  });
});

describe("an answer that its petitioner does not open", () => {
  it("is asked to be delivered while there is time, so that the first mail about it is never late", () => {
    const story = answered().passes("2026-04-14T00:00:00.000Z");
    const mails = deliverMails(story);
    expect(mails).toHaveLength(1);
    for (const { at, lastDay } of mails) expect(at.slice(0, 10) < lastDay).toBe(true);
    const overdue = story.events.filter(({ fact }) => fact.type === "deliveryOverdue");
    expect(overdue.length).toBeGreaterThan(1);
    expect(overdue.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it("is not asked for again when somebody was asked already", () => {
    const story = notMailed(answered()).passes("2026-03-14T00:00:00.000Z");
    expect(story.events.filter(({ fact }) => fact.type === "deliveryAsked")).toHaveLength(1);
    expect(deliverMails(story)).toHaveLength(1);
  });
});

describe("the office records how it was delivered", () => {
  it("at once after the reply, by whoever answered", () => {
    const story = answered();
    expect(offeredTo("owner", story.state, story.world)).toEqual([
      "recordDelivery",
      "recordPhoneCall",
      "correctLetter",
    ]);
    expect(dated(story.owner(byHand("2026-03-02")).state)).toMatchObject({
      status: "window",
      delivery: { how: "byHand", on: "2026-03-02" },
      reviewUntil: "2026-04-01",
    });
  });

  it("by post with its number; the time for review runs from the day on the receipt", () => {
    const story = answered().later("2026-03-08T02:00:00.000Z").owner(byPost("2026-03-06"));
    expect(dated(story.state)).toMatchObject({
      delivery: { how: "byPost", on: "2026-03-06", tracking: "EMS 1234 5678 9CN" },
      reviewUntil: "2026-04-07",
    });
  });

  it("by telephone as told, not as delivered: no time for review runs from spoken words, and the letter is still owed", () => {
    const before = answered().later("2026-03-04T02:00:00.000Z");
    const told = before.owner({ command: "recordPhoneCall", on: "2026-03-03", readOut: "工资周五前补发" });
    expect(newest(told)).toMatchObject({ type: "toldByPhone", on: "2026-03-03" });
    expect(told.state.status).toBe("delivering");
    expect(told.state.running).toEqual(before.state.running);
    expect(dated(told.owner(byHand("2026-03-04")).state)).toMatchObject({
      status: "window",
      reviewUntil: "2026-04-03",
    });
  });

  it("by notice only once every other way had its time; it counts when the policy's days are over", () => {
    const notice = (on: string) => ({ command: "recordNotice", on, posted: "社区公告栏；上门三次无人" }) as const;
    const early = answered().later("2026-03-09T02:00:00.000Z");
    expect(early.ownerRefused(notice("2026-03-09"))).toBe("noticeTooEarly");
    expect(offeredTo("owner", early.state, early.world)).not.toContain("recordNotice");
    const late = answered().passes("2026-03-10T02:00:00.000Z");
    expect(offeredTo("owner", late.state, late.world)).toContain("recordNotice");
    const put = late.owner(notice("2026-03-10"));
    expect(dated(put.state)).toMatchObject({
      status: "window",
      delivery: { how: "byNotice", postedOn: "2026-03-10", on: "2026-04-09" },
      reviewUntil: "2026-05-09",
    });
    expect(put.passes("2026-05-09T15:00:00.000Z").state.status).toBe("window");
    expect(put.passes("2026-05-10T00:00:00.000Z").state.status).toBe("closed");
  });

  test.each(["2026-03-01", "2026-03-05"])("on no day before the answer or ahead: %s", (on) => {
    const story = answered().later("2026-03-04T02:00:00.000Z");
    for (const act of [byHand(on), byPost(on), { command: "recordPhoneCall", on, readOut: "-" } as const]) {
      expect(story.ownerRefused(act)).toBe("deliveryDateImpossible");
    }
  });

  it("not twice, not after the petitioner has opened it, and not by somebody whose turn it is not; each in words", () => {
    const story = answered();
    const turn = actor(story.state);
    if (turn === undefined) throw new Error("Nobody delivers");
    const { staff: by, stepNo, assignment } = turn;
    const again = { type: "staff", by, stepNo, assignment, act: byHand("2026-03-02") } as const;
    expect(story.owner(byHand("2026-03-02")).refuses(again)).toBe("movedOn");
    expect(story.does({ type: "petitioner", act: { command: "openAnswer" } }).refuses(again)).toBe("movedOn");
    expect(story.refuses({ ...again, by: "housing-colleague" })).toBe("movedOn");
    expect(story.refuses({ ...again, stepNo: stepNo - 1 })).toBe("movedOn");
    for (const lang of ["zh", "en"] as const) expect(refusalWords.movedOn[lang]).not.toBe("");
  });
});
