import { isProposing, type Proposing } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { dateWords } from "#words/dates.ts";
import { staffOfUnit } from "#words/words.ts";
import { AskedAt, type AskedLine, AskedPanel, type AskedScene, OwnWords } from "./asked-panel.tsx";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "提请转送或者导入", en: "Proposed: it belongs elsewhere" },
  who: { zh: "谁提请", en: "By whom" },
  transfer: { zh: "转送机关", en: "To which body" },
  guide: { zh: "法定途径", en: "Procedure" },
  where: { zh: "在哪里", en: "Where" },
  basis: { zh: "依据", en: "Basis" },
  gone: {
    zh: "政策里已经没有这一项，不能同意；请写明理由不同意",
    en: "The policy no longer has it, so it cannot be agreed to; please refuse with a reason",
  },
  knownOn: { zh: "期限从哪一天起算", en: "Its limits run from" },
  explanation: { zh: "说明", en: "Why" },
  at: { zh: "提请时间", en: "When" },
} satisfies Record<string, Record<Lang, string>>;

/** What the policy has of the body or the procedure now: with that it would be agreed to. */
const asItIsNow = ({ petition, directory: { policy }, lang }: AskedScene<Proposing>): AskedLine[] | undefined => {
  const { kind, id } = petition.otherWay.way;
  if (kind === "guide") {
    const route = policy.routes.find((one) => one.id === id);
    return (
      route && [
        [say.where, route.where[lang]],
        [say.basis, route.article[lang]],
      ]
    );
  }
  const body = policy.bodies.find((one) => one.id === id);
  return (
    body && [
      [say.where, `${body.address[lang]}${{ zh: "，电话 ", en: "; phone " }[lang]}${body.phone}`],
      [say.basis, body.article[lang]],
    ]
  );
};

/** 提请转送、导入: the whole proposal, for whoever decides on it and for whoever has the case meanwhile. */
export const OtherWayPanel = (reading: TaskReading) => {
  const { petition, directory, lang, now } = reading;
  if (!isProposing(petition)) return null;
  const scene = { petition, directory, lang, now };
  const { way, explanation, proposedAt, decider } = petition.otherWay;
  const found = asItIsNow(scene);
  const knownOn: AskedLine[] =
    way.kind === "guide" && way.knownOn !== undefined
      ? [[say.knownOn, dateWords(way.knownOn, lang, districtDate(now))]]
      : [];
  return (
    <AskedPanel
      {...scene}
      id="other-way"
      title={say.title}
      lines={[
        [say.who, staffOfUnit(directory, { staff: petition.owner, unit: petition.unit }, lang)],
        [
          say[way.kind],
          <>
            {way.name[lang]} {found === undefined && <strong>{say.gone[lang]}</strong>}
          </>,
        ],
        ...(found ?? []),
        ...knownOn,
        [say.explanation, <OwnWords>{explanation}</OwnWords>],
        [say.at, <AskedAt {...scene} at={proposedAt} />],
      ]}
      decider={decider}
      clock="otherWayDecision"
    />
  );
};
