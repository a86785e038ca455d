import { petitionerForms } from "#case/acts/petitioner-acts.ts";
import type { World } from "#case/state/world.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { statusPage } from "#web/pages/status.page.tsx";
import { statusFormPage } from "#web/pages/status-form.page.tsx";
import type { SentAct } from "#web/parts/acts/petitioner-panel.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import { unprovenWaitWords, unprovenWords, waitWords, wrongKeyWords } from "#words/code-words.ts";
import { mailboxWaitWords, mailboxWords } from "#words/mailbox-words.ts";
import { refusalWords } from "#words/matters.ts";
import { petitionerNotices, petitionerProblemsInWords } from "#words/petitioner-words.ts";
import { said } from "#words/said.ts";
import type { Followed, followPetition, Unproven } from "./follow-petition.ts";
import type { Barred, PetitionKey } from "./unlock.ts";

export type StatusPages = {
  follow: ReturnType<typeof followPetition>;
  world: () => Promise<World>;
  assets: string;
  demo: boolean;
};

/** What is shown beside the case: what came of an act, or the act as it was sent with what is wrong with it. */
type Beside = { notice?: string | undefined; sent?: SentAct | undefined; status?: number };

/** 查询进度: the key, then the case as its petitioner may see it, and what they decide. */
export const statusPages = ({ follow, world, assets, demo }: StatusPages) => {
  const page = async (request: Request, key?: PetitionKey): Promise<{ view: View; here: World }> => {
    const here = await world();
    // Whatever was posted, switching the language only looks again.
    const asked = { ...request, path: "/status" };
    const demoNow = demo ? here.now : undefined;
    return { view: viewOf(asked, { assets, demoNow, ...(key && { keep: { ...key } }) }), here };
  };

  const keyOf = ({ form }: Request): PetitionKey => ({ code: form.code ?? "", phoneTail: form.phoneTail ?? "" });

  const refuse = async (request: Request, barred: Barred): Promise<Reply> => {
    const { view, here } = await page(request);
    const { lang } = view;
    const typed = keyOf(request);
    if (barred.barred === "wrong") {
      return { status: 403, html: statusFormPage({ view, error: wrongKeyWords[lang], typed }) };
    }
    const error = waitWords[lang]({ ...here, until: barred.until });
    return { status: 429, headers: retryAfter(barred, here), html: statusFormPage({ view, error, typed }) };
  };

  const show = async (request: Request, shown: Followed, { notice, sent, status }: Beside): Promise<Reply> => {
    const key = keyOf(request);
    const { view, here } = await page(request, key);
    const { refusal, texts, petition, events, looks, clocks, mailbox } = shown;
    const says = refusal === undefined ? notice : refusalWords[refusal][view.lang];
    const html = statusPage({
      view,
      looks,
      clocks,
      mailbox,
      petition: said(petition, texts, view.lang),
      events: events.map((event) => said(event, texts, view.lang)),
      ...here,
      ...key,
      notice: says,
      ...(sent && { sent }),
    });
    return { status: status ?? (refusal === undefined && sent === undefined ? 200 : 422), html };
  };

  const answer = async (request: Request, shown: Followed | Barred, beside: Beside = {}): Promise<Reply> =>
    "barred" in shown ? refuse(request, shown) : show(request, shown, beside);

  /** What is wrong with the whole number, in words. */
  const unprovenIn = (unproven: Unproven, here: World, lang: Lang): string =>
    unproven.unproven === "wait"
      ? unprovenWaitWords[lang]({ ...here, until: unproven.until })
      : unprovenWords[unproven.unproven][lang];

  return {
    form: async (request: Request): Promise<Reply> => {
      const { view } = await page(request);
      return { status: 200, html: statusFormPage({ view, typed: {} }), ...keepLang(request) };
    },

    look: async (request: Request): Promise<Reply> =>
      answer(request, await follow.look(keyOf(request), request.address)),

    /** Has the mail sent again that asks whose the mailbox is. */
    askMailboxAgain: async (request: Request): Promise<Reply> => {
      const { view, here } = await page(request);
      const came = await follow.askMailboxAgain(keyOf(request), request.address);
      if ("barred" in came) return refuse(request, came);
      if (came.asked === "wait") {
        const notice = mailboxWaitWords[view.lang]({ ...here, until: came.until });
        return show(request, came.shown, { notice, status: 429 });
      }
      return show(request, came.shown, { notice: mailboxWords[came.asked][view.lang] });
    },

    act: async (request: Request): Promise<Reply> => {
      const { view, here } = await page(request);
      const { code: _, phoneTail: __, wholePhone = "", ...form } = request.form;
      const { command, ...rest } = form;
      if (!petitionerForms.isName(command)) {
        return { status: 400, html: errorPage({ view, kind: "brokenForm", reference: request.reference }) };
      }
      const typed = { ...rest, wholePhone };
      const read = petitionerForms.read(form);
      if ("problems" in read) {
        const errors = {
          ...petitionerProblemsInWords(read.problems, view.lang),
          ...(wholePhone.trim() === "" && { wholePhone: unprovenWords.missing[view.lang] }),
        };
        return answer(request, await follow.look(keyOf(request), request.address), {
          sent: { command, typed, errors },
        });
      }
      const shown = await follow.act(keyOf(request), request.address, read.act, wholePhone);
      if ("unproven" in shown) {
        const errors = { wholePhone: unprovenIn(shown, here, view.lang) };
        const status = shown.unproven === "wait" ? 429 : 422;
        return answer(request, shown, { sent: { command, typed, errors }, status });
      }
      const notice = petitionerNotices[command];
      return answer(request, shown, notice === "shows itself" ? {} : { notice: notice[view.lang] });
    },
  };
};

/** Says to machines what the page says to people. */
const retryAfter = ({ until }: { until: Instant }, { now }: World): Record<string, string> => ({
  "retry-after": String(Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000))),
});
