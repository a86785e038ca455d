import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { staffForms } from "#case/acts/every-act.ts";
import { outcomeOf } from "#case/acts/findings.ts";
import { readPetition } from "#case/forms/petition-form.ts";
import { outcomesOn } from "#case/state/outcomes.ts";
import { aboutNobody } from "#directory/directory.ts";
import { at, directory } from "./district.ts";
import { filed, letter } from "./story.ts";

const now = "2026-03-02T02:00:00.000Z";
const form = {
  story: "楼道漏水三个月。",
  category: "estate",
  community: "peach",
  place: "3 号楼",
  ask: "请尽快维修。",
  name: "陈某",
  phone: "13812345678",
  submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10",
};
const requestsOf = (typed: Record<string, string>) => {
  const read = readPetition({ ...form, ...typed }, directory);
  return "petition" in read ? read.petition.matter.requests : read.problems;
};

describe("the requests of a petition", () => {
  test("are numbered as they are written; a field that is left empty asks nothing", () => {
    expect(requestsOf({})).toEqual(["请尽快维修。"]);
    expect(requestsOf({ ask2: " \u200b", ask3: "", ask4: "赔偿墙面的损失。" })).toEqual([
      "请尽快维修。",
      "赔偿墙面的损失。",
    ]);
    expect(requestsOf({ ask2: "二", ask3: "三", ask4: "四", ask5: "五" })).toHaveLength(5);
  });

  test("may begin in any of the fields, and there is one at least", () => {
    expect(requestsOf({ ask: "", ask2: "赔偿墙面的损失。" })).toEqual(["赔偿墙面的损失。"]);
    expect(requestsOf({ ask: "", ask2: " ", ask3: "" })).toEqual({ ask: "missing" });
  });

  test("are bounded one by one, and each that is too long is named", () => {
    const long = "长".repeat(2001);
    expect(requestsOf({ ask2: long, ask5: long })).toEqual({ ask2: "tooLong", ask5: "tooLong" });
  });
});

describe("an answer", () => {
  const two = filed("wages", now, aboutNobody, at(now).directory, 2).opens();
  const reply = { command: "reply", ...letter } as const;

  test("has a finding for each request, and is not issued while one has none", () => {
    expect(two.ownerRefused(reply)).toBe("requestUnanswered");
    expect(two.ownerRefused({ ...reply, decision2: "另案处理" })).toBe("requestUnanswered");
    expect(two.ownerRefused({ ...reply, outcome2: "promised" })).toBe("requestUnanswered");
    expect(two.ownerRefused({ ...reply, outcome3: "promised", decision3: "三" })).toBe("requestUnanswered");
    const answered = two.owner({ ...reply, outcome2: "notSupported", decision2: "没有依据" });
    expect(answered.state).toMatchObject({
      status: "delivering",
      letter: {
        outcome: "partly",
        findings: [
          { outcome: letter.outcome, decision: letter.decision },
          { outcome: "notSupported", decision: "没有依据" },
        ],
      },
    });
  });

  test("says nothing to requests that there are not", () => {
    const one = filed("wages").opens();
    expect(one.ownerRefused({ ...reply, outcome2: "promised", decision2: "二" })).toBe("requestUnanswered");
    expect(one.owner(reply).state).toMatchObject({ letter: { findings: [{ decision: letter.decision }] } });
  });

  test("is read from a form that names every request without a finding, all at once", () => {
    const read = (typed: Record<string, string>) => {
      const what = staffForms.read({ command: "reply", facts: "查明", rule: "依据", ...typed });
      return "problems" in what ? what : { act: what.act.command };
    };
    expect(read({ decision: "", decision2: " ", decision3: "三" })).toEqual({
      broken: false,
      problems: {
        decision: "missing",
        outcome: "missing",
        decision2: "missing",
        outcome2: "missing",
        outcome3: "missing",
      },
    });
    const whole = { decision: "一", outcome: "resolved", decision2: "二", outcome2: "explained" };
    expect(read(whole)).toEqual({ act: "reply" });
    expect(read({ ...whole, outcome2: "won" })).toMatchObject({ problems: { outcome2: "missing" } });
  });

  test("comes as a whole to what all findings say; to a promise while some is still to be done; else to a part", () => {
    const kinds = (["petition", "suggestion"] as const).map((track) => fc.constantFrom(...outcomesOn(track)));
    const findings = fc.oneof(...kinds.map((kind) => fc.array(kind, { minLength: 1, maxLength: 5 })));
    fc.assert(
      fc.property(findings, (outcomes) => {
        const whole = outcomeOf(outcomes.map((outcome) => ({ outcome, decision: "-" })));
        const [first] = outcomes;
        const isSupported = outcomes.every((one) => one === "resolved" || one === "promised");
        const isSuggestion = outcomesOn("suggestion").some((one) => one === first);
        const isSome = outcomes.some((one) => one === "adopted" || one === "adoptedInPart");
        const mixed = isSuggestion && isSome ? "adoptedInPart" : isSupported ? "promised" : "partly";
        // Nothing counts as resolved of which a part is not.
        expect(whole).toBe(outcomes.every((outcome) => outcome === first) ? first : mixed);
      }),
    );
  });
});
