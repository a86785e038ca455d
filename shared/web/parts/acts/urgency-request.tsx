import type { urgencyRequests } from "#case/acts/urgency-request.ts";
import { UrgentGround } from "#case/state/facts/urgency.ts";
import { mostUrgencyRequests } from "#case/state/facts/urgency-request.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { Emergency } from "#web/parts/emergency.tsx";
import { ChoiceField } from "#web/parts/form.tsx";
import { urgentGrounds } from "#words/acts/urgency.ts";
import { lengthWords } from "#words/dates.ts";
import { capitalised } from "#words/phrasing.ts";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf, ReasonField } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "申请标为紧急", en: "Ask that it be marked urgent" },
  open: { zh: "这件事等不得", en: "It cannot wait" },
  when: {
    zh: "可能危及人身安全、造成较大财产损失、影响基本生活，有别的期限将要届满，或者情况正在加重的，算紧急。",
    en: "Urgent is what may harm somebody or cost much property, what keeps daily life from going on, what another time limit is about to end, or what is getting worse.",
  },
  send: { zh: "申请标为紧急", en: "Ask that it be marked urgent" },
  check: { zh: "请核对：申请标为紧急", en: "Please check: you ask that it be marked urgent" },
  means: {
    zh: "标为紧急的，各环节按小时计算，比平常快；答复您的法定期限不变。没有标为紧急的，告诉您理由，事项照常办理。",
    en: "Marked urgent, its steps go by hours and are faster than usual; the time set by law for your answer stays. If it is not, you are told why, and the matter goes on as before.",
  },
  limit: {
    zh: `每个办理环节最多申请 ${mostUrgencyRequests} 次；一次还没有决定的，不能再申请。`,
    en: `You can ask at most ${mostUrgencyRequests} times at each step, and not a second time before the first is decided.`,
  },
  ground: { zh: "为什么紧急", en: "Why it is urgent" },
  reason: { zh: "现在是什么情况", en: "How things stand now" },
  reasonHint: {
    zh: "信访局和承办单位会看到您写的原文。",
    en: "The petition office and the unit in charge read it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** Who decides, and in which time. */
const decidedBy = ({ urgencyDecision }: Directory["policy"]["clocks"]): Bilingual => ({
  zh: `由信访局在 ${lengthWords(urgencyDecision, "zh")}内决定；到期没有决定的，转信访局负责人决定。`,
  en: `The petition office decides within ${lengthWords(urgencyDecision, "en")}; if it is silent, its head does.`,
});

const Means = ({ directory, lang }: PanelDrawn) => (
  <>
    <Emergency directory={directory} lang={lang} when="filed" />
    <ul>
      {[decidedBy(directory.policy.clocks), say.means, say.limit].map((line) => (
        <li key={line.en}>{line[lang]}</li>
      ))}
    </ul>
  </>
);

/** 申请紧急: whom to call first, what urgent means, and the way to its form. */
export const urgencyPanels: PanelsOf<typeof urgencyRequests> = {
  askUrgency: {
    place: "possible",
    draw: (drawn) => (
      <section class="panel no-print" id="urgency" aria-labelledby="urgency-title">
        <h2 id="urgency-title">{say.title[drawn.lang]}</h2>
        <details>
          <summary>{say.open[drawn.lang]}</summary>
          <p>{say.when[drawn.lang]}</p>
          <Means {...drawn} />
          <ChooseForm {...drawn} command="askUrgency" button={say.send[drawn.lang]} outline />
        </details>
      </section>
    ),
  },
};

const Fields = (drawn: PanelDrawn) => {
  const { lang, sent } = drawn;
  const refused = sent?.command === "askUrgency" ? sent : undefined;
  return (
    <>
      <ChoiceField
        id="urgentGround"
        lang={lang}
        label={say.ground[lang]}
        choices={UrgentGround.options.map((value) => ({ value, label: capitalised(urgentGrounds[value][lang]) }))}
        value={refused?.typed.urgentGround}
        error={refused?.errors.urgentGround}
      />
      <ReasonField {...drawn} command="askUrgency" label={say.reason[lang]} hint={say.reasonHint[lang]} />
    </>
  );
};

/** 申请紧急: why, before it is sent. */
export const urgencyChecks: ChecksOf<typeof urgencyRequests> = {
  askUrgency: {
    title: say.check,
    button: say.send,
    draw: (drawn) => <Means {...drawn} />,
    fields: (drawn) => <Fields {...drawn} />,
  },
};
