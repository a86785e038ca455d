import { Obstacle } from "./obstacle.ts";

/** A deployed stage, by the names of its tables, and of its sweep and its anchors where a command needs them. */
export type NamedStage = {
  cases: string;
  deadlines: string;
  directory: string;
  sweep: string | undefined;
  anchors: string | undefined;
};

const tables = ["CASES_TABLE", "DEADLINES_TABLE", "DIRECTORY_TABLE"] as const;
const names = [...tables, "SWEEP_FUNCTION", "ANCHORS"] as const;

/**
 * The deployed stage that the environment names, or `undefined` when it names none: then the local district is meant.
 * @throws Obstacle when it names a part of one, so that no command works on another district than it was given.
 */
export const namedStage = (env: NodeJS.ProcessEnv = process.env): NamedStage | undefined => {
  const given = names.filter((name) => env[name] !== undefined);
  if (given.length === 0) return undefined;
  const { CASES_TABLE: cases, DEADLINES_TABLE: deadlines, DIRECTORY_TABLE: directory } = env;
  const empty = given.find((name) => env[name] === "");
  if (cases === undefined || deadlines === undefined || directory === undefined || empty !== undefined) {
    const missing = [...tables, ...given].filter((name, at, all) => !env[name] && all.indexOf(name) === at);
    throw new Obstacle(
      `The environment names a part of a stage only: ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing. Set ${tables.join(", ")} for a deployed stage, or unset ${given.join(", ")} for the local district.`,
    );
  }
  return { cases, deadlines, directory, sweep: env.SWEEP_FUNCTION, anchors: env.ANCHORS };
};
