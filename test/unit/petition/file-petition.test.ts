import { expect, test } from "vitest";
import type { Petition } from "#case/forms/petition-form.ts";
import { Case } from "#case/state/case.ts";
import type { Change } from "#case/state/change.ts";
import { CaseEvent } from "#case/state/event.ts";
import { checkDirectory } from "#directory/check/check.ts";
import { aboutNobody } from "#directory/directory.ts";
import { filePetition } from "../../../functions/petition/file-petition.ts";
import { at, directory } from "../case/district.ts";

const petition: Petition = {
  category: "estate",
  community: "peach",
  about: aboutNobody,
  submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10",
  matter: { story: "楼道漏水三个月。", place: "3 号楼", requests: ["请尽快维修。"] },
  petitioner: { name: "陈某", phone: "+8613812345678" },
  keyNumber: "+8613812345678",
};

const sealed = { v: 1, key: "", iv: "", tag: "", data: "" } as const;

/** Files a petition in a district with this id, and gives what would be stored. */
const stored = async (district: string, serial: number): Promise<Change[]> => {
  const changes: Change[] = [];
  const { file } = filePetition({
    cases: {
      load: () => Promise.resolve(undefined),
      nextSerial: () => Promise.resolve(serial),
      commit: (change) => Promise.resolve(void changes.push(change)),
    },
    identities: {
      byForm: () => Promise.resolve(undefined),
    },
    vault: {
      sealer: () => Promise.resolve(() => sealed),
      sealerBeside: () => Promise.resolve(() => sealed),
      open: () => Promise.reject(new Error("nothing is stored")),
    },
    random: (bytes) => new Uint8Array(bytes),
  });
  const world = at("2026-03-02T02:00:00.000Z");
  await file(petition, "zh", {
    ...world,
    directory: { ...directory, district: { ...directory.district, id: district } },
  });
  return changes;
};

test.each([
  ["anhe", 1],
  ["chaoyang", 1],
  ["pudong-xinqu", 9999],
  ["area-51", 123_456],
  ["a".repeat(40), 9_999_999],
  ["anhe", 10_000_000],
])(
  "a petition filed in the district %s as its no. %i of the year is stored so that it can be read",
  async (id, serial) => {
    expect(checkDirectory({ ...directory, district: { ...directory.district, id } })).toMatchObject({ ok: true });
    const [change] = await stored(id, serial);
    expect(Case.safeParse(change?.after).success).toBe(true);
    expect(change?.events.map((event) => CaseEvent.safeParse(event).success)).toEqual(change?.events.map(() => true));
  },
);
