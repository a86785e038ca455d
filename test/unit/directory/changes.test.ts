import { expect, test } from "vitest";
import * as z from "zod";
import { leftBehind } from "#case/account/left-behind.ts";
import { decide } from "#case/acts/decide.ts";
import { hasEnded } from "#case/state/case.ts";
import { rightIn } from "#case/state/rights.ts";
import { inTransit, partsIn, stationOf } from "#case/state/standing.ts";
import { ClockRule } from "#clock/policy.ts";
import { checkDirectory } from "#directory/check/check.ts";
import { leaversOf } from "#directory/check/leavers.ts";
import { notToChange } from "#directory/check/not-to-change.ts";
import { Directory, Staff, Unit } from "#directory/directory.ts";
import { Bilingual } from "#ground/bilingual.ts";
import { later } from "#ground/instant.ts";
import { statusPage } from "#web/pages/status.page.tsx";
import { explain } from "#words/explain.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { directory as small } from "../case/district.ts";
import { filed, letter, type Story } from "../case/story.ts";
import { linksGiven, office } from "../staff/office.ts";

/** The district with a second unit at each level, so that everything can be given to another one. */
const others = [
  { id: "hill", level: "township" },
  { id: "plum", level: "community", parent: "hill" },
  { id: "works", level: "department" },
  { id: "mayor", level: "leader", covers: ["hill", "works"], post: { zh: "区长", en: "Mayor" } },
].map((unit) => Unit.parse({ name: { zh: unit.id, en: unit.id }, head: `${unit.id}-head`, ...unit }));
const before: Directory = {
  ...small,
  units: [...small.units, ...others],
  staff: [
    ...small.staff,
    ...others.flatMap(({ id }) =>
      ["head", "handler", "colleague"].map((role) =>
        Staff.parse({ id: `${id}-${role}`, name: `${id} ${role}`, unit: id, email: `${id}-${role}@example.org` }),
      ),
    ),
  ],
  duties: [...small.duties, ...others.map(({ id }) => ({ unit: id, staff: `${id}-handler` }))],
};

/** The parts of a directory as its schema has them: a field that is added to it is another part. */
const partsOf = (schema: unknown, path = ""): string[] => {
  if (schema === Bilingual || schema === ClockRule.shape.notices) return [path];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return partsOf(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodArray) {
    return schema.element instanceof z.ZodObject ? partsOf(schema.element, `${path}[]`) : [`${path}[]`];
  }
  if (schema instanceof z.ZodRecord) return partsOf(schema.valueType, `${path}.*`);
  if (!(schema instanceof z.ZodObject)) return [path];
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const isRule = field === ClockRule;
    return partsOf(field, `${path === "" ? "" : `${path}.`}${isRule ? "*" : name}`);
  });
  return [...new Set(fields.flat())];
};

type Change = (d: Directory) => Directory;
type Raw = Record<string, unknown>;
const isGroup = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

/** Changes whatever stands at a part, in every place, and reads the directory again. */
const at = (part: string, change: (value: unknown) => unknown): Change => {
  const keys = part.replaceAll("[]", ".[]").split(".");
  const into = (value: unknown, [key, ...rest]: string[]): unknown => {
    if (key === undefined) return change(value);
    if (key === "[]") return Array.isArray(value) ? value.map((one) => into(one, rest)) : value;
    if (!isGroup(value)) return value;
    if (key === "*") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, into(one, rest)]));
    return { ...value, [key]: into(value[key], rest) };
  };
  return (d) => Directory.parse(into(d, keys));
};
const other = (text: unknown) => (typeof text === "string" ? `${text}2` : "another");
const otherWords = (text: unknown) =>
  Bilingual.parse(isGroup(text) ? { zh: `新${String(text.zh)}`, en: `New ${String(text.en)}` } : text);
const toggled = (value: unknown) => value !== true;
const days = (by: number) => (value: unknown) => Number(value) + by;

const withoutId = <T extends { id: string }>(list: readonly T[], ...ids: string[]) =>
  list.filter(({ id }) => !ids.includes(id));
const eachHandler = (to: string) => (id: string) => (id.endsWith("-handler") ? id.replace("-handler", to) : id);
const colleagueOnDuty: Change = (d) => ({
  ...d,
  duties: d.duties.map((duty) => ({ ...duty, staff: eachHandler("-colleague")(duty.staff) })),
});
const name = { zh: "原来的", en: "as it was" };
const merged: Change = (d) => ({
  ...d,
  units: withoutId(d.units, "peach", "housing", "river"),
  staff: d.staff.filter(({ unit }) => !["peach", "housing", "river"].includes(unit)),
  duties: d.duties.filter(({ unit }) => !["peach", "housing", "river"].includes(unit)),
  categories: d.categories.map((category) => ({ ...category, department: "works" })),
  former: {
    ...d.former,
    units: [
      { id: "peach", name, successor: "plum" },
      { id: "river", name, successor: "hill" },
      { id: "housing", name, successor: "works" },
    ],
  },
});
const mergedUnits: Change = (d) => {
  const next = merged(d);
  return {
    ...next,
    units: next.units.map((unit) => ({
      ...unit,
      covers: unit.covers.filter((id) => id !== "river" && id !== "housing"),
    })),
  };
};
const mergedCategories: Change = (d) => ({
  ...d,
  categories: withoutId(d.categories, "wages", "estate", "land"),
  former: {
    ...d.former,
    categories: ["wages", "estate", "land"].map((id) => ({ id, name, successor: "hazard" })),
  },
});
const newBureau: Change = (d) => ({
  ...d,
  district: { ...d.district, bureau: "centre" },
  units: d.units.map((unit) => (unit.id === "bureau" ? { ...unit, id: "centre" } : unit)),
  staff: d.staff.map((person) => (person.unit === "bureau" ? { ...person, unit: "centre" } : person)),
  duties: d.duties.map((duty) => (duty.unit === "bureau" ? { ...duty, unit: "centre" } : duty)),
  former: { ...d.former, units: [{ id: "bureau", name, successor: "centre" }] },
});
const away = { from: "2026-03-01", until: "2026-12-31" };
const onLeave =
  (role: string, deputy?: string): Change =>
  (d) => ({
    ...d,
    staff: d.staff.map((person) =>
      person.id.endsWith(role)
        ? { ...person, away: [{ ...away, ...(deputy && { deputy: person.id.replace(role, deputy) }) }] }
        : person,
    ),
  });
const rule = (d: Directory) => d.policy.steps.community;

/** A change of every part. Where a part names another one, that is changed with it, as whoever keeps the file would. */
const changes: Record<string, Change> = {
  version: (d) => ({ ...d, version: "test-3" }),
  "district.id": at("district.id", other),
  "district.name": at("district.name", otherWords),
  "district.numberPrefix": at("district.numberPrefix", other),
  "district.language": at("district.language", () => "en"),
  "district.bureau": newBureau,
  ...Object.fromEntries(
    (["review", "reReview"] as const).flatMap((which) => [
      [`district.reviewBodies.*.${which}.name`, at(`district.reviewBodies.*.${which}.name`, otherWords)],
      [`district.reviewBodies.*.${which}.address`, at(`district.reviewBodies.*.${which}.address`, otherWords)],
      [`district.reviewBodies.*.${which}.phone`, at(`district.reviewBodies.*.${which}.phone`, other)],
    ]),
  ),
  "district.reviewBodies.*.review.unit": at("district.reviewBodies.*.review.unit", (unit) =>
    unit === undefined ? undefined : "housing",
  ),
  "district.emergencyLines[].name": at("district.emergencyLines[].name", otherWords),
  "district.emergencyLines[].phone": at("district.emergencyLines[].phone", () => "96777"),
  "district.office.name": at("district.office.name", otherWords),
  "district.office.phone": at("district.office.phone", () => "010-8800 1235"),
  "district.office.address": at("district.office.address", otherWords),
  "district.office.hours": at("district.office.hours", otherWords),
  "district.office.way": at("district.office.way", otherWords),
  "district.superior.name": at("district.superior.name", otherWords),
  "district.superior.phone": at("district.superior.phone", () => "12347"),
  "units[].id": (d) => ({
    ...d,
    units: d.units.map((u) => (u.id === "peach" ? { ...u, id: "apricot" } : u)),
    staff: d.staff.map((p) => (p.unit === "peach" ? { ...p, unit: "apricot" } : p)),
    duties: d.duties.map((u) => (u.unit === "peach" ? { ...u, unit: "apricot" } : u)),
  }),
  "units[].level": (d) => ({
    ...d,
    units: d.units
      .map(({ parent: _, ...u }) =>
        u.id === "peach" ? { ...u, level: "department" as const } : { ...u, ...(_ !== undefined && { parent: _ }) },
      )
      .map((u) => (u.id === "leader" ? { ...u, covers: [...u.covers, "peach"] } : u)),
  }),
  "units[].name": at("units[].name", otherWords),
  "units[].parent": (d) => ({ ...d, units: d.units.map((u) => (u.id === "peach" ? { ...u, parent: "hill" } : u)) }),
  "units[].head": (d) => ({ ...d, units: d.units.map((u) => ({ ...u, head: `${u.id}-colleague` })) }),
  "units[].covers[]": (d) => ({
    ...d,
    units: d.units.map((u) =>
      u.id === "leader"
        ? { ...u, covers: ["hill", "works"] }
        : u.id === "mayor"
          ? { ...u, covers: ["river", "housing"] }
          : u,
    ),
  }),
  "units[].post": (d) => ({
    ...d,
    units: d.units.map((u) => (u.level === "leader" ? { ...u, post: { zh: "常务副区长", en: "Deputy" } } : u)),
  }),
  "units[].address": at("units[].address", other),
  "units[].search[]": at("units[].search", () => ["old street"]),
  "units[].pinyin[]": at("units[].pinyin", () => ["lao jie"]),
  "units[].phone": at("units[].phone", other),
  "staff[].id": (d) =>
    colleagueOnDuty({ ...d, staff: d.staff.map((p) => ({ ...p, id: eachHandler("-newcomer")(p.id) })) }),
  "staff[].name": at("staff[].name", other),
  "staff[].unit": (d) =>
    colleagueOnDuty({
      ...d,
      staff: d.staff.map((p) =>
        p.id.endsWith("-handler") ? { ...p, unit: p.unit === "works" ? "housing" : "works" } : p,
      ),
    }),
  "staff[].email": at("staff[].email", (email) => `new-${String(email)}`),
  "staff[].language": at("staff[].language", () => "en"),
  "staff[].away[].from": onLeave("-head"),
  "staff[].away[].until": onLeave("-handler"),
  "staff[].away[].deputy": onLeave("-head", "-colleague"),
  "duties[].unit": (d) => ({ ...d, duties: d.duties.map((u) => (u.unit === "peach" ? { ...u, unit: "plum" } : u)) }),
  "duties[].category": (d) => ({
    ...d,
    duties: [
      ...d.duties,
      ...d.categories.map(({ id }) => ({ unit: "housing", category: id, staff: "housing-colleague" })),
    ],
  }),
  "duties[].staff": colleagueOnDuty,
  "categories[].id": (d) => ({ ...d, categories: d.categories.map((c) => ({ ...c, id: `${c.id}2` })) }),
  "categories[].name": at("categories[].name", otherWords),
  "categories[].hint": at("categories[].hint", otherWords),
  "categories[].department": at("categories[].department", () => "works"),
  "categories[].acceptAtOnce": (d) => ({
    ...d,
    categories: d.categories.map((c) => ({ ...c, acceptAtOnce: c.urgent || !c.acceptAtOnce })),
  }),
  "categories[].startAt": at("categories[].startAt", () => "leader"),
  "categories[].urgent": (d) => ({
    ...d,
    categories: d.categories.map((c) => ({ ...c, urgent: !c.urgent, acceptAtOnce: !c.urgent || c.acceptAtOnce })),
  }),
  ...Object.fromEntries(
    ["district", "categories[]"].flatMap((of) => [
      [`${of}.phrases[].field`, at(`${of}.phrases`, () => [{ field: "rule", text: "第＿＿条" }])],
      [`${of}.phrases[].text`, at(`${of}.phrases`, () => [{ field: "facts", text: "查明＿＿" }])],
    ]),
  ),
  "categories[].limits[]": at("categories[].limits", () => ["arbitration"]),
  "categories[].track": (d) => ({
    ...d,
    categories: d.categories.map((c) => ({
      ...c,
      track: c.track === "simple" ? "petition" : "simple",
      steps: Object.fromEntries(
        ["community", "township", "department", "leader"].map((level) => [level, { ...rule(d), days: 2 }]),
      ),
    })),
  }),
  ...Object.fromEntries(
    (["days", "dayType", "article", "confirmed", "notices"] as const).map((field) => [
      `categories[].steps.*.${field}`,
      (d: Directory): Directory => {
        const own = {
          ...rule(d),
          days: field === "days" ? 2 : 3,
          dayType: field === "dayType" ? ("working" as const) : ("calendar" as const),
          ...(field === "article" && { article: name }),
          ...(field === "confirmed" && { confirmed: true }),
          ...(field === "notices" && { notices: [90] }),
        };
        return {
          ...d,
          categories: d.categories.map((c) => ({
            ...c,
            steps: { community: own, township: own, department: own, leader: own },
          })),
        };
      },
    ]),
  ),
  "former.units[].id": mergedUnits,
  "former.units[].name": (d) => at("former.units[].name", otherWords)(mergedUnits(d)),
  "former.units[].successor": (d) => at("former.units[].successor", () => "nowhere")(mergedUnits(d)),
  "former.categories[].id": mergedCategories,
  "former.categories[].name": (d) => at("former.categories[].name", otherWords)(mergedCategories(d)),
  "former.categories[].successor": (d) => at("former.categories[].successor", () => "nothing")(mergedCategories(d)),
  "policy.version": at("policy.version", other),
  "policy.clocks.*.days": (d) => ({
    ...at("policy.clocks.*.days", days(9))(d),
    policy: {
      ...at("policy.clocks.*.days", days(9))(d).policy,
      clocks: { ...at("policy.clocks.*.days", days(9))(d).policy.clocks, extension: d.policy.clocks.extension },
    },
  }),
  "policy.clocks.*.dayType": (d) => ({
    ...d,
    policy: {
      ...d.policy,
      clocks: {
        ...at("policy.clocks.*.dayType", () => "working")(d).policy.clocks,
        extension: d.policy.clocks.extension,
      },
    },
  }),
  "policy.clocks.*.article": at("policy.clocks.*.article", otherWords),
  "policy.clocks.*.confirmed": at("policy.clocks.*.confirmed", toggled),
  "policy.clocks.*.notices": at("policy.clocks.*.notices", (shares) =>
    Array.isArray(shares) ? shares.slice(0, 1) : shares,
  ),
  "policy.counting.article": at("policy.counting.article", otherWords),
  "policy.counting.confirmed": at("policy.counting.confirmed", toggled),
  "policy.agreement.article": at("policy.agreement.article", otherWords),
  "policy.agreement.confirmed": at("policy.agreement.confirmed", toggled),
  "policy.followUpAfter[]": at("policy.followUpAfter", () => ["settled"]),
  "policy.liftAt": at("policy.liftAt", days(-30)),
  "policy.enteredWithin": at("policy.enteredWithin", days(1)),
  "policy.steps.*.days": at("policy.steps.*.days", days(-3)),
  "policy.steps.*.dayType": at("policy.steps.*.dayType", () => "working"),
  "policy.steps.*.article": at("policy.steps.*.article", otherWords),
  "policy.steps.*.confirmed": at("policy.steps.*.confirmed", toggled),
  "policy.steps.*.notices": at("policy.steps.*.notices", () => [90]),
  "policy.urgent.acknowledgement.hours": at("policy.urgent.acknowledgement.hours", () => 1),
  "policy.urgent.acknowledgement.article": at("policy.urgent.acknowledgement.article", otherWords),
  "policy.urgent.acknowledgement.confirmed": at("policy.urgent.acknowledgement.confirmed", toggled),
  "policy.urgent.acknowledgement.notices": at("policy.urgent.acknowledgement.notices", () => []),
  "policy.urgent.steps.*.hours": at("policy.urgent.steps.*.hours", () => 12),
  "policy.urgent.steps.*.article": at("policy.urgent.steps.*.article", otherWords),
  "policy.urgent.steps.*.confirmed": at("policy.urgent.steps.*.confirmed", toggled),
  "policy.urgent.steps.*.notices": at("policy.urgent.steps.*.notices", () => [90]),
  "policy.grounds[].id": at("policy.grounds[].id", () => "elsewhere"),
  "policy.grounds[].article": at("policy.grounds[].article", otherWords),
  "policy.grounds[].confirmed": at("policy.grounds[].confirmed", toggled),
  "policy.grounds[].text": at("policy.grounds[].text", otherWords),
  "policy.grounds[].instead": at("policy.grounds[].instead", otherWords),
  "policy.grounds[].shows": at("policy.grounds[].shows", (shows) => shows && otherWords(shows)),
  "policy.routes[].id": at("policy.routes[].id", () => "elsewhere"),
  "policy.routes[].track": at("policy.routes[].track", () => "judicial"),
  "policy.routes[].name": at("policy.routes[].name", otherWords),
  "policy.routes[].article": at("policy.routes[].article", otherWords),
  "policy.routes[].confirmed": at("policy.routes[].confirmed", toggled),
  "policy.routes[].text": at("policy.routes[].text", otherWords),
  "policy.routes[].where": at("policy.routes[].where", otherWords),
  "policy.routes[].papers": at("policy.routes[].papers", otherWords),
  "policy.routes[].limits[]": at("policy.routes[].limits", () => ["reconsideration"]),
  "policy.bodies[].id": at("policy.bodies[].id", (id) => `${String(id)}-anew`),
  "policy.bodies[].track": at("policy.bodies[].track", () => "accusation"),
  "policy.bodies[].name": at("policy.bodies[].name", otherWords),
  "policy.bodies[].address": at("policy.bodies[].address", otherWords),
  "policy.bodies[].phone": at("policy.bodies[].phone", () => "12389"),
  "policy.bodies[].article": at("policy.bodies[].article", otherWords),
  "policy.bodies[].confirmed": at("policy.bodies[].confirmed", toggled),
  "policy.bodies[].text": at("policy.bodies[].text", otherWords),
  "policy.bodies[].next": at("policy.bodies[].next", otherWords),
  "policy.dutyRemedies[]": at("policy.dutyRemedies", () => ["arbitration"]),
  "policy.limits[].id": at("policy.limits[].id", (id) => `${String(id)}-anew`),
  "policy.limits[].name": at("policy.limits[].name", otherWords),
  "policy.limits[].length.count": at("policy.limits[].length.count", days(1)),
  "policy.limits[].length.unit": at("policy.limits[].length.unit", () => "month"),
  "policy.limits[].from": at("policy.limits[].from", otherWords),
  "policy.limits[].article": at("policy.limits[].article", otherWords),
  "policy.limits[].confirmed": at("policy.limits[].confirmed", toggled),
};

const upward = { command: "reportUpward", reason: "-" } as const;
const inDistrict = (category: "estate" | "hazard" | "land" | "wages") => filed(category, undefined, undefined, before);
const department = inDistrict("wages").opens();
const answered = department.owner({ command: "reply", ...letter });
const asking = department.owner({ command: "askExtension", days: 15, reason: "-" });
const opened = answered.does({ type: "petitioner", act: { command: "openAnswer" } });
const states: Record<string, Story> = {
  registered: inDistrict("land"),
  screening: inDistrict("land").opens(),
  "on its way": inDistrict("estate"),
  community: inDistrict("estate").opens(),
  settling: inDistrict("estate")
    .opens()
    .owner({ command: "proposeSettlement", terms: "-", done: "already", promisedFor: undefined }),
  agreed: inDistrict("estate")
    .opens()
    .owner({ command: "proposeSettlement", terms: "-", done: "byDay", promisedFor: "2026-03-20" })
    .does({ type: "petitioner", act: { command: "agreeSettlement" } }),
  township: inDistrict("estate").opens().owner(upward).opens(),
  department,
  asking,
  extended: asking.head({ command: "approveExtension" }),
  leader: department.owner(upward).opens(),
  "late at top": department.owner(upward).opens().passes("2026-03-20T02:00:00.000Z"),
  urgent: inDistrict("hazard").opens(),
  "urgent, acknowledged": inDistrict("hazard").opens().owner({ command: "acknowledge" }),
  answered,
  delivered: opened,
  closed: opened.passes("2026-04-02T02:00:00.000Z"),
  "not accepted": inDistrict("land")
    .opens()
    .owner({ command: "notAccept", ground: "in-hand", where: "-", explanation: "-" }),
  "asked to look again": inDistrict("land")
    .opens()
    .owner({ command: "notAccept", ground: "in-hand", where: "-", explanation: "-" })
    .does({ type: "petitioner", act: { command: "askReconsideration", reason: "-" } })
    .opens(),
  guided: inDistrict("land")
    .opens()
    .owner({ command: "guide", route: "arbitration", knownOn: undefined, explanation: "-" }),
  withdrawn: department
    .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
    .passes("2026-03-06T00:00:00.000Z"),
};

/** What was given to the petitioner, as the page shows it: the letter, the ground, and days with their articles. */
const issuedIn = (html: string): string[] =>
  [
    /<article class="letter" id="letter"[\s\S]*?<\/article>/,
    /<article class="letter" id="agreement"[\s\S]*?<\/article>/,
    /<section class="panel" id="instead"[\s\S]*?<\/section>/,
    /<section class="panel" id="guidance"[\s\S]*?<\/section>/,
    /<section class="panel" id="other-limits"[\s\S]*?<\/section>/,
    /<section class="clocks"[\s\S]*?<\/section>/,
  ].flatMap((part) => part.exec(html)?.[0] ?? []);

const followed = ({ state: petition, events, world }: Story): string =>
  statusPage({
    view: { lang: "zh", assets: "v1", nonce: "n", path: "/", district: world.directory.district },
    petition,
    events,
    clocks: clockRowsAfter(events),
    ...world,
    requests: ["-"],
    looks: [],
    code: "-",
    phoneTail: "-",
  });

/** What an import of the changed directory comes to for a case: refused, by whatever it names, or in force. */
const refusalOf = ({ state }: Story, raw: Directory): string | undefined => {
  const checked = checkDirectory(raw);
  if (!checked.ok) return "check";
  if (notToChange(before, checked.directory).length > 0) return "firm";
  return leftBehind(state, leaversOf(before, checked.directory)).length > 0 ? "held" : undefined;
};

const cellOf = async (story: Story, newer: Directory): Promise<string> => {
  const refused = refusalOf(story, newer);
  if (refused !== undefined) return refused;
  const governed = story.governed(newer);
  const handed = governed.does({ type: "handOver" });
  const { state, world, running } = handed;
  for (const now of [governed, handed]) expect(issuedIn(followed(now))).toEqual(issuedIn(followed(story)));
  if (story.state.status === "delivering") {
    // The letter is shown once it is opened: it and the days that begin then are those of its day, too.
    const open = { type: "petitioner", act: { command: "openAnswer" } } as const;
    expect(issuedIn(followed(handed.does(open)))).toEqual(issuedIn(followed(story.does(open))));
  }
  explain({
    petition: state,
    events: handed.events,
    finding: undefined,
    clocks: clockRowsAfter(handed.events),
    ...world,
    lang: "zh",
  });
  for (const link of linksGiven(handed.events)) expect(await office(handed).page(link)).toMatchObject({ status: 200 });
  for (const { clock, nextAt } of running) {
    expect("events" in decide(state, { type: "ring", clock }, { ...world, now: later(nextAt, world.now) })).toBe(true);
  }
  // On the way the next step opens, by the station where the record stands; then somebody has it.
  const station = stationOf(state);
  const arrived = station !== undefined && inTransit(state) ? handed.opens() : handed;
  const settled = inTransit(arrived.state) ? arrived.opens() : arrived;
  // Nothing is asked of whoever has delivered a letter and may correct it.
  const parts = settled.state.status === "window" ? [] : partsIn(settled.state);
  for (const part of parts) expect(rightIn(settled.state, part, newer)).toHaveProperty("role");
  const hasOne = parts.filter(({ role }) => role === "owner").length === 1;
  expect(hasOne).toBe(!hasEnded(settled.state) && settled.state.status !== "window");
  return handed.events.length > story.events.length ? "handed" : "kept";
};

test("the directory has no part of which no change is tried", () => {
  expect(Object.keys(changes).toSorted()).toEqual(partsOf(Directory).toSorted());
});

test("a change of any part, under a case in any state, is refused by name, or the case goes on whole", async () => {
  const rows: string[][] = [];
  for (const [part, change] of Object.entries(changes)) {
    const newer = { ...change(before), version: "test-2" };
    const cells: string[] = [];
    for (const [state, story] of Object.entries(states)) {
      const cell = await cellOf(story, newer).catch((error: unknown) => {
        throw new Error(`${part} under a case that is ${state}`, { cause: error });
      });
      cells.push(cell);
    }
    rows.push([part, ...cells]);
  }
  const words: Record<string, string> = { kept: "·", handed: "→", check: "x", firm: "X", held: "H" };
  const lines = rows.map(
    ([part = "", ...cells]) => `${part.padEnd(34)} ${cells.map((cell) => words[cell]).join("  ")}`,
  );
  console.log(
    [
      "· goes on as it was   → turns handed over   x refused by the check   X refused, cases rest on it   H refused, held",
      ...Object.keys(states).map((state, n) => `${" ".repeat(35 + n * 3)}${state}`),
      ...lines,
    ].join("\n"),
  );
  const all = rows.flatMap(([, ...cells]) => cells);
  expect(new Set(all)).toEqual(new Set(Object.keys(words)));
  expect(all).toHaveLength(Object.keys(changes).length * Object.keys(states).length);
}, 120_000);
