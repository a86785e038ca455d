import { forgottenDeviceKey } from "#access/device-key.ts";
import { endedSession, readSessions, sessionCookie, sessionName } from "#access/device-session.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import { linkToken } from "#access/task-link.ts";
import { noTexts } from "#access/texts.ts";
import type { StaffActName, StaffField } from "#case/acts/staff-acts.ts";
import type { Case } from "#case/state/case.ts";
import { linkOf } from "#case/state/link-of.ts";
import { actor } from "#case/state/standing.ts";
import { doorOf, doorOfTurn, taskAddresses } from "#case/state/task-door.ts";
import { sameTurn, type Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { count } from "#lambda/count.ts";
import { type Reply, sameAt, seeOther } from "#lambda/reply.ts";
import type { AnyRequest, Request } from "#lambda/request.ts";
import { deadLink, errorPage, unknownLink } from "#web/pages/error.page.tsx";
import { letterPreviewPage } from "#web/pages/letter-preview.page.tsx";
import { lookBackPage } from "#web/pages/look-back.page.tsx";
import { newLinkPage } from "#web/pages/new-link.page.tsx";
import { taskPage } from "#web/pages/task.page.tsx";
import { taskEntryPage } from "#web/pages/task-entry.page.tsx";
import { taskResultPage } from "#web/pages/task-result.page.tsx";
import { taskSummaryPage } from "#web/pages/task-summary.page.tsx";
import type { UndeliveredLetter } from "#web/parts/letter-to-deliver.tsx";
import type { NextTurn } from "#web/parts/next-task.tsx";
import type { StaffDoor } from "#web/parts/staff-door.ts";
import { listsAll } from "#web/parts/units-listed.ts";
import type { View } from "#web/parts/view.ts";
import { isTurned, keepLang, viewOf } from "#web/parts/view-of.ts";
import { codeWords, digitsWaitWords } from "#words/code-words.ts";
import { said } from "#words/said.ts";
import { brokenFormWords, type UnsentText } from "#words/staff-words.ts";
import { formMarkOf, type KeptTask, type keptTasks } from "./kept-task.ts";
import { previewOf } from "./letter-preview.ts";
import { type Credentials, stillTrue, type Unrecognised } from "./recognised.ts";
import type { DoneTask, OpenedLink, OpenTask, tasks, Unopened } from "./task.ts";

export type TaskPages = {
  door: StaffDoor;
  task: ReturnType<typeof tasks>;
  kept: ReturnType<typeof keptTasks>;
  world: () => Promise<World>;
  secrets: LinkSecrets;
  baseUrl: string;
  assets: string;
  demo: boolean;
};

/** What the form of a command looked like when it came back with something to correct. */
type Correction = {
  chosen?: StaffActName | undefined;
  typed?: Partial<Record<StaffField, string>>;
  errors?: Partial<Record<StaffField, string>>;
  notice?: string;
  /** The texts of a form of another door. */
  unsent?: readonly UnsentText[];
};

type Readable = Pick<Extract<OpenedLink, { kind: "open" }>, "petition" | "events" | "texts">;

/** The case and what happened, with what people wrote as far as the reader may read it. */
const readable = ({ petition, events, texts }: Readable, lang: Lang): Pick<Readable, "petition" | "events"> => ({
  petition: said(petition, texts, lang),
  events: events.map((event) => said(event, texts, lang)),
});

/** The letter of a case that waits to be delivered, with the requests that it answers. */
const letterIn = (task: OpenTask, lang: Lang): UndeliveredLetter | undefined => {
  const { petition } = readable(task, lang);
  return petition.status === "delivering" ? { petition, requests: task.matter.requests } : undefined;
};

const statusOf: Record<Unrecognised["because"], number> = { asked: 200, noDigits: 422, wrongDigits: 403, wait: 429 };

/** What is wrong with what was typed as the six digits; nothing when nothing was. */
const whyUnrecognised = (unrecognised: Unrecognised, { now }: World, lang: Lang): string | undefined => {
  switch (unrecognised.because) {
    case "asked":
      return undefined;
    case "wait":
      return digitsWaitWords[lang]({ until: unrecognised.until, now });
    default:
      return codeWords[unrecognised.because][lang];
  }
};

/**
 * 办理: the pages behind the mailed links of a door. GET holds nothing and changes nothing: a page at its address asks for
 * the task with the token that its tab has, and one at `…/done` for what was done. A form that is sent leads to one of them,
 * by what the device keeps; only where it keeps nothing is it answered at once. What comes to another door than its turn's
 * is sent on to that one, whole.
 */
export const taskPages = ({ door, task, kept, world, secrets, baseUrl, assets, demo }: TaskPages) => {
  const { address, told } = door;
  const { forms, shownTo } = door.given;

  /** Where something of a task is shown: the task, a letter before it counts, or what was done. */
  const shownAt = (path: string): string =>
    path === `${address}/preview` || path === `${address}/done` ? path : address;

  const view = async (request: Request): Promise<View> => {
    const { now, directory } = await world();
    return viewOf(
      { ...request, path: shownAt(request.path) },
      { assets, district: directory.district, demoNow: demo ? now : undefined, site: baseUrl },
    );
  };

  const shown = ({ form, cookies }: Request): Credentials => ({
    token: form.token ?? "",
    session: cookies[sessionName(baseUrl)],
    code: form.code,
  });

  /** Whether the device is known to be somebody's today. */
  const isKnown = async ({ cookies }: Request, staff: string, now: Instant): Promise<boolean> =>
    readSessions(await secrets.valid(), cookies[sessionName(baseUrl)], districtDate(now)).includes(staff);

  /** The cookie by which the device is known for the day; none where it is already, so that no late page displaces a colleague. */
  const sessionOf = async (request: Request, staff: string, now: Instant): Promise<string[]> => {
    if (await isKnown(request, staff, now)) return [];
    const [[secret], cookie] = [await secrets.valid(), request.cookies[sessionName(baseUrl)]];
    return [sessionCookie(secret, staff, districtDate(now), baseUrl, cookie)];
  };

  /** The turn that somebody has after another: their own link to it, as a mail would bring it. */
  const nextOf = async (petition: Case, before: Turn): Promise<NextTurn | undefined> => {
    const turn = actor(petition);
    if (turn?.staff !== before.staff || sameTurn(turn, before)) return undefined;
    const token = linkToken((await secrets.valid())[0], linkOf(petition, turn));
    return { address: taskAddresses[doorOfTurn(petition, turn)], token };
  };

  /** Where another door does what is asked for of a task, in the language that is asked for: of no other it has more to show. */
  const elsewhere = (other: string, { path, query }: Request): string => {
    const asked = new URLSearchParams(query).toString();
    return `${other}${path === `${address}/act` ? "/act" : "/open"}${asked === "" ? "" : `?${asked}`}`;
  };

  /** @param before why what was typed before did not open it, and what was sent to no effect. */
  const unopened = async (
    outcome: Unopened,
    request: Request,
    view: View,
    { unrecognised, typed }: Pick<KeptTask, "unrecognised" | "typed"> = {},
  ): Promise<Reply> => {
    const { reference } = request;
    if (outcome.kind === "unknown") return { status: 404, html: errorPage({ view, kind: unknownLink, reference }) };
    if (outcome.kind === "elsewhere") return sameAt(elsewhere(taskAddresses[outcome.door], request));
    if (outcome.kind === "dead") return { status: 410, html: errorPage({ view, kind: deadLink, reference }) };
    const { world: here } = outcome;
    const token = request.form.token ?? "";
    if (outcome.kind === "past") {
      const { past: reason, link } = outcome;
      const { for: turn, usedBy } = link;
      // Who only holds an old link is told what became of it, and led nowhere.
      const leads = reason === "used" && (await isKnown(request, turn.staff, here.now));
      const next = leads ? await nextOf(outcome.petition, turn) : undefined;
      const html = lookBackPage({
        ...{ view, ...readable(outcome, view.lang), ...here, reason, link: turn, usedBy, token, next },
        Attach: leads ? door.Attach : undefined,
        ...(typed !== undefined && { unsent: told.unsentIn(typed, view.lang) }),
      });
      return { status: 200, html };
    }
    const { because } = unrecognised ?? outcome.unrecognised;
    const error = whyUnrecognised(unrecognised ?? outcome.unrecognised, here, view.lang);
    const petition = said(outcome.petition, noTexts, view.lang);
    const html = taskSummaryPage({ view, address, petition, ...here, token, role: outcome.role, error });
    return { status: statusOf[because], html };
  };

  const opened = async (
    outcome: Extract<OpenedLink, { kind: "open" }>,
    request: Request,
    view: View,
    correction: Correction = {},
  ): Promise<Reply> => {
    const { petition, events } = readable(outcome, view.lang);
    const { person, role, petitioner, agents, contactPersons, matter, world } = outcome;
    const { now, directory, calendar } = world;
    const commands = shownTo(role, petition, world, correction.chosen);
    const token = request.form.token ?? "";
    const html = taskPage({
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
      agents,
      contactPersons,
      matter,
      commands,
      ...correction,
    });
    const corrected = correction.notice !== undefined || correction.errors !== undefined;
    return { status: corrected ? 422 : 200, html, cookies: await sessionOf(request, person.id, now) };
  };

  const done = async (outcome: DoneTask, request: Request, here: View): Promise<Reply> => {
    const { world: around, texts, part } = outcome;
    const next = await nextOf(outcome.petition, part);
    const letter = next === undefined ? undefined : await task.letter({ ...shown(request), token: next.token });
    const { petition } = readable(outcome, here.lang);
    const did = said(outcome.did, texts, here.lang);
    return {
      status: 200,
      html: taskResultPage({
        view: here,
        door,
        petition,
        ...around,
        did,
        part,
        next,
        letter: letter && letterIn(letter, here.lang),
      }),
    };
  };

  const renewed = ({ came, to }: NonNullable<KeptTask["renewed"]>, here: View): Reply => ({
    status: came === "mailed" ? 200 : 429,
    html: newLinkPage({ view: here, came, to }),
  });

  /** What is to be corrected in a form that was not read. One that is not ours names no field, and so says it above. */
  const correctionOf = (
    form: Request["form"],
    { problems, broken }: Extract<ReturnType<StaffDoor["given"]["forms"]["read"]>, { problems: unknown }>,
    lang: Lang,
  ): Correction => {
    const errors = told.problemsInWords(problems, lang);
    if (!forms.isName(form.command)) {
      const why = form.command === undefined ? brokenFormWords.nothingDone : brokenFormWords.notHere;
      return { errors, notice: why[lang], unsent: told.unsentIn(form, lang) };
    }
    const notice = broken && { notice: brokenFormWords.typedIsKept[lang] };
    return { chosen: form.command, typed: form, errors, ...notice };
  };

  /** What is to be corrected in a form that is kept, since it did nothing. */
  const keptCorrection = ({ typed, refusal, preview, isLook }: KeptTask, lang: Lang): Correction => {
    if (typed === undefined) return {};
    if (isLook && forms.isName(typed.command)) return { chosen: typed.command, typed };
    const read = forms.read(asRead(typed));
    if ("problems" in read) return correctionOf(typed, read, lang);
    const unsent = preview === undefined ? brokenFormWords.nothingSent : brokenFormWords.notIssued;
    const notice = (refusal === undefined ? unsent : told.refused(refusal))[lang];
    return { chosen: read.act.command, typed, notice };
  };

  /** The task, with what is to be corrected in it, or what stands in its way. */
  const shownTask = async (request: Request, view: View, before: KeptTask): Promise<Reply> => {
    const outcome = await task.open(shown(request));
    return outcome.kind === "open"
      ? opened(outcome, request, view, keptCorrection(before, view.lang))
      : unopened(outcome, request, view, {
          ...before,
          unrecognised: stillTrue(before.unrecognised, (await world()).now),
        });
  };

  /** The letter that a form would issue now; the task where there is none to be seen, with what stands in its way. */
  const shownLetter = async (request: Request, here: View, before: KeptTask): Promise<Reply> => {
    const { typed } = before;
    const reached = await task.reach(shown(request));
    const read = typed && forms.read(typed);
    const previewed =
      reached.kind === "here" && read && "act" in read ? previewOf(door.given, reached, read.act) : undefined;
    const { answers } = door;
    if (reached.kind !== "here" || typed === undefined || previewed === undefined || answers === undefined) {
      return shownTask(request, here, before);
    }
    const { matter } = await task.show(reached);
    const html = letterPreviewPage({
      ...{ view: here, Preview: answers.Preview, address, ...previewed, requests: matter.requests },
      form: { token: request.form.token ?? "", ...typed },
      isAnother: before.preview === "another",
    });
    return { status: before.preview === "another" ? 409 : 200, html };
  };

  /** Counts digits that were no good: the alarm for guessing counts them with the wrong keys of petitions. */
  const counted = <Outcome extends { kind: string }>(outcome: Outcome | Unopened): Outcome | Unopened => {
    if ("unrecognised" in outcome && outcome.unrecognised.because === "wrongDigits") count("WrongKeys", 1);
    return outcome;
  };

  /** Leads to a page of the task once what it is to show is kept, and shows that at once where it is not. */
  const leadTo = async (
    page: "" | "/preview" | "/done",
    request: Request,
    content: KeptTask,
    atOnce: () => Reply | Promise<Reply>,
    { cookies = [], anew = false }: { cookies?: readonly string[]; anew?: boolean } = {},
  ): Promise<Reply> => {
    const cookie = await kept.keep(request, content, (await world()).now, anew);
    return cookie === undefined ? atOnce() : seeOther(`${address}${page}`, [cookie, ...cookies]);
  };

  const readKept = async (request: Request): Promise<KeptTask> => kept.read(request, (await world()).now);

  return {
    entry: async (request: Request): Promise<Reply> => {
      const here = await view(request);
      const { cookies = [] } = keepLang(request);
      const path = shownAt(request.path);
      const asksFor = path === address ? `${address}/open` : path;
      const finds = !listsAll((await world()).directory, "community");
      const html = taskEntryPage({ view: here, asksFor, finds });
      return { status: 200, html, cookies: [...cookies, kept.cookie(request)] };
    },

    /** An address that forms are sent to, and somebody asks for: the task is at its own. */
    toEntry: (): Promise<Reply> => Promise.resolve(seeOther(address)),

    /** Has the device forget whose it is and what it keeps: somebody is done, or was never meant. It needs no link. */
    leave: (): Promise<Reply> =>
      Promise.resolve(seeOther(address, [endedSession(baseUrl), forgottenDeviceKey(baseUrl)])),

    /** The answer to a form that brings no token of a link: before the rest of it is read, and for one read at most. */
    strangers: async (asked: AnyRequest, field: (name: string) => string | undefined): Promise<Reply | undefined> => {
      if (await task.isKnown(field("token") ?? "")) return undefined;
      const request = { ...asked, form: {}, params: {} };
      return unopened({ kind: "unknown" }, request, await view(request));
    },

    /** The task, as its page asks for it; with digits, as a form sends them, the way to it. */
    open: async (request: Request): Promise<Reply> => {
      const here = await view(request);
      const before = await readKept(request);
      if (request.form.code === undefined) return shownTask(request, here, before);
      const reached = counted(await task.reach(shown(request)));
      if (reached.kind === "elsewhere") return unopened(reached, request, here);
      const { unrecognised: _, ...others } = before;
      const next = reached.kind === "unrecognised" ? { ...others, unrecognised: reached.unrecognised } : others;
      const cookies = reached.kind === "here" ? await sessionOf(request, reached.person.id, reached.world.now) : [];
      const atOnce = async () =>
        reached.kind === "here" ? opened(await task.show(reached), request, here) : unopened(reached, request, here);
      return leadTo("", request, next, atOnce, { cookies });
    },

    /** What was done by the link, for the device that it was done on; for any other the task as it is now. */
    done: async (request: Request): Promise<Reply> => {
      const here = await view(request);
      const { did, renewed: came } = await readKept(request);
      if (came !== undefined) return { ...renewed(came, here), status: 200 };
      if (did === undefined) return shownTask(request, here, {});
      const told = await task.retell(request.form.token ?? "", { ...did, said: new Map(did.said) });
      return told.kind === "done" ? done(told, request, here) : unopened(told, request, here);
    },

    /** A letter as it will look, before it counts. */
    preview: async (request: Request): Promise<Reply> =>
      shownLetter(request, await view(request), await readKept(request)),

    renew: async (request: Request): Promise<Reply> => {
      const here = await view(request);
      const outcome = await task.renew(request.form.token ?? "");
      const before = await readKept(request);
      if (outcome.kind === "mail") {
        const came = { came: outcome.came, to: outcome.to };
        return leadTo("/done", request, { ...before, renewed: came }, () => renewed(came, here));
      }
      return leadTo("", request, before, () => unopened(outcome, request, here));
    },

    act: async (request: Request): Promise<Reply> => {
      const here = await view(request);
      const { token: _token, code: _code, previewed, rewrite, find, ...form } = request.form;
      /** What was sent did nothing: it is kept, unless just the same has done its work before. */
      const tooLate = async (outcome: Unopened): Promise<Reply> => {
        const before = await readKept(request);
        if (before.did?.form === formMarkOf(form))
          return leadTo("/done", request, before, () => unopened(outcome, request, here));
        if (outcome.kind === "elsewhere") return unopened(outcome, request, here);
        const content = { typed: form };
        // The page that asks for the digits has no room for what was written.
        const anew = outcome.kind === "unrecognised" && told.unsentIn(form, here.lang).length > 0;
        return leadTo("", request, content, () => unopened(outcome, request, here, content), { anew });
      };
      const reached = counted(await task.reach(shown(request)));
      if (reached.kind !== "here") return tooLate(reached);
      // Its holder has this door too, but not what was sent: that is given where their links lead.
      const its = doorOf(reached.petition, reached.role);
      if (its !== door.name && !forms.isName(form.command)) return tooLate({ kind: "elsewhere", door: its });
      if (find !== undefined || isTurned(request)) {
        const content: KeptTask = { typed: form, isLook: true };
        return leadTo("", request, content, () => shownTask(request, here, content), keepLang(request));
      }
      const read = forms.read(asRead(form));
      if ("problems" in read) {
        const atOnce = async () => opened(await task.show(reached), request, here, correctionOf(form, read, here.lang));
        return leadTo("", request, { typed: form }, atOnce);
      }
      const letter = previewOf(door.given, reached, read.act);
      if (letter !== undefined && rewrite !== undefined) {
        const content: KeptTask = { typed: form, preview: "first" };
        return leadTo("", request, content, () => shownTask(request, here, content));
      }
      if (letter !== undefined && previewed !== letter.mark) {
        const content: KeptTask = { typed: form, preview: previewed === undefined ? "first" : "another" };
        return leadTo("/preview", request, content, () => shownLetter(request, here, content));
      }
      const outcome = await task.carry(shown(request), reached, read.act);
      switch (outcome.kind) {
        case "done": {
          const { did, texts, part } = outcome;
          const content = { did: { seq: did.seq, form: formMarkOf(form), role: part.role, said: [...texts] } };
          return leadTo("/done", request, content, () => done(outcome, request, here));
        }
        case "refused": {
          const { refusal } = outcome;
          const content = { typed: form, refusal };
          return leadTo("", request, content, () => shownTask(request, here, content));
        }
        default:
          return tooLate(outcome);
      }
    },
  };
};

/** A form as it is read: what was typed to find something is what is meant, where nothing that was found was chosen. */
const asRead = (form: Record<string, string>): Record<string, string> => {
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    const field = name.replace(/Sought$/, "");
    if (field === name) read[name] = value;
    else read[field] = form[field] ?? value;
  }
  return read;
};
