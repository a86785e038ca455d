import { isDeepStrictEqual } from "node:util";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { ExecutionDoesNotExist, GetExecutionHistoryCommand, SFNClient } from "@aws-sdk/client-sfn";
import { paginateScan, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { executionName } from "#case/outbox/execution-name.ts";
import { caseStore } from "#case/store/case-store.ts";
import { endOfDay, minutesLater, nextWorkingMorning } from "#clock/period.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { connect } from "../../local/connection.ts";
import { advanceClockTo } from "../../local/demo-clock.ts";
import type { LocalDistrict } from "../../local/district.ts";
import { clientConfig } from "../../local/emulator.ts";
import { documentClient } from "../support/document-client.ts";

/** Looks behind the pages: what the tables and the workflow of a district hold. */
export const recordOf = (district: LocalDistrict) => {
  const { endpoint, outputs } = district;
  const { db } = connect(endpoint);
  const tables = documentClient(endpoint);
  const cases = caseStore(db, outputs.CasesTable, outputs.DeadlinesTable);
  const deadlines = deadlineStore(db, outputs.DeadlinesTable);
  const sfn = new SFNClient(clientConfig(endpoint));

  /** Every item of the Cases table, to see that nothing was written. */
  const items = async (): Promise<unknown[]> => {
    const { Items = [] } = await tables.send(new ScanCommand({ TableName: outputs.CasesTable }));
    return Items.toSorted((a, b) => `${a.pk}${a.sk}`.localeCompare(`${b.pk}${b.sk}`));
  };

  /** All that every table of the district holds, as one text. */
  const dump = async (): Promise<string> => {
    const { TableNames = [] } = await tables.send(new ListTablesCommand({}));
    const held: unknown[] = [];
    for (const TableName of TableNames) {
      for await (const { Items = [] } of paginateScan({ client: tables }, { TableName })) held.push(...Items);
    }
    return JSON.stringify(held);
  };

  /** The digests of a working day leave some minutes after its beginning. */
  const morningAfter = async (moment: Instant): Promise<void> => {
    const { calendar } = await directoryStore(db, outputs.DirectoryTable).inForce();
    await advanceClockTo(district, minutesLater(nextWorkingMorning(calendar, moment), 10));
  };

  return {
    dump,
    load: async (caseId: string) => {
      const petition = await cases.load(caseId);
      if (petition === undefined) throw new Error(`There is no case ${caseId}`);
      return petition;
    },
    history: (caseId: string) => cases.history(caseId),
    /** The epoch of the execution that waits on a step. */
    waitingEpoch: async (caseId: string, stepNo: number) => (await cases.token(caseId, stepNo))?.epoch,
    items,
    /** Every item once nothing is under way any more: mails that were being sent are marked by then. */
    settledItems: async (): Promise<unknown[]> => {
      let before = await items();
      return until("nothing changes for a second", async () => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        const now = await items();
        const isSettled = isDeepStrictEqual(now, before);
        before = now;
        return isSettled && now;
      });
    },
    /** The states that the execution of an epoch has entered, and whether it ended well; nothing before it starts. */
    execution: async (caseId: string, epoch = 1): Promise<string[]> => {
      const executionArn = `${outputs.EscalationChainArn.replace(":stateMachine:", ":execution:")}:${executionName(caseId, epoch)}`;
      const history = await sfn
        .send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }))
        .catch((error: unknown) => {
          if (error instanceof ExecutionDoesNotExist) return undefined;
          throw error;
        });
      const events = history?.events ?? [];
      return events.flatMap(({ type, stateEnteredEventDetails }) =>
        stateEnteredEventDetails?.name ? [stateEnteredEventDetails.name] : type === "ExecutionSucceeded" ? [type] : [],
      );
    },
    /**
     * Lets time pass until the morning after the case's present step or window has ended, and its digests have left: at
     * its end the sweep does the rest, and what comes by night is a row of its owner's digest.
     */
    letLapse: async (caseId: string): Promise<void> => {
      const running = (await deadlines.ofCase(caseId)).filter(
        ({ clock, nextAt }) => nextAt && clock.kind !== "handling",
      );
      const [row] = running;
      if (row === undefined || running.length > 1) throw new Error(`${caseId} has ${running.length} clocks to lapse`);
      await morningAfter(row.clock.due);
    },
    /**
     * Lets time pass until the first working morning after a day, when the digests have left. A number of days would end
     * on a Sunday where the day was a Friday, and nobody has their mail by then.
     */
    letDayPass: (day: DistrictDate): Promise<void> => morningAfter(endOfDay(day)),
  };
};

/** Waits until something holds; the workflow follows the record within seconds. */
export const until = async <T>(what: string, look: () => Promise<T | undefined | false>, seconds = 30): Promise<T> => {
  const giveUp = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > giveUp) throw new Error(`Not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
