import { describe, expect, test } from "vitest";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { isOpenToOthers, isSignatory, othersIn } from "#case/state/joint.ts";
import { replay } from "#case/state/record.ts";
import { clockOf } from "#case/state/running.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { directory } from "./district.ts";
import { filed, filedFromNowhere, letter, promised, type Story, settled } from "./story.ts";

const open = { type: "petitioner", act: { command: "openJoining" } } as const;
const close = { type: "petitioner", act: { command: "closeJoining" } } as const;
const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
const join = (opening = 1) => ({ type: "join", opening }) as const;
const leave = (signatory: number) => ({ type: "leave", signatory }) as const;

const atCommunity = () => filed("estate").opens();
const opened = () => atCommunity().does(open);
const joined = (people: number): Story =>
  Array.from({ length: people }).reduce<Story>((story) => story.does(join()), opened());

describe("a petition that is opened to others", () => {
  test("is joined by whoever has the code, each under a number of their own", () => {
    const story = joined(3);
    expect(othersIn(story.state)).toBe(3);
    expect(story.events.slice(-3).map(({ by, fact }) => [by, fact])).toEqual(
      [1, 2, 3].map((n) => [
        { kind: "signatory", n },
        { type: "joined", signatory: n },
      ]),
    );
  });

  test("touches no clock, mails nobody, and leaves the step where it is", () => {
    const before = opened();
    const after = before.does(join()).does(join()).does(leave(1)).does(close);
    expect(after.state.running).toEqual(before.state.running);
    for (const { clocks, messages } of after.events.slice(before.events.length))
      expect([clocks, messages]).toEqual([[], []]);
    expect(after.state).toMatchObject({ status: "handling", stepNo: before.state.stepNo });
  });

  test("does not overtake the page on which its petitioner decides: who joins is counted there, and not told", () => {
    const story = opened().owner(promised("2026-03-09", "修好窗户"));
    const saw = story.state.told;
    const agreed = story.does(join()).does({ type: "petitioner", act: { command: "agreeSettlement" }, saw });
    expect(agreed.state.status).toBe("performing");
    expect(othersIn(agreed.state)).toBe(1);
  });

  test("is opened once at a time, closed at any time, and opened again with another code", () => {
    expect(opened().refuses(open)).toBe("joiningIsOpen");
    expect(atCommunity().refuses(close)).toBe("joiningNotOpen");
    const again = joined(1).does(close).does(open);
    expect(again.refuses(join(1))).toBe("joiningNotOpen");
    expect(othersIn(again.does(join(2)).state)).toBe(2);
  });

  test("and closed lets nobody in, and keeps whoever is in it", () => {
    const closed = joined(2).does(close);
    expect(closed.refuses(join())).toBe("joiningNotOpen");
    expect(othersIn(closed.state)).toBe(2);
    expect(isOpenToOthers(closed.state)).toBe(false);
  });

  test("is closed from a page that was overtaken, too", () => {
    const story = opened();
    const saw = story.state.told;
    const moved = story.owner(promised("2026-03-09", "修好窗户"));
    expect(isOpenToOthers(moved.does({ ...close, saw }).state)).toBe(false);
  });

  test("is opened before it is acted on and while it waits, and not once it is agreed, answered or over", () => {
    for (const story of [filed("estate"), filed("land"), filed("land").opens(), atCommunity()]) {
      expect(othersIn(story.does(open).does(join()).state)).toBe(1);
    }
    const answered = filed("wages")
      .opens()
      .does(open)
      .owner({ command: "reply", ...letter });
    const agreed = opened()
      .owner(promised("2026-03-09", "修好窗户"))
      .does({ type: "petitioner", act: { command: "agreeSettlement" } });
    const ended = opened()
      .owner(settled())
      .does({ type: "petitioner", act: { command: "confirmSettlement" } });
    const withdrawn = opened().does(withdraw);
    for (const story of [answered, agreed, ended, withdrawn]) {
      expect(story.refuses(open)).toBe("tooLateToJoin");
      expect(story.refuses(join())).toBe("tooLateToJoin");
      expect(offeredToPetitioner(story.state, story.world)).not.toContain("openJoining");
    }
  });

  test("is no report of misconduct: what that says is the bureau's alone to see", () => {
    const story = filed("misconduct");
    expect(story.refuses(open)).toBe("accusationAlone");
    expect(offeredToPetitioner(story.state, story.world)).not.toContain("openJoining");
  });

  test("is joined by no code of an opening that was never made", () => {
    expect(atCommunity().refuses(join(1))).toBe("joiningNotOpen");
    expect(opened().refuses(join(0))).toBe("joiningNotOpen");
    expect(opened().refuses(join(2))).toBe("joiningNotOpen");
  });

  test("survives a change of level, with whoever is in it", () => {
    const up = joined(2).owner({ command: "reportUpward", reason: "T" }).opens();
    expect(othersIn(up.state)).toBe(2);
    expect(othersIn(up.does(join()).state)).toBe(3);
  });

  test("replays to the same from its events", () => {
    const story = joined(4).does(leave(2)).does(close).does(open).does(join(2));
    expect(replay(story.events)).toEqual(story.state);
    expect(story.state.joint).toEqual({ openings: 2, isOpen: true, joined: 5, left: [2] });
  });
});

describe("whoever has joined", () => {
  test("leaves at once, once, and ends nobody else's part", () => {
    const story = joined(3).does(leave(2));
    expect([1, 2, 3].map((n) => isSignatory(story.state, n))).toEqual([true, false, true]);
    expect(story.refuses(leave(2))).toBe("leftBefore");
    expect(story.refuses(leave(4))).toBe("leftBefore");
    expect(story.state.status).toBe("handling");
  });

  test("leaves after it was closed, after the answer, and not once it is over", () => {
    const answered = filed("wages")
      .opens()
      .does(open)
      .does(join())
      .does(join())
      .owner({ command: "reply", ...letter });
    expect(othersIn(answered.does(leave(1)).state)).toBe(1);
    expect(othersIn(joined(1).does(close).does(leave(1)).state)).toBe(0);
    const ended = joined(1)
      .owner(settled())
      .does({ type: "petitioner", act: { command: "confirmSettlement" } });
    expect(ended.state.status).toBe("closed");
    expect(ended.refuses(leave(1))).toBe("ended");
  });

  test("comes back under another number, by the code, when they like", () => {
    const story = joined(1).does(leave(1)).does(join());
    expect(isSignatory(story.state, 1)).toBe(false);
    expect(isSignatory(story.state, 2)).toBe(true);
  });

  test("keeps it from being withdrawn by one person, until all of them have left", () => {
    const story = joined(2);
    expect(story.refuses(withdraw)).toBe("othersJoined");
    expect(offeredToPetitioner(story.state, story.world)).not.toContain("withdraw");
    expect(story.does(leave(1)).refuses(withdraw)).toBe("othersJoined");
    expect(story.does(leave(1)).does(leave(2)).does(withdraw).state.status).toBe("withdrawing");
  });
});

describe("the simple way", () => {
  const simple = () => filed("lamps").opens().does(open);

  test("is none for a joint petition: the first who joins turns it ordinary, from the first acceptance", () => {
    const before = simple();
    expect(before.state.track).toBe("simple");
    const after = before.does(join());
    expect(after.state.track).toBe("petition");
    expect(after.events.slice(-2).map(({ by, fact }) => [by.kind, fact.type])).toEqual([
      ["signatory", "joined"],
      ["policy", "turnedOrdinary"],
    ]);
    expect(after.events.at(-1)?.messages.map((one) => one.kind)).toEqual(["taskMail", "newsMail"]);
    const [was, is] = [clockOf(before.state, "handling"), clockOf(after.state, "handling")];
    expect(is?.clock.start).toBe(was?.clock.start);
    expect(is?.clock.due ?? "").toMatch(/^2026-0[45]/);
    const second = after.does(join());
    expect(second.events.at(-1)?.fact.type).toBe("joined");
  });

  test("is not what it is accepted on where others have joined before", () => {
    const screened = filedFromNowhere("lamps").opens().does(open).does(join());
    const placed = screened.owner({ command: "assignCommunity", community: "peach" });
    expect(placed.ownerRefused({ command: "accept" })).toBe("jointNotSimple");
    const accepted = placed.owner({ command: "acceptOrdinary", notSimple: "joint", reason: "T" });
    expect(accepted.state.track).toBe("petition");
  });
});

describe("what is said of it", () => {
  const facts = joined(7).does(leave(7)).does(close).events.slice(-9);
  const said = (audience: typeof toOffice, lang: "zh" | "en") =>
    facts.map((event) => eventSentence(event, { directory, petition: undefined }, lang, audience, "2026-03-02"));

  test("is a number to the office and to petitioners, and never who they are", () => {
    expect(said(toOffice, "zh")).toContain("有一人联名（第 7 位）。");
    expect(said(toOffice, "en")).toContain("Somebody left who had joined (no. 7).");
    expect(said(toPetitioners, "zh")).toContain("您停止了联名，联名码随即作废；已经联名的人不受影响。");
    expect(said(toPetitioners, "en")).toContain("Somebody left your petition.");
  });
});

describe("a contact person of a joint petition", () => {
  const stand = (signatory: number, ready = true) => ({ type: "stand", signatory, ready }) as const;
  const takes = (signatory: number) =>
    ({ type: "petitioner", act: { command: "nameContactPerson", signatory: String(signatory) } }) as const;
  const ends = (signatory: number) =>
    ({ type: "petitioner", act: { command: "endContactPerson", signatory: String(signatory) } }) as const;

  test("is taken by whoever filed it, once they have said themselves that they are ready, and not before", () => {
    const three = joined(3);
    expect(three.refuses(takes(2))).toBe("nobodyReady");
    const ready = three.does(stand(2));
    expect(ready.events.at(-1)).toMatchObject({
      ...{ by: { kind: "signatory", n: 2 }, fact: { type: "contactPersonReady", signatory: 2 } },
      ...{ clocks: [], messages: [] },
    });
    expect(ready.refuses(takes(1))).toBe("nobodyReady");
    const taken = ready.does(takes(2));
    expect(taken.state.joint).toEqual({ openings: 1, isOpen: true, joined: 3, left: [], contactPersons: [2] });
    expect(othersIn(taken.state)).toBe(3);
  });

  test("is one of five at most, whoever filed it included", () => {
    let story = joined(5);
    for (const n of [1, 2, 3, 4, 5]) story = story.does(stand(n));
    for (const n of [1, 2, 3, 4]) story = story.does(takes(n));
    expect(story.refuses(takes(5))).toBe("enoughContactPersons");
    const changed = story.does(ends(2)).does(takes(5));
    expect(changed.state.joint).toMatchObject({ contactPersons: [1, 3, 4, 5] });
  });

  test("is one no more by either's word, at once, twice the same as once; and stays in the petition", () => {
    const taken = joined(2).does(stand(1)).does(takes(1));
    const { told } = taken.state;
    for (const over of [
      taken.does(stand(1, false)),
      taken.owner(promised("2026-03-09", "修好窗户")).does({ ...ends(1), saw: told }),
    ]) {
      expect(over.state.joint).toEqual({ openings: 1, isOpen: true, joined: 2, left: [] });
      expect(over.does(stand(1, false)).events).toHaveLength(over.events.length);
      expect(over.refuses(ends(1))).toBe("noContactPerson");
      expect(isSignatory(over.state, 1)).toBe(true);
    }
    expect(taken.does(stand(1)).events).toHaveLength(taken.events.length);
  });

  test("is none once they have left, and nobody says that they are ready who has", () => {
    const left = joined(2).does(stand(1)).does(takes(1)).does(leave(1));
    expect(left.state.joint).toEqual({ openings: 1, isOpen: true, joined: 2, left: [1] });
    expect(left.refuses(stand(1))).toBe("leftBefore");
    expect(left.refuses(stand(3))).toBe("leftBefore");
  });

  test("is one of ten at most who wait to be taken", () => {
    let story = joined(11);
    for (let n = 1; n <= 10; n += 1) story = story.does(stand(n));
    expect(story.refuses(stand(11))).toBe("enoughReady");
    expect(story.does(takes(4)).does(stand(11)).state.joint?.ready).toContain(11);
  });

  test("overtakes no page by being ready, and is told of by number alone", () => {
    const before = joined(1);
    const ready = before.does(stand(1));
    expect(ready.state.told).toBe(before.state.told);
    const event = ready.does(takes(1)).events.at(-1);
    if (event === undefined) throw new Error("Nobody was taken");
    const said = eventSentence(event, { directory, petition: undefined }, "zh", toOffice, "2026-03-02");
    expect(said).toBe("信访人请第 1 位联名人当联系人。");
  });

  test("is none of a case that has ended", () => {
    const over = settled("-");
    const ended = joined(1)
      .does(stand(1))
      .owner(over)
      .does({ type: "petitioner", act: { command: "confirmSettlement" } });
    expect(ended.refuses(stand(1, false))).toBe("ended");
    expect(ended.refuses(takes(1))).toBe("nobodyReady");
  });
});
