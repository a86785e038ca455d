import { lettersReceived, noticesIn } from "#case/account/letters.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent, FactOf } from "#case/state/event.ts";
import { correctedBy } from "#case/state/facts/answer.ts";
import { clockOf, lastDayOf } from "#case/state/running.ts";
import type { ClockRow } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { Agreement, agreementIn, PrintAgreement } from "./agreement.tsx";
import { Delivered } from "./delivered.tsx";
import { Letter } from "./letter.tsx";
import { PrintLetter } from "./print-letter.tsx";
import { ReviewPanel, reviewOf } from "./review.tsx";
import { Reviewed } from "./reviewed.tsx";

const say = {
  corrected: { zh: "以前的处理意见书，已经更正", en: "Earlier letters, since corrected" },
} satisfies Record<string, Record<Lang, string>>;

const deliveryOf = (events: readonly CaseEvent[]): FactOf<"delivered"> | undefined =>
  events.flatMap(({ fact }) => (fact.type === "delivered" ? [fact] : [])).at(-1);

const reviewUntil = (petition: Case, clocks: readonly ClockRow[]): DistrictDate | undefined => {
  if (petition.status === "delivering") return undefined;
  if (petition.status === "window" && clockOf(petition, "review")) return lastDayOf(petition, "review");
  const review = clocks
    .map(({ clock }) => clock)
    .filter((clock) => clock.kind === "review")
    .at(-1);
  return review?.family === "watch" ? undefined : review?.lastDay;
};

type ReceivedLetters = {
  petition: Case;
  events: readonly CaseEvent[];
  clocks: readonly ClockRow[];
  /** What was asked for, by number, once it is answered. */
  requests: readonly string[];
  now: Instant;
  lang: Lang;
  site: string | undefined;
  /** The name of whom they are written to, where their reader may know it. */
  to?: string | undefined;
};

/** 答复: what was answered or agreed, what can be done against it, and how it was delivered. All other letters are in the file. */
export const LettersReceived = ({ petition, events, clocks, requests, now, lang, site, to }: ReceivedLetters) => {
  // An answer that was not opened yet is not shown: to read it is its delivery.
  const [answer, ...corrected] = lettersReceived(events);
  const review = noticesIn(events).find((letter) => letter.kind === "review");
  const delivery = deliveryOf(events);
  const until = reviewUntil(petition, clocks);
  const right = reviewOf(petition);
  const agreement = agreementIn(petition, events);
  return (
    <>
      {review !== undefined && <Reviewed letter={review} lang={lang} />}
      {answer !== undefined && (
        <>
          <Letter letter={answer} requests={requests} reviewUntil={until} lang={lang} site={site} to={to} />
          <PrintLetter lang={lang} />
          {corrected.length > 0 && (
            <details class="panel">
              <summary>{say.corrected[lang]}</summary>
              {corrected.map((earlier) => (
                <Letter
                  key={earlier.number}
                  letter={earlier}
                  id={`letter-${correctedBy(earlier)?.n ?? 0}`}
                  requests={requests}
                  reviewUntil={undefined}
                  lang={lang}
                  site={site}
                  to={to}
                />
              ))}
            </details>
          )}
        </>
      )}
      {agreement !== undefined && (
        <>
          <Agreement shown={agreement} lang={lang} site={site} />
          <PrintAgreement lang={lang} />
        </>
      )}
      {right !== undefined && <ReviewPanel {...right} now={now} lang={lang} />}
      {delivery !== undefined && <Delivered delivery={delivery} lang={lang} today={districtDate(now)} />}
    </>
  );
};
