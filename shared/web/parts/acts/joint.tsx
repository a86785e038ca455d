import type { jointActs } from "#case/acts/joint.ts";
import { othersIn, successorsIn } from "#case/state/joint.ts";
import type { ContactPerson } from "#case/state/sealed-signatory.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, Hidden } from "#web/parts/form.tsx";
import { othersWords } from "#words/acts/joint.ts";
import { phoneWords } from "#words/phone-words.ts";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "联名", en: "Let others join" },
  ask: {
    zh: "同一件事还有别人要反映的，可以请他们联名：凭联名码加入，不用再各自提交。",
    en: "If others are troubled by the same matter, they can join your petition with a code, and need not file their own.",
  },
  open: { zh: "开放联名", en: "Let others join" },
  check: { zh: "请核对：开放联名", en: "Please check: you let others join" },
  gets: {
    zh: "您会得到一个联名码。谁有联名码，谁就可以联名，请只告诉愿意一起反映的人。",
    en: "You get a code. Whoever has it can join, so pass it only to people who want to petition with you.",
  },
  sees: {
    zh: "联名的人看得到编号、类别、所在社区、办理进度和文书，看不到您的姓名、电话和您写的原文；文书里引用的除外。",
    en: "Those who join see the number, the category, the community, the progress and the letters. They see neither your name and number nor what you wrote, except what letters quote of it.",
  },
  number: {
    zh: "您和承办单位只看得到有几个人联名，看不到是谁。",
    en: "You and the office see how many they are, and not who.",
  },
  stays: {
    zh: "就解决方案表态、撤回等，仍由您办理。有人联名以后，诉求也是他们的：他们都退出以后，您才能撤回。",
    en: "You go on answering for the petition, about a settlement for example. Once somebody has joined it is theirs, too: you can withdraw it once all of them have left.",
  },
  simple: {
    zh: "简易办理的事项，有人联名就转为普通程序。",
    en: "A matter that is handled the simple way turns ordinary when somebody joins.",
  },
  closed: {
    zh: "现在没有开放联名。可以重新开放，联名码是新的。",
    en: "It is closed to others now. You can open it again, with another code.",
  },
  code: { zh: "联名码", en: "The code for joining" },
  caseNumber: { zh: "编号", en: "Number" },
  pass: {
    zh: "请对方打开本站的“联名”页，输入这个码。可以当面说、抄在纸上、打印本页，或者发消息。请不要把您自己的查询码给别人。",
    en: "Ask them to open “Join a petition” on this site and enter this code. Tell it, write it down, print this page or send it. Keep your own query code to yourself.",
  },
  where: { zh: "联名页", en: "Where to join" },
  print: { zh: "打印联名码", en: "Print the code" },
  close: { zh: "停止联名", en: "Close it to others" },
  closeCheck: { zh: "请核对：停止联名", en: "Please check: you close it to others" },
  readyTitle: { zh: "愿意当联系人的联名人", en: "Ready to be contact persons" },
  ready: {
    zh: "下面的联名人愿意当联系人，同意您看到他们的姓名和电话。联系人连您在内最多五位。",
    en: "These have joined, are ready to be contact persons, and agree that you see who they are. There can be five, you included.",
  },
  persons: { zh: "除您以外的联系人", en: "Contact persons beside you" },
  noPhone: { zh: "没有留电话", en: "left no phone" },
  take: { zh: "请对方当联系人", en: "Take them as a contact person" },
  takeCheck: { zh: "请核对：增加联系人", en: "Please check: another contact person" },
  takeWhich: { zh: "请哪一位当联系人", en: "Whom you take" },
  takeMeans: {
    zh: "联系不上您的时候，承办单位可以和联系人联系，听取情况、商量调查时间。",
    en: "The unit in charge can turn to a contact person where it does not reach you: to hear what happened, or agree on a day.",
  },
  takeSeen: {
    zh: "承办人员会看到对方的姓名和电话，每次查看都有记录。",
    en: "Whoever works on it sees their name and number, and each look is recorded.",
  },
  takeDecides: {
    zh: "就解决方案表态、撤回等，仍由您办理。联系人和您都可以随时结束。",
    en: "You go on deciding, about a settlement for example. Both they and you can end this at any time.",
  },
  over: { zh: "移交诉求", en: "Hand it over" },
  overTitle: { zh: "把诉求移交给联系人", en: "Hand the petition over" },
  overAsk: {
    zh: "您不想再负责、别人还要继续反映的，可以移交给愿意接手的联系人。",
    en: "If you do not want to answer for it any longer and others want to go on, you can hand it over to a contact person who would take it.",
  },
  overCheck: { zh: "请核对：移交诉求", en: "Please check: you hand the petition over" },
  overWhich: { zh: "移交给哪一位", en: "Who takes it over" },
  overMeans: {
    zh: "马上生效，不能自己收回：以后由对方表态、撤回，答复发给对方，您的查询码不再打开查询进度页。",
    en: "It counts at once, and you cannot take it back: they decide from now on, its letters come to them, and your code opens the progress page no more.",
  },
  overReads: {
    zh: "对方看得到全部办理记录，包括您写的、交的材料和照片，看不到您的姓名、电话和地址。",
    en: "They read all that has happened, with what you wrote and the photos that you sent, and not your name, number or address.",
  },
  overStays: {
    zh: "您改为联名人，在“我联名的诉求”页用原来的查询码和号码查看，随时可以退出。您的代理人就此结束；您留的邮箱和地址不再使用。",
    en: "You are one of those who have joined: you follow it with the code and the number that you have on “A petition that you have joined”, and can leave at any time. Your agents act for you no more, and your email and postal address are used no more.",
  },
  end: { zh: "不再请对方当联系人", en: "End this" },
  endCheck: { zh: "请核对：减少联系人", en: "Please check: one contact person fewer" },
  endWhich: { zh: "哪一位不再当联系人", en: "Who is one no more" },
  endMeans: {
    zh: "马上生效：承办人员不再看到对方的姓名和电话。对方仍然是联名人。",
    en: "It counts at once: whoever works on it sees their name and number no more. They are in the petition as before.",
  },
  closeMeans: {
    zh: "联名码随即作废，别人不能再加入。已经联名的人不受影响。以后可以重新开放，联名码是新的。",
    en: "The code lets nobody in any more. Those who have joined stay. You can open it again later, with another code.",
  },
} satisfies Record<string, Record<Lang, string>>;

const Others = ({ petition, lang }: PanelDrawn) => {
  const others = othersIn(petition);
  return others === 0 ? null : (
    <p>
      <strong>{othersWords(others)[lang]}</strong>
    </p>
  );
};

const Opening = (drawn: PanelDrawn) => {
  const { petition, lang } = drawn;
  return (
    <section class="panel no-print" id="joint" aria-labelledby="joint-title">
      <h2 id="joint-title">{say.title[lang]}</h2>
      <Others {...drawn} />
      <p>{say[petition.joint === undefined ? "ask" : "closed"][lang]}</p>
      <ChooseForm {...drawn} command="openJoining" button={say.open[lang]} outline />
    </section>
  );
};

/** 联名码: as it is passed on, by mouth or on paper, as long as the petition is open to others. */
const Open = (drawn: PanelDrawn) => {
  const { petition, directory, lang, joinCode, site = "" } = drawn;
  return (
    <section class="receipt" id="joint" aria-labelledby="joint-title">
      <h2 id="joint-title">{say.title[lang]}</h2>
      <Others {...drawn} />
      {joinCode !== undefined && (
        <>
          <dl>
            <div>
              <dt>{say.caseNumber[lang]}</dt>
              <dd>{caseNumber(petition.id, directory)}</dd>
            </div>
            <div>
              <dt>{say.code[lang]}</dt>
              <dd class="code">{joinCode}</dd>
            </div>
            <div>
              <dt>{say.where[lang]}</dt>
              <dd>
                <a href="/join">{`${site}/join`}</a>
              </dd>
            </div>
          </dl>
          <p>{say.pass[lang]}</p>
          <button class="outline no-print" type="button" data-print data-enhanced hidden>
            {say.print[lang]}
          </button>
        </>
      )}
      <div class="no-print">
        <ChooseForm {...drawn} command="closeJoining" button={say.close[lang]} outline />
      </div>
    </section>
  );
};

/** Somebody who has joined, as whoever filed it is told of them. */
const whoWords = ({ n, name, phone }: ContactPerson, lang: Lang): string => {
  const number = { zh: `第 ${n} 位`, en: `no. ${n}` }[lang];
  const reached = phone === undefined ? say.noPhone[lang] : phoneWords(phone, lang);
  return { zh: `${name}（${number}，${reached}）`, en: `${name} (${number}, ${reached})` }[lang];
};

const List = ({ persons, lang }: { persons: readonly ContactPerson[]; lang: Lang }) => (
  <ul>
    {persons.map((person) => (
      <li key={person.n}>{whoWords(person, lang)}</li>
    ))}
  </ul>
);

/** 联系人: who is ready to be one. Nobody else who has joined is known to whoever filed it. */
const Ready = (drawn: PanelDrawn) => {
  const { contactPersons = [], lang } = drawn;
  const ready = contactPersons.filter(({ is }) => is === "ready");
  return (
    <section class="panel no-print" id="ready" aria-labelledby="ready-title">
      <h2 id="ready-title">{say.readyTitle[lang]}</h2>
      <p>{say.ready[lang]}</p>
      <List persons={ready} lang={lang} />
      <ChooseForm {...drawn} command="nameContactPerson" button={say.take[lang]} outline />
    </section>
  );
};

/** 联系人: who they are, beside whoever filed it. */
const ContactPersons = (drawn: PanelDrawn) => {
  const { contactPersons = [], lang } = drawn;
  const named = contactPersons.filter(({ is }) => is === "named");
  return (
    <section class="panel no-print" id="contact-persons" aria-labelledby="contact-persons-title">
      <h2 id="contact-persons-title">{say.persons[lang]}</h2>
      <List persons={named} lang={lang} />
      <ChooseForm {...drawn} command="endContactPerson" button={say.end[lang]} outline />
    </section>
  );
};

/** 移交: who would take it over. */
const Successors = (drawn: PanelDrawn) => {
  const { lang } = drawn;
  return (
    <section class="panel no-print" id="hand-over" aria-labelledby="hand-over-title">
      <h2 id="hand-over-title">{say.overTitle[lang]}</h2>
      <p>{say.overAsk[lang]}</p>
      <List persons={personsOf(drawn, "successor")} lang={lang} />
      <ChooseForm {...drawn} command="handOver" button={say.over[lang]} outline />
    </section>
  );
};

/** Those whom the petitioner may choose from: ready, named, or ready to take it over. */
const personsOf = (
  { contactPersons = [], petition }: PanelDrawn,
  is: ContactPerson["is"] | "successor",
): readonly ContactPerson[] =>
  is === "successor"
    ? contactPersons.filter(({ n }) => successorsIn(petition).includes(n))
    : contactPersons.filter((person) => person.is === is);

type Which = PanelDrawn & {
  command: "nameContactPerson" | "endContactPerson" | "handOver";
  is: ContactPerson["is"] | "successor";
  label: string;
};

/** Which one of them: not asked where there is one, but said. */
const WhichOne = ({ command, is, label, ...drawn }: Which) => {
  const { lang, sent } = drawn;
  const refused = sent?.command === command ? sent : undefined;
  const persons = personsOf(drawn, is);
  const [only, ...others] = persons;
  if (only !== undefined && others.length === 0) {
    return (
      <>
        <Hidden fields={{ signatory: String(only.n) }} />
        <p>
          <strong>{whoWords(only, lang)}</strong>
        </p>
      </>
    );
  }
  return (
    <ChoiceField
      id="signatory"
      lang={lang}
      label={label}
      choices={persons.map((person) => ({ value: String(person.n), label: whoWords(person, lang) }))}
      value={refused?.typed.signatory}
      error={refused?.errors.signatory}
    />
  );
};

/** 联名: the code that is passed on and how many have joined, and the ways to open and to close. */
export const jointPanels: PanelsOf<typeof jointActs> = {
  nameContactPerson: { place: "possible", draw: (drawn) => <Ready {...drawn} /> },
  endContactPerson: { place: "possible", draw: (drawn) => <ContactPersons {...drawn} /> },
  handOver: { place: "possible", draw: (drawn) => <Successors {...drawn} /> },
  openJoining: { place: "possible", draw: (drawn) => <Opening {...drawn} /> },
  closeJoining: { place: "possible", draw: (drawn) => <Open {...drawn} /> },
};

/** 联名: what it means, before it counts. */
export const jointChecks: ChecksOf<typeof jointActs> = {
  nameContactPerson: {
    title: say.takeCheck,
    button: say.take,
    draw: ({ lang }) => (
      <ul>
        {[say.takeMeans, say.takeSeen, say.takeDecides].map((line) => (
          <li key={line.en}>{line[lang]}</li>
        ))}
      </ul>
    ),
    fields: (drawn) => <WhichOne {...drawn} command="nameContactPerson" is="ready" label={say.takeWhich[drawn.lang]} />,
  },
  endContactPerson: {
    title: say.endCheck,
    button: say.end,
    draw: ({ lang }) => <p>{say.endMeans[lang]}</p>,
    fields: (drawn) => <WhichOne {...drawn} command="endContactPerson" is="named" label={say.endWhich[drawn.lang]} />,
  },
  handOver: {
    title: say.overCheck,
    button: say.over,
    draw: ({ lang }) => (
      <ul>
        {[say.overMeans, say.overReads, say.overStays].map((line) => (
          <li key={line.en}>{line[lang]}</li>
        ))}
      </ul>
    ),
    fields: (drawn) => <WhichOne {...drawn} command="handOver" is="successor" label={say.overWhich[drawn.lang]} />,
  },
  openJoining: {
    title: say.check,
    button: say.open,
    draw: ({ lang }) => (
      <ul>
        {[say.gets, say.sees, say.number, say.stays, say.simple].map((line) => (
          <li key={line.en}>{line[lang]}</li>
        ))}
      </ul>
    ),
  },
  closeJoining: {
    title: say.closeCheck,
    button: say.close,
    draw: (drawn) => (
      <>
        <Others {...drawn} />
        <p>{say.closeMeans[drawn.lang]}</p>
      </>
    ),
  },
};
