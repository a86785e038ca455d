import * as z from "zod";
import { forgottenDeviceKey } from "#access/device-key.ts";
import type { Case } from "#case/state/case.ts";
import type { AgentSeen } from "#case/state/sealed-agent.ts";
import type { World } from "#case/state/world.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { Instant } from "#ground/instant.ts";
import { keptByBrowser, type Reply, sameAt, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import type { decisionPage } from "#web/pages/decision.page.tsx";
import { errorPage } from "#web/pages/error.page.tsx";
import { statusFormPage } from "#web/pages/status-form.page.tsx";
import type { PanelDrawn, SentAct } from "#web/parts/acts/petitioner-panel.tsx";
import {
  isChecked,
  type PetitionerDoor,
  type PetitionerDoorName,
  petitionerAddresses,
} from "#web/parts/petitioner-door.tsx";
import type { View } from "#web/parts/view.ts";
import { isTurned, keepLang, viewOf } from "#web/parts/view-of.ts";
import { agencyDoneWords, agencyOverWords, forgottenWords, unprovenWords } from "#words/code-words.ts";
import { mailboxWaitWords, mailboxWords, newAddressWaitWords } from "#words/mailbox-words.ts";
import { said } from "#words/said.ts";
import { barredWords, retryHeader, unprovenIn } from "./barred-words.ts";
import type { CameOf, Followed, FollowedByAgent, followPetition } from "./follow-petition.ts";
import type { Keeping } from "./keeping.ts";
import { keyOf, sawIn } from "./sent-along.ts";
import { toldToAgent } from "./told-to-agent.ts";
import type { Barred, PetitionKey } from "./unlock.ts";

/** What the page of a case is drawn of. */
export type CaseDrawn = World &
  Omit<Followed, "texts"> & {
    view: View;
    code: string;
    phoneTail: string;
    notice?: string | undefined;
    sent?: SentAct;
    /** An agent who was named just now. */
    newAgent?: AgentSeen | undefined;
  };

/** The same, for somebody who acts for its petitioner. */
export type CaseDrawnForAgent = Omit<CaseDrawn, "looks" | "mailbox" | "contact" | "agents" | "newAgent"> &
  Pick<FollowedByAgent, "agent">;

export type CasePages = {
  door: PetitionerDoor;
  /** The page of a case, as its petitioner sees it at this door, and as an agent does. */
  draw: {
    forPetitioner: (drawn: CaseDrawn) => string;
    forAgent: (drawn: CaseDrawnForAgent) => string;
    /** What is about to be decided, where anything is at this door that is checked before it counts. */
    check?: typeof decisionPage;
  };
  follow: ReturnType<typeof followPetition>;
  keeping: Keeping;
  world: () => Promise<World>;
  baseUrl: string;
  assets: string;
  demo: boolean;
};

const Key = z.object({ code: z.string(), phoneTail: z.string() }) satisfies z.ZodType<PetitionKey>;

const Wait = z.object({ barred: z.literal("wait"), until: Instant });
const KeyBarred = z.union([
  z.object({ barred: z.literal("wrong") }),
  z.object({ barred: z.literal("over") }),
  Wait,
]) satisfies z.ZodType<Barred>;

/**
 * An act as it was sent, on the page that told up to the event `saw`, and what came of it: done, and the version of the case by
 * that; to be checked before it counts; only shown in the other language; refused; or not read or proven.
 */
const ActSent = z.object({
  command: z.string(),
  typed: z.record(z.string(), z.string()),
  saw: z.int().nonnegative(),
  came: z.union([
    z.object({ toCheck: z.literal(true) }),
    z.object({ turned: z.literal(true) }),
    z.object({ done: z.int() }),
    // Which one is said by the words that this page has; the list of all refusals is not carried for it.
    z.object({ refusal: z.string() }),
    z.object({ unread: z.literal(true) }),
    z.object({ unproven: z.enum(["missing", "notAPhone", "wrong"]) }),
    z.object({ unproven: z.literal("wait"), until: Instant }),
    z.object({ wait: Instant }),
  ]),
});
type ActSent = z.infer<typeof ActSent>;

/**
 * What came of an act at another door, for the page that tells of it and does not know the act: in words, and with the version
 * of the case by which it was done; without one it was not.
 */
const ActTold = z.object({ words: z.object({ zh: z.string(), en: z.string() }), done: z.int().optional() });
type ActTold = z.infer<typeof ActTold>;

/** What came of asking a mailbox once more whose it is. */
const MailboxAsked = z.union([
  z.object({ asked: z.enum(["again", "nothing to ask"]) }),
  z.object({ asked: z.literal("wait"), until: Instant }),
]);
type MailboxAsked = z.infer<typeof MailboxAsked>;

/** What a status page shows, to be shown again when it is reloaded or gone back to. */
const StatusShown = z.discriminatedUnion("shows", [
  z.object({ shows: z.literal("form"), typed: Key, barred: KeyBarred.optional() }),
  z.object({
    shows: z.literal("case"),
    caseId: z.string(),
    /** Whose key it is, where it is an agent's. */
    agent: z.int().positive().optional(),
    key: Key,
    sent: ActSent.optional(),
    told: ActTold.optional(),
    asked: MailboxAsked.optional(),
  }),
]);
type StatusShown = z.infer<typeof StatusShown>;

/** Who looks at a case: the moment and its rules, and which agent it is, where it is one. */
type Looking = World & { agent: number | undefined };

/** What is made of acts as they were sent, where a door gives them. */
const sentActs = (door: PetitionerDoor) => {
  const { given, told } = door;
  const { forms, isDecided, whyNotDecided } = given;

  /** What is said of an act beside the case: what came of it, or the act as it was sent with what is wrong with it. */
  const besideCase = (
    { command, typed, saw, came }: ActSent,
    petition: Case,
    here: Looking,
    lang: Lang,
  ): { notice?: string; sent?: SentAct } => {
    if (!forms.isName(command)) {
      // What is done at another door is offered by a panel here, which shows again what was typed in it so far.
      return "turned" in came && door.leadsOn?.isName(command) ? { sent: { command, typed, errors: {} } } : {};
    }
    const notice = told.noticeOf(command);
    const done = notice === "shows itself" ? {} : { notice: notice[lang] };
    // Once anything else has happened, what was done then is told by the history.
    if ("done" in came) return came.done === petition.version ? done : {};
    if ("refusal" in came && came.refusal !== "pageOutdated") return { notice: told.refused(came.refusal)[lang] };
    if (isDecided(petition, command, saw)) return done;
    const refusal = isChecked(door, command)
      ? whyNotDecided(petition, command, { saw, agent: here.agent }, here)
      : undefined;
    const overtaken = refusal === undefined ? {} : { notice: told.refused(refusal)[lang] };
    if ("toCheck" in came || "turned" in came || "refusal" in came)
      return { ...overtaken, sent: { command, typed, errors: {} } };
    if ("unproven" in came) {
      return { ...overtaken, sent: { command, typed, errors: { wholePhone: unprovenIn(came, here, lang) } } };
    }
    if ("wait" in came) {
      const email = newAddressWaitWords[lang]({ ...here, until: came.wait });
      return { ...overtaken, sent: { command, typed, errors: { email } } };
    }
    const { wholePhone = "", ...fields } = typed;
    const read = forms.read({ ...fields, command });
    const errors = {
      ...("problems" in read && told.problemsInWords(read.problems, lang)),
      ...(wholePhone.trim() === "" && { wholePhone: unprovenWords.missing[lang] }),
    };
    return { ...overtaken, sent: { command, typed, errors } };
  };

  /**
   * Whether what was sent is shown once more to be checked, instead of the case: as long as it can be decided, on what its
   * petitioner saw or on what has come since.
   */
  const isShownToCheck = ({ command, saw, came }: ActSent, petition: Case, here: Looking): boolean => {
    if (!forms.isName(command) || !isChecked(door, command) || "done" in came) return false;
    if (("refusal" in came && came.refusal !== "pageOutdated") || isDecided(petition, command, saw)) return false;
    const refusal = whyNotDecided(petition, command, { saw, agent: here.agent }, here);
    return refusal === undefined || refusal === "pageOutdated";
  };

  /** What is told of an act once it can be decided no more: that it was done, or why it was not. */
  const whatIsOver = ({ command, saw, came }: ActSent, petition: Case, here: Looking): ActTold | undefined => {
    if (!forms.isName(command)) return undefined;
    const notice = told.noticeOf(command);
    const done = notice === "shows itself" ? undefined : { words: notice, done: petition.version };
    if ("done" in came) return done;
    if ("refusal" in came && came.refusal !== "pageOutdated") return { words: told.refused(came.refusal) };
    if (isDecided(petition, command, saw)) return done;
    const refusal = whyNotDecided(petition, command, { saw, agent: here.agent }, here);
    return refusal === undefined || refusal === "pageOutdated" ? undefined : { words: told.refused(refusal) };
  };

  return { besideCase, isShownToCheck, whatIsOver };
};

/** Whether an agent was named, and nothing has happened since: who they are and their code are shown once. */
const isNamedJustNow = (sent: ActSent | undefined, { version }: Case): boolean =>
  sent?.command === "nameAgent" && "done" in sent.came && sent.came.done === version;

const mailboxNotice = (came: MailboxAsked, here: World, lang: Lang): string =>
  came.asked === "wait" ? mailboxWaitWords[lang]({ ...here, until: came.until }) : mailboxWords[came.asked][lang];

/** What an agent reads who acts for the petitioner no more: what they did last may have ended it, or have come too late. */
const afterAgency = (
  { told: { refused } }: PetitionerDoor,
  { sent, told }: { sent: ActSent | undefined; told: ActTold | undefined },
): Bilingual => {
  if (told?.done !== undefined || (sent !== undefined && "done" in sent.came)) return agencyDoneWords;
  return told !== undefined || (sent !== undefined && "refusal" in sent.came) ? refused("agencyOver") : agencyOverWords;
};

/** Whose page of a case it is, at a door. An agent may use the device of whom they act for: each has a page of their own. */
const pageOf = (at: PetitionerDoorName, caseId: string, agent: number | undefined): string =>
  agent === undefined ? `${at} ${caseId}` : `${at} ${caseId} ${agent}`;

/** The status of a page that answers what was sent at once. */
const statusOf = (shown: StatusShown): number => {
  if (shown.shows === "form") {
    if (shown.barred === undefined) return 200;
    return shown.barred.barred === "wait" ? 429 : 403;
  }
  if (shown.asked?.asked === "wait") return 429;
  if (shown.told !== undefined) return shown.told.done === undefined ? 422 : 200;
  const came = shown.sent?.came;
  if (came === undefined || "done" in came || "toCheck" in came || "turned" in came) return 200;
  return "wait" in came || ("unproven" in came && came.unproven === "wait") ? 429 : 422;
};

/**
 * 查询进度: the key, then the case as its petitioner may see it, and what they decide. What was sent is answered with the
 * address of a page that is kept for the device, and only at once where that keeps none.
 */
export const casePages = ({ door, draw, follow, keeping, world, baseUrl, assets, demo }: CasePages) => {
  const { address, given } = door;
  const { forms } = given;
  const { besideCase, isShownToCheck, whatIsOver } = sentActs(door);

  const page = async (request: Request, mark?: string) => {
    const here = await world();
    const path = mark === undefined ? address : `${address}/${mark}`;
    return {
      view: viewOf(
        { ...request, path },
        { assets, district: here.directory.district, demoNow: demo ? here.now : undefined, site: baseUrl },
      ),
      here,
    };
  };

  const broken = async (request: Request): Promise<Reply> => {
    const { view } = await page(request);
    return {
      status: 400,
      html: errorPage({ view, kind: "brokenForm", reference: request.reference }),
      headers: keptByBrowser,
    };
  };

  /** The form for the key, empty, and why what was there before is shown no more. */
  const formAgain = async (request: Request, why?: Bilingual): Promise<Reply> => {
    const { view } = await page(request);
    const html = statusFormPage({ view, typed: {}, notice: why?.[view.lang] });
    const { cookies = [] } = keepLang(request);
    return { status: 200, html, cookies: [...cookies, keeping.cookie(request)] };
  };

  const show = async (request: Request, shown: StatusShown, mark?: string): Promise<Reply> => {
    const { view, here } = await page(request, mark);
    const { lang } = view;
    if (shown.shows === "form") {
      const { typed, barred } = shown;
      if (barred?.barred === "over") return formAgain(request, agencyOverWords);
      const error = barred && barredWords(barred, here, lang);
      return { status: 200, html: statusFormPage({ view, error, typed }) };
    }
    const { caseId, agent, key, sent, told, asked } = shown;
    const checked = (
      petition: Case,
      drawn: Pick<PanelDrawn, "petition" | "contact" | "agents" | "joinCode" | "contactPersons" | "isAgents">,
    ) => {
      const looking = { ...here, agent };
      if (draw.check === undefined || sent === undefined || !forms.isName(sent.command)) return undefined;
      if (!isShownToCheck(sent, petition, looking)) return undefined;
      const { directory, now } = here;
      const beside = besideCase(sent, petition, looking, lang);
      const about = { ...drawn, directory, now, lang, keyed: key, sent: beside.sent };
      const back = keeping.markOf(request, "followed", pageOf(door.toldAt, caseId, agent));
      return draw.check({ view, door, ...about, command: sent.command, notice: beside.notice, back });
    };
    /** What is said beside the case of what was sent, here or at another door. */
    const besideIt = (petition: Case) => {
      if (sent !== undefined) return besideCase(sent, petition, { ...here, agent }, lang);
      // Once anything else has happened, what was done then is told by the history.
      const isNews = told !== undefined && (told.done === undefined || told.done === petition.version);
      return isNews ? { notice: told.words[lang] } : {};
    };
    if (agent !== undefined) {
      const followed = await follow.seeFor(caseId, agent);
      if (followed === undefined) return formAgain(request, afterAgency(door, { sent, told }));
      const theirs = toldToAgent(followed, lang);
      const check = checked(followed.petition, { petition: theirs.petition, contact: {}, agents: [], isAgents: true });
      const drawn = { view, ...theirs, ...here, ...key, ...besideIt(followed.petition) };
      return { status: 200, html: check ?? draw.forAgent(drawn) };
    }
    const followed = await follow.see(caseId);
    if (followed === undefined) return formAgain(request, forgottenWords);
    const { texts, petition, events, ...others } = followed;
    const { contact, agents, joinCode, contactPersons } = followed;
    const shownHere = { petition: said(petition, texts, lang), contact, agents, joinCode, contactPersons };
    const check = checked(petition, shownHere);
    if (check !== undefined) return { status: 200, html: check };
    const html = draw.forPetitioner({
      view,
      ...others,
      petition: said(petition, texts, lang),
      events: events.map((event) => said(event, texts, lang)),
      ...here,
      ...key,
      ...besideIt(petition),
      newAgent: isNamedJustNow(sent, petition) ? agents.at(-1) : undefined,
      ...(asked && { notice: mailboxNotice(asked, here, lang) }),
    });
    return { status: 200, html };
  };

  /** A case has a page, and what is to be checked before it counts has one beside it, so that going back leads to the case. */
  const keptAbout = (shown: StatusShown, petition: Case | undefined, here: World): string => {
    if (shown.shows === "form") return `key ${shown.typed.code} ${shown.typed.phoneTail}`;
    const { caseId, agent, sent, told } = shown;
    const whose = pageOf(told === undefined ? door.name : door.toldAt, caseId, agent);
    return sent && petition && isShownToCheck(sent, petition, { ...here, agent }) ? `check ${whose}` : whose;
  };

  /** What is over, as the page shows it that tells of it, where another door has it. */
  const toldOf = (shown: StatusShown, petition: Case | undefined, here: World): StatusShown => {
    if (shown.shows === "form" || shown.sent === undefined || petition === undefined) return shown;
    const { sent, ...others } = shown;
    const told = door.toldAt === door.name ? undefined : whatIsOver(sent, petition, { ...here, agent: shown.agent });
    return told === undefined ? shown : { ...others, told };
  };

  /**
   * Answers what was sent. A key that opens nothing has a page for each, and a case has one; what is over is told by the page
   * of the door that tells of it.
   */
  const answer = async (request: Request, sent: StatusShown, petition?: Case): Promise<Reply> => {
    const here = await world();
    const { now } = here;
    const shown = toldOf(sent, petition, here);
    const at = shown.shows === "case" && shown.told !== undefined ? petitionerAddresses[door.toldAt] : address;
    const about = keptAbout(shown, petition, here);
    const mark = await keeping.keep(request, { kind: "followed", about }, shown, now);
    const { cookies = [] } = keepLang(request);
    if (mark !== undefined) return seeOther(`${at}/${mark}`, [...cookies, keeping.cookie(request)]);
    const retryAfter = shown.shows === "form" && shown.barred ? retryHeader(shown.barred, now) : {};
    return { ...(await show(request, shown)), status: statusOf(shown), headers: retryAfter, cookies };
  };

  return {
    form: (request: Request): Promise<Reply> => formAgain(request),

    /** The address that acts are sent to, asked for: the form for the key is at its own. */
    toForm: (): Promise<Reply> => Promise.resolve(seeOther("/status")),

    look: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      if (isTurned(request)) return answer(request, { shows: "form", typed: key });
      const looked = await follow.look(key, request.address);
      if ("barred" in looked) return answer(request, { shows: "form", typed: key, barred: looked });
      const { petition, agent, refusal } = looked;
      const sent = refusal && { command: "openAnswer", typed: {}, saw: petition.told, came: { refusal } };
      return answer(request, { shows: "case", caseId: petition.id, agent, key, sent });
    },

    /** A page that is kept for this device, once more. */
    again: async (request: Request): Promise<Reply> => {
      const { visit } = request.params;
      const { now } = await world();
      const shown = StatusShown.safeParse(await keeping.kept(request, "followed", visit, now)).data;
      if (shown === undefined) return formAgain(request, forgottenWords);
      const { cookies = [] } = keepLang(request);
      return { ...(await show(request, shown, visit)), cookies };
    },

    /** Has the mail sent again that asks whose the mailbox is. */
    askMailboxAgain: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      const came = await follow.askMailboxAgain(key, request.address);
      if ("barred" in came) return answer(request, { shows: "form", typed: key, barred: came });
      const asked = came.asked === "wait" ? { asked: came.asked, until: came.until } : { asked: came.asked };
      return answer(request, { shows: "case", caseId: came.petition.id, key, asked });
    },

    /** A decision as it is about to be taken: shown once more, or why it can no longer be. */
    check: async (request: Request): Promise<Reply> => {
      const { command } = request.form;
      if (door.leadsOn?.isName(command)) return sameAt(`${petitionerAddresses[door.leadsOn.to]}/check`);
      if (!forms.isName(command) || !isChecked(door, command)) return broken(request);
      const key = keyOf(request);
      const looked = await follow.look(key, request.address);
      if ("barred" in looked) return answer(request, { shows: "form", typed: key, barred: looked });
      const { petition, agent } = looked;
      const saw = sawIn(request);
      const refusal = given.isDecided(petition, command, saw)
        ? undefined
        : given.whyNotDecided(petition, command, { saw, agent }, await world());
      const came = refusal === undefined ? ({ toCheck: true } as const) : { refusal };
      return answer(
        request,
        { shows: "case", caseId: petition.id, agent, key, sent: { command, typed: {}, saw, came } },
        petition,
      );
    },

    act: async (request: Request): Promise<Reply> => {
      const { code: _, phoneTail: __, saw: ___, wholePhone = "", ...form } = request.form;
      const saw = sawIn(request);
      const key = keyOf(request);
      const { command, ...rest } = form;
      const turned = isTurned(request);
      if (command === undefined) return broken(request);
      if (door.leadsOn?.isName(command)) {
        // What was typed for it stays on the page that offers it.
        if (!turned) return sameAt(`${petitionerAddresses[door.leadsOn.to]}/act`);
      } else if (!forms.isName(command)) return broken(request);
      const read = forms.read(form);
      const shown = await (turned || "problems" in read
        ? follow.look(key, request.address)
        : follow.act(key, request.address, { command: read.act, saw }, wholePhone));
      if ("barred" in shown) return answer(request, { shows: "form", typed: key, barred: shown });
      const { petition, agent, refusal, wait, phoneTail = key.phoneTail }: CameOf = shown;
      const came = (): ActSent["came"] => {
        if (turned) return { turned };
        if ("problems" in read) return { unread: true };
        if (shown.unproven === "wait") return { unproven: "wait", until: shown.until };
        if (shown.unproven !== undefined) return { unproven: shown.unproven };
        if (wait !== undefined) return { wait };
        return refusal === undefined ? { done: petition.version } : { refusal };
      };
      // Another of its kind was taken on the same page, and this one was not: it is no decision on what that page told.
      const isAnew = command === "correctContact" || command === "nameAgent";
      const sawThen = isAnew && refusal === "pageOutdated" ? 0 : saw;
      const sent = { command, typed: { ...rest, wholePhone }, saw: sawThen, came: came() };
      const after = { shows: "case", caseId: petition.id, agent, key: { ...key, phoneTail }, sent } as const;
      return answer(request, after, petition);
    },

    /** Has the device forget all that was kept for it, as somebody leaves who does not use it alone. */
    leave: (): Promise<Reply> => Promise.resolve(seeOther("/", [forgottenDeviceKey(baseUrl)])),
  };
};
