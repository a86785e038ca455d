import type { Texts } from "#access/texts.ts";
import { type ProseField, proseLimits } from "#case/forms/form-text.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { isWritten } from "#ground/written.ts";

const notShown: Bilingual = { zh: "（内容保密，不在此处显示）", en: "(sealed, not shown here)" };

const isNested = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isProse = (field: string): field is ProseField => Object.hasOwn(proseLimits, field);

/**
 * Something of the record with the texts that people wrote in place of their names, as far as the reader may read them;
 * for the others it says that they are not shown. Whatever field a form asks prose for is treated so, wherever it stands.
 */
export const said = <T extends object>(value: T, texts: Texts, lang: Lang): T => {
  const put = (of: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(of).flatMap(([field, inner]: [string, unknown]): [string, unknown][] => {
        if (typeof inner === "string" && isProse(field) && isWritten(inner)) {
          return [[field, texts.get(inner) ?? notShown[lang]]];
        }
        if (Array.isArray(inner))
          return [[field, inner.map((one: unknown) => (isNested(one) ? { ...one, ...put(one) } : one))]];
        return isNested(inner) ? [[field, { ...inner, ...put(inner) }]] : [];
      }),
    );
  return { ...value, ...put(value) };
};
