import type { MailboxAnswer, MailboxAnswered } from "#case/state/mailbox.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import { Hidden } from "#web/parts/form.tsx";
import type { View } from "#web/parts/view.ts";

const say = {
  title: { zh: "这是您的邮箱吗？", en: "Is this mailbox yours?" },
  why: {
    zh: "有人提交诉求时，留了您刚才收到邮件的这个邮箱。",
    en: "Somebody filed a petition and left the address at which you got our email.",
  },
  otherwise: {
    zh: "都不点也可以：不会再发邮件，诉求照常办理。提交的人用查询码和号码后四位，随时可以查看所有进展和答复。",
    en: "You need not press either: no more email comes, and work on the petition goes on. Whoever filed it can read everything, with the query code and the last four digits of their number.",
  },
  follow: { zh: "查询进度", en: "Follow a petition" },
  slip: { zh: "点错了？可以改：", en: "Pressed the wrong one? You can change it:" },
} satisfies Record<string, Bilingual>;

const buttons: Record<MailboxAnswer, { label: Bilingual; effect: Bilingual }> = {
  confirmed: {
    label: { zh: "是我的邮箱", en: "Yes, it is mine" },
    effect: {
      zh: "是您的，请点下面的按钮，以后有重要进展会发邮件告诉您。",
      en: "If it is yours, press this button, and we will write to you when something important happens.",
    },
  },
  disowned: {
    label: { zh: "不是我的", en: "No, it is not mine" },
    effect: {
      zh: "不是您的，请点下面的按钮，这件诉求以后不再给这个邮箱发邮件。",
      en: "If it is not, press this one, and nothing more about this petition will be emailed to this address.",
    },
  },
};

const Answer = ({ answer, token, lang }: { answer: MailboxAnswer; token: string; lang: Lang }) => (
  <form method="post" action="/mailbox">
    <Hidden fields={{ link: token, answer }} />
    <p>{buttons[answer].effect[lang]}</p>
    <button type="submit" class={answer === "confirmed" ? undefined : "outline"}>
      {buttons[answer].label[lang]}
    </button>
  </form>
);

/** GET /mailbox: asks whose the mailbox is. Whatever fetches it has answered nothing. */
export const mailboxAskedPage = ({ view, token }: { view: View; token: string }): string => {
  const { lang } = view;
  return document(view, {
    title: say.title[lang],
    body: (
      <div class="narrow">
        <h1>{say.title[lang]}</h1>
        <p>{say.why[lang]}</p>
        <Answer answer="confirmed" token={token} lang={lang} />
        <Answer answer="disowned" token={token} lang={lang} />
        <p class="quiet">{say.otherwise[lang]}</p>
      </div>
    ),
  });
};

const answered: Record<MailboxAnswered, { title: Bilingual; help: Bilingual }> = {
  confirmed: {
    title: { zh: "邮箱已经确认", en: "Your address is confirmed" },
    help: {
      zh: "以后有进展，会发邮件告诉您。确认以前的进展没有发邮件，请在进度页查看。",
      en: "We will write to you when something important happens. What happened before you confirmed was not emailed: please read it on the progress page.",
    },
  },
  disowned: {
    title: { zh: "不再给这个邮箱发邮件", en: "No more email to this address" },
    help: {
      zh: "谢谢您告诉我们。这件诉求以后不再给这个邮箱发邮件，您什么也不用做。",
      en: "Thank you for telling us. Nothing more about this petition will be emailed here, and there is nothing else for you to do.",
    },
  },
  unknown: {
    title: { zh: "这个链接打不开", en: "This link does not open" },
    help: {
      zh: "请回到最近的一封邮件，点里面的按钮，或者把整个链接复制到浏览器。还是打不开，请用查询码打开进度页，在那里重发确认邮件。",
      en: "Please go back to the latest email and use its button, or copy the whole link. If that fails, open the progress page with your query code and have the email sent again from there.",
    },
  },
  expired: {
    title: { zh: "这个链接已经过期", en: "This link has expired" },
    help: {
      zh: "没有确认的邮箱不会再收到邮件。邮箱是您的，请用查询码打开进度页，在那里重发确认邮件；不是您的，什么也不用做。",
      en: "Nothing more is emailed to an address that was not confirmed. If it is yours, open the progress page with your query code and have the email sent again; if not, there is nothing to do.",
    },
  },
  refused: {
    title: { zh: "这个邮箱收不到我们的邮件", en: "This mailbox does not take our email" },
    help: {
      zh: "发到这个邮箱的邮件被退回过，所以不再发送。请用查询码在进度页查看。",
      en: "Email to it was refused, so no more is sent. Please follow the petition on the progress page, with your query code.",
    },
  },
};

const others: Record<MailboxAnswer, MailboxAnswer> = { confirmed: "disowned", disowned: "confirmed" };

/** What came of an answer. It tells nothing of the case: whoever has the link is not recognised. */
export const mailboxAnsweredPage = ({
  view,
  came,
  token,
}: {
  view: View;
  came: MailboxAnswered;
  token: string;
}): string => {
  const { lang } = view;
  const { title, help } = answered[came];
  const counts = came === "confirmed" || came === "disowned";
  return document(view, {
    title: title[lang],
    body: (
      <div class="narrow">
        <div class={counts ? "notice done" : "notice"} role="status">
          <h1 tabIndex={-1}>{title[lang]}</h1>
          <p>{help[lang]}</p>
        </div>
        {came !== "disowned" && (
          <p>
            <a href="/status" class="action">
              {say.follow[lang]}
            </a>
          </p>
        )}
        {counts && (
          <section class="panel" aria-labelledby="slip-title">
            <h2 id="slip-title">{say.slip[lang]}</h2>
            <Answer answer={others[came]} token={token} lang={lang} />
          </section>
        )}
      </div>
    ),
  });
};
