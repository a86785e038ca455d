import type { ComponentChildren } from "preact";
import { noticesIn } from "#case/account/letters.ts";
import { attachmentsIn, materialsIn, type OwnFile } from "#case/account/own-file.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { ClockRow } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { document } from "#web/parts/document.tsx";
import { sizeWords } from "#web/parts/file-list.tsx";
import { ErrorSummary, Hidden, problemsOf, TextField } from "#web/parts/form.tsx";
import { type Keyed, KeyedButton } from "#web/parts/keyed-button.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { LettersReceived } from "#web/parts/letters-received.tsx";
import { LooksPanel } from "#web/parts/looks.tsx";
import { Notice, Notices } from "#web/parts/notices.tsx";
import { Requests } from "#web/parts/requests.tsx";
import { Timeline } from "#web/parts/timeline.tsx";
import { ownFileAddress } from "#web/parts/to-own-file.tsx";
import { ToProgress } from "#web/parts/to-progress.tsx";
import type { View } from "#web/parts/view.ts";
import { scopeSaid } from "#words/acts/agent.ts";
import { fileKindWords } from "#words/acts/files.ts";
import { dateWords } from "#words/dates.ts";
import { statusNames } from "#words/matters.ts";
import { phoneWords } from "#words/phone-words.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { categoryName, communityName, unitName } from "#words/words.ts";

const say = {
  title: { zh: "我的卷宗", en: "My file" },
  agents: { zh: "给信访人的告知书", en: "Notices to the petitioner" },
  all: { zh: "全部内容", en: "The whole file" },
  means: {
    zh: "打开以后，可以看到并打印这件事项里关于您的全部内容：您的资料、诉求原文、补充的材料、代理人、全部文书、办理明细，还有谁看过您的材料。（《个人信息保护法》第四十五条）",
    en: "It holds everything that this case has about you: who you are, your petition in your own words, what you added, your agents, all letters, what happened, and who has looked at it (Personal Information Protection Law, Article 45). You can print it.",
  },
  number: { zh: "您的完整号码", en: "Your whole number" },
  numberHint: {
    zh: "提交诉求时留的电话号码；自定了号码的，用自定的；没有留号码的，填完整的编号。填了才知道是您本人。",
    en: "The phone number that the petition was filed with, the number that you chose, or, if you left none, the petition’s whole number, so that it is known to be you.",
  },
  open: { zh: "打开全部内容", en: "Open the whole file" },
  data: { zh: "下载数据文件", en: "Download it as data" },
  dataHint: {
    zh: "数据文件（JSON）内容相同，供别的程序读取；自己看的，打开以后打印就可以。",
    en: "The data (JSON) say the same, for another program to read; to read it yourself, open and print it.",
  },
  you: { zh: "您的资料", en: "About you" },
  name: { zh: "姓名", en: "Name" },
  phone: { zh: "电话", en: "Phone" },
  email: { zh: "电子邮箱", en: "Email" },
  address: { zh: "收信地址", en: "Postal address" },
  language: { zh: "使用的语言", en: "Language" },
  left: { zh: "没有留", en: "none left" },
  petition: { zh: "您的诉求", en: "Your petition" },
  filed: { zh: "提交日期", en: "Filed on" },
  received: { zh: "收到日期", en: "Received on" },
  category: { zh: "类别", en: "Kind of matter" },
  community: { zh: "社区（村）", en: "Community or village" },
  about: { zh: "反映的单位", en: "Unit that it is about" },
  stands: { zh: "现在的状态", en: "Where it stands" },
  story: { zh: "事情经过", en: "What happened" },
  place: { zh: "具体地点", en: "The place" },
  requests: { zh: "您的要求", en: "What you ask for" },
  agentsNamed: { zh: "您的代理人", en: "Your agents" },
  over: { zh: "代理已经结束", en: "acts for you no longer" },
  material: { zh: "您补充的材料", en: "What you added" },
  nth: { zh: (n: number) => `第 ${n} 份`, en: (n: number) => `No. ${n}` },
  letters: { zh: "告知书", en: "Notices" },
  attached: { zh: "其他单位附的材料", en: "What other units have attached" },
  attachedHint: {
    zh: "其他单位答复承办单位时附的照片和 PDF，供办理使用，里面可能有别人的个人信息，所以这里不能打开。想知道其中和您有关的内容，请问承办单位；答复里用到的，会写明。",
    en: "Photos and PDFs that other units have attached to what they answered the unit in charge, to work with. They may hold personal data of other people, and so cannot be opened here. To learn what they say about you, ask the unit in charge; what your answer rests on, it says.",
  },
  print: { zh: "打印全部内容", en: "Print the whole file" },
  brief: { zh: "收起，只看告知书", en: "Back to the notices" },
} satisfies Record<string, Record<Lang, string | ((n: number) => string)>>;

const languages: Record<Lang, Bilingual> = {
  zh: { zh: "中文", en: "Chinese" },
  en: { zh: "英文", en: "English" },
};

/** The number as it was typed for the whole file, and what is wrong with it. */
export type NumberSent = { typed: string; error?: string | undefined };

type FileShown = {
  view: View;
  petition: Case;
  events: readonly CaseEvent[];
  directory: Directory;
  now: Instant;
  keyed: Keyed;
};

const numberId = "whole-number";

/** Where the form of this page is sent, and its name. */
const wholeForm = { form: "whole", action: `${ownFileAddress}/whole` };

type AsksForNumber = Pick<FileShown, "keyed"> & { known: string | undefined; sent: NumberSent | undefined; lang: Lang };

/** What the whole file is, and the form that opens it: with the whole number, as for every decision. */
const WholePanel = ({ keyed, known, sent, lang }: AsksForNumber) => (
  <section class="panel no-print" aria-labelledby="whole-title">
    <h2 id="whole-title">{say.all[lang]}</h2>
    <p>{say.means[lang]}</p>
    <form id={wholeForm.form} method="post" action={wholeForm.action} noValidate>
      <Hidden fields={keyed} />
      <TextField
        id={numberId}
        name="wholePhone"
        lang={lang}
        label={say.number[lang]}
        hint={say.numberHint[lang]}
        value={sent?.typed ?? known}
        error={sent?.error}
        input={{ inputMode: "tel", autocomplete: "tel", class: "mono phone" }}
      />
      <button type="submit">{say.open[lang]}</button>
      <p class="quiet">{say.dataHint[lang]}</p>
      <button type="submit" name="as" value="data" class="outline">
        {say.data[lang]}
      </button>
    </form>
  </section>
);

const Row = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

type FileDrawn = OwnFile & { directory: Directory; now: Instant; lang: Lang };

const YouPanel = ({ party, lang }: FileDrawn) => (
  <section class="panel" aria-labelledby="you-title">
    <h2 id="you-title">{say.you[lang]}</h2>
    <dl class="facts">
      <Row label={say.name[lang]}>{party.name ?? say.left[lang]}</Row>
      <Row label={say.phone[lang]}>{party.phone === undefined ? say.left[lang] : phoneWords(party.phone, lang)}</Row>
      <Row label={say.email[lang]}>{party.email ?? say.left[lang]}</Row>
      <Row label={say.address[lang]}>{party.address ?? say.left[lang]}</Row>
      <Row label={say.language[lang]}>{languages[party.lang][lang]}</Row>
    </dl>
  </section>
);

const PetitionPanel = ({ petition, matter, directory, now, lang }: FileDrawn) => {
  const today = districtDate(now);
  const { registeredAt, receivedOn, about } = petition;
  return (
    <section class="panel" aria-labelledby="petition-title">
      <h2 id="petition-title">{say.petition[lang]}</h2>
      <dl class="facts">
        <Row label={say.filed[lang]}>{dateWords(districtDate(registeredAt), lang, today)}</Row>
        {receivedOn !== undefined && <Row label={say.received[lang]}>{dateWords(receivedOn, lang, today)}</Row>}
        <Row label={say.category[lang]}>{categoryName(directory, petition.category, lang)}</Row>
        <Row label={say.community[lang]}>{communityName(directory, petition.community, lang)}</Row>
        {about.units.length > 0 && (
          <Row label={say.about[lang]}>
            {about.units.map((unit) => unitName(directory, unit, lang)).join({ zh: "、", en: ", " }[lang])}
          </Row>
        )}
        <Row label={say.stands[lang]}>{statusNames[petition.status][lang]}</Row>
      </dl>
      <h3>{say.story[lang]}</h3>
      <p class="own-words">{matter.story}</p>
      <h3>{say.place[lang]}</h3>
      <p class="own-words">{matter.place}</p>
      <h3>{say.requests[lang]}</h3>
      <Requests requests={matter.requests} />
    </section>
  );
};

const AgentsPanel = ({ agents, lang }: FileDrawn) => (
  <section class="panel" aria-labelledby="agents-title">
    <h2 id="agents-title">{say.agentsNamed[lang]}</h2>
    <ul>
      {agents.map(({ n, name, phone, scope }) => (
        <li key={n}>
          {name}
          {{ zh: "，", en: ", " }[lang]}
          {phoneWords(phone, lang)}
          <p class="quiet">{scope === undefined ? say.over[lang] : scopeSaid(scope, lang)}</p>
        </li>
      ))}
    </ul>
  </section>
);

const MaterialPanel = ({ events, now, lang }: FileDrawn) => (
  <section class="panel" aria-labelledby="material-title">
    <h2 id="material-title">{say.material[lang]}</h2>
    <ol class="received">
      {materialsIn(events).map(({ n, on, text }) => (
        <li key={n} value={n}>
          <strong>{say.nth[lang](n)}</strong>{" "}
          <time class="quiet" dateTime={on}>
            {dateWords(on, lang, districtDate(now))}
          </time>
          <p class="own-words">{text}</p>
        </li>
      ))}
    </ol>
  </section>
);

/** 协办附件: what the office holds and does not hand out here, with whom to ask. */
const AttachedPanel = ({ events, directory, now, lang }: FileDrawn) => (
  <section class="panel" aria-labelledby="attached-title">
    <h2 id="attached-title">{say.attached[lang]}</h2>
    <p>{say.attachedHint[lang]}</p>
    <ul>
      {attachmentsIn(events).map(({ unit, on, kind, bytes, sha256 }) => (
        <li key={sha256}>
          {unitName(directory, unit, lang)}
          {{ zh: "，", en: ", " }[lang]}
          {fileKindWords[kind][lang]} <span class="quiet">{sizeWords(bytes)}</span>{" "}
          <time class="quiet" dateTime={on}>
            {dateWords(on, lang, districtDate(now))}
          </time>
        </li>
      ))}
    </ul>
  </section>
);

type WithClocks = { clocks: readonly ClockRow[]; requests: readonly string[]; site: string | undefined };

/** Everything that a case holds about its petitioner, in the order in which one tells it. */
const Whole = (kept: FileDrawn & WithClocks) => {
  const { petition, events, looks, directory, now, agents, lang, clocks, requests, site } = kept;
  const to = kept.party.name;
  const notices = noticesIn(events).toReversed();
  return (
    <>
      <p class="row no-print">
        <button type="button" data-print data-enhanced hidden>
          {say.print[lang]}
        </button>
      </p>
      <YouPanel {...kept} />
      <PetitionPanel {...kept} />
      {agents.length > 0 && <AgentsPanel {...kept} />}
      {materialsIn(events).length > 0 && <MaterialPanel {...kept} />}
      {attachmentsIn(events).length > 0 && <AttachedPanel {...kept} />}
      <Timeline {...{ now, events, directory, petition, agents, lang }} audience={toPetitioners} />
      <LooksPanel {...{ looks, now, directory, lang }} />
      <LettersReceived {...{ petition, events, clocks, requests, now, lang, site, to }} />
      {notices.map((letter, at) => (
        <Notice key={letter.number} letter={letter} id={`notice-${at + 1}`} lang={lang} site={site} to={to} />
      ))}
    </>
  );
};

type Brief = FileShown & {
  /** Whether an agent reads it, who may receive letters and asks for no more. */
  isAgents: boolean;
  /** The whole number, where the case was opened with it. */
  known?: string | undefined;
  sent?: NumberSent | undefined;
};

/** 我的卷宗, opened: the notices, each folded, and for its petitioner the way to all that the case holds about them. */
export const ownFilePage = ({ view, petition, events, directory, keyed, isAgents, known, sent }: Brief): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const title = (isAgents ? say.agents : say.title)[lang];
  return document(view, {
    title: `${title} ${number}`,
    ...(!isAgents && { typedIn: wholeForm }),
    body: (
      <div class="narrow">
        <ErrorSummary lang={lang} errors={problemsOf(["number"], { number: sent?.error }, () => numberId)} />
        <p class="quiet">{number}</p>
        <h1>{title}</h1>
        <ToProgress keyed={keyed} lang={lang} />
        <Notices letters={noticesIn(events)} lang={lang} site={view.site} />
        {!isAgents && <WholePanel {...{ keyed, known, sent, lang }} />}
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};

/** 全部内容: everything that the case holds about its petitioner, to read and to print. */
export const wholeFilePage = ({
  view,
  keyed,
  clocks,
  file,
  directory,
  now,
}: Pick<FileShown, "view" | "keyed" | "directory" | "now"> & {
  clocks: readonly ClockRow[];
  file: OwnFile;
}): string => {
  const { lang } = view;
  const number = caseNumber(file.petition.id, directory);
  return document(view, {
    title: `${say.all[lang]} ${number}`,
    body: (
      <div class="narrow">
        <p class="quiet">{number}</p>
        <h1>{say.title[lang]}</h1>
        <KeyedButton to={ownFileAddress} keyed={keyed} label={say.brief[lang]} />
        <Whole
          {...file}
          {...{ directory, now, lang, clocks }}
          requests={"letter" in file.petition ? file.matter.requests : []}
          site={view.site}
        />
        <ToProgress keyed={keyed} lang={lang} />
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};
