import { isWritten, type Written } from "#ground/written.ts";
import { digest } from "./digest.ts";
import type { IdentityVault, Sealed } from "./identity.ts";

/** Texts that people wrote on a case, sealed, by their names. */
export type SealedTexts = Record<Written, Sealed>;
/** Texts that people wrote on a case, opened, by their names. */
export type Texts = ReadonlyMap<Written, string>;

/** For whoever may read none of them. */
export const noTexts: Texts = new Map();

/** A sealed text does not open as the text that its name stands for. */
export class TextChanged extends Error {
  override name = "TextChanged";
}

const saltBytes = 16;
const saltLength = Math.ceil((saltBytes * 4) / 3);

/**
 * Seals texts under the data key that something else of the case lies sealed under.
 * @param beside anything sealed of the same record, such as a petition's own words; nothing when these are the first.
 * @param random gives as many random bytes as asked for.
 * @returns the name of each text, by field, and the sealed texts by their names.
 */
export const sealTexts = async (
  { vault, random }: { vault: IdentityVault; random: (bytes: number) => Uint8Array },
  caseId: string,
  beside: Sealed | undefined,
  texts: Readonly<Record<string, string>>,
): Promise<{ names: Record<string, Written>; sealed: SealedTexts }> => {
  const seal = await (beside === undefined ? vault.sealer(caseId) : vault.sealerBeside(caseId, beside));
  const names: Record<string, Written> = {};
  const sealed: SealedTexts = {};
  for (const [field, text] of Object.entries(texts)) {
    const salted = `${Buffer.from(random(saltBytes)).toString("base64url")}${text}`;
    const name = digest(salted);
    names[field] = name;
    sealed[name] = seal(name, salted);
  }
  return { names, sealed };
};

/**
 * The texts among what was opened of a case. @param opened fields and texts by their names, as the vault gave them.
 * @throws TextChanged for one that is not the text that its name stands for.
 */
export const textsIn = (caseId: string, opened: Readonly<Record<string, string>>): Texts =>
  new Map(
    Object.entries(opened).flatMap(([name, salted]) => {
      if (!isWritten(name)) return [];
      if (digest(salted) !== name) throw new TextChanged(`${caseId}: the text ${name} was changed`);
      return [[name, salted.slice(saltLength)] as const];
    }),
  );
