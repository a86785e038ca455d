import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { roleIn } from "#case/state/standing.ts";
import type { Part, Role } from "#case/state/turn.ts";
import type { Calendar } from "#clock/calendar.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { Clocks } from "#web/parts/clocks.tsx";
import { document } from "#web/parts/document.tsx";
import { CaseHeadline } from "#web/parts/headline.tsx";
import type { UndeliveredLetter } from "#web/parts/letter-to-deliver.tsx";
import { NextTask, type NextTurn } from "#web/parts/next-task.tsx";
import type { StaffDoor } from "#web/parts/staff-door.ts";
import type { View } from "#web/parts/view.ts";
import { momentWords } from "#words/dates.ts";
import { deedNames } from "#words/deeds.ts";
import { doerOfUnit } from "#words/doer.ts";
import { statusNames } from "#words/matters.ts";
import { turnToOffice } from "#words/turn-to-office.ts";

const say = {
  title: { zh: "已经记录", en: "Recorded" },
  next: { zh: "接下来：", en: "What happens next: " },
  goOn: { zh: "继续办理这件事项", en: "Go on with this petition" },
  yours: {
    zh: "这件事项仍由您负责，邮件里的链接还可以再用。",
    en: "The petition is still yours; the link in the email goes on working.",
  },
  delivered: {
    zh: "送达已经登记，可以关闭本页。申请复查的期限没有过以前，发现答复写错了，可以用邮件里的链接更正。",
    en: "Delivery is on record and you can close this page. Until the time for a review is over you can correct the letter by the link in the email.",
  },
  decided: {
    zh: "您的决定已经生效，可以关闭本页。邮件里的链接以后只显示办理结果。",
    en: "Your decision is in force and you can close this page. The link in the email will only show what was done.",
  },
  answered: {
    zh: "您的答复已经转给承办人，可以关闭本页。邮件里的链接以后只显示办理结果。",
    en: "Your answer has gone to the handler and you can close this page. The link in the email will only show what was done.",
  },
  heard: {
    zh: "您的答复只给信访人本人看，可以关闭本页。邮件里的链接以后只显示办理结果。",
    en: "Only the petitioner reads your answer, and you can close this page. The link in the email will only show what was done.",
  },
  deliver: {
    zh: "下一步由您送达答复：请打印，当面送交或者邮寄，再登记送达日期。信访人凭查询码打开，也算送达，不用再登记。",
    en: "Its delivery is yours too: print it, hand it over or post it, and record the day. If the petitioner opens it with the query code, that is delivery as well, and nothing is left to record.",
  },
  done: {
    zh: "您这一环节已经结束，可以关闭本页。邮件里的链接以后只显示办理结果。",
    en: "Your step has ended and you can close this page. The link in the email will only show what was done.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** What the deed means for the person who did it: theirs to go on with, decided for somebody else, or over. */
const meanings: Record<Role, keyof Pick<typeof say, "decided" | "done" | "answered" | "heard">> = {
  owner: "done",
  head: "decided",
  sender: "decided",
  consenter: "decided",
  judge: "decided",
  triage: "decided",
  assistant: "answered",
  invited: "answered",
  charged: "answered",
  convener: "decided",
  promiser: "done",
  overseer: "decided",
  caller: "done",
  supervisor: "decided",
  supervised: "answered",
  reviewer: "decided",
  inCharge: "done",
  namer: "decided",
  instructed: "done",
  confidant: "heard",
};

type TaskResult = {
  view: View;
  /** The door that it was done at: where its doer goes on, when the turn is still theirs. */
  door: Pick<StaffDoor, "address" | "answers" | "AskedBy" | "Attach">;
  /** The case after the deed. */
  petition: Case;
  directory: Directory;
  calendar: Calendar;
  did: CaseEvent;
  /** The turn in which it was done. */
  part: Part;
  now: Instant;
  /** The turn that its doer has next, when they have another. */
  next?: NextTurn | undefined;
  /** The letter, when that turn is to deliver it. */
  letter?: UndeliveredLetter | undefined;
};

type DeedShown = { did: CaseEvent; directory: Directory; lang: Lang; today: DistrictDate };

/** What was done, in a word or two, by whom and when: whoever did it has just read the rest of it in their own words. */
const Deed = ({ did: { at, by, fact }, directory, lang, today }: DeedShown) => {
  const when = <time dateTime={at}>{momentWords(at, lang, today)}</time>;
  const who = doerOfUnit({ by, directory }, lang);
  const what = deedNames[fact.type][lang];
  return lang === "zh" ? (
    <p>
      {when}，由{who}办理：{what}。
    </p>
  ) : (
    <p>
      Entered by {who}, on {when}: {what}.
    </p>
  );
};

/** What was recorded, and what happens next. */
export const taskResultPage = ({
  view,
  door,
  petition,
  directory,
  calendar,
  did,
  part,
  now,
  next,
  letter,
}: TaskResult): string => {
  const { lang } = view;
  const scene = { petition, directory, calendar, lang, now };
  const isTheirs = roleIn(petition, part) !== undefined;
  const meant = isTheirs ? (petition.status === "window" ? "delivered" : "yours") : meanings[part.role];
  const today = districtDate(now);
  const delivers = petition.status === "delivering" && (next !== undefined || isTheirs);
  return document(view, {
    title: say.title[lang],
    readers: "staff",
    body: (
      <>
        <div class="notice done" role="status" data-task-done>
          <h1 tabIndex={-1}>{say.title[lang]}</h1>
          <Deed did={did} directory={directory} lang={lang} today={today} />
        </div>
        <div class="top">
          <CaseHeadline
            {...scene}
            turn={turnToOffice}
            level={2}
            title={`${say.next[lang]}${statusNames[petition.status][lang]}`}
          >
            <p>{say[delivers ? "deliver" : meant][lang]}</p>
            {next !== undefined && <NextTask petition={petition} next={next} lang={lang} />}
            {meant === "yours" && (
              <p>
                <a href={door.address} class="action">
                  {say.goOn[lang]}
                </a>
              </p>
            )}
          </CaseHeadline>
          <Clocks {...scene} />
        </div>
        {did.fact.type === "assistanceGiven" && door.Attach?.({ lang })}
        {door.AskedBy?.({ ...scene, did })}
        {letter !== undefined && door.answers?.ToDeliver({ ...letter, lang, site: view.site })}
      </>
    ),
  });
};
