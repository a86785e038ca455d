import { clockOf } from "#case/state/running.ts";
import { untilOf } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import { dateWords } from "#words/dates.ts";
import { PromisesPanel } from "./promises.tsx";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "怎么回访", en: "How to call" },
  how: {
    zh: "此件已经结束，您没有经手过。请打电话问信访人：事情办到没有。信访人不想说的，不追问；评价由信访人自己作出，不要问。",
    en: "This case has ended, and you had no hand in it. Please call and ask whether it is done. Do not press whoever would rather not say; how satisfied they are is theirs to say elsewhere, and not yours to ask.",
  },
  by: { zh: "最迟：", en: "By: " },
  tried: { zh: "没有联系上：", en: "Not reached on: " },
};

/** 回访: what whoever calls has to do with: what to ask, when it was tried, and what the letter has promised. */
export const FollowUpPanel = ({ petition, role, ...scene }: TaskReading) => {
  if (role !== "caller" || petition.status !== "closed") return null;
  const { lang, now } = scene;
  const { followUp, promised = [] } = petition;
  const clock = clockOf(petition, "followUp")?.clock;
  const until = clock === undefined || clock.family === "watch" ? undefined : untilOf(clock);
  const tries = (followUp?.tries ?? []).map((day) => dateWords(day, lang, districtDate(now)));
  return (
    <>
      <section class="panel" id="follow-up" aria-labelledby="follow-up-title">
        <h2 id="follow-up-title">{say.title[lang]}</h2>
        <p>{say.how[lang]}</p>
        {until !== undefined && (
          <p>
            {say.by[lang]}
            <strong>{dateWords(until, lang, districtDate(now))}</strong>
          </p>
        )}
        {tries.length > 0 && (
          <p>
            {say.tried[lang]}
            {tries.join({ zh: "、", en: ", " }[lang])}
          </p>
        )}
      </section>
      <PromisesPanel {...scene} lines={promised} />
    </>
  );
};
