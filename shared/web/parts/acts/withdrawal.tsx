import type { withdrawals } from "#case/acts/withdrawal.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { CheckField } from "#web/parts/form.tsx";
import { lengthWords } from "#words/dates.ts";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "撤回诉求", en: "Withdraw the petition" },
  open: { zh: "我想撤回这件诉求", en: "I want to withdraw this petition" },
  check: { zh: "请核对：撤回诉求", en: "Please check: you withdraw the petition" },
  means: { zh: "撤回以前，请先看清楚：", en: "Before you withdraw, please read what it means:" },
  stops: {
    zh: "办理马上停止，正在办理的人会知道您已撤回。还没有办到的解决方案、还没有决定的延期申请同时终止。",
    en: "Work stops at once, and whoever is working on it is told. A settlement that is not done yet, or a request for more time, lapses.",
  },
  letter: {
    zh: "过了这几天，会给您撤回确认书，不再有书面答复，期限也不再计算。",
    en: "After these days you get a letter that confirms it. There will be no written answer, and no time limit runs.",
  },
  final: {
    zh: "以后仍要反映，可以重新提交，期限从头计算。",
    en: "You may always file the matter again; the time limits then start afresh.",
  },
  stays: { zh: "凭查询码仍可查看全部办理明细。", en: "Its history stays open to you with the query code." },
  yours: {
    zh: "是否撤回由您自己决定，任何人不得强迫。",
    en: "The decision is yours alone; nobody may press you into it.",
  },
  understood: { zh: "我明白撤回的后果", en: "I understand what this means" },
  send: { zh: "撤回诉求", en: "Withdraw the petition" },
} satisfies Record<string, Record<Lang, string>>;

/** How long it can be undone. */
const undoneWithin = ({ withdrawal }: Directory["policy"]["clocks"]): Bilingual => ({
  zh: `${lengthWords(withdrawal, "zh")}内改了主意，可以恢复办理：事项从原来的层级继续，法定期限一直没有停。`,
  en: `Within ${lengthWords(withdrawal, "en")} you can undo it: the matter goes on where it stood, and the law's time never stops.`,
});

const Means = ({ directory, lang }: PanelDrawn) => (
  <>
    <p>{say.means[lang]}</p>
    <ul>
      {[say.stops, undoneWithin(directory.policy.clocks), say.letter, say.final, say.stays, say.yours].map((line) => (
        <li key={line.en}>{line[lang]}</li>
      ))}
    </ul>
  </>
);

const Understood = ({ lang, sent }: PanelDrawn) => {
  const refused = sent?.command === "withdraw" ? sent : undefined;
  return (
    <CheckField
      id="understood"
      lang={lang}
      label={say.understood[lang]}
      value={refused?.typed.understood}
      error={refused?.errors.understood}
    />
  );
};

const Withdrawal = (drawn: PanelDrawn) => {
  const { lang } = drawn;
  return (
    <section class="panel no-print" id="withdrawal" aria-labelledby="withdrawal-title">
      <h2 id="withdrawal-title">{say.title[lang]}</h2>
      <details>
        <summary>{say.open[lang]}</summary>
        <Means {...drawn} />
        <ChooseForm {...drawn} command="withdraw" button={say.send[lang]} outline />
      </details>
    </section>
  );
};

/** 撤回: what it means, and the way to its check. */
export const withdrawalPanels: PanelsOf<typeof withdrawals> = {
  withdraw: { place: "possible", draw: (drawn) => <Withdrawal {...drawn} /> },
};

/** 撤回: what it means, once more, before it counts. */
export const withdrawalChecks: ChecksOf<typeof withdrawals> = {
  withdraw: {
    title: say.check,
    button: say.send,
    draw: (drawn) => <Means {...drawn} />,
    fields: (drawn) => <Understood {...drawn} />,
  },
};
