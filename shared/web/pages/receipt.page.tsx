import type { ComponentChildren } from "preact";
import type { Case } from "#case/state/case.ts";
import type { World } from "#case/state/world.ts";
import type { OtherLimit } from "#clock/other-limit.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Phone } from "#ground/phone.ts";
import { Clocks } from "#web/parts/clocks.tsx";
import { document } from "#web/parts/document.tsx";
import { Emergency } from "#web/parts/emergency.tsx";
import { FilesNow } from "#web/parts/files-now.tsx";
import { type AgentOnReceipt, AgentsReceipt } from "#web/parts/filing-agent.tsx";
import { KeyedButton } from "#web/parts/keyed-button.tsx";
import { LeaveDevice } from "#web/parts/leave-device.tsx";
import { OtherLimitsPanel } from "#web/parts/other-limits.tsx";
import type { View } from "#web/parts/view.ts";
import { relationWords } from "#words/acts/agent.ts";
import { letterDate } from "#words/dates.ts";
import { phoneWords } from "#words/phone-words.ts";
import { turnToPetitioners } from "#words/turn-to-petitioners.ts";
import { whoseTurn } from "#words/whose-turn.ts";

const say = {
  counterTitle: { zh: "已经登记，请打印交给信访人", en: "Registered: please print this for the petitioner" },
  counterKeep: {
    zh: "回执：编号和查询码",
    en: "Receipt: the number and the query code",
  },
  counterKept: {
    zh: "查询码只给信访人本人。本页在这台设备上只保留半小时，打印后请关闭。",
    en: "The query code is for the petitioner alone. This page can be opened on this device for half an hour; please close it once it is printed.",
  },
  petitionersPart: {
    zh: "交给信访人：编号和查询码",
    en: "For the petitioner: the number and the query code",
  },
  filedForYou: {
    zh: "说受您（信访人）委托，代您提交了这件诉求。诉求是您的。用这个查询码打开“查询进度”，在“您自己可以决定的”里，确认委托过，或者结束代理；没有委托过的，也可以撤回诉求。",
    en: "filed this for you, the petitioner, and says that you had asked for it. The petition is yours. With this code, under “Follow a petition” and “What you settle yourself”, you confirm that, or end it; if you never asked, you can withdraw the petition, too.",
  },
  handOver: {
    zh: "代理人请把这一份交给信访人本人，自己用下面的代理人查询码。",
    en: "If you are the agent, please hand this part to the petitioner, and use the agent’s code yourself.",
  },
  keptForAgent: {
    zh: "本页在这台设备上保留一天，可以再打开。",
    en: "This page can be opened again on this device for a day.",
  },
  petitionersMailbox: {
    zh: "我们正往信访人的邮箱发一封邮件，告诉本人这件诉求已经提交、由谁代为提交。信访人点“确认邮箱”以后，有重要进展才发邮件。",
    en: "An email is on its way to the petitioner’s address, and says that this was filed for them. Once they have confirmed that address, they get an email when something important happens.",
  },
  received: { zh: "收到日期", en: "Received on" },
  next: { zh: "登记下一件", en: "Register the next one" },
  title: { zh: "已经登记", en: "Your petition is registered" },
  keep: {
    zh: "请截图或抄下编号和查询码",
    en: "Please take a picture of the number and the query code, or write them down",
  },
  number: { zh: "编号", en: "Number" },
  code: { zh: "查询码", en: "Query code" },
  on: { zh: "登记日期", en: "Registered on" },
  kept: {
    zh: "请不要告诉别人。本页在这台设备上保留一天，可以再打开。",
    en: "Keep the code to yourself. This page can be opened again on this device for a day.",
  },
  onlyWay: {
    zh: "您没有留号码，编号和查询码是唯一的凭据：拿到这两样的人，都能查看这件诉求，也能作决定。",
    en: "You left no number, so the number above and the query code are the only way in: whoever has both can read this petition, and decide on it.",
  },
  notRenewed: {
    zh: "您也没有留姓名：查询码丢了，无法凭证件核对是您提交的，不能补发。请把这张纸收好。",
    en: "You left no name either: if the code is lost, no papers can show that the petition is yours, and no new code can be given. Please keep this paper.",
  },
  renewed: {
    zh: "查询码丢了，请带身份证件到信访局，核对姓名后补发。请把这张纸收好。",
    en: "If the code is lost, bring your papers to the petition office: once your name is checked you get a new one. Please keep this paper.",
  },
  unnamed: {
    zh: "没有留姓名，告知书和答复不寄给您，写给“信访人”，随时可以凭查询码打开、打印。",
    en: "As you left no name, notices and the answer are not sent to you. They are made out to “the petitioner”, and can be opened and printed with the query code at any time.",
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

/** What is asked for with the query code: the number of the phone, one that was chosen, or the case's own. */
type GoesBy = "phone" | "ownNumber" | "caseNumber";

/** How to follow it, by what goes with the code. */
const how: Record<GoesBy, Bilingual> = {
  phone: {
    zh: "查询时输入查询码和您留的电话号码后四位，作决定时要用完整的号码。",
    en: "To follow your petition, enter the query code and the last four digits of the phone number that you left; to decide, all of it.",
  },
  ownNumber: {
    zh: "查询时输入查询码和您自定的号码后四位，作决定时要用完整的号码。",
    en: "To follow your petition, enter the query code and the last four digits of the number of your own; to decide, all of it.",
  },
  caseNumber: {
    zh: "查询时输入查询码和上面编号的后四位，作决定时要用完整的编号。",
    en: "To follow your petition, enter the query code and the last four digits of the number above; to decide, all of that number.",
  },
};

/** What a receipt says of whoever petitions. */
export type ReceiptSide = {
  /** The number that was left. One that was chosen is not printed. */
  phone?: Phone | undefined;
  goesBy: GoesBy;
  /** Whether they left an address, which a mail asks them to confirm. */
  isMailed: boolean;
  /** Who has filed it for them, with the code that is theirs. */
  agent?: AgentOnReceipt | undefined;
};

/**
 * What is printed at a counter for whoever brought it: the notice of receipt; and, for the clerk, where what came with it is
 * entered, and where the next petition is written down.
 */
export type HandedToPetitioner = { notice: ComponentChildren; files: ComponentChildren; next: `/${string}` };

type ReceiptOf = ReceiptSide & {
  handedOver?: HandedToPetitioner | undefined;
  view: View;
  petition: Case;
  code: string;
  /** The time limits of other bodies that may concern it. */
  limits: readonly OtherLimit[];
} & World;

/** The way to the case: at once where the number is known that goes with the code. */
const Follow = ({ code, known, lang }: { code: string; known: string | undefined; lang: Lang }) =>
  known === undefined ? (
    <p>
      <a href="/status" class="action">
        {say.follow[lang]}
      </a>
    </p>
  ) : (
    <KeyedButton to="/status" keyed={{ code, phoneTail: known }} label={say.follow[lang]} filled />
  );

/** 回执: the number and the query code, large, and what happens now and by which date. */
export const receiptPage = ({
  view,
  petition,
  code,
  phone,
  goesBy,
  isMailed,
  limits,
  handedOver,
  agent,
  ...world
}: ReceiptOf): string => {
  const { lang } = view;
  const { directory } = world;
  const { says, who } = whoseTurn(petition, world, lang, turnToPetitioners);
  const number = caseNumber(petition.id, directory);
  const registeredOn = districtDate(petition.registeredAt);
  const isCounter = handedOver !== undefined;
  const title = isCounter ? say.counterTitle : say.title;
  // Of a number of their own nothing is known here.
  const known = { phone, ownNumber: undefined, caseNumber: number }[goesBy];
  return document(view, {
    title: title[lang],
    scripts: ["draft.client.js"],
    body: (
      <div class="narrow" data-draft-done>
        <h1 class={isCounter ? "no-print" : undefined}>{title[lang]}</h1>
        {petition.urgent && <Emergency directory={directory} lang={lang} when="filed" />}
        <section class="receipt" aria-labelledby="receipt-title">
          <h2 id="receipt-title">
            {(agent === undefined ? (isCounter ? say.counterKeep : say.keep) : say.petitionersPart)[lang]}
          </h2>
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
            {petition.receivedOn !== undefined && (
              <div>
                <dt>{say.received[lang]}</dt>
                <dd>
                  <time dateTime={petition.receivedOn}>{letterDate(petition.receivedOn, lang)}</time>
                </dd>
              </div>
            )}
            {phone !== undefined && (
              <div>
                <dt>{say.phone[lang]}</dt>
                <dd>{phoneWords(phone, lang)}</dd>
              </div>
            )}
          </dl>
          <p>
            {how[goesBy][lang]}
            {{ zh: "", en: " " }[lang]}
            {!isCounter && (agent === undefined ? say.kept : say.keptForAgent)[lang]}
          </p>
          {agent !== undefined && (
            <>
              <p>
                <strong>
                  {agent.name}
                  {{ zh: "（", en: ", " }[lang]}
                  {relationWords[agent.relation][lang]}
                  {{ zh: "）", en: ", " }[lang]}
                  {say.filedForYou[lang]}
                </strong>
              </p>
              <p class="no-print">{say.handOver[lang]}</p>
            </>
          )}
          {isCounter && <p class="no-print">{say.counterKept[lang]}</p>}
          {goesBy === "caseNumber" && (
            <p>
              <strong>
                {say.onlyWay[lang]}
                {{ zh: "", en: " " }[lang]}
                {petition.unnamed ? say.notRenewed[lang] : say.renewed[lang]}
              </strong>
            </p>
          )}
          <div class="row" data-enhanced hidden>
            <button class="outline" type="button" data-copy={`${number} ${code}`} data-copied={say.copied[lang]}>
              {say.copy[lang]}
            </button>
            <button class="outline" type="button" data-print>
              {say.print[lang]}
            </button>
          </div>
        </section>
        {agent !== undefined && !isCounter && <AgentsReceipt agent={agent} number={number} lang={lang} />}
        {handedOver?.files}
        {!isCounter && (
          <FilesNow petition={petition} code={agent?.code ?? code} known={agent?.phone ?? known} lang={lang} />
        )}
        {petition.unnamed && <p>{say.unnamed[lang]}</p>}
        {isMailed && <p>{(agent === undefined ? say.mailbox : say.petitionersMailbox)[lang]}</p>}
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
        {!isCounter && <OtherLimitsPanel limits={limits} lang={lang} />}
        {handedOver === undefined ? (
          <Follow code={agent?.code ?? code} known={agent?.phone ?? known} lang={lang} />
        ) : (
          <>
            {handedOver.notice}
            {agent !== undefined && <AgentsReceipt agent={agent} number={number} lang={lang} />}
            <p class="no-print">
              <a href={handedOver.next} class="action">
                {say.next[lang]}
              </a>
            </p>
          </>
        )}
        <LeaveDevice lang={lang} />
      </div>
    ),
  });
};
