import { isDeepStrictEqual } from "node:util";
import { type Case, hasEnded } from "#case/state/case.ts";
import { type CaseEvent, letterIn } from "#case/state/event.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import { isUnheard } from "#case/state/hearing.ts";
import { contactPersonsIn, mostContactPersons, othersIn, readyIn } from "#case/state/joint.ts";
import { tellsOfTheEnd } from "#case/state/message.ts";
import { isSimpleAnswer, outcomesOn } from "#case/state/outcomes.ts";
import { actor, inTransit, partsIn } from "#case/state/standing.ts";
import type { HeldPart } from "#case/state/turn.ts";
import type { ClockName, ClockRow } from "#clock/clock.ts";
import { tracks } from "#clock/track.ts";
import { type Chained, chainHash, genesis } from "#record/chain.ts";

/** All that the tables hold of a case at one moment. */
export type Held = {
  state: Case;
  /** The state that its events come to, told one by one. */
  told: Case | undefined;
  events: readonly CaseEvent[];
  /** The events as they were stored. */
  chain: readonly Chained[];
  clocks: readonly ClockRow[];
  /** On whose lists its row stands. */
  listed: { unit?: string | undefined; person?: string | undefined };
};

const nameOf = ({ kind, n }: ClockName): string => `${kind}#${n}`;

/** The clocks that the events left running, with the moment at which each rings. */
const leftRunning = (events: readonly CaseEvent[]): Map<string, string> => {
  const running = new Map<string, string>();
  for (const change of events.flatMap(({ clocks }) => clocks)) {
    if (change.change === "stop") running.delete(nameOf(change.clock));
    else if (change.nextAt !== undefined) running.set(nameOf(change.clock), change.nextAt);
  }
  return running;
};

const repeated = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) !== i);

/** Facts that may change the last day of a statutory clock (guarantee 3). */
const movesDays: readonly string[] = [
  "extensionApproved",
  "extendedWithLead",
  "clockMoved",
  "turnedOrdinary",
] satisfies CaseEvent["fact"]["type"][];

/** A pause of a step: it moves the day of the step, and never one of the law. */
const pausesSteps: readonly string[] = [
  "materialAsked",
  "materialAdded",
  "fileAdded",
] satisfies CaseEvent["fact"]["type"][];

/** What makes a case urgent, or no longer: the step has less time, or its own again. */
const hurriesSteps: readonly string[] = ["markedUrgent", "unmarkedUrgent"] satisfies CaseEvent["fact"]["type"][];

/** A petition rests until its petitioner has read what comes of being pressed to withdraw it. */
const restsOn: readonly string[] = [
  ...(["pressureTold", "pressureAwaited", "pressureAnswered"] as const),
] satisfies CaseEvent["fact"]["type"][];

/** What moves the days of some clocks beside. */
const movesKind: Readonly<Partial<Record<string, readonly string[]>>> = {
  step: [...pausesSteps, ...hurriesSteps],
  withdrawal: restsOn,
};

/** What an agent of some scope may bring about. */
const mayBring: Partial<Record<CaseEvent["fact"]["type"], AgentScope>> = {
  materialAdded: "file",
  fileAdded: "file",
  fileRefused: "file",
  settlementAgreed: "settle",
  settlementDeclined: "settle",
  settlementConfirmed: "settle",
  performanceDenied: "settle",
  promiseOver: "settle",
  urged: "follow",
  promiseBroken: "settle",
  agreementTakenBack: "settle",
  delivered: "receive",
  withdrawalDeclared: "withdraw",
  withdrawalUndone: "withdraw",
};
/** What whoever has joined may bring about. */
const signatoryMay: readonly string[] = [
  "joined",
  "left",
  "contactPersonReady",
  "contactPersonEnded",
  "takeOverReady",
] satisfies CaseEvent["fact"]["type"][];
/** What is over with what somebody did: theirs on record, and nothing that they decided. */
const lapses: readonly string[] = [
  ...(["settlementLapsed", "extensionRefused", "objectionLapsed", "otherWayLapsed", "recusalLapsed"] as const),
  ...(["assistanceLapsed", "meetingLapsed", "materialLapsed", "pressureLapsed", "urgencyLapsed"] as const),
  "followUpOver",
  "supervisionOver" as const,
] satisfies CaseEvent["fact"]["type"][];

/** Whether a letter says what comes of a petition, and not only that it is here: one does by the last day of the receipt clock. */
const saysWhatComes = ({ fact }: CaseEvent): boolean => {
  const letter = letterIn(fact);
  if (letter?.kind === "receipt") return letter.stage === "accepted";
  return letter?.kind === "notAccepted" || letter?.kind === "guidance" || letter?.kind === "transfer";
};

/** What ends a case in a way that may be followed up, and what takes it up again. */
const endings: readonly string[] = ["closed", "settlementConfirmed", "settlementUnconfirmed"] satisfies Types;
const reopenings: readonly string[] = ["settlementReopened", "followUpTakenUp"] satisfies Types;
type Types = CaseEvent["fact"]["type"][];
const isOfFollowUp = (message: CaseEvent["messages"][number]): boolean =>
  message.kind === "taskMail" && (message.ask === "followUp" || message.ask === "newLink");

const withdrawn = ["withdrawing", "withdrawn"] as const satisfies readonly Case["status"][];

/** The steps that were opened and have come to no end. */
const openSteps = (events: readonly CaseEvent[]): number[] => {
  const opened = events.flatMap(({ fact }) => {
    // Whoever agrees to a transfer has the step of it.
    if (fact.type === "transferAgreed") return [fact.stepNo + 1];
    return fact.type === "stepOpened" ? [fact.stepNo] : [];
  });
  const ended = events.flatMap(({ messages }) =>
    messages.flatMap((one) => (one.kind === "signal" ? [one.stepNo] : [])),
  );
  return opened.filter((stepNo) => !ended.includes(stepNo));
};

/** The event by which somebody who had a part in a case was kept out of it; 0 for whom it has been about from the first. */
const recusedBy = (events: readonly CaseEvent[], staff: string): number =>
  events.find(
    ({ fact }) =>
      (fact.type === "recused" && fact.staff === staff) ||
      (fact.type === "recusalDecided" &&
        fact.letter.decision.is === "granted" &&
        fact.whom.is === "handler" &&
        fact.whom.staff === staff),
  )?.seq ?? 0;

/** Whom an event names by any field: all but those who were passed over, or are complained about. */
const namesIn = (value: unknown): string[] => {
  if (typeof value === "string") return /^[a-z]+-(head|handler|colleague)$/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, one]: [string, unknown]) =>
    field === "passedOver" || field === "about" || field === "hands" ? [] : namesIn(one),
  );
};
const namedBy = ({ by, fact, messages }: CaseEvent): string[] => namesIn({ by, fact, messages });

/** Who has a step by an event, or took it over. */
const ownersBy = ({ fact }: CaseEvent): string[] => {
  if (fact.type === "stepOpened") return [fact.owner];
  return fact.type === "reassigned" ? [fact.to] : [];
};

/** What must hold of a case at every moment, by the guarantee that says so: each gives what is wrong, or nothing. */
const invariants: Record<string, (held: Held) => string | false> = {
  "1: a step comes to one end": ({ events }) => {
    // What a letter has promised by one day is kept after a review in an execution of its own, which waits at the same step.
    let carriedOn = 0;
    const ends = events.flatMap(({ fact, messages }) => {
      const ended = messages.flatMap((m) => (m.kind === "signal" ? [`${m.stepNo} ${m.at ?? ""} ${carriedOn}`] : []));
      if (fact.type === "promiseAwaited" && fact.epoch !== undefined) carriedOn += 1;
      return ended;
    });
    return repeated(ends).length > 0 && `steps ${repeated(ends).join()} ended again`;
  },
  "2: a case that has not ended has somebody, and a clock that runs": ({ state, clocks }) => {
    if (hasEnded(state)) return false;
    const somebody = actor(state)?.staff ?? state.responsible.staff;
    if (somebody === "") return "nobody";
    if (inTransit(state) && !clocks.some(({ clock, nextAt }) => clock.family === "watch" && nextAt !== undefined)) {
      return "nothing watches its way";
    }
    // What is handled in another petition, whose time ends no later, is driven on by the clocks of that one.
    if (state.status === "merged") return false;
    return clocks.every(({ nextAt }) => nextAt === undefined) && "no clock runs";
  },
  "2: of its steps one is open, with one owner, or it is on its way to the next": ({ state, events }) => {
    if (state.status !== "screening" && state.status !== "handling" && state.status !== "transferring") {
      return inTransit(state) && openSteps(events).length > 0 && "a step is open on the way";
    }
    const owners = partsIn(state).filter(({ role }) => role === "owner");
    const isOne = isDeepStrictEqual(openSteps(events), [state.stepNo]) && owners.length === 1;
    return !isOne && `steps ${openSteps(events).join()} are open, ${owners.length} people own one`;
  },
  "3: a clock's start never changes, and its last day only by an event that says so": ({ events }) => {
    const begun = new Map<string, { start: string; due: string }>();
    for (const { fact, clocks } of events) {
      for (const change of clocks) {
        if (change.change !== "start" && change.change !== "move" && change.change !== "resume") continue;
        const { start, due } = change.clock;
        const before = begun.get(nameOf(change.clock));
        if (before && change.change === "start") return `${nameOf(change.clock)} started again`;
        if (before && before.start !== start) return `${nameOf(change.clock)} started at another moment`;
        const mayMove = [...movesDays, ...(movesKind[change.clock.kind] ?? [])];
        if (before && before.due !== due && !mayMove.includes(fact.type)) return `${fact.type} moved its end`;
        begun.set(nameOf(change.clock), { start, due });
      }
    }
    return false;
  },
  "4: the rows that run are those that the events left running, and all others say why they ended": ({
    events,
    clocks,
  }) => {
    const rows = new Map(
      clocks.flatMap(({ clock, nextAt }) => (nextAt === undefined ? [] : [[nameOf(clock), nextAt]])),
    );
    const left = leftRunning(events);
    if (!isDeepStrictEqual(rows, left)) return `rows ${[...rows].join(" ")}, events ${[...left].join(" ")}`;
    const silent = clocks.filter(({ nextAt, ended }) => (nextAt === undefined) !== (ended !== undefined));
    return silent.length > 0 && `${silent.map(({ clock }) => nameOf(clock)).join()} neither runs nor has ended`;
  },
  "5: nobody is told twice of the same share of a clock": ({ events }) => {
    // A case that turns ordinary has another time, with shares of its own.
    const turned = events.findIndex(({ fact }) => fact.type === "turnedOrdinary");
    const notices = events.flatMap(({ messages }, at) =>
      messages.flatMap((m) =>
        m.kind === "notice" ? [`${at < turned ? "simple " : ""}${nameOf(m.clock)} ${m.percent} ${m.to}`] : [],
      ),
    );
    return repeated(notices).length > 0 && repeated(notices).join();
  },
  // That a case is no longer handled the simple way is news of its own: it has another time for the answer.
  "5: one moment is mailed to the petitioner once, whatever clocks ring at it": ({ events }) => {
    const moments = events.flatMap(({ at, by, messages }) =>
      messages.flatMap((m) =>
        m.kind === "newsMail" && m.news !== "turnedOrdinary" && by.kind === "clock" ? [at] : [],
      ),
    );
    return repeated(moments).length > 0 && repeated(moments).join();
  },
  // Of a turn that has passed on or ended at that moment nothing leaves that asks anything: whoever sends looks at the case
  // first. That a turn has ended is told all the same.
  "5: one moment is mailed once to whoever has the turn, whatever clocks ring at it": ({ events }) => {
    const mails = events.flatMap(({ at, by, messages }) =>
      messages.flatMap((m) =>
        m.kind === "taskMail" && by.kind === "clock" && !tellsOfTheEnd.includes(m.ask)
          ? [`${m.to} as ${m.stepNo}.${m.assignment} at ${at}`]
          : [],
      ),
    );
    return repeated(mails).length > 0 && repeated(mails).join();
  },
  "5: no clock of a case that has ended runs but that of its follow-up": ({ state, clocks }) =>
    hasEnded(state) &&
    clocks.some(({ clock, nextAt }) => nextAt !== undefined && clock.kind !== "followUp") &&
    "a clock runs on",
  "5: of a case that has ended nothing is sent but what its follow-up asks of whoever calls": ({ events }) => {
    const ended = events.findLastIndex(({ fact }) => endings.includes(fact.type));
    if (ended === -1) return false;
    const since = events.slice(ended + 1);
    // What takes it up again ends that.
    const again = since.findIndex(({ fact }) => reopenings.includes(fact.type));
    const sent = since
      .slice(0, again === -1 ? since.length : again)
      .flatMap(({ messages }) => messages.flatMap((one) => (isOfFollowUp(one) ? [] : [one.kind])));
    return sent.length > 0 && sent.join();
  },
  "rights: whoever calls after the end had no hand in the case": ({ events }) => {
    const hands = new Set<string>();
    for (const { by, fact, messages } of events) {
      const isGiven = fact.type === "followUpOpened" || (fact.type === "followUpPassedOn" && fact.how !== "silent");
      if (isGiven && hands.has(fact.to.staff)) return `${fact.to.staff} calls`;
      if (by.kind === "staff") hands.add(by.id);
      for (const one of messages) if (one.kind === "taskMail") hands.add(one.to);
    }
    return false;
  },
  "6: the newest event follows from the one before it, and the case has its hash": ({ state, events, chain }) => {
    const [newest, previous] = [chain.at(-1), chain.at(-2)];
    if (newest === undefined) return "there is no event";
    const { previous: claimed, hash, ...content } = newest;
    if (claimed !== (previous?.hash ?? genesis) || hash !== chainHash(claimed, content)) return "broken";
    return (state.head !== hash || events.at(-1)?.hash !== hash) && "the head is another event's";
  },
  "6: events are numbered without a gap, and the version is the last number": ({ state, events }) =>
    (events.some(({ seq }, i) => seq !== i + 1) || state.version !== events.length) &&
    `version ${state.version} of ${events.map(({ seq }) => seq).join()}`,
  "8: nobody complained about has the case": ({ state: c }) => {
    const { units, staff } = c.about;
    const person = actor(c)?.staff;
    if (person !== undefined && staff.includes(person)) return `${person} has it`;
    return "unit" in c && units.includes(c.unit) && `${c.unit} has it`;
  },
  "8: nobody complained about finds it on a list": ({ state: { about }, listed: { unit, person } }) =>
    ((unit !== undefined && about.units.includes(unit)) || (person !== undefined && about.staff.includes(person))) &&
    `it is on a list of ${unit} and ${person}`,
  "8: nobody complained about is told of a danger": ({ state: { about }, events }) => {
    const told = events.flatMap(({ messages, seq }) =>
      messages.flatMap((m) => (m.kind === "dutyMail" && about.staff.includes(m.to) ? [{ to: m.to, seq }] : [])),
    );
    const barred = told.find(({ to, seq }) => seq > recusedBy(events, to));
    return barred !== undefined && `${barred.to} is complained about, or recused`;
  },
  "8: nobody complained about is mailed of it, or has any part in it": ({ state, events }) => {
    const { staff, units } = state.about;
    const mailed = events.flatMap(({ messages, seq }) =>
      messages.flatMap((m) => ("to" in m && staff.includes(m.to) ? [{ to: m.to, seq }] : [])),
    );
    // Where nobody else may watch over it, that turn stays with whoever has stepped aside, and their link does nothing.
    const mayStay = (part: HeldPart) => part.role === "supervisor" && recusedBy(events, part.staff) > 0;
    const part = partsIn(state).find((one) => (staff.includes(one.staff) || units.includes(one.unit)) && !mayStay(one));
    if (part !== undefined) return `${part.staff} is its ${part.role}`;
    const barred = mailed.find(({ to, seq }) => seq > recusedBy(events, to));
    return barred !== undefined && `${barred.to} is complained about, or recused, and mailed by event ${barred.seq}`;
  },
  "8: no unit complained about is called to a meeting, or given anything to do by one, or by a leader": ({
    state,
    events,
  }) => {
    // A unit that has stepped aside since was rightly called before that.
    const aside = new Map(events.flatMap(({ fact, seq }) => (fact.type === "unitRecused" ? [[fact.unit, seq]] : [])));
    const called = events.flatMap(({ fact, seq }) => {
      if (fact.type === "convened") return fact.invited.map(({ unit }) => ({ unit, seq }));
      if (fact.type === "instructed") return [{ unit: fact.unit, seq }];
      return fact.type === "met" ? fact.decisions.map(({ unit }) => ({ unit, seq })) : [];
    });
    const barred = called.find(({ unit, seq }) => state.about.units.includes(unit) && !((aside.get(unit) ?? 0) > seq));
    return barred?.unit ?? false;
  },
  "law 35: nobody reviews an answer who had any part in the case, and nobody answers again who had it before": ({
    events,
  }) => {
    const begun: { at: number; by: Set<string> }[] = [];
    for (const [at, { fact }] of events.entries()) {
      if (fact.type === "reviewAsked") begun.push({ at, by: new Set() });
      const review = begun.at(-1);
      if (review !== undefined && (fact.type === "reviewAsked" || fact.type === "reviewPassedOn")) {
        const { staff } = fact.to;
        const before = review.by.has(staff) ? events.slice(0, review.at) : events.slice(0, at);
        if (before.some((event) => namedBy(event).includes(staff))) return `${staff} reviews it, who had a part`;
        review.by.add(staff);
      }
      if (fact.type === "stepOpened" && fact.because !== "bureauDuty") {
        const revoked = events.slice(0, at).findLastIndex((one) => one.fact.type === "answerRevoked");
        const had = events.slice(0, Math.max(0, revoked)).flatMap((one) => ownersBy(one));
        if (had.includes(fact.owner)) return `${fact.owner} has it again`;
        if (begun.some(({ by }) => by.has(fact.owner))) return `${fact.owner} has it, who reviewed it`;
      }
    }
    return false;
  },
  "law 12: a report of misconduct stays with the bureau, and goes to a body on the track of such reports alone": ({
    state,
    events,
  }) => {
    const wasFiledSo = events.some(({ fact }) => fact.type === "registered" && fact.track === "accusation");
    if (!wasFiledSo) return false;
    const below = events.find(({ fact }) => fact.type === "stepOpened" && fact.level !== "bureau");
    if (below !== undefined) return `step ${below.seq} was opened below`;
    if ("body" in state && state.body.track !== "accusation") return `${state.body.id} has it`;
    const mayBe: readonly Case["status"][] = ["registered", "screening", "transferring", "transferred", ...withdrawn];
    return !mayBe.includes(state.status) && state.status;
  },
  "law 6: a letter concludes only what its track allows, and one that refuses is never of the simple way": ({
    state,
  }) => {
    if (!("letter" in state) || state.letter === undefined) return false;
    const { letter, track } = state;
    const other = letter.findings.find(({ outcome }) => !outcomesOn(track).includes(outcome));
    if (other !== undefined) return `${other.outcome} on the track ${track}`;
    return track === "simple" && !isSimpleAnswer(letter) && `${letter.outcome} the simple way`;
  },
  "law 3: the receipt clock runs until a letter stops it, or the case has ended": ({ state, events, clocks }) => {
    const isRunning = clocks.some(({ clock, nextAt }) => clock.kind === "accept" && nextAt !== undefined);
    // Whoever asks the bureau's head to look again is told anew.
    const asked = events.findLastIndex(({ fact }) => fact.type === "reconsiderationAsked");
    const isTold = events.slice(asked + 1).some(saysWhatComes);
    if (hasEnded(state)) return isRunning && "it runs on";
    return isRunning === isTold && (isTold ? "it runs on" : "nothing was said, and it does not run");
  },
  "law 9: nobody is answered unheard in the petition procedure": ({ state }) =>
    "letter" in state && state.letter !== undefined && isUnheard(state) && `${state.status} with nothing heard`,
  "law 6: only the petition procedure has its time extended, and a review against its answer": ({ state, events }) => {
    const isReviewed = events.some(({ clocks }) => clocks.some(({ clock }) => clock.kind === "review"));
    const isExtended = state.extensionDecided === "approved";
    const { extends: mayExtend, remedy } = tracks[state.track];
    return (isReviewed && remedy !== "review") || (isExtended && !mayExtend) ? `on the track ${state.track}` : false;
  },
  "rights: a petitioner alone rates, and nothing comes of it": ({ events }) => {
    const ratings = events.filter(({ fact }) => fact.type === "rated");
    const others = ratings.filter(
      ({ by, clocks, messages }) =>
        by.kind !== "petitioner" || by.agent !== undefined || clocks.length > 0 || messages.length > 0,
    );
    return others.length > 0 && `events ${others.map(({ seq }) => seq).join()}`;
  },
  "rights: an agent does only what they were named for, and nothing once they are revoked or the case has ended": ({
    events,
  }) => {
    const now = new Map<number, readonly AgentScope[]>();
    for (const { by, fact } of events) {
      if (fact.type === "agentNamed" || fact.type === "agentConfirmed") now.set(fact.agent, fact.scope);
      // Whoever files for somebody does that, and is their agent by it, with nothing that decides.
      if (fact.type === "agentFiled") {
        now.set(fact.agent, fact.scope);
        if (fact.scope.some((scope) => scope !== "file" && scope !== "follow"))
          return `filed with ${fact.scope.join()}`;
      }
      if (fact.type === "registered" || fact.type === "agentFiled") continue;
      if (fact.type === "agentRevoked") now.delete(fact.agent);
      if (fact.type === "settlementReopened" || fact.type === "followUpTakenUp" || fact.type === "reconsiderationAsked")
        now.clear();
      // Whoever acted for somebody acts for nobody who takes the petition over from them.
      if (fact.type === "handedOver") now.clear();
      if (by.kind !== "petitioner" || by.agent === undefined || lapses.includes(fact.type)) continue;
      const needed = mayBring[fact.type];
      if (needed === undefined || !now.get(by.agent)?.includes(needed)) return `agent ${by.agent}: ${fact.type}`;
    }
    return false;
  },
  "rights: whoever has joined does nothing but leave and be known as a contact person, by their own word alone, and nobody withdraws what others have joined":
    ({ state, events }) => {
      const now = new Set<number>();
      const ready = new Set<number>();
      const successors = new Set<number>();
      for (const { by, fact } of events) {
        if (by.kind === "signatory" && !signatoryMay.includes(fact.type)) return `signatory: ${fact.type}`;
        if (fact.type === "contactPersonReady") ready.add(fact.signatory);
        // Nobody is named but by the petitioner, and once they have said themselves that they are ready.
        if (fact.type === "contactPersonNamed" && (by.kind !== "petitioner" || !ready.has(fact.signatory)))
          return `${fact.signatory} is a contact person by ${by.kind}`;
        if (fact.type === "contactPersonEnded" || fact.type === "left") {
          ready.delete(fact.signatory);
          successors.delete(fact.signatory);
        }
        if ((fact.type === "joined" || fact.type === "left") && (by.kind !== "signatory" || by.n !== fact.signatory))
          return `${fact.type} by ${by.kind}`;
        if (fact.type === "joined") now.add(fact.signatory);
        if (fact.type === "left" && !now.delete(fact.signatory)) return `${fact.signatory} left twice`;
        if (fact.type === "takeOverReady") successors.add(fact.signatory);
        if (fact.type === "handedOver") {
          // Both have said so: whoever takes it over, and the petitioner, who is one of those who have joined from then on.
          if (by.kind !== "petitioner" || by.agent !== undefined || !successors.delete(fact.to))
            return `no. ${fact.to} was handed it by ${by.kind}`;
          if (!now.delete(fact.to) || now.has(fact.former)) return `no. ${fact.former} is one of them already`;
          ready.delete(fact.to);
          now.add(fact.former);
        }
        if (fact.type === "withdrawalDeclared" && now.size > 0) return `${now.size} others are in it`;
      }
      const known = [...contactPersonsIn(state), ...readyIn(state)];
      if (known.some((n) => !now.has(n) || !ready.has(n)) || contactPersonsIn(state).length >= mostContactPersons)
        return `${known.join()} may be known`;
      return othersIn(state) !== now.size && `${othersIn(state)} instead of ${now.size} others`;
    },
  "rights: what is handled in another petition keeps its time set by law, and nobody has a part in it": ({
    state,
    clocks,
  }) => {
    if (state.status !== "merged") return false;
    const [part] = partsIn(state);
    if (part !== undefined) return `${part.staff} is its ${part.role}`;
    return !clocks.some(({ clock }) => clock.kind === "handling") && "its time set by law is gone";
  },
  "10: any prefix of the events replays to the state of its time": ({ state, told }) =>
    !isDeepStrictEqual(told, state) && "another state comes of them",
};

/** What is wrong with a case: the guarantee that is broken, and how. */
export const brokenBy = (held: Held): string[] =>
  Object.entries(invariants).flatMap(([guarantee, broken]) => {
    const how = broken(held);
    return how === false ? [] : [`guarantee ${guarantee}: ${how}`];
  });
