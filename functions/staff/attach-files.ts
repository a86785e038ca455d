import { ledBack, notKnownYet, sentQuery } from "#case/files/sent.ts";
import { type Arrival, type Arrivals, sameSender } from "#case/files/shelves.ts";
import { attachedTo, attacherIn, attachmentNamed, notAttachedTo, whyNotAttach } from "#case/state/attaching.ts";
import type { Attachment } from "#case/state/facts/attachments.ts";
import { isReplaced } from "#case/state/link-of.ts";
import { type Reply, sameAt } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { attachmentsPage } from "#web/pages/attachments.page.tsx";
import type { SentStep } from "#web/parts/store-form.tsx";
import { attachmentsAddress as address } from "#web/parts/to-attachments.tsx";
import { type FoundLink, usableIn } from "./found-link.ts";
import { type LinkedPagePorts, linkedPage, type RightByLink } from "./linked-page.ts";

export type AttachFilesPorts = LinkedPagePorts & {
  arrivals: Pick<Arrivals, "formFor">;
  /** Gives as many random bytes as asked for. */
  random: (bytes: number) => Uint8Array;
};

const nameBytes = 16;

/** The same link as long as its turn lasts, and after the answer was given by it as long as something may be attached to that. */
const attaching = (found: FoundLink): RightByLink => {
  const right = usableIn(found);
  if ("role" in right || (right.barred !== "used" && right.barred !== "over")) return right;
  const { petition, link, world } = found;
  const attacher = attacherIn(petition, link.for, world.directory);
  if (attacher?.asked.over !== "given" || isReplaced(petition, link.for)) return right;
  return { role: attacher.asked.as ?? "assistant", person: attacher.person };
};

/**
 * 协办附件: whoever answers for another unit attaches photos and PDFs, by the link of their task. A form for one goes to the
 * store itself, which leads back here. It reads the case and decides nothing, so that no answer waits for a file; and what
 * is attached is opened elsewhere, where each look is recorded.
 */
export const attachFiles = ({ arrivals, random, ...ports }: AttachFilesPorts) => {
  const { view, reach, entry, toEntry } = linkedPage(address, ports);
  const origin = new URL(ports.baseUrl).origin;
  const scripts = ["photo.client.js"] as const;

  /** What came of what was sent, where something was, and the form for the next one. */
  const stepOf = async (
    { petition, link }: FoundLink,
    sent: ReturnType<typeof ledBack> | undefined,
  ): Promise<SentStep<Attachment>> => {
    const { stepNo, assignment } = link.for;
    const from = { caseId: petition.id, agent: undefined, turn: { stepNo, assignment } };
    const arrival: Arrival = { ...from, name: Buffer.from(random(nameBytes)).toString("base64url") };
    const form = await arrivals.formFor(arrival, `${origin}${address}/sent`);
    const came = sent?.came !== undefined && sameSender(sent.came, from) ? sent.came : undefined;
    if (came === undefined) return { form };
    const known = attachmentNamed(petition, came.name);
    if (known === undefined) return notKnownYet(form, { sentAt: `${address}/sent`, arrival: came, looks: sent?.looks });
    return "kind" in known ? { form, added: known } : { form, notTaken: known.why };
  };

  return {
    entry: (request: Request): Promise<Reply> => entry(request, "", scripts),
    toEntry,

    /** Where the store leads back to: the page is asked for with what it says. */
    sent: (request: Request): Promise<Reply> => entry(request, `?${sentQuery(ledBack(request.query))}`, scripts),

    open: async (request: Request): Promise<Reply> => {
      const reached = await reach(request, attaching);
      if ("elsewhere" in reached) return reached.elsewhere;
      const { petition, world, link, task, token } = reached;
      const attacher = attacherIn(petition, link.for, world.directory);
      if (attacher === undefined) return sameAt(`${task}/open`);
      const { n, over } = attacher.asked;
      const { stepNo } = link.for;
      const whyNot = whyNotAttach(petition, { stepNo, n });
      const { form, ...came } = await stepOf(
        reached,
        request.query.key === undefined ? undefined : ledBack(request.query),
      );
      const html = attachmentsPage({
        view: await view(request),
        directory: world.directory,
        ...{ petition, whyNot, task, token },
        attached: attachedTo(petition, { stepNo, n }),
        refused: notAttachedTo(petition, { stepNo, n }).map(({ why }) => why),
        step: { ...came, ...(whyNot === undefined && form !== undefined && { form }) },
        isOpen: over === undefined,
      });
      return { status: 200, html };
    },
  };
};
