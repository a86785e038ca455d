import type { IdentityVault } from "#access/identity.ts";
import { textsIn } from "#access/texts.ts";
import type { Carried } from "#case/acts/carried.ts";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import { findingPairs, outcomeOf } from "#case/acts/findings.ts";
import { decideBy, mergedJudges, newLeadJudges } from "#case/acts/judges.ts";
import { nextLead } from "#case/acts/new-lead.ts";
import { promiseRows, promises } from "#case/acts/promise.ts";
import { carryOutOnTwo } from "#case/acts/two-cases.ts";
import { type Wrote, writing } from "#case/acts/writing.ts";
import type { Case, In } from "#case/state/case.ts";
import type { CaseEvent, FactOf } from "#case/state/event.ts";
import { replay } from "#case/state/record.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { CaseId } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";
import type { Written } from "#ground/written.ts";

export type CarryOverPorts = Omit<Ports, "cases"> & {
  cases: Pick<CaseStore, "load" | "commit" | "history">;
  identities: Pick<IdentityStore, "matter" | "texts">;
  vault: IdentityVault;
  random: (bytes: number) => Uint8Array;
};

/** What is carried to another case, with the texts of it, sealed under that one's key. */
type CarriedThere = { carried: Carried; texts?: Wrote<object>["texts"] };

/**
 * 随并案: what happened to a case comes of another one that it is merged with. What was written in the one is opened and sealed
 * again for the other: no case opens by the key of another, so that each can be kept or erased for itself.
 */
export const carryOver = (ports: CarryOverPorts) => {
  const { cases, identities, vault } = ports;
  const write = writing({ ...ports, matter: identities.matter });

  /** Texts of one case by their fields, sealed for another one. */
  const again = async <Field extends string>(
    from: CaseId,
    to: CaseId,
    names: Readonly<Record<Field, Written>>,
  ): Promise<{ names: Record<Field, Written>; texts: Wrote<object>["texts"] }> => {
    const wanted: readonly string[] = Object.values(names);
    const sealed = await identities.texts(from);
    const asked = Object.fromEntries(Object.entries(sealed).filter(([name]) => wanted.includes(name)));
    const opened = textsIn(from, await vault.open(from, asked));
    const textOf = (name: string): string => {
      const text = opened.get(name);
      if (text === undefined) throw new Error(`${from} has no text ${name}`);
      return text;
    };
    const typed = Object.fromEntries(Object.entries<Written>(names).map(([field, name]) => [field, textOf(name)]));
    const { act, texts } = await write(to, typed);
    return { names: { ...names, ...act }, texts };
  };

  /** A case as it stood after an event of it. */
  const after = async ({ caseId, seq }: CaseEvent): Promise<Case | undefined> => {
    const { events } = await cases.history(caseId);
    return replay(events.filter((event) => event.seq <= seq));
  };

  /** 答复: what the letter says to the requests that are the same, in the order in which the other case makes them. */
  const answered = async (
    event: CaseEvent,
    { letter, unit, staff }: FactOf<"replied">,
    { id: to, asks }: In<"merged">,
  ): Promise<CarriedThere> => {
    const { caseId, seq } = event;
    const lead = await after(event);
    if (lead?.status !== "delivering") throw new Error(`${caseId} event ${seq} has answered nothing`);
    const found = asks.flatMap((n) => letter.findings[n - 1] ?? []);
    if (found.length !== asks.length) throw new Error(`${caseId} event ${seq} does not answer all that ${to} asks`);
    const decisions = Object.fromEntries(found.map(({ decision }, i) => [findingPairs[i]?.[0] ?? "", decision]));
    // What is promised of requests that this one does not make is none of its own.
    const made = promises(found) ? letter.promises : undefined;
    const promised = Object.fromEntries((made ?? []).map(({ promise }, i) => [promiseRows[i]?.[0] ?? "", promise]));
    const { names, texts } = await again(caseId, to, {
      ...{ facts: letter.facts, rule: letter.rule },
      ...decisions,
      ...promised,
    });
    const sealed: Readonly<Record<string, Written>> = names;
    const findings = found.map(({ outcome }, i) => {
      const decision = sealed[findingPairs[i]?.[0] ?? ""];
      if (decision === undefined) throw new Error(`${caseId} event ${seq}: a finding was not sealed for ${to}`);
      return { outcome, decision };
    });
    const promisesAgain = made?.map((one, i) => {
      const promise = sealed[promiseRows[i]?.[0] ?? ""];
      if (promise === undefined) throw new Error(`${caseId} event ${seq}: a promise was not sealed for ${to}`);
      return { ...one, promise };
    });
    const { ownersUnit, level } = lead;
    const parts = {
      outcome: outcomeOf(findings),
      facts: names.facts,
      rule: names.rule,
      findings,
      ...(promises(findings) && {
        promisedFor: letter.promisedFor,
        promises: promisesAgain,
      }),
      remedy: letter.remedy,
    };
    return {
      carried: {
        what: "answered",
        author: { unit, staff },
        ownersUnit,
        level,
        parts,
        ...(lead.owners && { hands: { owned: lead.owners, others: lead.hands ?? [] } }),
      },
      texts,
    };
  };

  /** 延期: as many days as the other, for the same reason. */
  const extended = async (
    event: CaseEvent,
    { letter }: FactOf<"extensionApproved">,
    { id: to }: In<"merged">,
  ): Promise<CarriedThere> => {
    const { caseId, seq } = event;
    const lead = await after(event);
    if (lead?.status !== "handling") throw new Error(`${caseId} event ${seq} has extended nothing`);
    const { names, texts } = await again(caseId, to, { reason: letter.reason });
    const { days, approvedBy } = letter;
    return { carried: { what: "extended", days, reason: names.reason, unit: lead.unit, approvedBy }, texts };
  };

  /** What of an event concerns another case as it stands; nothing where that is merged with its case no more. */
  const concerning = async (event: CaseEvent, to: Case): Promise<CarriedThere | undefined> => {
    const { caseId, seq, fact } = event;
    if (to.status === "merged" && to.lead === caseId) {
      if (fact.type === "replied") return answered(event, fact, to);
      if (fact.type === "extensionApproved") return extended(event, fact, to);
      // Nobody leads the others, or this one does not fit: it goes on for itself.
      return fact.type === "withdrawalDeclared" ? { carried: { what: "withdrawn" } } : undefined;
    }
    if (!to.members?.includes(caseId)) return undefined;
    switch (fact.type) {
      case "withdrawalDeclared":
      case "unmerged":
        return { carried: { what: "left" } };
      case "materialAdded":
      case "fileAdded": {
        const { events } = await cases.history(to.id);
        const isTold = events.some(
          ({ fact: one }) => one.type === "memberBrought" && one.member === caseId && one.seq === seq,
        );
        return isTold ? undefined : { carried: { what: "brought", seq } };
      }
      default:
        return undefined;
    }
  };

  /** 牵头件更换: which of those that were handled in a withdrawn petition leads the others, where that is known. */
  const passedTo = async ({ caseId, seq }: CaseEvent): Promise<FactOf<"leadPassed"> | undefined> => {
    const { events } = await cases.history(caseId);
    return events.flatMap(({ seq: at, fact }) => (at > seq && fact.type === "leadPassed" ? [fact] : [])).at(0);
  };

  /** One of those that are still handled in it takes the lead, unless one has; none where none can. */
  const newLead = async (event: CaseEvent): Promise<FactOf<"leadPassed"> | undefined> => {
    const known = await passedTo(event);
    if (known !== undefined) return known;
    const { caseId, seq } = event;
    const { events } = await cases.history(caseId);
    const before = replay(events.filter((one) => one.seq < seq));
    const found = await inBatches(before?.members ?? [], (id) => cases.load(id));
    const next = nextLead(found.flatMap((one) => (one?.status === "merged" && one.lead === caseId ? [one] : [])));
    // Nobody can, or another has taken it since, and those that are read here follow that one already.
    if (next === undefined) return passedTo(event);
    await carryOutOnTwo(ports)({ lead: caseId, member: next.id }, ({ lead, member }, now) => ({
      lead: decideBy(newLeadJudges)(lead, { type: "passLead", to: member }, now),
      member: decideBy(newLeadJudges)(member, { type: "takeLead", from: lead }, now),
    }));
    return passedTo(event);
  };

  /** Has a petition handled in the one that leads now. @returns whether it is, or leads itself */
  const followed = async (event: CaseEvent, id: CaseId): Promise<boolean> => {
    const passed = await newLead(event);
    if (passed === undefined) return false;
    const { to, asks } = passed;
    if (to === id) return true;
    const known = { from: event.caseId, asks };
    const came = await carryOutOnTwo(ports)({ lead: to, member: id }, ({ lead, member }, now) => ({
      lead: decideBy(newLeadJudges)(lead, { type: "takeFollower", member, ...known }, now),
      member: decideBy(newLeadJudges)(member, { type: "followLead", lead, ...known }, now),
    }));
    return came.kind === "done";
  };

  /** @returns whether anything came of it there @throws whatever opening, sealing and storing throw: it is carried again */
  return async (event: CaseEvent, to: CaseId): Promise<"carried over" | "merged no more"> => {
    const there = await cases.load(to);
    if (there === undefined)
      throw new Error(`${event.caseId} event ${event.seq} is carried to ${to}, which is no case`);
    const isWithdrawn = event.fact.type === "withdrawalDeclared";
    if (isWithdrawn && there.status === "merged" && there.lead === event.caseId && (await followed(event, to)))
      return "carried over";
    const found = await concerning(event, there);
    if (found === undefined) return "merged no more";
    const { carried, texts = {} } = found;
    const command = { type: "carry", from: event.caseId, carried } as const;
    const outcome = await carryOut(ports, mergedJudges)(to, command, { texts });
    return outcome.kind === "done" && outcome.events.length > 0 ? "carried over" : "merged no more";
  };
};
