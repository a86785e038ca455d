import * as z from "zod";
import { Instant } from "#ground/instant.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { decisionPage } from "#web/pages/decision.page.tsx";
import { isChecked, type PetitionerDoor } from "#web/parts/petitioner-door.tsx";
import { isTurned } from "#web/parts/view-of.ts";
import { unprovenWords } from "#words/code-words.ts";
import { newAddressWaitWords } from "#words/mailbox-words.ts";
import { unprovenIn } from "./barred-words.ts";
import { ActAsSent, type ActsThere, type CasePages, casePages } from "./case-pages.ts";
import type { CameOf, Deciding } from "./decide-petition.ts";
import { keyOf, sawIn } from "./sent-along.ts";
import type { Barred } from "./unlock.ts";

/** What the pages of a door are drawn of at which petitioners decide. */
export type DecidingPages = Omit<CasePages, "door" | "follow"> & {
  door: PetitionerDoor;
  follow: CasePages["follow"] & Pick<Deciding, "act" | "askMailboxAgain" | "openAnswer">;
};

/**
 * An act and what came of it: done, and the version of the case by that; to be checked before it counts; only shown in the other
 * language; refused; or not read or proven.
 */
const ActSent = ActAsSent.extend({
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

/** What is made of acts as they were sent to a door. */
const sentActs = (door: PetitionerDoor): ActsThere<ActSent> => {
  const { given, told } = door;
  const { forms, isDecided, whyNotDecided } = given;

  const besideCase: ActsThere<ActSent>["besideCase"] = ({ command, typed, saw, came }, petition, here, lang) => {
    if (!forms.isName(command)) return {};
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

  const isShownToCheck: ActsThere<ActSent>["isShownToCheck"] = ({ command, saw, came }, petition, here) => {
    if (!forms.isName(command) || !isChecked(door, command) || "done" in came) return false;
    if (("refusal" in came && came.refusal !== "pageOutdated") || isDecided(petition, command, saw)) return false;
    const refusal = whyNotDecided(petition, command, { saw, agent: here.agent }, here);
    return refusal === undefined || refusal === "pageOutdated";
  };

  const whatIsOver: ActsThere<ActSent>["whatIsOver"] = ({ command, saw, came }, petition, here) => {
    if (!forms.isName(command)) return undefined;
    const notice = told.noticeOf(command);
    const done = { ...(notice !== "shows itself" && { words: notice }), done: petition.version };
    if ("done" in came) return done;
    if ("refusal" in came && came.refusal !== "pageOutdated") return { words: told.refused(came.refusal) };
    if (isDecided(petition, command, saw)) return done;
    const refusal = whyNotDecided(petition, command, { saw, agent: here.agent }, here);
    return refusal === undefined || refusal === "pageOutdated" ? undefined : { words: told.refused(refusal) };
  };

  const drawCheck: ActsThere<ActSent>["drawCheck"] = ({ command }, drawn) =>
    forms.isName(command) ? decisionPage({ ...drawn, door, command }) : undefined;

  const cameOf: ActsThere<ActSent>["cameOf"] = ({ came }) => {
    if ("done" in came) return { done: came.done };
    return "refusal" in came ? "refused" : undefined;
  };

  const statusOf: ActsThere<ActSent>["statusOf"] = ({ came }) => {
    if ("done" in came || "toCheck" in came || "turned" in came) return 200;
    return "wait" in came || ("unproven" in came && came.unproven === "wait") ? 429 : 422;
  };

  return { Sent: ActSent, besideCase, cameOf, statusOf, isShownToCheck, whatIsOver, drawCheck };
};

/** The pages of a door where petitioners decide: what is about to count, what could not be done, and what came of it. */
export const decidingPages = ({ door, follow, ...ports }: DecidingPages) => {
  const { given } = door;
  const { forms } = given;
  const { pages, answer, broken } = casePages({ door, follow, ...ports }, sentActs(door));

  return {
    ...pages,

    /** Opens an answer with the key that was meant for it, and shows the case. */
    openAnswer: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      const came = await follow.openAnswer(key, request.address);
      if ("barred" in came) return answer(request, { shows: "form", typed: key, barred: came });
      const { petition, agent, refusal } = came;
      const sent = {
        ...{ command: "openAnswer", typed: {}, saw: petition.told },
        came: refusal === undefined ? { done: petition.version } : { refusal },
      };
      return answer(request, { shows: "case", caseId: petition.id, agent, key, sent }, petition);
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
      if (!forms.isName(command) || !isChecked(door, command)) return broken(request);
      const key = keyOf(request);
      const looked = await follow.look(key, request.address);
      if ("barred" in looked) return answer(request, { shows: "form", typed: key, barred: looked });
      const { petition, agent } = looked;
      const saw = sawIn(request);
      const refusal = given.isDecided(petition, command, saw)
        ? undefined
        : given.whyNotDecided(petition, command, { saw, agent }, await ports.world());
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
      if (command === undefined || !forms.isName(command)) return broken(request);
      const read = forms.read(form);
      const shown: CameOf | Barred = await (turned || "problems" in read
        ? follow.look(key, request.address)
        : follow.act(key, request.address, { command: read.act, saw }, wholePhone));
      if ("barred" in shown) return answer(request, { shows: "form", typed: key, barred: shown });
      const { petition, agent, refusal, wait, phoneTail = key.phoneTail } = shown;
      const came = (): ActSent["came"] => {
        if (turned) return { turned };
        if ("problems" in read) return { unread: true };
        if (shown.unproven === "wait") return { unproven: "wait", until: shown.until };
        if (shown.unproven !== undefined) return { unproven: shown.unproven };
        if (wait !== undefined) return { wait };
        return refusal === undefined ? { done: petition.version } : { refusal };
      };
      // Another of its kind was taken on the same page, and this one was not: it is no decision on what that page told.
      const isAnew = command === "correctContact" || command === "nameAgent" || command === "rate";
      const sawThen = isAnew && refusal === "pageOutdated" ? 0 : saw;
      const sent = { command, typed: { ...rest, wholePhone }, saw: sawThen, came: came() };
      const after = { shows: "case", caseId: petition.id, agent, key: { ...key, phoneTail }, sent } as const;
      return answer(request, after, petition);
    },
  };
};
