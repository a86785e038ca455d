import { createServer, type Socket } from "node:net";

/** What a server answers to a part of the conversation, instead of going on. */
type Answers = { greeting?: string; MAIL?: string; RCPT?: string; DATA?: string; end?: string };

/** A mail server on a local port that keeps what it is given, or answers as it is told. */
export const fakeSmtp = async (answers: Answers = {}) => {
  const taken: { from: string; to: string; data: string }[] = [];
  /** Every line that came, but for the mails themselves. */
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let [from, to, data, unread, inData] = ["", "", "", "", false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (!inData) heard.push(line);
      if (inData && line === ".") {
        inData = false;
        taken.push({ from, to, data });
        say(answers.end ?? "250 kept");
      } else if (inData) data += `${line}\r\n`;
      else if (line.startsWith("MAIL FROM:")) {
        from = line;
        say(answers.MAIL ?? "250 ok");
      } else if (line.startsWith("RCPT TO:")) {
        to = line;
        say(answers.RCPT ?? "250 ok");
      } else if (line === "DATA") {
        inData = answers.DATA === undefined;
        say(answers.DATA ?? "354 go on");
      } else say(line === "QUIT" ? "221 bye" : line === "STARTTLS" ? "502 no TLS here" : "250 ok");
    };
    socket.on("data", (chunk) => {
      unread += chunk.toString();
      for (let end = unread.indexOf("\r\n"); end >= 0; end = unread.indexOf("\r\n")) {
        const line = unread.slice(0, end);
        unread = unread.slice(end + 2);
        hear(line);
      }
    });
    socket.on("error", () => socket.destroy());
    say(answers.greeting ?? "220 fake");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The fake server has no port");
  return {
    taken,
    heard,
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};
