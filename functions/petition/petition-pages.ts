import { readPetition } from "#case/forms/petition-form.ts";
import type { World } from "#case/state/world.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { filePetitionPage } from "#web/pages/file-petition.page.tsx";
import { receiptPage } from "#web/pages/receipt.page.tsx";
import { keepLang, langOf, viewOf } from "#web/parts/view-of.ts";
import { problemsInWords } from "#words/petition-words.ts";
import type { filePetition } from "./file-petition.ts";

export type PetitionPages = {
  file: ReturnType<typeof filePetition>;
  world: () => Promise<World>;
  newSubmission: () => string;
  /** The version of style and scripts. */
  assets: string;
  /** Whether the district's clock is a demo clock. */
  demo: boolean;
};

/** 提交诉求: the empty form, and what comes of sending it: a receipt, or the form again with what was typed. */
export const petitionPages = ({ file, world, newSubmission, assets, demo }: PetitionPages) => {
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
      const { form: typed } = request;
      const read = readPetition(typed, here.directory);
      if ("problems" in read) {
        if (read.broken)
          return { status: 400, html: errorPage({ view, kind: "brokenForm", reference: request.reference }) };
        const errors = problemsInWords(read.problems, view.lang);
        const submission = typed.submission ?? newSubmission();
        const html = filePetitionPage({ view, ...here, typed, errors, submission });
        return { status: 422, html };
      }
      const { petition, code } = await file(read.petition, langOf(request), here);
      return { status: 200, html: receiptPage({ view, petition, ...here, code }) };
    },
  };
};
