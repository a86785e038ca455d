import { describe, expect, test } from "vitest";
import { decide } from "#case/acts/decide.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { scopeOf } from "#case/state/agent.ts";
import type { Case } from "#case/state/case.ts";
import { isSignatory, othersIn, successorsIn } from "#case/state/joint.ts";
import { record } from "#case/state/record.ts";
import { agentsSeen } from "#case/state/sealed-agent.ts";
import { filed, letter, namesAgent, promised, type Story } from "./story.ts";

const by = <A>(act: A) => ({ type: "petitioner", act }) as const;
const open = by({ command: "openJoining" } as const);
const takes = (n: number) => by({ command: "nameContactPerson", signatory: String(n) } as const);
const handsOver = (n: number) => by({ command: "handOver", signatory: String(n) } as const);
const stand = (signatory: number, ready = true) => ({ type: "stand", signatory, ready }) as const;
const takesOver = (signatory: number) => ({ type: "stand", signatory, ready: true, takesOver: true }) as const;
const join = { type: "join", opening: 1 } as const;
const withdraw = by({ command: "withdraw", understood: "yes" } as const);

/** Two have joined a petition at the department; the first of them is a contact person. */
const joint = (before = filed("wages").opens()): Story =>
  before.does(open).does(join).does(join).does(stand(1)).does(takes(1));
const offered = (before?: Story): Story => joint(before).does(takesOver(1));
const last = ({ events }: Story) => events.at(-1);

describe("a joint petition", () => {
  test("is handed over by the word of both, and the former petitioner is one of those who have joined", () => {
    const before = offered();
    const after = before.does(handsOver(1));
    expect(last(after)).toMatchObject({
      by: { kind: "petitioner" },
      fact: { type: "handedOver", to: 1, former: 3, address: 2 },
      messages: [],
    });
    expect(after.state).toMatchObject({ codes: 2, addresses: 2, status: "handling" });
    expect(after.state.joint).toEqual({ openings: 1, isOpen: true, joined: 3, left: [1], agentsBefore: 0 });
    expect([1, 2, 3].map((n) => isSignatory(after.state, n))).toEqual([false, true, true]);
    expect(othersIn(after.state)).toBe(othersIn(before.state));
    expect(after.state.running).toEqual(before.state.running);
  });

  test("is handed over to nobody who has not said so themselves, or says so no more", () => {
    expect(joint().refuses(handsOver(1))).toBe("nobodyTakesOver");
    expect(offeredToPetitioner(joint().state, joint().world)).not.toContain("handOver");
    expect(offered().refuses(handsOver(2))).toBe("nobodyTakesOver");
    for (const over of [
      offered().does(stand(1, false)),
      offered().does(by({ command: "endContactPerson", signatory: "1" } as const)),
      offered().does({ type: "leave", signatory: 1 }),
    ]) {
      expect(successorsIn(over.state)).toEqual([]);
      expect(over.refuses(handsOver(1))).toBe("nobodyTakesOver");
    }
  });

  test("is offered to be taken by contact persons alone; twice is the same as once, and overtakes no page", () => {
    expect(joint().refuses(takesOver(2))).toBe("noContactPersonYet");
    expect(joint().refuses(takesOver(7))).toBe("leftBefore");
    const once = offered();
    expect(once.does(takesOver(1)).events).toEqual(once.events);
    expect(once.state.told).toBe(joint().state.told);
  });

  test("keeps nothing of how its former petitioner was reached, of whether they left a name, and of who acted for them", () => {
    const unnamed = offered(
      filed("wages")
        .opens()
        .does(namesAgent(["follow", "receive"])),
    );
    const { world } = unnamed;
    const state: Case = { ...unnamed.state, unnamed: true };
    expect([state.postal, scopeOf(state, 1)]).toEqual([true, ["follow", "receive"]]);
    const decided = decide(state, { ...handsOver(1), saw: state.told }, world);
    const [first, ...rest] = "refused" in decided ? [] : decided.events;
    if (first === undefined) throw new Error("It is not handed over");
    const { after: held } = record(state.id, state, [first, ...rest], world.now);
    expect([held.unnamed, held.postal]).toEqual([undefined, undefined]);
    const after = unnamed.does(handsOver(1));
    expect(scopeOf(after.state, 1)).toBeUndefined();
    // Nothing of the former one's agent is opened for whoever has it now.
    expect(agentsSeen(after.state, {})).toEqual([]);
    expect(after.does(namesAgent(["follow"])).state.agents).toMatchObject({ named: 2, now: [{ n: 2 }] });
    expect(after.refuses({ ...by({ command: "addMaterial", material: "-" } as const), agent: 1 })).toBe("agencyOver");
  });

  test("may be handed back, by the word of both again", () => {
    const back = offered().does(handsOver(1)).does(stand(3)).does(takes(3)).does(takesOver(3)).does(handsOver(3));
    expect(back.state.joint).toMatchObject({ joined: 4, left: [1, 3] });
    expect(back.state.codes).toBe(3);
    expect(isSignatory(back.state, 4)).toBe(true);
  });

  test("can be withdrawn by whoever has it once the others have left, the former petitioner among them", () => {
    const after = offered().does(handsOver(1));
    expect(after.refuses(withdraw)).toBe("othersJoined");
    const alone = after.does({ type: "leave", signatory: 2 }).does({ type: "leave", signatory: 3 });
    expect(alone.does(withdraw).state.status).toBe("withdrawing");
  });

  test("stays whose it is once something is agreed or answered, and where something was told in confidence", () => {
    const agreed = offered()
      .owner(promised("2026-03-09", "发工资"))
      .does(by({ command: "agreeSettlement" } as const));
    expect(agreed.refuses(handsOver(1))).toBe("tooLateToHandOver");
    expect(
      offered()
        .owner({ command: "reply", ...letter })
        .refuses(handsOver(1)),
    ).toBe("tooLateToHandOver");
    const told = filed("wages")
      .opens()
      .does(withdraw)
      .does(by({ command: "tellPressure", pressure: "有人要我撤回" } as const))
      .does(by({ command: "undoWithdrawal" } as const))
      .opens();
    expect(offered(told).refuses(handsOver(1))).toBe("toldInConfidence");
  });

  test("is not handed over once its petitioner has rated how it was handled, and has had it reopened", () => {
    const rated = filed("wages")
      .opens()
      .owner({ command: "proposeSettlement", terms: "已经补发", done: "already", promisedFor: undefined })
      .does(by({ command: "confirmSettlement" } as const))
      .does(by({ command: "rate", bureauRating: "satisfied", unitRating: "notSatisfied" } as const));
    const again = rated.does(by({ command: "reopenSettlement" } as const)).opens();
    expect(again.state.rating).toEqual(rated.state.rating);
    expect(offered(again).refuses(handsOver(1))).toBe("toldInConfidence");
  });

  test("is not handed over on a page that does not show the newest", () => {
    const before = offered();
    const moved = before.does(by({ command: "closeJoining" } as const));
    expect(moved.refuses({ ...handsOver(1), saw: before.state.told })).toBe("pageOutdated");
  });
});
