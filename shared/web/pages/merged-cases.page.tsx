import type { Case } from "#case/state/case.ts";
import { receivedOn } from "#case/state/received.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { document } from "#web/parts/document.tsx";
import { FileList, type LinkedFile } from "#web/parts/file-list.tsx";
import { Hidden } from "#web/parts/form.tsx";
import { mergedCasesAddress } from "#web/parts/to-merged-cases.tsx";
import type { View } from "#web/parts/view.ts";
import { dateWords } from "#words/dates.ts";
import { requestName } from "#words/requests.ts";

const say = {
  title: { zh: "并入办理的信访件", en: "Petitions that are handled with this one" },
  hint: {
    zh: "以下各件与本件反映同一事项、要求相同，由您一并调查。您的书面答复同时发给每一位信访人，各有编号；答复按各自的要求排列。这里不显示信访人是谁。",
    en: "These petitions have the same facts and the same requests as yours, and you look into all of them. Your answer goes to each petitioner in a letter of its own, in the order of their requests. Who petitions is not shown here.",
  },
  recorded: {
    zh: "您这次查看已记录，各位信访人能看到查看的单位和时间。",
    en: "This look is recorded; each of the petitioners sees your unit and the time.",
  },
  none: { zh: "现在没有并入的信访件。", en: "No other petition is handled with this one now." },
  received: { zh: "收到日期", en: "Received on" },
  where: { zh: "地点", en: "Where" },
  story: { zh: "情况", en: "What happened" },
  same: {
    zh: (n: number) => `（即本件的${requestName(n).zh}）`,
    en: (n: number) => ` (the same as this one’s ${requestName(n).en.toLowerCase()})`,
  },
  added: { zh: "后来补充的", en: "Added later" },
  files: {
    zh: (n: number) => `查看照片和 PDF（${n} 份）`,
    en: (n: number) => `See the photos and PDFs (${n})`,
  },
  filesTitle: { zh: "照片和 PDF", en: "Photos and PDFs" },
  filesHint: {
    zh: "照片里可能看得出信访人是谁；打开另算一次查看，有记录，信访人看得到",
    en: "A photo can show who petitions; opening them is a look of its own, which is recorded, and the petitioner sees it",
  },
  more: { zh: "看后面的", en: "See the next ones" },
  of: {
    zh: (from: number, to: number, all: number) => `第 ${from} 至 ${to} 件，共 ${all} 件`,
    en: (from: number, to: number, all: number) => `${from} to ${to} of ${all}`,
  },
  toAll: { zh: "看全部并入的信访件", en: "See all that are handled with this one" },
  back: { zh: "回到办理页", en: "Back to the task" },
} satisfies Record<string, Record<Lang, string | ((...n: number[]) => string)>>;

/** A petition that is handled in another, as whoever has that one reads it: what it says, and not who says it. */
export type MergedShown = {
  petition: Case;
  story: string;
  place: string;
  requests: readonly string[];
  /** For each request, the number of the same one in the petition that leads. */
  asks: readonly number[];
  added: readonly { on: DistrictDate; material: string }[];
  /** How many photos and PDFs its petitioner has sent. */
  sent: number;
  /** Links to them, once they are opened. */
  files?: readonly LinkedFile[];
};

type MergedCasesDrawn = {
  view: View;
  petition: Case;
  directory: Directory;
  now: Instant;
  merged: readonly MergedShown[];
  /** How many come before those that are shown, and how many there are. */
  before: number;
  all: number;
  /** One alone is shown, with its files. */
  isOne: boolean;
  task: string;
  token: string;
};

const MergedCase = ({
  shown: { petition, story, place, requests, asks, added, sent, files },
  directory,
  lang,
  now,
  token,
}: Pick<MergedCasesDrawn, "directory" | "now" | "token"> & { shown: MergedShown; lang: Lang }) => {
  const number = caseNumber(petition.id, directory);
  const today = districtDate(now);
  return (
    <section class="panel" aria-label={number}>
      <h2>{number}</h2>
      <dl class="facts stacked">
        <div>
          <dt>{say.received[lang]}</dt>
          <dd>{dateWords(receivedOn(petition), lang, today)}</dd>
        </div>
        <div>
          <dt>{say.where[lang]}</dt>
          <dd>{place}</dd>
        </div>
        <div>
          <dt>{say.story[lang]}</dt>
          <dd class="own-words">{story}</dd>
        </div>
        {requests.map((request, at) => (
          <div key={request}>
            <dt>
              {requestName(at + 1)[lang]}
              <small class="quiet">{say.same[lang](asks[at] ?? 1)}</small>
            </dt>
            <dd class="own-words">{request}</dd>
          </div>
        ))}
        {added.map(({ on, material }) => (
          <div key={material}>
            <dt>
              {say.added[lang]} <small class="quiet">{dateWords(on, lang, today)}</small>
            </dt>
            <dd class="own-words">{material}</dd>
          </div>
        ))}
      </dl>
      {files !== undefined && (
        <section aria-label={say.filesTitle[lang]}>
          <FileList {...{ files, now, lang }} isAgents={false} />
        </section>
      )}
      {files === undefined && sent > 0 && (
        <form class="no-print" method="post" action={`${mergedCasesAddress}/open`}>
          <Hidden fields={{ token, member: petition.id }} />
          <button type="submit" class="outline">
            {say.files[lang](sent)}
          </button>
          <br />
          <small class="quiet">{say.filesHint[lang]}</small>
        </form>
      )}
    </section>
  );
};

/** 并案办理: for whoever has the one that leads, what the others say, a few at a time. */
export const mergedCasesPage = ({
  view,
  petition,
  directory,
  now,
  merged,
  before,
  all,
  isOne,
  task,
  token,
}: MergedCasesDrawn): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const until = before + merged.length;
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    readers: "staff",
    body: (
      <>
        <p class="quiet">{number}</p>
        <h1>{say.title[lang]}</h1>
        {merged.length === 0 ? (
          <p>{say.none[lang]}</p>
        ) : (
          <>
            <p>{say.hint[lang]}</p>
            <p class="quiet">{say.recorded[lang]}</p>
            {all > merged.length && !isOne && <p>{say.of[lang](before + 1, until, all)}</p>}
          </>
        )}
        {merged.map((shown) => (
          <MergedCase key={shown.petition.id} shown={shown} directory={directory} now={now} lang={lang} token={token} />
        ))}
        {isOne && (
          <p class="no-print">
            <a href={`${mergedCasesAddress}#${token}`}>{say.toAll[lang]}</a>
          </p>
        )}
        {until < all && !isOne && (
          <form class="no-print" method="post" action={`${mergedCasesAddress}/open`}>
            <Hidden fields={{ token, before: String(until) }} />
            <button type="submit" class="outline">
              {say.more[lang]}
            </button>
          </form>
        )}
        <p class="no-print">
          <a href={`${task}#${token}`}>{say.back[lang]}</a>
        </p>
      </>
    ),
  });
};
