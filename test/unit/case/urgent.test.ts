import { describe, expect, test } from "vitest";
import { whatComesNext } from "#case/account/what-comes-next.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { departuresOf } from "#case/outbox/departures.ts";
import { firstDue } from "#case/state/due.ts";
import { untilOf } from "#clock/clock.ts";
import { directory } from "./district.ts";
import { filed, filedFromNowhere, letter, promised, settled } from "./story.ts";

const upward = { command: "reportUpward", reason: "-" } as const;
const atTownship = (category: "hazard" | "estate") => filed(category).opens().owner(upward).opens();

describe("an urgent case", () => {
  test("gets no more time: the form is not shown, and sending it all the same is refused", () => {
    const { state, world } = atTownship("hazard");
    expect(offeredTo("owner", state, world)).not.toContain("askExtension");
    expect(atTownship("hazard").ownerRefused({ command: "askExtension", days: 5, reason: "-" })).toBe(
      "urgentNotExtended",
    );
    expect(offeredTo("owner", atTownship("estate").state, world)).toContain("askExtension");
  });

  test("is not settled, at whatever level: neither what is done nor what is promised can be proposed", () => {
    for (const story of [filed("hazard").opens(), atTownship("hazard")]) {
      expect(offeredTo("owner", story.state, story.world)).not.toContain("proposeSettlement");
      expect(story.ownerRefused(settled())).toBe("urgentNotSettled");
      expect(story.ownerRefused(promised("2026-03-05"))).toBe("urgentNotSettled");
    }
    const { state, world } = filed("estate").opens();
    expect(offeredTo("owner", state, world)).toContain("proposeSettlement");
  });

  test("accepts nothing that was asked or proposed before it was urgent", () => {
    const { state, world } = atTownship("estate")
      .owner({ command: "askExtension", days: 5, reason: "-" })
      .owner(settled());
    const urgent = { ...state, urgent: true as const };
    expect(offeredTo("head", urgent, world)).not.toContain("approveExtension");
    expect(offeredTo("head", urgent, world)).toContain("refuseExtension");
    const offered = offeredToPetitioner(urgent, world);
    expect(offered).not.toContain("confirmSettlement");
    expect(offered).toContain("declineSettlement");
  });

  test("is answered in writing", () => {
    expect(atTownship("hazard").owner({ command: "reply", ...letter }).state.status).toBe("delivering");
  });
});

describe("the clocks of an urgent case", () => {
  const opened = () => filed("hazard", "2026-03-06T09:30:00.000Z").opens();
  const clocksOf = (story: ReturnType<typeof opened>) =>
    story.running.map(({ clock }) => [clock.kind, untilOf(clock)] as const).toSorted(([a], [b]) => a.localeCompare(b));

  test("run by hours from the moment at which it reaches somebody, on a Friday evening and over the weekend too", () => {
    expect(clocksOf(opened())).toEqual([
      ["acknowledgement", "2026-03-06T11:30:00.000Z"],
      ["handling", "2026-05-06"],
      ["step", "2026-03-07T09:30:00.000Z"],
    ]);
  });

  test("tell whoever gets it by which minute it has to be acknowledged, and once it is, until when it is to be done", () => {
    const [mail] = opened().events.flatMap(({ messages }) => messages.filter(({ kind }) => kind === "taskMail"));
    expect(mail).toMatchObject({ ask: "handle", lastDay: "2026-03-06T11:30:00.000Z" });
    expect(firstDue(opened().state)).toEqual({ clock: "acknowledgement", lastDay: "2026-03-06T11:30:00.000Z" });
    const acknowledged = opened().owner({ command: "acknowledge" });
    expect(firstDue(acknowledged.state)).toEqual({ clock: "step", lastDay: "2026-03-07T09:30:00.000Z" });
    expect(clocksOf(acknowledged).map(([kind]) => kind)).toEqual(["handling", "step"]);
  });

  test("remind at the half by mail, and send it up when nobody has acknowledged it in time", () => {
    const story = opened().passes("2026-03-06T11:30:00.000Z");
    const facts = story.events.map(({ fact }) => fact);
    expect(facts).toContainEqual(expect.objectContaining({ type: "reminded", percent: 50, how: "mail" }));
    expect(facts.at(-1)).toEqual({
      type: "stepOverdue",
      stepNo: 1,
      level: "community",
      lastDay: "2026-03-06T11:30:00.000Z",
      unacknowledged: true,
      to: "township",
    });
    expect(story.running.map(({ clock }) => clock.kind)).toEqual(["handling"]);
    expect(story.opens().state).toMatchObject({ status: "handling", level: "township" });
  });

  test("send it up after its hours when it was acknowledged and not done", () => {
    const story = opened().owner({ command: "acknowledge" }).passes("2026-03-07T09:30:00.000Z");
    expect(story.events.at(-1)?.fact).toMatchObject({ type: "stepOverdue", lastDay: "2026-03-07T09:30:00.000Z" });
    expect(story.events.at(-1)?.fact).not.toHaveProperty("unacknowledged");
  });

  test("bring it to the top within hours when nobody ever looks, and under supervision there", () => {
    const story = opened().passes("2026-03-06T17:30:00.000Z", { opening: true });
    expect(story.state).toMatchObject({ status: "handling", level: "leader" });
    expect(story.state).toHaveProperty("supervisedSince");
    expect(story.events.at(-1)?.fact).toMatchObject({ type: "overdueAtTop", unacknowledged: true });
    expect(story.events.at(-1)?.messages).toMatchObject([{ kind: "taskMail", ask: "overdueAtTop" }]);
  });

  test("are told before they come: where the end of the next one leads", () => {
    const { state, world } = opened();
    expect(whatComesNext(state, world)).toEqual({
      level: "township",
      when: "unacknowledged",
      on: "2026-03-06T11:30:00.000Z",
    });
    const acknowledged = opened().owner({ command: "acknowledge" });
    expect(whatComesNext(acknowledged.state, acknowledged.world)).toEqual({
      level: "township",
      when: "stepEnds",
      on: "2026-03-07T09:30:00.000Z",
    });
  });

  test("end with the step, however it ends", () => {
    const ends = [
      opened().owner(upward),
      opened()
        .owner(upward)
        .opens()
        .owner({ command: "reply", ...letter }),
      opened().owner(upward).opens().owner({ command: "handBack", reason: "-" }),
      opened().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }),
    ];
    for (const { running } of ends)
      expect(running.map(({ clock }) => clock.kind)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(step|acknowledgement)$/)]),
      );
  });

  test("are not those of any other case", () => {
    expect(
      filed("estate")
        .opens()
        .running.map(({ clock }) => clock.kind),
    ).not.toContain("acknowledgement");
  });
});

describe("the duty officer", () => {
  const night = "2026-03-07T19:00:00.000Z";
  const told = ({ events }: ReturnType<typeof filed>) =>
    events.flatMap(({ messages }) => messages.flatMap((message) => (message.kind === "dutyMail" ? [message.to] : [])));
  const about = (units: string[], staff: string[] = []) => filed("hazard", night, { units, staff }).opens();
  const away = (id: string, deputy?: string) => ({
    ...directory,
    staff: directory.staff.map((one) =>
      one.id === id ? { ...one, away: [{ from: "2026-03-01", until: "2026-03-31", deputy }] } : one,
    ),
  });

  test("is told of a danger at once, next to its owner, by night and at a weekend too", () => {
    const newest = filed("hazard", night).opens().events.at(-1);
    expect(newest?.messages).toMatchObject([
      { kind: "taskMail", ask: "handle", to: "peach-handler" },
      { kind: "dutyMail", to: "bureau-handler" },
    ]);
    if (newest === undefined) throw new Error("No step was opened");
    expect(departuresOf(newest)[1]).toEqual({ queue: "mails", position: 1, at: night, waited: false });
  });

  test("is told once, not at every level, and of nothing that is not urgent", () => {
    expect(told(filed("hazard", night).opens().owner(upward).opens())).toEqual(["bureau-handler"]);
    expect(told(filed("hazard", night).passes("2026-03-09T01:00:00.000Z", { opening: true }))).toHaveLength(1);
    expect(told(filed("estate", night).opens())).toEqual([]);
  });

  test("is told when the chain begins higher, past a level that the complaint is about", () => {
    expect(told(about(["peach"]).opens())).toEqual(["bureau-handler"]);
  });

  test("who is complained about is not told: the next one is, of the bureau or else of a leader's office", () => {
    expect(told(about([], ["bureau-handler"]))).toEqual(["bureau-head"]);
    expect(told(about([], ["bureau-handler", "bureau-head"]))).toEqual(["bureau-colleague"]);
    expect(told(about(["bureau"]))).toEqual(["leader-handler"]);
  });

  test("who is away is not told: their deputy is, or else the head", () => {
    const opened = (id: string, deputy?: string) =>
      told(filed("hazard", night, { units: [], staff: [] }, away(id, deputy)).opens());
    expect(opened("bureau-handler", "bureau-colleague")).toEqual(["bureau-colleague"]);
    expect(opened("bureau-handler")).toEqual(["bureau-head"]);
  });

  test("gets one mail when they have the case themselves", () => {
    const story = about(["peach", "river", "housing", "leader"]).passes(night, { opening: true });
    expect(story.events.at(-1)?.messages).toMatchObject([{ kind: "taskMail", to: "bureau-handler" }]);
    expect(told(story)).toEqual([]);
  });

  test("is told who handles it, too, when the bureau had to find out where it is", () => {
    const screening = filedFromNowhere("hazard").opens();
    expect(screening.events.at(-1)?.messages).toMatchObject([{ kind: "taskMail", to: "bureau-handler" }]);
    const accepted = screening
      .owner({ command: "assignCommunity", community: "peach" })
      .owner({ command: "accept" })
      .opens();
    expect(told(accepted)).toEqual(["bureau-handler"]);
  });

  test("that nobody may be told is on record", () => {
    const { events } = about(["bureau", "leader"]);
    expect(events.at(-1)?.fact).toMatchObject({ type: "stepOpened", owner: "peach-handler", dutyUntold: true });
  });
});
