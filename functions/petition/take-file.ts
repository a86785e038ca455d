import * as z from "zod";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import { fileNamed } from "#case/acts/files.ts";
import { fileJudges } from "#case/acts/judges.ts";
import { type FoundFile, lookAt } from "#case/files/look-at.ts";
import { type Arrival, type Arrivals, arrivalAt, type Files } from "#case/files/shelves.ts";
import { attachmentNamed } from "#case/state/attaching.ts";
import type { Case } from "#case/state/case.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { registrarOf } from "#case/state/registrar.ts";
import type { CaseStore } from "#case/store/case-store.ts";

export type TakeFilePorts = Ports & {
  cases: Pick<CaseStore, "history">;
  arrivals: Pick<Arrivals, "read" | "drop">;
  files: Pick<Files, "keep" | "drop">;
};

/** What S3 tells of what has arrived, by the keys of its objects; nothing of the test that it sends when it is set up. */
export const ArrivalsTold = z
  .object({ Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })).default([]) })
  // As in the query of an address: S3 writes it so.
  .transform(({ Records }) => Records.map(({ s3 }) => decodeURIComponent(s3.object.key.replaceAll("+", " "))));

/**
 * What has become of something that arrived: on record, or not. `gone`: it was looked at before, or nobody did within its
 * time; `unknown`: nobody was given a form for it, or its case is lost.
 */
export type TakenFile = "added" | "notTaken" | "gone" | "unknown" | { refused: Refusal };

/** What the case knows of something that arrived, among what it has from that side. */
const knownAs = (c: Case, { turn, name }: Arrival) =>
  turn === undefined ? fileNamed(c, name) : attachmentNamed(c, name);

/**
 * 收文件: looks at what has arrived, moves what is right to the files of its case, and has it on record; whatever else is
 * deleted, and why is on record. A file is kept before the record says so and dropped where it does not come to: a call
 * that ends in between is made again, and finds what arrived still there. Called twice it does nothing twice.
 */
export const takeFile = ({ arrivals, files, ...ports }: TakeFilePorts) => {
  const carry = carryOut(ports, fileJudges);

  const onRecord = async (arrival: Arrival, found: FoundFile): Promise<TakenFile> => {
    const { caseId, agent, counter, turn, name } = arrival;
    const entered = counter && registrarOf((await ports.cases.history(caseId)).events);
    // A form for it is given to nobody else than who has registered the case.
    if (counter && entered === undefined) return "unknown";
    const outcome = await carry(caseId, {
      type: "fileCame",
      file: { name, ...found },
      agent,
      entered,
      ...(turn && { turn }),
    });
    const known = knownAs(outcome.kind === "done" ? outcome.after : outcome.case, arrival);
    if (known === undefined) return outcome.kind === "refused" ? { refused: outcome.refusal } : "gone";
    return "why" in known ? "notTaken" : "added";
  };

  return async (key: string): Promise<TakenFile> => {
    const arrival = arrivalAt(key);
    if (arrival === undefined) return "unknown";
    const { caseId, name } = arrival;
    const content = await arrivals.read(arrival);
    // Read after what arrived: whoever took that has had it on record before.
    const petition = await ports.cases.load(caseId);
    if (petition === undefined) {
      await arrivals.drop(arrival);
      return "unknown";
    }
    if (content === undefined) {
      if (knownAs(petition, arrival) === undefined) await files.drop({ caseId, name });
      return "gone";
    }
    const found: FoundFile = content === "tooLarge" ? { why: "tooLarge" } : lookAt(content);
    const isRight = content !== "tooLarge" && "kind" in found;
    if (isRight && knownAs(petition, arrival) === undefined) await files.keep({ caseId, name }, found.kind, content);
    const taken = await onRecord(arrival, found);
    if (isRight && taken !== "added") await files.drop({ caseId, name });
    await arrivals.drop(arrival);
    return taken;
  };
};
