import type { OnRecord } from "#case/account/clock-account.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Instant } from "#ground/instant.ts";
import { ClockCourse } from "#web/parts/clock-course.tsx";
import { document } from "#web/parts/document.tsx";
import { CaseHeadline } from "#web/parts/headline.tsx";
import type { View } from "#web/parts/view.ts";
import { turnToOffice } from "#words/turn-to-office.ts";

const say = {
  title: { zh: "期限明细", en: "The deadlines in detail" },
  hint: {
    zh: "每个期限的起止和依据，何时提醒、何时转上一级，接下来是什么。",
    en: "When each began and ends and by which rule, which reminders it gave, and what comes next.",
  },
  back: { zh: "回到办理页", en: "Back to the task" },
};

type CourseShown = Omit<OnRecord, "now"> & {
  view: View;
  now: Instant;
  /** The address of the task that it is read for, and the token of its link. */
  task: string;
  token: string;
};

/** 期限明细: for staff, how each clock of a case came to stand where it stands. */
export const clockCoursePage = ({ view, task, token, ...record }: CourseShown): string => {
  const { lang } = view;
  const { petition, directory } = record;
  const back = (
    <p class="no-print">
      <a href={`${task}#${token}`}>{say.back[lang]}</a>
    </p>
  );
  return document(view, {
    title: `${say.title[lang]} ${caseNumber(petition.id, directory)}`,
    readers: "staff",
    body: (
      <>
        {back}
        <CaseHeadline {...record} lang={lang} turn={turnToOffice} title={say.title[lang]}>
          <p class="quiet">{say.hint[lang]}</p>
        </CaseHeadline>
        <section class="panel" aria-label={say.title[lang]}>
          <ClockCourse {...record} lang={lang} />
        </section>
        {back}
      </>
    ),
  });
};
