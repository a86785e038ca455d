import { visitsTo } from "#case/account/visits.ts";
import type { Look } from "#case/state/party.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { momentWords } from "#words/dates.ts";
import { unitName } from "#words/words.ts";

const say = {
  looks: { zh: "谁看过您的信访材料", en: "Who has looked at your petition" },
  whole: { zh: "看了姓名、电话和诉求", en: "your name, your number and what you wrote" },
  only: { zh: "只看了诉求，没有看姓名和电话", en: "what you wrote, without your name and number" },
  attachments: {
    zh: "只看了其他单位附的材料，没有看诉求、姓名和电话",
    en: "what another unit had attached, and not what you wrote, your name or your number",
  },
  dossier: {
    zh: "取出了全部案卷，移送给复查机关",
    en: "took the whole file out, for the body that reviews the answer",
  },
  again: { zh: (times: number) => ` 起，共 ${times} 次`, en: (times: number) => `, ${times} times` },
  noLooks: { zh: "到现在还没有人看过。", en: "Nobody so far." },
} satisfies Record<string, Record<Lang, string | ((times: number) => string)>>;

/** What was looked at. */
const kinds = { all: say.whole, matter: say.only, attachments: say.attachments, dossier: say.dossier };

type Looked = { looks: readonly Look[]; now: Instant; directory: Directory; lang: Lang };

/** 查看记录 (guarantee 9): who has looked at the petition and when, by unit, the latest first. */
export const LooksPanel = ({ looks, now, directory, lang }: Looked) => (
  <section class="panel" aria-labelledby="looks-title">
    <h2 id="looks-title">{say.looks[lang]}</h2>
    {looks.length === 0 ? (
      <p>{say.noLooks[lang]}</p>
    ) : (
      <ul class="looks">
        {visitsTo(looks).map(({ by, unit, only, from, until, times }) => (
          <li key={`${until} ${by}`}>
            {unitName(directory, unit, lang)}
            <p class="quiet">
              <time dateTime={from}>{momentWords(from, lang, districtDate(now))}</time>
              {times > 1 && say.again[lang](times)}
            </p>
            <p class="quiet">{kinds[only ?? "all"][lang]}</p>
          </li>
        ))}
      </ul>
    )}
  </section>
);
