import type { ComponentChildren } from "preact";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** What was typed into a form and what is wrong with it, by field; messages are in the reader's language. */
export type TypedFields<F extends string> = { readonly [K in F]?: string | undefined };
export type FieldErrors<F extends string> = { readonly [K in F]?: string | undefined };

/** One thing to correct, and the control that it leads to. */
export type Problem = { id: string; message: string };

/** The things to correct in the order of the form's fields. */
export const problemsOf = <F extends string>(
  fields: readonly F[],
  errors: FieldErrors<F>,
  idOf: (field: F) => string = (field) => field,
): Problem[] =>
  fields.flatMap((field) => {
    const message = errors[field];
    return message === undefined ? [] : [{ id: idOf(field), message }];
  });

const optional = { zh: "（选填）", en: " (optional)" };
const errorPrefix = { zh: "请改正：", en: "Please correct: " };

/** The ids that a control is described by, for `aria-describedby`. */
const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint === undefined ? [] : `${id}-hint`, error === undefined ? [] : `${id}-error`].flat().join(" ") || undefined;

export const Hint = ({ id, children }: { id: string; children: ComponentChildren }) => (
  <small class="hint" id={`${id}-hint`}>
    {children}
  </small>
);

export const FieldError = ({ id, lang, error }: { id: string; lang: Lang; error: string | undefined }) =>
  error === undefined ? null : (
    <p class="field-error" id={`${id}-error`}>
      <span class="visually-hidden">{errorPrefix[lang]}</span>
      {error}
    </p>
  );

type FieldProps = {
  id: string;
  /** The form field's name; the id unless told. */
  name?: string;
  lang: Lang;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value?: string | undefined;
  required?: boolean;
};

const Labelled = ({
  id,
  lang,
  label,
  hint,
  error,
  required,
  children,
}: FieldProps & { children: ComponentChildren }) => (
  <div class={error === undefined ? "field" : "field wrong"}>
    <label for={id}>
      {label}
      {required === false && <span class="quiet">{optional[lang]}</span>}
    </label>
    {hint !== undefined && <Hint id={id}>{hint}</Hint>}
    <FieldError id={id} lang={lang} error={error} />
    {children}
  </div>
);

/** How a line of text is typed: which keyboard, and what the browser may fill in. Never cut off what is pasted. */
type Line = {
  inputMode?: "text" | "numeric" | "tel" | "email";
  autocomplete?: "name" | "tel" | "email" | "off" | "one-time-code";
  autocapitalize?: "characters" | "off";
  spellcheck?: boolean;
  /** Where typing begins: on a page that asks for one thing first. */
  autofocus?: boolean;
  class?: string;
};

/** What every control has of its field: who it is, what it is called, and what describes it. */
const controlOf = ({ id, name = id, hint, error, required }: FieldProps) => ({
  id,
  name,
  required: required !== false,
  "aria-invalid": error === undefined ? undefined : ("true" as const),
  "aria-describedby": describedBy(id, hint, error),
});

/** Characters of a line that are shown again: more was never typed by hand, and a page does not repeat what it is fed. */
const mostOfLine = 1000;

/** One line of text with its label, hint and error. */
export const TextField = ({ input, ...field }: FieldProps & { input?: Line }) => (
  <Labelled {...field}>
    <input {...input} type="text" {...controlOf(field)} value={field.value?.slice(0, mostOfLine)} />
  </Labelled>
);

/** A day from another one on, or between two, both included, with its label, hint and error. */
export const DateField = ({ min, max, ...field }: FieldProps & { min: DistrictDate; max?: DistrictDate }) => (
  <Labelled {...field}>
    <input type="date" min={min} max={max} {...controlOf(field)} value={field.value} />
  </Labelled>
);

/** A whole number between two others, both included, with its label, hint and error. */
export const NumberField = ({ min, max, ...field }: FieldProps & { min: number; max: number }) => (
  <Labelled {...field}>
    <input
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      step={1}
      class="short"
      {...controlOf(field)}
      value={field.value}
    />
  </Labelled>
);

/** Several lines of text with their label, hint and error. @param most characters; near it a script tells how many are left */
export const TextArea = ({ rows, most, ...field }: FieldProps & { rows: number; most?: number | undefined }) => (
  <Labelled {...field}>
    <textarea {...controlOf(field)} rows={rows} data-most={most}>
      {field.value}
    </textarea>
  </Labelled>
);

/** A choice from a list with its label, hint and error; the options are handed in, grouped or not. */
export const SelectField = ({
  prompt,
  children,
  ...field
}: FieldProps & { prompt: string; children: ComponentChildren }) => (
  <Labelled {...field}>
    <select {...controlOf(field)}>
      <option value="">{prompt}</option>
      {children}
    </select>
  </Labelled>
);

/** `opens`: what is shown beneath a choice once it is taken, without a script. */
type Choice = { value: string; label: string; hint?: string; opens?: ComponentChildren };

/** One choice among few, each with a line about it. */
export const ChoiceField = ({ choices, ...field }: FieldProps & { choices: readonly Choice[] }) => (
  <fieldset
    class={field.error === undefined ? "field choices" : "field choices wrong"}
    id={field.id}
    tabIndex={-1}
    aria-describedby={describedBy(field.id, field.hint, field.error)}
  >
    <legend>{field.label}</legend>
    {field.hint !== undefined && <Hint id={field.id}>{field.hint}</Hint>}
    <FieldError id={field.id} lang={field.lang} error={field.error} />
    <div class="choice-list">
      {choices.map(({ value, label, hint, opens }) => (
        <div class="option" key={value}>
          <label class="choice">
            <input
              type="radio"
              name={field.name ?? field.id}
              value={value}
              checked={value === field.value}
              required={field.required !== false}
            />
            <span>
              {label}
              {hint !== undefined && <small class="quiet">{hint}</small>}
            </span>
          </label>
          {opens !== undefined && <div class="opens">{opens}</div>}
        </div>
      ))}
    </div>
  </fieldset>
);

/** One thing to agree to, with its hint and error; sent as `yes`. */
export const CheckField = (field: FieldProps) => (
  <div class={field.error === undefined ? "field" : "field wrong"}>
    {field.hint !== undefined && <Hint id={field.id}>{field.hint}</Hint>}
    <FieldError id={field.id} lang={field.lang} error={field.error} />
    <label class="choice">
      <input type="checkbox" {...controlOf(field)} value="yes" checked={field.value === "yes"} />
      <span>{field.label}</span>
    </label>
  </div>
);

const countOfErrors: BilingualSentence<number> = {
  zh: (count) => `有 ${count} 处需要改正`,
  en: (count) => (count === 1 ? "One thing to correct" : `${count} things to correct`),
};

const typedIsKept = { zh: "，您填写的内容都还在", en: "; what you typed is kept" };

type Summary = { lang: Lang; errors: readonly Problem[]; kept?: boolean };

/** What has to be corrected, at the top of the form, each line leading to its field. */
export const ErrorSummary = ({ lang, errors, kept }: Summary) =>
  errors.length === 0 ? null : (
    <div class="error-summary" role="alert" tabIndex={-1} id="errors">
      <h2>
        {countOfErrors[lang](errors.length)}
        {kept && typedIsKept[lang]}
      </h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a href={`#${id}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );

export const Hidden = ({ fields }: { fields: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
  </>
);
