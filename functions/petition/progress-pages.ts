import { forgottenDeviceKey } from "#access/device-key.ts";
import { type Reply, sameAt, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { petitionerAddresses } from "#web/parts/petitioner-door.tsx";
import { isTurned } from "#web/parts/view-of.ts";
import { ActAsSent, type ActsThere, type CasePages, casePages } from "./case-pages.ts";
import { keyOf, sawIn } from "./sent-along.ts";

/** An act is sent here only to be shown in the other language: its panel shows again what was typed in it so far. */
const actsTurned = ({ door: { leadsOn } }: CasePages): ActsThere<ActAsSent> => ({
  Sent: ActAsSent,
  besideCase: ({ command, typed }) => (leadsOn?.isName(command) ? { sent: { command, typed, errors: {} } } : {}),
  cameOf: () => undefined,
  statusOf: () => 200,
  isShownToCheck: () => false,
  whatIsOver: () => undefined,
  drawCheck: () => undefined,
});

/**
 * 查询进度: the key, then how the case stands, as its petitioner may see it. Nothing is decided here: what is offered is done at
 * the door that it leads to, and what a page from before still sends here is sent on, with all that was typed.
 */
export const progressPages = ({ baseUrl, ...ports }: CasePages) => {
  const { door, follow } = ports;
  const { pages, answer, broken } = casePages({ baseUrl, ...ports }, actsTurned({ baseUrl, ...ports }));

  /** Where something is sent on to that is done at another door; a form of no act of ours is broken. */
  const onTo = (request: Request, what: "check" | "act"): Promise<Reply> =>
    door.leadsOn?.isName(request.form.command)
      ? Promise.resolve(sameAt(`${petitionerAddresses[door.leadsOn.to]}/${what}`))
      : broken(request);

  return {
    ...pages,
    check: (request: Request): Promise<Reply> => onTo(request, "check"),

    /** A form that is sent here to be shown in the other language stays, with what was typed. */
    act: async (request: Request): Promise<Reply> => {
      const { code: _, phoneTail: __, saw: ___, command, ...typed } = request.form;
      if (command === undefined || !door.leadsOn?.isName(command) || !isTurned(request)) return onTo(request, "act");
      const key = keyOf(request);
      const looked = await follow.look(key, request.address);
      if ("barred" in looked) return answer(request, { shows: "form", typed: key, barred: looked });
      const { petition, agent } = looked;
      const sent = { command, typed, saw: sawIn(request) };
      return answer(request, { shows: "case", caseId: petition.id, agent, key, sent }, petition);
    },

    /** A page from before asks here to have a mailbox asked again. */
    toMailbox: (): Promise<Reply> => Promise.resolve(sameAt(`${petitionerAddresses.decisions}/mailbox`)),

    /** Has the device forget all that was kept for it, as somebody leaves who does not use it alone. */
    leave: (): Promise<Reply> => Promise.resolve(seeOther("/", [forgottenDeviceKey(baseUrl)])),
  };
};
