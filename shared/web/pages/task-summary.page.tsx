import type { Case } from "#case/state/case.ts";
import type { Role } from "#case/state/turn.ts";
import type { Calendar } from "#clock/calendar.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { Clocks } from "#web/parts/clocks.tsx";
import { document } from "#web/parts/document.tsx";
import { ErrorSummary, Hidden, TextField } from "#web/parts/form.tsx";
import { CaseHeadline } from "#web/parts/headline.tsx";
import { NewLinkPanel } from "#web/parts/new-link.tsx";
import type { View } from "#web/parts/view.ts";
import { taskTitle } from "#words/task-words.ts";
import { turnToOffice } from "#words/turn-to-office.ts";

const say = {
  codeTitle: { zh: "请输入邮件里的验证码", en: "Type the 6 digits from the email" },
  why: {
    zh: "输入后才能看到信访人和事由，并办理。这一步防止邮件程序替人点开链接。",
    en: "Only then can you see the petitioner and the matter, and act. This keeps email programs from opening links on your behalf.",
  },
  code: { zh: "验证码", en: "6 digits" },
  codeHint: { zh: "在同一封邮件里，链接的下面。", en: "In the same email, below the link." },
  open: { zh: "打开", en: "Open" },
} satisfies Record<string, Record<Lang, string>>;

type TaskSummary = {
  view: View;
  /** Where its form is sent. */
  address: string;
  petition: Case;
  directory: Directory;
  calendar: Calendar;
  now: Instant;
  token: string;
  /** The reader's part in the case. */
  role: Role;
  error?: string | undefined;
};

/** What the task is and until when, without identity or story, until the reader types the code from the mail. */
export const taskSummaryPage = ({
  view,
  address,
  petition,
  directory,
  calendar,
  now,
  token,
  role,
  error,
}: TaskSummary): string => {
  const { lang } = view;
  const scene = { petition, directory, calendar, lang, now };
  const title = taskTitle(petition, role, lang);
  return document(view, {
    title,
    readers: "staff",
    body: (
      <>
        <ErrorSummary lang={lang} errors={error === undefined ? [] : [{ id: "code", message: error }]} />
        <CaseHeadline {...scene} turn={turnToOffice} title={title} />
        <section class="panel asked" aria-labelledby="code-title">
          <h2 id="code-title">{say.codeTitle[lang]}</h2>
          <p>{say.why[lang]}</p>
          <form method="post" action={`${address}/open`} noValidate>
            <Hidden fields={{ token }} />
            <TextField
              id="code"
              lang={lang}
              label={say.code[lang]}
              hint={say.codeHint[lang]}
              error={error}
              input={{ inputMode: "numeric", autocomplete: "one-time-code", autofocus: true, class: "mono short" }}
            />
            <button type="submit">{say.open[lang]}</button>
          </form>
        </section>
        <Clocks {...scene} />
        <NewLinkPanel token={token} lang={lang} again={false} />
      </>
    ),
  });
};
