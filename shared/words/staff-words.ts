import type { GivenActs } from "#case/acts/given-acts.ts";
import type { StaffActName, StaffField } from "#case/acts/staff-acts.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { isSeen } from "#ground/seen-text.ts";
import type { ActWords, FieldWords } from "./acts/matter-words.ts";
import { everyonesRefusals } from "./everyones-refusals.ts";
import { wordsFor } from "./field-words.ts";

/** What is said about some acts of the office, about the fields of their forms, and of why one of them was not done. */
export type ToldActs = {
  readonly acts: { readonly [N in StaffActName]?: ActWords };
  readonly fields: { readonly [F in StaffField]?: FieldWords };
  readonly refusals: { readonly [R in Refusal]?: Bilingual };
};

/** A text that somebody wrote, by what its field is called. */
export type UnsentText = { name: string; text: string };

/** The texts of a form of another door: what their fields are called is not known here. */
const written: Bilingual = { zh: "您写的内容", en: "What you wrote" };

const known = <Name extends string, Said>(table: { readonly [N in Name]?: Said }, name: Name): Said => {
  const said: Said | undefined = table[name];
  if (said === undefined) throw new Error(`Nothing is said of ${name} at this door`);
  return said;
};

const isEveryones = (refusal: Refusal): refusal is keyof typeof everyonesRefusals =>
  Object.hasOwn(everyonesRefusals, refusal);

/** What is said at a door about the acts that it gives. */
export const actWordsAt = ({ forms }: Pick<GivenActs, "forms">, { acts, fields, refusals }: ToldActs) => ({
  wordsOf: (name: StaffActName): ActWords => known(acts, name),

  /** Why an act of the door's was not done. A test holds that each refusal which one can come to has words of its own there. */
  refused: (refusal: Refusal): Bilingual =>
    refusals[refusal] ?? everyonesRefusals[isEveryones(refusal) ? refusal : "notAtThisLevel"],

  /** What is wrong with each field of an act's form and how to put it right, in the reader's language. */
  problemsInWords: wordsFor<StaffField>(forms.fields, (field) => known(fields, field), proseLimits),

  /** The texts of a form of the office, as they were typed, in the order of the form. */
  unsentIn: (typed: Readonly<Record<string, string>>, lang: Lang): UnsentText[] => {
    const own = forms.isName(typed.command) ? forms.fieldsOf(typed.command) : undefined;
    return (own ?? Object.keys(typed)).flatMap((field) => {
      const text = Object.hasOwn(proseLimits, field) ? (typed[field] ?? "") : "";
      const name = own === undefined ? written : known<string, FieldWords>(fields, field).name;
      return isSeen(text) ? [{ name: name[lang], text }] : [];
    });
  },
});
export type ActWordsAt = ReturnType<typeof actWordsAt>;

/** Of a form that is not as our page sends it: changed since, cut short on its way, or made by somebody else. */
export const brokenFormWords = {
  typedIsKept: {
    zh: "表单与本页不一致，没有办理。您填写的内容都还在，请核对后重新提交",
    en: "The form was not as this page sends it, so nothing was done. What you typed is kept: please check it and send it again",
  },
  nothingSent: {
    zh: "您上次填写的内容没有提交，还没有办理。内容都还在，请核对后重新提交",
    en: "What you wrote before was not sent, and nothing was done. It is all here: please check it and send it again",
  },
  notIssued: {
    zh: "处理意见书还没有发出。您填写的内容都还在，改好以后再预览、发出",
    en: "The letter is not issued yet. What you wrote is here: change it, look at it once more and issue it",
  },
  notHere: {
    zh: "本环节不能这样办理，没有办理。请选择页面上列出的办法",
    en: "This step does not allow that, so nothing was done. Please choose one of the actions shown",
  },
  nothingDone: {
    zh: "没有收到要办理的事项，没有办理。请在下面选择后重新提交",
    en: "The form did not say what to do, so nothing was done. Please choose below and send it again",
  },
} satisfies Record<string, Bilingual>;
