import type { IdentityVault } from "#access/identity.ts";
import { type Texts, textsIn } from "#access/texts.ts";
import { type Dossier, dossierEvents, textsNamedIn } from "#case/account/dossier.ts";
import { unitNamed } from "#case/acts/unit-named.ts";
import { type Files, savedAs } from "#case/files/shelves.ts";
import { agentsNamed } from "#case/state/agent.ts";
import { withoutApart } from "#case/state/apart.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { FileKind, FileName } from "#case/state/facts/files.ts";
import { agentFields, agentsSeen } from "#case/state/sealed-agent.ts";
import { matterIn, partyIn } from "#case/state/sealed-party.ts";
import type { World } from "#case/state/world.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import { formBytes } from "#lambda/form.ts";
import { type Reply, sameAt } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import type { Routes } from "#lambda/route.ts";
import { dossierPage, dossierPaper } from "#web/pages/dossier.page.tsx";
import { dossierAddress as address, dossierFor, dossierPaperAddress as paperAddress } from "#web/parts/to-dossier.tsx";
import { entrySentence } from "#words/event-sentence.ts";
import { said } from "#words/said.ts";
import { toOffice } from "#words/to-office.ts";
import { toldTo } from "#words/told-to.ts";
import { type LinkedPagePorts, linkedPage, linkedRoutes } from "./linked-page.ts";

export type GiveDossierPorts = LinkedPagePorts & {
  cases: Pick<CaseStore, "rows" | "history">;
  identities: Pick<IdentityStore, "matter" | "texts" | "petitioner" | "agents" | "recordLook">;
  vault: Pick<IdentityVault, "open">;
  files: Pick<Files, "linkTo">;
};

/** A photo or a PDF of a case, as its record tells of it: the petitioner's, and what units have attached. */
type FileOnRecord = { name: FileName; saved: string; kind: FileKind; bytes: number; sha256: string };

const filesOf = ({ id }: Case, events: readonly CaseEvent[]): FileOnRecord[] =>
  events.flatMap(({ fact }) => {
    if (fact.type !== "fileAdded" && fact.type !== "attached") return [];
    const { name, kind, bytes, sha256 } = fact;
    const n = fact.type === "fileAdded" ? fact.n : `u${fact.stepNo}-${fact.asked}-${fact.n}`;
    return [{ name, kind, bytes, sha256, saved: savedAs(id, { n, kind }) }];
  });

/**
 * 移送案卷: whoever holds an answer takes the case's file out for the body that decides on its review, as data that prove
 * themselves and as a paper. It is a look at everything, on record before anything leaves. Whoever comes with anything else is
 * sent on to the task with it, which says what stands in the way.
 */
export const giveDossier = (ports: GiveDossierPorts) => {
  const { cases, identities, vault, files } = ports;
  const brief = linkedPage(address, ports);
  const paper = linkedPage(paperAddress, ports);

  /** Where such a link may take a file from, and for whom. */
  const reached = async (request: Request) => {
    const found = await brief.reach(request);
    if ("elsewhere" in found) return found;
    const to = found.right.role === "owner" ? dossierFor(found.petition) : undefined;
    return to === undefined ? { elsewhere: sameAt(`${found.task}/open`) } : { ...found, to };
  };
  type Reached = Exclude<Awaited<ReturnType<typeof reached>>, { elsewhere: Reply }>;

  /** All that is told of a case, opened. */
  const opened = async (petition: Case) => {
    const { id } = petition;
    const [history, texts, matter, party, agents] = await Promise.all([
      cases.history(id),
      identities.texts(id),
      identities.matter(id),
      identities.petitioner(id),
      agentsNamed(petition) === 0 ? [] : identities.agents(id),
    ]);
    const open = await vault.open(id, { ...texts, ...matter, ...party, ...agentFields(agents) });
    const { code: _, ...petitioner } = partyIn(open);
    const told = withoutApart({ petition, events: history.events });
    return {
      ...{ open, petitioner, told },
      ...{ matter: matterIn(open), agents: agentsSeen(petition, open), texts: textsIn(id, open) },
    };
  };

  /** Each in both languages, whoever takes it out. */
  const sentences = (events: readonly CaseEvent[], petition: Case, texts: Texts, { now, directory }: World) =>
    toldTo("staff", events).map((entry) => {
      const of = (lang: Lang) =>
        entrySentence(
          { ...entry, event: said(entry.event, texts, lang) },
          { directory, petition },
          lang,
          toOffice,
          districtDate(now),
        );
      return { at: entry.event.at, says: { zh: of("zh"), en: of("en") } };
    });

  const asData = async ({ petition, world, right, to }: Reached): Promise<Dossier> => {
    const [seen, rows] = await Promise.all([opened(petition), cases.rows(petition.id, "record")]);
    const { open, petitioner, told, matter, agents, texts } = seen;
    const stored = rows.flatMap(({ sk, event }) => (String(sk).startsWith("EVENT#") ? [event] : []));
    const events = dossierEvents(stored, new Set(told.events.map(({ seq }) => seq)));
    const salted = [...textsNamedIn(events)].flatMap((name) => {
      const text = open[name];
      return text === undefined ? [] : [[name, text] as const];
    });
    return {
      ...{ format: "huiyin-dossier", version: 1, madeAt: world.now },
      district: world.directory.district.name,
      ...{ number: caseNumber(petition.id, world.directory), caseId: petition.id },
      ...{ to, by: unitNamed(right.person.unit, world.directory).name },
      ...{ petitioner, matter },
      agents: agents.map(({ name, phone }) => ({ name, phone })),
      history: sentences(told.events, petition, texts, world),
      events,
      texts: Object.fromEntries(salted),
      files: filesOf(petition, told.events).map(({ name: _, saved, ...file }) => ({ ...file, name: saved })),
    };
  };

  /** It is on record before anything of it is shown. */
  const recorded = ({ petition, world, right, link }: Reached): Promise<void> => {
    const { id: by, unit } = right.person;
    return identities.recordLook(petition.id, { at: world.now, by, unit, stepNo: link.for.stepNo, only: "dossier" });
  };

  return {
    entry: brief.entry,
    toEntry: brief.toEntry,
    /** What the file is, for whom, and that to take it is on record. */
    open: async (request: Request): Promise<Reply> => {
      const found = await reached(request);
      if ("elsewhere" in found) return found.elsewhere;
      const { petition, world, to, task, token } = found;
      const html = dossierPage({ view: await brief.view(request), ...world, petition, to, task, token });
      return { status: 200, html };
    },

    paperEntry: paper.entry,
    toPaper: paper.toEntry,
    /** The file as a paper, to be printed. */
    openPaper: async (request: Request): Promise<Reply> => {
      const found = await reached(request);
      if ("elsewhere" in found) return found.elsewhere;
      const { petition, world, to, task, token } = found;
      const { petitioner, told, matter, agents, texts } = await opened(petition);
      const shown = await paper.view(request);
      const linked = await Promise.all(
        filesOf(petition, told.events).map(async ({ name, saved, kind, bytes }) => ({
          ...{ saved, kind, bytes },
          link: await files.linkTo({ caseId: petition.id, name }, kind, saved),
        })),
      );
      await recorded(found);
      const html = dossierPaper({
        view: shown,
        ...world,
        petition: said(told.petition, texts, shown.lang),
        events: told.events.map((event) => said(event, texts, shown.lang)),
        ...{ petitioner, matter, agents, files: linked, to, task, token },
      });
      return { status: 200, html };
    },

    /** The file as data, which the browser saves. */
    data: async (request: Request): Promise<Reply> => {
      const found = await reached(request);
      if ("elsewhere" in found) return found.elsewhere;
      const dossier = await asData(found);
      await recorded(found);
      const name = encodeURIComponent(`${dossier.number}.json`);
      return {
        status: 200,
        headers: { "content-disposition": `attachment; filename="dossier.json"; filename*=UTF-8''${name}` },
        body: `${JSON.stringify(dossier, undefined, 2)}\n`,
        type: "application/json; charset=utf-8",
      };
    },
  };
};

/** The routes of the pages where a case's file is taken out. */
export const dossierRoutes = ({
  paperEntry,
  toPaper,
  openPaper,
  data,
  ...brief
}: ReturnType<typeof giveDossier>): Routes => ({
  ...linkedRoutes(address, brief),
  ...linkedRoutes(paperAddress, { entry: paperEntry, toEntry: toPaper, open: openPaper }),
  [`GET ${address}/data`]: brief.toEntry,
  [`POST ${address}/data`]: { most: formBytes.code, answer: data },
});
