import type { Lang } from "#ground/bilingual.ts";

const say = {
  print: { zh: "打印这份文书", en: "Print this letter" },
  hint: {
    zh: "要打印文书，请用浏览器的打印功能（电脑上按 Ctrl+P）。",
    en: "To print the letter, use your browser’s print command (Ctrl+P on a desktop).",
  },
} satisfies Record<string, Record<Lang, string>>;

/** Prints the letter alone; without a script, the page is printed by the browser, the letter on sheets of its own. */
export const PrintLetter = ({ id = "letter", lang }: { id?: string; lang: Lang }) => (
  <div class="row no-print">
    <button class="outline" type="button" data-print={id} data-enhanced hidden>
      {say.print[lang]}
    </button>
    <noscript>
      <p class="quiet">{say.hint[lang]}</p>
    </noscript>
  </div>
);
