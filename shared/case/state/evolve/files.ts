import type * as z from "zod";
import { type Case, takingStates } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { type fileFacts, noFiles, type SentFiles } from "#case/state/facts/files.ts";
import { type Evolutions, from } from "./evolution.ts";
import { materialBrought } from "./material.ts";

type FileFactType = z.infer<(typeof fileFacts)[number]>["type"];

const agentIn = (by: CaseEvent["by"]): { agent?: number } =>
  by.kind === "petitioner" && by.agent !== undefined ? { agent: by.agent } : {};

const withFiles = (c: Case, then: (files: SentFiles) => SentFiles): Case => ({ ...c, files: then(c.files ?? noFiles) });

export const fileEvolutions: Evolutions<FileFactType> = {
  fileAdded: from(takingStates, (c, { n, name, kind, bytes, on, answers, enteredBy }, { by }) =>
    withFiles(c.status === "handling" && answers ? materialBrought(c) : c, ({ kept, refused }) => ({
      kept: [...kept, { n, name, kind, bytes, on, ...agentIn(by), ...(enteredBy !== undefined && { enteredBy }) }],
      refused,
    })),
  ),
  fileRefused: from(takingStates, (c, { name, why }) =>
    withFiles(c, ({ kept, refused }) => ({ kept, refused: [...refused, { name, why }] })),
  ),
};
