import type { ComponentChildren, ComponentProps } from "preact";
import { askFields, fieldLimits, type PetitionField, unknownCommunity } from "#case/forms/petition-form.ts";
import { type RegistrationField, registrationFields } from "#case/forms/registration-form.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, endOfPeriod } from "#clock/period.ts";
import type { ClockRule, Rule } from "#clock/policy.ts";
import { isAnsweredHere } from "#clock/track.ts";
import type { Category, Directory } from "#directory/directory.ts";
import { acknowledgementRule, clockRule, stepRule } from "#directory/rules.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { type Level, StepLevel } from "#ground/levels.ts";
import { ownNumberDigits } from "#ground/phone.ts";
import { BroughtFields, CheckedFields, type CounterClerk } from "#web/parts/brought.tsx";
import { document } from "#web/parts/document.tsx";
import { Emergency, EmergencyNumbers } from "#web/parts/emergency.tsx";
import { FilingAgentFields } from "#web/parts/filing-agent.tsx";
import {
  CheckField,
  ChoiceField,
  ErrorSummary,
  type FieldErrors,
  problemsOf,
  SelectField,
  TextArea,
  TextField,
  type TypedFields,
} from "#web/parts/form.tsx";
import { UnitFinder } from "#web/parts/unit-finder.tsx";
import { listsAll, type UnitField } from "#web/parts/units-listed.ts";
import type { View } from "#web/parts/view.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { requestName } from "#words/requests.ts";
import { levelPhrases, stationNames } from "#words/words.ts";

const say = {
  title: { zh: "提交诉求", en: "File a petition" },
  wrong: { zh: "请改正：", en: "To correct: " },
  intro: {
    zh: "五个问题，用平常的话写就可以。提交后您会得到编号和查询码，随时能看到由谁办理、什么时候有结果。",
    en: "Five questions, in your own words. You will get a number and a query code, and can see at any time who works on it and by when.",
  },
  danger: {
    zh: "有人正处在危险中的，请不要填写，直接打电话：",
    en: "If somebody is in danger right now, do not write but call:",
  },
  already: { zh: "已经提交过，查询进度", en: "Already filed? Follow your petition" },
  draftKept: { zh: "草稿只保存在这台设备上。", en: "Your draft is kept on this device only." },
  draftClear: { zh: "清除草稿", en: "Clear the draft" },
  draftBack: { zh: "已恢复上次没有写完的内容。", en: "What you had begun to write is back." },

  counterTitle: { zh: "代为登记", en: "Register a petition for somebody" },
  counterIntro: {
    zh: "按信访人的原话、原文填写，不加评论。登记后打印回执和告知书，当场交给或者寄给信访人。",
    en: "Write it down in the petitioner’s own words, and add none of yours. Then print the receipt and the notice, and hand or send them over.",
  },
  counterCheck: { zh: "下一步：核对后登记", en: "Next: check and register" },
  counterFiled: {
    zh: "刚才填写的诉求已经登记，下面是一张空白的表。",
    en: "What you wrote down is registered. Below is an empty form.",
  },
  what: { zh: "发生了什么事", en: "What happened" },
  story: { zh: "请把事情写下来", en: "Tell us what happened" },
  storyHint: {
    zh: "什么时候开始的，现在怎么样，找过谁。最多 5000 字。有照片或者 PDF 材料的，提交以后马上可以交。",
    en: "Since when, how it is now, whom you have asked already. At most 5,000 characters. Photos and PDFs can be sent as soon as it is filed.",
  },
  category: { zh: "属于哪一类", en: "What is it about" },
  where: { zh: "在哪里", en: "Where" },
  community: { zh: "所在社区（村）", en: "Community or village" },
  communityHint: {
    zh: "选事情发生的地方，不一定是您住的地方。",
    en: "Where it happened, which need not be where you live.",
  },
  communityUnknown: { zh: "我不清楚，请信访局确定", en: "I do not know: let the petition bureau find out" },
  communityUnknownHint: {
    zh: "请在下面把地点写清楚。信访局先看是哪个社区（村）的事，再决定是否受理，审查期限照常计算。",
    en: "Please describe the place below. The bureau finds out which community it is, then decides on acceptance, within the usual time for that.",
  },
  place: { zh: "具体地点", en: "The exact place" },
  placeHint: { zh: "例如小区、楼号或路口。", en: "For example the estate, the building or the crossing." },
  about: { zh: "是否反映某个单位的问题", en: "Is it about what an office did" },
  aboutHint: {
    zh: "选了以后，事项不会转给该单位，由别的单位办理。",
    en: "If you choose one, it will not get your petition; others will handle it.",
  },
  aboutPrompt: { zh: "不针对具体单位", en: "Not about an office" },
  hope: { zh: "您希望怎么解决", en: "What you ask for" },
  ask: { zh: "您的要求", en: "Your request" },
  askHint: {
    zh: "写得越具体，越容易答复。有几项要求的，一项一项写，答复时逐项回应。最多 2000 字。",
    en: "The more exact, the easier to answer. If you ask for several things, write them one by one: the answer goes through each. At most 2,000 characters.",
  },
  another: { zh: "再加一项要求", en: "Add another request" },
  anotherHint: { zh: "最多 2000 字，用不到就留空。", en: "At most 2,000 characters. Leave it empty if you need none." },
  who: { zh: "您是谁", en: "Who you are" },
  name: { zh: "姓名", en: "Name" },
  nameHint: {
    zh: "加密保存，只有办理人员能看，每次查看都有记录。",
    en: "Stored encrypted, shown only to those who work on it; every look is recorded.",
  },
  unnamed: { zh: "不留姓名", en: "I leave no name" },
  unnamedHint: {
    zh: "照样登记、办理。告知书和答复不寄给您，凭查询码打开；查询码丢了，无法核对是您提交的，不能补发。",
    en: "It is registered and handled all the same. Notices and the answer are not sent to you but opened with the query code; if that is lost, nobody can check that the petition is yours, and no new code can be given.",
  },
  reach: { zh: "怎么联系您", en: "How to reach you" },
  phone: { zh: "电话号码", en: "Phone number" },
  phoneHint: {
    zh: "手机号，或者带区号的固定电话；境外号码请加国家或地区代码。查询进度时要用后四位。",
    en: "A mobile number, a landline with its area code, or a number abroad with its country code. You will need the last four digits to follow your petition.",
  },
  ownNumber: { zh: "没有电话的，自定一个号码", en: "No phone? Choose a number of your own" },
  ownNumberHint: {
    zh: `${ownNumberDigits.least} 到 ${ownNumberDigits.most} 位数字，只有您自己知道。查询时用它的后四位，作决定时要用全部。请记牢：回执上不印这个号码。和别人合用电话的，也可以自定。`,
    en: `${ownNumberDigits.least} to ${ownNumberDigits.most} digits that only you know. You will need the last four to follow your petition, and all of them to decide. Remember it: the receipt does not show it. You can also choose one when you share your phone.`,
  },
  codeOnly: {
    zh: "不留号码，只凭编号和查询码查询",
    en: "I leave no number: my petition’s number and the code are enough",
  },
  codeOnlyHint: {
    zh: "提交后请抄下或打印回执：拿到编号和查询码的人，都能查看、作决定。",
    en: "Write down or print the receipt then: whoever has the petition’s number and its code can read it and decide.",
  },
  address: { zh: "收信地址", en: "Postal address" },
  addressHint: {
    zh: "想收到邮寄的书面答复就填，写到门牌号。加密保存，只有办理人员能看。",
    en: "If you would like the written answer by post, down to the house number. Stored encrypted, shown only to those who work on it.",
  },
  email: { zh: "电子邮箱", en: "Email" },
  emailHint: {
    zh: "先给这个邮箱发一封邮件，您点里面的“确认邮箱”以后，有重要进展才发邮件告诉您。",
    en: "A first email asks you to confirm this address. Once you have, we write to you when something important happens.",
  },

  nextTitle: { zh: "提交之后会怎样", en: "What happens next" },
  send: { zh: "下一步：核对后提交", en: "Next: check and file" },
  filed: {
    zh: "您刚才填写的诉求已经提交，下面是一张空白的表。",
    en: "What you wrote is filed. Below is an empty form.",
  },
  receipt: { zh: "打开回执", en: "Open the receipt" },
  forgotten: {
    zh: "填写的内容在这台设备上只保留一天，已经过期，请重新填写。如果已经提交，诉求不受影响，用查询码可以查询。",
    en: "What you write stays on this device for a day, and that is over: please write it again. A petition that you have filed is not touched; follow it with its code.",
  },
} satisfies Record<string, Record<Lang, string>>;

type FilingMoment = Pick<World, "now" | "calendar" | "directory">;

/** The last day of a period that would begin now, counted as its clock will count it, in English. */
const lastDayOf = (rule: ClockRule, { now, calendar }: FilingMoment): string =>
  dateWords(endOfPeriod(calendar, now, rule).lastDay, "en", districtDate(now));

/** The same in Chinese, where the day itself has to be said to count. */
const latestOf = (rule: ClockRule, { now, calendar }: FilingMoment): string =>
  latestWords(endOfPeriod(calendar, now, rule).lastDay, districtDate(now));

/** What will happen and by when, promised before anything is sent. */
const promises: readonly BilingualSentence<FilingMoment>[] = [
  {
    zh: () => "马上登记，当场给您编号和查询码。",
    en: () => "It is registered at once, and you get a number and a query code.",
  },
  {
    zh: (next) =>
      `多数事项登记时就受理，由${levelPhrases.community.zh}先办：${latestOf(next.directory.policy.steps.community, next)}没有办结的，自动转到${levelPhrases.township.zh}，再到主管部门和区领导。`,
    en: (next) =>
      `Most matters are accepted at once and begin with ${levelPhrases.community.en}. If it has not finished by ${lastDayOf(next.directory.policy.steps.community, next)}, the matter moves up by itself: to ${levelPhrases.township.en}, the department, the district leader.`,
  },
  {
    zh: (next) => `标着“先审查”的类别，${latestOf(next.directory.policy.clocks.accept, next)}告诉您是否受理。`,
    en: (next) =>
      `For kinds marked “examined first” you hear by ${lastDayOf(next.directory.policy.clocks.accept, next)} whether it is accepted.`,
  },
  {
    zh: (next) => {
      const { handling } = next.directory.policy.clocks;
      return `从受理算起 ${lengthWords(handling, "zh")}内书面答复，今天受理的，${latestOf(handling, next)}答复（${handling.article.zh}）。遇节假日顺延到下一个工作日。`;
    },
    en: (next) => {
      const { handling } = next.directory.policy.clocks;
      return `You get a written answer within ${lengthWords(handling, "en")} of acceptance: by ${lastDayOf(handling, next)} if accepted today (${handling.article.en}). A last day on a holiday moves to the next working day.`;
    },
  },
];

const examinedFirst: BilingualSentence<ClockRule> = {
  zh: (accept) => `先审查，${lengthWords(accept, "zh")}内告知是否受理`,
  en: (accept) => `examined first, within ${lengthWords(accept, "en")}`,
};

const simplyHandled: BilingualSentence<ClockRule> = {
  zh: (answer) => `简易办理，${lengthWords(answer, "zh")}内书面答复`,
  en: (answer) => `handled the simple way, with a written answer within ${lengthWords(answer, "en")}`,
};

const urgentlyHandled: BilingualSentence<{ level: Level; step: Rule; acknowledgement: Rule }> = {
  zh: ({ level, step, acknowledgement }) =>
    `紧急事项，${levelPhrases[level].zh} ${lengthWords(acknowledgement, "zh")}内没有签收，或者 ${lengthWords(step, "zh")}内没有办结，自动转到上一级`,
  en: ({ level, step, acknowledgement }) =>
    `urgent: moves up if ${levelPhrases[level].en} has not acknowledged it within ${lengthWords(acknowledgement, "en")} or finished within ${lengthWords(step, "en")}`,
};

/** What a category is about, and what is different for it. */
const categoryHint = (directory: Directory, category: Category, lang: Lang): string => {
  const { id, hint, acceptAtOnce, track, urgent, startAt: level } = category;
  const matter = { category: id, urgent, track };
  return [
    hint[lang],
    // What another body decides is transferred, and never accepted.
    ...(acceptAtOnce || !isAnsweredHere(track) ? [] : [examinedFirst[lang](clockRule(directory, matter, "accept"))]),
    ...(track === "simple" ? [simplyHandled[lang](clockRule(directory, matter, "handling"))] : []),
    ...(urgent
      ? [
          urgentlyHandled[lang]({
            level,
            step: stepRule(directory, matter, level),
            acknowledgement: acknowledgementRule(directory),
          }),
        ]
      : []),
  ].join({ zh: "；", en: "; " }[lang]);
};

const Units = ({ directory, lang, chosen }: { directory: Directory; lang: Lang; chosen: string | undefined }) => (
  <>
    {StepLevel.options.map((level) => (
      <optgroup label={stationNames[level][lang]} key={level}>
        {directory.units
          .filter((unit) => unit.level === level)
          .map(({ id, name }) => (
            <option value={id} selected={id === chosen} key={id}>
              {name[lang]}
            </option>
          ))}
      </optgroup>
    ))}
  </>
);

const Question = ({ n, title, children }: { n: number; title: string; children: ComponentChildren }) => (
  <section class="question" aria-labelledby={`question-${n}`}>
    <h2 id={`question-${n}`}>
      <span class="step-number" aria-hidden="true">
        {n}
      </span>
      {title}
    </h2>
    {children}
  </section>
);

type FurtherField = Pick<ComponentProps<typeof TextArea>, "id" | "lang" | "value" | "error">;

/** A place for each further request, each inside the one before, so that there is one more to open and no script is needed. */
const FurtherRequests = ({ fields, n, lang }: { fields: readonly FurtherField[]; n: number; lang: Lang }) => {
  const [first, ...others] = fields;
  if (first === undefined) return null;
  const isUsed = fields.some(({ value = "", error }) => value !== "" || error !== undefined);
  return (
    <details class="another" open={isUsed}>
      <summary class="another-summary">{say.another[lang]}</summary>
      <TextArea
        {...first}
        most={fieldLimits.ask}
        required={false}
        label={requestName(n)[lang]}
        hint={say.anotherHint[lang]}
        rows={3}
      />
      <FurtherRequests fields={others} n={n + 1} lang={lang} />
    </details>
  );
};

export type FilePetition = FilingMoment & {
  view: View;
  typed: TypedFields<RegistrationField | `${"community" | "about"}Sought`>;
  errors: FieldErrors<RegistrationField>;
  /** Who writes it down for somebody, at a counter. */
  clerk?: CounterClerk;
  /** Why it was not registered, where no field is wrong. */
  problem?: string;
  /** Makes a double submit harmless: the same form files one petition. */
  submission: string;
  /** What became of what was written here before. */
  before?: { came: "filed"; receipt: string } | { came: "forgotten" };
};

/** 提交诉求: five questions in one column, and before sending what will happen next and by when. */
export const filePetitionPage = ({
  view,
  directory,
  calendar,
  now,
  typed,
  errors,
  problem,
  submission,
  before,
  clerk,
}: FilePetition): string => {
  const { lang } = view;
  const wrong = problemsOf(registrationFields, errors);
  const isCounter = clerk !== undefined;
  const action = isCounter ? "/register" : "/petition";
  const send = isCounter ? say.counterCheck : say.send;
  const title = isCounter ? say.counterTitle : say.title;
  const field = (id: PetitionField) => ({ id, lang, value: typed[id], error: errors[id] });
  const finder = (id: Exclude<UnitField, "rightUnit" | "assistUnit">) => ({
    directory,
    lang,
    field: id,
    chosen: typed[id],
    sought: typed[`${id}Sought`] ?? "",
  });
  const categories = directory.categories.map((category) => ({
    value: category.id,
    label: category.name[lang],
    hint: categoryHint(directory, category, lang),
    ...(category.urgent && { opens: <Emergency directory={directory} lang={lang} when="writing" /> }),
  }));

  return document(view, {
    title: `${wrong.length === 0 ? "" : say.wrong[lang]}${title[lang]}`,
    // At a counter nothing of a petitioner stays in the browser.
    scripts: isCounter ? ["unit-finder.client.js"] : ["unit-finder.client.js", "draft.client.js"],
    typedIn: { form: "petition", action },
    body: (
      <div class="narrow">
        <h1>{title[lang]}</h1>
        <ErrorSummary lang={lang} errors={wrong} kept />
        {problem !== undefined && (
          <p class="error-summary" role="alert" tabIndex={-1} id="errors">
            {problem}
          </p>
        )}
        {before !== undefined && (
          <p class="notice" role="status">
            {(isCounter && before.came === "filed" ? say.counterFiled : say[before.came])[lang]}{" "}
            {before.came === "filed" && <a href={before.receipt}>{say.receipt[lang]}</a>}
          </p>
        )}
        {isCounter ? (
          <p>{say.counterIntro[lang]}</p>
        ) : (
          <>
            <p>{say.intro[lang]}</p>
            <p>
              {say.danger[lang]} <EmergencyNumbers />
            </p>
            <p class="quiet">
              <a href="/status">{say.already[lang]}</a>
            </p>
          </>
        )}
        <form
          id="petition"
          method="post"
          action={action}
          noValidate
          data-draft={isCounter ? undefined : wrong.length === 0 && problem === undefined ? "restore" : "keep"}
        >
          {/* Enter in a field sends the form by its first button, which must not be one that finds something. */}
          <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true">
            {send[lang]}
          </button>
          <input type="hidden" name="submission" value={submission} />
          {isCounter && <input type="hidden" name="pass" value={clerk.pass} />}
          <p class="notice" data-draft-back role="status" hidden>
            {say.draftBack[lang]}{" "}
            <button class="link" type="button" data-draft-clear>
              {say.draftClear[lang]}
            </button>
          </p>
          {isCounter && <BroughtFields typed={typed} errors={errors} directory={directory} now={now} lang={lang} />}
          <Question n={1} title={say.what[lang]}>
            <ChoiceField {...field("category")} label={say.category[lang]} choices={categories} />
            <TextArea
              {...field("story")}
              most={fieldLimits.story}
              label={say.story[lang]}
              hint={say.storyHint[lang]}
              rows={7}
            />
            {listsAll(directory, "about") ? (
              <SelectField
                {...field("about")}
                required={false}
                label={say.about[lang]}
                hint={say.aboutHint[lang]}
                prompt={say.aboutPrompt[lang]}
              >
                <Units directory={directory} lang={lang} chosen={typed.about} />
              </SelectField>
            ) : (
              <UnitFinder
                {...finder("about")}
                label={say.about[lang]}
                hint={say.aboutHint[lang]}
                error={errors.about}
                otherwise={{ value: "", label: say.aboutPrompt[lang] }}
              />
            )}
          </Question>
          <Question n={2} title={say.where[lang]}>
            <UnitFinder
              {...finder("community")}
              label={say.community[lang]}
              hint={say.communityHint[lang]}
              error={errors.community}
              otherwise={{
                value: unknownCommunity,
                label: say.communityUnknown[lang],
                hint: say.communityUnknownHint[lang],
              }}
            />
            <TextField {...field("place")} label={say.place[lang]} hint={say.placeHint[lang]} />
          </Question>
          <Question n={3} title={say.hope[lang]}>
            <TextArea
              {...field("ask")}
              most={fieldLimits.ask}
              label={say.ask[lang]}
              hint={say.askHint[lang]}
              rows={4}
            />
            <FurtherRequests fields={askFields.slice(1).map(field)} n={2} lang={lang} />
          </Question>
          <Question n={4} title={say.who[lang]}>
            <FilingAgentFields typed={typed} errors={errors} isCounter={isCounter} lang={lang} />
            <TextField
              {...field("name")}
              label={say.name[lang]}
              hint={say.nameHint[lang]}
              input={{ autocomplete: "name" }}
            />
            <CheckField {...field("unnamed")} label={say.unnamed[lang]} hint={say.unnamedHint[lang]} required={false} />
          </Question>
          <Question n={5} title={say.reach[lang]}>
            <TextField
              {...field("phone")}
              label={say.phone[lang]}
              hint={say.phoneHint[lang]}
              required={false}
              input={{ inputMode: "tel", autocomplete: "tel" }}
            />
            <TextField
              {...field("ownNumber")}
              label={say.ownNumber[lang]}
              hint={say.ownNumberHint[lang]}
              required={false}
              input={{ inputMode: "numeric", autocomplete: "off" }}
            />
            <CheckField
              {...field("codeOnly")}
              label={say.codeOnly[lang]}
              hint={say.codeOnlyHint[lang]}
              required={false}
            />
            <TextField
              {...field("email")}
              label={say.email[lang]}
              hint={say.emailHint[lang]}
              required={false}
              input={{ inputMode: "email", autocomplete: "email" }}
            />
            <TextField {...field("address")} label={say.address[lang]} hint={say.addressHint[lang]} required={false} />
          </Question>
          <section class="panel next" aria-labelledby="next-title" hidden={isCounter}>
            <h2 id="next-title">{say.nextTitle[lang]}</h2>
            <ol>
              {promises.map((promise) => (
                <li key={promise.zh({ directory, calendar, now })}>{promise[lang]({ directory, calendar, now })}</li>
              ))}
            </ol>
          </section>
          {isCounter && <CheckedFields typed={typed} errors={errors} lang={lang} />}
          <button type="submit">{send[lang]}</button>
          <p class="quiet" data-draft-note hidden>
            {say.draftKept[lang]}
          </p>
        </form>
      </div>
    ),
  });
};
