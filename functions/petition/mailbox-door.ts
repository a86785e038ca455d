import type * as z from "zod";
import type { LinkSecrets } from "#access/link-secrets.ts";
import type { World } from "#case/state/world.ts";
import { mailboxStore } from "#case/store/mailbox-store.ts";
import type { MailboxEnv } from "#lambda/environment.ts";
import { formBytes } from "#lambda/form.ts";
import type { Door } from "#lambda/route.ts";
import type { Database } from "#record/database.ts";
import { problemPage } from "#web/pages/problem.page.tsx";
import { answeredMarks, answerForMailbox } from "./mailbox.ts";
import { mailboxPages } from "./mailbox-pages.ts";

/** The door behind the link that asks whose a mailbox is. It reaches mailboxes, and no case. */
export const mailboxDoor = (
  env: z.output<typeof MailboxEnv>,
  { db, secrets, world }: { db: Database; secrets: LinkSecrets; world: () => Promise<World> },
): Door => {
  const pages = mailboxPages({
    answerFor: answerForMailbox({
      mailboxes: mailboxStore(db, env.CASES_TABLE),
      secrets,
      now: async () => (await world()).now,
    }),
    marks: answeredMarks(secrets),
    world,
    assets: env.ASSETS,
    demo: env.CLOCK === "demo",
  });
  return {
    baseUrl: env.BASE_URL,
    hsts: env.HSTS,
    edgeProof: env.EDGE_PROOF,
    routes: {
      "GET /mailbox": pages.ask,
      "POST /mailbox": { most: formBytes.code, answer: pages.answer },
    },
    onError: problemPage(env.ASSETS, world),
    // The address holds the link. Old telephones post from nowhere else, and all that the link does is stop or allow mail.
    referrerPolicy: "same-origin",
  };
};
