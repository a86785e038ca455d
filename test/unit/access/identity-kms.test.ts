import { randomBytes } from "node:crypto";
import { KMSClient } from "@aws-sdk/client-kms";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { type IdentityVault, Sealed } from "#access/identity.ts";
import { identityVault } from "#access/identity-kms.ts";
import { fakeAws } from "./fake-aws.ts";

const keyId = "alias/identity";
const GenerateInput = z.strictObject({
  KeyId: z.literal(keyId),
  KeySpec: z.literal("AES_256"),
  EncryptionContext: z.strictObject({ case: z.string() }),
});
const DecryptInput = z.strictObject({
  KeyId: z.literal(keyId),
  CiphertextBlob: z.base64(),
  EncryptionContext: z.strictObject({ case: z.string() }),
});

/** Wraps data keys by remembering them, and unwraps them only in the context that they were made in. */
const fakeKms = () => {
  const kept = new Map<string, { key: string; context: string }>();
  let down = false;
  return {
    breakDown: (is: boolean) => {
      down = is;
    },
    answer: (operation: string, input: unknown) => {
      if (down) return { refusal: "KMSInternalException" };
      if (operation === "GenerateDataKey") {
        const { EncryptionContext } = GenerateInput.parse(input);
        const [key, wrapped] = [randomBytes(32).toString("base64"), randomBytes(60).toString("base64")];
        kept.set(wrapped, { key, context: EncryptionContext.case });
        return { output: { KeyId: keyId, Plaintext: key, CiphertextBlob: wrapped } };
      }
      const { CiphertextBlob, EncryptionContext } = DecryptInput.parse(input);
      const found = kept.get(CiphertextBlob);
      return found?.context === EncryptionContext.case
        ? { output: { KeyId: keyId, Plaintext: found.key } }
        : { refusal: "InvalidCiphertextException" };
    },
  };
};

describe("the identity vault", () => {
  const service = fakeKms();
  let aws: Awaited<ReturnType<typeof fakeAws>>;
  let vault: IdentityVault;
  const open = async (caseId: string, field: string, sealed: Sealed) =>
    (await vault.open(caseId, { [field]: sealed }))[field];
  const seal = async (caseId: string, field: string, text: string) => (await vault.sealer(caseId))(field, text);

  beforeAll(async () => {
    aws = await fakeAws(service.answer);
    vault = identityVault(new KMSClient(aws.client), keyId);
  });
  beforeEach(() => {
    service.breakDown(false);
    aws.asked.length = 0;
  });
  afterAll(() => aws.stop());

  test("opens what it sealed, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const sealed = await seal("AH-2026-0001-k7m2p9x4c3vb", "name", text);
        expect(Sealed.parse(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed);
        expect(await open("AH-2026-0001-k7m2p9x4c3vb", "name", sealed)).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  test("shows nothing of the text in what is stored, and never stores the same text alike", async () => {
    const [one, two] = [
      await seal("AH-2026-0001-k7m2p9x4c3vb", "name", "张三"),
      await seal("AH-2026-0001-k7m2p9x4c3vb", "name", "张三"),
    ];
    expect(JSON.stringify(one)).not.toContain("张三");
    expect(JSON.stringify(one)).not.toContain(Buffer.from("张三").toString("base64"));
    expect(one.data).not.toBe(two.data);
    expect(one.iv).not.toBe(two.iv);
  });

  test("seals and opens several fields with one call each to the key service, each field with its own start vector", async () => {
    const sealNext = await vault.sealer("AH-2026-0001-k7m2p9x4c3vb");
    const [name, phone] = [sealNext("name", "张三"), sealNext("phone", "13812345678")];
    expect(aws.asked).toEqual(["GenerateDataKey"]);
    expect(name.iv).not.toBe(phone.iv);
    expect(await vault.open("AH-2026-0001-k7m2p9x4c3vb", { name, phone })).toEqual({
      name: "张三",
      phone: "13812345678",
    });
    expect(aws.asked).toEqual(["GenerateDataKey", "Decrypt"]);
  });

  test("does not open what belongs to another case", async () => {
    const sealed = await seal("AH-2026-0001-k7m2p9x4c3vb", "name", "张三");
    await expect(open("AH-2026-0002-k7m2p9x4c3vb", "name", sealed)).rejects.toThrow();
  });

  test("does not open one field as another", async () => {
    const name = await seal("AH-2026-0001-k7m2p9x4c3vb", "name", "张三");
    await expect(open("AH-2026-0001-k7m2p9x4c3vb", "phone", name)).rejects.toThrow();
  });

  test("does not open what was tampered with, wherever", async () => {
    const sealed = await seal("AH-2026-0001-k7m2p9x4c3vb", "name", "张三丰的电话");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("iv", "tag", "data"),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (part, at, flip) => {
          const tampered = Buffer.from(sealed[part], "base64");
          tampered.writeUInt8(tampered.readUInt8(at % tampered.length) ^ flip, at % tampered.length);
          await expect(
            open("AH-2026-0001-k7m2p9x4c3vb", "name", { ...sealed, [part]: tampered.toString("base64") }),
          ).rejects.toThrow();
        },
      ),
      { numRuns: 40 },
    );
  });

  test("does not accept a shortened tag", async () => {
    const sealed = await seal("AH-2026-0001-k7m2p9x4c3vb", "name", "张三");
    const tag = Buffer.from(sealed.tag, "base64").subarray(0, 4).toString("base64");
    await expect(open("AH-2026-0001-k7m2p9x4c3vb", "name", { ...sealed, tag })).rejects.toThrow();
  });

  test("neither seals nor opens while the key service is down", async () => {
    const sealed = await seal("AH-2026-0001-k7m2p9x4c3vb", "name", "张三");
    service.breakDown(true);
    await expect(seal("AH-2026-0001-k7m2p9x4c3vb", "name", "张三")).rejects.toMatchObject({
      name: "KMSInternalException",
    });
    await expect(open("AH-2026-0001-k7m2p9x4c3vb", "name", sealed)).rejects.toMatchObject({
      name: "KMSInternalException",
    });
  });
});
