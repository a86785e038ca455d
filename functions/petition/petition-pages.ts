import type { ComponentChildren } from "preact";
import * as z from "zod";
import { contentHash } from "#access/receipt.ts";
import { codesOf } from "#case/acts/code.ts";
import { type Petition, readPetition } from "#case/forms/petition-form.ts";
import { type RegistrationRead, readRegistration } from "#case/forms/registration-form.ts";
import type { Case } from "#case/state/case.ts";
import type { ReceiptLetter } from "#case/state/facts/acceptance.ts";
import { AgentRelation } from "#case/state/facts/agent.ts";
import type { World } from "#case/state/world.ts";
import { OtherLimit } from "#clock/other-limit.ts";
import { otherLimits } from "#directory/other-limits.ts";
import { CaseId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import { Phone } from "#ground/phone.ts";
import { keptByBrowser, type Reply, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { type CheckPetition, checkPetitionPage } from "#web/pages/check-petition.page.tsx";
import { errorPage, passGone, receiptGone } from "#web/pages/error.page.tsx";
import { type FilePetition, filePetitionPage } from "#web/pages/file-petition.page.tsx";
import { type ReceiptSide, receiptPage } from "#web/pages/receipt.page.tsx";
import type { CounterClerk } from "#web/parts/brought.tsx";
import { foundMarkup } from "#web/parts/unit-finder.tsx";
import { isUnitField } from "#web/parts/units-listed.ts";
import type { View } from "#web/parts/view.ts";
import { isTurned, keepLang, langOf, viewOf } from "#web/parts/view-of.ts";
import { waitToFileWords } from "#words/code-words.ts";
import { registrationProblemsInWords } from "#words/petition-words.ts";
import type { Admitted, admission } from "./admission.ts";
import type { Filed, filePetition } from "./file-petition.ts";
import type { Keeping } from "./keeping.ts";

/** Where petitions are filed: by those who bring them, or at a counter, by staff who register for others. */
export type FiledAt = {
  /** The address of the form, and that before the marks of drafts and of receipts. */
  at: { form: `/${string}`; drafts: `/${string}`; receipts: `/${string}` };
  /** As what a receipt is kept for the device. */
  keptAs: "receipt" | "handedOver";
  /** Whoever files with what a form sends along; "nobody" may not. */
  clerkOf: (sent: Readonly<Record<string, string>>, here: World) => Promise<CounterClerk | "petitioner" | "nobody">;
  /** 接收（受理）告知书, to be printed beside the receipt; none where the petitioner opens it themselves. */
  noticeOf: (caseId: string) => Promise<ReceiptLetter | undefined>;
  /** The notice as a paper: a page carries the code that draws it where there is one. */
  drawn: (letter: ReceiptLetter, view: View) => ComponentChildren;
  /** Where what came with it is entered; none where the petitioner sends it themselves. */
  filesWith: (petition: Case, pass: string, view: View) => ComponentChildren;
};

/** The front door: whoever petitions files here. */
export const frontDoor: FiledAt = {
  at: { form: "/", drafts: "/petition", receipts: "/receipt" },
  keptAs: "receipt",
  clerkOf: () => Promise.resolve("petitioner"),
  noticeOf: () => Promise.resolve(undefined),
  drawn: () => null,
  filesWith: () => null,
};

export type PetitionPages = {
  filedAt: FiledAt;
  petitions: ReturnType<typeof filePetition>;
  admit: ReturnType<typeof admission>;
  keeping: Keeping;
  world: () => Promise<World>;
  newSubmission: () => string;
  /** The public address, by which a paper says where it is checked. */
  baseUrl: string;
  /** The version of style and scripts. */
  assets: string;
  /** Whether the district's clock is a demo clock. */
  demo: boolean;
};

type Waits = Extract<Admitted, { admitted: false }>;

/** A petition while it is written: as it was typed, whether it was sent to be checked, and what became of it. */
const PetitionDraft = z.object({
  typed: z.record(z.string(), z.string()),
  submission: z.string(),
  tried: z.boolean(),
  wait: z.object({ because: z.enum(["network", "mailbox"]), until: Instant }).optional(),
  /** Once it is filed, the mark of its receipt; what was typed is gone then. */
  filed: z.string().optional(),
});
type PetitionDraft = z.infer<typeof PetitionDraft>;

/** That these very words were filed from the device, when, and under which random id. */
const FiledWords = z.object({ receipt: z.string(), caseId: CaseId, submission: z.string(), at: Instant });
type FiledWords = z.infer<typeof FiledWords>;

const Receipt = z.object({
  caseId: CaseId,
  code: z.string(),
  phone: Phone.optional(),
  goesBy: z.enum(["phone", "ownNumber", "caseNumber"]),
  isMailed: z.boolean(),
  agent: z.object({ name: z.string(), phone: z.string(), relation: AgentRelation, code: z.string() }).optional(),
  limits: z.array(OtherLimit),
  /** At a counter, with what the next one is registered. */
  pass: z.string().optional(),
});

/** What a receipt says of the petitioner. */
const sideOf = ({ petitioner: { phone, email }, keyNumber, agent }: Petition, { agentCode }: Filed): ReceiptSide => ({
  phone,
  goesBy: keyNumber === undefined ? "caseNumber" : phone === keyNumber ? "phone" : "ownNumber",
  isMailed: email !== undefined,
  ...(agent !== undefined && agentCode !== undefined && { agent: { ...agent, code: agentCode } }),
});

/** What a receipt says of the time limits of other bodies: those in force when it is issued. */
const limitsOf = ({ petition }: { petition: Case }, { directory }: World) => ({
  limits: otherLimits(directory, petition.category),
});

/** Whether the code on a receipt opens nothing any more. */
const hasNewCode = (petition: Case): boolean => codesOf(petition) > 1;

/** Characters of what is looked for: an address in full has fewer. */
const mostSought = 200;

/**
 * 提交诉求: the form, what was written to be checked, and the receipt. Each is a page of its own at an address of its own,
 * kept for the device for a day, so that going back, reloading and sending twice lose and repeat nothing. A device that
 * keeps nothing gets the same pages as the answers to what it sends.
 */
export const petitionPages = (ports: PetitionPages) => {
  const { filedAt, petitions, admit, keeping, world, newSubmission, baseUrl, assets, demo } = ports;
  const { at: addresses, keptAs } = filedAt;
  const draftAt = (mark: string): `/${string}` => `${addresses.drafts}/${mark}`;
  const receiptAt = (mark: string): `/${string}` => `${addresses.receipts}/${mark}`;

  const page = async (request: Request, path: string = addresses.form) => {
    const here = await world();
    return {
      view: viewOf(
        { ...request, path },
        { assets, district: here.directory.district, demoNow: demo ? here.now : undefined, site: baseUrl },
      ),
      here,
    };
  };

  const cookies = (request: Request): string[] => [...(keepLang(request).cookies ?? []), keeping.cookie(request)];

  /** The clerk, for the pages that are drawn for one. */
  const shownTo = (clerk: CounterClerk | "petitioner") => (clerk === "petitioner" ? {} : { clerk });

  /** The form, empty unless told. */
  const form = (
    view: View,
    here: World,
    clerk: CounterClerk | "petitioner",
    { status = 200, ...shown }: Partial<FilePetition> & { status?: number } = {},
  ): Reply => {
    const empty = { typed: {}, errors: {}, submission: newSubmission() };
    return { status, html: filePetitionPage({ view, ...here, ...empty, ...shownTo(clerk), ...shown }) };
  };

  const check = (
    view: View,
    here: World,
    shown: Omit<CheckPetition, "view" | "directory" | "now" | "action">,
  ): Reply => ({
    status: 200,
    html: checkPetitionPage({ view, ...here, ...shown, action: addresses.drafts }),
  });

  /** Nobody may file here with what was sent. */
  const barred = (view: View, request: Request): Reply => ({
    status: 403,
    html: errorPage({ view, kind: passGone, reference: request.reference }),
    headers: keptByBrowser,
  });

  const read = (
    { pass: _, ...typed }: Record<string, string>,
    here: World,
    clerk: CounterClerk | "petitioner",
  ): RegistrationRead =>
    clerk === "petitioner" ? readPetition(typed, here.directory) : readRegistration(typed, here, clerk);

  /** What is printed beside the receipt at a counter. */
  const handedOver = async (petition: Case, pass: string | undefined, view: View) => {
    const letter = pass === undefined ? undefined : await filedAt.noticeOf(petition.id);
    if (pass === undefined || letter === undefined) return {};
    const next: `/${string}` = `${addresses.form}?${new URLSearchParams({ pass }).toString()}`;
    const files = filedAt.filesWith(petition, pass, view);
    return { handedOver: { notice: filedAt.drawn(letter, view), files, next } };
  };

  /** What a receipt shows of a petition just filed. */
  const receiptOf = async (view: View, filed: Filed, told: Petition, here: World, pass?: string): Promise<string> => {
    const { petition, code } = filed;
    return receiptPage({
      view,
      petition,
      code,
      ...sideOf(told, filed),
      ...limitsOf(filed, here),
      ...(await handedOver(petition, pass, view)),
      ...here,
    });
  };

  const waitIn = ({ because, until }: Omit<Waits, "admitted">, here: World, view: View): string =>
    waitToFileWords[because][view.lang]({ ...here, until });

  const filedWords = async (request: Request, petition: Petition, here: World): Promise<FiledWords | undefined> => {
    const mark = keeping.markOf(request, "filed", contentHash(petition));
    return FiledWords.safeParse(await keeping.kept(request, "filed", mark, here.now)).data;
  };

  const draftKept = async (
    request: Request,
    mark: string | undefined,
    here: World,
  ): Promise<PetitionDraft | undefined> =>
    PetitionDraft.safeParse(await keeping.kept(request, "draft", mark, here.now)).data;

  /** Registers a petition, or says that it has to wait. One that was sent before gets its receipt, whoever waits. */
  const register = async (request: Request, told: Petition, here: World): Promise<Filed | Waits> => {
    const before = await petitions.before(told);
    if (before !== undefined) return before;
    const admitted = await admit(request.address, told.petitioner.email, here.now);
    return admitted.admitted ? petitions.file(told, langOf(request), here) : admitted;
  };

  /** What was sent, answered at once: for a device that keeps no page. */
  const atOnce = async (request: Request, fields: Record<string, string>, turns: boolean): Promise<Reply> => {
    const { view, here } = await page(request);
    const { submission = newSubmission() } = fields;
    const { confirmed, change, find: _, ...typed } = fields;
    const clerk = await filedAt.clerkOf(fields, here);
    if (clerk === "nobody") return barred(view, request);
    const told = read(typed, here, clerk);
    const filled = { typed, submission };
    if (turns || change !== undefined) return form(view, here, clerk, filled);
    if ("problems" in told) {
      const errors = registrationProblemsInWords(told.problems, view.lang);
      return form(view, here, clerk, { ...filled, status: 422, errors });
    }
    if (confirmed === undefined) return check(view, here, { petition: told.petition, sends: typed });
    const filed = await register(request, told.petition, here);
    if ("petition" in filed)
      return { status: 200, html: await receiptOf(view, filed, told.petition, here, fields.pass) };
    const words = waitIn(filed, here, view);
    const shown = filed.because === "mailbox" ? { errors: { email: words } } : { problem: words };
    return form(view, here, clerk, { ...filled, status: 429, ...shown });
  };

  /** A draft that is not to be checked: the form with what was typed; an empty one once it is filed, or forgotten. */
  const draftForm = async (request: Request, mark: string, draft: PetitionDraft | undefined): Promise<Reply> => {
    const { view, here } = await page(request, draftAt(mark));
    const clerk = await filedAt.clerkOf(draft?.typed ?? {}, here);
    if (clerk === "nobody") return barred(view, request);
    const shown = (): Partial<FilePetition> => {
      if (draft === undefined) return { before: { came: "forgotten" } };
      if (draft.filed !== undefined) return { before: { came: "filed", receipt: receiptAt(draft.filed) } };
      const { typed, submission, tried } = draft;
      const told = read({ ...typed, submission }, here, clerk);
      const errors = tried && "problems" in told ? registrationProblemsInWords(told.problems, view.lang) : {};
      return { typed, submission, errors };
    };
    return { ...form(view, here, clerk, shown()), cookies: cookies(request) };
  };

  return {
    form: async (request: Request): Promise<Reply> => {
      const { pass } = request.query;
      const query = pass === undefined ? "" : `?${new URLSearchParams({ pass }).toString()}`;
      const { view, here } = await page(request, `${addresses.form}${query}`);
      const clerk = await filedAt.clerkOf(request.query, here);
      if (clerk === "nobody") return barred(view, request);
      return { ...form(view, here, clerk), cookies: cookies(request) };
    },

    /**
     * The units that fit what somebody types, for the form's script: nobody's, and the same for a version of the directory,
     * so that it may be kept.
     */
    find: async (request: Request): Promise<Reply> => {
      const { for: field, q: sought = "" } = request.query;
      const { directory } = await world();
      const lang = langOf(request);
      const html = foundMarkup({
        directory,
        lang,
        field: isUnitField(field) ? field : "community",
        sought: sought.slice(0, mostSought),
        endsThere: request.query.ends !== undefined,
      });
      const isCurrent = request.params.version === directory.version;
      return { status: 200, html, ...(isCurrent && { headers: { "cache-control": "public, max-age=86400" } }) };
    },

    /** The address that the form is sent to, asked for: the form is at the root. */
    toForm: (): Promise<Reply> => Promise.resolve(seeOther(addresses.form)),

    /** What was written, sent to be checked, or to be shown in the other language. */
    write: async (request: Request): Promise<Reply> => {
      const { view, here } = await page(request);
      const { confirmed: _, change: __, find, ...fields } = request.form;
      const clerk = await filedAt.clerkOf(fields, here);
      if (clerk === "nobody") return barred(view, request);
      const told = read(fields, here, clerk);
      if ("problems" in told && told.broken) {
        return {
          status: 400,
          html: errorPage({ view, kind: "brokenForm", reference: request.reference }),
          headers: keptByBrowser,
        };
      }
      const { submission = "", ...typed } = fields;
      // Neither the other language nor a search says that the form is filled in.
      const turns = isTurned(request) || find !== undefined;
      const about = submission;
      const before = await draftKept(request, keeping.markOf(request, "draft", about), here);
      const filed = "petition" in told ? await filedWords(request, told.petition, here) : undefined;
      // What was filed is not filed again by its own form, but by one that is new.
      const mine = filed?.submission === submission ? newSubmission() : submission;
      const draft: PetitionDraft = { typed, submission: mine, tried: !turns || before?.tried === true };
      const mark = await keeping.keep(request, { kind: "draft", about }, draft, here.now);
      if (mark === undefined) return atOnce(request, request.form, turns);
      const at = isUnitField(find) ? `#${find}` : "";
      const next =
        turns || "problems" in told ? (`${draftAt(mark)}${at}` as const) : (`${draftAt(mark)}/check` as const);
      return seeOther(next, cookies(request));
    },

    /** The form as it was written. */
    again: async (request: Request): Promise<Reply> => {
      const { draft: mark = "" } = request.params;
      return draftForm(request, mark, await draftKept(request, mark, await world()));
    },

    /** What was written, to be checked before it is filed. */
    check: async (request: Request): Promise<Reply> => {
      const { draft: mark = "" } = request.params;
      const { view, here } = await page(request, `${draftAt(mark)}/check`);
      const draft = await draftKept(request, mark, here);
      if (draft === undefined || draft.filed !== undefined) return draftForm(request, mark, draft);
      const { typed, submission, wait } = draft;
      const clerk = await filedAt.clerkOf(typed, here);
      if (clerk === "nobody") return barred(view, request);
      const told = read({ ...typed, submission }, here, clerk);
      if ("problems" in told) return seeOther(draftAt(mark));
      const filed = await filedWords(request, told.petition, here);
      const waits = wait !== undefined && wait.until > here.now;
      const reply = check(view, here, {
        petition: told.petition,
        sends: draftAt(mark),
        ...(waits && { problem: waitIn(wait, here, view) }),
        ...(filed !== undefined && { filed: { ...filed, receipt: receiptAt(filed.receipt) } }),
      });
      return { ...reply, cookies: cookies(request) };
    },

    /** Files what was checked. */
    file: async (request: Request): Promise<Reply> => {
      const { draft: mark = "" } = request.params;
      const { view, here } = await page(request, `${draftAt(mark)}/check`);
      const draft = await draftKept(request, mark, here);
      if (draft === undefined) return seeOther(draftAt(mark));
      if (draft.filed !== undefined) return seeOther(receiptAt(draft.filed));
      const { typed, submission } = draft;
      const clerk = await filedAt.clerkOf(typed, here);
      if (clerk === "nobody") return barred(view, request);
      const written = read({ ...typed, submission }, here, clerk);
      if ("problems" in written) return seeOther(draftAt(mark));
      const { petition: told } = written;
      if (request.form.again === undefined && (await filedWords(request, told, here)) !== undefined) {
        return seeOther(`${draftAt(mark)}/check`);
      }
      const keepDraft = (next: PetitionDraft) =>
        keeping.keep(request, { kind: "draft", at: mark, counted: false }, next, here.now);
      const filed = await register(request, told, here);
      if (!("petition" in filed)) {
        const { because, until } = filed;
        await keepDraft({ ...draft, wait: { because, until } });
        return seeOther(`${draftAt(mark)}/check`);
      }
      const { code, petition } = filed;
      if (hasNewCode(petition)) {
        return {
          status: 410,
          html: errorPage({ view, kind: receiptGone, reference: request.reference }),
          headers: keptByBrowser,
        };
      }
      const side = sideOf(told, filed);
      const uncounted = { counted: false } as const;
      const receipt = await keeping.keep(
        request,
        { kind: keptAs, about: petition.id, ...uncounted },
        { caseId: petition.id, code, ...side, ...limitsOf(filed, here), pass: typed.pass },
        here.now,
      );
      if (receipt === undefined) return { status: 200, html: await receiptOf(view, filed, told, here, typed.pass) };
      const words: FiledWords = { receipt, caseId: petition.id, submission, at: here.now };
      await keeping.keep(request, { kind: "filed", about: contentHash(told), ...uncounted }, words, here.now);
      // At a counter the pass stays, so that the next petition can be written down where this one was.
      const stays = typed.pass === undefined ? {} : { pass: typed.pass };
      await keepDraft({ typed: stays, submission, tried: false, filed: receipt });
      return seeOther(receiptAt(receipt), cookies(request));
    },

    /** 回执, for the device that filed the petition, as often as it is asked for. */
    receipt: async (request: Request): Promise<Reply> => {
      const { receipt: mark = "" } = request.params;
      const { view, here } = await page(request, receiptAt(mark));
      const kept = Receipt.safeParse(await keeping.kept(request, keptAs, mark, here.now)).data;
      const petition = kept && (await petitions.stands(kept.caseId));
      if (kept === undefined || petition === undefined || hasNewCode(petition)) {
        return { status: 404, html: errorPage({ view, kind: receiptGone, reference: request.reference }) };
      }
      const beside = await handedOver(petition, kept.pass, view);
      return { status: 200, html: receiptPage({ view, petition, ...kept, ...beside, ...here }), ...keepLang(request) };
    },
  };
};
