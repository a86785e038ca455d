import { Lazy } from "aws-cdk-lib";
import type { HttpStage } from "aws-cdk-lib/aws-apigatewayv2";
import { Construct } from "constructs";
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
import { paceOf } from "../concurrency.ts";
import type { Kit } from "./kit.ts";
import { PublicApi } from "./public-api.ts";
import type { TypedFunction } from "./typed-function.ts";

/**
 * Requests a second that a route lets through, from everybody together, where `concurrency.pages` is 200: they go with it.
 * A busy district with a million petitions a year stays below a tenth of each; beyond it, whoever floods one route is
 * answered 429 there and leaves the others alone.
 */
const paces = { fetching: 200, reading: 50, asking: 30, deciding: 20, filing: 10 };

type TaskFunction =
  | "StepTask"
  | "ScreeningTask"
  | "DeliveryTask"
  | "BesideTask"
  | "TogetherTask"
  | "AfterTask"
  | "WatchTask"
  | "RegisterTask"
  | "ReviewTask";

/** What petitioners and staff see in a browser. */
export class Pages extends Construct {
  readonly apiId: string;
  readonly stage: HttpStage;
  readonly functions: readonly TypedFunction[];

  constructor(scope: Construct, id: string, kit: Kit) {
    super(scope, id);
    const { files, identityKey, linkSecret } = kit.state;
    const { clock, record, page, identity, links, tries, ...buckets } = kit.environment;
    const pace = (name: keyof typeof paces): number => paceOf(paces[name], kit.config);
    const [fetching, reading, asking, deciding, filing] = [
      pace("fetching"),
      pace("reading"),
      pace("asking"),
      pace("deciding"),
      pace("filing"),
    ];

    const filePetition = kit.makeFunction(this, "FilePetition", {
      file: "petition/file-petition",
      env: FilePetitionEnv,
      // It answers a route itself, so that the list is there only when it was made.
      environment: {
        ...record,
        ...identity,
        ...page,
        ...tries,
        ADDRESSES: Lazy.string({ produce: () => api.addresses }),
      },
    });
    identityKey.grantSealing(filePetition);

    const registerFor = kit.makeFunction(this, "RegisterFor", {
      file: "petition/register-for",
      env: RegisterForEnv,
      environment: { ...record, ...identity, ...page, ...tries },
    });
    identityKey.grantSealing(registerFor);

    const petitionStatus = kit.makeFunction(this, "PetitionStatus", {
      file: "petition/petition-status",
      env: PetitionStatusEnv,
      environment: { ...record, ...identity, ...page, ...tries },
    });
    identityKey.grantOpening(petitionStatus);

    const ownAffairs = kit.makeFunction(this, "OwnAffairs", {
      file: "petition/own-affairs",
      env: PetitionStatusEnv,
      environment: { ...record, ...identity, ...page, ...tries },
    });
    identityKey.grantOpening(ownAffairs);

    const ownDecisions = kit.makeFunction(this, "OwnDecisions", {
      file: "petition/own-decisions",
      env: PetitionStatusEnv,
      environment: { ...record, ...identity, ...page, ...tries },
    });
    identityKey.grantOpening(ownDecisions);

    const addMaterial = kit.makeFunction(this, "AddMaterial", {
      file: "petition/add-material",
      env: AddMaterialEnv,
      environment: { ...record, ...identity, ...page, ...tries },
    });
    identityKey.grantOpening(addMaterial);

    const ownFile = kit.makeFunction(this, "OwnFile", {
      file: "petition/own-file",
      env: OwnFileEnv,
      environment: { ...record, ...identity, ...page, ...tries },
    });
    identityKey.grantOpening(ownFile);

    const jointPetition = kit.makeFunction(this, "JointPetition", {
      file: "petition/joint-petition",
      env: JointPetitionEnv,
      environment: { ...record, ...identity, ...page, ...tries },
    });
    identityKey.grantOpening(jointPetition);

    const bringFiles = kit.makeFunction(this, "BringFiles", {
      file: "petition/bring-files",
      env: BringFilesEnv,
      environment: { ...record, ...page, ...tries, ...buckets.arrivals, ...buckets.files },
    });
    files.grantBringing(bringFiles);
    files.grantOpening(bringFiles);

    /** A door to tasks: all are alike but for the acts that they carry. */
    const taskDoor = (name: TaskFunction, file: `staff/${string}`): TypedFunction => {
      const environment = { ...record, ...links, ...identity, ...page, ...tries };
      const made = kit.makeFunction(this, name, { file, env: TaskLinkEnv, environment });
      identityKey.grantOpening(made);
      linkSecret.grantReading(made);
      return made;
    };
    const taskRoutes = (at: string) => ({
      [`GET ${at}`]: reading,
      [`GET ${at}/done`]: reading,
      [`POST ${at}/done`]: asking,
      [`GET ${at}/open`]: reading,
      [`POST ${at}/open`]: asking,
      [`GET ${at}/act`]: reading,
      [`POST ${at}/act`]: deciding,
    });
    /** Of doors that issue letters, which are looked at before they count. */
    const previewRoutes = (at: string) => ({ [`GET ${at}/preview`]: reading, [`POST ${at}/preview`]: asking });
    /** Of pages beside a task, which its link opens. */
    const linkedRoutes = (at: string) => ({
      [`GET ${at}`]: reading,
      [`GET ${at}/open`]: reading,
      [`POST ${at}/open`]: asking,
    });
    const stepTask = taskDoor("StepTask", "staff/step-task");
    const screeningTask = taskDoor("ScreeningTask", "staff/screening-task");
    const deliveryTask = taskDoor("DeliveryTask", "staff/delivery-task");
    const besideTask = taskDoor("BesideTask", "staff/beside-task");
    const togetherTask = taskDoor("TogetherTask", "staff/together-task");
    const afterTask = taskDoor("AfterTask", "staff/after-task");
    const watchTask = taskDoor("WatchTask", "staff/watch-task");
    const registerTask = taskDoor("RegisterTask", "staff/register-task");
    // What is written on an entry lies under a data key of its own, made with the first of it.
    identityKey.grantSealing(registerTask);
    const reviewTask = taskDoor("ReviewTask", "staff/review-task");

    const clockCourse = kit.makeFunction(this, "ClockCourse", {
      file: "staff/clock-course",
      env: ClockCourseEnv,
      environment: { ...record, ...links, ...page },
    });
    linkSecret.grantReading(clockCourse);

    const seeCase = kit.makeFunction(this, "SeeCase", {
      file: "staff/see-case",
      env: SeeCaseEnv,
      environment: { ...record, ...links, ...identity, ...page, ...buckets.arrivals, ...buckets.files },
    });
    identityKey.grantOpening(seeCase);
    linkSecret.grantReading(seeCase);
    files.grantBringing(seeCase);
    files.grantOpening(seeCase);

    const mailbox = kit.makeFunction(this, "Mailbox", {
      file: "petition/mailbox",
      env: MailboxEnv,
      environment: { CASES_TABLE: record.CASES_TABLE, ...clock, ...links, ...page },
    });
    linkSecret.grantReading(mailbox);

    const checkLetter = kit.makeFunction(this, "CheckLetter", {
      file: "petition/check-letter",
      env: CheckLetterEnv,
      environment: { CASES_TABLE: record.CASES_TABLE, ...clock, ...page, ...tries },
    });

    const assets = kit.makeFunction(this, "Assets", {
      file: "petition/assets",
      env: AssetsEnv,
      environment: page,
    });

    const api: PublicApi = new PublicApi(this, "Door", {
      logs: kit.logs,
      edge: kit.config.edge,
      routes: [
        {
          answeredBy: filePetition,
          routes: {
            "GET /": reading,
            "GET /find/{version}": fetching,
            "GET /petition": reading,
            "POST /petition": asking,
            "GET /petition/{draft}": reading,
            "GET /petition/{draft}/check": reading,
            "POST /petition/{draft}/check": filing,
            "GET /receipt/{receipt}": reading,
            "GET /privacy": reading,
            "GET /accessibility": reading,
          },
        },
        {
          answeredBy: registerFor,
          routes: {
            "GET /register": reading,
            "POST /register": asking,
            "GET /register/{draft}": reading,
            "GET /register/{draft}/check": reading,
            "POST /register/{draft}/check": filing,
            "GET /register/receipt/{receipt}": reading,
          },
        },
        {
          answeredBy: petitionStatus,
          routes: {
            "GET /status": reading,
            "POST /status": asking,
            "GET /status/{visit}": reading,
            "GET /status/mailbox": reading,
            "POST /status/mailbox": asking,
            "GET /status/check": reading,
            "POST /status/check": asking,
            "GET /status/act": reading,
            "POST /status/act": deciding,
            "POST /leave": asking,
          },
        },
        {
          answeredBy: ownAffairs,
          routes: {
            "GET /mine": reading,
            "POST /mine": asking,
            "GET /mine/{visit}": reading,
            "GET /mine/check": reading,
            "POST /mine/check": asking,
            "GET /mine/act": reading,
            "POST /mine/act": deciding,
          },
        },
        {
          answeredBy: ownDecisions,
          routes: {
            "GET /decide": reading,
            "POST /decide": deciding,
            "GET /decide/{visit}": reading,
            "GET /decide/mailbox": reading,
            "POST /decide/mailbox": asking,
            "GET /decide/check": reading,
            "POST /decide/check": asking,
            "GET /decide/act": reading,
            "POST /decide/act": deciding,
          },
        },
        {
          answeredBy: addMaterial,
          routes: {
            "GET /material": reading,
            "POST /material": asking,
            "GET /material/add": reading,
            "POST /material/add": deciding,
            "GET /material/{visit}": reading,
          },
        },
        {
          answeredBy: ownFile,
          routes: {
            "GET /file": reading,
            "POST /file": asking,
            "GET /file/story": reading,
            "POST /file/story": asking,
            "GET /file/whole": reading,
            "POST /file/whole": asking,
            "GET /file/{visit}": reading,
          },
        },
        {
          answeredBy: jointPetition,
          routes: {
            "GET /join": reading,
            "POST /join": asking,
            "GET /join/sign": reading,
            "POST /join/sign": deciding,
            "GET /join/{visit}": reading,
            "GET /joint": reading,
            "POST /joint": asking,
            "GET /joint/leave": reading,
            "POST /joint/leave": deciding,
            "GET /joint/stand": reading,
            "POST /joint/stand": deciding,
            "GET /joint/{visit}": reading,
          },
        },
        {
          answeredBy: bringFiles,
          routes: {
            "GET /files": reading,
            "POST /files": asking,
            "GET /files/bring": reading,
            "POST /files/bring": deciding,
            "GET /files/{visit}": reading,
            "GET /files/{visit}/sent": reading,
            "GET /register-files": reading,
            "POST /register-files": deciding,
            "GET /register-files/{visit}": reading,
            "GET /register-files/{visit}/sent": reading,
          },
        },
        {
          answeredBy: stepTask,
          routes: {
            ...taskRoutes("/task"),
            ...previewRoutes("/task"),
            "GET /task/leave": reading,
            "POST /task/leave": asking,
            "GET /task/link": reading,
            "POST /task/link": asking,
          },
        },
        { answeredBy: screeningTask, routes: taskRoutes("/screening/task") },
        { answeredBy: deliveryTask, routes: { ...taskRoutes("/delivery/task"), ...previewRoutes("/delivery/task") } },
        { answeredBy: besideTask, routes: taskRoutes("/beside/task") },
        { answeredBy: togetherTask, routes: taskRoutes("/together/task") },
        { answeredBy: afterTask, routes: taskRoutes("/after/task") },
        { answeredBy: watchTask, routes: taskRoutes("/watch/task") },
        {
          answeredBy: registerTask,
          routes: {
            ...linkedRoutes("/entry/task"),
            "GET /entry/task/act": reading,
            "POST /entry/task/act": deciding,
          },
        },
        { answeredBy: reviewTask, routes: taskRoutes("/review/task") },
        { answeredBy: clockCourse, routes: linkedRoutes("/clocks") },
        {
          answeredBy: seeCase,
          routes: {
            ...linkedRoutes("/case-story"),
            ...linkedRoutes("/case-files"),
            ...linkedRoutes("/case-merged"),
            ...linkedRoutes("/case-alike"),
            ...linkedRoutes("/attachments"),
            "GET /attachments/sent": reading,
            ...linkedRoutes("/dossier"),
            ...linkedRoutes("/dossier/paper"),
            "GET /dossier/data": reading,
            "POST /dossier/data": asking,
          },
        },
        { answeredBy: mailbox, routes: { "GET /mailbox": reading, "POST /mailbox": asking } },
        { answeredBy: checkLetter, routes: { "GET /letter": reading, "POST /letter": asking } },
        { answeredBy: assets, routes: { "GET /assets/{version}/{file}": fetching, "GET /favicon.ico": fetching } },
      ],
      otherwise: filePetition,
    });
    this.apiId = api.id;
    this.stage = api.stage;
    this.functions = [
      ...[filePetition, registerFor, petitionStatus, ownAffairs, ownDecisions],
      ...[addMaterial, ownFile, jointPetition, bringFiles],
      ...[stepTask, screeningTask, deliveryTask, besideTask, togetherTask, afterTask, watchTask],
      ...[reviewTask, registerTask],
      ...[clockCourse, seeCase, mailbox, checkLetter, assets],
    ];
  }
}
