import type { acknowledgementActs, reassignmentActs } from "#case/acts/step.ts";
import { type Case, isOpen } from "#case/state/case.ts";
import { colleaguesOf } from "#case/state/colleagues.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory, Staff } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { SelectField } from "#web/parts/form.tsx";
import { hasNamesake } from "#words/colleague-name.ts";
import type { FormsOf } from "./form-fields.tsx";
import { reasonInside } from "./reason.tsx";

const say = {
  to: { zh: "改派给", en: "Colleague" },
  toPrompt: { zh: "请选择同事", en: "Choose a colleague" },
  away: { zh: "（今天不在岗）", en: " (away today)" },
} satisfies Record<string, Record<Lang, string>>;

const isAway = ({ away }: Staff, now: Instant): boolean => {
  const today = districtDate(now);
  return away.some(({ from, until }) => from <= today && today <= until);
};

const colleagues = (petition: Case, directory: Directory): Staff[] =>
  isOpen(petition) ? colleaguesOf(petition, directory) : [];

/** 签收与改派: to whom, and why. */
export const stepForms: FormsOf<typeof acknowledgementActs & typeof reassignmentActs> = {
  acknowledge: {},
  reassign: {
    to: ({ field, petition, directory, now, lang }) => (
      <SelectField {...field} label={say.to[lang]} prompt={say.toPrompt[lang]}>
        {colleagues(petition, directory).map((person) => (
          <option value={person.id} selected={person.id === field.value} key={person.id}>
            {person.name}
            {hasNamesake(person, directory) && ` ${person.email}`}
            {isAway(person, now) ? say.away[lang] : ""}
          </option>
        ))}
      </SelectField>
    ),
    reason: reasonInside,
  },
};
