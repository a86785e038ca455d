import { describe, expect } from "vitest";
import { sessionName } from "#access/device-session.ts";
import { Dossier, faultsOfDossier, sizeOfDossier } from "#case/account/dossier.ts";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import type { Role } from "#case/state/turn.ts";
import { auditCase, notAnchored } from "#case/store/audit.ts";
import { jpeg } from "../fixtures/photos.ts";
import { letter } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { home, sends } from "./sending.ts";

/** What a page of the file answers to a link, on a device that is known to its holder or to nobody. */
const asking = async (
  district: District,
  caseId: string,
  to: { as?: "brief" | "paper" | "data"; role?: Role; isKnown?: boolean } = {},
) => {
  const { token, session = "" } = await district.shown(caseId, to.role ?? "owner");
  const request = {
    ...{ method: "POST", path: "/dossier", headers: {}, query: {}, params: {} },
    ...{ address: home, reference: "-", nonce: "-" },
    cookies: to.isKnown === false ? {} : { [sessionName("http://localhost")]: session },
    form: { token },
  };
  const { open, openPaper, data } = district.dossier;
  return { brief: open, paper: openPaper, data }[to.as ?? "brief"](request);
};

const decide = async (district: District, caseId: string, command: PetitionerCommand) => {
  const key = district.keyTo(caseId);
  const { told: saw } = await district.load(caseId);
  await district.petitioner.act(key, home, { command, saw }, key.phoneTail);
};

/** Answered, opened and rated twice by its petitioner, who has sent a photo. */
const answered = async (district: District): Promise<string> => {
  const caseId = await district.atDepartment();
  await sends(district, caseId, jpeg());
  await district.act(caseId, { command: "reply", ...letter });
  await decide(district, caseId, { command: "openAnswer" });
  const remark = "CANARY 没有人来过";
  for (const bureauRating of ["satisfied", "notSatisfied"] as const) {
    await decide(district, caseId, { command: "rate", bureauRating, unitRating: "notSatisfied", remark });
  }
  return caseId;
};

/** The file as whoever receives it has it: the data, and the photos by their names. */
const received = async (district: District, caseId: string) => {
  const answer = await asking(district, caseId, { as: "data" });
  if (!("body" in answer)) throw new Error("No data came");
  const dossier = Dossier.parse(JSON.parse(String(answer.body)));
  const contents = [...district.shelf.kept.values()].map(({ content }) => content);
  const beside = new Map(dossier.files.map(({ name }, i) => [name, contents[i] ?? new Uint8Array()]));
  return { dossier, beside, body: String(answer.body) };
};

type Received = Awaited<ReturnType<typeof received>>;
type Change = (given: Received) => { dossier: Dossier; beside: ReadonlyMap<string, Uint8Array> };

const ofEvents =
  (change: (events: Dossier["events"]) => Dossier["events"]): Change =>
  ({ dossier, beside }) => ({ dossier: { ...dossier, events: change(dossier.events) }, beside });
const ofTexts =
  (change: (texts: [string, string][]) => [string, string][]): Change =>
  ({ dossier, beside }) => ({
    dossier: { ...dossier, texts: Object.fromEntries(change(Object.entries(dossier.texts))) },
    beside,
  });

/** What somebody could do to it on its way, and of what something is found then. */
const tampered: [string, Change, string][] = [
  [
    "an entry has another day",
    ofEvents((events) => events.map((one) => (one.seq === 2 ? { ...one, at: "2027-03-02T01:00:00.000Z" } : one))),
    "event 2 changed",
  ],
  ["an entry is gone", ofEvents((events) => events.filter(({ seq }) => seq !== 2)), "event 2 missing"],
  [
    "what is withheld is gone, and those after it have taken its number",
    ofEvents((events) => {
      const gone = events.findIndex((one) => "withheld" in one);
      return events.toSpliced(gone, 1).map((one, at) => ({ ...one, seq: at + 1 }));
    }),
    "unchained",
  ],
  [
    "a letter says something else",
    ofEvents((events) =>
      events.map((one) => {
        if ("withheld" in one || one.fact.letter === undefined) return one;
        return { ...one, fact: { ...one.fact, letter: { ...one.fact.letter, on: "2020-01-01" } } };
      }),
    ),
    "letter",
  ],
  ["a text says more", ofTexts(([[name, text] = ["", ""], ...others]) => [[name, `${text}！`], ...others]), "text"],
  ["a text is gone", ofTexts((texts) => texts.slice(1)), "missing"],
  [
    "a photo is another one",
    ({ dossier, beside }) => ({ dossier, beside: new Map([...beside].map(([name]) => [name, jpeg({ width: 99 })])) }),
    "file",
  ],
  ["a photo is not there", ({ dossier }) => ({ dossier, beside: new Map() }), "missing"],
  ["no photo is listed", ({ dossier, beside }) => ({ dossier: { ...dossier, files: [] }, beside }), "missing"],
];

export const dossiers = (it: ContractTest) =>
  describe("the file of a case, for the body that reviews its answer", () => {
    it("proves itself, holds every word that is told, and nothing that is the petitioner's alone", async ({
      district,
    }) => {
      const caseId = await answered(district);
      const { dossier, beside, body } = await received(district, caseId);
      expect(faultsOfDossier(dossier, beside)).toEqual([]);
      expect(auditCase(caseId, await district.cases.rows(caseId), notAnchored), "nothing is missing").toBeUndefined();
      const { events } = await district.cases.history(caseId);
      expect(sizeOfDossier(dossier)).toMatchObject({ events: events.length, withheld: 2, files: 1 });
      expect(sizeOfDossier(dossier).head).toBe(events.at(-1)?.hash);
      expect(body).not.toContain("CANARY");
      expect(body).not.toContain("notSatisfied");
      expect(dossier.history.length).toBeGreaterThan(3);
      expect(dossier.to.name.zh).not.toBe("");
      expect(Object.values(dossier.texts).join("")).toContain(letter.facts);
    });

    it("shows whatever was done to it on its way", async ({ district }) => {
      const given = await received(district, await answered(district));
      for (const [what, change, expected] of tampered) {
        const { dossier, beside } = change(given);
        const found = faultsOfDossier(dossier, beside).map(({ of, name, wrong }) => `${of} ${name} ${wrong}`);
        expect(found.join("; "), what).toContain(expected);
      }
    });

    it("is taken out on record, before anything is shown, as data and as a paper", async ({ district }) => {
      const caseId = await answered(district);
      const { looks: before } = await district.cases.history(caseId);
      expect(await asking(district, caseId)).toMatchObject({ status: 200 });
      expect((await district.cases.history(caseId)).looks, "to read what it is shows nothing of it").toEqual(before);
      await asking(district, caseId, { as: "data" });
      const paper = await asking(district, caseId, { as: "paper" });
      expect("html" in paper ? paper.html : "").toContain(letter.facts);
      const { looks } = await district.cases.history(caseId);
      expect(looks.slice(before.length).map(({ by, only }) => [by, only])).toEqual([
        ["housing-handler", "dossier"],
        ["housing-handler", "dossier"],
      ]);
    });

    it("is given to nobody on a device that is not known, nor before the answer is delivered", async ({ district }) => {
      const caseId = await answered(district);
      for (const as of ["brief", "data", "paper"] as const) {
        const answer = await asking(district, caseId, { as, isKnown: false });
        expect(answer, as).toMatchObject({ status: 307 });
      }
      const early = await district.atDepartment();
      expect(await asking(district, early, { as: "data" })).toMatchObject({ status: 307 });
      expect((await district.cases.history(early)).looks.filter(({ only }) => only === "dossier")).toEqual([]);
    });
  });
