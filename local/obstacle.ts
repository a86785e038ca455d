/** Something outside the program stands in the way: its message is one sentence with the remedy, shown without a stack. */
export class Obstacle extends Error {
  override name = "Obstacle";
}

/** Runs a command-line program: an obstacle is told in its one sentence, anything else with its stack, both end in 1. */
export const runProgram = async (program: () => Promise<void>): Promise<void> => {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof Obstacle ? error.message : error);
    process.exitCode = 1;
  }
};
