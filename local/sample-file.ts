import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { readYaml } from "./read-yaml.ts";

/** The rows of a file of the demo. @param name of the file below `demo`, with its ending. @throws when it is no such file */
export const readSampleFile = async <Row>(name: string, row: z.ZodType<Row>): Promise<Row[]> => {
  const read = readYaml(await readFile(join(import.meta.dirname, "demo", name)));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.mistakes)}`);
  return z.array(row).parse(read.value);
};
