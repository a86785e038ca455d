import { AsyncLocalStorage } from "node:async_hooks";
import type { FunctionName } from "../../infra/concurrency.ts";

const acting = new AsyncLocalStorage<FunctionName | undefined>();

/** The function whose code runs now, unless it is a test's own, or an operator's. */
export const actingNow = (): FunctionName | undefined => acting.getStore();

/** A job as a function does it: whatever it asks of others is asked in that function's name. */
export const actingAs =
  <Args extends unknown[], Result>(name: FunctionName, job: (...args: Args) => Result) =>
  (...args: Args): Result =>
    acting.run(name, () => job(...args));

/** What a test does within a function's job, and the function never would. */
export const notActing = <Result>(job: () => Result): Result => acting.run(undefined, job);

/** The same for each job of several. */
export const allActingAs = <Jobs extends object>(name: FunctionName, jobs: Jobs): Jobs =>
  new Proxy(jobs, {
    get: (target, job, receiver) => {
      const found: unknown = Reflect.get(target, job, receiver);
      if (typeof found !== "function") return found;
      return actingAs(name, (...args: unknown[]): unknown => Reflect.apply(found, target, args));
    },
  });
