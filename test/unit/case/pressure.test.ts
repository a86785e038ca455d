import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { confidantFor } from "#case/acts/pressure-answer.ts";
import { withoutApart } from "#case/state/apart.ts";
import { clockOf, periodClock } from "#case/state/running.ts";
import { partsIn, roleIn } from "#case/state/standing.ts";
import type { Directory } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toOffice } from "#words/to-office.ts";
import { turnToOffice } from "#words/turn-to-office.ts";
import { turnToPetitioners } from "#words/turn-to-petitioners.ts";
import { whoseTurn } from "#words/whose-turn.ts";
import { directory } from "./district.ts";
import { filed, letter, namesAgent, type Story } from "./story.ts";

const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
const undo = { type: "petitioner", act: { command: "undoWithdrawal" } } as const;
const pressure = "楼长说不撤回就不给开证明";
const tell = { type: "petitioner", act: { command: "tellPressure", pressure } } as const;
const answer = { command: "answerPressure", explanation: "已与您通话，证明照开" } as const;

/** At the department since Monday 2 March 2026, and withdrawn that day: it could be undone until 5 March. */
const withdrawn = () => filed("wages").opens().does(withdraw);
const told = () => withdrawn().does(tell);
const last = (story: Story) => story.events.at(-1);
const types = (story: Story) => story.events.map(({ fact }) => fact.type);
const head = { staff: "bureau-head", stepNo: 1, assignment: 2 };

describe("a petitioner who was pressed to withdraw", () => {
  it("tells the head of the bureau, who is mailed; the petition rests a working day longer than they have for the answer", () => {
    const after = told();
    expect(last(after)).toMatchObject({
      fact: {
        type: "pressureTold",
        to: { unit: "bureau", staff: "bureau-head" },
        answerBy: "2026-03-05",
        restsUntil: "2026-03-06",
      },
      messages: [{ kind: "taskMail", to: "bureau-head", ask: "answerPressure", stepNo: 1, lastDay: "2026-03-05" }],
    });
    expect(periodClock(after.state, "withdrawal").lastDay).toBe("2026-03-06");
    expect(partsIn(after.state)).toEqual([{ ...head, unit: "bureau", role: "confidant" }]);
    expect(offeredTo("confidant", after.state, after.world)).toEqual(["answerPressure"]);
    expect(after.does(undo).state.status).toBe("accepted");
  });

  it("reads at the top of their page that it waits for the head, who reads by when; nobody else reads a word of it", () => {
    const { state, events, world } = told();
    for (const lang of ["zh", "en"] as const) {
      const { says, who, until } = whoseTurn(state, world, lang, turnToOffice);
      expect(says).toContain({ zh: "等负责人核实答复", en: "waits for an answer" }[lang]);
      expect(says).not.toContain({ zh: "不用办理", en: "nothing is to be done" }[lang]);
      expect(who?.name).toBe("bureau");
      expect(until).toBe("2026-03-05");
      const before = whoseTurn(withdrawn().state, world, lang, turnToOffice);
      const stripped = whoseTurn(withoutApart({ petition: state, events }).petition, world, lang, turnToOffice);
      expect(stripped.says).toBe(before.says);
      expect(stripped.who).toEqual(before.who);
      expect(whoseTurn(state, world, lang, turnToPetitioners).says).toBe(
        whoseTurn(withdrawn().state, world, lang, turnToPetitioners).says,
      );
    }
    expect(whoseTurn(told().confidant(answer).state, world, "zh", turnToOffice).says).toContain("现在不用办理");
  });

  it("is answered by them alone, in words that are the petitioner's to read, and still has a working day to think", () => {
    const late = told().later("2026-03-05T08:00:00.000Z");
    const after = late.confidant(answer);
    expect(last(after)).toMatchObject({
      fact: { type: "pressureAnswered", explanation: answer.explanation },
      messages: [{ kind: "newsMail", news: "pressureAnswered" }],
    });
    expect(clockOf(after.state, "pressure")).toBeUndefined();
    expect(roleIn(after.state, head)).toBeUndefined();
    expect(after.passes("2026-03-06T15:00:00.000Z").does(undo).state.status).toBe("accepted");
    expect(after.passes("2026-03-06T16:00:00.000Z").state.status).toBe("withdrawn");
  });

  it("waits for no answer that came soon: the days for thinking again are as they were, or longer", () => {
    expect(periodClock(told().confidant(answer).state, "withdrawal").lastDay).toBe("2026-03-06");
  });

  it("rests as long when holidays are announced meanwhile: the day was named, and is not counted anew", () => {
    const story = told().announced({
      announced: "2026-03-02",
      reason: { zh: "-", en: "-" },
      rest: ["2026-03-03"],
      work: [],
    });
    expect(periodClock(story.recounted().state, "withdrawal").lastDay).toBe("2026-03-06");
  });

  it("loses nothing while nobody answers: the head is reminded on every working morning, and nothing is over", () => {
    const silent = told().passes("2026-03-20T02:00:00.000Z");
    expect(silent.state.status).toBe("withdrawing");
    const mails = silent.events.flatMap(({ at, messages }) =>
      messages.flatMap((one) => (one.kind === "taskMail" && one.ask === "answerPressure" ? [at.slice(0, 10)] : [])),
    );
    expect(mails.slice(2)).toEqual([
      ...["2026-03-06", "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"],
      ...["2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19", "2026-03-20"],
    ]);
    expect(silent.does(undo).state.status).toBe("accepted");
    const answered = silent.confidant(answer);
    expect(answered.passes("2026-03-23T15:59:00.000Z").state.status).toBe("withdrawing");
    expect(answered.passes("2026-03-24T00:00:00.000Z").state.status).toBe("withdrawn");
  });

  it("is not told that it is over by a sweep that was down for a fortnight", () => {
    let story = told().later("2026-03-30T02:00:00.000Z");
    const { kind, n } = periodClock(story.state, "withdrawal");
    story = story.does({ type: "ring", clock: { kind, n } });
    expect(story.state.status).toBe("withdrawing");
    expect(story.confidant(answer).state.status).toBe("withdrawing");
  });

  it("goes on, and the head owes the answer all the same, until the case ends in another way", () => {
    const back = told().does(undo).opens();
    expect(roleIn(back.state, head)).toBe("confidant");
    expect(back.does(withdraw).state.pressed).toEqual(back.state.pressed);
    expect(back.owner({ command: "reply", ...letter }).confidant(answer).state.status).toBe("delivering");
    const settled = back
      .owner({ command: "proposeSettlement", terms: "补发工资", done: "already", promisedFor: undefined })
      .does({ type: "petitioner", act: { command: "confirmSettlement" } });
    expect(types(settled)).toContain("pressureLapsed");
    expect(settled.state.running).toEqual([]);
    expect(roleIn(settled.state, head)).toBeUndefined();
  });

  it("rests as long when they withdraw once more before the answer", () => {
    const again = told().does(undo).opens().later("2026-03-02T04:00:00.000Z").does(withdraw);
    expect(clockOf(again.state, "pressure")).toBeDefined();
    expect(again.passes("2026-03-12T02:00:00.000Z").state.status).toBe("withdrawing");
  });

  it("may say it three times in all, once at a time, and not where nobody had the petition", () => {
    expect(told().refuses(tell)).toBe("pressureTold");
    const once = (story: Story) => story.does(tell).confidant(answer);
    expect(once(once(once(withdrawn()))).refuses(tell)).toBe("pressureToldEnough");
    expect(filed("wages").does(withdraw).refuses(tell)).toBe("nobodyHadIt");
    expect(filed("wages").opens().refuses(tell)).toBe("notWithdrawn");
  });

  it("is not spoken for by an agent, of whom it may be", () => {
    const story = filed("wages")
      .opens()
      .does(namesAgent(["withdraw", "follow"]))
      .does({ ...withdraw, agent: 1 });
    expect(offeredToPetitioner(story.state, story.world, 1)).not.toContain("tellPressure");
    expect(story.refuses({ ...tell, agent: 1 })).toBe("outsideScope");
    expect(offeredToPetitioner(story.state, story.world)).toContain("tellPressure");
  });
});

describe("what was told stays between the petitioner and the head of the bureau", () => {
  it("for whoever works on the case, acts for the petitioner or has joined: neither events nor clocks nor words", () => {
    const back = told().does(undo).opens();
    const clocks = back.running;
    const seen = withoutApart({ petition: back.state, events: back.events, clocks });
    expect(JSON.stringify(seen)).not.toMatch(/pressure|pressed|confidant/i);
    expect(seen.petition.running).toHaveLength(back.state.running.length - 1);
    expect(seen.clocks).toHaveLength(clocks.length - 1);
    expect(JSON.stringify([back.state, back.events, clocks])).toMatch(/pressure/);
  });

  it("also where the office is told what happened: its words are quoted to nobody", () => {
    for (const event of [...told().confidant(answer).events]) {
      const sentence = eventSentence(event, { directory, petition: undefined }, "zh", toOffice, "2026-03-02");
      expect(sentence).not.toContain(pressure);
      expect(sentence).not.toContain(answer.explanation);
    }
  });
});

describe("whoever was told cannot answer", () => {
  it("as they answer for the case themselves, or are complained about: another who decides for the bureau is told", () => {
    const { state, world } = withdrawn();
    const asked = (staff: string) =>
      confidantFor({ ...state, responsible: { unit: "bureau", staff } }, { on: "2026-03-02" }, world)?.id;
    expect(asked("bureau-handler")).toBe("bureau-head");
    expect(asked("bureau-head")).toBe("leader-head");
    const about = filed("wages", undefined, { units: [], staff: ["bureau-head"] })
      .opens()
      .does(withdraw)
      .does(tell);
    expect(about.state.pressed?.open?.confidant.staff).not.toBe("bureau-head");
  });

  it("as they have left: whoever would be told today is told, with a link of their own", () => {
    const without: Directory = {
      ...directory,
      units: directory.units.map((unit) => (unit.id === "bureau" ? { ...unit, head: "bureau-colleague" } : unit)),
      staff: directory.staff.filter(({ id }) => id !== "bureau-head"),
      duties: directory.duties.map((duty) =>
        duty.staff === "bureau-head" ? { ...duty, staff: "bureau-colleague" } : duty,
      ),
    };
    const story = told().governed(without).does({ type: "handOver" });
    expect(last(story)).toMatchObject({
      fact: { type: "pressurePassedOn", how: "left", to: { staff: "bureau-colleague" } },
      messages: [{ kind: "taskMail", to: "bureau-colleague", ask: "answerPressure", lastDay: "2026-03-05" }],
    });
    expect(story.confidant(answer).state.pressed?.open).toBeUndefined();
  });

  it("as no mail reaches them", () => {
    const story = told().does({ type: "passOn", turn: head, unreachable: ["bureau-head"] });
    expect(story.state.pressed?.open?.confidant.staff).not.toBe("bureau-head");
    expect(last(story)).toMatchObject({ fact: { type: "pressurePassedOn", how: "unreachable" } });
  });
});
