import type { World } from "#case/state/world.ts";
import { type Reply, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { checkLetterPage } from "#web/pages/check-letter.page.tsx";
import { isTurned, keepLang, viewOf } from "#web/parts/view-of.ts";
import type { checkLetter, LetterChecked } from "./check-letter.ts";

const statusOf: Record<LetterChecked["is"], number> = { known: 200, unknown: 404, unread: 422, wait: 429 };

export type CheckLetterPages = {
  check: ReturnType<typeof checkLetter>;
  world: () => Promise<World>;
  assets: string;
  demo: boolean;
};

/** Characters of what was typed that are looked at: more is no number and no code, and an address has room for it. */
const mostTyped = 200;

/**
 * 文书核验: number and code are asked for, and what is known of the paper is said above them. What came of a check has an
 * address of its own: reloading, going back and another language show it again, and send nothing.
 */
export const checkLetterPages = ({ check, world, assets, demo }: CheckLetterPages) => ({
  form: async (request: Request): Promise<Reply> => {
    const here = await world();
    const { number = "", code = "" } = request.query;
    const isAsked = request.query.number !== undefined || request.query.code !== undefined;
    const typed = new URLSearchParams({ number, code }).toString();
    const view = viewOf(
      { ...request, path: isAsked ? `/letter?${typed}` : "/letter" },
      { assets, district: here.directory.district, demoNow: demo ? here.now : undefined },
    );
    if (!isAsked)
      return { status: 200, html: checkLetterPage({ view, now: here.now, typed: {} }), ...keepLang(request) };
    const checked = await check({ number, code }, request.address, here.now);
    const html = checkLetterPage({ view, now: here.now, typed: { number, code }, checked });
    return { status: statusOf[checked.is], html, ...keepLang(request) };
  },

  check: (request: Request): Promise<Reply> => {
    const { number = "", code = "" } = request.form;
    const typed = new URLSearchParams({ number: number.slice(0, mostTyped), code: code.slice(0, mostTyped) });
    const isEmpty = `${number}${code}`.trim() === "";
    const address = isTurned(request) && isEmpty ? "/letter" : `/letter?${typed.toString()}`;
    return Promise.resolve(seeOther(address, keepLang(request).cookies));
  },
});
