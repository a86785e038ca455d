import type { recusalRequests } from "#case/acts/recusal-request.ts";
import { mostRecusals, RecusalGround, RecusalOf } from "#case/state/facts/recusal.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { ChoiceField } from "#web/parts/form.tsx";
import { recusalGrounds } from "#words/acts/recusal.ts";
import { lengthWords } from "#words/dates.ts";
import { capitalised } from "#words/phrasing.ts";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf, ReasonField } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "申请回避", en: "Ask that somebody step aside" },
  open: { zh: "办理的人或者单位应当回避", en: "Whoever handles it should not" },
  when: {
    zh: "办理的人与您反映的事项有直接利害关系、与当事人有亲属关系，或者有其他可能影响公正办理的情形的，您可以申请回避。不用知道是谁，也不用写姓名。",
    en: "If the matter directly concerns interests of whoever handles it, if a person concerned is a relative of theirs, or if something else could make them partial, you can ask that they step aside. You need not know who it is, nor write a name.",
  },
  send: { zh: "申请回避", en: "Ask that they step aside" },
  check: { zh: "请核对：申请回避", en: "Please check: you ask that somebody step aside" },
  waits: {
    zh: "决定以前，被申请回避的暂停办理；各项期限照常计算，到期照样转到上一级，不会因为申请而推迟。",
    en: "Until it is decided, whoever you mean does nothing on it. Every time limit runs on, and the matter still moves up when one ends: nothing is put off by your asking.",
  },
  after: {
    zh: "同意的，改由他人或者其他单位办理；不同意的，写明理由。无论怎样决定，都书面告诉您。",
    en: "If it is granted, somebody else or another unit takes over; if not, you are told why. Either way you get a letter.",
  },
  limit: {
    zh: `每个办理环节最多申请 ${mostRecusals} 次；一次还没有决定的，不能再申请。`,
    en: `You can ask at most ${mostRecusals} times at each step, and not a second time before the first is decided.`,
  },
  of: { zh: "请谁回避", en: "Who should step aside" },
  ground: { zh: "原因", en: "Why" },
  reason: { zh: "具体情况", en: "What you know of it" },
  reasonHint: {
    zh: "只有决定的负责人能看到原文；办理的人只知道您申请了回避，是哪一种原因。",
    en: "Only the head who decides reads it. Whoever handles the matter learns that you asked, and which kind of reason it is.",
  },
} satisfies Record<string, Record<Lang, string>>;

const of: Record<RecusalOf, Bilingual> = {
  handler: { zh: "现在办理这件事的人", en: "The person who handles it now" },
  unit: { zh: "整个承办单位", en: "The whole unit that handles it" },
};

/** Who decides, in which time, and what comes of silence. */
const decidedBy = ({ recusalDecision }: Directory["policy"]["clocks"]): Bilingual => ({
  zh: `请办理的人回避的，由单位负责人决定；请负责人或者整个单位回避的，由信访局负责人决定。${lengthWords(recusalDecision, "zh")}内决定；单位到期没有决定的，转信访局负责人决定。`,
  en: `The head of the unit decides; about the head, or the whole unit, the head of the petition office does. There are ${lengthWords(recusalDecision, "en")} for it, and if the unit is silent, the head of the petition office decides.`,
});

const Means = ({ directory, lang }: PanelDrawn) => (
  <ul>
    {[decidedBy(directory.policy.clocks), say.waits, say.after, say.limit].map((line) => (
      <li key={line.en}>{line[lang]}</li>
    ))}
  </ul>
);

/** 申请回避: when it can be asked, what comes of it, and the way to its form. */
export const recusalPanels: PanelsOf<typeof recusalRequests> = {
  askRecusal: {
    place: "possible",
    draw: (drawn) => (
      <section class="panel no-print" id="recusal" aria-labelledby="recusal-title">
        <h2 id="recusal-title">{say.title[drawn.lang]}</h2>
        <details>
          <summary>{say.open[drawn.lang]}</summary>
          <p>{say.when[drawn.lang]}</p>
          <Means {...drawn} />
          <ChooseForm {...drawn} command="askRecusal" button={say.send[drawn.lang]} outline />
        </details>
      </section>
    ),
  },
};

const Fields = (drawn: PanelDrawn) => {
  const { lang, sent } = drawn;
  const refused = sent?.command === "askRecusal" ? sent : undefined;
  return (
    <>
      <ChoiceField
        id="recusalOf"
        lang={lang}
        label={say.of[lang]}
        choices={RecusalOf.options.map((value) => ({ value, label: of[value][lang] }))}
        value={refused?.typed.recusalOf}
        error={refused?.errors.recusalOf}
      />
      <ChoiceField
        id="recusalGround"
        lang={lang}
        label={say.ground[lang]}
        choices={RecusalGround.options.map((value) => ({ value, label: capitalised(recusalGrounds[value][lang]) }))}
        value={refused?.typed.recusalGround}
        error={refused?.errors.recusalGround}
      />
      <ReasonField {...drawn} command="askRecusal" label={say.reason[lang]} hint={say.reasonHint[lang]} />
    </>
  );
};

/** 申请回避: of whom, and why, before it is sent. */
export const recusalChecks: ChecksOf<typeof recusalRequests> = {
  askRecusal: {
    title: say.check,
    button: say.send,
    draw: (drawn) => <Means {...drawn} />,
    fields: (drawn) => <Fields {...drawn} />,
  },
};
