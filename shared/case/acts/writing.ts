import type { IdentityVault, Sealed } from "#access/identity.ts";
import { noTexts, type SealedTexts, sealTexts, type Texts } from "#access/texts.ts";
import { proseLimits } from "#case/forms/form-text.ts";

export type WritingPorts = {
  vault: IdentityVault;
  /** Gives as many random bytes as asked for. */
  random: (bytes: number) => Uint8Array;
  /** The sealed words of a petition: what people write on it is sealed under the same data key. */
  matter: (caseId: string) => Promise<Readonly<Record<string, Sealed>>>;
};

/** An act with the names of its texts, the sealed texts to store with it, and the texts themselves for whoever wrote them. */
export type Wrote<Act> = { act: Act; texts: SealedTexts; said: Texts };

/** A text as it reads, whatever blanks stand in it. */
const asRead = (text: string): string => text.replace(/\s+/gu, " ").trim();

/**
 * Seals what somebody wrote before anything is decided: the act goes on with the names of the texts, and the sealed texts
 * are stored with the decision, or not at all. An act without prose asks nothing of the key service.
 * @param known texts of the case: what reads as one of them goes by its name, so that a decision can tell that it is the same
 */
export const writing =
  ({ vault, random, matter }: WritingPorts) =>
  async <Act extends object>(caseId: string, act: Act, known: Texts = noTexts): Promise<Wrote<Act>> => {
    const prose = Object.fromEntries(
      Object.entries(act).filter(
        (entry): entry is [string, string] => Object.hasOwn(proseLimits, entry[0]) && typeof entry[1] === "string",
      ),
    );
    if (Object.keys(prose).length === 0) return { act, texts: {}, said: noTexts };
    const sameAs = (text: string) => [...known].find(([, one]) => asRead(one) === asRead(text))?.[0];
    const before = Object.fromEntries(
      Object.entries(prose).flatMap(([field, text]) => {
        const name = sameAs(text);
        return name === undefined ? [] : [[field, name]];
      }),
    );
    const written = Object.fromEntries(Object.entries(prose).filter(([field]) => before[field] === undefined));
    const [beside] = Object.values(await matter(caseId));
    if (beside === undefined)
      throw new Error(`${caseId} has no sealed words, so that nothing can be sealed beside them`);
    const { names, sealed } = await sealTexts({ vault, random }, caseId, beside, written);
    const said = new Map(Object.entries({ ...before, ...names }).map(([field, name]) => [name, prose[field] ?? ""]));
    return { act: { ...act, ...before, ...names }, texts: sealed, said };
  };
