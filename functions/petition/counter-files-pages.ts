import * as z from "zod";
import { fileNamed } from "#case/acts/files.ts";
import { ledBack, looksAgain, notKnownYet, type SentFrom } from "#case/files/sent.ts";
import type { Arrival } from "#case/files/shelves.ts";
import { FileName, noFiles } from "#case/state/facts/files.ts";
import { keptByBrowser, type Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { type CounterFilesDrawn, counterFilesPage } from "#web/pages/counter-files.page.tsx";
import { counterFilesGone, errorPage } from "#web/pages/error.page.tsx";
import { counterFilesAddress as address } from "#web/parts/files-now.tsx";
import { keepLang } from "#web/parts/view-of.ts";
import { refusedFile } from "#words/file-refusals.ts";
import type { CounterOpened, counterFiles } from "./counter-files.ts";
import { type KeyedPorts, keyedPages } from "./keyed-pages.ts";

export type CounterFilesPages = KeyedPorts & { adding: ReturnType<typeof counterFiles> };

/** What a page shows, to be shown again: whose pass it is for, and the name of the file that it was asked for, if it was given. */
const Shown = z.object({ pass: z.string(), caseId: z.string(), name: FileName.optional() });
type Shown = z.infer<typeof Shown>;

/**
 * 录入随件收到的材料: the pages to which the receipt at a counter leads. Each is kept for the device as long as that receipt,
 * and asks for the pass again whenever it is opened.
 */
export const counterFilesPages = ({ adding, ...ports }: CounterFilesPages) => {
  const pages = keyedPages(address, "counterFiles", ports);

  /** What whoever may add nothing to it is answered with. */
  const gone = async (request: Request, status: 403 | 404): Promise<Reply> => {
    const { view } = await pages.page(request);
    const html = errorPage({ view, kind: counterFilesGone, reference: request.reference });
    return { status, html, headers: keptByBrowser, ...keepLang(request) };
  };

  /** Where the store leads back to. */
  const backTo = (mark: string | undefined): string =>
    `${new URL(ports.baseUrl).origin}${mark === undefined ? address : `${address}/${mark}/sent`}`;

  const stepOf = async (
    { name }: Shown,
    { petition, whyNot }: CounterOpened,
    at: SentFrom,
  ): Promise<CounterFilesDrawn["step"]> => {
    const known = name === undefined ? undefined : fileNamed(petition, name);
    if (known !== undefined) return "kept" in known ? { added: known.kept } : { notTaken: known.why };
    if (name === undefined || whyNot !== undefined) return {};
    const form = await adding.formFor(petition, name, backTo(at.mark));
    const arrival = { caseId: petition.id, agent: undefined, counter: true, name } as const;
    return notKnownYet(form, { sentAt: `${address}/${at.mark}/sent`, arrival, looks: at.looks });
  };

  const show = async (request: Request, shown: Shown, at: SentFrom): Promise<Reply> => {
    const { mark, looks } = at;
    const opened = await adding.open(shown.pass, shown.caseId);
    if (opened === undefined) return gone(request, 403);
    const { view, here } = await pages.page(request, looks === undefined ? mark : `${mark}/sent`);
    const { petition, whyNot } = opened;
    const { pass } = shown;
    const step = await stepOf(shown, opened, at);
    const receipt = ports.keeping.markOf(request, "handedOver", petition.id);
    const html = counterFilesPage({
      ...{ view, petition, pass, step, directory: here.directory },
      entered: (petition.files ?? noFiles).kept.filter(({ enteredBy }) => enteredBy !== undefined),
      next: `/register?${new URLSearchParams({ pass }).toString()}`,
      ...(receipt !== undefined && { receipt: `/register/receipt/${receipt}` }),
      ...(whyNot !== undefined && { notice: refusedFile(whyNot)[view.lang] }),
    });
    return { status: 200, html, headers: looksAgain(step) };
  };

  /** A page that is kept for this device, once more. @param looks how often what was sent from it was looked for */
  const again = async (request: Request, looks?: number, came?: Arrival): Promise<Reply> => {
    const kept = Shown.safeParse(await pages.kept(request)).data;
    if (kept === undefined) return gone(request, 404);
    const isOfPage = came?.caseId === kept.caseId && came.counter === true;
    const shown = isOfPage ? { ...kept, name: came.name } : kept;
    const { cookies = [] } = keepLang(request);
    return {
      ...(await show(request, shown, { mark: request.params.visit, ...(looks !== undefined && { looks }) })),
      cookies,
    };
  };

  return {
    /** The address that the form is sent to, asked for: where the store leads a device back to that keeps no page. */
    toForm: (request: Request): Promise<Reply> => gone(request, 404),

    /** Asks for a form for one file. */
    add: async (request: Request): Promise<Reply> => {
      const { pass = "", caseId = "" } = request.form;
      const given = await adding.give(pass, caseId);
      if (given === undefined) return gone(request, 403);
      const shown: Shown = { pass, caseId, ...("name" in given && { name: given.name }) };
      return pages.answer(request, caseId, shown, async () => ({
        ...(await show(request, shown, { mark: undefined })),
        status: "name" in given ? 200 : 422,
      }));
    },

    again: (request: Request): Promise<Reply> => again(request),

    /** Where the store leads back to once a file is there: it is looked at in a moment. */
    sent: (request: Request): Promise<Reply> => {
      const { looks, came } = ledBack(request.query);
      return again(request, looks, came);
    },
  };
};
