import * as z from "zod";
import type { Bilingual } from "#ground/bilingual.ts";
import { isOneLine, isSeen } from "#ground/seen-text.ts";
import { notDialled as notDialledMessage } from "#ground/service-number.ts";
import { type FilePlace, type Mistake, type Path, placeAt } from "./mistake.ts";

type Issue = z.core.$ZodIssue;
type MistakeWords = { what: Bilingual; remedy: Bilingual };

const Named = z.object({ id: z.string().min(1) });

const child = (raw: unknown, key: PropertyKey): unknown =>
  typeof raw === "object" && raw !== null ? Reflect.get(raw, key) : undefined;

/** The id of the first list entry on a way through the file. */
const namedOn = (raw: unknown, path: Path): string | undefined => {
  const entry = path.findIndex((key) => typeof key === "number");
  const item = path.slice(0, entry + 1).reduce(child, raw);
  return entry < 0 ? undefined : Named.safeParse(item).data?.id;
};

const asKey = (key: PropertyKey): string | number => (typeof key === "number" ? key : String(key));

const placeOf = (raw: unknown, keys: readonly PropertyKey[]): FilePlace => {
  const path = keys.map(asKey);
  return placeAt(path, namedOn(raw, path));
};

const kinds: Record<string, Bilingual> = {
  string: { zh: "文字", en: "text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "一组字段", en: "a group of fields" },
  record: { zh: "一组字段", en: "a group of fields" },
};

const missing: MistakeWords = {
  what: { zh: "缺少此项", en: "is missing" },
  remedy: { zh: "请补上", en: "Add it." },
};

const empty: MistakeWords = {
  what: { zh: "没有写内容", en: "is left empty" },
  remedy: {
    zh: "请填写；不需要的，连字段名一起删去",
    en: "Fill it in; or remove the field’s name too, if it is not needed.",
  },
};

/** What YAML takes for something else than a text when it stands there without quotes. */
const isPlain = (input: unknown): boolean =>
  ["number", "boolean", "bigint"].includes(typeof input) || input instanceof Date;

const unquoted: MistakeWords = {
  what: {
    zh: "应为文字，没有加引号就成了数字、日期或 true/false",
    en: "should be text; without quotes it is a number, a date, or true or false",
  },
  remedy: { zh: '请加上英文引号，例如 "8601 0101"', en: 'Put it in quotes, like "8601 0101".' },
};

const isWritten = (expected: string): boolean => ["number", "int", "boolean"].includes(expected);

const quoted: MistakeWords = {
  what: { zh: "应为数字或 true/false，却是文字", en: "should be a number, or true or false; it is text" },
  remedy: { zh: "请去掉引号，只写数字、true 或 false", en: "Write it without quotes: digits alone, or true or false." },
};

const formats: Record<string, MistakeWords> = {
  email: {
    what: { zh: "不是邮箱地址", en: "is not an email address" },
    remedy: { zh: "请写成 name@example.cn 的形式", en: "Write it like name@example.cn." },
  },
  date: {
    what: { zh: "不是日历上的日期", en: "is not a date of the calendar" },
    remedy: { zh: "请写成 2026-03-06 的形式", en: "Write it like 2026-03-06." },
  },
  regex: {
    what: { zh: "不是可用的编号", en: "cannot serve as an id" },
    remedy: {
      zh: "编号以小写字母开头，只用小写字母、数字，中间可以用单个连字符隔开",
      en: "Begin with a small letter; use small letters and digits, with single hyphens between them.",
    },
  },
};

const notSeen: MistakeWords = {
  what: { zh: "没有看得见的内容", en: "holds nothing that can be seen" },
  remedy: { zh: "请填写，不要只用空格或不可见字符", en: "Fill it in; blanks and invisible characters are not enough." },
};

const notOneLine: MistakeWords = {
  what: { zh: "含有换行、制表符或控制字符", en: "holds line breaks, tabs or control characters" },
  remedy: { zh: "请只写一行普通文字", en: "Write it as one line of plain text." },
};

const notDialled: MistakeWords = {
  what: { zh: "不是手机拨得通的号码", en: "is no number that a mobile phone reaches" },
  remedy: {
    zh: '请写短号，如 "12345"，或者带区号的号码，如 "010-8601 0777"',
    en: 'Write a short number like "12345", or one with its area code like "010-8601 0777".',
  },
};

const notFitting = ({ message }: Issue): MistakeWords => ({
  what: { zh: `不合要求（${message}）`, en: `does not fit (${message})` },
  remedy: { zh: "请对照示例文件修改", en: "Compare it with the sample file." },
});

/** Values in a row, as each language sets them. */
const listed = (values: readonly unknown[]): Bilingual => {
  const words = values.map(String);
  return { zh: words.join("、"), en: words.join(", ") };
};

const wordsFor = (issue: Issue): MistakeWords => {
  switch (issue.code) {
    case "invalid_type": {
      if (issue.input === undefined) return missing;
      if (issue.input === null && issue.path.length > 0) return empty;
      if (issue.expected === "string" && isPlain(issue.input)) return unquoted;
      if (typeof issue.input === "string" && isWritten(issue.expected)) return quoted;
      const kind = kinds[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return {
        what: { zh: `应为${kind.zh}`, en: `should be ${kind.en}` },
        remedy: { zh: `请改为${kind.zh}`, en: `Write ${kind.en}.` },
      };
    }
    case "invalid_format":
      return (
        formats[issue.format] ?? {
          what: { zh: "格式不对", en: "has the wrong form" },
          remedy: { zh: `格式应为 ${issue.format}`, en: `The form is ${issue.format}.` },
        }
      );
    case "invalid_value":
      return issue.input === undefined
        ? missing
        : {
            what: { zh: "不在可选范围内", en: "is not one of the choices" },
            remedy: { zh: `请从中选择：${listed(issue.values).zh}`, en: `Choose one of: ${listed(issue.values).en}.` },
          };
    case "unrecognized_keys":
      return {
        what: { zh: `有不认识的字段：${listed(issue.keys).zh}`, en: `has an unknown field: ${listed(issue.keys).en}` },
        remedy: { zh: "请删去，或检查拼写", en: "Remove it, or check its spelling." },
      };
    case "too_big":
      if (issue.origin === "string") {
        return {
          what: { zh: `超过 ${issue.maximum} 个字符`, en: `is longer than ${issue.maximum} characters` },
          remedy: { zh: `最多 ${issue.maximum} 个字符`, en: `Use at most ${issue.maximum} characters.` },
        };
      }
      return {
        what: { zh: `大于 ${issue.maximum}`, en: `is above ${issue.maximum}` },
        remedy: { zh: `最大为 ${issue.maximum}`, en: `Write at most ${issue.maximum}.` },
      };
    case "too_small":
      return {
        what: { zh: "为空或太小", en: "is empty or too small" },
        remedy: { zh: "请填写，数字应大于零", en: "Fill it in; a number must be above zero." },
      };
    case "custom":
      if (issue.message === notDialledMessage) return notDialled;
      if (typeof issue.input === "string" && !isOneLine(issue.input)) return isSeen(issue.input) ? notOneLine : notSeen;
      return notFitting(issue);
    default:
      return notFitting(issue);
  }
};

/** A field that should not be there is where it stands, not where the group begins that it stands in. */
const pathTo = (issue: Issue): { path?: Path } =>
  issue.code === "unrecognized_keys" ? { path: [...issue.path, ...issue.keys.slice(0, 1)].map(asKey) } : {};

/** Says each issue that zod found in plain words. Parse with `reportInput`, or everything reads as missing. */
export const shapeMistakes = (raw: unknown, issues: readonly Issue[]): Mistake[] =>
  issues.map((issue) => ({ ...placeOf(raw, issue.path), ...pathTo(issue), ...wordsFor(issue) }));
