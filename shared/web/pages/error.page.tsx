import type { Bilingual } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import type { View } from "#web/parts/view.ts";

/** What can go wrong before a page can say anything of its own. */
export type ErrorKind =
  | "notFound"
  | "wrongMethod"
  | "unexpected"
  | "forbidden"
  | "brokenForm"
  | "tooLarge"
  | "headersTooLarge";

/** What went wrong, and what to do. `readers`: whose page it is; petitioners’ unless told. */
export type ErrorWords = { title: Bilingual; help: Bilingual; readers?: "staff" };

const words: Record<ErrorKind, ErrorWords> = {
  notFound: {
    title: { zh: "没有找到这个页面", en: "There is no such page" },
    help: {
      zh: "请检查网址，或从下面的页面开始。",
      en: "Please check the address, or start from one of the pages below.",
    },
  },
  wrongMethod: {
    title: { zh: "这个网址不能直接打开", en: "This address cannot be opened by itself" },
    help: {
      zh: "它只接收从页面上提交的内容。请从下面的页面重新开始；您已经提交的不受影响。",
      en: "It only takes what our pages send. Please start from one of the pages below; nothing that you have sent is affected.",
    },
  },
  unexpected: {
    title: { zh: "服务出了问题，刚才的操作没有完成", en: "Something went wrong on our side; nothing was completed" },
    help: {
      zh: "请稍后再试一次。如果还是这样，请把下面的编号告诉信访局。",
      en: "Please try again in a while. If it happens again, tell the petition office the reference below.",
    },
  },
  forbidden: {
    title: {
      zh: "这个请求不是从本站页面发出的，没有执行",
      en: "This request did not come from one of our pages and was not carried out",
    },
    help: { zh: "请打开本站页面，从页面上重新操作。", en: "Please open our page and do it from there." },
  },
  headersTooLarge: {
    title: { zh: "浏览器附带的信息太多，没有打开", en: "Your browser sent along too much to be read" },
    help: {
      zh: "请清除本站的 Cookie 后重新打开；已经提交的诉求不受影响。",
      en: "Please clear this site’s cookies and open the page again; nothing that you have filed is lost.",
    },
  },
  brokenForm: {
    title: { zh: "表单不完整，没有执行任何操作", en: "The form was not complete; nothing was done" },
    help: {
      zh: "可能是页面已经更新，或者内容没有传完整。请用浏览器返回上一页，您填写的内容一般还在；刷新不出来的，请先复制下来，再从下面的页面重新填写。",
      en: "The page may have changed since you opened it, or part of the form was lost on its way. Please go back in your browser, where what you typed is usually still there; copy it if need be and start again from one of the pages below.",
    },
  },
  tooLarge: {
    title: { zh: "提交的内容太长", en: "What was sent is too long" },
    help: {
      zh: "请返回上一页，缩短后重新提交。事情经过最多 5000 字。",
      en: "Please go back and shorten it. The story can have 5,000 characters.",
    },
  },
};

// What one door alone says is a constant of its own: a function carries what it says.

/** A receipt that the device does not keep, or keeps no more. */
export const receiptGone: ErrorWords = {
  title: { zh: "这台设备上没有这张回执", en: "This receipt is not on this device" },
  help: {
    zh: "回执只在提交诉求的那台设备上保留一天。诉求已经登记，用查询码和您的号码可以随时查询；留了邮箱的，回执也在邮件里。查询码丢了，请带身份证件到信访局补领。",
    en: "A receipt stays for a day on the device that the petition was filed with. The petition is registered: follow it with the query code and your number. If you left an email address, the receipt was emailed there, too. If you have lost the code, bring an identity document to the petition office and they will give you a new one.",
  },
};

/** A pass to register for others that is none, is over, or is of somebody who is there no more. */
export const passGone: ErrorWords = {
  readers: "staff",
  title: { zh: "登记凭证无效或者已经过期", en: "This pass to register petitions is not valid, or is over" },
  help: {
    zh: "请打开您收到的完整登记链接；凭证过期的，请向信访局领取新的。已经登记的诉求不受影响。",
    en: "Please open the whole link that you were given; if your pass is over, ask the petition office for a new one. What was registered already is not touched.",
  },
};

/** Files that came with a petition, for whoever has not registered it today, or on another device. */
export const counterFilesGone: ErrorWords = {
  readers: "staff",
  title: { zh: "这里不能录入这件诉求的材料", en: "Nothing can be entered for this petition here" },
  help: {
    zh: "和诉求一起收到的材料，只能由登记人在登记的当天录入，页面在登记用的设备上保留半小时，可以从回执重新进入。已经传到的照常收下，登记不受影响。以后的材料，请信访人凭查询码补交，或者送到承办单位。",
    en: "What came with a petition is entered by whoever registered it, on the same day; its page stays for half an hour on the device that it was registered with, and is opened anew from the receipt. What has arrived is kept, and the registration is not touched. Whatever comes later, the petitioner sends with the query code, or brings to the unit in charge.",
  },
};

/** A link that nobody was given. */
export const unknownLink: ErrorWords = {
  readers: "staff",
  title: { zh: "这个链接打不开事项", en: "This link opens no task" },
  help: {
    zh: "请从最近一封邮件重新打开，并确认链接完整。还是打不开，请打电话给信访局。",
    en: "Please open it again from the latest email and check that the link is complete. If that fails, please call the petition office.",
  },
};

/** A link that has outlived its case. */
export const deadLink: ErrorWords = {
  readers: "staff",
  title: { zh: "这个链接已经失效", en: "This link has ended" },
  help: {
    zh: "它所属的信访事项早已办结，链接在办结 30 天后失效，没有什么要您办理。需要查阅的，请联系信访局。",
    en: "Its petition ended more than 30 days ago, and the links to it with that. Nothing is left for you to do. If you need to look something up, please ask the petition office.",
  },
};

const say = {
  reference: { zh: "编号：", en: "Reference: " },
  file: { zh: "提交诉求", en: "File a petition" },
  follow: { zh: "查询进度", en: "Follow a petition" },
} satisfies Record<string, Bilingual>;

type ErrorShown = { view: View; kind: ErrorKind | ErrorWords; reference: string };

/** 错误: what went wrong in one sentence, what to do, and a reference number. */
export const errorPage = ({ view, kind, reference }: ErrorShown): string => {
  const { lang } = view;
  const { title, help, readers = "petitioner" } = typeof kind === "string" ? words[kind] : kind;
  return document(view, {
    title: title[lang],
    readers,
    body: (
      <div class="narrow">
        <h1 tabIndex={-1}>{title[lang]}</h1>
        <p>{help[lang]}</p>
        {readers === "petitioner" && (
          <p class="row">
            <a href="/">{say.file[lang]}</a>
            <a href="/status">{say.follow[lang]}</a>
          </p>
        )}
        <p class="quiet">
          {say.reference[lang]}
          <span class="mono">{reference}</span>
        </p>
      </div>
    ),
  });
};
