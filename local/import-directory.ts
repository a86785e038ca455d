import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { digestStore } from "#case/store/digest-store.ts";
import { demoNow } from "#clock/now.ts";
import { leaversOf } from "#directory/check/leavers.ts";
import { notToChange } from "#directory/check/not-to-change.ts";
import { DirectoryVersionTaken, directoryStore, ImportOvertaken } from "#directory/store.ts";
import { readDirectoryFile } from "./directory-file.ts";
import { encodingLines } from "./encoding-lines.ts";
import { handedOverLines, handOverRunning } from "./hand-over-running.ts";
import { mistakeLines } from "./mistake-lines.ts";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { tables } from "./running.ts";
import { heldLines, stillHeld } from "./still-held.ts";
import { print } from "./terminal.ts";

/**
 * `npm run directory:import -- FILE`: puts a directory (YAML) in force, or lists every mistake and changes nothing. Nor
 * does it leave out anybody who still has cases in hand, unless it is told to import it `--anyway`.
 */
await runProgram(async () => {
  const usage = "For example: npm run directory:import -- local/demo/district.yaml";
  const { values, positionals } = readOptions(usage, {
    allowPositionals: true,
    words: 1,
    options: { anyway: { type: "boolean", default: false } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Obstacle(`Which file? ${usage}`);
  const checked = await readDirectoryFile(file).catch((cause: unknown) => {
    throw new Obstacle(`${file} cannot be read.`, { cause });
  });
  if (!checked.ok) {
    const { mistakes } = checked;
    throw new Obstacle(`Nothing was imported: ${file} has ${mistakes.length} mistake(s).`, {
      lines: mistakeLines(mistakes),
    });
  }
  const { directory, encoding } = checked;
  const names = [directory.district.name, ...directory.units.slice(0, 3).map(({ name }) => name)];
  print(
    ...encodingLines(
      file,
      encoding,
      names.map(({ zh }) => zh),
    ),
  );
  const { db, ...at } = await tables();
  const store = directoryStore(db, at.directory);
  const cases = caseStore(db, at.cases, at.deadlines);
  const before = await store.imported();
  const firm = before === undefined ? [] : notToChange(before, directory);
  if (firm.length > 0) {
    throw new Obstacle(`Nothing was imported: ${file} changes what cases rest on.`, { lines: mistakeLines(firm) });
  }
  const digests = digestStore(db, at.cases);
  const held = before === undefined ? [] : await stillHeld({ cases, digests }, leaversOf(before, directory));
  const places = held.filter(({ kind }) => kind !== "staff");
  if (places.length > 0) {
    throw new Obstacle(
      `Nothing was imported: ${file} leaves out what open cases go by. Name a successor for each, in former.units or former.categories: { id, name, successor }.`,
      { lines: heldLines(places) },
    );
  }
  if (held.length > 0 && !values.anyway) {
    throw new Obstacle(
      `Nothing was imported: ${file} leaves out who still holds cases. Let them reassign or finish first. With --anyway it is imported all the same, and what they hold passes on at once, by the rules of routing.`,
      { lines: heldLines(held) },
    );
  }
  try {
    await store.importVersion(directory);
  } catch (cause) {
    if (cause instanceof ImportOvertaken) {
      throw new Obstacle(
        `Nothing was put in force: somebody else has imported a directory at the same moment. See which one is in force, then import ${file} again if it should be this one.`,
        { cause },
      );
    }
    if (!(cause instanceof DirectoryVersionTaken)) throw cause;
    throw new Obstacle(`Nothing was imported: ${cause.message}. Give the file another version.`, { cause });
  }
  if (held.length > 0) print("These held cases and are left out:", ...heldLines(held));
  const { events, failed } = await handOverRunning({
    cases,
    world: worldFrom({ now: demoNow(() => store.demoOffset()), inForce: () => store.inForce() }),
  })();
  print(
    `Directory ${directory.version} is in force: ${directory.units.length} units, ${directory.staff.length} staff, ${directory.categories.length} categories.`,
  );
  if (events.length > 0) print("Turns that passed on to who has them now, each emailed:", ...handedOverLines(events));
  if (failed.length > 0) {
    throw new Obstacle(`Not looked at: ${failed.length}. Put them right, then give the same command again.`, {
      lines: failed.map((which) => `  ${which}`),
    });
  }
});
