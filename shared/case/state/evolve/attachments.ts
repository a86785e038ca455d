import type * as z from "zod";
import type { Case } from "#case/state/case.ts";
import type { Attachment, attachmentFacts, NotAttached } from "#case/state/facts/attachments.ts";
import { type Evolutions, from } from "./evolution.ts";

type AttachmentFactType = z.infer<(typeof attachmentFacts)[number]>["type"];

const withOne = (c: Case, one: Attachment | NotAttached): Case => ({
  ...c,
  attachments: [...(c.attachments ?? []), one],
});

export const attachmentEvolutions: Evolutions<AttachmentFactType> = {
  attached: from(["handling"], (c, { type: _, sha256: __, ...one }) => withOne(c, one)),
  notAttached: from(["handling"], (c, { type: _, ...one }) => withOne(c, one)),
};
