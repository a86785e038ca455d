import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import packaged, { inflate } from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

const run = promisify(execFile);

/** A Chromium from an npm package, or the one that CHROMIUM names. It ends with this process. */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = process.env.CHROMIUM ?? (await packaged.executablePath());
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...(await librariesFor(executablePath)) },
    /** Containers run as root and cannot nest sandboxes; only our own pages are opened. */
    args: ["--no-sandbox"],
  });
};

/** A person's own browser: Chinese, in the district's time zone, on a phone unless told otherwise. */
export const newPerson = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 360, height: 780 },
    ...options,
  });

/** The package brings the few libraries that a bare machine does not have. */
const librariesFor = async (executablePath: string): Promise<Record<string, string>> => {
  const starts = await run(executablePath, ["--version", "--no-sandbox"]).catch(() => undefined);
  if (starts) return {};
  const pack = new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium"));
  await inflate(fileURLToPath(pack));
  return { LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib") };
};
