import type { Bilingual } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import type { LetterPreviewShown } from "#web/parts/letter-preview.tsx";
import type { AnswersDrawn } from "#web/parts/staff-door.ts";
import type { View } from "#web/parts/view.ts";

const title: Bilingual = { zh: "请核对处理意见书，然后发出", en: "Check the letter, then issue it" };

type LetterPreviewPage = Omit<LetterPreviewShown, "lang"> & {
  view: View;
  /** How the door draws an answer that does not count yet. */
  Preview: AnswersDrawn["Preview"];
};

/** 预览: the letter as it will look, and the two ways on. Nothing of it counts before it is sent from here. */
export const letterPreviewPage = ({ view, Preview, ...shown }: LetterPreviewPage): string =>
  document(view, {
    title: title[view.lang],
    readers: "staff",
    body: (
      <div class="narrow">
        <h1 tabIndex={-1}>{title[view.lang]}</h1>
        <Preview {...shown} lang={view.lang} />
      </div>
    ),
  });
