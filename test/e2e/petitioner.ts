import type { Browser } from "playwright-core";
import { petitioner as personWhoFiles } from "../../local/people.ts";
import type { RunningDistrict } from "../../local/running.ts";
import type { SamplePetition } from "../../local/samples.ts";

/** What a petitioner of these tests types. */
export const typed = {
  category: "housing-estates",
  community: "nanyuan",
  story: "3 号楼顶层从九月起一直漏水，物业来过两次都没有修好。",
  place: "南园小区 3 号楼 501 室",
  ask: "请在入冬前把屋面防水修好。",
  name: "陈桂芳",
  phone: "13900002468",
} satisfies SamplePetition;

/** A petitioner with a phone, who files that petition or one that differs from it. */
export const petitioner = async (browser: Browser, here: RunningDistrict) => {
  const person = await personWhoFiles(browser, here);
  return { ...person, file: (what: Partial<SamplePetition> = {}) => person.file({ ...typed, ...what }) };
};
