import { readSessions, sessionCookie, sessionName } from "#access/device-session.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { count } from "#lambda/count.ts";
import { type Reply, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { entryAddress as address } from "#register/door.ts";
import { readForm } from "#register/fields.ts";
import { type AnyRegister, fieldsOf, type Registers, registerIn } from "#register/register.ts";
import { entryPage } from "#web/pages/entry.page.tsx";
import { errorPage, unknownLink } from "#web/pages/error.page.tsx";
import { taskEntryPage } from "#web/pages/task-entry.page.tsx";
import type { View } from "#web/parts/view.ts";
import { isTurned, keepLang, viewOf } from "#web/parts/view-of.ts";
import { codeWords, digitsWaitWords } from "#words/code-words.ts";
import { wordsFor } from "#words/field-words.ts";
import { type registerWords, wordsOf } from "#words/registers/register-words.ts";
import { type RegisterTitles, titlesOf } from "#words/registers/titles.ts";
import type { EntryActed, entryTasks, OpenEntry, UnopenedEntry } from "./entry-task.ts";
import type { KeptTask, keptTasks } from "./kept-task.ts";
import { type Credentials, stillTrue, type Unrecognised } from "./recognised.ts";

type EntryPages = {
  task: ReturnType<typeof entryTasks>;
  registers: Registers;
  titles: RegisterTitles;
  words: typeof registerWords;
  secrets: LinkSecrets;
  kept: ReturnType<typeof keptTasks>;
  world: () => Promise<World>;
  baseUrl: string;
  assets: string;
  demo: boolean;
};

const statusOf: Record<Unrecognised["because"], number> = { asked: 200, noDigits: 422, wrongDigits: 403, wait: 429 };

/** What was typed into the form of an act, and what is wrong with it. */
type EntrySent = { act: string; typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** Characters that a field may have. */
const limitsOf = (spec: AnyRegister): Record<string, number> => {
  const limits: Record<string, number> = {};
  for (const [name, { control }] of Object.entries(fieldsOf(spec)))
    if (control.is === "text") limits[name] = control.most;
  return limits;
};

/**
 * 登记簿办理: the pages behind the links in mails about entries. GET holds nothing: its page asks for the task with the token
 * that its tab has. A form that is sent leads back there: to the link, which then tells what has become of the entry, or to the
 * form as it was typed, which the device keeps; only where it keeps nothing is it answered at once.
 */
export const entryPages = ({
  task,
  registers,
  titles,
  words,
  secrets,
  kept,
  world,
  baseUrl,
  assets,
  demo,
}: EntryPages) => {
  const view = async (request: Request): Promise<View> => {
    const { now, directory } = await world();
    return viewOf(
      { ...request, path: address },
      { assets, district: directory.district, demoNow: demo ? now : undefined, site: baseUrl },
    );
  };

  const shown = ({ form, cookies }: Request): Credentials => ({
    token: form.token ?? "",
    session: cookies[sessionName(baseUrl)],
    code: form.code,
  });

  /** The cookie by which the device is known for the day; none where it is already. */
  const sessionOf = async (request: Request, staff: string, { now }: World): Promise<string[]> => {
    const [generations, cookie] = [await secrets.valid(), request.cookies[sessionName(baseUrl)]];
    const today = districtDate(now);
    const isKnown = readSessions(generations, cookie, today).includes(staff);
    return isKnown ? [] : [sessionCookie(generations[0], staff, today, baseUrl, cookie)];
  };

  const whyNot = (unrecognised: Unrecognised, { now }: World, lang: Lang): string | undefined => {
    if (unrecognised.because === "asked") return undefined;
    return unrecognised.because === "wait"
      ? digitsWaitWords[lang]({ until: unrecognised.until, now })
      : codeWords[unrecognised.because][lang];
  };

  /** What every page of an entry says of it. */
  const drawn = ({ entry, world: here }: Pick<OpenEntry, "entry" | "world">, request: Request, of: View) => ({
    view: of,
    address,
    entry,
    ...here,
    spec: registerIn(registers, entry.id),
    titles: titlesOf(titles, entry.id),
    words: wordsOf(words, entry.id),
    token: request.form.token ?? "",
  });

  const unopened = (outcome: UnopenedEntry, request: Request, of: View): Reply => {
    if (outcome.kind === "unknown")
      return { status: 404, html: errorPage({ view: of, kind: unknownLink, reference: request.reference }) };
    const shape = drawn(outcome, request, of);
    if (outcome.kind === "past") return { status: 200, html: entryPage({ ...shape, shows: "past" }) };
    const { unrecognised, world: here } = outcome;
    const error = whyNot(unrecognised, here, of.lang);
    return { status: statusOf[unrecognised.because], html: entryPage({ ...shape, shows: "code", error }) };
  };

  const opened = (outcome: Omit<OpenEntry, "kind">, request: Request, of: View, sent?: EntrySent): Reply => {
    const { texts, acts } = outcome;
    const html = entryPage({ ...drawn(outcome, request, of), shows: "task", texts, acts, ...(sent && { sent }) });
    return { status: sent !== undefined && Object.keys(sent.errors).length > 0 ? 422 : 200, html };
  };

  const sentOf = (
    { entry, problems }: Extract<EntryActed, { kind: "problems" }>,
    act: string,
    typed: Readonly<Record<string, string>>,
    lang: Lang,
  ): EntrySent => {
    const spec = registerIn(registers, entry.id);
    const { fields } = wordsOf(words, entry.id);
    const nameOf = (field: string) => {
      const { label } = fields[field] ?? { label: { zh: field, en: field } };
      return { name: label, missing: { zh: `请填写“${label.zh}”`, en: `Please fill in: ${label.en}` } };
    };
    const names = Object.keys(spec.acts[act]?.form ?? {});
    const said = wordsFor(names, nameOf, limitsOf(spec))(problems, lang);
    const errors: Record<string, string> = {};
    for (const [name, words] of Object.entries(said)) if (words !== undefined) errors[name] = words;
    return { act, typed, errors };
  };

  /** The form that was sent and did nothing, as it is to be shown once more; what is wrong with it unless it was only turned. */
  const sentBefore = (
    { typed, isLook }: KeptTask,
    outcome: Omit<OpenEntry, "kind">,
    lang: Lang,
  ): EntrySent | undefined => {
    if (typed === undefined) return undefined;
    const { act = "", ...fields } = typed;
    const { entry, world: here } = outcome;
    const read = readForm(registerIn(registers, entry.id).acts[act]?.form ?? {}, fields, here.directory);
    const problems = isLook || !("problems" in read) ? {} : read.problems;
    return sentOf({ kind: "problems", problems, ...outcome }, act, fields, lang);
  };

  /** The entry as its page asks for it, with what was sent before. */
  const shownNow = async (request: Request, of: View, before: KeptTask): Promise<Reply> => {
    const outcome = await task.open(shown(request));
    if (outcome.kind === "open") return opened(outcome, request, of, sentBefore(before, outcome, of.lang));
    if (outcome.kind !== "unrecognised") return unopened(outcome, request, of);
    const unrecognised = stillTrue(before.unrecognised, outcome.world.now) ?? outcome.unrecognised;
    return unopened({ ...outcome, unrecognised }, request, of);
  };

  /** Leads to the task's own page once what it is to show is kept, and shows that at once where it is not. */
  const leadTo = async (request: Request, of: View, content: KeptTask, cookies: readonly string[] = []) => {
    const cookie = await kept.keep(request, content, (await world()).now, false);
    return cookie === undefined ? shownNow(request, of, content) : seeOther(address, [cookie, ...cookies]);
  };

  const readKept = async (request: Request): Promise<KeptTask> => kept.read(request, (await world()).now);

  return {
    entry: async (request: Request): Promise<Reply> => {
      const html = taskEntryPage({ view: await view(request), asksFor: `${address}/open`, finds: false });
      const { cookies = [] } = keepLang(request);
      return { status: 200, html, cookies: [...cookies, kept.cookie(request)] };
    },

    /** An address that forms are sent to, and somebody asks for: the task is at its own. */
    toEntry: (): Promise<Reply> => Promise.resolve(seeOther(address)),

    /** The task as its page asks for it; with digits, as a form sends them, the way to it. */
    open: async (request: Request): Promise<Reply> => {
      const here = await view(request);
      const before = await readKept(request);
      if (request.form.code === undefined) return shownNow(request, here, before);
      const reached = await task.reach(shown(request));
      const { unrecognised: _, ...others } = before;
      if (reached.kind === "unrecognised") {
        if (reached.unrecognised.because === "wrongDigits") count("WrongKeys", 1);
        return leadTo(request, here, { ...others, unrecognised: reached.unrecognised });
      }
      if (reached.kind !== "here") return unopened(reached, request, here);
      const cookies = await sessionOf(request, reached.person.id, reached.world);
      await kept.keep(request, others, reached.world.now, false);
      return seeOther(address, cookies);
    },

    /** An act by the link. Once it is done the link tells what has become of the entry, at the task's own address. */
    act: async (request: Request): Promise<Reply> => {
      const here = await view(request);
      const { token: _token, code: _code, ...typed } = request.form;
      if (isTurned(request)) {
        const { cookies = [] } = keepLang(request);
        return leadTo(request, here, { typed, isLook: true }, cookies);
      }
      const { act = "", ...fields } = typed;
      const outcome = await task.act(shown(request), act, fields);
      switch (outcome.kind) {
        case "done":
          await kept.keep(request, {}, outcome.world.now, false);
          return seeOther(address);
        case "unknown":
          return unopened(outcome, request, here);
        default:
          return leadTo(request, here, { typed });
      }
    },
  };
};
