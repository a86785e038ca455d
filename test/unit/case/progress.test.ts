import { describe, expect, it } from "vitest";
import { offeredTo, staffForms } from "#case/acts/every-act.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { entrySentence } from "#words/event-sentence.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { toldTo } from "#words/told-to.ts";
import { filed, type Story } from "./story.ts";

const note = "管道已经订货，12月3日到场。";
const told = { command: "noteProgress", readers: "petitioner", note } as const;
const noted = { command: "noteProgress", readers: "office", note } as const;

const community = filed("estate").opens();
const screening = filed("land").opens();
const promised = community
  .owner({ command: "proposeSettlement", terms: "-", done: "byDay", promisedFor: "2026-03-09" })
  .does({ type: "petitioner", act: { command: "agreeSettlement" } });

const withoutBooks = ({ version: _, head: __, told: ___, changedAt: ____, ...c }: Case) => c;
const saysTo = (audience: typeof toOffice, { events, world }: Story) =>
  toldTo(audience.reader, events)
    .filter(({ event }: { event: CaseEvent }) => event.fact.type.startsWith("progress"))
    .map((entry) =>
      entrySentence(entry, { directory: world.directory, petition: undefined }, "zh", audience, "2026-03-03"),
    );

describe("a note on how far it is", () => {
  it.each([
    ["is told to the petitioner", told, "progressTold", [{ kind: "newsMail", news: "progress" }]],
    ["stays in the office, and nobody is mailed", noted, "progressNoted", []],
  ])("%s", (_what, act, type, messages) => {
    const [event] = community.owner(act).events.slice(-1);
    expect(event).toMatchObject({ fact: { type, stepNo: 1, unit: "peach", note }, clocks: [], messages });
  });

  it.each([
    ["the bureau's", screening],
    ["a level's", community],
    ["one that waits for what was promised", promised],
  ])("moves no clock, no turn and no state on a step: %s", (_whose, story) => {
    for (const act of [told, noted]) {
      const after = story.owner(act).owner(act);
      expect(withoutBooks(after.state)).toEqual(withoutBooks(story.state));
      expect(after.running).toEqual(story.running);
    }
  });

  it("is nobody's but the owner's, and only while a step is open", () => {
    const open = (story: Story) => offeredTo("owner", story.state, story.world);
    expect(open(community)).toContain("noteProgress");
    expect(offeredTo("head", community.state, community.world)).not.toContain("noteProgress");
    const { state } = community;
    const late = { type: "staff", stepNo: 1, assignment: 1, act: told } as const;
    if (state.status !== "handling") throw new Error(`The case is ${state.status}`);
    const gone = community.owner({ command: "reportUpward", reason: "-" });
    expect(gone.refuses({ ...late, by: state.owner })).toBe("movedOn");
    const withdrawn = community
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .passes("2026-03-06T00:00:00.000Z");
    expect(withdrawn.refuses({ ...late, by: state.owner })).toBe("ended");
  });

  it("reads to each as it is meant for them, and what stays inside is no line of the petitioner's", () => {
    const story = community.owner(told).owner(noted);
    expect(saysTo(toPetitioners, story)).toEqual([`peach告知办理进展：${note}`]);
    expect(saysTo(toOffice, story)).toEqual([
      expect.stringContaining(`告知信访人办理进展：${note}`),
      expect.stringContaining(`（信访人看不到）：${note}`),
    ]);
  });

  it("that is told makes a page outdated on which the petitioner decides; one that is not does not", () => {
    const proposed = community.owner({
      ...{ command: "proposeSettlement", terms: "-", done: "already", promisedFor: undefined },
    });
    const act = { command: "confirmSettlement" } as const;
    const confirm = { type: "petitioner", act, saw: proposed.state.told } as const;
    expect(proposed.owner(told).refuses(confirm)).toBe("pageOutdated");
    expect(proposed.owner(noted).does(confirm).state.status).toBe("closed");
  });

  it.each([
    ["nobody chosen who reads it", { readers: "", note }, { readers: "missing" }],
    ["somebody else as its reader", { readers: "everybody", note }, { readers: "missing" }],
    ["nothing written", { readers: "office", note: " \u200b" }, { note: "missing" }],
    ["too much written", { readers: "office", note: "字".repeat(2001) }, { note: "tooLong" }],
    ["neither", {}, { readers: "missing", note: "missing" }],
  ])("is not read with %s", (_what, typed, problems) => {
    expect(staffForms.read({ command: "noteProgress", ...typed })).toMatchObject({ problems });
  });
});
