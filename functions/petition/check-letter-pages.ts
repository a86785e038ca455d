import type { World } from "#case/state/world.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { checkLetterPage } from "#web/pages/check-letter.page.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import type { checkLetter } from "./check-letter.ts";

export type CheckLetterPages = {
  check: ReturnType<typeof checkLetter>;
  world: () => Promise<World>;
  assets: string;
  demo: boolean;
};

/** 文书核验: number and code are asked for, and what is known of the paper is said above them. */
export const checkLetterPages = ({ check, world, assets, demo }: CheckLetterPages) => {
  const viewFor = (request: Request, { now, directory }: World): View =>
    viewOf({ ...request, path: "/letter" }, { assets, district: directory.district, demoNow: demo ? now : undefined });

  const form = async (request: Request): Promise<Reply> => {
    const here = await world();
    const html = checkLetterPage({ view: viewFor(request, here), now: here.now, typed: {} });
    return { status: 200, html, ...keepLang(request) };
  };

  return {
    form,

    check: async (request: Request): Promise<Reply> => {
      const { number = "", code = "" } = request.form;
      // Whoever only switches the language has sent nothing yet.
      if (request.query.lang !== undefined && `${number}${code}`.trim() === "") return form(request);
      const here = await world();
      const checked = await check({ number, code }, request.address, here.now);
      const html = checkLetterPage({ view: viewFor(request, here), now: here.now, typed: { number, code }, checked });
      return { status: { known: 200, unknown: 404, unread: 422, wait: 429 }[checked.is], html, ...keepLang(request) };
    },
  };
};
