import { whyNotFile } from "#case/acts/files.ts";
import { type Arrivals, type BringForm, type Files, savedAs } from "#case/files/shelves.ts";
import { scopeOf } from "#case/state/agent.ts";
import type { Case } from "#case/state/case.ts";
import { type FileName, noFiles } from "#case/state/facts/files.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { LinkedFile } from "#web/parts/file-list.tsx";
import { type KeyPorts, type Unproven, withKey } from "./petition-key.ts";
import type { Barred, PetitionKey } from "./unlock.ts";

export type BringPorts = KeyPorts & {
  arrivals: Pick<Arrivals, "formFor">;
  files: Pick<Files, "linkTo">;
  /** Gives as many random bytes as asked for. */
  random: (bytes: number) => Uint8Array;
};

/** The case of whoever sends files to it, the files that are theirs to see, and why they may send none now. */
export type FilesSeen = { petition: Case; agent: number | undefined; files: LinkedFile[]; whyNot: Refusal | undefined };

/** What somebody who wants to send a file is given: a name for it, or why not. */
export type Given = { petition: Case; agent: number | undefined } & (
  | { name: FileName }
  | { refusal: Refusal }
  | Unproven
);

const nameBytes = 16;

/** 交照片和 PDF: whoever has a key to a case is given a form for one file, with the whole number, as for every decision. */
export const bringFiles = (ports: BringPorts) => {
  const { open, unprovenBy, opensStill } = withKey(ports);

  return {
    open,

    /** A case that was opened before, as it stands now; `undefined` for one that was lost, and for whoever is its agent no more, or has its code no more. */
    see: async (caseId: string, agent: number | undefined, code?: string): Promise<FilesSeen | undefined> => {
      const petition = await ports.cases.load(caseId);
      if (petition === undefined || (agent !== undefined && scopeOf(petition, agent) === undefined)) return undefined;
      if (agent === undefined && !(await opensStill(petition, code))) return undefined;
      // All of them to the petitioner, to an agent those that they sent themselves.
      const theirs = (petition.files ?? noFiles).kept.filter((file) => agent === undefined || file.agent === agent);
      const files = await Promise.all(
        theirs.map(async (file) => {
          const place = { caseId: petition.id, name: file.name };
          return { ...file, link: await ports.files.linkTo(place, file.kind, savedAs(petition.id, file)) };
        }),
      );
      return { petition, agent, files, whyNot: whyNotFile(petition, agent) };
    },

    give: async (key: PetitionKey, from: string, wholePhone: string): Promise<Barred | Given> => {
      const opened = await open(key, from);
      if ("barred" in opened) return opened;
      const { petition, agent, now } = opened;
      const unproven = await unprovenBy(key, wholePhone, from, now);
      if (unproven !== undefined) return { petition, agent, ...unproven };
      const refusal = whyNotFile(petition, agent);
      if (refusal !== undefined) return { petition, agent, refusal };
      return { petition, agent, name: Buffer.from(ports.random(nameBytes)).toString("base64url") };
    },

    /** The form for a file of that name. @param backTo where the browser goes once it is sent */
    formFor: (
      petition: Case,
      sent: { agent: number | undefined; name: FileName },
      backTo: string,
    ): Promise<BringForm> => ports.arrivals.formFor({ caseId: petition.id, ...sent }, backTo),
  };
};
