import { linkTokenIn } from "#access/task-link.ts";
import { type MailboxAnswer, type MailboxAnswered, mailboxAnswers } from "#case/state/mailbox.ts";
import type { Now } from "#clock/now.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { mailboxAnsweredPage, mailboxAskedPage } from "#web/pages/mailbox.page.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import type { answerForMailbox } from "./mailbox.ts";

export type MailboxPages = {
  answerFor: ReturnType<typeof answerForMailbox>;
  now: Now;
  assets: string;
  demo: boolean;
};

const isAnswer = (text: string | undefined): text is MailboxAnswer => mailboxAnswers.some((one) => one === text);

const statusOf: Record<MailboxAnswered, number> = {
  confirmed: 200,
  disowned: 200,
  refused: 409,
  expired: 410,
  unknown: 404,
};

/** 邮箱确认: asks whoever reads a mailbox whether it is theirs. GET looks nothing up, and only a button answers. */
export const mailboxPages = ({ answerFor, now, assets, demo }: MailboxPages) => {
  const viewFor = async (request: Request, token: string | undefined): Promise<View> => {
    const demoNow = demo ? await now() : undefined;
    // Switching the language asks again, and answers nothing.
    const keep = token !== undefined && { keep: { link: token } };
    return viewOf({ ...request, path: "/mailbox" }, { assets, demoNow, ...keep });
  };

  const asked = async (request: Request, typed: string): Promise<Reply> => {
    const token = linkTokenIn(typed);
    const view = await viewFor(request, token);
    return token === undefined
      ? { status: 404, html: mailboxAnsweredPage({ view, came: "unknown", token: "" }) }
      : { status: 200, html: mailboxAskedPage({ view, token }), ...keepLang(request) };
  };

  return {
    ask: (request: Request): Promise<Reply> => asked(request, request.query.link ?? ""),

    answer: async (request: Request): Promise<Reply> => {
      const { link: token = "", answer } = request.form;
      if (answer === undefined) return asked(request, token);
      const view = await viewFor(request, linkTokenIn(token));
      if (!isAnswer(answer)) {
        return { status: 400, html: errorPage({ view, kind: "brokenForm", reference: request.reference }) };
      }
      const came = await answerFor(token, answer);
      return { status: statusOf[came], html: mailboxAnsweredPage({ view, came, token }) };
    },
  };
};
