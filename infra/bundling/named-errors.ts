import { ownSources } from "./own-sources.ts";

const imported = /\{([^{}]*)\} from "@aws-sdk\/client-/g;

/** The names that our sources import from clients of the SDK: among them the errors that they tell apart. */
export const errorsThatWeName = async (root: string): Promise<Set<string>> => {
  const texts = await ownSources(root);
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(imported)].flatMap(([, names = ""]) => names.split(",").map((name) => name.trim())),
    ),
  );
};
