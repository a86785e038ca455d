import type { Case } from "#case/state/case.ts";
import type { World } from "#case/state/world.ts";
import type { OtherLimit } from "#clock/other-limit.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Phone } from "#ground/phone.ts";
import { Clocks } from "#web/parts/clocks.tsx";
import { document } from "#web/parts/document.tsx";
import { Emergency } from "#web/parts/emergency.tsx";
import { Hidden } from "#web/parts/form.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { OtherLimitsPanel } from "#web/parts/other-limits.tsx";
import type { View } from "#web/parts/view.ts";
import { letterDate } from "#words/dates.ts";
import { phoneWords } from "#words/phone-words.ts";
import { whoseTurn } from "#words/whose-turn.ts";

const say = {
  title: { zh: "已经登记", en: "Your petition is registered" },
  keep: {
    zh: "请截图或抄下编号和查询码",
    en: "Please take a picture of the number and the query code, or write them down",
  },
  number: { zh: "编号", en: "Number" },
  code: { zh: "查询码", en: "Query code" },
  on: { zh: "登记日期", en: "Registered on" },
  how: {
    zh: "查询时输入查询码和您的号码后四位：您留的电话号码，自定了号码的用自定的。请不要告诉别人。本页在这台设备上保留一天，可以再打开。",
    en: "To follow your petition, enter the query code and the last four digits of your number: that of your phone, or the one of your own if you chose one. Keep the code to yourself. This page can be opened again on this device for a day.",
  },
  mailbox: {
    zh: "我们正往您留的邮箱发一封邮件。请打开它，点“确认邮箱”；不确认，以后就不再发邮件，您仍然可以用查询码查看。",
    en: "An email is on its way to the address that you left. Please open it and press “Confirm this address”: otherwise no other email comes, and you can still follow everything with the query code.",
  },
  phone: { zh: "您留的电话号码", en: "The phone number that you left" },
  now: { zh: "现在的情况", en: "Where it stands" },
  responsible: { zh: "现在负责的单位：", en: "Responsible now: " },
  follow: { zh: "查询进度", en: "Follow this petition" },
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制", en: "Copied" },
  print: { zh: "打印", en: "Print" },
} satisfies Record<string, Record<Lang, string>>;

type ReceiptOf = {
  view: View;
  petition: Case;
  code: string;
  /** The number that was left, and whether it is the one that is asked for with the code. A chosen number is not printed. */
  phone?: { number: Phone; isKey: boolean } | undefined;
  /** Whether they left an address, which a mail asks them to confirm. */
  isMailed: boolean;
  /** The time limits of other bodies that may concern it. */
  limits: readonly OtherLimit[];
} & World;

/** 回执: the number and the query code, large, and what happens now and by which date. */
export const receiptPage = ({ view, petition, code, phone, isMailed, limits, ...world }: ReceiptOf): string => {
  const { lang } = view;
  const { directory } = world;
  const { says, who } = whoseTurn(petition, world, lang, "petitioner");
  const number = caseNumber(petition.id, directory);
  const registeredOn = districtDate(petition.registeredAt);
  return document(view, {
    title: say.title[lang],
    scripts: ["draft.client.js"],
    body: (
      <div class="narrow" data-draft-done>
        <h1>{say.title[lang]}</h1>
        {petition.urgent && <Emergency directory={directory} lang={lang} when="filed" />}
        <section class="receipt" aria-labelledby="receipt-title">
          <h2 id="receipt-title">{say.keep[lang]}</h2>
          <dl>
            <div>
              <dt>{say.number[lang]}</dt>
              <dd>{number}</dd>
            </div>
            <div>
              <dt>{say.code[lang]}</dt>
              <dd class="code">{code}</dd>
            </div>
            <div>
              <dt>{say.on[lang]}</dt>
              <dd>
                <time dateTime={registeredOn}>{letterDate(registeredOn, lang)}</time>
              </dd>
            </div>
            {phone !== undefined && (
              <div>
                <dt>{say.phone[lang]}</dt>
                <dd>{phoneWords(phone.number, lang)}</dd>
              </div>
            )}
          </dl>
          <p>{say.how[lang]}</p>
          <div class="row" data-enhanced hidden>
            <button class="outline" type="button" data-copy={`${number} ${code}`} data-copied={say.copied[lang]}>
              {say.copy[lang]}
            </button>
            <button class="outline" type="button" data-print>
              {say.print[lang]}
            </button>
          </div>
        </section>
        {isMailed && <p>{say.mailbox[lang]}</p>}
        <section aria-labelledby="now-title">
          <h2 id="now-title">{say.now[lang]}</h2>
          <p>{says}</p>
          {who !== undefined && (
            <p>
              {say.responsible[lang]}
              <strong>{who.name}</strong>
            </p>
          )}
          <Clocks petition={petition} lang={lang} now={petition.registeredAt} calendar={world.calendar} />
        </section>
        <OtherLimitsPanel limits={limits} lang={lang} />
        {phone?.isKey === true ? (
          <form method="post" action="/status">
            <Hidden fields={{ code, phoneTail: phone.number }} />
            <button type="submit">{say.follow[lang]}</button>
          </form>
        ) : (
          <p>
            <a href="/status" class="action">
              {say.follow[lang]}
            </a>
          </p>
        )}
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};
