import { describe, expect, test } from "vitest";
import { firstDue } from "#case/state/due.ts";
import { type DutyTold, dutyMail } from "#mail/duty-mail.ts";
import { directory } from "../case/district.ts";
import { filed } from "../case/story.ts";

const phoned = {
  ...directory,
  units: directory.units.map((unit) => (unit.id === "peach" ? { ...unit, phone: "8600 1234" } : unit)),
};
const story = filed("hazard", "2026-03-06T09:30:00.000Z").opens();

/** What is told of a story as it stands. */
const toldOf = ({ state, now }: typeof story): DutyTold => {
  const due = firstDue(state);
  if (due === undefined) throw new Error("The case is over");
  const holder = { unit: "peach", staff: "peach-handler" };
  return { petition: state, holder, due, directory: phoned, lang: "zh", now };
};

describe("the mail that tells the duty officer of a danger", () => {
  const { subject, text, html } = dutyMail(toldOf(story));
  const english = dutyMail({ ...toldOf(story), lang: "en" });

  test("says in its subject that it is urgent, what and where, until when it is to be acknowledged, and the number", () => {
    expect(subject).toBe("【紧急】【回音】值班督促：险情·peach，最迟3月6日（周五）19:30签收，安和信〔2026〕0001号");
    expect(english.subject).toBe(
      "[Urgent] [Huiyin] Duty officer, please call: 险情, peach; to acknowledge by Fri 6 March, 19:30; 安和信〔2026〕0001号",
    );
  });

  test("asks them to ring, and gives who has the case with a telephone number, and the emergency numbers", () => {
    for (const written of [text, html]) expect(written).toContain("请打电话给现在的经办人");
    expect(text).toContain("现在由谁办理：peachpeach handler 8600\u00a01234");
    expect(text).toContain("紧急电话：火警、抢险救援 119；报警 110；急救 120；燃气抢修 96700");
    expect(english.text).toContain("peach handler, peach 8600\u00a01234");
    expect(english.text).toContain("Fire and rescue 119; Police 110; Ambulance 120");
  });

  test("says so when the directory has no phone number of the unit", () => {
    expect(dutyMail({ ...toldOf(story), directory }).text).toContain("（名录里没有其单位电话）");
  });

  test("has no link and no code, and says that they act by phone", () => {
    for (const written of [text, html, english.text, english.html]) expect(written).not.toMatch(/https?:|href/);
    expect(text).toContain("您只需要打电话");
    expect(english.text).toContain("You act by phone");
  });

  test("asks for what comes next where it left late and the case is acknowledged", () => {
    const { subject: later } = dutyMail(toldOf(story.owner({ command: "acknowledge" })));
    expect(later).toContain("最迟3月7日（周六）17:30办结");
  });
});
