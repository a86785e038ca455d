import { everyAct, staffForms } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import { letterBrought } from "#case/acts/letter-brought.ts";
import { attachmentsOf } from "#case/state/attaching.ts";
import { hasEnded } from "#case/state/case.ts";
import { AgentScope } from "#case/state/facts/agent.ts";
import { WhyNotFile } from "#case/state/facts/files.ts";
import { mostRequests } from "#case/state/party.ts";
import type { AgentSeen } from "#case/state/sealed-agent.ts";
import { actor, isObjecting, partsIn } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import type { Lang } from "#ground/bilingual.ts";
import { newEntryId } from "#ground/ids.ts";
import { actsNow } from "#register/decide.ts";
import { entryAddress } from "#register/door.ts";
import type { Entry } from "#register/entry.ts";
import { proposals } from "#register/proposals.ts";
import { alikeCasesPage } from "#web/pages/alike-cases.page.tsx";
import { type AttachmentsDrawn, attachmentsPage } from "#web/pages/attachments.page.tsx";
import { caseFilesPage } from "#web/pages/case-files.page.tsx";
import { type CheckShown, checkLetterPage } from "#web/pages/check-letter.page.tsx";
import { type CheckPetition, checkPetitionPage } from "#web/pages/check-petition.page.tsx";
import { type CounterFilesDrawn, counterFilesPage } from "#web/pages/counter-files.page.tsx";
import { decisionPage } from "#web/pages/decision.page.tsx";
import { dossierPage, dossierPaper } from "#web/pages/dossier.page.tsx";
import { entryPage } from "#web/pages/entry.page.tsx";
import {
  counterFilesGone,
  deadLink,
  type ErrorKind,
  type ErrorWords,
  errorPage,
  passGone,
  receiptGone,
  unknownLink,
} from "#web/pages/error.page.tsx";
import { filesPage } from "#web/pages/files.page.tsx";
import { joinPage, joinReceiptPage, signPage } from "#web/pages/join.page.tsx";
import { jointFormPage, jointPage, leftPage } from "#web/pages/joint.page.tsx";
import { letterPreviewPage } from "#web/pages/letter-preview.page.tsx";
import { type LookBackReason, lookBackPage } from "#web/pages/look-back.page.tsx";
import { mailboxAnsweredPage, mailboxAskedPage } from "#web/pages/mailbox.page.tsx";
import { materialPage } from "#web/pages/material.page.tsx";
import { mergedCasesPage } from "#web/pages/merged-cases.page.tsx";
import { newLinkPage } from "#web/pages/new-link.page.tsx";
import { noticePage } from "#web/pages/notice.page.tsx";
import { ownAffairsPage } from "#web/pages/own-affairs.page.tsx";
import { ownFilePage, wholeFilePage } from "#web/pages/own-file.page.tsx";
import { problemPage } from "#web/pages/problem.page.tsx";
import { receiptPage } from "#web/pages/receipt.page.tsx";
import { statusFormPage } from "#web/pages/status-form.page.tsx";
import { taskEntryPage } from "#web/pages/task-entry.page.tsx";
import { taskResultPage } from "#web/pages/task-result.page.tsx";
import { toDecidePage } from "#web/pages/to-decide.page.tsx";
import { EnterFilesNow } from "#web/parts/files-now.tsx";
import { LetterPreview } from "#web/parts/letter-preview.tsx";
import { isChecked } from "#web/parts/petitioner-door.tsx";
import { ReceiptNotice } from "#web/parts/receipt-notice.tsx";
import { dossierFor } from "#web/parts/to-dossier.tsx";
import { ownNumberWords } from "#words/code-words.ts";
import { refusedFile } from "#words/file-refusals.ts";
import { proposalTitles } from "#words/registers/proposal-titles.ts";
import { proposalWords } from "#words/registers/proposals.ts";
import { everyDoor } from "../../fixtures/every-door.ts";
import { doorGiving } from "../../fixtures/every-petitioner-door.ts";
import { sampleLetters } from "../../fixtures/letters.ts";
import { namesAgent } from "../case/story.ts";
import {
  agentOf,
  caseStory,
  checked,
  clockCourse,
  form,
  ownStory,
  partOf,
  status,
  summary,
  task,
  turnAt,
  view,
} from "./drawing.ts";
import {
  directory,
  letter,
  matter,
  petitioner,
  type Sample,
  samples,
  supervisionAsked,
  supervisionReported,
} from "./samples.ts";

/** A page in one of its states. `page` is the file that draws it, before `.page.tsx`. */
export type DrawnPage = { page: string; state: string; html: string };

const errors: Readonly<Record<ErrorKind, ErrorKind>> & Readonly<Record<string, ErrorKind | ErrorWords>> = {
  ...({ notFound: "notFound", wrongMethod: "wrongMethod", unexpected: "unexpected", forbidden: "forbidden" } as const),
  ...({ brokenForm: "brokenForm", tooLarge: "tooLarge", headersTooLarge: "headersTooLarge" } as const),
  ...{ unknownLink, deadLink, passGone, receiptGone, counterFilesGone },
};

const lookBackReasons = [
  ...([
    "used",
    "replaced",
    "overtaken",
    "reassigned",
    "passedOn",
    "lapsed",
    "unneeded",
    "withdrawn",
    "ended",
    "left",
    "notYours",
  ] as const),
] satisfies LookBackReason[];

const openAnswer = { type: "petitioner", act: { command: "openAnswer" } } as const;

const promising = samples.inTownship
  .owner({
    ...{ command: "reply", ...letter },
    ...{ outcome: "promised", outcome2: "promised", promisedFor: "2027-01-15" },
  })
  .does(openAnswer);
const corrected = samples.answered.owner({
  ...{ command: "correctLetter", kind: "slip", change: "第二项的日期写错了一天", reason: "抄写时写错" },
  ...letter,
});

const { objecting, assisting } = samples;
const answering = partsIn(assisting.petition).find(({ role }) => role === "assistant");
if (answering === undefined) throw new Error("Nobody is asked to assist");
/** What the unit that is asked has attached, and something that was not taken. */
const attachedAs = (name: string, file: { kind: "jpeg"; bytes: number; sha256: string } | { why: "position" }) =>
  ({ type: "fileCame", file: { name: name.repeat(22), ...file }, agent: undefined, turn: answering }) as const;
const attached = assisting
  .does(attachedAs("P", { kind: "jpeg", bytes: 345_678, sha256: "S".repeat(43) }))
  .does(attachedAs("Q", { why: "position" }));
const assisted = attached.does({
  ...{ type: "staff", by: answering.staff, stepNo: answering.stepNo, assignment: answering.assignment },
  act: { command: "contribute", contribution: "资金11月27日已经拨付，复工只缺监理单位签字，11月30日前补齐。" },
});
/** Whoever has a part of a kind in a sample, as the page of their task is drawn. */
const asOf = (sample: Sample, role: Role) => {
  const person = directory.staff.find(({ id }) =>
    partsIn(sample.petition).some((one) => one.role === role && one.staff === id),
  );
  if (person === undefined) throw new Error(`Nobody is ${role}`);
  return { role, person, petitioner: undefined };
};
const { convening, met } = samples;
const answeredBy = directory.staff.find(({ id }) => id === answering.staff);
if (!isObjecting(objecting.petition)) throw new Error("Nobody objects");
const { decider: sender, assignment } = objecting.petition.objection;
const sentOn = objecting.does({
  ...{ type: "staff", by: sender.staff, stepNo: objecting.petition.stepNo, assignment },
  act: { command: "upholdObjection", rightUnit: "housing", reason: "老旧小区改造由区住建局主管。" },
});

const { proposing, proposingTransfer } = samples;
/** The bureau agrees to what an owner has proposed. */
const agreedTo = (sample: Sample): Sample => {
  const part = partsIn(sample.petition).find(({ role }) => role === "consenter");
  if (part === undefined) throw new Error("Nothing is proposed");
  return sample.does({
    ...{ type: "staff", by: part.staff, stepNo: part.stepNo, assignment: part.assignment },
    act: { command: "agreeOtherWay" },
  });
};

/** Cases at stations at which only some pages look otherwise. */
const further: Readonly<Record<string, Sample>> = {
  promising,
  sentOn,
  guidedByConsent: agreedTo(proposing),
  transferredByConsent: agreedTo(proposingTransfer),
  assisted,
  promiseDue: promising.at("2027-02-10T00:00:00.000Z").rings().rings(),
  corrected,
  correctedAndOpened: corrected.does(openAnswer),
  handedOver: samples.answered.owner({ command: "recordDelivery", how: "byHand", on: "2026-12-02" }),
};
const cases = Object.entries({ ...samples, ...further });

/** A petition with as much in it as there may be, each request too long for a line. */
const full = {
  ...matter,
  requests: Array.from({ length: mostRequests }, (_, at) => `${at + 1}. ${matter.requests.join("")}`),
};
const asked = { ask: "一", ask2: "二", ask3: "三", ask4: "四", ask5: "五" };

const clerk = { staff: "wang-min", unit: "xinfang-ju", pass: "-" };
const filingAgent = { name: "陆新华", phone: "+8613900005678", relation: "neighbour" } as const;
const atCounter: CheckPetition["petition"] = {
  ...{ category: "housing-estates", community: "nanyuan", about: { units: [], staff: [] } },
  ...{ submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10", matter, petitioner: {}, keyNumber: undefined },
  brought: {
    ...{ channel: "hotline", receivedOn: "2026-11-02", number: "20261102-0031", checked: { how: "readBack" } as const },
    ...{ late: "passedOn", by: "wang-min", unit: "xinfang-ju" },
  },
};

const filing = (lang: Lang): Record<string, string> => ({
  empty: form(lang),
  "with five requests": form(lang, { typed: asked }),
  "with what is wrong": form(lang, {
    typed: { ...asked, communitySought: "金", category: "imminent-danger", phone: "139" },
    errors: { story: "-", category: "-", community: "-", place: "-", ask: "-", name: "-", phone: "-", email: "-" },
  }),
  "for somebody else": form(lang, { typed: { forSomebody: "yes", relation: "neighbour" } }),
  "for somebody else, with what is wrong": form(lang, {
    typed: { agentName: "陆新华" },
    errors: { forSomebody: "-", agentPhone: "-", relation: "-", asked: "-", phone: "-" },
  }),
  "not registered": form(lang, { problem: "-" }),
  "filed before": form(lang, { before: { came: "filed", receipt: "/receipt/r" } }),
  "at a counter": form(lang, { clerk }),
  "at a counter, with what is wrong": form(lang, {
    clerk,
    errors: { channel: "-", receivedOn: "-", externalNumber: "-", late: "-", checked: "-" },
  }),
  "with the demo clock": form(lang, { view: view(lang, { demo: { now: samples.filed.now } }) }),
});

const checking = (lang: Lang): Record<string, string> => ({
  kept: checked(lang),
  "not kept": checked(lang, { sends: { story: matter.story, place: matter.place, ask: "-", submission: "s1" } }),
  "filed before": checked(lang, {
    filed: { caseId: samples.filed.petition.id, at: samples.filed.now, receipt: "/receipt/r" },
  }),
  "not registered": checked(lang, { problem: "-" }),
  "at a counter": checked(lang, { petition: atCounter, action: "/register" }),
  "for somebody else": checked(lang, { petition: { ...atCounter, brought: undefined, agent: filingAgent } }),
  urgent: checkPetitionPage({
    ...{ view: view(lang), directory, now: samples.filed.now, sends: "/petition/d", action: "/petition" },
    petition: {
      ...{ category: "imminent-danger", about: { units: ["nanyuan"], staff: [] } },
      ...{ submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10", matter: full },
      ...{ petitioner: { name: "陈桂芳" }, keyNumber: "20261120" },
    },
  }),
});

/** Each decision that is shown once more, on the first case that offers it. */
const decisions = (lang: Lang): Record<string, string> => {
  const drawn: Record<string, string> = {};
  for (const [, { petition, now, calendar }] of cases) {
    for (const command of offeredToPetitioner(petition, { now, calendar, directory })) {
      const door = doorGiving(command);
      if (!isChecked(door, command) || command in drawn) continue;
      const contact = { phone: "+8613800001201", email: "wang@example.cn" };
      const keyed = { code: "7KQM-2D9X-VT4H", phoneTail: "1201" };
      const agents = [{ n: 1, name: "陆新华", phone: "+8613900005678", code: "-", scope: ["follow" as const] }];
      const shown = {
        view: view(lang),
        door,
        lang,
        petition,
        contact,
        agents,
        contactPersons,
        directory,
        calendar,
        now,
        keyed,
        command,
      };
      drawn[command] = decisionPage({ ...shown, sent: undefined });
      drawn[`${command}, wrongly`] = decisionPage({
        ...shown,
        sent: { command, typed: {}, errors: { wholePhone: "-" } },
        notice: "-",
        back: "d",
      });
    }
  }
  return drawn;
};

/** A letter before it is issued. */
const preview = (lang: Lang, isAnother: boolean): string => {
  const { petition, now, calendar } = samples.inTownship;
  const turn = actor(petition);
  const act = { command: "reply", ...letter } as const;
  const brought = turn && letterBrought(everyAct, petition, turn, act, { now, calendar, directory });
  if (brought === undefined) throw new Error("the reply brings no letter");
  return letterPreviewPage({
    ...{ view: view(lang), Preview: LetterPreview, address: "/task", letter: brought, mark: "m" },
    ...{ requests: matter.requests, form: { token: "t", ...act }, isAnother },
  });
};

const results = (lang: Lang): Record<string, string> =>
  Object.fromEntries(
    (["inTransit", "inCommunity", "answered"] as const).map((name) => {
      const { petition, events, calendar, now } = samples[name];
      const did = events.at(-1);
      if (did === undefined) throw new Error("nothing was done");
      const next =
        petition.status === "delivering"
          ? { next: { address: "/delivery/task", token: "t" }, letter: { petition, requests: matter.requests } }
          : {};
      const part = partOf(samples[name], did);
      return [
        name,
        taskResultPage({ view: view(lang), door: everyDoor, petition, directory, calendar, now, did, part, ...next }),
      ];
    }),
  );

const sentPhoto = { n: 1, name: "A".repeat(22), kind: "jpeg", bytes: 345_678, on: "2026-11-23" } as const;

const receipts = (lang: Lang): Record<string, string> => {
  const told = { view: view(lang), directory, code: "7KQM-2D9X-VT4H", limits: directory.policy.limits };
  return {
    "with a photo since": receiptPage({
      ...{ ...samples.filed, ...told, phone: "+8613900002468", goesBy: "phone", isMailed: false },
      petition: { ...samples.filed.petition, files: { kept: [sentPhoto], refused: [] } },
    }),
    "with a phone": receiptPage({
      ...{ ...samples.filed, ...told, phone: "+8613900002468", goesBy: "phone", isMailed: true },
    }),
    "at a counter": receiptPage({
      ...{ ...samples.filed, petition: { ...samples.filed.petition, receivedOn: "2026-11-20" }, ...told },
      ...{
        goesBy: "caseNumber",
        isMailed: false,
        handedOver: {
          notice: ReceiptNotice({ letter: sampleLetters.receipt, view: view(lang) }),
          files: EnterFilesNow({ petition: samples.filed.petition, pass: "-", lang }),
          next: "/register?pass=-",
        },
      },
    }),
    "by an agent": receiptPage({
      ...{ ...samples.filedForThem, ...told, goesBy: "ownNumber", isMailed: true },
      agent: { ...filingAgent, code: "2B9K-XT4H-7KQM" },
    }),
    "without a number or a name": receiptPage({
      ...{ ...samples.filed, petition: { ...samples.filed.petition, unnamed: true }, ...told },
      ...{ goesBy: "caseNumber", isMailed: false },
    }),
    "urgent, without one": receiptPage({ ...samples.urgent, ...told, goesBy: "ownNumber", isMailed: false }),
  };
};

const ofCases = (draw: (sample: Sample) => string): Record<string, string> =>
  Object.fromEntries(cases.map(([name, sample]) => [name, draw(sample)]));

const anAgent = [
  {
    n: 1,
    name: "陆新华",
    phone: "+8613900005678",
    code: "7KQM-2D9X-VT4H",
    scope: ["follow" as const, "settle" as const],
  },
];

/** The bureau has recorded what came on paper. */
const pressed = samples.inCommunity
  .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
  .does({ type: "petitioner", act: { command: "tellPressure", pressure: "楼长说不撤回就不给开证明。" } });

const withdrawnOnPaper = samples.inCommunity.does({
  ...{ type: "withdrawOnPaper", by: "zhou-min" },
  paper: { signedOn: "2026-11-20", scan: "SC-2026-0012", checkedBy: "zhou-min", check: "residentId" },
});

const statuses = (lang: Lang): Record<string, string> => ({
  ...ofCases((sample) => status(sample, lang)),
  "mailbox refused": status(samples.inCommunity, lang, {
    mailbox: { is: "refused", address: "w@example.org" },
    contact: { phone: "+8613800551201", email: "w@example.org" },
  }),
  "with a notice": status(samples.agreed, lang, { notice: "-" }),
  "withdrawn on paper": status(withdrawnOnPaper, lang),
  "withdrawn under pressure": status(pressed, lang),
});

const rated = samples.delivered.does({
  type: "petitioner",
  act: {
    ...{ command: "rate", bureauRating: "satisfied", unitRating: "notSatisfied" },
    remark: "答复看得懂，就是慢了点；电话里说修好了，其实没修。",
  },
});

const ratedAndOver = samples.closed.does({
  type: "petitioner",
  act: { command: "rate", bureauRating: "mostly", unitRating: "satisfied", remark: undefined },
});

const own = (lang: Lang): Record<string, string> => {
  const keyed = { code: "7KQM-2D9X-VT4H", phoneTail: "1201" };
  const named = samples.inCommunity.does(namesAgent(["follow", "settle"]));
  const drawn = ({ petition, now, calendar }: Sample) => ({
    ...{ view: view(lang), petition, now, calendar, directory, ...keyed },
  });
  return {
    ...ofCases((sample) => ownAffairsPage(drawn(sample))),
    "with an agent named": ownAffairsPage({ ...drawn(named), agents: anAgent, newAgent: anAgent[0], notice: "-" }),
    "open to others": ownAffairsPage({
      ...drawn(samples.inCommunity.does(opened).does(joins).does(joins)),
      joinCode: "7KQM-2D9X-VT4H",
    }),
    "with contact persons": ownAffairsPage({
      ...drawn(
        samples.inCommunity
          .does(opened)
          .does(joins)
          .does(joins)
          .does(stands(1))
          .does(stands(2))
          .does(namesPerson(1))
          .does(takesOver(1)),
      ),
      contactPersons,
      joinCode: "7KQM-2D9X-VT4H",
    }),
    "closed to others": ownAffairsPage(
      drawn(
        samples.inCommunity
          .does(opened)
          .does(joins)
          .does({ type: "petitioner", act: { command: "closeJoining" } }),
      ),
    ),
    "with an agent to confirm": ownAffairsPage({ ...drawn(samples.filedForThem), agents: anAgent }),
    rated: ownAffairsPage(drawn(rated)),
    "rated, and over": ownAffairsPage(drawn(ratedAndOver)),
    "an agent's": ownAffairsPage({ ...drawn(samples.inCommunity.does(namesAgent(["withdraw"]))), agent: 1 }),
  };
};

/** What petitioners decide on the office's work, where it could not be done as it was sent. */
const toDecide = (lang: Lang): Record<string, string> => {
  const drawn = ({ petition, now, calendar }: Sample) => ({
    ...{ view: view(lang), petition, now, calendar, directory, code: "7KQM-2D9X-VT4H", phoneTail: "1201" },
  });
  return {
    ...ofCases((sample) => toDecidePage(drawn(sample))),
    "an agent's, with what is wrong": toDecidePage({
      ...drawn(samples.agreed.does(namesAgent(["settle"]))),
      ...{ agent: 1, sent: { command: "takeBackAgreement", typed: { wholePhone: "1" }, errors: { wholePhone: "-" } } },
    }),
    "on what was overtaken": toDecidePage({ ...drawn(withdrawnOnPaper), notice: "-" }),
  };
};

const tasks = (lang: Lang): Record<string, string> => ({
  ...ofCases((sample) => task(sample, lang)),
  "every act, many requests": task(samples.convening, lang, { commands: staffForms.names, matter: full }),
  "a head's": task(samples.asking, lang, { role: "head", petitioner: undefined }),
  "of a unit that is asked to assist": task(assisting, lang, {
    ...{ role: "assistant", petitioner: undefined, ...(answeredBy && { person: answeredBy }) },
    commands: ["contribute", "declineAssistance"],
  }),
  "of whoever keeps a promise": task(samples.entrusted, lang, {
    ...asOf(samples.entrusted, "promiser"),
    commands: ["reportPromise", "postponePromise", "passPromiseUp"],
  }),
  "of whoever has a broken promise kept": task(samples.promiseBroken, lang, {
    ...asOf(samples.promiseBroken, "overseer"),
    commands: ["demandPromise"],
  }),
  "of whoever calls after the end": task(samples.followedUp, lang, {
    ...asOf(samples.followedUp, "caller"),
    petitioner: { lang, name: "陈桂芳", phone: "+8613800001201" },
    commands: ["recordCall", "recordCallTry"],
    chosen: "recordCall",
  }),
  "of whoever decides whether to supervise": task(supervisionAsked, lang, {
    ...asOf(supervisionAsked, "supervisor"),
    commands: ["issueSupervision", "declineSupervision"],
  }),
  "of whoever is supervised": task(samples.supervised, lang, {
    ...asOf(samples.supervised, "supervised"),
    commands: ["reportFeedback"],
  }),
  "of whoever judges what a supervised unit answers": task(supervisionReported, lang, {
    ...asOf(supervisionReported, "supervisor"),
    commands: ["acceptFeedback", "refuseFeedback"],
  }),
  "of a leader in charge": task(samples.ledCase, lang, {
    ...asOf(samples.ledCase, "inCharge"),
    commands: ["recordMet", "instruct", "reportLead", "pullUp"],
    chosen: "instruct",
  }),
  "of whoever sees to it that a leader is late": task(samples.leaderLate, lang, {
    ...asOf(samples.leaderLate, "namer"),
    commands: ["changeLeader"],
    chosen: "changeLeader",
  }),
  "of a unit that a leader has instructed": task(samples.ledCase, lang, {
    ...asOf(samples.ledCase, "instructed"),
    commands: ["seeInstruction", "reportInstruction"],
  }),
  "of a unit that is called to a meeting": task(convening, lang, {
    ...asOf(convening, "invited"),
    commands: ["declineMeeting"],
  }),
  "of a unit that reads the minutes": task(met, lang, { ...asOf(met, "invited"), commands: [] }),
  "of a unit that has something to do since a meeting": task(met, lang, {
    ...asOf(met, "charged"),
    commands: ["reportDone", "reportNotDone"],
  }),
  "to record what a meeting has decided": task(convening.at("2026-12-04T08:00:00.000Z"), lang, {
    commands: ["recordMinutes", "callOffMeeting"],
    chosen: "recordMinutes",
  }),
  "the bureau's, on a meeting": task(samples.bureauBegins, lang, {
    ...asOf(samples.bureauBegins, "convener"),
    commands: ["conveneForBureau"],
    chosen: "conveneForBureau",
  }),
  "the bureau's, on a withdrawal": task(pressed, lang, {
    ...asOf(pressed, "confidant"),
    petitioner,
    commands: ["answerPressure"],
  }),
  "the bureau's, on an objection": task(samples.objecting, lang, {
    ...{ role: "sender", petitioner: undefined },
    commands: ["upholdObjection", "refuseObjection"],
  }),
  "the bureau's, on a procedure that its owner proposes": task(proposing, lang, {
    ...asOf(proposing, "consenter"),
    commands: ["agreeOtherWay", "refuseOtherWay"],
  }),
  "the bureau's, on a body that its owner proposes": task(proposingTransfer, lang, {
    ...asOf(proposingTransfer, "consenter"),
    commands: ["agreeOtherWay", "refuseOtherWay"],
    chosen: "refuseOtherWay",
  }),
  "of whoever decides whether it is urgent": task(samples.hurrying, lang, {
    ...asOf(samples.hurrying, "triage"),
    commands: ["grantUrgency", "refuseUrgency"],
    chosen: "refuseUrgency",
  }),
  "of whoever decides who steps aside": task(samples.recusing, lang, {
    ...asOf(samples.recusing, "judge"),
    commands: ["grantRecusal", "refuseRecusal"],
    chosen: "refuseRecusal",
  }),
  "of whom it is asked to step aside": task(samples.recusing, lang, { commands: ["recuse"] }),
  "with what is wrong": task(samples.climbed, lang, {
    ...{ chosen: "reply", typed: { rule: "第十四条" }, errors: { facts: "-", decision: "-" }, notice: "-" },
  }),
});

const paper = {
  kind: "answer",
  by: { zh: "柳溪街道办事处", en: "Liuxi Sub-district Office" },
  on: "2026-03-06",
} as const;
/** What a check of a letter can come to. */
const checkedLetters: CheckShown[] = [
  { is: "known", letter: paper },
  { is: "known", letter: { ...paper, replaced: { number: "安和信〔2026〕0123号-更1", on: "2026-03-09" } } },
  { is: "known", letter: { ...paper, kind: "agreement", ended: "2026-03-09" } },
  { is: "unknown" },
  { is: "wait", until: "2026-11-20T02:15:00.000Z" },
  { is: "unread", fields: ["number", "code"] },
];

const scopes = AgentScope.options;

/** What agents of every scope are shown of every case that goes on. */
const forAgents = (lang: Lang): Record<string, string> =>
  Object.fromEntries(
    cases.flatMap(([name, sample]) =>
      hasEnded(sample.petition)
        ? []
        : scopes.map((scope) => [`${name}, ${scope}`, agentOf(sample.does(namesAgent([scope])), [scope], lang)]),
    ),
  );

/** What is brought, in the states that its page can be in. */
const materials = (lang: Lang): Record<string, string> => {
  const keyed = { code: "7KQM-2D9X-VT4H", phoneTail: "1201" };
  const shown = ({ petition, events, now, calendar }: Sample) => ({
    ...{ view: view(lang), petition, events, now, calendar, directory, keyed, agent: undefined, isOffered: true },
  });
  const add = {
    type: "petitioner",
    act: { command: "addMaterial", material: "收据找到了，2025 年 3 月交的。" },
  } as const;
  const brought = samples.materialAsked.does(add).does(add);
  const sent = { command: "addMaterial", typed: { material: matter.story } } as const;
  return {
    asked: materialPage(shown(samples.materialAsked)),
    unasked: materialPage(shown(samples.inCommunity)),
    brought: materialPage({ ...shown(brought), notice: "-" }),
    "an agent's": materialPage({ ...shown(brought), agent: 1 }),
    "with what is wrong": materialPage({
      ...shown(samples.materialAsked),
      sent: { ...sent, errors: { material: "-", wholePhone: "-" } },
    }),
    "too late": materialPage({ ...shown(brought), isOffered: false, notice: "-", sent: { ...sent, errors: {} } }),
    over: materialPage({ ...shown(brought), isOffered: false, notice: "-" }),
  };
};

/** What a case holds about its petitioner: the notices, and everything. */
const ownFiles = (lang: Lang): Record<string, string> => {
  const keyed = { code: "7KQM-2D9X-VT4H", phoneTail: "1201" };
  const shown = ({ petition, events, now }: Sample) => ({ view: view(lang), petition, events, now, directory, keyed });
  const add = {
    type: "petitioner",
    act: { command: "addMaterial", material: "收据找到了，2025 年 3 月交的。" },
  } as const;
  const whole = (sample: Sample, agents: readonly AgentSeen[] = []) => {
    const { petition, events, now, clocks } = sample;
    const looks = [{ at: now, by: "river-handler", unit: "river", stepNo: 1 }];
    const file = { petition, events, party: petitioner, matter, agents, looks };
    return wholeFilePage({ view: view(lang), keyed, clocks, directory, now, file });
  };
  return {
    ...ofCases((sample) => ownFilePage({ ...shown(sample), isAgents: false })),
    "an agent's": ownFilePage({ ...shown(samples.inCommunity), isAgents: true }),
    "with the number known": ownFilePage({ ...shown(samples.inCommunity), isAgents: false, known: "13900001201" }),
    "with what is wrong": ownFilePage({
      ...shown(samples.inCommunity),
      isAgents: false,
      sent: { typed: "1390", error: "-" },
    }),
    ...Object.fromEntries(cases.map(([name, sample]) => [`${name}, whole`, whole(sample)])),
    "with an agent and material, whole": whole(samples.materialAsked.does(add), anAgent),
    "of somebody who left nothing, whole": wholeFilePage({
      ...{ view: view(lang), keyed, clocks: [], directory, now: samples.filed.now },
      file: { ...samples.filed, party: { lang }, matter, agents: [], looks: [] },
    }),
  };
};

/** What happened to a case, in full. */
const ownStories = (lang: Lang): Record<string, string> => ({
  ...ofCases((sample) => ownStory(sample, lang)),
  "with an agent": ownStory(samples.filedForThem, lang, { agents: anAgent }),
});

const opened = { type: "petitioner", act: { command: "openJoining" } } as const;
const joins = { type: "join", opening: 1 } as const;
const stands = (signatory: number) => ({ type: "stand", signatory, ready: true }) as const;
const takesOver = (signatory: number) => ({ type: "stand", signatory, ready: true, takesOver: true }) as const;
const namesPerson = (signatory: number) =>
  ({ type: "petitioner", act: { command: "nameContactPerson", signatory: String(signatory) } }) as const;

/** 联名: the code, who joins, and their receipt. */
const joining = (lang: Lang): Record<string, string> => {
  const { petition } = samples.inCommunity.does(opened);
  const sign = { view: view(lang), petition, directory, code: "7KQM-2D9X-VT4H", submission: "-" };
  const receipt = { view: view(lang), petition, directory, signatory: 7, code: "2B9K-XT4H-7KQM" };
  return {
    code: joinPage({ view: view(lang), typed: "" }),
    "a code that is wrong": joinPage({ view: view(lang), typed: "7KQM", error: "-", notice: "-" }),
    form: signPage({ ...sign, typed: {}, errors: {} }),
    "with what is wrong": signPage({
      ...sign,
      ...{ typed: { name: "", phone: "139" }, errors: { name: "-", phone: "-" }, notice: "-" },
    }),
    receipt: joinReceiptPage({ ...receipt, phone: "+8613900005678" }),
    "receipt without a number": joinReceiptPage(receipt),
  };
};

/** A joint petition, as whoever has joined follows it and leaves. */
const joints = (lang: Lang): Record<string, string> => {
  const keyed = { code: "2B9K-XT4H-7KQM", phoneTail: "5678" };
  const shown = ({ petition, events, clocks, now, calendar }: Sample) => ({
    ...{ view: view(lang), petition, events, clocks, now, calendar, directory, ...keyed },
    ...{ requests: matter.requests, signatory: { n: 1, name: "李卫东" } },
  });
  const joined = samples.inCommunity.does(opened).does(joins).does(joins);
  return {
    key: jointFormPage({ view: view(lang), typed: {} }),
    "a key that is wrong": jointFormPage({ view: view(lang), typed: { code: "7KQM" }, error: "-", notice: "-" }),
    ...ofCases((sample) => jointPage(shown(sample))),
    joined: jointPage(shown(joined)),
    "with what is wrong": jointPage({
      ...shown(joined),
      notice: "-",
      sent: { form: "leaving", wholePhone: "139", error: "-" },
    }),
    "ready as a contact person": jointPage({
      ...shown(joined.does(stands(1))),
      notice: "-",
      sent: { form: "standing", wholePhone: "139", error: "-" },
    }),
    "a contact person": jointPage(shown(joined.does(stands(1)).does(namesPerson(1)))),
    "a contact person who says that they would take it over": jointPage({
      ...shown(joined.does(stands(1)).does(namesPerson(1))),
      sent: { form: "takingOver", wholePhone: "139", error: "-" },
    }),
    "a contact person who would take it over": jointPage(
      shown(joined.does(stands(1)).does(namesPerson(1)).does(takesOver(1))),
    ),
    left: leftPage({ view: view(lang) }),
  };
};

const contactPersons = [
  { n: 1, name: "李卫东", phone: "+8613900005678", is: "named" },
  { n: 2, name: "赵敏", is: "ready" },
] as const;

const keptFiles = [
  { n: 1, name: "A".repeat(22), kind: "jpeg", bytes: 345_678, on: "2026-03-05", link: "/_s3/files/1" },
  { n: 2, name: "B".repeat(22), kind: "pdf", bytes: 1_234_567, on: "2026-03-06", agent: 1, link: "/_s3/files/2" },
] as const;
/** A case to which files were sent, of which some were taken. */
const unitsFiles = [
  { unit: "liuxi-jiedao", files: [{ n: 1, kind: "jpeg", bytes: 345_678, on: "2026-03-06", link: "/_s3/files/3" }] },
  { unit: "housing", files: [{ n: 1, kind: "pdf", bytes: 1_234_567, on: "2026-03-06", link: "/_s3/files/4" }] },
] as const;
const filesSent = samples.materialAsked
  .does({
    type: "fileCame",
    file: { name: keptFiles[0].name, kind: "jpeg", bytes: 345_678, sha256: "C".repeat(43) },
    agent: undefined,
  })
  .does({ type: "fileCame", file: { name: "D".repeat(22), why: "position" }, agent: undefined });

/** Where whoever has registered a petition enters what came with it. */
const counterFilesPages = (lang: Lang): Record<string, string> => {
  const form = { action: "/_s3/arrivals", fields: { key: "k", policy: "p" } };
  const entered = { ...sentPhoto, enteredBy: "west-street" };
  const drawn = (step: CounterFilesDrawn["step"], more: Partial<CounterFilesDrawn> = {}): string =>
    counterFilesPage({
      ...{ view: view(lang), petition: samples.filed.petition, directory, pass: "-", entered: [], step },
      ...{ next: "/register?pass=-", receipt: "/register/receipt/r", ...more },
    });
  return {
    "the form for one": drawn({ form }),
    "one that has not come": drawn({ form, cameNot: true }),
    "one that is looked at": drawn({ isLookedAt: "/register-files/v/sent?looks=1" }),
    "one that is entered": drawn({ added: entered }, { entered: [entered] }),
    "one that is not taken": drawn({ notTaken: "position" }, { entered: [entered] }),
    "with ten": drawn({ added: entered }, { entered: [entered], notice: refusedFile("filesEnough")[lang] }),
  };
};

/** Where photos and PDFs are sent: the form for one, and what came of it. */
const filesPages = (lang: Lang): Record<string, string> => {
  const keyed = { code: "7KQM-2D9X-VT4H", phoneTail: "1201" };
  const shown = { view: view(lang), directory, now: filesSent.now, keyed, agent: undefined };
  const sent = { ...shown, petition: filesSent.petition, files: keptFiles };
  const empty = { ...shown, petition: samples.inCommunity.petition, files: [] };
  const form = { action: "/_s3/arrivals", fields: { key: "-", policy: "-" } };
  return {
    "without any": filesPage({ ...empty, step: {} }),
    "with the number known": filesPage({ ...empty, keyed: { ...keyed, phoneTail: "13900001201" }, step: {} }),
    "with what is wrong": filesPage({ ...empty, step: { typed: "1390", error: "-" } }),
    "an agent's": filesPage({ ...empty, agent: 1, step: {} }),
    "with the form": filesPage({ ...empty, step: { form } }),
    "with the form once more": filesPage({ ...empty, step: { form, cameNot: true } }),
    "while it is looked at": filesPage({ ...empty, step: { isLookedAt: "/files/-/sent?looks=1" } }),
    "with one added": filesPage({ ...sent, step: { added: keptFiles[0] } }),
    ...Object.fromEntries(
      WhyNotFile.options.map((why) => [`not taken: ${why}`, filesPage({ ...sent, step: { notTaken: why } })]),
    ),
    "with as many as there may be": filesPage({ ...sent, step: {}, notice: "-" }),
  };
};

/** The same files, as staff open them. */
const caseFilesPages = (lang: Lang): Record<string, string> => {
  const { petition, now } = filesSent;
  const shown = { view: view(lang), petition, directory, now, task: "/task", token: "-" };
  return {
    "with some": caseFilesPage({ ...shown, files: keptFiles, attached: [] }),
    "with none": caseFilesPage({ ...shown, files: [], attached: [] }),
    "with some of units": caseFilesPage({ ...shown, files: keptFiles, attached: unitsFiles }),
    "with some of a unit alone": caseFilesPage({ ...shown, attached: unitsFiles.slice(0, 1) }),
  };
};

/** 案卷: the file of a case for the body that reviews it: what it is, and as a paper. */
const dossiers = (lang: Lang): Record<string, string> => {
  const { petition, events, now } = samples.delivered;
  const to = dossierFor(petition);
  if (to === undefined) throw new Error("Nobody reviews this answer");
  const shown = { view: view(lang), petition, directory, now, to, task: "/delivery/task", token: "-" };
  const files = keptFiles.map(({ n, kind, bytes, link }) => ({
    saved: `AH-2026-0123-${n}.${kind}`,
    kind,
    bytes,
    link,
  }));
  const drawn = { ...shown, events, matter, files };
  return {
    "what it is": dossierPage(shown),
    "as a paper": dossierPaper({ ...drawn, petitioner, agents: [{ name: "陈小军", phone: "+8613800551202" }] }),
    "of somebody who left no name": dossierPaper({ ...drawn, petitioner: { lang: "zh" }, agents: [], files: [] }),
  };
};

/** 登记簿: a proposal, for whoever has it in each of its states, and what has become of it. */
const entryPages = (lang: Lang): Record<string, string> => {
  const proposal: Entry = {
    ...{ id: newEntryId("proposal", "anhe", 2026, 1, "7k3m9x2c4b8d"), version: 3, head: "-" },
    ...{ changedAt: "2026-03-04T02:00:00.000Z", openedAt: "2026-03-02T02:00:00.000Z", openedBy: "zhou-min" },
    ...{ state: "issued", turn: { no: 3, unit: directory.district.bureau, staff: "zhou-min" }, turns: 3, clocks: 1 },
    fields: { sort: "work", unit: directory.district.bureau, facts: "f", rule: "r", asked: "a" },
    links: [{ case: samples.climbed.petition.id, events: [1, 3] }],
    running: [],
  };
  const texts = new Map([
    ["f", "同一路段三次逾期"],
    ["r", "《信访工作条例》第三十四条"],
    ["a", "改进派单流程"],
  ]);
  const drawn = {
    ...{ view: view(lang), address: entryAddress, spec: proposals, directory, now: "2026-03-04T02:00:00.000Z" },
    ...{ titles: proposalTitles, words: proposalWords, token: "t" },
  };
  const ofState = (state: string) => {
    const entry = { ...proposal, state };
    return entryPage({ ...drawn, entry, shows: "task", texts, acts: actsNow(proposals, entry) });
  };
  const errors = { answer: "请填写", reason: "请填写" };
  return {
    "before the digits": entryPage({ ...drawn, entry: proposal, shows: "code", error: undefined }),
    "wrong digits": entryPage({ ...drawn, entry: proposal, shows: "code", error: "-" }),
    past: entryPage({ ...drawn, entry: { ...proposal, state: "carriedOut", turn: undefined }, shows: "past" }),
    "with mistakes": entryPage({
      ...{ ...drawn, entry: proposal, shows: "task", texts, acts: ["answer"] },
      sent: { act: "answer", typed: {}, errors },
    }),
    ...Object.fromEntries(["drafting", "drafted", "issued", "adopted"].map((state) => [state, ofState(state)])),
  };
};

/** Where an assisting unit attaches something to its answer. */
const attachmentsPages = (lang: Lang): Record<string, string> => {
  const form = { action: "/_s3/arrivals", fields: { key: "-", policy: "-" } };
  const [one] = attachmentsOf(attached.petition);
  if (one === undefined) throw new Error("Nothing is attached");
  const drawn = (more: Partial<AttachmentsDrawn>): string =>
    attachmentsPage({
      ...{ view: view(lang), petition: attached.petition, directory, attached: [], refused: [], step: { form } },
      ...{ isOpen: true, task: "/beside/task", token: "-", ...more },
    });
  return {
    "before any": drawn({}),
    "one that has not come": drawn({ step: { form, cameNot: true } }),
    "one that is looked at": drawn({ step: { isLookedAt: "/attachments/sent?looks=1" } }),
    "one that is attached": drawn({ step: { form, added: one }, attached: [one] }),
    "one that is not taken": drawn({
      step: { form, notTaken: "locked" },
      attached: [one],
      refused: ["kind", "locked"],
    }),
    "after the answer": drawn({ attached: [one], isOpen: false }),
    ...Object.fromEntries(
      (["enough", "caseHasEnough", "refusedEnough"] as const).map((whyNot) => [whyNot, drawn({ whyNot, step: {} })]),
    ),
  };
};

/** What may be of the same matter as a case. */
const alikeCasesPages = (lang: Lang): Record<string, string> => {
  const { petition, now, calendar } = filesSent;
  const shown = { view: view(lang), petition, directory, now, calendar, task: "/task", token: "-" };
  const other = {
    petition: { ...petition, id: "AH-2026-0124-k7m2p9x4c3vb" },
    same: ["place", "ask", "story"] as const,
  };
  return {
    "with one": alikeCasesPage({ ...shown, suggested: [{ ...other, same: [...other.same] }] }),
    "with none": alikeCasesPage({ ...shown, suggested: [] }),
  };
};

/** What is handled in a case, as whoever has that one reads it. */
const mergedCasesPages = (lang: Lang): Record<string, string> => {
  const { petition, now } = filesSent;
  const shown = { view: view(lang), petition, directory, now, task: "/task", token: "-" };
  const other = {
    petition: { ...petition, id: "AH-2026-0124-k7m2p9x4c3vb" },
    ...{ story: "3 号楼也漏水", place: "南园小区 3 号楼 301 室" },
    requests: ["修好屋面", "赔偿损失"],
    asks: [2, 1],
    added: [{ on: "2026-03-03", material: "昨天又漏了" }],
    sent: 1,
  };
  return {
    "one of many": mergedCasesPage({ ...shown, merged: [other], before: 0, all: 12, isOne: false }),
    "the files of one": mergedCasesPage({
      ...{ ...shown, before: 0, all: 12, isOne: true },
      merged: [{ ...other, files: keptFiles }],
    }),
    "one that has left": mergedCasesPage({ ...shown, merged: [], before: 0, all: 12, isOne: true }),
    "with none": mergedCasesPage({ ...shown, merged: [], before: 0, all: 0, isOne: false }),
  };
};

/** The states of every page, by its file. */
const statesOf = (lang: Lang): Record<string, Record<string, string>> => ({
  agent: forAgents(lang),
  "check-letter": {
    empty: checkLetterPage({ view: view(lang), now: samples.filed.now, typed: {} }),
    ...Object.fromEntries(
      checkedLetters.map((checked) => [
        "letter" in checked ? JSON.stringify(checked.letter) : checked.is,
        checkLetterPage({ view: view(lang), now: samples.filed.now, typed: { number: "-", code: "-" }, checked }),
      ]),
    ),
  },
  "check-petition": checking(lang),
  decision: decisions(lang),
  error: Object.fromEntries(
    Object.entries(errors).map(([name, kind]) => [name, errorPage({ view: view(lang), kind, reference: "r1" })]),
  ),
  "file-petition": filing(lang),
  "letter-preview": { first: preview(lang, false), "of another": preview(lang, true) },
  "look-back": Object.fromEntries(
    lookBackReasons.map((reason) => [
      reason,
      lookBackPage({
        ...{ view: view(lang), ...samples.climbed, directory, reason, link: turnAt(samples.climbed, 1), token: "t" },
        ...(reason === "overtaken" && { unsent: [{ name: "-", text: matter.story }] }),
      }),
    ]),
  ),
  mailbox: {
    asked: mailboxAskedPage({ view: view(lang), token: "t" }),
    ...Object.fromEntries(
      (["confirmed", "disowned", "unknown", "expired", "refused"] as const).map((came) => [
        came,
        mailboxAnsweredPage({ view: view(lang), came, token: "t" }),
      ]),
    ),
  },
  join: joining(lang),
  joint: joints(lang),
  material: materials(lang),
  "own-file": ownFiles(lang),
  "own-story": ownStories(lang),
  files: filesPages(lang),
  "case-files": caseFilesPages(lang),
  attachments: attachmentsPages(lang),
  dossier: dossiers(lang),
  entry: entryPages(lang),
  "merged-cases": mergedCasesPages(lang),
  "alike-cases": alikeCasesPages(lang),
  "new-link": {
    mailed: newLinkPage({ view: view(lang), came: "mailed", to: "l***@anhe.example" }),
    mailedLately: newLinkPage({ view: view(lang), came: "mailedLately", to: "l***@anhe.example" }),
  },
  notice: Object.fromEntries(
    (["privacy", "accessibility"] as const).map((notice) => [
      notice,
      noticePage({ view: view(lang), district: directory.district, notice }),
    ]),
  ),
  receipt: receipts(lang),
  "counter-files": counterFilesPages(lang),
  "status-form": {
    empty: statusFormPage({ view: view(lang), typed: {} }),
    wrong: statusFormPage({ view: view(lang), typed: { code: "7KQM" }, error: "-", errors: { phoneTail: "-" } }),
    "on the way to files": statusFormPage({
      ...{ view: view(lang), typed: { code: "7KQM-2D9X-VT4H" }, notice: ownNumberWords[lang], opens: "/files" },
    }),
  },
  status: statuses(lang),
  "case-story": {
    ...ofCases((sample) => caseStory(sample, lang)),
    "without anything that was written": caseStory(samples.filed, lang, false),
  },
  "clock-course": ofCases((sample) => clockCourse(sample, lang)),
  "own-affairs": own(lang),
  "to-decide": toDecide(lang),
  "task-entry": { entry: taskEntryPage({ view: view(lang), asksFor: "/task/open", finds: true }) },
  "task-result": results(lang),
  "task-summary": {
    ...ofCases((sample) => summary(sample, lang)),
    wrong: summary(samples.climbed, lang, "-"),
  },
  task: tasks(lang),
});

/** Every page that there is in every state that matters, in one language. */
export const everyPage = (lang: Lang): DrawnPage[] =>
  Object.entries(statesOf(lang)).flatMap(([page, states]) =>
    Object.entries(states).map(([state, html]) => ({ page, state, html })),
  );

/** The page of a door that cannot read the district: the only one that waits for something. */
export const pageWithoutDistrict = async (lang: Lang): Promise<DrawnPage> => {
  const asked = { path: "/", query: { lang }, cookies: {}, nonce: "n0nce", reference: "r1" };
  return { page: "problem", state: "without a district", html: await problemPage("v1")("unexpected", asked) };
};
