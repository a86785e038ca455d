import type { Lang } from "#ground/bilingual.ts";
import { document, type Script } from "#web/parts/document.tsx";
import type { View } from "#web/parts/view.ts";

const say = {
  title: { zh: "办理事项", en: "Your task" },
  opening: { zh: "正在打开……", en: "Opening…" },
  missing: { zh: "这里没有可以打开的事项", en: "There is nothing to open here" },
  missingHelp: {
    zh: "请回到邮件，点其中的按钮，或把完整的链接（包括 # 号后面的部分）复制到浏览器的地址栏。",
    en: "Please go back to the email and use its button, or copy the whole link, with the part after #, into the address bar.",
  },
  failed: { zh: "没有连上服务", en: "The service could not be reached" },
  failedHelp: {
    zh: "什么也没有改变。请检查网络后再试一次。",
    en: "Nothing has changed. Please check your connection and try again.",
  },
  retry: { zh: "再试一次", en: "Try again" },
  noScript: {
    zh: "打开邮件里的链接需要浏览器允许运行脚本，因为链接中的凭证不会随网址发给服务器。请允许脚本后重新打开链接，或请信访局值班人员协助。",
    en: "Opening the link from the email needs scripts, because its secret part is never sent with the address. Please allow scripts and open the link again, or ask the duty officer of the petition office.",
  },
} satisfies Record<string, Record<Lang, string>>;

/**
 * GET of a task: holds no data. A script takes the token out of the address and asks for the task with it.
 * @param asksFor where it asks: for the task, or for what was done by its link
 */
export const taskEntryPage = ({
  view,
  asksFor,
  finds,
  scripts = [],
}: {
  view: View;
  /** Whether a task's form may be one in which a unit is found by typing. */
  finds: boolean;
  asksFor: string;
  /** What else the page needs that is put in its place. */
  scripts?: readonly Script[];
}): string => {
  const { lang } = view;
  return document(view, {
    title: say.title[lang],
    readers: "staff",
    scripts: [
      ...(finds ? (["unit-finder.client.js"] as const) : []),
      "task-draft.client.js",
      ...scripts,
      "task-entry.client.js",
    ],
    body: (
      <div class="narrow" data-task-entry={asksFor}>
        <h1>{say.title[lang]}</h1>
        <div role="status" aria-live="polite">
          <p data-task="opening" hidden>
            {say.opening[lang]}
          </p>
          <div data-task="missing" hidden>
            <h2>{say.missing[lang]}</h2>
            <p>{say.missingHelp[lang]}</p>
          </div>
          <div data-task="failed" hidden>
            <h2>{say.failed[lang]}</h2>
            <p>{say.failedHelp[lang]}</p>
          </div>
        </div>
        <button type="button" data-task-retry hidden>
          {say.retry[lang]}
        </button>
        <noscript>
          <p>{say.noScript[lang]}</p>
        </noscript>
      </div>
    ),
  });
};
