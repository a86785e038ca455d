import { linkSecrets } from "#access/link-secrets.ts";
import { linkCode, linkHash } from "#access/task-link.ts";
import { noLinks } from "#case/acts/carry-out.ts";
import { linkOf } from "#case/state/link-of.ts";
import { partsIn } from "#case/state/standing.ts";
import { doorOf, taskAddresses } from "#case/state/task-door.ts";
import type { Role } from "#case/state/turn.ts";
import { caseStore } from "#case/store/case-store.ts";
import { linkStore } from "#case/store/link-store.ts";
import type { Directory } from "#directory/directory.ts";
import type { Instant } from "#ground/instant.ts";
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
import { takeFile } from "../../functions/petition/take-file.ts";
import { clockCourseDoor } from "../../functions/staff/clock-course-door.ts";
import { entryDoor } from "../../functions/staff/entry-door.ts";
import { seeCaseDoor } from "../../functions/staff/see-case-door.ts";
import { taskDoor } from "../../functions/staff/task-door.ts";
import { freePorts } from "../../local/port.ts";
import { memoryBackend } from "../contract/backend.ts";
import { newDistrict } from "../contract/district.ts";
import { secret, tokenFor } from "../contract/machine.ts";
import { memoryVault } from "../contract/vault.ts";
import { staffDoors } from "../fixtures/every-door.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { at, directory as smallDistrict } from "../unit/case/district.ts";
import { serveDoors } from "./doors.ts";

/** Every door to people over a district on tables in memory, for a browser. Nothing goes on by itself there. */
export const doorsStage = async () => {
  const { district: port } = await freePorts();
  const baseUrl = `http://localhost:${port}`;
  const district = newDistrict(memoryBackend());
  let moment: Instant = "2026-03-02T04:00:00.000Z";
  let directory = smallDistrict;
  let isOut = false;
  const turnTo = (instant: Instant): void => {
    moment = instant;
    district.turnTo(instant);
  };
  turnTo(moment);

  const page = { BASE_URL: baseUrl, ASSETS: "v1", HSTS: "", EDGE_PROOF: "" };
  const tables = {
    ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
    ...{ CLOCK: "real", IDENTITY_KEY: "-", LINK_SECRET: "-", ARRIVALS: "-", FILES: "-", ...page },
  };
  /** What is sent arrives at once, and is looked at when a test says so. */
  const shelf = memoryFiles(baseUrl);
  const outside = {
    arrivals: shelf.arrivals,
    files: shelf.files,
    db: district.connect().database,
    vault: memoryVault,
    world: () =>
      isOut ? Promise.reject(new Error("The district cannot be read")) : Promise.resolve({ ...at(moment), directory }),
    secrets: linkSecrets(() => Promise.resolve([secret])),
  };
  const others = [
    counterDoor(RegisterForEnv.parse(tables), outside),
    ownAffairsDoor(PetitionStatusEnv.parse(tables), outside),
    ownDecisionsDoor(PetitionStatusEnv.parse(tables), outside),
    statusDoor(PetitionStatusEnv.parse(tables), outside),
    jointDoor(JointPetitionEnv.parse(tables), outside),
    materialDoor(AddMaterialEnv.parse(tables), outside),
    ownFileDoor(OwnFileEnv.parse(tables), outside),
    bringFilesDoor(BringFilesEnv.parse(tables), outside),
    ...Object.values(staffDoors).map((door) => taskDoor(door, TaskLinkEnv.parse(tables), outside)),
    entryDoor(TaskLinkEnv.parse(tables), outside),
    clockCourseDoor(ClockCourseEnv.parse(tables), outside),
    seeCaseDoor(SeeCaseEnv.parse(tables), outside),
    mailboxDoor(MailboxEnv.parse(tables), outside),
    checkLetterDoor(CheckLetterEnv.parse(tables), outside),
    assetsDoor(AssetsEnv.parse(page)),
  ];
  // What no door takes comes to the first, which knows the addresses of all others.
  const ADDRESSES = others.flatMap(({ routes }) => Object.keys(routes)).join(",");
  const doors = [filingDoor(FilePetitionEnv.parse({ ...tables, ADDRESSES }), outside), ...others];
  const { stop, asked } = await serveDoors(port, doors, shelf);
  return {
    baseUrl,
    district,
    /** What has arrived and what is kept. */
    files: shelf,
    /** Looks at all that has arrived, as the function behind the queue does. */
    takeFiles: async () => {
      const take = takeFile({
        ...outside,
        cases: caseStore(outside.db, tables.CASES_TABLE, tables.DEADLINES_TABLE),
        linkHash: noLinks,
      });
      for (const key of [...shelf.arrived.keys()]) await take(key);
    },
    /** Every route of the doors, and those that were asked. */
    routes: doors.flatMap(({ routes }) => Object.keys(routes)),
    asked,
    /** Sets the time of pages and of everything else. */
    turnTo,
    /** Has pages go by another directory. */
    putInForce: (next: Directory) => {
      directory = next;
    },
    /** Takes the district out of the pages' reach, or gives it back. */
    takeAway: (isAway: boolean) => {
      isOut = isAway;
    },
    /** What the mail says to whoever has a part in a case now: the link, and the digits. */
    mailTo: async (caseId: string, role: Role = "owner"): Promise<{ link: string; code: string }> => {
      const petition = await district.load(caseId);
      const part = partsIn(petition).find((one) => one.role === role);
      if (part === undefined) throw new Error(`${caseId} has no ${role} now`);
      const { role: _, ...turn } = part;
      const link = linkOf(petition, turn);
      // As with a mail: what a petitioner has asked for has no link before the mail about it leaves.
      await linkStore(outside.db, tables.CASES_TABLE).makeIfMissing(linkHash(tokenFor(link)), link, moment);
      return {
        link: `${baseUrl}${taskAddresses[doorOf(petition, role)]}#${tokenFor(link)}`,
        code: linkCode(secret, link),
      };
    },
    stop: async () => {
      district.close();
      await stop();
    },
  };
};
export type DoorsStage = Awaited<ReturnType<typeof doorsStage>>;
