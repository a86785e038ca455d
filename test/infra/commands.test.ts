import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import description from "../../package.json" with { type: "json" };

/** The commands of a district, as package.json starts them. */
const commands = Object.entries(description.scripts).flatMap(([name, command]) => {
  const [, program] = /^(?:exec )?node (local\/\S+)$/.exec(command) ?? [];
  return program === undefined ? [] : [{ name, program }];
});

/** As many words as any command takes, and one more. */
const words = ["ANHE-2026-0001", "step", "1", "surplus\u001b[2J\nword"];

const run = (program: string, args: string[], env: NodeJS.ProcessEnv) =>
  new Promise<{ status: unknown; said: string }>((resolve) => {
    const options = { env: { PATH: process.env.PATH, HOME: "/nonexistent", ...env }, timeout: 50_000 };
    execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
      resolve({ status: error?.code ?? 0, said: stdout + stderr });
    });
  });

/** Those of the commands for a stage that reach it on either of their ways: its tables, and its sweep. */
const onStage: Record<string, string[]> = { why: ["ANHE-2026-0001"], sweep: [] };

test("the commands are those of package.json", () => {
  expect(commands.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "start",
      "demo:advance",
      "pictures",
      "directory:import",
      "clocks:release",
      ...Object.keys(onStage),
    ]),
  );
});

test("each command refuses a word too many, by name and in one line", async () => {
  await Promise.all(
    commands.map(async ({ name, program }) => {
      const { status, said } = await run(program, words, {});
      expect([name, status, said]).toEqual([
        name,
        1,
        expect.stringMatching(/^Unexpected argument '[^\n]+'\. [^\n]+\n$/),
      ]);
      expect(said).not.toContain("\u001b");
    }),
  );
}, 60_000);

test.each([
  [
    "half a stage",
    { CASES_TABLE: "c" },
    /^The environment names a part of a stage only: DEADLINES_TABLE and DIRECTORY_TABLE are missing\./,
  ],
  [
    "no region",
    {
      CASES_TABLE: "c",
      DEADLINES_TABLE: "d",
      DIRECTORY_TABLE: "i",
      SWEEP_FUNCTION: "s",
      AWS_ACCESS_KEY_ID: "a",
      AWS_SECRET_ACCESS_KEY: "b",
    },
    /^No AWS region is named: set AWS_REGION/,
  ],
])(
  "with %s, each command for a stage says so without a stack",
  async (_, env, sentence) => {
    await Promise.all(
      commands
        .filter(({ name }) => name in onStage)
        .map(async ({ name, program }) => {
          const { status, said } = await run(program, onStage[name] ?? [], env);
          expect([name, status, said]).toEqual([name, 1, expect.stringMatching(sentence)]);
          expect(said).not.toMatch(/^\s+at /m);
        }),
    );
  },
  60_000,
);

const kase = "ANHE-2026-0001";
/** Who of the bureau records it, and when it was asked for. */
const asking = ["--by", "a", "--on", "2026-03-02"];
/** Who of the bureau records something, and how they knew the petitioner. */
const recorder = ["--by", "a", "--checked-by", "a", "--check", "passport"];
/** What nobody should type, by command, and how its answer begins. */
const mistyped: Record<string, [args: string[], answer: RegExp][]> = {
  start: [
    [["--district-port", "99999"], /^npm start takes --fresh/],
    [["--mailbox-port", "x"], /^npm start takes --fresh/],
    [["--smtp-port"], /^Option '--smtp-port <value>' argument missing/],
  ],
  "demo:advance": [
    [[], /^How far\? /],
    [["soon"], /^How far\? /],
    [["0d"], /^How far\? /],
    [["-5d"], /^Unknown option '-5'/],
  ],
  "directory:import": [
    [[], /^Which file\? /],
    [["/no/such.yaml"], /^\/no\/such\.yaml cannot be read\./],
    [["/"], /^\/ cannot be read\./],
  ],
  "calendar:announce": [[["--file", "x"], /^Unknown option '--file'/]],
  why: [
    [[], /^Which case\? /],
    [[kase, "--lang", "fr"], /^There is no language fr/],
  ],
  audit: [
    [[], /^Which case, or --all\? /],
    [["--all", kase], /^Unexpected argument '\S+' beside --all/],
    [["--all=yes"], /^Option '--all' does not take an argument/],
  ],
  sweep: [
    [["--dry-run", "--dry-run"], /^Option '--dry-run' is given twice/],
    [["--lang", "FR"], /^There is no language FR/],
  ],
  "clocks:quarantined": [[["--lang", ""], /^There is no language /]],
  "clocks:release": [
    [[], /^Which deadline\? /],
    [[kase, "nothing", "1"], /^Which deadline\? /],
    [[kase, "step", "first"], /^Which deadline\? /],
  ],
  "code:renew": [
    [[], /^--by is missing/],
    [[kase, "--by", "a", "--why", "because", "--papers", "passport", "--number", "13800001234"], /^--why is missing/],
    [[kase, "--by", "a", "--why", "lost", "--papers", "passport", "--number", "123"], /^--number 123 is no phone/],
  ],
  "simple:end": [
    [[], /^--by is missing/],
    [[kase, "--by", "a", "--why", "because"], /^--why is missing/],
    [["--by", "a", "--why", "joint"], /^Which case\? /],
  ],
  ratings: [
    [[], /^Which month\? --month takes a year and a month\./],
    [["--month", "2026-13"], /^Which month\? /],
    [["--month", "October"], /^Which month\? /],
  ],
  "recusal:ask": [
    [[], /^--by is missing/],
    [[kase, ...asking, "--of", "head", "--why", "relative"], /^--of is missing, or is none of those there are/],
    [[kase, ...asking, "--of", "unit", "--why", "cousin"], /^--why is missing, or is none of those there are/],
    [[...asking, "--of", "handler", "--why", "relative"], /^Which case\? /],
  ],
  "urgent:mark": [
    [[], /^--by is missing/],
    [[kase, "--by", "a", "--why", "averted"], /^--why is missing, or is none of those there are/],
    [["--by", "a", "--why", "danger"], /^Which case\? /],
  ],
  "urgent:end": [
    [[], /^--by is missing/],
    [[kase, "--by", "a", "--why", "danger"], /^--why is missing, or is none of those there are/],
    [["--by", "a", "--why", "averted"], /^Which case\? /],
  ],
  "case:convene": [
    [[kase], /^--by is missing/],
    [["--by", "a"], /^Which case\? /],
  ],
  "case:raise": [
    [
      [kase, "--by", "a", "--to", "community", "--why", "unitsDiffer"],
      /^--to is missing, or is none of those there are/,
    ],
    [[kase, "--by", "a", "--to", "leader", "--why", "because"], /^--why is missing/],
    [["--by", "a", "--to", "leader", "--why", "lateThere"], /^Which case\? /],
  ],
  "lead:name": [
    [[kase, "--by", "a", "--why", "joint"], /^--leader is missing/],
    [[kase, "--by", "a", "--leader", "b", "--why", "stopping"], /^--why is missing, or is none of those there are/],
    [[kase, "--by", "a", "--leader", "b", "--why", "joint", "--instead", "tired"], /^--instead is missing/],
    [["--by", "a", "--leader", "b", "--why", "joint"], /^Which case\? /],
  ],
  "case:merge": [
    [[], /^--by is missing/],
    [[kase, kase, "--by", "a", "--asks", "first"], /^--asks takes numbers of requests: 1, or 2,1/],
    [[kase, kase, "--by", "a", "--asks", "1,9"], /^--asks takes numbers of requests/],
    [[kase, "--by", "a", "--asks", "1"], /^Which case\? /],
  ],
  "case:supervise": [
    [[kase], /^--by is missing/],
    [[kase, "--by", "a", "--ground", "late"], /^--ground is missing, or is none of those there are/],
    [["--by", "a"], /^Which case\? /],
  ],
  "dossier:verify": [
    [[], /^Which file\? /],
    [["/no/such"], /^There is nothing at \/no\/such\./],
    [["docs"], /^docs should hold one file of data \(\.json\), and holds none\./],
    [["README.md"], /^README\.md is no JSON\./],
    [["package.json"], /^package\.json is no file of a case: format /],
  ],
  "proposal:draft": [
    [[kase], /^--by is missing/],
    [[kase, "--by", "a", "--sort", "people"], /^--sort is missing, or is none of those there are/],
  ],
  "case:unmerge": [
    [[kase], /^--by is missing/],
    [["--by", "a"], /^Which case\? /],
  ],
  "withdrawal:record": [
    [[], /^--by takes the id of somebody of the bureau/],
    [[kase, ...recorder, "--scan", "SC-1"], /^--on takes the day on the paper/],
    [[kase, ...recorder, "--on", "2026-02-30", "--scan", "SC-1"], /^--on takes the day on the paper/],
    [[kase, ...recorder, "--on", "2026-03-02"], /^--scan takes the number under which the scan is kept/],
    [[kase, ...recorder, "--on", "2026-03-02", "--scan", "13800001234"], /^--scan takes the number/],
    [[kase, ...recorder, "--on", "2026-03-02", "--scan", "Li Xiuying"], /^--scan takes the number/],
    [[...recorder, "--on", "2026-03-02", "--scan", "SC-1"], /^Which case\? /],
  ],
  "withdrawal:undo": [
    [[kase, "--by", "a", "--check", "passport"], /^--checked-by takes the id/],
    [[kase, "--by", "a", "--checked-by", "a", "--check", "photo"], /^--check says how that was checked: residentId or/],
    [recorder, /^Which case\? /],
  ],
  "register:pass": [
    [[], /^--for is missing/],
    [["--for", "wang-min", "--days", "0"], /^--days is missing, or is none of those there are/],
    [["--for", "wang-min", "--days", "366"], /^--days is missing/],
    [["--for", "wang-min", "--days", "soon"], /^--days is missing/],
  ],
  "restore:settle": [[[], /^After which number /]],
  pictures: [[["--all"], /^Unknown option '--all'/]],
};

test("each command tells whoever mistypes what it takes, in one line, and ends in 1", async () => {
  expect(Object.keys(mistyped).sort()).toEqual(commands.map(({ name }) => name).sort());
  const unknown = ["--nonsense"];
  for (const { name, program } of commands) {
    const tries: [string[], RegExp][] = [[unknown, /^Unknown option '--nonsense'/], ...(mistyped[name] ?? [])];
    for (const [args, answer] of tries) {
      const { status, said } = await run(program, args, {});
      expect([name, args, status, said]).toEqual([name, args, 1, expect.stringMatching(answer)]);
      expect(said, `${name} ${args.join(" ")}`).toMatch(/^[^\n]+\n$/);
    }
  }
}, 300_000);
