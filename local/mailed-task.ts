import type { ReceivedMail } from "./inbox.ts";

/** The link and the six digits of a task mail. */
export const taskOf = ({ text }: Pick<ReceivedMail, "text">): { link: string; code: string } => {
  const [link = ""] = /http:\/\/localhost:\d+(?:\/\w+)?\/task#[\w-]+/.exec(text) ?? [];
  const [, code = ""] = /(?<![\w-])(\d{6})(?![\w-])/.exec(text.replaceAll(link, "")) ?? [];
  return { link, code };
};
