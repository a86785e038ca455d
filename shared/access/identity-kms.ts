import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { CaseId } from "#ground/ids.ts";
import type { IdentityVault, Sealer } from "./identity.ts";

const cipher = "aes-256-gcm";

/**
 * The vault over a KMS key. The data key is bound to the case (encryption context), the text to case and field
 * (additional authenticated data), so that nothing can be moved from one petition to another.
 */
export const identityVault = (kms: KMSClient, keyId: string): IdentityVault => {
  const unwrap = async (caseId: CaseId, wrapped: string): Promise<Uint8Array> => {
    const { Plaintext } = await kms.send(
      new DecryptCommand({ KeyId: keyId, CiphertextBlob: bytes(wrapped), EncryptionContext: contextOf(caseId) }),
    );
    if (!Plaintext) throw new Error("KMS answered without a data key");
    return Plaintext;
  };

  return {
    async sealer(caseId) {
      const { Plaintext, CiphertextBlob } = await kms.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: "AES_256", EncryptionContext: contextOf(caseId) }),
      );
      if (!(Plaintext && CiphertextBlob)) throw new Error("KMS answered without a data key");
      return sealerWith(caseId, Plaintext, base64(CiphertextBlob));
    },

    sealerBeside: async (caseId, { key }) => sealerWith(caseId, await unwrap(caseId, key), key),

    async open(caseId, fields) {
      const wrapped = [...new Set(Object.values(fields).map(({ key }) => key))];
      const keys = new Map(await Promise.all(wrapped.map(async (key) => [key, await unwrap(caseId, key)] as const)));
      return Object.fromEntries(
        Object.entries(fields).map(([field, { key: wrappedBy, iv, tag, data }]) => {
          const key = keys.get(wrappedBy);
          if (!key) throw new Error("KMS answered without a data key");
          const opening = createDecipheriv(cipher, key, bytes(iv), { authTagLength: 16 })
            .setAAD(boundTo(caseId, field))
            .setAuthTag(bytes(tag));
          return [field, Buffer.concat([opening.update(bytes(data)), opening.final()]).toString("utf8")];
        }),
      );
    },
  };
};

/** Seals under a data key, each text with an initialisation vector of its own. */
const sealerWith =
  (caseId: CaseId, dataKey: Uint8Array, wrapped: string): Sealer =>
  (field, text) => {
    const iv = randomBytes(12);
    const sealing = createCipheriv(cipher, dataKey, iv).setAAD(boundTo(caseId, field));
    const data = base64(Buffer.concat([sealing.update(text, "utf8"), sealing.final()]));
    return { v: 1, key: wrapped, iv: base64(iv), tag: base64(sealing.getAuthTag()), data };
  };

const contextOf = (caseId: CaseId) => ({ case: caseId });
const boundTo = (caseId: CaseId, field: string) => Buffer.from(`${caseId}|${field}`);
const base64 = (data: Uint8Array) => Buffer.from(data).toString("base64");
const bytes = (text: string) => Buffer.from(text, "base64");
