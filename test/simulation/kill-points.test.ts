import { describe, expect, test } from "vitest";
import type { Machine } from "../contract/machine.ts";
import { acknowledge, heard, reply, reportUpward, samplePetition } from "../contract/samples.ts";
import { Killed } from "./mortal.ts";
import { newStage, type Stage } from "./stage.ts";

/** What a machine does that may be killed: on a stage made ready for it, and tried again by whoever asked for it. */
type Job = (machine: Machine) => Promise<unknown>;
type Scene = {
  ready: (stage: Stage) => Promise<Job>;
  /** Whether whoever asked for it asks again: a person, a queue, a schedule. */
  again: boolean;
  /** The facts that are to be on the record in the end, each once, whatever died. */
  facts: string[];
};

const opened = async (stage: Stage, category: "wages" | "estate" = "wages"): Promise<string> => {
  const caseId = await stage.filed(category);
  await stage.stream(stage.whole);
  await stage.deliver(stage.whole);
  await stage.run(stage.whole);
  await stage.stream(stage.whole);
  await stage.deliver(stage.whole);
  return caseId;
};
const first = ["registered", "accepted", "stepOpened"];

const scenes: Record<string, Scene> = {
  "filing, sent again by the petitioner": {
    ready: () => {
      const form = samplePetition("wages");
      return Promise.resolve((machine) => machine.file(form));
    },
    again: true,
    facts: first,
  },
  "handing over what was filed": {
    ready: async (stage) => {
      await stage.filed("wages");
      return (machine) => stage.stream(machine);
    },
    again: false,
    facts: first,
  },
  "starting the workflow": {
    ready: async (stage) => {
      await stage.filed("wages");
      await stage.stream(stage.whole);
      const [posted] = stage.whole.posted.signals.splice(0);
      if (posted === undefined) throw new Error("Nothing starts");
      return (machine) => machine.signal(posted);
    },
    again: true,
    facts: first,
  },
  "opening a step": {
    ready: async (stage) => {
      await stage.filed("wages");
      await stage.stream(stage.whole);
      await stage.deliver(stage.whole);
      return (machine) => stage.run(machine);
    },
    again: false,
    facts: first,
  },
  "acknowledging, clicked again": {
    ready: async (stage) => {
      const shown = await stage.shown(await opened(stage));
      return (machine) => machine.task.act(shown, acknowledge);
    },
    again: true,
    facts: [...first, "acknowledged"],
  },
  "answering, clicked again": {
    ready: async (stage) => {
      const shown = await stage.shown(await opened(stage));
      await stage.whole.task.act(shown, heard);
      return (machine) => machine.task.act(shown, reply);
    },
    again: true,
    facts: [...first, "contactRecorded", "replied"],
  },
  "reporting upward, clicked once": {
    ready: async (stage) => {
      const shown = await stage.shown(await opened(stage));
      return (machine) => machine.task.act(shown, reportUpward);
    },
    again: false,
    facts: [],
  },
  "waking the workflow": {
    ready: async (stage) => {
      const caseId = await opened(stage);
      await stage.act(caseId, reportUpward);
      await stage.stream(stage.whole);
      const [posted] = stage.whole.posted.signals.splice(0);
      if (posted === undefined) throw new Error("Nothing wakes");
      return (machine) => machine.signal(posted);
    },
    again: true,
    facts: [...first, "reportedUpward", "stepOpened"],
  },
  "sending an email": {
    ready: async (stage) => {
      await stage.filed("wages");
      await stage.stream(stage.whole);
      const [mail] = stage.whole.posted.mails.splice(0);
      if (mail === undefined) throw new Error("No email");
      // A queue brings back what nobody finished, though this one had been taken off.
      return async (machine) => {
        stage.whole.posted.mails.splice(0);
        stage.whole.posted.mails.push(mail);
        await machine.sendMail(mail);
      };
    },
    again: false,
    facts: first,
  },
  "ringing a deadline": {
    ready: async (stage) => {
      await opened(stage, "estate");
      stage.turnTo("2026-03-10T16:00:00.000Z");
      return (machine) => machine.sweep();
    },
    again: false,
    facts: [...first, "stepOverdue", "stepOpened"],
  },
};

/** Kills a scene's job at one point after another until it gets through, and looks after each what has become of all. */
const killEverywhere = async ({ ready, again, facts }: Scene): Promise<number> => {
  for (let n = 1; ; n += 1) {
    const stage = newStage();
    const job = await ready(stage);
    const { machine, hasDied } = stage.dying(n);
    const came = await job(machine).catch((error: unknown) => error);
    const survived = !hasDied();
    if (survived && came instanceof Error) throw came;
    if (!survived && came instanceof Error) expect(came).toBeInstanceOf(Killed);
    if (!survived && again) {
      stage.turnTo("2026-03-02T02:01:00.000Z" > stage.now() ? "2026-03-02T02:01:00.000Z" : stage.now());
      await job(stage.whole);
    }
    await stage.recover(machine);
    const [c, ...others] = await stage.allCases();
    if (c === undefined) throw new Error(`Killed at ${n}: there is no case`);
    expect(others).toEqual([]);
    const { events } = await stage.whole.cases.history(c.id);
    const kept = events
      .map(({ fact }) => fact.type)
      .filter((type) => type !== "executionReplaced" && type !== "reminded");
    if (facts.length > 0) expect(kept, `killed at ${n}`).toEqual(facts);
    await stage.expectWhole(c.id, [...stage.letters, ...stage.whole.letters, ...machine.letters]);
    stage.close();
    if (survived) return n;
  }
};

describe("a machine that is cut off at any point (fault 27)", () => {
  test.each(Object.entries(scenes))("%s loses nothing and does nothing twice", async (_, scene) => {
    expect(await killEverywhere(scene)).toBeGreaterThan(4);
  });
});
