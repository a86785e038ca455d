import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { CaseId } from "#ground/ids.ts";
import type { IdentityVault } from "./identity.ts";

const cipher = "aes-256-gcm";

/**
 * The vault over a KMS key. The data key is bound to the case (encryption context), the text to case and field
 * (additional authenticated data), so that nothing can be moved from one petition to another.
 */
export const identityVault = (kms: KMSClient, keyId: string): IdentityVault => ({
  async sealer(caseId) {
    const { Plaintext, CiphertextBlob } = await kms.send(
      new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: "AES_256", EncryptionContext: contextOf(caseId) }),
    );
    if (!(Plaintext && CiphertextBlob)) throw new Error("KMS answered without a data key");
    const key = base64(CiphertextBlob);

    return (field, text) => {
      const iv = randomBytes(12);
      const sealing = createCipheriv(cipher, Plaintext, iv).setAAD(boundTo(caseId, field));
      const data = base64(Buffer.concat([sealing.update(text, "utf8"), sealing.final()]));
      return { v: 1, key, iv: base64(iv), tag: base64(sealing.getAuthTag()), data };
    };
  },

  async open(caseId, fields) {
    const keys = new Map<string, Uint8Array>();
    for (const wrapped of new Set(Object.values(fields).map(({ key }) => key))) {
      const { Plaintext } = await kms.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: bytes(wrapped), EncryptionContext: contextOf(caseId) }),
      );
      if (Plaintext) keys.set(wrapped, Plaintext);
    }
    return Object.fromEntries(
      Object.entries(fields).map(([field, { key: wrapped, iv, tag, data }]) => {
        const key = keys.get(wrapped);
        if (!key) throw new Error("KMS answered without a data key");
        const opening = createDecipheriv(cipher, key, bytes(iv), { authTagLength: 16 })
          .setAAD(boundTo(caseId, field))
          .setAuthTag(bytes(tag));
        return [field, Buffer.concat([opening.update(bytes(data)), opening.final()]).toString("utf8")];
      }),
    );
  },
});

const contextOf = (caseId: CaseId) => ({ case: caseId });
const boundTo = (caseId: CaseId, field: string) => Buffer.from(`${caseId}|${field}`);
const base64 = (data: Uint8Array) => Buffer.from(data).toString("base64");
const bytes = (text: string) => Buffer.from(text, "base64");
