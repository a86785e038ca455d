import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { linkSecrets } from "#access/link-secrets.ts";
import type { World } from "#case/state/world.ts";
import {
  AddMaterialEnv,
  AssetsEnv,
  BringFilesEnv,
  CheckLetterEnv,
  ClockCourseEnv,
  FilePetitionEnv,
  JointPetitionEnv,
  MailboxEnv,
  OwnFileEnv,
  PetitionStatusEnv,
  RegisterForEnv,
  SeeCaseEnv,
  TaskLinkEnv,
} from "#lambda/environment.ts";
import { type Door, route } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { assetsDoor } from "../../functions/petition/assets-door.ts";
import { bringFilesDoor } from "../../functions/petition/bring-files-door.ts";
import { checkLetterDoor } from "../../functions/petition/check-letter-door.ts";
import { counterDoor } from "../../functions/petition/counter-door.ts";
import { filingDoor } from "../../functions/petition/filing-door.ts";
import { jointDoor } from "../../functions/petition/joint-door.ts";
import { mailboxDoor } from "../../functions/petition/mailbox-door.ts";
import { materialDoor } from "../../functions/petition/material-door.ts";
import { ownAffairsDoor } from "../../functions/petition/own-affairs-door.ts";
import { ownDecisionsDoor } from "../../functions/petition/own-decisions-door.ts";
import { ownFileDoor } from "../../functions/petition/own-file-door.ts";
import { statusDoor } from "../../functions/petition/status-door.ts";
import { clockCourseDoor } from "../../functions/staff/clock-course-door.ts";
import { entryDoor } from "../../functions/staff/entry-door.ts";
import { seeCaseDoor } from "../../functions/staff/see-case-door.ts";
import { taskDoor } from "../../functions/staff/task-door.ts";
import { memoryVault } from "../contract/vault.ts";
import { staffDoors } from "../fixtures/every-door.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { context } from "../unit/lambda/context.ts";
import { baseUrl, type Knock } from "./knock.ts";

/** A write that a request made: the table by what it holds, and the partition. */
export type Made = { table: string; pk: string };

const noting = (db: Database, made: Made[]): Database => ({
  ...db,
  write: async (writes) => {
    await db.write(writes);
    for (const { does, table, key } of writes) if (does !== "check") made.push({ table, pk: key.pk });
  },
  update: async (write) => {
    const row = await db.update(write);
    made.push({ table: write.table, pk: write.key.pk });
    return row;
  },
});

/** What HTTP API makes of a request (payload 2.0). */
const eventOf = ({ method, path, query, headers, cookies, body, base64 }: Knock) => ({
  version: "2.0",
  rawPath: path,
  rawQueryString: query,
  headers,
  ...(cookies.length > 0 && { cookies }),
  ...(body !== "" && { body }),
  isBase64Encoded: base64,
  requestContext: { http: { method, path, sourceIp: "192.0.2.7" } },
});

/** All public doors over one district's tables, as HTTP API stands before them, and what each request has written. */
export const front = (tables: Record<string, string>, db: Database, world: () => Promise<World>, secret: string) => {
  const made: Made[] = [];
  const env = {
    ...{ CASES_TABLE: tables.cases, DEADLINES_TABLE: tables.deadlines, DIRECTORY_TABLE: tables.directory },
    ...{ TRIES_TABLE: tables.tries, CLOCK: "real", IDENTITY_KEY: "-", LINK_SECRET: "-", ARRIVALS: "-", FILES: "-" },
    ...{ BASE_URL: baseUrl, ASSETS: "v1", HSTS: "max-age=31536000", EDGE_PROOF: "" },
  };
  const outside = {
    db: noting(db, made),
    vault: memoryVault,
    ...memoryFiles("https://district.example"),
    world,
    secrets: linkSecrets(() => Promise.resolve([secret])),
  };
  const others: Door[] = [
    counterDoor(RegisterForEnv.parse(env), outside),
    ownAffairsDoor(PetitionStatusEnv.parse(env), outside),
    ownDecisionsDoor(PetitionStatusEnv.parse(env), outside),
    statusDoor(PetitionStatusEnv.parse(env), outside),
    jointDoor(JointPetitionEnv.parse(env), outside),
    materialDoor(AddMaterialEnv.parse(env), outside),
    ownFileDoor(OwnFileEnv.parse(env), outside),
    bringFilesDoor(BringFilesEnv.parse(env), outside),
    ...Object.values(staffDoors).map((door) => taskDoor(door, TaskLinkEnv.parse(env), outside)),
    entryDoor(TaskLinkEnv.parse(env), outside),
    clockCourseDoor(ClockCourseEnv.parse(env), outside),
    seeCaseDoor(SeeCaseEnv.parse(env), outside),
    mailboxDoor(MailboxEnv.parse(env), outside),
    checkLetterDoor(CheckLetterEnv.parse(env), outside),
    assetsDoor(AssetsEnv.parse(env)),
  ];
  const addresses = others.flatMap(({ routes }) => Object.keys(routes));
  const frontDoor = filingDoor(FilePetitionEnv.parse({ ...env, ADDRESSES: addresses.join(",") }), outside);
  const doors = [frontDoor, ...others];
  const otherwise = route(frontDoor);
  const handlers = doors.flatMap((door) => {
    const handler = route(door);
    return Object.keys(door.routes).map((key) => ({
      pattern: new RegExp(`^${key.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
      handler,
    }));
  });
  return async (
    knock: Knock,
  ): Promise<{ reply: APIGatewayProxyStructuredResultV2; made: Made[]; ms: number; cpu: number }> => {
    made.length = 0;
    const asked = `${knock.method === "HEAD" ? "GET" : knock.method} ${knock.path}`;
    const handler = handlers.find(({ pattern }) => pattern.test(asked))?.handler ?? otherwise;
    const event = eventOf(knock);
    const [begun, used] = [performance.now(), process.cpuUsage()];
    const reply = await handler(event, context);
    const { user, system } = process.cpuUsage(used);
    return { reply, made: [...made], ms: performance.now() - begun, cpu: (user + system) / 1000 };
  };
};
