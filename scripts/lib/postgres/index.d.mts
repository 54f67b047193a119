export interface EmbeddedPostgres {
  /** The owner's address (a superuser), database `throughline`. */
  url: string;
  port: number;
  pid: number;
  /** Whether it already ran on this folder. */
  adopted: boolean;
  /** Whether the cluster is new. */
  created: boolean;
  alive(): boolean;
  /** Fast stop; safe to call twice. */
  stop(): Promise<void>;
}

export function startPostgres(options: { dataDir: string; settings?: Record<string, string>; port?: number }): Promise<EmbeddedPostgres>;
