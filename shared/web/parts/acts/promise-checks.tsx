import type { PetitionerActName } from "#case/acts/petitioner-acts.ts";
import type { promiseAnswers } from "#case/acts/promise-answers.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, Hidden } from "#web/parts/form.tsx";
import { unitName } from "#words/words.ts";
import { type ChecksOf, type PanelDrawn, ReasonField } from "./petitioner-panel.tsx";
import { askedOf } from "./promise.tsx";

const say = {
  confirmCheck: { zh: "请核对：承诺的事办到了", en: "Please check: it is done" },
  denyCheck: { zh: "请核对：承诺的事没有办到", en: "Please check: it is not done" },
  confirmSend: { zh: "确定办到了", en: "Confirm that it is done" },
  denySend: { zh: "确定没有办到", en: "Say that it is not done" },
  which: { zh: "哪一件", en: "Which one" },
  confirmMeans: {
    zh: "所有承诺的事都办到、申请复查的期限也过了，事项才按“已解决”办结。",
    en: "The case ends as resolved only once all that was promised is done, and the time for a review is over.",
  },
  denyMeans: {
    zh: "由该单位负责人负责，信访局督办。不用重新提交诉求。",
    en: "The head of the unit has it and the petition office sees to it. You need not file again.",
  },
  denyReason: { zh: "哪里没有办到", en: "What is not done" },
} satisfies Record<string, Record<Lang, string>>;

/** Which of the promises is meant: shown, or chosen among several. */
const Which = ({ command, ...drawn }: PanelDrawn & { command: PetitionerActName }) => {
  const { directory, lang, sent } = drawn;
  const refused = sent?.command === command ? sent : undefined;
  const asked = askedOf(drawn);
  const [only, ...others] = asked;
  if (only !== undefined && others.length === 0) {
    return (
      <>
        <blockquote class="own-words">{only.promise}</blockquote>
        <Hidden fields={{ which: String(only.n) }} />
      </>
    );
  }
  return (
    <ChoiceField
      id="which"
      lang={lang}
      label={say.which[lang]}
      choices={asked.map(({ n, promise, unit }) => ({
        value: String(n),
        label: promise,
        hint: unitName(directory, unit, lang),
      }))}
      value={refused?.typed.which}
      error={refused?.errors.which}
    />
  );
};

/** 承诺: what is shown once more before a petitioner's word counts. */
export const promiseChecks: ChecksOf<typeof promiseAnswers> = {
  confirmPromise: {
    title: say.confirmCheck,
    button: say.confirmSend,
    draw: ({ lang }) => <p>{say.confirmMeans[lang]}</p>,
    fields: (drawn) => <Which {...drawn} command="confirmPromise" />,
  },
  denyPromise: {
    title: say.denyCheck,
    button: say.denySend,
    draw: ({ lang }) => <p>{say.denyMeans[lang]}</p>,
    fields: (drawn) => (
      <>
        <Which {...drawn} command="denyPromise" />
        <ReasonField {...drawn} command="denyPromise" label={say.denyReason[drawn.lang]} />
      </>
    ),
  },
};
