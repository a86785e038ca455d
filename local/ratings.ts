import { isCounted, rateableInMonthUntil, ratingSum } from "#case/account/rating-sums.ts";
import { ratingStore } from "#case/store/rating-store.ts";
import { demoNow } from "#clock/now.ts";
import { directoryStore } from "#directory/store.ts";
import { unitName } from "#words/words.ts";
import { Obstacle } from "./obstacle.ts";
import { langOption, readLang, readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { type Rated, ratingLines } from "./rating-lines.ts";
import { tables } from "./running.ts";
import { print } from "./terminal.ts";

/** `npm run ratings -- --month 2026-10`: how petitioners rated what ended in a month, as sums. `--lang zh` or `--lang en`. */
await runProgram(async () => {
  const usage = "For example: npm run ratings -- --month 2026-10 --lang en";
  const { values } = readOptions(usage, { options: { ...langOption, month: { type: "string" } } });
  const lang = readLang(values);
  const month = values.month ?? "";
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new Obstacle(`Which month? --month takes a year and a month. ${usage}`);

  const { db, ...names } = await tables();
  const district = directoryStore(db, names.directory);
  const [inForce, now] = await Promise.all([district.inForce(), demoNow(() => district.demoOffset())()]);
  const world = { ...inForce, now };
  if (!isCounted(month, world)) {
    const until = rateableInMonthUntil(month, world);
    throw new Obstacle(
      `What ended in ${month} can be rated until ${until}: its sums are told after that day, and do not change then.`,
    );
  }
  const { directory } = world;
  const ratings = ratingStore(db, names.cases);
  const units = [...directory.units, ...directory.former.units].map(({ id }) => id);
  const asked = await Promise.all(units.map(async (unit) => ({ unit, all: await ratings.asked(unit, month) })));
  const bureau: Rated = {
    name: unitName(directory, directory.district.bureau, lang),
    sum: ratingSum(asked.flatMap(({ all }) => all.map(({ rated }) => rated?.bureau))),
  };
  const each = asked.map(({ unit, all }): Rated => {
    return { name: unitName(directory, unit, lang), sum: ratingSum(all.map(({ rated }) => rated?.unit)) };
  });
  print(...ratingLines(month, bureau, each, lang));
});
