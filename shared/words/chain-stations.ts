import { type Next, whatComesNext, whereItArrives } from "#case/account/what-comes-next.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import { type CaseEvent, type Fact, traits } from "#case/state/event.ts";
import { lastDayOf, periodClock } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { untilOf } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { escalationOrder, type StepLevel } from "#ground/levels.ts";
import { deedNames } from "#words/deeds.ts";
import { dateWords, latestWords } from "./dates.ts";
import { stationNames, unitName } from "./words.ts";

/** One station of the chain as it is drawn: where it is, who holds it, and one line about it. */
export type ChainStation = {
  level: StepLevel;
  state: "passed" | "present" | "next" | "later";
  name: string;
  unit: string | undefined;
  words: string;
};

type Visit = { unit?: UnitId; left?: { on: DistrictDate; deed: Fact["type"] } };

/** The last visit to each level, as the history tells it. */
const visitsOf = (events: readonly CaseEvent[]): Map<StepLevel, Visit> => {
  const visits = new Map<StepLevel, Visit>();
  let at: StepLevel = "bureau";
  const leave = (level: StepLevel, event: CaseEvent) =>
    visits.set(level, { ...visits.get(level), left: { on: districtDate(event.at), deed: event.fact.type } });

  for (const event of events) {
    const { fact } = event;
    if (fact.type === "stepOpened") {
      at = fact.level;
      visits.set(at, { unit: fact.unit });
    } else if (fact.type === "levelSkipped") {
      leave(fact.level, event);
    } else if (traits[fact.type].step === "ends" && visits.has(at)) {
      // What is accepted by policy leaves no step, since none was open.
      leave(at, event);
    }
  }
  return visits;
};

const presentLevel = (petition: Case, world: World): StepLevel | undefined => {
  if (hasEnded(petition)) return undefined;
  switch (petition.status) {
    case "registered":
    case "screening":
      return "bureau";
    case "accepted":
      return whereItArrives(petition, world);
    case "handling":
    case "performing":
      return petition.level;
    case "delivering":
    case "window":
      return undefined;
  }
};

const presentWords = (petition: Case, lang: Lang, today: DistrictDate): string => {
  switch (petition.status) {
    case "registered":
      return { zh: "等待审查是否受理", en: "waiting to be examined" }[lang];
    case "screening":
      return {
        zh: `正在审查，${latestWords(lastDayOf(petition, "accept"), today)}决定`,
        en: `examining, decides by ${dateWords(lastDayOf(petition, "accept"), "en", today)}`,
      }[lang];
    case "performing":
      return petition.settlement.askedAt === undefined
        ? {
            zh: `方案已商定，${latestWords(lastDayOf(petition, "performance"), today)}办到`,
            en: `agreed, to be done by ${dateWords(lastDayOf(petition, "performance"), "en", today)}`,
          }[lang]
        : {
            zh: `等信访人确认，${latestWords(lastDayOf(petition, "confirmation"), today)}`,
            en: `waits for the petitioner's word until ${dateWords(lastDayOf(petition, "confirmation"), "en", today)}`,
          }[lang];
    case "handling":
      return {
        zh: `办理中，${latestWords(untilOf(periodClock(petition, "step")), today)}`,
        en: `at work, until ${dateWords(untilOf(periodClock(petition, "step")), "en", today)}`,
      }[lang];
    default:
      return { zh: "正在转来", en: "on its way here" }[lang];
  }
};

const nextWords = (next: Next, lang: Lang, today: DistrictDate): string => {
  switch (next.when) {
    case "accepted":
      return { zh: "受理后从这里开始", en: "begins here once accepted" }[lang];
    case "stepEnds":
      return {
        zh: `到${dateWords(next.on, "zh", today)}未办结，转到这里`,
        en: `takes over if not finished by ${dateWords(next.on, "en", today)}`,
      }[lang];
    case "unacknowledged":
      return {
        zh: `到${dateWords(next.on, "zh", today)}没有签收，转到这里`,
        en: `takes over if not acknowledged by ${dateWords(next.on, "en", today)}`,
      }[lang];
    case "lifted":
      return {
        zh: `到${dateWords(next.on, "zh", today)}法定时限过 ${next.percent}%，还未办结，转到这里`,
        en: `takes over if not finished by ${dateWords(next.on, "en", today)}, when ${next.percent}% of the time set by law is gone`,
      }[lang];
  }
};

/**
 * The chain of a case: the four levels, and the bureau before them when it examines acceptance.
 * Passed stations say when and how they were left, the present one until when, the next one from when, also where the
 * case has been before. `world` is the reader's moment, and the rules by which the case goes on.
 */
export const chainStations = (
  petition: Case,
  events: readonly CaseEvent[],
  world: World,
  lang: Lang,
): ChainStation[] => {
  const { directory } = world;
  const today = districtDate(world.now);
  const visits = visitsOf(events);
  const present = presentLevel(petition, world);
  const next = whatComesNext(petition, world);
  const withBureau = present === "bureau" || visits.has("bureau");
  const levels: StepLevel[] = withBureau ? ["bureau", ...escalationOrder] : [...escalationOrder];

  return levels.map((level) => {
    const visit = visits.get(level);
    const name = stationNames[level][lang];
    const unit = visit?.unit === undefined ? undefined : unitName(directory, visit.unit, lang);
    if (level === present) return { level, name, unit, state: "present", words: presentWords(petition, lang, today) };
    if (level === next?.level) return { level, name, unit, state: "next", words: nextWords(next, lang, today) };
    if (visit?.left !== undefined) {
      const words = `${dateWords(visit.left.on, lang, today)}${lang === "zh" ? "" : ": "}${deedNames[visit.left.deed][lang]}`;
      return { level, name, unit, state: "passed", words };
    }
    return { level, name, unit, state: "later", words: "" };
  });
};

/** The chain in one line of text, for mail: 社区：3月6日（周五）逾期上提 →【乡镇】办理中，3月21日（周六）前 → 部门 → 区领导. */
export const chainText = (petition: Case, events: readonly CaseEvent[], world: World, lang: Lang): string =>
  chainStations(petition, events, world, lang)
    .map(({ name, state, words }) => {
      if (state === "present") return lang === "zh" ? `【${name}】${words}` : `[${name}] ${words}`;
      if (state === "passed") return lang === "zh" ? `${name}：${words}` : `${name}: ${words}`;
      return name;
    })
    .join(" → ");
