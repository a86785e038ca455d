import type { ComponentChildren } from "preact";
import type { settlementAnswers } from "#case/acts/settlement-answers.ts";
import type { Case, In } from "#case/state/case.ts";
import { isPromisedByLetter, promisesOf } from "#case/state/promise.ts";
import { lastDayOf } from "#case/state/running.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { ActForm, ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

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
  checkNext: {
    zh: "选了以后还会请您核对一次，才算数。",
    en: "Whichever you choose, you can check it once more before it counts.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** What was proposed, or agreed to: the words, and the day. */
type Proposal = { terms: string; promisedFor?: DistrictDate | undefined; reported?: { performed: string } | undefined };

const proposalOf = (petition: Case): Proposal | undefined =>
  petition.status === "handling" || petition.status === "performing" ? petition.settlement : undefined;

/** How it is introduced. */
type Intro = "proposed" | "agreed";

/** Exactly what is agreed to, or asked about. */
export const SettlementTold = ({ petition, lang, now, intro }: PanelDrawn & { intro: Intro }) => {
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
  intro: Intro;
  drawn: PanelDrawn;
  yes: ComponentChildren;
  no: ComponentChildren;
}) => (
  <section class="panel asked" id="settlement" aria-labelledby="settlement-title">
    <h2 id="settlement-title">{say[title][drawn.lang]}</h2>
    <SettlementTold {...drawn} intro={intro} />
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
      {petition.settlement.askedAt === undefined && <SettlementTold {...drawn} intro="agreed" />}
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
    holdsForm: true,
    draw: (drawn) =>
      drawn.petition.status === "performing" ? <Agreed petition={drawn.petition} drawn={drawn} /> : null,
  },
  reopenSettlement: {
    place: "asked",
    holdsForm: true,
    draw: (drawn) =>
      drawn.petition.status === "closed" && drawn.petition.reopening !== undefined ? (
        <Reopening until={drawn.petition.reopening.until} drawn={drawn} />
      ) : null,
  },
};
