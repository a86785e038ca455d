import type { supervisionRequests } from "#case/acts/supervision-request.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import { daysToAskFor } from "#case/state/missed-days.ts";
import { districtDate } from "#clock/period.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import { supervisionGrounds } from "#words/acts/supervision.ts";
import { dateWords, lengthWords } from "#words/dates.ts";
import { capitalised } from "#words/phrasing.ts";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  ask: { zh: "申请督办", en: "Ask the petition office to supervise" },
  check: { zh: "请核对：申请督办", en: "Please check: you ask the petition office to supervise" },
  means: {
    zh: "同意的，信访局书面要求该单位限期办理并反馈；不同意的，写明理由告诉您。各项期限不变，每次逾期可以申请一次。",
    en: "If it agrees, it asks the unit in writing to act and to answer by a day; if not, it tells you why. No time limit moves, and you can ask once for each day that was missed.",
  },
  urge: { zh: "催办", en: "Urge" },
  urgeCheck: { zh: "请核对：催办", en: "Please check: you urge that it be done" },
  urgeMeans: {
    zh: "马上转告经办的工作人员和信访局。各项期限不变，也不会因为催办改变办理顺序。",
    en: "It is passed on at once to whoever has the case and to the petition office. No time limit moves by it.",
  },
  remark: { zh: "您想说的（可以不填）", en: "What you want to say (optional)" },
  remarkHint: {
    zh: "信访局和承办单位会看到您写的原文。",
    en: "The petition office and the unit in charge read it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** What was missed, and who decides by when. */
const AskMeans = ({ petition, now, directory, lang }: PanelDrawn) => {
  const [missed] = daysToAskFor(petition, now);
  const decides: Bilingual = {
    zh: `由信访局在 ${lengthWords(directory.policy.clocks.supervisionDecision, "zh")}内决定。`,
    en: `The petition office decides within ${lengthWords(directory.policy.clocks.supervisionDecision, "en")}.`,
  };
  return (
    <>
      {missed !== undefined && (
        <p>
          {capitalised(supervisionGrounds[missed.ground][lang])}
          {{ zh: "：", en: ": " }[lang]}
          {dateWords(missed.lastDay, lang, districtDate(now))}
          {{ zh: "。", en: "." }[lang]}
        </p>
      )}
      <p>
        {decides[lang]} {say.means[lang]}
      </p>
    </>
  );
};

const UrgeMeans = ({ directory, lang }: PanelDrawn) => {
  const often: Bilingual = {
    zh: `${lengthWords(directory.policy.clocks.urge, "zh")}内可以催办一次。`,
    en: `You can do so once in ${lengthWords(directory.policy.clocks.urge, "en")}.`,
  };
  return (
    <p>
      {say.urgeMeans[lang]} {often[lang]}
    </p>
  );
};

/** 申请督办、催办: what comes of it, and the way to its check. */
export const supervisionPanels: PanelsOf<typeof supervisionRequests> = {
  askSupervision: {
    place: "possible",
    draw: (drawn) => (
      <section class="panel no-print" id="supervision" aria-labelledby="supervision-title">
        <h2 id="supervision-title">{say.ask[drawn.lang]}</h2>
        <AskMeans {...drawn} />
        <ChooseForm {...drawn} command="askSupervision" button={say.ask[drawn.lang]} outline />
      </section>
    ),
  },
  urge: {
    place: "possible",
    draw: (drawn) => (
      <section class="panel no-print" id="urge" aria-labelledby="urge-title">
        <h2 id="urge-title">{say.urge[drawn.lang]}</h2>
        <UrgeMeans {...drawn} />
        <ChooseForm {...drawn} command="urge" button={say.urge[drawn.lang]} outline />
      </section>
    ),
  },
};

const Remark = ({ command, lang, sent }: PanelDrawn & { command: keyof typeof supervisionRequests }) => {
  const refused = sent?.command === command ? sent : undefined;
  return (
    <TextArea
      id="remark"
      lang={lang}
      most={proseLimits.remark}
      label={say.remark[lang]}
      hint={say.remarkHint[lang]}
      required={false}
      value={refused?.typed.remark}
      error={refused?.errors.remark}
      rows={3}
    />
  );
};

/** 申请督办、催办: an optional line, before it is sent. */
export const supervisionChecks: ChecksOf<typeof supervisionRequests> = {
  askSupervision: {
    title: say.check,
    button: say.ask,
    draw: (drawn) => <AskMeans {...drawn} />,
    fields: (drawn) => <Remark {...drawn} command="askSupervision" />,
  },
  urge: {
    title: say.urgeCheck,
    button: say.urge,
    draw: (drawn) => <UrgeMeans {...drawn} />,
    fields: (drawn) => <Remark {...drawn} command="urge" />,
  },
};
