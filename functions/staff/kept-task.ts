import * as z from "zod";
import { deviceKeyCookie, deviceKeyIn, newDeviceKey } from "#access/device-key.ts";
import { digest } from "#access/digest.ts";
import { keptPage } from "#access/kept-page.ts";
import type { KeptStore } from "#access/kept-store.ts";
import { KeptRefusal } from "#case/state/refusal.ts";
import { Instant } from "#ground/instant.ts";
import type { AnyRequest, Request } from "#lambda/request.ts";

/** What was sent from a task's pages and what came of it, to be shown again when they are reloaded or gone back to. */
export const KeptTask = z.object({
  /** A form that did nothing, as it was typed, and why it was refused where its fields do not tell. */
  typed: z.record(z.string(), z.string()).optional(),
  refusal: KeptRefusal.optional(),
  /** It was sent to look for something, or to be read in the other language, and says nothing yet. */
  isLook: z.literal(true).optional(),
  /** It is a letter that is to be checked before it counts; another than the one that was checked. */
  preview: z.enum(["first", "another"]).optional(),
  /** Why whoever sent something was not recognised. */
  unrecognised: z
    .union([
      z.object({ because: z.enum(["asked", "noDigits", "wrongDigits"]) }),
      z.object({ because: z.literal("wait"), until: Instant }),
    ])
    .optional(),
  /** The number of the event that a form brought about, the mark of the form, its sender's part, and what they wrote in it. */
  did: z
    .object({
      seq: z.int().positive(),
      form: z.string(),
      role: z.enum([
        "owner",
        "head",
        "sender",
        "consenter",
        "judge",
        "triage",
        "assistant",
        "invited",
        "charged",
        "convener",
        "promiser",
        "overseer",
        "caller",
        "supervisor",
        "supervised",
        "reviewer",
        "inCharge",
        "namer",
        "instructed",
        "confidant",
      ]),
      said: z.array(z.tuple([z.string(), z.string()])),
    })
    .optional(),
  /** That a new link was asked for, what came of it, and to which address it goes, as it may be shown. */
  renewed: z.strictObject({ came: z.enum(["mailed", "mailedLately"]), to: z.string() }).optional(),
});
export type KeptTask = z.infer<typeof KeptTask>;

/** Marks a form by all that stands in it: the same sent again has the same mark. */
export const formMarkOf = (form: Request["form"]): string =>
  digest(JSON.stringify(Object.entries(form).toSorted(([a], [b]) => a.localeCompare(b))));

type KeptTaskPorts = {
  kept: KeptStore;
  baseUrl: string;
  /** Gives as many random bytes as asked for. */
  random: (bytes: number) => Uint8Array;
};

/** What a device of staff keeps of a task, by the token of its link: for that device alone, sealed under its own key. */
export const keptTasks = ({ kept, baseUrl, random }: KeptTaskPorts) => {
  const pageFor = (key: string | undefined, { form: { token } }: Request) =>
    key === undefined || token === undefined ? undefined : keptPage(key, "task", token);
  const keyOf = ({ cookies }: AnyRequest): string | undefined => deviceKeyIn(cookies, baseUrl);

  return {
    /** Has the device keep a key from now on: the one that it has, or else a new one. */
    cookie: (asked: AnyRequest): string => deviceKeyCookie(keyOf(asked) ?? newDeviceKey(random), baseUrl),

    /** What was kept of the task; nothing where nothing was, or its time is over. */
    read: async (request: Request, now: Instant): Promise<KeptTask> => {
      const page = pageFor(keyOf(request), request);
      return page === undefined ? {} : (KeptTask.safeParse(await kept.kept(page, now)).data ?? {});
    },

    /**
     * Keeps what is to be shown next. @returns the cookie for it; nothing when it is not kept, and has to be shown at once.
     * @param anew under a new key where the device's own has ended with its day
     */
    keep: async (request: Request, content: KeptTask, now: Instant, anew: boolean): Promise<string | undefined> => {
      const key = keyOf(request) ?? (anew ? newDeviceKey(random) : undefined);
      const page = pageFor(key, request);
      if (key === undefined || page === undefined) return undefined;
      return (await kept.keep(page, content, now)) ? deviceKeyCookie(key, baseUrl) : undefined;
    },
  };
};
