import type { mergingActs } from "#case/acts/merging.ts";
import type { Lang } from "#ground/bilingual.ts";
import { type ChecksOf, ChooseForm, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "单独办理", en: "Have it handled for itself" },
  now: {
    zh: "这件诉求与反映同一事项、要求相同的另一件合并办理，由那一件的承办单位统一调查，再给您单独答复。您的查询码、答复期限、评价和复查的权利都不变；别人看不到您是谁，也看不到您写的内容，承办人除外。",
    en: "This petition is handled together with another one of the same facts and requests: one unit looks into both, and you are answered by a letter of your own. Your code, the time for your answer, your rating and your right to a review stay as they are. Nobody but the handler sees who you are or what you wrote.",
  },
  ask: {
    zh: "不愿意合并的，随时可以改为单独办理，不用说明理由。",
    en: "If you would rather not, have it handled for itself at any time, and for no reason.",
  },
  button: { zh: "改为单独办理", en: "Handle it for itself" },
  check: { zh: "请核对：改为单独办理", en: "Please check: it is handled for itself" },
  goesOn: {
    zh: "事项回到合并以前的层级，由那里的承办单位继续办理；法定期限没有停过。",
    en: "It goes back to the level where it stood, whose unit goes on with it; the law's time has never stopped.",
  },
  letter: {
    zh: "另一件先作出的答复不再发给您，您的答复由自己的承办单位作出。",
    en: "What the other petition is answered no longer comes to you: your own unit answers yours.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 单独办理: that it is handled with another one, and the way out of that. */
export const mergingPanels: PanelsOf<typeof mergingActs> = {
  handleAlone: {
    place: "possible",
    draw: (drawn) => (
      <section class="panel no-print" id="alone" aria-labelledby="alone-title">
        <h2 id="alone-title">{say.title[drawn.lang]}</h2>
        <p>{say.now[drawn.lang]}</p>
        <p>{say.ask[drawn.lang]}</p>
        <ChooseForm {...drawn} command="handleAlone" button={say.button[drawn.lang]} outline />
      </section>
    ),
  },
};

/** 单独办理: what it means, before it counts. */
export const mergingChecks: ChecksOf<typeof mergingActs> = {
  handleAlone: {
    title: say.check,
    button: say.button,
    draw: ({ lang }) => (
      <ul>
        {[say.goesOn, say.letter].map((line) => (
          <li key={line.en}>{line[lang]}</li>
        ))}
      </ul>
    ),
  },
};
