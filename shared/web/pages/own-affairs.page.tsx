import type { Case } from "#case/state/case.ts";
import type { ContactSeen } from "#case/state/party.ts";
import type { AgentSeen } from "#case/state/sealed-agent.ts";
import type { Calendar } from "#clock/calendar.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { type SentAct, WhatCameOfIt } from "#web/parts/acts/petitioner-panel.tsx";
import { document } from "#web/parts/document.tsx";
import { Hidden } from "#web/parts/form.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { NewAgent } from "#web/parts/new-agent.tsx";
import { ownDoor as door } from "#web/parts/of-ones-own.ts";
import { petitionerAddresses, petitionerPanels } from "#web/parts/petitioner-door.tsx";
import type { View } from "#web/parts/view.ts";
import { statusNames } from "#words/matters.ts";

const say = {
  title: { zh: "联系方式、代理、联名和撤回", en: "Contact data, agents, joining, withdrawal" },
  back: { zh: "回到办理进度", en: "Back to the progress" },
  nothing: { zh: "现在没有可以在这里决定的。", en: "There is nothing to settle here now." },
} satisfies Record<string, Record<Lang, string>>;

type Own = {
  view: View;
  petition: Case;
  directory: Directory;
  calendar: Calendar;
  now: Instant;
  code: string;
  phoneTail: string;
  contact?: ContactSeen;
  agents?: readonly AgentSeen[];
  /** The code by which others may join now. */
  joinCode?: string | undefined;
  /** Who reads it, where it is an agent. */
  agent?: number | undefined;
  /** An agent who was named just now: what they are to be given. */
  newAgent?: AgentSeen | undefined;
  notice?: string | undefined;
  sent?: SentAct;
};

/** What petitioners settle for themselves: how they are reached, who acts for them, and whether their matter goes on. */
export const ownAffairsPage = ({
  view,
  petition,
  directory,
  calendar,
  now,
  code,
  phoneTail,
  contact = {},
  agents = [],
  joinCode,
  agent,
  newAgent,
  notice,
  sent,
}: Own): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const offered = door.given.offeredToPetitioner(petition, { directory, calendar, now }, agent);
  const keyed = { code, phoneTail };
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    body: (
      <>
        <WhatCameOfIt fields={door.given.forms.fields} lang={lang} notice={notice} sent={sent} />
        {newAgent !== undefined && <NewAgent agent={newAgent} number={number} lang={lang} />}
        <p class="number">
          <span>{number}</span> <span class="quiet">{statusNames[petition.status][lang]}</span>
        </p>
        <h1>{say.title[lang]}</h1>
        <form method="post" action={petitionerAddresses.progress}>
          <Hidden fields={keyed} />
          <button type="submit" class="outline">
            {say.back[lang]}
          </button>
        </form>
        {offered.length === 0 && <p>{say.nothing[lang]}</p>}
        {petitionerPanels(door, "possible", offered, {
          address: door.address,
          site: view.site,
          isAgents: agent !== undefined,
          ...{ petition, contact, agents, joinCode, directory, now, lang, keyed, sent },
        })}
        <LeaveDevice lang={lang} />
      </>
    ),
  });
};
