import { sessionCookie, sessionName } from "#access/device-session.ts";
import type { IdentityVault } from "#access/identity.ts";
import { keptStore } from "#access/kept-store.ts";
import type { LinkFor } from "#access/link.ts";
import { linkSecrets } from "#access/link-secrets.ts";
import { linkHash, linkToken } from "#access/task-link.ts";
import type { Change } from "#case/state/change.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { Look } from "#case/state/party.ts";
import type { TaskDoorName } from "#case/state/task-door.ts";
import { districtDate } from "#clock/period.ts";
import type { Request } from "#lambda/request.ts";
import { memoryDatabase } from "#record/memory.ts";
import type { StaffDoor } from "#web/parts/staff-door.ts";
import { keptTasks } from "../../../functions/staff/kept-task.ts";
import type { Credentials } from "../../../functions/staff/recognised.ts";
import { type TaskPorts, tasks } from "../../../functions/staff/task.ts";
import { taskPages } from "../../../functions/staff/task-pages.ts";
import { pagesOfAll, staffDoors, tasksOfAll } from "../../fixtures/every-door.ts";
import { linksEver, type Story } from "../case/story.ts";

export const secret = "the secret of this test";

const matter = { story: "-", place: "-", request1: "-" };

/** Opens every sealed text as one and the same petition. */
export const vault: IdentityVault = {
  sealer: () => Promise.reject(new Error("Nothing is filed here")),
  sealerBeside: () => Promise.resolve(() => sealed),
  open: (_, fields) =>
    Promise.resolve(
      "name" in fields
        ? { ...matter, name: "王小芳", phone: "+8613800001234", email: "", lang: "zh", code: "-" }
        : matter,
    ),
};
export const sealed = { v: 1, key: "", iv: "", tag: "", data: "" } as const;

/** The turns that links were ever given for, by events or with a mail. */
export const linksGiven = (events: readonly CaseEvent[]): LinkFor[] => {
  const mailed = events.flatMap((event) =>
    event.messages.flatMap((message): LinkFor[] => {
      if (message.kind !== "taskMail") return [];
      const { to: staff, stepNo, assignment } = message;
      return [{ caseId: event.caseId, stepNo, staff, assignment }];
    }),
  );
  return [
    ...new Map(
      [...linksEver(events), ...mailed].map((link) => [
        JSON.stringify([link.staff, link.stepNo, link.assignment]),
        link,
      ]),
    ).values(),
  ];
};

/** The task links' use case over a case as a story has left it. @param broken ports that do not do what they should */
export const office = ({ state, events, world }: Story, broken: Partial<Omit<TaskPorts, "door">> = {}) => {
  const looks: Look[] = [];
  const committed: Change[] = [];
  let lookedUp = 0;
  const links = new Map(linksGiven(events).map((link) => [linkHash(linkToken(secret, link)), link]));
  const ports: Omit<TaskPorts, "door"> = {
    cases: {
      load: () => Promise.resolve(committed.at(-1)?.after ?? state),
      commit: (change) => Promise.resolve(void committed.push(change)),
      history: () => Promise.resolve({ events: [...events, ...committed.flatMap((change) => change.events)], looks }),
    },
    links: {
      link: (hash) => {
        lookedUp += 1;
        const found = links.get(hash);
        const usedBy = committed.find(({ cameBy }) => cameBy?.hash === hash && cameBy.usedUp)?.after.version;
        return Promise.resolve(
          found && { v: 1, for: found, madeAt: world.now, ...(usedBy !== undefined && { usedBy }) },
        );
      },
    },
    tries: { take: () => Promise.resolve({ kind: "taken", giveBack: () => Promise.resolve() }) },
    identities: {
      petitioner: () => Promise.resolve({ name: sealed }),
      matter: () => Promise.resolve({ story: sealed }),
      texts: () => Promise.resolve({}),
      agents: () => Promise.resolve([]),
      signatory: () => Promise.reject(new Error("nobody has joined")),
      recordLook: (_, look) => Promise.resolve(void looks.push(look)),
    },
    vault,
    random: (bytes) => new Uint8Array(bytes),
    linkHash: (link) => Promise.resolve(linkHash(linkToken(secret, link))),
    world: () => Promise.resolve(world),
    secrets: linkSecrets(() => Promise.resolve([secret])),
    ...broken,
  };
  /** What the holder of a link shows on a device that is known today. */
  const held = (link: LinkFor): Credentials => {
    const [cookie = ""] = sessionCookie(secret, link.staff, districtDate(world.now), "http://localhost").split(";");
    return { token: linkToken(secret, link), session: cookie.slice(cookie.indexOf("=") + 1) };
  };
  /** The same for somebody who has the link of the case's first step. */
  const shown = (staff: string): Credentials => held({ caseId: state.id, stepNo: 1, staff, assignment: 1 });
  const taskAt = (door: StaffDoor) => tasks({ ...ports, door });
  const baseUrl = "http://localhost";
  const kept = keptTasks({
    kept: keptStore(memoryDatabase().database, "tries"),
    baseUrl,
    random: (bytes) => new Uint8Array(bytes),
  });
  const task = tasksOfAll(taskAt);
  const pagesOf = (door: StaffDoor) => {
    const { world: read, secrets } = ports;
    return taskPages({ door, task: taskAt(door), kept, world: read, secrets, baseUrl, assets: "v1", demo: false });
  };
  const pages = pagesOfAll(pagesOf);
  const request = ({ token, session }: Credentials, path: string, form: Record<string, string>): Request => {
    const asked = {
      method: "POST",
      path,
      query: {},
      headers: {},
      address: "203.0.113.7",
      reference: "7KQM2D9X",
      nonce: "n0nce",
      params: {},
    };
    return {
      ...asked,
      cookies: session === undefined ? {} : { [sessionName("http://localhost")]: session },
      form: { token, ...form },
    };
  };
  /** Sends a form from the page of the link that was mailed to somebody. */
  const send = (staff: string, form: Record<string, string>) => pages.act(request(shown(staff), "/task/act", form));
  /** The page that opening a link shows. */
  const page = (link: LinkFor) => pages.open(request(held(link), "/task/open", {}));
  /** The pages of one door, which sends on what is another's. */
  const pagesAt = (name: TaskDoorName) => pagesOf(staffDoors[name]);
  return { ...task, pages, pagesAt, request, reads: () => lookedUp, shown, held, looks, committed, send, page };
};
