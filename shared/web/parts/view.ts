import type { District } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";

/** Who stands behind the pages. */
export type DistrictShown = Pick<District, "name" | "office">;

/** What every page needs to know about the request that it answers. */
export type View = {
  lang: Lang;
  /** Fingerprint in the address of style and scripts: `/assets/<assets>/site.css`. */
  assets: string;
  /** The nonce that the response's Content-Security-Policy allows. */
  nonce: string;
  /** Nothing where no directory could be read: a page of what went wrong. */
  district: DistrictShown | undefined;
  /** Only in the local district: what the demo clock shows. */
  demo?: { now: Instant } | undefined;
  /** The address of the pages, where something of it is printed. */
  site?: string | undefined;
  /** The address of this page, for the language switch. */
  path: string;
};
