import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { World } from "#case/state/world.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import { CaseHeadline } from "#web/parts/headline.tsx";
import { TimelineEntries } from "#web/parts/timeline.tsx";
import { storyTitle } from "#web/parts/to-case-story.tsx";
import type { View } from "#web/parts/view.ts";
import { toOffice } from "#words/to-office.ts";
import { turnToOffice } from "#words/turn-to-office.ts";

const say = {
  hint: {
    zh: "谁在什么时候做了什么，理由和原话，最新的在前。",
    en: "Who did what and when, with their reasons and in their own words, the latest first.",
  },
  recorded: {
    zh: "您这次查看已记录，信访人能看到查看的单位和时间。打印件只用于办理本事项，请妥善保管。",
    en: "This look is recorded; the petitioner sees your unit and the time. Print it for this case alone, and keep the paper safe.",
  },
  back: { zh: "回到办理页", en: "Back to the task" },
} satisfies Record<string, Record<Lang, string>>;

type StoryShown = World & {
  view: View;
  petition: Case;
  events: readonly CaseEvent[];
  /** Whether anything is in it that somebody wrote, so that to see it is a look. */
  isLook: boolean;
  /** The address of the task that it is read for, and the token of its link. */
  task: string;
  token: string;
};

/** 办理明细: for staff, all that has happened to a case, in whole sentences. */
export const caseStoryPage = ({ view, petition, events, isLook, task, token, ...world }: StoryShown): string => {
  const { lang } = view;
  const { directory, now } = world;
  const scene = { petition, lang, ...world };
  const back = (
    <p class="no-print">
      <a href={`${task}#${token}`}>{say.back[lang]}</a>
    </p>
  );
  return document(view, {
    title: `${storyTitle[lang]} ${caseNumber(petition.id, directory)}`,
    readers: "staff",
    body: (
      <>
        {back}
        <CaseHeadline {...scene} turn={turnToOffice} title={storyTitle[lang]}>
          <p class="quiet">{say.hint[lang]}</p>
          {isLook && <p class="quiet">{say.recorded[lang]}</p>}
        </CaseHeadline>
        <section class="panel" aria-label={storyTitle[lang]}>
          <TimelineEntries {...{ events, petition, directory, lang, now }} audience={toOffice} />
        </section>
        {back}
      </>
    ),
  });
};
