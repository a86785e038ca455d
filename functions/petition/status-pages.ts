import { petitionerForms } from "#case/acts/petitioner-acts.ts";
import type { World } from "#case/state/world.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { statusPage } from "#web/pages/status.page.tsx";
import { statusFormPage } from "#web/pages/status-form.page.tsx";
import type { SentAct } from "#web/parts/acts/petitioner-panel.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import { wrongKeyWords } from "#words/code-words.ts";
import { refusalWords } from "#words/matters.ts";
import { petitionerNotices, petitionerProblemsInWords } from "#words/petitioner-words.ts";
import { said } from "#words/said.ts";
import type { followPetition, PetitionKey } from "./follow-petition.ts";

export type StatusPages = {
  follow: ReturnType<typeof followPetition>;
  world: () => Promise<World>;
  assets: string;
  demo: boolean;
};

type Follow = ReturnType<typeof followPetition>;
type LookedAt = NonNullable<Awaited<ReturnType<Follow["look"]>>>;

/** 查询进度: the key, then the case as its petitioner may see it, and the decision on a settlement. */
export const statusPages = ({ follow, world, assets, demo }: StatusPages) => {
  const page = async (request: Request, key?: PetitionKey): Promise<{ view: View; here: World }> => {
    const here = await world();
    // Whatever was posted, switching the language only looks again.
    const asked = { ...request, path: "/status" };
    const demoNow = demo ? here.now : undefined;
    return { view: viewOf(asked, { assets, demoNow, ...(key && { keep: { ...key } }) }), here };
  };

  const keyOf = ({ form }: Request): PetitionKey => ({ code: form.code ?? "", phoneTail: form.phoneTail ?? "" });

  const answer = async (
    request: Request,
    shown: LookedAt | undefined,
    { notice, sent }: { notice?: string | undefined; sent?: SentAct } = {},
  ): Promise<Reply> => {
    const key = keyOf(request);
    if (shown === undefined) {
      const { view } = await page(request);
      return { status: 403, html: statusFormPage({ view, error: wrongKeyWords[view.lang], typed: key }) };
    }
    const { view, here } = await page(request, key);
    const { refusal, texts, petition, events, ...seen } = shown;
    const says = refusal === undefined ? notice : refusalWords[refusal][view.lang];
    const html = statusPage({
      view,
      ...seen,
      petition: said(petition, texts, view.lang),
      events: events.map((event) => said(event, texts, view.lang)),
      ...here,
      ...key,
      notice: says,
      ...(sent && { sent }),
    });
    return { status: refusal === undefined && sent === undefined ? 200 : 422, html };
  };

  return {
    form: async (request: Request): Promise<Reply> => {
      const { view } = await page(request);
      return { status: 200, html: statusFormPage({ view, typed: {} }), ...keepLang(request) };
    },

    look: async (request: Request): Promise<Reply> => answer(request, await follow.look(keyOf(request))),

    act: async (request: Request): Promise<Reply> => {
      const { view } = await page(request);
      const { code: _, phoneTail: __, ...form } = request.form;
      const { command, ...typed } = form;
      if (!petitionerForms.isName(command)) {
        return { status: 400, html: errorPage({ view, kind: "brokenForm", reference: request.reference }) };
      }
      const read = petitionerForms.read(form);
      if ("problems" in read) {
        const errors = petitionerProblemsInWords(read.problems, view.lang);
        return answer(request, await follow.look(keyOf(request)), { sent: { command, typed, errors } });
      }
      const shown = await follow.act(keyOf(request), read.act);
      const notice = petitionerNotices[command];
      return answer(request, shown, notice === "shows itself" ? {} : { notice: notice[view.lang] });
    },
  };
};
