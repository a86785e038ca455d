import { petitionerForm } from "#case/acts/petitioner-acts.ts";
import { problemsOf } from "#case/forms/form-text.ts";
import type { World } from "#case/state/world.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { statusPage } from "#web/pages/status.page.tsx";
import { statusFormPage } from "#web/pages/status-form.page.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import { settlementNotices } from "#words/acts/settlement.ts";
import { wrongKeyWords } from "#words/code-words.ts";
import { staffProblemsInWords } from "#words/field-words.ts";
import { refusalWords } from "#words/matters.ts";
import { said } from "#words/said.ts";
import type { followPetition, Key } from "./follow-petition.ts";

export type StatusPages = {
  follow: ReturnType<typeof followPetition>;
  world: () => Promise<World>;
  assets: string;
  demo: boolean;
};

type Follow = ReturnType<typeof followPetition>;
type Shown = NonNullable<Awaited<ReturnType<Follow["look"]>>>;
type Reason = { typed: string | undefined; error: string | undefined };

const declining = petitionerForm("declineSettlement");

/** 查询进度: the key, then the case as its petitioner may see it, and the decision on a settlement. */
export const statusPages = ({ follow, world, assets, demo }: StatusPages) => {
  const page = async (request: Request, key?: Key): Promise<{ view: View; here: World }> => {
    const here = await world();
    // Whatever was posted, switching the language only looks again.
    const asked = { ...request, path: "/status" };
    const demoNow = demo ? here.now : undefined;
    return { view: viewOf(asked, { assets, demoNow, ...(key && { keep: { ...key } }) }), here };
  };

  const keyOf = ({ form }: Request): Key => ({ code: form.code ?? "", phoneTail: form.phoneTail ?? "" });

  const answer = async (
    request: Request,
    shown: Shown | undefined,
    { notice, reason }: { notice?: string; reason?: Reason } = {},
  ): Promise<Reply> => {
    const key = keyOf(request);
    if (shown === undefined) {
      const { view } = await page(request);
      return { status: 403, html: statusFormPage({ view, error: wrongKeyWords[view.lang], typed: key }) };
    }
    const { view, here } = await page(request, key);
    const { refusal, texts, kase, events, ...seen } = shown;
    const says = refusal === undefined ? notice : refusalWords[refusal][view.lang];
    const html = statusPage({
      view,
      ...seen,
      kase: said(kase, texts, view.lang),
      events: events.map((event) => said(event, texts, view.lang)),
      ...here,
      ...key,
      notice: says,
      ...(reason && { reason }),
    });
    return { status: refusal === undefined && reason?.error === undefined ? 200 : 422, html };
  };

  return {
    form: async (request: Request): Promise<Reply> => {
      const { view } = await page(request);
      return { status: 200, html: statusFormPage({ view, typed: {} }), ...keepLang(request) };
    },

    look: async (request: Request): Promise<Reply> => answer(request, await follow.look(keyOf(request))),

    confirm: async (request: Request): Promise<Reply> => {
      const { view } = await page(request);
      return answer(request, await follow.confirm(keyOf(request)), { notice: settlementNotices.confirmed[view.lang] });
    },

    decline: async (request: Request): Promise<Reply> => {
      const { view } = await page(request);
      const read = declining.safeParse({ reason: request.form.reason });
      if (!read.success) {
        const { problems } = problemsOf(read.error, ["reason"]);
        const error = staffProblemsInWords(problems, view.lang).reason;
        return answer(request, await follow.look(keyOf(request)), { reason: { typed: request.form.reason, error } });
      }
      const shown = await follow.decline(keyOf(request), read.data.reason);
      return answer(request, shown, { notice: settlementNotices.declined[view.lang] });
    },
  };
};
