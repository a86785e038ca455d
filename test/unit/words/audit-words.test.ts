import { expect, test } from "vitest";
import type { Finding } from "#record/finding.ts";
import { anchorsWords, auditedWords, findingWords } from "#words/audit-words.ts";
import { explain } from "#words/explain.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { filed } from "../case/story.ts";

const cut: Finding = {
  of: "AH-2026-0001",
  entry: "event",
  number: 9,
  key: { pk: "CASE#AH-2026-0001", sk: "EVENT#000009" },
  wrong: "missing",
  anchor: 12,
};

test("a finding names the case, the entry, its number, its key and the anchor, in both languages", () => {
  expect(findingWords(cut, "zh")).toBe(
    "AH-2026-0001：第 9 条事件缺失（依据第 12 份存证）。 [CASE#AH-2026-0001 / EVENT#000009]",
  );
  expect(findingWords(cut, "en")).toBe(
    "AH-2026-0001: event 9 is missing (by anchor 12). [CASE#AH-2026-0001 / EVENT#000009]",
  );
  const state = {
    of: "AH-2026-0001",
    entry: "state",
    key: { pk: "p", sk: "s" },
    wrong: "differs",
    field: "case.unit",
  } as const;
  expect(findingWords(state, "en")).toBe(
    "AH-2026-0001: the state of the case is not what the events come to (field case.unit). [p / s]",
  );
  const anchor = {
    of: "",
    entry: "anchor",
    number: 3,
    key: { pk: "anchors", sk: "00000003.json" },
    wrong: "changed",
  } as const;
  expect(findingWords(anchor, "zh")).toBe("第 3 份存证被改动过，内容与其哈希不符。 [anchors / 00000003.json]");
});

test("an audit says by what it proved the record, and what it went through", () => {
  expect(anchorsWords(undefined, "en", "2026-03-02")).toContain("There is no anchor yet");
  expect(anchorsWords({ n: 2, at: "2026-03-02T02:00:00.000Z" }, "en", "2026-03-02")).toMatch(
    /^2 anchors, the newest of .*10:00\.$/,
  );
  const audited = { cases: 1, events: 9, looks: 2, texts: 1, later: 3, found: 0 };
  expect(auditedWords(audited, "en")).toContain("Nothing is wrong.");
  expect(auditedWords({ ...audited, found: 1 }, "zh")).toContain("发现问题 1 处");
});

test("why names the finding in the place of a whole chain, and the command to run", () => {
  const { state, events, world } = filed("estate");
  const explained = (lang: "zh" | "en") =>
    explain({ ...world, petition: state, events, finding: cut, clocks: clockRowsAfter(events), lang }).join("\n");
  expect(explained("en")).toContain("event 9 is missing");
  expect(explained("en")).toContain("npm run audit -- AH-2026-0001");
  expect(explained("en")).not.toContain("whole");
  expect(explained("zh")).toContain("记录被改动过");
});
