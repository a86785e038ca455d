import { describe, expect, test } from "vitest";
import type { Change } from "#case/state/change.ts";
import type { StepOutcome } from "#case/state/message.ts";
import type { Level, Station } from "#ground/levels.ts";
import { signal } from "../../../functions/outbox/signal.ts";
import { memoryVault } from "../../contract/vault.ts";
import { filed, letter, type Story } from "../case/story.ts";

type Told = { token: string; outcome: StepOutcome; startAt?: Level | undefined };

/**
 * Signals the message of an event, the newest unless it is said, to a workflow in which the tokens given are known and
 * those that `waits` names are waited on.
 */
const signalled = async (
  { state, events, world }: Story,
  {
    event = events.at(-1),
    tokens = {},
    waits = [],
    isRunning = false,
  }: {
    event?: Story["events"][number] | undefined;
    tokens?: Record<number, string>;
    waits?: string[];
    isRunning?: boolean;
  },
) => {
  const committed: Change[] = [];
  const started: [string, number, Station][] = [];
  const told: Told[] = [];
  const looked: [string, number, Station][] = [];
  const run = signal({
    cases: {
      load: () => Promise.resolve(state),
      history: () => Promise.resolve({ events: [], looks: [] }),
      commit: (change) => Promise.resolve(void committed.push(change)),
      token: (_, stepNo) => {
        const token = tokens[stepNo];
        return Promise.resolve(token === undefined ? undefined : { token, epoch: state.epoch });
      },
    },
    outbox: { event: () => Promise.resolve(event) },
    world: () => Promise.resolve(world),
    identities: { matter: () => Promise.resolve({}), texts: () => Promise.resolve({}) },
    vault: memoryVault,
    random: (bytes) => new Uint8Array(bytes),
    bounces: { unreachable: () => Promise.resolve([]) },
    fellBackToBureau: () => undefined,
    linkHash: () => Promise.resolve("-"),
    executions: {
      start: (...execution) => Promise.resolve(void started.push(execution)),
      tell: (token, output) => {
        if (!waits.includes(token)) return Promise.resolve("gone");
        told.push({ token, ...output });
        return Promise.resolve("told");
      },
      isRunning: (...execution) => {
        looked.push(execution);
        return Promise.resolve(isRunning);
      },
    },
  });
  const position = event?.messages.findIndex(({ kind }) => kind === "start" || kind === "signal") ?? 0;
  const came = await run({ caseId: state.id, seq: event?.seq ?? 0, position });
  return {
    came,
    started,
    told,
    looked,
    facts: committed.flatMap(({ events: stored }) => stored.map(({ fact }) => fact)),
  };
};

const id = "AH-2026-0001-k7m2p9x4c3vb";
const opened = filed("estate").opens();
const overdue = opened.passes("2026-03-12T02:00:00.000Z");
const [registered] = filed("estate").events;

describe("a message that starts an execution", () => {
  test("starts the one of its epoch at its station", async () => {
    const event = filed("estate").events.find(({ messages }) => messages.some(({ kind }) => kind === "start"));
    expect(registered).toBeDefined();
    expect(await signalled(filed("estate"), { event })).toMatchObject({
      came: "started",
      started: [[id, 1, "community"]],
    });
  });

  test("that comes late starts nothing beside the execution that has taken over", async () => {
    const story = filed("estate");
    const event = story.events.find(({ messages }) => messages.some(({ kind }) => kind === "start"));
    const replaced = story.does({ type: "replaceExecution", epoch: 1 });
    expect(await signalled(replaced, { event })).toMatchObject({ came: "superseded", started: [] });
  });
});

describe("a message that wakes a step", () => {
  test("tells the one who waits on its token what the step came to", async () => {
    expect(overdue.state).toMatchObject({ status: "accepted", stepNo: 1 });
    expect(await signalled(overdue, { tokens: { 1: "first" }, waits: ["first"] })).toMatchObject({
      came: "told",
      told: [{ token: "first", outcome: "overdue" }],
      facts: [],
    });
  });

  test.each([{}, { tokens: { 1: "first" } }])(
    "leaves it to the transit clock when nobody waits and the execution runs",
    async (ports) => {
      expect(await signalled(overdue, { ...ports, isRunning: true })).toMatchObject({
        came: "left to the transit clock",
        looked: [[id, 1, "township"]],
        facts: [],
      });
    },
  );

  test.each([{}, { tokens: { 1: "first" } }])(
    "has a new execution start where nobody waits and none runs",
    async (ports) => {
      expect(await signalled(overdue, ports)).toMatchObject({
        came: "replaced",
        facts: [{ type: "executionReplaced", epoch: 2, startAt: "township" }],
      });
    },
  );

  test("is not told to a later execution of the case that waits at the same step", async () => {
    const asked = filed("wages")
      .opens()
      .owner({ command: "reply", ...letter })
      .does({ type: "petitioner", act: { command: "openAnswer" } })
      .does({
        type: "petitioner",
        act: { command: "askReview", reviewReasons: "没有人来过现场，脚手架还在，要求重新到现场调查。以上都属实。" },
      });
    const waitsAt = { tokens: { [asked.state.stepNo]: "later" }, waits: ["later"] };
    expect(asked.state.epoch).toBe(2);
    expect(await signalled(asked, waitsAt)).toMatchObject({ came: "moved on already", told: [] });
  });

  test("has nothing to do once the case has gone on, and asks nobody", async () => {
    const event = overdue.events.at(-1);
    expect(await signalled(overdue.opens(), { event })).toMatchObject({
      came: "moved on already",
      looked: [],
      facts: [],
    });
    const ended = overdue
      .opens()
      .owner({ command: "proposeSettlement", terms: "-", done: "already", promisedFor: undefined })
      .does({ type: "petitioner", act: { command: "confirmSettlement" } });
    expect(ended.state.status).toBe("closed");
    expect(await signalled(ended, {})).toMatchObject({ came: "moved on already", looked: [], facts: [] });
  });
});

test("a message that is no signal is an error that names it", async () => {
  const answered = filed("wages")
    .opens()
    .owner({ command: "reply", ...letter });
  const event = filed("wages").opens().events.at(-1);
  await expect(signalled(answered, { event })).rejects.toThrow(
    `${id} event ${event?.seq} has no signal at position -1`,
  );
});
