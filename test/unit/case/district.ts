import type { World } from "#case/world.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import { Directory } from "#directory/directory.ts";

const both = (text: string) => ({ zh: text, en: text });
const rule = (days: number) => ({ days, dayType: "calendar", article: both("第三十四条"), confirmed: false }) as const;
const unit = (id: string, level: string, more: object = {}) => ({
  id,
  level,
  name: both(id),
  head: `${id}-head`,
  ...more,
});
const units = [
  unit("bureau", "bureau"),
  unit("peach", "community", { parent: "river" }),
  unit("river", "township"),
  unit("housing", "department"),
  unit("leader", "leader", { covers: ["river", "housing"] }),
];

/** The smallest district in which a case can climb the whole chain. Each unit has a head, a handler and a colleague. */
export const directory: Directory = Directory.parse({
  version: "test-1",
  district: {
    id: "ah",
    name: both("安和区"),
    numberPrefix: "安和信",
    bureau: "bureau",
    reviewBody: { name: both("市信访局"), address: both("人民路 1 号"), phone: "010-1" },
  },
  units,
  staff: units.flatMap(({ id }) =>
    ["head", "handler", "colleague"].map((role) => ({
      id: `${id}-${role}`,
      name: `${id} ${role}`,
      unit: id,
      email: `${id}-${role}@example.org`,
    })),
  ),
  duties: units.map(({ id }) => ({ unit: id, staff: `${id}-handler` })),
  categories: [
    { id: "estate", name: both("老旧小区"), hint: both("-"), department: "housing", acceptAtOnce: true },
    { id: "land", name: both("征迁"), hint: both("-"), department: "housing", acceptAtOnce: false },
    {
      id: "wages",
      name: both("欠薪"),
      hint: both("-"),
      department: "housing",
      acceptAtOnce: true,
      startAt: "department",
    },
  ],
  policy: {
    version: "policy-1",
    clocks: { accept: rule(15), handling: rule(60), extension: rule(30), delivery: rule(7), review: rule(30) },
    liftAt: 75,
    steps: { community: rule(7), township: rule(15), department: rule(15), leader: rule(10) },
    grounds: [{ id: "court", article: both("第二十二条"), text: both("-"), instead: both("-") }],
  },
});

/** The district at a moment. */
export const at = (now: string): World => ({ now, calendar: chineseCalendar(), directory });
