import type { ComponentChildren } from "preact";
import type { Case } from "#case/state/case.ts";
import { othersIn } from "#case/state/joint.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import { othersWords } from "#words/acts/joint.ts";
import { mergedWords } from "#words/acts/merging.ts";
import { dateWords, leftWords, urgency } from "#words/dates.ts";
import { statusNames } from "#words/matters.ts";
import { type TurnWords, whoseTurn } from "#words/whose-turn.ts";
import { categoryName } from "#words/words.ts";

const due = { zh: "期限", en: "Due" };

type Headline = World & {
  petition: Case;
  lang: Lang;
  /** What its reader is told of whose turn it is. */
  turn: TurnWords;
  /** The unit that has the petition in which this one is handled. */
  leadUnit?: UnitId | undefined;
  /** The page's heading; the status of the case unless told. */
  title?: string;
  /** 1 for the page's own heading, 2 below another one. */
  level?: 1 | 2;
  /** What the reader can do now. */
  children?: ComponentChildren;
};

/** The top of every page about a case: what this is, where it stands, who has it, until when, what can be done. */
export const CaseHeadline = ({
  petition,
  directory,
  calendar,
  lang,
  now,
  turn,
  leadUnit,
  title,
  level = 1,
  children,
}: Headline) => {
  const { says, who, until } = whoseTurn(petition, { directory, calendar, now }, lang, turn, leadUnit);
  const others = othersIn(petition);
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div class="headline">
      <p class="number">
        <span>{caseNumber(petition.id, directory)}</span>{" "}
        <span class="quiet">{categoryName(directory, petition.category, lang)}</span>
      </p>
      <Heading tabIndex={-1}>{title ?? statusNames[petition.status][lang]}</Heading>
      <p>{says}</p>
      {others > 0 && <p class="quiet">{othersWords(others)[lang]}</p>}
      {petition.members !== undefined && <p class="quiet">{mergedWords(petition.members.length)[lang]}</p>}
      {who !== undefined && (
        <dl class="turn">
          <div>
            <dt>{who.label}</dt>
            <dd>{who.name}</dd>
          </div>
          {until !== undefined && (
            <div>
              <dt>{due[lang]}</dt>
              <dd>
                {dateWords(until, lang, districtDate(now))}{" "}
                <span class={`left ${urgency(until, now)}`}>{leftWords(until, now, lang)}</span>
              </dd>
            </div>
          )}
        </dl>
      )}
      {children}
    </div>
  );
};
