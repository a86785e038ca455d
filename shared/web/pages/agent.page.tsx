import { unconfirmedAgent } from "#case/state/agent.ts";
import { hasEnded } from "#case/state/case.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import { type Place, type SentAct, WhatCameOfIt } from "#web/parts/acts/petitioner-panel.tsx";
import { Chain } from "#web/parts/chain.tsx";
import { document } from "#web/parts/document.tsx";
import { DoneSoFar, toldOfProgress } from "#web/parts/done-so-far.tsx";
import { progressDoor as door } from "#web/parts/in-progress.ts";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { LettersReceived } from "#web/parts/letters-received.tsx";
import { formOffered, petitionerPanels } from "#web/parts/petitioner-door.tsx";
import { ToOwnAffairs } from "#web/parts/to-own-affairs.tsx";
import { ToOwnFile } from "#web/parts/to-own-file.tsx";
import { type CaseFollowed, WhereItStands } from "#web/parts/where-it-stands.tsx";
import { scopeSaid } from "#words/acts/agent.ts";

const say = {
  title: { zh: "代理办理", en: "Acting for a petitioner" },
  you: { zh: "您是信访人的代理人：", en: "You act for the petitioner: " },
  may: { zh: "信访人委托您：", en: "They asked you to: " },
  counts: {
    zh: "您办的，算信访人办的，每一项信访人都会知道。信访人随时可以撤销代理。",
    en: "What you do counts as theirs, and they are told of each thing. They can revoke this at any time.",
  },
  unconfirmed: {
    zh: "信访人还没有确认委托过您。确认以前，您不能代收文书、就解决方案表态，也不能撤回。请把回执中信访人的那一份交给本人。",
    en: "The petitioner has not confirmed yet that they asked you. Until then you can neither receive letters nor answer about a settlement nor withdraw the petition. Please hand the petitioner their part of the receipt.",
  },
  nothing: { zh: "现在没有要您代办的。", en: "There is nothing for you to do now." },
} satisfies Record<string, Record<Lang, string>>;

type ForAgent = CaseFollowed & {
  agent: { n: number; name: string; scope: readonly AgentScope[] };
  sent?: SentAct;
};

/** 代理办理: of the case just what an agent's scope lets them see, and what they may do for the petitioner now. */
export const agentPage = ({
  view,
  petition,
  events,
  clocks,
  requests,
  directory,
  calendar,
  now,
  agent: { n, name, scope },
  code,
  phoneTail,
  notice,
  sent,
}: ForAgent): string => {
  const { lang } = view;
  const scene = { petition, directory, calendar, lang, now };
  const number = caseNumber(petition.id, directory);
  const offered = door.offered(petition, { directory, calendar, now }, n);
  const drawn = {
    petition,
    contact: {},
    agents: [],
    isAgents: true,
    directory,
    calendar,
    now,
    lang,
    sent,
  };
  const panels = (place: Place) => petitionerPanels(door, place, offered, { ...drawn, keyed: { code, phoneTail } });
  // What an agent may settle beside the office's work is to withdraw, until it is withdrawn.
  const mayWithdraw = scope.includes("withdraw") && !hasEnded(petition) && petition.status !== "withdrawing";
  const follows = scope.includes("follow");
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    ...formOffered(door, offered),
    body: (
      <>
        <WhatCameOfIt fields={[]} lang={lang} notice={notice} sent={sent} />
        {follows ? <WhereItStands {...scene} /> : <h1>{number}</h1>}
        <section class="panel" aria-labelledby="agent-title">
          <h2 id="agent-title">
            {say.you[lang]}
            {name}
          </h2>
          <p>
            {say.may[lang]}
            {scopeSaid(scope, lang)}
          </p>
          {unconfirmedAgent(petition)?.n === n && <p>{say.unconfirmed[lang]}</p>}
          <p class="quiet">{say.counts[lang]}</p>
          {offered.length === 0 && !mayWithdraw && <p>{say.nothing[lang]}</p>}
        </section>
        {panels("asked")}
        {follows && <Chain {...scene} events={events} />}
        {scope.includes("receive") && (
          <>
            <LettersReceived {...{ petition, events, clocks, requests, now, lang }} site={view.site} />
            <ToOwnFile events={events} keyed={{ code, phoneTail }} isAgents lang={lang} />
          </>
        )}
        {follows && <DoneSoFar events={events} now={now} lang={lang} quoted={toldOfProgress} />}
        {panels("possible")}
        {mayWithdraw && <ToOwnAffairs keyed={{ code, phoneTail }} isAgents lang={lang} />}
        <LeaveDevice lang={lang} />
      </>
    ),
  });
};
