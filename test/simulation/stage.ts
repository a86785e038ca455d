import { expect } from "vitest";
import { executionName } from "#case/outbox/execution-name.ts";
import { inTransit, stationOf } from "#case/state/standing.ts";
import { StreamedEvent } from "#case/store/versions.ts";
import { minutesLater } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import { isOfReview } from "#ground/levels.ts";
import { TryLater } from "#lambda/try-later.ts";
import type { Clockless } from "../../functions/clock/reconcile.ts";
import { type Backend, memoryBackend } from "../contract/backend.ts";
import { newDistrict } from "../contract/district.ts";
import type { Machine } from "../contract/machine.ts";
import { expectSound } from "../contract/soundness.ts";
import { mortal } from "./mortal.ts";
import { fakeWorkflow } from "./workflow.ts";

/** A district in memory with a workflow, whose machines can be killed. */
export const newStage = (backend: Backend = memoryBackend()) => {
  const workflow = fakeWorkflow();
  const district = newDistrict(backend);
  const whole = district.machine({ workflow: workflow.store });
  let now: Instant = "2026-03-02T02:00:00.000Z";
  const turnTo = (moment: Instant): void => {
    now = moment;
    district.turnTo(moment);
  };

  /** Where the definition goes after an outcome: to where the record stands, as each outcome says in its own word. */
  const after = async (caseId: string) => {
    const c = await whole.cases.load(caseId);
    return c && stationOf(c);
  };
  const run = (machine: Machine): Promise<void> => workflow.run({ openStep: machine.openStep, after });

  /** The stream gives all that waits in the outbox. */
  const stream = async (machine: Machine): Promise<void> => {
    for (const row of (await district.items()).cases) {
      const streamed = StreamedEvent.safeParse(row);
      if (streamed.success) await machine.publish(streamed.data);
    }
  };

  /** The queues give what was posted; what fails comes again, as it does from a queue. */
  const deliver = async (from: Machine): Promise<void> => {
    for (const posted of from.posted.signals.splice(0)) await whole.signal(posted);
    const mails = [...from.posted.mails.splice(0), ...from.postedAgain.splice(0)];
    for (const mail of mails) {
      if ("digest" in mail) continue;
      const sending: Promise<unknown> = "together" in mail ? whole.sendTogether(mail) : whole.sendMail(mail);
      await sending.catch((error: unknown) => {
        if (!(error instanceof TryLater)) throw error;
        from.postedAgain.push(mail);
      });
    }
  };

  /** Half an hour, and the next morning, in which everything works: stream, queues, workflow, redrive, sweep, reconcile. */
  const recover = async (dead: Machine): Promise<Clockless[]> => {
    const clockless: Clockless[] = [];
    const lost = { signals: dead.posted.signals.splice(0), mails: dead.posted.mails.splice(0) };
    whole.posted.signals.push(...lost.signals);
    whole.posted.mails.push(...lost.mails);
    const morning = `${now.slice(0, 10)}T00:31:00.000Z`;
    const hours = [5, 10, 15, 20, 25, 30].map((minutes) => minutesLater(now, minutes));
    const next = minutesLater(morning, morning > now ? 0 : 24 * 60);
    for (const moment of [...hours, next, minutesLater(next, 5)]) {
      turnTo(moment);
      await whole.redrive();
      await deliver(whole);
      await run(whole);
      await whole.sweep();
      const names = (await allCases()).map(({ id, epoch }) => executionName(id, epoch));
      const found = await whole.reconcile(...names.filter((name) => !workflow.running().includes(name)));
      expect(found.failed).toEqual([]);
      clockless.push(...found.clockless);
    }
    return clockless;
  };

  const allCases = async () => {
    const ids = (await district.items()).cases.flatMap(({ pk, sk }) => (sk === "CASE" ? [String(pk).slice(5)] : []));
    return Promise.all(ids.map((id) => district.load(id)));
  };

  return {
    ...district,
    whole,
    workflow,
    run,
    stream,
    deliver,
    recover,
    turnTo,
    now: () => now,
    allCases,
    /** A machine that dies at its n-th point. */
    dying: (n: number) => {
      const { guard, guardTables, hasDied } = mortal(n);
      const { database, disconnect } = district.connect();
      const connected = { database: guardTables(database), disconnect };
      return { machine: district.machine({ connected, guard, workflow: workflow.store }), hasDied };
    },
    /** The case stands as if nobody had died: sound, with one execution that waits where it stands. */
    expectWhole: async (caseId: string, letters: Machine["letters"]): Promise<void> => {
      await expectSound(whole, caseId);
      const c = await district.load(caseId);
      const station = stationOf(c);
      if (station === undefined) expect(workflow.running()).toEqual([]);
      else {
        expect(inTransit(c)).toBe(false);
        expect(workflow.running()).toEqual([executionName(caseId, c.epoch)]);
        const token = await whole.cases.token(caseId, c.stepNo, isOfReview(station) ? station : undefined);
        expect(workflow.executions.get(executionName(caseId, c.epoch))?.waitsOn).toBe(token?.token);
      }
      const { events } = await whole.cases.history(caseId);
      const called = events.flatMap(({ messages }) => messages.filter(({ kind }) => kind.endsWith("Mail")));
      const marks = (await district.items()).cases.filter(({ sk }) => String(sk).startsWith("MAIL#"));
      expect(marks.map(({ done }) => done).filter((done) => done === undefined)).toEqual([]);
      expect(marks).toHaveLength(called.length);
      const ids = letters.map(({ headers }) => headers["Message-ID"]);
      expect(new Set(ids).size).toBe(marks.filter(({ done }) => done === "sent").length);
    },
  };
};
export type Stage = ReturnType<typeof newStage>;
