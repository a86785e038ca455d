import type { instructionActs, leadActs, leadNamingActs } from "#case/acts/lead.ts";
import { LeadChange } from "#case/state/facts/lead.ts";
import { leadOf } from "#case/state/lead.ts";
import { dayAfter, dayBefore, districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { isBelow } from "#ground/levels.ts";
import { ChoiceField, DateField, TextArea } from "#web/parts/form.tsx";
import { UnitFinder } from "#web/parts/unit-finder.tsx";
import { leadChanges, leaderWords, leadFields } from "#words/acts/lead.ts";
import { levelWords } from "#words/level-words.ts";
import { capitalised } from "#words/phrasing.ts";
import type { Control, FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

const say = {
  seen: { zh: "信访人会看到原文。", en: "The petitioner reads it as you write it." },
  inside: { zh: "只有工作人员能看到。", en: "Only staff can read it." },
  unitHint: {
    zh: "写单位的名称，再从找到的里面选；只对得上一个的，不选也行。",
    en: "Write its name, then choose from what is found; where only one fits you need not.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** So many days back a meeting may be recorded; whether the leader was in charge by then, the record says. */
const recordable = 60;

const performed: Control = ({ field, lang }) => (
  <TextArea {...field} label={leadFields.performed.name[lang]} hint={say.seen[lang]} rows={4} />
);

/** 包案、批示: what a leader in charge, the bureau and a unit fill in. */
export const leadForms: FormsOf<typeof leadActs & typeof leadNamingActs & typeof instructionActs> = {
  recordMet: {
    metOn: ({ field, now, lang }) => {
      const today = districtDate(now);
      let first = today;
      for (let n = 0; n < recordable; n += 1) first = dayBefore(first);
      return <DateField {...field} label={leadFields.metOn.name[lang]} min={first} max={today} />;
    },
    discussed: ({ field, lang }) => (
      <TextArea {...field} label={leadFields.discussed.name[lang]} hint={say.seen[lang]} rows={3} />
    ),
  },
  instruct: {
    assistUnit: ({ field, directory, sought, lang }) => (
      <UnitFinder
        {...{ directory, lang, id: field.id, field: "assistUnit", label: leadFields.assistUnit.name[lang] }}
        hint={say.unitHint[lang]}
        error={field.error}
        sought={sought ?? field.value ?? ""}
        chosen={field.value}
      />
    ),
    task: ({ field, lang }) => (
      <TextArea {...field} label={leadFields.task.name[lang]} hint={say.seen[lang]} rows={3} />
    ),
    doneBy: ({ field, directory, now, lang }) => (
      <DateField
        {...field}
        label={leadFields.doneBy.name[lang]}
        min={dayAfter(districtDate(now), 1)}
        max={dayAfter(districtDate(now), directory.policy.clocks.instruction.days)}
      />
    ),
  },
  reportLead: {
    note: ({ field, lang }) => (
      <TextArea {...field} label={leadFields.note.name[lang]} hint={say.inside[lang]} rows={4} />
    ),
  },
  pullUp: {
    pullTo: ({ field, petition, directory, lang }) => (
      <ChoiceField
        {...field}
        label={leadFields.pullTo.name[lang]}
        choices={(["department", "leader"] as const)
          .filter((level) => petition.status === "handling" && isBelow(petition.level, level))
          .map((value) => ({ value, label: capitalised(levelWords({ petition, directory }, value)[lang]) }))}
      />
    ),
    reason: reasonSeen,
  },
  changeLeader: {
    leader: ({ field, petition, directory, lang }) => (
      <ChoiceField
        {...field}
        label={leadFields.leader.name[lang]}
        choices={directory.units
          .filter(({ level, head }) => level === "leader" && head !== leadOf(petition)?.leader.staff)
          .flatMap(({ head, post, name }) => {
            const person = directory.staff.find(({ id }) => id === head);
            return person === undefined
              ? []
              : [{ value: head, label: leaderWords({ name: person.name, post: post ?? name })[lang] }];
          })}
      />
    ),
    leadChange: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={leadFields.leadChange.name[lang]}
        choices={LeadChange.options.map((value) => ({ value, label: capitalised(leadChanges[value][lang]) }))}
      />
    ),
  },
  seeInstruction: {},
  reportInstruction: { performed },
};
