import type { Directory, Duty, Staff, Unit } from "#directory/directory.ts";
import { withPinyin } from "../../local/with-pinyin.ts";
import { demoDistrict } from "../fixtures/demo-district.ts";

/** How large a city's district is. Of each community's people one heads it and one is on duty. */
export type CitySize = { communities: number; townships: number; staffPerCommunity: number };

/** The largest that the limits were measured with: 3,000 communities, 9,600 staff. */
export const largeCity: CitySize = { communities: 3000, townships: 150, staffPerCommunity: 3 };

const first = [..."金银长永安福新东南西北中上下大小红青白石"];
const second = [..."河湖山桥园林泉井塘湾坡岭港渡口集店营台庄"];
const third = [..."柳杨桃李梅兰荷桂松柏竹槐枫榆樱杏枣桑"];

/** The `n`-th of some thousand names, no two alike. */
const nameOf = (n: number): string =>
  [first, second, third]
    .map((letters, at, all) => {
      const below = all.slice(0, at).reduce((product, { length }) => product * length, 1);
      return letters[Math.floor(n / below) % letters.length];
    })
    .join("");

const person = (id: string, unit: string, n: number): Staff => ({
  id,
  name: `${nameOf(n * 7)}`,
  unit,
  email: `${id}@city.example`,
  away: [],
});

/** The demo district with as many townships and communities as a city has, each with its people and places to find it by. */
export const cityDirectory = ({ communities, townships, staffPerCommunity }: CitySize): Directory => {
  const demo = demoDistrict();
  const offices = demo.units.filter(({ level }) => level !== "community" && level !== "township");
  const officeIds = new Set(offices.map(({ id }) => id));
  const [leader] = offices.filter(({ level }) => level === "leader");
  if (leader === undefined) throw new Error("The demo district has no leader");
  const units: Unit[] = [];
  const staff: Staff[] = [];
  const duties: Duty[] = [];
  const add = (unit: Unit, people: number, n: number): void => {
    units.push(unit);
    for (let i = 0; i < people; i += 1) staff.push(person(i === 0 ? unit.head : `${unit.id}-${i}`, unit.id, n + i));
    duties.push({ unit: unit.id, staff: people > 1 ? `${unit.id}-1` : unit.head });
  };
  for (let n = 0; n < townships; n += 1) {
    const id = `town-${n}`;
    const name = { zh: `${nameOf(n)}街道办事处`, en: `Town ${n} Sub-district Office` };
    const unit: Unit = {
      id,
      level: "township",
      name,
      head: `${id}-head`,
      covers: [],
      pinyin: [],
      search: [],
      address: `${nameOf(n)}路66号`,
      phone: "8602 1000",
    };
    add(unit, 4, n * 4);
  }
  const covers = [...leader.covers.filter((id) => officeIds.has(id)), ...units.map(({ id }) => id)];
  const others = offices.map((unit) =>
    unit === leader ? { ...unit, covers } : { ...unit, covers: unit.covers.filter((id) => officeIds.has(id)) },
  );
  for (let n = 0; n < communities; n += 1) {
    const id = `community-${n}`;
    const name = { zh: `${nameOf(n + townships)}社区`, en: `Community ${n}` };
    const unit: Unit = {
      id,
      level: "community",
      parent: `town-${n % townships}`,
      name,
      head: `${id}-head`,
      covers: [],
      pinyin: [],
      search: [`${nameOf(n + 9)}花园`, `${nameOf(n + 77)}路`, `${nameOf(n + 190)}小学`],
      address: `${nameOf(n + 5)}路${n % 300}号`,
      phone: "8603 1101",
    };
    add(unit, staffPerCommunity, n * 3);
  }
  return withPinyin({
    ...demo,
    version: `city-${communities}`,
    units: [...others, ...units],
    staff: [...demo.staff.filter(({ unit }) => officeIds.has(unit)), ...staff],
    duties: [...demo.duties.filter(({ unit }) => officeIds.has(unit)), ...duties],
  });
};
