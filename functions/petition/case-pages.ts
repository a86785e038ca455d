import * as z from "zod";
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
import { type OfferingDoor, type PetitionerDoorName, petitionerAddresses } from "#web/parts/petitioner-door.tsx";
import type { View } from "#web/parts/view.ts";
import { isTurned, keepLang, viewOf } from "#web/parts/view-of.ts";
import { agencyOverRefusal } from "#words/acts/agent.ts";
import { agencyDoneWords, agencyOverWords, forgottenWords, handedOverWords } from "#words/code-words.ts";
import { mailboxWaitWords, mailboxWords } from "#words/mailbox-words.ts";
import { said } from "#words/said.ts";
import { barredWords, retryHeader } from "./barred-words.ts";
import type { Followed, FollowedByAgent, Following } from "./follow-petition.ts";
import type { Keeping } from "./keeping.ts";
import { keyOf } from "./sent-along.ts";
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
  door: OfferingDoor;
  /** The page of a case, as its petitioner sees it at this door, and as an agent does. */
  draw: {
    forPetitioner: (drawn: CaseDrawn) => string;
    forAgent: (drawn: CaseDrawnForAgent) => string;
  };
  follow: Pick<Following, "look" | "see" | "seeFor">;
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

/** An act as it was sent, on the page that told up to the event `saw`. What came of it is told by the door. */
export const ActAsSent = z.object({
  command: z.string(),
  typed: z.record(z.string(), z.string()),
  saw: z.int().nonnegative(),
});
export type ActAsSent = z.infer<typeof ActAsSent>;

/**
 * What came of an act at another door, for the page that tells of it and does not know the act: in words, and with the version
 * of the case by which it was done; without one it was not.
 */
const ActTold = z.object({
  /** Nothing where what was done shows itself. */
  words: z.object({ zh: z.string(), en: z.string() }).optional(),
  done: z.int().optional(),
});
export type ActTold = z.infer<typeof ActTold>;

/** What came of asking a mailbox once more whose it is. */
const MailboxAsked = z.union([
  z.object({ asked: z.enum(["again", "nothing to ask"]) }),
  z.object({ asked: z.literal("wait"), until: Instant }),
]);
type MailboxAsked = z.infer<typeof MailboxAsked>;

/** What a status page shows, to be shown again when it is reloaded or gone back to, at a door where acts are sent as `Sent`. */
const statusShown = <Sent extends ActAsSent>(Sent: z.ZodType<Sent>) =>
  z.discriminatedUnion("shows", [
    z.object({ shows: z.literal("form"), typed: Key, barred: KeyBarred.optional() }),
    z.object({
      shows: z.literal("case"),
      caseId: z.string(),
      /** Whose key it is, where it is an agent's. */
      agent: z.int().positive().optional(),
      key: Key,
      sent: Sent.optional(),
      told: ActTold.optional(),
      asked: MailboxAsked.optional(),
    }),
  ]);
type StatusShown<Sent extends ActAsSent> = z.infer<ReturnType<typeof statusShown<Sent>>>;

/** Who looks at a case: the moment and its rules, and which agent it is, where it is one. */
export type Looking = World & { agent: number | undefined };

/** What is said of an act beside the case: what came of it, or the act as it was sent with what is wrong with it. */
export type BesideCase = { notice?: string | undefined; sent?: SentAct };

/** What is made of acts as they were sent to a door. */
export type ActsThere<Sent extends ActAsSent> = {
  Sent: z.ZodType<Sent>;
  besideCase: (sent: Sent, petition: Case, here: Looking, lang: Lang) => BesideCase;
  /** The version of the case by which an act was done, or that it was refused; nothing where neither was. */
  cameOf: (sent: Sent) => { done: number } | "refused" | undefined;
  /** The status of a page that answers it at once. */
  statusOf: (sent: Sent) => number;
  /**
   * Whether what was sent is shown once more to be checked, instead of the case: as long as it can be decided, on what its
   * petitioner saw or on what has come since.
   */
  isShownToCheck: (sent: Sent, petition: Case, here: Looking) => boolean;
  /** What is told of an act once it can be decided no more: that it was done, or why it was not. */
  whatIsOver: (sent: Sent, petition: Case, here: Looking) => ActTold | undefined;
  drawCheck: (sent: Sent, drawn: Omit<Parameters<typeof decisionPage>[0], "door" | "command">) => string | undefined;
};

/** Whether something was done, and nothing has happened since. */
const isNewest = (came: { done: number } | "refused" | undefined, { version }: Case): boolean =>
  typeof came === "object" && came.done === version;

const mailboxNotice = (came: MailboxAsked, here: World, lang: Lang): string =>
  came.asked === "wait" ? mailboxWaitWords[lang]({ ...here, until: came.until }) : mailboxWords[came.asked][lang];

/** What an agent reads who acts for the petitioner no more: what they did last may have ended it, or have come too late. */
const afterAgency = (came: { done: number } | "refused" | undefined, told: ActTold | undefined): Bilingual => {
  if (told?.done !== undefined || typeof came === "object") return agencyDoneWords;
  return told !== undefined || came === "refused" ? agencyOverRefusal : agencyOverWords;
};

/** Whose page of a case it is, at a door. An agent may use the device of whom they act for: each has a page of their own. */
const pageOf = (at: PetitionerDoorName, caseId: string, agent: number | undefined): string =>
  agent === undefined ? `${at} ${caseId}` : `${at} ${caseId} ${agent}`;

/**
 * The key, then the case as its petitioner may see it at a door. What was sent is answered with the address of a page that is
 * kept for the device, and only at once where that keeps none.
 * @param acts what is made of acts that are sent there
 */
export const casePages = <Sent extends ActAsSent>(
  { door, draw, follow, keeping, world, baseUrl, assets, demo }: CasePages,
  acts: ActsThere<Sent>,
) => {
  const { address } = door;
  const StatusShown = statusShown(acts.Sent);
  type Shown = StatusShown<Sent>;

  /** Whether what came of something is told by the page of the door that tells of it. */
  const isToldThere = (shown: Shown): boolean =>
    shown.shows === "case" && (shown.told !== undefined || shown.asked !== undefined);

  /** The status of a page that answers what was sent at once. */
  const statusOf = (shown: Shown): number => {
    if (shown.shows === "form") {
      if (shown.barred === undefined) return 200;
      return shown.barred.barred === "wait" ? 429 : 403;
    }
    if (shown.asked?.asked === "wait") return 429;
    if (shown.told !== undefined) return shown.told.done === undefined ? 422 : 200;
    return shown.sent === undefined ? 200 : acts.statusOf(shown.sent);
  };

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

  const show = async (request: Request, shown: Shown, mark?: string): Promise<Reply> => {
    const { view, here } = await page(request, mark);
    const { lang } = view;
    if (shown.shows === "form") {
      const { typed, barred } = shown;
      if (barred?.barred === "over") return formAgain(request, agencyOverWords);
      const error = barred && barredWords(barred, here, lang);
      return { status: 200, html: statusFormPage({ view, error, typed }) };
    }
    const { caseId, agent, key, sent, told, asked } = shown;
    const came = sent && acts.cameOf(sent);
    const checked = (
      petition: Case,
      drawn: Pick<PanelDrawn, "petition" | "contact" | "agents" | "joinCode" | "contactPersons" | "isAgents">,
    ) => {
      const looking = { ...here, agent };
      if (sent === undefined || !acts.isShownToCheck(sent, petition, looking)) return undefined;
      const { directory, calendar, now } = here;
      const beside = acts.besideCase(sent, petition, looking, lang);
      const about = { ...drawn, directory, calendar, now, lang, keyed: key, sent: beside.sent };
      const back = keeping.markOf(request, "followed", pageOf(door.toldAt, caseId, agent));
      return acts.drawCheck(sent, { view, ...about, notice: beside.notice, back });
    };
    /** What is said beside the case of what was sent, here or at another door. */
    const besideIt = (petition: Case): BesideCase => {
      if (sent !== undefined) return acts.besideCase(sent, petition, { ...here, agent }, lang);
      // Once anything else has happened, what was done then is told by the history.
      const isNews = told !== undefined && (told.done === undefined || told.done === petition.version);
      return isNews ? { notice: told.words?.[lang] } : {};
    };
    if (agent !== undefined) {
      const followed = await follow.seeFor(caseId, agent);
      if (followed === undefined) return formAgain(request, afterAgency(came, told));
      const theirs = toldToAgent(followed, lang);
      const check = checked(followed.petition, { petition: theirs.petition, contact: {}, agents: [], isAgents: true });
      const drawn = { view, ...theirs, ...here, ...key, ...besideIt(followed.petition) };
      return { status: 200, html: check ?? draw.forAgent(drawn) };
    }
    const followed = await follow.see(caseId, key.code);
    if (followed === undefined) {
      const isHandedOver = sent?.command === "handOver" && typeof came === "object";
      return formAgain(request, isHandedOver ? handedOverWords : forgottenWords);
    }
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
      // Who they are and their code are shown once.
      newAgent: sent?.command === "nameAgent" && isNewest(came, petition) ? agents.at(-1) : undefined,
      ...(asked && { notice: mailboxNotice(asked, here, lang) }),
    });
    return { status: 200, html };
  };

  /** A case has a page, and what is to be checked before it counts has one beside it, so that going back leads to the case. */
  const keptAbout = (shown: Shown, petition: Case | undefined, here: World): string => {
    if (shown.shows === "form") return `key ${shown.typed.code} ${shown.typed.phoneTail}`;
    const { caseId, agent, sent } = shown;
    const whose = pageOf(isToldThere(shown) ? door.toldAt : door.name, caseId, agent);
    return sent && petition && acts.isShownToCheck(sent, petition, { ...here, agent }) ? `check ${whose}` : whose;
  };

  /** What is over, as the page shows it that tells of it, where another door has it. */
  const toldOf = (shown: Shown, petition: Case | undefined, here: World): Shown => {
    if (shown.shows === "form" || shown.sent === undefined || petition === undefined) return shown;
    const { sent, ...others } = shown;
    const told =
      door.toldAt === door.name ? undefined : acts.whatIsOver(sent, petition, { ...here, agent: shown.agent });
    return told === undefined ? shown : { ...others, told };
  };

  /**
   * Answers what was sent. A key that opens nothing has a page for each, and a case has one; what is over is told by the page
   * of the door that tells of it.
   */
  const answer = async (request: Request, sent: Shown, petition?: Case): Promise<Reply> => {
    const here = await world();
    const { now } = here;
    const shown = toldOf(sent, petition, here);
    const isThere = isToldThere(shown);
    const at = isThere ? petitionerAddresses[door.toldAt] : address;
    const about = keptAbout(shown, petition, here);
    const mark = await keeping.keep(request, { kind: "followed", about }, shown, now);
    const { cookies = [] } = keepLang(request);
    if (mark !== undefined) return seeOther(`${at}/${mark}`, [...cookies, keeping.cookie(request)]);
    // What shows itself is shown by the page of the case, which the key opens that was sent along.
    if (isThere && shown.shows === "case" && shown.told && shown.told.words === undefined) return sameAt(at);
    const retryAfter = shown.shows === "form" && shown.barred ? retryHeader(shown.barred, now) : {};
    return { ...(await show(request, shown)), status: statusOf(shown), headers: retryAfter, cookies };
  };

  const pages = {
    form: (request: Request): Promise<Reply> => formAgain(request),

    /** The address that acts are sent to, asked for: the form for the key is at its own. */
    toForm: (): Promise<Reply> => Promise.resolve(seeOther("/status")),

    look: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      if (isTurned(request)) return answer(request, { shows: "form", typed: key });
      const looked = await follow.look(key, request.address);
      if ("barred" in looked) return answer(request, { shows: "form", typed: key, barred: looked });
      const { petition, agent, opens } = looked;
      // To open an answer is a decision, which the key goes on to the door for.
      if (opens && door.leadsOn !== undefined) return sameAt(petitionerAddresses[door.leadsOn.to]);
      return answer(request, { shows: "case", caseId: petition.id, agent, key });
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
  };

  return { pages, answer, broken };
};
