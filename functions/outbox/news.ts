import type { IdentityVault } from "#access/identity.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import { mailboxLinkUntil, mailboxToken } from "#access/mailbox-link.ts";
import { linkHash } from "#access/task-link.ts";
import { type Case, hasEnded, isAnswered } from "#case/state/case.ts";
import type { Fact } from "#case/state/event.ts";
import type { MailboxOf, MailboxStanding } from "#case/state/mailbox.ts";
import type { News } from "#case/state/message.ts";
import { openParty } from "#case/state/sealed-party.ts";
import type { World } from "#case/state/world.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { MailboxStore } from "#case/store/mailbox-store.ts";
import { minutesLater } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import { TryLater } from "#lambda/try-later.ts";
import { newsMail } from "#mail/news-mail.ts";
import { senderLives, type ToSend } from "./leaving.ts";

export type NewsPorts = {
  identities: Pick<IdentityStore, "party">;
  vault: IdentityVault;
  mailboxes: Pick<MailboxStore, "mailbox" | "begin" | "giveUp" | "noteAsked" | "refuse" | "makeLink">;
  secrets: LinkSecrets;
  world: () => Promise<World>;
  baseUrl: string;
};

/**
 * Why news is not mailed to a petitioner, who reads it where they follow the case. `not confirmed`: nobody has said yet
 * that the address is theirs; `disowned`: whoever reads it says that it is not.
 */
export type NotMailed = "overtaken" | "no address" | "address refused" | "not confirmed" | "disowned" | "sent";

/** News of an end, or of what an agent did, which may be one: mailed though the case is over. */
const endings: readonly News[] = [
  "closed",
  "notAccepted",
  "refusalUpheld",
  "guided",
  "transferReceived",
  "withdrawn",
  "agentActed",
];

/** News of the way to an answer: of no use to anybody who has it. */
const onTheWay: readonly News[] = ["accepted", "movedUp", "late", "progress", "notReached"];

/** What is mailed about a case that rests after its withdrawal. */
const whileResting: readonly News[] = ["withdrawing", "agentActed", "dateMoved", "mailboxAgain"];

/** Whether it is of no use any more to whoever has withdrawn, or has undone that. */
const isPastWithdrawal = ({ status }: Case, news: News): boolean =>
  status === "withdrawing" ? !whileResting.includes(news) : news === "withdrawing";

/** The time limits of other bodies that an event told of. */
const limitsIn = (fact: Fact) => ("limits" in fact ? fact.limits : undefined);

/** What a mail is to its mailbox: the first one, which asks whose it is; one that asks again; or one that only tells. */
type Leaves = "first" | "asks" | "tells";

/**
 * Writes the mails to petitioners. Their address was typed by whoever filed, and may be a stranger's: the first mail asks
 * whoever reads it, by a link, and no other leaves until they have said that it is theirs. The one that the petitioner has
 * sent again, at the pace of its door, asks once more.
 */
export const newsMails = ({ identities, vault, mailboxes, secrets, world, baseUrl }: NewsPorts) => {
  /** Makes the link by which whoever reads the mailbox answers for it. */
  const linkFor = async (box: MailboxOf, at: Instant): Promise<string> => {
    const token = mailboxToken((await secrets.valid())[0], box);
    await mailboxes.makeLink(linkHash(token), { ...box, until: mailboxLinkUntil(at) });
    return `${baseUrl}/mailbox?link=${token}`;
  };

  const judge = (mailbox: MailboxStanding | undefined, news: News, mail: string): NotMailed | Leaves => {
    switch (mailbox?.is) {
      case "refused":
        return "address refused";
      case "disowned":
        return "disowned";
      case "confirmed":
        return news === "mailboxAgain" ? "overtaken" : "tells";
      case "asked":
        if (news === "mailboxAgain") return "asks";
        // Its sender died after it had left.
        return mailbox.by === mail ? "sent" : "not confirmed";
      default:
        return "first";
    }
  };

  /** @param fact what happened. @param mail names the mail among all. @throws TryLater while another is on its way that may be the first. */
  return async (petition: Case, news: News, fact: Fact, mail: string): Promise<ToSend | NotMailed> => {
    const { id } = petition;
    if (hasEnded(petition) && !endings.includes(news)) return "overtaken";
    if (isPastWithdrawal(petition, news)) return "overtaken";
    if (isAnswered(petition) && onTheWay.includes(news)) return "overtaken";
    const mailbox = await mailboxes.mailbox(id);
    const leaves = judge(mailbox, news, mail);
    if (leaves !== "first" && leaves !== "asks" && leaves !== "tells") return leaves;
    const { sealed, address } = await identities.party(id);
    if (address !== (mailbox?.address ?? 1)) throw new TryLater("The address was corrected at this moment");
    const box = { caseId: id, address };
    const { email, lang, code } = await openParty(vault, id, sealed);
    if (email === undefined) return "no address";
    const { directory, now } = await world();
    if (leaves === "first") {
      const isFirst = await mailboxes.begin(box, mail, { at: now, dead: minutesLater(now, -senderLives) });
      if (!isFirst) throw new TryLater("Another email to this mailbox may be the first");
    }
    const asks = leaves !== "tells";
    const written = newsMail({
      news,
      fact,
      petition,
      directory,
      lang,
      now,
      statusUrl: `${baseUrl}/status`,
      limits: limitsIn(fact),
      // A code that another one has taken the place of is not mailed any more.
      ...(news === "registered" && petition.codes === undefined && { code }),
      ...(asks && { confirmUrl: await linkFor(box, now) }),
    });
    return {
      to: email,
      address,
      written,
      refused: (at) => mailboxes.refuse(box, at),
      ...(asks && {
        left: (at: Instant) => mailboxes.noteAsked(box, mail, at),
        waits: (at: Instant) => mailboxes.giveUp(box, mail, at),
      }),
    };
  };
};
