import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Dossier, faultsOfDossier, sizeOfDossier } from "#case/account/dossier.ts";
import { dossierFaultWords, dossierWords } from "#words/dossier-words.ts";
import { Obstacle } from "./obstacle.ts";
import { langOption, readLang, readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = "For example: npm run dossier:verify -- received/ANHE-2026-0001 --lang en";

/** The data of the dossier that somebody names by its folder or by the file itself. @throws Obstacle where there is none, or several */
const dataAt = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new Obstacle(`There is nothing at ${path}. ${usage}`);
  if (!found.isDirectory()) return path;
  const [first, ...others] = (await readdir(path)).filter((name) => name.endsWith(".json"));
  if (first === undefined || others.length > 0) {
    throw new Obstacle(
      `${path} should hold one file of data (.json), and holds ${first === undefined ? "none" : others.length + 1}.`,
    );
  }
  return join(path, first);
};

/** What data say. @throws Obstacle that names the first field that does not fit */
const readDossier = async (path: string): Promise<Dossier> => {
  const text = await readFile(path, "utf8");
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new Obstacle(`${path} is no JSON.`, { cause });
  }
  const read = Dossier.safeParse(data);
  if (read.success) return read.data;
  const wrong = read.error.issues.filter(({ path: field }) => field.length > 0);
  const [first] = wrong.map(({ path: field, message }) => `${field.join(".")} (${message})`);
  const others = wrong.length > 1 ? `, and ${wrong.length - 1} more` : "";
  throw new Obstacle(`${path} is no file of a case: ${first ?? "it is no object"}${others}.`);
};

/**
 * `npm run dossier:verify -- FOLDER`: proves the file of a case as it was received, with nothing but itself: no district has to
 * run. Names all that is wrong; ends in 1 when anything is. `--lang zh` or `--lang en`.
 */
await runProgram(async () => {
  const { values, positionals } = readOptions(usage, { allowPositionals: true, words: 1, options: langOption });
  const lang = readLang(values);
  const [named] = positionals;
  if (named === undefined) throw new Obstacle(`Which file? ${usage}`);
  const path = await dataAt(named);
  const dossier = await readDossier(path);
  const folder = dirname(path);
  const names = new Set(dossier.files.map(({ name }) => name).filter((name) => basename(name) === name));
  const there = (await readdir(folder)).filter((name) => names.has(name));
  const beside = new Map(
    await Promise.all(there.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
  const faults = faultsOfDossier(dossier, beside);
  for (const fault of faults) print(dossierFaultWords(fault, lang));
  print(...dossierWords(dossier, sizeOfDossier(dossier), faults.length, lang));
  if (faults.length > 0) process.exitCode = 1;
});
