import { turnEnd } from "#case/account/turn-end.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { evolve } from "#case/state/evolve.ts";
import { actor, roleIn } from "#case/state/standing.ts";
import type { Turn } from "#case/state/turn.ts";
import type { Calendar } from "#clock/calendar.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { Chain } from "#web/parts/chain.tsx";
import { document } from "#web/parts/document.tsx";
import { CaseHeadline } from "#web/parts/headline.tsx";
import { NewLinkPanel } from "#web/parts/new-link.tsx";
import { NextTask, type NextTurn } from "#web/parts/next-task.tsx";
import type { StaffDoor } from "#web/parts/staff-door.ts";
import { Unsent } from "#web/parts/unsent.tsx";
import type { View } from "#web/parts/view.ts";
import { momentWords } from "#words/dates.ts";
import { deedNames } from "#words/deeds.ts";
import { doerOfUnit } from "#words/doer.ts";
import { statusNames } from "#words/matters.ts";
import type { UnsentText } from "#words/staff-words.ts";
import { turnToOffice } from "#words/turn-to-office.ts";

/**
 * Why a link no longer leads to a task: it did its work, a new one was mailed, the matter moved on, a colleague has it, what was asked is
 * asked of somebody else, nothing is left to decide or to do, its petitioner has taken the matter back, all is over, the reader has left, or it is not theirs by the directory in force or by what it is
 * about.
 */
export type LookBackReason =
  | "used"
  | "replaced"
  | "overtaken"
  | "reassigned"
  | "passedOn"
  | "lapsed"
  | "unneeded"
  | "withdrawn"
  | "ended"
  | "left"
  | "notYours";

const titles: Record<LookBackReason, Record<Lang, string>> = {
  used: { zh: "这个链接已经用过", en: "This link has been used" },
  replaced: { zh: "这个链接已经换新", en: "This link has been replaced" },
  overtaken: { zh: "这件事项已经转走", en: "This petition has moved on" },
  reassigned: { zh: "这件事项已改派同事", en: "A colleague has this petition now" },
  passedOn: { zh: "这项工作已经转给别人", en: "This has been passed on to somebody else" },
  lapsed: { zh: "已经不用您决定", en: "There is nothing left for you to decide" },
  unneeded: { zh: "已经不用您办理", en: "Nothing more is asked of you here" },
  withdrawn: { zh: "信访人已撤回这件事项", en: "The petitioner has withdrawn this petition" },
  ended: { zh: "这件事项已经结束", en: "This petition has ended" },
  left: { zh: "您已不在本区人员名录中", en: "You are no longer in the district’s directory" },
  notYours: { zh: "这件事项不再由您办理", en: "This petition is no longer yours to work on" },
};

const say = {
  goesOn: {
    zh: "这件事项继续办理，现在由谁负责写在下面。",
    en: "The petition goes on without you; who answers for it now is below.",
  },
  others: {
    zh: "按照现行人员名录和回避规定，它由其他人办理。如有疑问，请联系信访局。",
    en: "By the directory in force and the rules on conflicts of interest, others work on it. If you have a question, please ask the petition office.",
  },
  newest: {
    zh: "新链接已经寄到您在人员名录中的邮箱，请用最近一封邮件里的链接和验证码打开。",
    en: "A new one was emailed to your address in the district’s directory: please use the link and the 6 digits of the latest email.",
  },
  yours: { zh: "下一步还是由您办理。", en: "The next step is yours as well." },
  nothing: { zh: "这次打开没有改变任何内容。", en: "Opening it has changed nothing." },
  what: { zh: "做了什么", en: "What was done" },
  who: { zh: "谁做的", en: "By whom" },
  when: { zh: "什么时候", en: "When" },
  now: { zh: "现在：", en: "Now: " },
} satisfies Record<string, Record<Lang, string>>;

/** The first state of a case of which a link tells more than that its turn is over. */
const hasMovedOn: Partial<Record<LookBackReason, (c: Case, turn: Turn) => boolean>> = {
  overtaken: (c, { stepNo }) => actor(c)?.stepNo !== stepNo,
  withdrawn: (c) => c.status === "withdrawing",
  ended: hasEnded,
};

/** The first event since a turn began after which a case stands so. */
const firstAfter = (
  events: readonly CaseEvent[],
  turn: Turn,
  stands: (c: Case, turn: Turn) => boolean,
): CaseEvent | undefined => {
  let [state, hasBegun]: [Case | undefined, boolean] = [undefined, false];
  for (const event of events) {
    state = evolve(state, event);
    hasBegun ||= roleIn(state, turn) !== undefined;
    if (hasBegun && stands(state, turn)) return event;
  }
  return undefined;
};

/** What used the link up, or took the task from its holder. Nothing did where it is the directory that has changed. */
const deedOf = (
  events: readonly CaseEvent[],
  reason: LookBackReason,
  turn: Turn,
  usedBy: number | undefined,
): CaseEvent | undefined => {
  if (usedBy !== undefined) return events.find(({ seq }) => seq === usedBy);
  if (reason === "left" || reason === "notYours" || reason === "replaced") return undefined;
  const stands = hasMovedOn[reason];
  return stands === undefined ? turnEnd(events, turn)?.event : firstAfter(events, turn, stands);
};

/** Whether it was an answer beside a step that goes on: something may still be attached to it. */
const isStillAt = (c: Case, deed: CaseEvent | undefined): boolean =>
  deed?.fact.type === "assistanceGiven" && c.status === "handling" && c.stepNo === deed.fact.stepNo;

type LookBack = {
  view: View;
  petition: Case;
  events: readonly CaseEvent[];
  directory: Directory;
  calendar: Calendar;
  now: Instant;
  reason: LookBackReason;
  /** The turn that the link was made for. */
  link: Turn;
  /** Number of the event that used the link up. */
  usedBy?: number | undefined;
  /** The link's token, with which a new link can be asked for again. */
  token?: string;
  /** The turn that its holder has now, where the device is known to be theirs today. */
  next?: NextTurn | undefined;
  /** The way to attach something to the answer that was given by it, on the same terms. */
  Attach?: StaffDoor["Attach"];
  /** What the reader wrote here, and sent too late. */
  unsent?: readonly UnsentText[];
};

/**
 * 回看: what was done, by whom and when, and where the case is now. Holding an old link proves little, so nothing
 * that people wrote is quoted here, but to its own writer on their own device. Whoever it is not theirs to know reads no more than that, and not which of the two
 * reasons it is: nobody learns from this page that a petition complains about them.
 */
export const lookBackPage = ({
  view,
  petition,
  events,
  directory,
  calendar,
  now,
  reason,
  link,
  usedBy,
  token,
  next,
  Attach,
  unsent = [],
}: LookBack): string => {
  const { lang } = view;
  const scene = { petition, directory, calendar, lang, now };
  const deed = reason === "notYours" ? undefined : deedOf(events, reason, link, usedBy);
  return document(view, {
    title: titles[reason][lang],
    readers: "staff",
    body: (
      <>
        <div class="notice">
          {reason === "notYours" && <p class="number">{caseNumber(petition.id, directory)}</p>}
          <h1 tabIndex={-1}>{titles[reason][lang]}</h1>
          {deed !== undefined && (
            <dl class="facts">
              <div>
                <dt>{say.what[lang]}</dt>
                <dd>{deedNames[deed.fact.type][lang]}</dd>
              </div>
              <div>
                <dt>{say.who[lang]}</dt>
                <dd>{doerOfUnit({ by: deed.by, directory }, lang)}</dd>
              </div>
              <div>
                <dt>{say.when[lang]}</dt>
                <dd>
                  <time dateTime={deed.at}>{momentWords(deed.at, lang, districtDate(now))}</time>
                </dd>
              </div>
            </dl>
          )}
          {reason === "left" && <p>{say.goesOn[lang]}</p>}
          {reason === "notYours" && <p>{say.others[lang]}</p>}
          {reason === "replaced" && <p>{say.newest[lang]}</p>}
          <p class="quiet">{say.nothing[lang]}</p>
        </div>
        {unsent.length > 0 && <Unsent texts={unsent} lang={lang} />}
        {reason === "replaced" && token !== undefined && <NewLinkPanel token={token} lang={lang} again />}
        {reason !== "notYours" && (
          <>
            <CaseHeadline
              {...scene}
              turn={turnToOffice}
              level={2}
              title={`${say.now[lang]}${statusNames[petition.status][lang]}`}
            >
              {isStillAt(petition, deed) && Attach?.({ token, lang })}
              {next !== undefined && (
                <>
                  <p>{say.yours[lang]}</p>
                  <NextTask petition={petition} next={next} lang={lang} />
                </>
              )}
            </CaseHeadline>
            <Chain {...scene} events={events} />
          </>
        )}
      </>
    ),
  });
};
