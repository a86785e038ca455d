import { App } from "aws-cdk-lib";
import cdk from "../cdk.json" with { type: "json" };
import { readConfig } from "./config.ts";
import { district } from "./district.ts";
import { differences } from "./template-diff.ts";

/** Prints in what the templates of two stages differ, their names apart: `npm run diff:stages -- local production`. */
const [left = "local", right = "production", ...more] = process.argv.slice(2);
if (more.length > 0) {
  console.error(`Unexpected argument '${more[0]}'. For example: npm run diff:stages -- local production`);
  process.exit(1);
}

const templates = (stage: string): unknown => {
  const app = new App({ context: { ...cdk.context, stage, "aws:cdk:bundling-stacks": [] } });
  district(app, readConfig(app.node));
  const stacks = Object.fromEntries(app.synth().stacks.map(({ id, template }): [string, unknown] => [id, template]));
  return JSON.parse(JSON.stringify(stacks).replaceAll(`huiyin-${stage}`, "huiyin-<stage>"));
};

const found = differences(templates(left), templates(right));
for (const { path, left: ours, right: theirs } of found) {
  console.log(`${path}\n  ${left}: ${JSON.stringify(ours)}\n  ${right}: ${JSON.stringify(theirs)}`);
}
console.log(`${found.length} values differ between ${left} and ${right}.`);
