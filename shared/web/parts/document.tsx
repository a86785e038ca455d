import type { ComponentChildren } from "preact";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { markupOf } from "#markup/jsx-runtime";
import { markArcs } from "#web/assets/mark.ts";
import { momentWords } from "#words/dates.ts";
import { officeName } from "#words/office-words.ts";
import { Office } from "./office.tsx";
import { SignOut } from "./sign-out.tsx";
import type { View } from "./view.ts";

/** A page's own script, served with the other assets; every page has `page.client.js` besides. */
export type Script =
  | "draft.client.js"
  | "photo.client.js"
  | "unit-finder.client.js"
  | "task-draft.client.js"
  | "task-entry.client.js";

type Page = {
  title: string;
  body: ComponentChildren;
  /** Petitioners' pages lead to each other; a task page leads nowhere else. */
  readers?: "petitioner" | "staff";
  scripts?: readonly Script[];
  /** The form whose fields go along when the language is switched, and where they are sent. */
  typedIn?: { form: string; action: string };
};

const say = {
  name: { zh: "回音", en: "Huiyin" },
  under: { zh: "信访事项办理", en: "Petitions, answered" },
  skip: { zh: "跳到正文", en: "Skip to content" },
  file: { zh: "提交诉求", en: "File a petition" },
  status: { zh: "查询进度", en: "Follow a petition" },
  large: { zh: "大字", en: "Large type" },
  pages: { zh: "页面", en: "Pages" },
  promise: { zh: "件件有着落，事事有回音。", en: "Every case lands with someone, and every matter gets an answer." },
  plain: {
    zh: "在这里提交和查询都不收费，不用注册。您的姓名和电话加密保存，只有办理人员能看，每次查看都有记录。",
    en: "Filing and following a petition is free and needs no account. Your name and phone number are stored encrypted, shown only to those who work on your case, and every look is recorded.",
  },
  about: { zh: "关于本站", en: "About these pages" },
  privacy: { zh: "隐私说明", en: "Privacy" },
  letter: { zh: "文书核验", en: "Check a letter" },
  accessibility: { zh: "无障碍说明", en: "Accessibility" },
  sending: { zh: "正在提交……", en: "Sending…" },
  /** `#` is a number of characters. */
  left: { zh: "还可以写 # 字", en: "# characters left" },
  over: { zh: "多了 # 字，请删减", en: "# characters too many" },
  demo: { zh: "演示时钟", en: "Demo clock" },
} satisfies Record<string, Record<Lang, string>>;

const switches = {
  zh: { to: "en", label: "English", lang: "en" },
  en: { to: "zh", label: "中文", lang: "zh-CN" },
} as const;

const advances = {
  "1d": { zh: "过 1 天", en: "1 day on" },
  "8d": { zh: "过 8 天", en: "8 days on" },
  "31d": { zh: "过 31 天", en: "31 days on" },
};

const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    {markArcs.map((arc) => (
      <path d={arc} key={arc} />
    ))}
  </svg>
);

/** Switching the language asks for the same page again, by a link; where something may have been typed, by sending that along. */
const LanguageSwitch = ({ view, typedIn }: { view: View; typedIn: Page["typedIn"] }) => {
  const { to, label, lang } = switches[view.lang];
  if (typedIn === undefined) {
    return (
      <a
        class="switch"
        href={`${view.path}${view.path.includes("?") ? "&" : "?"}lang=${to}`}
        lang={lang}
        hreflang={lang}
      >
        {label}
      </a>
    );
  }
  const { form, action } = typedIn;
  return (
    <>
      {/* Enter in a field presses the first button of its form: that is to be this one, which does what the form's own does. */}
      <button type="submit" form={form} hidden />
      <button class="switch" type="submit" form={form} formaction={`${action}?lang=${to}`} lang={lang}>
        {label}
      </button>
    </>
  );
};

const PageLinks = ({ lang, label }: { lang: Lang; label: string }) => (
  <nav class="pages" aria-label={label}>
    <a href="/">{say.file[lang]}</a>
    <a href="/status">{say.status[lang]}</a>
  </nav>
);

const NoticeLinks = ({ lang }: { lang: Lang }) => (
  <nav class="pages" aria-label={say.about[lang]}>
    <a href="/privacy">{say.privacy[lang]}</a>
    <a href="/accessibility">{say.accessibility[lang]}</a>
    <a href="/letter">{say.letter[lang]}</a>
  </nav>
);

const DemoBar = ({ view, now, back }: { view: View; now: Instant; back: string }) => (
  <aside class="demo-bar" aria-label={say.demo[view.lang]}>
    <form method="post" action="/_demo/advance">
      <input type="hidden" name="back" value={back} />
      <span>
        {say.demo[view.lang]} <strong>{momentWords(now, view.lang, districtDate(now))}</strong>
      </span>
      {Object.entries(advances).map(([by, label]) => (
        <button type="submit" name="by" value={by} key={by}>
          {label[view.lang]}
        </button>
      ))}
    </form>
  </aside>
);

/** A whole page: the head, the frame that every page shares, and the body in it. */
export const document = (view: View, { title, body, readers = "petitioner", scripts = [], typedIn }: Page): string => {
  const { lang, nonce } = view;
  const at = (file: string) => `/assets/${view.assets}/${file}`;
  const page = (
    <html lang={lang === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${title} · ${say.name[lang]}`}</title>
        <link rel="icon" type="image/svg+xml" href={at("mark.svg")} />
        <link rel="stylesheet" href={at("site.css")} nonce={nonce} />
        {["page.client.js", "forms.client.js", ...scripts].map((file) => (
          <script src={at(file)} nonce={nonce} defer key={file} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {say.skip[lang]}
        </a>
        {view.demo !== undefined && <DemoBar view={view} now={view.demo.now} back={view.path} />}
        <header class="site-header">
          <div class="bar">
            <a class="brand" href={readers === "petitioner" ? "/" : "#content"}>
              <Mark />
              <span>
                <strong>{say.name[lang]}</strong>
                <small>{view.district === undefined ? say.under[lang] : officeName(view.district, lang)}</small>
              </span>
            </a>
            {readers === "petitioner" && <PageLinks lang={lang} label={say.pages[lang]} />}
            <div class="settings">
              <button class="switch" type="button" data-large-type aria-pressed="false" hidden>
                {say.large[lang]}
              </button>
              <LanguageSwitch view={view} typedIn={typedIn} />
            </div>
          </div>
        </header>
        <main
          id="content"
          tabIndex={-1}
          data-sending={say.sending[lang]}
          data-left={say.left[lang]}
          data-over={say.over[lang]}
        >
          {body}
          {readers === "staff" && !scripts.includes("task-entry.client.js") && <SignOut lang={lang} />}
        </main>
        <footer class="site-footer">
          <div class="bar">
            {view.district !== undefined && <Office district={view.district} lang={lang} />}
            <p class="promise">
              <strong>{say.promise[lang]}</strong>
            </p>
            {readers === "petitioner" && (
              <>
                <p class="promise">{say.plain[lang]}</p>
                <PageLinks lang={lang} label={`${say.pages[lang]} 2`} />
              </>
            )}
            <NoticeLinks lang={lang} />
          </div>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>${markupOf(page)}`;
};
