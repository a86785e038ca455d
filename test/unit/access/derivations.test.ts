import { describe, expect, test } from "vitest";
import type { IdentityVault } from "#access/identity.ts";
import { letterCode } from "#access/letter-code.ts";
import type { LinkFor } from "#access/link.ts";
import { mailboxToken } from "#access/mailbox-link.ts";
import { openReceipt, sealReceipt } from "#access/receipt.ts";
import { linkCode, linkHash, linkToken } from "#access/task-link.ts";
import { executionName } from "#case/outbox/execution-name.ts";
import * as caseKeys from "#case/store/keys.ts";
import * as clockKeys from "#clock/keys.ts";
import { newCaseId, newMark, numberOf } from "#ground/ids.ts";
import { chainHash, genesis } from "#record/chain.ts";
import { memoryVault } from "../../contract/vault.ts";

const secret = "a district's secret";
const notice = { clock: { kind: "step", n: 1 }, percent: 50, to: "li-na", lastDay: "2026-03-06" } as const;
const linkOf = (caseId: string): LinkFor => ({ caseId, stepNo: 1, staff: "li-na", assignment: 1 });

/** Everything that is keyed, named or derived by a case, each as it is made. */
const derivations: Record<string, (caseId: string) => unknown> = {
  "the token of a task link": (id) => linkToken(secret, linkOf(id)),
  "what is stored of the token": (id) => linkHash(linkToken(secret, linkOf(id))),
  "the token of a link to a mailbox": (id) => mailboxToken(secret, { caseId: id, address: 1 }),
  "the six digits": (id) => linkCode(secret, linkOf(id)),
  "an execution's name": (id) => executionName(id, 1),
  "the hash that a history begins with": (id) => chainHash(genesis, { caseId: id, seq: 1 }),
  "the hash of the petition's words": (id) => chainHash(id, { story: "the same" }),
  "the check code of a letter": (id) => letterCode(chainHash(id, { number: "the same" })),
  entryPartition: (id) => caseKeys.entryPartition(`proposal-${id}`),
  entryKey: (id) => caseKeys.entryKey(`proposal-${id}`),
  casePartition: (id) => caseKeys.casePartition(id),
  sealedPartition: (id) => caseKeys.sealedPartition(id),
  partitionsOfCase: (id) => caseKeys.partitionsOfCase(id),
  caseKey: (id) => caseKeys.caseKey(id),
  eventKey: (id) => caseKeys.eventKey(id, 1),
  partyKey: (id) => caseKeys.partyKey(id),
  agentKey: (id) => caseKeys.agentKey(id, 1),
  signatoryKey: (id) => caseKeys.signatoryKey(id, 1),
  openingKey: (id) => caseKeys.openingKey(id),
  matterKey: (id) => caseKeys.matterKey(id),
  textKey: (id) => caseKeys.textKey(id, "name"),
  tokenKey: (id) => caseKeys.tokenKey(id, 1),
  lookKey: (id) => caseKeys.lookKey(id, 1),
  looksKey: (id) => caseKeys.looksKey(id),
  mailKey: (id) => caseKeys.mailKey(id, 1, 0),
  mailboxKey: (id) => caseKeys.mailboxKey(id),
  noticeKey: (id) => caseKeys.noticeKey(id, notice),
  clockPartition: (id) => clockKeys.clockPartition(id),
  clockKey: (id) => clockKeys.clockKey(id, { kind: "step", n: 1 }),
};

/**
 * Keys that no case is in: of a person and their day, of a day, of a hash of something random, of a form, of a year, of a
 * number itself, a letter's among them.
 */
const ofNoCase = [
  ...[
    "digestKey",
    "bouncedKey",
    "outageKey",
    "linkKey",
    "mailboxLinkKey",
    "codeKey",
    "agentCodeKey",
    "joinCodeKey",
    "signatoryCodeKey",
    "submissionKey",
    "numberKey",
    "letterKey",
    "counterKey",
  ],
  ...["caseOfPartition", "readerOfDigest", "entryOfPartition", "recordOfPartition", "entryCounterKey"],
];

const drawn = (byte: number) => newMark((count) => new Uint8Array(count).fill(byte));
const [lost, next] = [1, 2].map((byte) => newCaseId("anhe", 2026, 123, drawn(byte)));

describe("a number that is given once more", () => {
  test.each(Object.entries(derivations))("%s is another", (_, derive) => {
    expect(numberOf(lost ?? "")).toBe(numberOf(next ?? ""));
    expect(derive(lost ?? "")).not.toEqual(derive(next ?? ""));
  });

  test("no builder of a key is left out", () => {
    const builders = Object.entries({ ...caseKeys, ...clockKeys }).flatMap(([name, value]) =>
      typeof value === "function" ? [name] : [],
    );
    const told = [...Object.keys(derivations), ...ofNoCase, "shardOf"];
    expect(builders.filter((name) => !told.includes(name))).toEqual([]);
  });

  test("what was sealed for the one does not open for the other", async () => {
    const open = async (vault: IdentityVault) => {
      const seal = await vault.sealer(lost ?? "");
      return vault.open(next ?? "", { name: seal("name", "张三") });
    };
    await expect(open(memoryVault)).rejects.toThrow("opened as");
    const receipt = sealReceipt("the same form", lost ?? "", "7K3M-9X2C-4B8D");
    expect(() => openReceipt("the same form", next ?? "", receipt)).toThrow();
  });

  test("a mark has 60 bits, each of which is drawn", () => {
    const seen = new Set(Array.from({ length: 256 }, (_, byte) => drawn(byte)));
    expect(seen.size).toBe(32);
    expect(drawn(0)).toMatch(/^0{12}$/);
    expect(newMark((count) => Uint8Array.from({ length: count }, (_, i) => i))).toBe("0123456789ab");
  });
});
