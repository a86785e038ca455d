import type { Absence, Duty } from "#directory/directory.ts";
import { later } from "#ground/instant.ts";
import { deputyCircles } from "./deputy-circles.ts";
import type { Draft, EntryList } from "./draft.ts";
import { type FilePlace, type Mistake, placeAt } from "./mistake.ts";
import { isUnknown, place, unitReference, unknown } from "./references.ts";
import { unitMistakes } from "./unit-mistakes.ts";

const dutyPlace = ({ at, entry }: { at: number; entry: Duty }): FilePlace =>
  placeAt(["duties", at], entry.category === undefined ? entry.unit : `${entry.unit}, ${entry.category}`);

const duplicates = (name: string, { entries }: EntryList<{ id: string }>): Mistake[] =>
  entries
    .filter(({ entry }, position) => entries.findIndex((other) => other.entry.id === entry.id) < position)
    .map((named) => ({
      ...place(name, named),
      what: { zh: `编号“${named.entry.id}”重复`, en: `the id "${named.entry.id}" is used twice` },
      remedy: { zh: "请换一个编号", en: "Give one of the two another id." },
    }));

const categoryMistakes = (draft: Draft): Mistake[] =>
  draft.categories.entries.flatMap((category) =>
    unitReference(
      draft,
      place("categories", category),
      { zh: "主管部门", en: "the department" },
      category.entry.department,
      ["department"],
    ),
  );

const dutyMistakes = ({ units, staff, duties, categories }: Draft): Mistake[] =>
  duties.entries.flatMap((duty, position): Mistake[] => {
    const { unit, category, staff: person } = duty.entry;
    const where = dutyPlace(duty);
    const home = staff.entries.find(({ entry }) => entry.id === person)?.entry.unit;
    const isRepeated = duties.entries
      .slice(0, position)
      .some(({ entry }) => entry.unit === unit && entry.category === category);
    return [
      ...(isUnknown(units, unit) ? [unknown(where, { zh: "单位", en: "the unit" }, unit, "units")] : []),
      ...(isUnknown(staff, person) ? [unknown(where, { zh: "经办人", en: "the handler" }, person, "staff")] : []),
      ...(category !== undefined && isUnknown(categories, category)
        ? [unknown(where, { zh: "事项类别", en: "the category" }, category, "categories")]
        : []),
      ...(home !== undefined && home !== unit
        ? [
            {
              ...where,
              what: { zh: `“${person}”是“${home}”的人员`, en: `"${person}" belongs to "${home}"` },
              remedy: { zh: "请指定本单位的人员", en: "Name somebody of the unit." },
            },
          ]
        : []),
      ...(isRepeated
        ? [
            {
              ...where,
              what: { zh: "同一单位同一类别有两个经办人", en: "the unit has two handlers for the same" },
              remedy: { zh: "请只留一条", en: "Keep one of the two." },
            },
          ]
        : []),
    ];
  });

/** The first day that two absences of one person share: two deputies could be meant, and one could hide a circle. */
const awayTwice = (where: FilePlace, away: readonly Absence[]): Mistake[] => {
  const twice = away.flatMap(({ from, until }, position) =>
    away.slice(0, position).flatMap((other) => {
      const on = later(from, other.from);
      return on <= until && on <= other.until ? [on] : [];
    }),
  );
  return [...new Set(twice)].map((on) => ({
    ...where,
    what: { zh: `${on} 同时在两段离岗时间内`, en: `is away twice on ${on}` },
    remedy: { zh: "请改正日期，使各段离岗时间互不重叠", en: "Let one absence end before the next begins." },
  }));
};

const staffMistakes = ({ units, staff }: Draft): Mistake[] =>
  staff.entries.flatMap((person): Mistake[] => {
    const where = place("staff", person);
    const { unit, away } = person.entry;
    return [
      ...(isUnknown(units, unit) ? [unknown(where, { zh: "单位", en: "the unit" }, unit, "units")] : []),
      ...away.flatMap(({ from, until, deputy }): Mistake[] => [
        ...(deputy !== undefined && isUnknown(staff, deputy)
          ? [unknown(where, { zh: "代办人", en: "the deputy" }, deputy, "staff")]
          : []),
        ...(until < from
          ? [
              {
                ...where,
                what: { zh: `离岗起始日 ${from} 晚于离岗截止日 ${until}`, en: `is away from ${from} until ${until}` },
                remedy: { zh: "请改正先后", en: "Put the earlier date first." },
              },
            ]
          : []),
      ]),
      ...awayTwice(where, away),
    ];
  });

const districtMistakes = (draft: Draft): Mistake[] =>
  draft.district === undefined
    ? []
    : unitReference(draft, placeAt(["district", "bureau"]), { zh: "信访局", en: "the bureau" }, draft.district.bureau, [
        "bureau",
      ]);

/**
 * Checks that all parts of a directory fit together: every reference leads somewhere, every case finds a unit, every
 * unit has people who answer for it, and nobody's deputies go in a circle. Returns every mistake.
 */
export const connectionMistakes = (draft: Draft): Mistake[] => [
  ...districtMistakes(draft),
  ...duplicates("units", draft.units),
  ...unitMistakes(draft),
  ...duplicates("staff", draft.staff),
  ...staffMistakes(draft),
  ...deputyCircles(draft),
  ...dutyMistakes(draft),
  ...duplicates("categories", draft.categories),
  ...categoryMistakes(draft),
];
