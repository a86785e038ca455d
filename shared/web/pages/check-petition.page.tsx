import type { ComponentChildren } from "preact";
import { askFields, type Petition } from "#case/forms/petition-form.ts";
import { type RegistrationField, registrationFields } from "#case/forms/registration-form.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { CaseId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { broughtLabels, broughtShown } from "#web/parts/brought.tsx";
import { document } from "#web/parts/document.tsx";
import { Emergency } from "#web/parts/emergency.tsx";
import { agentLabels, agentShown } from "#web/parts/filing-agent.tsx";
import { Hidden } from "#web/parts/form.tsx";
import type { View } from "#web/parts/view.ts";
import { momentWords } from "#words/dates.ts";
import { phoneWords } from "#words/phone-words.ts";
import { requestName } from "#words/requests.ts";
import { unitName } from "#words/words.ts";

const say = {
  title: { zh: "请核对，然后提交", en: "Check what you wrote, then file it" },
  notYet: {
    zh: "还没有提交。请看一遍，有不对的地方点“修改”。",
    en: "Nothing is filed yet. Read it once more, and change what is not right.",
  },
  change: { zh: "修改", en: "Change" },
  phoneHint: {
    zh: "请逐位核对：查询进度和作决定时都要用它。",
    en: "Please check each digit: you will need it to follow your petition and to decide.",
  },
  unknownCommunity: { zh: "我不清楚，请信访局确定", en: "I do not know; the petition bureau finds it out" },
  unnamed: {
    zh: "不留姓名。告知书和答复不寄给您，凭查询码打开；查询码丢了不能补发。",
    en: "No name. Notices and the answer are not sent to you but opened with the query code; if it is lost, no new one can be given.",
  },
  codeOnly: {
    zh: "不留号码。凭编号和查询码查询、作决定，拿到这两样的人都可以，请收好。",
    en: "No number. You follow the petition and decide with its number and the query code; so can anybody who has both. Keep them safe.",
  },
  nobody: { zh: "不针对具体单位", en: "Not about an office" },
  noneLeft: { zh: "没有留", en: "None left" },
  counterTitle: {
    zh: "请与信访人或者原件核对，然后登记",
    en: "Check it with the petitioner or the original, then register it",
  },
  counterNotYet: {
    zh: "还没有登记。请逐项念给信访人听，或者与原件对照，有不对的地方点“修改”。",
    en: "Nothing is registered yet. Read each line to the petitioner, or compare it with the original, and change what is not right.",
  },
  register: { zh: "登记", en: "Register the petition" },
  counterBefore: { zh: "这台电脑刚刚登记过一模一样的内容", en: "The very same was just registered from here" },
  counterAgain: { zh: "再登记一件一样的", en: "Register the same once more" },
  file: { zh: "提交诉求", en: "File the petition" },
  filedBefore: { zh: "您刚刚提交过这件诉求", en: "You have just filed this" },
  again: { zh: "再提交一件一样的", en: "File the same once more" },
  receipt: { zh: "打开回执", en: "Open the receipt" },
} satisfies Record<string, Bilingual>;

const filedWords = {
  zh: (number: string, moment: string) => `内容一模一样的诉求已经在${moment}登记为${number}。这一次还没有提交。`,
  en: (number: string, moment: string) =>
    `A petition with the very same words was registered as ${number} on ${moment}. Nothing was filed this time.`,
} satisfies Record<Lang, unknown>;

const labels: Record<RegistrationField, Bilingual> = {
  ...broughtLabels,
  ...agentLabels,
  story: { zh: "发生了什么事", en: "What happened" },
  category: { zh: "类别", en: "What it is about" },
  about: { zh: "反映的单位", en: "The office that it is about" },
  community: { zh: "所在社区（村）", en: "Community or village" },
  place: { zh: "具体地点", en: "The exact place" },
  ask: { zh: "您的要求", en: "Your request" },
  ask2: requestName(2),
  ask3: requestName(3),
  ask4: requestName(4),
  ask5: requestName(5),
  name: { zh: "姓名", en: "Name" },
  unnamed: { zh: "姓名", en: "Name" },
  phone: { zh: "电话号码", en: "Phone number" },
  codeOnly: { zh: "查询用的号码", en: "The number that goes with the code" },
  ownNumber: { zh: "自定的号码", en: "The number of your own" },
  email: { zh: "电子邮箱", en: "Email" },
  address: { zh: "收信地址", en: "Postal address" },
};

/** What is said of the petitioner where somebody files for them. */
const petitionerLabels = {
  name: { zh: "信访人姓名", en: "The petitioner’s name" },
  phone: { zh: "信访人电话", en: "The petitioner’s phone number" },
  ownNumber: { zh: "信访人自定的号码", en: "The number that the petitioner chose" },
  email: { zh: "信访人电子邮箱", en: "The petitioner’s email" },
  address: { zh: "信访人收信地址", en: "The petitioner’s postal address" },
} satisfies Partial<Record<RegistrationField, Bilingual>>;

export type CheckPetition = {
  view: View;
  directory: Directory;
  now: Instant;
  /** What was written, as it is read and will be filed. */
  petition: Petition;
  /** Where the draft is; else all that was typed, which a device that keeps none sends again with the page. */
  sends: `/${string}` | Readonly<Record<string, string>>;
  /** The address that its forms are sent to. */
  action: `/${string}`;
  /** Why it was not registered. */
  problem?: string;
  /** A petition with the very same words, which the device has filed. */
  filed?: { caseId: CaseId; at: Instant; receipt: string };
};

const Row = ({
  field,
  label,
  lang,
  at,
  hint,
  children,
}: {
  field: RegistrationField;
  label: string;
  lang: Lang;
  /** Where the draft is, if it is kept. */
  at: string | undefined;
  hint?: string;
  children: ComponentChildren;
}) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {children}
      {hint !== undefined && <small class="check-hint quiet">{hint}</small>}
      {at !== undefined && (
        <a class="change" href={`${at}#${field}`}>
          {say.change[lang]}
          <span class="visually-hidden">{label}</span>
        </a>
      )}
    </dd>
  </div>
);

/** What stands in each field, in words. */
const wordsOf = (
  { matter, petitioner, category, community, about, keyNumber, brought, agent }: Petition,
  directory: Directory,
  lang: Lang,
): Partial<Record<RegistrationField, string>> => {
  const [unit] = about.units;
  const { requests, ...told } = matter;
  const asked: Partial<Record<RegistrationField, string>> = {};
  for (const [at, field] of askFields.entries()) {
    const request = requests[at];
    if (request !== undefined) asked[field] = request;
  }
  const { name, phone, email, address } = petitioner;
  return {
    ...(brought !== undefined && broughtShown(brought, lang)),
    ...(agent !== undefined && agentShown(agent, lang)),
    ...told,
    ...asked,
    category: directory.categories.find(({ id }) => id === category)?.name[lang] ?? category,
    about: unit === undefined ? say.nobody[lang] : unitName(directory, unit, lang),
    community: community === undefined ? say.unknownCommunity[lang] : unitName(directory, community, lang),
    ...(name === undefined ? { unnamed: say.unnamed[lang] } : { name }),
    phone: phone === undefined ? say.noneLeft[lang] : phoneWords(phone, lang),
    ...(keyNumber === undefined ? { codeOnly: say.codeOnly[lang] } : { ownNumber: keyNumber }),
    email: email ?? say.noneLeft[lang],
    address: address ?? say.noneLeft[lang],
  };
};

/** 核对: everything that was typed, to be read once more, and the button that files it. Nothing else on the page does. */
export const checkPetitionPage = (shown: CheckPetition): string => {
  const { view, directory, now, petition, sends, action, problem, filed } = shown;
  const isCounter = petition.brought !== undefined;
  const said = isCounter
    ? {
        ...{ title: say.counterTitle, notYet: say.counterNotYet, before: say.counterBefore },
        ...{ send: say.register, again: say.counterAgain },
      }
    : { title: say.title, notYet: say.notYet, before: say.filedBefore, send: say.file, again: say.again };
  const { lang } = view;
  const isOwnWords = (field: RegistrationField) => field === "story" || field.startsWith("ask");
  const words = wordsOf(petition, directory, lang);
  // The number of one's own is asked for in place of the phone's, where there is one.
  const keyField =
    petition.keyNumber === undefined
      ? undefined
      : petition.keyNumber === petition.petitioner.phone
        ? "phone"
        : "ownNumber";
  const fields = registrationFields.filter(
    (field) => words[field] !== undefined && (field !== "ownNumber" || keyField === "ownNumber"),
  );
  // One request is just that; of several each has its number.
  const first = petition.matter.requests.length > 1 ? { ask: requestName(1) } : {};
  // Of two people each is called what they are.
  const theirs = petition.agent === undefined ? {} : petitionerLabels;
  const labelled = { ...labels, ...first, ...theirs };
  const at = typeof sends === "string" ? sends : undefined;
  const isUrgent = directory.categories.some(({ id, urgent }) => urgent && id === petition.category);
  const moment = filed && momentWords(filed.at, lang, districtDate(now));
  return document(view, {
    title: said.title[lang],
    body: (
      <div class="narrow">
        <h1>{(filed === undefined ? said.title : said.before)[lang]}</h1>
        {problem !== undefined && (
          <p class="error-summary" role="alert" tabIndex={-1} id="errors">
            {problem}
          </p>
        )}
        {filed === undefined ? (
          <p>{said.notYet[lang]}</p>
        ) : (
          <div class="notice" role="status">
            <p>{filedWords[lang](caseNumber(filed.caseId, directory), moment ?? "")}</p>
            <p>
              <a class="action" href={filed.receipt}>
                {say.receipt[lang]}
              </a>
            </p>
          </div>
        )}
        {isUrgent && <Emergency directory={directory} lang={lang} when="writing" />}
        <dl class="facts stacked checked">
          {fields.map((field) => (
            <Row
              field={field}
              label={labelled[field][lang]}
              lang={lang}
              at={at}
              key={field}
              {...(field === keyField && { hint: say.phoneHint[lang] })}
            >
              <span class={isOwnWords(field) ? "own-words" : undefined}>{words[field]}</span>
            </Row>
          ))}
        </dl>
        <form method="post" action={at === undefined ? action : `${at}/check`}>
          {typeof sends === "object" && <Hidden fields={sends} />}
          {filed !== undefined && <Hidden fields={{ again: "yes" }} />}
          <button type="submit" name="confirmed" value="yes" class={filed && "outline"}>
            {(filed === undefined ? said.send : said.again)[lang]}
          </button>
          {typeof sends === "object" && (
            <button type="submit" name="change" value="yes" class="outline">
              {say.change[lang]}
            </button>
          )}
        </form>
      </div>
    ),
  });
};
