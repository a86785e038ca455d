import { randomUUID } from "node:crypto";
import * as z from "zod";
import { readJoinForm } from "#case/forms/join-form.ts";
import type { Case } from "#case/state/case.ts";
import { KeptRefusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { Instant } from "#ground/instant.ts";
import { Phone } from "#ground/phone.ts";
import { keptByBrowser, type Reply, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { joinPage, joinReceiptPage, signPage } from "#web/pages/join.page.tsx";
import { jointFormPage, jointPage, leftPage } from "#web/pages/joint.page.tsx";
import { isTurned, keepLang, viewOf } from "#web/parts/view-of.ts";
import { forgottenWords } from "#words/code-words.ts";
import {
  joiningForgottenWords,
  joiningWaitWords,
  joinProblemsInWords,
  joinWaitWords,
  leftWords,
  refusedSignatory,
  stoodWords,
  wrongJoinCodeWords,
} from "#words/joint-words.ts";
import { barredWords, retryHeader, unprovenIn } from "./barred-words.ts";
import type { jointPetition } from "./joint-petition.ts";
import type { Keeping } from "./keeping.ts";
import { keyOf } from "./sent-along.ts";
import { toldToAgent } from "./told-to-agent.ts";
import type { Barred } from "./unlock.ts";

export type JointPages = {
  joint: ReturnType<typeof jointPetition>;
  keeping: Keeping;
  world: () => Promise<World>;
  baseUrl: string;
  assets: string;
  demo: boolean;
};

const Key = z.object({ code: z.string(), phoneTail: z.string() });

/** A code, or a key, that opened nothing. */
const BarredShown = z.discriminatedUnion("barred", [
  z.object({ barred: z.literal("wrong") }),
  z.object({ barred: z.literal("over") }),
  z.object({ barred: z.literal("wait"), until: Instant }),
]);

/** What is shown to whoever joins: the code is asked for, again, and why; who they are; or their receipt. */
const JoiningShown = z.discriminatedUnion("shows", [
  z.object({
    shows: z.literal("code"),
    typed: z.string(),
    barred: BarredShown.optional(),
    refusal: KeptRefusal.optional(),
  }),
  z.object({
    shows: z.literal("form"),
    caseId: z.string(),
    opening: z.int().positive(),
    code: z.string(),
    submission: z.string(),
    typed: z.record(z.string(), z.string()),
    /** Whether it was sent as it is, and could not be taken. */
    tried: z.boolean(),
    /** Not before this moment: too many have joined from the same network. */
    until: Instant.optional(),
  }),
  z.object({
    shows: z.literal("receipt"),
    caseId: z.string(),
    signatory: z.int().positive(),
    code: z.string(),
    phone: Phone.optional(),
  }),
]);
type JoiningShown = z.infer<typeof JoiningShown>;

/** What is shown to whoever has joined: their key is asked for, again, and why; the case, and a wish to leave that was not carried out; or that they have left. */
const JoinedShown = z.discriminatedUnion("shows", [
  z.object({ shows: z.literal("key"), typed: Key, barred: BarredShown.optional() }),
  z.object({
    shows: z.literal("case"),
    caseId: z.string(),
    signatory: z.int().positive(),
    key: Key,
    /** What they have just said of being a contact person. */
    stood: z.enum(["ready", "not", "takesOver"]).optional(),
    sent: z
      .object({
        /** Which of the forms it was. */
        form: z.enum(["leaving", "standing", "takingOver"]).default("leaving"),
        wholePhone: z.string(),
        came: z.union([
          z.object({ turned: z.literal(true) }),
          z.object({ refusal: KeptRefusal }),
          z.object({ unproven: z.enum(["missing", "notAPhone", "wrong"]) }),
          z.object({ unproven: z.literal("wait"), until: Instant }),
        ]),
      })
      .optional(),
  }),
  z.object({ shows: z.literal("left") }),
]);
type JoinedShown = z.infer<typeof JoinedShown>;

/** The status of a page that answers what was sent at once. */
const statusOfBarred = (barred: Barred | undefined): number => {
  if (barred === undefined) return 200;
  return barred.barred === "wait" ? 429 : 403;
};
const statusOfJoining = (shown: JoiningShown): number => {
  switch (shown.shows) {
    case "code":
      return shown.refusal === undefined ? statusOfBarred(shown.barred) : 409;
    case "form":
      return shown.until === undefined ? (shown.tried ? 422 : 200) : 429;
    case "receipt":
      return 200;
  }
};
const statusOfJoined = (shown: JoinedShown): number => {
  if (shown.shows === "key") return statusOfBarred(shown.barred);
  if (shown.shows === "left" || shown.sent === undefined || "turned" in shown.sent.came) return 200;
  const { came } = shown.sent;
  return "unproven" in came && came.unproven === "wait" ? 429 : 422;
};

/** Of a petition that they have joined somebody is told as an agent who follows it and receives its letters: nothing that anybody decides. */
const scope = ["follow", "receive"] as const;

/**
 * 联名: the code that lets somebody join, who they are, and their receipt; then the case as they follow it, and the way out.
 * What was sent is answered with the address of a page that is kept for the device, and only at once where that keeps none.
 */
export const jointPages = ({ joint, keeping, world, baseUrl, assets, demo }: JointPages) => {
  const page = async (request: Request, path: string) => {
    const here = await world();
    const { district } = here.directory;
    const demoNow = demo ? here.now : undefined;
    return { view: viewOf({ ...request, path }, { assets, district, demoNow, site: baseUrl }), here };
  };

  const withCookies = (request: Request, reply: Omit<Reply & { html: string }, "cookies">): Reply => ({
    ...reply,
    cookies: [...(keepLang(request).cookies ?? []), keeping.cookie(request)],
  });

  const broken = async (request: Request, path: string): Promise<Reply> => {
    const { view } = await page(request, path);
    return {
      status: 400,
      html: errorPage({ view, kind: "brokenForm", reference: request.reference }),
      headers: keptByBrowser,
    };
  };

  /** The form for a code that lets somebody join, empty, and why it is asked for again. */
  const codeForm = async (request: Request, why?: Bilingual): Promise<Reply> => {
    const { view } = await page(request, "/join");
    return withCookies(request, { status: 200, html: joinPage({ view, typed: "", notice: why?.[view.lang] }) });
  };

  /** The form for the key of whoever has joined, empty, and why it is asked for. */
  const keyForm = async (request: Request, why?: Bilingual): Promise<Reply> => {
    const { view } = await page(request, "/joint");
    return withCookies(request, { status: 200, html: jointFormPage({ view, typed: {}, notice: why?.[view.lang] }) });
  };

  const showJoining = async (request: Request, shown: JoiningShown, mark?: string): Promise<Reply> => {
    const { view, here } = await page(request, mark === undefined ? "/join" : `/join/${mark}`);
    const { lang } = view;
    const { directory, now } = here;
    if (shown.shows === "code") {
      const { typed, barred, refusal } = shown;
      const error =
        barred && (barred.barred === "wait" ? joinWaitWords[lang]({ ...barred, now }) : wrongJoinCodeWords[lang]);
      const notice = refusal && refusedSignatory(refusal)[lang];
      return { status: 200, html: joinPage({ view, typed, error, notice }) };
    }
    const petition = await joint.stands(shown.caseId);
    if (petition === undefined) return codeForm(request, joiningForgottenWords);
    if (shown.shows === "receipt") {
      return { status: 200, html: joinReceiptPage({ view, petition, directory, ...shown }) };
    }
    const { opening, code, submission, typed, tried, until } = shown;
    const refusal = joint.whyNot({ petition, opening });
    if (refusal !== undefined) return codeForm(request, refusedSignatory(refusal));
    const read = readJoinForm({ ...typed, submission });
    const errors = tried && "problems" in read ? joinProblemsInWords(read.problems, lang) : {};
    const notice = until !== undefined && until > now ? joiningWaitWords[lang]({ until, now }) : undefined;
    return { status: 200, html: signPage({ view, petition, directory, code, submission, typed, errors, notice }) };
  };

  /** What the page is about that answers: a code, a form, or somebody who has joined has one each. */
  const joiningAbout = (shown: JoiningShown): string => {
    if (shown.shows === "code") return `code ${shown.typed}`;
    return shown.shows === "form" ? `form ${shown.submission}` : `receipt ${shown.caseId} ${shown.signatory}`;
  };

  const barredIn = (shown: JoiningShown): Barred | undefined => {
    if (shown.shows === "code") return shown.barred;
    return shown.shows === "form" && shown.until !== undefined ? { barred: "wait", until: shown.until } : undefined;
  };

  const answerJoining = async (request: Request, shown: JoiningShown): Promise<Reply> => {
    const { now } = await world();
    const mark = await keeping.keep(request, { kind: "joining", about: joiningAbout(shown) }, shown, now);
    const { cookies = [] } = keepLang(request);
    if (mark !== undefined) return seeOther(`/join/${mark}`, [...cookies, keeping.cookie(request)]);
    const barred = barredIn(shown);
    const headers = barred === undefined ? {} : retryHeader(barred, now);
    return { ...(await showJoining(request, shown)), status: statusOfJoining(shown), headers, cookies };
  };

  const showJoined = async (request: Request, shown: JoinedShown, mark?: string): Promise<Reply> => {
    const { view, here } = await page(request, mark === undefined ? "/joint" : `/joint/${mark}`);
    const { lang } = view;
    if (shown.shows === "key") {
      const { typed, barred } = shown;
      if (barred?.barred === "over") return keyForm(request, leftWords);
      const error = barred && barredWords(barred, here, lang);
      return { status: 200, html: jointFormPage({ view, typed, error }) };
    }
    if (shown.shows === "left") return { status: 200, html: leftPage({ view }) };
    const { caseId, signatory: n, key, sent, stood } = shown;
    const seen = await joint.see(caseId, n);
    if (seen === undefined) return keyForm(request, forgottenWords);
    if (seen === "left") return { status: 200, html: leftPage({ view }) };
    const { signatory, ...followed } = seen;
    const { agent: _, ...told } = toldToAgent({ ...followed, agent: { ...signatory, scope } }, lang);
    const came = sent?.came;
    const html = jointPage({
      view,
      ...told,
      ...here,
      signatory,
      ...key,
      notice: came && "refusal" in came ? refusedSignatory(came.refusal)[lang] : stood && stoodWords[stood][lang],
      sent: sent && {
        form: sent.form,
        wholePhone: sent.wholePhone,
        error: came && "unproven" in came ? unprovenIn(came, here, lang) : undefined,
      },
    });
    return { status: 200, html };
  };

  const answerJoined = async (request: Request, shown: JoinedShown, about: string): Promise<Reply> => {
    const { now } = await world();
    const mark = await keeping.keep(request, { kind: "joined", about }, shown, now);
    const { cookies = [] } = keepLang(request);
    if (mark !== undefined) return seeOther(`/joint/${mark}`, [...cookies, keeping.cookie(request)]);
    const headers = shown.shows === "key" && shown.barred !== undefined ? retryHeader(shown.barred, now) : {};
    return { ...(await showJoined(request, shown)), status: statusOfJoined(shown), headers, cookies };
  };

  type Tried = Exclude<Awaited<ReturnType<JointPages["joint"]["leave" | "stand"]>>, Barred>;
  /** Why what was sent was not done, as a page keeps it. */
  const sentAs = (
    form: "leaving" | "standing" | "takingOver",
    wholePhone: string,
    came: Tried | { petition: Case; signatory: number },
  ): NonNullable<Extract<JoinedShown, { shows: "case" }>["sent"]> => {
    if ("refusal" in came) return { form, wholePhone, came: { refusal: came.refusal } };
    if (!("unproven" in came)) return { form, wholePhone, came: { turned: true } };
    return came.unproven === "wait"
      ? { form, wholePhone, came: { unproven: "wait", until: came.until } }
      : { form, wholePhone, came: { unproven: came.unproven } };
  };

  /** Whoever has left, or has another key, is answered before anything of the case is. */
  const answerBarred = (request: Request, key: z.infer<typeof Key>, barred: Barred): Promise<Reply> =>
    barred.barred === "over"
      ? answerJoined(request, { shows: "left" }, `left ${key.code}`)
      : answerJoined(request, { shows: "key", typed: key, barred }, `key ${key.code} ${key.phoneTail}`);

  return {
    /** 联名: the form for the code. */
    join: (request: Request): Promise<Reply> => codeForm(request),
    /** Addresses that forms are sent to, asked for. */
    toJoin: (): Promise<Reply> => Promise.resolve(seeOther("/join")),
    toJoint: (): Promise<Reply> => Promise.resolve(seeOther("/joint")),

    /** Which petition a code lets somebody join. */
    find: async (request: Request): Promise<Reply> => {
      const { code: typed = "" } = request.form;
      if (isTurned(request)) return answerJoining(request, { shows: "code", typed });
      const found = await joint.find(typed, request.address);
      if ("barred" in found) return answerJoining(request, { shows: "code", typed, barred: found });
      const refusal = joint.whyNot(found);
      if (refusal !== undefined) return answerJoining(request, { shows: "code", typed, refusal });
      const { petition, opening } = found;
      const asked = { caseId: petition.id, opening, code: typed, submission: randomUUID(), typed: {}, tried: false };
      return answerJoining(request, { shows: "form", ...asked });
    },

    /** Joins; or shows once more what was typed, with what is wrong with it. */
    sign: async (request: Request): Promise<Reply> => {
      const { code = "", submission = "", ...typed } = request.form;
      const read = readJoinForm({ ...typed, submission });
      if ("problems" in read && read.broken) return broken(request, "/join");
      const turned = isTurned(request);
      const joins = turned || "problems" in read ? undefined : await joint.join(code, request.address, read.form);
      if (joins !== undefined && "signatory" in joins) {
        const { petition, signatory, code: own } = joins;
        const phone = "form" in read ? read.form.phone : undefined;
        return answerJoining(request, { shows: "receipt", caseId: petition.id, signatory, code: own, phone });
      }
      if (joins !== undefined && "refusal" in joins) {
        return answerJoining(request, { shows: "code", typed: code, refusal: joins.refusal });
      }
      const found = joins !== undefined && "barred" in joins ? joins : await joint.find(code, request.address);
      if ("barred" in found) return answerJoining(request, { shows: "code", typed: code, barred: found });
      const { petition, opening } = found;
      const until = joins !== undefined && "until" in joins ? joins.until : undefined;
      const tried = !turned && until === undefined;
      return answerJoining(request, {
        shows: "form",
        ...{ caseId: petition.id, opening, code, submission, typed, tried, until },
      });
    },

    /** A page of whoever joins that is kept for this device, once more. */
    joiningAgain: async (request: Request): Promise<Reply> => {
      const { visit } = request.params;
      const { now } = await world();
      const shown = JoiningShown.safeParse(await keeping.kept(request, "joining", visit, now)).data;
      if (shown === undefined) return codeForm(request, joiningForgottenWords);
      const { cookies = [] } = keepLang(request);
      return { ...(await showJoining(request, shown, visit)), cookies };
    },

    /** The form for the key of whoever has joined. */
    key: (request: Request): Promise<Reply> => keyForm(request),

    /** The case of a key. */
    open: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      const about = `key ${key.code} ${key.phoneTail}`;
      if (isTurned(request)) return answerJoined(request, { shows: "key", typed: key }, about);
      const opened = await joint.open(key, request.address);
      if ("barred" in opened) return answerJoined(request, { shows: "key", typed: key, barred: opened }, about);
      const { petition, signatory } = opened;
      return answerJoined(
        request,
        { shows: "case", caseId: petition.id, signatory, key },
        `${petition.id} ${signatory}`,
      );
    },

    /** A page of whoever has joined that is kept for this device, once more. */
    joinedAgain: async (request: Request): Promise<Reply> => {
      const { visit } = request.params;
      const { now } = await world();
      const shown = JoinedShown.safeParse(await keeping.kept(request, "joined", visit, now)).data;
      if (shown === undefined) return keyForm(request, forgottenWords);
      const { cookies = [] } = keepLang(request);
      return { ...(await showJoined(request, shown, visit)), cookies };
    },

    /** Leaves; or shows the case again, and why not. */
    leave: async (request: Request): Promise<Reply> => {
      const { wholePhone = "" } = request.form;
      const key = keyOf(request);
      const turned = isTurned(request);
      const came = turned
        ? await joint.open(key, request.address)
        : await joint.leave(key, request.address, wholePhone);
      // Whoever has left has left, however often they press.
      if ("barred" in came) return answerBarred(request, key, came);
      const { petition, signatory } = came;
      const about = `${petition.id} ${signatory}`;
      if ("left" in came) return answerJoined(request, { shows: "left" }, about);
      const of = { shows: "case", caseId: petition.id, signatory, key } as const;
      return answerJoined(request, { ...of, sent: sentAs("leaving", wholePhone, came) }, about);
    },

    /** Is ready to be a contact person, or no more; or shows the case again, and why not. */
    stand: async (request: Request): Promise<Reply> => {
      const { wholePhone = "", ready } = request.form;
      const takesOver = ready === "takeOver";
      const key = keyOf(request);
      const came = isTurned(request)
        ? await joint.open(key, request.address)
        : await joint.stand(key, request.address, wholePhone, ready !== "no", takesOver);
      if ("barred" in came) return answerBarred(request, key, came);
      const { petition, signatory } = came;
      const of = { shows: "case", caseId: petition.id, signatory, key } as const;
      const outcome =
        "ready" in came
          ? { stood: takesOver ? ("takesOver" as const) : came.ready ? ("ready" as const) : ("not" as const) }
          : { sent: sentAs(takesOver ? "takingOver" : "standing", wholePhone, came) };
      return answerJoined(request, { ...of, ...outcome }, `${petition.id} ${signatory}`);
    },
  };
};
