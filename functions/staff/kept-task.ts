import * as z from "zod";
import { deviceKeyCookie, deviceKeyIn, newDeviceKey } from "#access/device-key.ts";
import { keptPage } from "#access/kept-page.ts";
import type { KeptStore } from "#access/kept-store.ts";
import { Refusal } from "#case/state/refusal.ts";
import { Instant } from "#ground/instant.ts";
import type { AnyRequest, Request } from "#lambda/request.ts";

/** What was sent from a task's pages and what came of it, to be shown again when they are reloaded or gone back to. */
export const KeptTask = z.object({
  /** A form that did nothing, as it was typed, and why it was refused where its fields do not tell. */
  typed: z.record(z.string(), z.string()).optional(),
  refusal: Refusal.optional(),
  /** Why whoever sent something was not recognised. */
  unrecognised: z
    .union([
      z.object({ because: z.enum(["asked", "noDigits", "wrongDigits"]) }),
      z.object({ because: z.literal("wait"), until: Instant }),
    ])
    .optional(),
  /** The number of the event that a form brought about, the sender's part in the case, and what they wrote in it. */
  did: z
    .object({
      seq: z.int().positive(),
      role: z.enum(["owner", "head"]),
      said: z.array(z.tuple([z.string(), z.string()])),
    })
    .optional(),
  renewed: z.enum(["mailed", "mailedLately"]).optional(),
});
export type KeptTask = z.infer<typeof KeptTask>;

type KeptTaskPorts = {
  kept: KeptStore;
  baseUrl: string;
  /** Gives as many random bytes as asked for. */
  random: (bytes: number) => Uint8Array;
};

/** What a device of staff keeps of a task, by the token of its link: for that device alone, sealed under its own key. */
export const keptTasks = ({ kept, baseUrl, random }: KeptTaskPorts) => {
  const pageOf = ({ cookies, form }: Request) => {
    const key = deviceKeyIn(cookies, baseUrl);
    const { token } = form;
    return key === undefined || token === undefined ? undefined : keptPage(key, "task", token);
  };
  return {
    /** Has the device keep a key from now on: the one that it has, or else a new one. */
    cookie: ({ cookies }: AnyRequest): string =>
      deviceKeyCookie(deviceKeyIn(cookies, baseUrl) ?? newDeviceKey(random), baseUrl),

    /** What was kept of the task; nothing where nothing was, or its time is over. */
    read: async (request: Request, now: Instant): Promise<KeptTask> => {
      const page = pageOf(request);
      return page === undefined ? {} : (KeptTask.safeParse(await kept.kept(page, now)).data ?? {});
    },

    /** Keeps what is to be shown next. @returns whether it is kept: if not, it has to be shown at once. */
    keep: async (request: Request, content: KeptTask, now: Instant): Promise<boolean> => {
      const page = pageOf(request);
      return page !== undefined && (await kept.keep(page, content, now));
    },
  };
};
