import * as z from "zod";
import type { Case } from "#case/state/case.ts";
import { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { Instant } from "#ground/instant.ts";
import { keptByBrowser, type Reply, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { materialPage } from "#web/pages/material.page.tsx";
import { statusFormPage } from "#web/pages/status-form.page.tsx";
import type { SentAct } from "#web/parts/acts/petitioner-panel.tsx";
import { isTurned, keepLang, viewOf } from "#web/parts/view-of.ts";
import { broughtFields, materialNotices } from "#words/acts/material.ts";
import { agencyOverWords, forgottenWords, unprovenWords } from "#words/code-words.ts";
import { refusedPetitioner } from "#words/petitioner-refusals.ts";
import { petitionerWordsAt } from "#words/petitioner-words.ts";
import { said } from "#words/said.ts";
import { type addMaterial, bringingGiven } from "./add-material.ts";
import { barredWords, retryHeader, unprovenIn } from "./barred-words.ts";
import type { Keeping } from "./keeping.ts";
import { keyOf, sawIn } from "./sent-along.ts";
import { caseToldToAgent } from "./told-to-agent.ts";
import type { Barred } from "./unlock.ts";

export type MaterialPages = {
  bringing: ReturnType<typeof addMaterial>;
  keeping: Keeping;
  world: () => Promise<World>;
  baseUrl: string;
  assets: string;
  demo: boolean;
};

/** What was sent, and what came of it: added, as the `n`-th; only shown in the other language; or why it was not taken. */
const MaterialSent = z.object({
  typed: z.record(z.string(), z.string()),
  came: z.union([
    z.object({ added: z.int() }),
    z.object({ turned: z.literal(true) }),
    z.object({ refusal: Refusal }),
    z.object({ unread: z.literal(true) }),
    z.object({ unproven: z.enum(["missing", "notAPhone", "wrong"]) }),
    z.object({ unproven: z.literal("wait"), until: Instant }),
  ]),
});
type MaterialSent = z.infer<typeof MaterialSent>;

/** What a page shows, to be shown again when it is reloaded or gone back to. */
const MaterialShown = z.object({
  caseId: z.string(),
  /** Whose key it is, where it is an agent's. */
  agent: z.int().positive().optional(),
  key: z.object({ code: z.string(), phoneTail: z.string() }),
  sent: MaterialSent.optional(),
});
type MaterialShown = z.infer<typeof MaterialShown>;

const { forms, whyNotDecided } = bringingGiven;
const { problemsInWords } = petitionerWordsAt(bringingGiven, { notices: materialNotices, fields: broughtFields });

/** What is said of what was sent, beside the case; once it is added the form is empty again. */
const besideCase = (
  { typed, came }: MaterialSent,
  { materials }: Case,
  here: World,
  lang: Lang,
): { notice?: string; sent?: SentAct } => {
  const command = "addMaterial" as const;
  // Once anything else was added, the list below tells of both.
  if ("added" in came) return came.added === materials ? { notice: materialNotices.addMaterial[lang] } : {};
  if ("turned" in came) return { sent: { command, typed, errors: {} } };
  if ("refusal" in came) return { notice: refusedPetitioner(came.refusal)[lang], sent: { command, typed, errors: {} } };
  if ("unproven" in came) return { sent: { command, typed, errors: { wholePhone: unprovenIn(came, here, lang) } } };
  const { wholePhone = "", ...fields } = typed;
  const read = forms.read({ ...fields, command });
  const errors = {
    ...("problems" in read && problemsInWords(read.problems, lang)),
    ...(wholePhone.trim() === "" && { wholePhone: unprovenWords.missing[lang] }),
  };
  return { sent: { command, typed, errors } };
};

/** The status of a page that answers what was sent at once. */
const statusOf = ({ sent }: MaterialShown): number => {
  if (sent === undefined || "added" in sent.came || "turned" in sent.came) return 200;
  return "unproven" in sent.came && sent.came.unproven === "wait" ? 429 : 422;
};

/**
 * 补充材料: what is asked for, the form, and what has arrived. It has a function of its own, so that there is room for what
 * is brought; the progress page leads here with the key that opened it.
 */
export const materialPages = ({ bringing, keeping, world, baseUrl, assets, demo }: MaterialPages) => {
  const page = async (request: Request, path = "/material") => {
    const here = await world();
    const { district } = here.directory;
    const demoNow = demo ? here.now : undefined;
    return { view: viewOf({ ...request, path }, { assets, district, demoNow, site: baseUrl }), here };
  };

  /** The form for the key: there it is typed, and the progress page leads back here. */
  const keyAgain = async (request: Request, why: Bilingual): Promise<Reply> => {
    const { view } = await page(request);
    const { cookies = [] } = keepLang(request);
    const html = statusFormPage({ view, typed: {}, notice: why[view.lang] });
    return { status: 200, html, cookies: [...cookies, keeping.cookie(request)] };
  };

  const barred = async (request: Request, why: Barred): Promise<Reply> => {
    if (why.barred === "over") return keyAgain(request, agencyOverWords);
    const { view, here } = await page(request);
    const html = statusFormPage({ view, typed: keyOf(request), error: barredWords(why, here, view.lang) });
    return {
      status: why.barred === "wait" ? 429 : 403,
      html,
      headers: { ...keptByBrowser, ...retryHeader(why, here.now) },
    };
  };

  const show = async (request: Request, { caseId, agent, key, sent }: MaterialShown, mark?: string): Promise<Reply> => {
    const { view, here } = await page(request, mark === undefined ? "/material" : `/material/${mark}`);
    const { lang } = view;
    const seen = await bringing.see(caseId, agent);
    if (seen === undefined) return keyAgain(request, agent === undefined ? forgottenWords : agencyOverWords);
    const { petition, events, texts } = seen;
    const scope = petition.agents?.now.find(({ n }) => n === agent)?.scope ?? [];
    const whyNot = whyNotDecided(petition, "addMaterial", { saw: petition.told, agent }, here);
    const html = materialPage({
      view,
      petition: agent === undefined ? said(petition, texts, lang) : caseToldToAgent(petition, scope, texts, lang),
      events: events.map((event) => said(event, texts, lang)),
      ...here,
      agent,
      keyed: key,
      ...(whyNot !== undefined && { notice: refusedPetitioner(whyNot)[lang] }),
      isOffered: whyNot === undefined,
      ...(sent && besideCase(sent, petition, here, lang)),
    });
    return { status: 200, html };
  };

  /** Answers what was sent with the address of a page that is kept for the device, and only at once where that keeps none. */
  const answer = async (request: Request, shown: MaterialShown): Promise<Reply> => {
    const { now } = await world();
    const { caseId, agent } = shown;
    const about = agent === undefined ? caseId : `${caseId} ${agent}`;
    const mark = await keeping.keep(request, { kind: "material", about }, shown, now);
    const { cookies = [] } = keepLang(request);
    if (mark !== undefined) return seeOther(`/material/${mark}`, [...cookies, keeping.cookie(request)]);
    return { ...(await show(request, shown)), status: statusOf(shown), cookies };
  };

  return {
    /** The addresses that forms are sent to, asked for: the form for the key is on the progress page. */
    toKey: (): Promise<Reply> => Promise.resolve(seeOther("/status")),

    /** The page of a case, for whoever has its key. */
    open: async (request: Request): Promise<Reply> => {
      const key = keyOf(request);
      const opened = await bringing.open(key, request.address);
      if ("barred" in opened) return barred(request, opened);
      const { petition, agent } = opened;
      return answer(request, { caseId: petition.id, agent, key });
    },

    /** A page that is kept for this device, once more. */
    again: async (request: Request): Promise<Reply> => {
      const { visit } = request.params;
      const { now } = await world();
      const shown = MaterialShown.safeParse(await keeping.kept(request, "material", visit, now)).data;
      if (shown === undefined) return keyAgain(request, forgottenWords);
      const { cookies = [] } = keepLang(request);
      return { ...(await show(request, shown, visit)), cookies };
    },

    add: async (request: Request): Promise<Reply> => {
      const { code: _, phoneTail: __, saw: ___, wholePhone = "", command, ...fields } = request.form;
      const key = keyOf(request);
      if (command !== "addMaterial") {
        const { view } = await page(request);
        const html = errorPage({ view, kind: "brokenForm", reference: request.reference });
        return { status: 400, html, headers: keptByBrowser };
      }
      const typed = { ...fields, wholePhone };
      const read = forms.read({ ...fields, command });
      const turned = isTurned(request);
      if (turned || "problems" in read || read.act.command !== "addMaterial") {
        const opened = await bringing.open(key, request.address);
        if ("barred" in opened) return barred(request, opened);
        const came = turned ? ({ turned } as const) : ({ unread: true } as const);
        return answer(request, { caseId: opened.petition.id, agent: opened.agent, key, sent: { typed, came } });
      }
      const came = await bringing.add(key, request.address, { act: read.act, saw: sawIn(request), wholePhone });
      if ("barred" in came) return barred(request, came);
      const { petition, agent, ...what } = came;
      const sent = "added" in what ? { typed: {}, came: { added: petition.materials ?? 0 } } : { typed, came: what };
      return answer(request, { caseId: petition.id, agent, key, sent });
    },
  };
};
