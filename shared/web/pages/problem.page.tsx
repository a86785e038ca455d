import { viewOf } from "#web/parts/view-of.ts";
import { type ErrorKind, errorPage } from "./error.page.tsx";

/** Why a request got no page of its own, by the names that doors use. */
const kinds = {
  unreadable: "brokenForm",
  foreign: "forbidden",
  notFound: "notFound",
  wrongMethod: "wrongMethod",
  tooLarge: "tooLarge",
  addressTooLong: "notFound",
  headersTooLarge: "headersTooLarge",
  wrongType: "brokenForm",
  unexpected: "unexpected",
} as const satisfies Record<string, ErrorKind>;

type RefusedRequest = Parameters<typeof viewOf>[0] & { reference: string };

/** The page of a door for what none of its routes answers. @param assets the version of style and scripts */
export const problemPage =
  (assets: string) =>
  (problem: keyof typeof kinds, asked: RefusedRequest): string =>
    errorPage({ view: viewOf({ ...asked, path: "/" }, { assets }), kind: kinds[problem], reference: asked.reference });
