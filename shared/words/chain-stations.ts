import { type Next, whatComesNext, whereItArrives } from "#case/account/what-comes-next.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import { type CaseEvent, type Fact, traits } from "#case/state/event.ts";
import { isUnderReview } from "#case/state/review.ts";
import { routeFor } from "#case/state/route-for.ts";
import { lastDayOf, periodClock } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { untilOf } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import { unitFor, type Vacancy } from "#directory/routing.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { escalationOrder, type StepLevel } from "#ground/levels.ts";
import { deedNames } from "#words/deeds.ts";
import { dateWords, latestWords } from "./dates.ts";
import { stationName } from "./station-names.ts";
import { stationNames, unitName } from "./words.ts";

/**
 * One station of the chain as it is drawn: where it is, whose it is, and one line about it. `avoided`: the case does not go
 * there, since the complaint is about its unit or the level has none.
 */
export type ChainStation = {
  level: StepLevel | "review";
  state: "passed" | "present" | "next" | "later" | "avoided";
  name: string;
  unit: string | undefined;
  words: string;
};

type Visit = { unit?: UnitId; left?: { on: DistrictDate; deed: Fact["type"] }; avoided?: Vacancy };

const avoidedWords: Record<Vacancy, Bilingual> = {
  complainedAbout: { zh: "被反映单位，依规回避", en: "left out: the petition is about it" },
  noUnit: { zh: "没有对应的承办单位，不经这一级", en: "left out: it has no unit for this matter" },
};

/** The last visit to each level, as the history tells it; a level that was left out has one too. */
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
      if (fact.reason !== "lateByLaw") visits.set(fact.level, { ...visits.get(fact.level), avoided: fact.reason });
    } else if (traits[fact.type].step === "ends" && visits.has(at)) {
      // What is accepted by policy leaves no step, since none was open.
      leave(at, event);
    }
    if (fact.type === "transferAgreed") {
      at = "bureau";
      visits.set(at, { unit: fact.unit });
    }
  }
  return visits;
};

const presentLevel = (petition: Case, world: World): StepLevel | undefined => {
  if (hasEnded(petition)) return undefined;
  switch (petition.status) {
    case "registered":
    case "screening":
    case "transferring":
      return "bureau";
    case "accepted":
      return whereItArrives(petition, world);
    case "handling":
    case "performing":
      return petition.level;
    case "withdrawing":
    case "merged":
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
    case "transferring":
      return {
        zh: `等待对方回执，${latestWords(lastDayOf(petition, "transfer"), today)}`,
        en: `waits for the other body until ${dateWords(lastDayOf(petition, "transfer"), "en", today)}`,
      }[lang];
    case "performing":
      return petition.settlement.askedAt === undefined
        ? {
            zh: `已经承诺，${latestWords(lastDayOf(petition, "performance"), today)}办到`,
            en: `promised, to be done by ${dateWords(lastDayOf(petition, "performance"), "en", today)}`,
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
      return { zh: "已转来，等待签收", en: "sent here, to be acknowledged" }[lang];
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

/** The unit of a level that a case has not been at, and why it will not go there. Of an ended case nothing is foretold. */
const ahead = (petition: Case, level: StepLevel, world: World): { unit?: UnitId | undefined; avoided?: Vacancy } => {
  if (hasEnded(petition)) return {};
  // While nobody knows the community, it is not said to have none.
  if (petition.community === undefined && (level === "community" || level === "township")) return {};
  const route = routeFor(petition, level, world);
  const unit = unitFor(world.directory, { ...petition, level });
  return route.kind === "vacant" ? { unit, avoided: route.reason } : { unit: route.unit };
};

/** A report of misconduct, or what another body has, passes through no level below the bureau. */
const staysAtBureau = ({ track, status }: Case): boolean =>
  track === "accusation" || status === "transferring" || status === "transferred";

/** 复查: the station of the body that reviews an answer, once its petitioner has asked for that. */
const reviewStation = (
  petition: Case,
  events: readonly CaseEvent[],
  directory: Directory,
  lang: Lang,
  today: DistrictDate,
): ChainStation | undefined => {
  const asked = events.flatMap(({ fact }) => (fact.type === "reviewAsked" ? [fact] : [])).at(-1);
  if (asked === undefined) return undefined;
  const station = {
    level: "review",
    name: stationNames.review[lang],
    unit: unitName(directory, asked.unit, lang),
  } as const;
  if (isUnderReview(petition)) {
    const until = lastDayOf(petition, petition.review.accepted ? "reviewDecision" : "reviewAccept");
    const words = petition.review.accepted
      ? {
          zh: `正在复查，${latestWords(until, today)}作出意见`,
          en: `reviewing, decides by ${dateWords(until, "en", today)}`,
        }
      : {
          zh: `决定是否受理，${latestWords(until, today)}`,
          en: `says by ${dateWords(until, "en", today)} whether it takes it up`,
        };
    return { ...station, state: "present", words: words[lang] };
  }
  const over = events.findLast(({ fact: { type } }) => reviewEnds.some((one) => one === type));
  if (over === undefined) return { ...station, state: "passed", words: "" };
  const words = `${dateWords(districtDate(over.at), lang, today)}${lang === "zh" ? "" : ": "}${deedNames[over.fact.type][lang]}`;
  return { ...station, state: "passed", words };
};
const reviewEnds = ["reviewRefused", "answerUpheld", "answerRevoked"] as const satisfies Fact["type"][];

/**
 * The chain of a case: the four levels, and the bureau before them when it examines acceptance. Each is called after its
 * unit, the one that has the case or would get it. Passed stations say when and how they were left, the present one until
 * when, the next one from when, also where the case has been before; those that it does not go to say why. What stays with
 * the bureau has that station alone, and those where it has been before.
 * `world` is the reader's moment, and the rules by which the case goes on.
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
  const below = staysAtBureau(petition) ? escalationOrder.filter((level) => visits.has(level)) : escalationOrder;
  // Where the bureau has it after them, it stands after them.
  const levels: StepLevel[] = staysAtBureau(petition)
    ? [...below, "bureau"]
    : withBureau
      ? ["bureau", ...below]
      : [...below];

  const stations = levels.map((level): ChainStation => {
    const visit = visits.get(level);
    const foretold = visit?.unit === undefined ? ahead(petition, level, world) : {};
    const id = visit?.unit ?? foretold.unit;
    const station = {
      level,
      name: stationName(directory, level, id, lang),
      unit: id === undefined ? undefined : unitName(directory, id, lang),
    };
    if (level === present) return { ...station, state: "present", words: presentWords(petition, lang, today) };
    if (level === next?.level) return { ...station, state: "next", words: nextWords(next, lang, today) };
    const avoided = visit?.avoided ?? foretold.avoided;
    if (avoided !== undefined) return { ...station, state: "avoided", words: avoidedWords[avoided][lang] };
    if (visit?.left !== undefined) {
      const words = `${dateWords(visit.left.on, lang, today)}${lang === "zh" ? "" : ": "}${deedNames[visit.left.deed][lang]}`;
      return { ...station, state: "passed", words };
    }
    return { ...station, state: "later", words: "" };
  });
  const review = reviewStation(petition, events, directory, lang, today);
  return review === undefined ? stations : [...stations, review];
};

/** The chain in one line of text, for email: 社区：3月6日（周五）退回 →【街道】办理中，最迟3月21日（周六，含当日）→ 部门 → 区领导. */
export const chainText = (petition: Case, events: readonly CaseEvent[], world: World, lang: Lang): string =>
  chainStations(petition, events, world, lang)
    .map(({ name, state, words }) => {
      if (state === "present") return lang === "zh" ? `【${name}】${words}` : `[${name}] ${words}`;
      if (state === "passed") return lang === "zh" ? `${name}：${words}` : `${name}: ${words}`;
      if (state === "avoided") return lang === "zh" ? `${name}（回避）` : `${name} (left out)`;
      return name;
    })
    .join(" → ");
