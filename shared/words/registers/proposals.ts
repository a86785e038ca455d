import type { proposals } from "#register/proposals.ts";
import type { EntryActOf, EntryFieldOf, EntryStateOf } from "#register/register.ts";
import type { EntryWords } from "./titles.ts";

type Proposals = typeof proposals;

/** 三项建议, as its pages say it. */
export const proposalWords: EntryWords<EntryStateOf<Proposals>, EntryActOf<Proposals>, EntryFieldOf<Proposals>> = {
  states: {
    drafting: { zh: "正在起草", en: "Being drafted" },
    drafted: { zh: "已起草，等信访局负责人审定", en: "Drafted; the head of the petition office decides on it" },
    issued: { zh: "已发出，等单位答复", en: "Issued; the unit is to answer" },
    adopted: { zh: "单位已采纳，正在落实", en: "Adopted by the unit, being carried out" },
    notAdopted: { zh: "单位未采纳，已说明理由", en: "Not adopted by the unit, which has said why" },
    carriedOut: { zh: "单位已报告落实", en: "Reported as carried out by the unit" },
    dropped: { zh: "起草人已撤回，没有发出", en: "Withdrawn by whoever drafted it, and never issued" },
  },
  fields: {
    sort: {
      label: { zh: "建议种类", en: "Kind of proposal" },
      words: {
        work: { zh: "改进工作", en: "Improve the work" },
        policy: { zh: "完善政策", en: "Improve a policy" },
        account: { zh: "追究责任", en: "Hold to account" },
      },
    },
    unit: { label: { zh: "建议对象", en: "To which unit" } },
    facts: { label: { zh: "事实", en: "The facts" } },
    rule: { label: { zh: "依据", en: "The rules it rests on" } },
    asked: { label: { zh: "建议内容", en: "What is proposed" } },
    objection: {
      label: { zh: "退回理由", en: "Why it is sent back" },
      hint: { zh: "写明要改什么。", en: "Say what has to be changed." },
    },
    dropped: { label: { zh: "撤回理由", en: "Why it is withdrawn" } },
    answer: {
      label: { zh: "是否采纳", en: "Is it adopted?" },
      words: {
        adopted: { zh: "采纳", en: "Adopted" },
        partly: { zh: "部分采纳", en: "Adopted in part" },
        notAdopted: { zh: "不采纳", en: "Not adopted" },
      },
    },
    reason: {
      label: { zh: "理由", en: "Why" },
      hint: {
        zh: "采纳的，写明怎样落实、何时完成；不采纳的，写明为什么。",
        en: "If adopted, how and by when; if not, why not.",
      },
    },
    statement: {
      label: { zh: "本单位的说明", en: "Your unit’s own statement" },
      hint: {
        zh: "对上述事实有不同说法的，写在这里，与建议书一并存档。",
        en: "If the facts were otherwise, say so here. It is kept with the proposal.",
      },
    },
    on: { label: { zh: "落实日期", en: "Carried out on" } },
    done: { label: { zh: "落实情况", en: "What was done" } },
  },
  acts: {
    issue: {
      title: { zh: "发出建议书", en: "Issue it" },
      does: { zh: "发出", en: "Issue" },
      hint: { zh: "发出后由该单位负责人限期答复。", en: "The head of the unit then has to answer by a day." },
    },
    sendBack: { title: { zh: "退回修改", en: "Send it back" }, does: { zh: "退回", en: "Send back" } },
    handIn: {
      title: { zh: "写好建议书，报负责人审定", en: "Write the proposal and hand it in" },
      does: { zh: "报审定", en: "Hand in" },
      hint: {
        zh: "事实只写所依据的记录里有的；信访人的姓名和联系方式不要写进建议书。",
        en: "State facts that the record it rests on holds. Do not name the petitioner or say how to reach them.",
      },
    },
    drop: { title: { zh: "撤回建议", en: "Withdraw it" }, does: { zh: "撤回", en: "Withdraw" } },
    answer: {
      title: { zh: "答复建议", en: "Answer the proposal" },
      does: { zh: "提交答复", en: "Send the answer" },
      hint: {
        zh: "采纳或者部分采纳的，落实后还要报告。",
        en: "What is adopted, wholly or in part, is to be reported once it is done.",
      },
    },
    reportDone: {
      title: { zh: "报告落实情况", en: "Report what was carried out" },
      does: { zh: "提交报告", en: "Send the report" },
    },
  },
};
