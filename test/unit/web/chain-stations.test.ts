import { describe, expect, it } from "vitest";
import { chainStations, chainText } from "#words/chain-stations.ts";
import { directory, filedIn, type Sample, samples } from "./samples.ts";

const worldOf = ({ now, calendar }: Sample) => ({ now, calendar, directory });
const states = (sample: Sample) =>
  chainStations(sample.petition, sample.events, worldOf(sample), "zh").map(({ level, state }) => `${level} ${state}`);

describe("the chain", () => {
  it("fills the level that has the case and names the next one", () => {
    expect(states(samples.inCommunity)).toEqual([
      "community present",
      "township next",
      "department later",
      "leader later",
    ]);
  });

  it("says when and how a level was left", () => {
    const [community, township] = chainStations(
      samples.climbed.petition,
      samples.climbed.events,
      worldOf(samples.climbed),
      "zh",
    );
    expect(community).toMatchObject({
      state: "passed",
      unit: "南园社区",
      words: "11月28日（周六）逾期未办结，自动转上一级",
    });
    expect(township).toMatchObject({
      state: "present",
      unit: "柳溪街道办事处",
      words: "办理中，最迟12月14日（周一，含当日）",
    });
  });

  it("shows the bureau only while or after it examined the case", () => {
    expect(states(samples.screening)[0]).toBe("bureau present");
    expect(states(samples.notAccepted)[0]).toBe("bureau passed");
    expect(states(samples.climbed)[0]).toBe("community passed");
  });

  it("names no level below the bureau for a report of misconduct, nor for what another body has", () => {
    expect(states(samples.transferring)).toEqual(["bureau present"]);
    expect(states(samples.transferred)).toEqual(["bureau passed"]);
    const elsewhere = samples.screening.owner({ command: "transfer", body: "city-bureau", explanation: "-" });
    expect(states(elsewhere)).toEqual(["bureau present"]);
    const withdrawn = samples.reported.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } });
    expect(states(withdrawn)).toEqual(["bureau later"]);
  });

  it("fills nothing once the case is answered or has ended", () => {
    for (const sample of [samples.answered, samples.delivered, samples.closed, samples.settled, samples.notAccepted]) {
      expect(states(sample).filter((state) => state.endsWith("present"))).toEqual([]);
    }
  });

  it("has no next level above the district leader", () => {
    expect(states(samples.atTheTop)).toEqual([
      "community passed",
      "township passed",
      "department passed",
      "leader present",
    ]);
  });

  it("is one line of text in a mail", () => {
    expect(chainText(samples.climbed.petition, samples.climbed.events, worldOf(samples.climbed), "zh")).toBe(
      "社区：11月28日（周六）逾期未办结，自动转上一级 → 【街道】办理中，最迟12月14日（周一，含当日） → 部门 → 区领导",
    );
    expect(chainText(samples.climbed.petition, samples.climbed.events, worldOf(samples.climbed), "en")).toBe(
      "Community: Sat 28 November: overdue, moved up → [Sub-district] at work, until Mon 14 December → Department → District leader",
    );
  });

  it("calls each station after the unit there: a town's village is neither a community nor a subdistrict", () => {
    const named = (sample: Sample, lang: "zh" | "en") =>
      chainStations(sample.petition, sample.events, worldOf(sample), lang).map(({ name, unit }) => `${name}: ${unit}`);
    expect(named(samples.inCommunity, "zh")).toEqual([
      "社区: 南园社区",
      "街道: 柳溪街道办事处",
      "部门: 区住房和城乡建设局",
      "区领导: 分管城建副区长办公室",
    ]);
    const village = filedIn("hewan");
    expect(named(village, "zh").slice(0, 2)).toEqual(["村: 河湾村", "镇: 清河镇人民政府"]);
    expect(named(village, "en").slice(0, 2)).toEqual(["Village: Hewan Village", "Town: Qinghe Town Government"]);
  });

  it("draws what is complained about as left out, from the first moment and after the case has passed it", () => {
    const about = { units: ["nanyuan"], staff: [] };
    const filed = filedIn("nanyuan", about);
    const skipped = filed.opens();
    for (const sample of [filed, skipped, skipped.opens()]) {
      const [community, township] = chainStations(sample.petition, sample.events, worldOf(sample), "zh");
      expect(community).toMatchObject({ state: "avoided", unit: "南园社区", words: "被反映单位，依规回避" });
      expect(township?.state).toBe("present");
    }
  });
});
