import { readTypedPhone } from "#access/query-code.ts";
import { noticesIn } from "#case/account/letters.ts";
import { hasEnded, isIn } from "#case/state/case.ts";
import { contactPersonsIn, joinableStates, readyIn, successorsIn } from "#case/state/joint.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import { Chain } from "#web/parts/chain.tsx";
import { document } from "#web/parts/document.tsx";
import { DoneSoFar, toldOfProgress } from "#web/parts/done-so-far.tsx";
import { ErrorSummary, Hidden, problemsOf, TextField, type TypedFields } from "#web/parts/form.tsx";
import { type KeyField, KeyForm, keyFields, keyFormAt } from "#web/parts/key-form.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { LettersReceived } from "#web/parts/letters-received.tsx";
import { Notices } from "#web/parts/notices.tsx";
import type { View } from "#web/parts/view.ts";
import { type CaseFollowed, WhereItStands } from "#web/parts/where-it-stands.tsx";

const say = {
  title: { zh: "我联名的诉求", en: "A petition that you have joined" },
  intro: {
    zh: "输入联名回执上您自己的查询码和号码后四位。",
    en: "Enter the code of your own from your receipt, and the last four digits of your number.",
  },
  code: { zh: "您的查询码", en: "Your own code" },
  codeHint: {
    zh: "三组，每组四位。不是联名码，也不是提交人的查询码。",
    en: "Three groups of four. It is neither the code for joining nor that of whoever filed the petition.",
  },
  tailHint: {
    zh: "联名时留的电话号码；没有留的，用编号的后四位。",
    en: "Of the phone number that you left, or, if you left none, of the petition’s number.",
  },
  toJoin: { zh: "还没有联名？输入联名码", en: "Not joined yet? Enter the code for joining" },
  you: { zh: "您是联名人：", en: "You have joined: " },
  letters: {
    zh: "文书也是发给您的，在下面可以看、可以打印。就解决方案表态、撤回等，由提交人办理。",
    en: "Its letters are addressed to you, too: read or print them below. Whoever filed it answers about a settlement.",
  },
  standTitle: { zh: "当联系人", en: "Being a contact person" },
  isReady: {
    zh: "您愿意当联系人，提交人看得到您的姓名和电话，还没有请您。",
    en: "You are ready to be a contact person. Whoever filed the petition sees who you are, and has not taken you yet.",
  },
  isNamed: {
    zh: "您是联系人：联系不上提交人的时候，承办单位会和您联系。",
    en: "You are a contact person: the unit in charge turns to you where it does not reach whoever filed the petition.",
  },
  standOpen: { zh: "我愿意当联系人", en: "I am ready to be one" },
  standMeans: {
    zh: "表示愿意以后，提交人会看到您的姓名和电话；请您当了联系人，承办人员也会看到，每次查看都有记录。联系人不能替提交人表态、撤回。您随时可以改主意。",
    en: "Whoever filed the petition then sees your name and number; and so do those who work on it once you are taken as a contact person, with each look on record. A contact person decides nothing for the others. You can change your mind at any time.",
  },
  stand: { zh: "我愿意", en: "I am ready" },
  standDownOpen: { zh: "我不想当联系人了", en: "I no longer want to be one" },
  standDownMeans: {
    zh: "马上生效：提交人和承办人员不再看到您的姓名和电话。您仍然是联名人。",
    en: "It counts at once: nobody sees your name and number any more. You are in the petition as before.",
  },
  standDown: { zh: "不当联系人", en: "Be none" },
  takeOverTitle: { zh: "接手诉求", en: "Taking the petition over" },
  takeOverOpen: { zh: "我愿意接手", en: "I would take it over" },
  takeOverMeans: {
    zh: "提交人不想再负责的，可以把诉求移交给您：表态、撤回等由您办理，答复发给您，您看得到全部办理记录和材料，看不到提交人是谁。要双方都同意；您不当联系人了，这一条也就取消。",
    en: "Whoever filed the petition can hand it over to you, if they do not want to answer for it any longer. You then decide for it, its letters come to you, and you read all that has happened and was brought, but not who had filed it. Both of you have to say so; you take this back by being a contact person no more.",
  },
  takesOver: {
    zh: "您愿意接手，提交人看得到。移交以后，请用您现在的查询码和号码，在“查询进度”页办理。",
    en: "You would take it over, and whoever filed it knows. Once it is yours, use the code and the number that you have on “Follow a petition”.",
  },
  takeOver: { zh: "我愿意接手", en: "I would take it over" },
  leaveTitle: { zh: "退出联名", en: "Leave this petition" },
  leaveOpen: { zh: "我想退出", en: "I want to leave it" },
  leaveMeans: {
    zh: "马上退出，不用说明理由。您的查询码随即作废，诉求由其他人继续反映；仍要反映的，可以自己提交，或者凭联名码重新加入。",
    en: "You leave at once, and need not say why. Your code opens nothing any more, and the petition goes on without you. To raise the matter again you can file your own, or join anew with the code for joining.",
  },
  whole: { zh: "您的完整号码", en: "Your whole number" },
  wholeHint: {
    zh: "联名时留的电话号码；没有留的，填完整的编号。填了才知道是您本人。",
    en: "The phone number that you left, or, if you left none, the petition’s whole number, so that it is known to be you.",
  },
  leave: { zh: "退出联名", en: "Leave" },
  leftTitle: { zh: "您已经退出联名", en: "You have left the petition" },
  left: {
    zh: "您的查询码已经作废。诉求由其他人继续反映，他们的权利不受影响。仍要反映的，可以自己提交。",
    en: "Your code opens nothing any more. The petition goes on, and nobody else loses anything by it. To raise the matter again you can file a petition of your own.",
  },
  file: { zh: "提交诉求", en: "File a petition" },
} satisfies Record<string, Record<Lang, string>>;

type JointForm = {
  view: View;
  /** Why nothing can be shown: one sentence for the whole form, so that it does not tell which part was wrong. */
  error?: string | undefined;
  notice?: string | undefined;
  typed: TypedFields<KeyField>;
};

/** The key of whoever has joined: a code of their own, and what goes with it. */
export const jointFormPage = ({ view, error, notice, typed }: JointForm): string => {
  const { lang } = view;
  const errors = { code: error };
  return document(view, {
    title: say.title[lang],
    typedIn: keyFormAt("/joint"),
    body: (
      <div class="narrow">
        <h1>{say.title[lang]}</h1>
        <ErrorSummary lang={lang} errors={problemsOf(keyFields, errors)} />
        {notice !== undefined && <p class="notice">{notice}</p>}
        <p>{say.intro[lang]}</p>
        <KeyForm action="/joint" say={say} typed={typed} errors={errors} lang={lang} />
        <p>
          <a href="/join">{say.toJoin[lang]}</a>
        </p>
      </div>
    ),
  });
};

/** A wish to leave that was sent and not carried out: the number as it was typed, and what is wrong with it. */
export type LeavingSent = {
  form: "leaving" | "standing" | "takingOver";
  wholePhone: string;
  error?: string | undefined;
};

const sentTo = {
  leaving: "/joint/leave",
  standing: "/joint/stand",
  takingOver: "/joint/stand",
} satisfies Record<LeavingSent["form"], string>;
const phoneFields = {
  leaving: "wholePhone",
  standing: "standing-phone",
  takingOver: "take-over-phone",
} satisfies Record<LeavingSent["form"], string>;

type Leaving = { keyed: { code: string; phoneTail: string }; sent: LeavingSent | undefined; lang: Lang };

const knownOf = ({ phoneTail }: Leaving["keyed"]): string | undefined =>
  readTypedPhone(phoneTail)?.part === "number" ? phoneTail : undefined;

/** The whole number, which each of these forms asks for: filled in for whoever came with it. */
const WholeNumber = ({ form, keyed, sent, lang }: Leaving & { form: LeavingSent["form"] }) => (
  <TextField
    id={phoneFields[form]}
    name="wholePhone"
    lang={lang}
    label={say.whole[lang]}
    hint={say.wholeHint[lang]}
    value={sent?.wholePhone ?? knownOf(keyed)}
    error={sent?.error}
    input={{ inputMode: "tel", autocomplete: "tel", class: "mono phone" }}
  />
);

type StandDrawn = Leaving & { stands: "ready" | "named" | undefined };

/** 联系人: to be ready for it, with all that it means; or to be so no more. */
const StandPanel = ({ keyed, sent, stands, lang }: StandDrawn) => (
  <section class="panel no-print" id="stand" aria-labelledby="stand-title">
    <h2 id="stand-title">{say.standTitle[lang]}</h2>
    {stands !== undefined && <p>{say[stands === "named" ? "isNamed" : "isReady"][lang]}</p>}
    <details open={sent !== undefined}>
      <summary>{say[stands === undefined ? "standOpen" : "standDownOpen"][lang]}</summary>
      <p>{say[stands === undefined ? "standMeans" : "standDownMeans"][lang]}</p>
      <form id="standing" method="post" action="/joint/stand" noValidate>
        <Hidden fields={{ ...keyed, ready: stands === undefined ? "yes" : "no" }} />
        <WholeNumber form="standing" {...{ keyed, sent, lang }} />
        <button type="submit" class="outline">
          {say[stands === undefined ? "stand" : "standDown"][lang]}
        </button>
      </form>
    </details>
  </section>
);

/** 愿意接手: a contact person would take the petition over, with all that it means. */
const TakeOverPanel = ({ keyed, sent, takesOver, lang }: Leaving & { takesOver: boolean }) => (
  <section class="panel no-print" id="take-over" aria-labelledby="take-over-title">
    <h2 id="take-over-title">{say.takeOverTitle[lang]}</h2>
    {takesOver ? (
      <p>{say.takesOver[lang]}</p>
    ) : (
      <details open={sent !== undefined}>
        <summary>{say.takeOverOpen[lang]}</summary>
        <p>{say.takeOverMeans[lang]}</p>
        <form id="takingOver" method="post" action="/joint/stand" noValidate>
          <Hidden fields={{ ...keyed, ready: "takeOver" }} />
          <WholeNumber form="takingOver" {...{ keyed, sent, lang }} />
          <button type="submit" class="outline">
            {say.takeOver[lang]}
          </button>
        </form>
      </details>
    )}
  </section>
);

const LeavePanel = ({ keyed, sent, lang }: Leaving) => (
  <section class="panel no-print" id="leave" aria-labelledby="leave-title">
    <h2 id="leave-title">{say.leaveTitle[lang]}</h2>
    <details open={sent !== undefined}>
      <summary>{say.leaveOpen[lang]}</summary>
      <p>{say.leaveMeans[lang]}</p>
      <form id="leaving" method="post" action="/joint/leave" noValidate>
        <Hidden fields={keyed} />
        <WholeNumber form="leaving" {...{ keyed, sent, lang }} />
        <button type="submit" class="outline">
          {say.leave[lang]}
        </button>
      </form>
    </details>
  </section>
);

type Joint = CaseFollowed & {
  signatory: { n: number; name: string };
  sent?: LeavingSent | undefined;
};

/** A joint petition as whoever has joined follows it: where it stands, its letters, how many they are, and the way out. */
export const jointPage = ({
  view,
  petition,
  events,
  clocks,
  requests,
  directory,
  calendar,
  now,
  signatory,
  code,
  phoneTail,
  notice,
  sent,
}: Joint): string => {
  const { lang } = view;
  const scene = { petition, directory, calendar, lang, now };
  const goesOn = !hasEnded(petition);
  const keyed = { code, phoneTail };
  const sentBy = (form: LeavingSent["form"]) => (sent?.form === form ? sent : undefined);
  const isNamed = contactPersonsIn(petition).includes(signatory.n);
  const stands = isNamed ? "named" : readyIn(petition).includes(signatory.n) ? "ready" : undefined;
  return document(view, {
    title: `${say.title[lang]} ${caseNumber(petition.id, directory)}`,
    ...(goesOn && {
      typedIn: { form: sent?.form ?? "leaving", action: sentTo[sent?.form ?? "leaving"] },
    }),
    body: (
      <>
        {notice !== undefined && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        <ErrorSummary
          lang={lang}
          errors={problemsOf(["wholePhone"], { wholePhone: sent?.error }, () => phoneFields[sent?.form ?? "leaving"])}
        />
        <WhereItStands {...scene} />
        <section class="panel" aria-labelledby="signatory-title">
          <h2 id="signatory-title">
            {say.you[lang]}
            {signatory.name}
          </h2>
          <p class="quiet">{say.letters[lang]}</p>
        </section>
        <Chain {...scene} events={events} />
        <LettersReceived {...{ petition, events, clocks, requests, now, lang }} site={view.site} />
        <Notices letters={noticesIn(events)} lang={lang} site={view.site} />
        <DoneSoFar events={events} now={now} lang={lang} quoted={toldOfProgress} />
        {goesOn && <StandPanel keyed={keyed} stands={stands} sent={sentBy("standing")} lang={lang} />}
        {isNamed && isIn(petition, joinableStates) && (
          <TakeOverPanel
            keyed={keyed}
            takesOver={successorsIn(petition).includes(signatory.n)}
            sent={sentBy("takingOver")}
            lang={lang}
          />
        )}
        {goesOn && <LeavePanel keyed={keyed} sent={sentBy("leaving")} lang={lang} />}
        <LeaveDevice lang={lang} />
      </>
    ),
  });
};

/** What whoever has left reads: at once, and whenever they come back to the page. */
export const leftPage = ({ view }: { view: View }): string => {
  const { lang } = view;
  return document(view, {
    title: say.leftTitle[lang],
    body: (
      <div class="narrow">
        <h1>{say.leftTitle[lang]}</h1>
        <p role="status">{say.left[lang]}</p>
        <p>
          <a href="/" class="action">
            {say.file[lang]}
          </a>
        </p>
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};
