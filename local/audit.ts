import { anchoredCases, anchoredOf, readAnchors } from "#case/store/anchored.ts";
import { caseStore } from "#case/store/case-store.ts";
import { auditRecord } from "#case/store/entry-audit.ts";
import { shards } from "#clock/keys.ts";
import { districtDate } from "#clock/period.ts";
import { directoryStore } from "#directory/store.ts";
import { type CaseId, type CaseNumber, numberOf, type RecordId } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";
import { anchorsWords, auditedWords, findingWords } from "#words/audit-words.ts";
import { caseNamed, readNamedCase } from "./case-named.ts";
import { Obstacle } from "./obstacle.ts";
import { langOption, readLang, readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { anchors, tables } from "./running.ts";
import { print } from "./terminal.ts";

/**
 * `npm run audit -- CASE` or `-- --all`: proves the record of a case, or of all cases and entries of registers, against itself
 * and against the anchors.
 * Names the first bad entry of each; ends in 1 when there is one. `--lang zh` or `--lang en`.
 */
await runProgram(async () => {
  const usage = "For example: npm run audit -- ANHE-2026-0001 --lang en, or npm run audit -- --all";
  const options = { ...langOption, all: { type: "boolean", default: false } } as const;
  const { values, positionals } = readOptions(usage, { allowPositionals: true, words: 1, options });
  const lang = readLang(values);
  const [first] = positionals;
  if (values.all && first !== undefined) throw new Obstacle(`Unexpected argument '${first}' beside --all. ${usage}`);
  if (!values.all && first === undefined) throw new Obstacle(`Which case, or --all? ${usage}`);

  const { db, ...names } = await tables();
  const asked = await readNamedCase(first ?? "", () => directoryStore(db, names.directory).current());
  if (!values.all && asked === undefined) throw new Obstacle(`Which case, or --all? ${usage}`);
  const cases = caseStore(db, names.cases, names.deadlines);
  const { anchors: kept, finding: ofAnchors } = await readAnchors(await anchors());
  const anchored = anchoredCases(kept);
  const newest = kept.at(-1);
  const audited = { cases: 0, events: 0, looks: 0, texts: 0, later: 0 };

  /** Every record that an index or an anchor knows of: what was taken from the one still stands in the other. */
  const all = async (): Promise<RecordId[]> => {
    const ids = new Set(anchored.keys());
    for (const shard of shards) {
      for (const id of await cases.changedAfter(shard, "")) ids.add(id);
      for await (const { caseId } of cases.standing(shard)) ids.add(caseId);
    }
    return [...ids].sort();
  };
  /** A case may be gone from the tables, with the row that leads to it from its number: then an anchor has it. */
  const named = async (name: CaseNumber | CaseId): Promise<RecordId[]> => {
    const id = await caseNamed(cases, name);
    const found = id === undefined ? [...anchored.keys()].filter((one) => numberOf(one) === name) : [id];
    if (found.length === 0) throw new Obstacle(`There is no case ${name}.`);
    return found;
  };
  const ids = asked === undefined ? await all() : await named(asked);
  const findings = await inBatches(ids, async (id) => {
    const rows = await cases.rows(id);
    const known = anchoredOf(id, anchored, newest);
    if (asked !== undefined && rows.length === 0 && known.heads.length === 0)
      throw new Obstacle(`There is no case ${id}.`);
    const count = (prefix: string) => rows.filter(({ sk }) => String(sk).startsWith(prefix)).length;
    const newestAnchored = Math.max(0, ...known.heads.flatMap(({ sk, number }) => (sk === "LOOKS" ? [] : [number])));
    audited.cases += 1;
    audited.events += count("EVENT#");
    audited.looks += count("LOOK#");
    audited.texts += count("TEXT#");
    audited.later += Math.max(0, count("EVENT#") - newestAnchored);
    return auditRecord(id, rows, known) ?? [];
  });

  const found = [ofAnchors ?? [], ...findings].flat();
  for (const finding of found) print(findingWords(finding, lang));
  print(anchorsWords(newest, lang, districtDate(new Date().toISOString())));
  print(auditedWords({ ...audited, found: found.length }, lang));
  if (found.length > 0) process.exitCode = 1;
});
