import { describe, expect, test } from "vitest";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import { toldToAgent } from "../../../functions/petition/told-to-agent.ts";
import { readText } from "../../support/wording.ts";
import { namesAgent } from "../case/story.ts";
import { agentOf } from "./drawing.ts";
import { letter, type Sample, samples } from "./samples.ts";

/** The name of a text that somebody wrote, as the record has it. */
const named = (field: string): string => field.padEnd(43, "x");
const fields = ["terms", "note", "facts", "rule", "decision"];
/** Each text says in which field it was written. */
const texts = new Map(fields.map((field) => [named(field), `CANARY-${field}`]));

const note: StaffCommand = { command: "noteProgress", readers: "petitioner", note: named("note") };
const settling = samples.inTownship
  .owner(note)
  .owner({ command: "proposeSettlement", terms: named("terms"), done: "byDay", promisedFor: "2026-12-20" });
const answered = samples.inTownship.owner(note).owner({
  ...{ command: "reply", ...letter },
  ...{ facts: named("facts"), rule: named("rule"), decision: named("decision"), decision2: named("decision") },
});
const opened = answered.does({ type: "petitioner", act: { command: "openAnswer" } });

/** The page of an agent of some scope, with every text of the case at hand. */
const pageOf = (sample: Sample, ...scope: AgentScope[]): string => {
  const { petition, events, clocks, ...rest } = sample.does(namesAgent(scope));
  const agent = { n: 1, name: "陆新华", scope };
  const told = toldToAgent({ petition, events, clocks, texts, requests: [], agent }, "zh");
  return agentOf({ ...rest, ...told }, scope);
};

const seen = (html: string): string[] => fields.filter((field) => html.includes(`CANARY-${field}`));

describe("an agent's page", () => {
  /** The parts of the page that are there, by what marks each. */
  const parts = {
    ...{ chain: "chain-title", history: "done-title", file: "file-title", proposal: "settlement-title" },
    ...{ withdrawal: "own-title", answer: 'letter" id="letter', review: "review-title" },
  };
  const partsIn = (html: string): string[] =>
    Object.entries(parts).flatMap(([part, id]) => (html.includes(`${id}"`) ? [part] : []));

  test.each([
    ["follow", settling, ["note"], ["chain", "history"]],
    ["receive", settling, [], ["file"]],
    ["settle", settling, ["terms"], ["proposal"]],
    ["withdraw", settling, [], ["withdrawal"]],
    ["follow", opened, ["note"], ["chain", "history"]],
    ["receive", opened, ["facts", "rule", "decision"], ["file", "answer", "review"]],
    ["settle", opened, [], []],
  ] as const)("shows of the case what %s covers, and nothing of the rest", (scope, sample, written, shown) => {
    const html = pageOf(sample, scope);
    expect(seen(html)).toEqual(written);
    expect(partsIn(html)).toEqual(shown);
    expect(html).not.toMatch(/"correctContact"|"nameAgent"|"revokeAgent"|\/status\/mailbox|looks-title/);
  });

  test("opens no answer where letters are not theirs, and says what they may do", () => {
    expect(pageOf(answered, "follow", "settle")).not.toContain("打开答复");
    expect(pageOf(answered, "follow", "settle")).toContain("现在没有要您代办的");
    expect(pageOf(answered, "receive")).toContain('name="command" value="openAnswer"');
    expect(readText(pageOf(answered, "receive"))).toContain("您是信访人的代理人：陆新华");
    expect(readText(pageOf(answered, "receive"))).toContain("您自己的完整号码");
  });
});
