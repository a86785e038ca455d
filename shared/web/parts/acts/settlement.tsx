import type { settlementActs, settlementAnswers } from "#case/acts/settlement.ts";
import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";
import { ActForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  terms: { zh: "商定的解决办法", en: "What was agreed" },
  termsHint: {
    zh: "谁、做什么、到哪天。信访人会看到原文，由其确认是否已解决。",
    en: "Who does what by when. The petitioner reads it as you write it and says whether it settles the matter.",
  },
  title: { zh: "请您确认是否已解决", en: "Is the matter settled?" },
  proposed: { zh: "办理单位提出的解决办法：", en: "The unit in charge proposes:" },
  confirmEffect: { zh: "确认后，此事按“已解决”办结。", en: "If you confirm, the matter ends as resolved." },
  confirm: { zh: "确认已解决", en: "Yes, it is settled" },
  decline: { zh: "还没有解决", en: "No, it is not settled" },
  declineReason: { zh: "哪里还没有解决", en: "What is not settled" },
  declineHint: {
    zh: "办理单位会看到，并继续办理，期限照常计算。",
    en: "The unit in charge will read it and go on; the time limits keep running.",
  },
  declineSend: { zh: "告诉办理单位", en: "Tell the unit in charge" },
} satisfies Record<string, Record<Lang, string>>;

/** 化解: what the owner fills in. */
export const settlementForms: FormsOf<typeof settlementActs> = {
  proposeSettlement: {
    terms: ({ field, lang }) => <TextArea {...field} label={say.terms[lang]} hint={say.termsHint[lang]} rows={5} />,
  },
};

/** The one question that is put to the petitioner, with both its answers. */
const Question = (drawn: PanelDrawn) => {
  const { petition, lang, sent } = drawn;
  if (petition.status !== "handling" || petition.settlement === undefined) return null;
  const declined = sent?.command === "declineSettlement" ? sent : undefined;
  return (
    <section class="panel asked" id="settlement" aria-labelledby="settlement-title">
      <h2 id="settlement-title">{say.title[lang]}</h2>
      <p>{say.proposed[lang]}</p>
      <blockquote>{petition.settlement.terms}</blockquote>
      <ActForm {...drawn} command="confirmSettlement" button={say.confirm[lang]}>
        <p class="quiet">{say.confirmEffect[lang]}</p>
      </ActForm>
      <details open={declined !== undefined}>
        <summary>{say.decline[lang]}</summary>
        <ActForm {...drawn} command="declineSettlement" button={say.declineSend[lang]} outline>
          <TextArea
            id="reason"
            lang={lang}
            label={say.declineReason[lang]}
            hint={say.declineHint[lang]}
            value={declined?.typed.reason}
            error={declined?.errors.reason}
            rows={4}
          />
        </ActForm>
      </details>
    </section>
  );
};

/** 化解: the question to the petitioner. */
export const settlementPanels: PanelsOf<typeof settlementAnswers> = {
  confirmSettlement: { place: "asked", draw: (drawn) => <Question {...drawn} /> },
  declineSettlement: "none of its own",
};
