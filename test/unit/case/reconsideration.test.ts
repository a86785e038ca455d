import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { lastDayOf } from "#case/state/running.ts";
import { actor } from "#case/state/standing.ts";
import type { Directory } from "#directory/directory.ts";
import { directory } from "./district.ts";
import { filed, namesAgent, type Story } from "./story.ts";

const reason = "没有别的机关受理过";
const asks = { type: "petitioner", act: { command: "askReconsideration", reason } } as const;
const uphold = { command: "upholdRefusal", explanation: "已由镇里受理" } as const;
const refuse = (ground: "court" | "in-hand" = "in-hand") =>
  ({ command: "notAccept", ground, where: "镇政府，3月1日", explanation: "镇里在办" }) as const;

const refused = (district: Directory = directory) =>
  filed("land", undefined, undefined, district).opens().owner(refuse());
const asked = (district?: Directory) => refused(district).later("2026-03-10T02:00:00.000Z").does(asks);
const open = (district?: Directory) => asked(district).opens();
const ownerOf = ({ state }: Story) => actor(state)?.staff;

const away = (...ids: string[]): Directory => ({
  ...directory,
  staff: directory.staff.map((person) =>
    ids.includes(person.id) ? { ...person, away: [{ from: "2026-03-01", until: "2026-12-31" }] } : person,
  ),
});

describe("a petition that was not accepted", () => {
  it("goes to the head of the bureau when its petitioner asks, in a new execution and with the time of a decision from then", () => {
    const { state, events, running } = asked();
    expect(state).toMatchObject({ status: "registered", epoch: 2, reconsideration: { refusedBy: "bureau-handler" } });
    expect(events.at(-1)?.messages).toEqual([{ kind: "start", epoch: 2, startAt: "bureau" }]);
    expect(running.map(({ clock: { kind, n } }) => `${kind} ${n}`)).toEqual(["accept 2"]);
    expect(lastDayOf(state, "accept")).toBe("2026-03-25");
    const opened = open();
    expect(ownerOf(opened)).toBe("bureau-head");
    expect(opened.events.at(-1)?.messages).toMatchObject([
      { kind: "taskMail", to: "bureau-head", ask: "acceptAgain", lastDay: "2026-03-25" },
    ]);
  });

  it("is accepted after all, with the law's time from that day and a receipt", () => {
    const { state, events, running } = open().owner({ command: "accept" });
    expect(state).toMatchObject({ status: "accepted", goingTo: "community" });
    expect(events.at(-1)?.fact).toMatchObject({ type: "accepted", letter: { kind: "receipt", stage: "accepted" } });
    expect(running.map(({ clock }) => clock.kind)).toEqual(["handling"]);
    expect(lastDayOf(state, "handling")).toBe("2026-05-09");
  });

  it("stays refused with a letter of its own that rests on the same ground and says that it is the last word here", () => {
    const upheld = open().owner(uphold);
    const { state, events, running } = upheld;
    expect(state).toMatchObject({ status: "notAccepted", refusedBy: "bureau-head", explanation: "已由镇里受理" });
    const fact = events.at(-1)?.fact;
    expect(fact).toMatchObject({
      type: "refusalUpheld",
      letter: {
        kind: "notAccepted",
        ground: { id: "in-hand" },
        where: "镇政府，3月1日",
        again: { kind: "upheld", askedOn: "2026-03-10" },
      },
    });
    expect(fact?.type === "refusalUpheld" && fact.letter.number).toContain("不2");
    expect(events.at(-1)?.messages).toEqual([
      { kind: "signal", stepNo: 2, outcome: "notAccepted" },
      { kind: "newsMail", news: "refusalUpheld" },
    ]);
    expect(running).toEqual([]);
  });

  it("is looked at again once: asking twice is refused, and so is asking where nothing was refused", () => {
    const upheld = open().owner(uphold);
    expect(upheld.refuses(asks)).toBe("reconsideredBefore");
    expect(offeredToPetitioner(upheld.state, upheld.world)).not.toContain("askReconsideration");
    expect(offeredToPetitioner(refused().state, refused().world)).toContain("askReconsideration");
    expect(filed("land").opens().refuses(asks)).toBe("nothingRefused");
    expect(
      filed("land")
        .opens()
        .owner({ command: "guide", route: "arbitration", knownOn: undefined, explanation: "-" })
        .refuses(asks),
    ).toBe("nothingRefused");
    expect(open().owner({ command: "accept" }).refuses(asks)).toBe("nothingRefused");
  });

  it("counts once when it is sent twice from the same page", () => {
    const before = refused();
    const saw = before.state.told;
    const once = before.does({ ...asks, saw });
    expect(once.does({ ...asks, saw }).events).toHaveLength(once.events.length);
  });

  it("is decided by its head with these words and no others: not refused anew, not passed on to whoever refused it", () => {
    expect(open().ownerRefused(refuse())).toBe("refusedBefore");
    expect(open().ownerRefused({ command: "reassign", to: "bureau-handler", reason: "-" })).toBe("notAColleague");
    const offered = offeredTo("owner", open().state, open().world);
    expect(offered).toEqual(expect.arrayContaining(["accept", "upholdRefusal", "guide", "transfer"]));
    expect(offered).not.toContain("notAccept");
    expect(offered).not.toContain("reassign");
    expect(filed("land").opens().ownerRefused(uphold)).toBe("notAskedAgain");
  });

  it("is never looked at again by whoever refused it: where that was the head, a leader does", () => {
    const byHead = { ...directory, duties: directory.duties.map((one) => ({ ...one, staff: `${one.unit}-head` })) };
    expect(asked(byHead).state).toMatchObject({ reconsideration: { refusedBy: "bureau-head" } });
    expect(ownerOf(open(byHead))).toBe("leader-head");
    expect(open(byHead).events.at(-1)?.fact).toMatchObject({ passedOver: [{ staff: "bureau-head", why: "decides" }] });
  });

  it("waits for nobody who is away, and comes to no one who refused it when the head is away later", () => {
    expect(ownerOf(open(away("bureau-head")))).toBe("leader-head");
    const late = open().governed(away("bureau-head")).passes("2026-03-19T02:00:00.000Z");
    expect(ownerOf(late)).toBe("leader-head");
    const nobody = open().governed({
      ...directory,
      staff: directory.staff.filter(({ id }) => id !== "bureau-head"),
      units: directory.units.map((one) => (one.id === "bureau" ? { ...one, head: "bureau-handler" } : one)),
    });
    expect(ownerOf(nobody.does({ type: "handOver" }))).toBe("leader-head");
  });

  it("is chased when its time has passed, and can be withdrawn and taken up again meanwhile", () => {
    const late = open().passes("2026-03-27T02:00:00.000Z");
    expect(late.state.status === "screening" && late.state.supervisedSince).toMatch(/^2026-03-2/);
    const withdrawn = open().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    const again = withdrawn.does({ type: "petitioner", act: { command: "undoWithdrawal" } }).opens();
    expect(ownerOf(again)).toBe("bureau-head");
    expect(again.owner(uphold).state.status).toBe("notAccepted");
  });

  it("is the petitioner's own to ask: the case had ended, and its agents with it", () => {
    const named = filed("land")
      .opens()
      .does(namesAgent(["follow", "withdraw"]))
      .owner(refuse());
    expect(named.refuses({ ...asks, agent: 1 })).toBe("agencyOver");
  });
});
