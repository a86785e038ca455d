import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { CaseId } from "#ground/ids.ts";
import type { IdentityVault, Sealer } from "./identity.ts";
import { openUnder, sealUnder } from "./sealing.ts";

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
        Object.entries(fields).map(([field, sealed]) => {
          const key = keys.get(sealed.key);
          if (!key) throw new Error("KMS answered without a data key");
          return [field, openUnder(key, boundTo(caseId, field), sealed)];
        }),
      );
    },
  };
};

/** Seals under a data key, each text with an initialisation vector of its own. */
const sealerWith =
  (caseId: CaseId, dataKey: Uint8Array, wrapped: string): Sealer =>
  (field, text) => ({ v: 1, key: wrapped, ...sealUnder(dataKey, boundTo(caseId, field), text) });

const contextOf = (caseId: CaseId) => ({ case: caseId });
const boundTo = (caseId: CaseId, field: string) => `${caseId}|${field}`;
const base64 = (data: Uint8Array) => Buffer.from(data).toString("base64");
const bytes = (text: string) => Buffer.from(text, "base64");
