import { digest } from "#access/digest.ts";
import { issuesLetter } from "#case/acts/given-acts.ts";
import type { StaffActName, StaffField } from "#case/acts/staff-acts.ts";
import { agentsOf } from "#case/state/agent.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { Matter, Petitioner } from "#case/state/party.ts";
import type { AgentContact } from "#case/state/sealed-agent.ts";
import type { ContactPerson } from "#case/state/sealed-signatory.ts";
import type { Role } from "#case/state/turn.ts";
import type { Calendar } from "#clock/calendar.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory, Staff } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { Chain } from "#web/parts/chain.tsx";
import { Clocks } from "#web/parts/clocks.tsx";
import { CommandFields, commandFieldId } from "#web/parts/command-forms.tsx";
import { document } from "#web/parts/document.tsx";
import { ErrorSummary, type FieldErrors, Hidden, problemsOf, type TypedFields } from "#web/parts/form.tsx";
import { CaseHeadline } from "#web/parts/headline.tsx";
import { OtherDoor } from "#web/parts/other-door.tsx";
import { Requests } from "#web/parts/requests.tsx";
import type { StaffDoor } from "#web/parts/staff-door.ts";
import { ToAlikeCases } from "#web/parts/to-alike-cases.tsx";
import { ToCaseFiles } from "#web/parts/to-case-files.tsx";
import { ToCaseStory } from "#web/parts/to-case-story.tsx";
import { ToClockCourse } from "#web/parts/to-clock-course.tsx";
import { ToMergedCases } from "#web/parts/to-merged-cases.tsx";
import type { UnitSought } from "#web/parts/units-listed.ts";
import { Unsent } from "#web/parts/unsent.tsx";
import type { View } from "#web/parts/view.ts";
import { relationWords, scopeSaid } from "#words/acts/agent.ts";
import { phoneWords } from "#words/phone-words.ts";
import type { UnsentText } from "#words/staff-words.ts";
import { taskTitle } from "#words/task-words.ts";
import { turnToOffice } from "#words/turn-to-office.ts";
import { communityName, staffOfUnit } from "#words/words.ts";

const say = {
  toCommands: { zh: "去办理", en: "Act on it" },
  matter: { zh: "事由", en: "The matter" },
  story: { zh: "发生了什么", en: "What happened" },
  ask: { zh: "希望怎么解决", en: "What is asked for" },
  where: { zh: "在哪里", en: "Where" },
  petitioner: { zh: "信访人", en: "The petitioner" },
  agent: { zh: "代理人", en: "Agent" },
  contactPerson: { zh: "联系人（联名）", en: "Contact person, who has joined" },
  filed: { zh: "代为提交", en: "Filed it" },
  confirmed: { zh: "信访人已确认委托", en: "the petitioner has confirmed that they had asked for it" },
  unconfirmed: {
    zh: "信访人还没有确认委托，重要的事请向本人核实",
    en: "the petitioner has not confirmed yet that they had asked for it: ask them about what matters",
  },
  name: { zh: "姓名", en: "Name" },
  phone: { zh: "电话", en: "Phone" },
  noPhone: { zh: "没有留", en: "None left" },
  unnamed: { zh: "没有留姓名", en: "No name left" },
  address: { zh: "收信地址", en: "Postal address" },
  email: { zh: "邮箱", en: "Email" },
  recorded: {
    zh: "您这次查看已记录，信访人能看到查看的单位和时间。",
    en: "This look is recorded; the petitioner sees your unit and the time.",
  },
  draftBack: {
    zh: "已恢复您上次没有写完的内容，还没有提交。草稿加密保存，只在这台设备上，凭这个链接才能打开。",
    en: "What you had begun to write is back; nothing was sent. Your draft is kept encrypted on this device only, and opens with this link alone.",
  },
  draftClear: { zh: "清除草稿", en: "Clear the draft" },
  preview: { zh: "下一步：预览", en: "Next: preview" },
  commands: { zh: "您可以怎么办", en: "What you can do" },
  none: { zh: "现在没有需要您办理的。", en: "Nothing is asked of you now." },
  signedIn: { zh: "以您的名义办理：", en: "Acting as " },
} satisfies Record<string, Record<Lang, string>>;

const MatterPanel = ({
  matter,
  petition,
  directory,
  lang,
  alone,
}: {
  matter: Matter;
  petition: Case;
  directory: Directory;
  lang: Lang;
  /** Whether the reader is shown this and not who petitions, so that this panel says that the look is recorded. */
  alone: boolean;
}) => (
  <section class="panel" aria-labelledby="matter-title">
    <h2 id="matter-title">{say.matter[lang]}</h2>
    <dl class="facts stacked">
      <div>
        <dt>{say.story[lang]}</dt>
        <dd class="own-words">{matter.story}</dd>
      </div>
      <div>
        <dt>{say.ask[lang]}</dt>
        <dd>
          <Requests requests={matter.requests} />
        </dd>
      </div>
      <div>
        <dt>{say.where[lang]}</dt>
        <dd>
          {communityName(directory, petition.community, lang)}
          {{ zh: "，", en: ", " }[lang]}
          {matter.place}
        </dd>
      </div>
    </dl>
    {alone && <small class="quiet">{say.recorded[lang]}</small>}
  </section>
);

/** An address that may go on in a new line after its @, and preferably nowhere else. */
const Address = ({ email }: { email: string }) => {
  const at = email.indexOf("@") + 1;
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
};

type WhoAsks = {
  petitioner: Petitioner;
  petition: Case;
  agents: readonly AgentContact[];
  contactPersons: readonly ContactPerson[];
  lang: Lang;
};

/** That an agent has filed it, what they are to the petitioner, and whether that has confirmed them. */
const FiledIt = ({ filed, lang }: { filed: ReturnType<typeof agentsOf>[number]["filed"]; lang: Lang }) =>
  filed === undefined ? null : (
    <>
      <br />
      <small class="quiet">
        {say.filed[lang]}
        {{ zh: "（", en: " (" }[lang]}
        {relationWords[filed.as][lang]}
        {{ zh: "）；", en: "); " }[lang]}
        {say[filed.confirmed ? "confirmed" : "unconfirmed"][lang]}
      </small>
    </>
  );

const PetitionerPanel = ({ petitioner, petition, agents, contactPersons, lang }: WhoAsks) => (
  <section class="panel" aria-labelledby="petitioner-title">
    <h2 id="petitioner-title">{say.petitioner[lang]}</h2>
    <dl class="facts">
      <div>
        <dt>{say.name[lang]}</dt>
        <dd>{petitioner.name ?? say.unnamed[lang]}</dd>
      </div>
      <div>
        <dt>{say.phone[lang]}</dt>
        <dd>
          {petitioner.phone === undefined ? (
            say.noPhone[lang]
          ) : (
            <a href={`tel:${petitioner.phone}`}>{phoneWords(petitioner.phone, lang)}</a>
          )}
        </dd>
      </div>
      {petitioner.email !== undefined && (
        <div>
          <dt>{say.email[lang]}</dt>
          <dd>
            <a href={`mailto:${petitioner.email}`}>
              <Address email={petitioner.email} />
            </a>
          </dd>
        </div>
      )}
      {petitioner.address !== undefined && (
        <div>
          <dt>{say.address[lang]}</dt>
          <dd>{petitioner.address}</dd>
        </div>
      )}
      {agents.map(({ n, name, phone, scope }) => (
        <div key={n}>
          <dt>{say.agent[lang]}</dt>
          <dd>
            {name} <a href={`tel:${phone}`}>{phoneWords(phone, lang)}</a>
            <br />
            <small class="quiet">{scopeSaid(scope, lang)}</small>
            <FiledIt filed={agentsOf(petition).find((one) => one.n === n)?.filed} lang={lang} />
          </dd>
        </div>
      ))}
      {contactPersons.map(({ n, name, phone }) => (
        <div key={`joined-${n}`}>
          <dt>{say.contactPerson[lang]}</dt>
          <dd>
            {name} {phone === undefined ? say.noPhone[lang] : <a href={`tel:${phone}`}>{phoneWords(phone, lang)}</a>}
          </dd>
        </div>
      ))}
    </dl>
    <small class="quiet">{say.recorded[lang]}</small>
  </section>
);

type ActsShown = {
  door: StaffDoor;
  petition: Case;
  directory: Directory;
  calendar: Calendar;
  now: Instant;
  lang: Lang;
  token: string;
  commands: readonly StaffActName[];
  errors: FieldErrors<StaffField>;
  typed: TypedFields<StaffField | UnitSought>;
  chosen: StaffActName | undefined;
  /** What is asked for, by number. */
  requests: readonly string[];
};

/** The commands in order of likelihood, each saying what it causes; the chosen one's form opens in place. */
const CommandList = ({
  door,
  petition,
  directory,
  calendar,
  now,
  lang,
  token,
  commands,
  errors,
  typed,
  chosen,
  requests,
  person,
  role,
}: ActsShown & { person: Staff; role: Role }) => (
  <section class="commands" id="commands" aria-labelledby="commands-title" data-draft-of={digest(person.id)}>
    <h2 id="commands-title">{say.commands[lang]}</h2>
    <p class="notice" data-draft-back role="status" hidden>
      {say.draftBack[lang]}{" "}
      <button class="link" type="button" data-draft-clear>
        {say.draftClear[lang]}
      </button>
    </p>
    {commands.length === 0 && <p>{say.none[lang]}</p>}
    {commands.map((name) => {
      const { button, effect: says } = door.told.wordsOf(name);
      const [label, effect] = [button[lang], says[lang]({ petition, directory, calendar, now })];
      if (door.given.isOneClick(name)) {
        return (
          <form class="command" method="post" action={`${door.address}/act`} key={name}>
            <Hidden fields={{ token, command: name }} />
            <button type="submit" aria-describedby={`${name}-effect`}>
              {label}
            </button>
            <small id={`${name}-effect`}>{effect}</small>
          </form>
        );
      }
      const mine = name === chosen;
      return (
        <details class="command" name="commands" open={mine} key={name}>
          <summary>
            <strong>{label}</strong>
            <small>{effect}</small>
          </summary>
          <form method="post" action={`${door.address}/act`} noValidate>
            <Hidden fields={{ token, command: name }} />
            <CommandFields
              door={door}
              name={name}
              petition={petition}
              directory={directory}
              now={now}
              lang={lang}
              requests={requests}
              typed={mine ? typed : {}}
              errors={mine ? errors : {}}
            />
            <button type="submit">{issuesLetter(name) ? say.preview[lang] : label}</button>
          </form>
        </details>
      );
    })}
    <OtherDoor petition={petition} role={role} here={door.name} token={token} lang={lang} />
  </section>
);

type TaskShown = {
  view: View;
  /** What its acts are given by. */
  door: StaffDoor;
  petition: Case;
  events: readonly CaseEvent[];
  directory: Directory;
  calendar: Calendar;
  now: Instant;
  token: string;
  /** Who acts. */
  person: Staff;
  role: Role;
  /** Shown to the owner of the step only. */
  petitioner: Petitioner | undefined;
  /** Who acts for them, and for what. */
  agents?: readonly AgentContact[];
  contactPersons?: readonly ContactPerson[];
  matter: Matter;
  /** What the step allows, most likely first. */
  commands: readonly StaffActName[];
  errors?: FieldErrors<StaffField>;
  typed?: TypedFields<StaffField | UnitSought>;
  /** The command whose form is open. */
  chosen?: StaffActName | undefined;
  /** Why the last command was not carried out, when that is about no single field. */
  notice?: string | undefined;
  /** What was written for a turn that was another before it was sent. */
  unsent?: readonly UnsentText[];
};

/** 办理: who, what and where, the chain and the clocks, and the commands. Shown once the reader is recognised. */
export const taskPage = ({
  view,
  door,
  petition,
  events,
  directory,
  calendar,
  now,
  token,
  person,
  role,
  petitioner,
  agents = [],
  contactPersons = [],
  matter,
  commands,
  errors = {},
  typed = {},
  chosen,
  notice,
  unsent = [],
}: TaskShown): string => {
  const { lang } = view;
  const scene = { petition, directory, calendar, lang, now };
  const title = taskTitle(petition, role, lang);
  const reading = { ...scene, person, role, site: view.site, requests: matter.requests };
  const wrong =
    chosen === undefined
      ? []
      : problemsOf(door.given.forms.fieldsOf(chosen), errors, (field) => commandFieldId(chosen, field));
  return document(view, {
    title: `${title} ${caseNumber(petition.id, directory)}`,
    readers: "staff",
    body: (
      <>
        {notice !== undefined && (
          <p class="notice" role="alert">
            {notice}
          </p>
        )}
        <ErrorSummary lang={lang} errors={wrong} kept />
        {unsent.length > 0 && <Unsent texts={unsent} lang={lang} />}
        <div class="top">
          <CaseHeadline {...scene} turn={turnToOffice} title={title}>
            <p class="row no-print">
              <a href="#commands" class="action">
                {say.toCommands[lang]}
              </a>
              <span class="quiet">
                {say.signedIn[lang]}
                {staffOfUnit(directory, { staff: person.id, unit: person.unit }, lang)}
              </span>
            </p>
          </CaseHeadline>
          <Clocks {...scene} />
        </div>
        <div class="task">
          <div class="who">
            {petitioner !== undefined && (
              <PetitionerPanel {...{ petitioner, petition, agents, contactPersons, lang }} />
            )}
            {door.panels.map((Panel) => Panel(reading))}
          </div>
          <div class="what">
            <MatterPanel
              matter={matter}
              petition={petition}
              directory={directory}
              lang={lang}
              alone={petitioner === undefined}
            />
            {door.Minutes?.(reading)}
            {petition.status === "delivering" &&
              door.answers?.ToDeliver({ petition, requests: matter.requests, to: petitioner, lang, site: view.site })}
            {(role === "assistant" || role === "charged") && door.Attach?.({ token, lang })}
            <CommandList
              door={door}
              role={role}
              person={person}
              {...scene}
              token={token}
              commands={commands}
              errors={errors}
              typed={typed}
              chosen={chosen}
              requests={matter.requests}
            />
          </div>
          <Chain {...scene} events={events} />
          <div class="history">
            <ToCaseStory events={events} now={now} token={token} lang={lang} />
            {role === "owner" && <ToMergedCases petition={petition} token={token} lang={lang} />}
            {role === "owner" && <ToAlikeCases petition={petition} token={token} lang={lang} />}
            {petitioner !== undefined && role === "owner" && (
              <ToCaseFiles petition={petition} token={token} lang={lang} />
            )}
            {role === "owner" && door.answers?.ToDossier?.({ petition, token, lang })}
            <ToClockCourse token={token} lang={lang} />
          </div>
        </div>
      </>
    ),
  });
};
