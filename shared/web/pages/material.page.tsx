import { proseLimits } from "#case/forms/form-text.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent, FactOf } from "#case/state/event.ts";
import type { MaterialAsked } from "#case/state/facts/material.ts";
import { isMaterialAwaited } from "#case/state/standing.ts";
import type { Calendar } from "#clock/calendar.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { BringBy } from "#web/parts/acts/bringing.tsx";
import { ActForm, type PanelDrawn, type SentAct, WhatCameOfIt } from "#web/parts/acts/petitioner-panel.tsx";
import { document } from "#web/parts/document.tsx";
import { TextArea } from "#web/parts/form.tsx";
import { KeyedButton } from "#web/parts/keyed-button.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { Paragraphs } from "#web/parts/paragraphs.tsx";
import { ToProgress } from "#web/parts/to-progress.tsx";
import type { View } from "#web/parts/view.ts";
import { dateWords } from "#words/dates.ts";

const say = {
  title: { zh: "补充材料", en: "Add something to your petition" },
  asked: { zh: "请您补充", en: "You are asked for" },
  why: { zh: "为什么需要", en: "Why" },
  where: { zh: "交到哪里", en: "Where to" },
  help: { zh: "谁可以帮忙", en: "Who helps" },
  write: { zh: "您要补充的", en: "What you add" },
  writeHint: {
    zh: "想到什么写什么，承办单位会看到原文。没有写完的，可以再补充。照片和 PDF，用下面的按钮交；纸质的材料，请送到承办单位。",
    en: "Write it as it comes; the unit in charge reads it so. You can add more later. Photos and PDFs go by the button below; papers can be brought to the unit in charge.",
  },
  send: { zh: "交上去", en: "Hand it in" },
  received: { zh: "已经收到的", en: "What has arrived" },
  nth: { zh: (n: number) => `第 ${n} 份`, en: (n: number) => `No. ${n}` },
  on: { zh: "收到日期：", en: "Received on " },
  byAgent: { zh: "，由代理人补充", en: ", from your agent" },
  files: { zh: "交照片和 PDF", en: "Send photos and PDFs" },
  print: { zh: "打印本页", en: "Print this page" },
} satisfies Record<string, Record<Lang, string | ((n: number) => string)>>;

type MaterialWanted = { material: MaterialAsked; now: Instant; lang: Lang };

/** 补正: what is asked for, why, where to, who helps and by when. */
const AskedPanel = ({ material: { list, reason, bringTo, help, wantedBy }, now, lang }: MaterialWanted) => (
  <section class="panel asked" aria-labelledby="asked-title">
    <h2 id="asked-title">{say.asked[lang]}</h2>
    <Paragraphs text={list} />
    <BringBy {...{ wantedBy, now, lang }} />
    <dl class="facts stacked">
      {(
        [
          [say.why, reason],
          [say.where, bringTo],
          [say.help, help],
        ] as const
      ).map(([label, text]) => (
        <div key={label.en}>
          <dt>{label[lang]}</dt>
          <dd class="own-words">{text}</dd>
        </div>
      ))}
    </dl>
  </section>
);

type MaterialReceived = { fact: FactOf<"materialAdded">; agent: number | undefined };

/** What was brought: all of it to the petitioner, to an agent what they brought themselves. */
const received = (events: readonly CaseEvent[], reader: number | undefined): MaterialReceived[] =>
  events
    .flatMap(({ fact, by }) =>
      fact.type === "materialAdded" && by.kind === "petitioner" ? [{ fact, agent: by.agent }] : [],
    )
    .filter(({ agent }) => reader === undefined || agent === reader)
    .toReversed();

type ReceivedShown = { arrived: readonly MaterialReceived[]; isAgents: boolean; now: Instant; lang: Lang };

/** 收到的材料: each with its day, which is the receipt for it. */
const ReceivedPanel = ({ arrived, isAgents, now, lang }: ReceivedShown) => (
  <section class="panel" aria-labelledby="received-title">
    <h2 id="received-title">{say.received[lang]}</h2>
    <ol class="received" reversed>
      {arrived.map(({ fact: { n, on, material }, agent }) => (
        <li key={n} value={n}>
          <strong>{say.nth[lang](n)}</strong>
          <p class="quiet">
            {say.on[lang]}
            <time dateTime={on}>{dateWords(on, lang, districtDate(now))}</time>
            {agent !== undefined && !isAgents && say.byAgent[lang]}
          </p>
          <p class="own-words">{material}</p>
        </li>
      ))}
    </ol>
    <button class="outline no-print" type="button" data-print data-enhanced hidden>
      {say.print[lang]}
    </button>
  </section>
);

type MaterialView = {
  view: View;
  petition: Case;
  events: readonly CaseEvent[];
  directory: Directory;
  calendar: Calendar;
  now: Instant;
  /** Which agent reads it, where it is one. */
  agent: number | undefined;
  keyed: PanelDrawn["keyed"];
  /** Whether something may be added now; what was sent and not taken stays all the same. */
  isOffered: boolean;
  notice?: string | undefined;
  sent?: SentAct | undefined;
};

/** Where the form of this page is sent. */
const addressed = { form: "act", action: "/material/add" };

/** 补充材料: what is asked for, the form, and what has arrived. */
export const materialPage = ({
  view,
  petition,
  events,
  directory,
  calendar,
  now,
  agent,
  keyed,
  isOffered,
  notice,
  sent,
}: MaterialView): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const arrived = received(events, agent);
  const isAgents = agent !== undefined;
  const address = "/material";
  const drawn: PanelDrawn = {
    address,
    petition,
    contact: {},
    agents: [],
    isAgents,
    directory,
    calendar,
    now,
    lang,
    keyed,
    sent,
  };
  const hasForm = isOffered || sent !== undefined;
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    ...(hasForm && { typedIn: addressed }),
    body: (
      <div class="narrow">
        <p class="quiet">{number}</p>
        <h1>{say.title[lang]}</h1>
        <WhatCameOfIt fields={["material"]} lang={lang} notice={notice} sent={sent} />
        {isMaterialAwaited(petition) && <AskedPanel material={petition.material} now={now} lang={lang} />}
        {hasForm && (
          <ActForm {...drawn} command="addMaterial" action={addressed.action} button={say.send[lang]}>
            <TextArea
              id="material"
              lang={lang}
              most={proseLimits.material}
              label={say.write[lang]}
              hint={say.writeHint[lang]}
              value={sent?.typed.material}
              error={sent?.errors.material}
              rows={8}
            />
          </ActForm>
        )}
        {arrived.length > 0 && <ReceivedPanel {...{ arrived, isAgents, now, lang }} />}
        <KeyedButton to="/files" keyed={keyed} label={say.files[lang]} />
        <ToProgress keyed={keyed} lang={lang} />
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};
