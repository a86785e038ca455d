import { noticesIn } from "#case/account/letters.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { Lang } from "#ground/bilingual.ts";
import { letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";
import { type Keyed, KeyedButton } from "./keyed-button.tsx";

/** Where the file of a petitioner is. */
export const ownFileAddress = "/file";

const say = {
  title: { zh: "文书和卷宗", en: "Letters, and your file" },
  whole: {
    zh: "告知书的全文，还有这件事项里关于您的全部内容，都可以打开、打印和下载。",
    en: "You can read and print each notice, and everything that this case holds about you, and download it.",
  },
  agents: { zh: "告知书的全文可以打开和打印。", en: "You can read and print each notice." },
  open: { zh: "打开卷宗", en: "Open the file" },
} satisfies Record<string, Record<Lang, string>>;

type ToFile = {
  events: readonly CaseEvent[];
  keyed: Keyed;
  isAgents?: true;
  lang: Lang;
};

/** Which notices there are, and the way to where they can be read and printed, with the key that opens it. */
export const ToOwnFile = ({ events, keyed, isAgents, lang }: ToFile) => (
  <section class="panel no-print" id="file" aria-labelledby="file-title">
    <h2 id="file-title">{say.title[lang]}</h2>
    <ul>
      {noticesIn(events).map(({ kind, number, on }) => (
        <li key={number}>
          {letterNames[kind][lang]}{" "}
          <small class="quiet">
            {`${number} · `}
            <time dateTime={on}>{letterDate(on, lang)}</time>
          </small>
        </li>
      ))}
    </ul>
    <p>{say[isAgents ? "agents" : "whole"][lang]}</p>
    <KeyedButton to={ownFileAddress} keyed={keyed} label={say.open[lang]} />
  </section>
);
