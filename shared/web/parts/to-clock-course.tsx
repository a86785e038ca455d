import type { Lang } from "#ground/bilingual.ts";

const say = {
  title: { zh: "期限明细", en: "The deadlines in detail" },
  hint: {
    zh: "每个期限的起止和依据，何时提醒、何时转上一级，接下来是什么",
    en: "When each began and ends and by which rule, which reminders it gave, and what comes next",
  },
} satisfies Record<string, Record<Lang, string>>;

/** Where the course of a case's clocks is told; a page of its own, since the day's work seldom needs it. */
export const clockCourseAddress = "/clocks";

/** The way there from the task. */
export const ToClockCourse = ({ token, lang }: { token: string; lang: Lang }) => (
  <div class="panel no-print">
    <p>
      <a href={`${clockCourseAddress}#${token}`}>{say.title[lang]}</a>
      <br />
      <small class="quiet">{say.hint[lang]}</small>
    </p>
  </div>
);
