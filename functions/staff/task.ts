import { readSession } from "#access/device-session.ts";
import type { IdentityVault } from "#access/identity.ts";
import type { Link } from "#access/link.ts";
import { codeMatches, linkHash } from "#access/task-link.ts";
import { carryOut, type Ports, UnknownCase } from "#case/acts/carry-out.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { endsTurn } from "#case/acts/staff-acts.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { Look, Matter, Petitioner } from "#case/state/party.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { openMatter, openParty } from "#case/state/sealed-party.ts";
import { actor, roleIn } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { LinkStore } from "#case/store/link-store.ts";
import type { ClockRow } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory, Staff } from "#directory/directory.ts";

export type TaskPorts = Ports & {
  cases: Pick<CaseStore, "load" | "commit" | "history">;
  links: Pick<LinkStore, "link" | "takeTry">;
  identities: Pick<IdentityStore, "petitioner" | "matter" | "recordLook">;
  vault: IdentityVault;
  clocksOf: (caseId: string) => Promise<ClockRow[]>;
  /** The secret that links, codes and device sessions are derived from. */
  secret: () => Promise<string>;
};

/** Why a link only shows what has become of its task. `left`: its holder is no longer in the directory. */
export type Past = "used" | "reassigned" | "overtaken" | "lapsed" | "ended" | "left";

/** The public side of a case behind a link. */
type Seen = { kase: Case; events: CaseEvent[]; clocks: ClockRow[]; world: World };

/** What stands behind a token: nothing, a task of the past, a task for somebody not yet recognised, or a task to do. */
export type Task =
  | { kind: "unknown" }
  | ({ kind: "past"; past: Past; link: Link } & Seen)
  | ({ kind: "unrecognised"; because: "asked" | "wrongCode" | "noTriesLeft"; role: Role } & Seen)
  | ({
      kind: "open";
      link: Link;
      person: Staff;
      role: Role;
      petitioner: Petitioner | undefined;
      matter: Matter;
    } & Seen);

/** What came of a command that came by a link. */
export type Acted =
  | Exclude<Task, { kind: "open" }>
  | ({ kind: "done"; did: CaseEvent } & Seen)
  | ({ kind: "refused"; refusal: Refusal } & Seen);

/** Codes that may be typed for one link on one day. */
export const tryLimit = 10;

/** What the reader shows of themselves: the token, and the device's session or the code typed from the mail. */
export type Shown = { token: string; session: string | undefined; code?: string | undefined };

/** Task links (guarantees, "Task links"): nothing is done on opening but a recorded look at the identity. */
export const tasks = (ports: TaskPorts) => {
  const seen = async (kase: Case): Promise<Seen> => {
    const [{ events }, clocks, world] = await Promise.all([
      ports.cases.history(kase.id),
      ports.clocksOf(kase.id),
      ports.world(),
    ]);
    return { kase, events, clocks, world };
  };

  const find = async (token: string): Promise<{ hash: string; link: Link; kase: Case } | undefined> => {
    const hash = linkHash(token);
    const link = await ports.links.link(hash);
    if (link === undefined) return undefined;
    const kase = await ports.cases.load(link.for.caseId);
    if (kase === undefined) throw new UnknownCase(`A link leads to ${link.for.caseId}, but there is no such case`);
    return { hash, link, kase };
  };

  const recognise = async (hash: string, link: Link, { session, code }: Shown) => {
    const secret = await ports.secret();
    const today = districtDate((await ports.world()).now);
    if (readSession(secret, session, today) === link.for.staff) return "recognised";
    if (code === undefined) return "asked";
    if (!(await ports.links.takeTry(hash, tryLimit, today))) return "noTriesLeft";
    return codeMatches(secret, link.for, code) ? "recognised" : "wrongCode";
  };

  const reach = async (
    shown: Shown,
  ): Promise<Exclude<Task, { kind: "open" }> | { kind: "here"; hash: string; link: Link; role: Role; kase: Case }> => {
    const found = await find(shown.token);
    if (found === undefined) return { kind: "unknown" };
    const { hash, link, kase } = found;
    const { directory } = await ports.world();
    const mayAct = link.usedBy === undefined && personIn(directory, link) !== undefined;
    const role = mayAct ? roleIn(kase, link.for) : undefined;
    if (role === undefined) {
      const view = await seen(kase);
      return { kind: "past", past: pastOf(link, view), link, ...view };
    }
    const recognised = await recognise(hash, link, shown);
    if (recognised === "recognised") return { kind: "here", hash, link, role, kase };
    return { kind: "unrecognised", because: recognised, role, ...(await seen(kase)) };
  };

  /** Who brought the petition; the look is recorded first (guarantee 9). */
  const lookAt = async (caseId: string, look: Look): Promise<Petitioner> => {
    await ports.identities.recordLook(caseId, look);
    const { code: _, ...petitioner } = await openParty(ports.vault, caseId, await ports.identities.petitioner(caseId));
    return petitioner;
  };

  const open = async (shown: Shown): Promise<Task> => {
    const reached = await reach(shown);
    if (reached.kind !== "here") return reached;
    const { link, role, kase } = reached;
    const view = await seen(kase);
    const { now, directory } = view.world;
    const person = personIn(directory, link);
    if (person === undefined) return { kind: "past", past: "left", link, ...view };
    const look = { at: now, by: person.id, unit: person.unit, stepNo: link.for.stepNo };
    // A head who decides on more time has no need to know who asks for help.
    const [petitioner, matter] = await Promise.all([
      role === "owner" ? lookAt(kase.id, look) : undefined,
      ports.identities.matter(kase.id).then((sealed) => openMatter(ports.vault, kase.id, sealed)),
    ]);
    return { kind: "open", link, person, role, petitioner, matter, ...view };
  };

  const act = async (shown: Shown, command: StaffCommand): Promise<Acted> => {
    const reached = await reach(shown);
    if (reached.kind !== "here") return reached;
    const { hash, link } = reached;
    const { caseId, staff, stepNo, assignment } = link.for;
    const outcome = await carryOut(ports)(
      caseId,
      { type: "staff", by: staff, stepNo, assignment, act: command },
      { cameBy: { hash, usedUp: endsTurn(command.command) } },
    );
    if (outcome.kind === "done") {
      // A request that the deed makes too late is refused before it.
      const did = outcome.events.at(-1);
      if (did === undefined) throw new Error(`${command.command} on ${caseId} was carried out without an event`);
      return { kind: "done", did, ...(await seen(outcome.after)) };
    }
    const { refusal } = outcome;
    if (refusal !== "movedOn" && refusal !== "ended")
      return { kind: "refused", refusal, ...(await seen(outcome.case)) };
    const again = await reach(shown);
    return again.kind === "here" ? { kind: "refused", refusal, ...(await seen(again.kase)) } : again;
  };

  return { open, act };
};

/** Whose link it is, in the present directory: one who has left may still be named by the case. */
const personIn = (directory: Directory, link: Link): Staff | undefined =>
  directory.staff.find(({ id }) => id === link.for.staff);

/** What has become of the task of a link that opens nothing now. */
const pastOf = ({ usedBy, for: turn }: Link, { kase, events }: { kase: Case; events: readonly CaseEvent[] }): Past => {
  if (usedBy !== undefined) return "used";
  if (kase.status === "closed" || kase.status === "notAccepted") return "ended";
  if (roleIn(kase, turn) !== undefined) return "left";
  const { staff, stepNo, assignment } = turn;
  const owner = actor(kase);
  if (owner?.stepNo !== stepNo) return "overtaken";
  const hadToDecide = events.some(
    ({ fact }) => fact.type === "extensionAsked" && fact.assignment === assignment && fact.head.staff === staff,
  );
  return hadToDecide ? "lapsed" : "reassigned";
};
