import { readPetition } from "#case/forms/petition-form.ts";
import type { World } from "#case/state/world.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { type FilePetition, filePetitionPage } from "#web/pages/file-petition.page.tsx";
import { receiptPage } from "#web/pages/receipt.page.tsx";
import { keepLang, langOf, viewOf } from "#web/parts/view-of.ts";
import { waitToFileWords } from "#words/code-words.ts";
import { problemsInWords } from "#words/petition-words.ts";
import type { admission } from "./admission.ts";
import type { filePetition } from "./file-petition.ts";

export type PetitionPages = {
  petitions: ReturnType<typeof filePetition>;
  admit: ReturnType<typeof admission>;
  world: () => Promise<World>;
  newSubmission: () => string;
  /** The version of style and scripts. */
  assets: string;
  /** Whether the district's clock is a demo clock. */
  demo: boolean;
};

/** 提交诉求: the empty form, and what comes of sending it: a receipt, or the form again with what was typed. */
export const petitionPages = ({ petitions, admit, world, newSubmission, assets, demo }: PetitionPages) => {
  const page = async (request: Request) => {
    const here = await world();
    // The form stands at the root; a language switch on any of its pages starts from there.
    const view = viewOf({ ...request, path: "/" }, { assets, demoNow: demo ? here.now : undefined });
    return { view, here };
  };

  return {
    form: async (request: Request): Promise<Reply> => {
      const { view, here } = await page(request);
      const empty = { typed: {}, errors: {}, submission: newSubmission() };
      const html = filePetitionPage({ view, ...here, ...empty });
      return { status: 200, html, ...keepLang(request) };
    },

    file: async (request: Request): Promise<Reply> => {
      const { view, here } = await page(request);
      const { lang } = view;
      const { form: typed } = request;
      const read = readPetition(typed, here.directory);
      const again = (status: number, shown: Pick<FilePetition, "errors" | "problem">): Reply => {
        const submission = typed.submission ?? newSubmission();
        return { status, html: filePetitionPage({ view, ...here, typed, submission, ...shown }) };
      };
      if ("problems" in read) {
        if (read.broken)
          return { status: 400, html: errorPage({ view, kind: "brokenForm", reference: request.reference }) };
        return again(422, { errors: problemsInWords(read.problems, lang) });
      }
      const { petition: told } = read;
      // A form that was sent before gets its receipt, however many others were sent meanwhile.
      const filed = (await petitions.before(told)) ?? (await admit(request.address, told.petitioner.email, here.now));
      if ("admitted" in filed && !filed.admitted) {
        const words = waitToFileWords[filed.because][lang]({ ...here, until: filed.until });
        return again(429, filed.because === "mailbox" ? { errors: { email: words } } : { errors: {}, problem: words });
      }
      const { petition, code } = "admitted" in filed ? await petitions.file(told, langOf(request), here) : filed;
      return {
        status: 200,
        html: receiptPage({ view, petition, ...here, code, isMailed: told.petitioner.email !== undefined }),
      };
    },
  };
};
