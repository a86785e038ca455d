import * as z from "zod";
import { fileNamed } from "#case/acts/files.ts";
import { ledBack, looksAgain, notKnownYet, type SentFrom } from "#case/files/sent.ts";
import { type Arrival, sameSender } from "#case/files/shelves.ts";
import { FileName } from "#case/state/facts/files.ts";
import { KeptRefusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { Lang } from "#ground/bilingual.ts";
import { Instant } from "#ground/instant.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { type FilesDrawn, filesPage } from "#web/pages/files.page.tsx";
import { isTurned, keepLang } from "#web/parts/view-of.ts";
import { agencyOverWords, forgottenWords, ownNumberWords } from "#words/code-words.ts";
import { refusedFile } from "#words/file-refusals.ts";
import { unprovenIn } from "./barred-words.ts";
import type { bringFiles, FilesSeen } from "./bring-files.ts";
import { type KeyedPorts, keyedPages } from "./keyed-pages.ts";
import { keyOf } from "./sent-along.ts";

export type BringFilesPages = KeyedPorts & { bringing: ReturnType<typeof bringFiles> };

/** Where photos and PDFs are sent from. */
const address = "/files";

/** What came of asking for a form: one for a file by a name, or why there is none. */
const FormAsked = z.union([
  z.object({ name: FileName }),
  z.object({ refusal: KeptRefusal }),
  /** Only shown in the other language. */
  z.object({ typed: z.string(), turned: z.literal(true) }),
  z.object({ typed: z.string(), unproven: z.enum(["missing", "notAPhone", "wrong"]) }),
  z.object({ typed: z.string(), unproven: z.literal("wait"), until: Instant }),
]);
type FormAsked = z.infer<typeof FormAsked>;

/** What a page shows, to be shown again when it is reloaded or gone back to. */
const FilesShown = z.object({
  caseId: z.string(),
  /** Whose key it is, where it is an agent's. */
  agent: z.int().positive().optional(),
  key: z.object({ code: z.string(), phoneTail: z.string() }),
  asked: FormAsked.optional(),
});
type FilesShown = z.infer<typeof FilesShown>;

/** The status of a page that answers what was asked at once. */
const statusOf = ({ asked }: FilesShown): number => {
  if (asked === undefined || "name" in asked || "turned" in asked) return 200;
  return "unproven" in asked && asked.unproven === "wait" ? 429 : 422;
};

/**
 * 交照片和 PDF: what is there, and a form for one more. A form of ours asks for the whole number; the one that it is answered
 * with goes to the store itself, which leads back here. Nothing of it needs a script.
 */
export const bringFilesPages = ({ bringing, ...ports }: BringFilesPages) => {
  const pages = keyedPages(address, "files", ports);

  /** Where the store leads back to: the page that is kept for the device, or the form for the key where none is. */
  const backTo = (mark: string | undefined): string =>
    `${new URL(ports.baseUrl).origin}${mark === undefined ? "/status" : `${address}/${mark}/sent`}`;

  /** What is said of the file that was asked for: what it came to, that it is being looked at, or the form for it. */
  const ofName = async (
    name: string,
    { petition, agent, whyNot }: FilesSeen,
    at: SentFrom,
  ): Promise<FilesDrawn["step"]> => {
    const known = fileNamed(petition, name);
    if (known !== undefined) return "kept" in known ? { added: known.kept } : { notTaken: known.why };
    if (whyNot !== undefined) return {};
    const form = await bringing.formFor(petition, { agent, name }, backTo(at.mark));
    const arrival = { caseId: petition.id, agent, name };
    return notKnownYet(form, { sentAt: `${address}/${at.mark}/sent`, arrival, looks: at.looks });
  };

  const stepOf = (
    asked: FormAsked | undefined,
    seen: FilesSeen,
    at: SentFrom,
    here: World,
    lang: Lang,
  ): Promise<FilesDrawn["step"]> => {
    if (asked !== undefined && "name" in asked) return ofName(asked.name, seen, at);
    if (asked === undefined || "refusal" in asked) return Promise.resolve({});
    const { typed } = asked;
    return Promise.resolve("turned" in asked ? { typed } : { typed, error: unprovenIn(asked, here, lang) });
  };

  const show = async (request: Request, { caseId, agent, key, asked }: FilesShown, at: SentFrom): Promise<Reply> => {
    const { mark, looks } = at;
    const { view, here } = await pages.page(request, looks === undefined ? mark : `${mark}/sent`);
    const seen = await bringing.see(caseId, agent, key.code);
    if (seen === undefined) return pages.keyAgain(request, agent === undefined ? forgottenWords : agencyOverWords);
    const step = await stepOf(asked, seen, at, here, view.lang);
    const { whyNot, ...drawn } = seen;
    const html = filesPage({
      view,
      ...here,
      ...drawn,
      keyed: key,
      step,
      ...(whyNot !== undefined && { notice: refusedFile(whyNot)[view.lang] }),
    });
    return { status: 200, html, headers: looksAgain(step) };
  };

  const answer = (request: Request, shown: FilesShown): Promise<Reply> => {
    const { caseId, agent } = shown;
    return pages.answer(request, agent === undefined ? caseId : `${caseId} ${agent}`, shown, async () => ({
      ...(await show(request, shown, { mark: undefined })),
      status: statusOf(shown),
    }));
  };

  /**
   * A page that is kept for this device, once more. @param looks how often what was sent from it was looked for
   * @param came what the store says has arrived: another one than the page was kept for, where a second tab has asked since
   */
  const again = async (request: Request, looks?: number, came?: Arrival): Promise<Reply> => {
    const kept = FilesShown.safeParse(await pages.kept(request)).data;
    if (kept === undefined) return pages.keyAgain(request, forgottenWords);
    const from = { caseId: kept.caseId, agent: kept.agent };
    const isOfPage = came !== undefined && sameSender(came, from);
    const shown: FilesShown = isOfPage ? { ...kept, asked: { name: came.name } } : kept;
    const { cookies = [] } = keepLang(request);
    const at = { mark: request.params.visit, ...(looks !== undefined && { looks }) };
    return { ...(await show(request, shown, at)), cookies };
  };

  return {
    toKey: pages.toKey,

    /** The files of a case, for whoever has its key. */
    open: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      // A receipt knows nothing of a number that somebody chose; and a key that is shown in the other language opens nothing.
      if (key.phoneTail === "" || isTurned(request)) return pages.restOfKey(request, ownNumberWords);
      const opened = await bringing.open(key, request.address);
      if ("barred" in opened) return pages.barred(request, opened, address);
      const { petition, agent } = opened;
      return answer(request, { caseId: petition.id, agent, key });
    },

    again: (request: Request): Promise<Reply> => again(request),

    /** Where the store leads back to once a file is there: it is looked at in a moment. */
    sent: (request: Request): Promise<Reply> => {
      const { looks, came } = ledBack(request.query);
      return again(request, looks, came);
    },

    /** Asks for a form for one file. */
    bring: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      const { wholePhone: typed = "" } = request.form;
      if (isTurned(request)) {
        const opened = await bringing.open(key, request.address);
        if ("barred" in opened) return pages.barred(request, opened);
        const { petition, agent } = opened;
        return answer(request, { caseId: petition.id, agent, key, asked: { typed, turned: true } });
      }
      const given = await bringing.give(key, request.address, typed);
      if ("barred" in given) return pages.barred(request, given);
      const { petition, agent, ...came } = given;
      return answer(request, {
        caseId: petition.id,
        agent,
        key,
        asked: "unproven" in came ? { ...came, typed } : came,
      });
    },
  };
};
