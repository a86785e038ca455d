import { describe, expect, test } from "vitest";
import { isCorrectedTo } from "#case/acts/contact.ts";
import { decide } from "#case/acts/decide.ts";
import { petitionerForms } from "#case/acts/every-petitioner-act.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { petitionerProblemsInWords } from "../../fixtures/every-petitioner-door.ts";
import { directory } from "./district.ts";
import { filed } from "./story.ts";

const opened = filed("wages").opens();
const correct = (typed: { phone?: string; email?: string; dropEmail?: "yes" }) =>
  ({ type: "petitioner", act: { command: "correctContact", dropEmail: "no", ...typed } }) as const;
const read = (typed: Record<string, string>) => petitionerForms.read({ command: "correctContact", ...typed });
const phone = "+8613900005678";
const email = "li@example.cn";

describe("a correction of how a petitioner is reached", () => {
  test("is on record with what was corrected and not to what, and moves no clock", () => {
    const { events, state } = opened.does(correct({ phone, email }));
    const event = events.at(-1);
    if (event === undefined) throw new Error("nothing happened");
    expect(event.fact).toEqual({ type: "contactCorrected", corrected: ["phone", "email"], address: 2 });
    expect({ clocks: event.clocks, running: state.running }).toEqual({ clocks: [], running: opened.state.running });
    const says = (lang: "zh" | "en", to: typeof toOffice) =>
      eventSentence(event, { directory, petition: undefined }, lang, to, "2026-03-02");
    expect(says("zh", toPetitioners)).toBe("您更正了电话和电子邮箱。");
    expect(says("en", toOffice)).toBe(
      "The petitioner corrected their phone number and email address; please use the new one.",
    );
    expect(JSON.stringify(events)).not.toContain(email);
  });

  test("has a new address asked whose it is, and no mail leaves for any other correction", () => {
    expect(opened.does(correct({ email })).events.at(-1)?.messages).toEqual([
      { kind: "newsMail", news: "mailboxAgain" },
    ]);
    expect(opened.does(correct({ phone })).events.at(-1)?.messages).toEqual([]);
    expect(opened.does(correct({ dropEmail: "yes" })).events.at(-1)?.messages).toEqual([]);
  });

  test("numbers the addresses, none counting as one, and a phone number is none", () => {
    const twice = opened.does(correct({ email })).does(correct({ dropEmail: "yes" }));
    expect(twice.state.addresses).toBe(3);
    expect(twice.does(correct({ phone })).state.addresses).toBe(3);
  });

  test("can be made from the first day to the last, and not of a case that has ended", () => {
    expect(filed("wages").does(correct({ phone })).events.at(-1)?.fact.type).toBe("contactCorrected");
    const over = opened
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .passes("2026-03-06T00:00:00.000Z");
    const command = { ...correct({ phone }), saw: over.state.told };
    expect(decide(over.state, command, over.world)).toEqual({ refused: "ended" });
  });

  test("of just what there is already is made, of anything else it is not", () => {
    const there = { phone, email };
    expect(isCorrectedTo({ phone, dropEmail: "no" }, there)).toBe(true);
    expect(isCorrectedTo({ phone: "+8613900000000", dropEmail: "no" }, there)).toBe(false);
    expect(isCorrectedTo({ dropEmail: "yes" }, there)).toBe(false);
    expect(isCorrectedTo({ dropEmail: "yes" }, { phone })).toBe(true);
  });
});

describe("the form of a correction", () => {
  test("reads a number and an address as people write them, and leaves alone what is left empty", () => {
    expect(read({ phone: "我的手机：139 0000 5678", email: "" })).toEqual({
      act: { command: "correctContact", phone, dropEmail: "no" },
    });
    expect(read({ phone: " ", email: "李某 <li@example.cn>" })).toEqual({
      act: { command: "correctContact", email, dropEmail: "no" },
    });
  });

  test.each([
    ["nothing", { phone: "", email: "" }, "phone", "请填写要改的电话、邮箱或者收信地址"],
    ["a number with a digit too few", { phone: "1390000567", email: "" }, "phone", "手机号是 11 位"],
    ["an address without its sign", { phone: "", email: "li.example.cn" }, "email", "name@example.cn"],
    ["an address, and that there is none", { phone: "", email, dropEmail: "yes" }, "dropEmail", "两样只能选一样"],
  ] as const)("with %s is refused by its field, with what to do", (_, typed, field, words) => {
    const came = read(typed);
    const said = "problems" in came ? petitionerProblemsInWords(came.problems, "zh") : {};
    expect(Object.keys(said)).toEqual([field]);
    expect(said[field]).toContain(words);
  });
});
