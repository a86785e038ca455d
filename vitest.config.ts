import { readFile } from "node:fs/promises";
import { defineConfig, type Plugin, type UserWorkspaceConfig } from "vitest/config";

/** Style sheets and browser scripts are imported as text, as in the functions' bundles. */
const text = (): Plugin => ({
  name: "text",
  enforce: "pre",
  async resolveId(source, importer) {
    if (!/\.(css|client\.js)$/.test(source)) return null;
    const file = await this.resolve(source, importer, { skipSelf: true });
    return file && `\0text:${file.id}.mjs`;
  },
  async load(id) {
    const file = /^\0text:(.+)\.mjs$/.exec(id)?.[1];
    return file ? `export default ${JSON.stringify(await readFile(file, "utf8"))};` : null;
  },
});

const project = (name: string, options: UserWorkspaceConfig["test"]) => ({
  plugins: [text()],
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    server: { deps: { inline: [/^\0text:/] } },
    ...options,
  },
});

const timeout = (seconds: number) => ({ testTimeout: seconds * 1000, hookTimeout: seconds * 1000 });
/** Loading what is tested takes longer than testing it, so files share a process; nothing is mocked that could leak. */
const shared = { isolate: false };
/** One file at a time, after all others: a database, an emulator or a browser wants the machine for itself. */
const alone = (groupOrder: number) => ({ maxWorkers: 1, sequence: { groupOrder } });

export default defineConfig({
  test: {
    reporters: ["default", "./test/closing-line.ts"],
    globalSetup: "./test/temporary-files.ts",
    projects: [
      project("unit", { ...timeout(10), ...shared }),
      project("simulation", { ...timeout(900), ...shared }),
      project("workflow", { ...timeout(60), ...shared }),
      project("infra", { ...timeout(60), ...shared }),
      project("contract", { ...timeout(300), ...alone(1) }),
      project("e2e", { ...timeout(600), ...alone(2) }),
    ],
  },
});
