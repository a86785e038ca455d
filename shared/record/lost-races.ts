import { MovedOn } from "./database.ts";

/** Lost races after which the caller's own retry has to help. */
const attempts = 8;
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));

/**
 * Does a job again when somebody else's write was faster. @param job is told how often it was done before.
 * @throws MovedOn after {@link attempts} lost races; whatever else the job throws, at once.
 */
export const untilWon = async <T>(job: (lost: number) => Promise<T>): Promise<T> => {
  for (let lost = 0; ; lost += 1) {
    try {
      return await job(lost);
    } catch (error) {
      if (!(error instanceof MovedOn) || lost + 1 >= attempts) throw error;
      await pause(lost);
    }
  }
};
