import type { CaseFile } from "#case/state/facts/files.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { fileKindWords } from "#words/acts/files.ts";
import { dateWords } from "#words/dates.ts";

/** A file as it is listed. */
type ListedFile = Pick<CaseFile, "n" | "kind" | "bytes" | "on"> & Partial<Pick<CaseFile, "agent" | "enteredBy">>;
/** The same with an address that opens it for a short time. */
export type LinkedFile = ListedFile & { link: string };

const say = {
  nth: {
    zh: (n: number, kind: string) => `第 ${n} 份（${kind}）`,
    en: (n: number, kind: string) => `No. ${n} (${kind})`,
  },
  on: { zh: "收到日期：", en: "Received on " },
  byAgent: { zh: "，由代理人交来", en: ", from the agent" },
  entered: { zh: "，由登记人员录入", en: ", entered when the petition was registered" },
  shortly: {
    zh: "为保护信访人，这些链接只在五分钟内能打开；过了时间，重新打开本页就有新的。",
    en: "To protect the petitioner, these links open for five minutes; after that, open this page again for new ones.",
  },
} satisfies Record<string, Record<Lang, string | ((n: number, kind: string) => string)>>;

const tenth = 10;
const bytesIn = { kilo: 1024, mega: 1024 * 1024 };

/** `1.2 MB`, `340 KB`: how much it is, for whoever pays for it by the megabyte. */
export const sizeWords = (bytes: number): string =>
  bytes >= bytesIn.mega
    ? `${Math.round((bytes / bytesIn.mega) * tenth) / tenth} MB`
    : `${Math.max(1, Math.round(bytes / bytesIn.kilo))} KB`;

type FilesListed = {
  files: readonly LinkedFile[];
  /** Whether the reader is an agent, who knows that they sent them. */
  isAgents: boolean;
  now: Instant;
  lang: Lang;
};

/** 照片和 PDF: each with what it is, its size and its day; it opens in a place of its own. */
export const FileList = ({ files, isAgents, now, lang }: FilesListed) => (
  <>
    <ol class="received">
      {files.map(({ n, kind, bytes, on, agent, enteredBy, link }) => (
        <li key={link} value={n}>
          <a href={link} target="_blank" rel="noopener noreferrer">
            {say.nth[lang](n, fileKindWords[kind][lang])}
          </a>{" "}
          <span class="quiet">{sizeWords(bytes)}</span>
          <p class="quiet">
            {say.on[lang]}
            <time dateTime={on}>{dateWords(on, lang, districtDate(now))}</time>
            {agent !== undefined && !isAgents && say.byAgent[lang]}
            {enteredBy !== undefined && say.entered[lang]}
          </p>
        </li>
      ))}
    </ol>
    <p class="quiet">{say.shortly[lang]}</p>
  </>
);
