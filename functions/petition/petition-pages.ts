import * as z from "zod";
import { contentHash } from "#access/receipt.ts";
import { codesOf } from "#case/acts/code.ts";
import { type Petition, readPetition } from "#case/forms/petition-form.ts";
import type { Case } from "#case/state/case.ts";
import type { World } from "#case/state/world.ts";
import { OtherLimit } from "#clock/other-limit.ts";
import { otherLimits } from "#directory/other-limits.ts";
import { CaseId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import { Phone } from "#ground/phone.ts";
import { keptByBrowser, type Reply, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { type CheckPetition, checkPetitionPage } from "#web/pages/check-petition.page.tsx";
import { errorPage, receiptGone } from "#web/pages/error.page.tsx";
import { type FilePetition, filePetitionPage } from "#web/pages/file-petition.page.tsx";
import { type ReceiptSide, receiptPage } from "#web/pages/receipt.page.tsx";
import { foundMarkup } from "#web/parts/unit-finder.tsx";
import { isUnitField } from "#web/parts/units-listed.ts";
import type { View } from "#web/parts/view.ts";
import { isTurned, keepLang, langOf, viewOf } from "#web/parts/view-of.ts";
import { waitToFileWords } from "#words/code-words.ts";
import { problemsInWords } from "#words/petition-words.ts";
import type { Admitted, admission } from "./admission.ts";
import type { Filed, filePetition } from "./file-petition.ts";
import type { Keeping } from "./keeping.ts";

export type PetitionPages = {
  petitions: ReturnType<typeof filePetition>;
  admit: ReturnType<typeof admission>;
  keeping: Keeping;
  world: () => Promise<World>;
  newSubmission: () => string;
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
  limits: z.array(OtherLimit),
});

/** What a receipt says of the petitioner. */
const sideOf = ({ petitioner: { phone, email }, keyNumber }: Petition): ReceiptSide => ({
  phone,
  goesBy: keyNumber === undefined ? "caseNumber" : phone === keyNumber ? "phone" : "ownNumber",
  isMailed: email !== undefined,
});

/** What a receipt says of the time limits of other bodies: those in force when it is issued. */
const limitsOf = ({ petition }: { petition: Case }, { directory }: World) => ({
  limits: otherLimits(directory, petition.category),
});

/** Whether the code on a receipt opens nothing any more. */
const hasNewCode = (petition: Case): boolean => codesOf(petition) > 1;

/** Characters of what is looked for: an address in full has fewer. */
const mostSought = 200;

const draftAt = (mark: string): `/${string}` => `/petition/${mark}`;

/**
 * 提交诉求: the form, what was written to be checked, and the receipt. Each is a page of its own at an address of its own,
 * kept for the device for a day, so that going back, reloading and sending twice lose and repeat nothing. A device that
 * keeps nothing gets the same pages as the answers to what it sends.
 */
export const petitionPages = ({ petitions, admit, keeping, world, newSubmission, assets, demo }: PetitionPages) => {
  const page = async (request: Request, path = "/") => {
    const here = await world();
    return {
      view: viewOf(
        { ...request, path },
        { assets, district: here.directory.district, demoNow: demo ? here.now : undefined },
      ),
      here,
    };
  };

  const cookies = (request: Request): string[] => [...(keepLang(request).cookies ?? []), keeping.cookie(request)];

  /** The form, empty unless told. */
  const form = (
    view: View,
    here: World,
    { status = 200, ...shown }: Partial<FilePetition> & { status?: number } = {},
  ): Reply => {
    const empty = { typed: {}, errors: {}, submission: newSubmission() };
    return { status, html: filePetitionPage({ view, ...here, ...empty, ...shown }) };
  };

  const check = (view: View, here: World, shown: Omit<CheckPetition, "view" | "directory" | "now">): Reply => ({
    status: 200,
    html: checkPetitionPage({ view, ...here, ...shown }),
  });

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
    const read = readPetition(typed, here.directory);
    const filled = { typed, submission };
    if (turns || change !== undefined) return form(view, here, filled);
    if ("problems" in read) {
      return form(view, here, { ...filled, status: 422, errors: problemsInWords(read.problems, view.lang) });
    }
    if (confirmed === undefined) return check(view, here, { petition: read.petition, sends: typed });
    const filed = await register(request, read.petition, here);
    if ("petition" in filed) {
      const html = receiptPage({ view, ...filed, ...sideOf(read.petition), ...limitsOf(filed, here), ...here });
      return { status: 200, html };
    }
    const words = waitIn(filed, here, view);
    const shown = filed.because === "mailbox" ? { errors: { email: words } } : { problem: words };
    return form(view, here, { ...filled, status: 429, ...shown });
  };

  /** A draft that is not to be checked: the form with what was typed; an empty one once it is filed, or forgotten. */
  const draftForm = async (request: Request, mark: string, draft: PetitionDraft | undefined): Promise<Reply> => {
    const { view, here } = await page(request, draftAt(mark));
    const shown = (): Partial<FilePetition> => {
      if (draft === undefined) return { before: { came: "forgotten" } };
      if (draft.filed !== undefined) return { before: { came: "filed", receipt: `/receipt/${draft.filed}` } };
      const { typed, submission, tried } = draft;
      const read = readPetition({ ...typed, submission }, here.directory);
      const errors = tried && "problems" in read ? problemsInWords(read.problems, view.lang) : {};
      return { typed, submission, errors };
    };
    return { ...form(view, here, shown()), cookies: cookies(request) };
  };

  return {
    form: async (request: Request): Promise<Reply> => {
      const { view, here } = await page(request);
      return { ...form(view, here), cookies: cookies(request) };
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
    toForm: (): Promise<Reply> => Promise.resolve(seeOther("/")),

    /** What was written, sent to be checked, or to be shown in the other language. */
    write: async (request: Request): Promise<Reply> => {
      const { view, here } = await page(request);
      const { confirmed: _, change: __, find, ...fields } = request.form;
      const read = readPetition(fields, here.directory);
      if ("problems" in read && read.broken) {
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
      const filed = "petition" in read ? await filedWords(request, read.petition, here) : undefined;
      // What was filed is not filed again by its own form, but by one that is new.
      const mine = filed?.submission === submission ? newSubmission() : submission;
      const draft: PetitionDraft = { typed, submission: mine, tried: !turns || before?.tried === true };
      const mark = await keeping.keep(request, { kind: "draft", about }, draft, here.now);
      if (mark === undefined) return atOnce(request, request.form, turns);
      const at = isUnitField(find) ? `#${find}` : "";
      const next =
        turns || "problems" in read ? (`${draftAt(mark)}${at}` as const) : (`${draftAt(mark)}/check` as const);
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
      const read = readPetition({ ...typed, submission }, here.directory);
      if ("problems" in read) return seeOther(draftAt(mark));
      const filed = await filedWords(request, read.petition, here);
      const waits = wait !== undefined && wait.until > here.now;
      const reply = check(view, here, {
        petition: read.petition,
        sends: draftAt(mark),
        ...(waits && { problem: waitIn(wait, here, view) }),
        ...(filed !== undefined && { filed: { ...filed, receipt: `/receipt/${filed.receipt}` } }),
      });
      return { ...reply, cookies: cookies(request) };
    },

    /** Files what was checked. */
    file: async (request: Request): Promise<Reply> => {
      const { draft: mark = "" } = request.params;
      const { view, here } = await page(request, `${draftAt(mark)}/check`);
      const draft = await draftKept(request, mark, here);
      if (draft === undefined) return seeOther(draftAt(mark));
      if (draft.filed !== undefined) return seeOther(`/receipt/${draft.filed}`);
      const { typed, submission } = draft;
      const read = readPetition({ ...typed, submission }, here.directory);
      if ("problems" in read) return seeOther(draftAt(mark));
      const { petition: told } = read;
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
      const side = sideOf(told);
      const uncounted = { counted: false } as const;
      const receipt = await keeping.keep(
        request,
        { kind: "receipt", about: petition.id, ...uncounted },
        { caseId: petition.id, code, ...side, ...limitsOf(filed, here) },
        here.now,
      );
      if (receipt === undefined)
        return { status: 200, html: receiptPage({ view, ...filed, ...side, ...limitsOf(filed, here), ...here }) };
      const words: FiledWords = { receipt, caseId: petition.id, submission, at: here.now };
      await keeping.keep(request, { kind: "filed", about: contentHash(told), ...uncounted }, words, here.now);
      await keepDraft({ typed: {}, submission, tried: false, filed: receipt });
      return seeOther(`/receipt/${receipt}`, cookies(request));
    },

    /** 回执, for the device that filed the petition, as often as it is asked for. */
    receipt: async (request: Request): Promise<Reply> => {
      const { receipt: mark = "" } = request.params;
      const { view, here } = await page(request, `/receipt/${mark}`);
      const kept = Receipt.safeParse(await keeping.kept(request, "receipt", mark, here.now)).data;
      const petition = kept && (await petitions.stands(kept.caseId));
      if (kept === undefined || petition === undefined || hasNewCode(petition)) {
        return { status: 404, html: errorPage({ view, kind: receiptGone, reference: request.reference }) };
      }
      return { status: 200, html: receiptPage({ view, petition, ...kept, ...here }), ...keepLang(request) };
    },
  };
};
