import type { JoinField } from "#case/forms/join-form.ts";
import { joinFields } from "#case/forms/join-form.ts";
import type { Case } from "#case/state/case.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { type Phone, withoutExtension } from "#ground/phone.ts";
import { document } from "#web/parts/document.tsx";
import { ErrorSummary, type FieldErrors, Hidden, problemsOf, TextField, type TypedFields } from "#web/parts/form.tsx";
import { KeyedButton } from "#web/parts/keyed-button.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import type { View } from "#web/parts/view.ts";
import { categoryName, communityName } from "#words/words.ts";

const say = {
  title: { zh: "联名", en: "Join a petition" },
  intro: {
    zh: "有人已经提交了诉求，您也要一起反映的，请输入对方告诉您的联名码。",
    en: "If somebody has filed a petition that you want to bring with them, enter the code that they gave you.",
  },
  code: { zh: "联名码", en: "The code for joining" },
  codeHint: {
    zh: "三组，每组四位。大小写和短横线都不要紧。",
    en: "Three groups of four. Capitals and dashes do not matter.",
  },
  next: { zh: "下一步", en: "Next" },
  joinedTitle: { zh: "已经联名的", en: "If you have joined already" },
  joined: {
    zh: "凭您自己的查询码看办理进度、读文书，也可以退出。",
    en: "With the code of your own you can follow the petition, read its letters, and leave it.",
  },
  toJoint: { zh: "看我联名的诉求", en: "Open a petition that you have joined" },
  matter: { zh: "您要联名的诉求", en: "The petition that you join" },
  number: { zh: "编号", en: "Number" },
  category: { zh: "类别", en: "Category" },
  community: { zh: "社区", en: "Community" },
  notShown: {
    zh: "提交人的姓名和写的原文不在这里显示。不清楚是什么事的，请先问告诉您联名码的人。",
    en: "Neither the name of whoever filed it nor what they wrote is shown here. If you do not know what it is about, ask whoever gave you the code.",
  },
  means: {
    zh: "联名以后，诉求也是您的：您随时可以看进度和文书，随时可以退出，不用说明理由。是否达成解决方案，由提交人表态；您不同意的，可以退出，自己另行提交。",
    en: "Once you have joined it is your petition, too. You can follow it and read its letters, and leave at any time without saying why. Whoever filed it answers about a settlement; if you disagree you can leave and file your own.",
  },
  secret: {
    zh: "您的姓名和电话加密保存。提交人、其他联名人和承办单位只看得到人数。",
    en: "Your name and number are stored encrypted. Whoever filed it, the others who joined and the office see only how many you are.",
  },
  name: { zh: "您的姓名", en: "Your name" },
  phone: { zh: "您的电话号码", en: "Your phone number" },
  phoneHint: {
    zh: "查询时要和查询码一起填，别人光有查询码打不开；不留的，用编号代替。",
    en: "It is asked for with your code, so that nobody else can use it. If you leave none, the petition’s number is asked for.",
  },
  send: { zh: "联名", en: "Join" },
  receiptTitle: { zh: "您已经联名", en: "You have joined" },
  keep: {
    zh: "请截图或抄下您自己的查询码",
    en: "Please take a picture of your own code, or write it down",
  },
  ownCode: { zh: "您的查询码", en: "Your own code" },
  nth: { zh: "联名序号", en: "Your place" },
  goesWith: { zh: "查询时用的号码", en: "Number to enter with it" },
  caseNumbers: { zh: "编号的后四位", en: "the last four digits of the petition’s number" },
  kept: {
    zh: "看进度、读文书、退出联名，都用这个查询码，请不要告诉别人。丢了不能补发。本页在这台设备上保留一天。",
    en: "You need this code to follow the petition, to read its letters and to leave it; keep it to yourself. It cannot be given again if it is lost. This page can be opened on this device for a day.",
  },
  wrong: {
    zh: "填错了姓名或者号码的，请先退出，再重新联名。",
    en: "If your name or number is wrong, leave the petition and join it again.",
  },
  follow: { zh: "看进度", en: "Follow the petition" },
  print: { zh: "打印", en: "Print" },
} satisfies Record<string, Record<Lang, string>>;

const phoneEnds: BilingualSentence<Phone> = {
  zh: (phone) => `尾号 ${withoutExtension(phone).slice(-4)}`,
  en: (phone) => `ends in ${withoutExtension(phone).slice(-4)}`,
};

type CodeForm = { view: View; typed: string; error?: string | undefined; notice?: string | undefined };

/** 联名: the code that lets somebody join. */
export const joinPage = ({ view, typed, error, notice }: CodeForm): string => {
  const { lang } = view;
  return document(view, {
    title: say.title[lang],
    typedIn: { form: "join", action: "/join" },
    body: (
      <div class="narrow">
        <h1>{say.title[lang]}</h1>
        <ErrorSummary lang={lang} errors={problemsOf(["code"], { code: error })} />
        {notice !== undefined && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        <p>{say.intro[lang]}</p>
        <form id="join" method="post" action="/join" noValidate>
          <TextField
            id="code"
            lang={lang}
            label={say.code[lang]}
            hint={say.codeHint[lang]}
            value={typed}
            error={error}
            input={{
              autocomplete: "off",
              autocapitalize: "characters",
              spellcheck: false,
              autofocus: true,
              class: "mono",
            }}
          />
          <button type="submit">{say.next[lang]}</button>
        </form>
        <section class="panel" aria-labelledby="joined-title">
          <h2 id="joined-title">{say.joinedTitle[lang]}</h2>
          <p>{say.joined[lang]}</p>
          <p>
            <a href="/joint">{say.toJoint[lang]}</a>
          </p>
        </section>
      </div>
    ),
  });
};

type MatterShown = { petition: Case; directory: Directory; lang: Lang };

/** The matter in one line: which petition it is, and nothing of what it says or who filed it. */
const MatterJoined = ({ petition, directory, lang }: MatterShown) => (
  <dl class="facts">
    <div>
      <dt>{say.number[lang]}</dt>
      <dd>{caseNumber(petition.id, directory)}</dd>
    </div>
    <div>
      <dt>{say.category[lang]}</dt>
      <dd>{categoryName(directory, petition.category, lang)}</dd>
    </div>
    <div>
      <dt>{say.community[lang]}</dt>
      <dd>{communityName(directory, petition.community, lang)}</dd>
    </div>
  </dl>
);

type SignForm = {
  view: View;
  petition: Case;
  directory: Directory;
  code: string;
  submission: string;
  typed: TypedFields<JoinField>;
  errors: FieldErrors<JoinField>;
  notice?: string | undefined;
};

/** 联名: which petition it is, what it means to join it, and who joins. */
export const signPage = ({ view, petition, directory, code, submission, typed, errors, notice }: SignForm): string => {
  const { lang } = view;
  return document(view, {
    title: say.title[lang],
    typedIn: { form: "sign", action: "/join/sign" },
    body: (
      <div class="narrow">
        <h1>{say.title[lang]}</h1>
        <ErrorSummary lang={lang} errors={problemsOf(joinFields, errors)} />
        {notice !== undefined && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        <section class="panel" aria-labelledby="matter-title">
          <h2 id="matter-title">{say.matter[lang]}</h2>
          <MatterJoined petition={petition} directory={directory} lang={lang} />
          <p class="quiet">{say.notShown[lang]}</p>
        </section>
        <p>{say.means[lang]}</p>
        <form id="sign" method="post" action="/join/sign" noValidate>
          <Hidden fields={{ code, submission }} />
          <TextField
            id="name"
            lang={lang}
            label={say.name[lang]}
            value={typed.name}
            error={errors.name}
            input={{ autocomplete: "name" }}
          />
          <TextField
            id="phone"
            lang={lang}
            label={say.phone[lang]}
            hint={say.phoneHint[lang]}
            required={false}
            value={typed.phone}
            error={errors.phone}
            input={{ inputMode: "tel", autocomplete: "tel", class: "mono phone" }}
          />
          <p class="quiet">{say.secret[lang]}</p>
          <button type="submit">{say.send[lang]}</button>
        </form>
      </div>
    ),
  });
};

type JoinReceipt = {
  view: View;
  petition: Case;
  directory: Directory;
  signatory: number;
  code: string;
  phone?: Phone | undefined;
};

/** 联名回执: the code of whoever has joined, and what goes with it. */
export const joinReceiptPage = ({ view, petition, directory, signatory, code, phone }: JoinReceipt): string => {
  const { lang } = view;
  const phoneTail = phone ?? caseNumber(petition.id, directory);
  return document(view, {
    title: say.receiptTitle[lang],
    body: (
      <div class="narrow">
        <h1>{say.receiptTitle[lang]}</h1>
        <section class="receipt" aria-labelledby="receipt-title">
          <h2 id="receipt-title">{say.keep[lang]}</h2>
          <dl>
            <div>
              <dt>{say.ownCode[lang]}</dt>
              <dd class="code">{code}</dd>
            </div>
            <div>
              <dt>{say.goesWith[lang]}</dt>
              <dd>{phone === undefined ? say.caseNumbers[lang] : phoneEnds[lang](phone)}</dd>
            </div>
            <div>
              <dt>{say.number[lang]}</dt>
              <dd>{caseNumber(petition.id, directory)}</dd>
            </div>
            <div>
              <dt>{say.nth[lang]}</dt>
              <dd>{signatory}</dd>
            </div>
          </dl>
          <p>{say.kept[lang]}</p>
        </section>
        <p>{say.wrong[lang]}</p>
        <div class="row no-print">
          <KeyedButton to="/joint" keyed={{ code, phoneTail }} label={say.follow[lang]} filled />
          <button class="outline" type="button" data-print data-enhanced hidden>
            {say.print[lang]}
          </button>
        </div>
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};
