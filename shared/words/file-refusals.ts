import type { Refusal } from "#case/state/refusal.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { refusedPetitioner } from "./petitioner-refusals.ts";
import { fileRefusals } from "./refused-files.ts";

const isOfFiles = (refusal: Refusal): refusal is keyof typeof fileRefusals => Object.hasOwn(fileRefusals, refusal);

/** Why no file is taken from a petitioner or an agent now, in words. */
export const refusedFile = (refusal: Refusal): Bilingual =>
  isOfFiles(refusal) ? fileRefusals[refusal] : refusedPetitioner(refusal);
