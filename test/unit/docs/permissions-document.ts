import { existsSync, globSync } from "node:fs";
import { basename } from "node:path";
import type { CommandType } from "#case/acts/command.ts";
import { endsTurn, staffForms } from "#case/acts/every-act.ts";
import { agentScopeOf, petitionerForms } from "#case/acts/every-petitioner-act.ts";
import type { PetitionerActName } from "#case/acts/petitioner-acts.ts";
import type { StaffActName } from "#case/acts/staff-acts.ts";
import { Ask, News } from "#case/state/message.ts";
import type { Role } from "#case/state/turn.ts";
import { periodKinds, watchKinds } from "#clock/clock.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { escalationOrder } from "#ground/levels.ts";
import { newsTitle } from "#mail/news-mail.ts";
import { askTitle } from "#mail/task-mail.ts";
import { scopeWords } from "#words/acts/agent.ts";
import { clockTitle } from "#words/clock-title.ts";
import { deedNames } from "#words/deeds.ts";
import { letterNames } from "#words/letter-names.ts";
import { statusNames } from "#words/matters.ts";
import { refusalWords } from "#words/refusals.ts";
import { stationNames } from "#words/words.ts";
import { actWords, fieldWordsOf } from "../../fixtures/every-door.ts";
import { petitionerFieldWords } from "../../fixtures/every-petitioner-door.ts";
import { fileText } from "./markdown.ts";
import { type Found, foundOf } from "./what-acts-do.ts";

/** Marks what an act brings about in some situations only. */
const sometimes = "†";

type Named = (key: string) => Bilingual;

/** Words by the name of what they are about; a name without words is a defect. */
const from = <W>(words: Readonly<Record<string, W>>, name: (of: W) => Bilingual): Named => {
  const known = new Map(Object.entries(words).map(([key, of]) => [key, name(of)]));
  return (key) => {
    const found = known.get(key);
    if (found === undefined) throw new Error(`Nothing says what ${key} is called`);
    return found;
  };
};
const asItIs = (of: Bilingual): Bilingual => of;
const byKey = <K extends string>(keys: readonly K[], name: (key: K) => Bilingual): Record<string, Bilingual> =>
  Object.fromEntries(keys.map((key) => [key, name(key)]));

const deed = from(deedNames, asItIs);
const clock = from(
  byKey([...periodKinds, ...watchKinds], (kind) => {
    // Of clocks that begin anew the list says which one; here all of them are meant.
    const title = (lang: "zh" | "en") => clockTitle({ kind, n: 1 }, lang).replace(/（第 1 个）| \(no\. 1\)/, "");
    return { zh: title("zh"), en: title("en") };
  }),
  asItIs,
);
const status = from(statusNames, asItIs);
const station = from(stationNames, asItIs);
const letter = from(letterNames, asItIs);
const refusal = from(refusalWords, asItIs);
const mail = from(
  {
    ...byKey(
      Ask.options.map((ask) => `task ${ask}` as const),
      (key) => askTitle(Ask.parse(key.slice(5))),
    ),
    ...byKey(
      News.options.map((news) => `news ${news}` as const),
      (key) => newsTitle(News.parse(key.slice(5))),
    ),
    notice: { zh: "今日待办（晨报）里的一条", en: "a line in the morning digest" },
    dutyMail: { zh: "值班人员：紧急事项", en: "the duty officer, of an urgent case" },
  },
  asItIs,
);

/** Why anything at all can be refused: said once, and not of every act. */
const ofAll = ["movedOn", "ended", "notAtThisLevel", "pageOutdated", "outsideScope", "agencyOver"];

const both = ({ zh, en }: Bilingual): string => `${zh} ${en}`;
const alphabetical = (names: Iterable<string>): string[] => [...names].toSorted();
const listed = (counts: ReadonlyMap<string, number>, granted: number, name: Named): string =>
  alphabetical(counts.keys())
    .map((key) => `${both(name(key))}${counts.get(key) === granted ? "" : sometimes}`)
    .join("；");

/** The states in which it was granted, each with the levels at which it was. */
const places = ({ where }: Found): string => {
  const levels = new Map<string, string[]>();
  for (const place of where) {
    const [state = "", level] = place.split(" ");
    levels.set(state, [...(levels.get(state) ?? []), ...(level === undefined ? [] : [level])]);
  }
  const order = Object.keys(statusNames);
  const said = [...levels]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([state, at]) => {
      const stations = escalationOrder.every((level) => at.includes(level))
        ? ["各级 every level"]
        : Object.keys(stationNames).flatMap((one) => (at.includes(one) ? [both(station(one))] : []));
      return `${both(status(state))}${stations.length > 0 ? `（${stations.join("、")}）` : ""}`;
    });
  // An answer that is to be delivered and one that is have one name to those who read it.
  return [...new Set(said)].join("；");
};

/** What an act brings about, as lines of its section. */
const effects = (found: Found): [label: string, says: string][] => {
  const { granted, facts, started, stopped, moved, mails, letters } = found;
  return [
    ["记录 On record", listed(facts, granted, deed)],
    ["起算 Starts", listed(started, granted, clock)],
    ["停止 Stops", listed(stopped, granted, clock)],
    ["改期 Moves", listed(moved, granted, clock)],
    ["邮件 Mails", listed(mails, granted, mail)],
    ["文书 Letter", listed(letters, granted, letter)],
  ];
};

const refusals = ({ refused }: Found): string =>
  alphabetical(refused)
    .filter((why) => !ofAll.includes(why))
    .map((why) => `\n  - ${both(refusal(why))}`)
    .join("");

const actFiles = globSync("shared/case/acts/*.ts").toSorted();
const testFiles = globSync("test/unit/case/*.test.ts").toSorted();

/** Where acts are tested whose matter has no tests of its own. */
const ofWholeLives = "test/unit/case/decide.test.ts";

/** The tests of an act: those of its matter, or where that has none of its own, those that give it. */
const testsOf = (name: string): string => {
  const matter = actFiles.find((path) => new RegExp(`^  ${name}: act\\(`, "m").test(fileText(path)));
  if (matter === undefined) throw new Error(`No file in shared/case/acts has a row for ${name}`);
  // What a petitioner does of a matter has a file beside what the office does: `settlement-answers` beside `settlement`.
  const file = basename(matter, ".ts");
  const owns = [file, file.replace(/-\w+$/, "")].map((of) => `test/unit/case/${of}.test.ts`);
  const own = owns.find((path) => existsSync(path));
  const giving = testFiles.filter((path) => fileText(path).includes(`command: "${name}"`));
  const tests = own === undefined ? (giving.includes(ofWholeLives) ? [ofWholeLives] : giving) : [own];
  if (tests.length === 0) throw new Error(`No file in test/unit/case gives ${name}`);
  return tests.map((path) => `[${basename(path, ".test.ts")}](../${path})`).join(", ");
};

const section = (name: string, title: Bilingual, lines: readonly [label: string, says: string][]): string =>
  [
    `### ${title.zh} · ${title.en} · \`${name}\``,
    "",
    ...lines.filter(([, says]) => says !== "").map(([label, says]) => `- **${label}**: ${says}`.replace(": \n", ":\n")),
    "",
  ].join("\n");

const fieldsSaid = (fields: readonly string[], name: Named): string =>
  fields.map((field) => both(name(field))).join("；");

const roles: Readonly<Record<Role, Bilingual>> = {
  owner: { zh: "经办人", en: "the handler" },
  head: { zh: "负责人", en: "the head of the unit" },
  sender: { zh: "交办的信访局", en: "the petition office that sent it" },
  consenter: {
    zh: "决定是否转送、导入的信访局工作人员",
    en: "whoever decides for the petition office whether it goes elsewhere",
  },
  triage: { zh: "决定是否紧急的信访局工作人员", en: "whoever decides for the petition office whether it is urgent" },
  judge: { zh: "决定回避的负责人", en: "the head who decides who steps aside" },
  assistant: { zh: "协办单位", en: "a unit that is asked for help" },
  invited: { zh: "会商单位", en: "a unit that is called to a meeting" },
  convener: { zh: "为信访局召集会商的工作人员", en: "whoever calls meetings for the petition office" },
  promiser: { zh: "兑现承诺的单位", en: "a unit that keeps what a letter has promised" },
  overseer: { zh: "督办承诺的信访局工作人员", en: "whoever has broken promises kept for the petition office" },
  caller: { zh: "没有经手过此件的回访人", en: "whoever calls after the end, and had no hand in it" },
  supervisor: { zh: "决定督办的信访局工作人员", en: "whoever decides on supervision for the petition office" },
  supervised: { zh: "被督办单位的负责人", en: "the head of a unit that is supervised" },
  reviewer: { zh: "没有经手过的复查人员", en: "whoever reviews the answer, who had no part in the case" },
  inCharge: { zh: "包案领导", en: "the leader in charge" },
  namer: { zh: "过问包案的信访局负责人", en: "the head of the petition office, once the leader in charge is late" },
  instructed: { zh: "落实领导批示的单位", en: "a unit that a leader has instructed" },
  confidant: { zh: "信访局负责人", en: "the head of the petition office" },
  charged: { zh: "会商决定由其办事的单位", en: "a unit that a meeting has given something to do" },
};
const role = from(roles, asItIs);
const petitionerField = from(petitionerFieldWords, ({ name }) => name);

const staffSection = (name: StaffActName, found: Found): string =>
  section(name, actWords[name].button, [
    [
      "谁 Who",
      `${alphabetical(found.who)
        .map((who) => both(role(who)))
        .join("；")}；${endsTurn(name) ? "办完链接失效 the link is used up" : "可以继续办理 the link stays usable"}`,
    ],
    ["何时 When", places(found)],
    [
      "填写 Fields",
      fieldsSaid(
        staffForms.fieldsOf(name),
        from(fieldWordsOf(name), (words) => words.name),
      ),
    ],
    ...effects(found),
    ["不能办理 Refused", refusals(found)],
    ["测试 Tests", testsOf(name)],
  ]);

const petitionerSection = (name: PetitionerActName, found: Found): string => {
  const scope = agentScopeOf(name);
  const [fact = ""] = [...found.facts.keys()];
  return section(name, deed(fact), [
    [
      "谁 Who",
      scope === "never"
        ? "信访人本人 the petitioner alone"
        : `信访人 the petitioner；代理人，权限 an agent who may：${both(scopeWords[scope])}`,
    ],
    ["何时 When", places(found)],
    ["填写 Fields", fieldsSaid(petitionerForms.fieldsOf(name), petitionerField)],
    ...effects(found),
    ["不能办理 Refused", refusals(found)],
    ["测试 Tests", testsOf(name)],
  ]);
};

/** What is asked of a case by nobody's act on a page, in words. */
const others: Readonly<Record<Exclude<CommandType, "staff" | "petitioner" | "ring">, Bilingual>> = {
  openStation: { zh: "流程到达一个环节", en: "The workflow reaches a station" },
  renewLink: { zh: "持旧链接的人请求新链接", en: "Whoever holds a link asks for a new one" },
  mergeInto: { zh: "信访局把一件并入另一件办理", en: "The bureau has a petition handled in another" },
  takeMember: { zh: "牵头件接收并入件", en: "The one that leads takes it" },
  passLead: { zh: "牵头件撤回后，改由其中一件牵头", en: "One of those handled in it leads once it is withdrawn" },
  takeLead: { zh: "接替撤回的牵头件", en: "It leads the others that were handled in a withdrawn one" },
  followLead: { zh: "改并入接替牵头的一件", en: "It is handled in the one that leads now" },
  takeFollower: { zh: "接替牵头的一件接收其余各件", en: "The one that leads now takes another" },
  unmerge: { zh: "信访局解除并案", en: "The bureau ends a merger" },
  carry: { zh: "合并办理的另一件有了结果或者变化", en: "Something happened to a case that it is merged with" },
  renewCode: { zh: "信访局换发查询码", en: "The bureau gives a new query code" },
  turnOrdinary: { zh: "信访局把简易办理转为普通程序", en: "The bureau turns a simple case ordinary" },
  join: { zh: "持联名码的人联名", en: "Whoever has the code for joining joins" },
  stand: { zh: "联名人愿意当联系人，或者不再当", en: "Whoever has joined is ready as a contact person, or no more" },
  leave: { zh: "联名人退出", en: "Whoever has joined leaves" },
  askRecusalFor: { zh: "信访局登记信访人的回避申请", en: "The bureau records that the petitioner asks for a recusal" },
  markUrgent: { zh: "信访局或者单位负责人标为紧急", en: "The bureau, or a unit's head, marks it urgent" },
  unmarkUrgent: { zh: "信访局或者单位负责人取消紧急", en: "The bureau, or a unit's head, takes that back" },
  beginConvening: { zh: "信访局准备召集有关单位会商", en: "The bureau is to call units to a meeting" },
  beginSupervision: { zh: "信访局对逾期的单位提请督办", en: "The bureau is to supervise whoever has missed a day" },
  nameLeader: {
    zh: "信访局负责人或者区领导确定、更换包案领导",
    en: "The bureau's head, or a leader, names the leader in charge",
  },
  pullUp: { zh: "信访局负责人或者区领导提级办理", en: "The bureau's head, or a leader, pulls a case up" },
  withdrawOnPaper: { zh: "信访局登记书面撤回", en: "The bureau records a withdrawal on paper" },
  undoForPetitioner: { zh: "信访局应信访人要求恢复办理", en: "The bureau undoes a withdrawal for the petitioner" },
  askMailboxAgain: { zh: "信访人请求再次确认邮箱", en: "The petitioner has their address asked again" },
  fileCame: { zh: "信访人交的照片或 PDF 传到", en: "A photo or PDF that the petitioner sent has arrived" },
  passOn: { zh: "邮件送不到经办人", en: "No mail reaches whoever has a turn" },
  answerNotMailed: { zh: "没有邮件可以告知答复", en: "No mail can tell of the answer" },
  handOver: { zh: "通讯录更换，经办人不再合适", en: "By a new directory somebody may not keep a turn" },
  releaseClock: { zh: "系统管理员放回期限", en: "An operator puts a clock back" },
  recount: { zh: "放假安排变化，期限重算", en: "The calendar changed, and clocks are counted anew" },
  replaceExecution: { zh: "流程中断，由新的一轮接替", en: "A new execution takes the place of one that is gone" },
};

const intro = `# 谁可以做什么 Who may do what

<!-- Printed from the acts' rows, and from what came of every act in every situation. Do not edit: npm run docs:permissions -->

This page is printed by \`npm run docs:permissions\`, and a test compares it with the program. Who, fields and links come from the rows of the acts; all else was found by trying every act in every situation that a case can get into. ${sometimes} marks what happens in some of them only.

本页由 \`npm run docs:permissions\` 生成，并由测试与程序核对。谁、填写、链接取自办理动作的定义；其余是在各种情形下逐一试行每个动作得到的结果。${sometimes} 表示只在部分情形下发生。

Any act is refused, and changes nothing, where it does not fit the state of the case, where the page that it was sent from has been overtaken, and after the case has ended. 凡是与事项状态不符、页面已经过时或者事项已经结束的，一律不办理，也不改变任何记录。
`;

/** The document, from what was found of each act. @throws {Error} of an act that was granted in no situation. */
export const permissionsDocument = (acts: ReadonlyMap<string, Found>): string =>
  [
    intro,
    "## 工作人员 The office\n",
    ...staffForms.names.map((name) => staffSection(name, foundOf(acts, name))),
    "## 信访人和代理人 Petitioners and their agents\n",
    ...petitionerForms.names.map((name) => petitionerSection(name, foundOf(acts, name))),
    "## 期限到点 When a clock rings\n",
    ...[...periodKinds, ...watchKinds]
      .filter((kind) => (acts.get(`ring ${kind}`)?.granted ?? 0) > 0)
      .map((kind) => {
        const found = foundOf(acts, `ring ${kind}`);
        return section(kind, clock(kind), [["何时 When", places(found)], ...effects(found)]);
      }),
    "## 系统和命令 The system, and commands\n",
    ...Object.entries(others)
      .filter(([name]) => (acts.get(`command ${name}`)?.granted ?? 0) > 0)
      .map(([name, title]) => {
        const found = foundOf(acts, `command ${name}`);
        return section(name, title, [["何时 When", places(found)], ...effects(found)]);
      }),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
