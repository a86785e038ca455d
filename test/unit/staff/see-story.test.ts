import { expect, it, test } from "vitest";
import { digest } from "#access/digest.ts";
import { linkSecrets } from "#access/link-secrets.ts";
import type { Look } from "#case/state/party.ts";
import { partsIn } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import { seeStory } from "../../../functions/staff/see-story.ts";
import { filed, type Story } from "../case/story.ts";
import { office, sealed, secret } from "./office.ts";

/** What somebody wrote, by the name that events have for it. */
const text = "等鉴定，五天以后有结果";
const salted = `${"x".repeat(22)}${text}`;
const name = digest(salted);

type Change = { usedBy?: number; secret?: string; role?: Role; recorded?: () => Promise<void>; texts?: object };

/** The story of a case as one of those who have a part in it asks for it. */
const asking = (story: Story, change: Change = {}) => {
  const here = office(story);
  const part = partsIn(story.state).find(({ role }) => role === (change.role ?? "owner"));
  if (part === undefined) throw new Error("Nobody has that part in it");
  const { role: _, ...turn } = part;
  const link = { caseId: story.state.id, ...turn };
  const read: string[] = [];
  const looks: Look[] = [];
  const { open } = seeStory({
    cases: {
      load: () => Promise.resolve(story.state),
      history: () => {
        read.push("history");
        return Promise.resolve({ events: [...story.events], looks: [] });
      },
    },
    links: {
      link: () => Promise.resolve({ v: 1, for: link, madeAt: story.world.now, usedBy: change.usedBy }),
    },
    identities: {
      texts: () => Promise.resolve(change.texts === undefined ? { [name]: sealed } : {}),
      recordLook: change.recorded ?? ((_id, look) => Promise.resolve(void looks.push(look))),
    },
    vault: {
      open: (_id, fields) => Promise.resolve(Object.fromEntries(Object.keys(fields).map((field) => [field, salted]))),
    },
    world: () => Promise.resolve(story.world),
    secrets: linkSecrets(() => Promise.resolve([change.secret ?? secret])),
    baseUrl: "http://localhost",
    assets: "v1",
    demo: false,
  });
  const ask = async (shown: object = {}) => {
    const reply = await open(here.request({ ...here.held(link), ...shown }, "/case-story/open", {}));
    return { reply, html: "html" in reply ? reply.html : "" };
  };
  return { ask, read, looks, token: here.held(link).token };
};

const atDepartment = filed("wages").opens();
const wantsTime = atDepartment.owner({ command: "askExtension", days: 5, reason: name });
const objected = filed("land").opens();

it("tells what happened with what people wrote to whoever has the task, leads back to it, and records the look", async () => {
  const { ask, looks, token } = asking(wantsTime);
  const { reply, html } = await ask();
  expect(reply.status).toBe(200);
  expect(html).toContain(text);
  expect(html).toContain("您这次查看已记录");
  expect(html).toContain(`href="/task#${token}"`);
  const { staff: by, stepNo } = partsIn(wantsTime.state).find(({ role }) => role === "owner") ?? {};
  expect(looks).toMatchObject([{ at: wantsTime.world.now, by, stepNo, only: "matter" }]);
});

it("tells the same to a head who decides, in a look of their own", async () => {
  const { ask, looks } = asking(wantsTime, { role: "head" });
  expect((await ask()).html).toContain(text);
  expect(looks).toHaveLength(1);
});

it("says of no look where nothing was written", async () => {
  const { ask, looks } = asking(atDepartment, { texts: {} });
  expect((await ask()).html).not.toContain("您这次查看已记录");
  expect(looks).toEqual([]);
});

it("shows nothing of what it could not record", async () => {
  const { ask } = asking(wantsTime, { recorded: () => Promise.reject(new Error("no database")) });
  await expect(ask()).rejects.toThrow("no database");
});

test.each([
  ["on a device that is not known today", wantsTime, {}, "/task/open", { session: undefined }],
  ["with a link that was used", wantsTime, { usedBy: 3 }, "/task/open", {}],
  ["with a link under a secret that is valid no more", wantsTime, { secret: "another" }, "/task/open", {}],
  ["with something that is no link", wantsTime, {}, "/task/open", { token: "nothing" }],
  ["unknown, of a screening", objected, {}, "/screening/task/open", { session: undefined }],
] as const)("%s, tells nothing, and sends on to the task, which says why", async (_, case_, change, to, shown) => {
  const { ask, read, looks } = asking(case_, change);
  expect((await ask(shown)).reply).toMatchObject({ status: 307, headers: { location: to } });
  expect([read, looks]).toEqual([[], []]);
});
