import type { Lang } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import { ErrorSummary, type FieldErrors, problemsOf, type TypedFields } from "#web/parts/form.tsx";
import { type KeyField, KeyForm, keyFields, keyFormAt } from "#web/parts/key-form.tsx";
import { Office } from "#web/parts/office.tsx";
import type { View } from "#web/parts/view.ts";

const say = {
  title: { zh: "查询进度", en: "Follow a petition" },
  intro: {
    zh: "输入回执上的查询码和您的号码后四位，就能看到现在由谁办理、期限到哪天、有没有答复。",
    en: "Enter the query code from your receipt and the last four digits of your number to see who works on it, until when, and the answer.",
  },
  code: { zh: "查询码", en: "Query code" },
  codeHint: {
    zh: "三组，每组四位，印在编号下面。大小写和短横线都不要紧，连同编号一起粘贴也可以。",
    en: "Three groups of four, printed below the number. Capitals and dashes do not matter, and you can paste it together with the number.",
  },
  tailHint: {
    zh: "提交时留的电话号码；自定了号码的，用自定的；没有留号码的，用编号的后四位。也可以填完整的号码：新的答复要用它打开。",
    en: "Of the phone number that you left, of the number that you chose, or, if you left none, of the petition’s own number. You can enter all of it: a new answer is opened with the whole number.",
  },
  joinTitle: { zh: "联名", en: "Petitions of several people" },
  join: { zh: "凭联名码加入别人的诉求", en: "Join somebody’s petition with a code" },
  joint: { zh: "看我联名的诉求", en: "Open a petition that you have joined" },
  lostTitle: { zh: "查询码丢了", en: "If you have lost the code" },
  lost: {
    zh: "请您本人带身份证件到下面的地方补领。核对以后当场给您新的查询码，旧的随即作废。来之前可以先打电话。",
    en: "Please come yourself and bring an identity document to the office below. You get a new code there once your papers are checked, and the old one is void from then on. You can call first.",
  },
} satisfies Record<string, Record<Lang, string>>;

type StatusForm = {
  view: View;
  /** Why nothing can be shown: one sentence for the whole form, so that it does not tell which part was wrong. */
  error?: string | undefined;
  /** What is wrong with the form of one field. */
  errors?: FieldErrors<KeyField>;
  /** Why the key is asked for, when it was typed before. */
  notice?: string | undefined;
  typed: TypedFields<KeyField>;
  /** What the key opens; the progress page unless told. */
  opens?: `/${string}`;
};

/** 查询进度: query code and the last four digits of the phone. */
export const statusFormPage = ({ view, error, errors = {}, notice, typed, opens = "/status" }: StatusForm): string => {
  const { lang } = view;
  const wrong: FieldErrors<KeyField> = { ...errors, code: error ?? errors.code };
  return document(view, {
    title: say.title[lang],
    typedIn: keyFormAt(opens),
    body: (
      <div class="narrow">
        <h1>{say.title[lang]}</h1>
        <ErrorSummary lang={lang} errors={problemsOf(keyFields, wrong)} />
        {notice !== undefined && <p class="notice">{notice}</p>}
        <p>{say.intro[lang]}</p>
        <KeyForm action={opens} say={say} typed={typed} errors={wrong} autofocus lang={lang} />
        <section class="panel" aria-labelledby="join-title">
          <h2 id="join-title">{say.joinTitle[lang]}</h2>
          <p>
            <a href="/join">{say.join[lang]}</a>
          </p>
          <p>
            <a href="/joint">{say.joint[lang]}</a>
          </p>
        </section>
        <section class="panel" id="lost" aria-labelledby="lost-title">
          <h2 id="lost-title">{say.lostTitle[lang]}</h2>
          <p>{say.lost[lang]}</p>
          {view.district !== undefined && <Office district={view.district} lang={lang} />}
        </section>
      </div>
    ),
  });
};
