import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { LinkFor } from "#access/link.ts";
import { linkCode, linkToken } from "#access/task-link.ts";
import { decide } from "#case/acts/decide.ts";
import { newLinkPace } from "#case/acts/new-link.ts";
import { withoutApart } from "#case/state/apart.ts";
import { isReplaced, linkOf } from "#case/state/link-of.ts";
import { actor, partsIn } from "#case/state/standing.ts";
import { sameTurn } from "#case/state/turn.ts";
import { minutesLater } from "#clock/period.ts";
import { history, last } from "./any-history.ts";
import { filed, type Story } from "./story.ts";

const current = ({ state }: Story): LinkFor => {
  const who = actor(state);
  if (who === undefined) throw new Error("nobody holds it");
  return linkOf(state, who);
};
const opened = filed("wages").opens();
const first = current(opened);
const renewed = opened.does({ type: "renewLink", link: first });

describe("a new link", () => {
  it("has another token and other digits for the same turn, and leaves by mail to whose turn it is", () => {
    const link = current(renewed);
    expect(link).toEqual({ ...first, issue: 2 });
    expect([linkToken("s", link) === linkToken("s", first), linkCode("s", link) === linkCode("s", first)]).toEqual([
      false,
      false,
    ]);
    expect(renewed.events.at(-1)).toMatchObject({
      fact: { type: "linkRenewed", staff: "housing-handler", issue: 2 },
      messages: [{ kind: "taskMail", ask: "newLink", to: "housing-handler" }],
    });
    expect([isReplaced(renewed.state, first), isReplaced(renewed.state, link)]).toEqual([true, false]);
  });

  it("is there for each state in which somebody has a turn, such as while another body's receipt is awaited", () => {
    const away = filed("land").opens().owner({ command: "transfer", body: "police", explanation: "-" });
    expect(current(away.does({ type: "renewLink", link: current(away) }))).toMatchObject({ issue: 2 });
    const passed = away.owner({ command: "reassign", to: "bureau-colleague", reason: "-" });
    expect(passed.events.at(-1)?.messages).toMatchObject([{ kind: "taskMail", ask: "chaseTransfer" }]);
  });

  it("is good for its turn alone: whoever takes the step over has a first link", () => {
    const handedOn = renewed.owner({ command: "reassign", to: "housing-colleague", reason: "-" });
    expect(current(handedOn).issue).toBeUndefined();
    const up = renewed.owner({ command: "reportUpward", reason: "-" }).opens();
    expect(current(up).issue).toBeUndefined();
    expect(up.state).not.toHaveProperty("renewals");
  });

  it("is made by the newest link; an older one has the newest mailed again, and makes none void", () => {
    const later = renewed.later(minutesLater(renewed.now, newLinkPace.pause));
    expect(current(later.does({ type: "renewLink", link: first })).issue).toBe(2);
    expect(current(later.does({ type: "renewLink", link: current(renewed) })).issue).toBe(3);
  });

  it("is refused for a turn that is over, for a case that has ended, and to whoever may not use it", () => {
    const handedOn = opened.owner({ command: "reassign", to: "housing-colleague", reason: "-" });
    expect(handedOn.refuses({ type: "renewLink", link: first })).toBe("movedOn");
    const withdrawn = opened
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .passes("2026-03-06T00:00:00.000Z");
    expect(withdrawn.refuses({ type: "renewLink", link: first })).toBe("ended");
    const about = filed("wages", undefined, { units: [], staff: ["housing-handler"] }).opens();
    expect(about.refuses({ type: "renewLink", link: { ...first, staff: "housing-handler" } })).toBe("movedOn");
  });

  it("of whoever was told that a petitioner was pressed is good as long as their turn, and tells nobody else of that", () => {
    const told = opened
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .does({ type: "petitioner", act: { command: "tellPressure", pressure: "-" } });
    const [part] = partsIn(told.state);
    if (part === undefined) throw new Error("nobody was told");
    const anew = told.does({ type: "renewLink", link: linkOf(told.state, part) });
    const link = linkOf(anew.state, part);
    expect(link).toMatchObject({ staff: "bureau-head", issue: 2 });
    const undone = anew.does({ type: "petitioner", act: { command: "undoWithdrawal" } }).opens();
    expect(isReplaced(undone.state, link)).toBe(false);
    expect(undone.refuses({ type: "renewLink", link })).toBe("mailedLately");
    expect(undone.later(minutesLater(undone.now, 11)).does({ type: "renewLink", link }).state).toMatchObject({
      pressed: { open: { renewal: { issue: 3 } } },
    });
    const seen = withoutApart({ petition: anew.state, events: anew.events }).events.map(({ fact }) => fact.type);
    expect(seen).not.toContain("linkRenewed");
    const ofOwner = withoutApart({ petition: renewed.state, events: renewed.events });
    expect(ofOwner.events.at(-1)?.fact.type).toBe("linkRenewed");
    const passed = anew.does({ type: "passOn", turn: part, unreachable: ["bureau-head"] });
    expect(passed.state.pressed?.open).not.toHaveProperty("renewal");
  });

  test("leaves once in ten minutes and five times a day at most, whenever it is asked for", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 }), (pauses) => {
        let story: Story = opened;
        const mailed: number[] = [];
        let minute = 0;
        for (const pause of pauses) {
          minute += pause;
          story = story.later(minutesLater(opened.now, minute));
          const command = { type: "renewLink", link: minute % 2 === 0 ? first : current(story) } as const;
          if ("refused" in decide(story.state, command, story.world)) continue;
          story = story.does(command);
          mailed.push(minute);
        }
        for (const [at, one] of mailed.entries()) {
          const before = mailed[at - 1];
          if (before !== undefined) expect(one - before).toBeGreaterThanOrEqual(newLinkPace.pause);
          expect(mailed.filter((other) => other > one - 24 * 60 && other <= one).length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it("can be asked for by everybody whose turn it is in any history, and gives one link more, to nobody else", () => {
    fc.assert(
      fc.property(history, (states) => {
        const story = last(states);
        for (const part of partsIn(story.state)) {
          const after = story.does({ type: "renewLink", link: linkOf(story.state, part) });
          expect(linkOf(after.state, part).issue).toBe(2);
          expect(partsIn(after.state)).toEqual(partsIn(story.state));
          for (const other of partsIn(story.state)) {
            if (!sameTurn(other, part)) expect(linkOf(after.state, other).issue).toBeUndefined();
          }
        }
      }),
    );
  });
});
