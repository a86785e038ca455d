import type { Directory } from "#directory/directory.ts";
import { type PhraseField, phrasesFor } from "#directory/phrase.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { CategoryId } from "#ground/ids.ts";

const say = {
  phrases: { zh: (n: number) => `常用语（${n} 条）`, en: (n: number) => (n === 1 ? "1 phrase" : `${n} phrases`) },
  how: {
    zh: "填入以后按实际情况修改，“＿＿”处要填好；不用填入的，可以复制。",
    en: "Put one in and change it as the case asks; fill in each “＿＿”. You can also copy from here.",
  },
  put: { zh: "填入", en: "Put it in" },
} satisfies Record<string, Record<Lang, string | ((n: number) => string)>>;

type PhrasesShown = {
  directory: Directory;
  category: CategoryId;
  field: PhraseField;
  /** The id of the control that a phrase is put into. */
  into: string;
  lang: Lang;
};

/** 常用语: what the district has for a part of a letter, folded; nothing where it has none. Without a script one copies. */
export const Phrases = ({ directory, category, field, into, lang }: PhrasesShown) => {
  const phrases = phrasesFor(directory, category, field);
  if (phrases.length === 0) return null;
  return (
    <details class="phrases">
      <summary>{say.phrases[lang](phrases.length)}</summary>
      <p class="quiet">{say.how[lang]}</p>
      <ul>
        {phrases.map((text) => (
          <li key={text}>
            <p class="own-words">{text}</p>
            <button type="button" class="outline" data-put={text} data-into={into} data-enhanced hidden>
              {say.put[lang]}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
