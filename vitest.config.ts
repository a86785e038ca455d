import { readFile } from "node:fs/promises";
import { defineConfig, type Plugin } from "vitest/config";

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

/** `order` keeps what shares the machine's two cores with an emulator or a browser from running beside the rest. */
const project = (name: string, order: number, seconds: number) => ({
  plugins: [text()],
  test: {
    name,
    server: { deps: { inline: [/^\0text:/] } },
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    sequence: { groupOrder: order },
  },
});

export default defineConfig({
  test: {
    reporters: ["default", "./test/closing-line.ts"],
    projects: [
      project("unit", 0, 5),
      project("workflow", 0, 10),
      project("infra", 0, 60),
      project("contract", 1, 120),
      project("e2e", 2, 600),
    ],
  },
});
