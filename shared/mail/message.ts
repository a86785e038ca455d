import { randomUUID } from "node:crypto";
import { headerText, mailbox } from "./header-text.ts";
import type { Mail } from "./mail.ts";

/** Base64 in lines of at most 76 characters (RFC 2045, section 6.8). */
const folded = (text: string): string => Buffer.from(text).toString("base64").replaceAll(/.{76}/g, "$&\r\n").trimEnd();

/** Words of a header in lines of at most 76 characters where they can break (RFC 5322, section 2.2.3). */
const header = (name: string, value: string): string => {
  let line = `${name}:`;
  const lines: string[] = [];
  for (const word of value.split(" ")) {
    if (line.length + word.length + 1 > 76 && !line.endsWith(":")) {
      lines.push(line);
      line = "";
    }
    line += ` ${word}`;
  }
  return [...lines, line].join("\r\n");
};

/**
 * A mail as mail servers hand it on: its headers in ASCII, then the same text plain and as HTML, in base64.
 * Source: RFC 5322 and 2046 (`multipart/alternative`, the best last). @param at when it leaves
 */
export const messageOf = ({ from, to, subject, html, text, headers }: Mail, at: Date): string => {
  const boundary = `--${randomUUID()}`;
  const part = (type: string, body: string) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; charset=utf-8`,
      "Content-Transfer-Encoding: base64",
      "",
      folded(body),
    ].join("\r\n");
  return [
    header("From", mailbox(from)),
    header("To", mailbox(to)),
    header("Subject", headerText(subject)),
    ...Object.entries(headers).map(([name, value]) => header(name, headerText(value))),
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative;\r\n boundary="${boundary}"`,
    "",
    part("text/plain", text),
    part("text/html", html),
    `--${boundary}--`,
    "",
  ].join("\r\n");
};
