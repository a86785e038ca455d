import * as z from "zod";
import type { IdentityVault, Sealer } from "#access/identity.ts";

const Content = z.tuple([z.string(), z.string(), z.string()]);

const sealerOf =
  (caseId: string): Sealer =>
  (field, text) => ({
    v: 1,
    key: "",
    iv: "",
    tag: "",
    data: Buffer.from(JSON.stringify([caseId, field, text])).toString("base64"),
  });

/** A vault in memory: seals a text together with its place, and opens it nowhere else. */
export const memoryVault: IdentityVault = {
  sealer: (caseId) => Promise.resolve(sealerOf(caseId)),
  sealerBeside: (caseId) => Promise.resolve(sealerOf(caseId)),
  open: async (caseId, fields) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(fields).map(([field, { data }]) => {
          const [ofCase, ofField, text] = Content.parse(JSON.parse(Buffer.from(data, "base64").toString()));
          return ofCase === caseId && ofField === field
            ? Promise.resolve([field, text] as const)
            : Promise.reject(new Error(`Sealed as ${ofField} of ${ofCase}, opened as ${field} of ${caseId}`));
        }),
      ),
    ),
};
