import { once } from "node:events";
import { createServer } from "node:http";
import { MailDev } from "maildev";
import { isOwnVisitor } from "./own-visitor.ts";

export type MailboxOptions = {
  /** Where mail is handed in. */
  smtpPort: number;
  /** Where mail is read. */
  webPort: number;
  /** Mail is kept here as files and shown again by the next mailbox. */
  directory: string;
};

export type Mailbox = {
  /** The address for mail transports. */
  smtpUrl: string;
  stop: () => Promise<void>;
};

/**
 * Starts a mail server on loopback that delivers nothing and shows every mail on a web page instead. MailDev would let
 * the page of any site read and delete them; it is behind a door here that lets in none but its own.
 */
export const startMailbox = async ({ smtpPort, webPort, directory }: MailboxOptions): Promise<Mailbox> => {
  const maildev = new MailDev({
    smtp: smtpPort,
    ip: "127.0.0.1",
    /** Any free port: people come in by the door below. */
    web: 0,
    webIp: "127.0.0.1",
    mailDirectory: directory,
    silent: true,
  });
  const { api } = await quietly(() => maildev.start());
  if (api === undefined) throw new Error("The mailbox was started without its web page");
  const { payload } = await api.server.inject({ url: "/", headers: { accept: "text/html" } });
  const page = payload.replace("</head>", `<script>${linksOpen}</script></head>`);

  const { server: inside } = api.server;
  // It answers what the door hands to it; nobody comes in by its own port.
  inside.prependListener("connection", (socket) => socket.destroy());
  const door = createServer((asked, reply) => {
    if (!isOwnVisitor(asked, webPort)) reply.writeHead(403).end("This mailbox answers its own pages only.\n");
    else if (asked.url === "/") reply.setHeader("content-type", "text/html; charset=utf-8").end(page);
    else inside.emit("request", asked, reply);
  });
  door.on("upgrade", (asked, socket, head) => {
    if (isOwnVisitor(asked, webPort)) inside.emit("upgrade", asked, socket, head);
    else socket.destroy();
  });
  door.listen(webPort, "127.0.0.1");
  await once(door, "listening");
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    stop: async () => {
      const closed = once(door, "close");
      door.close();
      door.closeAllConnections();
      await closed;
      await maildev.stop();
    },
  };
};

/**
 * Lets links in a mail open in a new tab: MailDev shows mails in a frame that forbids it. What a frame may do is settled
 * when its document is loaded, so the first mail is loaded again.
 */
const linksOpen = `
document.addEventListener("load", ({ target: frame }) => {
  if (frame.tagName !== "IFRAME") return;
  if (!frame.sandbox.contains("allow-popups")) {
    frame.sandbox.add("allow-popups", "allow-popups-to-escape-sandbox");
    frame.srcdoc += "";
    return;
  }
  for (const link of frame.contentDocument.links) link.target = "_blank";
}, true);`;

/** MailDev names its address on the console whatever it is told; it is not the one that people use. */
const quietly = async <T>(start: () => Promise<T>): Promise<T> => {
  const { info } = console;
  console.info = () => undefined;
  try {
    return await start();
  } finally {
    console.info = info;
  }
};
