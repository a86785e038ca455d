import { randomBytes } from "node:crypto";
import * as z from "zod";
import { mostPassDays, registerPasses } from "#case/store/pass-store.ts";
import { demoNow } from "#clock/now.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import { directoryStore } from "#directory/store.ts";
import { StaffId } from "#ground/ids.ts";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { tables } from "./running.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run register:pass -- --for zhou-min --days 7 (at most ${mostPassDays} days)`;

const Asked = z.object({
  for: StaffId,
  days: z.coerce.number().int().min(1).max(mostPassDays).default(7),
});

/**
 * `npm run register:pass -- --for STAFF`: gives a member of staff the address at which they register petitions for others:
 * from the window, a letter, the telephone. It is good for some days, for nothing else, and printed once.
 */
await runProgram(async () => {
  const { values } = readOptions(usage, { options: { for: { type: "string" }, days: { type: "string" } } });
  const asked = Asked.safeParse(values);
  if (!asked.success) {
    const [missing = ""] = asked.error.issues.map(({ path }) => path.join("."));
    throw new Obstacle(`--${missing} is missing, or is none of those there are. ${usage}`);
  }
  const { for: staff, days } = asked.data;
  const { db, directory } = await tables();
  const district = directoryStore(db, directory);
  const { staff: people } = await district.current();
  if (!people.some(({ id }) => id === staff)) throw new Obstacle(`There is nobody called ${staff} in the directory.`);
  const now = await demoNow(() => district.demoOffset())();
  const until = dayAfter(districtDate(now), days);
  const token = await registerPasses(db, directory).give({ staff, until }, randomBytes);
  print(
    `${staff} registers petitions for others at /register?pass=${token}`,
    `It is good until ${until}, for this person alone. It is shown this once, and stored nowhere.`,
  );
});
