import * as z from "zod";
import { readTypedPhone } from "#access/query-code.ts";
import { scopeOf } from "#case/state/agent.ts";
import { caseNumber } from "#directory/case-number.ts";
import { Instant } from "#ground/instant.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { ownFilePage, wholeFilePage } from "#web/pages/own-file.page.tsx";
import { ownStoryPage } from "#web/pages/own-story.page.tsx";
import { ownFileAddress } from "#web/parts/to-own-file.tsx";
import { ownStoryAddress } from "#web/parts/to-own-story.tsx";
import { isTurned, keepLang } from "#web/parts/view-of.ts";
import { agencyOverWords, forgottenWords } from "#words/code-words.ts";
import { unprovenIn } from "./barred-words.ts";
import { type KeyedPorts, keyedPages } from "./keyed-pages.ts";
import type { ownFile } from "./own-file.ts";
import { fileData, fileSaid } from "./own-file-data.ts";
import { keyOf } from "./sent-along.ts";

export type OwnFilePages = KeyedPorts & { file: ReturnType<typeof ownFile> };

/** What a page shows, to be shown again when it is reloaded or gone back to. */
const KeptFile = z.object({
  caseId: z.string(),
  /** Whose key it is, where it is an agent's. */
  agent: z.int().positive().optional(),
  key: z.object({ code: z.string(), phoneTail: z.string() }),
  /** The notices, what happened, or, where the whole number was proven, everything. */
  shows: z.enum(["notices", "story", "whole"]),
  /** The number that was typed and not taken, and why. */
  sent: z
    .object({
      typed: z.string(),
      unproven: z.union([
        z.object({ unproven: z.enum(["missing", "notAPhone", "wrong"]) }),
        z.object({ unproven: z.literal("wait"), until: Instant }),
        z.object({ unproven: z.literal("turned") }),
      ]),
    })
    .optional(),
});
type KeptFile = z.infer<typeof KeptFile>;

/** The status of a page that answers what was sent at once. */
const statusOf = ({ sent }: KeptFile): number => {
  if (sent === undefined || sent.unproven.unproven === "turned") return 200;
  return sent.unproven.unproven === "wait" ? 429 : 422;
};

/** 我的卷宗: the letters and what happened with the key, and with the whole number everything, as a page to print or as data. */
export const ownFilePages = ({ file, ...ports }: OwnFilePages) => {
  const pages = keyedPages(ownFileAddress, "file", ports);

  const show = async (request: Request, shown: KeptFile, mark?: string): Promise<Reply> => {
    const { caseId, agent, key, shows, sent } = shown;
    const { view, here } = await pages.page(request, mark);
    const { lang } = view;
    const drawn = { view, keyed: key, ...here };
    if (shows === "whole") {
      const seen = await file.whole(caseId, key.code);
      if (seen === undefined) return pages.keyAgain(request, forgottenWords);
      return { status: 200, html: wholeFilePage({ ...drawn, clocks: seen.clocks, file: fileSaid(seen, lang) }) };
    }
    if (shows === "story") {
      const seen = await file.story(caseId, key.code);
      if (seen === undefined) return pages.keyAgain(request, forgottenWords);
      return { status: 200, html: ownStoryPage({ ...drawn, ...fileSaid(seen, lang) }) };
    }
    const seen = await file.see(caseId, agent, key.code);
    if (seen === undefined) return pages.keyAgain(request, agent === undefined ? forgottenWords : agencyOverWords);
    const { petition, events } = fileSaid(seen, lang);
    const known = readTypedPhone(key.phoneTail)?.part === "number" ? key.phoneTail : undefined;
    const error =
      sent === undefined || sent.unproven.unproven === "turned" ? undefined : unprovenIn(sent.unproven, here, lang);
    const html = ownFilePage({
      ...drawn,
      ...{ petition, events, isAgents: agent !== undefined, known },
      sent: sent && { typed: sent.typed, error },
    });
    return { status: 200, html };
  };

  const answer = (request: Request, shown: KeptFile): Promise<Reply> => {
    const { caseId, agent, shows } = shown;
    const about = [caseId, agent ?? "", shows].join(" ");
    return pages.answer(request, about, shown, async () => ({
      ...(await show(request, shown)),
      status: statusOf(shown),
    }));
  };

  /** Everything, as a file that the browser saves. */
  const download = async (request: Request, caseId: string): Promise<Reply> => {
    const seen = await file.whole(caseId);
    if (seen === undefined) return pages.keyAgain(request, forgottenWords);
    const { view, here } = await pages.page(request);
    const { lang } = view;
    const number = caseNumber(seen.petition.id, here.directory);
    const name = encodeURIComponent(`${number}.json`);
    return {
      status: 200,
      headers: { "content-disposition": `attachment; filename="file.json"; filename*=UTF-8''${name}` },
      body: `${JSON.stringify(fileData(seen, here, lang), undefined, 2)}\n`,
      type: "application/json; charset=utf-8",
    };
  };

  return {
    toKey: pages.toKey,

    /** The letters of a case, for whoever has its key. */
    open: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      const opened = await file.open(key, request.address);
      if ("barred" in opened) return pages.barred(request, opened);
      const { petition, agent } = opened;
      if (agent !== undefined && scopeOf(petition, agent)?.includes("receive") !== true) {
        return pages.barred(request, { barred: "wrong" });
      }
      return answer(request, { caseId: petition.id, agent, key, shows: "notices" });
    },

    /** A page that is kept for this device, once more. */
    again: async (request: Request): Promise<Reply> => {
      const shown = KeptFile.safeParse(await pages.kept(request)).data;
      if (shown === undefined) return pages.keyAgain(request, forgottenWords);
      const { cookies = [] } = keepLang(request);
      return { ...(await show(request, shown, request.params.visit)), cookies };
    },

    /** What happened, for whoever has the petitioner's own key: those who act for them are told less, on the progress. */
    story: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      const opened = await file.open(key, request.address);
      if ("barred" in opened) return pages.barred(request, opened, ownStoryAddress);
      const { petition, agent } = opened;
      if (agent !== undefined) return pages.barred(request, { barred: "wrong" });
      return answer(request, { caseId: petition.id, key, shows: "story" });
    },

    /** Everything, with the whole number. */
    whole: async (request: Request): Promise<Reply> => {
      const { wholePhone = "", as } = request.form;
      const key = keyOf(request);
      const opened = await file.open(key, request.address);
      if ("barred" in opened) return pages.barred(request, opened);
      const { petition, agent, now } = opened;
      // What is about the petitioner is for nobody who acts for them.
      if (agent !== undefined) return pages.barred(request, { barred: "wrong" });
      const shown = { caseId: petition.id, key };
      const unproven = isTurned(request)
        ? ({ unproven: "turned" } as const)
        : await file.unprovenBy(key, wholePhone, request.address, now);
      if (unproven !== undefined) {
        return answer(request, { ...shown, shows: "notices", sent: { typed: wholePhone, unproven } });
      }
      return as === "data" ? download(request, petition.id) : answer(request, { ...shown, shows: "whole" });
    },
  };
};
