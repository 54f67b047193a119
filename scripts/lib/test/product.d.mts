/** `npm start` on an empty data folder of its own, for suites, figures and fault runs. */
export class ProductUnderTest {
  readonly dataDir: string;
  /** http://localhost:PORT, once started. */
  url: string;
  /** What the launcher printed since the last start. */
  output: string;
  /** Builds what changed, starts everything, waits until it is ready; again on the same data after `kill` or `stop`. */
  start(): Promise<void>;
  /** kill -9 on the launcher alone. */
  kill(): Promise<void>;
  /** Ctrl-C; throws when it takes more than 30 s, fails or leaves a process. */
  stop(): Promise<void>;
  /** Process ids: launcher, api, worker, web, postgres. */
  processes(): Record<string, number>;
  /** Throws unless the path answers 200. */
  expectPage(path: string): Promise<void>;
  /** Stops it and removes the data folder. */
  remove(): Promise<void>;
}
