import { isCorrectedTo } from "#case/acts/contact.ts";
import type { GivenToPetitioner } from "#case/acts/given-to-petitioner.ts";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { successorsIn } from "#case/state/joint.ts";
import { type CorrectingPorts, correctedContact, countAddress, type ProvenKey } from "./corrected-contact.ts";
import type { CameOf, Inner, StoringWays } from "./decide-petition.ts";
import { type HandingPorts, handedOver } from "./handed-over.ts";
import { isNamedAs, type NamingPorts, namedAgent } from "./named-agent.ts";
import { openedToOthers } from "./opened-to-others.ts";
import type { OpenedCase } from "./petition-key.ts";

type CorrectContact = Extract<PetitionerCommand, { command: "correctContact" }>;
type OpenJoining = Extract<PetitionerCommand, { command: "openJoining" }>;
type HandOver = Extract<PetitionerCommand, { command: "handOver" }>;
type NameAgent = Extract<PetitionerCommand, { command: "nameAgent" }>;

export type StoringPorts = CorrectingPorts &
  NamingPorts &
  HandingPorts & { given: Pick<GivenToPetitioner, "isDecided"> };

/** How people are named and reached is stored, sealed, with the acts that change it. */
export const storingPeople =
  (ports: StoringPorts) =>
  ({ carry, opened, open }: Inner): StoringWays => {
    const contactFor = correctedContact(ports);
    const agentFor = namedAgent(ports);
    const openingFor = openedToOthers(ports);
    const handing = handedOver(ports);

    /**
     * Names an agent. What was decided on the page before is done already if it was just this; anybody else is shown again, so
     * that of two that are named none is lost in silence.
     */
    const name = async ({ petition }: OpenedCase, { act, saw }: { act: NameAgent; saw: number }): Promise<CameOf> => {
      const { id } = petition;
      const agent = await agentFor(petition, act);
      const outcome = await carry(id, { type: "petitioner", act, saw }, { agent });
      if (outcome.kind === "refused") return { petition: outcome.case, refusal: outcome.refusal };
      if (outcome.events.length > 0) return { petition: outcome.after };
      const isDone = isNamedAs(act, (await opened(outcome.after)).agents.at(-1));
      return { petition: outcome.after, ...(!isDone && { refusal: "pageOutdated" as const }) };
    };

    /**
     * Corrects how a petitioner is reached. What was decided on the page before is done already if it was just this; anything
     * else is shown again, so that of two corrections none is lost in silence.
     */
    const correct = async (
      { petition, now }: OpenedCase,
      { act, saw }: { act: CorrectContact; saw: number },
      proven: ProvenKey,
    ): Promise<CameOf> => {
      const { id } = petition;
      const counted = act.email === undefined ? undefined : await countAddress(ports, { id, email: act.email }, now);
      if (counted?.kind === "wait") return { petition, wait: counted.until };
      const contact = await contactFor(id, act, proven);
      const outcome = await carry(id, { type: "petitioner", act, saw }, { contact });
      if (outcome.kind === "done" && outcome.events.length > 0) {
        return { petition: outcome.after, phoneTail: contact.code && act.phone };
      }
      await counted?.giveBack();
      if (outcome.kind === "refused") return { petition: outcome.case, refusal: outcome.refusal };
      const isDone = isCorrectedTo(act, (await opened(outcome.after)).contact);
      return { petition: outcome.after, ...(!isDone && { refusal: "pageOutdated" as const }) };
    };

    /** Opens the petition to others. The same decision sent again has opened it already, with the code that is there. */
    const letOthersJoin = async (
      { petition }: OpenedCase,
      { act, saw }: { act: OpenJoining; saw: number },
    ): Promise<CameOf> => {
      const opening = await openingFor(petition);
      const outcome = await carry(petition.id, { type: "petitioner", act, saw }, { opening });
      return outcome.kind === "refused"
        ? { petition: outcome.case, refusal: outcome.refusal }
        : { petition: outcome.after };
    };

    /** Hands a joint petition over. Their key opens it no more after this: what came of it is told without it. */
    const handOver = async (
      { petition }: OpenedCase,
      { act, saw }: { act: HandOver; saw: number },
      proven: ProvenKey,
    ): Promise<CameOf> => {
      const to = successorsIn(petition).find((n) => String(n) === act.signatory);
      const along = to === undefined ? {} : await handing(petition, to, proven);
      const outcome = await carry(petition.id, { type: "petitioner", act, saw }, along);
      return outcome.kind === "refused"
        ? { petition: outcome.case, refusal: outcome.refusal }
        : { petition: outcome.after };
    };

    return {
      act: (from, { command, saw }, proven) => {
        if (command.command === "nameAgent") return name(from, { act: command, saw });
        if (command.command === "handOver") return handOver(from, { act: command, saw }, proven);
        if (command.command === "openJoining") return letOthersJoin(from, { act: command, saw });
        return command.command === "correctContact" ? correct(from, { act: command, saw }, proven) : undefined;
      },

      /** Of the same correction sent twice the second comes with a number that the first has changed: it is done already. */
      doneBefore: async (key, from, { command, saw }) => {
        if (command.command !== "correctContact" || command.phone === undefined) return undefined;
        const anew = await open({ ...key, phoneTail: command.phone }, from);
        if ("barred" in anew || !ports.given.isDecided(anew.petition, "correctContact", saw)) return undefined;
        const isDone = isCorrectedTo(command, (await opened(anew.petition)).contact);
        return isDone ? { petition: anew.petition, phoneTail: command.phone } : undefined;
      },
    };
  };
