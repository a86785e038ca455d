import { randomUUID } from "node:crypto";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { type Petition, readPetition } from "#case/forms/petition-form.ts";
import { directory } from "../unit/case/district.ts";
import { letter } from "../unit/case/story.ts";

export const acknowledge: StaffCommand = { command: "acknowledge" };
export const reply: StaffCommand = { command: "reply", ...letter };
/** What is recorded before an answer. */
export const heard = {
  command: "recordContact",
  contact: "heard",
  on: "2026-03-02",
  said: "已经听取",
} as const satisfies StaffCommand;
export const reportUpward: StaffCommand = { command: "reportUpward", reason: "超出本级职权" };

/** Somebody of the bureau, who may give a new query code. */
export const bureauStaff = directory.staff.find(({ unit }) => unit === directory.district.bureau)?.id ?? "";

/** What nobody may find in the clear: who the petitioner is, and their own words. */
export const personal = {
  name: "王小芳",
  phone: "13800001234",
  email: "wang.xiaofang@example.org",
  address: "桃园新村 3 幢 2 单元 401 室",
  story: "去年腊月起没有发过工资",
  place: "桃园路工地",
  ask: "发还拖欠的工资",
};

/** A form as filled in. `wages` goes straight to the department, `estate` to the community, `land` to the bureau. */
export const samplePetition = (
  category: "wages" | "estate" | "land" | "hazard" = "wages",
  submission = randomUUID(),
): Petition & { keyNumber: string } => {
  const read = readPetition({ ...personal, category, community: "peach", submission }, directory);
  if ("problems" in read) throw new Error(`The form is refused: ${JSON.stringify(read)}`);
  return { ...read.petition, keyNumber: personal.phone };
};
