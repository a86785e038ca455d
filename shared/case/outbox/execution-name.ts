/**
 * The name of a case's execution: one per epoch, so that starting twice is harmless. Epochs count the executions of a case
 * whatever their chain, so the name needs none.
 */
export const executionName = (caseId: string, epoch: number): string => `${caseId}.${epoch}`;

/** The case and epoch in an execution's name, or `undefined` for a name of another kind. */
export const readExecutionName = (name: string): { caseId: string; epoch: number } | undefined => {
  const [, caseId, epoch] = /^(.+)\.(\d+)$/.exec(name) ?? [];
  return caseId !== undefined && epoch !== undefined ? { caseId, epoch: Number(epoch) } : undefined;
};
