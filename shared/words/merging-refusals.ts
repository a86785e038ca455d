import { mostMembers } from "#case/state/facts/merging.ts";
import type { RefusalsOf } from "./acts/matter-words.ts";

/** 并案办理: why two petitions are not handled together. Commands alone say it. */
export const mergingRefusals = {
  mergesItself: {
    zh: "写了两个相同的编号；请写牵头的一件和并入的一件",
    en: "Both numbers are the same; name the petition that leads, and the one that is merged with it",
  },
  notMergeable: {
    zh: "两件都要已经受理、还没有答复，才能合并；没有受理的先受理，已经答复的各自继续",
    en: "Both have to be accepted and not yet answered; accept the one that is not, and let go on what is answered",
  },
  trackNotMerged: {
    zh: "简易办理的事项和检举控告不能合并；简易的先用 npm run simple:end 转为普通程序",
    en: "A simple matter, or a report of misconduct, is merged with nothing; turn the simple one ordinary first, by npm run simple:end",
  },
  tracksDiffer: {
    zh: "两件的办理途径不同，期限和救济也不同，不能合并",
    en: "The two are on different tracks, with other time limits and remedies, and cannot be merged",
  },
  leadsOthers: {
    zh: "并入的一件自己已有别的信访件并入；请把那些分别并入牵头的一件，或者让它牵头",
    en: "The one to be merged leads others itself; merge those with the other one each, or let this one lead",
  },
  groupFull: {
    zh: `一件最多并入 ${mostMembers} 件；其余的请以另一件牵头`,
    en: `At most ${mostMembers} petitions are merged with one; let another one lead the rest`,
  },
  leadNotUrgent: {
    zh: "并入的一件是紧急事项，牵头的不是；请先用 npm run urgent:mark 标记牵头的一件，或者让紧急的一件牵头",
    en: "The one to be merged is urgent and the other is not; mark that one by npm run urgent:mark first, or let the urgent one lead",
  },
  aboutOthers: {
    zh: "并入的一件反映的单位或者人员，牵头的一件没有反映，合并以后可能落到他们手里；请让反映得多的一件牵头，或者分别办理",
    en: "The one to be merged is about somebody whom the other is not about, and they could get it that way; let this one lead, or handle each for itself",
  },
  dueBeforeLead: {
    zh: "并入的一件答复期限更早；请让期限最早的一件牵头",
    en: "The one to be merged is to be answered sooner; let the one whose time ends first lead",
  },
  memberUnheard: {
    zh: "并入的一件还没有听取信访人陈述；请承办人先联系并登记，再合并",
    en: "The petitioner of the one to be merged has not been heard; let whoever has it record the contact first",
  },
  asksDoNotMatch: {
    zh: "请按顺序写明并入件的每一项要求对应牵头件的第几项，例如 --asks 1 或者 --asks 2,1",
    en: "Say for each request of the one to be merged, in order, which of the other's it is the same as: --asks 1, or --asks 2,1",
  },
} satisfies RefusalsOf;
