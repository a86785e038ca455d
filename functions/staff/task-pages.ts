import { sessionCookie, sessionName } from "#access/device-session.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import { noTexts } from "#access/texts.ts";
import { type StaffActName, type StaffField, shownTo, staffForms } from "#case/acts/staff-acts.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { count } from "#lambda/count.ts";
import type { Reply } from "#lambda/reply.ts";
import type { AnyRequest, Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { lookBackPage } from "#web/pages/look-back.page.tsx";
import { newLinkPage } from "#web/pages/new-link.page.tsx";
import { taskPage } from "#web/pages/task.page.tsx";
import { taskEntryPage } from "#web/pages/task-entry.page.tsx";
import { taskResultPage } from "#web/pages/task-result.page.tsx";
import { taskSummaryPage } from "#web/pages/task-summary.page.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import { codeWords, digitsWaitWords } from "#words/code-words.ts";
import { refusalWords } from "#words/matters.ts";
import { said } from "#words/said.ts";
import { brokenFormWords, staffProblemsInWords } from "#words/staff-words.ts";
import type { Credentials, OpenedLink, tasks, Unopened, Unrecognised } from "./task.ts";

export type TaskPages = {
  task: ReturnType<typeof tasks>;
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
};

type Readable = Pick<Extract<OpenedLink, { kind: "open" }>, "petition" | "events" | "texts">;

/** The case and what happened, with what people wrote as far as the reader may read it. */
const readable = ({ petition, events, texts }: Readable, lang: Lang): Pick<Readable, "petition" | "events"> => ({
  petition: said(petition, texts, lang),
  events: events.map((event) => said(event, texts, lang)),
});

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

/** 办理: the pages behind a mailed link. GET holds nothing and changes nothing. */
export const taskPages = ({ task, world, secrets, baseUrl, assets, demo }: TaskPages) => {
  const view = async (request: Request): Promise<View> => {
    const { token } = request.form;
    const demoNow = demo ? (await world()).now : undefined;
    // Switching the language on a task page opens the task again; nothing typed is sent twice.
    const path = token === undefined ? "/task" : "/task/open";
    return viewOf({ ...request, path }, { assets, demoNow, ...(token !== undefined && { keep: { token } }) });
  };

  const shown = ({ form, cookies }: Request): Credentials => ({
    token: form.token ?? "",
    session: cookies[sessionName(baseUrl)],
    code: form.code,
  });

  const unopened = (outcome: Unopened, request: Request, view: View): Reply => {
    const { reference } = request;
    if (outcome.kind === "unknown") return { status: 404, html: errorPage({ view, kind: "unknownLink", reference }) };
    if (outcome.kind === "dead") return { status: 410, html: errorPage({ view, kind: "deadLink", reference }) };
    const { world: here } = outcome;
    const token = request.form.token ?? "";
    if (outcome.kind === "past") {
      const { past: reason, link } = outcome;
      const { for: turn, usedBy } = link;
      const html = lookBackPage({ view, ...readable(outcome, view.lang), ...here, reason, link: turn, usedBy, token });
      return { status: 200, html };
    }
    const { because } = outcome.unrecognised;
    const error = whyUnrecognised(outcome.unrecognised, here, view.lang);
    const petition = said(outcome.petition, noTexts, view.lang);
    const html = taskSummaryPage({ view, petition, ...here, token, role: outcome.role, error });
    // The alarm for guessing counts them with the wrong keys of petitions.
    if (because === "wrongDigits") count("WrongKeys", 1);
    return { status: statusOf[because], html };
  };

  const opened = async (
    outcome: Extract<OpenedLink, { kind: "open" }>,
    request: Request,
    view: View,
    correction: Correction = {},
  ): Promise<Reply> => {
    const { petition, events } = readable(outcome, view.lang);
    const { clocks, person, role, petitioner, matter, world } = outcome;
    const { now, directory, calendar } = world;
    const commands = shownTo(role, petition, world, correction.chosen);
    const token = request.form.token ?? "";
    const html = taskPage({
      view,
      petition,
      events,
      clocks,
      directory,
      calendar,
      now,
      token,
      person,
      role,
      petitioner,
      matter,
      commands,
      ...correction,
    });
    const session = sessionCookie((await secrets.valid())[0], person.id, districtDate(now), baseUrl);
    const corrected = correction.notice !== undefined || correction.errors !== undefined;
    return { status: corrected ? 422 : 200, html, cookies: [session] };
  };

  /** The task again, with what is to be corrected in it. */
  const again = async (request: Request, view: View, correction: Correction): Promise<Reply> => {
    const outcome = await task.open(shown(request));
    return outcome.kind === "open" ? opened(outcome, request, view, correction) : unopened(outcome, request, view);
  };

  /** What is to be corrected in a form that was not read. One that is not ours names no field, and so says it above. */
  const correctionOf = (
    form: Request["form"],
    { problems, broken }: Extract<ReturnType<typeof staffForms.read>, { problems: unknown }>,
    lang: Lang,
  ): Correction => {
    const errors = staffProblemsInWords(problems, lang);
    if (!staffForms.isName(form.command)) return { errors, notice: brokenFormWords.nothingDone[lang] };
    const notice = broken && { notice: brokenFormWords.typedIsKept[lang] };
    return { chosen: form.command, typed: form, errors, ...notice };
  };

  return {
    entry: async (request: Request): Promise<Reply> => ({
      status: 200,
      html: taskEntryPage({ view: await view(request) }),
      ...keepLang(request),
    }),

    /** The answer to a form that brings no token of a link: before the rest of it is read, and for one read at most. */
    strangers: async (asked: AnyRequest, field: (name: string) => string | undefined): Promise<Reply | undefined> => {
      if (await task.isKnown(field("token") ?? "")) return undefined;
      const request = { ...asked, form: {}, params: {} };
      return unopened({ kind: "unknown" }, request, await view(request));
    },

    open: async (request: Request): Promise<Reply> => again(request, await view(request), {}),

    renew: async (request: Request): Promise<Reply> => {
      const here = await view(request);
      const outcome = await task.renew(request.form.token ?? "");
      if (outcome.kind === "mailed" || outcome.kind === "mailedLately") {
        const status = outcome.kind === "mailed" ? 200 : 429;
        return { status, html: newLinkPage({ view: here, came: outcome.kind }) };
      }
      return unopened(outcome, request, here);
    },

    act: async (request: Request): Promise<Reply> => {
      const here = await view(request);
      const reached = await task.reach(shown(request));
      if (reached.kind !== "here") return unopened(reached, request, here);
      const { token: _token, ...form } = request.form;
      const read = staffForms.read(form);
      if ("problems" in read) {
        return opened(await task.show(reached), request, here, correctionOf(form, read, here.lang));
      }
      const outcome = await task.carry(shown(request), reached, read.act);
      switch (outcome.kind) {
        case "done": {
          const { world, texts, part } = outcome;
          const { petition } = readable(outcome, here.lang);
          const did = said(outcome.did, texts, here.lang);
          const html = taskResultPage({ view: here, petition, ...world, did, part });
          return { status: 200, html };
        }
        case "refused":
          return again(request, here, {
            chosen: read.act.command,
            typed: form,
            notice: refusalWords[outcome.refusal][here.lang],
          });
        default:
          return unopened(outcome, request, here);
      }
    },
  };
};
