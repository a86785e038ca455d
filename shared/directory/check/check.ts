import { Directory } from "#directory/directory.ts";
import { connectionMistakes } from "./connections.ts";
import { draftOf } from "./draft.ts";
import { formerMistakes } from "./former-mistakes.ts";
import { legalMistakes } from "./legal-mistakes.ts";
import { type Mistake, placeAt } from "./mistake.ts";
import { policyMistakes } from "./policy-mistakes.ts";
import { reviewMistakes } from "./review-mistakes.ts";
import { shapeMistakes } from "./shape-mistakes.ts";
import { urgentMistakes } from "./urgent-mistakes.ts";

export type Checked = { ok: true; directory: Directory } | { ok: false; mistakes: Mistake[] };

/** Versions are parts of keys and are printed on pages. */
const versionForm = /^[\w.-]+$/;

const versionMistakes = ({ version, policy }: Directory): Mistake[] =>
  [
    { path: ["version"], value: version },
    { path: ["policy", "version"], value: policy.version },
  ]
    .filter(({ value }) => !versionForm.test(value))
    .map(({ path, value }) => ({
      ...placeAt(path),
      what: { zh: `“${value}”不能作版本号`, en: `"${value}" cannot serve as a version` },
      remedy: { zh: "请只用字母、数字、点和连字符", en: "Use letters, digits, dots and hyphens only." },
    }));

/**
 * Checks a directory file as a whole: its form, and how its parts fit together. A file with any mistake is refused with
 * the list of all of them; nothing of it is taken over.
 */
export const checkDirectory = (raw: unknown): Checked => {
  const parsed = Directory.safeParse(raw, { reportInput: true });
  const mistakes = [
    ...(parsed.success
      ? [
          ...versionMistakes(parsed.data),
          ...policyMistakes(parsed.data),
          ...urgentMistakes(parsed.data),
          ...legalMistakes(parsed.data),
          ...formerMistakes(parsed.data),
          ...reviewMistakes(parsed.data),
        ]
      : shapeMistakes(raw, parsed.error.issues)),
    ...connectionMistakes(draftOf(raw)),
  ];
  return parsed.success && mistakes.length === 0 ? { ok: true, directory: parsed.data } : { ok: false, mistakes };
};
