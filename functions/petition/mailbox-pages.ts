import { linkTokenIn } from "#access/task-link.ts";
import { type MailboxAnswer, type MailboxAnswered, mailboxAnswers } from "#case/state/mailbox.ts";
import type { World } from "#case/state/world.ts";
import { keptByBrowser, type Reply, seeOther } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { errorPage } from "#web/pages/error.page.tsx";
import { mailboxAnsweredPage, mailboxAskedPage } from "#web/pages/mailbox.page.tsx";
import type { View } from "#web/parts/view.ts";
import { keepLang, viewOf } from "#web/parts/view-of.ts";
import type { answeredMarks, answerForMailbox } from "./mailbox.ts";

export type MailboxPages = {
  answerFor: ReturnType<typeof answerForMailbox>;
  marks: ReturnType<typeof answeredMarks>;
  world: () => Promise<World>;
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

const isAnswered = (text: string): text is MailboxAnswered => Object.hasOwn(statusOf, text);

/**
 * 邮箱确认: asks whoever reads a mailbox whether it is theirs. GET looks nothing up, and only a button answers. What came of
 * it has an address of its own.
 */
export const mailboxPages = ({ answerFor, marks, world, assets, demo }: MailboxPages) => {
  const viewFor = async (request: Request, token: string | undefined): Promise<View> => {
    const { now, directory } = await world();
    const { came, mark } = request.query;
    const answered = came === undefined || mark === undefined ? {} : { came, mark };
    const path = token === undefined ? "" : `?${new URLSearchParams({ link: token, ...answered }).toString()}`;
    return viewOf(
      { ...request, path: `/mailbox${path}` },
      { assets, district: directory.district, demoNow: demo ? now : undefined },
    );
  };

  /** The page at an address: what was answered, if the address says so and its mark with it, or else the question. */
  const asked = async (request: Request, typed: string): Promise<Reply> => {
    const token = linkTokenIn(typed);
    const view = await viewFor(request, token);
    const { came = "", mark = "" } = request.query;
    if (token === undefined) return { status: 404, html: mailboxAnsweredPage({ view, came: "unknown", token: "" }) };
    const html =
      isAnswered(came) && (await marks.isOf(token, came, mark))
        ? mailboxAnsweredPage({ view, came, token })
        : mailboxAskedPage({ view, token });
    return { status: 200, html, ...keepLang(request) };
  };

  return {
    ask: (request: Request): Promise<Reply> => asked(request, request.query.link ?? ""),

    answer: async (request: Request): Promise<Reply> => {
      const { link = "", answer } = request.form;
      if (answer === undefined) return asked(request, link);
      const token = linkTokenIn(link);
      const view = await viewFor(request, token);
      if (!isAnswer(answer)) {
        return {
          status: 400,
          html: errorPage({ view, kind: "brokenForm", reference: request.reference }),
          headers: keptByBrowser,
        };
      }
      const came = await answerFor(link, answer);
      if (token === undefined)
        return { status: statusOf[came], html: mailboxAnsweredPage({ view, came, token: "" }), headers: keptByBrowser };
      const query = new URLSearchParams({ link: token, came, mark: await marks.of(token, came) });
      return seeOther(`/mailbox?${query.toString()}`);
    },
  };
};
