import type { KeptKind } from "#access/kept-page.ts";
import type { World } from "#case/state/world.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { keptByBrowser, type Reply, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { statusFormPage } from "#web/pages/status-form.page.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import { agencyOverWords } from "#words/code-words.ts";
import { barredWords, retryHeader } from "./barred-words.ts";
import type { Keeping } from "./keeping.ts";
import { keyOf } from "./sent-along.ts";
import type { Barred } from "./unlock.ts";

/** What pages that are opened with the key to a case are made with. */
export type KeyedPorts = {
  keeping: Keeping;
  world: () => Promise<World>;
  baseUrl: string;
  assets: string;
  demo: boolean;
};

/**
 * What all pages have in common that the progress page leads to with the key to a case: each has an address and a function
 * of its own, and what a device was shown is kept for it under `kind`.
 */
export const keyedPages = (
  address: `/${string}`,
  kind: KeptKind,
  { keeping, world, baseUrl, assets, demo }: KeyedPorts,
) => {
  /** How a page is drawn, and the world that it stands in. @param mark of a page that is kept, where it is one */
  const page = async (request: Request, mark?: string): Promise<{ view: View; here: World }> => {
    const here = await world();
    const { district } = here.directory;
    const demoNow = demo ? here.now : undefined;
    const path = mark === undefined ? address : `${address}/${mark}`;
    return { view: viewOf({ ...request, path }, { assets, district, demoNow, site: baseUrl }), here };
  };

  /** The form for the key, and why: there it is typed, and the progress page leads back here. */
  const keyAgain = async (request: Request, why: Bilingual): Promise<Reply> => {
    const { view } = await page(request);
    const { cookies = [] } = keepLang(request);
    const html = statusFormPage({ view, typed: {}, notice: why[view.lang] });
    return { status: 200, html, cookies: [...cookies, keeping.cookie(request)] };
  };

  return {
    page,
    keyAgain,

    /** The addresses that forms are sent to, asked for: the form for the key is on the progress page. */
    toKey: (): Promise<Reply> => Promise.resolve(seeOther("/status")),

    /** What whoever has no key is answered with. @param opens what the right one opens; the progress page unless told */
    barred: async (request: Request, why: Barred, opens?: `/${string}`): Promise<Reply> => {
      if (why.barred === "over") return keyAgain(request, agencyOverWords);
      const { view, here } = await page(request);
      const html = statusFormPage({
        view,
        typed: keyOf(request),
        error: barredWords(why, here, view.lang),
        ...(opens !== undefined && { opens }),
      });
      return {
        status: why.barred === "wait" ? 429 : 403,
        html,
        headers: { ...keptByBrowser, ...retryHeader(why, here.now) },
      };
    },

    /** The form for what is not typed of a key yet, which opens these pages at once. */
    restOfKey: async (request: Request, why: Bilingual): Promise<Reply> => {
      const { view } = await page(request);
      const html = statusFormPage({ view, typed: keyOf(request), notice: why[view.lang], opens: address });
      const { cookies = [] } = keepLang(request);
      return { status: 200, html, headers: keptByBrowser, cookies: [...cookies, keeping.cookie(request)] };
    },

    /** What a form is answered with that is not as our page sends it. */
    broken: async (request: Request): Promise<Reply> => {
      const { view } = await page(request);
      const html = errorPage({ view, kind: "brokenForm", reference: request.reference });
      return { status: 400, html, headers: keptByBrowser };
    },

    /**
     * Answers what was sent with the address of a page that is kept for the device, and only at once, as `drawn`, where that
     * keeps none. @param about what tells the page from other pages of the kind
     */
    answer: async (request: Request, about: string, shown: object, drawn: () => Promise<Reply>): Promise<Reply> => {
      const { now } = await world();
      const mark = await keeping.keep(request, { kind, about }, shown, now);
      const { cookies = [] } = keepLang(request);
      if (mark !== undefined) return seeOther(`${address}/${mark}`, [...cookies, keeping.cookie(request)]);
      return { ...(await drawn()), cookies };
    },

    /** What the page at the address that was asked for shows to this device; `undefined` to any other, and once it is forgotten. */
    kept: async (request: Request): Promise<unknown> => {
      const { now }: { now: Instant } = await world();
      return keeping.kept(request, kind, request.params.visit, now);
    },
  };
};
