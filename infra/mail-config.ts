import * as z from "zod";

/** From where an address begins, so that none is looked for from the middle of what was looked through already. */
const withAddress = /(?:^|[\s@<])([^\s@<]+@[^\s@>]+)/;

/** The address in a sender: `huiyin@example.gov.cn`. */
export const addressOf = (sender: string): string => withAddress.exec(sender)?.[1] ?? sender;

const common = {
  /** The sender that mails show: `回音 <huiyin@example.gov.cn>`. */
  from: z.string().regex(withAddress, "needs an address"),
  /** How many mails may be on their way at once. */
  atOnce: z.int().min(2).max(1000).default(5),
};

const isBare = (url: string): boolean => {
  const { username, password, pathname, search, hash } = new URL(url);
  return [username, password, pathname.replace("/", ""), search, hash].every((part) => part === "");
};

/** How a stage sends its mails. */
export const MailConfig = z.discriminatedUnion("transport", [
  z.strictObject({ ...common, transport: z.literal("ses") }),
  z.strictObject({
    ...common,
    transport: z.literal("smtp"),
    smtpUrl: z.url({ protocol: /^smtps?$/ }).refine(isBare, {
      error: "is a server and a port: user and password stand in the secret that smtpSecret names",
    }),
    /** Over `smtp:`, whether the connection is to be upgraded before anything is sent. */
    tls: z.enum(["required", "none"]).default("required"),
    /** The name of a secret with `user` and `password`; empty for a server that asks for none. */
    smtpSecret: z.string().default(""),
  }),
]);
export type MailConfig = z.output<typeof MailConfig>;

/** Whether a mail may leave in the clear: to be read, with the link and the digits in it, by whoever is on the way. */
export const goesInTheClear = (mail: MailConfig): boolean => mail.transport === "smtp" && mail.tls === "none";
