import { fieldLimits, type PetitionField } from "#case/forms/petition-form.ts";
import {
  type BroughtField,
  mostOfNumber,
  type RegistrationField,
  registrationFields,
} from "#case/forms/registration-form.ts";
import type { FieldWords } from "./acts/matter-words.ts";
import { wordsFor } from "./field-words.ts";
import { filingProblems } from "./filing-problems.ts";
import { requestName } from "./requests.ts";

const furtherRequest = (n: number): FieldWords => {
  const name = requestName(n);
  return {
    name,
    missing: { zh: `请写下${name.zh}，或者留空`, en: `Write ${name.en.toLowerCase()}, or leave it empty` },
  };
};

const petition: Record<PetitionField, FieldWords> = {
  story: {
    name: { zh: "事情经过", en: "What happened" },
    missing: { zh: "请写下发生了什么事", en: "Tell us what happened" },
  },
  category: {
    name: { zh: "事项类别", en: "The kind of matter" },
    missing: { zh: "请选择事情属于哪一类", en: "Choose what it is about" },
  },
  community: {
    name: { zh: "社区（村）", en: "The community or village" },
    missing: {
      zh: "请选择所在社区（村）；不清楚的，选“我不清楚”",
      en: "Choose the community or village, or say that you do not know",
    },
  },
  place: {
    name: { zh: "具体地点", en: "The place" },
    missing: { zh: "请填写具体地点", en: "Enter the exact place" },
  },
  about: {
    name: { zh: "您反映的单位", en: "The unit that it is about" },
    missing: { zh: "请选择您反映的单位，或者留空", en: "Choose the unit that it is about, or leave this empty" },
  },
  ask: {
    name: { zh: "您的要求", en: "Your request" },
    missing: { zh: "请写下您希望怎么解决", en: "Write what you ask for" },
  },
  ask2: furtherRequest(2),
  ask3: furtherRequest(3),
  ask4: furtherRequest(4),
  ask5: furtherRequest(5),
  name: {
    name: { zh: "姓名", en: "Your name" },
    missing: { zh: "请填写姓名；不愿意留的，请勾选“不留姓名”", en: "Enter your name, or say that you leave none" },
  },
  phone: {
    name: { zh: "电话号码", en: "The phone number" },
    missing: {
      zh: "请填写电话号码；没有电话的，请在下面自定一个号码，或者勾选“不留号码”",
      en: "Enter your phone number; if you have none, choose a number of your own below, or say that you leave none",
    },
  },
  ownNumber: {
    name: { zh: "自定的号码", en: "The number of your own" },
    missing: { zh: "请自定一个号码，或者留空", en: "Choose a number of your own, or leave this empty" },
  },
  email: {
    name: { zh: "电子邮箱", en: "The email address" },
    missing: { zh: "请填写电子邮箱，或者留空", en: "Enter an email address, or leave this empty" },
  },
  forSomebody: {
    name: { zh: "替别人提交", en: "I file for somebody else" },
    missing: {
      zh: "您填写了代理人的情况：替别人提交的，请勾选；为自己提交的，请把下面几项清空",
      en: "You wrote who files for somebody: tick this if you do, or else empty the fields below",
    },
  },
  agentName: {
    name: { zh: "代理人姓名", en: "The agent’s name" },
    missing: { zh: "请填写代理人自己的姓名", en: "Enter the name of whoever files this" },
  },
  agentPhone: {
    name: { zh: "代理人电话", en: "The agent’s phone number" },
    missing: {
      zh: "请填写代理人自己的电话号码，代理人查询时要用",
      en: "Enter the agent’s own phone number, which they need with their code",
    },
  },
  relation: {
    name: { zh: "与信访人的关系", en: "What the agent is to the petitioner" },
    missing: { zh: "请选择代理人与信访人的关系", en: "Choose what the agent is to the petitioner" },
  },
  asked: {
    name: { zh: "受信访人委托", en: "That the petitioner asked for it" },
    missing: {
      zh: "受信访人委托的才能代为提交，请确认",
      en: "A petition is filed for somebody who asked for it; please confirm that",
    },
  },
  unnamed: {
    name: { zh: "不留姓名", en: "I leave no name" },
    missing: { zh: "请勾选，或者留空", en: "Tick this, or leave it empty" },
  },
  codeOnly: {
    name: { zh: "不留号码", en: "I leave no number" },
    missing: { zh: "请勾选，或者留空", en: "Tick this, or leave it empty" },
  },
  address: {
    name: { zh: "收信地址", en: "The postal address" },
    missing: { zh: "请填写收信地址，或者留空", en: "Enter a postal address, or leave this empty" },
  },
};

const brought: Record<BroughtField, FieldWords> = {
  channel: {
    name: { zh: "来件渠道", en: "The way it came" },
    missing: { zh: "请选择是怎么收到的", en: "Choose how it came" },
  },
  receivedOn: {
    name: { zh: "收到日期", en: "The day of receipt" },
    missing: {
      zh: "请填写收到日期，各项期限从这一天起算",
      en: "Enter the day of receipt: all time limits count from it",
    },
  },
  externalNumber: {
    name: { zh: "原编号", en: "Its number there" },
    missing: {
      zh: "12345 工单和上级交办、转送的，请填写原编号",
      en: "A sheet of the hotline and what a higher body passed on have a number: enter it",
    },
  },
  reportBy: {
    name: { zh: "对方要求的反馈日期", en: "The day by which it wants a report" },
    missing: { zh: "请填写对方要求的反馈日期，或者留空", en: "Enter the day, or leave this empty" },
  },
  scan: {
    name: { zh: "扫描件编号", en: "The number of the scan" },
    missing: {
      zh: "请填写扫描件编号；没有扫描的，请向本人宣读核对",
      en: "Enter the number of the scan; if there is none, read it back to whoever brought it",
    },
  },
  checked: {
    name: { zh: "核对方式", en: "How it was checked" },
    missing: {
      zh: "请在与本人或者原件核对以后，选择核对方式",
      en: "Check it with whoever brought it, or against the original, and say which",
    },
  },
  late: {
    name: { zh: "登记较晚的原因", en: "Why it is entered late" },
    missing: {
      zh: "收到以后隔了多日才登记，请选择原因",
      en: "It was received some days ago: choose why it is entered only now",
    },
  },
};

const registration: Record<RegistrationField, FieldWords> = { ...brought, ...petition };

/** What is wrong with each field of a registration for somebody else and how to put it right. */
export const registrationProblemsInWords = wordsFor(
  registrationFields,
  (field) => registration[field],
  { ...fieldLimits, externalNumber: mostOfNumber, scan: mostOfNumber },
  filingProblems,
);
