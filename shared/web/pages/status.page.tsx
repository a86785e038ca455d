import { lettersReceived } from "#case/account/letters.ts";
import type { PetitionerActName } from "#case/acts/petitioner-acts.ts";
import { ratingOffers } from "#case/offers/rating.ts";
import { unconfirmedAgent } from "#case/state/agent.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { MailboxSeen } from "#case/state/mailbox.ts";
import type { ContactSeen, Look } from "#case/state/party.ts";
import type { AgentSeen } from "#case/state/sealed-agent.ts";
import { isMaterialAwaited, unitInCharge } from "#case/state/standing.ts";
import type { OtherLimit } from "#clock/other-limit.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import { unitNow } from "#directory/succession.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import { type Place, type SentAct, WhatCameOfIt } from "#web/parts/acts/petitioner-panel.tsx";
import { Chain } from "#web/parts/chain.tsx";
import { document } from "#web/parts/document.tsx";
import { Emergency } from "#web/parts/emergency.tsx";
import { GuidancePanel } from "#web/parts/guidance.tsx";
import { progressDoor as door } from "#web/parts/in-progress.ts";
import { isStuckLate, LatePanel } from "#web/parts/late.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { LettersReceived } from "#web/parts/letters-received.tsx";
import { LooksPanel } from "#web/parts/looks.tsx";
import { MailboxLine } from "#web/parts/mailbox.tsx";
import { NotAcceptedPanel } from "#web/parts/not-accepted.tsx";
import { OtherLimitsPanel } from "#web/parts/other-limits.tsx";
import { formOffered, petitionerPanels } from "#web/parts/petitioner-door.tsx";
import { ToConfirmAgent, ToOwnAffairs, ToRate } from "#web/parts/to-own-affairs.tsx";
import { ToOwnFile } from "#web/parts/to-own-file.tsx";
import { ToOwnStory } from "#web/parts/to-own-story.tsx";
import { type CaseFollowed, WhereItStands } from "#web/parts/where-it-stands.tsx";
import { unbroken } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";

const say = {
  title: { zh: "办理进度", en: "Progress" },
  canDo: { zh: "您现在可以：", en: "What you can do now: " },
  wait: {
    zh: "您现在不用做什么。到期没有办结的，自动转上一级办理，或者由系统催办。",
    en: "You need not do anything now. If there is no result in time, the matter moves up or is chased by itself.",
  },
  waitForReceipt: {
    zh: "您现在不用做什么。到期没有回执的，由信访局催问。",
    en: "You need not do anything now. If no receipt comes in time, the petition office asks for it.",
  },
  late: {
    zh: "期限已过，系统每个工作日催办。您现在可以：",
    en: "The time limit has passed and a reminder goes out every working day. What you can do now: ",
  },
  urgentLate: {
    zh: "险情有变化的，请马上打上面的电话。期限已过，已发邮件催办。您现在可以：",
    en: "If the danger grows, call one of the numbers above at once. The time limit has passed, and whoever has it was emailed. What you can do now: ",
  },
  toLate: { zh: "打电话询问，或者向上一级反映", en: "call and ask, or turn to the next level up" },
  urgent: {
    zh: "险情有变化的，请马上打上面的电话。紧急事项按小时办理，到时没有办结，自动转到上一级，或者立即发邮件催办。",
    en: "If the danger grows, call one of the numbers above at once. Urgent cases go by hours: what is not done in time moves up by itself, or whoever has it is emailed at that minute.",
  },
  toAnswerProposal: { zh: "看解决方案，告诉我们您是否同意", en: "read the proposal and say whether you agree" },
  toSayDone: { zh: "告诉我们是否办到了", en: "say whether it is done" },
  toMaterial: { zh: "看请您补充什么材料", en: "see which material you are asked for" },
  toUndo: { zh: "恢复办理", en: "undo the withdrawal" },
  toAgreed: { zh: "看您同意了什么", en: "see what you agreed to" },
  toLetter: { zh: "阅读书面答复", en: "read the answer" },
  toAnswer: { zh: "打开书面答复", en: "open the answer" },
  toInstead: { zh: "看不予受理的理由和可以去的地方", en: "see why, and where to go instead" },
  toRate: { zh: "评价办理情况", en: "rate how it was handled" },
  toLookAgain: { zh: "认为应当受理的，要求重新审查", en: "ask to look again, if it should be accepted" },
  phone: { zh: "电话", en: "Phone" },
  address: { zh: "地址", en: "Address" },
  toGuidance: { zh: "看去哪里办、带什么材料、期限多长", en: "see where to go, what to bring and until when" },
  responsible: { zh: "谁在负责", en: "Who is responsible" },
  another: { zh: "查询另一件", en: "Follow another petition" },
  print: { zh: "打印本页", en: "Print this page" },
} satisfies Record<string, Record<Lang, string>>;

/** The time limits of other bodies that were named when it was filed. */
const limitsTold = (events: readonly CaseEvent[]): readonly OtherLimit[] =>
  events.flatMap(({ fact }) => (fact.type === "registered" ? fact.limits : []));

type StatusOf = { petition: Case; lang: Lang };

type CanDo = { answered: boolean; late: boolean; mayRate: boolean; offered: readonly PetitionerActName[] };

/** What the petitioner can do now, in one line that leads to it. */
const CanDo = ({ petition, lang, answered, late, mayRate, offered }: StatusOf & CanDo) => {
  if (offered.includes("agreeSettlement") || offered.includes("confirmSettlement")) {
    return (
      <p>
        {say.canDo[lang]}
        <a href="#settlement">{(offered.includes("agreeSettlement") ? say.toAnswerProposal : say.toSayDone)[lang]}</a>
      </p>
    );
  }
  if (isMaterialAwaited(petition)) {
    return (
      <p>
        {say.canDo[lang]}
        <a href="#material">{say.toMaterial[lang]}</a>
      </p>
    );
  }
  if (offered.includes("undoWithdrawal")) {
    return (
      <p>
        {say.canDo[lang]}
        <a href="#undo-withdrawal">{say.toUndo[lang]}</a>
      </p>
    );
  }
  if (offered.includes("takeBackAgreement")) {
    return (
      <p>
        {say.canDo[lang]}
        <a href="#agreed">{say.toAgreed[lang]}</a>
      </p>
    );
  }
  if (petition.status === "notAccepted") {
    return (
      <p>
        {say.canDo[lang]}
        <a href="#instead">{say.toInstead[lang]}</a>
        {offered.includes("askReconsideration") && (
          <>
            {{ zh: "；", en: "; " }[lang]}
            <a href="#reconsideration">{say.toLookAgain[lang]}</a>
          </>
        )}
      </p>
    );
  }
  if (petition.status === "guided") {
    return (
      <p>
        {say.canDo[lang]}
        <a href="#guidance">{say.toGuidance[lang]}</a>
      </p>
    );
  }
  if (petition.status === "delivering") {
    return (
      <p>
        {say.canDo[lang]}
        <a href="#answer">{say.toAnswer[lang]}</a>
      </p>
    );
  }
  if (late) {
    return (
      <p>
        {say[petition.urgent ? "urgentLate" : "late"][lang]}
        <a href="#late">{say.toLate[lang]}</a>
      </p>
    );
  }
  if (petition.status === "transferring") return <p class="quiet">{say.waitForReceipt[lang]}</p>;
  if (!answered && !mayRate) {
    return hasEnded(petition) ? null : <p class="quiet">{(petition.urgent ? say.urgent : say.wait)[lang]}</p>;
  }
  return (
    <p>
      {say.canDo[lang]}
      {answered && <a href="#letter">{say.toLetter[lang]}</a>}
      {answered && mayRate && { zh: "；", en: "; " }[lang]}
      {mayRate && <a href="#rating">{say.toRate[lang]}</a>}
    </p>
  );
};

const ResponsiblePanel = ({ id, directory, lang }: { id: UnitId; directory: Directory; lang: Lang }) => {
  const unit = unitNow(directory, id);
  return (
    <section class="panel" aria-labelledby="responsible-title">
      <h2 id="responsible-title">{say.responsible[lang]}</h2>
      <p>
        <strong>{unit?.name[lang] ?? unitName(directory, id, lang)}</strong>
      </p>
      {(unit?.address !== undefined || unit?.phone !== undefined) && (
        <dl class="facts">
          {unit.address !== undefined && (
            <div>
              <dt>{say.address[lang]}</dt>
              <dd>{unit.address}</dd>
            </div>
          )}
          {unit.phone !== undefined && (
            <div>
              <dt>{say.phone[lang]}</dt>
              <dd>{unbroken(unit.phone)}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
};

type Status = CaseFollowed & {
  leadUnit?: UnitId | undefined;
  looks: readonly Look[];
  /** How the mailbox stands that the petitioner left; nothing when nothing was mailed yet. */
  mailbox?: MailboxSeen | undefined;
  contact?: ContactSeen;
  /** Who acts for them, or did. */
  agents?: readonly AgentSeen[];
  /** What was sent and could not be read. */
  sent?: SentAct;
};

/** 查询进度, opened: where the petition is, until when, what was answered, and what the petitioner can do now. */
export const statusPage = ({
  view,
  petition,
  events,
  clocks,
  directory,
  calendar,
  now,
  looks,
  requests,
  code,
  phoneTail,
  mailbox,
  contact = {},
  agents = [],
  leadUnit,
  notice,
  sent,
}: Status): string => {
  const { lang } = view;
  const scene = { petition, directory, calendar, lang, now };
  const [answer] = lettersReceived(events);
  const holder = leadUnit ?? unitInCharge(petition);
  const isLate = isStuckLate(petition, { directory, calendar, now });
  const offered = door.offered(petition, { directory, calendar, now });
  const mayRate = ratingOffers.rate.whyNotNow(petition, { directory, calendar, now }) === undefined;
  const panels = (place: Place) =>
    petitionerPanels(door, place, offered, {
      petition,
      contact,
      agents,
      directory,
      calendar,
      now,
      lang,
      keyed: { code, phoneTail },
      sent,
    });
  return document(view, {
    title: `${say.title[lang]} ${caseNumber(petition.id, directory)}`,
    ...formOffered(door, offered),
    body: (
      <>
        <WhatCameOfIt fields={[]} lang={lang} notice={notice} sent={sent} />
        {petition.urgent && !hasEnded(petition) && <Emergency directory={directory} lang={lang} when="filed" />}
        <WhereItStands {...scene} leadUnit={leadUnit}>
          <CanDo {...{ petition, lang, mayRate, offered }} answered={answer !== undefined} late={isLate} />
          {mailbox !== undefined && (
            <MailboxLine mailbox={mailbox} keyed={{ code, phoneTail }} goesOn={!hasEnded(petition)} lang={lang} />
          )}
        </WhereItStands>
        {isLate && <LatePanel petition={petition} directory={directory} lang={lang} />}
        {unconfirmedAgent(petition) !== undefined && <ToConfirmAgent keyed={{ code, phoneTail }} lang={lang} />}
        {panels("asked")}
        {petition.status === "notAccepted" && <NotAcceptedPanel petition={petition} lang={lang} />}
        {petition.status === "guided" && <GuidancePanel petition={petition} lang={lang} />}
        <Chain {...scene} events={events} />
        <div class="columns">
          <div>
            <LettersReceived {...{ petition, events, clocks, requests, now, lang }} site={view.site} />
            {mayRate && <ToRate keyed={{ code, phoneTail }} lang={lang} />}
            <ToOwnFile events={events} keyed={{ code, phoneTail }} lang={lang} />
            <ToOwnStory events={events} now={now} keyed={{ code, phoneTail }} lang={lang} />
            {panels("possible")}
            {!hasEnded(petition) && (
              <ToOwnAffairs keyed={{ code, phoneTail }} isMerged={petition.status === "merged"} lang={lang} />
            )}
          </div>
          <div>
            {holder !== undefined && <ResponsiblePanel id={holder} directory={directory} lang={lang} />}
            {!hasEnded(petition) && <OtherLimitsPanel limits={limitsTold(events)} lang={lang} />}
            <LooksPanel looks={looks} now={now} directory={directory} lang={lang} />
            <p class="row no-print">
              <button class="outline" type="button" data-print data-enhanced hidden>
                {say.print[lang]}
              </button>
              <a href="/status">{say.another[lang]}</a>
            </p>
            <LeaveDevice lang={lang} />
          </div>
        </div>
      </>
    ),
  });
};
