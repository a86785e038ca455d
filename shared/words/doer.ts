import type { Actor } from "#case/state/actor.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { staffName } from "./words.ts";

/** Who did it, by name: for staff only. */
export const doer = ({ by, directory }: { by: Actor; directory: Directory }, lang: Lang): string => {
  switch (by.kind) {
    case "staff":
      return staffName(directory, by.id, lang);
    case "petitioner":
      return { zh: "信访人", en: "the petitioner" }[lang];
    case "operator":
      return { zh: "系统管理员", en: "a system operator" }[lang];
    case "clock":
    case "policy":
    case "workflow":
      return { zh: "系统", en: "the system" }[lang];
  }
};
