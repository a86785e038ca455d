import type { CSSProperties } from "preact";
import { markupOf } from "#markup/jsx-runtime";
import type { Sheet, SheetPart, TableRow } from "./part.ts";

/*
 * Mail programs drop style sheets, so every style is inline; no tables, no pictures, no fonts from elsewhere, and
 * sizes that hold at 320 px.
 */
const ink = "#1f2a2a";
const quiet = "#566363";
const teal = "#0b6163";
const line = "#dfe5e3";
const fonts = "'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',system-ui,sans-serif";
const tones = {
  ample: { borderLeft: `4px solid ${teal}`, background: "#eef5f4" },
  soon: { borderLeft: "4px solid #a15c00", background: "#fdf5e8" },
  late: { borderLeft: "4px solid #a61b1b", background: "#fcefee" },
} as const;

const small: CSSProperties = { margin: "0 0 8px", fontSize: "14px", lineHeight: "1.65", color: quiet };
const banner: CSSProperties = { margin: "0 0 14px", padding: "10px 14px", color: quiet };
const heading: CSSProperties = { margin: "0", padding: "6px 14px", fontSize: "17px", lineHeight: "1.5", color: ink };
const digits = (px: number): string => `600 ${px}px/1.4 ui-monospace,Consolas,monospace`;
const label: CSSProperties = { color: ink, fontWeight: "600" };

const pressed: CSSProperties = {
  display: "inline-block",
  padding: "9px 18px",
  border: `1px solid ${teal}`,
  borderRadius: "6px",
  color: teal,
  fontWeight: "600",
  textDecoration: "none",
};

/** What the rows of a table have in common stands once, around them: a mail with many would grow by it. */
const rows: CSSProperties = { fontSize: "14px", lineHeight: "1.65", color: quiet };
const rowOf = (padding: string): CSSProperties => ({ padding, borderTop: `1px solid ${line}` });
const oneRow = rowOf("10px 0 12px");
const numberOf: CSSProperties = { color: ink, fontSize: "16px" };
const together: CSSProperties = { whiteSpace: "nowrap" };
const toType: CSSProperties = { color: ink, font: digits(20), letterSpacing: "2px" };

/** A case of a table, its lines one below the other: so it holds on the narrowest screen. */
const RowOf = ({ row: { number, lines, link, code } }: { row: TableRow }) => (
  <div style={oneRow}>
    <strong style={numberOf}>{number}</strong>
    {lines.map((text) => [<br key={text} />, text])}
    {link && code && (
      <p style={{ margin: "8px 0 0" }}>
        <a href={link.url} style={pressed}>
          {link.label}
        </a>
        &emsp;
        <span style={together}>
          {code.label}&ensp;<strong style={toType}>{code.code}</strong>
        </span>
      </p>
    )}
  </div>
);

const PartOf = ({ part }: { part: SheetPart }) => {
  switch (part.is) {
    case "number":
      return <p style={{ ...small, margin: "0 0 4px" }}>{part.text}</p>;
    case "title":
      return (
        <h1 style={{ margin: "0 0 12px", fontSize: "22px", lineHeight: "1.4", fontWeight: "700" }}>{part.text}</h1>
      );
    case "until":
      return (
        <p style={{ ...banner, ...tones[part.tone] }}>
          {part.label}&ensp;<strong style={label}>{part.text}</strong>
        </p>
      );
    case "say":
      return <p style={{ margin: "0 0 14px" }}>{part.text}</p>;
    case "link":
      return part.beside === true ? (
        <p style={small}>
          <a href={part.url} style={{ color: teal }}>
            {part.label}
          </a>
        </p>
      ) : (
        <>
          <p style={{ margin: "18px 0 8px" }}>
            <a
              href={part.url}
              style={{
                display: "inline-block",
                padding: "12px 30px",
                borderRadius: "6px",
                background: teal,
                color: "#ffffff",
                fontWeight: "600",
                textDecoration: "none",
              }}
            >
              {part.label}
            </a>
          </p>
          <p style={{ ...small, margin: "0 0 18px", fontSize: "13px", wordBreak: "break-all" }}>
            <a href={part.url} style={{ color: quiet, textDecoration: "none" }}>
              {part.url}
            </a>
          </p>
        </>
      );
    case "code":
      return (
        <div style={{ margin: "0 0 16px" }}>
          <p style={{ ...small, margin: "0" }}>{part.label}</p>
          <p style={{ margin: "0 0 2px", font: digits(26), letterSpacing: "3px" }}>{part.code}</p>
          <p style={{ ...small, margin: "0" }}>{part.hint}</p>
        </div>
      );
    case "fact":
      return (
        <p style={small}>
          <strong style={label}>{part.label}</strong>&ensp;{part.text}
        </p>
      );
    case "table":
      return (
        <div style={{ ...rows, margin: "20px 0" }}>
          <h2 style={{ ...heading, ...tones[part.tone] }}>{part.label}</h2>
          {part.rows.map((row) => (
            <RowOf row={row} key={JSON.stringify(row)} />
          ))}
        </div>
      );
  }
};

const tags = { zh: "zh-CN", en: "en" } as const;

/** The sheet as an HTML mail. */
export const htmlMail = (subject: string, { lang, parts }: Sheet): string =>
  `<!doctype html>${markupOf(
    <html lang={tags[lang]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={{ margin: "0", padding: "0", background: "#f4f6f5" }}>
        <div
          style={{
            boxSizing: "border-box",
            maxWidth: "560px",
            margin: "0 auto",
            padding: "24px 20px",
            background: "#ffffff",
            color: ink,
            font: `16px/1.7 ${fonts}`,
          }}
        >
          {parts.map((part) => (
            <PartOf part={part} key={JSON.stringify(part)} />
          ))}
        </div>
      </body>
    </html>,
  )}`;
