import type { jointActs } from "#case/acts/joint.ts";
import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { jointFacts } from "#case/state/facts/joint.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import type { ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 联名: how many others petition with whoever filed it, in a sentence; who they are is said nowhere. */
export const othersWords = (others: number): Bilingual => ({
  zh: `另有 ${others} 人联名。`,
  en: others === 1 ? "One other person has joined." : `${others} other people have joined.`,
});

/** 联名: what was done, in a word or two. */
export const jointDeeds = {
  joiningOpened: { zh: "开放联名", en: "opened to others" },
  joiningClosed: { zh: "停止联名", en: "closed to others" },
  joined: { zh: "有人联名", en: "somebody joined" },
  left: { zh: "有人退出联名", en: "somebody left" },
  contactPersonReady: { zh: "有人愿意当联系人", en: "somebody ready as a contact person" },
  contactPersonNamed: { zh: "增加联系人", en: "contact person named" },
  contactPersonEnded: { zh: "不再当联系人", en: "contact person no more" },
  takeOverReady: { zh: "联系人愿意接手", en: "contact person ready to take over" },
  handedOver: { zh: "移交诉求", en: "handed over" },
} satisfies Deeds<typeof jointFacts>;

/** 联名: what petitioners read about each fact. */
export const jointToPetitioners = {
  joiningOpened: {
    zh: () => "您开放了联名，别人凭联名码可以加入。",
    en: () => "You opened your petition to others, who can join it with its code.",
  },
  joiningClosed: {
    zh: () => "您停止了联名，联名码随即作废；已经联名的人不受影响。",
    en: () => "You closed your petition to others, and its code has let nobody in since. Those who had joined stay.",
  },
  joined: { zh: () => "有一人联名。", en: () => "Somebody joined your petition." },
  left: { zh: () => "有一人退出联名。", en: () => "Somebody left your petition." },
  contactPersonReady: {
    zh: () => "有一位联名人愿意当联系人。",
    en: () => "Somebody who has joined is ready to be a contact person.",
  },
  contactPersonNamed: {
    zh: ({ fact }) => `您请第 ${fact.signatory} 位联名人当了联系人，承办单位也可以和这位联系。`,
    en: ({ fact }) =>
      `You took no. ${fact.signatory} of those who have joined as a contact person, whom the unit in charge can turn to as well.`,
  },
  contactPersonEnded: {
    zh: ({ fact }) => `第 ${fact.signatory} 位联名人不再当联系人。`,
    en: ({ fact }) => `No. ${fact.signatory} of those who have joined is a contact person no more.`,
  },
  takeOverReady: {
    zh: ({ fact }) => `第 ${fact.signatory} 位联名人愿意接手。`,
    en: ({ fact }) => `No. ${fact.signatory} of those who have joined is ready to take the petition over.`,
  },
  handedOver: {
    zh: () => "原来的提交人把这件诉求移交给您。在此以前的记录里写“您”的，是原来的提交人。",
    en: () =>
      "Whoever had filed it handed this petition over to you. Where entries from before say “you”, they mean that person.",
  },
} satisfies Sentences<typeof jointFacts>;

/** 联名: what the office reads about each fact: numbers, and no names. */
export const jointToOffice = {
  joiningOpened: {
    zh: () => "信访人开放了联名，他人凭联名码可以加入。",
    en: () => "The petitioner opened the petition to others, who can join it with a code.",
  },
  joiningClosed: {
    zh: () => "信访人停止了联名；已经联名的人不受影响。",
    en: () => "The petitioner closed the petition to others; those who had joined stay.",
  },
  joined: {
    zh: ({ fact }) => `有一人联名（第 ${fact.signatory} 位）。`,
    en: ({ fact }) => `Somebody joined (no. ${fact.signatory}).`,
  },
  left: {
    zh: ({ fact }) => `有一人退出联名（第 ${fact.signatory} 位）。`,
    en: ({ fact }) => `Somebody left who had joined (no. ${fact.signatory}).`,
  },
  contactPersonReady: {
    zh: ({ fact }) => `第 ${fact.signatory} 位联名人愿意当联系人。`,
    en: ({ fact }) => `No. ${fact.signatory} of those who have joined is ready to be a contact person.`,
  },
  contactPersonNamed: {
    zh: ({ fact }) => `信访人请第 ${fact.signatory} 位联名人当联系人。`,
    en: ({ fact }) => `The petitioner took no. ${fact.signatory} of those who have joined as a contact person.`,
  },
  contactPersonEnded: {
    zh: ({ fact }) => `第 ${fact.signatory} 位联名人不再当联系人。`,
    en: ({ fact }) => `No. ${fact.signatory} of those who have joined is a contact person no more.`,
  },
  takeOverReady: {
    zh: ({ fact }) => `第 ${fact.signatory} 位联名人愿意接手。`,
    en: ({ fact }) => `No. ${fact.signatory} of those who have joined is ready to take the petition over.`,
  },
  handedOver: {
    zh: ({ fact }) => `信访人把诉求移交给第 ${fact.to} 位联名人，自己改为第 ${fact.former} 位联名人；代理就此结束。`,
    en: ({ fact }) =>
      `The petitioner handed the petition over to no. ${fact.to} of those who had joined, and is no. ${fact.former} of them from now on; agencies have ended.`,
  },
} satisfies Sentences<typeof jointFacts>;

/** 联名: what lists of clocks say of each fact. */
export const jointOnClocks = {
  joiningOpened: "never",
  joiningClosed: "never",
  joined: "never",
  left: "never",
  contactPersonReady: "never",
  contactPersonNamed: "never",
  contactPersonEnded: "never",
  takeOverReady: "never",
  handedOver: "never",
} satisfies ClockLines<typeof jointFacts>;

/** 联名: why something is refused to whoever filed it. */
export const jointRefusals = {
  accusationAlone: {
    zh: "检举控告只由信访局看，不能联名；别人要反映的，请各自提交",
    en: "A report of misconduct is read by the petition office alone and cannot be joined; others can each file their own",
  },
  joiningIsOpen: {
    zh: "现在已经开放联名；要换一个联名码，请先停止，再重新开放",
    en: "It is open to others already; for another code please close it first, and open it again",
  },
  joiningNotOpen: {
    zh: "现在没有开放联名，或者联名码已经更换；请向提交诉求的人要新的联名码",
    en: "The petition is not open to others, or its code is another by now; please ask whoever filed it",
  },
  tooLateToJoin: {
    zh: "事项已经达成解决方案、已经答复、已经撤回或者结束，不能再联名；还要反映的，请自己提交",
    en: "A settlement is agreed, the petition was answered or withdrawn, or it has ended, so nobody can join it; to raise the matter, please file a petition of your own",
  },
  othersJoined: {
    zh: "还有别人联名，诉求也是他们的，不能由一个人撤回；您可以把诉求移交给愿意接手的联系人，或者等他们都退出以后再撤回",
    en: "Others have joined, and it is their petition too, so one person cannot withdraw it; you can hand it over to a contact person who is ready to take it, or withdraw it once all of them have left",
  },
} satisfies RefusalsOf;

/** 联系人: why something is refused to whoever filed it. */
export const contactPersonRefusals = {
  nobodyReady: {
    zh: "现在没有愿意当联系人的联名人，请先请对方在“我联名的诉求”页上表示愿意",
    en: "Nobody who has joined is ready to be a contact person now; please ask them to say so on their own page first",
  },
  enoughContactPersons: {
    zh: "联系人连您在内最多五位，请先减少一位，再增加新的",
    en: "There can be five contact persons, you included; please end one before you take another",
  },
  noContactPerson: {
    zh: "除您以外，现在没有别的联系人",
    en: "There is no contact person but you now",
  },
} satisfies RefusalsOf;

/** 移交: why it is refused to whoever filed it. */
export const handingOverRefusals = {
  nobodyTakesOver: {
    zh: "现在没有愿意接手的联系人，请先请对方在“我联名的诉求”页上表示愿意",
    en: "No contact person is ready to take it over now; please ask them to say so on their own page first",
  },
  tooLateToHandOver: {
    zh: "事项已经达成解决方案、已经答复、已经撤回或者结束，不能再移交",
    en: "A settlement is agreed, the petition was answered or withdrawn, or it has ended, so it cannot be handed over",
  },
  toldInConfidence: {
    zh: "您向信访局反映过撤回的情况，或者评价过办理情况，这些只给您本人看，所以不能移交；请联系信访局",
    en: "You told the petition office about a withdrawal, or rated how it was handled, which is for nobody else to read, so the petition cannot be handed over; please turn to the office",
  },
} satisfies RefusalsOf;

/** 联名: why something is refused to whoever has joined. */
export const signatoryRefusals = {
  noContactPersonYet: {
    zh: "联系人才能接手，请先当联系人",
    en: "Only a contact person can take it over; please become one first",
  },
  enoughReady: {
    zh: "已经有十位联名人愿意当联系人，等提交人选定以后再试",
    en: "Ten of you are ready to be contact persons already; please try again once whoever filed it has chosen",
  },
  leftBefore: {
    zh: "您已经退出联名，不用再退",
    en: "You have left this petition already; there is nothing more to do",
  },
} satisfies RefusalsOf;

/** 联名: why a joint petition is not accepted as a simple one. */
export const jointAcceptanceRefusals = {
  jointNotSimple: {
    zh: "有人联名的事项不适用简易办理，请按普通程序受理",
    en: "A petition that others have joined is none for the simple way; please accept it as an ordinary one",
  },
} satisfies RefusalsOf;

/** 联名: what the petitioner's act has brought about. */
export const jointNotices = {
  openJoining: {
    zh: "联名已经开放。请把下面的联名码告诉愿意联名的人。",
    en: "Your petition is open to others. Please pass the code below on to whoever wants to join.",
  },
  closeJoining: {
    zh: "联名已经停止，联名码随即作废。已经联名的人不受影响。",
    en: "Your petition is closed to others, and its code lets nobody in any more. Those who have joined stay.",
  },
  nameContactPerson: {
    zh: "联系人已经增加。承办单位从现在起也能看到这位联系人的姓名和电话。",
    en: "You have another contact person, whose name and number the unit in charge sees from now on.",
  },
  handOver: "shows itself",
  endContactPerson: {
    zh: "这位联名人不再当联系人，承办单位不再看到其姓名和电话；这位仍然是联名人。",
    en: "They are a contact person no more, and the unit in charge sees their name and number no more; they are in the petition as before.",
  },
} satisfies Notices<typeof jointActs>;

/** 联系人: the field of the forms. */
export const contactPersonFields = {
  signatory: {
    name: { zh: "联名人", en: "Whoever has joined" },
    missing: { zh: "请选择是哪一位联名人", en: "Choose which of those who have joined" },
  },
} satisfies FieldsOf<PetitionerField>;
