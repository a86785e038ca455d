import type { ComponentChildren } from "preact";
import { agreementOf, type settlementAnswers } from "#case/acts/settlement.ts";
import type { Case, In } from "#case/state/case.ts";
import { isPromisedByLetter, promisesOf } from "#case/state/promise.ts";
import { lastDayOf } from "#case/state/running.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { Agreement } from "#web/parts/agreement.tsx";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import {
  ActForm,
  type ChecksOf,
  ChooseForm,
  type PanelDrawn,
  type PanelsOf,
  ReasonField,
} from "./petitioner-panel.tsx";

const say = {
  agreeTitle: { zh: "您同意这个解决方案吗？", en: "Do you agree to this proposal?" },
  doneTitle: { zh: "办到了吗？", en: "Is it done?" },
  agreedTitle: { zh: "您同意的解决方案", en: "What you agreed to" },
  reopenTitle: { zh: "问题又出现了，或者没有解决？", en: "Not solved after all?" },
  proposed: { zh: "承办单位提出：", en: "The unit in charge proposes:" },
  agreed: { zh: "您同意的是：", en: "You agreed to this:" },
  promised: { zh: "书面答复中承诺：", en: "The answer promised this:" },
  reported: { zh: "承办单位报告已经办到：", en: "The unit in charge reports that it is done:" },
  by: { zh: "办到的日子", en: "Done by" },
  isDone: { zh: "承办单位说已经办到", en: "done already, says the unit in charge" },
  yourWordBy: { zh: "请您答复", en: "Your answer" },
  agree: { zh: "同意", en: "I agree" },
  decline: { zh: "不同意", en: "I do not agree" },
  yes: { zh: "办到了，已解决", en: "Yes, it is done and solved" },
  no: { zh: "没有办到，或没有解决", en: "No, it is not" },
  takeBack: { zh: "收回同意", en: "Take my agreement back" },
  reopen: { zh: "重新办理", en: "Have it reopened" },
  paper: {
    zh: "您同意的是下面这份协议，一个字也不会改。同意后可以在进度页打印。",
    en: "This is what you agree to, word for word. Once you have, you can print it from the progress page.",
  },
  checkNext: {
    zh: "选了以后还会请您核对一次，才算数。",
    en: "Whichever you choose, you can check it once more before it counts.",
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

/** What was proposed, or agreed to: the words, and the day. */
type Proposal = { terms: string; promisedFor?: DistrictDate | undefined; reported?: { performed: string } | undefined };

const proposalOf = (petition: Case): Proposal | undefined =>
  petition.status === "handling" || petition.status === "performing" ? petition.settlement : undefined;

/** Exactly what is agreed to, or asked about. */
const What = ({ petition, lang, now, intro }: PanelDrawn & { intro: keyof typeof say }) => {
  const proposal = proposalOf(petition);
  if (proposal === undefined) return null;
  const { terms, promisedFor, reported } = proposal;
  return (
    <>
      <p>{say[intro === "agreed" && isPromisedByLetter(petition) ? "promised" : intro][lang]}</p>
      {(isPromisedByLetter(petition) ? promisesOf(petition.letter) : [terms]).map((words) => (
        <blockquote class="own-words" key={words}>
          {words}
        </blockquote>
      ))}
      <dl class="facts">
        <div>
          <dt>{say.by[lang]}</dt>
          <dd>{promisedFor === undefined ? say.isDone[lang] : dateWords(promisedFor, lang, districtDate(now))}</dd>
        </div>
      </dl>
      {reported !== undefined && (
        <>
          <p>{say.reported[lang]}</p>
          <blockquote class="own-words">{reported.performed}</blockquote>
        </>
      )}
    </>
  );
};

/** What comes of it when the petitioner does not answer. */
const silence = ({ petition, lang, now, directory }: PanelDrawn): string => {
  const today = districtDate(now);
  if (petition.status === "performing" && petition.settlement.askedAt !== undefined) {
    const lastDay = lastDayOf(petition, "confirmation");
    const [latest, until] = [latestWords(lastDay, today), dateWords(lastDay, "en", today)];
    return petition.settlement.reported === undefined
      ? {
          zh: `${latest}，没有答复、承办单位也没有报告已经办到的，事项重新办理。`,
          en: `If you do not answer by ${until} and the unit in charge has not reported that it is done either, the matter is taken up anew.`,
        }[lang]
      : {
          zh: `${latest}，没有答复的，事项办结，但不计为已解决；此后 ${lengthWords(directory.policy.clocks.takeBack, "zh")}内您仍可以要求重新办理。`,
          en: `If you do not answer by ${until}, the case ends, but is not counted as resolved; for ${lengthWords(directory.policy.clocks.takeBack, "en")} after that you can still have it reopened.`,
        }[lang];
  }
  const until = petition.status === "handling" ? dateWords(lastDayOf(petition, "step"), lang, today) : "";
  return {
    zh: `本环节到${until}结束，那时没有答复的，这个方案不再有效，您的诉求继续办理。`,
    en: `Without your answer the proposal lapses when this step ends, on ${until} at the latest, and work on your petition goes on.`,
  }[lang];
};

/** A question to the petitioner with its two answers, which weigh the same. */
const Question = ({
  title,
  intro,
  drawn,
  yes,
  no,
}: {
  title: keyof typeof say;
  intro: keyof typeof say;
  drawn: PanelDrawn;
  yes: ComponentChildren;
  no: ComponentChildren;
}) => (
  <section class="panel asked" id="settlement" aria-labelledby="settlement-title">
    <h2 id="settlement-title">{say[title][drawn.lang]}</h2>
    <What {...drawn} intro={intro} />
    <div class="answers">
      {yes}
      {no}
    </div>
    <p class="quiet">{say.checkNext[drawn.lang]}</p>
    <p class="quiet">{silence(drawn)}</p>
  </section>
);

const AgreeQuestion = (drawn: PanelDrawn) => (
  <Question
    title="agreeTitle"
    intro="proposed"
    drawn={drawn}
    yes={<ChooseForm {...drawn} command="agreeSettlement" button={say.agree[drawn.lang]} />}
    no={<ChooseForm {...drawn} command="declineSettlement" button={say.decline[drawn.lang]} />}
  />
);

const DoneQuestion = (drawn: PanelDrawn) => {
  const isAgreed = drawn.petition.status === "performing";
  return (
    <Question
      title="doneTitle"
      intro={isAgreed ? "agreed" : "proposed"}
      drawn={drawn}
      yes={<ChooseForm {...drawn} command="confirmSettlement" button={say.yes[drawn.lang]} />}
      no={
        <ChooseForm
          {...drawn}
          command={isAgreed ? "denyPerformance" : "declineSettlement"}
          button={say.no[drawn.lang]}
        />
      }
    />
  );
};

/** Until when something can be taken back, and what comes of it. */
const takeBackMeans = (until: DistrictDate, { lang, now }: PanelDrawn): string => {
  const today = districtDate(now);
  const day = dateWords(until, "en", today);
  return {
    zh: `改了主意，${latestWords(until, today)}，可以收回同意：事项重新办理，法定答复期限照常计算。`,
    en: `You can change your mind until ${day}: the matter is then taken up anew, and the time set by law has kept running.`,
  }[lang];
};

const Agreed = ({ petition, drawn }: { petition: In<"performing">; drawn: PanelDrawn }) => {
  const { lang } = drawn;
  return (
    <section class="panel no-print" id="agreed" aria-labelledby="agreed-title">
      <h2 id="agreed-title">{say.agreedTitle[lang]}</h2>
      {petition.settlement.askedAt === undefined && <What {...drawn} intro="agreed" />}
      {petition.settlement.takeBackUntil !== undefined && (
        <p>{takeBackMeans(petition.settlement.takeBackUntil, drawn)}</p>
      )}
      <ActForm {...drawn} command="takeBackAgreement" button={say.takeBack[lang]} outline />
    </section>
  );
};

const Reopening = ({ until, drawn }: { until: DistrictDate; drawn: PanelDrawn }) => {
  const { lang } = drawn;
  const today = districtDate(drawn.now);
  const day = dateWords(until, "en", today);
  return (
    <section class="panel no-print" id="reopen" aria-labelledby="reopen-title">
      <h2 id="reopen-title">{say.reopenTitle[lang]}</h2>
      <p>
        {
          {
            zh: `${latestWords(until, today)}，可以要求重新办理：事项回到原来的层级，法定答复期限照常计算。`,
            en: `Until ${day} you can have the matter reopened: it goes back to where it was settled, and the time set by law has kept running.`,
          }[lang]
        }
      </p>
      <ActForm {...drawn} command="reopenSettlement" button={say.reopen[lang]} outline />
    </section>
  );
};

/** 化解: the two questions to the petitioner, and the way back. */
export const settlementPanels: PanelsOf<typeof settlementAnswers> = {
  agreeSettlement: { place: "asked", draw: (drawn) => <AgreeQuestion {...drawn} /> },
  confirmSettlement: { place: "asked", draw: (drawn) => <DoneQuestion {...drawn} /> },
  declineSettlement: "none of its own",
  denyPerformance: "none of its own",
  takeBackAgreement: {
    place: "asked",
    draw: (drawn) =>
      drawn.petition.status === "performing" ? <Agreed petition={drawn.petition} drawn={drawn} /> : null,
  },
  reopenSettlement: {
    place: "asked",
    draw: (drawn) =>
      drawn.petition.status === "closed" && drawn.petition.reopening !== undefined ? (
        <Reopening until={drawn.petition.reopening.until} drawn={drawn} />
      ) : null,
  },
};

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
      <What {...drawn} intro={petition.status === "performing" ? "agreed" : "proposed"} />
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
        <What {...drawn} intro="proposed" />
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
        <What {...drawn} intro="agreed" />
        <p>{say.denyMeans[drawn.lang]}</p>
      </>
    ),
    fields: (drawn) => <ReasonField {...drawn} command="denyPerformance" label={say.denyReason[drawn.lang]} />,
  },
  takeBackAgreement: "at once",
  reopenSettlement: "at once",
};
