import type { ComponentChildren } from "preact";
import { lettersReceived, noticesIn } from "#case/account/letters.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { FileKind } from "#case/state/facts/files.ts";
import type { Matter, Petitioner } from "#case/state/party.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { ReviewBody } from "#directory/review-bodies.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { document } from "#web/parts/document.tsx";
import { sizeWords } from "#web/parts/file-list.tsx";
import { Hidden } from "#web/parts/form.tsx";
import { Letter } from "#web/parts/letter.tsx";
import { Notice } from "#web/parts/notices.tsx";
import { Requests } from "#web/parts/requests.tsx";
import { Timeline } from "#web/parts/timeline.tsx";
import { dossierAddress, dossierPaperAddress } from "#web/parts/to-dossier.tsx";
import type { View } from "#web/parts/view.ts";
import { fileKindWords } from "#words/acts/files.ts";
import { dateWords } from "#words/dates.ts";
import { phoneWords } from "#words/phone-words.ts";
import { unbroken } from "#words/phrasing.ts";
import { toOffice } from "#words/to-office.ts";
import { categoryName, communityName } from "#words/words.ts";

const say = {
  title: { zh: "移送案卷", en: "Give out the file" },
  paper: { zh: "案卷", en: "File of the case" },
  to: { zh: "移送给", en: "Given to" },
  address: { zh: "地址", en: "Address" },
  phone: { zh: "电话", en: "Phone" },
  holds: {
    zh: "案卷供复查机关审查用，包括：信访人的姓名和联系方式、诉求原文和补充的材料、办理明细、全部文书、照片和 PDF。信访人单独向信访局负责人说的，以及信访人自己的评价，不在内。",
    en: "The file is for the body that reviews the answer. It holds the petitioner’s name and contact, the petition in their own words and what they added, all that has happened, all letters, photos and PDFs. What they have told the head of the petition office alone, and their own rating, is not in it.",
  },
  recorded: {
    zh: "取出案卷有记录，信访人看得到是哪个单位、什么时候取的。只移送给上面写明的机关，不作他用。",
    en: "To take the file out is recorded: the petitioner sees which unit did, and when. Give it to the body named above and to nobody else.",
  },
  how: {
    zh: "先下载数据文件，再打开纸质卷，打印或者存为 PDF；纸质卷末尾的照片和 PDF 逐一保存，文件名不要改，和数据文件放在一起。接收机关可以逐条核验案卷没有被改动过，不用再问本区；核验方法见项目文档 docs/dossier.md。",
    en: "Download the data first; then open the paper and print it or save it as a PDF. Save each of the photos and PDFs at its end under the name that it has, and keep them with the data. Whoever receives the file can prove, without asking the district, that nothing in it was changed; docs/dossier.md in the project says how.",
  },
  data: { zh: "下载数据文件（JSON）", en: "Download the data (JSON)" },
  open: { zh: "打开纸质卷", en: "Open the paper" },
  print: { zh: "打印，或者存为 PDF", en: "Print it, or save it as a PDF" },
  back: { zh: "回到办理页", en: "Back to the task" },
  petitioner: { zh: "信访人", en: "The petitioner" },
  name: { zh: "姓名", en: "Name" },
  unnamed: { zh: "没有留姓名", en: "none left" },
  email: { zh: "电子邮箱", en: "Email" },
  agent: { zh: "代理人", en: "Agent" },
  petition: { zh: "诉求", en: "The petition" },
  filed: { zh: "登记日期", en: "Registered on" },
  category: { zh: "类别", en: "Kind of matter" },
  community: { zh: "社区（村）", en: "Community or village" },
  place: { zh: "具体地点", en: "The place" },
  requests: { zh: "要求", en: "What is asked for" },
  files: { zh: "照片和 PDF", en: "Photos and PDFs" },
  last: { zh: "案卷末条", en: "Last entry of the record" },
  lastHint: {
    zh: "数据文件的最后一条应当是这个编号和哈希；不一致的，请向移送单位核对。",
    en: "The data must end with this number and this hash; if they do not, ask the unit that gave you the file.",
  },
} satisfies Record<string, Record<Lang, string>>;

type DossierDrawn = { view: View; petition: Case; directory: Directory; now: Instant; task: string; token: string };

const Row = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Back = ({ task, token, lang }: Pick<DossierDrawn, "task" | "token"> & { lang: Lang }) => (
  <p class="no-print">
    <a href={`${task}#${token}`}>{say.back[lang]}</a>
  </p>
);

const Receiver = ({ to, lang }: { to: ReviewBody; lang: Lang }) => (
  <dl class="facts">
    <Row label={say.to[lang]}>{to.name[lang]}</Row>
    <Row label={say.address[lang]}>{to.address[lang]}</Row>
    <Row label={say.phone[lang]}>{unbroken(to.phone)}</Row>
  </dl>
);

/** 移送案卷: what the file of a case is, for whom it is taken out, and that this is on record. */
export const dossierPage = ({
  view,
  petition,
  directory,
  to,
  task,
  token,
}: DossierDrawn & { to: ReviewBody }): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  return document(view, {
    title: `${say.title[lang]} ${number}`,
    readers: "staff",
    body: (
      <div class="narrow">
        <p class="quiet">{number}</p>
        <h1 tabIndex={-1}>{say.title[lang]}</h1>
        <section class="panel" aria-label={say.title[lang]}>
          <Receiver {...{ to, lang }} />
          <p>{say.holds[lang]}</p>
          <p>{say.recorded[lang]}</p>
          <form method="post" action={`${dossierAddress}/data`}>
            <Hidden fields={{ token }} />
            <button type="submit">{say.data[lang]}</button>
          </form>
          <p>
            <a href={`${dossierPaperAddress}#${token}`}>{say.open[lang]}</a>
          </p>
          <p class="quiet">{say.how[lang]}</p>
        </section>
        <Back {...{ task, token, lang }} />
      </div>
    ),
  });
};

/** A file that goes with it: an address that opens it for a short time, and the name under which it is saved. */
export type DossierFileShown = { saved: string; kind: FileKind; bytes: number; link: string };

type DossierPaperDrawn = DossierDrawn & {
  events: readonly CaseEvent[];
  petitioner: Petitioner;
  matter: Matter;
  agents: readonly { name: string; phone: string }[];
  files: readonly DossierFileShown[];
  to: ReviewBody;
};

const PetitionerPanel = ({ petitioner, agents, lang }: DossierPaperDrawn & { lang: Lang }) => (
  <section class="panel" aria-labelledby="petitioner-title">
    <h2 id="petitioner-title">{say.petitioner[lang]}</h2>
    <dl class="facts">
      <Row label={say.name[lang]}>{petitioner.name ?? say.unnamed[lang]}</Row>
      {petitioner.phone !== undefined && <Row label={say.phone[lang]}>{phoneWords(petitioner.phone, lang)}</Row>}
      {petitioner.email !== undefined && <Row label={say.email[lang]}>{petitioner.email}</Row>}
      {petitioner.address !== undefined && <Row label={say.address[lang]}>{petitioner.address}</Row>}
      {agents.map(({ name, phone }) => (
        <Row key={phone} label={say.agent[lang]}>
          {name} {phoneWords(phone, lang)}
        </Row>
      ))}
    </dl>
  </section>
);

const PetitionPanel = ({ petition, matter, directory, now, lang }: DossierPaperDrawn & { lang: Lang }) => (
  <section class="panel" aria-labelledby="petition-title">
    <h2 id="petition-title">{say.petition[lang]}</h2>
    <dl class="facts">
      <Row label={say.filed[lang]}>{dateWords(districtDate(petition.registeredAt), lang, districtDate(now))}</Row>
      <Row label={say.category[lang]}>{categoryName(directory, petition.category, lang)}</Row>
      <Row label={say.community[lang]}>{communityName(directory, petition.community, lang)}</Row>
      <Row label={say.place[lang]}>{matter.place}</Row>
    </dl>
    <p class="own-words">{matter.story}</p>
    <h3>{say.requests[lang]}</h3>
    <Requests requests={matter.requests} />
  </section>
);

const FilesPanel = ({ files, lang }: Pick<DossierPaperDrawn, "files"> & { lang: Lang }) => (
  <section class="panel" aria-labelledby="files-title">
    <h2 id="files-title">{say.files[lang]}</h2>
    <ul>
      {files.map(({ saved, kind, bytes, link }) => (
        <li key={saved}>
          <a href={link} target="_blank" rel="noopener noreferrer" class="mono">
            {saved}
          </a>{" "}
          <span class="quiet">
            {fileKindWords[kind][lang]} {sizeWords(bytes)}
          </span>
        </li>
      ))}
    </ul>
  </section>
);

/** 案卷: the file of a case as a paper, to be printed for the body that it is given to. */
export const dossierPaper = (shown: DossierPaperDrawn): string => {
  const { view, petition, events, directory, now, petitioner, matter, files, to, task, token } = shown;
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const named = petitioner.name;
  const last = events.at(-1);
  return document(view, {
    title: `${say.paper[lang]} ${number}`,
    readers: "staff",
    body: (
      <>
        <p class="quiet">{number}</p>
        <h1 tabIndex={-1}>{say.paper[lang]}</h1>
        <p class="row no-print">
          <button type="button" data-print data-enhanced hidden>
            {say.print[lang]}
          </button>
        </p>
        <Receiver {...{ to, lang }} />
        <PetitionerPanel {...shown} lang={lang} />
        <PetitionPanel {...shown} lang={lang} />
        <Timeline {...{ now, events, directory, petition, lang }} audience={toOffice} />
        {noticesIn(events).map((letter, at) => (
          <Notice key={letter.number} letter={letter} id={`notice-${at + 1}`} lang={lang} site={view.site} to={named} />
        ))}
        {lettersReceived(events).map((letter, at) => (
          <Letter
            key={letter.number}
            {...{ letter, lang, site: view.site, to: named }}
            id={`letter-${at + 1}`}
            requests={matter.requests}
            reviewUntil={undefined}
          />
        ))}
        {files.length > 0 && <FilesPanel files={files} lang={lang} />}
        {last !== undefined && (
          <p>
            {say.last[lang]} {last.seq}
            <br />
            <small class="mono">{last.hash}</small>
            <br />
            <small class="quiet">{say.lastHint[lang]}</small>
          </p>
        )}
        <Back {...{ task, token, lang }} />
      </>
    ),
  });
};
