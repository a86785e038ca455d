import { offeredTo } from "#case/acts/every-act.ts";
import { isOpen } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import type { Look } from "#case/state/party.ts";
import type { Part, Turn } from "#case/state/turn.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import { aboutNobody } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { StaffId } from "#ground/ids.ts";
import { agentPage } from "#web/pages/agent.page.tsx";
import { caseStoryPage } from "#web/pages/case-story.page.tsx";
import { type CheckPetition, checkPetitionPage } from "#web/pages/check-petition.page.tsx";
import { clockCoursePage } from "#web/pages/clock-course.page.tsx";
import { filePetitionPage } from "#web/pages/file-petition.page.tsx";
import { ownStoryPage } from "#web/pages/own-story.page.tsx";
import { statusPage } from "#web/pages/status.page.tsx";
import { taskPage } from "#web/pages/task.page.tsx";
import { taskSummaryPage } from "#web/pages/task-summary.page.tsx";
import type { View } from "#web/parts/view.ts";
import { everyDoor } from "../../fixtures/every-door.ts";
import { directory, matter, petitioner, type Sample, samples } from "./samples.ts";

export const view = (lang: Lang = "zh", more: Partial<View> = {}): View => ({
  lang,
  assets: "v1",
  nonce: "n0nce",
  district: directory.district,
  path: "/",
  ...more,
});

export const staffOf = ({ petition }: Sample): StaffId =>
  isOpen(petition) ? petition.owner : petition.responsible.staff;

/** The turn of a step's first owner. */
export const turnAt = ({ events, petition }: Sample, stepNo: number): Turn => {
  const opened = events.find(({ fact }) => fact.type === "stepOpened" && fact.stepNo === stepNo)?.fact;
  return { staff: opened?.type === "stepOpened" ? opened.owner : petition.responsible.staff, stepNo, assignment: 1 };
};

/** The turn in which an owner did something. */
export const partOf = (sample: Sample, { fact }: CaseEvent): Part => ({
  ...turnAt(sample, "stepNo" in fact ? fact.stepNo : 1),
  role: "owner",
});

export const looks: Look[] = [
  { at: "2026-11-20T06:40:00.000Z", by: staffOf(samples.inCommunity), unit: "nanyuan", stepNo: 1 },
];

export const status = (sample: Sample, lang: Lang = "zh", more: Partial<Parameters<typeof statusPage>[0]> = {}) =>
  statusPage({
    view: view(lang),
    ...sample,
    directory,
    looks,
    requests: matter.requests,
    code: "7KQM2D9XVT4H",
    phoneTail: "1201",
    ...more,
  });

/** The page of the one agent that a case has. */
export const agentOf = (sample: Sample, scope: readonly AgentScope[], lang: Lang = "zh"): string =>
  agentPage({
    view: view(lang),
    ...sample,
    directory,
    requests: matter.requests,
    agent: { n: 1, name: "陆新华", scope },
    code: "7KQM2D9XVT4H",
    phoneTail: "5678",
  });

export const worldOf = ({ now }: Sample) => ({ now, directory, calendar: chineseCalendar() });

export const task = (sample: Sample, lang: Lang = "zh", more: Partial<Parameters<typeof taskPage>[0]> = {}) => {
  const person = directory.staff.find(({ id }) => id === staffOf(sample));
  if (person === undefined) throw new Error("the sample's owner is not in the directory");
  const world = { ...worldOf(sample), directory: more.directory ?? directory };
  const commands = offeredTo(more.role ?? "owner", sample.petition, world);
  return taskPage({
    view: view(lang),
    door: everyDoor,
    ...sample,
    directory,
    token: "t0ken",
    person,
    role: "owner",
    petitioner,
    matter,
    commands,
    ...more,
  });
};

/** 期限明细 of a sample, as its owner reads it. */
export const clockCourse = (sample: Sample, lang: Lang = "zh"): string =>
  clockCoursePage({ view: view(lang), ...sample, ...worldOf(sample), task: "/task", token: "t0ken" });

/** 办理明细 of a sample, as its petitioner reads it. */
export const ownStory = (
  { petition, events, now }: Sample,
  lang: Lang = "zh",
  more: Partial<Parameters<typeof ownStoryPage>[0]> = {},
): string =>
  ownStoryPage({
    ...{ view: view(lang), petition, events, agents: [], now, directory },
    keyed: { code: "7KQM-2D9X-VT4H", phoneTail: "1201" },
    ...more,
  });

/** 办理明细 of a sample, as its owner reads it. */
export const caseStory = (sample: Sample, lang: Lang = "zh", isLook = true): string =>
  caseStoryPage({ view: view(lang), ...sample, ...worldOf(sample), isLook, task: "/task", token: "t0ken" });

export const summary = (sample: Sample, lang: Lang = "zh", error?: string) =>
  taskSummaryPage({ view: view(lang), address: "/task", ...sample, directory, token: "t0ken", role: "owner", error });

export const form = (lang: Lang = "zh", more: Partial<Parameters<typeof filePetitionPage>[0]> = {}) =>
  filePetitionPage({
    view: view(lang),
    directory,
    calendar: chineseCalendar(),
    now: "2026-11-23T01:00:00.000Z",
    typed: {},
    errors: {},
    submission: "s1",
    ...more,
  });

/** What was written, to be checked. */
export const checked = (lang: Lang = "zh", more: Partial<CheckPetition> = {}): string =>
  checkPetitionPage({
    view: view(lang),
    directory,
    now: samples.filed.now,
    petition: {
      category: "housing-estates",
      community: "nanyuan",
      about: aboutNobody,
      submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10",
      matter,
      petitioner: { name: "陈某", phone: "+8613900002468" },
      keyNumber: "+8613900002468",
    },
    sends: "/petition/d",
    action: "/petition",
    ...more,
  });
