/** Waiting as a port: real in the product, virtual in the simulator of the tests. */
export interface Timers {
  /** Runs `run` once after so many milliseconds. @returns cancels it; harmless once it has run */
  after(ms: number, run: () => void): () => void;
}
