/** 登记簿办理入口: where the links in mails about entries lead, whatever their register. */
export const entryAddress = "/entry/task";
