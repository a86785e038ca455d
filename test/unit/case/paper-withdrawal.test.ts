import { describe, expect, it, test } from "vitest";
import type { CommandOf } from "#case/acts/command.ts";
import { decide } from "#case/acts/decide.ts";
import { endsWithdrawn } from "#case/acts/withdrawal.ts";
import { Fact } from "#case/state/event.ts";
import { ScanReference, type SignedPaper } from "#case/state/facts/withdrawal.ts";
import { periodClock } from "#case/state/running.ts";
import { actor, stationOf } from "#case/state/standing.ts";
import { districtDate, minutesLater } from "#clock/period.ts";
import { aboutNobody } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { directory } from "./district.ts";
import { filed, letter, registeredFor, type Story } from "./story.ts";

const by = "bureau-colleague";
/** How they were recognised, and by whom. */
const known = { checkedBy: by, check: "residentId" } as const;
const word = { type: "undoForPetitioner", by, word: known } as const;
const signed = { signedOn: "2026-03-02", scan: "SC-2026-0012", ...known };
const onPaper = (changed: Partial<SignedPaper> = {}, recorder: string = by) =>
  ({ type: "withdrawOnPaper", by: recorder, paper: { ...signed, ...changed } }) as const;
const paper = onPaper();
const withdraw = { type: "petitioner", act: { command: "withdraw", understood: "yes" } } as const;
const undo = { type: "petitioner", act: { command: "undoWithdrawal" } } as const;

const screening = () => filed("land").opens();
const community = () => filed("estate").opens();
const asking = () =>
  community()
    .owner({ command: "reportUpward", reason: "超出权限" })
    .opens()
    .owner({ command: "askExtension", days: 5, reason: "要鉴定" });
const at = (story: Story) => districtDate(story.now);

describe("a withdrawal on paper", () => {
  test.each<[string, () => Story]>([
    ["registered and on its way", () => filed("land")],
    ["examined for acceptance", screening],
    ["accepted and on its way", () => filed("estate")],
    ["handled", community],
    ["handled, with more time asked for", asking],
  ])("of a case that is %s brings what a withdrawal brings, and the paper with it", (_, told) => {
    const story = told();
    const [ours, theirs] = [story.does(paper), story.does(withdraw)];
    const [last, other] = [ours.events.at(-1), theirs.events.at(-1)];
    expect(last).toMatchObject({ by: { kind: "staff", id: by }, fact: { paper: signed } });
    expect(Fact.parse(last?.fact)).toEqual(last?.fact);
    expect([last?.messages, last?.clocks]).toEqual([other?.messages, other?.clocks]);
    expect(ours.state).toMatchObject({ status: "withdrawing", signedOn: "2026-03-02" });
    expect(ours.state.running).toEqual(theirs.state.running);
  });

  it("is undone by its petitioner, with the code", () => {
    const back = community().does(paper).does(undo);
    expect(stationOf(back.state)).toBe("community");
    expect(back.state).not.toHaveProperty("signedOn");
  });

  it("counts its days from the record and not from the signature, and ends with a letter that names both", () => {
    const rests = community().later("2026-03-05T02:00:00.000Z").does(paper);
    const { due, lastDay } = periodClock(rests.state, "withdrawal");
    // The third day is a Sunday.
    expect(lastDay).toBe("2026-03-09");
    const over = rests.passes(due);
    expect(over.events.at(-1)?.fact).toMatchObject({
      letter: { kind: "withdrawal", signedOn: "2026-03-02", withdrawnOn: "2026-03-05", undoneUntil: lastDay },
    });
    expect(over.state.status).toBe("withdrawn");
  });

  it("whose days are over ends as the letter says where no paper came, too", () => {
    const rests = community().does(withdraw);
    if (rests.state.status !== "withdrawing") throw new Error(rests.state.status);
    const decision = endsWithdrawn(rests.state, rests.world);
    expect(JSON.stringify(decision)).not.toContain("signedOn");
  });

  it("is told to its petitioner without the name of anybody, and to the office with it", () => {
    const event = community().does(paper).events.at(-1);
    if (event === undefined) throw new Error("nothing happened");
    const told = { directory, petition: undefined };
    const zh = eventSentence(event, told, "zh", toPetitioners, "2026-03-02");
    expect(zh).toContain("信访局收到3月2日（周一）签名的书面撤回，并核对居民身份证，办理停止");
    expect(zh).toContain("您可以恢复办理");
    expect(zh).not.toContain("SC-2026-0012");
    expect(eventSentence(event, told, "zh", toOffice, "2026-03-02")).toContain("扫描件SC-2026-0012");
  });
});

describe("what the bureau undoes for a petitioner", () => {
  test.each<[string, typeof paper | typeof withdraw]>([
    ["on paper", paper],
    ["with the code", withdraw],
  ])("goes on where it stood, and the petitioner is told by mail: withdrawn %s", (_, command) => {
    const story = community();
    const back = story.does(command).does(word);
    expect(stationOf(back.state)).toBe(stationOf(story.state));
    expect(back.state.epoch).toBe(story.state.epoch + 1);
    expect(back.events.at(-1)?.messages).toContainEqual({ kind: "newsMail", news: "withdrawalUndone" });
    expect(actor(back.opens().state)).toBeDefined();
  });

  it("is nothing where nothing rests, and nothing once the days are over", () => {
    expect(community().refuses(word)).toBe("restsNot");
    const rests = community().does(paper);
    const { due } = periodClock(rests.state, "withdrawal");
    expect(rests.later(due).refuses(word)).toBe("tooLateToUndo");
    expect(rests.later(minutesLater(due, -1)).does(word).state.status).toBe("accepted");
    expect(rests.passes(due).refuses(word)).toBe("restsNot");
  });

  it("voids every paper that was signed until that day", () => {
    const back = community().does(paper).later("2026-03-04T02:00:00.000Z").does(word).opens();
    expect(back.refuses(paper)).toBe("signedBeforeUndone");
    expect(back.refuses(onPaper({ signedOn: at(back) }))).toBe("signedBeforeUndone");
    const later = back.later("2026-03-05T02:00:00.000Z");
    expect(later.refuses(paper)).toBe("signedBeforeUndone");
    expect(later.does(onPaper({ signedOn: "2026-03-05" })).state.status).toBe("withdrawing");
    // The petitioner themselves need no paper.
    expect(back.does(withdraw).state.status).toBe("withdrawing");
  });

  it("voids them also when they have undone it themselves, and goes on doing so at later steps", () => {
    const back = community().does(withdraw).does(undo).opens();
    const above = back.owner({ command: "reportUpward", reason: "超出权限" }).opens();
    expect([back.refuses(paper), above.refuses(paper)]).toEqual(["signedBeforeUndone", "signedBeforeUndone"]);
  });
});

type ForThem = CommandOf<"withdrawOnPaper" | "undoForPetitioner">;

/** The same, recorded or checked by somebody else. */
const givenBy = (command: ForThem, role: "by" | "checkedBy", staff: string): ForThem => {
  if (role === "by") return { ...command, by: staff };
  return command.type === "withdrawOnPaper"
    ? { ...command, paper: { ...command.paper, checkedBy: staff } }
    : { ...command, word: { ...command.word, checkedBy: staff } };
};

/** Both commands, on a case on which each could be given. */
const either: [string, Story, ForThem][] = [
  ["recorded", community(), paper],
  ["undone", community().does(paper), word],
];

describe.each(either)("a withdrawal is %s", (_, { state, world }, command) => {
  test.each(["by", "checkedBy"] as const)("by the bureau alone: %s", (role) => {
    for (const stranger of ["peach-handler", "housing-head", "nobody"]) {
      expect(decide(state, givenBy(command, role, stranger), world)).toEqual({ refused: "notOfTheBureau" });
    }
  });

  test.each(["by", "checkedBy"] as const)("by nobody whom the petition is about: %s", (role) => {
    const both = givenBy(givenBy(command, "by", "bureau-head"), "checkedBy", "bureau-head");
    const other = givenBy(both, role, by);
    expect(decide({ ...state, about: { ...aboutNobody, staff: [by] } }, other, world)).toEqual({
      refused: "complainedAbout",
    });
    expect(decide({ ...state, about: { ...aboutNobody, units: ["bureau"] } }, other, world)).toEqual({
      refused: "complainedAbout",
    });
  });

  it("for nobody who left no name", () => {
    expect(decide({ ...state, unnamed: true }, command, world)).toEqual({ refused: "noNameToCheck" });
  });
});

describe("a withdrawal on paper is refused", () => {
  test.each(["by", "checkedBy"] as const)("by whoever works on the case: %s", (role) => {
    const story = screening();
    const owner = actor(story.state)?.staff ?? "";
    expect(story.refuses(givenBy(paper, role, owner))).toBe("worksOnItThemselves");
    const objected = screening().owner({ command: "accept" }).opens().owner({
      command: "object",
      rightUnit: "river",
      reason: "物业服务合同由柳溪街道签订，应由该街道办理，请核实转办。",
    });
    const sender = objected.state.status === "handling" ? objected.state.objection?.decider.staff : undefined;
    expect(objected.refuses(givenBy(paper, role, sender ?? ""))).toBe("worksOnItThemselves");
  });

  it("while others have joined, whose petition it is too", () => {
    const open = { type: "petitioner", act: { command: "openJoining" } } as const;
    const joined = community().does(open).does({ type: "join", opening: 1 });
    expect(joined.refuses(paper)).toBe("othersJoined");
    expect(joined.does({ type: "leave", signatory: 1 }).does(paper).state.status).toBe("withdrawing");
  });

  it("for a day that cannot be", () => {
    expect(community().refuses(onPaper({ signedOn: "2026-03-03" }))).toBe("signatureDateImpossible");
    expect(community().refuses(onPaper({ signedOn: "2026-03-01" }))).toBe("signatureDateImpossible");
  });

  it("not for a day between the letter and its entry", () => {
    const entered = registeredFor("estate", 5).opens();
    expect(entered.does(onPaper({ signedOn: "2026-02-25" })).state.status).toBe("withdrawing");
    expect(entered.refuses(onPaper({ signedOn: "2026-02-24" }))).toBe("signatureDateImpossible");
  });

  test.each<[string, () => Story]>([
    ["withdrawn", () => community().does(paper)],
    ["withdrawn for good", () => community().does(paper).passes("2026-03-09T00:00:00.000Z")],
    [
      "answered",
      () =>
        community()
          .owner({ command: "reportUpward", reason: "超出权限" })
          .opens()
          .owner({ command: "reply", ...letter }),
    ],
    [
      "not accepted",
      () => screening().owner({ command: "notAccept", ground: "court", where: undefined, explanation: "x" }),
    ],
    [
      "transferred",
      () => filed("misconduct").opens().owner({ command: "transfer", body: "discipline", explanation: "属于检举控告" }),
    ],
    [
      "answered, with something promised",
      () =>
        community()
          .owner({ command: "reportUpward", reason: "超出权限" })
          .opens()
          .owner({ ...{ command: "reply", ...letter }, outcome: "promised", promisedFor: "2026-03-20" })
          .does({ type: "petitioner", act: { command: "openAnswer" } }),
    ],
  ])("once the petition is %s", (_, told) => {
    expect(told().refuses(paper)).toBe("tooLateForPaper");
  });
});

describe("the number of a scan", () => {
  test.each(["SC-2026-0012", "A1", "2026.03/12", "20260302-1"])("may be %s", (scan) => {
    expect(ScanReference.safeParse(scan).success).toBe(true);
  });
  test.each([
    "",
    "A",
    "sc-1",
    "-SC-1",
    "SC-1-",
    "李秀英",
    "SC 1",
    "13800001234",
    "110101199003070034",
    `A${"1-".repeat(20)}`,
  ])("may not be %s", (scan) => {
    expect(ScanReference.safeParse(scan).success).toBe(false);
  });
});
