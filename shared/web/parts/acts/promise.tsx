import type { promiseAnswers } from "#case/acts/promise-answers.ts";
import { openPromises } from "#case/state/promise.ts";
import type { Lang } from "#ground/bilingual.ts";
import { PromiseLines } from "#web/parts/promises.tsx";
import { ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "承诺的事办到了吗？", en: "Is what was promised done?" },
  yes: { zh: "办到了", en: "Yes, it is done" },
  no: { zh: "没有办到", en: "Not so" },
  checkNext: {
    zh: "选了以后还会请您核对一次，才算数。没有答复的，不计为已解决。",
    en: "Whichever you choose, you can check it once more before it counts. Without your answer it is not counted as resolved.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** Those of the promises that a petitioner is asked about. */
export const askedOf = ({ petition }: Pick<PanelDrawn, "petition">) =>
  openPromises(petition).filter(({ performed }) => performed !== undefined);

const KeptQuestion = (drawn: PanelDrawn) => (
  <section class="panel asked" id="promise-asked" aria-labelledby="promise-asked-title">
    <h2 id="promise-asked-title">{say.title[drawn.lang]}</h2>
    <PromiseLines {...drawn} lines={askedOf(drawn)} />
    <div class="answers">
      <ChooseForm {...drawn} command="confirmPromise" button={say.yes[drawn.lang]} />
      <ChooseForm {...drawn} command="denyPromise" button={say.no[drawn.lang]} />
    </div>
    <p class="quiet">{say.checkNext[drawn.lang]}</p>
  </section>
);

/** 承诺: the question to the petitioner. */
export const promisePanels: PanelsOf<typeof promiseAnswers> = {
  confirmPromise: { place: "asked", draw: (drawn) => <KeptQuestion {...drawn} /> },
  denyPromise: "none of its own",
};
