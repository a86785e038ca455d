import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { AgentSeen } from "#case/state/sealed-agent.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { document } from "#web/parts/document.tsx";
import type { Keyed } from "#web/parts/keyed-button.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { TimelineEntries } from "#web/parts/timeline.tsx";
import { ToProgress } from "#web/parts/to-progress.tsx";
import type { View } from "#web/parts/view.ts";
import { toPetitioners } from "#words/to-petitioners.ts";

const say = {
  title: { zh: "办理明细", en: "What happened" },
  order: {
    zh: "最近的写在最前面。每一条写明哪个单位、什么时候、做了什么、为什么。",
    en: "The latest comes first. Each entry says which unit did what, when and why.",
  },
  print: { zh: "打印办理明细", en: "Print what happened" },
} satisfies Record<string, Record<Lang, string>>;

type OwnStory = {
  view: View;
  petition: Case;
  events: readonly CaseEvent[];
  agents: readonly AgentSeen[];
  directory: Directory;
  now: Instant;
  keyed: Keyed;
};

/** 办理明细: all that has happened to a case, in sentences, as its petitioner is told it. */
export const ownStoryPage = ({ view, petition, events, agents, directory, now, keyed }: OwnStory): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    body: (
      <div class="narrow">
        <p class="quiet">{number}</p>
        <h1>{say.title[lang]}</h1>
        <p class="quiet">{say.order[lang]}</p>
        <ToProgress keyed={keyed} lang={lang} />
        <div class="panel">
          <TimelineEntries {...{ now, events, directory, petition, agents, lang }} audience={toPetitioners} />
        </div>
        <p class="row no-print">
          <button class="outline" type="button" data-print data-enhanced hidden>
            {say.print[lang]}
          </button>
        </p>
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};
