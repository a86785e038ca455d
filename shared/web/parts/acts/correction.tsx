import type { correctionActs } from "#case/acts/correction.ts";
import { isAnswered } from "#case/state/case.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { ChoiceField, TextArea } from "#web/parts/form.tsx";
import { letterForm } from "./answer.tsx";
import type { Control, FormsOf } from "./form-fields.tsx";

const say = {
  kind: { zh: "更正的性质", en: "What kind of correction it is" },
  slip: { zh: "笔误", en: "A slip" },
  slipHint: {
    zh: "写错字、算错数，认定和结论不变；申请复查的期限不变",
    en: "In writing or reckoning; nothing found or concluded changes, and the time for a review goes on",
  },
  finding: { zh: "改变认定或者结论", en: "Another finding" },
  findingHint: {
    zh: "要重新送达，申请复查的期限从那天起重新计算",
    en: "It is delivered anew, and the time for a review begins anew with that",
  },
  change: { zh: "改了什么", en: "What is different" },
  changeHint: {
    zh: "写明原来怎么写、现在怎么写，印在新的处理意见书上。",
    en: "As it was and as it is now. It is printed in the new letter.",
  },
  reason: { zh: "为什么改", en: "Why" },
} satisfies Record<string, Bilingual>;

/** A control of the letter's form, filled with what the letter in force says. */
const filled =
  (control: Control, of: (letter: LetterInForce) => string | undefined): Control =>
  (drawn) => {
    const { petition, field } = drawn;
    const value = field.value ?? (isAnswered(petition) ? of(petition.letter) : undefined);
    return control({ ...drawn, field: { ...field, value } });
  };
type LetterInForce = Extract<Parameters<Control>[0]["petition"], { status: "window" }>["letter"];

const decision = (n: number) => (letter: LetterInForce) => letter.findings[n - 1]?.decision;
const outcome = (n: number) => (letter: LetterInForce) => letter.findings[n - 1]?.outcome;

/** 更正: the letter as it is, to be changed, and what is said of the change. */
export const correctionForms: FormsOf<typeof correctionActs> = {
  correctLetter: {
    kind: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={say.kind[lang]}
        choices={[
          { value: "slip", label: say.slip[lang], hint: say.slipHint[lang] },
          { value: "finding", label: say.finding[lang], hint: say.findingHint[lang] },
        ]}
      />
    ),
    change: ({ field, lang }) => <TextArea {...field} label={say.change[lang]} hint={say.changeHint[lang]} rows={3} />,
    reason: ({ field, lang }) => <TextArea {...field} label={say.reason[lang]} rows={2} />,
    facts: filled(letterForm.facts, ({ facts }) => facts),
    rule: filled(letterForm.rule, ({ rule }) => rule),
    decision: filled(letterForm.decision, decision(1)),
    outcome: filled(letterForm.outcome, outcome(1)),
    decision2: filled(letterForm.decision2, decision(2)),
    outcome2: filled(letterForm.outcome2, outcome(2)),
    decision3: filled(letterForm.decision3, decision(3)),
    outcome3: filled(letterForm.outcome3, outcome(3)),
    decision4: filled(letterForm.decision4, decision(4)),
    outcome4: filled(letterForm.outcome4, outcome(4)),
    decision5: filled(letterForm.decision5, decision(5)),
    outcome5: filled(letterForm.outcome5, outcome(5)),
    promisedFor: filled(letterForm.promisedFor, ({ promisedFor }) => promisedFor),
    promise: filled(letterForm.promise, ({ promises }) => promises?.[0]?.promise),
    promiseUnit: filled(letterForm.promiseUnit, ({ promises }) => promises?.[0]?.name.zh),
    promiseBy: filled(letterForm.promiseBy, ({ promises }) => promises?.[0]?.until),
    promise2: filled(letterForm.promise2, ({ promises }) => promises?.[1]?.promise),
    promiseUnit2: filled(letterForm.promiseUnit2, ({ promises }) => promises?.[1]?.name.zh),
    promiseBy2: filled(letterForm.promiseBy2, ({ promises }) => promises?.[1]?.until),
    promise3: filled(letterForm.promise3, ({ promises }) => promises?.[2]?.promise),
    promiseUnit3: filled(letterForm.promiseUnit3, ({ promises }) => promises?.[2]?.name.zh),
    promiseBy3: filled(letterForm.promiseBy3, ({ promises }) => promises?.[2]?.until),
    promise4: filled(letterForm.promise4, ({ promises }) => promises?.[3]?.promise),
    promiseUnit4: filled(letterForm.promiseUnit4, ({ promises }) => promises?.[3]?.name.zh),
    promiseBy4: filled(letterForm.promiseBy4, ({ promises }) => promises?.[3]?.until),
    promise5: filled(letterForm.promise5, ({ promises }) => promises?.[4]?.promise),
    promiseUnit5: filled(letterForm.promiseUnit5, ({ promises }) => promises?.[4]?.name.zh),
    promiseBy5: filled(letterForm.promiseBy5, ({ promises }) => promises?.[4]?.until),
  },
};
