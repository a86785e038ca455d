import type { Directory } from "#directory/directory.ts";
import type { DistrictShown } from "#web/parts/view.ts";
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

/** How long this page waits for the district's name, in milliseconds. */
const patience = 500;

/** The district, unless reading it fails or takes long: this page must come whatever else does not. */
const readInTime = async (world: () => Promise<{ directory: Directory }>): Promise<DistrictShown | undefined> => {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, patience);
  const read = world().then(
    ({ directory }) => directory.district,
    () => undefined,
  );
  const district = await Promise.race([read, late]);
  clearTimeout(timer);
  return district;
};

/**
 * The page of a door for what none of its routes answers. @param assets the version of style and scripts
 * @param world where the district is read; a door that reaches nothing has none.
 */
export const problemPage =
  (assets: string, world?: () => Promise<{ directory: Directory }>) =>
  async (problem: keyof typeof kinds, asked: RefusedRequest): Promise<string> => {
    const district = world && (await readInTime(world));
    const view = viewOf({ ...asked, path: "/" }, { assets, district });
    return errorPage({ view, kind: kinds[problem], reference: asked.reference });
  };
