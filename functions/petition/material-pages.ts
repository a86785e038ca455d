import * as z from "zod";
import type { Case } from "#case/state/case.ts";
import { KeptRefusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { Lang } from "#ground/bilingual.ts";
import { Instant } from "#ground/instant.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { materialPage } from "#web/pages/material.page.tsx";
import type { SentAct } from "#web/parts/acts/petitioner-panel.tsx";
import { isTurned, keepLang } from "#web/parts/view-of.ts";
import { broughtFields, materialNotices } from "#words/acts/material.ts";
import { agencyOverWords, forgottenWords, unprovenWords } from "#words/code-words.ts";
import { refusedPetitioner } from "#words/petitioner-refusals.ts";
import { petitionerProblems } from "#words/petitioner-words.ts";
import { said } from "#words/said.ts";
import { type addMaterial, bringingGiven } from "./add-material.ts";
import { unprovenIn } from "./barred-words.ts";
import { type KeyedPorts, keyedPages } from "./keyed-pages.ts";
import { keyOf, sawIn } from "./sent-along.ts";
import { caseToldToAgent } from "./told-to-agent.ts";

export type MaterialPages = KeyedPorts & { bringing: ReturnType<typeof addMaterial> };

/** What was sent, and what came of it: added, as the `n`-th; only shown in the other language; or why it was not taken. */
const MaterialSent = z.object({
  typed: z.record(z.string(), z.string()),
  came: z.union([
    z.object({ added: z.int() }),
    z.object({ turned: z.literal(true) }),
    z.object({ refusal: KeptRefusal }),
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
const problemsInWords = petitionerProblems(bringingGiven, broughtFields);

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
export const materialPages = ({ bringing, ...ports }: MaterialPages) => {
  const {
    page,
    keyAgain,
    toKey,
    barred,
    broken,
    answer: answerWith,
    kept,
  } = keyedPages("/material", "material", ports);

  const show = async (request: Request, { caseId, agent, key, sent }: MaterialShown, mark?: string): Promise<Reply> => {
    const { view, here } = await page(request, mark);
    const { lang } = view;
    const seen = await bringing.see(caseId, agent, key.code);
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

  const answer = (request: Request, shown: MaterialShown): Promise<Reply> => {
    const { caseId, agent } = shown;
    const about = agent === undefined ? caseId : `${caseId} ${agent}`;
    return answerWith(request, about, shown, async () => ({
      ...(await show(request, shown)),
      status: statusOf(shown),
    }));
  };

  return {
    toKey,

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
      const shown = MaterialShown.safeParse(await kept(request)).data;
      if (shown === undefined) return keyAgain(request, forgottenWords);
      const { cookies = [] } = keepLang(request);
      return { ...(await show(request, shown, request.params.visit)), cookies };
    },

    add: async (request: Request): Promise<Reply> => {
      const { code: _, phoneTail: __, saw: ___, wholePhone = "", command, ...fields } = request.form;
      const key = keyOf(request);
      if (command !== "addMaterial") return broken(request);
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
