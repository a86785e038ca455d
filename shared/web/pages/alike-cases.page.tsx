import type { Alike } from "#case/account/alike.ts";
import type { Case } from "#case/state/case.ts";
import { receivedOn } from "#case/state/received.ts";
import { unitInCharge } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import type { View } from "#web/parts/view.ts";
import { dateWords } from "#words/dates.ts";
import { statusNames } from "#words/matters.ts";
import { categoryName, unitName } from "#words/words.ts";

const say = {
  title: { zh: "可能是同一事项的信访件", en: "Petitions that may be of the same matter" },
  hint: {
    zh: "同一类别、同一社区（村），还没有答复，文字相近的，按相近程度排列。只是提示：是不是同一事项、要求是不是相同，要看过双方的内容再认定。经核对认定的，由信访局合并办理，各自保留期限、答复和复查的权利。",
    en: "Of the same category and community, not yet answered, with words much alike; the closest first. It is a hint: whether facts and requests are the same is for whoever has read both to say. If they are, the petition office has them handled together; each keeps its time limit, its letter and its review.",
  },
  none: { zh: "没有找到文字相近的信访件。", en: "No petition with words much like this one’s was found." },
  received: { zh: "收到日期", en: "Received on" },
  status: { zh: "办到哪里", en: "Where it stands" },
  unit: { zh: "在哪里", en: "With" },
  same: { zh: "相近的", en: "Much alike" },
  back: { zh: "回到办理页", en: "Back to the task" },
} satisfies Record<string, Record<Lang, string>>;

const parts: Readonly<Record<Alike["same"][number], Record<Lang, string>>> = {
  place: { zh: "地点", en: "the place" },
  ask: { zh: "要求", en: "the request" },
  story: { zh: "情况", en: "what happened" },
};

type AlikeCasesDrawn = World & {
  view: View;
  petition: Case;
  suggested: readonly ({ petition: Case } & Pick<Alike, "same">)[];
  task: string;
  token: string;
};

/** 疑似重复: for whoever has the step of a petition, which others may be of the same matter; no word of them is shown. */
export const alikeCasesPage = ({ view, petition, directory, now, suggested, task, token }: AlikeCasesDrawn): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const today = districtDate(now);
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    readers: "staff",
    body: (
      <>
        <p class="quiet">
          {number} {categoryName(directory, petition.category, lang)}
        </p>
        <h1>{say.title[lang]}</h1>
        <p>{say.hint[lang]}</p>
        {suggested.length === 0 && <p>{say.none[lang]}</p>}
        {suggested.map(({ petition: one, same }) => (
          <section class="panel" key={one.id} aria-label={caseNumber(one.id, directory)}>
            <h2>{caseNumber(one.id, directory)}</h2>
            <dl class="facts">
              <div>
                <dt>{say.same[lang]}</dt>
                <dd>{same.map((part) => parts[part][lang]).join({ zh: "、", en: ", " }[lang])}</dd>
              </div>
              <div>
                <dt>{say.received[lang]}</dt>
                <dd>{dateWords(receivedOn(one), lang, today)}</dd>
              </div>
              <div>
                <dt>{say.status[lang]}</dt>
                <dd>{statusNames[one.status][lang]}</dd>
              </div>
              <div>
                <dt>{say.unit[lang]}</dt>
                <dd>{unitName(directory, unitInCharge(one) ?? directory.district.bureau, lang)}</dd>
              </div>
            </dl>
          </section>
        ))}
        <p class="no-print">
          <a href={`${task}#${token}`}>{say.back[lang]}</a>
        </p>
      </>
    ),
  });
};
