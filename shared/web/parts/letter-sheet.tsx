import type { ComponentChildren } from "preact";
import { letterCode } from "#access/letter-code.ts";
import type { IssuedLetter } from "#case/state/event.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { letterDate } from "#words/dates.ts";
import { LetterContact } from "./letter-contact.tsx";

const say = {
  matter: { zh: "事由：", en: "Matter: " },
  follow: {
    zh: "查询进度：打开本系统的“查询进度”页面，输入查询码和号码后四位；也可以拨打上面的电话。",
    en: "To follow the matter, enter your query code and the last four digits of your number on the page “Follow a petition”, or call the number above.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 称谓: by name on the paper that is theirs, where they left one; a letter of the record names nobody. */
const salutation: BilingualSentence<string | undefined> = {
  zh: (name = "信访人") => `尊敬的${name}：`,
  en: (name = "petitioner") => `Dear ${name},`,
};

/** A letter; of one that is not in force yet, what it will say. */
export type LetterHead = Pick<IssuedLetter, "by" | "office"> & {
  [P in "number" | "on" | "matter" | "hash"]?: IssuedLetter[P] | undefined;
};

type SheetDrawn = {
  letter: LetterHead;
  id: string;
  heading: string;
  /** Whether it is written to the petitioner, and not agreed with them, or written to units. */
  isTo?: boolean;
  /** Whether its reader follows the matter with a query code. */
  follows?: boolean;
  /** The name of whom it is written to, where its reader may know it. */
  to?: string | undefined;
  /** The address of the pages, as it is printed; none where a letter is only looked at, and has no code yet. */
  site?: string | undefined;
  lang: Lang;
  children: ComponentChildren;
};

/** 核验: how whoever holds the paper has it checked. The code follows. */
const checkWords: BilingualSentence<string> = {
  zh: (site) => `核验真伪：打开 ${site}/letter，输入文号和校验码 `,
  en: (site) => `To have this letter checked, open ${site}/letter and enter its number and this code: `,
};

/** 文书: what all letters look like, around what one says. */
export const LetterSheet = ({
  letter,
  id,
  heading,
  isTo = true,
  follows = isTo,
  to,
  site,
  lang,
  children,
}: SheetDrawn) => (
  <article class="letter" id={id} aria-labelledby={`${id}-title`}>
    <header>
      <p class="issuer">{letter.by.name[lang]}</p>
      <h2 id={`${id}-title`}>{heading}</h2>
      {letter.number !== undefined && <p class="letter-number">{letter.number}</p>}
    </header>
    {isTo && <p class="salutation">{salutation[lang](to)}</p>}
    {letter.matter !== undefined && (
      <p class="matter">
        {say.matter[lang]}
        {letter.matter[lang]}
      </p>
    )}
    {children}
    <footer>
      <p class="seal">{letter.by.name[lang]}</p>
      {letter.on !== undefined && (
        <p>
          <time dateTime={letter.on}>{letterDate(letter.on, lang)}</time>
        </p>
      )}
    </footer>
    <LetterContact letter={letter} lang={lang}>
      {follows && <p>{say.follow[lang]}</p>}
      {letter.hash !== undefined && site !== undefined && (
        <p>
          {checkWords[lang](site)}
          <strong class="check-code">{letterCode(letter.hash)}</strong>
        </p>
      )}
    </LetterContact>
  </article>
);
