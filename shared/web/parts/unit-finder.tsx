import type { Directory, Unit } from "#directory/directory.ts";
import { type FoundUnit, findUnits } from "#directory/finding.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { markupOf } from "#markup/jsx-runtime";
import { FieldError, Hint } from "./form.tsx";
import { levelsOf, listsAll, type UnitField, unitsFor } from "./units-listed.ts";

/** So many are listed of those that fit. */
const mostFound = 20;

const say = {
  sought: {
    zh: "小区、道路、学校或者社区的名称，也可以输入拼音",
    en: "An estate, a road, a school or the community’s name; pinyin works too",
  },
  soughtUnit: { zh: "单位的名称，也可以输入拼音", en: "The office’s name; pinyin works too" },
  find: { zh: "查找", en: "Find" },
  unreached: {
    zh: "没有连上，请稍后再点“查找”。",
    en: "No connection. Please press Find again in a moment.",
  },
  separator: { zh: "，", en: ", " },
} satisfies Record<string, Record<Lang, string>>;

type Counted = { all: number; shown: number; sought: string; endsThere: boolean };

const foundWords: BilingualSentence<Counted> = {
  zh: ({ all, shown, sought, endsThere }) =>
    all === 0
      ? `没有找到“${sought}”。请换一个说法，例如小区名、路名、学校名${endsThere ? "" : "；还是没有的，选下面的最后一项"}。`
      : all > shown
        ? `找到 ${all} 个，先列出 ${shown} 个。写得再具体一些更好找。`
        : `找到 ${all} 个，请选择。`,
  en: ({ all, shown, sought, endsThere }) =>
    all === 0
      ? `Nothing found for “${sought}”. Try other words: the estate, the road, a school${endsThere ? "" : "; or choose the last one below"}.`
      : all > shown
        ? `${all} found, of which ${shown} are listed. Write more to narrow it down.`
        : all === 1
          ? "One found. Please choose it."
          : `${all} found. Please choose one.`,
};

const unasked: BilingualSentence<number> = {
  zh: (all) => `共有 ${all} 个，请先输入，再点“查找”。`,
  en: (all) => `There are ${all}. Type something, then press Find.`,
};

/** What a finder shows: what somebody typed to find a unit, and what is chosen. */
export type UnitSearch = {
  directory: Directory;
  lang: Lang;
  field: UnitField;
  sought: string;
  chosen?: string | undefined;
  /** Nothing may be chosen but a unit. */
  endsThere?: boolean;
};

/** The units to choose from, and the words about them. What is chosen stays, whatever is looked for. */
const foundIn = ({
  directory,
  lang,
  field,
  sought,
  chosen,
  endsThere = false,
}: UnitSearch): { said: string; units: FoundUnit[] } => {
  const typed = sought.trim();
  const listed = unitsFor(directory, field);
  const before = listed.find(({ id }) => id === chosen);
  const withChosen = (found: FoundUnit[]): FoundUnit[] =>
    before === undefined || found.some(({ unit }) => unit === before) ? found : [{ unit: before }, ...found];
  if (typed !== "") {
    const { best, all } = findUnits(directory, { sought: typed, levels: levelsOf[field], most: mostFound });
    return { said: foundWords[lang]({ all, shown: best.length, sought: typed, endsThere }), units: withChosen(best) };
  }
  if (listsAll(directory, field)) return { said: "", units: listed.map((unit) => ({ unit })) };
  return { said: unasked[lang](listed.length), units: withChosen([]) };
};

/** Where a unit belongs, and by which word it was found. */
const besides = ({ unit, by }: FoundUnit, { directory, lang }: UnitSearch): string => {
  const township: Unit | undefined = directory.units.find(({ id }) => id === unit.parent);
  return [township?.name[lang], by].filter((part) => part !== undefined).join(say.separator[lang]);
};

const Choices = (finding: UnitSearch & { units: readonly FoundUnit[] }) => (
  <div class="choice-list close" data-finder-list>
    {finding.units.map((found) => (
      <label class="choice" key={found.unit.id}>
        <input type="radio" name={finding.field} value={found.unit.id} checked={found.unit.id === finding.chosen} />
        <span>
          {found.unit.name[finding.lang]}
          <small class="quiet">{besides(found, finding)}</small>
        </span>
      </label>
    ))}
  </div>
);

const Found = (finding: UnitSearch) => {
  const { said, units } = foundIn(finding);
  return (
    <>
      <p class="finder-said" role="status" data-finder-said>
        {said}
      </p>
      <Choices {...finding} units={units} />
    </>
  );
};

/** What of a finder changes while somebody types, as text. */
export const foundMarkup = (finding: UnitSearch): string => markupOf(<Found {...finding} />);

type FinderField = Omit<UnitSearch, "endsThere"> & {
  /** The field's name unless told. */
  id?: string;
  label: string;
  hint: string;
  error: string | undefined;
  /** What may be chosen instead of a unit. */
  otherwise?: { value: string; label: string; hint?: string };
};

/**
 * A unit, found by typing. The server finds it: by the button without script, and while typing with it. A district of a few
 * has them listed at once.
 */
export const UnitFinder = ({ id, label, hint, error, otherwise, ...search }: FinderField) => {
  const finding = { ...search, endsThere: otherwise === undefined };
  const { directory, lang, field, sought } = finding;
  const own = id ?? field;
  return (
    <fieldset
      class={error === undefined ? "field choices finder" : "field choices finder wrong"}
      id={own}
      tabIndex={-1}
      aria-describedby={error === undefined ? `${own}-hint` : `${own}-hint ${own}-error`}
      data-finder={field}
      data-finder-at={`/find/${directory.version}?for=${field}&lang=${lang}${finding.endsThere ? "&ends=1" : ""}`}
      data-finder-unreached={say.unreached[lang]}
    >
      <legend>{label}</legend>
      <Hint id={own}>{hint}</Hint>
      <FieldError id={own} lang={lang} error={error} />
      <label class="quiet" for={`${own}-sought`}>
        {field === "community" ? say.sought[lang] : say.soughtUnit[lang]}
      </label>
      <div class="finder-line">
        <input
          type="search"
          id={`${own}-sought`}
          name={`${field}Sought`}
          value={sought}
          autocomplete="off"
          spellcheck={false}
          enterKeyHint="search"
        />
        <button type="submit" class="outline" name="find" value={field}>
          {say.find[lang]}
        </button>
      </div>
      <Found {...finding} />
      {otherwise !== undefined && (
        <label class="choice otherwise">
          <input
            type="radio"
            name={field}
            value={otherwise.value}
            checked={otherwise.value === (finding.chosen ?? "")}
          />
          <span>
            {otherwise.label}
            {otherwise.hint !== undefined && <small class="quiet">{otherwise.hint}</small>}
          </span>
        </label>
      )}
    </fieldset>
  );
};
