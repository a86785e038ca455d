import { describe, expect, it } from "vitest";
import { sessionCookie } from "#access/device-session.ts";
import { type Generations, linkSecrets } from "#access/link-secrets.ts";
import { linkCode, linkHash, linkToken } from "#access/task-link.ts";
import { districtDate } from "#clock/period.ts";
import type { TaskPorts } from "../../../functions/staff/task.ts";
import { filed } from "../case/story.ts";
import { office } from "./office.ts";

const opened = filed("wages").opens();
const link = { caseId: opened.state.id, stepNo: 1, staff: "housing-handler", assignment: 1 };
const generations = ["third", "second", "first"];

/** The door of a district in which the link was made under each generation, and some of these are valid. */
const under = (valid: () => Generations, broken: Partial<TaskPorts> = {}) => {
  const hashes = generations.map((secret) => linkHash(linkToken(secret, link)));
  let now = 0;
  const here = office(opened, {
    links: {
      link: (hash) => Promise.resolve(hashes.includes(hash) ? { v: 1, for: link, madeAt: opened.now } : undefined),
    },
    secrets: linkSecrets(
      () => Promise.resolve(valid()),
      () => now,
    ),
    ...broken,
  });
  const typed = (of: string, code = linkCode(of, link)) =>
    here.open({ token: linkToken(of, link), session: undefined, code });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { ...here, typed, pass };
};

describe("a task link, once the secret was replaced", () => {
  it("opens under the secret of now and the one before, each by its own digits and no other", async () => {
    const { typed } = under(() => ["third", "second"]);
    for (const generation of ["third", "second"]) {
      expect(await typed(generation)).toMatchObject({ kind: "open" });
      for (const other of generations.filter((one) => one !== generation)) {
        expect(await typed(generation, linkCode(other, link))).toMatchObject({
          unrecognised: { because: "wrongDigits" },
        });
      }
    }
  });

  it("is unknown under the one before that, to look, to act and to have a new one mailed, and no case is read for it", async () => {
    const never = () => Promise.reject(new Error("asked about a link that is dead"));
    const { open, act, renew, isKnown } = under(() => ["third", "second"], {
      cases: { load: never, commit: never, history: never },
      world: never,
    });
    const shown = { token: linkToken("first", link), session: undefined, code: linkCode("first", link) };
    expect(await open(shown)).toEqual({ kind: "unknown" });
    expect(await act(shown, { command: "acknowledge" })).toEqual({ kind: "unknown" });
    expect(await renew(shown.token)).toEqual({ kind: "unknown" });
    expect(await isKnown(shown.token)).toBe(false);
  });

  it("spares the digits on a device that was recognised under either, and on none from before", async () => {
    const { open } = under(() => ["third", "second"]);
    const token = linkToken("third", link);
    const came: string[] = [];
    for (const generation of generations) {
      const [cookie = ""] = sessionCookie(generation, link.staff, districtDate(opened.now), "http://localhost").split(
        ";",
      );
      came.push((await open({ token, session: cookie.slice(cookie.indexOf("=") + 1) })).kind);
    }
    expect(came).toEqual(["open", "open", "unrecognised"]);
  });

  it("opens in a function that was warm before, without its being made anew", async () => {
    let valid: Generations = ["second", "first"];
    const { typed, pass } = under(() => valid);
    expect(await typed("second")).toMatchObject({ kind: "open" });
    valid = ["third", "second"];
    pass(10_000);
    expect(await typed("third")).toMatchObject({ kind: "open" });
    expect(await typed("second")).toMatchObject({ kind: "open" });
    expect(await typed("first")).toEqual({ kind: "unknown" });
  });
});
