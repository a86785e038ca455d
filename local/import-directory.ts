import { DirectoryVersionTaken, directoryStore } from "#directory/store.ts";
import { readDirectoryFile } from "./directory-file.ts";
import { mistakeLines } from "./mistake-lines.ts";
import { Obstacle, runProgram } from "./obstacle.ts";
import { tables } from "./running.ts";

/** `npm run directory:import -- FILE`: puts a directory (YAML) in force, or lists every mistake and changes nothing. */
await runProgram(async () => {
  const file = process.argv[2];
  if (file === undefined)
    throw new Obstacle("Which file? For example: npm run directory:import -- local/demo/district.yaml");
  const checked = await readDirectoryFile(file).catch((cause: unknown) => {
    throw new Obstacle(`${file} cannot be read.`, { cause });
  });
  if (!checked.ok) {
    const { mistakes } = checked;
    throw new Obstacle(`Nothing was imported: ${file} has ${mistakes.length} mistake(s).\n${mistakeLines(mistakes)}`);
  }
  const { directory } = checked;
  const { db, directory: table } = await tables();
  try {
    await directoryStore(db, table).importVersion(directory);
  } catch (cause) {
    if (!(cause instanceof DirectoryVersionTaken)) throw cause;
    throw new Obstacle(`Nothing was imported: ${cause.message}. Give the file another version.`, { cause });
  }
  console.log(
    `Directory ${directory.version} is in force: ${directory.units.length} units, ${directory.staff.length} staff, ${directory.categories.length} categories.`,
  );
});
