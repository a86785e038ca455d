import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Lang } from "#ground/bilingual.ts";
import { Obstacle } from "./obstacle.ts";

/** `--lang`, for commands that print in either language. */
export const langOption = { lang: { type: "string", default: "zh" } } as const;

/** The language that `--lang` asks for. @throws Obstacle for any other. */
export const readLang = ({ lang }: { lang: string }): Lang => {
  if (lang === "zh" || lang === "en") return lang;
  throw new Obstacle(`There is no language ${lang}: write --lang zh or --lang en.`);
};

/** npm keeps what stands before `--` for itself, and tells the script in its environment. */
const keptByNpm = (names: readonly string[], env: NodeJS.ProcessEnv): string | undefined =>
  names.find((name) => Boolean(env[`npm_config_${name.replaceAll("-", "_")}`]));

/** The first option that is given more than once, where a second one would quietly win over the first. */
const repeated = ({ args, options = {} }: ParseArgsConfig): string | undefined => {
  const { tokens } = parseArgs({
    ...(args && { args: [...args] }),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
  return given.find((name, at) => given.indexOf(name) < at);
};

/** What a command takes on its command line: options as `parseArgs` knows them, and so many words (none if not said). */
type CommandLine = ParseArgsConfig & { words?: number };

/**
 * Reads what a command is told on its command line. An option that npm has kept could make it do more than it was asked
 * for, such as a real sweep instead of a dry run, so that is refused.
 * @param usage a sentence that shows how the command is called.
 * @throws Obstacle for an option that the command does not have, that lacks its value, that is given twice or that stands
 * before `--`, and for a word more than the command takes.
 */
export const readOptions = <T extends CommandLine>(
  usage: string,
  config: T,
  env: NodeJS.ProcessEnv = process.env,
): ReturnType<typeof parseArgs<T>> => {
  const kept = keptByNpm(Object.keys(config.options ?? {}), env);
  if (kept !== undefined) throw new Obstacle(`npm has kept --${kept} for itself: write options after --. ${usage}`);
  let read: ReturnType<typeof parseArgs<T>>;
  try {
    read = parseArgs(config);
  } catch (cause) {
    const [what = "This is not understood"] = (cause instanceof Error ? cause.message : "").split(". ");
    throw new Obstacle(`${what}. ${usage}`, { cause });
  }
  const [surplus] = read.positionals.slice(config.words ?? 0);
  if (surplus !== undefined) throw new Obstacle(`Unexpected argument '${surplus}'. ${usage}`);
  const twice = repeated(config);
  if (twice !== undefined) throw new Obstacle(`Option '--${twice}' is given twice. ${usage}`);
  return read;
};
