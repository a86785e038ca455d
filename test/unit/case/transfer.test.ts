import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { actor, partsIn, unitInCharge } from "#case/state/standing.ts";
import type { About } from "#directory/directory.ts";
import { historyAbout } from "./any-history.ts";
import { filed, type Story } from "./story.ts";

const transfer = (body = "police") => ({ command: "transfer", body, explanation: "依法由其处理" }) as const;
const received = { command: "recordReceipt", on: "2026-03-04", reference: "公信 18 号" } as const;
const screening = () => filed("land").opens();
const away = () => screening().owner(transfer());
const types = ({ events }: Story) => events.map(({ fact }) => fact.type);

describe("a matter of another body", () => {
  it("is transferred with a letter that names the body, its phone, the article and the day, and on that body's track", () => {
    const { state, events } = away();
    const [body] = state.status === "transferring" ? [state.body] : [];
    expect(state).toMatchObject({ status: "transferring", track: "judicial" });
    expect(events.at(-1)?.fact).toMatchObject({
      type: "transferred",
      letter: { kind: "transfer", body, due: { lastDay: "2026-03-17", days: 15 } },
    });
    expect(events.at(-1)?.messages).toEqual([{ kind: "newsMail", news: "transferred" }]);
  });

  it("stays with whoever transferred it, and the workflow with them, until its receipt is on record", () => {
    const [before, after] = [screening(), away()];
    expect(actor(after.state)).toEqual(actor(before.state));
    expect(unitInCharge(after.state)).toBe("bureau");
    expect(after.running.map(({ clock }) => clock.kind)).toEqual(["transfer"]);
    const done = after.later("2026-03-05T02:00:00.000Z").owner(received);
    expect(done.state).toMatchObject({ status: "transferred", receivedOn: "2026-03-04", reference: "公信 18 号" });
    expect(done.events.at(-1)?.messages).toEqual([
      { kind: "signal", stepNo: 1, outcome: "transferred" },
      { kind: "newsMail", news: "transferReceived" },
    ]);
    expect(done.running).toEqual([]);
  });

  it("about which nothing is heard in fifteen days is the bureau's to ask for, each working morning, mailed once", () => {
    const silent = away().passes("2026-03-20T02:00:00.000Z");
    expect(types(silent).filter((type) => type === "transferSilent").length).toBeGreaterThan(1);
    const mails = silent.events.flatMap(({ messages }) =>
      messages.filter((m) => m.kind === "taskMail" && m.ask === "chaseTransfer"),
    );
    expect(mails).toHaveLength(1);
    expect(silent.owner({ ...received, on: "2026-03-19" }).state).toMatchObject({ status: "transferred" });
  });

  it("goes to no body that the policy does not know, and is received on a day between then and now", () => {
    expect(screening().ownerRefused(transfer("oracle"))).toBe("unknownBody");
    for (const on of ["2026-03-01", "2026-03-03"]) {
      expect(away().ownerRefused({ ...received, on })).toBe("receiptDateImpossible");
    }
    expect(filed("estate").opens().ownerRefused(transfer())).toBe("notAtThisLevel");
  });

  it("is taken back where it is now: here nobody works on it any more whom a withdrawal would stop", () => {
    expect(away().refuses({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })).toBe(
      "tooLateToWithdraw",
    );
  });
});

describe("a report of misconduct", () => {
  const report = () => filed("misconduct").opens();

  it("is transferred to whoever may look into it, and decided in no other way", () => {
    const others: StaffCommand[] = [
      { command: "accept" },
      { command: "accept", track: "petition", reason: "-" },
      { command: "guide", route: "arbitration", knownOn: undefined, explanation: "-" },
      { command: "notAccept", ground: "court", where: undefined, explanation: "-" },
    ];
    for (const act of others) expect(report().ownerRefused(act)).toBe("accusationStays");
    expect(report().ownerRefused(transfer("police"))).toBe("accusationElsewhere");
    expect(report().owner(transfer("discipline")).state).toMatchObject({ status: "transferring", track: "accusation" });
    expect(offeredTo("owner", report().state, report().world)).not.toContain("accept");
  });

  it("is had by the bureau alone, or a leader's office where it is about the bureau, whatever anybody does: nobody below is listed, mailed or opens it", () => {
    const abouts: fc.Arbitrary<About> = fc.constantFrom<About[]>(
      { units: [], staff: [] },
      { units: ["river"], staff: [] },
      { units: ["housing"], staff: ["peach-handler"] },
      { units: ["bureau"], staff: [] },
    );
    fc.assert(
      fc.property(historyAbout(abouts, ["misconduct"]), (states) => {
        for (const { state, events, world } of states) {
          const low = world.directory.units.filter(({ level }) => level !== "bureau" && level !== "leader");
          const isLow = (staff: string) =>
            low.some(({ id }) => world.directory.staff.some((one) => one.id === staff && one.unit === id));
          expect(partsIn(state).filter(({ staff }) => isLow(staff))).toEqual([]);
          const mailed = events.flatMap(({ messages }) => messages.flatMap((m) => ("to" in m ? [m.to] : [])));
          expect(mailed.filter(isLow)).toEqual([]);
        }
      }),
    );
  });

  it("has a letter that holds nothing of what it says", () => {
    const { events } = report().owner({ ...transfer("discipline"), explanation: "某某收钱" });
    const fact = events.at(-1)?.fact;
    expect(fact?.type === "transferred" && JSON.stringify(fact.letter)).not.toContain("某某收钱");
  });
});
