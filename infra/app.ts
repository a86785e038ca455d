import { App } from "aws-cdk-lib";
import { readConfig } from "./config.ts";
import { district } from "./district.ts";

const app = new App();
district(app, readConfig(app.node));
