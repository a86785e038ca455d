import { agreementOf } from "#case/acts/settled.ts";
import type { settlementAnswers } from "#case/acts/settlement-answers.ts";
import type { Lang } from "#ground/bilingual.ts";
import { Agreement } from "#web/parts/agreement.tsx";
import { lengthWords } from "#words/dates.ts";
import { type ChecksOf, type PanelDrawn, ReasonField } from "./petitioner-panel.tsx";
import { SettlementTold } from "./settlement.tsx";

const say = {
  paper: {
    zh: "您同意的是下面这份协议，一个字也不会改。同意后可以在进度页打印。",
    en: "This is what you agree to, word for word. Once you have, you can print it from the progress page.",
  },
  agreeCheck: { zh: "请核对：同意解决方案", en: "Please check: you agree to the proposal" },
  declineCheck: { zh: "请核对：不同意解决方案", en: "Please check: you do not agree" },
  confirmCheck: { zh: "请核对：确认已解决", en: "Please check: it is done and solved" },
  denyCheck: { zh: "请核对：没有办到", en: "Please check: it is not done" },
  agreeSend: { zh: "确定同意", en: "Agree" },
  declineSend: { zh: "确定不同意", en: "Do not agree" },
  confirmSend: { zh: "确定已解决", en: "Confirm that it is solved" },
  denySend: { zh: "确定没有办到", en: "Say that it is not done" },
  stays: {
    zh: "事项不会因此办结：仍由承办单位负责办到，到了那一天会请您确认。",
    en: "The case does not end with this: the unit in charge answers for it until it is done, and on that day you are asked.",
  },
  lawGoesOn: {
    zh: "没有办到的，重新办理，法定答复期限照常计算。",
    en: "If it is not done, the matter is taken up anew; the time set by law has kept running.",
  },
  declineMeans: {
    zh: "方案不再有效，承办单位会看到您写的原因，并继续办理，期限照常计算。",
    en: "The proposal is off. The unit in charge reads what you write and goes on; the time limits keep running.",
  },
  denyMeans: {
    zh: "事项重新办理，法定答复期限照常计算。承办单位会看到您写的原因。",
    en: "The matter is taken up anew, and the time set by law has kept running. The unit in charge reads what you write.",
  },
  confirmMeans: { zh: "此事按“已解决”办结。", en: "The case ends as resolved." },
  declineReason: { zh: "为什么不同意", en: "Why you do not agree" },
  denyReason: { zh: "哪里没有办到，或没有解决", en: "What is not done, or not solved" },
} satisfies Record<string, Record<Lang, string>>;

/** 和解协议书, as it is agreed to. */
const Proposed = ({ petition, directory, lang }: PanelDrawn) => {
  if (petition.status !== "handling" || petition.settlement?.promisedFor === undefined) return null;
  const { terms, promisedFor } = petition.settlement;
  const { office } = directory.district;
  return <Agreement shown={{ ...agreementOf(petition.unit, { directory }), office, terms, promisedFor }} lang={lang} />;
};

/** What an agreement means, before it counts: what happens when, and what when nobody says anything. */
const AgreeMeans = (drawn: PanelDrawn) => {
  const { lang, directory } = drawn;
  const { takeBack, confirmation } = directory.policy.clocks;
  return (
    <>
      <p>{say.paper[lang]}</p>
      <Proposed {...drawn} />
      <ul>
        <li>{say.stays[lang]}</li>
        <li>{say.lawGoesOn[lang]}</li>
        <li>
          {
            {
              zh: `那时您有 ${lengthWords(confirmation, "zh")}答复。没有答复的：承办单位报告已经办到的，到期办结，不计为已解决；没有报告的，重新办理。`,
              en: `You then have ${lengthWords(confirmation, "en")} to answer. If you do not, the case ends, not counted as resolved, where the unit in charge has reported that it is done; otherwise it is taken up anew.`,
            }[lang]
          }
        </li>
        <li>
          {
            {
              zh: `同意后 ${lengthWords(takeBack, "zh")}内，您可以收回。`,
              en: `You can take your agreement back within ${lengthWords(takeBack, "en")}.`,
            }[lang]
          }
        </li>
      </ul>
    </>
  );
};

const ConfirmMeans = (drawn: PanelDrawn) => {
  const { lang, directory, petition } = drawn;
  const { takeBack } = directory.policy.clocks;
  return (
    <>
      <SettlementTold {...drawn} intro={petition.status === "performing" ? "agreed" : "proposed"} />
      <ul>
        <li>{say.confirmMeans[lang]}</li>
        <li>
          {
            {
              zh: `办结后 ${lengthWords(takeBack, "zh")}内，您可以要求重新办理。`,
              en: `Within ${lengthWords(takeBack, "en")} of the end you can have it reopened.`,
            }[lang]
          }
        </li>
      </ul>
    </>
  );
};

/** 化解: what is shown once more before a decision counts. */
export const settlementChecks: ChecksOf<typeof settlementAnswers> = {
  agreeSettlement: {
    title: say.agreeCheck,
    button: say.agreeSend,
    draw: (drawn) => <AgreeMeans {...drawn} />,
  },
  declineSettlement: {
    title: say.declineCheck,
    button: say.declineSend,
    draw: (drawn) => (
      <>
        <SettlementTold {...drawn} intro="proposed" />
        <p>{say.declineMeans[drawn.lang]}</p>
      </>
    ),
    fields: (drawn) => <ReasonField {...drawn} command="declineSettlement" label={say.declineReason[drawn.lang]} />,
  },
  confirmSettlement: {
    title: say.confirmCheck,
    button: say.confirmSend,
    draw: (drawn) => <ConfirmMeans {...drawn} />,
  },
  denyPerformance: {
    title: say.denyCheck,
    button: say.denySend,
    draw: (drawn) => (
      <>
        <SettlementTold {...drawn} intro="agreed" />
        <p>{say.denyMeans[drawn.lang]}</p>
      </>
    ),
    fields: (drawn) => <ReasonField {...drawn} command="denyPerformance" label={say.denyReason[drawn.lang]} />,
  },
  takeBackAgreement: "at once",
  reopenSettlement: "at once",
};
