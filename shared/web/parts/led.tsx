import type { Case, Instruction } from "#case/state/case.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords } from "#words/dates.ts";
import { unitName } from "#words/words.ts";

const say = {
  title: { zh: "包案领导", en: "The leader in charge" },
  metOn: { zh: "约见信访人：", en: "Met the petitioner on " },
  by: { zh: "最迟", en: "By " },
  isSeen: { zh: "已签收", en: "acknowledged" },
  missed: { zh: "已逾期", en: "late" },
} satisfies Record<string, Record<Lang, string>>;

export type LedShown = { petition: Case; directory: Directory; lang: Lang; now: Instant };

/** 批示: who was to do what by when, and what became of it. */
export const Instructions = ({
  lines,
  directory,
  lang,
  now,
}: Omit<LedShown, "petition"> & { lines: readonly Instruction[] }) => (
  <>
    {lines.map(({ n, unit, task, until, isSeen, missed, performed }) => (
      <div key={n}>
        <dt>{unitName(directory, unit, lang)}</dt>
        <dd>
          <span class="own-words">{task}</span>
          <br />
          <small class="quiet">
            {[
              `${say.by[lang]}${dateWords(until, lang, districtDate(now))}`,
              ...(isSeen ? [say.isSeen[lang]] : []),
              ...(missed !== undefined && performed === undefined ? [say.missed[lang]] : []),
            ].join(" · ")}
          </small>
          {performed !== undefined && <blockquote class="own-words">{performed}</blockquote>}
        </dd>
      </div>
    ))}
  </>
);

/** 领导包案: who is in charge, by name and post, when they met the petitioner, and what they have decided; nothing of a case without. */
export const LedPanel = ({ petition, ...scene }: LedShown) => {
  const { inCharge: lead, instructions = [] } = petition;
  const { lang, now } = scene;
  return lead === undefined ? null : (
    <section class="panel" id="led" aria-labelledby="led-title">
      <h2 id="led-title">{say.title[lang]}</h2>
      <dl class="facts stacked">
        <div>
          <dt>{lead.post[lang]}</dt>
          <dd>
            {lead.name}
            {lead.metOn !== undefined && (
              <>
                <br />
                <small class="quiet">{`${say.metOn[lang]}${dateWords(lead.metOn, lang, districtDate(now))}`}</small>
              </>
            )}
          </dd>
        </div>
        <Instructions lines={instructions} {...scene} />
      </dl>
    </section>
  );
};
