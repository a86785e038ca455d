import { deviceKeyCookie, deviceKeyIn, newDeviceKey } from "#access/device-key.ts";
import { type KeptKind, keptPage } from "#access/kept-page.ts";
import type { KeptStore } from "#access/kept-store.ts";
import { networkMark } from "#access/network.ts";
import { keptCounter } from "#access/paces.ts";
import { districtDate } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import type { AnyRequest } from "#lambda/request.ts";
import type { CountingPorts } from "./unlock.ts";

export type KeepingPorts = CountingPorts & {
  kept: KeptStore;
  baseUrl: string;
  /** Gives as many random bytes as asked for. */
  random: (bytes: number) => Uint8Array;
};

/**
 * What petitioners' devices keep of their pages, so that each has an address of its own that may be opened again. Whatever
 * is kept is counted by network, but for what must not be lost.
 */
export const keeping = ({ kept, tries, saltOf, baseUrl, random }: KeepingPorts) => {
  const deviceOf = ({ cookies }: AnyRequest): string | undefined => deviceKeyIn(cookies, baseUrl);

  const mayKeep = async ({ address }: AnyRequest, now: Instant): Promise<boolean> => {
    const network = networkMark(await saltOf(districtDate(now)), address);
    return (await tries.take([keptCounter(network)], now)).kind === "taken";
  };

  return {
    /** Has the device keep a key from now on: the one that it has, or else a new one. */
    cookie: (asked: AnyRequest): string => deviceKeyCookie(deviceOf(asked) ?? newDeviceKey(random), baseUrl),

    /** Where the page about something lies, for a device that has a key. */
    markOf: (asked: AnyRequest, kind: KeptKind, about: string): string | undefined => {
      const key = deviceOf(asked);
      return key === undefined ? undefined : keptPage(key, kind, about).mark;
    },

    /**
     * Keeps what the page about something shows, or the page at a mark. @returns its mark, or `undefined` when it has to be shown at once: the device takes no
     * cookies, too much comes from its network, or there is too much of it.
     */
    keep: async (
      asked: AnyRequest,
      { kind, counted = true, ...which }: { kind: KeptKind; counted?: boolean } & ({ about: string } | { at: string }),
      content: object,
      now: Instant,
    ): Promise<string | undefined> => {
      const key = deviceOf(asked);
      if (key === undefined || (counted && !(await mayKeep(asked, now)))) return undefined;
      const page = "at" in which ? { key, kind, mark: which.at } : keptPage(key, kind, which.about);
      return (await kept.keep(page, content, now)) ? page.mark : undefined;
    },

    /** What the page at a mark shows to this device; `undefined` to any other, and once its time is over. */
    kept: (asked: AnyRequest, kind: KeptKind, mark: string | undefined, now: Instant): Promise<unknown> => {
      const key = deviceOf(asked);
      return key === undefined || mark === undefined ? Promise.resolve() : kept.kept({ key, kind, mark }, now);
    },
  };
};
export type Keeping = ReturnType<typeof keeping>;
