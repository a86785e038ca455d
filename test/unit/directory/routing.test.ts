import { describe, expect, test } from "vitest";
import { aboutNobody, type Directory, type Staff } from "#directory/directory.ts";
import { categoryOf, NotInDirectory, routeStep, staffOf, unitOf } from "#directory/routing.ts";
import { StepLevel } from "#ground/levels.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";

const demo = demoDistrict();
const on = "2026-11-23";

/** The demo district with people away today, each with a deputy or none. */
const away = (people: Record<string, string | undefined>): Directory => ({
  ...demo,
  staff: demo.staff.map((person): Staff => {
    if (!(person.id in people)) return person;
    const deputy = people[person.id];
    return { ...person, away: [{ from: "2026-11-20", until: "2026-11-23", ...(deputy !== undefined && { deputy }) }] };
  }),
});

const nanyuan = {
  level: "community",
  community: "nanyuan",
  category: "housing-estates",
  on,
  about: aboutNobody,
} as const;
const owner = (directory: Directory, to: Parameters<typeof routeStep>[1] = nanyuan) => {
  const route = routeStep(directory, to);
  return route.kind === "routed" ? `${route.owner}, ${route.because}${route.alarm ? ", alarm" : ""}` : route.reason;
};

describe("a petition about those who would handle it", () => {
  const about = (units: string[], staff: string[] = []) => ({ ...nanyuan, about: { units, staff } });

  test("skips a unit that it is about, and says why", () => {
    const recused = { kind: "vacant", reason: "complainedAbout" };
    expect(routeStep(demo, about(["nanyuan"]))).toEqual(recused);
    expect(routeStep(demo, { ...about(["housing"]), level: "department" })).toEqual(recused);
  });

  test("goes to another leader, and from the bureau to a leader's office", () => {
    const usual = routeStep(demo, { ...nanyuan, level: "leader" });
    if (usual.kind !== "routed") throw new Error(usual.reason);
    const other = routeStep(demo, { ...about([usual.unit]), level: "leader" });
    expect(other).toMatchObject({ kind: "routed" });
    expect(other).not.toMatchObject({ unit: usual.unit });
    const bureau = routeStep(demo, { ...about([demo.district.bureau]), level: "bureau" });
    expect(bureau).toMatchObject({ kind: "routed", unit: usual.unit });
  });

  test("passes the handler and the head by whom it is about", () => {
    const { head } = unitOf(demo, "nanyuan");
    const handler = routeStep(demo, nanyuan);
    if (handler.kind !== "routed") throw new Error(handler.reason);
    expect(owner(demo, about([], [handler.owner]))).toBe(`${head}, unitHead`);
    expect(owner(demo, about([], [handler.owner, head]))).toMatch(/bureauDuty, alarm$/);
  });

  test.each(demo.units.map(({ id }) => id))("is at every level with somebody of another unit than %s", (unit) => {
    for (const level of StepLevel.options) {
      const route = routeStep(demo, { ...about([unit]), level });
      if (route.kind !== "routed") continue;
      expect(route.unit).not.toBe(unit);
      expect(staffOf(demo, route.owner).unit).not.toBe(unit);
    }
    expect(routeStep(demo, { ...about([unit]), level: "leader" }).kind).toBe("routed");
    expect(routeStep(demo, { ...about([unit]), level: "bureau" }).kind).toBe("routed");
  });
});

describe("the unit", () => {
  test.each([
    ["the bureau, whatever the matter", "bureau", "nanyuan", "medical", "xinfang-ju"],
    ["the petition's community", "community", "hewan", "pollution", "hewan"],
    ["the community's township", "township", "hewan", "pollution", "qinghe-zhen"],
    ["the category's department", "department", "hewan", "pollution", "environment"],
    ["the leader over the department", "leader", "hewan", "pollution", "leader-industry"],
  ] as const)("is %s", (_rule, level, community, category, unit) => {
    expect(routeStep(demo, { level, community, category, on, about: aboutNobody })).toMatchObject({
      kind: "routed",
      unit,
    });
  });

  test("is the leader over the township when none covers the department", () => {
    const uncovered = {
      ...demo,
      units: demo.units.map((unit) => ({ ...unit, covers: unit.covers.filter((id) => id !== "housing") })),
    };
    expect(routeStep(uncovered, { ...nanyuan, level: "leader" })).toMatchObject({ unit: "leader-executive" });
  });

  test("is missing when the level has none for this case", () => {
    const vacant = { kind: "vacant", reason: "noUnit" };
    expect(routeStep(demo, { ...nanyuan, community: "gone" })).toEqual(vacant);
    expect(routeStep(demo, { ...nanyuan, community: "gone", level: "township" })).toEqual(vacant);
    expect(routeStep(demo, { ...nanyuan, category: "gone", level: "department" })).toEqual(vacant);
    const dissolved = { ...demo, units: demo.units.filter(({ id }) => id !== "housing") };
    expect(routeStep(dissolved, { ...nanyuan, level: "department" })).toEqual(vacant);
  });
});

describe("above the departments, where no level is left", () => {
  const top = { ...nanyuan, level: "leader" } as const;

  test("the bureau's duty officer holds what no leader's office covers", () => {
    expect(routeStep(demo, { ...top, community: "gone", category: "gone" })).toEqual({
      kind: "routed",
      unit: "xinfang-ju",
      owner: "zhou-min",
      because: "bureauDuty",
      alarm: true,
      passedOver: [],
      vacancy: "noUnit",
    });
  });

  test("and what is about every leader's office; a department what is about the bureau too", () => {
    const leaders = demo.units.filter(({ level }) => level === "leader").map(({ id }) => id);
    const about = (units: string[]) => ({ ...top, about: { units, staff: [] } });
    const instead = { kind: "routed", because: "bureauDuty", alarm: true, vacancy: "complainedAbout" };
    expect(routeStep(demo, about(leaders))).toMatchObject({ ...instead, unit: "xinfang-ju", owner: "zhou-min" });
    for (const level of ["leader", "bureau"] as const) {
      const route = routeStep(demo, { ...about([...leaders, "xinfang-ju"]), level });
      if (route.kind !== "routed") throw new Error(route.reason);
      expect(route).toMatchObject(instead);
      expect(unitOf(demo, route.unit).level).toBe("department");
      expect(staffOf(demo, route.owner).unit).toBe(route.unit);
    }
  });
});

describe("the owner", () => {
  const roadsInLiuxi = { ...nanyuan, level: "township", category: "roads-traffic" } as const;

  test("is the handler on duty for the category, else the one with the general duty", () => {
    expect(owner(demo, roadsInLiuxi)).toBe("cao-yang, onDuty");
    expect(owner(demo, { ...roadsInLiuxi, category: "safety" })).toBe("lin-jiayi, onDuty");
  });

  test("is the deputy while the handler is away, both days included", () => {
    const on = (date: string) => owner(demo, { ...roadsInLiuxi, on: date });
    expect(on("2026-10-11")).toBe("cao-yang, onDuty");
    expect(on("2026-10-12")).toBe("lin-jiayi, deputy");
    expect(on("2026-10-23")).toBe("lin-jiayi, deputy");
    expect(on("2026-10-24")).toBe("cao-yang, onDuty");
  });

  test("is the deputy of an absent deputy", () => {
    expect(owner(away({ "hou-jun": "tang-xiaoyu", "tang-xiaoyu": "long-ting" }))).toBe("long-ting, deputy");
  });

  test("is the unit's head when deputies go in a circle", () => {
    expect(owner(away({ "hou-jun": "tang-xiaoyu", "tang-xiaoyu": "hou-jun" }))).toBe("bai-xuemei, unitHead");
    expect(owner(away({ "hou-jun": "hou-jun" }))).toBe("bai-xuemei, unitHead");
  });

  test("is a fifth deputy, but not a sixth", () => {
    const chain = { "hou-jun": "shi-lei", "shi-lei": "qin-tao", "qin-tao": "chang-wei", "chang-wei": "wan-lili" };
    expect(owner(away({ ...chain, "wan-lili": "xiong-hui" }))).toBe("xiong-hui, deputy");
    expect(owner(away({ ...chain, "wan-lili": "xiong-hui", "xiong-hui": "zou-bin" }))).toBe("bai-xuemei, unitHead");
  });

  test("is the unit's head when the absent handler named no deputy", () => {
    expect(owner(away({ "hou-jun": undefined }))).toBe("bai-xuemei, unitHead");
  });

  test("is the bureau's duty officer, with an alarm, when nobody of the unit is at work", () => {
    expect(owner(away({ "hou-jun": undefined, "bai-xuemei": undefined }))).toBe("zhou-min, bureauDuty, alarm");
    expect(routeStep(away({ "hou-jun": undefined, "bai-xuemei": undefined }), nanyuan)).toMatchObject({
      unit: "nanyuan",
    });
  });

  test("is the duty officer's deputy, then the bureau's head, then the duty officer after all", () => {
    const empty = { "hou-jun": undefined, "bai-xuemei": undefined };
    expect(owner(away({ ...empty, "zhou-min": "wu-jianjun" }))).toBe("wu-jianjun, bureauDuty, alarm");
    expect(owner(away({ ...empty, "zhou-min": undefined }))).toBe("shen-guohua, bureauDuty, alarm");
    expect(owner(away({ ...empty, "zhou-min": undefined, "shen-guohua": undefined }))).toBe(
      "zhou-min, bureauDuty, alarm",
    );
  });

  test("of the bureau's own step is its officer for the category, without an alarm", () => {
    expect(owner(demo, { ...nanyuan, level: "bureau", category: "land-demolition" })).toBe("wu-jianjun, onDuty");
    expect(owner(demo, { ...nanyuan, level: "bureau", category: "medical" })).toBe("zhou-min, onDuty");
  });
});

test("every community, category and level of the demo district leads to somebody of the unit who is on duty today", () => {
  const communities = demo.units.filter(({ level }) => level === "community");
  expect(communities).toHaveLength(14);
  expect(demo.categories).toHaveLength(13);
  for (const { id: community } of communities) {
    for (const { id: category } of demo.categories) {
      for (const level of StepLevel.options) {
        const route = routeStep(demo, { level, community, category, on, about: aboutNobody });
        if (route.kind === "vacant") throw new Error(`${level} has no unit for ${category} in ${community}`);
        expect(route.because).toBe("onDuty");
        expect(staffOf(demo, route.owner).unit).toBe(route.unit);
        expect(unitOf(demo, route.unit).level).toBe(level);
      }
    }
  }
});

test("what the directory does not have is named by its id", () => {
  expect(() => unitOf(demo, "atlantis")).toThrow(new NotInDirectory("unit", "atlantis"));
  expect(() => staffOf(demo, "nobody")).toThrow('The directory has no staff "nobody"');
  expect(() => categoryOf(demo, "weather")).toThrow(NotInDirectory);
});
