import * as z from "zod";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";

/**
 * Reads a command line that names cases and says by options what is asked of them. Each field of the form is an option; one
 * that is described says in its description what it takes, after its name.
 * @param words how many cases are named
 * @throws Obstacle that names the first option that is missing or cannot be read, and what it takes.
 */
export const readAsked = <Form extends z.ZodObject>(
  form: Form,
  usage: string,
  words = 1,
): { named: (string | undefined)[]; asked: z.output<Form> } => {
  const names = Object.keys(form.shape);
  const { positionals, values } = readOptions(usage, {
    allowPositionals: true,
    words,
    options: Object.fromEntries(names.map((name) => [name, { type: "string" } as const])),
  });
  const asked = form.safeParse(values);
  if (asked.success) return { named: positionals, asked: asked.data };
  const wrong = names.find((name) => asked.error.issues.some(({ path }) => path[0] === name)) ?? "";
  const takes = z.globalRegistry.get(form.shape[wrong] ?? form)?.description;
  throw new Obstacle(`--${wrong} ${takes ?? "is missing, or is none of those there are"}. ${usage}`);
};
