import { describe, expect, test } from "vitest";
import { decide } from "#case/acts/decide.ts";
import { aboutNobody } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { directory } from "./district.ts";
import { filed } from "./story.ts";

const bureau = directory.staff.find(({ unit }) => unit === directory.district.bureau)?.id ?? "";
const asks = { type: "renewCode", by: bureau, why: "lost", papers: "residentId" } as const;
const opened = filed("wages").opens();

describe("a new query code", () => {
  test("is on the record with who gave it, by which papers and why, and says nothing of who asked", () => {
    const { state, events } = opened.does(asks);
    expect(state.codes).toBe(2);
    const event = events.at(-1);
    if (event === undefined) throw new Error("nothing happened");
    expect(event).toMatchObject({ by: { kind: "staff", id: bureau }, fact: { issue: 2, why: "lost" } });
    expect(eventSentence(event, { directory, petition: undefined }, "zh", toPetitioners, "2026-03-02")).toContain(
      "核对居民身份证后补发了查询码",
    );
    expect(opened.does(asks).does(asks).state.codes).toBe(3);
  });

  test("stays the newest through all that happens to the case", () => {
    const later = opened.does(asks).owner({ command: "reportUpward", reason: "超出本级职权" }).opens();
    expect(later.state.codes).toBe(2);
  });

  test("is given by staff of the bureau alone, and by nobody whom the petition is about", () => {
    const { state, world } = opened;
    expect(decide(state, { ...asks, by: "housing-handler" }, world)).toEqual({ refused: "notOfTheBureau" });
    expect(decide(state, { ...asks, by: "nobody" }, world)).toEqual({ refused: "notOfTheBureau" });
    const about = { ...aboutNobody, staff: [bureau] };
    expect(decide({ ...state, about }, asks, world)).toEqual({ refused: "complainedAbout" });
  });

  test("is given to nobody who left no name, which papers could prove", () => {
    const { state, world } = opened;
    expect(decide({ ...state, unnamed: true }, asks, world)).toEqual({ refused: "noNameToProve" });
  });

  test("is given for no case that has ended", () => {
    const withdrawn = opened
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .passes("2026-03-06T00:00:00.000Z");
    expect(decide(withdrawn.state, asks, withdrawn.world)).toEqual({ refused: "ended" });
  });
});
