import { expect, it, test } from "vitest";
import { linkSecrets } from "#access/link-secrets.ts";
import { linkOf } from "#case/state/link-of.ts";
import { partsIn } from "#case/state/standing.ts";
import { clockCourse } from "../../../functions/staff/clock-course.ts";
import { filed, type Story } from "../case/story.ts";
import { office, secret } from "./office.ts";

/** The page of the clocks as the owner of a case asks for it, or somebody with a link of theirs. */
const asking = (story: Story, change: { usedBy?: number; secret?: string } = {}) => {
  const here = office(story);
  const [part] = partsIn(story.state);
  if (part === undefined) throw new Error("Nobody has a part in it");
  const link = linkOf(story.state, part);
  const read: string[] = [];
  const { open } = clockCourse({
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
    clocksOf: (caseId) =>
      Promise.resolve(story.running.map((period) => ({ v: 1, caseId, ...period, failures: 0 }) as const)),
    world: () => Promise.resolve(story.world),
    secrets: linkSecrets(() => Promise.resolve([change.secret ?? secret])),
    baseUrl: "http://localhost",
    assets: "v1",
    demo: false,
  });
  return { open, read, held: here.held(link), request: here.request };
};

const story = filed("wages").opens();

it("tells the course of every clock to whoever has the task, and leads back to it", async () => {
  const { open, held, request } = asking(story);
  const reply = await open(request(held, "/clocks/open", {}));
  const html = "html" in reply ? reply.html : "";
  expect(reply.status).toBe(200);
  expect(html).toContain("<h2>法定答复期限</h2>");
  expect(html).toContain(`href="/task#${held.token}"`);
});

it("leads the owner of a screening back to theirs", async () => {
  const { open, held, request } = asking(filed("land").opens());
  const reply = await open(request(held, "/clocks/open", {}));
  expect("html" in reply && reply.html).toContain(`href="/screening/task#${held.token}"`);
});

test.each([
  ["on a device that is not known today", story, {}, "/task/open", { session: undefined }],
  ["with a link that was used", story, { usedBy: 3 }, "/task/open", {}],
  ["with a link under a secret that is valid no more", story, { secret: "another" }, "/task/open", {}],
  ["with something that is no link", story, {}, "/task/open", { token: "nothing" }],
  ["unknown, of a screening", filed("land").opens(), {}, "/screening/task/open", { session: undefined }],
] as const)("%s, tells nothing, and sends on to the task, which says why", async (_, case_, change, to, shown) => {
  const { open, held, request, read } = asking(case_, change);
  const reply = await open(request({ ...held, ...shown }, "/clocks/open", {}));
  expect(reply).toMatchObject({ status: 307, headers: { location: to } });
  expect(read).toEqual([]);
});
