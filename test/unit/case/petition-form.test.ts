import { describe, expect, it } from "vitest";
import { readPetition } from "#case/forms/petition-form.ts";
import { expectLinear } from "../../support/linear.ts";
import { directory } from "./district.ts";

const good = {
  category: "estate",
  story: "楼道漏水三个月。",
  community: "peach",
  place: "3 号楼",
  ask: "请尽快维修。",
  name: "陈某",
  phone: "13812345678",
  email: "",
  submission: "6f9b1b1e-2f5e-4c6e-9a57-0b0f3b1f5f10",
};
type Extra = keyof typeof byAgent | "extra" | "about" | "ownNumber" | "unnamed" | "codeOnly" | "address";
/** What somebody who files for another types of themselves. */
const byAgent = {
  ...{ forSomebody: "yes", agentName: " 陆新华 ", agentPhone: "139 0000 5678", relation: "neighbour" },
  asked: "yes",
};
const problemsOf = (typed: Partial<Record<keyof typeof good | Extra, string>>) => {
  const read = readPetition({ ...good, ...typed }, directory);
  return "problems" in read ? read.problems : undefined;
};

describe("the petition form", () => {
  it("takes what an ordinary person types, with spaces in the phone number", () => {
    const read = readPetition({ ...good, phone: " 138 1234-5678 ", email: "a@b.cn" }, directory);
    expect(read).toMatchObject({
      petition: { petitioner: { phone: "+8613812345678", email: "a@b.cn" }, keyNumber: "+8613812345678" },
    });
  });

  it("takes a petition without a phone, by a number that the petitioner chose", () => {
    const read = readPetition({ ...good, phone: "", ownNumber: " 7392 0156 " }, directory);
    expect(read).toMatchObject({ petition: { petitioner: { name: "陈某" }, keyNumber: "73920156" } });
    expect("petition" in read && read.petition.petitioner).not.toHaveProperty("phone");
  });

  it("takes a petition without a name, a number and an address for mail, where each is said to be left out", () => {
    const read = readPetition({ ...good, name: "", phone: "", unnamed: "yes", codeOnly: "yes" }, directory);
    expect(read).toMatchObject({ petition: { petitioner: {}, keyNumber: undefined } });
    expect("petition" in read && Object.keys(read.petition.petitioner)).toEqual([]);
  });

  it("takes none of it for left out that is only empty, and says how it is", () => {
    expect(problemsOf({ name: "", phone: "" })).toEqual({ name: "missing", phone: "missing" });
    expect(problemsOf({ name: "", unnamed: "no" })).toEqual({ name: "missing", unnamed: "unknown" });
  });

  it("does not lose a name that was typed and said to be left out", () => {
    expect(problemsOf({ unnamed: "yes" })).toEqual({ name: "notBoth" });
  });

  it("goes by a phone that was left all the same", () => {
    expect(readPetition({ ...good, codeOnly: "yes" }, directory)).toMatchObject({
      petition: { keyNumber: "+8613812345678" },
    });
  });

  it("takes a postal address in one line, of bounded length", () => {
    expect(readPetition({ ...good, address: " 桃园新村 3 幢\n401 室 " }, directory)).toMatchObject({
      petition: { petitioner: { address: "桃园新村 3 幢 401 室" } },
    });
    expect(problemsOf({ address: "长".repeat(201) })).toEqual({ address: "tooLong" });
  });

  it("asks for the chosen number where somebody left a phone too, which others may share", () => {
    expect(readPetition({ ...good, phone: "0571-88001234 转 801", ownNumber: "73920156" }, directory)).toMatchObject({
      petition: { petitioner: { phone: "+8657188001234;ext=801" }, keyNumber: "73920156" },
    });
  });

  it.each([
    ["a\u200b@b.cn\u202c", "a@b.cn"],
    ["王某 <wang@example.cn>", "wang@example.cn"],
    ["mailto:wang@example.cn", "wang@example.cn"],
    ["我的邮箱：ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ。", "wang@example.cn"],
    ["wang@example.cn.", "wang@example.cn"],
  ])("reads the address in %j", (email, address) => {
    expect(readPetition({ ...good, email }, directory)).toMatchObject({ petition: { petitioner: { email: address } } });
  });

  it.each([
    ["买买提·艾合买提", "买买提·艾合买提"],
    ["买买提•艾合买提", "买买提·艾合买提"],
    ["买买提‧艾合买提", "买买提·艾合买提"],
    ["买买提・艾合买提", "买买提·艾合买提"],
    ["买买提･艾合买提", "买买提·艾合买提"],
    ["买买提∙艾合买提", "买买提·艾合买提"],
    ["买买提⋅艾合买提", "买买提·艾合买提"],
    ["买买提.艾合买提", "买买提·艾合买提"],
    ["买买提．艾合买提", "买买提·艾合买提"],
    [" 买买提 · 艾合买提 ", "买买提·艾合买提"],
    ["阿卜杜拉·阿卜杜热合曼·艾则孜", "阿卜杜拉·阿卜杜热合曼·艾则孜"],
    ["𠮷某", "𠮷某"],
    ["䶮", "䶮"],
    ["〇", "〇"],
    ["司马相如", "司马相如"],
    ["张\u3000三", "张 三"],
    ["J. R. O’Neill-Smith", "J. R. O’Neill-Smith"],
    ["José María", "José María"],
    ["Nguyễn Văn A", "Nguyễn Văn A"],
    ["مەمەت", "مەمەت"],
    ["བཀྲ་ཤིས", "བཀྲ་ཤིས"],
    ["Х. Ерлан", "Х. Ерлан"],
    ["ジョン・スミス", "ジョン·スミス"],
  ])("takes the name %j", (name, kept) => {
    expect(readPetition({ ...good, name }, directory)).toMatchObject({ petition: { petitioner: { name: kept } } });
  });

  it.each([
    ["an empty body", {}, "missing"],
    ["blanks only", { story: " \n " }, "missing"],
    ["a story of 100,000 characters", { story: "长".repeat(100_000) }, "tooLong"],
    ["a heap of marks on one letter", { story: `a${"\u0315".repeat(2000)}${"\u0316".repeat(2000)}` }, "heapedMarks"],
    ["a story of invisible characters", { story: "\u3164\u200b\u2800" }, "missing"],
    ["a name of invisible characters", { name: "\ufe0f\u2060" }, "missing"],
    ["an unknown community", { community: "atlantis" }, "unknown"],
    ["an unknown category", { category: "weather" }, "unknown"],
    ["a phone number with ten digits", { phone: "1381234567" }, "notAPhone"],
    ["a landline without its area code", { phone: "88001234" }, "notAPhone"],
    ["two phone numbers", { phone: "13812345678、13912345678" }, "notAPhone"],
    ["no phone, and no number in its place", { phone: " " }, "missing"],
    ["a number of one's own that is short", { ownNumber: "1234567" }, "notOnesOwnNumber"],
    ["a number of one's own that is long", { ownNumber: "1357924680135" }, "notOnesOwnNumber"],
    ["a word for a number", { ownNumber: "芝麻开门" }, "notOnesOwnNumber"],
    ["a birthday", { ownNumber: "1958-03-12" }, "easilyGuessed"],
    ["one digit", { ownNumber: "88888888" }, "easilyGuessed"],
    ["digits in a row", { ownNumber: "12345678" }, "easilyGuessed"],
    ["digits in a row, from behind", { ownNumber: "9876543210" }, "easilyGuessed"],
    ["two e-mail addresses", { email: "a@b.cn, c@d.cn" }, "notAnEmail"],
    ["half an e-mail address", { email: "someone@" }, "notAnEmail"],
  ])("names the field and the problem: %s", (_, typed, problem) => {
    if (Object.keys(typed).length === 0) {
      const read = readPetition({ submission: good.submission }, directory);
      const fields = { category: problem, story: problem, community: problem, place: problem };
      expect(read).toEqual({ broken: false, problems: { ...fields, ask: problem, name: problem, phone: problem } });
      return;
    }
    expect(problemsOf(typed)).toEqual({ [Object.keys(typed)[0] ?? ""]: problem });
  });

  it("keeps 5,000 characters of four bytes, and no more", () => {
    expect(problemsOf({ story: "𠮷".repeat(5000) })).toBeUndefined();
    expect(problemsOf({ story: "𠮷".repeat(5001) })).toEqual({ story: "tooLong" });
  });

  it("keeps away from the unit that it is about, if one is named", () => {
    expect(readPetition({ ...good, about: "river" }, directory)).toMatchObject({
      petition: { about: { units: ["river"], staff: [] } },
    });
    expect(readPetition({ ...good, about: "" }, directory)).toMatchObject({ petition: { about: { units: [] } } });
    expect(problemsOf({ about: "atlantis" })).toEqual({ about: "unknown" });
  });

  it.each([
    ["a fine dust with its limit", "story", "工地扬尘，<PM2.5限值> 超标", "工地扬尘，<PM2.5限值> 超标"],
    ["an address as mail programs write it", "story", "回信给 王某 <a@b.example>", "回信给 王某 <a@b.example>"],
    ["a standard in angle brackets", "ask", "按 <GB 3096-2008> 执行", "按 <GB 3096-2008> 执行"],
    ["markup that somebody saw", "ask", "<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["a comparison", "story", "水压 < 0.1 MPa,而标准 > 0.3", "水压 < 0.1 MPa,而标准 > 0.3"],
    ["directions around a number from a phone book", "story", "电话\u202a057188001234\u202c", "电话057188001234"],
    ["a text that was turned around", "name", "甲\u202e乙", "甲乙"],
    ["a control character", "story", "坏\u0007字", "坏字"],
    ["the colour of a terminal", "story", "\u001b[31m红", "[31m红"],
    ["zero-width characters of a web page", "story", "\ufeff停\u200b水\u2060了\u00ad", "停水了"],
    ["line ends of every kind", "story", "一\r\n二\r三\u2028四\u2029五\u0085六", "一\n二\n三\n四\n五\n六"],
    ["a table's cells in a line", "name", "陈\t某", "陈 某"],
    ["two lines where one is meant", "place", "3 号楼\n501 室", "3 号楼 501 室"],
    ["a line separator in a line", "place", "3 号楼\u2028501 室", "3 号楼 501 室"],
    ["blanks that keep names in columns", "name", "张\u3000\u3000三", "张 三"],
    ["a family in one picture", "story", "👨‍👩‍👧 一家", "👨‍👩‍👧 一家"],
    ["a character in the form that its owner writes", "name", "葛\u{e0100}某", "葛\u{e0100}某"],
    ["Uyghur with its joiners", "story", "ئۇيغۇر\u200cچە", "ئۇيغۇر\u200cچە"],
    ["rare characters", "name", "𠮷䶮", "𠮷䶮"],
  ] as const)("takes what people paste: %s", (_, field, pasted, kept) => {
    const read = readPetition({ ...good, [field]: pasted }, directory);
    const { matter, petitioner } = "petition" in read ? read.petition : { matter: undefined, petitioner: undefined };
    expect({ ...matter, ask: matter?.requests[0], ...petitioner }).toMatchObject({ [field]: kept });
  });

  it("refuses fields that the form does not have", () => {
    expect(readPetition({ ...good, extra: "1" }, directory)).toEqual({ broken: true, problems: {} });
  });
});

describe("a form that somebody fills in for another", () => {
  it("names both apart: whose the petition is, and who files it", () => {
    expect(readPetition({ ...good, ...byAgent }, directory)).toMatchObject({
      petition: {
        petitioner: { name: "陈某", phone: "+8613812345678" },
        agent: { name: "陆新华", phone: "+8613900005678", relation: "neighbour" },
      },
    });
    const empty = { agentName: "", agentPhone: " ", relation: "" };
    expect(readPetition({ ...good, ...empty }, directory)).not.toHaveProperty("petition.agent");
    expect(problemsOf(empty)).toBeUndefined();
  });

  it("takes a petitioner without a phone who is reached by post", () => {
    const paper = { ...byAgent, phone: "", codeOnly: "yes", address: "桃园新村 3 幢 401 室" };
    expect(readPetition({ ...good, ...paper }, directory)).toMatchObject({
      petition: { keyNumber: undefined, agent: { name: "陆新华" } },
    });
  });

  it.each([
    ["fields of an agent without the tick", { ...byAgent, forSomebody: "" }, { forSomebody: "missing" }],
    [
      "one field alone",
      { agentName: "陆新华" },
      { forSomebody: "missing", agentPhone: "missing", relation: "missing", asked: "missing" },
    ],
    ["no name of the agent", { ...byAgent, agentName: " " }, { agentName: "missing" }],
    ["no number of the agent", { ...byAgent, agentPhone: "" }, { agentPhone: "missing" }],
    [
      "the petitioner's number as the agent's",
      { ...byAgent, agentPhone: "138-1234-5678" },
      { agentPhone: "sameAsPetitioners" },
    ],
    [
      "the petitioner's own number as the agent's",
      { ...byAgent, phone: "", ownNumber: "13900005678", address: "桃园" },
      { agentPhone: "sameAsPetitioners" },
    ],
    ["a relation that is not in the list", { ...byAgent, relation: "friend" }, { relation: "missing" }],
    ["nobody having asked", { ...byAgent, asked: "" }, { asked: "missing" }],
    ["a petitioner without a name", { ...byAgent, name: "", unnamed: "yes" }, { unnamed: "namedByAgent" }],
    ["a petitioner whom nobody can reach", { ...byAgent, phone: "", codeOnly: "yes" }, { phone: "unreachable" }],
    ["a mistake in each half", { ...byAgent, asked: "", story: "" }, { asked: "missing", story: "missing" }],
  ])("names what is wrong with it: %s", (_, typed, wrong) => {
    expect(problemsOf(typed)).toEqual(wrong);
  });
});

describe("a form of the largest size", () => {
  it.each([
    ["a story of tags that never end", { story: "<a" }],
    ["a story of joiners", { story: "ئ\u200c" }],
    ["a story of what nobody sees", { story: "\u202e\ufe0f\u200d" }],
    ["a name of blanks", { name: "\u3000\n\t" }],
    ["a story of heaped marks", { story: "\u0315\u0316" }],
    ["a phone number of blanks", { phone: " -" }],
    ["a phone number of brackets", { phone: "(" }],
    ["a phone number of many numbers", { phone: "1-" }],
    ["a phone number of many extensions", { phone: "1x " }],
    ["a number of one's own without end", { ownNumber: "7" }],
    ["a name of dots", { name: "・ " }],
    ["an address of dots", { email: "a." }],
    ["an address of one part", { email: "a" }],
    ["an address of many parts", { email: "a@a." }],
  ])("is read in time in proportion to it: %s", (_, typed) => {
    const [[field = "", part = ""] = []] = Object.entries(typed);
    expectLinear(
      (text) => readPetition({ ...good, [field]: text }, directory),
      (n) => part.repeat(n / part.length),
    );
  });
});
