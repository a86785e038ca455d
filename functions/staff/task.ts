import type { IdentityVault } from "#access/identity.ts";
import type { Link, LinkFor } from "#access/link.ts";
import { noTexts, type Texts, textsIn } from "#access/texts.ts";
import type { triesStore } from "#access/tries-store.ts";
import { turnEnd } from "#case/account/turn-end.ts";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import { staffJudges } from "#case/acts/judges.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { type WritingPorts, writing } from "#case/acts/writing.ts";
import { agentsOf } from "#case/state/agent.ts";
import { withoutApart } from "#case/state/apart.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import { contactPersonFields, contactPersonsIn, contactPersonsOf } from "#case/state/contact-persons.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { linksAreDead } from "#case/state/link-of.ts";
import type { Look, Matter, Petitioner } from "#case/state/party.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Bar } from "#case/state/rights.ts";
import { type AgentContact, actingNow, agentFields, agentsSeen } from "#case/state/sealed-agent.ts";
import { matterIn, partyIn } from "#case/state/sealed-party.ts";
import type { ContactPerson } from "#case/state/sealed-signatory.ts";
import { actor } from "#case/state/standing.ts";
import { doorOf, furtherDoorsOf, type TaskDoorName } from "#case/state/task-door.ts";
import type { Part, Role } from "#case/state/turn.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { Staff } from "#directory/directory.ts";
import { staffOf } from "#directory/routing.ts";
import type { StaffDoor } from "#web/parts/staff-door.ts";
import { maskedAddress } from "#words/masked-address.ts";
import { type FoundLink, type KnownLink, type LinkPorts, linkFinder, type Moment, usableIn } from "./found-link.ts";
import { type Credentials, recogniser, type Unrecognised } from "./recognised.ts";

export type TaskPorts = Ports &
  LinkPorts & {
    cases: Pick<CaseStore, "load" | "commit" | "history">;
    tries: Pick<ReturnType<typeof triesStore>, "take">;
    identities: Pick<IdentityStore, "petitioner" | "matter" | "texts" | "agents" | "signatory" | "recordLook">;
    vault: IdentityVault;
    random: WritingPorts["random"];
    /** The door that these are the tasks of, with the acts that it gives. */
    door: Pick<StaffDoor, "name" | "given">;
  };

/**
 * Why a link only shows what has become of its task. `replaced`: a new one was mailed to its holder; `left`: its holder is
 * no longer in the directory; `passedOn`: what was asked of them is asked of somebody else; `lapsed`, `unneeded`: nobody waits any
 * more for what they had to decide, or to do; `notYours`: by the directory in force, or by whom the case complains about, it is for others.
 */
export type Past =
  | "used"
  | "replaced"
  | "reassigned"
  | "overtaken"
  | "passedOn"
  | "lapsed"
  | "unneeded"
  | "withdrawn"
  | "ended"
  | "left"
  | "notYours";

/** The public side of a case behind a link. */
type Seen = Moment & { events: CaseEvent[]; texts: Texts };

/**
 * What a link opens to whoever holds it, as long as it may not be worked on: nothing, what became of it, or what it asks.
 * `dead`: its case ended longer ago than links outlive one. `elsewhere`: its turn is about what is done at another door.
 */
export type Unopened =
  | { kind: "unknown" }
  | { kind: "dead" }
  | { kind: "elsewhere"; door: TaskDoorName }
  | ({ kind: "past"; past: Past; link: Link } & Seen)
  | ({ kind: "unrecognised"; unrecognised: Unrecognised; role: Role } & Moment);

/** A task to do. */
export type OpenTask = {
  kind: "open";
  link: Link;
  person: Staff;
  role: Role;
  petitioner: Petitioner | undefined;
  /** Who acts for the petitioner now: shown to whoever is shown who the petitioner is. */
  agents: readonly AgentContact[];
  /** Who of those who have joined may be turned to as well. */
  contactPersons: readonly ContactPerson[];
  matter: Matter;
} & Seen;

/** What stands behind a token: nothing, a task of the past, a task for somebody not yet recognised, or a task to do. */
export type OpenedLink = Unopened | OpenTask;

/** A command that was carried out: what it brought about, and the turn in which it was given. */
export type DoneTask = { kind: "done"; did: CaseEvent; part: Part } & Seen;

/** What came of a command that came by a link. */
export type Acted = Unopened | DoneTask | ({ kind: "refused"; refusal: Refusal } & Seen);

/**
 * What came of asking for a new link: mailed, mailed too often already, or nothing when the old one is good for nothing.
 * With the address that it goes to, masked.
 */
export type Renewed = Unopened | { kind: "mail"; came: "mailed" | "mailedLately"; to: string };

/** Somebody who is recognised, with a turn that is theirs to look at and to use. */
export type Reached = { kind: "here"; person: Staff; role: Role } & KnownLink & Moment;

/** Task links (docs/guarantees.md, "Task links"): nothing is done on opening but a recorded look at the petition. */
export const tasks = (ports: TaskPorts) => {
  const { identities, vault, door } = ports;
  const { look, find } = linkFinder(ports);
  const recognise = recogniser(ports);
  const judges = staffJudges(door.given);
  const write = writing({ ...ports, matter: identities.matter });

  /** A case as whoever has this part in it is shown it. */
  const shownTo = (role: Role | undefined, petition: Case, events: CaseEvent[] = []) =>
    role === "confidant" ? { petition, events } : withoutApart({ petition, events });

  /** @param texts what people wrote on the case, as far as the reader may read it. @param role the part that they have in it */
  const seen = async ({ petition, world }: Moment, texts: Texts = noTexts, role?: Role): Promise<Seen> => {
    const { events } = await ports.cases.history(petition.id);
    return { ...shownTo(role, petition, events), world, texts };
  };

  const past = async (found: FoundLink, usable: ReturnType<typeof usableIn>): Promise<Unopened> => {
    if (linksAreDead(found.petition, found.world.now)) return { kind: "dead" };
    const { link, petition, world } = found;
    const { events } = await ports.cases.history(petition.id);
    const barred = "barred" in usable ? usable.barred : "over";
    const view = { ...shownTo(undefined, petition, events), world, texts: noTexts };
    return { kind: "past", past: pastOf(link.for, barred, { petition, events }), link, ...view };
  };

  /**
   * Who comes with a link, and whether its turn is theirs to use now. Whatever else a request holds is read after this:
   * without a link that is known it costs one read. Digits are tried at the door of the turn alone.
   * @param at whichever door, to see what is no act
   */
  const reach = async (shown: Credentials, at: "this" | "any" = "this"): Promise<Unopened | Reached> => {
    const found = await find(shown.token);
    if (found === undefined) return { kind: "unknown" };
    const { hash, link, petition, world } = found;
    const usable = usableIn(found);
    if (!("role" in usable)) return past(found, usable);
    const { role, person } = usable;
    const its = doorOf(petition, role);
    const isHere = its === door.name || at === "any";
    if (!isHere && !furtherDoorsOf(petition, role).some((further) => further === door.name))
      return { kind: "elsewhere", door: its };
    const unrecognised = await recognise(found, isHere ? shown : { ...shown, code: undefined }, world.now);
    if (!isHere && unrecognised !== undefined) return { kind: "elsewhere", door: its };
    if (unrecognised === undefined) return { kind: "here", hash, link, person, role, petition, world };
    return { kind: "unrecognised", unrecognised, role, petition: shownTo(role, petition).petition, world };
  };

  /** A new link for whoever's turn it is, asked for by whoever holds the old one: nobody has to be recognised for it. */
  const renew = async (token: string): Promise<Renewed> => {
    const found = await find(token);
    if (found === undefined) return { kind: "unknown" };
    const { hash, link, petition, world } = found;
    const usable = usableIn(found);
    if (!("role" in usable) && usable.barred !== "replaced") return past(found, usable);
    const outcome = await carryOut(ports, judges)(
      link.for.caseId,
      { type: "renewLink", link: link.for },
      { cameBy: { hash, usedUp: false } },
      { before: petition, world },
    );
    if (outcome.kind === "done" || outcome.refusal === "mailedLately") {
      const came = outcome.kind === "done" ? "mailed" : "mailedLately";
      return { kind: "mail", came, to: maskedAddress(staffOf(world.directory, link.for.staff).email) };
    }
    const again = await find(token);
    return again === undefined ? { kind: "unknown" } : past(again, usableIn(again));
  };

  /**
   * The task, for whoever is there. The look is recorded when all of it could be read and before any of it is shown, so
   * that the record has exactly what was shown (guarantee 9). A head who decides on more time reads what the matter is;
   * they have no need to know who asks for help. Whoever is told that a petitioner was pressed, or is to call one, has to speak with them. @param only when nobody is to be shown who petitions
   */
  const show = async (reached: Reached, only?: "matter"): Promise<OpenTask> => {
    const { link, role, petition, world, person } = reached;
    const { id } = petition;
    // Once the answer is delivered it may be corrected, for which nobody has to know who it is for.
    const knowsWho =
      only === undefined &&
      (role === "confidant" || role === "caller" || (role === "owner" && petition.status !== "window"));
    const [matter, texts, party, agents, persons] = await Promise.all([
      identities.matter(id),
      identities.texts(id),
      knowsWho ? identities.petitioner(id) : {},
      knowsWho && agentsOf(petition).length > 0 ? identities.agents(id) : [],
      knowsWho ? contactPersonsOf(identities, petition, ["named"]) : [],
    ]);
    // Sealed under one data key, so that one call to the key service opens all of it.
    const opened = await vault.open(id, {
      ...matter,
      ...texts,
      ...party,
      ...agentFields(agents),
      ...contactPersonFields(persons),
    });
    const task: OpenTask = {
      kind: "open",
      link,
      person,
      role,
      petitioner: knowsWho ? petitionerIn(opened) : undefined,
      agents: agents.length > 0 ? actingNow(agentsSeen(petition, opened)) : [],
      contactPersons: contactPersonsIn(opened, persons),
      matter: matterIn(opened),
      ...(await seen(reached, textsIn(id, opened), role)),
    };
    const look: Look = { at: world.now, by: person.id, unit: person.unit, stepNo: link.for.stepNo };
    await identities.recordLook(id, knowsWho ? look : { ...look, only: "matter" });
    return task;
  };

  const open = async (shown: Credentials): Promise<OpenedLink> => {
    const reached = await reach(shown);
    return reached.kind === "here" ? show(reached) : reached;
  };

  /** The letter that is somebody's to deliver, for whoever is there; nothing when it is not theirs, or they are not known. */
  const letter = async (shown: Credentials): Promise<OpenTask | undefined> => {
    const reached = await reach(shown, "any");
    return reached.kind === "here" && reached.petition.status === "delivering" ? show(reached, "matter") : undefined;
  };

  /** What was written on a case. */
  const textsOf = async (id: string): Promise<Texts> => textsIn(id, await vault.open(id, await identities.texts(id)));

  /** @param shown for whoever is there no longer when the decision is made. */
  const carry = async (shown: Credentials, reached: Reached, command: StaffCommand): Promise<Acted> => {
    const { hash, link, role, world } = reached;
    const { caseId, staff, stepNo, assignment } = link.for;
    // What a review has revoked is not answered again in the same words: those go by the names that they have.
    const known = reached.petition.redo === undefined ? noTexts : await textsOf(caseId);
    const wrote = await write(caseId, command, known);
    const outcome = await carryOut(ports, judges)(
      caseId,
      { type: "staff", by: staff, stepNo, assignment, act: wrote.act },
      { cameBy: { hash, usedUp: door.given.endsTurn(command.command) }, texts: wrote.texts },
      { before: reached.petition, world },
    );
    if (outcome.kind === "done") {
      // A request that the deed makes too late is refused before it.
      const did = outcome.events.at(-1);
      if (did === undefined) throw new Error(`${command.command} on ${caseId} was carried out without an event`);
      const part = { staff, stepNo, assignment, role };
      return { kind: "done", did, part, ...(await seen({ petition: outcome.after, world }, wrote.said, role)) };
    }
    const { refusal } = outcome;
    const here = { petition: outcome.case, world };
    if (refusal !== "movedOn" && refusal !== "ended")
      return { kind: "refused", refusal, ...(await seen(here, noTexts, role)) };
    const again = await reach(shown);
    return again.kind === "here" ? { kind: "refused", refusal, ...(await seen(again, noTexts, again.role)) } : again;
  };

  const act = async (shown: Credentials, command: StaffCommand): Promise<Acted> => {
    const reached = await reach(shown);
    return reached.kind === "here" ? carry(shown, reached, command) : reached;
  };

  /**
   * What somebody did by a link, told once more to the device that it was done on. @param did the event's number, the role
   * in which it was done, and what its doer wrote. @returns what the link opens now, where it is theirs to know no longer.
   */
  const retell = async (token: string, did: { seq: number; role: Role; said: Texts }): Promise<Unopened | DoneTask> => {
    const found = await find(token);
    if (found === undefined) return { kind: "unknown" };
    const usable = usableIn(found);
    const isTheirs = "role" in usable || usable.barred === "used" || usable.barred === "over";
    const { staff, stepNo, assignment } = found.link.for;
    const view = await seen(found, did.said, did.role);
    const event = view.events.find(({ seq }) => seq === did.seq);
    if (!isTheirs || event === undefined) return past(found, usable);
    return { kind: "done", did: event, part: { staff, stepNo, assignment, role: did.role }, ...view };
  };

  return {
    /** Whether a token is a link's: one read at most. */
    isKnown: async (token: string): Promise<boolean> => (await look(token)) !== undefined,
    reach: (shown: Credentials): Promise<Unopened | Reached> => reach(shown),
    show,
    carry,
    open,
    letter,
    act,
    retell,
    renew,
  };
};

const petitionerIn = (opened: Record<string, string>): Petitioner => {
  const { code: _, ...petitioner } = partyIn(opened);
  return petitioner;
};

/** What is left for somebody whose part beside the owner is over, and passed to nobody: nothing to decide, or nothing to do. */
const whatIsLeft: Readonly<Record<Exclude<Role, "owner">, "lapsed" | "unneeded">> = {
  head: "lapsed",
  sender: "lapsed",
  consenter: "lapsed",
  judge: "lapsed",
  triage: "lapsed",
  confidant: "lapsed",
  assistant: "unneeded",
  invited: "unneeded",
  charged: "unneeded",
  convener: "unneeded",
  promiser: "unneeded",
  overseer: "unneeded",
  caller: "unneeded",
  supervisor: "unneeded",
  supervised: "unneeded",
  reviewer: "unneeded",
  inCharge: "unneeded",
  namer: "unneeded",
  instructed: "unneeded",
};

/**
 * What has become of the task of a link that opens nothing now. Of a case about them nobody reads any more than that.
 * @param events all of them: what a petitioner told the bureau in confidence was somebody's task too
 */
const pastOf = (
  turn: LinkFor,
  barred: Bar | "used" | "replaced",
  { petition, events }: { petition: Case; events: readonly CaseEvent[] },
): Past => {
  if (barred === "complainedAbout") return "notYours";
  if (barred === "used") return "used";
  if (hasEnded(petition)) return "ended";
  if (petition.status === "withdrawing") return "withdrawn";
  if (barred === "moved") return "notYours";
  if (barred !== "over") return barred;
  const { staff, stepNo } = turn;
  if (petition.status === "window" && petition.stepNo === stepNo) return "reassigned";
  const end = turnEnd(events, turn);
  // What was told in confidence, and supervision, goes with the case from step to step.
  const goesAlong = end?.role === "confidant" || end?.role === "supervisor" || end?.role === "supervised";
  if (actor(petition)?.stepNo !== stepNo && !goesAlong) return "overtaken";
  if (end === undefined || end.role === "owner") return "reassigned";
  const { fact } = end.event;
  return "from" in fact && fact.from === staff ? "passedOn" : whatIsLeft[end.role];
};
