import { describe, expect, it, test } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import { clockOf } from "#case/state/running.ts";
import { unitOf } from "#directory/routing.ts";
import { receiptPage } from "#web/pages/receipt.page.tsx";
import { chainStations } from "#words/chain-stations.ts";
import { turnToPetitioners } from "#words/turn-to-petitioners.ts";
import { whoseTurn } from "#words/whose-turn.ts";
import { withPinyin } from "../../../local/with-pinyin.ts";
import { directory } from "./district.ts";
import { filed, filedFromNowhere } from "./story.ts";

const assign = (community: string) => ({ command: "assignCommunity", community }) as const;
const peach = unitOf(directory, "peach");
const river = unitOf(directory, "river");

/** The district with two communities of one name, in two townships, and an estate in one of them. */
const alike = withPinyin({
  ...directory,
  units: [
    ...directory.units,
    { ...peach, id: "plum", name: { zh: "和平社区", en: "Peace" }, search: ["梅园小区"] },
    { ...peach, id: "pear", name: { zh: "和平社区", en: "Peace" }, parent: "hill" },
    { ...river, id: "hill", name: { zh: "山前镇", en: "Hill" } },
  ],
});

describe("a petition whose community its petitioner does not know", () => {
  const screening = filedFromNowhere("estate").opens();

  it("goes to the bureau, whose duty officer answers for it, though its kind is accepted at once elsewhere", () => {
    expect(filed("estate").state.status).toBe("accepted");
    const { state, events } = filedFromNowhere("estate");
    expect(state).toMatchObject({ status: "registered", responsible: { unit: "bureau", staff: "bureau-handler" } });
    expect(state.community).toBeUndefined();
    expect(events.at(-1)?.messages).toContainEqual({ kind: "start", epoch: 1, startAt: "bureau" });
    expect(screening.state).toMatchObject({ status: "screening", unit: "bureau", owner: "bureau-handler" });
    expect(screening.events.at(-1)?.messages).toMatchObject([{ kind: "taskMail", ask: "accept" }]);
  });

  it("is not accepted before the bureau has said which one it is, and then begins there", () => {
    expect(screening.ownerRefused({ command: "accept" })).toBe("communityMissing");
    expect(offeredTo("owner", screening.state, screening.world)).not.toContain("accept");
    const known = screening.owner(assign("peach"));
    expect(known.state).toMatchObject({ status: "screening", community: "peach" });
    expect(offeredTo("owner", known.state, known.world)).toContain("accept");
    expect(known.owner({ command: "accept" }).opens().state).toMatchObject({ unit: "peach", level: "community" });
  });

  it("keeps the time that the law gives the bureau: it runs from registration, and on", () => {
    const known = screening.later("2026-03-09T02:00:00.000Z").owner(assign("peach"));
    expect(known.events.at(-1)?.clocks).toEqual([]);
    expect(clockOf(known.state, "accept")).toEqual(clockOf(screening.state, "accept"));
    expect(known.state).toMatchObject({ owner: "bureau-handler", assignment: 1 });
  });

  it("may be refused without anybody knowing where it happened", () => {
    const refused = screening.owner({ command: "notAccept", ground: "court", where: undefined, explanation: "-" });
    expect(refused.state.status).toBe("notAccepted");
  });

  it("says truly who decides, on the receipt and where it is followed", () => {
    const { state: petition, world } = filedFromNowhere("estate");
    const { says, who } = whoseTurn(petition, world, "zh", turnToPetitioners);
    expect(says).toBe("已登记。bureau先确定是哪个社区（村）的事，再决定是否受理。");
    expect(who?.name).toBe("bureau");
    const view = { lang: "en", assets: "v1", nonce: "n", path: "/", district: undefined } as const;
    const html = receiptPage({ view, petition, code: "-", goesBy: "phone", isMailed: false, limits: [], ...world });
    expect(html).toContain("finds out which community it concerns, then decides on acceptance");
    const stations = chainStations(petition, filedFromNowhere("estate").events, world, "zh");
    expect(stations.map(({ level, state }) => `${level} ${state}`)).toEqual([
      "bureau present",
      "community next",
      "township later",
      "department later",
      "leader later",
    ]);
    const known = screening.owner(assign("peach"));
    expect(whoseTurn(known.state, known.world, "zh", turnToPetitioners).says).toBe("已登记，正在审查是否受理。");
  });

  it("waits for nothing where its kind begins above the communities", () => {
    const wages = filedFromNowhere("wages");
    expect(wages.state).toMatchObject({ status: "accepted", goingTo: "department" });
    const department = wages.opens();
    expect(department.state).toMatchObject({ unit: "housing" });
    expect(department.ownerRefused({ command: "handBack", reason: "-" })).toBe("nobodyBelow");
    expect(department.owner({ command: "reportUpward", reason: "-" }).opens().state).toMatchObject({ unit: "leader" });
  });
});

describe("the bureau names the community", () => {
  const screening = filedFromNowhere("estate", { directory: alike }).opens();

  test.each([
    ["by its id, as a list gives it", "plum", "plum"],
    ["by its whole name", "peach", "peach"],
    ["by what only one has", "梅园小区", "plum"],
    ["by pinyin of it", "meiyuan", "plum"],
    ["by its township and its name, where two are called alike", "山前镇 和平社区", "pear"],
  ])("%s", (_how, typed, community) => {
    expect(screening.owner(assign(typed)).state).toMatchObject({ community });
  });

  test.each([
    ["a name that two have", "和平社区"],
    ["a name that none has", "亚特兰蒂斯"],
    ["a unit that is none", "housing"],
  ])("and %s is refused, changing nothing", (_what, typed) => {
    expect(screening.ownerRefused(assign(typed))).toBe("communityUnclear");
  });

  test("once, and never where the petitioner named it", () => {
    expect(screening.owner(assign("plum")).ownerRefused(assign("pear"))).toBe("communityKnown");
    expect(filed("land").opens().ownerRefused(assign("peach"))).toBe("communityKnown");
    expect(filed("estate").opens().ownerRefused(assign("peach"))).toBe("notAtThisLevel");
  });
});
