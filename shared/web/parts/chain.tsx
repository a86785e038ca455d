import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { World } from "#case/state/world.ts";
import type { Lang } from "#ground/bilingual.ts";
import { chainStations } from "#words/chain-stations.ts";

const say = {
  title: { zh: "办理到哪一级了", en: "Where it is in the chain" },
  present: { zh: "现在在这里：", en: "Now here: " },
  passed: { zh: "已办环节：", en: "Passed: " },
  next: { zh: "下一站：", en: "Next: " },
  avoided: { zh: "不经这一级：", en: "Not here: " },
};

type ChainShown = { petition: Case; events: readonly CaseEvent[]; lang: Lang } & World;

/** The chain as a drawing, and an ordered list to a screen reader: the present station is filled. */
export const Chain = ({ petition, events, lang, ...world }: ChainShown) => (
  <section class="panel chain-panel" aria-labelledby="chain-title">
    <h2 id="chain-title">{say.title[lang]}</h2>
    <ol class="chain">
      {chainStations(petition, events, world, lang).map(({ level, state, name, unit, words }) => (
        <li class={state} aria-current={state === "present" ? "step" : undefined} key={level}>
          {state !== "later" && <span class="visually-hidden">{say[state][lang]}</span>}
          <strong>{name}</strong>
          {unit !== undefined && <span class="unit">{unit}</span>}
          {words !== "" && <span class="what">{words}</span>}
        </li>
      ))}
    </ol>
  </section>
);
