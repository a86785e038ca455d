import type { reviewActs } from "#case/acts/review.ts";
import { ReviewGround } from "#case/state/facts/review.ts";
import { otherReviewers } from "#case/state/reviewers.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, DateField, SelectField, TextArea } from "#web/parts/form.tsx";
import { reviewGrounds } from "#words/acts/review.ts";
import type { Control, FormsOf } from "./form-fields.tsx";
import { reasonInside, reasonSeen } from "./reason.tsx";

const say = {
  ground: { zh: "不予受理的情形", en: "The ground" },
  to: { zh: "交给", en: "Colleague" },
  toPrompt: { zh: "请选择没有经手过的同事", en: "Choose a colleague who had no part in it" },
  facts: { zh: "复查查明的事实", en: "What the review found" },
  rule: { zh: "依据", en: "What it rests on" },
  ruleHint: { zh: "写明文件名称和条款。", en: "Name the text and the article." },
  decision: { zh: "复查意见和理由", en: "The opinion and its reasons" },
  seen: { zh: "写入复查意见书，信访人会看到原文。", en: "It goes into the letter as you write it." },
  differently: { zh: "重新办理的要求", en: "What has to be different" },
  differentlyHint: {
    zh: "哪些事实要重新查、哪些理由要重新考虑。重新办理的单位和信访人都会看到原文。",
    en: "Which facts to look into again, which reasons to weigh again. The unit and the petitioner read it as you write it.",
  },
  newDay: { zh: "最迟哪一天重新答复", en: "Answered again by" },
} satisfies Record<string, Record<Lang, string>>;

const facts: Control = ({ field, lang }) => (
  <TextArea {...field} label={say.facts[lang]} hint={say.seen[lang]} rows={5} />
);
const rule: Control = ({ field, lang }) => (
  <TextArea {...field} label={say.rule[lang]} hint={say.ruleHint[lang]} rows={2} />
);
const decision: Control = ({ field, lang }) => (
  <TextArea {...field} label={say.decision[lang]} hint={say.seen[lang]} rows={5} />
);

/** 复查: what whoever reviews an answer fills in. */
export const reviewForms: FormsOf<typeof reviewActs> = {
  acceptReview: {},
  refuseReview: {
    reviewGround: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={say.ground[lang]}
        choices={ReviewGround.options.map((ground) => ({ value: ground, label: reviewGrounds[ground][lang] }))}
      />
    ),
    reason: reasonSeen,
  },
  passReview: {
    to: ({ field, petition, directory, lang }) => (
      <SelectField {...field} label={say.to[lang]} prompt={say.toPrompt[lang]}>
        {petition.status === "window" &&
          otherReviewers(petition, { directory }).map((person) => (
            <option value={person.id} selected={person.id === field.value} key={person.id}>
              {person.name}
            </option>
          ))}
      </SelectField>
    ),
    reason: reasonInside,
  },
  upholdAnswer: { facts, rule, decision },
  revokeAnswer: {
    facts,
    rule,
    decision,
    differently: ({ field, lang }) => (
      <TextArea {...field} label={say.differently[lang]} hint={say.differentlyHint[lang]} rows={4} />
    ),
    newDay: ({ field, now, directory, lang }) => (
      <DateField
        {...field}
        label={say.newDay[lang]}
        min={dayAfter(districtDate(now), 1)}
        max={dayAfter(districtDate(now), directory.policy.clocks.redo.days)}
      />
    ),
  },
};
