type Details = ErrorOptions & {
  /** What the sentence is about, line by line. */
  lines?: readonly string[];
};

/** Something outside the program stands in the way: its message is one sentence with the remedy, shown without a stack. */
export class Obstacle extends Error {
  override name = "Obstacle";
  readonly lines: readonly string[];
  constructor(message: string, { lines = [], ...options }: Details = {}) {
    super(message, options);
    this.lines = lines;
  }
}
