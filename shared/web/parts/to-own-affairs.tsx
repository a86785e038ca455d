import type { Lang } from "#ground/bilingual.ts";
import { type Keyed, KeyedButton } from "./keyed-button.tsx";
import { petitionerAddresses } from "./petitioner-door.tsx";

const say = {
  title: { zh: "您自己可以决定的", en: "What you settle yourself" },
  what: {
    zh: "更正联系方式、请人代办、请人联名、申请紧急、申请回避、撤回诉求，随时可以，不用等承办单位。",
    en: "Correct how we reach you, let somebody act for you, let others join, ask that it be marked urgent or that somebody step aside, withdraw: at any time, without waiting for the office.",
  },
  merged: {
    zh: "不愿意与别的信访件合并办理的，也在这里改为单独办理。",
    en: "If you would rather not have it handled together with another petition, this is where to say so.",
  },
  agents: { zh: "信访人委托您的，还有撤回诉求。", en: "The petitioner also lets you withdraw the petition." },
  filed: { zh: "有人代您提交了这件诉求，请您确认", en: "Somebody filed this for you: please confirm it" },
  filedMeans: {
    zh: "是谁、现在可以代您做什么，请打开查看，再确认委托过，或者结束代理。",
    en: "See who, and what they may do for you now; then confirm that you had asked them, or end it.",
  },
  rating: { zh: "办得怎么样，请您评价", en: "How was it handled?" },
  ratingMeans: {
    zh: "信访局和承办单位分开评，评不评由您决定；评了以后可以改。",
    en: "Rate the petition office and the unit in charge, each for itself, if you like. You can change it afterwards.",
  },
  toRate: { zh: "去评价", en: "Rate it" },
  open: { zh: "打开", en: "Open" },
} satisfies Record<string, Record<Lang, string>>;

type ToOwn = { keyed: Keyed; isAgents?: true; isMerged?: boolean; lang: Lang };

/** The way to what petitioners settle for themselves, with the key that opens it. */
export const ToOwnAffairs = ({ keyed, isAgents, isMerged = false, lang }: ToOwn) => (
  <section class="panel no-print" aria-labelledby="own-title">
    <h2 id="own-title">{say.title[lang]}</h2>
    <p>{say[isAgents ? "agents" : "what"][lang]}</p>
    {isMerged && <p>{say.merged[lang]}</p>}
    <KeyedButton to={petitionerAddresses.own} keyed={keyed} label={say.open[lang]} />
  </section>
);

/** The same, for whoever is to say whether they had asked the one who filed for them. */
export const ToConfirmAgent = ({ keyed, lang }: Pick<ToOwn, "keyed" | "lang">) => (
  <section class="panel asked no-print" aria-labelledby="filed-title">
    <h2 id="filed-title">{say.filed[lang]}</h2>
    <p>{say.filedMeans[lang]}</p>
    <KeyedButton to={petitionerAddresses.own} keyed={keyed} label={say.open[lang]} />
  </section>
);

/** The same, for whoever may say how their petition was handled. */
export const ToRate = ({ keyed, lang }: Pick<ToOwn, "keyed" | "lang">) => (
  <section class="panel no-print" id="rating" aria-labelledby="rating-title">
    <h2 id="rating-title">{say.rating[lang]}</h2>
    <p>{say.ratingMeans[lang]}</p>
    <KeyedButton to={petitionerAddresses.own} keyed={keyed} label={say.toRate[lang]} />
  </section>
);
