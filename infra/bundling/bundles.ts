import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";

const functions = join(import.meta.dirname, "../../functions");

let folder: string | undefined;

/** Bundles every handler at once, the first time that one is asked for; the folder goes when the program ends. */
const bundled = (): string => {
  if (folder !== undefined) return folder;
  const made = mkdtempSync(join(tmpdir(), "huiyin-bundles-"));
  process.once("exit", () => {
    rmSync(made, { recursive: true, force: true });
  });
  const files = globSync("**/*.lambda.ts", { cwd: functions }).map((file) => file.replace(/\.lambda\.ts$/, ""));
  // The bundler's plugins wait for files, and constructs cannot wait: so it runs in a process of its own.
  execFileSync(process.execPath, [join(import.meta.dirname, "run.ts"), made, ...files], { stdio: "inherit" });
  folder = made;
  return made;
};

/**
 * A handler's bundle as the code of its function. Nothing is bundled for a stack that CDK does not bundle for, such as
 * those of most tests. @param file below `functions/`, without `.lambda.ts`: `clock/sweep`
 */
export const bundleOf = (file: string): Code =>
  Code.fromAsset(functions, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry("never-asked-for"),
      // All have one source folder, and CDK bundles once what it cannot tell apart.
      command: [file],
      local: {
        tryBundle: (into) => {
          cpSync(join(bundled(), file), into, { recursive: true });
          return true;
        },
      },
    },
  });
