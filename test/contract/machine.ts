import { randomBytes } from "node:crypto";
import type { LinkFor } from "#access/link.ts";
import { type Generations, linkSecrets } from "#access/link-secrets.ts";
import { saltStore } from "#access/salt-store.ts";
import { linkHash, linkToken } from "#access/task-link.ts";
import { triesStore } from "#access/tries-store.ts";
import { carryOut, noLinks } from "#case/acts/carry-out.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import { mergeCases } from "#case/acts/merge-cases.ts";
import { ringClock } from "#case/acts/ring-clock.ts";
import type { Petition } from "#case/forms/petition-form.ts";
import { readRegistration } from "#case/forms/registration-form.ts";
import type { Outgoing } from "#case/outbox/departures.ts";
import { executionName } from "#case/outbox/execution-name.ts";
import type { NotMailedAnswer, Posted, PostedMail, PostedTogether, Unreached } from "#case/outbox/posted.ts";
import { publish } from "#case/outbox/publish.ts";
import type { Change } from "#case/state/change.ts";
import { worldFrom } from "#case/state/world.ts";
import { bounceStore } from "#case/store/bounce-store.ts";
import { caseReader } from "#case/store/case-reader.ts";
import { type CaseStore, caseStore } from "#case/store/case-store.ts";
import { digestStore } from "#case/store/digest-store.ts";
import { entryStore } from "#case/store/entry-store.ts";
import type { ExecutionStore } from "#case/store/execution-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { letterStore } from "#case/store/letter-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import { mailboxStore } from "#case/store/mailbox-store.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { registerPasses } from "#case/store/pass-store.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import type { ClockName } from "#clock/clock.ts";
import { shards } from "#clock/keys.ts";
import { minutesLater } from "#clock/period.ts";
import { type DueRow, deadlineStore } from "#clock/store.ts";
import type { Directory } from "#directory/directory.ts";
import { directoryStore } from "#directory/store.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import type { Mail } from "#mail/mail.ts";
import { openEntry, ringEntry } from "#register/carry-out.ts";
import { registers } from "#register/registers.ts";
import { progressDoor } from "#web/parts/in-progress.ts";
import { ownDoor } from "#web/parts/of-ones-own.ts";
import type { PetitionerDoor } from "#web/parts/petitioner-door.tsx";
import { registerTitles } from "#words/registers/register-titles.ts";
import { openStep } from "../../functions/chain/open-step.ts";
import { digest } from "../../functions/clock/digest.ts";
import { reconcile } from "../../functions/clock/reconcile.ts";
import { ringRecord } from "../../functions/clock/ring-record.ts";
import { sweep } from "../../functions/clock/sweep.ts";
import { takeBounce } from "../../functions/outbox/bounced.ts";
import { redrive } from "../../functions/outbox/redrive.ts";
import { type SendDigestPorts, sendDigest } from "../../functions/outbox/send-digest.ts";
import { sendMail } from "../../functions/outbox/send-mail.ts";
import { sendTogether } from "../../functions/outbox/send-together.ts";
import { signal } from "../../functions/outbox/signal.ts";
import { addMaterial } from "../../functions/petition/add-material.ts";
import { admission } from "../../functions/petition/admission.ts";
import { bringFiles } from "../../functions/petition/bring-files.ts";
import { checkLetter, type LetterClaim } from "../../functions/petition/check-letter.ts";
import { atCounter } from "../../functions/petition/counter.ts";
import { counterFiles } from "../../functions/petition/counter-files.ts";
import { decidePetition } from "../../functions/petition/decide-petition.ts";
import { filePetition } from "../../functions/petition/file-petition.ts";
import { followPetition } from "../../functions/petition/follow-petition.ts";
import { jointPetition } from "../../functions/petition/joint-petition.ts";
import { answerForMailbox } from "../../functions/petition/mailbox.ts";
import { ownFile } from "../../functions/petition/own-file.ts";
import { storingPeople } from "../../functions/petition/storing-people.ts";
import { takeFile } from "../../functions/petition/take-file.ts";
import { attachFiles } from "../../functions/staff/attach-files.ts";
import { clockCourse } from "../../functions/staff/clock-course.ts";
import { entryTasks } from "../../functions/staff/entry-task.ts";
import { giveDossier } from "../../functions/staff/give-dossier.ts";
import { seeAlike } from "../../functions/staff/see-alike.ts";
import { seeFiles } from "../../functions/staff/see-files.ts";
import { seeMerged } from "../../functions/staff/see-merged.ts";
import { seeStory } from "../../functions/staff/see-story.ts";
import { tasks } from "../../functions/staff/task.ts";
import { taskFunctionAt, tasksOfAll } from "../fixtures/every-door.ts";
import { followingOfAll, petitionerFunctionAt } from "../fixtures/every-petitioner-door.ts";
import { toy, toyTitles } from "../fixtures/toy-register.ts";
import { actingAs, allActingAs } from "../support/acting.ts";
import { memoryFiles } from "../support/memory-files.ts";
import type { TableNames } from "../support/tables.ts";
import { directory as smallDistrict } from "../unit/case/district.ts";
import type { Connection } from "./backend.ts";
import { overheard } from "./requests.ts";
import { bureauStaff } from "./samples.ts";
import { memoryVault } from "./vault.ts";

/** What links and device sessions are derived from. */
export const secret = "the secret of the contract";
/** The token of a task link. */
export const tokenFor = (link: LinkFor): string => linkToken(secret, link);

export type MachineOptions = {
  /** Stands before every commit of a decision: to wait, to look, or to store nothing. */
  commit?: (change: Change, cases: CaseStore) => Promise<void>;
  /** A connection of the test's own. */
  connected?: Connection;
  /** By how many minutes the machine's clock is ahead of the district's, or behind when negative. */
  ahead?: number;
  /** Stands before everything that the machine asks of others: keys, queues, mail server, workflow. */
  guard?: <Port extends object>(port: Port) => Port;
  /** What links are derived from: the generations that are valid. */
  secrets?: Generations;
  /** What runs executions; without it none are asked for. */
  workflow?: Pick<ExecutionStore, "start" | "tell" | "isRunning">;
  /** The directory in force; without it the smallest district. */
  directory?: Directory;
};

const noWorkflow: NonNullable<MachineOptions["workflow"]> = {
  start: () => Promise.reject(new Error("No workflow")),
  tell: () => Promise.resolve("told"),
  isRunning: () => Promise.reject(new Error("No workflow")),
};

/** One warm machine: the real stores and use cases over connections of its own. Its queues only note what is posted. */
export const startMachine = (
  { database, disconnect }: Connection,
  tables: TableNames,
  districtTime: () => Promise<Instant>,
  {
    commit = (change, cases) => cases.commit(change),
    ahead = 0,
    guard = (port) => port,
    workflow = noWorkflow,
    secrets = [secret],
    directory = smallDistrict,
  }: MachineOptions = {},
) => {
  const now = async (): Promise<Instant> => minutesLater(await districtTime(), ahead);
  const vault = guard(memoryVault);
  const db = overheard(database);
  const stored = caseStore(db, tables.cases, tables.deadlines);
  const cases: CaseStore = {
    ...stored,
    commit: (change, ...more) =>
      commit(change, more.length === 0 ? stored : { ...stored, commit: (one) => stored.commit(one, ...more) }),
  };
  const deadlines = deadlineStore(db, tables.deadlines);
  const identities = identityStore(db, tables.cases);
  const shelf = memoryFiles("http://localhost");
  const links = linkStore(db, tables.cases);
  const outbox = outboxStore(db, tables.cases);
  const tries = triesStore(db, tables.tries);
  const saltOf = saltStore(db, tables.tries, randomBytes);
  let wrongKeys = 0;
  const directories = directoryStore(db, tables.directory);

  /** The directory is not read from its table: that would be a third of all requests, and has cases of its own. */
  const world = worldFrom({ now, inForce: () => Promise.resolve({ directory, calendar: chineseCalendar() }) });
  const ports = { cases, world, linkHash: (link: LinkFor) => Promise.resolve(linkHash(tokenFor(link))) };
  /** Rows that could not be read and were left out of digests and pages. */
  const unreadable: string[] = [];
  const leftOut = ({ message }: Error) => void unreadable.push(message);
  const clocksOf = (caseId: string) => deadlines.ofCase(caseId, leftOut);
  const petitions = filePetition({ cases, identities, vault, random: randomBytes });
  /** The registers of the district, and one that only the tests have. */
  const entryPorts = {
    entries: entryStore(db, tables.cases, tables.deadlines),
    registers: { ...registers, toy },
    world,
  };
  const endOvertaken: typeof deadlines.endOvertaken = (...row) => deadlines.endOvertaken(...row);
  const ring = ringRecord({
    case: ringClock({ ...ports, linkHash: noLinks, endOvertaken }),
    entry: ringEntry({ ...entryPorts, endOvertaken }),
  });

  const failures: { row: DueRow["key"]; error: Error }[] = [];
  const posted: { mails: Posted[]; signals: Posted[] } = { mails: [], signals: [] };
  const queue = (kind: keyof typeof posted) => ({
    post: (messages: Posted[]) => {
      posted[kind].push(...messages);
      return Promise.resolve();
    },
  });
  const publishing = publish({ outbox, mails: guard(queue("mails")), signals: guard(queue("signals")) });

  const bounces = bounceStore(db, tables.cases);
  const mailboxes = mailboxStore(db, tables.cases);
  /** The turns of people whom no mail reaches, as the mailer posts them to the queue of signals. */
  const unreached: (Unreached | NotMailedAnswer)[] = [];
  /** What the redrive has posted again, of mails that wait for their server. */
  const postedAgain: (PostedMail | PostedTogether)[] = [];
  const postAgain = (mails: (PostedMail | PostedTogether)[]) => Promise.resolve(void postedAgain.push(...mails));

  const letters: Mail[] = [];
  /** The mail server: answers `refusal`, when there is one, instead of taking a mail; counts what was tried in vain. */
  const mailServer: { refusal?: Error | undefined; triedInVain: number } = { triedInVain: 0 };
  /** What a sender of mails and digests works with; all that it sends is among the letters. */
  const postOffice = {
    cases,
    links,
    world,
    secrets: linkSecrets(() => Promise.resolve([secret])),
    mail: guard({
      send: (letter: Mail) => {
        if (mailServer.refusal !== undefined) return Promise.reject(mailServer.refusal);
        letters.push(letter);
        return Promise.resolve();
      },
    }),
    outages: outbox,
    bounces,
    mailboxes,
    signals: guard({
      post: (turns: (Unreached | NotMailedAnswer)[]) => Promise.resolve(void unreached.push(...turns)),
    }),
    tryInVain: () => {
      mailServer.triedInVain += 1;
    },
    from: "回音 <huiyin@district.example>",
    baseUrl: "https://district.example",
  };
  const digests = digestStore(db, tables.cases);
  const digestPorts: SendDigestPorts = { ...postOffice, digests, leftOut };

  const wrongKey = () => {
    wrongKeys += 1;
  };
  const followed = { ...ports, mailboxes, identities, tries, saltOf, vault, clocksOf, wrongKey };
  /** What petitioners see of their case. */
  const following = allActingAs(
    petitionerFunctionAt.progress,
    followPetition({ ...followed, cases: caseReader(db, tables.cases), offered: progressDoor.offered }),
  );
  /** What petitioners do at a door. */
  const petitionerAt = (door: PetitionerDoor) => {
    const deciding = { ...followed, random: randomBytes, given: door.given };
    const storing = door.name === "own" ? storingPeople(deciding) : undefined;
    return allActingAs(petitionerFunctionAt[door.name], decidePetition(deciding, storing));
  };

  return {
    db,
    cases,
    digests,
    digestPorts,
    /** The morning's digest function. Gives what it posted. */
    morning: actingAs("Digest", async (): Promise<PostedMail[]> => {
      const mails: PostedMail[] = [];
      const post = (messages: readonly PostedMail[]) => Promise.resolve(void mails.push(...messages));
      await digest({ cases, digests, bounces, outages: outbox, world, mails: { post }, leftOut })();
      return mails;
    }),
    sendDigest: actingAs("SendMail", sendDigest(digestPorts)),
    /** The mailer hears that a mail bounced after it had left. */
    takeBounce: actingAs("SendMail", takeBounce({ ...postOffice, outbox, digests, leftOut })),
    unreadable,
    /** The mails that have left this machine, digests among them. */
    letters,
    mailServer,
    bounces,
    mailboxes,
    /** Whoever reads a mailbox says whose it is, by the token in the link that asks. */
    answerForMailbox: actingAs(
      "Mailbox",
      answerForMailbox({ mailboxes, secrets: linkSecrets(() => Promise.resolve(secrets)), now }),
    ),
    /** Somebody has a paper checked, from an address. */
    checkLetter: actingAs("CheckLetter", async (claim: LetterClaim, from: string) =>
      checkLetter({
        letters: letterStore(db, tables.cases),
        tries,
        saltOf,
        wrongCode: () => {
          wrongKeys += 1;
        },
      })(claim, from, await now()),
    ),
    unreached,
    /** The signals function, beside a workflow that nobody asks. */
    signal: actingAs(
      "Signal",
      signal({
        ...ports,
        linkHash: noLinks,
        outbox,
        bounces,
        identities,
        vault,
        random: randomBytes,
        fellBackToBureau: () => undefined,
        executions: guard(workflow),
      }),
    ),
    postedAgain,
    deadlines,
    identities,
    links,
    outbox,
    directories,
    tries,
    saltOf,
    world,
    file: actingAs("FilePetition", async (form: Petition, lang: Lang = "zh") =>
      petitions.file(form, lang, await world()),
    ),
    /** 代登记: a member of staff registers for somebody, by their pass, and prints what was issued. */
    registerFor: actingAs("RegisterFor", async (pass: string, typed: Record<string, string>) => {
      const here = await world();
      const counter = atCounter({ passes: registerPasses(db, tables.directory), cases });
      const clerk = await counter.clerkOf({ pass }, here);
      if (clerk === "nobody" || clerk === "petitioner") return undefined;
      const read = readRegistration(typed, here, clerk);
      if ("problems" in read) throw new Error(`The form is refused: ${JSON.stringify(read)}`);
      const admitted = await admission({ tries, saltOf })("203.0.113.9", undefined, here.now);
      if (!admitted.admitted) throw new Error("The counter has to wait");
      const filed = await petitions.file(read.petition, "zh", here);
      return { ...filed, notice: await counter.noticeOf(filed.petition.id) };
    }),
    openStep: actingAs(
      "OpenStep",
      openStep({
        ...ports,
        fellBackToBureau: () => undefined,
        tell: (...told) => guard(workflow).tell(...told),
      }),
    ),
    task: tasksOfAll((door) =>
      allActingAs(
        taskFunctionAt[door.name],
        tasks({
          ...ports,
          door,
          tries: triesStore(db, tables.tries),
          links,
          identities,
          vault,
          random: randomBytes,
          secrets: linkSecrets(() => Promise.resolve([secret])),
        }),
      ),
    ),
    entries: entryPorts.entries,
    openEntry: openEntry({ ...entryPorts, vault, random: randomBytes }),
    /** What is done by the link of a turn on an entry of a register. */
    entryTask: allActingAs(
      "RegisterTask",
      entryTasks({
        ...{ ...entryPorts, links, identities, vault, random: randomBytes },
        ...{ tries, secrets: linkSecrets(() => Promise.resolve([secret])) },
      }),
    ),
    clockCourse: allActingAs(
      "ClockCourse",
      clockCourse({
        ...{ ...ports, links, clocksOf, secrets: linkSecrets(() => Promise.resolve([secret])) },
        ...{ baseUrl: "http://localhost", assets: "v1", demo: false },
      }),
    ),
    petitioner: followingOfAll(following, petitionerAt),
    /** What petitioners settle for themselves. */
    ownAffairs: petitionerAt(ownDoor),
    joint: allActingAs(
      "JointPetition",
      jointPetition({
        ...{ ...ports, identities, tries, saltOf, vault, clocksOf },
        wrongKey: () => {
          wrongKeys += 1;
        },
      }),
    ),
    /** Where files arrive and are kept. */
    shelf,
    files: allActingAs(
      "BringFiles",
      bringFiles({
        ...{
          cases,
          world,
          identities,
          tries,
          saltOf,
          random: randomBytes,
          arrivals: shelf.arrivals,
          files: shelf.files,
        },
        wrongKey: () => {
          wrongKeys += 1;
        },
      }),
    ),
    counterFiles: allActingAs(
      "BringFiles",
      counterFiles({
        ...{ cases, world, random: randomBytes, arrivals: shelf.arrivals },
        passes: registerPasses(db, tables.directory),
      }),
    ),
    takeFile: actingAs("TakeFiles", takeFile({ ...ports, linkHash: noLinks, ...shelf })),
    seeFiles: allActingAs(
      "SeeCase",
      seeFiles({
        ...{ ...ports, links, identities, secrets: linkSecrets(() => Promise.resolve([secret])) },
        ...{ files: shelf.files, baseUrl: "http://localhost", assets: "v1", demo: false },
      }),
    ),
    dossier: allActingAs(
      "SeeCase",
      giveDossier({
        ...{ ...ports, links, identities, vault, secrets: linkSecrets(() => Promise.resolve([secret])) },
        ...{ files: shelf.files, baseUrl: "http://localhost", assets: "v1", demo: false },
      }),
    ),
    attachFiles: allActingAs(
      "SeeCase",
      attachFiles({
        ...{ ...ports, links, secrets: linkSecrets(() => Promise.resolve([secret])), random: randomBytes },
        ...{ arrivals: shelf.arrivals, baseUrl: "http://localhost", assets: "v1", demo: false },
      }),
    ),
    seeAlike: allActingAs(
      "SeeCase",
      seeAlike({
        ...{ ...ports, links, identities, vault, secrets: linkSecrets(() => Promise.resolve([secret])) },
        ...{ baseUrl: "http://localhost", assets: "v1", demo: false },
      }),
    ),
    seeMerged: allActingAs(
      "SeeCase",
      seeMerged({
        ...{ ...ports, links, identities, vault, secrets: linkSecrets(() => Promise.resolve([secret])) },
        ...{ files: shelf.files, baseUrl: "http://localhost", assets: "v1", demo: false },
      }),
    ),
    seeStory: allActingAs(
      "SeeCase",
      seeStory({
        ...{ ...ports, links, identities, vault, secrets: linkSecrets(() => Promise.resolve([secret])) },
        ...{ baseUrl: "http://localhost", assets: "v1", demo: false },
      }),
    ),
    material: allActingAs(
      "AddMaterial",
      addMaterial({
        ...{ ...ports, identities, tries, saltOf, vault, random: randomBytes },
        wrongKey: () => {
          wrongKeys += 1;
        },
      }),
    ),
    ownFile: allActingAs(
      "OwnFile",
      ownFile({
        ...{ ...ports, identities, clocksOf, tries, saltOf, vault },
        wrongKey: () => {
          wrongKeys += 1;
        },
      }),
    ),
    /** Asks whether a petition may be filed from an address, as the pages do before they register it. */
    admit: actingAs("FilePetition", async (from: string, email?: string) =>
      admission({ tries, saltOf })(from, email, await now()),
    ),
    /** How many keys this machine has counted as wrong, or as held back. */
    wrongKeys: () => wrongKeys,
    ring: actingAs("Sweep", ring),
    /** The bureau has petitions handled together, by command. */
    merge: mergeCases(ports),
    /** Somebody of it is to call a meeting. */
    beginConvening: (caseId: string) =>
      carryOut(ports, upkeepJudges)(caseId, { type: "beginConvening", by: bureauStaff }),
    /** A leader takes charge of a case by their own wish. */
    nameLeader: (caseId: string) =>
      carryOut(ports, upkeepJudges)(caseId, {
        ...{ type: "nameLeader", by: "leader-head", leader: "leader-head", why: "ownWish" },
      }),
    /** It parts them again. */
    unmerge: (caseId: string) => carryOut(ports, upkeepJudges)(caseId, { type: "unmerge", by: bureauStaff }),
    /** An operator puts a clock back. Gives the facts that this came to. */
    release: async (caseId: string, clock: ClockName) => {
      const released = await carryOut(ports, upkeepJudges)(caseId, { type: "releaseClock", clock, by: "operator" });
      return released.kind === "done" ? released.events.map(({ fact }) => fact) : [];
    },
    /** The whole round, while the executions that are named do not run and all others do. */
    reconcile: actingAs("Reconcile", (...gone: string[]) => {
      async function* running() {
        for (const shard of shards) {
          for await (const { expected } of cases.standing(shard)) {
            if (expected?.execution !== undefined && !gone.includes(expected.execution)) yield expected.execution;
          }
        }
      }
      return reconcile({
        ...ports,
        linkHash: noLinks,
        deadlines,
        now,
        executions: {
          isRunning: (caseId, epoch) => Promise.resolve(!gone.includes(executionName(caseId, epoch))),
          running,
          async *failedLately() {
            yield* [];
          },
        },
      })({ whole: true }, () => true);
    }),
    sweep: actingAs(
      "Sweep",
      sweep({
        deadlines,
        ring,
        prepare: world,
        now,
        failed: (row, error) => failures.push({ row, error }),
        millisecondsLeft: () => Number.POSITIVE_INFINITY,
        counted: () => undefined,
      }),
    ),
    /** What the sweeps of this machine could not ring. */
    failures,
    /** The stream gives an event in the state that its row had at some moment. */
    publish: actingAs("Publish", async (outgoing: Outgoing) => publishing(outgoing, await now())),
    redrive: actingAs(
      "Redrive",
      redrive({
        outbox,
        mails: { post: postAgain },
        publish: publishing,
        now,
        calendar: () => Promise.resolve(chineseCalendar()),
      }),
    ),
    /** What has left for the queues from this machine. */
    posted,
    sendMail: actingAs(
      "SendMail",
      sendMail({
        ...{ ...postOffice, outbox, identities, vault, entries: entryPorts.entries },
        titles: { ...registerTitles, toy: toyTitles },
      }),
    ),
    sendTogether: actingAs("SendMail", sendTogether({ ...postOffice, outbox })),
    stop: disconnect,
  };
};
export type Machine = ReturnType<typeof startMachine>;
