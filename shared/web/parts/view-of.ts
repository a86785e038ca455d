import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import type { DistrictShown, View } from "./view.ts";

/** What a view takes from a request. */
type ViewRequest = {
  path: string;
  query: Record<string, string>;
  cookies: Record<string, string>;
  nonce: string;
};

const isLang = (text: string | undefined): text is Lang => text === "zh" || text === "en";

/** The language asked for in the address, else the one kept on the device, else Chinese. */
export const langOf = ({ query, cookies }: Pick<ViewRequest, "query" | "cookies">): Lang =>
  isLang(query.lang) ? query.lang : isLang(cookies.lang) ? cookies.lang : "zh";

/** The view for a request. `now` is given where the clock is a demo clock. */
export const viewOf = (
  asked: ViewRequest,
  {
    assets,
    district,
    demoNow,
    site,
  }: { assets: string; district: DistrictShown | undefined; demoNow?: Instant | undefined; site?: string },
): View => ({
  lang: langOf(asked),
  assets,
  nonce: asked.nonce,
  district,
  path: asked.path,
  ...(site !== undefined && { site }),
  ...(demoNow !== undefined && { demo: { now: demoNow } }),
});

/**
 * Whether a form was sent by the switch of the language alone: nothing is done by it, nothing of it is called wrong, and what
 * was typed is shown again in the other language.
 */
export const isTurned = ({ query }: Pick<ViewRequest, "query">): boolean => isLang(query.lang);

const yearInSeconds = 31_536_000;

/** Keeps the language that the address asks for; a `cookies` field for the reply, empty when none was asked for. */
export const keepLang = ({ query }: Pick<ViewRequest, "query">): { cookies?: string[] } =>
  isLang(query.lang) ? { cookies: [`lang=${query.lang}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax`] } : {};
