import { describe, expect } from "vitest";
import type { Change } from "#case/state/change.ts";
import { clockKey } from "#clock/keys.ts";
import { WouldNotReadBack } from "#record/row.ts";
import { directory } from "../unit/case/district.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { heard, reply, samplePetition } from "./samples.ts";

/** The id of the case that every district here has: its mark is drawn anew each time. */
const first = async ({ cases }: District): Promise<string> => (await cases.byNumber("AH-2026-0001")) ?? "none";

/** What a machine would store, with something in it that cannot be read again. */
const storing = async (
  district: District,
  run: (machine: ReturnType<District["machine"]>) => Promise<unknown>,
  spoilt: (change: Change) => Change,
): Promise<void> => {
  const machine = district.machine({ commit: (change, cases) => cases.commit(spoilt(change)) });
  await run(machine);
};

/** A reply at the department, spoilt. */
const spoiltReply = async (district: District, spoilt: (change: Change) => Change): Promise<void> => {
  const shown = await district.shown(await first(district));
  await storing(district, (machine) => machine.task.act(shown, reply), spoilt);
};

/** A petition, filed under a number of another kind. */
const filedAs = (district: District, id: string): Promise<void> =>
  storing(
    district,
    (machine) => machine.file(samplePetition()),
    (change) => ({
      ...change,
      after: { ...change.after, id },
      events: change.events.map((event) => ({ ...event, caseId: id })),
    }),
  );

const noDay = "2026-02-30";
const noMoment = "tomorrow";

/** Something that each store is given to write, and what it says of it: the row and the field. */
const unreadable: { what: string; write: (district: District) => Promise<unknown>; names: string[] }[] = [
  {
    what: "a case whose number is none, as that of a district with two hyphens in a row",
    write: (district) => filedAs(district, "PUDONG--XINQU-2026-0001-k7m2p9x4c3vb"),
    names: ["CASE#PUDONG--XINQU-2026-0001-k7m2p9x4c3vb / CASE", "case.id"],
  },
  {
    what: "a case whose number is none, as that of a year with two digits",
    write: (district) => filedAs(district, "CHAOYANG-26-0001"),
    names: ["CASE#CHAOYANG-26-0001 / CASE", "case.id"],
  },
  {
    what: "a state with a field that its form does not know",
    write: (district) =>
      spoiltReply(district, (change) => ({ ...change, after: Object.assign({ ...change.after }, { mood: "good" }) })),
    names: ["CASE#AH-2026-0001-", " / CASE", "mood"],
  },
  {
    what: "an event of a moment that is none",
    write: (district) =>
      spoiltReply(district, (change) => ({
        ...change,
        events: change.events.map((event) => ({ ...event, at: noMoment })),
      })),
    names: ["CASE#AH-2026-0001-", " / EVENT#000005", "event.at"],
  },
  {
    what: "a clock that ends on a day that is none",
    write: (district) =>
      spoiltReply(district, (change) => ({
        ...change,
        events: change.events.map((event) => ({
          ...event,
          clocks: event.clocks.map((one) => (one.change === "start" ? { ...one, nextAt: noMoment } : one)),
        })),
      })),
    names: ["CASE#AH-2026-0001-", "nextAt"],
  },
  {
    what: "a link for a turn that is none",
    write: (district) =>
      spoiltReply(district, ({ links = [], ...change }) => ({
        ...change,
        links: links.map((link) => ({ ...link, for: { ...link.for, assignment: 0 } })),
      })),
    names: ["LINK#", "for.assignment"],
  },
  {
    what: "a link that is made anew",
    write: ({ links }) =>
      links.makeIfMissing("hash", { caseId: "1", stepNo: 1, staff: "housing-head", assignment: 1 }, noMoment),
    names: ["LINK#hash / LINK", "for.caseId", "madeAt"],
  },
  {
    what: "an empty token",
    write: async (district) =>
      district.openStep({ caseId: await first(district), epoch: 1, station: "department", token: "" }),
    names: ["TOKEN#AH-2026-0001-", " / TOKEN#001", "token"],
  },
  {
    what: "an identity that is not sealed",
    write: (district) =>
      storing(
        district,
        (machine) => machine.file(samplePetition()),
        ({ filing, ...change }) => ({
          ...change,
          ...(filing && {
            filing: { ...filing, petitioner: { name: { v: 1, key: "", iv: "", tag: "", data: "in the clear" } } },
          }),
        }),
      ),
    names: ["SEALED#AH-2026-0002-", " / PARTY#1", "sealed.name.data"],
  },
  {
    what: "a look by nobody",
    write: async (district) =>
      district.identities.recordLook(await first(district), { at: noMoment, by: "", unit: "housing", stepNo: 1 }),
    names: ["CASE#AH-2026-0001-", " / LOOK#", "look.at", "look.by"],
  },
  {
    what: "a clock's quarantine at a moment that is none",
    write: async (district) => {
      const { deadlines } = district;
      const key = clockKey(await first(district), { kind: "step", n: 1 });
      for (let failures = 1; failures <= 5; failures += 1) await deadlines.countFailure(key, "Throttled", noMoment);
    },
    names: ["CLOCK#step#1", "quarantined.at"],
  },
  {
    what: "an end of a clock at a moment that is none",
    write: async (district) =>
      district.deadlines.endOvertaken(
        await first(district),
        { kind: "step", n: 1 },
        "2026-03-10T00:00:00.000Z",
        noMoment,
      ),
    names: ["CLOCK#step#1", "ended.at"],
  },
  {
    what: "a place in the outbox at a moment that is none",
    write: async (district) =>
      district.outbox.markPublished(await first(district), 1, { from: noMoment, until: noMoment, next: noMoment }),
    names: ["EVENT#000001", "outboxAt"],
  },
  {
    what: "an email that was taken at a moment that is none",
    write: async (district) => district.outbox.takeMail(await first(district), 1, 0, { at: noMoment, dead: noMoment }),
    names: ["MAIL#000001#00", "takenAt"],
  },
  {
    what: "a digest that begins at a moment that is none",
    write: ({ digests }) =>
      digests.take("housing-head", "2026-03-10", [], noMoment, (row) => {
        throw row;
      }),
    names: ["DIGEST#housing-head / 2026-03-10", "takenAt"],
  },
  {
    what: "a digest that is done at a moment that is none",
    write: ({ digests }) => digests.markDone("housing-head", "2026-03-10", { came: "sent", at: noMoment, told: [] }),
    names: ["DIGEST#housing-head / 2026-03-10", "done.at"],
  },
  {
    what: "a directory with a person who cannot be written to",
    write: ({ directories }) => {
      const [first, ...others] = directory.staff;
      if (first === undefined) throw new Error("Nobody works here");
      const staff = [{ ...first, email: "by hand" }, ...others];
      return directories.importVersion({ ...directory, version: "spoilt", staff });
    },
    names: ["DIRECTORY#spoilt#", " / entry ", "staff.email"],
  },
  {
    what: "an announcement of a day that is none",
    write: ({ directories }) =>
      directories.announce({
        announced: "2026-03-02",
        reason: { zh: "停电", en: "No power" },
        rest: [noDay],
        work: [],
      }),
    names: ["CALENDAR / 00001", "announcements.0.rest.0"],
  },
  {
    what: "a demo clock that is nowhere",
    write: ({ directories }) => directories.moveDemoClock(0, Number.NaN),
    names: ["DEMO / CLOCK", "offset"],
  },
];

/** Counted, and no part of what was to be written: a number that was taken, an attempt that failed. */
const uncounted = async (district: District) => {
  const { cases, deadlines, ...others } = await district.items();
  return {
    ...others,
    cases: cases.filter(({ sk }) => sk !== "COUNTER"),
    deadlines: deadlines.map(({ failures: _, ...row }) => row),
  };
};

export const readBack = (it: ContractTest) =>
  describe("nothing is written that its own form would not read back:", () => {
    it("a case of a district whatever its id is read back as it was filed", async ({ district }) => {
      for (const id of ["PUDONG-XINQU-2026-0001-k7m2p9x4c3vb", "CHAOYANG-2026-0001-k7m2p9x4c3vb"]) {
        await filedAs(district, id);
        expect(await district.load(id)).toMatchObject({ id, status: "accepted" });
        expect((await district.cases.history(id)).events).toHaveLength(2);
      }
    });

    for (const { what, write, names } of unreadable) {
      it(what, async ({ district }) => {
        await district.directories.importVersion(directory);
        await district.act(await district.atDepartment(), heard);
        const before = await uncounted(district);
        const refused = await write(district).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(WouldNotReadBack);
        for (const name of names) expect(String(refused)).toContain(name);
        expect(await uncounted(district)).toEqual(before);
      });
    }
  });
